import secrets

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from cases.audit import record
from cases.letter_freezing import as_of, freeze, people_now, thaw
from cases.models.checked import CheckedModel
from cases.models.letter_kinds import Kind
from cases.models.letter_rule import LetterRule
from cases.models.letter_text import LetterText
from cases.models.shelter import Shelter
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import Perm, ScopedQuerySet

# How the reason of a letter begins whose place another one took.
REPLACED = "Diganti oleh surat nomor "


class Counter(CheckedModel):
    """The last number given of a kind, in a shelter and year. Locked while the next one is taken."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "penghitung nomor"
        verbose_name_plural = "penghitung nomor"
        constraints = [models.UniqueConstraint(fields=["shelter", "kind", "year"], name="counter_once")]

    def __str__(self):
        return f"{self.kind} {self.year}: {self.last}"

    @classmethod
    def next(cls, shelter, kind, year):
        """The next number, never given twice: whoever asks at the same moment waits for the first to commit."""
        counter = cls.locked(shelter, kind, year)
        counter.last += 1
        counter.save(update_fields=["last"])
        return counter.last

    @classmethod
    def locked(cls, shelter, kind, year):
        """Whoever writes into the register of a year goes one after the other."""
        cls.objects.bulk_create([cls(shelter=shelter, kind=kind, year=year)], ignore_conflicts=True)
        return cls.objects.select_for_update().get(shelter=shelter, kind=kind, year=year)


class LetterQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def matching(self, text):
        return self.filter(
            Q(number__icontains=text) | Q(subject__icontains=text) | Q(addressee__icontains=text)
        )  # fmt: skip

    def for_agenda(self):
        """As an office reads its agenda: the newest number first."""
        return self.order_by("-issued_on", "-pk")


class Letter(CheckedModel):
    """A numbered letter of a shelter. A void one keeps its number, with the reason."""

    Kind = Kind

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="letters", verbose_name="panti")
    kind = models.CharField("jenis surat", max_length=20, choices=Kind)
    year = models.PositiveSmallIntegerField("tahun")
    # Without: the number was given on paper, before or beside this register.
    sequence = models.PositiveIntegerField("nomor urut", null=True, blank=True)
    number = models.CharField("nomor surat", max_length=100)
    issued_on = models.DateField("tanggal surat")
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diterbitkan oleh")
    code = models.CharField("kode pemeriksaan", max_length=30, unique=True)
    void_reason = models.CharField("alasan dibatalkan", max_length=200, blank=True)
    subject = models.CharField("perihal", max_length=200, blank=True, default="", db_default="")
    addressee = models.CharField("kepada", max_length=200, blank=True, default="", db_default="")
    # Whose file it is of, for the agenda of those who may read files.
    about = models.ForeignKey(
        Stay, models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="masa tinggal"
    )
    # The words of its day: a later print says the same.
    text = models.ForeignKey(LetterText, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="teks")
    # The head of the paper and who signs, as they were on its day: see cases/letter_freezing.py.
    frozen = models.JSONField(default=dict, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        ordering = ["-year", "-sequence"]
        indexes = [models.Index(fields=["shelter", "year", "-issued_on"], name="letter_agenda")]
        constraints = [
            models.UniqueConstraint(fields=["shelter", "year", "sequence"], name="letter_sequence_once"),
            models.UniqueConstraint(
                fields=["shelter", "number"],
                name="letter_number_once",
                violation_error_message="Nomor ini sudah dipakai surat lain.",
            ),
        ]

    def __str__(self):
        return self.number

    def get_verification_url(self):
        return reverse("cases:letter_verify", args=[self.code])

    @property
    def house(self):
        """The shelter as the head of this paper says it."""
        return as_of(self.frozen, self.shelter)

    def as_issued(self, context):
        return thaw(self.frozen, context)

    def person(self, user):
        """Somebody as they were called on its day, if they stand in it."""
        return self.as_issued({"person": user})["person"]

    def remember(self, person):
        """Somebody more stands at its foot, as they are now; who stands there already stays as they were."""
        if self.frozen and str(person.pk) not in self.frozen["people"]:
            self.frozen["people"] |= people_now(person)
            self.save(update_fields=["frozen"])

    @property
    def is_replaced(self):
        return self.void_reason.startswith(REPLACED)

    def void(self, reason):
        """It keeps its number and says why it does not count. Whose letter it is holds the lock and tells the trail."""
        self.void_reason = reason
        self.full_clean()
        self.save(update_fields=["void_reason"])

    def replace(self, other):
        """Another letter says it better: this one leads to it."""
        self.void(f"{REPLACED}{other.number}")

    @classmethod
    def issue(cls, kind, *, shelter, by, about=None, subject="", addressee="", on=None, signer=None, people=()):
        """A letter with the next number of the shelter's year. `about`: the stay whose file it is of.

        `signer`: who signs instead of the head of the day; `people`: whoever else stands at its foot.
        """
        day = on or shelter.today()
        classification = LetterRule.classification_of(kind)
        while True:
            sequence = Counter.next(shelter, "letter", day.year)
            number = shelter.letter_number(sequence=sequence, day=day, classification=classification)
            # A number that stands on paper already was registered under itself: it is no gap.
            if not cls.objects.filter(shelter=shelter, number=number).exists():
                break
        letter = cls.objects.create(
            shelter=shelter, kind=kind, year=day.year, sequence=sequence, number=number, issued_on=day, issued_by=by,
            code=secrets.token_urlsafe(12), about=about, subject=subject[:200], addressee=addressee[:200],
            text=LetterText.objects.current(kind),
            frozen=freeze(shelter, signer or shelter.head_on(day), [by, *people]),
        )  # fmt: skip
        record(by=by, action="letter.issued", target=letter, number=number)
        return letter

    def revise(self, revision, *, by, root):
        """The same letter said anew (ralat): `root`'s number with .R1, .R2 behind it. This one leads to it since."""
        day = self.shelter.today()
        letter = Letter(
            shelter=self.shelter, kind=self.kind, year=day.year, number=f"{root.number}.R{revision}", issued_on=day,
            issued_by=by, code=secrets.token_urlsafe(12), subject=self.subject, text=self.text,
            frozen=freeze(self.shelter, self.shelter.head_on(day), [by]),
        )  # fmt: skip
        letter.full_clean()
        letter.save()
        record(by=by, action="letter.issued", target=letter, number=letter.number)
        self.replace(letter)
        return letter

    @classmethod
    @transaction.atomic
    def enter(cls, *, shelter, by, subject, addressee, on, number=""):
        """A letter written elsewhere: it takes the next number, or keeps the one that it already bears."""
        if on > shelter.today():
            raise ValidationError({"on": "Tanggal surat belum tiba."})
        if not number:
            return cls.issue(Kind.OTHER, shelter=shelter, by=by, subject=subject, addressee=addressee, on=on)
        Counter.locked(shelter, "letter", on.year)
        same = cls.objects.filter(shelter=shelter, number__iexact=number).first()
        if same:
            raise ValidationError({"number": f"Nomor ini sudah dipakai: {same.kind_and_day}. Periksa nomornya."})
        if shelter.gives_number(number):
            raise ValidationError(
                {"number": "Nomor seperti ini diberikan oleh sistem. Kosongkan isian ini untuk mendapat nomor."}
            )
        letter = cls(
            shelter=shelter, kind=Kind.OTHER, year=on.year, number=number, issued_on=on, issued_by=by,
            code=secrets.token_urlsafe(12), subject=subject, addressee=addressee,
        )  # fmt: skip
        letter.full_clean()
        letter.save()
        record(by=by, action="letter.entered", target=letter, number=number)
        return letter

    @transaction.atomic
    def withdraw(self, *, by, reason):
        """A letter that stands only in the agenda shall not count; the others are voided where they are written."""
        self.refresh_from_db(from_queryset=Letter.objects.select_for_update(of=["self"]))
        if self.kind != Kind.OTHER:
            raise ValidationError("Surat ini dibatalkan dari halaman asalnya.")
        if self.void_reason:
            raise ValidationError("Surat ini sudah dibatalkan. Muat ulang halaman ini.")
        self.void(reason)
        record(by=by, action="letter.voided", target=self, number=self.number)

    def may_be_voided_by(self, user):
        """Whoever issued it, and the head."""
        return self.issued_by_id == user.pk or Perm.REVIEW in user.perms_at(self.shelter)

    @property
    def kind_and_day(self):
        return f"{self.get_kind_display()}, {self.issued_on:%d/%m/%Y}"
