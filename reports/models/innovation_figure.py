from django.db import models
from django.db.models import F, Q

from reports.models.innovation_part import InnovationPart


class InnovationFigure(InnovationPart):
    """A figure before and after the innovation: of a measure of our own data, or typed with its source.

    A measure (reports.innovations.measures) is computed on every reading and never stored. Only what the system
    cannot compute may be typed, with the words that say where it comes from.
    """

    measure = models.SlugField("angka dari data Balai", max_length=40, blank=True, default="")
    label = models.CharField("angka lain", max_length=150, blank=True, default="")
    unit = models.CharField("satuan", max_length=30, blank=True, default="")
    before_first = models.DateField("sebelum: dari")
    before_last = models.DateField("sebelum: sampai")
    after_first = models.DateField("sesudah: dari")
    after_last = models.DateField("sesudah: sampai")
    before_value = models.DecimalField("nilai sebelum", max_digits=14, decimal_places=2, null=True, blank=True)
    after_value = models.DecimalField("nilai sesudah", max_digits=14, decimal_places=2, null=True, blank=True)
    source = models.CharField("sumber angka", max_length=200, blank=True, default="")

    class Meta:
        verbose_name = "angka inovasi"
        verbose_name_plural = "angka inovasi"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="innovation_figure_computed_or_typed",
                condition=(
                    ~Q(measure="") & Q(label="", unit="", source="", before_value=None, after_value=None)
                    | Q(measure="", after_value__isnull=False) & ~Q(label="") & ~Q(source="")
                ),
                violation_error_message="Pilih angka dari data, atau tulis angka lain dengan nilai dan sumbernya.",
            ),
            models.CheckConstraint(
                name="innovation_figure_before_lies_before",
                condition=Q(
                    before_last__gte=F("before_first"), after_last__gte=F("after_first"),
                    after_first__gt=F("before_last"),
                ),
                violation_error_message="Masa sesudah dimulai setelah masa sebelum berakhir, dan keduanya berurutan.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.label or self.measure
