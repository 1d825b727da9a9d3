"""The annual report's outline (domain/spm.md §7): chapters of texts that people write and figures that are computed."""

from dataclasses import dataclass, field

from cases.models import ServiceType
from reports.models import AnnualText
from reports.models.annual_text import Section


@dataclass(frozen=True)
class Part:
    """A heading of the report: with a text, with a type's figures (`figures`), or only as a roof over what follows."""

    number: str
    heading: str
    section: str = ""
    service_type: ServiceType | None = None
    text: str = ""
    figures: object = None

    @property
    def anchor(self):
        return "bagian-" + self.number.lower().replace(".", "-").strip("-")

    @property
    def is_text(self):
        return bool(self.section)


@dataclass(frozen=True)
class Chapter:
    number: str
    heading: str
    parts: list[Part] = field(default_factory=list)

    @property
    def anchor(self):
        return f"bab-{self.number.lower()}"


OPENING = [Section.BACKGROUND, Section.LAW, Section.POLICY, Section.DIRECTION]


def chapters(report):
    """The four chapters with the texts of the year; what nobody wrote yet has an empty text."""
    texts = {(text.section, text.service_type_id): text.text for text in AnnualText.objects.filter(year=report.year)}

    def written(number, section, kind=None):
        text = texts.get((section, kind and kind.code), "")
        return Part(number, section.label, section.value, kind, text)

    return [
        Chapter("I", "Pendahuluan", [written(f"{letter}.", one) for letter, one in zip("ABCD", OPENING, strict=True)]),
        Chapter("II", "Penerapan dan Pencapaian Standar Pelayanan Minimal", achievements(report, written)),
        Chapter("III", "Program dan Kegiatan", [written("A.", Section.PROGRAMME)]),
        Chapter("IV", "Penutup", [written("A.", Section.CLOSING)]),
    ]


def achievements(report, written):
    parts = []
    for number, one in enumerate(report.types, 1):
        parts += [
            Part(f"{number}.", one.service_type.label, figures=one),
            written(f"{number}.1.", Section.STAFF, one.service_type),
            written(f"{number}.2.", Section.PROBLEMS, one.service_type),
        ]
    return parts


def is_draft(office):
    """A report without the head's name is nobody's word yet."""
    return office.signer is None


def empty_texts(outline):
    return [part for chapter in outline for part in chapter.parts if part.is_text and not part.text]
