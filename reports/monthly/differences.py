"""What is different between two states of a month: figures, and the people who changed. Pure, on plain values."""

from reports.monthly.digest import canonical
from reports.monthly.figures import MOVEMENTS, TABLES, VOLUMES
from reports.monthly.people import FULFILLED, RECAP

NAMES = {key: label for key, label, *_ in [*MOVEMENTS, *VOLUMES, *TABLES]}
RESULTS = {True: "ya", False: "tidak"}
# Sections whose figures are compared one by one; of any other it is said that it changed.
COMPARED = ("spm", "recap")
NOT_COMPARED = ("about", "contents", "signature", "gaps", "gaps_reason")
# Of what fills the month's report only what the database marks when it changes (migrations 0002 and 0007); the work of
# the month and the texts stand as they were known on the day of the signature.
CONTENTS = {"movements": "Mutasi menurut jenis kelamin dan usia", "meals": "Permakanan"}


def compare(before, people_before, after, people_after):
    """{"lines": figures that changed, "people": who changed and how}; empty when nothing did."""
    lines = figure_lines(before, after)
    people = people_lines(people_before, people_after, labels_of(before) | labels_of(after))
    return {"lines": lines, "people": people} if lines or people else {}


def figure_lines(before, after):
    old, new = flat(before), flat(after)
    lines = [
        {"part": part, "label": label, "before": old.get((part, label), 0), "after": new.get((part, label), 0)}
        for part, label in dict.fromkeys([*new, *old])
        if old.get((part, label), 0) != new.get((part, label), 0)
    ]
    return lines + other_sections(before, after)


def other_sections(before, after):
    """What is no table of figures: said to differ, without going into it."""
    names = [name for name in after if name not in COMPARED + NOT_COMPARED and name in before]
    changed = [(name, name) for name in names if canonical(before[name]) != canonical(after[name])]
    old, new = before.get("contents", {}), after.get("contents", {})
    changed += [
        (name, label)
        for name, label in CONTENTS.items()
        if name in old and name in new and canonical(old[name]) != canonical(new[name])
    ]
    return [{"part": "Bagian lain", "label": label, **amounts(name, old, new)} for name, label in changed]


def amounts(name, old, new):
    """Of the meals what they cost, where that is what changed."""
    if name != "meals" or old[name]["rupiah"] == new[name]["rupiah"]:
        return {"before": None, "after": None}
    return {"before": old[name]["rupiah"], "after": new[name]["rupiah"]}


def flat(figures):
    """{(part, label): number}, in the order of the report."""
    found = {}
    recap = figures["recap"]
    for line in recap["movements"] + recap["volumes"]:
        found["Rekap penghuni", line["label"]] = line["value"]
    for table in recap["tables"]:
        found |= {(table["title"], name): number for name, number in table["rows"]}
    for kind in figures["spm"]["types"]:
        found |= {(kind["label"], "Sasaran"): kind["in_scope"], (kind["label"], "Terlayani"): kind["served"]}
        for line in kind["services"]:
            found[kind["label"], f"{line['label']}: butuh"] = line["needed"]
            found[kind["label"], f"{line['label']}: terpenuhi"] = line["fulfilled"]
    return found


def labels_of(figures):
    """{code of a type or slug of a service: its label}"""
    labels = {}
    for kind in figures["spm"]["types"]:
        labels[kind["code"]] = kind["label"]
        labels |= {line["slug"]: line["label"] for line in kind["services"]}
    return labels


def people_lines(before, after, labels):
    old, new = by_client(before), by_client(after)
    found = []
    for client in sorted(old.keys() | new.keys()):
        was, now = old.get(client, {}), new.get(client, {})
        if changes := changes_of(was, now, labels):
            number = next(row["number"] for row in [*now.values(), *was.values()])
            found.append({"client": client, "number": number, "changes": changes})
    return found


def by_client(people):
    found = {}
    for row in people:
        found.setdefault(row["client"], {})[row["type"]] = row
    return found


def changes_of(was, now, labels):
    """[(figure, before, after)] of one person, in words."""
    counted_before, counted_now = (side.get(RECAP, {}).get("counted", {}) for side in (was, now))
    changes = [
        [figure_name(key), counted_before.get(key, 0), counted_now.get(key, 0)]
        for key in dict.fromkeys([*counted_now, *counted_before])
        if counted_before.get(key, 0) != counted_now.get(key, 0)
    ]
    for kind in sorted((was.keys() | now.keys()) - {RECAP}):
        changes += standard_changes(labels.get(kind, kind), was.get(kind), now.get(kind), labels)
    return changes


def standard_changes(kind, was, now, labels):
    if not was or not now:
        return [[f"Sasaran {kind}", RESULTS[bool(was)], RESULTS[bool(now)]]]
    changes = [[f"Terlayani {kind}", RESULTS[was["served"]], RESULTS[now["served"]]]]
    changes = changes if was["served"] != now["served"] else []
    for slug in sorted(was["services"].keys() | now["services"].keys()):
        old, new = was["services"].get(slug), now["services"].get(slug)
        if old != new:
            changes.append([labels.get(slug, slug), result(old), result(new)])
    return changes


def result(state):
    if state is None:
        return "tidak dibutuhkan"
    return "terpenuhi" if state == FULFILLED else "belum terpenuhi"


def figure_name(key):
    table, _, name = key.partition("/")
    return f"{NAMES[table]}: {name}" if name else NAMES[table]
