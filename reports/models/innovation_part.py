from django.core.exceptions import ValidationError
from django.db import models, transaction

from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel
from reports.models.innovation import Innovation, OfInnovationQuerySet


class InnovationPart(CheckedModel):
    """A line of an innovation (money, a partner, an activity, a figure): added and removed by the same two verbs."""

    innovation = models.ForeignKey(Innovation, models.PROTECT, verbose_name="inovasi")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = OfInnovationQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def shelter(self):
        return self.innovation.shelter

    @transaction.atomic
    def add(self, *, by):
        self.added_by = by
        self.full_clean()
        self.save()
        record(by=by, action=f"{self._meta.model_name}.created", target=self, name=str(self))

    @transaction.atomic
    def remove(self, *, by):
        found = type(self).objects.select_for_update(of=["self"]).filter(pk=self.pk).first()
        if found is None:
            raise ValidationError("Baris ini sudah dihapus orang lain.")
        record(by=by, action=f"{self._meta.model_name}.removed", target=found, name=str(found))
        found.delete()
