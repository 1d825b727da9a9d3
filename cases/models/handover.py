from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.relative import Relative, file_numbers
from cases.models.release import refuse_stranger
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import Perm


class HandoverPermissionQuerySet(OfStayQuerySet):
    def valid(self):
        return self.filter(withdrawn_at=None)

    def with_files(self, user):
        return self.annotate(files=file_numbers(user))

    def covers(self, receiver):
        """Whether the head allowed this: for exactly this person, or for leaving without one."""
        return self.valid().filter(receiver=receiver).exists()


class HandoverPermission(CheckedModel):
    """The head's reasoned exception (izin penyerahan): what the papers do not prove, a named person answers for."""

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="permissions_to_hand_over", verbose_name="masa tinggal")
    receiver = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diserahkan kepada"
    )
    reason = models.TextField("alasan", max_length=1000)
    granted_at = models.DateTimeField(auto_now_add=True)
    granted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diizinkan oleh")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = HandoverPermissionQuerySet.as_manager()

    class Meta:
        verbose_name = "izin penyerahan"
        verbose_name_plural = "izin penyerahan"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="handover_permission_reasoned",
                condition=~Q(reason=""),
                violation_error_message="Tulis alasan pengecualian ini.",
            ),
            models.CheckConstraint(
                name="handover_permission_withdrawn_at_and_by",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"Izin penyerahan kepada {self.receiver or 'tanpa penerima'}"

    @property
    def shelter(self):
        return self.stay.shelter

    @classmethod
    @transaction.atomic
    def grant(cls, stay, *, by, receiver, reason):
        """Only the head of the stay's own shelter can; asked here as well, for much hangs on it."""
        require_head(by, stay)
        if not stay.is_resident:
            raise ValidationError("Masa tinggal ini sudah berakhir.")
        if receiver is not None:
            refuse_stranger(stay, receiver)
        given = cls(stay=stay, receiver=receiver, reason=reason, granted_by=by)
        given.full_clean()
        given.save()
        record(by=by, action="handover.permitted", target=stay, receiver=receiver and receiver.pk)
        return given

    @transaction.atomic
    def withdraw(self, *, by):
        require_head(by, self.stay)
        self.refresh_from_db(from_queryset=HandoverPermission.objects.select_for_update(of=["self"]))
        if self.withdrawn_at:
            raise ValidationError("Izin ini sudah dicabut.")
        self.withdrawn_at, self.withdrawn_by = self.shelter.now(), by
        self.save()
        record(by=by, action="handover.stopped", target=self.stay, receiver=self.receiver_id)


def require_head(by, stay):
    if Perm.REVIEW not in by.perms_at(stay.shelter):
        raise ValidationError("Hanya kepala panti yang dapat memberi atau mencabut izin penyerahan.")
