"""The choices sheet, and which basic services an answer opens."""

from collections.abc import Set
from decimal import Decimal, InvalidOperation

from assessments.xlsform.outline import Line
from assessments.xlsform.question import SELECTS, YES, Choice
from assessments.xlsform.sheets import CHOICE_OWN, Row, Sheets

NOT_COLUMNS = {"list_name", "name", "label"} | CHOICE_OWN


def choice_lists(sheets: Sheets, needs: Set[str] | None) -> dict[str, list[Choice]]:
    lists: dict[str, list[Choice]] = {}
    for row in sheets.choices:
        if not row.cells:
            continue
        sheets.problems += [
            row.problem(column, f"Isi {column}.") for column in ("list_name", "name", "label") if not row.get(column)
        ]
        held = lists.setdefault(row.get("list_name"), [])
        if any(choice.name == row.get("name") for choice in held):
            sheets.problems.append(row.problem("name", f"Pilihan “{row.get('name')}” ada dua kali."))
        if any(letter.isspace() for letter in row.get("name")):
            sheets.problems.append(row.problem("name", "Nama pilihan tidak boleh memuat spasi."))
        held.append(_choice(row, sheets, needs))
    return lists


def _choice(row: Row, sheets: Sheets, needs: Set[str] | None) -> Choice:
    slugs = tuple(row.get("balai:need").split())
    sheets.problems += [row.problem("balai:need", _unknown(slug)) for slug in _not_in(slugs, needs)]
    score = None
    if row.get("balai:score"):
        try:
            score = Decimal(row.get("balai:score").replace(",", "."))
        except InvalidOperation:
            sheets.problems.append(row.problem("balai:score", "Nilai harus berupa angka."))
    columns = {column: text for column, text in row.cells.items() if column not in NOT_COLUMNS}
    return Choice(row.get("name"), row.get("label"), slugs, score, columns)


def opens(line: Line, lists: dict[str, list[Choice]], needs: Set[str] | None, problems: list):
    """Answer -> slugs. bind::balai:need is `food`, opened by yes, or pairs: `berat=emergency ringan=food`."""
    choices = lists.get(line.list_name, [])
    opened: dict[str, tuple[str, ...]] = {choice.name: choice.needs for choice in choices if choice.needs}
    column = "bind::balai:need"
    for part in line.row.get(column).split():
        answer, paired, slug = part.rpartition("=")
        problems += [line.row.problem(column, _unknown(slug)) for slug in _not_in([slug], needs)]
        names = [answer] if paired else _yes(line, choices)
        if not names:
            problems.append(line.row.problem(column, "Tidak ada pilihan “ya”; tulis jawaban=kebutuhan."))
        if paired and line.type in SELECTS and not any(choice.name == answer for choice in choices):
            problems.append(line.row.problem(column, f"Pilihan “{answer}” tidak ada."))
        for name in names:
            opened[name] = (*opened.get(name, ()), slug)
    return opened


def _yes(line: Line, choices: list[Choice]) -> list[str]:
    offered = {choice.name for choice in choices}
    return [name for name in YES if line.type not in SELECTS or name in offered]


def _not_in(slugs, needs: Set[str] | None) -> list[str]:
    return [] if needs is None else [slug for slug in slugs if slug not in needs]


def _unknown(slug: str) -> str:
    return f"Kebutuhan “{slug}” tidak dikenal."
