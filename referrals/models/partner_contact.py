"""Whom to call at a partner, for what; and when its door is open."""

from django.db import models, transaction
from django.db.models import F, Q

from cases.audit import record
from cases.models.checked import CheckedModel
from referrals.models.partner import PHONE, Partner, whatsapp_digits


class PartnerContact(CheckedModel):
    """A person or a desk of a partner for one kind of task (narahubung)."""

    class Task(models.TextChoices):
        REFERRAL = "referral", "Rujukan"
        PAPERS = "papers", "Dokumen"
        TRANSPORT = "transport", "Pengantaran"
        EMERGENCY = "emergency", "Darurat"
        OTHER = "other", "Lainnya"

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="contacts", verbose_name="mitra")
    task = models.CharField("untuk urusan", max_length=10, choices=Task, default=Task.REFERRAL)
    name = models.CharField("nama", max_length=150)
    function = models.CharField("jabatan atau bagian", max_length=100, blank=True)
    phone = models.CharField("telepon", max_length=50, blank=True, validators=[PHONE])
    whatsapp = models.CharField("WhatsApp", max_length=30, blank=True, validators=[PHONE])
    email = models.EmailField("surel", blank=True)

    class Meta:
        verbose_name = "narahubung mitra"
        verbose_name_plural = "narahubung mitra"
        ordering = ["task", "name"]
        constraints = [
            models.CheckConstraint(
                name="partner_contact_can_be_reached",
                condition=~Q(phone="") | ~Q(whatsapp="") | ~Q(email=""),
                violation_error_message="Isi telepon, WhatsApp, atau surel.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.function}" if self.function else self.name

    @property
    def whatsapp_digits(self):
        return whatsapp_digits(self.whatsapp)

    @transaction.atomic
    def remove(self, *, by):
        record(by=by, action="partnercontact.removed", target=self, partner=str(self.partner), name=self.name)
        self.delete()


class OpeningHours(CheckedModel):
    """When a partner receives people on a weekday. A day without a row is closed, or nobody has asked."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Senin"
        TUESDAY = 1, "Selasa"
        WEDNESDAY = 2, "Rabu"
        THURSDAY = 3, "Kamis"
        FRIDAY = 4, "Jumat"
        SATURDAY = 5, "Sabtu"
        SUNDAY = 6, "Minggu"

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="hours", verbose_name="mitra")
    weekday = models.PositiveSmallIntegerField("hari", choices=Weekday)
    opens = models.TimeField("buka")
    closes = models.TimeField("tutup")

    class Meta:
        verbose_name = "jam buka mitra"
        verbose_name_plural = "jam buka mitra"
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "weekday"], name="opening_hours_once_a_day",
                violation_error_message="Jam buka hari itu sudah ada.",
            ),
            models.CheckConstraint(
                name="opening_hours_in_order", condition=Q(closes__gt=F("opens")),
                violation_error_message="Jam tutup harus sesudah jam buka.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H.%M}–{self.closes:%H.%M}"

    @classmethod
    @transaction.atomic
    def write(cls, partner, *, by, week, always_open, note):
        """The whole week at once. `week`: {weekday: (opens, closes)}."""
        partner = Partner.objects.select_for_update(of=["self"]).get(pk=partner.pk)
        partner.always_open, partner.hours_note = always_open, note
        partner.full_clean()
        partner.save()
        cls.objects.filter(partner=partner).delete()
        for weekday, (opens, closes) in sorted(week.items()):
            hours = cls(partner=partner, weekday=weekday, opens=opens, closes=closes)
            hours.full_clean()
            hours.save()
        record(by=by, action="partner.hours_changed", target=partner)
