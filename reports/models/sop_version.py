from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from cases.audit import record
from cases.models import Membership, Standin, User
from cases.models.checked import CheckedModel
from cases.permissions import Role
from reports.models.sop import SopDocument
from reports.public.text import rendered

# A photo of a page or a table is no procedure that one can read through.
SOP_TYPES = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
}
ALONE = "disahkan penulisnya sendiri; tidak ada orang lain yang berwenang"


class SopVersionQuerySet(models.QuerySet):
    """Reached through its document: SopDocument is the gate."""

    def waiting(self):
        return self.filter(status="waiting", document__retired_at=None)

    def in_force(self, today):
        going_on = Q(replaced_on=None) | Q(replaced_on__gt=today)
        return self.filter(going_on, status="approved", valid_from__lte=today, document__retired_at=None)

    def public_at(self, shelter):
        """What anybody may read of a shelter, with what holds for all."""
        where = Q(document__shelter=shelter) | Q(document__shelter=None)
        return self.in_force(shelter.today()).filter(where, is_public=True).select_related("document__shelter")

    def unread_by(self, user):
        """Of the shelters at which this person works; what holds for all concerns everybody who works at one."""
        here = Membership.objects.current().filter(user=user, shelter__isnull=False)
        mine = Q(document__shelter__in=here.values("shelter")) | Q(Exists(here), document__shelter=None)
        return self.filter(mine).exclude(Exists(SopReading.objects.filter(version=OuterRef("pk"), user=user)))


class SopVersion(CheckedModel):
    """What a procedure says since a day: a file, or words written here, or both. Approved, it never changes."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Konsep"
        WAITING = "waiting", "Menunggu pengesahan"
        APPROVED = "approved", "Disahkan"

    document = models.ForeignKey(SopDocument, models.PROTECT, related_name="versions", verbose_name="SOP")
    number = models.PositiveSmallIntegerField("versi")
    valid_from = models.DateField("berlaku sejak")
    changes = models.TextField("ringkasan perubahan", max_length=1000)
    text = models.TextField("isi SOP", max_length=20_000, blank=True)
    file = models.FileField("berkas", upload_to="sop/", blank=True)
    content_type = models.CharField("bentuk", max_length=100, blank=True)
    size = models.PositiveIntegerField("ukuran", default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    is_public = models.BooleanField("boleh dilihat umum", default=False)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    written_at = models.DateTimeField("ditulis pada")
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditulis oleh")
    returned_note = models.CharField("catatan pengembalian", max_length=500, blank=True)
    approved_at = models.DateTimeField("disahkan pada", null=True, blank=True)
    approved_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="disahkan oleh"
    )
    # The day on which the next version takes its place.
    replaced_on = models.DateField("diganti sejak", null=True, blank=True)

    objects = SopVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versi SOP"
        verbose_name_plural = "versi SOP"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="sop_version_once"),
            models.UniqueConstraint(
                fields=["document"], name="sop_one_draft", condition=Q(approved_at=None),
                violation_error_message="SOP ini sudah punya konsep yang belum disahkan.",
            ),
            models.UniqueConstraint(
                fields=["document"], name="sop_one_last", condition=Q(approved_at__isnull=False, replaced_on=None),
                violation_error_message="Versi sebelumnya belum diganti. Muat ulang halaman ini.",
            ),
            models.CheckConstraint(
                name="sop_version_says_something", condition=~Q(text="") | ~Q(file=""),
                violation_error_message="Unggah berkas SOP, atau tulis isinya.",
            ),
            models.CheckConstraint(
                name="sop_version_approved_by_somebody",
                condition=Q(status="approved", approved_at__isnull=False, approved_by__isnull=False)
                | (~Q(status="approved") & Q(approved_at=None, approved_by=None, replaced_on=None)),
            ),
            models.CheckConstraint(
                name="sop_version_replaced_later", condition=Q(replaced_on=None) | Q(replaced_on__gte=F("valid_from")),
                violation_error_message="Versi baru tidak dapat berlaku sebelum versi yang digantikannya.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.document} (versi {self.number})"

    @property
    def shelter(self):
        return self.document.shelter

    @property
    def stamp(self):
        """Changes with every word that is written, so that nobody approves or overwrites what they did not see."""
        return self.written_at.isoformat() if self.pk else ""

    @property
    def is_in_force(self):
        today = self.document.today()
        over = self.document.retired_at or (self.replaced_on and self.replaced_on <= today)
        return self.status == self.Status.APPROVED and self.valid_from <= today and not over

    @property
    def standing(self):
        """(words, tone of the tag)"""
        if self.status != self.Status.APPROVED:
            return self.get_status_display(), "wait" if self.status == self.Status.WAITING else "calm"
        if self.document.retired_at:
            return "Dicabut", "bad"
        if self.is_in_force:
            return "Berlaku", "good"
        return ("Disahkan, belum berlaku", "wait") if self.valid_from > self.document.today() else ("Diganti", "calm")

    @property
    def rendered_text(self):
        return rendered(self.text)

    @property
    def download_name(self):
        return f"sop-{self.document_id}-versi-{self.number}.{self.file.name.rpartition('.')[2]}"

    def put(self, *, by, valid_from, changes, text="", is_public=False, checked=None, drop_file=False):
        """Its words. Called by SopDocument.write, which holds the lock; `checked`: a file from cases.uploads."""
        if self.status == self.Status.APPROVED:
            raise ValidationError("Versi yang sudah disahkan tidak dapat diubah. Buat versi berikutnya.")
        former, storage = self.file.name, self.file.storage
        self.valid_from, self.changes, self.text, self.is_public = valid_from, changes, text, is_public
        if checked:
            self.file, self.content_type = checked.file, checked.content_type
            self.size, self.sha256 = checked.size, checked.sha256
        elif drop_file:
            self.file, self.content_type, self.size, self.sha256 = "", "", 0, ""
        # Words that changed are asked for approval anew.
        self.status, self.written_at, self.written_by = self.Status.DRAFT, timezone.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="sopversion.drafted", target=self, number=self.number)
        if former and former != self.file.name:
            transaction.on_commit(lambda: storage.delete(former))

    @transaction.atomic
    def submit(self, *, by):
        self._lock()
        if self.status != self.Status.DRAFT:
            raise ValidationError(f"Status “{self.standing[0]}” tidak dapat diajukan lagi. Muat ulang halaman ini.")
        self.status, self.returned_note = self.Status.WAITING, ""
        self.full_clean()
        self.save(update_fields=["status", "returned_note"])
        record(by=by, action="sopversion.submitted", target=self, number=self.number)

    @transaction.atomic
    def return_(self, *, by, note, seen=None):
        """Back to its author, with what has to be mended."""
        self._lock(seen)
        self._require_waiting()
        if not note:
            raise ValidationError({"note": "Tulis apa yang perlu diperbaiki."})
        self.status, self.returned_note = self.Status.DRAFT, note
        self.full_clean()
        self.save(update_fields=["status", "returned_note"])
        record(by=by, action="sopversion.returned", target=self, number=self.number)

    @transaction.atomic
    def approve(self, *, by, seen=None):
        """In force since its day; the version before it ends on that day."""
        self._lock(seen)
        self._require_waiting()
        own = by.pk == self.written_by_id
        if own and others_who_approve(self.shelter, by).exists():
            raise ValidationError("SOP disahkan oleh orang lain, bukan oleh yang menulisnya.")
        former = self.document.versions.filter(status=self.Status.APPROVED, replaced_on=None).first()
        if former:
            former.replaced_on = self.valid_from
            former.full_clean()
            former.save(update_fields=["replaced_on"])
        self.status, self.approved_at, self.approved_by = self.Status.APPROVED, timezone.now(), by
        self.full_clean()
        self.save(update_fields=["status", "approved_at", "approved_by"])
        alone = {"reason": ALONE} if own else {}
        record(by=by, action="sopversion.approved", target=self, number=self.number, **alone)

    @transaction.atomic
    def confirm_read(self, *, by):
        """“Saya sudah membaca dan memahami.” Said once; saying it again changes nothing."""
        self.document.lock()
        if not self.is_in_force:
            raise ValidationError("Versi ini tidak berlaku. Muat ulang halaman ini dan baca versi yang berlaku.")
        if not works_where_it_holds(by, self.shelter):
            raise ValidationError("Yang menyatakan sudah membaca adalah petugas panti tempat SOP ini berlaku.")
        reading, new = SopReading.objects.get_or_create(version=self, user=by)
        if new:
            record(by=by, action="sopreading.confirmed", target=self, number=self.number)
        return reading

    def _lock(self, seen=None):
        self.document.lock()
        self.document.refuse_retired()
        document = self.document
        self.refresh_from_db(from_queryset=SopVersion.objects.select_for_update(of=["self"]))
        self.document = document
        if seen is not None and seen != self.stamp:
            raise ValidationError("Konsep ini berubah sejak halaman ini dibuka. Baca kembali isinya.")

    def _require_waiting(self):
        if self.status != self.Status.WAITING:
            raise ValidationError(f"Versi ini tidak menunggu pengesahan ({self.standing[0]}). Muat ulang halaman ini.")


class SopReading(CheckedModel):
    """That somebody who works there has read a version and understood it."""

    version = models.ForeignKey(SopVersion, models.PROTECT, related_name="readings", verbose_name="versi SOP")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="pembaca")
    read_at = models.DateTimeField("dibaca pada", auto_now_add=True)

    class Meta:
        verbose_name = "pembaca SOP"
        verbose_name_plural = "pembaca SOP"
        ordering = ["read_at"]
        constraints = [models.UniqueConstraint(fields=["version", "user"], name="sop_read_once")]

    def __str__(self):
        return f"{self.user}: {self.version}"


def works_where_it_holds(user, shelter):
    roles = user.memberships.current()
    return roles.filter(shelter=shelter).exists() if shelter else roles.filter(shelter__isnull=False).exists()


def others_who_approve(shelter, user):
    """Somebody else who could: another head or today's stand-in; of what holds for all, another of the department."""
    role = Role.HEAD if shelter else Role.DEPARTMENT
    held = Membership.objects.current().filter(user=OuterRef("pk"), shelter=shelter, role=role)
    could = Q(Exists(held))
    if shelter:
        could |= Q(Exists(Standin.objects.current().filter(user=OuterRef("pk"), shelter=shelter)))
    return User.objects.filter(could, is_active=True).exclude(pk=user.pk)
