from django.db import models
from django.utils import timezone

from assessments.models.assessment import Assessment
from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel


class AnswerChoice(CheckedModel):
    """Two people answered one question differently, and somebody chose: both answers stay readable here."""

    class Kept(models.TextChoices):
        MINE = "mine", "Jawaban yang memilih"
        THEIRS = "theirs", "Jawaban orang lain"

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="choices", verbose_name="asesmen")
    path = models.CharField("pertanyaan", max_length=300)
    was = models.JSONField("semula", null=True, blank=True)
    mine = models.JSONField("jawaban yang memilih", null=True, blank=True)
    theirs = models.JSONField("jawaban orang lain", null=True, blank=True)
    theirs_by = models.CharField("dijawab oleh", max_length=150, blank=True)
    theirs_at = models.DateTimeField("dijawab pada", null=True, blank=True)
    kept = models.CharField("yang dipakai", max_length=6, choices=Kept)
    comment = models.CharField("keterangan", max_length=500, blank=True)
    at = models.DateTimeField("dipilih pada", default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dipilih oleh")

    class Meta:
        verbose_name = "pilihan jawaban"
        verbose_name_plural = "pilihan jawaban"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.by}: {self.get_kept_display()}"

    def keep(self):
        """Within the save that it settles. The trail says that somebody chose, not what was answered."""
        self.full_clean()
        self.save()
        record(by=self.by, action="assessment.answer_chosen", target=self.assessment, path=self.path, kept=self.kept)
