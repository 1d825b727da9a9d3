"""Group activities (kegiatan): a programme, its sessions and what they made. Who came: attendance.py."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Count, F, Q, Sum
from django.urls import reverse

from cases.audit import record
from cases.models.catalogue import BasicService
from cases.models.checked import CheckedModel
from cases.models.shelter import Shelter
from cases.permissions import ScopedQuerySet


class Dimension(models.TextChoices):
    BODY = "body", "Fisik"
    SOCIAL = "social", "Sosial"
    MIND = "mind", "Psikologis"
    SPIRIT = "spirit", "Spiritual"
    INCOME = "income", "Ekonomi"


class ProgrammeQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def with_totals(self):
        totals = self.annotate(session_count=Count("sessions"), last_on=models.Max("sessions__on"))
        return totals.order_by(*self.model._meta.ordering)  # grouping forgets the order


class Programme(CheckedModel):
    """A group activity of a shelter that goes on for a while, such as a corner of crafts and arts."""

    SERVICES = ("guidance", "adl_guidance", "basic_skills")

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="programmes", verbose_name="panti")
    name = models.CharField("nama kegiatan", max_length=120)
    aim = models.TextField("tujuan", max_length=1000, blank=True)
    dimensions = ArrayField(
        models.CharField(max_length=10, choices=Dimension), verbose_name="aspek yang dikembangkan", size=5
    )
    partners = models.CharField("mitra", max_length=300, blank=True, help_text="Misalnya perajin setempat, PKK.")
    service = models.ForeignKey(
        BasicService, models.PROTECT, related_name="+", verbose_name="dihitung sebagai layanan dasar",
        limit_choices_to={"slug__in": SERVICES},
    )  # fmt: skip
    started_on = models.DateField("mulai")
    ended_on = models.DateField("berakhir", null=True, blank=True, help_text="Kosongkan selama masih berjalan.")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = [F("ended_on").desc(nulls_first=True), "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "name"],
                name="programme_name_once",
                violation_error_message="Panti ini sudah mempunyai kegiatan dengan nama itu.",
            ),
            models.CheckConstraint(
                name="programme_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                name="programme_has_a_dimension",
                condition=Q(dimensions__len__gte=1),
                violation_error_message="Pilih sedikitnya satu aspek.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("cases:programme_detail", args=[self.pk])

    @property
    def dimension_labels(self):
        return [dimension.label for dimension in Dimension if dimension in self.dimensions]


class ActivitySessionQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(programme__shelter__in=shelters)

    def with_totals(self):
        """How many came, and what the things made were sold for."""
        made = Product.objects.filter(session=models.OuterRef("pk")).order_by().values("session")
        return self.annotate(
            present=Count("attendances"),
            income=models.Subquery(made.annotate(total=Sum("sold_for")).values("total")),
        ).order_by(*self.model._meta.ordering)  # grouping forgets the order


class ActivitySession(CheckedModel):
    """One meeting of a programme, planned or held."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="sessions", verbose_name="kegiatan")
    on = models.DateField("tanggal")
    at = models.TimeField("jam", null=True, blank=True)
    plan = models.TextField("rencana", max_length=2000, blank=True)
    leader = models.CharField("dipandu oleh", max_length=150, blank=True)
    note = models.TextField("catatan pelaksanaan", max_length=2000, blank=True)

    objects = ActivitySessionQuerySet.as_manager()

    class Meta:
        verbose_name = "sesi kegiatan"
        verbose_name_plural = "sesi kegiatan"
        ordering = ["-on", "-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "on", "at"],
                name="session_once_at_a_time",
                nulls_distinct=False,
                violation_error_message="Sudah ada sesi kegiatan ini pada tanggal dan jam itu.",
            )
        ]

    def __str__(self):
        return f"{self.programme}, {self.on:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("cases:session_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.programme.shelter

    @property
    def has_come(self):
        return self.on <= self.shelter.today()

    def clean(self):
        super().clean()
        if not self.on:
            return
        programme = self.programme
        if self.on < programme.started_on or (programme.ended_on and self.on > programme.ended_on):
            raise ValidationError({"on": "Tanggal di luar masa kegiatan."})
        if self.pk and self.attendances.exists() and not ActivitySession.objects.filter(pk=self.pk, on=self.on):
            # What was counted stands on the date of the session.
            raise ValidationError({"on": "Kehadiran sudah dicatat. Kosongkan kehadiran sebelum memindah tanggal."})


class ProductQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(session__programme__shelter__in=shelters)


class Product(CheckedModel):
    """What a session made, and what it was sold for."""

    session = models.ForeignKey(ActivitySession, models.PROTECT, related_name="products", verbose_name="sesi")
    name = models.CharField("hasil karya", max_length=150)
    quantity = models.PositiveIntegerField("jumlah", default=1, validators=[MinValueValidator(1)])
    sold_for = models.DecimalField(
        "terjual (Rp)", max_digits=12, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)], help_text="Jumlah uang seluruhnya. Kosongkan bila tidak dijual.",
    )  # fmt: skip

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil karya"
        verbose_name_plural = "hasil karya"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="product_numbers_make_sense",
                condition=Q(quantity__gte=1) & (Q(sold_for=None) | Q(sold_for__gte=0)),
                violation_error_message="Jumlah sedikitnya 1 dan hasil penjualan tidak kurang dari 0.",
            )
        ]

    def __str__(self):
        return f"{self.quantity} {self.name}"

    @property
    def shelter(self):
        return self.session.shelter

    @transaction.atomic
    def add(self, *, by):
        self.full_clean()
        self.save()
        record(by=by, action="product.created", target=self.session, name=self.name, quantity=self.quantity)

    @transaction.atomic
    def remove(self, *, by):
        record(by=by, action="product.removed", target=self.session, name=self.name, quantity=self.quantity)
        self.delete()
