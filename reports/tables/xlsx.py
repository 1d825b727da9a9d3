"""XLSX written row by row, straight into the archive: text stays text, no formula, no link, a day's memory for a year.

Six times as fast as XlsxWriter's constant_memory on the same rows (make bench), because it can do less: values in
seven kinds of column, a frozen head, a filter, widths. Cells carry text inline, in the format “@”, so that Excel
takes nothing for a formula even when somebody edits the cell.
"""

import re
import zipfile
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from queue import Queue
from threading import Thread

from reports.tables.table import Kind

NUMBERS = (int, float, Decimal)
LONGEST_TEXT = 32_767  # of a cell in Excel
MOST_ROWS = 1_000_000  # on one sheet; Excel itself ends at 1,048,576
BLOCK = 500  # rows given to the archive at once
AHEAD = 4  # of them that wait to be compressed
EPOCH = 693_594  # Excel's day 0, as date.toordinal counts
FIRST_DAY = date(1900, 3, 1).toordinal()  # earlier ones Excel counts wrongly, so they are text
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What XML or Excel reads as more than text, besides what cannot be printed; hardly any text has one.
SPECIAL = ("&", "<", ">", "_x", "  ", " |", "| ")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Places in the list of cell formats below.
STYLE = {
    Kind.ANY: 0,
    Kind.TEXT: 1,
    Kind.INT: 2,
    Kind.DECIMAL: 3,
    Kind.MONEY: 4,
    Kind.DATE: 5,
    Kind.DATETIME: 6,
    Kind.PERCENT: 7,
}
BOLD, BOLD_FROM = 8, 8  # bold text; a bold cell of any kind stands as many places later
FORMATS = [0, 49, 3, 4, 165, 166, 167, 10]
STYLES = (
    f'{HEAD}<styleSheet {MAIN}><numFmts count="3"><numFmt numFmtId="165" formatCode="&quot;Rp&quot;#,##0"/>'
    '<numFmt numFmtId="166" formatCode="dd/mm/yyyy"/><numFmt numFmtId="167" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/>'
    '</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
    'patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
    f'</cellStyleXfs><cellXfs count="{2 * len(FORMATS)}">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" xfId="0" applyNumberFormat="1" applyFont="1"/>'
        for font in (0, 1)
        for number in FORMATS
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_xlsx(file, table, tick=None):
    """Write the table and its sheet “Keterangan”. Returns the number of rows.

    `tick(rows so far)` is called now and then; a long table goes on on further sheets.
    """
    count, names = 0, []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        rows = iter(table.rows)
        while True:
            names.append(sheet_name(table.title, len(names)))
            with part(archive, f"xl/worksheets/sheet{len(names)}.xml") as write:
                written = write_sheet(write, table, islice(rows, MOST_ROWS), len(names), count, tick)
            count += written
            following = next(rows, None) if written == MOST_ROWS else None
            if following is None:
                break
            rows = chain([following], rows)
        names.append("Keterangan")
        with part(archive, f"xl/worksheets/sheet{len(names)}.xml") as write:
            write_remarks(write, [*table.remarks, ("Jumlah baris", str(count))])
        write_frame(archive, names)
    return count


@contextmanager
def part(archive, name):
    """Yields a function that writes text into this part of the archive.

    A second thread compresses, which needs no Python: so it costs the export no time on a machine with two cores.
    """
    waiting, failed = Queue(maxsize=AHEAD), []
    texts = iter(waiting.get, None)

    def compress():
        try:
            with archive.open(name, "w", force_zip64=True) as out:
                for text in texts:
                    out.write(text.encode())
        except OSError as error:  # the disk is full: said to whoever writes on
            failed.append(error)
            for _ in texts:  # none any more, if it was full at the end
                pass

    def write(text):
        if failed:
            raise failed[0]
        waiting.put(text)

    worker = Thread(target=compress)
    worker.start()
    try:
        yield write
    finally:
        waiting.put(None)
        worker.join()
    if failed:
        raise failed[0]


def write_sheet(write, table, rows, number, before, tick):
    columns = table.columns
    letters = [letter(place) for place in range(len(columns))]
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{column.characters}" customWidth="1"/>'
        for place, column in enumerate(columns, 1)
    )
    chosen = ' tabSelected="1"' if number == 1 else ""
    write(
        f'{HEAD}<worksheet {MAIN}><sheetViews><sheetView{chosen} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{widths}</cols><sheetData>'
    )
    write(line(1, zip(letters, (column.heading for column in columns), strict=True), bold_text))
    last = 1
    ways = [WAYS[column.kind](place, STYLE[column.kind]) for column, place in zip(columns, letters, strict=True)]
    while block := list(islice(rows, BLOCK)):
        write(lines(ways, block, last + 1))
        last += len(block)
        if tick:
            tick(before + last - 1)
    if table.total is not None:
        bold = [
            WAYS[column.kind](a, STYLE[column.kind] + BOLD_FROM) for column, a in zip(columns, letters, strict=True)
        ]
        write(lines(bold, [table.total], last + 1))
    write(f'</sheetData><autoFilter ref="A1:{letters[-1]}{last}"/></worksheet>')
    return last - 1


def lines(ways, block, first):
    """Column by column: a loop without a call per cell is what makes this writer fast."""
    numbers = range(first, first + len(block))
    cells = [way(values, numbers) for way, values in zip(ways, zip(*block, strict=True), strict=True)]
    rows = zip(numbers, zip(*cells, strict=True), strict=True)
    return "".join([f'<row r="{n}">{"".join(row)}</row>' for n, row in rows])


def texts(place, style):
    start, end = f'<c r="{place}', f'" t="inlineStr" s="{style}"><is>'

    def one(value, n):
        if value is None or value == "":
            return ""
        value = value if isinstance(value, str) else str(value)
        return f"{start}{n}{end}{inline(value)}</is></c>"

    def many(values, numbers):
        cells = zip(values, numbers, strict=True)
        try:
            joined = f"|{'|'.join([value or '' for value in values])}|"
        except TypeError:  # not text, in a column of texts
            return [one(value, n) for value, n in cells]
        if not is_plain(joined):
            return [one(value, n) for value, n in cells]
        return [f"{start}{n}{end}<t>{value}</t></is></c>" if value else "" for value, n in cells]

    return many


def is_plain(joined):
    """Nothing in these texts needs care; the marks between them let blanks at an end be seen."""
    if len(joined) > LONGEST_TEXT and max(map(len, joined.split("|"))) > LONGEST_TEXT:
        return False
    return joined.isprintable() and not any(mark in joined for mark in SPECIAL)


def numbers_of(place, style):
    start, end, text = f'<c r="{place}', f'" s="{style}"><v>', texts(place, style)

    def one(value, n):
        if value is None:
            return ""
        return f"{start}{n}{end}{value}</v></c>" if isinstance(value, NUMBERS) else text((value,), (n,))[0]

    return lambda values, numbers: [one(value, n) for value, n in zip(values, numbers, strict=True)]


def percents(place, style):
    plain = numbers_of(place, style)
    return lambda values, ns: plain([v / 100 if isinstance(v, NUMBERS) else v for v in values], ns)


def dates(place, style):
    start, end, text = f'<c r="{place}', f'" s="{style}"><v>', texts(place, STYLE[Kind.TEXT])

    def one(value, n):
        if value is None:
            return ""
        if isinstance(value, date) and value.toordinal() >= FIRST_DAY:
            return f"{start}{n}{end}{value.toordinal() - EPOCH}</v></c>"
        return text((value,), (n,))[0]

    return lambda values, numbers: [one(value, n) for value, n in zip(values, numbers, strict=True)]


def moments(place, style):
    start, end, text = f'<c r="{place}', f'" s="{style}"><v>', texts(place, STYLE[Kind.TEXT])

    def one(value, n):
        if value is None:
            return ""
        if not isinstance(value, datetime) or value.toordinal() < FIRST_DAY:
            return text((value,), (n,))[0]
        seconds = value.hour * 3600 + value.minute * 60 + value.second
        return f"{start}{n}{end}{value.toordinal() - EPOCH + seconds / 86_400:.10f}</v></c>"

    return lambda values, numbers: [one(value, n) for value, n in zip(values, numbers, strict=True)]


def as_they_are(place, style):
    """Each value in its own way, for a column of answers."""
    more = style - STYLE[Kind.ANY]
    text, day = texts(place, STYLE[Kind.TEXT] + more), dates(place, STYLE[Kind.DATE] + more)
    number = numbers_of(place, style)

    def way(value):
        return day if isinstance(value, date) else number if isinstance(value, NUMBERS) else text

    return lambda values, ns: [way(value)((value,), (n,))[0] for value, n in zip(values, ns, strict=True)]


WAYS = {
    Kind.ANY: as_they_are, Kind.TEXT: texts, Kind.INT: numbers_of, Kind.DECIMAL: numbers_of, Kind.MONEY: numbers_of,
    Kind.DATE: dates, Kind.DATETIME: moments, Kind.PERCENT: percents,
}  # fmt: skip


def inline(text):
    """Text with something in it that XML or Excel would read as more than text."""
    text = UNREADABLE.sub("", text)[:LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<t xml:space="preserve">{text}</t>'


def line(number, cells, way):
    return f'<row r="{number}">{"".join(way(place, number, text) for place, text in cells)}</row>'


def bold_text(place, number, text):
    return f'<c r="{place}{number}" t="inlineStr" s="{BOLD_FROM + STYLE[Kind.TEXT]}"><is>{inline(text)}</is></c>'


def plain_text(place, number, text):
    return f'<c r="{place}{number}" t="inlineStr" s="{STYLE[Kind.TEXT]}"><is>{inline(text)}</is></c>'


def write_remarks(write, pairs):
    write(
        f'{HEAD}<worksheet {MAIN}><cols><col min="1" max="1" width="28" customWidth="1"/>'
        '<col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>'
    )
    for number, (label, value) in enumerate(pairs, 1):
        left, right = bold_text("A", number, str(label)), plain_text("B", number, str(value))
        write(f'<row r="{number}">{left}{right}</row>')
    write("</sheetData></worksheet>")


def write_frame(archive, names):
    """What holds the sheets together; written last, because only now their number is known."""
    numbers = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, names, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    links += f'<Relationship Id="rId{len(names) + 1}" Type="{OFFICE}/styles" Target="styles.xml"/>'
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPE}.worksheet+xml"/>' for n in numbers
    )
    frame = {
        "xl/styles.xml": STYLES,
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/><Override '
        f'PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>{kinds}</Types>',
    }
    for name, text in frame.items():
        with part(archive, name) as write:
            write(text)


def sheet_name(title, number):
    """At most 31 letters, and none of those that Excel keeps for itself."""
    clean = re.sub(r"[\[\]:*?/\\&<>\"']", " ", title).strip()
    return f"{clean[:26]} ({number + 1})" if number else clean[:31] or "Tabel"


def letter(place):
    """0 is A, 26 is AA."""
    place, rest = divmod(place, 26)
    return (letter(place - 1) if place else "") + chr(65 + rest)
