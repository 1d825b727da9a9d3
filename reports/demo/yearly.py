"""What the department entered for this year and the last: targets, quality, budgets, its head, the annual texts."""

from datetime import date
from decimal import Decimal

from cases.models import ServiceType
from reports.demo.timeline import clock_at
from reports.models import AnnualText, Budget, Office, QualityRequirement, Target, entered

# The demo lives since a year ago: the year before this one had few people yet.
LAST_YEAR = {"REG_GEPENG": 12, "REG_ELDERLY": 6, "REG_CHILD": 4, "REG_DISABILITY": 3, "PROV_ELDERLY": 15}
THIS_YEAR = {"REG_GEPENG": 90, "REG_ELDERLY": 30, "REG_CHILD": 25, "REG_DISABILITY": 45, "PROV_ELDERLY": 24}
SOURCE = "Keputusan Kepala Dinas Sosial tentang target SPM (contoh)"
GOODS, STAFF = QualityRequirement.Kind.GOODS, QualityRequirement.Kind.STAFF
# kind, what, unit, for how many of the target one is required
QUALITY = [
    (GOODS, "Paket sandang", "paket", 1), (GOODS, "Paket perbekalan kesehatan", "paket", 1),
    (STAFF, "Pekerja sosial", "orang", 15), (STAFF, "Tenaga kesejahteraan sosial", "orang", 20),
]  # fmt: skip
MONEY = [("Penyediaan permakanan", "0001", 3_600_000), ("Penyediaan sandang", "0002", 450_000)]
TEXTS = {
    "background": (
        "Standar Pelayanan Minimal bidang sosial adalah ketentuan mengenai jenis dan mutu pelayanan dasar yang berhak "
        "diperoleh setiap warga negara secara minimal.\n\nLaporan ini disusun dari catatan pelayanan harian panti dan "
        "rumah singgah sepanjang tahun. Seluruh isi laporan contoh ini rekaan."
    ),
    "law": (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.\nPeraturan Pemerintah Nomor 2 Tahun 2018 "
        "tentang Standar Pelayanan Minimal.\nPeraturan Menteri Sosial Nomor 9 Tahun 2018.\nPeraturan Menteri Dalam "
        "Negeri Nomor 59 Tahun 2021 tentang Penerapan Standar Pelayanan Minimal."
    ),
    "policy": "Setiap orang telantar yang ditemukan diterima, diasesmen, dan dipenuhi kebutuhan dasarnya.",
    "direction": "Memperpendek waktu dari penerimaan sampai asesmen, dan memperkuat rujukan kepada mitra.",
    "programme": "Program rehabilitasi sosial: penyediaan permakanan, sandang, alat bantu, bimbingan, dan pemulangan.",
}
PROBLEMS = (
    "Permasalahan: sebagian klien tidak memiliki dokumen kependudukan.\n\n"
    "Solusi: perekaman bersama Dukcapil setiap bulan."
)


def enter_years(world):
    """Through the verbs of the pages, by the department's admin, a month or two before each year begins."""
    by, this_year = world.staff["dewi"], world.today.year
    types = {kind.code: kind for kind in ServiceType.objects.all()}
    for year in (this_year - 1, this_year):
        with clock_at(world.now.replace(year=year - 1, month=11, day=20)):
            for code, population in (THIS_YEAR if year == this_year else LAST_YEAR).items():
                enter_type(
                    types[code], year, population, until=12 if year < this_year else world.today.month - 1, by=by
                )
    name_office(world, by)
    write_texts(world, types, by)


def enter_type(kind, year, population, *, until, by):
    Target.enter(kind, year, by=by, population=population, source=SOURCE)
    months = range(1, 13)
    for which, label, unit, per in QUALITY:
        required = -(-population // per)
        row = QualityRequirement(
            service_type=kind, year=year, kind=which, label=label, unit=unit, required=required, source=SOURCE
        )
        row.fulfilled = [share(required, month, which) if month <= until else None for month in months]
        entered.create(row, by=by)
    for label, code, each in MONEY:
        allocated = Decimal(population * each)
        row = Budget(
            service_type=kind, year=year, label=label, sipd_code=f"1.06.04.2.01.{code}", allocated=allocated,
            source=f"DPA Dinas Sosial {year} (contoh)",
        )  # fmt: skip
        row.realised = [
            (allocated * (6 + month % 3) / 100).quantize(Decimal(1)) if month <= until else None for month in months
        ]
        entered.create(row, by=by)


def share(required, month, kind):
    """Staff are there from January; goods come in month by month, and not quite all of them."""
    if kind == STAFF:
        return required if month == 1 else 0
    return required * month // 13 - required * (month - 1) // 13


def name_office(world, by):
    with clock_at(world.now.replace(year=world.today.year - 1, month=1, day=2)):
        office = Office(
            valid_from=date(world.today.year - 1, 1, 2), letterhead_government="PEMERINTAH DAERAH CONTOH",
            name="Dinas Sosial", address="Jalan Contoh Nomor 5, Kota Contoh", city="Kota Contoh",
            phone="(0000) 555-0300", email="dinsos@dinsos.example", head_name="Dra. Endang Lestari, M.Si.",
            head_nip="00000000 000000 0 100", head_rank="Pembina Utama Muda (IV/c)",
        )  # fmt: skip
        office.set_up(by=by)


def write_texts(world, types, by):
    """Last year's report is written but for its last chapter, which somebody still has to write."""
    year = world.today.year - 1
    for section, text in TEXTS.items():
        AnnualText.held(year, section, None).write(text, by=by)
    for code in LAST_YEAR:
        AnnualText.held(year, "problems", types[code]).write(PROBLEMS, by=by)
