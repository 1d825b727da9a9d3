from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.letter import Letter
from cases.models.paper_rules import both_or_neither
from cases.models.stay import Stay
from cases.models.sweep import Sweep
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class ArrivalLetterQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(Q(stay__shelter__in=shelters) | Q(sweep__shelter__in=shelters))

    def standing(self):
        return self.filter(voided_at=None)

    def for_page(self):
        return self.select_related("letter__issued_by", "stay__client", "stay__shelter", "sweep__shelter")

    def of(self, kind, target):
        """The one that holds for this stay or sweep, or None."""
        name = "sweep" if isinstance(target, Sweep) else "stay"
        return self.standing().filter(kind=kind, **{name: target}).select_related("letter").first()


class ArrivalLetter(CheckedModel):
    """A numbered paper of an arrival (surat penerimaan): what both sides sign, word for word as it was then.

    The receipt of a sweep is the sweep's own letter; here are that of a single intake, and the joint statement of both.
    """

    class Kind(models.TextChoices):
        RECEIPT = Letter.Kind.RECEIPT.value, Letter.Kind.RECEIPT.label
        TOGETHER = Letter.Kind.TOGETHER.value, Letter.Kind.TOGETHER.label

    kind = models.CharField("jenis surat", max_length=20, choices=Kind)
    stay = models.ForeignKey(
        Stay, models.PROTECT, null=True, blank=True, related_name="arrival_letters", verbose_name="masa tinggal"
    )
    sweep = models.ForeignKey(
        Sweep, models.PROTECT, null=True, blank=True, related_name="arrival_letters", verbose_name="razia"
    )
    letter = models.OneToOneField(Letter, models.PROTECT, related_name="arrival_letter", verbose_name="surat")
    # What was signed: somebody who is named later, or a thing that turns up, does not change it.
    words = models.JSONField("isi surat", default=dict)
    voided_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    voided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ArrivalLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat penerimaan"
        verbose_name_plural = "surat penerimaan"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="arrival_letter_of_stay_or_sweep",
                condition=Q(stay__isnull=False, sweep=None) | Q(stay=None, sweep__isnull=False, kind="together"),
            ),
            models.UniqueConstraint(
                fields=["stay", "kind"], name="arrival_letter_once_per_stay", condition=Q(voided_at=None),
                violation_error_message="Surat ini sudah bernomor.",
            ),
            models.UniqueConstraint(
                fields=["sweep", "kind"], name="arrival_letter_once_per_sweep", condition=Q(voided_at=None),
                violation_error_message="Surat ini sudah bernomor.",
            ),
            both_or_neither("arrival_letter", "voided_at", "voided_by"),
        ]  # fmt: skip

    def __str__(self):
        return str(self.letter)

    def get_absolute_url(self):
        return self.target.get_absolute_url()

    def get_print_url(self):
        noun = "receipt" if self.kind == self.Kind.RECEIPT else "statement"
        whose = "stay" if self.stay_id else "sweep"
        return reverse(f"cases:{whose}_{noun}_pdf", args=[self.stay_id or self.sweep_id])

    @property
    def target(self):
        return self.sweep if self.sweep_id else self.stay

    @property
    def shelter(self):
        return self.target.shelter

    @classmethod
    @transaction.atomic
    def issue(cls, kind, target, *, by, words):
        """Give it a number. Once: whoever asks again gets the paper that there is. `words` writes it down now."""
        target = type(target).objects.select_for_update(of=["self"]).select_related("shelter").get(pk=target.pk)
        found = cls.objects.of(kind, target)
        if found:
            return found
        cls._refuse(kind, target)
        about = None if isinstance(target, Sweep) else target
        letter = Letter.issue(Letter.Kind(kind), shelter=target.shelter, by=by, about=about)
        name = "sweep" if isinstance(target, Sweep) else "stay"
        made = cls(kind=kind, letter=letter, words=words(target, letter.issued_on), **{name: target})
        made.full_clean()
        made.save()
        record(by=by, action="arrivalletter.numbered", target=target, number=letter.number)
        return made

    @classmethod
    def _refuse(cls, kind, target):
        if isinstance(target, Sweep):
            if not target.letter_id:
                raise ValidationError("Terbitkan dahulu nomor berita acara penerimaan; surat ini lampirannya.")
            return
        if target.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan.")
        if hasattr(target, "sweep_person"):
            raise ValidationError("Klien ini datang lewat razia; berita acaranya ada pada razia itu.")
        if kind == cls.Kind.TOGETHER and not cls.objects.of(cls.Kind.RECEIPT, target):
            raise ValidationError("Terbitkan dahulu nomor berita acara penerimaan; surat ini lampirannya.")

    @transaction.atomic
    def void(self, *, by, reason):
        """The number stays taken, with the reason. What was attached to a receipt falls with it."""
        type(self.target).objects.select_for_update(of=["self"], no_key=True).get(pk=self.target.pk)
        self.refresh_from_db(from_queryset=ArrivalLetter.objects.select_for_update(of=["self"]))
        if self.voided_at:
            raise ValidationError("Nomor surat ini sudah dibatalkan. Muat ulang halaman ini.")
        self.letter.void(reason)
        self.voided_at, self.voided_by = timezone.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="arrivalletter.voided", target=self.target, number=self.letter.number, reason=reason)
        attached = self.kind == self.Kind.RECEIPT and ArrivalLetter.objects.of(self.Kind.TOGETHER, self.stay)
        if attached:
            attached.void(by=by, reason=reason)
