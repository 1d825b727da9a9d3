from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.shelter import Shelter
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class IncidentQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def open(self):
        return self.filter(closed_at=None)

    def about(self, client):
        return self.filter(people__client=client).distinct()


class Incident(CheckedModel):
    """Something out of the ordinary in a shelter (kejadian): seen, helped, reported, followed up, closed."""

    class Kind(models.TextChoices):
        FIGHT = "fight", "Perkelahian"
        INJURY = "injury", "Cedera"
        SELF_HARM = "self_harm", "Melukai diri"
        ILLNESS = "illness", "Sakit mendadak"
        FIRE = "fire", "Kebakaran"
        LOSS = "loss", "Kehilangan barang"
        VIOLENCE = "violence", "Kekerasan"
        OTHER = "other", "Lainnya"

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="incidents", verbose_name="panti")
    at = models.DateTimeField("waktu kejadian")
    place = models.CharField("tempat", max_length=150)
    kind = models.CharField("jenis kejadian", max_length=12, choices=Kind)
    people = models.ManyToManyField(Stay, related_name="incidents", blank=True, verbose_name="klien yang terlibat")
    description = models.TextField("apa yang terjadi", max_length=5000)
    first_aid = models.TextField("pertolongan pertama", max_length=2000, blank=True)
    reported_to = models.CharField("dilaporkan kepada", max_length=200, blank=True)
    reported_at = models.DateTimeField("waktu melapor", null=True, blank=True)
    follow_up = models.TextField("tindak lanjut", max_length=3000, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = "kejadian"
        verbose_name_plural = "kejadian"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["shelter", "-at"], name="incident_shelter_at")]
        constraints = [
            models.CheckConstraint(
                name="incident_reported_to_and_at",
                condition=Q(reported_at=None, reported_to="") | (Q(reported_at__isnull=False) & ~Q(reported_to="")),
                violation_error_message="Isi kepada siapa dan kapan kejadian dilaporkan, atau kosongkan keduanya.",
            ),
            models.CheckConstraint(
                name="incident_reported_after_it_happened",
                condition=Q(reported_at=None) | Q(reported_at__gte=models.F("at")),
                violation_error_message="Waktu melapor tidak boleh sebelum kejadian.",
            ),
            models.CheckConstraint(
                name="incident_closed_at_and_by",
                condition=Q(closed_at=None, closed_by=None)
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(follow_up="")),
                violation_error_message="Kejadian ditutup dengan tindak lanjutnya.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.place}"

    def get_absolute_url(self):
        return reverse("cases:incident_detail", args=[self.pk])

    def may_be_read_by(self, user):
        """What it says of people is for whoever reads files there, and for whoever wrote it."""
        return self.created_by_id == user.pk or "file" in user.perms_at(self.shelter)

    def clean(self):
        super().clean()
        if self.at and self.at > self.shelter.now():
            raise ValidationError({"at": "Waktu kejadian belum tiba."})
        if self.reported_at and self.reported_at > self.shelter.now():
            raise ValidationError({"reported_at": "Waktu melapor belum tiba."})

    @transaction.atomic
    def write(self, *, by, people):
        """Put it on paper while it is fresh."""
        self.created_by = by
        self.full_clean()
        self.save()
        self.people.set(people)
        record(by=by, action="incident.created", target=self, kind=self.kind)

    @transaction.atomic
    def rewrite(self, *, by, version, people):
        """Correct or complete it while it is open; what somebody else changed meanwhile is never overwritten."""
        stored = Incident.objects.select_for_update(of=["self"]).get(pk=self.pk)
        if stored.closed_at:
            raise ValidationError("Kejadian ini sudah ditutup; isinya tidak dapat diubah.")
        if stored.version != version:
            raise ValidationError("Catatan ini baru saja diubah orang lain. Muat ulang halaman ini.")
        self.version = version + 1
        self.full_clean()
        self.save()
        self.people.set(people)
        record(by=by, action="incident.changed", target=self)

    @transaction.atomic
    def close(self, *, by, follow_up):
        self.refresh_from_db(from_queryset=Incident.objects.select_for_update(of=["self"]))
        if self.closed_at:
            raise ValidationError("Kejadian ini sudah ditutup. Muat ulang halaman ini.")
        self.follow_up, self.closed_at, self.closed_by = follow_up, self.shelter.now(), by
        self.version += 1
        self.full_clean()
        self.save()
        record(by=by, action="incident.closed", target=self)
