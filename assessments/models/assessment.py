from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from assessments.client_file import from_file
from assessments.models.aftercare import settle_contact
from assessments.models.assessment_rules import rules
from assessments.models.assessments import EDITABLE, HOLDING, AssessmentQuerySet
from assessments.models.file import AssessmentFile
from assessments.models.filling import Filling
from assessments.models.imported import Imported
from assessments.models.instrument import Instrument
from assessments.models.measure import Measure
from assessments.models.merge import merge
from assessments.models.version import InstrumentVersion
from cases.audit import record
from cases.models import BasicService, Need, Standin, Stay, User
from cases.models.checked import CheckedModel
from cases.models.standin import standin_for

BESIDE = "Lihat catatan pada pertanyaan."
CHANGING = [
    "status", "answers", "stamps", "revision", "last_saved_at", "last_saved_by", "submitted_at", "submitted_by",
    "reviewed_at", "reviewed_by", "reviewed_as", "review_note", "returned_answers",
]  # fmt: skip


class Assessment(Filling, Imported, CheckedModel):
    """One filling of an instrument for a stay (asesmen): saved as one types, completed whole, then reviewed."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Sedang diisi"
        SUBMITTED = "submitted", "Menunggu tinjauan"
        RETURNED = "returned", "Dikembalikan"
        APPROVED = "approved", "Disetujui"
        DROPPED = "dropped", "Perbaikan dibatalkan"
        IMPORTED = "imported", "Diimpor"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="assessments", verbose_name="masa tinggal")
    version = models.ForeignKey(
        InstrumentVersion, models.PROTECT, related_name="assessments", verbose_name="versi instrumen"
    )
    # Known from the version; repeated here because a constraint cannot look into another table.
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+", verbose_name="instrumen")
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    answers = models.JSONField("jawaban", default=dict, blank=True)
    # Path of a question -> {revision, by, at, editor} of its last change; {file} for what the client's file said.
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
    reviewed_as = models.ForeignKey(Standin, models.PROTECT, null=True, blank=True, related_name="+")
    review_note = models.TextField("catatan peninjau", max_length=2000, blank=True)
    # What the reviewer had before them when it went back: the next one is shown what changed since.
    returned_answers = models.JSONField("jawaban saat dikembalikan", null=True, blank=True)
    # An approved assessment never changes: a new one corrects it, and replaces it when that is approved.
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name="perbaikan atas"
    )
    correction_reason = models.CharField("alasan perbaikan", max_length=500, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = "asesmen"
        verbose_name_plural = "asesmen"
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["status", "submitted_at"], name="assessment_status_submitted")]
        constraints = rules()

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
    def root(self):
        """The first of the row of corrections that this one belongs to."""
        return self.corrects.root if self.corrects else self

    @property
    def correction(self):
        """What was begun to correct it, if anything; once that is approved it stands in its place."""
        if self.status not in HOLDING:
            return None
        return self.corrections.exclude(status=self.Status.DROPPED).first()

    @property
    def replaced_by(self):
        """The approved correction that stands in its place; None while this one holds."""
        found = self.correction
        return found if found and found.status == self.Status.APPROVED else None

    @property
    def signed_by(self):
        """Who reviewed it, as they sign."""
        return f"Plh. {self.reviewed_by}" if self.reviewed_as_id else str(self.reviewed_by or "")

    @property
    def from_file(self):
        """The paths of answers that the client's file gave and nobody has changed."""
        return {path for path, stamp in self.stamps.items() if stamp.get("file")}

    @property
    def saved_at(self):
        """By the shelter's clock."""
        return self.last_saved_at and self.last_saved_at.astimezone(self.shelter.zone)

    def state(self):
        """Every question as it stands. Once completed, also what depends on the date stays as it was then."""
        completed = not self.is_editable and self.submitted_at
        moment = completed.astimezone(self.shelter.zone) if completed else self.shelter.now()
        return self.form.evaluate(self.answers, now=moment)

    def new_needs(self, state):
        """The basic services that completing would open as needs of this stay."""
        if not self.stay.is_resident or self.tells_of_old:
            return BasicService.objects.none()
        known = Q(closed_on=None) | Q(opened_on=self.shelter.today())
        if self.submitted_at or self.corrects:  # what it opened when first completed, a worker may have closed since
            known |= Q(opened_on__gte=timezone.localdate(self.root.started_at, self.shelter.zone))
        known = Need.objects.filter(known, stay=self.stay_id).values("service")
        return BasicService.objects.filter(pk__in=[need.slug for need in state.needs()]).exclude(pk__in=known)

    @classmethod
    @transaction.atomic
    def start(cls, stay, *, version, by):
        """A draft of this instrument for the stay, or the one that is open already: a double click makes one."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter").get(pk=stay.pk)
        if stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan; asesmen tidak dapat dimulai.")
        found = cls.objects.editable().filter(stay=stay, instrument=version.instrument_id, corrects=None).first()
        if found:
            return found
        version.refuse_start(stay.shelter)
        made = cls(stay=stay, version=version, instrument_id=version.instrument_id, started_by=by)
        known = from_file(version.form, stay.client)
        made.answers = version.form.initial(now=stay.shelter.now()) | known
        made.stamps = dict.fromkeys(known, {"revision": 0, "file": True})
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
            if self.status == self.Status.RETURNED:
                self.comments.filter(path__in=changes).resolve(by=by)
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
        self.reviewed_at = self.reviewed_by = self.reviewed_as = None
        AssessmentFile.sweep(self, by=by)
        self._finish("assessment.completed", by=by)
        Measure.write(self, state)
        settle_contact(self, by=by)
        for service in services:
            Need.open_for(self.stay, by=by, service=service, on=self.shelter.today(), note=str(self))
        if not self.tells_of_old:
            self.stay.tasks.finish_kind(self.instrument.slug, by=by, note=str(self))
        return services

    @transaction.atomic
    def approve(self, *, by, revision=None):
        self._review(self.Status.APPROVED, "assessment.approved", by=by, revision=revision)
        settle_contact(self, by=by)

    @transaction.atomic
    def return_(self, *, by, note="", comments=None, revision=None):
        """Back to its author with a note, or with comments {path: text} at questions; they mend and complete it."""
        said = {path: text.strip() for path, text in (comments or {}).items() if text.strip()}
        if not note.strip() and not said:
            raise ValidationError({"note": "Tulis apa yang perlu diperbaiki."})
        if said.keys() - self.state().questions.keys():
            raise ValidationError("Catatan itu bukan tentang pertanyaan asesmen ini. Muat ulang halaman ini.")
        self._review(self.Status.RETURNED, "assessment.returned", by=by, revision=revision,
                     review_note=note.strip() or BESIDE, returned_answers=self.answers)  # fmt: skip
        for path, text in said.items():
            self.comments.create(path=path, text=text, by=by)

    @transaction.atomic
    def resolve(self, comment, *, by):
        """The author says that a comment is dealt with, though the answer stays as it is."""
        self._lock()
        self._require(self.Status.RETURNED)
        if self.comments.filter(pk=comment.pk).resolve(by=by):
            record(by=by, action="assessment.comment_resolved", target=self, path=comment.path)

    def _review(self, status, action, *, by, revision, **changes):
        self._lock(revision)
        self._require(self.Status.SUBMITTED)
        if by == self.submitted_by:
            raise ValidationError("Asesmen ditinjau oleh orang lain, bukan oleh yang menyelesaikannya.")
        self.status, self.reviewed_at, self.reviewed_by = status, timezone.now(), by
        self.reviewed_as = standin_for(by, self.shelter)
        for field, value in changes.items():
            setattr(self, field, value)
        self._finish(action, by=by, standin=str(self.reviewed_as or ""))

    @transaction.atomic
    def correct(self, *, by, reason):
        """An approved one never changes. A new one begins with its answers and replaces it once it is approved too."""
        self._lock()
        self._require(*HOLDING)
        found = self.corrections.exclude(status=self.Status.DROPPED).first()
        if found and not found.is_editable:
            raise ValidationError("Perbaikan atas asesmen ini sudah diajukan atau disetujui. Muat ulang halaman ini.")
        if found:
            return found
        made = Assessment(stay=self.stay, version=self.version, instrument=self.instrument, started_by=by)
        made.corrects, made.correction_reason, made.answers = self, reason.strip(), self.answers
        made.stamps = {path: stamp | {"editor": ""} for path, stamp in self.stamps.items()}
        made._finish("assessment.corrected", by=by, reason=made.correction_reason)
        return made

    @transaction.atomic
    def drop(self, *, by):
        """A correction that turned out not to be needed; the approved one goes on to hold."""
        self._lock()
        self._require(*EDITABLE)
        if not self.corrects:
            raise ValidationError("Hanya perbaikan dapat dibatalkan.")
        self.status = self.Status.DROPPED
        self._finish("assessment.dropped", by=by)

    def _lock(self, revision=None):
        self.refresh_from_db(fields=CHANGING, from_queryset=Assessment.objects.select_for_update(of=["self"]))
        if revision is not None and revision != self.revision:
            raise ValidationError("Jawaban berubah sejak halaman ini dibuka. Periksa kembali jawaban di bawah.")

    def _require(self, *statuses):
        if self.stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan; asesmennya tidak dapat diubah.")
        if self.status not in statuses:
            raise ValidationError(f"Status asesmen ini “{self.get_status_display()}”. Muat ulang halaman ini.")

    def _finish(self, action, *, by, **details):
        self.full_clean()
        self.save()
        said = {name: value for name, value in details.items() if value}
        record(by=by, action=action, target=self, instrument=self.instrument.slug, **said)


def _answered(answers):
    return {path: value for path, value in answers.items() if value is not None}
