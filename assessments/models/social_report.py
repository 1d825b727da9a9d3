from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from assessments.models.report_rules import RULES
from cases.audit import record
from cases.models import Letter, Stay, User
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.permissions import Perm

HEADINGS = {
    "social_report": [
        ("identity", "Identitas klien"),
        ("family", "Identitas keluarga"),
        ("source", "Sumber rujukan dan alasan"),
        ("history", "Riwayat masalah"),
        ("condition", "Kondisi biologis, psikologis, sosial, dan spiritual"),
        ("strengths", "Potensi dan sumber"),
        ("analysis", "Analisis dan kesimpulan"),
        ("advice", "Rekomendasi"),
    ],
    "progress": [
        ("identity", "Identitas klien"),
        ("case", "Informasi kasus"),
        ("development", "Perkembangan selama masa laporan"),
        ("conclusion", "Kesimpulan tiap komponen"),
        ("advice", "Rekomendasi dan tindak lanjut"),
    ],
}


class SocialReportQuerySet(OfStayQuerySet):
    def waiting_for_signature(self):
        """Handed to the head, the longest waiting first."""
        return self.filter(status=SocialReport.Status.SUBMITTED).order_by("submitted_at")

    def to_work_on(self, user):
        """What this person began or wrote last, and what came back to them."""
        theirs = Q(created_by=user) | Q(last_saved_by=user) | Q(submitted_by=user)
        return self.filter(theirs, status__in=SocialReport.EDITABLE)

    def standing(self):
        return self.exclude(status=SocialReport.Status.VOID)

    def for_list(self):
        """Without what it says, which is on its own page."""
        return self.select_related("stay__client", "stay__shelter", "letter", "created_by").defer("sections", "drafted")

    def for_page(self):
        return self.select_related(
            "stay__client__origin", "stay__shelter", "stay__category", "stay__source", "letter", "created_by",
            "last_saved_by", "submitted_by", "reviewed_by", "signed_by", "voided_by", "replaces__letter",
        )  # fmt: skip


class SocialReport(CheckedModel):
    """What a shelter says of a client to others: a social report (laporan sosial), or one of progress (perkembangan).

    Its headings are plain text that somebody wrote, first drafted from the answers. Signed, nothing of it changes.
    """

    class Kind(models.TextChoices):
        SOCIAL = "social_report", "Laporan sosial"
        PROGRESS = "progress", "Laporan perkembangan"

    class Status(models.TextChoices):
        DRAFT = "draft", "Konsep"
        SUBMITTED = "submitted", "Menunggu tanda tangan"
        RETURNED = "returned", "Dikembalikan"
        SIGNED = "signed", "Ditandatangani"
        REPLACED = "replaced", "Diganti"
        VOID = "void", "Dibatalkan"

    NEXT = {
        Status.DRAFT: {Status.SUBMITTED, Status.VOID},
        Status.RETURNED: {Status.SUBMITTED, Status.VOID},
        Status.SUBMITTED: {Status.SIGNED, Status.RETURNED},
        Status.SIGNED: {Status.REPLACED, Status.VOID},
    }
    EDITABLE = (Status.DRAFT, Status.RETURNED)

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="social_reports", verbose_name="masa tinggal")
    kind = models.CharField("jenis laporan", max_length=15, choices=Kind)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    purpose = models.CharField("keperluan", max_length=200, blank=True)
    recipient = models.CharField("ditujukan kepada", max_length=200, blank=True)
    copies = models.CharField("tembusan", max_length=300, blank=True)
    period_from = models.DateField("masa laporan dari", null=True, blank=True)
    period_until = models.DateField("masa laporan sampai", null=True, blank=True)
    planned_end = models.DateField("rencana terminasi", null=True, blank=True)
    companion = models.CharField("pendamping", max_length=150, blank=True)

    # Heading -> its text as it stands; and as it was last drafted, which tells what a person wrote over.
    sections = models.JSONField("isi", default=dict, blank=True)
    drafted = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField("revisi", default=0)
    # What a later print must repeat though its source may have changed: who signed, as what, and the tables.
    frozen = models.JSONField(default=dict, blank=True)

    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="social_report", verbose_name="surat"
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replacements", verbose_name="menggantikan"
    )
    replace_reason = models.CharField("alasan mengganti", max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disusun oleh")
    last_saved_at = models.DateTimeField(null=True, blank=True)
    last_saved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    review_note = models.TextField("catatan kepala", max_length=2000, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    void_reason = models.CharField("alasan dibatalkan", max_length=200, blank=True)

    objects = SocialReportQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan sosial"
        verbose_name_plural = "laporan sosial"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "submitted_at"], name="social_report_status")]
        constraints = RULES

    def __str__(self):
        return f"{self.get_kind_display()} {self.letter or ''}".strip()

    def get_absolute_url(self):
        return reverse("assessments:socialreport_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def headings(self):
        return HEADINGS[self.kind]

    @property
    def parts(self):
        """(slug, heading, text) of every heading, in order."""
        return [(slug, label, self.sections.get(slug, "")) for slug, label in self.headings]

    @property
    def is_editable(self):
        return self.status in self.EDITABLE

    @property
    def is_progress(self):
        return self.kind == self.Kind.PROGRESS

    @property
    def open_replacement(self):
        """The report that is to take this one's place, as long as it is not signed."""
        return self.replacements.standing().exclude(status=self.Status.REPLACED).first()

    def was_typed(self, slug):
        """Did a person write here something else than what was drafted from the answers?"""
        text = self.sections.get(slug, "")
        return bool(text) and text != self.drafted.get(slug)

    @transaction.atomic
    def begin(self, *, by, drafted):
        """A draft whose headings say what the answers and the file say today."""
        if self.stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan; laporan tidak dapat disusun.")
        self.created_by = by
        self.sections = {slug: drafted.get(slug, "") for slug, _ in self.headings}
        self.drafted = dict(self.sections)
        self.full_clean()
        self.save()
        record(by=by, action="socialreport.created", target=self, kind=self.kind)

    @transaction.atomic
    def redraft(self, *, by, revision, sections, drafted=None, **facts):
        """Write what the page says, unless somebody else wrote since the page showed `revision`."""
        self._lock()
        self._require(self.EDITABLE)
        if revision != self.revision:
            raise ValidationError(
                f"{self.last_saved_by or 'Orang lain'} menyimpan laporan ini sejak Anda membukanya.", code="conflict"
            )
        changed = [slug for slug, text in sections.items() if text != self.sections.get(slug, "")]
        changed += [name for name, value in facts.items() if value != getattr(self, name)]
        self.sections |= sections
        self.drafted |= drafted or {}
        for name, value in facts.items():
            setattr(self, name, value)
        self.revision += 1
        self.last_saved_by, self.last_saved_at = by, self.shelter.now()
        self.full_clean()
        self.save()
        # What it says of the client stays in the file: the trail tells which parts changed.
        record(by=by, action="socialreport.changed", target=self, changed={part: ["•", "•"] for part in changed})

    def submit(self, *, by, revision):
        self._move_to(
            self.Status.SUBMITTED, "socialreport.submitted", by=by, revision=revision,
            submitted_at=self.shelter.now(), submitted_by=by,
        )  # fmt: skip

    def return_(self, *, by, note, revision):
        self._move_to(
            self.Status.RETURNED, "socialreport.returned", by=by, revision=revision,
            reviewed_at=self.shelter.now(), reviewed_by=by, review_note=note,
        )  # fmt: skip

    @transaction.atomic
    def sign(self, *, by, revision, frozen):
        """The head signs: the report gets its number, and what it replaces is replaced from this moment on.

        `frozen`: who signs and the tables, as they are printed from now on.
        """
        self._lock(revision)
        if by.pk in (self.submitted_by_id, self.last_saved_by_id):
            raise ValidationError("Laporan ditandatangani oleh orang lain, bukan oleh yang menyusunnya.")
        self._allow(self.Status.SIGNED)
        replaced = self.replaces and SocialReport.objects.select_for_update(of=["self"]).get(pk=self.replaces_id)
        self.letter = Letter.issue(self.kind, shelter=self.shelter, by=by, about=self.stay)
        self.signed_at, self.signed_by, self.frozen = self.shelter.now(), by, frozen
        self._finish(self.Status.SIGNED, "socialreport.signed", by=by, number=self.letter.number)
        if replaced:
            replaced._give_way(self, by=by)

    def _give_way(self, other, *, by):
        self._allow(self.Status.REPLACED)
        self.letter.replace(other.letter)
        self._finish(self.Status.REPLACED, "socialreport.replaced", by=by, number=other.letter.number)

    @transaction.atomic
    def correct(self, *, by, reason):
        """A new draft with the same words, which replaces this report when it is signed."""
        self._lock()
        self._require([self.Status.SIGNED])
        if self.open_replacement:
            raise ValidationError("Laporan pengganti sedang disusun. Buka dari daftar laporan klien.")
        kept = ["stay", "kind", "purpose", "recipient", "copies", "period_from", "period_until", "planned_end",
                "companion", "sections", "drafted"]  # fmt: skip
        new = SocialReport(**{name: getattr(self, name) for name in kept}, replaces=self, replace_reason=reason)
        new.created_by = by
        new.full_clean()
        new.save()
        record(by=by, action="socialreport.created", target=new, kind=self.kind, reason=reason)
        return new

    @transaction.atomic
    def void(self, *, by, reason):
        """A draft is given up by whoever writes; a signed report by the head, and its number stays, void."""
        self._lock()
        if self.letter_id and Perm.REVIEW not in by.perms_at(self.shelter):
            raise ValidationError("Laporan yang sudah ditandatangani hanya dibatalkan oleh kepala panti.")
        self._allow(self.Status.VOID)
        if self.letter_id:
            self.letter.void(reason)
        self.voided_at, self.voided_by, self.void_reason = self.shelter.now(), by, reason
        self._finish(self.Status.VOID, "socialreport.voided", by=by, reason=reason)

    @transaction.atomic
    def _move_to(self, status, action, *, by, revision, **changes):
        self._lock(revision)
        self._allow(status)
        for name, value in changes.items():
            setattr(self, name, value)
        self._finish(status, action, by=by)

    def _lock(self, revision=None):
        self.refresh_from_db(from_queryset=SocialReport.objects.for_page().select_for_update(of=["self"]))
        if revision is not None and revision != self.revision:
            raise ValidationError("Isi laporan berubah sejak halaman ini dibuka. Baca kembali isinya di bawah.")

    def _require(self, statuses):
        if self.status not in statuses:
            raise ValidationError(f"Status laporan ini “{self.get_status_display()}”. Muat ulang halaman ini.")

    def _allow(self, status):
        self._require([known for known, following in self.NEXT.items() if status in following])

    def _finish(self, status, action, *, by, **details):
        before, self.status = self.status, status
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, before=before, **details)
