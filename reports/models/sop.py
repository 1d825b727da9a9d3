from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import Membership, Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, Role, ScopedQuerySet


def in_department(user):
    """As a condition of a query: whether this person keeps what holds for all shelters."""
    return Exists(Membership.objects.current().filter(user=user, shelter=None, role=Role.DEPARTMENT))


class SopDocumentQuerySet(ScopedQuerySet):
    """A document without a shelter holds at all of them: the department writes and approves it, everybody reads it."""

    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        anywhere = Exists(Membership.objects.current().filter(user=user))
        return self.filter(Q(shelter__in=Shelter.objects.visible_to(user)) | Q(anywhere, shelter=None))

    def allowed(self, user, perm):
        # Whoever may take lists out at a shelter may list who of its people read what holds for all.
        shared = Exists(user.shelters_with(perm)) if perm == Perm.EXPORT else in_department(user)
        return self.filter(Q(shelter__in=user.shelters_with(perm)) | Q(shared, shelter=None))


class SopDocument(CheckedModel):
    """A standard operating procedure, of one shelter or of all; what it says stands in its versions."""

    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="sops", verbose_name="panti",
    )  # fmt: skip
    number = models.CharField("nomor SOP", max_length=60)
    title = models.CharField("judul SOP", max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")
    retired_at = models.DateTimeField("dicabut pada", null=True, blank=True)
    retired_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicabut oleh"
    )
    retire_reason = models.CharField("alasan dicabut", max_length=300, blank=True)

    objects = SopDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "SOP"
        verbose_name_plural = "SOP"
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "number"], name="sop_number_once", nulls_distinct=False,
                violation_error_message="Nomor SOP itu sudah dipakai. Untuk isi baru, buat versi berikutnya.",
            ),
            models.CheckConstraint(
                name="sop_retired_with_reason",
                condition=Q(retired_at=None, retired_by=None, retire_reason="")
                | (Q(retired_at__isnull=False, retired_by__isnull=False) & ~Q(retire_reason="")),
                violation_error_message="SOP yang dicabut memerlukan alasan.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:sop_detail", args=[self.pk])

    @property
    def where(self):
        return str(self.shelter) if self.shelter_id else "Semua panti"

    def today(self):
        return self.shelter.today() if self.shelter_id else timezone.localdate()

    def may(self, user):
        """The rights of a person at this document, as the gate has them: for what a page offers."""
        held = user.perms_at(self.shelter)
        if self.shelter_id:
            return held
        # The department is the head of what holds for all; whoever takes lists out somewhere lists those readers.
        heads = {Perm.REVIEW} if Perm.STANDARD in held else set()
        lists = {Perm.EXPORT} if user.holds(Perm.EXPORT) else set()
        return held | heads | lists

    def lock(self):
        """One act on a document at a time: versions follow one another."""
        self.refresh_from_db(from_queryset=SopDocument.objects.select_for_update(of=["self"]))

    def refuse_retired(self):
        if self.retired_at:
            raise ValidationError("SOP ini sudah dicabut. Muat ulang halaman ini.")

    @classmethod
    @transaction.atomic
    def begin(cls, *, by, shelter, number, title, **content):
        """With its first version, which is a draft. `content` as SopVersion.write takes it."""
        document = cls(shelter=shelter, number=number, title=title, created_by=by)
        document.full_clean()
        document.save()
        record(by=by, action="sopdocument.created", target=document, number=number)
        document.write(by=by, **content)
        return document

    @transaction.atomic
    def write(self, *, by, seen="", **content):
        """The next version, or more of the one that is not approved yet. `seen`: its stamp when the page was opened."""
        self.lock()
        self.refuse_retired()
        draft = self.versions.filter(approved_at=None).first()
        if draft is None:
            newest = self.versions.order_by("-number").first()
            if seen:
                raise ValidationError("Konsep ini sudah disahkan sejak halaman ini dibuka. Muat ulang halaman ini.")
            draft = self.versions.model(document=self, number=newest.number + 1 if newest else 1)
        elif seen != draft.stamp:
            raise ValidationError("Konsep ini diubah orang lain sejak halaman ini dibuka. Muat ulang, lalu ubah lagi.")
        draft.put(by=by, **content)
        return draft

    @transaction.atomic
    def retire(self, *, by, reason):
        """No longer in force, and no version follows. What was read and approved stays on record."""
        self.lock()
        self.refuse_retired()
        if not self.versions.exclude(approved_at=None).exists():
            raise ValidationError("SOP ini belum pernah disahkan. Kembalikan konsepnya saja.")
        self.retired_at, self.retired_by, self.retire_reason = timezone.now(), by, reason
        self.full_clean()
        self.save(update_fields=["retired_at", "retired_by", "retire_reason"])
        record(by=by, action="sopdocument.retired", target=self, reason=reason)
