from functools import lru_cache
from hashlib import sha256

from django.db import models, transaction
from django.utils import timezone

from assessments.xlsform import read
from cases.models import BasicService


class Instrument(models.Model):
    """A form by which we get to know a person (instrumen); what it asks stands in its versions."""

    slug = models.SlugField("kode", max_length=60, unique=True)
    title = models.CharField("nama instrumen", max_length=150)
    purpose = models.CharField("kegunaan", max_length=200, blank=True)

    class Meta:
        verbose_name = "instrumen"
        verbose_name_plural = "instrumen"
        ordering = ["title"]

    def __str__(self):
        return self.title


class InstrumentVersionQuerySet(models.QuerySet):
    def latest_published(self):
        """Of each instrument the version that a new assessment uses."""
        newest = self.exclude(published_at=None).order_by("instrument_id", "-number").distinct("instrument_id")
        latest = self.filter(pk__in=newest.values("pk")).order_by("instrument__slug")
        return latest.select_related("instrument").defer("source")


class InstrumentVersion(models.Model):
    """An XLSForm as it was published. It never changes: answers given to it keep their meaning."""

    class Kind(models.TextChoices):
        MARKDOWN = ".md", "Markdown"
        EXCEL = ".xlsx", "Excel"

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="versions", verbose_name="instrumen")
    number = models.PositiveIntegerField("versi")
    kind = models.CharField("jenis berkas", max_length=5, choices=Kind)
    source = models.BinaryField("isi berkas")
    sha256 = models.CharField("sidik isi", max_length=64)
    published_at = models.DateTimeField("terbit", null=True, blank=True)

    objects = InstrumentVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versi instrumen"
        verbose_name_plural = "versi instrumen"
        ordering = ["instrument_id", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "number"],
                name="instrument_version_number_once",
                violation_error_message="Nomor versi ini sudah ada.",
            ),
        ]

    def __str__(self):
        return f"{self.instrument} (versi {self.number})"

    def save(self, *args, **kwargs):
        stored = self.pk and InstrumentVersion.objects.filter(pk=self.pk).values_list("sha256", flat=True).first()
        self.sha256 = sha256(self.source).hexdigest()
        if stored and stored != self.sha256:
            raise TypeError("The source of a version never changes; publish a new version.")
        super().save(*args, **kwargs)

    @property
    def form(self):
        return _parsed(self.pk, self.sha256)

    @classmethod
    @transaction.atomic
    def publish(cls, *, source, kind, purpose=""):
        """The form as the newest version of its instrument, and whether that is new. Raises FormRefused."""
        form = read(source, kind=kind, needs=set(BasicService.objects.values_list("pk", flat=True)))
        named = {"title": form.title, "purpose": purpose}
        # Also the lock: two who publish one instrument at once get two numbers.
        instrument, _ = Instrument.objects.select_for_update().update_or_create(named, slug=form.form_id)
        latest = instrument.versions.first()
        if latest and latest.sha256 == sha256(source).hexdigest():
            return latest, False
        version = cls(instrument=instrument, number=latest.number + 1 if latest else 1, kind=kind, source=source)
        version.published_at = timezone.now()
        version.save()
        return version, True


@lru_cache(maxsize=64)
def _parsed(pk, _sha256):
    """Parsing takes a tenth of a second: once per process. The digest tells apart rows of two databases."""
    version = InstrumentVersion.objects.only("source", "kind").get(pk=pk)
    return read(bytes(version.source), kind=version.kind)
