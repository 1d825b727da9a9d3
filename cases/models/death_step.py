from django.core.exceptions import ValidationError
from django.db import models, transaction

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import ServiceRecord
from cases.models.death import BURIAL, Death
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class DeathStepQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(death__stay__shelter__in=shelters)


class DeathStep(CheckedModel):
    """Somebody was told, or something was done, after a death: a dated line with its letter number."""

    class Kind(models.TextChoices):
        POLICE = "police", "Laporan ke Polsek"
        DOCTOR = "doctor", "Pemeriksaan dokter atau visum"
        CIVIL_REGISTRY = "dukcapil", "Pemeriksaan sidik jari Dukcapil"
        FAMILY = "family", "Pemberitahuan kepada keluarga"
        ANNOUNCEMENT = "announcement", "Pengumuman mencari keluarga"
        GRAVE = "grave", "Makam ditunjukkan atau diserahkan kepada keluarga"
        OTHER = "other", "Langkah lain"

    # Steps of the last care itself; what follows for the family afterwards is no more of that service.
    COUNTED = (Kind.POLICE, Kind.DOCTOR, Kind.CIVIL_REGISTRY, Kind.FAMILY, Kind.ANNOUNCEMENT)
    EXPECTED = COUNTED

    death = models.ForeignKey(Death, models.PROTECT, related_name="steps", verbose_name="kematian")
    kind = models.CharField("langkah", max_length=12, choices=Kind)
    on = models.DateField("tanggal")
    to = models.CharField("kepada atau oleh", max_length=200, blank=True)
    reference = models.CharField("nomor surat", max_length=100, blank=True)
    note = models.TextField("hasil", max_length=1000, blank=True)
    service_record = models.OneToOneField(ServiceRecord, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = DeathStepQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah setelah kematian"
        verbose_name_plural = "langkah setelah kematian"
        ordering = ["on", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.on}"

    @property
    def shelter(self):
        return self.death.shelter

    @transaction.atomic
    def add(self, *, by):
        death = self.death
        death._lock()
        if self.on < death.died_on or self.on > death.shelter.today():
            raise ValidationError({"on": "Tanggal langkah antara tanggal meninggal dan hari ini."})
        self.recorded_by = by
        if self.kind in self.COUNTED:
            note = " ".join(filter(None, [self.get_kind_display(), self.reference]))
            self.service_record = ServiceRecord.give(death.stay, BURIAL, by=by, on=self.on, note=note[:300])
        self.full_clean()
        self.save()
        record(by=by, action="death.step_recorded", target=death, kind=self.kind, date=str(self.on))
