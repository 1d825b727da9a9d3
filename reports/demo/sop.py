"""SOPs: one in force with its readers, one that was replaced, one that waits for the head,
one being written, and one for all shelters."""

from reports.demo.timeline import clock_at
from reports.models import SopDocument

NIGHT = """## Tujuan

Setiap orang yang datang atau diantar malam hari diterima dengan aman dan hormat.

## Langkah

1. Petugas jaga menyambut, memberi minum, dan menanyakan keadaan yang mendesak.
2. Bila sakit atau terluka, hubungi puskesmas atau RSUD lebih dahulu.
3. Catat di **Terima klien**; tanpa identitas pun diterima.
4. Beri pakaian bersih, makanan, dan tempat tidur.
5. Pagi harinya serahkan kepada pekerja sosial."""
GOODS = """1. Hitung bersama klien, di hadapan satu saksi.
2. Catat satu per satu, beri nomor, dan minta klien melihat catatannya.
3. Uang dan barang berharga disimpan di lemari terkunci."""
VISIT = """1. Sambut keluarga dan tanyakan siapa yang dikunjungi.
2. Pastikan klien bersedia dikunjungi.
3. Catat di **Kunjungan**."""
LEAVE = """1. Tanyakan tujuan dan kapan kembali.
2. Catat di **Yang tidak hadir**.
3. Bila belum kembali pada waktunya, hubungi pekerja sosial."""
COMPLAINT = """1. Dengarkan sampai selesai, jangan membela diri.
2. Catat di buku pengaduan hari itu juga.
3. Sampaikan kapan jawaban diberikan."""


def keep_sops(world):
    melati, staff = world.shelters["melati"], world.staff
    sari, budi = staff["sari"], staff["budi"]
    night = approved(world, melati, "SOP/RSM/01", "Penerimaan klien malam hari", NIGHT, 210, by=sari, head=budi,
                     is_public=True)  # fmt: skip
    read(world, night, {"oka": 205, "joko": 203})
    with clock_at(world.moment(world.day(34), 13)):
        night.write(by=sari, valid_from=world.day(30), text=NIGHT, is_public=True,
                    changes="Langkah 2 ditambahkan: yang sakit dibawa ke puskesmas lebih dahulu.")  # fmt: skip
    approve(world, night, 32, by=sari, head=budi)
    read(world, night, {"oka": 29, "sari": 28})
    approved(world, melati, "SOP/RSM/02", "Penitipan barang dan uang klien", GOODS, 180, by=staff["joko"], head=budi)
    approved(world, None, "SOP/DINSOS/01", "Menerima pengaduan", COMPLAINT, 90, by=staff["dewi"], head=staff["dewi"])
    with clock_at(world.moment(world.day(2), 14)):
        leave = SopDocument.begin(by=sari, shelter=melati, number="SOP/RSM/03", title="Izin keluar klien", text=LEAVE,
                                  valid_from=world.day(-7), changes="Versi pertama.")  # fmt: skip
        leave.versions.get().submit(by=sari)
        SopDocument.begin(by=sari, shelter=melati, number="SOP/RSM/04", title="Kunjungan keluarga", text=VISIT,
                          valid_from=world.day(-14), changes="Versi pertama.")  # fmt: skip


def approved(world, shelter, number, title, text, days_ago, *, by, head, **values):
    with clock_at(world.moment(world.day(days_ago + 3), 10)):
        document = SopDocument.begin(
            by=by, shelter=shelter, number=number, title=title, text=text, valid_from=world.day(days_ago),
            changes="Versi pertama.", **values,
        )  # fmt: skip
    approve(world, document, days_ago + 2, by=by, head=head)
    return document


def approve(world, document, days_ago, *, by, head):
    version = document.versions.get(approved_at=None)
    with clock_at(world.moment(world.day(days_ago), 11)):
        version.submit(by=by)
        version.approve(by=head)


def read(world, document, days):
    """{who: how many days ago}, each the version that was in force then."""
    for name, days_ago in days.items():
        with clock_at(world.moment(world.day(days_ago), 9)):
            version = document.versions.in_force(world.day(days_ago)).get()
            version.confirm_read(by=world.staff[name])
