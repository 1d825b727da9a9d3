import secrets

from django.db import models
from django.urls import reverse

from cases.audit import record
from cases.models.shelter import Shelter
from cases.models.user import User
from cases.permissions import ScopedQuerySet

MONTHS_IN_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


class Counter(models.Model):
    """The last number given of a kind, in a shelter and year. Locked while the next one is taken."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "penghitung nomor"
        verbose_name_plural = "penghitung nomor"
        constraints = [models.UniqueConstraint(fields=["shelter", "kind", "year"], name="counter_once")]

    def __str__(self):
        return f"{self.kind} {self.year}: {self.last}"

    @classmethod
    def next(cls, shelter, kind, year):
        """The next number, never given twice: whoever asks at the same moment waits for the first to commit."""
        cls.objects.bulk_create([cls(shelter=shelter, kind=kind, year=year)], ignore_conflicts=True)
        counter = cls.objects.select_for_update().get(shelter=shelter, kind=kind, year=year)
        counter.last += 1
        counter.save(update_fields=["last"])
        return counter.last


class LetterQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)


class Letter(models.Model):
    """A numbered letter of a shelter. A void one keeps its number, with the reason."""

    class Kind(models.TextChoices):
        REFERRAL = "referral", "Surat rujukan"
        CIVIL = "civil", "Surat pengantar dokumen kependudukan"
        ABSCOND = "abscond", "Laporan orang meninggalkan panti tanpa izin"
        HANDOVER = "handover", "Berita acara serah terima klien"
        DEATH = "death", "Berita acara kematian dan pemulasaraan"
        SWEEP_RECEIPT = "sweep_receipt", "Berita acara penerimaan (razia)"
        RECEIPT = "receipt", "Berita acara penerimaan klien"
        TOGETHER = "together", "Surat pernyataan bersama"
        CONSENT = "consent", "Persetujuan setelah penjelasan"
        AGREEMENT = "agreement", "Kontrak pelayanan"
        CONFERENCE = "conference", "Notulen pembahasan kasus"
        SOCIAL_REPORT = "social_report", "Laporan sosial"
        PROGRESS = "progress", "Laporan perkembangan"

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="letters", verbose_name="panti")
    kind = models.CharField("jenis surat", max_length=20, choices=Kind)
    year = models.PositiveSmallIntegerField("tahun")
    sequence = models.PositiveIntegerField("nomor urut")
    number = models.CharField("nomor surat", max_length=100)
    issued_on = models.DateField("tanggal surat")
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diterbitkan oleh")
    code = models.CharField("kode pemeriksaan", max_length=30, unique=True)
    void_reason = models.CharField("alasan dibatalkan", max_length=200, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["shelter", "year", "sequence"], name="letter_sequence_once"),
            models.UniqueConstraint(fields=["shelter", "number"], name="letter_number_once"),
        ]

    def __str__(self):
        return self.number

    def get_verification_url(self):
        return reverse("cases:letter_verify", args=[self.code])

    @classmethod
    def issue(cls, kind, *, shelter, by):
        """A letter with the next number of the shelter's year."""
        today = shelter.today()
        sequence = Counter.next(shelter, "letter", today.year)
        number = shelter.letter_pattern.format(
            nomor=f"{sequence:03}",
            kode=shelter.code,
            tahun=today.year,
            bulan=MONTHS_IN_ROMAN[today.month - 1],
        )
        letter = cls.objects.create(
            shelter=shelter, kind=kind, year=today.year, sequence=sequence, number=number,
            issued_on=today, issued_by=by, code=secrets.token_urlsafe(12),
        )  # fmt: skip
        record(by=by, action="letter.issued", target=letter, number=number)
        return letter
