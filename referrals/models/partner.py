from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models, transaction
from django.db.models import Count, Q
from django.db.models.functions import Lower
from django.urls import reverse

from cases.audit import difference, record
from cases.models import BasicService, Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm
from referrals.models.status import ENDED

PHONE = RegexValidator(r"^\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119.")
HTTPS = URLValidator(["https"], message="Tulis alamat peta lengkap yang diawali https://.")
OF_SHELTER = {
    # kind of shelter → kind of partner
    Shelter.Kind.BALAI: "balai",
    Shelter.Kind.SINGGAH: "singgah",
}


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

    def for_list(self):
        """With `open_count`: the referrals that go on."""
        going_on = Q(referrals__isnull=False) & ~Q(referrals__status__in=ENDED)
        return self.annotate(open_count=Count("referrals", filter=going_on)).order_by("name")


class Partner(CheckedModel):
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
        SINGGAH = "singgah", "Rumah singgah"
        LABOUR = "labour", "Dinas tenaga kerja atau BLK"
        ENTERPRISE = "enterprise", "Dinas koperasi dan usaha"
        BANK = "bank", "Bank"
        COMMUNITY = "community", "Komunitas atau relawan"
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
    # A shelter of this installation is a partner by itself: its name and address follow the shelter.
    shelter = models.OneToOneField(
        Shelter, models.PROTECT, null=True, blank=True, related_name="as_partner", verbose_name="panti di sistem ini"
    )
    basic_services = models.ManyToManyField(
        BasicService, related_name="partners", blank=True, verbose_name="layanan dasar yang diberikan",
        help_text="Dipakai untuk mencari mitra yang cocok dengan kebutuhan klien.",
    )  # fmt: skip
    services = models.TextField("layanan yang diberikan", blank=True)
    requirements = models.TextField(
        "syarat penerimaan", blank=True, help_text="Berkas, usia, jam terima, rujukan BPJS."
    )
    map_url = models.URLField(
        "alamat peta", max_length=300, blank=True, default="", validators=[HTTPS],
        help_text="Salin dari aplikasi peta, diawali https://.",
    )  # fmt: skip
    always_open = models.BooleanField("buka 24 jam setiap hari", default=False)
    hours_note = models.CharField(
        "catatan jam buka", max_length=200, blank=True, default="", help_text="Misalnya tutup saat libur nasional."
    )
    retired_on = models.DateField("tidak dipakai sejak", null=True, blank=True)
    retired_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dihentikan oleh"
    )
    retire_note = models.CharField("alasan dan nasib rujukan yang berjalan", max_length=500, blank=True, default="")
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
            models.CheckConstraint(
                name="partner_retired_with_date",
                condition=Q(retired_on__isnull=False) | Q(retired_by=None, retire_note=""),
                violation_error_message="Tulis sejak kapan mitra tidak dipakai.",
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
        return whatsapp_digits(self.whatsapp)

    @property
    def running_referrals(self):
        return self.referrals.exclude(status__in=ENDED)

    @transaction.atomic
    def retire(self, *, by, on, note=""):
        """No longer chosen. Referrals that still go on are not forgotten: somebody says what becomes of them."""
        self._lock()
        if self.retired_on:
            raise ValidationError("Mitra ini sudah tidak dipakai. Muat ulang halaman ini.")
        running = self.running_referrals.count()
        if running and not note:
            sentence = f"Masih ada {running} rujukan yang berjalan ke mitra ini. Tulis apa yang terjadi dengannya."
            raise ValidationError({"note": sentence})
        self.retired_on, self.retired_by, self.retire_note = on, by, note
        self.full_clean()
        self.save()
        record(by=by, action="partner.retired", target=self, on=str(on), referrals=running, reason=note)

    @transaction.atomic
    def restore(self, *, by):
        self._lock()
        if not self.retired_on:
            raise ValidationError("Mitra ini masih dipakai. Muat ulang halaman ini.")
        self.retired_on = self.retired_by = None
        self.retire_note = ""
        self.save()
        record(by=by, action="partner.restored", target=self)

    @classmethod
    @transaction.atomic
    def follow(cls, shelter, *, by):
        """The partner that stands for a shelter of this installation, made or kept in step (cases.followers)."""
        partner = cls.objects.filter(shelter=shelter).first()
        namesake = cls.objects.filter(name__iexact=shelter.name).exclude(shelter=shelter).first()
        if partner is None and namesake and namesake.shelter_id is None:
            partner, namesake = namesake, None  # it stood on the list before the shelter joined
        partner = partner or cls(shelter=shelter, contact_position="Kepala")
        verb = "created" if partner._state.adding else "changed"
        told = {
            "name": f"{shelter.name} ({shelter.code})" if namesake else shelter.name,
            "kind": OF_SHELTER.get(shelter.kind, cls.Kind.PANTI), "address": shelter.address,
            "city": shelter.city, "phone": shelter.phone, "email": shelter.email, "shelter_id": shelter.pk,
        }  # fmt: skip
        changed = difference({name: getattr(partner, name) for name in told} if verb == "changed" else {}, told)
        if changed:
            for name, value in told.items():
                setattr(partner, name, value)
            partner.save()
            record(by=by, action=f"partner.{verb}", target=partner, changed=changed)
        return partner

    def _lock(self):
        self.refresh_from_db(from_queryset=Partner.objects.select_for_update(of=["self"]))


def whatsapp_digits(number):
    """A number as wa.me takes it: country code first, digits only."""
    digits = "".join(filter(str.isdigit, number))
    return f"62{digits[1:]}" if digits.startswith("0") else digits
