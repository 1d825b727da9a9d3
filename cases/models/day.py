from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.catalogue import BasicService
from cases.models.checked import CheckedModel
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class OfStayQuerySet(ScopedQuerySet):
    """Rows that hang on a stay belong to the stay's shelter."""

    def at(self, shelters):
        return self.filter(stay__shelter__in=shelters)


class DayRecord(CheckedModel):
    """Where a resident was on a date. No record: present."""

    class Presence(models.TextChoices):
        PRESENT = "hadir", "Hadir"
        LEAVE = "izin", "Izin"
        HOSPITAL = "rs", "Dirawat di RS"
        ABSCONDED = "kabur", "Pergi tanpa izin"
        TRAVEL = "perjalanan", "Dalam perjalanan"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="days", verbose_name="masa tinggal")
    date = models.DateField("tanggal")
    presence = models.CharField("kehadiran", max_length=10, choices=Presence)
    # The dated absence that wrote it; without one, a roll call or a sheet said so of this day alone.
    absence = models.ForeignKey("cases.Absence", models.PROTECT, null=True, blank=True, related_name="days")
    recorded_at = models.DateTimeField(auto_now=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfStayQuerySet.as_manager()

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay", "date"],
                name="day_record_once",
                violation_error_message="Kehadiran tanggal itu sudah dicatat.",
            )
        ]
        indexes = [models.Index(fields=["date"], name="day_record_date")]

    def __str__(self):
        return f"{self.date}: {self.get_presence_display()}"


class ServiceRecord(CheckedModel):
    """A basic service given to a resident on a date."""

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="services", verbose_name="masa tinggal")
    service = models.ForeignKey(BasicService, models.PROTECT, related_name="records", verbose_name="layanan")
    date = models.DateField("tanggal")
    quantity = models.PositiveIntegerField("jumlah", default=1)
    note = models.CharField("keterangan", max_length=300, blank=True)
    # The daily sheet owns one row per resident, service and day, and only ever changes its own.
    on_sheet = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(auto_now=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfStayQuerySet.as_manager()

    class Meta:
        verbose_name = "layanan"
        verbose_name_plural = "layanan"
        ordering = ["-date", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay", "date", "service"],
                name="service_record_once_on_sheet",
                condition=Q(on_sheet=True),
            ),
            models.CheckConstraint(
                name="service_record_quantity_positive",
                condition=Q(quantity__gte=1),
                violation_error_message="Jumlah sedikitnya 1.",
            ),
        ]
        indexes = [
            # Both cover what a report reads: of one stay, and of a month in the whole department.
            models.Index(fields=["stay", "service", "date"], include=["quantity"], name="service_record_of_stay"),
            models.Index(fields=["date"], include=["stay", "service", "quantity"], name="service_record_of_date"),
        ]

    def __str__(self):
        return f"{self.date}: {self.service}"

    @property
    def shelter(self):
        return self.stay.shelter

    @classmethod
    @transaction.atomic
    def give(cls, stay, service, *, by, on, quantity=1, note=""):
        """A basic service (its slug) given to a resident on a day of the stay. Raises ValidationError otherwise."""
        if on > stay.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if on < stay.entered_on or (stay.ended_on and on > stay.ended_on and not is_last_care(stay, service)):
            raise ValidationError({"on": "Tanggal di luar masa tinggal."})
        given = cls(stay=stay, service_id=service, date=on, quantity=quantity, note=note, recorded_by=by)
        given.full_clean()
        stay.tasks.finish_by_service(service, by=by, note=note)  # before the row: it locks the stay
        given.save()
        record(by=by, action="service.given", target=given, service=service, date=str(on), quantity=quantity)
        return given


def is_last_care(stay, service):
    """A burial lies after the death that ended the stay, and is recorded on its own day."""
    return service == "burial" and stay.exit_reason is not None and stay.exit_reason.slug == "meninggal"
