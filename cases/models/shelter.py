from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from cases.models.checked import CheckedModel
from cases.numbering import LONGEST, OFFERED, check_pattern, reads_as_number, write_number
from cases.permissions import Role, ScopedQuerySet

# Words that stand in addresses at the place of a shelter's short name; a test finds the ones that are missing here.
RESERVED = frozenset({"baru", "cek", "cetak", "kartu", "kode", "lampiran", "tablet"})


class ShelterQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(pk__in=shelters.values("pk"))

    def visible_to(self, user):
        """A shelter itself is no secret among those who hold any role there or in the department."""
        roles = user.memberships.current()
        if roles.filter(shelter=None).exists():
            return self.all()
        return self.filter(pk__in=roles.values("shelter"))


class Shelter(CheckedModel):
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
    abscond_frees_bed = models.BooleanField(
        "tempat tidur dilepas sendiri sesudah dinyatakan pergi tanpa izin", default=True, db_default=True,
        help_text="Saat apel atau lembar harian disimpan. Tanpa tanda ini: dengan satu tombol di halaman apel.",
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

    referral_needs_approval = models.BooleanField(
        "rujukan terbit sesudah disetujui kepala panti", default=False, db_default=False,
        help_text="Tanpa tanda ini pekerja sosial mengirim sendiri.",
    )  # fmt: skip
    reminder_days = models.PositiveSmallIntegerField(
        "pengingat rujukan sesudah (hari kerja)", default=2, db_default=2,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Mitra yang belum menjawab selama itu muncul di beranda pekerja sosial.",
    )  # fmt: skip
    escalation_days = models.PositiveSmallIntegerField(
        "rujukan disebut macet sesudah (hari kerja)", default=4, db_default=4,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Sesudah itu kepala panti diberi tahu.",
    )  # fmt: skip
    referral_result_days = models.PositiveSmallIntegerField(
        "hasil rujukan ditanyakan sesudah (hari kerja)", default=10, db_default=10,
        validators=[MinValueValidator(1), MaxValueValidator(250)],
        help_text="Dihitung sejak klien tiba di mitra.",
    )  # fmt: skip

    tracing_step_days = models.PositiveSmallIntegerField(
        "penelusuran keluarga diingatkan sesudah tanpa langkah (hari)", default=7, db_default=7,
        validators=[MinValueValidator(1), MaxValueValidator(180)],
        help_text="Penelusuran yang diam selama itu muncul di beranda pekerja sosial.",
    )  # fmt: skip

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
        "pola nomor surat", max_length=80, default="{klasifikasi}/{nomor}/{unit}/{tahun}", validators=[check_pattern],
        help_text=f"Diisi otomatis: {OFFERED}. Perubahan berlaku bagi surat berikutnya.",
    )  # fmt: skip
    letter_unit = models.CharField(
        "kode unit dalam nomor surat", max_length=20, blank=True, default="", db_default="",
        validators=[RegexValidator(r"^[^{}]*$", "Kode unit tidak memakai kurung kurawal.")],
        help_text="Mengisi {unit}, misalnya RSM atau 35.2. Kosongkan untuk memakai kode nomor klien.",
    )  # fmt: skip

    together_text = models.TextField(
        "isi surat pernyataan bersama", max_length=4000, default="", db_default="", blank=True,
        help_text="Satu baris satu butir. Dicetak sebagai lampiran berita acara penerimaan. Kosongkan untuk isi baku.",
    )  # fmt: skip

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
                name="shelter_escalates_after_reminding",
                condition=Q(escalation_days__gte=F("reminder_days")),
                violation_error_message="Rujukan disebut macet tidak lebih cepat daripada pengingatnya.",
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

    def clean(self):
        super().clean()
        if self.slug in RESERVED:
            raise ValidationError({"slug": "Nama ini dipakai Balai untuk halaman lain. Pilih nama pendek yang lain."})
        if "{" in self.letter_pattern and len(self.sample_number("400.9.11.2")) > LONGEST:
            raise ValidationError({"letter_pattern": "Nomor surat menurut pola ini terlalu panjang."})

    def letter_number(self, *, sequence, day, classification):
        unit = self.letter_unit or self.code
        return write_number(
            self.letter_pattern, sequence=sequence, day=day, classification=classification, unit=unit, code=self.code
        )

    def sample_number(self, classification):
        return self.letter_number(sequence=1, day=self.today(), classification=classification)

    def gives_number(self, text):
        """Whether a number that somebody typed is one that this shelter's pattern gives."""
        pattern = self.letter_pattern.replace("{unit}", self.letter_unit or self.code).replace("{kode}", self.code)
        return reads_as_number(text, pattern)

    @property
    def zone(self):
        return ZoneInfo(self.time_zone)

    @property
    def zone_label(self):
        return self.get_time_zone_display()

    @property
    def whole_address(self):
        """With the town, unless the address names it itself."""
        town = self.city if self.city and self.city not in self.address else ""
        return ", ".join(filter(None, (self.address, town)))

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
