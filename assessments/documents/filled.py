"""The answers of an assessment on paper."""

from dataclasses import dataclass, field

from assessments.confidential import sensitive_paths
from assessments.documents.empty import Paper
from assessments.xlsform import plain
from cases.pdf import Document
from cases.templatetags.indonesian import tanggal, waktu


@dataclass
class Answered:
    """What was answered under one heading, and what should have been asked and was not."""

    label: str
    rows: list[tuple] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    top: bool = False

    @property
    def has_anything(self):
        return bool(self.rows or self.results or self.unasked)


def filled_form(assessment, *, whole=False):
    """`whole`: also what is marked as sensitive, which is otherwise left out."""
    reader = Reader(assessment, whole)
    stay = assessment.stay
    return Document(
        template="assessments/pdf_filled.html",
        context={
            "assessment": assessment, "stay": stay, "client": stay.client, "shelter": stay.shelter,
            "facts": facts(assessment), "parts": reader.parts, "left_out": reader.left_out, "whole": whole,
            "watermark": watermark(assessment),
        },
        filename=f"asesmen-{assessment.instrument.slug}-{stay.client.number}-{assessment.pk}.pdf",
    )  # fmt: skip


def watermark(assessment):
    if assessment.replaced_by:
        return "DIGANTI"
    if assessment.is_imported:
        return "DIIMPOR"
    return "" if assessment.status == assessment.Status.APPROVED else "KONSEP"


def facts(assessment):
    shelter, stay = assessment.shelter, assessment.stay
    told = [
        ("Nama klien", stay.client.display_name),
        ("Nomor klien, register", f"{stay.client.number}, {stay.register_number}"),
        ("Tanggal masuk", tanggal(stay.entered_on)),
        ("Instrumen", f"{assessment.instrument}, versi {assessment.version.number}"),
        ("Status", assessment.get_status_display()),
    ]
    if assessment.is_imported:
        told.append(("Diisi", f"{waktu(assessment.submitted_at, shelter)}, di luar Balai"))
        told.append(("Diimpor", f"{assessment.imported_by}, {waktu(assessment.imported_at, shelter)}"))
        return told
    told.append(("Dimulai", f"{assessment.started_by}, {waktu(assessment.started_at, shelter)}"))
    if assessment.submitted_at:
        told.append(("Diselesaikan", f"{assessment.submitted_by}, {waktu(assessment.submitted_at, shelter)}"))
    if assessment.corrects_id:
        told.append(
            (
                "Memperbaiki",
                f"asesmen {waktu(assessment.corrects.submitted_at, shelter)}: {assessment.correction_reason}",
            )
        )
    if assessment.reviewed_at:
        told.append(("Ditinjau", f"{assessment.signed_by}, {waktu(assessment.reviewed_at, shelter)}"))
    return told


class Reader:
    def __init__(self, assessment, whole):
        self.hidden, self.left_out = set() if whole else sensitive_paths(assessment.form, assessment.stay), 0
        self.number_of = Paper(assessment.form).number_of
        self.parts = []
        for page in assessment.state().pages:
            self.parts += [part for part in self.read(page, top=True) if part.has_anything]

    def read(self, section, *, top):
        here = Answered(section.label, top=top)
        found = [here]
        for item in section.items:
            if item.is_question:
                self.tell(here, item)
            else:
                found += self.read(item, top=False)
        return found

    def tell(self, here, state):
        question = state.question
        if plain(question.path) in self.hidden:
            self.left_out += state.value is not None
        elif question.type == "note":
            if state.label != question.label:  # one that says a result, not one that explains
                here.results.append(state.label)
        elif state.value is not None:
            here.rows.append((self.number_of.get(plain(state.path), ""), state.label, state.shown))
        elif state.required or question.type == "select_one":
            here.unasked.append(state.label.rstrip("?: "))
