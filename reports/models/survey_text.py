"""What a shelter writes into its survey report: the outline is skm.md §6, the figures are computed."""

from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.checked import CheckedModel
from reports.models.survey import SurveyPeriod
from reports.models.survey_publication import OfPeriodQuerySet

LONGEST = 10_000


class Section(models.TextChoices):
    BACKGROUND = "latar", "Latar belakang"
    LAW = "dasar", "Dasar hukum"
    PURPOSE = "tujuan", "Maksud dan tujuan"
    TEAM = "pelaksana", "Pelaksana survei"
    METHOD = "metode", "Metode pengumpulan data"
    PLACE = "lokasi", "Lokasi dan waktu"
    ANALYSIS = "analisis", "Analisis hasil"
    CONCLUSION = "kesimpulan", "Kesimpulan dan saran"


# What the report says while the shelter has written nothing: true of every survey that was made with this programme.
USUAL = {
    Section.LAW: "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang "
    "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik.",
    Section.PURPOSE: "Mengetahui tingkat kepuasan penerima layanan dan memperbaiki unsur pelayanan yang dinilai paling "
    "rendah.",
    Section.METHOD: "Kuesioner dijawab tanpa nama: lewat kode QR di ponsel sendiri, kartu sekali pakai, tablet di "
    "panti, atau dibacakan oleh orang yang tidak melayani responden. Jawaban tidak dapat dihubungkan dengan berkas "
    "klien. Kelompok di bawah lima orang tidak ditampilkan.",
}


class SurveyText(CheckedModel):
    """A section of the report: plain text with paragraphs."""

    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="texts", verbose_name="periode")
    section = models.CharField("bagian", max_length=12, choices=Section)
    text = models.TextField("isi", max_length=LONGEST, blank=True)

    objects = OfPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "teks laporan SKM"
        verbose_name_plural = "teks laporan SKM"
        ordering = ["period", "section"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "section"], name="survey_text_once", violation_error_message="Bagian ini sudah ada."
            ),
            models.CheckConstraint(
                name="survey_text_known_section", condition=Q(section__in=Section.values),
                violation_error_message="Bagian ini tidak ada dalam laporan.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_section_display()}"

    @property
    def shelter(self):
        return self.period.shelter

    @classmethod
    @transaction.atomic
    def write(cls, period, texts, *, by):
        """{section: text} of those that somebody changed; the others stay as they are."""
        period.lock()  # two people at once: the second waits
        had = {one.section: one for one in cls.objects.filter(period=period)}
        changed = []
        for section, text in texts.items():
            one = had.get(section) or cls(period=period, section=section)
            if one.text != text:
                one.text = text
                one.full_clean()
                one.save()
                changed.append(Section(section).label)
        if changed:
            record(by=by, action="surveytext.changed", target=period, row=str(period), sections=", ".join(changed))
        return changed
