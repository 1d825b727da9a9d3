"""What may be answered once: a printed card, or a page that was opened. Never tied to the answer."""

import secrets

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max, Q
from django.utils.crypto import salted_hmac

from cases.audit import record
from cases.models.checked import CheckedModel
from reports.models.survey import SurveyPeriod

LETTERS = "ABCDEFGHJKMNPQRTUVWXYZ2346789"  # nothing that is mistaken for another when read from paper
LENGTH = 8  # 29^8: half a million million codes, of which a shelter prints some hundreds
MOST_CARDS = 100


class SurveyCard(CheckedModel):
    """Of the code only a keyed hash is kept: it is short enough to be typed, so the database alone must not tell it.

    It bears no key of the answer, and the answer none of the card. Days, not times: a card that somebody was handed
    must not be matched with an answer by the clock.
    """

    class Kind(models.TextChoices):
        CARD = "card", "Kartu cetak"
        PAGE = "page", "Halaman"

    token_hash = models.CharField("sidik kode", max_length=64, primary_key=True)
    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="cards", verbose_name="periode")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    batch = models.PositiveSmallIntegerField("cetakan ke", null=True, blank=True)
    printed_on = models.DateField("dicetak tanggal", null=True, blank=True)
    used_on = models.DateField("dipakai tanggal", null=True, blank=True)

    class Meta:
        verbose_name = "kartu survei"
        verbose_name_plural = "kartu survei"
        constraints = [
            models.CheckConstraint(
                name="survey_card_printed_in_a_batch",
                condition=Q(kind="card", batch__isnull=False, printed_on__isnull=False)
                | Q(kind="page", batch=None, printed_on=None, used_on__isnull=False),
                violation_error_message="Kartu mencatat cetakannya; halaman hanya bahwa sudah dipakai.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.batch or ''}".strip()

    @classmethod
    def find(cls, code):
        """The card of a code as people type it, used or not, or None."""
        cards = cls.objects.select_related("period__shelter").filter(kind=cls.Kind.CARD)
        return cards.filter(token_hash=hashed(plain_code(code))).first()

    @classmethod
    @transaction.atomic
    def print_batch(cls, period, count, *, by):
        """The codes of new cards, told this one time; afterwards nobody can read them again."""
        period.lock()
        if period.status not in (period.Status.DRAFT, period.Status.OPEN):
            raise ValidationError("Kartu dicetak selama periode belum ditutup.")
        if not 1 <= count <= MOST_CARDS:
            raise ValidationError({"count": f"Cetak 1 sampai {MOST_CARDS} kartu sekali jalan."})
        batch = (period.cards.aggregate(last=Max("batch"))["last"] or 0) + 1
        codes = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(count)]
        made = {"period": period, "kind": cls.Kind.CARD, "batch": batch, "printed_on": period.shelter.today()}
        cls.objects.bulk_create(cls(token_hash=hashed(code), **made) for code in codes)
        record(by=by, action="surveycards.printed", target=period, row=str(period), count=count, batch=batch)
        return [f"{code[:4]}-{code[4:]}" for code in codes]

    @classmethod
    def use(cls, period, code, *, on):
        """Whether the card was still good; from now on it is not. Waits for another who uses it at this moment."""
        fresh = cls.objects.filter(period=period, token_hash=hashed(plain_code(code)), used_on=None)
        return bool(fresh.update(used_on=on))

    @classmethod
    def use_page(cls, period, token, *, on):
        """Whether this opened page was not sent before. A double click waits here for the first to finish."""
        key = hashed(token)
        fresh = cls(token_hash=key, period=period, kind=cls.Kind.PAGE, used_on=on)
        before = cls.objects.filter(pk=key).exists()
        if not before:
            # ON CONFLICT DO NOTHING waits for a concurrent insert; callers hold the period's lock besides.
            cls.objects.bulk_create([fresh], ignore_conflicts=True)
        return not before


def plain_code(code):
    return "".join(letter for letter in code.upper() if letter in LETTERS)


def hashed(token):
    return salted_hmac("reports.survey.card", token, algorithm="sha256").hexdigest()
