from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils.functional import cached_property

from cases import limits
from cases.audit import record
from cases.models.catalogue import ServiceType
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.lists import Category, EntrySource, ExitReason
from cases.models.release import is_guarded, refuse_unproven
from cases.models.shelter import Shelter
from cases.models.stays import StayQuerySet
from cases.models.user import User
from cases.permissions import Perm

OVERLAP = "Klien masih tercatat tinggal di panti pada tanggal itu."


class Stay(CheckedModel):
    """A stay of a client at a shelter (masa tinggal): from the door to the way out.

    A night belongs to the date on which it starts: the day of entry counts, the day of leaving does not.
    """

    class Status(models.TextChoices):
        RESIDENT = "resident", "Tinggal di panti"
        DISCHARGED = "discharged", "Sudah keluar"
        CANCELLED = "cancelled", "Dibatalkan (salah catat)"

    class Setting(models.TextChoices):
        IN_HOUSE = "in_house", "Tinggal di panti"
        OUTSIDE = "outside", "Layanan luar panti"

    class Neglect(models.TextChoices):
        UNCONFIRMED = "unconfirmed", "Belum dipastikan"
        CONFIRMED = "confirmed", "Memenuhi kriteria telantar"
        CONTRADICTED = "contradicted", "Tidak memenuhi kriteria telantar"

    NEXT = {Status.RESIDENT: {Status.DISCHARGED, Status.CANCELLED}, Status.DISCHARGED: {Status.CANCELLED}}

    client = models.ForeignKey(Client, models.PROTECT, related_name="stays", verbose_name="klien")
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="stays", verbose_name="panti")
    register_number = models.CharField("nomor register", max_length=40)
    status = models.CharField("status", max_length=12, choices=Status, default=Status.RESIDENT)
    setting = models.CharField("tempat pelayanan", max_length=10, choices=Setting, default=Setting.IN_HOUSE)
    entered_on = models.DateField("tanggal masuk")
    entered_at = models.TimeField("jam masuk", null=True, blank=True)
    source = models.ForeignKey(
        EntrySource,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="sumber rujukan masuk",
    )
    brought_by = models.CharField(
        "diantar oleh", max_length=200, blank=True, help_text="Instansi atau orang, misalnya Polsek Kota."
    )
    # Who stands behind it, as the receipt names them.
    bringer_letter = models.CharField("nomor surat pengantar", max_length=100, blank=True, default="", db_default="")
    bringer_name = models.CharField("nama petugas pengantar", max_length=100, blank=True, default="", db_default="")
    bringer_rank = models.CharField("pangkat atau jabatan", max_length=100, blank=True, default="", db_default="")
    bringer_number = models.CharField("NIP atau NRP", max_length=40, blank=True, default="", db_default="")
    found_at = models.CharField("ditemukan di", max_length=200, blank=True)
    condition = models.CharField("kondisi saat datang", max_length=300, blank=True)
    # As of entry: a later change of mind about the person does not change what was counted then.
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kategori PPKS"
    )
    service_type = models.ForeignKey(
        ServiceType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="jenis pelayanan SPM",
    )
    neglect = models.CharField("kriteria telantar", max_length=12, choices=Neglect, default=Neglect.UNCONFIRMED)
    note = models.TextField("keterangan", blank=True)
    over_capacity = models.BooleanField("diterima melebihi daya tampung", default=False)
    guard_note = models.CharField(
        "tidak boleh diserahkan tanpa verifikasi, karena", max_length=200, blank=True, default="", db_default=""
    )

    ended_on = models.DateField("tanggal keluar", null=True, blank=True)
    exit_reason = models.ForeignKey(
        ExitReason, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="alasan keluar"
    )
    destination = models.CharField("tujuan keluar", max_length=200, blank=True)
    exit_note = models.TextField("catatan keluar", blank=True)
    cancel_reason = models.CharField("alasan pembatalan", max_length=200, blank=True)

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    discharged_at = models.DateTimeField(null=True, blank=True)
    discharged_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = StayQuerySet.as_manager()

    class Meta:
        verbose_name = "masa tinggal"
        verbose_name_plural = "masa tinggal"
        ordering = ["-entered_on", "-pk"]
        indexes = [
            models.Index(fields=["shelter", "status", "-entered_on"], name="stay_shelter_status"),
            models.Index(fields=["shelter", "entered_on"], name="stay_shelter_entered"),
            models.Index(fields=["shelter", "ended_on"], name="stay_shelter_ended"),
            models.Index(Func("register_number", function="UPPER"), name="stay_register_upper"),
            # For reports: the stays of a shelter that touch a month, the day of leaving included.
            GistIndex(
                "shelter",
                Func(
                    "entered_on",
                    "ended_on",
                    Value("[]"),
                    function="daterange",
                    output_field=DateRangeField(),
                ),
                name="stay_shelter_days",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "shelter", "register_number",
                name="stay_register_number_once",
                violation_error_message="Nomor register itu sudah dipakai di panti ini.",
            ),
            models.CheckConstraint(
                name="stay_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("entered_on")),
                violation_error_message="Tanggal keluar tidak boleh sebelum tanggal masuk.",
            ),
            models.CheckConstraint(
                name="stay_exit_fits_status",
                condition=Q(status="resident", ended_on=None, exit_reason=None)
                | Q(status="discharged", ended_on__isnull=False, exit_reason__isnull=False)
                | Q(status="cancelled"),
                violation_error_message="Masa tinggal yang selesai memerlukan tanggal dan alasan keluar.",
            ),
            models.CheckConstraint(
                name="stay_discharged_at_and_by",
                condition=Q(discharged_at=None, discharged_by=None)
                | Q(discharged_at__isnull=False, discharged_by__isnull=False),
            ),
            ExclusionConstraint(
                name="stay_no_overlap_per_client",
                expressions=[
                    ("client", RangeOperators.EQUAL),
                    (
                        Func(
                            "entered_on", "ended_on", Value("[)"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(status="cancelled"),
                violation_error_message=OVERLAP,
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.register_number} — {self.client}"

    def get_absolute_url(self):
        return reverse("cases:stay_detail", args=[self.pk])

    @property
    def is_outside(self):
        return self.setting == self.Setting.OUTSIDE

    @property
    def is_resident(self):
        return self.status == self.Status.RESIDENT

    def nights_by(self, day):
        """Nights begun up to and including a day."""
        last = min(day, self.ended_on - timedelta(days=1)) if self.ended_on else day
        return max(0, (last - self.entered_on).days + 1)

    @cached_property
    def limit(self):
        """How long the stay may last by the shelter's rule and what was granted; None without a rule."""
        return limits.limit_of(self)

    @property
    def nights(self):
        return self.nights_by(self.shelter.today() - timedelta(days=1))

    @property
    def day_number(self):
        """Today is the n-th day of the stay, the day of entry being the first."""
        return (self.shelter.today() - self.entered_on).days + 1

    def clean(self):
        super().clean()
        if self.client_id and self.entered_on and self.status != self.Status.CANCELLED:
            self._refuse_overlap()

    def _refuse_overlap(self):
        """A stay within one day leaves no range for the exclusion constraint to compare; this sees it as well."""
        others = Stay.objects.kept().filter(client=self.client_id).exclude(pk=self.pk)
        others = others.filter(Q(ended_on=None) | Q(ended_on__gt=self.entered_on))
        if self.ended_on:
            others = others.filter(entered_on__lt=self.ended_on)
        other = others.select_related("shelter").first()
        if other:
            raise ValidationError(OVERLAP, code="overlap")

    @property
    def is_guarded(self):
        """Not to be handed over without a proven relation: a child, or whom the shelter marked so."""
        return is_guarded(self, self.ended_on or self.shelter.today())

    @transaction.atomic
    def guard(self, *, by, note):
        """Protect somebody grown-up as a child is; an empty note ends it."""
        self.refresh_from_db(from_queryset=Stay.objects.select_for_update(of=["self"]))
        if not self.is_resident:
            raise ValidationError("Masa tinggal ini sudah berakhir.")
        if self.guard_note and not note and Perm.REVIEW not in by.perms_at(self.shelter):
            raise ValidationError({"note": "Penjagaan hanya dapat dicabut oleh kepala panti."})
        self.guard_note = note
        self.save(update_fields=["guard_note"])
        record(by=by, action="stay.guarded", target=self, guarded=bool(note))

    @transaction.atomic
    def discharge(self, *, by, on, reason, destination="", note="", receiver=None):
        """`receiver`: the Relative who takes the person home. A child goes to nobody whose relation is not proven."""
        self._move_to(
            self.Status.DISCHARGED, "stay.discharged", by=by,
            ended_on=on, exit_reason=reason, destination=destination, exit_note=note,
        )  # fmt: skip
        refuse_unproven(self, on=on, reason=reason, receiver=receiver)

    def cancel(self, *, by, reason):
        """The stay never was: entered by mistake. It keeps its number and its trail, and counts nowhere."""
        if self.deaths.standing().exists():
            raise ValidationError("Di sini tercatat kematian. Batalkan catatan kematian itu lebih dahulu.")
        self._move_to(self.Status.CANCELLED, "stay.cancelled", by=by, cancel_reason=reason)

    @transaction.atomic
    def reopen(self, *, by, reason):
        """The end was recorded by mistake: the stay goes on as if it had never been. Refused when another began.

        The bed is theirs again if nobody has it since. Returns the place; None where one is to be found.
        """
        self.refresh_from_db(from_queryset=Stay.objects.select_for_update(of=["self"]))
        if self.status != self.Status.DISCHARGED:
            raise ValidationError("Hanya masa tinggal yang berakhir dapat dibuka kembali. Muat ulang halaman ini.")
        left_on = self.ended_on
        self.status, self.ended_on, self.exit_reason = self.Status.RESIDENT, None, None
        self.destination = self.exit_note = ""
        self.discharged_at = self.discharged_by = None
        self.full_clean()
        self.save()
        record(by=by, action="stay.reopened", target=self, reason=reason)
        self.tasks.revive(by=by)
        return self.placements.give_back(by=by, on=left_on)

    @transaction.atomic
    def _move_to(self, status, action, *, by, **changes):
        self.refresh_from_db(from_queryset=Stay.objects.select_for_update(of=["self"]))
        if status not in self.NEXT.get(self.status, ()):
            raise ValidationError(
                f"Status “{self.get_status_display()}” tidak dapat menjadi “{status.label}”. Muat ulang halaman ini."
            )
        before, self.status = self.status, status
        for field, value in changes.items():
            setattr(self, field, value)
        if status == self.Status.DISCHARGED:
            self._end(by)
        self.full_clean()
        self.save()
        self._leave_place(by)
        record(by=by, action=action, target=self, before=before)

    def _leave_place(self, by):
        """No bed is held for who has left; a stay that never was took no night in one."""
        self.placements.end(by=by, on=self.entered_on if self.status == self.Status.CANCELLED else self.ended_on)
        self.tasks.end_with_stay(by=by)
        self.pickups.end_with_stay(by=by)

    def _end(self, by):
        today = self.shelter.today()
        if self.ended_on > today:
            raise ValidationError({"on": "Tanggal keluar belum tiba."})
        self.discharged_by, self.discharged_at = by, self.shelter.now()
