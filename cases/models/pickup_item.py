from django.db import models
from django.db.models import Q

from cases.models.checked import CheckedModel
from cases.models.exit_papers import OWN_PAPERS, RELATION


class PickupItemQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(in_use=True)

    def asked_for(self, *, is_child, is_guarded):
        """What fetching this person calls for; a child is guarded as well."""
        when = [PickupItem.When.ALWAYS]
        if is_child:
            when.append(PickupItem.When.CHILD)
        if is_guarded:
            when.append(PickupItem.When.GUARDED)
        return self.in_use().filter(when__in=when)


class PickupItem(CheckedModel):
    """What has to be seen before somebody is fetched (syarat penjemputan): a list that the department keeps."""

    class When(models.TextChoices):
        ALWAYS = "always", "Setiap penjemputan"
        CHILD = "child", "Bila klien anak"
        GUARDED = "guarded", "Bila klien dijaga (anak dan yang diberi penjagaan khusus)"

    STANDS_FOR = [*OWN_PAPERS.items(), (RELATION, "hubungan terbukti")]

    label = models.CharField(
        "syarat", max_length=120, unique=True, error_messages={"unique": "Syarat itu sudah ada dalam daftar."}
    )
    when = models.CharField("diminta", max_length=10, choices=When, default=When.ALWAYS)
    required = models.BooleanField(
        "wajib", default=True, help_text="Tanpa yang wajib, penyerahan menunggu izin kepala panti."
    )
    position = models.PositiveSmallIntegerField("urutan", default=500)
    source = models.CharField("sumber", max_length=200, blank=True)
    in_use = models.BooleanField("dipakai", default=True)
    # Not edited: the column of the exit record that says the same; the relation proves itself on the page Keluarga.
    stands_for = models.CharField(max_length=20, choices=STANDS_FOR, blank=True)

    objects = PickupItemQuerySet.as_manager()

    class Meta:
        verbose_name = "syarat penjemputan"
        verbose_name_plural = "syarat penjemputan"
        ordering = ["position", "label"]
        constraints = [
            models.UniqueConstraint(
                fields=["stands_for"], condition=~Q(stands_for=""), name="pickup_item_stands_for_once",
                violation_error_message="Syarat bawaan itu sudah ada.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.label

    @property
    def is_relation(self):
        return self.stands_for == RELATION

    @property
    def field_name(self):
        """What its box on the page of the exit is called."""
        return self.stands_for or f"item_{self.pk}"
