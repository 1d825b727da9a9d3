"""What an evaluation can measure from our own data: the list from which an indicator is chosen, and its figures.

Every measure shows the figure of a page that exists already and leads to it; nothing is reckoned a second way here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from cases.models import ServiceType
from reports.evaluation import readings, voices
from reports.evaluation.asked import Asked, last_month, period_text
from reports.models.step_limit import StepLimit
from reports.reach.period import Span

SPM, STEP = "spm_", "step_"
PERCENT = "persen"


@dataclass(frozen=True)
class Measure:
    """`decimals`: how many digits its figures have. `page`: (plan, period) → where they can be opened, or None."""

    key: str
    group: str
    name: str
    unit: str
    explanation: str
    decimals: int
    family: Callable
    page: Callable
    page_name: str


def reach_page(name):
    def url(plan, period):
        query = {"masa": period_text(plan.year, period)} | ({"panti": plan.shelter.slug} if plan.shelter else {})
        return f"{reverse(f'reports:{name}')}?{urlencode(query)}"

    return url


def dated_page(plan, period, name, *args, **query):
    span = Span.parse(period_text(plan.year, period))
    return f"{reverse(name, args=args)}?{urlencode(query | {'dari': span.first, 'sampai': span.last})}"


def recap_page(plan, period):
    return dated_page(plan, period, "reports:recap", plan.shelter.slug) if plan.shelter else None


def dashboard_page(plan, period):
    return reverse("reports:shelter_dashboard", args=[plan.shelter.slug]) if plan.shelter else None


def listing_page(slug):
    def url(plan, period):
        query = {"panti": plan.shelter.slug} if plan.shelter else {}
        return dated_page(plan, period, "reports:listing_page", slug, **query)

    return url


def month_page(plan, period):
    """The report of the period's last month; three of them make a quarter."""
    return plan.shelter and reverse("reports:spm_month", args=[plan.shelter.slug, plan.year, last_month(period)])


def spm_page(plan, period):
    if plan.shelter:
        return reverse("reports:spm_shelter_year", args=[plan.shelter.slug, plan.year])
    return f"{reverse('reports:spm_year', args=[plan.year])}?{urlencode({'sampai': last_month(period)})}"


def survey_page(plan, period):
    return reverse("reports:survey_list") if plan.shelter else None


def complaint_page(plan, period):
    query = {"panti": plan.shelter.slug} if plan.shelter else {}
    return dated_page(plan, period, "reports:complaint_figures", **query)


def referral_page(plan, period):
    query = {"panti": plan.shelter.slug} if plan.shelter else {}
    return dated_page(plan, period, "reports:referral_figures", **query)


REACH = ("Jangkauan", readings.reach_family, reach_page("reach"), "Jangkauan")
RECAP = ("Jangkauan", readings.nights_family, recap_page, "Rekap")
BEDS = ("Jangkauan", readings.nights_family, dashboard_page, "Dasbor panti")
OUTCOME = ("Hasil", readings.outcomes_family, reach_page("reach_outcomes"), "Hasil")
AFTERCARE = ("Hasil", readings.aftercare_family, reach_page("reach_outcomes"), "Hasil")
REFERRAL = ("Rujukan", readings.referral_family, referral_page, "Rujukan dalam angka")
WORK = ("Pelayanan", readings.work_family, month_page, "Laporan bulanan")
MEALS = ("Pelayanan", readings.meals_family, listing_page("permakanan"), "Daftar permakanan")
TIME = ("Ketepatan waktu", readings.timeliness_family, reach_page("reach_timeliness"), "Ketepatan waktu")
SURVEY = ("Suara", voices.survey_family, survey_page, "Survei kepuasan")
COMPLAINTS = ("Suara", voices.complaint_family, complaint_page, "Pengaduan dalam angka")
STANDARD = ("SPM", readings.spm_family, spm_page, "SPM setahun")

# key, name, unit, digits after the comma, what it counts, whence
FIXED = [
    ("persons", "Orang yang dijangkau", "orang", 0, "Orang yang tinggal sedikitnya sehari, masing-masing dihitung "
     "sekali. Angka setahun bukan jumlah keempat triwulan.", REACH),
    ("arrivals", "Penerimaan", "masa tinggal", 0, "Masa tinggal yang dimulai.", REACH),
    ("nights", "Malam di panti", "malam", 0, "Malam yang dilewati klien di panti; yang izin, dirawat, atau pergi tidak "
     "dihitung.", RECAP),
    ("occupancy", "Tingkat hunian", PERCENT, 1, "Penghuni setiap malam dibagi daya tampung panti sekarang, rata-rata "
     "sampai hari ini.", BEDS),
    ("departures", "Klien keluar", "masa tinggal", 0, "Masa tinggal yang berakhir.", OUTCOME),
    ("reunions", "Kembali ke keluarga", "masa tinggal", 0, "Keluar dengan alasan yang berarti kembali ke keluarga.",
     OUTCOME),
    ("median_stay", "Median lama tinggal", "malam", 1, "Separuh dari yang keluar tinggal lebih singkat dari ini. Hanya "
     "yang tinggal di panti.", OUTCOME),
    ("returns_30", "Kembali dalam 30 hari", PERCENT, 1, "Dari yang keluar dan 30 harinya sudah genap: yang masuk lagi "
     "ke panti mana pun.", OUTCOME),
    ("returns_90", "Kembali dalam 90 hari", PERCENT, 1, "Dari yang keluar dan 90 harinya sudah genap: yang masuk lagi "
     "ke panti mana pun.", OUTCOME),
    ("aftercare_reached", "Bimbingan lanjut yang tersambung", PERCENT, 1, "Dari yang hari ke-90 setelah keluar jatuh "
     "dalam masa ini: yang kabarnya diketahui.", AFTERCARE),
    ("aftercare_well", "Baik sekitar hari ke-90", PERCENT, 1, "Dari yang hari ke-90 setelah keluar jatuh dalam masa "
     "ini: yang keadaannya baik.", AFTERCARE),
    ("referrals_sent", "Rujukan dikirim", "rujukan", 0, "Surat rujukan yang terbit.", REFERRAL),
    ("referrals_accepted", "Rujukan diterima mitra", "rujukan", 0, "Dari yang terbit dalam masa ini.", REFERRAL),
    ("referrals_arrived", "Klien tiba di tujuan rujukan", "rujukan", 0, "Dari yang terbit dalam masa ini.", REFERRAL),
    ("journeys_received", "Pemulangan yang sampai", "klien", 0, "Klien yang diterima di tujuan pemulangan.", WORK),
    ("papers_issued", "Dokumen kependudukan terbit", "dokumen", 0, "KTP, KK, akta, dan lainnya yang terbit.", WORK),
    ("needs_fulfilled", "Kebutuhan terpenuhi", "kebutuhan", 0, "Kebutuhan yang ditutup sebagai terpenuhi.", WORK),
    ("sessions", "Sesi kegiatan", "sesi", 0, "Sesi kegiatan yang dihadiri sedikitnya satu klien.", WORK),
    ("attendances", "Kehadiran dalam kegiatan", "kehadiran", 0, "Setiap klien dalam setiap sesi.", WORK),
    ("incidents", "Kejadian", "kejadian", 0, "Kejadian yang dicatat.", WORK),
    ("portions", "Porsi makan", "porsi", 0, "Porsi pada catatan layanan makan.", MEALS),
    ("ikm", "Indeks kepuasan masyarakat (IKM)", "nilai", 2, "Nilai periode survei terakhir yang ditutup dan berakhir "
     "dalam masa ini. Hanya untuk satu panti.", SURVEY),
    ("complaints", "Pengaduan dan saran", "pengaduan", 0, "Yang masuk dalam masa ini.", COMPLAINTS),
    ("complaints_on_time", "Pengaduan dijawab tepat waktu", PERCENT, 1, "Dari yang masuk dalam masa ini dan sudah "
     "dijawab.", COMPLAINTS),
]  # fmt: skip


def measures():
    """{key: Measure}, in the order of the list. One query: the types of the standard are data."""
    found = [Measure(key, group, name, unit, words, decimals, family, page, page_name)
             for key, name, unit, decimals, words, (group, family, page, page_name) in FIXED]  # fmt: skip
    group, family, page, page_name = TIME
    found += [
        Measure(f"{STEP}{step.value}", group, f"Tepat waktu: {step.label}", PERCENT,
                "Dari langkah yang dimulai dalam masa ini dan sudah dapat dinilai: yang selesai dalam batas waktunya.",
                1, family, page, page_name)
        for step in StepLimit.Step
    ]  # fmt: skip
    group, family, page, page_name = STANDARD
    found += [
        Measure(f"{SPM}{kind.code}", group, f"SPM: {kind.label}", PERCENT,
                "Terlayani dibagi sasaran sejak Januari sampai akhir masa ini, setiap orang sekali; bulan yang sudah "
                "ditandatangani menurut laporannya.", 2, family, page, page_name)
        for kind in ServiceType.objects.all()
    ]  # fmt: skip
    return {measure.key: measure for measure in found}


def read(plan, keys, known=None):
    """{key: {period: Value}} of a plan's measures. Each family is asked once, and only those that are needed."""
    known = known or measures()
    asked = Asked(plan.houses, plan.year, plan.today(), is_department=plan.shelter_id is None)
    wanted = {known[key].family for key in keys if key in known}
    found = {}
    if not asked.spans or not asked.shelters:
        return found
    for family in sorted(wanted, key=lambda one: one.__name__):
        found |= {key: values for key, values in family(asked).items() if key in keys}
    return found
