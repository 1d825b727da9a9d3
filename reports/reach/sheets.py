"""The figures as tables that leave the house, with exactly what the page shows, hidden ones hidden."""

from reports.figures.aftercare import ALL
from reports.reach.outcomes import RETURN_HEADINGS
from reports.reach.timeliness import HEADINGS
from reports.tables.table import plain_table

TOO_FEW = "tidak dirinci: terlalu sedikit"
HIDING = ("Angka kecil", "Di bawah lima ditulis “<5”; yang dapat ditebak darinya “–”, atau tidak dirinci.")


def number(text):
    return int(text) if text.isdigit() else text


def lines_of(tally):
    if tally.lines is None:
        return [[tally.title, "", TOO_FEW]]
    return [[tally.title, line.label, number(line.text)] for line in tally.lines]


def reach_table(found, span):
    reach, places = found["reach"], found["places"]
    rows = [["Orang yang dijangkau", "", number(reach.persons_text)], ["Penerimaan", "", number(reach.arrivals_text)]]
    title = "Menurut provinsi asal"
    rows += [[title, name, number(text)] for _, name, text in places.provinces or [("", "", TOO_FEW)]]
    title = f"Menurut kabupaten/kota asal, {places.own}"
    rows += [[title, tile.name, number(tile.text)] for tile in places.regencies or () if tile.text != "0"]
    for tally in (*reach.tallies, reach.months):
        rows += lines_of(tally)
    return plain_table("Jangkauan", f"jangkauan-{span.first}-{span.last}", ["Bagian", "Uraian", "Jumlah"], rows,
                       remarks(reach))  # fmt: skip


def outcomes_table(found, span):
    outcomes, rows = found["outcomes"], []
    for lengths in (outcomes.ended, outcomes.now):
        rows.append([lengths.title, "", "Masa tinggal", number(lengths.count)])
        rows += [[lengths.title, "", label, text] for label, text in lengths.facts]
        rows += [[title, label, "Jumlah", text] for title, label, text in lines_of(lengths.bands)]
    rows += [[title, label, "Jumlah", text] for title, label, text in lines_of(outcomes.reasons)]
    for days, lines in outcomes.returns:
        for line in lines:
            rows += [
                [f"Kembali dalam {days} hari", line.label, heading, number(text)]
                for heading, text in zip(RETURN_HEADINGS, line.cells, strict=True)
            ]
    for row in found["aftercare"]:
        rows += [["Sekitar hari ke-90", row.label or ALL, heading, number(text)] for heading, text in row.values]
    return plain_table("Hasil", f"hasil-{span.first}-{span.last}", ["Bagian", "Uraian", "Ukuran", "Nilai"], rows,
                       remarks(outcomes))  # fmt: skip


def timeliness_table(found, span):
    lines = found["timeliness"]
    rows = [[line.label, line.limit_text, line.limit.source if line.limit else "", *map(number, line.cells)]
            for line in lines]  # fmt: skip
    return plain_table("Ketepatan waktu", f"ketepatan-waktu-{span.first}-{span.last}",
                       ["Langkah", "Batas", "Sumber batas", *HEADINGS], rows,
                       remarks(lines[0]) if lines else [])  # fmt: skip


def remarks(figures):
    return [HIDING] if figures.masked else []
