from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.paper_rules import both_or_neither
from cases.models.stay import Stay
from cases.models.user import User


class BelongingQuerySet(OfStayQuerySet):
    def kept(self):
        return self.filter(returned_on=None)

    def forgotten(self):
        """For the work list: still in our cupboard although the client has left."""
        return self.kept().filter(stay__status=Stay.Status.DISCHARGED)


class Belonging(CheckedModel):
    """Something of a client that the shelter keeps (barang titipan), from hand to hand."""

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="belongings", verbose_name="masa tinggal")
    description = models.CharField("barang", max_length=200)
    quantity = models.PositiveIntegerField("jumlah", default=1, validators=[MinValueValidator(1)])
    value_note = models.CharField("nilai atau keadaan", max_length=200, blank=True)
    kept_at = models.CharField("disimpan di", max_length=100, blank=True)
    received_on = models.DateField("diterima")
    received_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diterima oleh")
    returned_on = models.DateField("dikembalikan", null=True, blank=True)
    returned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    returned_to = models.CharField("dikembalikan kepada", max_length=150, blank=True)

    objects = BelongingQuerySet.as_manager()

    class Meta:
        verbose_name = "barang titipan"
        verbose_name_plural = "barang titipan"
        ordering = ["received_on", "pk"]
        constraints = [
            both_or_neither("belonging", "returned_on", "returned_by"),
            models.CheckConstraint(
                name="belonging_returned_to_somebody",
                condition=Q(returned_on=None, returned_to="")
                | (Q(returned_on__gte=F("received_on")) & ~Q(returned_to="")),
                violation_error_message="Isi tanggal dan kepada siapa barang dikembalikan.",
            ),
            models.CheckConstraint(
                name="belonging_quantity_positive", condition=Q(quantity__gte=1),
                violation_error_message="Jumlah sedikitnya 1.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.description

    @property
    def shelter(self):
        return self.stay.shelter

    @transaction.atomic
    def receive(self, *, by):
        if self.received_on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if self.received_on < self.stay.entered_on or self.stay.status == Stay.Status.CANCELLED:
            raise ValidationError({"on": "Tanggal di luar masa tinggal."})
        self.received_by = by
        self.full_clean()
        self.save()
        record(by=by, action="belonging.received", target=self, quantity=self.quantity)

    @transaction.atomic
    def give_back(self, *, by, on, to):
        self.refresh_from_db(from_queryset=Belonging.objects.select_for_update(of=["self"]))
        if self.returned_on:
            raise ValidationError(f"“{self}” sudah dikembalikan. Muat ulang halaman ini.")
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if on < self.received_on:
            raise ValidationError({"on": f"“{self}” baru diterima sesudah tanggal itu."})
        self.returned_on, self.returned_by, self.returned_to = on, by, to
        self.full_clean()
        self.save()
        record(by=by, action="belonging.returned", target=self, quantity=self.quantity)
