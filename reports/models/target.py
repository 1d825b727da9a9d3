from django.db import models, transaction
from django.db.models import Q

from cases.models import ServiceType
from cases.models.checked import CheckedModel
from reports.models import entered


class TargetQuerySet(models.QuerySet):
    def populations(self, year):
        """{type: people to be served}; a type without an entered target is not in it."""
        return dict(self.filter(year=year).values_list("service_type_id", "population"))


class Target(CheckedModel):
    """How many people of a type are to be served in a year: Y of the standard (spm-computation.md, "Year").

    One per type and year for the whole department: the standard asks it of the government, not of a shelter.
    """

    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name="jenis pelayanan")
    year = models.PositiveSmallIntegerField("tahun")
    population = models.PositiveIntegerField("yang harus dilayani")
    source = models.CharField("sumber", max_length=200, help_text=entered.SOURCE_HELP)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "target SPM"
        verbose_name_plural = "target SPM"
        ordering = ["year", "service_type__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["service_type", "year"], name="target_once_per_type_and_year",
                violation_error_message="Target jenis pelayanan ini untuk tahun itu sudah ada.",
            ),
            models.CheckConstraint(**entered.within_years("target")),
            models.CheckConstraint(
                name="target_has_source", condition=~Q(source=""),
                violation_error_message="Tulis sumber angka target.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.service_type_id} {self.year}"

    @classmethod
    @transaction.atomic
    def enter(cls, service_type, year, *, by, **changes):
        """The target of a type and year, new, changed, or with population None removed. Returns it, or None."""
        # Two people who enter the same first target at once: the second waits here and changes what the first made.
        ServiceType.objects.select_for_update(no_key=True).get(pk=service_type.pk)
        found = cls.objects.filter(service_type=service_type, year=year).first()
        if found is None:
            return entered.create(cls(service_type=service_type, year=year, **changes), by=by)
        if changes.get("population", found.population) is None:
            return entered.remove(found, by=by)
        return entered.change(found, by=by, **changes)
