from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.region import Region
from cases.models.tracing import FamilyTracing
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class TracingLeadQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(tracing__stay__shelter__in=shelters)

    def for_page(self):
        return self.select_related(
            "tracing__stay__shelter", "tracing__stay__client", "region", "created_by", "state_by"
        )


class TracingLead(CheckedModel):
    """Something that may lead to the family (petunjuk): who may know, what they said, and what came of it."""

    class Source(models.TextChoices):
        DUKCAPIL = "dukcapil", "Dukcapil"
        VILLAGE = "village", "Kepala desa atau lurah"
        RT_RW = "rt_rw", "RT/RW"
        TKSK = "tksk", "TKSK atau PSM"
        OFFICE = "office", "Dinas daerah asal"
        POLICE = "police", "Polsek"
        ACQUAINTANCE = "kin", "Keluarga atau kenalan"
        SOCIAL_MEDIA = "social", "Media sosial"
        CLIENT = "client", "Keterangan klien"
        OTHER = "other", "Lainnya"

    class State(models.TextChoices):
        NEW = "new", "Belum ditanya"
        ASKING = "asking", "Sedang ditanya"
        GAVE = "gave", "Menghasilkan"
        DEAD_END = "dead", "Buntu"

    tracing = models.ForeignKey(FamilyTracing, models.PROTECT, related_name="leads", verbose_name="penelusuran")
    source = models.CharField("sumber", max_length=10, choices=Source)
    text = models.TextField("petunjuk", max_length=1000)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="wilayah")
    phone = models.CharField("nomor telepon", max_length=50, blank=True)
    with_photo = models.BooleanField("foto klien dipakai", default=False)
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.NEW)
    result = models.CharField("hasil", max_length=300, blank=True)
    state_at = models.DateTimeField(null=True, blank=True)
    state_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = TracingLeadQuerySet.as_manager()

    class Meta:
        verbose_name = "petunjuk penelusuran"
        verbose_name_plural = "petunjuk penelusuran"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="lead_says_something", condition=~Q(text=""), violation_error_message="Tulis apa petunjuknya."
            ),
            models.CheckConstraint(
                name="lead_state_at_and_by",
                condition=Q(state="new", state_at=None, state_by=None)
                | (~Q(state="new") & Q(state_at__isnull=False, state_by__isnull=False)),
                violation_error_message="Keadaan petunjuk memerlukan waktu dan pencatat.",
            ),
            models.CheckConstraint(
                name="lead_dead_end_explained",
                condition=~Q(state="dead") | ~Q(result=""),
                violation_error_message="Tulis mengapa petunjuk ini buntu.",
            ),
        ]

    def __str__(self):
        return f"{self.get_source_display()}: {self.text[:60]}"

    def get_absolute_url(self):
        return f"{self.tracing.get_absolute_url()}#petunjuk-{self.pk}"

    @property
    def stay(self):
        return self.tracing.stay

    @property
    def stay_id(self):
        return self.tracing.stay_id

    @property
    def shelter(self):
        return self.tracing.stay.shelter

    @property
    def is_settled(self):
        return self.state in (self.State.GAVE, self.State.DEAD_END)

    @transaction.atomic
    def add(self, *, by):
        self.tracing.lock()
        if self.source == self.Source.SOCIAL_MEDIA:
            self.tracing.refuse_social_media(with_photo=self.with_photo)
        self.created_by = by
        self.full_clean()
        self.save()
        record(by=by, action="lead.added", target=self, source=self.source)

    @transaction.atomic
    def settle(self, *, by, state, result=""):
        """What came of it, by when and by whom."""
        self.tracing.lock()
        self.refresh_from_db(from_queryset=TracingLead.objects.select_for_update(of=["self"]))
        if state == self.State.NEW:
            raise ValidationError({"state": "Petunjuk yang sudah ditanya tidak kembali menjadi belum ditanya."})
        self.state, self.result, self.state_by, self.state_at = state, result, by, self.shelter.now()
        self.full_clean()
        self.save()
        record(by=by, action="lead.settled", target=self, state=self.get_state_display())
