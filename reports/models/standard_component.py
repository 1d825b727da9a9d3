from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, ProtectedError, Q

from cases.audit import record
from cases.models.checked import CheckedModel


class StandardComponentQuerySet(models.QuerySet):
    def with_use(self):
        """Each with `used`: how many versions of public pages tell something of it."""
        return self.annotate(used=Count("texts")).order_by("group", "order", "pk")


class StandardComponent(CheckedModel):
    """A component of the service standard (komponen standar pelayanan): the list that Permenpan RB 15/2014 asks for.

    Six of delivery and eight of management; the department keeps the names and the source, in case the law changes.
    """

    class Group(models.TextChoices):
        DELIVERY = "delivery", "Proses penyampaian pelayanan"
        MANAGEMENT = "management", "Proses pengelolaan pelayanan"

    code = models.SlugField("kode", max_length=30, unique=True, help_text="Tetap sama walau namanya berubah.")
    group = models.CharField("kelompok", max_length=12, choices=Group)
    order = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("nama komponen", max_length=150, unique=True)
    source = models.CharField("sumber", max_length=200, help_text="Peraturan yang memintanya.")

    objects = StandardComponentQuerySet.as_manager()

    class Meta:
        verbose_name = "komponen standar pelayanan"
        verbose_name_plural = "komponen standar pelayanan"
        ordering = ["group", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="standard_component_has_source", condition=~Q(source=""),
                violation_error_message="Tulis sumber komponen ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    @transaction.atomic
    def remove(self, *, by):
        """Only while no page tells of it: what was published keeps its headings."""
        found = StandardComponent.objects.select_for_update().filter(pk=self.pk).first()
        if found is None:
            raise ValidationError("Komponen ini sudah dihapus orang lain.")
        record(by=by, action="standardcomponent.removed", target=found, name=found.name)
        try:
            found.delete()
        except ProtectedError:
            raise ValidationError(
                "Komponen ini sudah dipakai pada halaman publik panti, jadi tidak dapat dihapus."
            ) from None
