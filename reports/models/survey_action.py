"""What a shelter does about what was judged worst (rencana tindak lanjut SKM)."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel
from reports.models.month_rules import both_or_neither
from reports.models.survey import SurveyPeriod
from reports.models.survey_publication import OfPeriodQuerySet
from reports.models.survey_question import SurveyElement


class SurveyActionQuerySet(OfPeriodQuerySet):
    def open(self):
        return self.filter(status=SurveyAction.Status.OPEN)

    def due(self, today):
        return self.open().filter(due_on__lte=today)

    def for_list(self):
        return self.select_related("element", "owner", "period__shelter", "done_by").order_by("due_on", "pk")


class SurveyAction(CheckedModel):
    class Status(models.TextChoices):
        OPEN = "open", "Belum selesai"
        DONE = "done", "Selesai"

    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="actions", verbose_name="periode")
    element = models.ForeignKey(SurveyElement, models.PROTECT, related_name="actions", verbose_name="unsur")
    action = models.CharField("tindakan", max_length=300)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="penanggung jawab")
    due_on = models.DateField("paling lambat")
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.OPEN)
    note = models.CharField("hasilnya", max_length=300, blank=True)
    planned_at = models.DateTimeField("direncanakan pada", default=timezone.now)
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="direncanakan oleh")
    done_at = models.DateTimeField("selesai pada", null=True, blank=True)
    done_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dinyatakan selesai oleh"
    )

    objects = SurveyActionQuerySet.as_manager()

    class Meta:
        verbose_name = "tindak lanjut SKM"
        verbose_name_plural = "tindak lanjut SKM"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="survey_action_has_words", condition=~Q(action=""),
                violation_error_message="Tulis tindakannya.",
            ),
            models.CheckConstraint(
                name="survey_action_done_is_told",
                condition=Q(status="open", done_at=None, note="")
                | (Q(status="done", done_at__isnull=False) & ~Q(note="")),
                violation_error_message="Tindak lanjut yang selesai mencatat hasilnya dan waktunya.",
            ),
            both_or_neither("survey_action_done_at_and_by", "done_at", "done_by"),
        ]  # fmt: skip

    def __str__(self):
        return self.action

    def get_absolute_url(self):
        return f"{reverse('reports:survey_results', args=[self.period_id])}#tindak-lanjut"

    @property
    def shelter(self):
        return self.period.shelter

    @property
    def is_late(self):
        return self.status == self.Status.OPEN and self.due_on < self.shelter.today()

    @classmethod
    @transaction.atomic
    def plan(cls, period, *, by, element, action, owner, due_on):
        """Raises ValidationError when the owner does not work at the shelter, or the date has passed."""
        made = cls(period=period, element=element, action=action, owner=owner, due_on=due_on, planned_by=by)
        made.refuse_stranger()
        if due_on < period.shelter.today():
            raise ValidationError({"due_on": "Tanggal ini sudah lewat."})
        made.full_clean()
        made.save()
        record(by=by, action="surveyaction.planned", target=made, row=str(made), due_on=str(due_on))
        return made

    @transaction.atomic
    def finish(self, *, by, note):
        self._lock()
        if self.status == self.Status.DONE:
            raise ValidationError("Tindak lanjut ini sudah dinyatakan selesai.")
        self.status, self.note, self.done_at, self.done_by = self.Status.DONE, note, timezone.now(), by
        self._keep(by, "surveyaction.finished")

    @transaction.atomic
    def move(self, *, by, owner, due_on):
        """To another person or day, while it is open."""
        self._lock()
        if self.status == self.Status.DONE:
            raise ValidationError("Tindak lanjut ini sudah dinyatakan selesai.")
        if due_on != self.due_on and due_on < self.shelter.today():
            raise ValidationError({"due_on": "Tanggal ini sudah lewat."})
        self.owner, self.due_on = owner, due_on
        self.refuse_stranger()
        self._keep(by, "surveyaction.moved")

    def refuse_stranger(self):
        if not self.owner.memberships.current().filter(shelter=self.shelter).exists():
            raise ValidationError({"owner": "Pilih petugas panti ini."})

    def _lock(self):
        self.refresh_from_db(from_queryset=SurveyAction.objects.select_for_update(of=["self"]))

    def _keep(self, by, action):
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, row=str(self), due_on=str(self.due_on))
