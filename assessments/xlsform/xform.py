"""The XForm that pyxform makes of the sheets, and the expressions that it wrote into it."""

import re

from lxml import etree
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from assessments.xlsform.problems import FormRefused
from assessments.xlsform.sheets import Sheets, from_pyxform, said_by_pyxform

BINDS = {
    "relevant": "relevant",
    "required": "required",
    "constraint": "constraint",
    "calculate": "calculation",
    "readonly": "read_only",
}
FILTER = re.compile(r"instance\('[^']+'\)/root/item\[(.*)\]", re.DOTALL)
COUNT = "{http://openrosa.org/javarosa}count"


def converted(sheets: Sheets) -> str:
    warnings: list[str] = []
    try:
        xform = convert(sheets.for_pyxform(), form_name="data", warnings=warnings).xform
    except PyXFormError as error:
        raise FormRefused([from_pyxform(error, sheets)]) from error
    # Pictures are made small here anyway.
    warnings = [said for said in warnings if "max-pixels" not in said]
    sheets.warnings += [said_by_pyxform(said, "Catatan pembaca XLSForm", sheets) for said in warnings]
    return xform


def sources(xform: etree._Element) -> dict[str, dict[str, str]]:
    """Per path and column the expressions that pyxform wrote into the XForm."""
    found: dict[str, dict[str, str]] = {}
    for element in xform.iter(etree.Element):
        tag, path = etree.QName(element).localname, _path(element.get("nodeset") or element.get("ref"))
        if tag == "bind":
            rules = {BINDS[name]: text for name, text in element.attrib.items() if name in BINDS}
            found.setdefault(path, {}).update(rules)
        elif tag == "setvalue":
            found.setdefault(path, {})["default"] = element.get("value")
        elif tag == "itemset" and (test := FILTER.fullmatch(element.get("nodeset"))):
            owner = _path(element.getparent().get("ref"))
            found.setdefault(owner, {})["choice_filter"] = test[1]
        elif tag == "repeat" and element.get(COUNT):
            found.setdefault(path, {})["repeat_count"] = _count(found, path, element.get(COUNT).strip())
    return found


def _count(found: dict, path: str, count: str) -> str:
    """pyxform moves a count that is more than one reference into a question of its own, beside the repeat."""
    name = path.rpartition("/")[2]
    counter = found.get(f"{path}_count", {})
    return counter.get("calculation", count) if count.endswith(f"/{name}_count") else count


def _path(reference: str | None) -> str:
    return (reference or "").removeprefix("/data/")
