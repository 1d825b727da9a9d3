"""An empty sheet of a kind: its heading, and on a second sheet what each column takes."""

import xlsxwriter

from cases.models import BasicService, Category, DayRecord, EntrySource, ExitReason, Need, ServiceType, Shelter
from cases.permissions import Role

DATE = "Tanggal Excel, atau teks seperti 2026-03-16."
GUIDE = {
    "Nomor klien": "Nomor tetap orangnya; nomor yang sama adalah orang yang sama. Kosong: dicocokkan dengan NIK yang "
    "sah, bila tidak ada dibuat klien baru.",
    "Nomor register": "Nomor masa tinggal, satu kali di setiap panti. Tulis sebagai teks.",
    "Nama": "Boleh kosong bila Alias diisi.",
    "Alias": "Beberapa alias dipisahkan dengan titik koma.",
    "NIK": "16 angka sebagai teks. Yang salah bentuknya disimpan seperti tertulis.",
    "Jenis kelamin": "L, P, atau kosong.",
    "Tanggal lahir": DATE,
    "Perkiraan usia": "0 sampai 130, usia pada tanggal masuk.",
    "Kategori PPKS": "Salah satu dari daftar di bawah.",
    "Kode wilayah asal": "Kode Kemendagri, dengan atau tanpa titik.",
    "Tanggal masuk": f"Wajib. {DATE}",
    "Sumber": "Salah satu dari daftar di bawah.",
    "Tanggal keluar": f"Bersama Alasan keluar. {DATE}",
    "Alasan keluar": "Salah satu dari daftar di bawah.",
    "Jenis pelayanan SPM": "Kode dari daftar di bawah, atau kosong.",
    "Tanggal": f"Wajib, di dalam masa tinggal. {DATE}",
    "Kehadiran": "Salah satu dari daftar di bawah.",
    "Layanan": "Kode dari daftar di bawah.",
    "Jumlah": "Bilangan bulat; kosong berarti 1.",
    "Dibuka": f"Wajib, di dalam masa tinggal. {DATE}",
    "Ditutup": f"Bersama Alasan. {DATE}",
    "Alasan": "Salah satu dari daftar di bawah.",
    "Nama pengguna": "Wajib; untuk masuk. Huruf kecil, angka, titik. Akun yang sudah ada diubah, tidak dibuat lagi. "
    "Kata sandi tidak pernah ditulis di berkas: dinas memberikannya di halaman akun.",
    "NIP": "Sebagai teks, boleh kosong.",
    "Peran": "Salah satu dari daftar di bawah. Dua peran: dua baris.",
    "Panti": "Nama panti atau nama pendeknya; kosong untuk peran dinas.",
    "Tahun": "Wajib, misalnya 2026.",
    "Target (orang)": "Bilangan bulat: yang harus dilayani dalam setahun, di seluruh wilayah dinas.",
    "Sumber angka": "Wajib: keputusan atau dokumen asal angkanya.",
}


def write_template(file, sheet):
    headings = sheet.columns()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        page = book.add_worksheet(sheet.kind.capitalize())
        page.freeze_panes(1, 0)
        for place, heading in enumerate(headings):
            # Columns of numbers are text from the start: Excel would cut the digits of a NIK.
            page.set_column(place, place, 20, text if heading.startswith(("Nomor", "NI", "Kode", "Telepon")) else None)
            page.write_string(0, place, heading, bold)
        about = book.add_worksheet("Keterangan")
        about.set_column(0, 1, 50)
        rows = [(heading, GUIDE.get(heading, "Teks, boleh kosong.")) for heading in headings]
        rows += [("", ""), ("Sel kosong tidak menghapus apa yang sudah tercatat.", "")]
        for number, (left, right) in enumerate([*rows, *_lists(headings)]):
            about.write_string(number, 0, left, bold)
            about.write_string(number, 1, right)


def _lists(headings):
    for heading, words in _allowed().items():
        if heading in headings:
            yield "", ""
            for place, word in enumerate(words()):
                yield heading if place == 0 else "", word


def _allowed():
    def names(model):
        return lambda: [entry.name for entry in model.objects.in_use()]

    def codes(model):
        return lambda: [f"{entry.pk} — {entry}" for entry in model.objects.all()]

    return {
        "Kategori PPKS": names(Category),
        "Sumber": names(EntrySource),
        "Alasan keluar": names(ExitReason),
        "Jenis pelayanan SPM": codes(ServiceType),
        "Layanan": codes(BasicService),
        "Kehadiran": lambda: DayRecord.Presence.values,
        "Alasan": lambda: Need.Reason.values,
        "Peran": lambda: Role.labels,
        "Panti": lambda: [f"{shelter.slug} — {shelter}" for shelter in Shelter.objects.all()],
    }
