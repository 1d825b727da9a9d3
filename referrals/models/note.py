from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm
from referrals.models.partner import Partner


class PartnerNoteQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Experience is shared: whoever keeps the list or refers reads the notes of all shelters."""
        return self.all() if user.holds(Perm.PARTNERS) or user.holds(Perm.REFER) else self.none()

    def for_list(self):
        return self.select_related("shelter", "written_by").filter(withdrawn_at=None)


class PartnerNote(CheckedModel):
    """What somebody experienced with a partner. All shelters read it: it names no client."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="notes", verbose_name="mitra")
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="panti"
    )  # none: written for the department
    on = models.DateField("tanggal")
    text = models.TextField(
        "pengalaman", max_length=1000,
        help_text="Dibaca semua panti. Jangan menulis nama, nomor, atau ciri klien.",
    )  # fmt: skip
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditulis oleh")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = PartnerNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan pengalaman"
        verbose_name_plural = "catatan pengalaman"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="partner_note_withdrawn_at_and_by",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.partner}, {self.on}"

    @transaction.atomic
    def write(self, *, by):
        self.written_by = by
        if self.on > (self.shelter.today() if self.shelter else timezone.localdate()):
            raise ValidationError({"on": "Tanggal belum tiba."})
        self.full_clean()
        self.save()
        record(by=by, action="partnernote.written", target=self, partner=str(self.partner))

    @transaction.atomic
    def withdraw(self, *, by):
        """A note that says too much goes: the text is not kept."""
        self.refresh_from_db(from_queryset=PartnerNote.objects.select_for_update(of=["self"]))
        if self.withdrawn_at:
            raise ValidationError("Catatan ini sudah dihapus. Muat ulang halaman ini.")
        self.text, self.withdrawn_at, self.withdrawn_by = "—", timezone.now(), by
        self.save()
        record(by=by, action="partnernote.withdrawn", target=self, partner=str(self.partner))
