from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Case, Q, Value, When
from django.urls import reverse

from cases.audit import record
from cases.models import Client, Stay, SweepPerson, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, ScopedQuerySet
from referrals.models.intake_request import IntakeRequest
from referrals.models.intake_requests import finished, in_care

RECEIVED, IN_CARE, FINISHED = "Diterima", "Dalam pelayanan", "Selesai"


class RequestPersonQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(request__shelter__in=shelters)

    def visible_to(self, user):
        return self.allowed(user, Perm.ADMIT)

    def for_list(self):
        """With `stage`, where each of them is by now."""
        stage = Case(
            When(finished(), then=Value(FINISHED)), When(in_care(), then=Value(IN_CARE)), default=Value(RECEIVED)
        )
        return self.select_related("stay__client", "sweep_person").annotate(stage=stage)


class RequestPerson(CheckedModel):
    """Somebody whom a request announces: what the sender says, and what became of it here."""

    class Close(models.TextChoices):
        NOT_COME = "not_come", "Tidak datang"
        NOT_FOUND = "not_found", "Tidak ditemukan di tempatnya"
        ON_THE_SPOT = "on_the_spot", "Sudah ditolong di tempat"
        ELSEWHERE = "elsewhere", "Ditangani pihak lain"

    request = models.ForeignKey(IntakeRequest, models.PROTECT, related_name="people", verbose_name="permintaan")
    serial = models.PositiveSmallIntegerField("nomor urut")
    mark = models.CharField("ciri-ciri", max_length=200, blank=True)
    name = models.CharField("nama", max_length=200, blank=True)
    sex = models.CharField("jenis kelamin", max_length=1, choices=Client.Sex, blank=True)
    estimated_age = models.PositiveSmallIntegerField(
        "perkiraan usia", null=True, blank=True,
        validators=[MaxValueValidator(130, "Perkiraan usia antara 0 dan 130 tahun.")],
    )  # fmt: skip
    condition = models.CharField("kondisi", max_length=140, blank=True)
    needs = models.CharField("kebutuhan mendesak", max_length=140, blank=True)

    sweep_person = models.OneToOneField(
        SweepPerson, models.PROTECT, null=True, blank=True, related_name="requested_as", verbose_name="baris razia"
    )
    # Two senders may announce the same person: they all lead to one stay.
    stay = models.ForeignKey(
        Stay, models.PROTECT, null=True, blank=True, related_name="requested_as", verbose_name="masa tinggal"
    )
    close_reason = models.CharField("selesai karena", max_length=12, choices=Close, blank=True)
    close_note = models.CharField("keterangan", max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = RequestPersonQuerySet.as_manager()

    class Meta:
        verbose_name = "orang dalam permintaan"
        verbose_name_plural = "orang dalam permintaan"
        ordering = ["serial"]
        constraints = [
            models.UniqueConstraint(fields=["request", "serial"], name="request_person_serial_once"),
            models.CheckConstraint(
                name="request_person_can_be_told_apart",
                condition=~Q(mark="") | ~Q(name=""),
                violation_error_message="Isi nama atau ciri-ciri.",
            ),
            models.CheckConstraint(
                name="request_person_one_way",
                condition=Q(sweep_person=None, stay=None) | Q(sweep_person=None, closed_at=None)
                | Q(stay=None, closed_at=None),
                violation_error_message="Orang ini sudah diterima.",
            ),
            models.CheckConstraint(
                name="request_person_closed_at_and_by",
                condition=Q(closed_at=None, closed_by=None, close_reason="", close_note="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(close_reason="")),
            ),
            models.CheckConstraint(
                name="request_person_age_is_human", condition=Q(estimated_age=None) | Q(estimated_age__lte=130)
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return f"{reverse('referrals:request_detail', args=[self.request_id])}#orang-{self.serial}"

    @property
    def shelter(self):
        return self.request.shelter

    @property
    def label(self):
        return self.name or self.mark

    @property
    def is_open(self):
        return not (self.stay_id or self.sweep_person_id or self.closed_at)

    @property
    def told(self):
        """Condition and needs as one line of a register."""
        needs = f"Mendesak: {self.needs}" if self.needs else ""
        return ". ".join(filter(None, [self.condition, needs]))

    @transaction.atomic
    def take(self, stay, *, by):
        """This person is in care here: a stay that began with the request, or that went on already."""
        self.hold()
        if stay.shelter_id != self.request.shelter_id:
            raise ValidationError("Masa tinggal itu di panti lain.")
        self.stay = stay
        self.full_clean()
        self.save()
        record(by=by, action="requestperson.taken", target=self, number=stay.register_number)

    @transaction.atomic
    def onto(self, row, *, by):
        """A row of the sweep that the request became; the sweep's own trail says that it was added."""
        self.hold()
        self.sweep_person = row
        self.full_clean()
        self.save()

    @transaction.atomic
    def close(self, *, by, reason, note=""):
        """Nobody came in, and nothing is left to do."""
        self.hold()
        self.close_reason, self.close_note, self.closed_by, self.closed_at = reason, note, by, self.shelter.now()
        self.full_clean()
        self.save()
        record(by=by, action="requestperson.closed", target=self, reason=self.get_close_reason_display())

    def hold(self):
        """Locked, of an accepted request, and still without an end: two people at once give one success."""
        self.request.lock()
        self.refresh_from_db(from_queryset=RequestPerson.objects.select_for_update(of=["self"]))
        if self.request.state != IntakeRequest.State.ACCEPTED:
            raise ValidationError("Terima dahulu permintaannya.")
        if not self.is_open:
            raise ValidationError("Orang ini sudah dicatat. Muat ulang halaman ini.")
