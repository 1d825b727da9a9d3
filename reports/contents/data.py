"""The figures of a month's report as one CSV, enclosed in its PDF: whatever is printed can be counted again."""

from io import BytesIO

from cases.pdf import Enclosed
from reports.tables.delimited import write_csv
from reports.tables.table import Column, Kind, Table

COLUMNS = [Column("Bagian"), Column("Rincian"), Column("Uraian"), Column("Nilai", Kind.ANY), Column("Satuan")]


def enclosed(figures, filename):
    """The file within the PDF that is called `filename`."""
    about = figures["about"]
    stem = filename.removesuffix(".pdf")
    title = f"Angka laporan bulan {about['label']}, {about['shelter']}"
    file = BytesIO()
    write_csv(file, Table(title, stem, COLUMNS, rows(figures)))
    return Enclosed(f"{stem}.csv", title, file.getvalue())


def rows(figures):
    yield from about_rows(figures["about"])
    yield from spm_rows(figures["spm"])
    yield from recap_rows(figures["recap"])
    if "contents" in figures:
        yield from movement_rows(figures["contents"]["movements"])
        yield from meal_rows(figures["contents"]["meals"])
        for part in figures["contents"]["work"]:
            for line in part["lines"]:
                yield ["Kegiatan bulan ini", part["title"], line["label"], line["value"], ""]


def about_rows(about):
    for label, key in (("Panti", "shelter"), ("Bulan", "period"), ("Dihitung sampai", "counted_until")):
        yield ["Laporan", "", label, about[key], ""]


def spm_rows(spm):
    for kind in spm["types"]:
        for label, key in (("Sasaran", "in_scope"), ("Terlayani", "served"), ("Belum terlayani", "unserved")):
            yield ["SPM", kind["label"], label, kind[key], "orang"]
        for line in kind["services"]:
            for label, key in (("butuh", "needed"), ("terpenuhi", "fulfilled")):
                yield ["SPM", kind["label"], f"{line['label']}: {label}", line[key], "orang"]


def recap_rows(recap):
    for line in recap["movements"]:
        yield ["Mutasi", "", line["label"], line["value"], "orang"]
    for line in recap["volumes"]:
        yield ["Mutasi", "", line["label"], line["value"], line["unit"]]
    for table in recap["tables"]:
        for name, value in table["rows"]:
            yield ["Mutasi", table["title"], name, value, "orang"]


def movement_rows(found):
    for row in found["rows"]:
        for flow, by_sex in zip(found["flows"], row["flows"], strict=True):
            for sex, value in zip(found["sexes"], by_sex, strict=True):
                yield ["Mutasi menurut usia", row["label"], f"{flow} {sex}", value, "orang"]
        yield ["Mutasi menurut usia", row["label"], "Hari-orang", row["nights"], "malam"]


def meal_rows(found):
    sums = (("Jiwa", "persons", "hari-orang"), ("Jiwa diberi makan", "eaters", "hari-orang"),
            ("Porsi", "portions", "porsi"), ("Biaya", "rupiah", "rupiah"),
            ("Hari tanpa indeks", "unrated_days", "hari"))  # fmt: skip
    for label, key, unit in sums:
        yield ["Permakanan", "Sebulan", label, found[key], unit]
    for day, persons, _, portions, rate in found["days"]:
        yield ["Permakanan", day, "Jiwa", persons, "orang"]
        yield ["Permakanan", day, "Porsi", portions, "porsi"]
        yield ["Permakanan", day, "Indeks", "belum ditetapkan" if rate is None else rate, "rupiah"]
