from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from assessments.models.instrument import Instrument, InstrumentVersion
from assessments.models.merge import merge
from cases.audit import record
from cases.models import BasicService, Need, Stay, User
from cases.models.day import OfStayQuerySet

EDITABLE = ("draft", "returned")
CHANGING = [
    "status", "answers", "stamps", "revision", "last_saved_at", "last_saved_by", "submitted_at", "submitted_by",
    "reviewed_at", "reviewed_by", "review_note",
]  # fmt: skip


class AssessmentQuerySet(OfStayQuerySet):
    def editable(self):
        return self.filter(status__in=EDITABLE)

    def waiting_for_review(self):
        """Completed and not yet approved or returned, the longest waiting first."""
        return self.filter(status=Assessment.Status.SUBMITTED).order_by("submitted_at")

    def drafts_of(self, user):
        """What this person began or wrote last, and what came back to them."""
        theirs = Q(started_by=user) | Q(last_saved_by=user) | Q(submitted_by=user)
        return self.editable().filter(theirs)

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "instrument", "started_by", "submitted_by").defer(
            "answers", "stamps"
        )

    def for_page(self):
        whole = self.select_related("stay__client", "stay__shelter", "instrument", "version")
        return whole.defer("version__source")


class Assessment(models.Model):
    """One filling of an instrument for a stay (asesmen): saved as one types, completed whole, then reviewed."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Sedang diisi"
        SUBMITTED = "submitted", "Menunggu tinjauan"
        RETURNED = "returned", "Dikembalikan"
        APPROVED = "approved", "Disetujui"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="assessments", verbose_name="masa tinggal")
    version = models.ForeignKey(
        InstrumentVersion, models.PROTECT, related_name="assessments", verbose_name="versi instrumen"
    )
    # Known from the version; repeated here because a constraint cannot look into another table.
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+", verbose_name="instrumen")
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    answers = models.JSONField("jawaban", default=dict, blank=True)
    # Path of a question -> {revision, by, at, editor} of its last change.
    stamps = models.JSONField("cap jawaban", default=dict, blank=True)
    revision = models.PositiveIntegerField("revisi", default=0)

    started_at = models.DateTimeField("dimulai", default=timezone.now)
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dimulai oleh")
    last_saved_at = models.DateTimeField("terakhir disimpan", null=True, blank=True)
    last_saved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField("diselesaikan", null=True, blank=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField("ditinjau", null=True, blank=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    review_note = models.TextField("catatan peninjau", max_length=2000, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = "asesmen"
        verbose_name_plural = "asesmen"
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["status", "submitted_at"], name="assessment_status_submitted")]
        constraints = [
            models.UniqueConstraint(
                fields=["stay", "instrument"],
                condition=Q(status__in=EDITABLE),
                name="assessment_one_open_per_instrument",
                violation_error_message="Asesmen dengan instrumen ini sedang diisi.",
            ),
            *(
                models.CheckConstraint(
                    name=f"assessment_{act}_at_and_by",
                    condition=Q((f"{act}_at__isnull", True), (f"{act}_by__isnull", True))
                    | Q((f"{act}_at__isnull", False), (f"{act}_by__isnull", False)),
                )
                for act in ("last_saved", "submitted", "reviewed")
            ),
            models.CheckConstraint(
                name="assessment_status_fits",
                condition=Q(status="draft", submitted_at=None, reviewed_at=None)
                | Q(status="submitted", submitted_at__isnull=False, reviewed_at=None)
                | (Q(status="returned", reviewed_at__isnull=False, submitted_at__isnull=False) & ~Q(review_note=""))
                | Q(status="approved", reviewed_at__isnull=False, submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="assessment_not_reviewed_by_its_author",
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("submitted_by")),
                violation_error_message="Asesmen ditinjau oleh orang lain, bukan oleh yang menyelesaikannya.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.instrument)

    def get_absolute_url(self):
        return reverse("assessments:assessment_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def form(self):
        return self.version.form

    @property
    def is_editable(self):
        return self.status in EDITABLE

    @property
    def saved_at(self):
        """By the shelter's clock."""
        return self.last_saved_at and self.last_saved_at.astimezone(self.shelter.zone)

    def state(self):
        """Every question as it stands. Once completed, also what depends on the date stays as it was then."""
        moment = self.shelter.now() if self.is_editable else self.submitted_at.astimezone(self.shelter.zone)
        return self.form.evaluate(self.answers, now=moment)

    def new_needs(self, state):
        """The basic services that completing would open as needs of this stay."""
        if not self.stay.is_resident:
            return BasicService.objects.none()
        known = Q(closed_on=None) | Q(opened_on=self.shelter.today())
        if self.submitted_at:  # what its first completion opened, a worker may have closed since
            known |= Q(opened_on__gte=timezone.localdate(self.submitted_at, self.shelter.zone))
        known = Need.objects.filter(known, stay=self.stay_id).values("service")
        return BasicService.objects.filter(pk__in=[need.slug for need in state.needs()]).exclude(pk__in=known)

    @classmethod
    @transaction.atomic
    def start(cls, stay, *, version, by):
        """A draft of this instrument for the stay, or the one that is open already: a double click makes one."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter").get(pk=stay.pk)
        if stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan; asesmen tidak dapat dimulai.")
        found = cls.objects.editable().filter(stay=stay, instrument=version.instrument_id).first()
        if found:
            return found
        made = cls(stay=stay, version=version, instrument_id=version.instrument_id, started_by=by)
        made.answers = version.form.initial(now=stay.shelter.now())
        made.full_clean()
        made.save()
        record(by=by, action="assessment.started", target=made, instrument=version.instrument.slug)
        return made

    @transaction.atomic
    def save_answers(self, posted, *, was, by, editor="", closes=False):
        """Keep what the page `editor` changed since it showed `was`; the conflicts are returned, unsaved.

        `closes`: the page was left by its button. A save of it that is still on the way then counts as a stranger's,
        and cannot put an older text over a newer one.
        """
        self._lock()
        self._require(*EDITABLE)
        changes, conflicts = merge(self.answers, self.stamps, posted, was=was, editor=editor)
        if changes:
            self.last_saved_at, self.last_saved_by = timezone.now(), by
            self.revision += 1
            stamp = {"revision": self.revision, "by": str(by), "at": self.last_saved_at.isoformat()}
            stamp["editor"] = "" if closes else editor
            self.stamps |= dict.fromkeys(changes, stamp)
            self.answers = _answered(self.answers | changes)
            self.answers |= self.state().kept()
            # No full_clean on what is saved every few seconds: nothing that a constraint speaks of has changed.
            self.save(update_fields=["answers", "stamps", "revision", "last_saved_at", "last_saved_by"])
        return conflicts

    @transaction.atomic
    def submit(self, *, by, revision=None):
        """Complete it: only what applies is kept, and the needs that the answers open are opened."""
        # The stay first: two assessments of one stay, completed at once, open a need once.
        stays = Stay.objects.select_for_update(of=["self"]).select_related("client", "shelter")
        self.stay = stays.get(pk=self.stay_id)
        self._lock(revision)
        self._require(*EDITABLE)
        state = self.state()
        if state.problems:
            raise ValidationError(
                "Asesmen belum dapat diselesaikan; lengkapi dahulu isian di bawah.", code="incomplete"
            )
        services = list(self.new_needs(state))
        self.answers = state.answers()
        self.stamps = {path: stamp for path, stamp in self.stamps.items() if path in self.answers}
        self.status, self.submitted_at, self.submitted_by = self.Status.SUBMITTED, timezone.now(), by
        self.reviewed_at = self.reviewed_by = None
        self._finish("assessment.completed", by=by)
        for service in services:
            Need.open_for(self.stay, by=by, service=service, on=self.shelter.today(), note=str(self))
        return services

    @transaction.atomic
    def approve(self, *, by, revision=None):
        self._review(self.Status.APPROVED, "assessment.approved", by=by, revision=revision)

    @transaction.atomic
    def return_(self, *, by, note, revision=None):
        """Back to its author, who reads the note, mends the answers and completes it again."""
        if not note.strip():
            raise ValidationError({"note": "Tulis apa yang perlu diperbaiki."})
        self._review(self.Status.RETURNED, "assessment.returned", by=by, revision=revision, review_note=note)

    def _review(self, status, action, *, by, revision, **changes):
        self._lock(revision)
        self._require(self.Status.SUBMITTED)
        if by == self.submitted_by:
            raise ValidationError("Asesmen ditinjau oleh orang lain, bukan oleh yang menyelesaikannya.")
        self.status, self.reviewed_at, self.reviewed_by = status, timezone.now(), by
        for field, value in changes.items():
            setattr(self, field, value)
        self._finish(action, by=by)

    def _lock(self, revision=None):
        self.refresh_from_db(fields=CHANGING, from_queryset=Assessment.objects.select_for_update(of=["self"]))
        if revision is not None and revision != self.revision:
            raise ValidationError("Jawaban berubah sejak halaman ini dibuka. Periksa kembali jawaban di bawah.")

    def _require(self, *statuses):
        if self.stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan; asesmennya tidak dapat diubah.")
        if self.status not in statuses:
            raise ValidationError(f"Status asesmen ini “{self.get_status_display()}”. Muat ulang halaman ini.")

    def _finish(self, action, *, by):
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, instrument=self.instrument.slug)


def _answered(answers):
    return {path: value for path, value in answers.items() if value is not None}
