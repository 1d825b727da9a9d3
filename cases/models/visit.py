from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet, ServiceRecord
from cases.models.stay import Stay
from cases.models.user import User


class VisitQuerySet(OfStayQuerySet):
    def due(self, day):
        """For the work list: a next visit was promised for this day or before, and none has been made since."""
        later = Visit.objects.filter(stay=OuterRef("stay")).filter(
            Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk"))
        )
        promised = self.filter(next_on__lte=day, stay__status=Stay.Status.RESIDENT).exclude(Exists(later))
        return promised.select_related("stay__client", "stay__shelter").order_by("next_on", "pk")


class Visit(CheckedModel):
    """A visit to somebody who is served outside the institution (kunjungan): at home, a workshop, a foster family."""

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="visits", verbose_name="masa layanan")
    on = models.DateField("tanggal kunjungan")
    visited_by = models.CharField("petugas yang berkunjung", max_length=200)
    purpose = models.CharField("tujuan kunjungan", max_length=300)
    findings = models.TextField("hasil kunjungan", max_length=5000, blank=True)
    services = models.ManyToManyField(ServiceRecord, related_name="visits", blank=True, verbose_name="layanan")
    next_on = models.DateField("kunjungan berikutnya", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "kunjungan"
        verbose_name_plural = "kunjungan"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="visit_next_is_later",
                condition=Q(next_on=None) | Q(next_on__gt=F("on")),
                violation_error_message="Kunjungan berikutnya sesudah tanggal kunjungan ini.",
            )
        ]

    def __str__(self):
        return f"Kunjungan {self.on:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("cases:client_activities", args=[self.stay.client_id])

    @property
    def shelter(self):
        return self.stay.shelter

    def may_be_read_by(self, user):
        return self.recorded_by_id == user.pk or "file" in user.perms_at(self.shelter)

    @transaction.atomic
    def make(self, *, by, services=()):
        """Write the visit down; each service given on it counts on its date."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter").get(pk=self.stay_id)
        if self.on > stay.shelter.today():
            raise ValidationError({"on": "Tanggal kunjungan belum tiba."})
        if self.on < stay.entered_on or (stay.ended_on and self.on > stay.ended_on):
            raise ValidationError({"on": "Tanggal di luar masa layanan."})
        self.recorded_by = by
        self.full_clean()
        self.save()
        given = [ServiceRecord.give(stay, one.pk, by=by, on=self.on, note="Pada kunjungan") for one in services]
        self.services.set(given)
        record(by=by, action="visit.created", target=self, date=str(self.on), services=len(given))

    @transaction.atomic
    def rewrite(self, *, by, version):
        """The words and the next date may be corrected; the date and what was given stand."""
        stored = Visit.objects.select_for_update(of=["self"]).get(pk=self.pk)
        if stored.version != version:
            raise ValidationError("Catatan ini baru saja diubah orang lain. Muat ulang halaman ini.")
        self.version = version + 1
        self.full_clean()
        self.save()
        record(by=by, action="visit.changed", target=self)
