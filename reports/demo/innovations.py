"""Four innovations: a corner of crafts entered in a contest, a digital one on trial, an idea, and one of all houses."""

from datetime import timedelta

from cases.models import Programme
from referrals.models import Partner
from reports.demo.timeline import clock_at
from reports.models import (
    Innovation,
    InnovationActivity,
    InnovationBudget,
    InnovationEvidence,
    InnovationFigure,
    InnovationIndicator,
    InnovationOption,
    InnovationPartner,
    InnovationSubmission,
)

CORNER = {
    "legal_basis": "Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial menempatkan rehabilitasi sosial "
    "sebagai hak warga yang mengalami hambatan fungsi sosial. Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi "
    "Daerah memberi ruang bagi unit pelayanan untuk mencoba cara kerja baru. Keputusan kepala panti menetapkan Sudut "
    "Kriya sebagai kegiatan tetap dengan penanggung jawab dan jadwal mingguan.",
    "problem": "Sebagian besar penghuni tidak mempunyai kegiatan tetap sesudah makan pagi. Waktu yang kosong membuat "
    "sebagian menarik diri, dan beberapa pergi tanpa izin. Keterampilan yang pernah dimiliki, seperti menganyam dan "
    "menjahit, tidak terpakai. Saat kembali ke keluarga atau masyarakat, penghuni tidak membawa penghasilan maupun "
    "bukti bahwa ia mampu bekerja.",
    "issue": "Kemiskinan dan keterlantaran berulang bila rehabilitasi berhenti pada pemenuhan kebutuhan dasar. Panti "
    "perlu menyiapkan kemandirian sejak hari pertama, dengan biaya yang terjangkau dan melibatkan lingkungan sekitar.",
    "method": "Kelas keterampilan yang semula diadakan sesekali diganti dengan sudut karya yang buka setiap pekan dan "
    "dipandu perajin setempat. Setiap peserta memilih bahan yang dikenalnya. Kehadiran, hasil karya, dan penjualan "
    "dicatat di Balai, dan pengaruhnya dinilai pada lima aspek: fisik, sosial, psikologis, spiritual, dan ekonomi. "
    "Hasil penilaian dibahas dalam pembahasan kasus, sehingga kegiatan menjadi bagian dari rencana intervensi.",
    "novelty": "Kegiatan tidak hanya mengisi waktu: pengaruhnya terhadap setiap peserta diukur dan dibandingkan. "
    "Hasil penjualan kembali kepada peserta. Kelompok warga ikut memandu dan memasarkan, sehingga hubungan dengan "
    "lingkungan terjalin sebelum penghuni pulang. Bahan bekas rumah tangga dipakai lagi.",
    "steps": "Pertama, pekerja sosial menanyakan minat dan kemampuan setiap penghuni. Kedua, perajin dan kelompok PKK "
    "menyiapkan bahan dan jadwal. Ketiga, sesi diadakan setiap pekan dengan catatan kehadiran dan hasil. Keempat, "
    "pengaruh dinilai pada awal dan sesudah satu bulan. Kelima, karya dipamerkan dan dijual. Keenam, hasilnya "
    "dievaluasi setiap triwulan dan disampaikan kepada dinas.",
    "aims": "Penghuni mempunyai kegiatan yang bermakna, mengenal kembali kemampuannya, dan mulai berpenghasilan.",
    "benefits": "Bagi penghuni: percaya diri dan uang saku. Bagi panti: suasana yang lebih tenang. Bagi warga: "
    "mengenal panti dan ikut merawat.",
    "results": "Sesi berlangsung setiap pekan dengan peserta tetap; beberapa karya sudah terjual.",
}


def tell_innovations(world):
    """After the corner of crafts and the partners of the demo are there."""
    kenanga, melati = world.shelters["kenanga"], world.shelters["melati"]
    ratih, sari, dewi = (world.staff[name] for name in ("ratih", "sari", "dewi"))
    corner = begin(world, kenanga, ratih, "Sudut Kriya Mandiri", 70, initiator="ASN", initiator_name="Ratih")
    for days_ago, note in ((41, "Kelas percobaan di aula"), (7, "Keputusan kepala panti")):
        corner.advance(by=ratih, on=world.day(days_ago), note=note)
    rewrite(corner, ratih, CORNER | {"video_url": "https://video.example.go.id/sudut-kriya"})
    show_effect(world, corner, ratih)
    prove(corner, ratih)
    enter_contests(world, corner, ratih, world.staff["citra"])
    digital = begin(
        world, melati, sari, "Kabar Keluarga lewat Pesan", 150, kind="digital", initiator="OPD",
        initiator_name="Rumah Singgah Melati",
    )  # fmt: skip
    digital.advance(by=sari, on=world.day(60), note="Dicoba dengan sepuluh keluarga")
    rewrite(digital, sari, {"problem": "Keluarga sulit tahu kapan boleh berkunjung dan apa yang perlu dibawa."})
    begin(world, melati, sari, "Kebun Dapur Bersama", 30, initiator="Masyarakat", initiator_name="Ketua RT 04")
    begin(world, None, dewi, "Satu Pintu Permintaan Penerimaan", 400, kind="digital", initiator="OPD",
          initiator_name="Dinas Sosial")  # fmt: skip


def option(list, name=None):
    options = InnovationOption.objects.filter(list=list)
    return options.get(name=name) if name else options.first()


def begin(world, shelter, by, name, days_ago, *, initiator, initiator_name, kind="non_digital"):
    theme = "Digitalisasi layanan pemerintahan" if kind == "digital" else "Penanggulangan kemiskinan"
    innovation = Innovation(
        shelter=shelter, name=name, started_on=world.day(days_ago), kind=kind, initiator=option("initiator", initiator),
        initiator_name=initiator_name, form=option("form", "Inovasi pelayanan publik"),
        theme=option("theme", theme), sector=option("sector", "Sosial"),
    )  # fmt: skip
    with clock_at(world.moment(world.day(min(days_ago, 70)), 9)):
        innovation.begin(by=by)
    return innovation


def rewrite(innovation, by, texts):
    innovation.lock()
    innovation.revise(by=by, **texts)


def show_effect(world, innovation, by):
    programme = Programme.objects.get(shelter=innovation.shelter, name="Sudut Kriya")
    InnovationActivity(innovation=innovation, programme=programme).add(by=by)
    partner, community = (Partner.objects.filter(kind=kind).first() for kind in ("enterprise", "wksbm"))
    for found, actor, note in (
        (partner, "Pemerintah", "Pelatihan kemasan dan izin usaha"), (community, "Komunitas", "Memandu dan memasarkan"),
    ):  # fmt: skip
        if found:
            row = InnovationPartner(innovation=innovation, partner=found, actor=option("actor", actor), note=note)
            row.add(by=by)
    for amount, source in ((4_500_000, "APBD"), (1_250_000, "Swadaya")):
        InnovationBudget(innovation=innovation, year=world.today.year, amount=amount, source=source).add(by=by)
    span = {
        "before_first": world.day(84), "before_last": world.day(43), "after_first": world.day(42),
        "after_last": world.today - timedelta(days=1),
    }  # fmt: skip
    for measure in ("sesi-kegiatan", "peserta-kegiatan", "kehadiran-kegiatan", "nilai-hasil-karya"):
        InnovationFigure(innovation=innovation, measure=measure, **span).add(by=by)
    InnovationFigure(
        innovation=innovation, label="Pengunjung pameran karya", unit="orang", before_value=0, after_value=85,
        source="Buku tamu pameran", **span,
    ).add(by=by)  # fmt: skip


def prove(innovation, by):
    site = "https://berkas.example.go.id/sudut-kriya"
    for code, level, title in (
        ("regulasi", 2, "Keputusan kepala panti"), ("pedoman", 3, "Buku petunjuk kegiatan"),
        ("aktor", 2, "Kesepakatan dengan PKK dan perajin"), ("manfaat", 1, "Rekap penjualan karya"),
        ("sosialisasi", 3, "Berita di laman dinas"), ("video", 2, "Video tiga menit"),
    ):  # fmt: skip
        indicator = InnovationIndicator.objects.get(code=code)
        found = InnovationEvidence(innovation=innovation, indicator=indicator, level=level, title=title)
        found.link = f"{site}/{code}"
        found.keep(None, by=by)


def enter_contests(world, innovation, by, head):
    """One is sent and admitted; the other is still being written, and the innovation is young for it."""
    for name, reached in (("Indeks Inovasi Daerah (IID)", ("terkirim", "lolos_administrasi")), ("KIPP / SINOVIK", ())):
        submission = InnovationSubmission(innovation=innovation, track=option("track", name), year=world.today.year)
        with clock_at(world.moment(world.day(6), 10)):
            submission.prepare(by=by)
        if reached:
            submission.approve(by=head, seen=innovation.version)
        for number, status in enumerate(reached):
            submission.move(status, by=by, on=world.day(5 - 3 * number))
