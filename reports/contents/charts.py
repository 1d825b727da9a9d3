"""The charts of the month's paper, drawn from its plain figures: an address of a picture, and the same in words."""

from base64 import b64encode
from datetime import date
from typing import NamedTuple

from django.template.loader import render_to_string

WIDTH, ROW, LABELS = 480, 30, 175
DAYS_HEIGHT, TOP, FOOT = 110, 14, 14


class Chart(NamedTuple):
    title: str
    address: str
    words: str


def charts(figures):
    """Of the types and of the days, by where they stand; none where there is nothing to show."""
    days = figures["contents"]["meals"]["days"] if "contents" in figures else []
    of_types, of_days = type_chart(figures["spm"]["types"]), day_chart(days, figures["about"]["label"])
    return {"type_charts": [of_types] if of_types else [], "day_charts": [of_days] if of_days else []}


def type_chart(types):
    """One bar per type with people: the pale part is in scope, the dark one served."""
    types = [kind for kind in types if kind["in_scope"]]
    if not types:
        return None
    most, room = max(kind["in_scope"] for kind in types), WIDTH - LABELS - 70
    bars = [
        {
            "label": kind["group"], "y": number * ROW, "pale": max(2, room * kind["in_scope"] // most),
            "dark": room * kind["served"] // most, "text": f"{kind['served']} dari {kind['in_scope']}",
        }
        for number, kind in enumerate(types)
    ]  # fmt: skip
    words = "; ".join(f"{kind['group']}: {kind['served']} dari {kind['in_scope']} terlayani" for kind in types)
    drawn = {"bars": bars, "width": WIDTH, "height": ROW * len(bars), "left": LABELS}
    return Chart("Terlayani dari sasaran", picture("reports/_month_type_chart.svg", drawn), words)


def day_chart(days, label):
    """Persons in the house, day by day."""
    counts = [(date.fromisoformat(day).day, persons) for day, persons, *_ in days]
    most = max((persons for _, persons in counts), default=0)
    if not most:
        return None
    room, step = DAYS_HEIGHT - TOP - FOOT, WIDTH / 31
    bars = [
        {"x": round((day - 1) * step + 2), "height": round(room * persons / most),
         "y": DAYS_HEIGHT - FOOT - round(room * persons / most), "day": day, "persons": persons,
         "middle": round((day - 0.5) * step)}
        for day, persons in counts
    ]  # fmt: skip
    least = min(persons for _, persons in counts)
    drawn = {"bars": bars, "width": WIDTH, "height": DAYS_HEIGHT, "base": DAYS_HEIGHT - FOOT, "thick": round(step) - 4}
    words = f"Jiwa hadir per hari pada {label}: paling sedikit {least}, paling banyak {most}."
    return Chart("Jiwa hadir per hari", picture("reports/_month_day_chart.svg", drawn), words)


def picture(template, drawn):
    """As a data: address: so the paper can say in words what it shows, for whoever does not see it."""
    return "data:image/svg+xml;base64," + b64encode(render_to_string(template, drawn).encode()).decode()
