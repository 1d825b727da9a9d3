"""An instrument in Markdown as an Excel workbook, from which a department makes its own."""

import io

import xlsxwriter
from pyxform.xls2json_backends import get_xlsform

SHEETS = ("survey", "choices", "settings")
WIDTHS = {"label": 50, "hint": 40, "type": 28, "relevant": 40, "constraint": 40, "calculation": 40}


def as_workbook(source):
    """The three sheets of an XLSForm. Every cell stays text: a formula of the form is none of Excel's."""
    sheets = get_xlsform(bytes(source).decode(), file_type=".md")
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        heading = book.add_format({"bold": True, "bg_color": "#e3f0f1", "bottom": 1})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for name in SHEETS:
            rows = getattr(sheets, name) or []
            page = book.add_worksheet(name)
            page.freeze_panes(1, 0)
            columns = list(dict.fromkeys(column for row in rows for column in row))
            for place, column in enumerate(columns):
                page.set_column(place, place, WIDTHS.get(column, 18), text)
                page.write_string(0, place, column, heading)
            for number, row in enumerate(rows, 1):
                for place, column in enumerate(columns):
                    if row.get(column):
                        page.write_string(number, place, str(row[column]), text)
    return file.getvalue()
