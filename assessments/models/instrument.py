from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import difference, record
from cases.models import Category, Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, ScopedQuerySet


class InstrumentQuerySet(ScopedQuerySet):
    """Instruments are the department's: they belong to no shelter. Whoever assesses reads what was published."""

    def allowed(self, user, perm):
        return self if user.holds(perm) else self.none()

    def visible_to(self, user):
        if user.holds(Perm.INSTRUMENTS):
            return self
        return self.published() if user.holds(Perm.ASSESS) else self.none()

    def published(self):
        return self.filter(pk__in=Instrument.objects.filter(versions__published_at__isnull=False).values("pk"))

    def in_use(self):
        return self.filter(retired_at=None)

    def offered_at(self, shelter):
        """In use, and meant for this shelter: what may be begun there. A list without a shelter means every one."""
        limits = Instrument.shelters.through.objects.filter(of_outer())
        return self.in_use().filter(~Exists(limits) | Exists(limits.filter(shelter=shelter)))

    def fitting(self, *, category, age):
        """Meant for this category and age. What is not known of a client rules nothing out."""
        found = self
        if category:
            limits = Instrument.categories.through.objects.filter(of_outer())
            mine = limits.filter(category__in=[category.pk, category.maps_to_id])
            found = found.filter(~Exists(limits) | Exists(mine))
        if age is not None:
            found = found.filter(Q(age_from=None) | Q(age_from__lte=age), Q(age_to=None) | Q(age_to__gte=age))
        return found

    def for_list(self):
        """With the newest published version, the number of drafts and of assessments; in use before retired."""
        drafts = Q(versions__published_at=None, versions__isnull=False)
        listed = self.annotate(
            number=Max("versions__number"),
            published_at=Max("versions__published_at"),
            drafts=Count("versions", filter=drafts, distinct=True),
            used=Count("versions__assessments", distinct=True),
        )
        order = (F("retired_at").asc(nulls_first=True), "position", "title")
        return listed.prefetch_related("shelters", "categories").order_by(*order)


def of_outer():
    return Q(instrument=OuterRef("pk"))


class Instrument(CheckedModel):
    """A form by which we get to know a person (instrumen); what it asks stands in its versions."""

    slug = models.SlugField("kode", max_length=60, unique=True)
    title = models.CharField("nama instrumen", max_length=150)
    purpose = models.CharField("kegunaan", max_length=200, blank=True, help_text="Satu kalimat untuk yang memilihnya.")
    position = models.PositiveSmallIntegerField(
        "urutan", default=500, help_text="Yang kecil berdiri di atas.", validators=[MaxValueValidator(9999)]
    )
    shelters = models.ManyToManyField(Shelter, related_name="+", blank=True, verbose_name="panti")
    categories = models.ManyToManyField(Category, related_name="+", blank=True, verbose_name="kategori PPKS")
    age_from = models.PositiveSmallIntegerField(
        "usia mulai", null=True, blank=True, validators=[MaxValueValidator(130)]
    )
    age_to = models.PositiveSmallIntegerField("usia sampai", null=True, blank=True, validators=[MaxValueValidator(130)])
    retired_at = models.DateTimeField("tidak dipakai sejak", null=True, blank=True)
    retired_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = "instrumen"
        verbose_name_plural = "instrumen"
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                name="instrument_retired_at_and_by",
                condition=Q(retired_at=None, retired_by=None) | Q(retired_at__isnull=False, retired_by__isnull=False),
            ),
            models.CheckConstraint(
                name="instrument_ages_in_order",
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_from__lte=F("age_to")),
                violation_error_message="Usia sampai tidak boleh di bawah usia mulai.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("assessments:instrument_detail", args=[self.pk])

    @property
    def is_retired(self):
        return self.retired_at is not None

    @property
    def offered_ages(self):
        match self.age_from, self.age_to:
            case None, None:
                return ""
            case start, None:
                return f"{start} tahun ke atas"
            case None, end:
                return f"sampai {end} tahun"
            case start, end:
                return f"{start}–{end} tahun"

    def refuse_start(self, shelter):
        """A page that was opened earlier, or a request made by hand, does not get round what the department says."""
        if not Instrument.objects.filter(pk=self.pk).offered_at(shelter).exists():
            raise ValidationError(f"Instrumen “{self}” tidak dipakai di {shelter} atau sudah tidak dipakai lagi.")

    @transaction.atomic
    def retire(self, *, by):
        """No new assessments. Those begun are finished, and what was answered stays readable."""
        self._lock()
        if self.is_retired:
            raise ValidationError("Instrumen ini sudah tidak dipakai. Muat ulang halaman ini.")
        self._keep("instrument.retired", by=by, retired_at=timezone.now(), retired_by=by)

    @transaction.atomic
    def restore(self, *, by):
        self._lock()
        if not self.is_retired:
            raise ValidationError("Instrumen ini sudah dipakai lagi. Muat ulang halaman ini.")
        self._keep("instrument.restored", by=by, retired_at=None, retired_by=None)

    @transaction.atomic
    def offer(self, *, by, shelters, categories, **values):
        """For whom it is: no shelter or category named means all of them."""
        self._lock()
        before = self._offer()
        self.shelters.set(shelters)
        self.categories.set(categories)
        self._keep("instrument.changed", by=by, before=before, **values)

    def _offer(self):
        """As the trail tells it; its field names are one list for the whole house."""
        said = {"instrument_purpose": self.purpose, "instrument_order": self.position}
        said |= {"age_from": self.age_from, "age_to": self.age_to}
        for name in ("shelters", "categories"):
            said[name] = ", ".join(map(str, getattr(self, name).all())) or "semua"
        return said

    def _lock(self):
        self.refresh_from_db(from_queryset=Instrument.objects.select_for_update(of=["self"]))

    def _keep(self, action, *, by, before=None, **values):
        for field, value in values.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        details = {} if before is None else {"changed": difference(before, self._offer())}
        record(by=by, action=action, target=self, instrument=self.slug, **details)
