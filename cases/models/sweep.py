from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, F, FilteredRelation, Max, Q
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.letter import Counter, Letter
from cases.models.lists import EntrySource
from cases.models.shelter import Shelter
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class SweepQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def with_counts(self):
        """Persons (a row joined to another is none) and how many of them wait for a decision."""
        return self.annotate(
            person_count=Count("people", filter=~Q(people__outcome="same")),
            undecided_count=Count("people", filter=Q(people__outcome="")),
        )

    def with_statement(self):
        """With `statement_number`, of the joint statement that holds."""
        holds = FilteredRelation("arrival_letters", condition=Q(arrival_letters__voided_at=None))
        return self.annotate(holds=holds, statement_number=F("holds__letter__number"))


class Sweep(CheckedModel):
    """An operation (razia, penertiban) that brings many people to the door at once."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="sweeps", verbose_name="panti")
    held_on = models.DateField("tanggal penertiban")
    arrived_on = models.DateField("tanggal tiba di panti")
    arrived_at = models.TimeField("jam tiba di panti", null=True, blank=True)
    place = models.CharField("tempat penertiban", max_length=200)
    order_number = models.CharField("nomor surat tugas atau berita acara", max_length=100, blank=True)
    source = models.ForeignKey(
        EntrySource, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="sumber rujukan masuk"
    )
    # Rows of plain text for the paper: agency, name, position, number (NIP or NRP), contact.
    officers = models.JSONField("instansi dan petugas yang menyerahkan", default=list, blank=True)
    note = models.TextField("catatan", max_length=2000, blank=True)

    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="sweep", verbose_name="berita acara penerimaan"
    )
    lettered_at = models.DateTimeField(null=True, blank=True)
    lettered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")
    closed_at = models.DateTimeField("ditutup pada", null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SweepQuerySet.as_manager()

    class Meta:
        verbose_name = "razia"
        verbose_name_plural = "razia"
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["shelter", "-held_on"], name="sweep_shelter_held")]
        constraints = [
            models.CheckConstraint(
                name="sweep_arrives_after_it_was_held",
                condition=Q(arrived_on__gte=F("held_on")),
                violation_error_message="Tanggal tiba tidak boleh sebelum tanggal penertiban.",
            ),
            models.CheckConstraint(
                name="sweep_closed_at_and_by",
                condition=Q(closed_at=None, closed_by=None) | Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="sweep_letter_at_and_by",
                condition=Q(letter=None, lettered_at=None, lettered_by=None)
                | Q(letter__isnull=False, lettered_at__isnull=False, lettered_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"Razia {self.held_on:%d-%m-%Y}, {self.place}"

    def get_absolute_url(self):
        return reverse("cases:sweep_detail", args=[self.pk])

    @property
    def is_open(self):
        return self.closed_at is None

    @property
    def agencies(self):
        """Each agency once, in the order written."""
        return list(dict.fromkeys(officer["agency"] for officer in self.officers if officer["agency"]))

    @property
    def brought_by(self):
        """One line for each stay: who brought the person, under which order."""
        parts = [*self.agencies, self.order_number and f"surat {self.order_number}"]
        return ", ".join(filter(None, parts))[:200]

    @property
    def paper_is_outdated(self):
        """Somebody was added, joined or taken apart after the receipt got its number."""
        if not self.letter_id:
            return False
        later = Q(created_at__gt=self.lettered_at) | Q(joined_or_parted_at__gt=self.lettered_at)
        return self.people.filter(later).exists()

    @transaction.atomic
    def begin(self, *, by):
        self.created_by = by
        self.full_clean()
        self.save()
        record(by=by, action="sweep.created", target=self)

    @transaction.atomic
    def add(self, *, by, **values):
        """One more person at the door, with the next serial and temporary number. Any mark will do."""
        self.hold_open()
        person = self.people.model(sweep=self, created_by=by, **values)
        person.serial = (self.people.aggregate(last=Max("serial"))["last"] or 0) + 1
        # Counted per shelter and day: two sweeps of one night never hand out the same wristband.
        counted = Counter.next(self.shelter, f"rz-{self.held_on:%Y%m%d}", self.held_on.year)
        person.number = f"RZ-{self.held_on:%Y%m%d}-{counted:02}"
        person.full_clean()
        person.save()
        record(by=by, action="sweepperson.added", target=person, number=person.number)
        return person

    @transaction.atomic
    def close(self, *, by):
        self.hold_open()
        waiting = list(self.people.undecided().values_list("serial", flat=True))
        if waiting:
            numbers = ", ".join(map(str, waiting))
            raise ValidationError(f"Belum semua orang punya keputusan: nomor urut {numbers}.")
        self.closed_by, self.closed_at = by, self.shelter.now()
        self.full_clean()
        self.save()
        record(by=by, action="sweep.closed", target=self)

    @transaction.atomic
    def reopen(self, *, by):
        self._lock()
        if self.is_open:
            raise ValidationError("Razia ini masih terbuka.")
        self.closed_by = self.closed_at = None
        self.save()
        record(by=by, action="sweep.reopened", target=self)

    @transaction.atomic
    def issue_letter(self, *, by):
        """The receipt (BAST penerimaan) gets its number: from now on a later row makes the paper outdated."""
        self._lock()
        if self.letter_id:
            raise ValidationError("Berita acara ini sudah bernomor.")
        if not self.people.persons().exists():
            raise ValidationError("Belum ada orang dalam daftar.")
        self.letter = Letter.issue(Letter.Kind.SWEEP_RECEIPT, shelter=self.shelter, by=by)
        self.lettered_by, self.lettered_at = by, self.shelter.now()
        self.full_clean()
        self.save()

    @transaction.atomic
    def void_letter(self, *, by, reason):
        """The number stays taken, with the reason; the next print asks for a new one."""
        self._lock()
        if not self.letter_id:
            raise ValidationError("Berita acara ini belum bernomor.")
        letter = self.letter
        letter.void_reason = reason
        letter.save(update_fields=["void_reason"])
        self.letter = self.lettered_by = self.lettered_at = None
        self.save()
        record(by=by, action="sweep.letter_voided", target=self, letter=letter.number)
        attached = self.arrival_letters.of("together", self)
        if attached:
            attached.void(by=by, reason=reason)

    def hold_open(self):
        """Lock the sweep until the end of the transaction; refused once it is closed."""
        self._lock()
        if not self.is_open:
            raise ValidationError("Razia ini sudah ditutup. Buka lagi untuk mengubah daftarnya.")

    def _lock(self):
        # NO KEY: rows that only point at the sweep need not wait for each other.
        self.refresh_from_db(from_queryset=Sweep.objects.select_for_update(of=["self"], no_key=True))
