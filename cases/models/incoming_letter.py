from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.letter import Counter
from cases.models.shelter import Shelter
from cases.models.user import User
from cases.permissions import ScopedQuerySet

FIELDS = ("number", "sender", "dated_on", "received_on", "subject", "forwarded_to")


class IncomingLetterQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def matching(self, text):
        return self.filter(Q(number__icontains=text) | Q(subject__icontains=text) | Q(sender__icontains=text))

    def for_agenda(self):
        return self.order_by("-year", "-sequence")


class IncomingLetter(CheckedModel):
    """A letter that came (surat masuk), as the agenda keeps it: whose it is, of what, and to whom it went on."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="incoming_letters", verbose_name="panti")
    year = models.PositiveSmallIntegerField("tahun")
    sequence = models.PositiveIntegerField("nomor agenda")
    number = models.CharField("nomor surat", max_length=100)
    sender = models.CharField("dari", max_length=150)
    dated_on = models.DateField("tanggal surat")
    received_on = models.DateField("diterima tanggal")
    subject = models.CharField("perihal", max_length=200)
    forwarded_to = models.CharField("diteruskan kepada", max_length=150, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = IncomingLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat masuk"
        verbose_name_plural = "surat masuk"
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["shelter", "year", "sequence"], name="incoming_letter_sequence_once"),
            models.UniqueConstraint(
                "shelter", Lower("sender"), Lower("number"), "year",
                name="incoming_letter_once",
                violation_error_message="Surat dengan nomor itu dari pengirim itu sudah dicatat tahun ini.",
            ),
            models.CheckConstraint(
                name="incoming_letter_dated_before_received", condition=Q(received_on__gte=models.F("dated_on")),
                violation_error_message="Surat tidak dapat diterima sebelum tanggalnya.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Agenda masuk {self.sequence}/{self.year}"

    def get_absolute_url(self):
        return reverse("cases:incomingletter_edit", args=[self.pk])

    def clean(self):
        if self.received_on and self.received_on > self.shelter.today():
            raise ValidationError({"received_on": "Tanggal terima belum tiba."})

    @transaction.atomic
    def receive(self, *, by):
        """It gets the next number of the agenda of the year in which it came."""
        self.created_by, self.year = by, self.received_on.year
        self.clean()
        Counter.locked(self.shelter, "incoming", self.year)
        self._refuse_twice()
        self.sequence = Counter.next(self.shelter, "incoming", self.year)
        self.full_clean()
        self.save()
        record(by=by, action="incomingletter.created", target=self, number=str(self))

    @transaction.atomic
    def correct(self, *, by, version, **given):
        """What was mistyped; its place in the agenda stays."""
        self.refresh_from_db(from_queryset=IncomingLetter.objects.select_for_update(of=["self"]))
        if self.version != version:
            raise ValidationError("Catatan ini baru saja diubah orang lain. Muat ulang halaman ini.")
        if given["received_on"].year != self.year:
            raise ValidationError({"received_on": f"Surat ini ada di agenda tahun {self.year}."})
        changed = [name for name in FIELDS if getattr(self, name) != given[name]]
        for name in FIELDS:
            setattr(self, name, given[name])
        self.version += 1
        self._refuse_twice()
        self.full_clean()
        self.save()
        if changed:
            record(by=by, action="incomingletter.changed", target=self, fields=changed)

    def _refuse_twice(self):
        same = IncomingLetter.objects.filter(
            shelter=self.shelter, year=self.year, sender__iexact=self.sender, number__iexact=self.number
        ).exclude(pk=self.pk)
        if found := same.first():
            raise ValidationError({"number": f"Nomor ini dari {found.sender} sudah dicatat: {found}."})
