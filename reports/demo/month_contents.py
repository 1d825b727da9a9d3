"""What fills the monthly reports: what a day's meals may cost, and what the shelter itself wrote of its months."""

from datetime import date

from reports.demo.timeline import clock_at
from reports.models import MealRate, MonthText
from reports.month import Month

SOURCE = "Peraturan Gubernur tentang standar harga satuan (contoh)"
TEXTS = [
    {
        "highlights": "Pemeriksaan kesehatan bersama puskesmas diikuti seluruh penghuni.",
        "problems": "Perekaman biometrik tertunda karena alat di kecamatan rusak.",
        "follow_up": "Jadwal perekaman ulang sudah disepakati dengan Dukcapil.",
    },
    {
        "highlights": "Pelatihan keset dan batik jumputan; hasilnya dijual di pasar desa.",
        "problems": "Ruang perempuan beberapa malam melebihi daya tampung.",
        "follow_up": "Dua klien dialihkan ke panti lain, dan dinas diberi tahu.",
    },
    {
        "highlights": "Kunjungan keluarga pada hari besar, didampingi pekerja sosial.",
        "problems": "Dua keluarga belum dapat dihubungi.\n\nNomor telepon pada berkas lama tidak berlaku lagi.",
        "follow_up": "Penelusuran dilanjutkan lewat TKSK di kecamatan asal.",
    },
]


def set_meal_rates(world):
    """One for all, raised in the middle of a month that is signed; and one house with its own."""
    by, raised = world.staff["dewi"], Month.of(world.today).moved(-3)
    days = [(date(world.today.year - 2, 1, 1), 30_000), (raised.first.replace(day=16), 32_500)]
    with clock_at(world.now.replace(year=world.today.year - 1, month=1, day=5)):
        for day, amount in days:
            MealRate.settle(by=by, shelter=None, amount=amount, valid_from=day, source=SOURCE)
        own = world.shelters["kenanga"]
        MealRate.settle(by=by, shelter=own, amount=36_000, valid_from=days[0][0], source="DPA panti (contoh)")


def write_month(shelter, month, *, by):
    """The report of the month is open."""
    MonthText.write(shelter, month, by=by, **TEXTS[month.number % len(TEXTS)])
