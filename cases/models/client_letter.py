from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from cases.audit import record
from cases.locks import require_open
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.letter import Letter
from cases.models.letter_kinds import AFTER_DEATH, FOR_CLIENT, TITLED, Kind
from cases.models.relative import Relative
from cases.models.stay import Stay
from cases.models.user import User


class ClientLetterQuerySet(OfStayQuerySet):
    def for_page(self):
        return self.select_related(
            "stay__shelter", "stay__client__origin", "relative__region", "letter__issued_by", "created_by"
        )


class ClientLetter(CheckedModel):
    """A letter about a client in words of one's own (surat untuk klien): a draft until it gets its number.

    With the number its words are kept in `frozen`; from then on it is only printed again, or voided.
    """

    class Manner(models.TextChoices):
        NORMAL = "normal", "Biasa"
        SOON = "soon", "Segera"
        URGENT = "urgent", "Sangat segera"
        SECRET = "secret", "Rahasia"

    class Fact(models.TextChoices):
        BORN = "born", "Tempat, tanggal lahir atau usia"
        SEX = "sex", "Jenis kelamin"
        NIK = "nik", "NIK lengkap"
        NIK_MASKED = "nik_masked", "NIK disamarkan"
        ADDRESS = "address", "Alamat asal"
        NUMBER = "number", "Nomor klien dan register"
        ENTERED = "entered", "Tanggal masuk"
        DEATH = "death", "Waktu dan tempat meninggal"

    KINDS = [(kind.value, kind.label) for kind in FOR_CLIENT]

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="client_letters", verbose_name="masa tinggal")
    # A statement that this person makes, or an invitation to them.
    relative = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="keluarga"
    )
    kind = models.CharField("jenis surat", max_length=20, choices=KINDS)
    addressee = models.CharField("kepada", max_length=150, blank=True)
    city = models.CharField("di", max_length=80, blank=True)
    subject = models.CharField("hal", max_length=150)
    manner = models.CharField("sifat", max_length=10, choices=Manner, default=Manner.NORMAL)
    facts = ArrayField(
        models.CharField(max_length=12, choices=Fact), default=list, blank=True, verbose_name="data klien dalam surat"
    )
    body = models.TextField("isi surat", max_length=4000)
    details = models.TextField("rincian", max_length=1500, blank=True)
    enclosure = models.CharField("lampiran", max_length=100, blank=True)
    copies = models.TextField("tembusan", max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disusun oleh")
    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="client_letter", verbose_name="surat"
    )
    frozen = models.JSONField(default=dict, blank=True)

    objects = ClientLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat untuk klien"
        verbose_name_plural = "surat untuk klien"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="client_letter_numbered_and_frozen",
                condition=Q(letter=None, frozen={}) | (Q(letter__isnull=False) & ~Q(frozen={})),
                violation_error_message="Surat yang bernomor menyimpan isinya.",
            ),
            models.CheckConstraint(
                name="client_letter_goes_to_somebody",
                condition=Q(kind__in=TITLED) | ~Q(addressee=""),
                violation_error_message="Tulis kepada siapa surat ini.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.letter or '(konsep)'}"

    def get_absolute_url(self):
        return reverse("cases:clientletter_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_titled(self):
        return self.kind in TITLED

    @property
    def letter_kind(self):
        return Kind(self.kind)

    @transaction.atomic
    def draft(self, *, by):
        self.created_by = by
        self._check()
        self.save()
        record(by=by, action="clientletter.created", target=self, kind=self.kind)

    @transaction.atomic
    def rewrite(self, *, by, version, **given):
        """Change the draft; what somebody else changed meanwhile is never overwritten."""
        self._lock_draft()
        if self.version != version:
            raise ValidationError("Konsep ini baru saja diubah orang lain. Muat ulang halaman ini.")
        for name, value in given.items():
            setattr(self, name, value)
        self.version += 1
        self._check()
        self.save()
        record(by=by, action="clientletter.changed", target=self)

    @transaction.atomic
    def issue(self, *, by, words):
        """The number, and the words for good. `words` writes them down, with the letter that they stand in."""
        self._lock_draft()
        self._check()
        self.letter = Letter.issue(
            self.letter_kind, shelter=self.shelter, by=by, about=self.stay, subject=self.subject,
            addressee=self.addressee,
        )  # fmt: skip
        self.frozen = words(self)
        self.full_clean()
        self.save()
        record(by=by, action="clientletter.issued", target=self, number=self.letter.number)

    @transaction.atomic
    def discard(self, *, by):
        """A draft that nobody needs; what has a number is voided, never deleted."""
        self._lock_draft()
        record(by=by, action="clientletter.discarded", target=self, kind=self.kind)
        self.delete()

    @transaction.atomic
    def void(self, *, by, reason):
        self.refresh_from_db(from_queryset=ClientLetter.objects.select_for_update(of=["self"]))
        if not self.letter_id:
            raise ValidationError("Surat ini masih konsep.")
        if self.letter.void_reason:
            raise ValidationError("Surat ini sudah dibatalkan. Muat ulang halaman ini.")
        self.letter.void(reason)
        record(by=by, action="clientletter.voided", target=self, number=self.letter.number)

    def _lock_draft(self):
        self.refresh_from_db(from_queryset=ClientLetter.objects.select_for_update(of=["self"]))
        if self.letter_id:
            raise ValidationError(f"Surat ini sudah bernomor {self.letter}; isinya tidak dapat diubah.")

    def _check(self):
        if self.stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan.")
        if self.relative_id and self.relative.client_id != self.stay.client_id:
            raise ValidationError("Orang itu bukan keluarga dari klien ini.")
        if self.kind not in AFTER_DEATH:
            require_open(self.stay.client_id)
        elif not Stay.objects.of_the_dead().filter(client=self.stay.client_id).exists():
            raise ValidationError({"kind": "Catat dahulu kematian klien; surat ini menyusulnya."})
        self.full_clean()
