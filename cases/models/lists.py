"""The lists that a department keeps: categories, entry sources, exit reasons.

What the regulation or practice gives comes with a migration; what an office adds is local and says which of the
given ones it stands for (`maps_to`), so that every recap can still be added up.
"""

from django.db import models
from django.db.models.functions import Lower

from cases.models.checked import CheckedModel


class ListEntryQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(retired_on=None)

    def named(self, text):
        """The entry that an office means by this text, or None: by its name, or a name it is also known by."""
        wanted = " ".join(text.split()).casefold()
        for entry in self:
            if wanted in {name.casefold() for name in (entry.name, entry.slug, *entry.also_known_as)}:
                return entry
        return None


class ListEntry(CheckedModel):
    slug = models.SlugField("kode", max_length=60, unique=True)
    name = models.CharField("nama", max_length=120)
    also_known_as = models.JSONField("sebutan lain", default=list, blank=True)
    maps_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="local_entries", verbose_name="termasuk"
    )
    position = models.PositiveSmallIntegerField("urutan", default=500)
    source = models.CharField("sumber", max_length=200, blank=True)
    retired_on = models.DateField("tidak dipakai sejak", null=True, blank=True)

    objects = ListEntryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "name"]

    def __str__(self):
        return self.name


def once_by_name(model):
    return models.UniqueConstraint(
        Lower("name"), name=f"{model}_name_once", violation_error_message="Nama itu sudah ada dalam daftar."
    )


class Category(ListEntry):
    """A category of PPKS: one of the 26, or a local one that stands for one of them."""

    class Group(models.TextChoices):
        DISABILITY = "disability", "Penyandang disabilitas telantar"
        CHILD = "child", "Anak telantar"
        ELDERLY = "elderly", "Lanjut usia telantar"
        GEPENG = "gepeng", "Gelandangan dan pengemis"

    spm_group = models.CharField("kelompok SPM", max_length=20, choices=Group, blank=True)
    is_confidential = models.BooleanField("rahasia", default=False)

    class Meta(ListEntry.Meta):
        verbose_name = "kategori PPKS"
        verbose_name_plural = "kategori PPKS"
        constraints = [once_by_name("category")]


class EntrySource(ListEntry):
    class Meta(ListEntry.Meta):
        verbose_name = "sumber rujukan masuk"
        verbose_name_plural = "sumber rujukan masuk"
        constraints = [once_by_name("entry_source")]


class ExitReasonQuerySet(ListEntryQuerySet):
    def given(self):
        """Those whose own columns say what an exit asks for; who died or ran away is asked nothing."""
        return self.in_use().filter(maps_to=None, is_death=False, is_abscond=False)


class ExitReason(ListEntry):
    """Why somebody left, and what an exit for this reason asks for. A local reason asks what the given one asks."""

    needs_receiver = models.BooleanField("memerlukan penerima", default=False)
    needs_relation_proven = models.BooleanField("hubungan penerima harus terbukti", default=False)
    needs_papers = models.BooleanField("memerlukan berkas penjemputan", default=False)
    needs_letter = models.BooleanField("memerlukan surat ke lembaga", default=False)
    needs_destination = models.BooleanField("memerlukan alamat tujuan", default=False)
    needs_region = models.BooleanField("memerlukan wilayah tujuan", default=False)
    needs_statement = models.BooleanField("memerlukan pernyataan klien", default=False)
    to_institution = models.BooleanField("diserahkan kepada lembaga", default=False)
    is_death = models.BooleanField("karena meninggal", default=False)
    is_abscond = models.BooleanField("pergi tanpa izin", default=False)
    is_reunion = models.BooleanField("kembali ke keluarga", default=False)

    objects = ExitReasonQuerySet.as_manager()

    class Meta(ListEntry.Meta):
        verbose_name = "alasan keluar"
        verbose_name_plural = "alasan keluar"
        constraints = [once_by_name("exit_reason")]

    @property
    def asks(self):
        """The reason whose columns say what is needed."""
        return self.maps_to or self

    @property
    def is_editable(self):
        return not (self.maps_to_id or self.is_death or self.is_abscond)

    @property
    def needs(self):
        """What is asked, in words, for the department's list."""
        fields = [one for one in self._meta.fields if one.name.startswith("needs_") and getattr(self.asks, one.name)]
        return [one.verbose_name for one in fields]

    @property
    def is_release(self):
        """Out of the shelter's hands into those of a person, or nobody's. Unless said otherwise, every exit is one."""
        return not (self.asks.is_death or self.asks.is_abscond or self.asks.to_institution)


OTHER = "lainnya"  # the slug of the entry in each list that a local one stands for when nobody said which
