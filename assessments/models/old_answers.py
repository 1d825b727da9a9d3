"""Rows of a spreadsheet of old answers: those that became assessments, and those still to be matched to somebody."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from assessments.models.answer_batch import AnswerBatch, OfImportQuerySet
from assessments.models.assessment import Assessment
from assessments.models.instrument import Instrument
from cases import nik
from cases.audit import record
from cases.models import Shelter, Stay, User
from cases.models.checked import CheckedModel


@dataclass
class Read:
    """One row as it was read: whose (`stay`, else `why` not), of when, and what was answered."""

    number: int
    digest: str
    at: datetime
    answers: dict
    stay: Stay | None = None
    why: str = ""
    identity: dict = field(default_factory=dict)


class OldAnswersQuerySet(OfImportQuerySet):
    def unmatched(self):
        return self.filter(state="held").order_by("batch", "number")

    def for_list(self):
        return self.select_related("shelter", "instrument", "batch").defer("answers")


class OldAnswers(CheckedModel):
    """A row that was taken in. What it says is kept here only while nobody knows whose it is."""

    class State(models.TextChoices):
        IMPORTED = "imported", "Dimasukkan"
        HELD = "held", "Belum dicocokkan"
        DISCARDED = "discarded", "Dibuang"

    batch = models.ForeignKey(AnswerBatch, models.PROTECT, related_name="rows", verbose_name="berkas jawaban lama")
    # Known from the batch; repeated here because a constraint cannot look into another table.
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+", verbose_name="panti")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+", verbose_name="instrumen")
    number = models.PositiveIntegerField("baris")
    digest = models.CharField("sidik baris", max_length=64)
    answered_at = models.DateTimeField("waktu pengisian")
    state = models.CharField("keadaan", max_length=10, choices=State)
    assessment = models.OneToOneField(
        Assessment, models.PROTECT, null=True, blank=True, related_name="old_answers", verbose_name="asesmen"
    )
    answers = models.JSONField("jawaban", default=dict, blank=True)
    identity = models.JSONField("identitas seperti tertulis", default=dict, blank=True)
    why = models.CharField("belum dicocokkan karena", max_length=200, blank=True)
    settled_at = models.DateTimeField("diputuskan", null=True, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField("alasan dibuang", max_length=200, blank=True)

    objects = OldAnswersQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban lama"
        verbose_name_plural = "jawaban lama"
        ordering = ["batch", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "instrument", "digest"],
                name="old_answers_once",
                violation_error_message="Baris ini sudah pernah dimasukkan.",
            ),
            models.CheckConstraint(
                name="old_answers_state_fits",
                condition=Q(state="imported", assessment__isnull=False, answers={}, identity={})
                | Q(state="held", assessment=None, settled_at=None)
                | (Q(state="discarded", assessment=None, settled_at__isnull=False, answers={}, identity={})
                   & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="old_answers_settled_at_and_by",
                condition=Q(settled_at=None, settled_by=None) | Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Baris {self.number} dari {self.batch}"

    def get_absolute_url(self):
        return reverse("reports:answers_match", args=[self.pk])

    @property
    def answered_on(self):
        return self.answered_at.astimezone(self.shelter.zone).date()

    @property
    def told(self):
        """Who it is said to be of, as a page may show it: pairs of a heading and what was written."""
        words = {"name": "Nama", "nik": "NIK", "number": "Nomor klien", "register": "Nomor register",
                 "birth_date": "Tanggal lahir"}  # fmt: skip
        found = [(words[key], nik.mask(text) if key == "nik" else text) for key, text in self.identity.items() if text]
        return found or [("Identitas", "tidak tertulis")]

    @classmethod
    @transaction.atomic
    def take_in(cls, batch, rows, *, by):
        """Every row of a file that was read and confirmed: its assessment, or itself, held back until matched."""
        now = timezone.now()
        of_it = {"batch": batch, "shelter": batch.shelter, "instrument": batch.version.instrument}
        linked = [row for row in rows if row.stay]
        made = [Assessment.from_old(row, version=batch.version, stay=row.stay, by=by, at=now) for row in linked]
        Assessment.keep_old(made)
        kept = [
            cls(number=row.number, digest=row.digest, answered_at=row.at, state="imported", assessment=one, **of_it)
            for row, one in zip(linked, made, strict=True)
        ]
        kept += [
            cls(number=row.number, digest=row.digest, answered_at=row.at, state="held", answers=row.answers,
                identity=row.identity, why=row.why, **of_it)
            for row in rows if not row.stay
        ]  # fmt: skip
        cls.objects.bulk_create(kept)
        for one in made:
            record(by=by, action="assessment.imported", target=one, instrument=batch.version.instrument.slug)

    @transaction.atomic
    def match(self, stay, *, by):
        """Somebody knows whose it is: it becomes an assessment of that stay, with its own date."""
        self._lock()
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=stay.pk)
        if stay.shelter_id != self.shelter_id or stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Pilih masa tinggal di panti ini yang tidak dibatalkan.")
        version, read = self.batch.version, Read(self.number, self.digest, self.answered_at, self.answers)
        made = Assessment.from_old(read, version=version, stay=stay, by=by, at=timezone.now())
        made.full_clean()
        Assessment.keep_old([made])
        self._settle(by=by, state=self.State.IMPORTED, assessment=made)
        record(by=by, action="assessment.imported", target=made, instrument=self.instrument.slug)
        return made

    @transaction.atomic
    def discard(self, *, by, reason):
        """Nobody's, or not wanted. What it said goes; that it was there stays: the file cannot bring it back."""
        self._lock()
        self._settle(by=by, state=self.State.DISCARDED, reason=reason.strip())
        record(by=by, action="oldanswers.discarded", target=self, reason=self.reason)

    def _lock(self):
        self.refresh_from_db(from_queryset=OldAnswers.objects.select_for_update(of=["self"]))
        if self.state != self.State.HELD:
            raise ValidationError(f"Keadaan baris ini “{self.get_state_display()}”. Muat ulang halaman ini.")

    def _settle(self, *, by, **values):
        for name, value in values.items():
            setattr(self, name, value)
        self.answers, self.identity, self.settled_at, self.settled_by = {}, {}, timezone.now(), by
        self.full_clean()
        self.save()
