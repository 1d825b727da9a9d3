from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Func, Q, Value

from cases.audit import record
from cases.models.catalogue import BasicService
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.stay import Stay
from cases.models.user import User


class NeedQuerySet(OfStayQuerySet):
    def open(self):
        return self.filter(closed_on=None)


class Need(CheckedModel):
    """A basic service that a resident needs, as an assessment or a worker found."""

    class Reason(models.TextChoices):
        FULFILLED = "terpenuhi", "Terpenuhi"
        NOT_NEEDED = "tidak diperlukan", "Tidak diperlukan"
        REFUSED = "ditolak", "Ditolak klien"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="needs", verbose_name="masa tinggal")
    service = models.ForeignKey(BasicService, models.PROTECT, related_name="needs", verbose_name="layanan dasar")
    opened_on = models.DateField("dibuka")
    note = models.CharField("catatan", max_length=300, blank=True)
    responsible = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="penanggung jawab"
    )
    due_on = models.DateField("paling lambat", null=True, blank=True)
    closed_on = models.DateField("ditutup", null=True, blank=True)
    reason = models.CharField("alasan ditutup", max_length=20, choices=Reason, blank=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = "kebutuhan"
        verbose_name_plural = "kebutuhan"
        ordering = ["closed_on", "opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="need_closed_with_reason",
                condition=Q(closed_on=None, reason="")
                | (Q(closed_on__gte=F("opened_on")) & Q(reason__in=["terpenuhi", "tidak diperlukan", "ditolak"])),
                violation_error_message="Kebutuhan ditutup dengan alasan, tidak sebelum tanggal dibuka.",
            ),
            models.CheckConstraint(
                name="need_due_after_it_opened",
                condition=Q(due_on=None) | Q(due_on__gte=F("opened_on")),
                violation_error_message="Tenggat tidak boleh sebelum kebutuhan dibuka.",
            ),
            models.UniqueConstraint(
                fields=["stay", "service", "opened_on"],
                name="need_opened_once_a_day",
                violation_error_message="Kebutuhan ini sudah dibuka pada tanggal itu.",
            ),
            ExclusionConstraint(
                name="need_open_once_at_a_time",
                expressions=[
                    ("stay", RangeOperators.EQUAL),
                    ("service", RangeOperators.EQUAL),
                    (
                        Func(
                            "opened_on", "closed_on", Value("[)"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Kebutuhan akan layanan ini masih terbuka pada masa itu.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.service)

    @property
    def shelter(self):
        return self.stay.shelter

    @classmethod
    @transaction.atomic
    def open_for(cls, stay, *, by, service, on, note="", responsible=None, due_on=None):
        """A need of this stay from a day on. Raises ValidationError when it is open already or the day lies outside."""
        if on > stay.shelter.today():
            raise ValidationError({"opened_on": "Tanggal belum tiba."})
        if on < stay.entered_on or (stay.ended_on and on > stay.ended_on):
            raise ValidationError({"opened_on": "Tanggal di luar masa tinggal."})
        need = cls(
            stay=stay, service=service, opened_on=on, note=note, opened_by=by, responsible=responsible, due_on=due_on
        )
        need.full_clean()
        need.save()
        record(by=by, action="need.opened", target=need, service=need.service_id)
        return need

    @transaction.atomic
    def assign(self, *, by, responsible, due_on):
        """Who sees to it, and by when; either may still be open."""
        self.refresh_from_db(from_queryset=Need.objects.select_for_update(of=["self"]))
        if self.closed_on:
            raise ValidationError("Kebutuhan ini sudah ditutup. Muat ulang halaman ini.")
        self.responsible, self.due_on = responsible, due_on
        self.full_clean()
        self.save()
        record(by=by, action="need.assigned", target=self, service=self.service_id)

    @transaction.atomic
    def close(self, *, by, on, reason):
        self.refresh_from_db(from_queryset=Need.objects.select_for_update(of=["self"]))
        if self.closed_on:
            raise ValidationError("Kebutuhan ini sudah ditutup. Muat ulang halaman ini.")
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        self.closed_on, self.reason, self.closed_by = on, reason, by
        self.full_clean()
        self.save()
        record(by=by, action="need.closed", target=self, service=self.service_id, reason=reason)
