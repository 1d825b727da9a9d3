from django.db import models, transaction
from django.db.models import F

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.user import User


class NotSame(CheckedModel):
    """Somebody looked at both and said: not the same person (bukan orang yang sama).

    The pair names two numbers. When one of them is merged into another file, it speaks of that file.
    """

    first = models.ForeignKey(Client, models.PROTECT, related_name="+", verbose_name="berkas pertama")
    second = models.ForeignKey(Client, models.PROTECT, related_name="+", verbose_name="berkas kedua")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="oleh")
    at = models.DateTimeField("waktu", auto_now_add=True)

    class Meta:
        verbose_name = "bukan orang yang sama"
        verbose_name_plural = "bukan orang yang sama"
        constraints = [
            models.CheckConstraint(
                name="not_same_first_before_second",
                condition=models.Q(first__lt=F("second")),
                violation_error_message="Pilih dua berkas yang berbeda.",
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                name="not_same_once",
                violation_error_message="Keduanya sudah dinyatakan bukan orang yang sama.",
            ),
        ]

    def __str__(self):
        return f"{self.first_id} ≠ {self.second_id}"

    @classmethod
    @transaction.atomic
    def say(cls, one, other, *, by, shelter):
        """Remember it. Saying it again, or from the other side, changes nothing."""
        first, second = sorted([one, other], key=lambda client: client.pk)
        pair = cls(first=first, second=second, by=by)
        pair.full_clean(validate_unique=False, validate_constraints=False)
        if first.pk == second.pk or not cls.objects.filter(first=first, second=second).exists():
            pair.validate_constraints()
            cls.objects.bulk_create([pair], ignore_conflicts=True)
            record(by=by, action="client.distinguished", target=one, shelter=shelter, other=other.pk)

    @classmethod
    def between(cls, one, other):
        """What was said of these two, or of numbers that lead to them."""
        numbers = [[client.pk, *client.merged_from.values_list("pk", flat=True)] for client in (one, other)]
        for first, second in (numbers, numbers[::-1]):
            if said := cls.objects.filter(first__in=first, second__in=second).select_related("by").first():
                return said
        return None
