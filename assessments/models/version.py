from functools import lru_cache
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, F, Max, Q
from django.urls import reverse
from django.utils import timezone

from assessments.models.instrument import Instrument
from assessments.xlsform import FormRefused, Problem, read
from cases.audit import record
from cases.models import BasicService, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, ScopedQuerySet

PUBLISHED = ["number", "published_at", "published_by", "note"]
BUILT_IN = Q(uploaded_at=None, uploaded_by=None, published_at__isnull=False, published_by=None, number__isnull=False)
DRAFT = Q(
    uploaded_at__isnull=False, uploaded_by__isnull=False, published_at=None, published_by=None, number=None
)  # fmt: skip
PUBLISHED_BY_SOMEBODY = Q(
    uploaded_at__isnull=False, uploaded_by__isnull=False, published_at__isnull=False, published_by__isnull=False,
    number__isnull=False,
)  # fmt: skip


class InstrumentVersionQuerySet(ScopedQuerySet):
    def allowed(self, user, perm):
        return self if user.holds(perm) else self.none()

    def visible_to(self, user):
        """A draft is the department's own; what was published is read by whoever assesses."""
        if user.holds(Perm.INSTRUMENTS):
            return self
        return self.published() if user.holds(Perm.ASSESS) else self.none()

    def published(self):
        return self.exclude(published_at=None)

    def drafts(self):
        return self.filter(published_at=None)

    def light(self):
        """Without the file itself, which only a download and the parser need."""
        return self.select_related("instrument", "uploaded_by", "published_by").defer("source")

    def for_list(self):
        """Drafts first, then the newest; with the number of assessments that each was used for."""
        newest = F("number").desc(nulls_first=True)
        return self.light().annotate(used=Count("assessments")).order_by(newest, "-uploaded_at")

    def latest_published(self):
        """Of each instrument the newest version, also of one that is no longer in use."""
        newest = self.published().order_by("instrument_id", "-number").distinct("instrument_id")
        latest = self.filter(pk__in=newest.values("pk"))
        return latest.select_related("instrument").defer("source").order_by("instrument__position", "instrument__title")

    def offered_at(self, shelter):
        """What a new assessment may be begun with at this shelter."""
        return self.latest_published().filter(instrument__in=Instrument.objects.offered_at(shelter))


class InstrumentVersion(CheckedModel):
    """An XLSForm as it was published. It never changes: answers given to it keep their meaning.

    Until it is published it is a draft without a number, which nobody fills in and which may be discarded.
    """

    class Kind(models.TextChoices):
        MARKDOWN = ".md", "Markdown"
        EXCEL = ".xlsx", "Excel"

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="versions", verbose_name="instrumen")
    number = models.PositiveIntegerField("versi", null=True, blank=True)
    kind = models.CharField("jenis berkas", max_length=5, choices=Kind)
    source = models.BinaryField("isi berkas")
    sha256 = models.CharField("sidik isi", max_length=64)
    file_name = models.CharField("nama berkas", max_length=150, blank=True)
    uploaded_at = models.DateTimeField("diunggah", null=True, blank=True)
    uploaded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diunggah oleh"
    )
    published_at = models.DateTimeField("terbit", null=True, blank=True)
    published_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diterbitkan oleh",
        help_text="Kosong: instrumen bawaan.",
    )  # fmt: skip
    note = models.TextField("catatan perubahan", max_length=1000, blank=True)

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
            models.UniqueConstraint(
                fields=["instrument", "sha256"],
                condition=Q(published_at=None),
                name="instrument_draft_once",
                violation_error_message="Berkas yang sama sudah diunggah dan menunggu diterbitkan.",
            ),
            models.CheckConstraint(
                name="instrument_version_built_in_draft_or_published",
                condition=BUILT_IN | DRAFT | PUBLISHED_BY_SOMEBODY,
                violation_error_message="Versi instrumen dicatat bersama siapa yang mengunggah dan menerbitkannya.",
            ),
        ]

    def __str__(self):
        return f"{self.instrument} ({self.name})"

    def save(self, *args, **kwargs):
        stored = self.pk and InstrumentVersion.objects.filter(pk=self.pk).values_list("sha256", flat=True).first()
        self.sha256 = sha256(self.source).hexdigest()
        if stored and stored != self.sha256:
            raise TypeError("The source of a version never changes; publish a new version.")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("assessments:version_detail", args=[self.pk])

    @property
    def form(self):
        return _parsed(self.pk, self.sha256)

    @property
    def name(self):
        return f"versi {self.number}" if self.number else "konsep"

    @property
    def is_published(self):
        return self.published_at is not None

    @property
    def is_built_in(self):
        return self.uploaded_by_id is None

    @property
    def renames(self):
        """Publishing it would give the instrument another name: a form copied without a new form_id does so."""
        changed = not self.is_published and self.instrument.title != self.form.title
        return changed and self.instrument.versions.published().exists()

    @property
    def download_name(self):
        return self.file_name or f"{self.instrument.slug}-{self.name.replace(' ', '-')}{self.kind}"

    @property
    def before(self):
        """The version that this one follows: what it is compared with."""
        published = self.instrument.versions.published().light()
        return (published.filter(number__lt=self.number) if self.number else published).first()

    def refuse_start(self, shelter):
        if not self.is_published:
            raise ValidationError("Versi instrumen ini belum terbit.")
        self.instrument.refuse_start(shelter)

    @classmethod
    @transaction.atomic
    def publish(cls, *, source, kind, purpose="", **offer):
        """A built-in form as the newest version of its instrument, and whether that is new. Raises FormRefused.

        What a person of the department uploaded later is not covered by it, and what they said of purpose and offer
        stays: both are told to a new instrument only.
        """
        form = read(source, kind=kind, needs=_needs())
        named = {"title": form.title, "purpose": purpose} | offer
        # Also the lock: two who publish one instrument at once get two numbers.
        instrument, made = Instrument.objects.select_for_update().get_or_create(named, slug=form.form_id.lower())
        latest = instrument.versions.published().first()
        if latest and (latest.sha256 == sha256(source).hexdigest() or not latest.is_built_in):
            return latest, False
        version = cls(instrument=instrument, number=_next_number(instrument), kind=kind, source=source)
        version.published_at = timezone.now()
        version.save()
        _name(instrument, form.title)
        return version, True

    @classmethod
    @transaction.atomic
    def upload(cls, *, source, kind, file_name, by):
        """A draft of the instrument that the form_id names, which may be a new one. Raises FormRefused."""
        form = read(source, kind=kind, needs=_needs())
        _refuse_names(form)
        slug = form.form_id.lower()
        # Two who upload a new form at once: the second waits here, and finds the first one's instrument.
        Instrument.objects.bulk_create([Instrument(slug=slug, title=form.title)], ignore_conflicts=True)
        instrument = Instrument.objects.select_for_update().filter(slug=slug).first()
        if not instrument:
            raise ValidationError("Sementara itu konsep lain dari instrumen ini dibuang. Unggah sekali lagi.")
        version = cls(instrument=instrument, kind=kind, source=source, file_name=file_name[:150])
        version.sha256 = sha256(source).hexdigest()
        latest = instrument.versions.published().first()
        if latest and latest.sha256 == version.sha256:
            raise ValidationError(f"Isi berkas ini sama dengan {latest}, yang sudah terbit.")
        version.uploaded_at, version.uploaded_by = timezone.now(), by
        version.full_clean(exclude=["source"])
        version.save()
        record(by=by, action="instrument.uploaded", target=version, instrument=slug, file=version.file_name)
        return version

    @transaction.atomic
    def release(self, *, by, after, note=""):
        """Publish the draft. `after`: the number of the version that the person saw it follow, or 0."""
        self._lock_draft()
        latest = self.instrument.versions.published().light().first()
        if (latest.number if latest else 0) != after:
            raise ValidationError(f"Sementara itu {latest.name} sudah terbit. Bandingkan lagi sebelum menerbitkan.")
        if latest and latest.sha256 == self.sha256:
            raise ValidationError(f"Isi berkas ini sama dengan {latest}, yang sudah terbit.")
        self.number, self.note = _next_number(self.instrument), note
        self.published_at, self.published_by = timezone.now(), by
        self.full_clean(exclude=["source"])
        self.save(update_fields=PUBLISHED)
        _name(self.instrument, self.form.title)
        record(by=by, action="instrument.published", target=self, instrument=self.instrument.slug, number=self.number)

    @transaction.atomic
    def discard(self, *, by):
        """The draft goes; and the instrument with it, if this was all that there was of it."""
        self._lock_draft()
        details = {"instrument": self.instrument.slug, "file": self.file_name}
        record(by=by, action="instrument.discarded", target=self, **details)
        self.delete()
        if not self.instrument.versions.exists():
            self.instrument.delete()

    def _lock_draft(self):
        """The instrument first: publishing two of its drafts at once gives one success and one refusal."""
        instrument = Instrument.objects.select_for_update().filter(pk=self.instrument_id).first()
        found = InstrumentVersion.objects.select_for_update().filter(pk=self.pk).values_list("published_at").first()
        if not found:
            raise ValidationError("Konsep ini sudah dibuang.")
        if found[0]:
            raise ValidationError("Versi ini sudah terbit dan tidak dapat berubah lagi.")
        self.instrument = instrument


def _needs():
    return set(BasicService.objects.values_list("pk", flat=True))


def _next_number(instrument):
    return (instrument.versions.aggregate(last=Max("number"))["last"] or 0) + 1


def _name(instrument, title):
    """An instrument is called what its newest published form is called."""
    if instrument.title != title:
        instrument.title = title
        instrument.save(update_fields=["title"])


def _refuse_names(form):
    """What the database has no room for, said in the words of the sheet."""
    for column, field, value in (("form_id", "slug", form.form_id), ("form_title", "title", form.title)):
        try:
            Instrument._meta.get_field(field).run_validators(value)
        except ValidationError as error:
            reason = " ".join(error.messages)
            if field == "slug":
                reason = "Pakai huruf, angka, tanda - dan _ saja, paling banyak 60 huruf."
            raise FormRefused([Problem("settings", 2, column, reason)]) from error


@lru_cache(maxsize=64)
def _parsed(pk, _sha256):
    """Parsing takes a tenth of a second: once per process. The digest tells apart rows of two databases."""
    version = InstrumentVersion.objects.only("source", "kind").get(pk=pk)
    return read(bytes(version.source), kind=version.kind)
