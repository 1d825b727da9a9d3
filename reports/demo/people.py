"""Invented people: names put together from lists, numbers that nobody can hold."""

from datetime import date, timedelta

from cases.models import Client

MEN = (
    "Suratman Tarno Wagiman Sugeng Kasiman Paijo Mulyono Ngadimin Slamet Sukarjo Darsono Yatno Rahmat Hendra "
    "Dedi Asep Ujang Rudi Bambang Agung Wawan Eko Dwi Tri Yusuf Ridwan Fajar Nanang Gunawan Supri Teguh Marno"
).split()
WOMEN = (
    "Suminah Warsini Painem Tumirah Ngatiyem Sukiyem Mujiati Kasmi Wagiyem Rubiyah Lestari Yanti Marni Siti Endang "
    "Dewanti Ratna Wulan Puji Sulastri Murni Tuti Neneng Euis Nur Rahayu Wiwik Ani Parti Kartini Jumiati Sri"
).split()
LAST_NAMES = (
    "Wijaya Saputra Santoso Prasetyo Hidayat Nugroho Setiawan Kurniawan Wibowo Handoko Susanto Purnomo Utomo Raharjo "
    "Hartono Suryana Maulana Permana Firmansyah Siswanto"
).split()
LAST_NAMES_OF_WOMEN = (
    "Handayani Rahmawati Wahyuni Astuti Susilowati Hartati Fitriani Anggraeni Utami Kusuma Setyowati Widyastuti "
    "Nuraini Purwanti Yuliana Safitri Oktaviani Mulyani Pratiwi Ningsih"
).split()
CALLED = {"L": ["Kang Jo", "Lik Di", "Pakde", "Cak No"], "P": ["Yu Sri", "Bu Tini", "Bude", "Mak Ijah"]}
OLD = {"L": ["Mbah Min", "Mbah Wo", "Pak Tua"], "P": ["Mbah Nah", "Mbok Yem", "Eyang Putri", "Mbah Rah"]}
LOOKS = {
    "L": [
        "Rambut beruban pendek, kemeja batik cokelat",
        "Kaus merah, tato bunga di lengan kanan",
        "Tinggi, jaket hitam, membawa tas kain",
        "Berkacamata, topi biru, sarung kotak-kotak",
    ],
    "P": [
        "Kerudung hijau, tahi lalat di pipi kiri",
        "Rambut panjang diikat, daster bunga-bunga",
        "Kebaya cokelat, membawa keranjang",
    ],
}
TOWNS = ["Temanggung", "Wonosobo", "Magelang", "Kebumen", "Purworejo", "Kendal", "Sleman", "Klaten", "Cirebon"]
HEALTH = [
    "Alergi udang",
    "Bubur lunak, belum dapat mengunyah",
    "Diet rendah gula; obat pagi dan malam",
    "Obat rutin setiap malam",
    "Memakai kursi roda",
    "Pendengaran berkurang, bicara pelan dan jelas",
    "Tekanan darah tinggi, kurangi garam",
]
NAMES_KNOWN = {"full": 56, "single": 24, "alias": 8, "looks": 4}
PAPERS = {"valid": 44, "never": 10, "lost": 16, "forgotten": 14, "pending": 7, "invalid": 4, "": 5}
IMPOSSIBLE_NIKS = ["3404993902850001", "340499170885000", "3404991713850001", "3404991708850000", "3404993002850001"]


class People:
    def __init__(self, world):
        self.world, self.dice = world, world.dice
        self.known, self.papers = world.deck(NAMES_KNOWN), world.deck(PAPERS)
        self.impossible = world.deck(dict.fromkeys(IMPOSSIBLE_NIKS, 1))
        self.serial = 0

    def person(self, *, age, sex, on, known="", papers=None):
        """Somebody of this age on the day of arrival; a client that no shelter has met yet."""
        client = Client(sex=sex, **self.called(sex, age, known or self.known.deal()))
        born = on - timedelta(days=age * 365 + self.dice.randrange(1, 360))
        papers = self.papers.deal() if papers is None else papers
        if not client.name and papers == "valid":
            papers = "forgotten"
        if papers == "valid" or (client.name and self.world.chance(0.3)):
            client.birth_date, client.birth_place = born, self.dice.choice(TOWNS)
        elif self.world.chance(0.97):
            client.estimated_age, client.age_estimated_on = age, on
        self.give_papers(client, papers, born)
        self.give_details(client)
        return client

    def called(self, sex, age, known):
        nicknames = (OLD if age >= 60 else CALLED)[sex]
        if age < 18 and known != "full":
            known, nicknames = "single", [{"L": "Le", "P": "Nduk"}[sex]]
        first = self.dice.choice(MEN if sex == "L" else WOMEN)
        if known == "full":
            return {"name": f"{first} {self.dice.choice(LAST_NAMES if sex == 'L' else LAST_NAMES_OF_WOMEN)}"}
        if known == "single":
            return {"name": first, "aliases": [self.dice.choice(nicknames)] if self.world.chance(0.3) else []}
        if known == "alias":
            return {"aliases": [self.dice.choice(nicknames)]}
        return {"description": self.dice.choice(LOOKS[sex])}

    def give_papers(self, client, papers, born):
        self.serial += 1
        if papers == "valid":
            client.set_nik(self.nik(client.sex, born), today=self.world.today)
            if self.world.chance(0.5):
                client.kk_number = f"340499{date(2015, 5, 5):%d%m%y}{self.serial:04}"
        elif papers == "invalid":
            client.set_nik(self.impossible.deal(), today=self.world.today)
        else:
            client.no_nik_reason = papers

    def nik(self, sex, born):
        """The subdistrict 34.04.99 does not exist, so no living person has such a number."""
        day = born.day + 40 if sex == "P" else born.day
        return f"340499{day:02}{born:%m%y}{self.serial:04}"

    def give_details(self, client):
        if self.world.origins and self.world.chance(0.7):
            client.origin_id = self.dice.choice(self.world.origins)
            client.origin_address = f"RT {self.dice.randrange(1, 9):02} RW {self.dice.randrange(1, 12):02}"
        if self.world.chance(0.12):
            client.health_note = self.dice.choice(HEALTH)
        if client.name and self.world.chance(0.1):
            client.phone = f"0000-5550-{self.serial:04}"
