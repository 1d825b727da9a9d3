"""What is published, on paper for the wall: as large as the sheet lets it be, and never cut.

The same words are set in ever larger type until the sheet is full. When even the smallest type that can be read on
a wall is too large, the explanations give way, piece by piece, to a line that points to the QR code.
"""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from cases.pdf import Document, qr, static_only
from reports.models import PublicPage


@dataclass(frozen=True)
class Sheet:
    """A kind of poster: its paper in millimetres, and the sizes of its type in points."""

    kind: str
    label: str
    use: str
    width: int
    height: int
    smallest: float
    largest: float
    template: str = "reports/public/poster.html"


SHEETS = {
    sheet.kind: sheet
    for sheet in (
        Sheet("a4", "Poster A4", "Papan pengumuman, meja pendaftaran.", 210, 297, 7.5, 15),
        Sheet("a3", "Poster A3", "Dinding ruang tunggu, kantor Satpol PP dan Polsek.", 297, 420, 10.5, 21),
        Sheet(
            "banner", "Banner gulung 60 × 160 cm", "Untuk percetakan: pintu masuk dan pameran.", 600, 1600, 36, 78,
            "reports/public/banner.html",
        ),
    )
}  # fmt: skip
# What gives way in turn, when there is too much for the sheet: how a step goes, what to bring, who does a step.
LEVELS = (
    {"explained", "required", "named"}, {"required", "named"}, {"explained", "named"}, {"named"}, set(),
)  # fmt: skip
# More letters than this fit on no sheet in its smallest type: not worth seconds of setting them.
MOST_LETTERS = 6500
SIZES, SMALLER = 14, 5  # steps from the smallest type to the largest, and below it where nothing can give way any more


@dataclass(frozen=True)
class Poster:
    """`address` makes a full address of a path, for the QR codes: request.build_absolute_uri."""

    page: PublicPage
    sheet: Sheet
    address: callable
    content_type = "application/pdf"

    @property
    def filename(self):
        return f"poster-{self.page.shelter.slug}-{self.sheet.kind}.pdf"

    @cached_property
    def codes(self):
        """(heading, what for, address, QR) for each page that a visitor may open."""
        return [(*link, qr(link[-1])) for link in links(self.page.shelter, self.address)]

    def told(self):
        """All that stands on it, as one text: one poster differs from another by it."""
        return self.html()

    def html(self, level=0):
        page = self.page
        steps, banner = list(page.steps.all()), self.sheet.kind == "banner"
        context = {
            "page": page, "shelter": page.shelter, "steps": steps, "codes": self.codes, "shows": LEVELS[level],
            "requirements": list(page.requirements.all()),
            "step_columns": columns(list(enumerate(steps, 1)), 1 if banner or len(steps) < 5 else 2),
            "requirement_columns": columns(list(page.requirements.all()), 2),
            "phone": page.phone or page.shelter.phone,
            "day": timezone.localdate(page.published_at, page.shelter.zone) if page.published_at else None,
            "length": length_of(page.shelter.name), "kind": self.sheet.kind,
        }  # fmt: skip
        return Document(self.sheet.template, context, self.filename).html()

    def content(self):
        """Raises ValueError when nothing fits; a test with the longest of everything says that this does not happen."""
        for level in range(len(LEVELS)):
            if self.letters(level) > MOST_LETTERS and level < len(LEVELS) - 1:
                continue
            fitted = self.largest_that_fits(self.html(level), -SMALLER if level == len(LEVELS) - 1 else 0)
            if fitted:
                return fitted.write_pdf(pdf_tags=True)
        raise ValueError("The poster does not fit on its sheet.")

    def letters(self, level):
        """How much text a level sets."""
        page, shows = self.page, LEVELS[level]
        told = [page.hours, page.address_note]
        if self.sheet.kind != "banner":
            told += [step.text for step in page.steps.all()] if "explained" in shows else []
            told += [page.pledge, *(one.text for one in page.requirements.all())] if "required" in shows else []
        return sum(len(text) for text in told)

    def largest_that_fits(self, html, smallest):
        """The page in the largest type that leaves it one page; None when the smallest does not. Halves the span."""
        from weasyprint import HTML  # noqa: PLC0415  slow import: 0.8 s, only for whoever prints
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        source, fonts = HTML(string=html, base_url="static:/", url_fetcher=static_only()), FontConfiguration()

        def one_page(step):
            found = source.render(stylesheets=[self.paper(step)], font_config=fonts)
            return found if len(found.pages) == 1 else None

        best, low, high = one_page(smallest), smallest, SIZES
        while best and low < high:
            middle = (low + high + 1) // 2
            larger = one_page(middle)
            best, low, high = (larger, middle, high) if larger else (best, low, middle - 1)
        return best

    def paper(self, step):
        """The sheet, and its type: step 0 is the smallest that can be read where it hangs."""
        from weasyprint import CSS  # noqa: PLC0415  as above

        sheet = self.sheet
        size = sheet.smallest + (sheet.largest - sheet.smallest) * step / SIZES
        return CSS(string=f"@page {{ size: {sheet.width}mm {sheet.height}mm }} html {{ font-size: {size:.2f}pt }}")


def columns(rows, count):
    """The rows in as many columns, filled one after the other."""
    each = -(-len(rows) // count) or 1
    return [rows[at : at + each] for at in range(0, len(rows), each)]


def length_of(name):
    """How a name is set: a long one smaller, so that it does not push all else from the sheet."""
    return "long" if len(name) > 80 else "medium" if len(name) > 40 else "short"


LINKS = [
    ("public_shelter", "Informasi lengkap", "Layanan, syarat, dan standar"),
    ("survey_answer", "Nilai layanan kami", "Survei singkat, tanpa nama"),
    ("complaint_new", "Pengaduan dan saran", "Boleh tanpa nama"),
]


def links(shelter, address):
    """(heading, what for, full address) of what anybody may open about a shelter."""
    slug = [shelter.slug]
    return [(heading, words, address(reverse(f"reports:{route}", args=slug))) for route, heading, words in LINKS]
