from django.db import models
from django.db.models import Q

from cases.models import ServiceType
from cases.models.checked import CheckedModel
from reports.models import entered

LONGEST = 20_000


class Section(models.TextChoices):
    BACKGROUND = "background", "Latar Belakang"
    LAW = "law", "Dasar Hukum"
    POLICY = "policy", "Kebijakan Umum"
    DIRECTION = "direction", "Arah Kebijakan"
    STAFF = "staff", "Dukungan Personil"
    PROBLEMS = "problems", "Permasalahan dan Solusi"
    PROGRAMME = "programme", "Program dan Kegiatan"
    CLOSING = "closing", "Penutup"


# Written once for every type of service; the others once for the whole report.
OF_TYPE = [Section.STAFF.value, Section.PROBLEMS.value]


class AnnualText(CheckedModel):
    """A text of the annual report (domain/spm.md §7): plain, with paragraphs. Earlier versions are on the trail."""

    year = models.PositiveSmallIntegerField("tahun")
    section = models.CharField("bagian", max_length=20, choices=Section)
    service_type = models.ForeignKey(
        ServiceType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="jenis pelayanan"
    )
    text = models.TextField("isi", max_length=LONGEST, blank=True)

    class Meta:
        verbose_name = "teks laporan tahunan"
        verbose_name_plural = "teks laporan tahunan"
        ordering = ["year", "section", "service_type__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "section", "service_type"], name="annual_text_once", nulls_distinct=False,
                violation_error_message="Bagian ini sudah ada.",
            ),
            models.CheckConstraint(**entered.within_years("annual_text")),
            models.CheckConstraint(
                name="annual_text_type_fits_section",
                condition=Q(section__in=OF_TYPE, service_type__isnull=False)
                | (~Q(section__in=OF_TYPE) & Q(service_type=None)),
                violation_error_message="Bagian ini tidak cocok dengan jenis pelayanannya.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_section_display()} {self.service_type_id or ''}".strip()

    @classmethod
    def held(cls, year, section, service_type):
        """The text, locked until the transaction ends; an empty one begins where there was none.

        Two people who write the same one for the first time: the second waits here, and then sees what the first wrote.
        """
        fresh = cls(year=year, section=section, service_type=service_type)
        cls.objects.bulk_create([fresh], ignore_conflicts=True)
        return cls.objects.select_for_update(of=["self"]).get(year=year, section=section, service_type=service_type)

    def write(self, text, *, by):
        return entered.change(self, by=by, text=text)
