"""A month of a shelter as plain values: what the report prints, and what a signature freezes.

One dict, by section; JSON keeps every value of it (numbers, text, lists in their order; percentages as text). The
PDF and the page of a signed month draw from it alone. Another section is another function in SECTIONS; it takes what
was read of the month and returns plain values.
"""

from functools import cached_property

from reports.figures.recap import SEX_LABELS, figures, read
from reports.month import Month
from reports.spm.month import spm_month

MOVEMENTS = [
    ("opening", "Keadaan awal"), ("arrivals", "Masuk"), ("departures", "Keluar"), ("closing", "Keadaan akhir"),
]  # fmt: skip
VOLUMES = [
    ("persons", "Orang yang dilayani", "orang"), ("nights", "Malam di panti", "malam"),
    ("nights_away", "Malam tidak di panti", "malam"), ("day_services", "Layanan harian tanpa menginap", "kali"),
]  # fmt: skip
TABLES = [
    ("by_category", "Masuk menurut kategori"), ("by_sex", "Masuk menurut jenis kelamin"),
    ("by_source", "Masuk menurut sumber rujukan"), ("by_exit", "Keluar menurut alasan"),
    ("by_destination", "Keluar menurut tujuan"),
]  # fmt: skip


class Reading:
    """What was read of a shelter's month, once for all sections and for the people behind them."""

    def __init__(self, shelter, month: Month):
        self.shelter, self.month, self.today = shelter, month, shelter.today()

    @cached_property
    def spm(self):
        return spm_month(self.shelter, self.month)

    @cached_property
    def rows(self):
        """The arguments of recap.figures: stays, nights away, people served, and the dates."""
        return read(self.shelter, self.month.first, self.month.last)

    @cached_property
    def recap(self):
        return figures(*self.rows)


def month_figures(shelter, month):
    return figures_of(Reading(shelter, month))


def figures_of(reading):
    return {name: section(reading) for name, section in SECTIONS.items()}


def about(reading):
    """Whose month it is, and up to which day it counts."""
    shelter, month = reading.shelter, reading.month
    return {
        "shelter": shelter.name,
        "slug": shelter.slug,
        "level": shelter.get_level_display(),
        "period": str(month),
        "label": month.label,
        "first": str(month.first),
        "last": str(month.last),
        "counted_until": str(min(month.last, reading.today)),
        "is_provisional": reading.today <= month.last,
    }


def spm_section(reading):
    return {"types": [type_values(figures) for figures in reading.spm.types]}


def type_values(figures):
    kind = figures.service_type
    return {
        "code": kind.code,
        "label": kind.label,
        "group": kind.get_group_display(),
        "in_scope": len(figures.in_scope),
        "served": len(figures.served),
        "unserved": len(figures.unserved),
        "percent": text(figures.percent),
        "services": [
            {
                "slug": line.service.slug,
                "label": line.service.label,
                "for_whom": line.for_whom,
                "rule": line.in_words,
                "needed": len(line.needed),
                "fulfilled": len(line.fulfilled),
                "percent": text(line.percent),
            }
            for line in figures.services
        ],
    }


def recap_section(reading):
    found = reading.recap
    return {
        "movements": [{"key": key, "label": label, "value": getattr(found, key)} for key, label in MOVEMENTS],
        "volumes": [
            {"key": key, "label": label, "value": getattr(found, key), "unit": unit} for key, label, unit in VOLUMES
        ],
        "tables": [
            {"key": key, "title": title, "rows": [[shown(key, name), n] for name, n in getattr(found, key).items()]}
            for key, title in TABLES
        ],
    }


def shown(key, name):
    return SEX_LABELS.get(name, name) if key == "by_sex" else name


def text(number):
    return None if number is None else str(number)


def contents(reading):
    """The rest of the monthly report. Its modules ask for models that are defined by way of this one."""
    from reports.contents.section import contents  # noqa: PLC0415

    return contents(reading)


SECTIONS = {"about": about, "spm": spm_section, "recap": recap_section, "contents": contents}
