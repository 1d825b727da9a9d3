"""Whom a partner takes. What it has not said stays unknown, and is never read as a no."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import F, Q

from cases.audit import difference, record
from cases.models import Category, Region, User
from cases.models.checked import CheckedModel
from referrals.models.partner import Partner


class Condition(models.TextChoices):
    """What a partner asks about a person's health before it says yes."""

    MENTAL = "mental", "Gangguan jiwa"
    DEMENTIA = "dementia", "Demensia atau pikun"
    BEDRIDDEN = "bedridden", "Tirah baring, tidak dapat berjalan"
    PHYSICAL = "physical", "Disabilitas fisik"
    SENSORY = "sensory", "Disabilitas sensorik (netra, rungu, wicara)"
    INFECTIOUS = "infectious", "Penyakit menular (misalnya TBC)"
    HIV = "hiv", "HIV/AIDS"
    DRUGS = "drugs", "Penyalahgunaan NAPZA"
    PREGNANT = "pregnant", "Hamil atau baru melahirkan"


class Required(models.TextChoices):
    """The papers that a partner asks for, as far as our own file can say whether they are there."""

    KTP = "ktp", "KTP-el"
    KK = "kk", "Kartu keluarga"
    INSURANCE = "health", "KIS atau BPJS Kesehatan"
    BIRTH = "birth", "Akta kelahiran"
    DOMICILE = "domicile", "Surat keterangan domisili"
    NEGLECT = "neglect", "Surat keterangan orang terlantar"
    POVERTY = "poverty", "SKTM"
    HEALTH_LETTER = "health_letter", "Surat kesehatan atau rekam medis"
    ASSESSMENT = "assessment", "Hasil asesmen yang disetujui"
    FAMILY = "family", "Bukti hubungan keluarga"


class Criteria(CheckedModel):
    """The criteria of one partner (kriteria penerimaan)."""

    class Sex(models.TextChoices):
        UNKNOWN = "", "Belum diketahui"
        ALL = "all", "Laki-laki dan perempuan"
        MALE = "L", "Hanya laki-laki"
        FEMALE = "P", "Hanya perempuan"

    partner = models.OneToOneField(Partner, models.PROTECT, related_name="criteria", verbose_name="mitra")
    sex = models.CharField("jenis kelamin", max_length=3, choices=Sex, blank=True)
    age_from = models.PositiveSmallIntegerField(
        "usia mulai", null=True, blank=True, validators=[MaxValueValidator(130)],
        help_text="Tahun. Semua usia: 0 sampai 130. Kosongkan bila belum diketahui.",
    )  # fmt: skip
    age_to = models.PositiveSmallIntegerField(
        "usia sampai", null=True, blank=True, validators=[MaxValueValidator(130)]
    )  # fmt: skip
    all_categories = models.BooleanField("menerima semua kategori PPKS", default=False)
    categories = models.ManyToManyField(
        Category, related_name="+", blank=True, verbose_name="kategori PPKS yang diterima",
        help_text="Tanpa pilihan: belum diketahui.",
    )  # fmt: skip
    accepted = ArrayField(
        models.CharField(max_length=12, choices=Condition), verbose_name="kondisi kesehatan yang diterima",
        default=list, blank=True,
    )  # fmt: skip
    refused = ArrayField(
        models.CharField(max_length=12, choices=Condition), verbose_name="kondisi kesehatan yang tidak diterima",
        default=list, blank=True,
    )  # fmt: skip
    all_regions = models.BooleanField("melayani warga dari semua daerah", default=False)
    regions = models.ManyToManyField(
        Region, related_name="+", blank=True, verbose_name="daerah asal klien yang dilayani",
        help_text="Provinsi, kabupaten/kota, atau kecamatan. Tanpa pilihan: belum diketahui.",
    )  # fmt: skip
    documents = ArrayField(
        models.CharField(max_length=15, choices=Required), verbose_name="berkas yang diminta", default=list, blank=True
    )
    quota = models.PositiveIntegerField("daya tampung", null=True, blank=True)
    free_places = models.PositiveIntegerField("tempat kosong", null=True, blank=True)
    free_on = models.DateField("menurut keterangan tanggal", null=True, blank=True)
    free_said_by = models.CharField("keterangan dari", max_length=150, blank=True)
    free_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "kriteria mitra"
        verbose_name_plural = "kriteria mitra"
        constraints = [
            models.CheckConstraint(
                name="criteria_ages_in_order",
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_to__gte=F("age_from")),
                violation_error_message="Usia sampai tidak boleh di bawah usia mulai.",
            ),
            models.CheckConstraint(
                name="criteria_free_places_told",
                condition=Q(free_places=None, free_on=None, free_by=None, free_said_by="")
                | Q(free_places__isnull=False, free_on__isnull=False) & ~Q(free_said_by=""),
                violation_error_message="Tempat kosong disertai tanggal dan siapa yang mengatakannya.",
            ),
            models.CheckConstraint(
                name="criteria_condition_on_one_side",
                condition=~Q(accepted__overlap=F("refused")),
                violation_error_message="Satu kondisi tidak dapat diterima dan sekaligus tidak diterima.",
            ),
        ]

    def __str__(self):
        return f"Kriteria {self.partner}"

    @property
    def accepted_labels(self):
        return [Condition(code).label for code in self.accepted]

    @property
    def refused_labels(self):
        return [Condition(code).label for code in self.refused]

    @property
    def document_labels(self):
        return [Required(code).label for code in self.documents]

    @property
    def ages(self):
        """In words; empty when nothing is known."""
        match self.age_from, self.age_to:
            case None, None:
                return ""
            case int(least), None:
                return f"mulai {least} tahun"
            case None, int(most):
                return f"sampai {most} tahun"
            case least, most:
                return "semua usia" if least == 0 and most >= 120 else f"{least}–{most} tahun"

    @classmethod
    def of(cls, partner):
        """Those on file, or empty ones that are not saved yet."""
        return getattr(partner, "criteria", None) or cls(partner=partner)

    @transaction.atomic
    def tell_places(self, *, by, free_places, on, said_by):
        """How many places the partner says are free: what was last said counts, and who said it stands beside it."""
        Partner.objects.select_for_update().get(pk=self.partner_id)
        fresh = Criteria.objects.filter(partner=self.partner_id).first() or Criteria(partner_id=self.partner_id)
        if fresh.free_on and on < fresh.free_on:
            raise ValidationError({"on": f"Sudah ada keterangan yang lebih baru, tanggal {fresh.free_on:%d-%m-%Y}."})
        before = fresh.free_places
        fresh.free_places, fresh.free_on, fresh.free_said_by, fresh.free_by = free_places, on, said_by, by
        fresh.full_clean()
        fresh.save()
        changed = difference({"free_places": before}, {"free_places": free_places})
        record(by=by, action="partner.places_told", target=self.partner, on=str(on), changed=changed)
        return fresh
