"""The lists of an innovation's form: who thought of it, its form, theme, sector, partners' roles, contests."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from cases.models.checked import CheckedModel

SOURCE_HELP = "Peraturan, pedoman tahunan, atau keputusan dinas."


def in_force(day):
    """What holds on a day, of rows with valid_from and valid_until (both days included)."""
    return Q(valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gte=day))


def ends_after_it_starts(name):
    return models.CheckConstraint(
        name=f"{name}_ends_after_it_starts", condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai.",
    )  # fmt: skip


def has_source(name):
    return models.CheckConstraint(
        name=f"{name}_has_source", condition=~Q(source=""), violation_error_message="Tulis sumbernya."
    )


class InnovationOptionQuerySet(models.QuerySet):
    def on(self, day):
        return self.filter(in_force(day))

    def of(self, list):
        return self.filter(list=list)


class InnovationOption(CheckedModel):
    """One choice of one list, with the days on which it may be chosen; what was chosen before stays as it was.

    The forms of Kemendagri and KemenPANRB change each year, so the department keeps the lists and names their source.
    """

    class List(models.TextChoices):
        INITIATOR = "initiator", "Inisiator"
        FORM = "form", "Bentuk inovasi"
        THEME = "theme", "Tematik"
        SECTOR = "sector", "Urusan"
        ACTOR = "actor", "Peran mitra"
        TRACK = "track", "Lomba atau penilaian"

    list = models.CharField("daftar", max_length=10, choices=List)
    name = models.CharField("pilihan", max_length=150)
    position = models.PositiveSmallIntegerField("urutan", default=500)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField(
        "berlaku sampai", null=True, blank=True, help_text="Kosongkan selama masih dipakai. Hari itu masih termasuk."
    )
    source = models.CharField("sumber", max_length=200, help_text=SOURCE_HELP)

    objects = InnovationOptionQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan isian inovasi"
        verbose_name_plural = "pilihan isian inovasi"
        ordering = ["list", "position", "name", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                "list", Lower("name"), "valid_from", name="innovation_option_once",
                violation_error_message="Pilihan itu sudah ada dalam daftar ini.",
            ),
            ends_after_it_starts("innovation_option"),
            has_source("innovation_option"),
        ]  # fmt: skip

    def __str__(self):
        return self.name
