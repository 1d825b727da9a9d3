from django.db import models

from cases.models import Shelter
from cases.models.checked import CheckedModel


class ComplaintCounter(CheckedModel):
    """The last number of a register and year: of a shelter's, or without a shelter of the department's own."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, null=True, blank=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "penghitung pengaduan"
        verbose_name_plural = "penghitung pengaduan"
        constraints = [
            models.UniqueConstraint(fields=["shelter", "year"], name="complaint_counter_once", nulls_distinct=False)
        ]

    def __str__(self):
        return f"{self.year}: {self.last}"

    @classmethod
    def next_number(cls, shelter, year):
        """The next number, never given twice: whoever asks at the same moment waits for the first to commit."""
        cls.objects.bulk_create([cls(shelter=shelter, year=year)], ignore_conflicts=True)
        counter = cls.objects.select_for_update().get(shelter=shelter, year=year)
        counter.last += 1
        counter.save(update_fields=["last"])
        return "-".join(filter(None, ["ADU", shelter and shelter.code, str(year), f"{counter.last:04}"]))
