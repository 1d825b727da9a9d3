from django.db import models, transaction

from cases.audit import record
from cases.models.checked import CheckedModel


class HolidayQuerySet(models.QuerySet):
    def of_year(self, year):
        return self.filter(date__year=year)

    def dates(self):
        return self.order_by().values_list("date", flat=True)


class Holiday(CheckedModel):
    """A day on which offices rest: it counts in no limit of working days. The same for every shelter."""

    date = models.DateField("tanggal", unique=True, error_messages={"unique": "Tanggal itu sudah ada dalam daftar."})
    name = models.CharField("nama hari libur", max_length=120)
    source = models.CharField(
        "sumber", max_length=200, blank=True, help_text="Misalnya nomor SKB 3 Menteri atau keputusan kepala daerah."
    )

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ["date"]

    def __str__(self):
        return f"{self.date}: {self.name}"

    @classmethod
    @transaction.atomic
    def bring_in(cls, days, *, by, source=""):
        """Add those of these {date: name} that are not there yet; returns how many. What is there stays as it is."""
        known = set(cls.objects.filter(date__in=days).values_list("date", flat=True))
        fresh = [cls(date=day, name=name, source=source) for day, name in days.items() if day not in known]
        for one in fresh:
            one.full_clean()
            one.save()
            record(by=by, action="holiday.created", target=one, date=str(one.date), name=one.name)
        return len(fresh)

    @transaction.atomic
    def remove(self, *, by):
        record(by=by, action="holiday.removed", target=self, date=str(self.date), name=self.name)
        self.delete()
