from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.letter_kinds import SOCIAL_AFFAIRS, Kind
from cases.models.letter_text import LetterText

TEXTS = ("opening", "closing", "copies", "enclosure")


class LetterRule(CheckedModel):
    """What the department settles for a kind of letter: its archive classification, and how long it is kept."""

    kind = models.CharField("jenis surat", max_length=20, choices=Kind, unique=True)
    classification = models.CharField(
        "kode klasifikasi arsip", max_length=20, default=SOCIAL_AFFAIRS,
        validators=[RegexValidator(r"^[0-9A-Za-z.\-]+$", "Tulis kode dengan angka, huruf, titik, misalnya 400.9.")],
        help_text="Mengisi {klasifikasi} dalam nomor surat berikutnya. Urusan sosial: 400.9.",
    )  # fmt: skip
    retention = models.CharField(
        "masa simpan", max_length=200, blank=True, help_text="Misalnya “Aktif 2 tahun, inaktif 3 tahun, permanen”."
    )

    class Meta:
        verbose_name = "jenis surat"
        verbose_name_plural = "jenis surat"
        ordering = ["kind"]

    def __str__(self):
        return self.get_kind_display()

    @classmethod
    def classification_of(cls, kind):
        return cls.objects.filter(kind=kind).values_list("classification", flat=True).first() or SOCIAL_AFFAIRS

    @classmethod
    @transaction.atomic
    def settle(cls, kind, *, by, version, classification, retention, **texts):
        """Code and words at once. The words become a new version; letters issued before keep theirs."""
        cls.objects.bulk_create([cls(kind=kind)], ignore_conflicts=True)
        rule = cls.objects.select_for_update().get(kind=kind)
        last = LetterText.objects.current(kind)
        if (last.number if last else 0) != version:
            raise ValidationError(
                "Teks ini baru saja diubah orang lain. Isian Anda masih di bawah; buka halaman ini di jendela lain, "
                "bandingkan, lalu simpan lagi."
            )
        was = (rule.classification, rule.retention)
        rule.classification, rule.retention = classification, retention
        rule.full_clean()
        rule.save()
        if was != (classification, retention):
            record(by=by, action="letterrule.changed", target=rule, kind=kind, number=classification)
        rule._write(last, texts, by=by)
        return rule

    def _write(self, last, texts, *, by):
        if last and all(getattr(last, name) == texts[name] for name in TEXTS):
            return
        text = LetterText(kind=self.kind, number=(last.number if last else 0) + 1, created_by=by, **texts)
        text.full_clean()
        text.save()
        record(by=by, action="lettertext.changed", target=text, kind=self.kind, version=text.number)
