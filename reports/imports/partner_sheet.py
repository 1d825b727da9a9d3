"""The sheet of partners out of the house, with the columns of the import, and an empty one to fill in."""

import xlsxwriter

from cases.models import BasicService, Category
from referrals.models import Condition, Partner, Required
from reports.imports.partners import ALL, PartnerSheet, shown, with_told

CODED = {"accepted": Condition, "refused": Condition, "documents": Required}
AS_TEXT = ("Telepon", "WhatsApp", "Kode wilayah dilayani")  # Excel would cut their digits
GUIDE = {
    "Nama": "Wajib. Mitra yang namanya sudah ada diubah, bukan ditambahkan dua kali.",
    "Jenis": "Wajib. Salah satu dari daftar di bawah.",
    "Jenis kelamin": "L/P, Hanya laki-laki, Hanya perempuan, atau kosong bila belum diketahui.",
    "Layanan dasar": "Kode, dipisahkan titik koma.",
    "Kategori PPKS": "Nama, dipisahkan titik koma; atau “semua”.",
    "Kode wilayah dilayani": "Kode Kemendagri provinsi atau kabupaten/kota, dipisahkan titik koma; atau “semua”.",
    "Kondisi diterima": "Dipisahkan titik koma.",
    "Kondisi tidak diterima": "Dipisahkan titik koma.",
    "Berkas diminta": "Dipisahkan titik koma.",
}


def partner_rows(partners):
    columns = [PartnerSheet.fields[name].attribute.removeprefix("told_") for name in PartnerSheet._meta.fields]
    names = dict(Category.objects.values_list("slug", "name"))
    for partner in with_told(partners):
        told = {name: getattr(partner, f"told_{name}") for name in columns}
        told["kind"] = partner.get_kind_display()
        told["sex"] = {"all": "L/P", "L": "Hanya laki-laki", "P": "Hanya perempuan"}.get(told["sex"], "")
        if told["categories"] != ALL:
            told["categories"] = tuple(names[slug] for slug in told["categories"])
        for name, choices in CODED.items():
            told[name] = tuple(choices(code).label for code in told[name])
        yield [shown(told[name]) for name in columns]


def write_partner_template(file, sheet=PartnerSheet):
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        page, about = book.add_worksheet("Mitra"), book.add_worksheet("Keterangan")
        page.freeze_panes(1, 1)
        about.set_column(0, 1, 50)
        lines = [(heading, GUIDE.get(heading, "Boleh kosong.")) for heading in PartnerSheet.columns()]
        lines += [("", ""), ("Sel kosong tidak menghapus apa yang sudah tercatat.", ""), *_lists()]
        for place, heading in enumerate(PartnerSheet.columns()):
            page.set_column(
                place, place, 22, text if heading in ("Telepon", "WhatsApp", "Kode wilayah dilayani") else None
            )
            page.write_string(0, place, heading, bold)
        for number, (left, right) in enumerate(lines):
            about.write_string(number, 0, left, bold)
            about.write_string(number, 1, right)


def _lists():
    lists = {
        "Jenis": Partner.Kind.labels, "Kategori PPKS": [row.name for row in Category.objects.in_use()],
        "Layanan dasar": [f"{row.pk} — {row}" for row in BasicService.objects.all()],
        "Kondisi": Condition.labels, "Berkas diminta": Required.labels,
    }  # fmt: skip
    for heading, names in lists.items():
        yield "", ""
        yield from ((heading if place == 0 else "", name) for place, name in enumerate(names))
