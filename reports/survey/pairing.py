"""Which column of an old form answers which element: by its words and its answers, never by its place.

The model questionnaire asks sarana before pengaduan, and forms number their questions as they please (skm.md §2): so a
column is proposed only where its heading and its answers leave one element, and everything else has to be chosen.
"""

import re
from dataclasses import dataclass

from reports.models import SurveyElement, SurveyQuestion

NONE = "-"  # chosen: the form did not ask it
# Whole words of a heading. "Saran" is a suggestion, "sarana" an element.
WORDS = {
    "U1": {"persyaratan"},
    "U2": {"prosedur", "mekanisme"},
    "U3": {"kecepatan", "waktu"},
    "U4": {"biaya", "tarif"},
    "U5": {"produk", "spesifikasi"},
    "U6": {"kompetensi", "kemampuan", "kompeten"},
    "U7": {"perilaku", "kesopanan", "keramahan"},
    "U8": {"pengaduan"},
    "U9": {"sarana", "prasarana"},
}
ABOUT = {
    "date": (
        "Tanggal",
        {"timestamp", "cap waktu", "tanggal", "tanggal survei", "tanggal pengisian", "waktu pengisian"},
    ),
    "respondent": ("Siapa yang menjawab", {"responden", "anda siapa", "status responden", "anda adalah", "hubungan"}),
    "sex": ("Jenis kelamin", {"jenis kelamin", "kelamin", "jk", "l p"}),
    "age_band": ("Usia", {"usia", "umur", "usia anda", "kelompok usia"}),
    "education": ("Pendidikan", {"pendidikan", "pendidikan terakhir"}),
    "occupation": ("Pekerjaan", {"pekerjaan", "pekerjaan utama"}),
    "service": ("Layanan yang diterima", {"layanan yang diterima", "jenis layanan", "nama layanan"}),
    "suggestion": ("Saran", {"saran", "kritik dan saran", "saran dan masukan", "saran masukan", "saran kritik"}),
}


@dataclass(frozen=True)
class Target:
    key: str  # an element's code, or a field of the response
    label: str
    is_element: bool = False


def targets():
    elements = [Target(one.code, str(one), True) for one in SurveyElement.objects.all()]
    return [*elements, *(Target(key, label) for key, (label, _) in ABOUT.items())]


def fold(text):
    return " ".join(re.findall(r"\w+", text.casefold()))


class Answers:
    """What each element was answered with, in all wordings that it ever had: two queries for a file of any length."""

    def __init__(self):
        self.words, self.wordings = {}, {}
        for question in SurveyQuestion.objects.order_by("valid_from"):
            said = self.words.setdefault(question.element_id, {})
            said.update({fold(text): score for score, text in question.answers})
            self.wordings.setdefault(question.element_id, set()).add(fold(question.wording))

    def score(self, code, text):
        """1 to 4 of a cell, or None where it is not known. “4 - Gratis” has to agree with itself."""
        if re.fullmatch(r"[1-4]", text):
            return int(text)
        known = self.words.get(code, {})
        if fold(text) in known:
            return known[fold(text)]
        found = re.fullmatch(r"([1-4a-d])\s*[.)=:\-–]\s*(.+)", text.strip(), re.IGNORECASE)
        if not found:
            return None
        score, mark = known.get(fold(found[2])), found[1]
        return None if mark.isdigit() and int(mark) != score else score

    def fitting(self, values):
        """The elements that these texts are answers of, a wrong one here and there allowed; None for numbers alone."""
        texts = {value for value in values if not re.fullmatch(r"[1-4]?", value)}
        if not texts:
            return None
        known = {code: sum(bool(self.score(code, text)) for text in texts) for code in self.words}
        most = max(known.values(), default=0)
        return {code for code, count in known.items() if count == most} if most and 2 * most >= len(texts) else set()

    def named(self, heading):
        """The elements that a heading names: by code, by its question, or by its words."""
        said = fold(heading)
        codes = {f"U{number}" for number in re.findall(r"\bu\s?(\d{1,2})\b", said)} & set(self.words)
        asked = {code for code, wordings in self.wordings.items() if any(one in said for one in wordings)}
        words = set(said.split())
        return asked or codes | {code for code, marks in WORDS.items() if marks & words and code in self.words}


def propose(headings, rows):
    """({key: heading}, [headings that could be several]); a key of which two columns could be is left to be chosen."""
    answers, meant, unclear = Answers(), {}, []
    for place, heading in enumerate(headings):
        key = about(heading)
        if key is None:
            found = element(answers, heading, [cells[place] for _, cells in rows])
            if len(found) > 1:
                unclear.append(heading)
            key = next(iter(found)) if len(found) == 1 else None
        if key:
            meant.setdefault(key, []).append(heading)
    unclear += [heading for found in meant.values() if len(found) > 1 for heading in found]
    return {key: found[0] for key, found in meant.items() if len(found) == 1}, unclear


def about(heading):
    return next((key for key, (_, names) in ABOUT.items() if fold(heading) in names), None)


def element(answers, heading, values):
    """What heading and answers leave; all that either allows where they contradict each other."""
    named, fits = answers.named(heading), answers.fitting(values)
    if fits is None:
        return named
    if not fits:
        return set()  # its texts answer nothing that we ask
    return named & fits or named | fits if named else fits
