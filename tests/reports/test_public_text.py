"""Whatever a shelter types for the public: only a few tags come out, and no link that could do harm."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.public.text import LONGEST, TAGS, rendered

PIECES = st.sampled_from(
    ["<script>", "</p>", "<img src=x onerror=a()>", "[a](", "javascript:a()", "data:text/html,a", "https://a.id", ")",
     "](", "**", "# ", "- ", "1. ", "\n", "\n\n", "&#106;avascript:", "<a href=", "\"onclick=\"a()\"", "tel:0812",
     "![", "`", "> ", "|", "\\", "\t", "//a.id", "java\nscript:", "&lt;b&gt;", "\u202e", "<!--", "]]>", "mailto:a@b.id"]
)  # fmt: skip


class Seen(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.others = set(), [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if (tag, name) == ("a", "href"):
                self.links.append(value)
            elif (tag, name, value) != ("a", "rel", "noopener noreferrer nofollow"):
                self.others.append((tag, name, value))

    def handle_comment(self, data):
        self.tags.add("!--")


@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
@example("[a](<javascript:a()>)")
@example("[a](java&#x0A;script:a())")
@example("[a]: javascript:a()\n[a]")
@example("<https://a.id> <javascript:a()>")
def test_only_allowed_tags_and_links_come_out(text):
    seen = Seen(rendered(text))
    assert seen.tags <= TAGS and seen.others == []
    assert all(link.lower().startswith(("http:", "https:", "tel:", "mailto:")) for link in seen.links)


def test_the_formatting_that_is_offered():
    html = rendered("# Judul\n\nHalo **tebal**\n[kami](https://a.id)\n\n- satu\n- dua\n\n1. x")
    assert "<h3>Judul</h3>" in html and "<strong>tebal</strong><br>" in html
    assert '<a href="https://a.id" rel="noopener noreferrer nofollow">kami</a>' in html
    assert html.count("<li>") == 3 and "<ol>" in html


@pytest.mark.parametrize("under", [1, 2, 3])
@pytest.mark.parametrize("typed", ["# A\n### B\n# C", "## A\n\n### B\n\n## C", "### A\n###### B\n# C"])
def test_typed_headings_begin_below_the_page_s_own_and_leave_no_level_out(typed, under):
    html = rendered(typed, under)
    assert [html.index(f"<h{under + step}>{name}</h{under + step}>") for step, name in ((1, "A"), (2, "B"), (1, "C"))]


@pytest.mark.parametrize("piece", ["[", "*", "- ", "> ", "[a](", "<", "**a** ", "# a\n", "\\", "![["])
def test_very_long_text_ends_soon_and_is_cut(piece):
    assert len(rendered(piece * 50_000)) < 12 * LONGEST


def test_nothing_stays_nothing():
    assert rendered("") == "" and rendered("  \n ") == ""
