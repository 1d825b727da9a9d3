from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.permissions import Role, ScopedQuerySet


class ShelterQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(pk__in=shelters.values("pk"))

    def visible_to(self, user):
        """A shelter itself is no secret among those who hold any role there or in the department."""
        roles = user.memberships.current()
        if roles.filter(shelter=None).exists():
            return self.all()
        return self.filter(pk__in=roles.values("shelter"))


class Shelter(models.Model):
    class Kind(models.TextChoices):
        PANTI = "panti", "Panti sosial"
        BALAI = "balai", "Balai"
        SINGGAH = "singgah", "Rumah singgah"
        PROTECTION = "protection", "Rumah perlindungan sosial"
        CENTRE = "centre", "Pusat rehabilitasi sosial"

    class Level(models.TextChoices):
        PROVINCE = "provinsi", "Provinsi (di dalam panti)"
        REGENCY = "kabupaten", "Kabupaten/kota (di luar panti)"

    class Zone(models.TextChoices):
        WIB = "Asia/Jakarta", "WIB"
        WITA = "Asia/Makassar", "WITA"
        WIT = "Asia/Jayapura", "WIT"

    class StayUnit(models.TextChoices):
        CALENDAR = "calendar", "hari kalender"
        WORKING = "working", "hari kerja"

    slug = models.SlugField("nama pendek di alamat", max_length=50, unique=True)
    code = models.CharField(
        "kode nomor klien",
        max_length=6,
        unique=True,
        validators=[RegexValidator(r"^[A-Z0-9]{2,6}$", "Gunakan 2–6 huruf besar atau angka, misalnya TMG.")],
        help_text="Awal nomor klien, misalnya TMG untuk TMG-2026-0117.",
    )
    name = models.CharField("nama panti", max_length=150)
    kind = models.CharField("jenis lembaga", max_length=20, choices=Kind, default=Kind.SINGGAH)
    level = models.CharField("tingkat", max_length=20, choices=Level, default=Level.REGENCY)
    time_zone = models.CharField("zona waktu", max_length=30, choices=Zone, default=Zone.WIB)
    capacity = models.PositiveIntegerField("daya tampung", validators=[MinValueValidator(1)])
    max_stay = models.PositiveIntegerField(
        "batas lama tinggal", null=True, blank=True, help_text="Kosongkan bila tidak dibatasi."
    )
    max_stay_unit = models.CharField("satuan", max_length=10, choices=StayUnit, default=StayUnit.CALENDAR)
    abscond_after_hours = models.PositiveSmallIntegerField(
        "dinyatakan pergi tanpa izin sesudah (jam)", default=24, validators=[MaxValueValidator(720)],
        help_text="Sebelum itu klien yang tidak ada saat apel disebut “belum kembali”.",
    )  # fmt: skip
    abscond_close_after_days = models.PositiveSmallIntegerField(
        "usulan menutup masa tinggal sesudah pergi tanpa izin (hari)", default=7,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text="Kembali dalam masa itu meneruskan masa tinggal yang sama.",
    )  # fmt: skip
    death_wait_hours = models.PositiveIntegerField(
        "waktu tunggu sebelum pemakaman (jam)",
        default=72,
        blank=True,
        help_text="Memberi kesempatan keluarga datang. Lebih cepat hanya dengan alasan kepala panti.",
    )

    letterhead_government = models.CharField(
        "kop: pemerintah daerah", max_length=150, blank=True, help_text="Misalnya PEMERINTAH KABUPATEN …"
    )
    letterhead_department = models.CharField(
        "kop: dinas", max_length=150, blank=True, help_text="Misalnya DINAS SOSIAL"
    )
    address = models.CharField("alamat", max_length=250, blank=True)
    city = models.CharField("tempat surat", max_length=80, blank=True, help_text="Misalnya Temanggung")
    phone = models.CharField("telepon", max_length=50, blank=True)
    email = models.EmailField("surel", blank=True)
    letter_pattern = models.CharField(
        "pola nomor surat",
        max_length=80,
        default="400.9/{nomor}/{kode}/{tahun}",
        validators=[
            RegexValidator(
                r"^([^{}]|\{nomor\}|\{kode\}|\{bulan\}|\{tahun\})+$",
                "Hanya {nomor}, {kode}, {bulan} dan {tahun} yang dapat diisi otomatis.",
            )
        ],
        help_text="Bagian {nomor}, {kode}, {bulan} (romawi) dan {tahun} diisi otomatis.",
    )

    objects = ShelterQuerySet.as_manager()

    class Meta:
        verbose_name = "panti"
        verbose_name_plural = "panti"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="shelter_has_room",
                condition=Q(capacity__gte=1),
                violation_error_message="Daya tampung sedikitnya 1.",
            ),
            models.CheckConstraint(
                name="shelter_letter_pattern_counts",
                condition=Q(letter_pattern__contains="{nomor}"),
                violation_error_message="Pola nomor surat harus memuat {nomor}.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("cases:shelter_edit", args=[self.slug])

    @property
    def zone(self):
        return ZoneInfo(self.time_zone)

    @property
    def zone_label(self):
        return self.get_time_zone_display()

    def today(self):
        """The local date of the shelter: the date of everything that happens in it."""
        return timezone.localdate(timezone=self.zone)

    def head_on(self, day):
        """Who headed the shelter on a day, the last to be appointed; None when nobody did.

        As of the day of a letter, so that a later print bears the same name.
        """
        heads = self.memberships.filter(role=Role.HEAD, started_on__lte=day).exclude(ended_on__lte=day)
        newest = heads.select_related("user").order_by("started_on", "pk").last()
        return newest and newest.user

    def now(self):
        return timezone.localtime(timezone=self.zone)
