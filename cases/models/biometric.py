from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.day import OfStayQuerySet, ServiceRecord
from cases.models.paper import SERVICE
from cases.models.paper_rules import both_or_neither
from cases.models.stay import Stay
from cases.models.task_rule import BIOMETRIC
from cases.models.user import User


class BiometricCheckQuerySet(OfStayQuerySet):
    def pending(self):
        return self.filter(result=BiometricCheck.Result.PENDING)


class BiometricCheck(CheckedModel):
    """That Dukcapil was asked to find a person by finger, iris or face, and what it said; never the biometric."""

    class Result(models.TextChoices):
        PENDING = "pending", "Menunggu hasil"
        FOUND = "found", "Ditemukan"
        NOT_FOUND = "not_found", "Tidak ditemukan"

    client = models.ForeignKey(Client, models.PROTECT, related_name="biometric_checks", verbose_name="klien")
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="biometric_checks", verbose_name="masa tinggal")
    asked_on = models.DateField("tanggal permohonan")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    officer = models.CharField("petugas Dukcapil", max_length=100, blank=True)
    letter_number = models.CharField("nomor surat", max_length=100, blank=True)
    result = models.CharField("hasil", max_length=10, choices=Result, default=Result.PENDING)
    answered_on = models.DateField("tanggal hasil", null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = BiometricCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "pencocokan biometrik"
        verbose_name_plural = "pencocokan biometrik"
        ordering = ["-asked_on", "-pk"]
        constraints = [
            both_or_neither("biometric", "answered_on", "answered_by"),
            models.CheckConstraint(
                name="biometric_result_has_date",
                condition=Q(result="pending", answered_on=None)
                | (Q(result__in=["found", "not_found"]) & Q(answered_on__gte=F("asked_on"))),
                violation_error_message="Hasil dicatat dengan tanggalnya, tidak sebelum permohonan.",
            ),
        ]

    def __str__(self):
        return f"Biometrik {self.asked_on}: {self.get_result_display()}"

    @property
    def shelter(self):
        return self.stay.shelter

    @transaction.atomic
    def ask(self, *, by):
        self.client, self.asked_by = self.stay.client, by
        self.full_clean()
        self.stay.tasks.finish_kind(BIOMETRIC, by=by, note="Pencocokan biometrik dimohon")
        # The service refuses a day that is not of the stay, or that has not come yet.
        ServiceRecord.give(self.stay, SERVICE, by=by, on=self.asked_on, note="Pencocokan biometrik Dukcapil")
        self.save()
        record(by=by, action="biometric.requested", target=self)

    @transaction.atomic
    def answer(self, *, by, on, result, officer="", letter_number=""):
        self.refresh_from_db(from_queryset=BiometricCheck.objects.select_for_update(of=["self"]))
        if self.result != self.Result.PENDING:
            raise ValidationError("Hasilnya sudah dicatat. Muat ulang halaman ini.")
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if on < self.asked_on:
            raise ValidationError({"on": "Tanggal hasil tidak boleh sebelum permohonan."})
        self.result, self.answered_on, self.answered_by = result, on, by
        self.officer, self.letter_number = officer or self.officer, letter_number or self.letter_number
        self.full_clean()
        self.save()
        stay = Stay.objects.on(on).filter(client=self.client_id, shelter=self.stay.shelter_id).first()
        if stay:
            ServiceRecord.give(stay, SERVICE, by=by, on=on, note="Hasil pencocokan biometrik Dukcapil")
        record(by=by, action="biometric.answered", target=self, result=result)
