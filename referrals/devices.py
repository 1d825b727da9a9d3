"""A browser's long self-description as a worker reads it."""

# The first that fits: what fetches a preview calls itself by the name of the chat, often beside that of a phone.
KINDS = [
    ("Pratinjau WhatsApp", ["whatsapp/"]),
    ("Pratinjau obrolan", ["telegrambot", "facebookexternalhit", "slackbot", "twitterbot", "discordbot", "skypeuri"]),
    ("Mesin pemeriksa", ["bot", "spider", "crawl", "preview", "scan", "curl/", "python", "wget/", "headless"]),
    ("iPhone", ["iphone"]),
    ("iPad", ["ipad"]),
    ("Tablet atau ponsel Android", ["android"]),
    ("Ponsel sederhana", ["kaios", "opera mini", "mobile"]),
    ("Komputer Windows", ["windows"]),
    ("Komputer Mac", ["macintosh"]),
    ("Komputer Linux atau Chromebook", ["linux", "cros"]),
]
BROWSERS = [
    ("Opera Mini", "opera mini"), ("Opera", "opr/"), ("Samsung", "samsungbrowser"), ("Edge", "edg/"),
    ("UC Browser", "ucbrowser"), ("Firefox", "firefox/"), ("Chrome", "chrome/"), ("Safari", "safari/"),
]  # fmt: skip


def device_of(user_agent):
    said = user_agent.lower()
    kind = next((name for name, signs in KINDS if any(sign in said for sign in signs)), "Perangkat tidak dikenal")
    browser = next((name for name, sign in BROWSERS if sign in said), "")
    is_person = not kind.startswith(("Pratinjau", "Mesin", "Perangkat"))
    return f"{kind}, {browser}" if browser and is_person else kind
