from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet

FREE = "Seluruh layanan tidak dipungut biaya."
CHANGED_MEANWHILE = "Konsep ini baru saja diubah orang lain. Periksa dahulu, lalu tekan sekali lagi."


class PublicPageQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters.values("pk"))

    def visible_to(self, user):
        return self.at(Shelter.objects.visible_to(user))

    def whole(self):
        """With all that a page shows: three queries more, however much there is."""
        return self.select_related("shelter", "published_by").prefetch_related(
            "steps", "requirements", "components__component"
        )

    def in_force(self, shelter):
        """What the shelter tells the public now, whole; None before the first was published."""
        return next(iter(self.whole().filter(shelter=shelter, status=PublicPage.Status.PUBLISHED).order_by()), None)

    def draft_of(self, shelter):
        return next(iter(self.whole().filter(shelter=shelter, status=PublicPage.Status.DRAFT).order_by()), None)


class PublicPage(CheckedModel):
    """A version of what a shelter tells the public. A draft is edited; what was published never changes.

    `version` counts the shelter's versions, `edit` the savings of a draft: a form carries it, so that nobody
    overwrites unseen what somebody else wrote meanwhile. Texts are formatted by reports.public.text.rendered.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Konsep"
        PUBLISHED = "published", "Berlaku"
        FORMER = "former", "Digantikan"

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="public_pages", verbose_name="panti")
    version = models.PositiveSmallIntegerField("versi")
    edit = models.PositiveIntegerField(default=1)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    drafted_at = models.DateTimeField("disusun", default=timezone.now)
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disusun oleh")
    published_at = models.DateTimeField("terbit", null=True, blank=True)
    published_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diterbitkan oleh"
    )
    replaced_at = models.DateTimeField("digantikan", null=True, blank=True)

    about = models.TextField("tentang panti", max_length=4_000, blank=True)
    for_whom = models.TextField("untuk siapa", max_length=3_000, blank=True)
    hours = models.TextField("jam pelayanan", max_length=1_000, blank=True)
    phone = models.CharField("telepon", max_length=50, blank=True)
    whatsapp = models.CharField(
        "WhatsApp", max_length=20, blank=True,
        validators=[RegexValidator(r"^\+?[0-9][0-9 -]{6,18}$", "Tulis nomor saja, misalnya 0812-3456-7890.")],
    )  # fmt: skip
    address_note = models.TextField("petunjuk jalan", max_length=500, blank=True)
    free_of_charge = models.CharField("biaya", max_length=200, default=FREE)
    pledge = models.TextField("maklumat pelayanan", max_length=3_000, blank=True)
    privacy = models.TextField("pemberitahuan privasi", max_length=6_000, blank=True)
    shows_figures = models.BooleanField(
        "terbitkan angka tahunan", default=False,
        help_text="Jumlah orang yang dilayani dalam tahun yang sudah lewat. Kelompok kurang dari lima orang tidak "
        "disebut angkanya.",
    )  # fmt: skip

    objects = PublicPageQuerySet.as_manager()

    class Meta:
        verbose_name = "halaman publik"
        verbose_name_plural = "halaman publik"
        ordering = ["shelter", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "version"], name="public_page_version_once",
                violation_error_message="Versi ini baru saja dibuat orang lain. Muat ulang halaman ini.",
            ),
            models.UniqueConstraint(
                fields=["shelter"], condition=Q(status="draft"), name="public_page_one_draft",
                violation_error_message="Konsep halaman ini sudah ada. Muat ulang halaman ini.",
            ),
            models.UniqueConstraint(
                fields=["shelter"], condition=Q(status="published"), name="public_page_one_in_force",
                violation_error_message="Versi lain baru saja diterbitkan. Muat ulang halaman ini.",
            ),
            models.CheckConstraint(
                name="public_page_published_by_somebody",
                condition=Q(status="draft", published_at=None, published_by=None, replaced_at=None)
                | Q(status="published", published_at__isnull=False, published_by__isnull=False, replaced_at=None)
                | Q(status="former", published_at__isnull=False, published_by__isnull=False, replaced_at__isnull=False),
                violation_error_message="Versi yang terbit memerlukan waktu dan siapa yang menerbitkannya.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.shelter}, versi {self.version}"

    def get_absolute_url(self):
        return reverse("reports:public_page_edit", args=[self.shelter.slug])

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def whatsapp_number(self):
        """As wa.me wants it: digits only, with the country's code."""
        digits = "".join(letter for letter in self.whatsapp if letter.isdigit())
        return f"62{digits[1:]}" if digits.startswith("0") else digits

    def _hold_draft(self, edit=None):
        """Locked and read anew. Raises ValidationError when it is no draft any more, or not what was read."""
        self.refresh_from_db(from_queryset=PublicPage.objects.select_for_update(of=["self"]))
        if not self.is_draft:
            raise ValidationError("Versi ini sudah terbit dan tidak berubah lagi. Buat konsep baru dari versi itu.")
        if edit is not None and self.edit != edit:
            raise ValidationError(CHANGED_MEANWHILE, code="stale")

    @transaction.atomic
    def write(self, part, *, by, edit, **texts):
        """Set these fields of the draft; `part` names the step of editing for the trail."""
        self._hold_draft(edit)
        for name, text in texts.items():
            setattr(self, name, text)
        self._written(part, by)

    @transaction.atomic
    def write_parts(self, name, rows, *, by, edit):
        """The draft's steps, requirements or components anew, as these rows (unsaved) say."""
        self._hold_draft(edit)
        getattr(self, name).all().delete()
        for row in rows:
            row.page = self
            row.clean_fields(exclude=["page", "component"])
        getattr(self, name).bulk_create(rows)
        self._prefetched_objects_cache = {}
        self._written(name, by)

    def _written(self, part, by):
        self.edit += 1
        self.full_clean()
        self.save()
        record(by=by, action="publicpage.changed", target=self, part=part, version=self.version)

    @transaction.atomic
    def publish(self, *, by, edit, shows_figures):
        """The head puts the draft in force; the version before it stays to be read as history."""
        Shelter.objects.select_for_update(no_key=True).get(pk=self.shelter_id)
        self._hold_draft(edit)
        now = timezone.now()
        before = PublicPage.objects.filter(shelter=self.shelter_id, status=self.Status.PUBLISHED)
        before.update(status=self.Status.FORMER, replaced_at=now)
        self.status, self.published_at, self.published_by = self.Status.PUBLISHED, now, by
        self.shows_figures = shows_figures
        self.full_clean()
        self.save()
        record(by=by, action="publicpage.published", target=self, version=self.version, figures=shows_figures)

    @transaction.atomic
    def discard(self, *, by):
        self._hold_draft()
        record(by=by, action="publicpage.discarded", target=self, version=self.version)
        self.delete()
