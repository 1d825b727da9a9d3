"""Text that a shelter types for everybody to read: a little Markdown, and nothing that could do harm."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

LONGEST = 20_000
TAGS = {"p", "br", "ul", "ol", "li", "strong", "h2", "h3", "h4", "h5", "a"}
SCHEMES = {"http", "https", "tel", "mailto"}
OUTWARD = tuple(f"{scheme}:" for scheme in SCHEMES)
RULES = ["list", "heading", "emphasis", "link", "newline", "escape"]
HELP = "Baris kosong memisahkan paragraf. “- ” di awal baris membuat daftar, **tebal** menebalkan, “## ” membuat judul."


def _parser():
    """Paragraphs, lists, bold, headings and links. HTML stays text, pictures and all else do not exist."""
    options = {"html": False, "linkify": False, "typographer": False, "breaks": True, "maxNesting": 12}
    parser = MarkdownIt("zero", options).enable(RULES)
    parser.validateLink = lambda url: url.strip().lower().startswith(OUTWARD)  # none that leads about in Balai itself
    return parser


PARSER = _parser()


def rendered(text, under=2):
    """The text as safe HTML: only TAGS, of attributes only a link's href with one of SCHEMES. Empty stays empty.

    `under`: the level of the page's own heading above it, 1 to 3. However many marks were typed, the text's headings
    begin one level below that and go one further down, so that no level is left out for whoever listens to the page.
    """
    tokens = PARSER.parse(text[:LONGEST])
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    first = headings[0].tag if headings else ""
    for token in headings:
        token.tag = f"h{under + 1 + (token.tag > first)}"
    html = PARSER.renderer.render(tokens, PARSER.options, {})
    safe = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel="noopener noreferrer nofollow"
    )
    return mark_safe(safe) if safe.strip() else SafeString("")  # noqa: S308  cleaned on the line above
