"""What the satisfaction survey asks: nine elements (unsur) of Permenpan RB 14/2017, and how each is worded."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q

from cases.audit import difference, record
from cases.models.checked import CheckedModel

SCORES = (1, 2, 3, 4)
WORDS = ("position", "wording", "explanation", "answer_1", "answer_2", "answer_3", "answer_4", "source")


class SurveyElement(CheckedModel):
    """An element that is judged. Scores are bound to its code, never to the place of its question."""

    code = models.CharField("kode", max_length=3, primary_key=True)
    name = models.CharField("unsur", max_length=100)
    order = models.PositiveSmallIntegerField("urutan", unique=True)
    source = models.CharField("sumber", max_length=200)

    class Meta:
        verbose_name = "unsur SKM"
        verbose_name_plural = "unsur SKM"
        ordering = ["order"]

    def __str__(self):
        return f"{self.code} {self.name}"


class SurveyQuestionQuerySet(models.QuerySet):
    def on(self, day):
        """The questions in force on a day, one per element, in the order in which they are asked. One query."""
        newest = self.filter(valid_from__lte=day).order_by("element_id", "-valid_from").distinct("element_id")
        return self.filter(pk__in=newest.values("pk")).select_related("element").order_by("position", "element_id")


class SurveyQuestion(CheckedModel):
    """How an element is asked since a day. `position` is its place in the questionnaire and not its code: the model
    questionnaire asks sarana (U9) as question 8 and pengaduan (U8) as question 9 (skm.md §2)."""

    element = models.ForeignKey(SurveyElement, models.PROTECT, related_name="questions", verbose_name="unsur")
    position = models.PositiveSmallIntegerField(
        "urutan dalam kuesioner", validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    wording = models.CharField("pertanyaan", max_length=300)
    explanation = models.CharField(
        "penjelasan dengan kata sederhana", max_length=300, blank=True,
        help_text="Tampil di bawah pertanyaan dan ikut dibacakan.",
    )  # fmt: skip
    answer_1 = models.CharField("jawaban bernilai 1", max_length=60)
    answer_2 = models.CharField("jawaban bernilai 2", max_length=60)
    answer_3 = models.CharField("jawaban bernilai 3", max_length=60)
    answer_4 = models.CharField("jawaban bernilai 4", max_length=60)
    valid_from = models.DateField(
        "berlaku sejak", help_text="Periode yang dimulai sebelum tanggal ini tetap memakai pertanyaan sebelumnya."
    )
    source = models.CharField("sumber", max_length=200, help_text="Peraturan, pedoman, atau keputusan dinas.")

    objects = SurveyQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "pertanyaan SKM"
        verbose_name_plural = "pertanyaan SKM"
        ordering = ["element", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["element", "valid_from"], name="survey_question_once_per_day",
                violation_error_message="Pertanyaan unsur ini sejak tanggal itu sudah ada. Pilih tanggal lain.",
            ),
            models.CheckConstraint(
                name="survey_question_has_words",
                condition=~Q(wording="") & ~Q(answer_1="") & ~Q(answer_2="") & ~Q(answer_3="") & ~Q(answer_4=""),
                violation_error_message="Tulis pertanyaan dan keempat jawabannya.",
            ),
            models.CheckConstraint(
                name="survey_question_has_source", condition=~Q(source=""),
                violation_error_message="Tulis sumber pertanyaan ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.wording

    @property
    def answers(self):
        """[(1, "Tidak sesuai"), … (4, "Sangat sesuai")]"""
        return [(score, getattr(self, f"answer_{score}")) for score in SCORES]

    @classmethod
    @transaction.atomic
    def settle(cls, element, *, by, valid_from, **words):
        """Ask the element in other words since a day. What was answered keeps the questions that it was asked with."""
        SurveyElement.objects.select_for_update(no_key=True).get(pk=element.pk)
        answered = element.scores.filter(response__period__begins_on__gte=valid_from)
        if answered.exists():
            told = "Ada periode sejak tanggal itu yang sudah dijawab. Pilih tanggal sesudah awal periodenya."
            raise ValidationError({"valid_from": told})
        before = cls.objects.on(valid_from).filter(element=element).first()
        fresh = cls(element=element, valid_from=valid_from, **words)
        fresh.full_clean()
        fresh.save()
        changed = difference({name: getattr(before, name, None) for name in WORDS}, words)
        record(by=by, action="surveyquestion.settled", target=fresh, row=element.code, valid_from=str(valid_from),
               changed=changed)  # fmt: skip
        return fresh
