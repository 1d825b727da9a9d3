from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper

from cases.models.checked import CheckedModel


class RegionQuerySet(models.QuerySet):
    def matching(self, text, limit=20):
        """Regions whose name or path contains every word typed, or whose code begins so; the larger first."""
        text = text.strip()
        if len(text) < 2:
            return self.none()
        if text.replace(".", "").isdigit():
            return self.filter(code__startswith=text).order_by("code")[:limit]
        found = self.all()
        for word in text.replace(",", " ").split():
            found = found.filter(path__icontains=word)
        return found.order_by("level", "path")[:limit]


class Region(CheckedModel):
    """A region code of the Ministry of Home Affairs, from province to village."""

    class Level(models.IntegerChoices):
        PROVINCE = 1, "Provinsi"
        REGENCY = 2, "Kabupaten/kota"
        DISTRICT = 3, "Kecamatan"
        VILLAGE = 4, "Desa/kelurahan"

    code = models.CharField("kode wilayah", max_length=13, primary_key=True)
    name = models.CharField("nama", max_length=80)
    level = models.SmallIntegerField("tingkat", choices=Level)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts", verbose_name="induk")
    path = models.CharField("nama lengkap", max_length=250)
    # Codes are split and renumbered; a retired one stays so that old addresses still print.
    retired_on = models.DateField("tidak berlaku sejak", null=True, blank=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = "wilayah"
        verbose_name_plural = "wilayah"
        ordering = ["code"]
        indexes = [GinIndex(OpClass(Upper("path"), name="gin_trgm_ops"), name="region_path_trgm")]

    def __str__(self):
        return self.path
