import re

from django.core.exceptions import ValidationError
from django.db import models

from cases.models.checked import CheckedModel
from cases.models.letter_kinds import FOR_CLIENT, Kind
from cases.models.user import User

PLACE = re.compile(r"( ?)\{(\w*)\}")
# What a text may leave open. Each is a fact of the shelter or of the day; there is no language behind it.
EVERYWHERE = {
    "panti": "nama panti", "dinas": "nama dinas", "kota": "tempat surat",
    "kontak": "“melalui telepon … atau surel …”",
}  # fmt: skip
OF_STAY = {"tanggal_masuk": "tanggal klien masuk"}
OF_ACT = {"waktu": "hari, tanggal dan jam kejadiannya"}
EXTRA = dict.fromkeys([Kind.CIVIL, *FOR_CLIENT], OF_STAY) | dict.fromkeys(
    [Kind.HANDOVER, Kind.RECEIPT, Kind.SWEEP_RECEIPT], OF_ACT
)


def places_of(kind):
    """{word: what stands in its place} for letters of a kind."""
    return EVERYWHERE | EXTRA.get(kind, {})


def check_places(text, kind):
    known = places_of(kind)
    unknown = [name for _, name in PLACE.findall(text) if name not in known]
    if unknown:
        offered = ", ".join(f"{{{name}}}" for name in known)
        raise ValidationError(f"{{{unknown[0]}}} tidak dikenal. Yang dapat dipakai di surat ini: {offered}.")
    if re.search(r"[{}]", PLACE.sub("", text)):
        raise ValidationError("Ada kurung kurawal yang tidak berpasangan. Tulis misalnya {panti}.")


def fill(text, values):
    """Each word in braces becomes its value, once: a value is never read again. An empty one leaves no blank."""

    def put(found):
        blank, name = found.groups()
        if name not in values:
            return found[0]
        return f"{blank}{values[name]}" if values[name] else ""

    return PLACE.sub(put, text)


class LetterTextQuerySet(models.QuerySet):
    def current(self, kind):
        return self.filter(kind=kind).order_by("number").last()


class LetterText(CheckedModel):
    """What a kind of letter says before and after its facts. A change makes a new one; a letter keeps its own."""

    kind = models.CharField("jenis surat", max_length=20, choices=Kind)
    number = models.PositiveIntegerField("versi")
    opening = models.TextField("pembuka", max_length=3000, blank=True)
    closing = models.TextField("penutup", max_length=3000, blank=True)
    copies = models.TextField("tembusan", max_length=1000, blank=True)
    enclosure = models.CharField("lampiran", max_length=100, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="ditulis oleh")

    objects = LetterTextQuerySet.as_manager()

    class Meta:
        verbose_name = "teks surat"
        verbose_name_plural = "teks surat"
        ordering = ["kind", "-number"]
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="letter_text_version_once")]

    def __str__(self):
        return f"{self.get_kind_display()}, versi {self.number}"

    def clean(self):
        for name in ("opening", "closing", "copies", "enclosure"):
            try:
                check_places(getattr(self, name), self.kind)
            except ValidationError as error:
                raise ValidationError({name: error.messages}) from error
