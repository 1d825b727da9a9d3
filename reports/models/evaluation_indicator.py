"""One thing that an evaluation measures (indikator): how, from where it starts, and what is aimed at."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max, Q

from cases.audit import difference, record
from cases.models import User
from cases.models.checked import CheckedModel
from reports.models.evaluation import EvaluationPlan

QUARTERS = (1, 2, 3, 4)
YEAR = 5  # the place of the whole year beside the four quarters
PERIODS = [(1, "Triwulan I"), (2, "Triwulan II"), (3, "Triwulan III"), (4, "Triwulan IV"), (YEAR, "Setahun")]
TARGETS = ("target_1", "target_2", "target_3", "target_4", "target_year")


def number(words, **more):
    """Up to a thousand thousand million, with two digits after the comma."""
    return models.DecimalField(words, max_digits=15, decimal_places=2, null=True, blank=True, **more)


def above_zero():
    """A target of which a percentage is asked."""
    every = Q()
    for name in TARGETS:
        every &= Q(**{name: None}) | Q(**{f"{name}__gt": 0})
    return every


class EvaluationIndicator(CheckedModel):
    class Kind(models.TextChoices):
        INPUT = "input", "Masukan"
        PROCESS = "process", "Proses"
        OUTPUT = "output", "Keluaran"
        OUTCOME = "outcome", "Hasil"

    class Direction(models.TextChoices):
        HIGHER = "higher", "Makin tinggi makin baik"
        LOWER = "lower", "Makin rendah makin baik"

    class Judged(models.TextChoices):
        PERCENT = "percent", "Persen dari target"
        REACHED = "reached", "Tercapai atau belum saja"

    plan = models.ForeignKey(EvaluationPlan, models.PROTECT, related_name="indicators", verbose_name="evaluasi")
    position = models.PositiveSmallIntegerField("urutan")
    kind = models.CharField("jenis", max_length=10, choices=Kind, default=Kind.OUTPUT)
    wording = models.CharField("indikator", max_length=250)
    measure = models.CharField("diukur dari", max_length=60, blank=True)  # a key of reports.evaluation.measures
    unit = models.CharField("satuan", max_length=40)
    direction = models.CharField("arah", max_length=10, choices=Direction, default=Direction.HIGHER)
    judged = models.CharField("dinilai dengan", max_length=10, choices=Judged, default=Judged.PERCENT)
    source = models.CharField("cara mengukur dan sumber", max_length=500, blank=True)
    baseline = number("keadaan awal")
    baseline_note = models.CharField("keadaan awal dari", max_length=150, blank=True)
    target_1 = number("target triwulan I")
    target_2 = number("target triwulan II")
    target_3 = number("target triwulan III")
    target_4 = number("target triwulan IV")
    target_year = number("target setahun")
    responsible = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="penanggung jawab"
    )

    class Meta:
        verbose_name = "indikator evaluasi"
        verbose_name_plural = "indikator evaluasi"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "wording"], name="evaluation_indicator_once",
                violation_error_message="Indikator ini sudah ada dalam evaluasi ini.",
            ),
            models.CheckConstraint(
                name="evaluation_indicator_has_words", condition=~Q(wording="") & ~Q(unit=""),
                violation_error_message="Tulis indikator dan satuannya.",
            ),
            models.CheckConstraint(
                name="evaluation_indicator_by_hand_has_source", condition=~Q(measure="") | ~Q(source=""),
                violation_error_message="Angka yang diisi tangan perlu cara mengukur dan sumbernya.",
            ),
            models.CheckConstraint(
                name="evaluation_indicator_percent_of_something", condition=~Q(judged="percent") | above_zero(),
                violation_error_message="Persen dari target 0 tidak dapat dihitung. Isi target di atas 0, atau pilih "
                "“Tercapai atau belum saja”.",
            ),
            models.CheckConstraint(
                name="evaluation_indicator_choices",
                condition=Q(kind__in=["input", "process", "output", "outcome"], direction__in=["higher", "lower"],
                            judged__in=["percent", "reached"]),
                violation_error_message="Pilih jenis, arah, dan cara menilai dari daftar.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.wording

    @property
    def shelter(self):
        return self.plan.shelter

    @property
    def targets(self):
        """Of the four quarters and the year."""
        return [getattr(self, name) for name in TARGETS]

    @property
    def is_measured(self):
        return bool(self.measure)

    @transaction.atomic
    def add(self, *, by):
        """Put it at the end of a plan that is a draft."""
        self.plan.held(EvaluationPlan.Status.DRAFT)
        self.position = (self.plan.indicators.aggregate(last=Max("position"))["last"] or 0) + 1
        self.full_clean()
        self.save()
        record(by=by, action="evaluation.indicator_added", target=self.plan, indicator=self.wording)
        return self

    @transaction.atomic
    def change(self, *, by, **values):
        """While the plan is a draft. What somebody else changed meanwhile in other fields stays."""
        self.locked()
        before = {name: getattr(self, name) for name in values}
        for name, value in values.items():
            setattr(self, name, value)
        changed = difference(before, values)
        if changed:
            if self.measure and self.findings.filter(actual__isnull=False).exists():
                raise ValidationError({"measure": "Sudah ada angka yang diisi tangan. Kosongkan angka itu dahulu."})
            self.full_clean()
            self.save()
            record(by=by, action="evaluation.indicator_changed", target=self.plan, indicator=self.wording,
                   changed=changed)  # fmt: skip

    @transaction.atomic
    def remove(self, *, by):
        self.locked()
        if self.findings.exists():
            raise ValidationError("Indikator ini sudah mempunyai catatan triwulan, jadi tidak dapat dihapus.")
        record(by=by, action="evaluation.indicator_removed", target=self.plan, indicator=self.wording)
        self.delete()

    def locked(self):
        """The plan first, then the row: as everywhere in an evaluation."""
        self.plan.held(EvaluationPlan.Status.DRAFT)
        found = EvaluationIndicator.objects.select_for_update(of=["self"])
        try:
            self.refresh_from_db(from_queryset=found)
        except EvaluationIndicator.DoesNotExist as gone:
            raise ValidationError("Indikator ini sudah dihapus orang lain.") from gone
