"""An index of before, of which only the result is known (angka lama): a point in the trend and nothing more."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from cases.audit import plain, record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet


class OldSurveyFigureQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        return self.at(Shelter.objects.visible_to(user))


class OldSurveyFigure(CheckedModel):
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+", verbose_name="panti")
    name = models.CharField("nama periode", max_length=100, help_text="Misalnya Semester II 2024.")
    ended_on = models.DateField("berakhir tanggal")
    index = models.DecimalField(
        "IKM", max_digits=5, decimal_places=2, validators=[MinValueValidator(25), MaxValueValidator(100)]
    )
    respondents = models.PositiveIntegerField("jumlah responden", null=True, blank=True)
    source = models.CharField("sumber", max_length=200, help_text="Laporan atau surat asal angka ini.")
    entered_at = models.DateTimeField("dicatat pada", default=timezone.now)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = OldSurveyFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "angka SKM lama"
        verbose_name_plural = "angka SKM lama"
        ordering = ["-ended_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "ended_on"], name="old_survey_figure_once",
                violation_error_message="Angka lama dengan tanggal itu sudah ada.",
            ),
            models.CheckConstraint(
                name="old_survey_figure_index_in_range", condition=Q(index__gte=25, index__lte=100),
                violation_error_message="IKM antara 25,00 dan 100,00.",
            ),
            models.CheckConstraint(
                name="old_survey_figure_has_source", condition=~Q(source="") & ~Q(name=""),
                violation_error_message="Tulis nama periode dan sumber angka ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    @classmethod
    @transaction.atomic
    def enter(cls, shelter, *, by, **values):
        made = cls(shelter=shelter, entered_by=by, **values)
        if made.ended_on > shelter.today():
            raise ValidationError({"ended_on": "Tanggal belum tiba."})
        made.full_clean()
        made.save()
        record(by=by, action="oldsurveyfigure.entered", target=made, row=str(made), index=str(made.index))
        return made

    @transaction.atomic
    def remove(self, *, by):
        was = {"ended_on": plain(self.ended_on), "index": str(self.index), "source": self.source}
        record(by=by, action="oldsurveyfigure.removed", target=self, row=str(self), was=was)
        self.delete()
