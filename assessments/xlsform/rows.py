"""The rows of a form as others write them, in the one way that the rest of the reader knows.

Other spellings of a type, what ODK fills in by itself, `or_other`, and questions outside of any group: each becomes
rows that say the same, before anything is checked. Their numbers stay those of the sheet.
"""

import re

from assessments.xlsform.problems import Problem
from assessments.xlsform.sheets import Row, Sheets

BLOCK = re.compile(r"(begin|end)[ _](group|repeat|lgroup|looped group)", re.IGNORECASE)
SELECT = re.compile(
    r"(?:add )?(?P<kind>select[ _]one|select[ _]multiple|select1|select all that apply)"
    r"(?: prompt using| from)? (?P<list>\S+)(?P<other> (?:or_other|or other|or specify other))?",
    re.IGNORECASE,
)
TYPES = {
    "string": "text", "q string": "text", "text": "text", "int": "integer", "integer": "integer", "q int": "integer",
    "decimal": "decimal", "q decimal": "decimal", "photo": "image", "image": "image", "add image prompt": "image",
    "add photo prompt": "image", "file": "file", "add file prompt": "file", "trigger": "acknowledge",
    "acknowledge": "acknowledge", "acknowledgement": "acknowledge", "note": "note", "add note prompt": "note",
    "q note": "note", "date": "date", "add date prompt": "date", "q date": "date", "time": "time",
    "add time prompt": "time", "calculate": "calculate", "calculation": "calculate", "q calculate": "calculate",
}  # fmt: skip
FILLED = {"start": "once(now())", "end": "now()", "today": "once(today())"}
EMPTY = {"deviceid", "imei", "subscriberid", "simserial", "phonenumber", "phone number", "username", "email"}
DROPPED = {"audit", "start-geopoint", "background-audio"}
OTHER, OTHER_LABEL = "other", "Lainnya"


def rewrite(sheets: Sheets):
    rows = []
    for row in sheets.survey:
        if row.cells:
            rows += _rewritten(sheets, row)
    sheets.survey = _in_pages(sheets, rows)


def _rewritten(sheets: Sheets, row: Row) -> list[Row]:
    said = " ".join(row.get("type").split())
    if block := BLOCK.fullmatch(said):
        kind = "group" if block[2].lower() == "group" else "repeat"
        row.cells["type"] = f"{block[1].lower()}_{kind}"
        return [row]
    if said.lower() in FILLED | dict.fromkeys(EMPTY | DROPPED):
        return _filled(sheets, row, said.lower())
    if chosen := SELECT.fullmatch(said):
        kind = (
            "select_multiple" if "mult" in chosen["kind"].lower() or "all" in chosen["kind"].lower() else "select_one"
        )
        row.cells["type"] = f"{kind} {chosen['list']}"
        return _with_other(sheets, row, kind, chosen["list"]) if chosen["other"] else [row]
    row.cells["type"] = TYPES.get(said.lower(), said)
    return [row]


def _filled(sheets: Sheets, row: Row, said: str) -> list[Row]:
    """What ODK notes by itself: the times are filled in, the rest stays empty so that a reference to it still holds."""
    if said in DROPPED:
        sheets.warnings.append(row.problem("type", f"Jenis {said} tidak berlaku di sini; tidak dipakai."))
        return []
    meaning = "diisi otomatis" if said in FILLED else "tidak tersedia di sini; selalu kosong"
    sheets.warnings.append(row.problem("type", f"Jenis {said} {meaning}."))
    name = row.get("name") or said.replace(" ", "_")
    cells = {"type": "calculate", "name": name, "calculation": FILLED.get(said, "''")}
    return [Row(row.sheet, row.number, cells)]


def _with_other(sheets: Sheets, row: Row, kind: str, list_name: str) -> list[Row]:
    """One more choice, and a question that asks what it is: as ODK does, under the same names."""
    if row.get("choice_filter"):
        sheets.problems.append(row.problem("choice_filter", "choice_filter tidak dapat dipakai bersama or_other."))
        return [row]
    own = f"{list_name}_or_other"
    if not any(choice.get("list_name") == own for choice in sheets.choices):
        choices = [choice for choice in sheets.choices if choice.get("list_name") == list_name]
        sheets.choices += [Row("choices", choice.number, choice.cells | {"list_name": own}) for choice in choices]
        if choices and not any(choice.get("name") == OTHER for choice in choices):
            other = {"list_name": own, "name": OTHER, "label": OTHER_LABEL}
            sheets.choices.append(Row("choices", choices[-1].number, other))
    known = any(choice.get("list_name") == own for choice in sheets.choices)
    row.cells["type"] = f"{kind} {own if known else list_name}"
    asked = {"type": "text", "name": f"{row.get('name')}_other", "label": "Sebutkan lainnya"}
    asked["relevant"] = f"selected(${{{row.get('name')}}}, '{OTHER}')"
    return [row, Row(row.sheet, row.number, asked)]


def _in_pages(sheets: Sheets, rows: list[Row]) -> list[Row]:
    """Each top-level group is a page; what stands outside of one gets a page of its own."""
    names, depth, made, found = {row.get("name") for row in rows}, 0, 0, []
    loose: list[Row] = []

    def close():
        nonlocal made
        if not loose:
            return
        made += 1
        name = next(name for name in _page_names(made) if name not in names)
        names.add(name)
        found.extend(_page(sheets, name, loose))
        loose.clear()

    for row in rows:
        said = row.get("type")
        opens, closes = said in ("begin_group", "begin_repeat"), said in ("end_group", "end_repeat")
        if depth == 0 and (said == "begin_group" or closes):
            close()
            found.append(row)
            depth += opens
            continue
        if depth == 0 and said == "begin_repeat":
            close()
        (loose if depth == 0 or loose else found).append(row)
        depth += opens - closes
        if loose and depth == 0 and said == "end_repeat":
            close()
    close()
    return found


def _page_names(number: int):
    yield f"bagian_{number}"
    yield from (f"bagian_{number}_{more}" for more in range(1, 1000))


def _page(sheets: Sheets, name: str, rows: list[Row]) -> list[Row]:
    first = rows[0]
    asks = any(row.get("type") not in ("calculate", "end_group", "end_repeat") for row in rows)
    repeat = next((row for row in rows if row.get("type") == "begin_repeat"), None)
    title = sheets.settings[0].get("form_title") if sheets.settings else ""
    label = (repeat.get("label") if repeat else "") or title or "Lain-lain"
    if asks and not repeat:
        reason = f"Pertanyaan di luar grup dijadikan satu halaman, “{label}”."
        sheets.warnings.append(first.problem("type", reason))
    begin = Row("survey", first.number, {"type": "begin_group", "name": name, "label": label})
    return [begin, *rows, Row("survey", rows[-1].number, {"type": "end_group"})]


def too_many(sheets: Sheets, most: int) -> Problem | None:
    if len(sheets.survey) > most:
        reason = f"Paling banyak {most} baris pertanyaan dalam satu instrumen; bagilah menjadi beberapa."
        return Problem("survey", sheets.survey[most].number, None, reason)
    return None
