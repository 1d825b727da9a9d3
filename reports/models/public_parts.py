"""What a public page is made of besides its texts: the flow, what senders bring, the components of the standard."""

from django.db import models
from django.db.models import Q

from cases.models.checked import CheckedModel
from reports.models.public_page import PublicPage
from reports.models.standard_component import StandardComponent

MOST_STEPS = 12


class PublicStep(CheckedModel):
    """A step of the flow (alur pelayanan), drawn in its order."""

    page = models.ForeignKey(PublicPage, models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField("urutan")
    title = models.CharField("langkah", max_length=80)
    text = models.TextField("penjelasan", max_length=600, blank=True)
    who = models.CharField("dilayani oleh", max_length=80, blank=True)
    duration = models.CharField("lama", max_length=60, blank=True)

    class Meta:
        verbose_name = "langkah alur"
        verbose_name_plural = "langkah alur"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["page", "order"], name="public_step_once_per_place"),
            models.CheckConstraint(
                name="public_step_within_bounds", condition=Q(order__gte=1, order__lte=MOST_STEPS),
                violation_error_message=f"Alur paling banyak {MOST_STEPS} langkah.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.order}. {self.title}"


class PublicRequirement(CheckedModel):
    """What somebody who brings a person has to bring along: one text per kind of sender."""

    class Sender(models.TextChoices):
        SATPOL = "satpol", "Satpol PP"
        POLSEK = "polsek", "Kepolisian (Polsek)"
        PUBLIC = "public", "Masyarakat"
        FAMILY = "family", "Keluarga"

    page = models.ForeignKey(PublicPage, models.CASCADE, related_name="requirements")
    sender = models.CharField("pengirim", max_length=10, choices=Sender)
    text = models.TextField("persyaratan", max_length=2_000)

    class Meta:
        verbose_name = "persyaratan"
        verbose_name_plural = "persyaratan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "sender"], name="public_requirement_once_per_sender"),
        ]

    def __str__(self):
        return self.get_sender_display()


class PublicComponent(CheckedModel):
    """What the shelter says on a component of the service standard."""

    page = models.ForeignKey(PublicPage, models.CASCADE, related_name="components")
    component = models.ForeignKey(StandardComponent, models.PROTECT, related_name="texts", verbose_name="komponen")
    text = models.TextField("isi", max_length=3_000)

    class Meta:
        verbose_name = "isi komponen standar"
        verbose_name_plural = "isi komponen standar"
        ordering = ["component__group", "component__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "component"], name="public_component_once_per_page"),
        ]

    def __str__(self):
        return str(self.component)
