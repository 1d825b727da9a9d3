from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from cases.permissions import Perm

PHONE = RegexValidator(r"^\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119.")


class PartnerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The list belongs to the department and holds no client: whoever may edit it sees all of it."""
        return self.all() if user.holds(Perm.PARTNERS) else self.none()

    def in_use(self):
        return self.filter(retired_on=None)

    def matching(self, text):
        """Partners with every word typed in their name, city or kind."""
        found = self
        for word in text.split():
            kinds = [kind.value for kind in Partner.Kind if word.casefold() in kind.label.casefold()]
            found = found.filter(Q(name__icontains=word) | Q(city__icontains=word) | Q(kind__in=kinds))
        return found


class Partner(models.Model):
    """An institution to which clients are referred (mitra): one list for the whole department."""

    class Kind(models.TextChoices):
        MENTAL_HOSPITAL = "mental_hospital", "Rumah Sakit Jiwa (RSJ)"
        HOSPITAL = "hospital", "Rumah sakit (RSUD/RS)"
        HEALTH_CENTRE = "health_centre", "Puskesmas"
        PANTI = "panti", "Panti sosial"
        BALAI = "balai", "Balai"
        SENTRA = "sentra", "Sentra Kemensos"
        LKS = "lks", "Lembaga Kesejahteraan Sosial (LKS)"
        WKSBM = "wksbm", "WKSBM"
        ORIGIN_OFFICE = "origin_office", "Dinas Sosial daerah asal"
        CIVIL_REGISTRY = "civil_registry", "Dukcapil"
        PUBLIC_ORDER = "public_order", "Satpol PP"
        POLICE = "police", "Polsek"
        OTHER = "other", "Lainnya"

    name = models.CharField("nama mitra", max_length=150)
    kind = models.CharField("jenis", max_length=20, choices=Kind)
    address = models.CharField("alamat", max_length=250, blank=True)
    city = models.CharField("kabupaten/kota", max_length=80, blank=True, help_text="Dicetak di surat: “di …”.")
    phone = models.CharField("telepon", max_length=50, blank=True, validators=[PHONE])
    whatsapp = models.CharField("WhatsApp", max_length=30, blank=True, validators=[PHONE])
    email = models.EmailField("surel", blank=True)
    contact_name = models.CharField("nama narahubung", max_length=150, blank=True)
    contact_position = models.CharField(
        "jabatan yang disurati",
        max_length=100,
        blank=True,
        help_text="Misalnya Direktur. Dicetak di surat: “Yth. …”.",
    )
    services = models.TextField("layanan yang diberikan", blank=True)
    requirements = models.TextField(
        "syarat penerimaan", blank=True, help_text="Berkas, usia, jam terima, rujukan BPJS."
    )
    retired_on = models.DateField(
        "tidak dipakai sejak",
        null=True,
        blank=True,
        help_text="Kosongkan selama mitra masih menerima rujukan.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = "mitra"
        verbose_name_plural = "mitra"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="partner_name_once",
                violation_error_message="Mitra dengan nama itu sudah ada dalam daftar.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("referrals:partner_detail", args=[self.pk])

    @property
    def addressee(self):
        """To whom a letter is written: an office, never a person who may have moved on."""
        return f"{self.contact_position or 'Pimpinan'} {self.name}"

    @property
    def whatsapp_digits(self):
        """The number as wa.me takes it: country code first, digits only."""
        digits = "".join(filter(str.isdigit, self.whatsapp))
        return f"62{digits[1:]}" if digits.startswith("0") else digits
