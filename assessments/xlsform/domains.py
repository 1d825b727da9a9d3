"""Scored domains: which questions count, what each answer gives, and the bands of the sum."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from django.utils.text import slugify

from assessments.scoring import Band, Domain, Scored
from assessments.xlsform.problems import Problem
from assessments.xlsform.question import SELECTS, YES, Choice, Page, Question
from assessments.xlsform.sheets import Sheets

DOMAIN, SCORE = "bind::balai:domain", "bind::balai:score"
BANDS, WEAK, METHOD = "balai_pita", "lemah", "balai:score"
METHODS = {"": False, "jumlah": False, "sum": False, "rata-rata": True, "mean": True}
MOST = 10_000


def domains(sheets: Sheets, pages: Iterable[Page], lists: Mapping[str, list[Choice]]) -> tuple[Domain, ...]:
    """In the order of the sheet. Questions name their domain by its label: equal words, equal domain."""
    said = sheets.settings[0].get(METHOD).lower() if sheets.settings else ""
    if said not in METHODS:
        sheets.problems.append(sheets.settings[0].problem(METHOD, "Tulis jumlah atau rata-rata."))
    labels, counted = {}, {}
    everything = [item for page in pages for item in (page, *page.walk())]
    repeated = {item.path for repeat in everything if repeat.is_repeat for item in repeat.walk()}
    for question in (item for item in everything if item.is_question):
        if question.domain and question.path in repeated:
            sheets.problems.append(_problem(question, DOMAIN, "Pertanyaan dalam pengulangan tidak dapat dinilai."))
            continue
        scored = _scored(question, sheets.problems)
        if scored:
            slug = slug_of(question.domain)
            labels.setdefault(slug, question.domain)
            counted.setdefault(slug, []).append(scored)
    return tuple(
        Domain(slug, labels[slug], tuple(questions), _bands(slug, sheets, lists), METHODS.get(said, False))
        for slug, questions in counted.items()
    )


def slug_of(label: str) -> str:
    return slugify(label).replace("-", "_")[:60]


def _scored(question: Question, problems: list) -> Scored | None:
    if not question.domain:
        if question.score:
            problems.append(_problem(question, SCORE, f"Tulis bidangnya di kolom {DOMAIN}."))
        return None
    many = question.type == "select_multiple"
    points = {choice.name: choice.score for choice in question.choices if choice.score is not None}
    points |= _pairs(question, problems)
    scored = Scored(question.path, points, many)
    reason = None
    if question.type not in SELECTS:
        reason = "Bidang hanya untuk pertanyaan pilihan."
    elif not slug_of(question.domain) or len(question.domain) > 150:
        reason = "Nama bidang harus memuat huruf dan paling banyak 150 huruf."
    elif not points:
        reason = "Beri nilai pada pilihannya: kolom balai:score di lembar choices."
    elif any(not _is_fit(point) for point in points.values()):
        reason = f"Nilai paling banyak dua angka di belakang koma, antara −{MOST} dan {MOST}."
    elif scored.lowest == scored.highest:
        reason = "Semua pilihan bernilai sama; pertanyaan ini tidak menilai apa-apa."
    if reason:
        problems.append(_problem(question, DOMAIN if not points or question.type not in SELECTS else SCORE, reason))
    return None if reason else scored


def _pairs(question: Question, problems: list) -> dict[str, Decimal]:
    """`ya=2 kadang=1`: for this question alone, before what the choices sheet says."""
    found = {}
    for part in question.score.split():
        name, paired, number = part.rpartition("=")
        try:
            found[name] = Decimal(number.replace(",", ".") if paired else "?")
        except InvalidOperation:
            problems.append(_problem(question, SCORE, f"“{part}” bukan pasangan jawaban=nilai."))
            continue
        if not question.choice(name):
            problems.append(_problem(question, SCORE, f"Pilihan “{name}” tidak ada."))
    return found


def _bands(slug: str, sheets: Sheets, lists: Mapping[str, list[Choice]]) -> tuple[Band, ...]:
    """From the list balai_pita_<domain>, or the one that all domains share."""
    name = f"{BANDS}_{slug}" if f"{BANDS}_{slug}" in lists else BANDS
    choices = lists.get(name, [])
    rows = [row for row in sheets.choices if row.cells and row.get("list_name") == name]
    bands = []
    for row, choice in zip(rows, choices, strict=True):
        if choice.score is None or not _is_fit(choice.score):
            sheets.problems.append(row.problem("balai:score", "Isi nilai terendah pita ini."))
        elif any(band.minimum == choice.score for band in bands):
            sheets.problems.append(row.problem("balai:score", "Dua pita mulai dari nilai yang sama."))
        else:
            is_weak = choice.columns.get(WEAK, "").lower() in YES
            bands.append(Band(choice.score, choice.label, is_weak))
    bands.sort()
    weak = "".join("x" if band.is_weak else "-" for band in bands)
    if not re.fullmatch(r"-*|x+-+|-+x+", weak):
        sheets.problems.append(rows[0].problem(WEAK, "Tandai lemah hanya di satu ujung: pita terendah atau tertinggi."))
    return tuple(bands)


def _is_fit(number: Decimal) -> bool:
    return number.is_finite() and abs(number) <= MOST and number == round(number, 2)


def _problem(question: Question, column: str, reason: str) -> Problem:
    return Problem("survey", question.row, column, reason)
