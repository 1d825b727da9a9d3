from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import DateField, DateTimeField, Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.shelter import Shelter
from cases.models.user import Membership, User
from cases.permissions import Perm, Role, ScopedQuerySet, roles_with

LONGEST = timedelta(days=90)


class StandinQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def standing(self):
        """Not ended before their time."""
        return self.filter(ended_at=None)

    def current(self):
        """In force today by the clock of their shelter, and of somebody who still works somewhere."""
        clock = Func(
            F("shelter__time_zone"), Value(timezone.now()), function="timezone", output_field=DateTimeField()
        )  # fmt: skip
        today = Cast(clock, DateField())
        works = Membership.objects.current().filter(user=OuterRef("user")).order_by()
        return self.standing().filter(Exists(works), first_on__lte=today, until__gte=today)

    def for_list(self):
        return self.select_related("user", "shelter", "named_by", "ended_by")


class Standin(CheckedModel):
    """Who approves in the head's place for some days (pelaksana harian, Plh.): the head's REVIEW and nothing else."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="standins", verbose_name="panti")
    user = models.ForeignKey(User, models.PROTECT, related_name="standins", verbose_name="pengganti")
    first_on = models.DateField("mulai tanggal")
    until = models.DateField("sampai tanggal")
    reason = models.CharField("alasan", max_length=200, help_text="Misalnya cuti atau dinas luar, dan nomor suratnya.")
    named_at = models.DateTimeField("ditunjuk pada", default=timezone.now)
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditunjuk oleh")
    ended_at = models.DateTimeField("dihentikan pada", null=True, blank=True)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dihentikan oleh"
    )

    objects = StandinQuerySet.as_manager()

    class Meta:
        verbose_name = "pelaksana harian"
        verbose_name_plural = "pelaksana harian"
        ordering = ["-first_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="standin_ends_after_it_starts",
                condition=Q(until__gte=F("first_on")),
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                name="standin_not_for_oneself",
                condition=~Q(user=F("named_by")),
                violation_error_message="Pilih orang lain, bukan diri sendiri.",
            ),
            models.CheckConstraint(
                name="standin_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            ExclusionConstraint(
                name="standin_one_at_a_time",
                expressions=[
                    ("shelter", RangeOperators.EQUAL),
                    (
                        Func(
                            "first_on", "until", Value("[]"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(ended_at=None),
                violation_error_message="Pada tanggal itu sudah ada Plh. lain. Hentikan dahulu.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Plh. {self.user}"

    @property
    def is_over(self):
        return self.until < self.shelter.today()

    @property
    def is_running(self):
        return not self.ended_at and self.first_on <= self.shelter.today() <= self.until

    def clean(self):
        super().clean()
        if not self.first_on or not self.until:
            return
        if self.until - self.first_on > LONGEST:
            raise ValidationError({"until": f"Paling lama {LONGEST.days} hari; tunjuk lagi bila masih diperlukan."})
        if self.user_id and self.shelter_id and not candidates(self.shelter).filter(pk=self.user_id).exists():
            raise ValidationError({"user": "Pilih pekerja sosial panti ini atau kepala panti lain."})

    @transaction.atomic
    def name(self, *, by):
        """The head names the stand-in. A stand-in names nobody: the right to do so is not theirs."""
        if not by.headed_shelters().filter(pk=self.shelter_id).exists():
            raise ValidationError("Plh. ditunjuk oleh kepala panti sendiri.")
        if self.first_on < self.shelter.today():
            raise ValidationError({"first_on": "Plh. tidak dapat ditunjuk untuk hari yang sudah lewat."})
        self.named_by, self.named_at = by, timezone.now()
        self.full_clean()
        self.save()
        record(by=by, action="standin.named", target=self, user=str(self.user), reason=self.reason,
               first_on=str(self.first_on), until=str(self.until))  # fmt: skip

    @transaction.atomic
    def end(self, *, by):
        """The head is back earlier, or it was a mistake. What was approved meanwhile stays approved."""
        self.refresh_from_db(from_queryset=Standin.objects.select_for_update(of=["self"]))
        if self.ended_at or self.until < self.shelter.today():
            raise ValidationError("Masa Plh. ini sudah berakhir. Muat ulang halaman ini.")
        self.ended_at, self.ended_by = timezone.now(), by
        self.save(update_fields=["ended_at", "ended_by"])
        record(by=by, action="standin.ended", target=self, user=str(self.user))


def candidates(shelter):
    """Whoever reads this shelter's files anyway, or heads another shelter."""
    held = Membership.objects.current().filter(user=OuterRef("pk")).order_by()
    here = held.filter(shelter=shelter, role__in=roles_with(Perm.FILE))
    return User.objects.filter(Exists(here) | Exists(held.filter(role=Role.HEAD)), is_active=True)


def standin_for(user, shelter):
    """As whose Plh. somebody approves here and now; None for a head, who needs none."""
    if user.headed_shelters().filter(pk=shelter.pk).exists():
        return None
    return user.standins.current().filter(shelter=shelter).first()
