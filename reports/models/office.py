from typing import NamedTuple

from django.db import models, transaction

from cases.audit import record
from cases.models.checked import CheckedModel


class Signer(NamedTuple):
    name: str
    rank: str
    nip: str


class OfficeQuerySet(models.QuerySet):
    def on(self, day):
        """The office as it was on a day; an unsaved, nameless one where nothing was entered for then."""
        return self.filter(valid_from__lte=day).order_by("valid_from").last() or Office(valid_from=day)


class Office(CheckedModel):
    """The department itself: its letterhead, and who heads it, since a day. A report bears those of its own day."""

    valid_from = models.DateField(
        "berlaku sejak", unique=True, error_messages={"unique": "Sudah ada data yang berlaku sejak tanggal itu."}
    )
    letterhead_government = models.CharField(
        "kop: pemerintah daerah", max_length=150, help_text="Misalnya PEMERINTAH KABUPATEN …"
    )
    name = models.CharField("nama dinas", max_length=150, default="Dinas Sosial")
    address = models.CharField("alamat", max_length=250, blank=True)
    city = models.CharField("tempat surat", max_length=80, blank=True)
    phone = models.CharField("telepon", max_length=50, blank=True)
    email = models.EmailField("surel", blank=True)
    head_name = models.CharField(
        "nama kepala dinas", max_length=150, blank=True,
        help_text="Dengan gelar. Selama kosong, laporan tahunan tercetak sebagai konsep.",
    )  # fmt: skip
    head_nip = models.CharField("NIP", max_length=30, blank=True)
    head_rank = models.CharField("pangkat, golongan", max_length=60, blank=True)
    head_position = models.CharField("jabatan", max_length=100, default="Kepala Dinas Sosial")

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = "kop dan kepala dinas"
        verbose_name_plural = "kop dan kepala dinas"
        ordering = ["-valid_from"]

    def __str__(self):
        return self.name

    @property
    def signer(self):
        """For the block of signatures; None while nobody is named."""
        return Signer(self.head_name, self.head_rank, self.head_nip) if self.head_name else None

    @transaction.atomic
    def set_up(self, *, by):
        """Enter it; the page does the same through its form."""
        self.full_clean()
        self.save()
        record(by=by, action="office.created", target=self, valid_from=str(self.valid_from))
