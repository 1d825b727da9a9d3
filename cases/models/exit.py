from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.exit_papers import OWN_PAPERS
from cases.models.handover import HandoverPermission
from cases.models.letter import Letter
from cases.models.pickup import Pickup
from cases.models.region import Region
from cases.models.relative import Relative
from cases.models.stay import Stay
from cases.models.user import User

PAPERS = tuple(OWN_PAPERS)
RECENT = timedelta(days=90)  # an older berita acara lies on paper and is asked for no more


class ExitRecordQuerySet(OfStayQuerySet):
    def letter_to_follow(self):
        """Handed to an institution before the letter was ready: it is still owed."""
        return self.filter(letter_follows=True, letter_number="")

    def unsigned(self, today):
        """Numbered lately, and the paper with the signatures has not been uploaded yet."""
        lately = self.filter(letter__issued_on__gte=today - RECENT, letter__void_reason="")
        signed = Q(attachments__kind="letter", attachments__removed_at=None)
        return lately.exclude(pk__in=ExitRecord.objects.filter(signed).values("pk"))

    def for_page(self):
        return self.select_related(
            "stay__client__origin", "stay__shelter", "stay__exit_reason", "stay__category", "stay__discharged_by",
            "receiver__region", "permission__granted_by", "region", "letter", "recorded_by",
        )  # fmt: skip


class ExitRecord(CheckedModel):
    """What an exit needed: who received, which papers were seen, where to (catatan keluar)."""

    stay = models.OneToOneField(Stay, models.PROTECT, related_name="exit_record", verbose_name="masa tinggal")
    receiver = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diterima oleh"
    )
    # As of the handover: a later correction of the family does not change what was signed.
    receiver_facts = models.JSONField("data penerima saat penyerahan", default=dict, blank=True)
    permission = models.ForeignKey(
        HandoverPermission, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="izin kepala"
    )
    has_ktp = models.BooleanField("KTP penjemput", default=False)
    has_kk = models.BooleanField("Kartu Keluarga", default=False)
    has_rt_letter = models.BooleanField("surat keterangan RT/RW", default=False)
    has_statement = models.BooleanField("surat pernyataan bermeterai", default=False)

    # Every item of the list as it was then: [{"label", "required", "seen", "on", "by"}]; None before there was a list.
    checklist = models.JSONField("syarat penjemputan saat penyerahan", null=True, blank=True, default=None)
    pickup = models.ForeignKey(
        Pickup, models.PROTECT, null=True, blank=True, related_name="exit_records", verbose_name="rencana penjemputan"
    )

    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="wilayah tujuan"
    )
    escort = models.CharField("pendamping perjalanan", max_length=200, blank=True)
    ticket = models.CharField("tiket atau kendaraan", max_length=200, blank=True)
    cost = models.PositiveIntegerField("biaya (rupiah)", null=True, blank=True)
    institution = models.CharField("lembaga penerima", max_length=200, blank=True)
    institution_officer = models.CharField("petugas penerima", max_length=200, blank=True)
    letter_number = models.CharField("nomor surat rujukan", max_length=100, blank=True)
    letter_follows = models.BooleanField("surat menyusul", default=False)
    work = models.CharField("pekerjaan atau kegiatan", max_length=200, blank=True)
    statement = models.TextField("pernyataan klien", max_length=2000, blank=True)

    witness_1 = models.CharField("saksi pertama", max_length=200, blank=True)
    witness_2 = models.CharField("saksi kedua", max_length=200, blank=True)
    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="exit_record", verbose_name="berita acara"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = ExitRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan keluar"
        verbose_name_plural = "catatan keluar"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="exit_record_minutes_witnessed",
                condition=Q(letter=None) | (~Q(witness_1="") & ~Q(witness_2="")),
                violation_error_message="Berita acara memerlukan nama dua saksi.",
            ),
        ]

    def __str__(self):
        return f"Keluar: {self.stay}"

    def get_absolute_url(self):
        return reverse("cases:exit_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def wants_minutes(self):
        """Handed over to somebody: then both sides sign."""
        return bool(self.receiver_id or self.institution)

    @property
    def missing_papers(self):
        """What is required and was not seen; the relation is asked for apart."""
        if self.checklist is None:
            return [label for label, held in self.papers if not held]
        return [one["label"] for one in self.checklist if one["required"] and not one["seen"] and not one["relation"]]

    @property
    def papers(self):
        if self.checklist is None:
            return [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in PAPERS]
        return [(one["label"], one["seen"]) for one in self.checklist if not one["relation"]]

    @transaction.atomic
    def issue_minutes(self, *, by, witness_1, witness_2):
        """Number the berita acara. Once; afterwards it can only be printed again."""
        self.refresh_from_db(from_queryset=ExitRecord.objects.select_for_update(of=["self"]))
        if self.letter_id:
            raise ValidationError("Berita acara ini sudah bernomor. Muat ulang halaman ini.")
        if self.stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan.")
        self.witness_1, self.witness_2 = witness_1, witness_2
        self.letter = Letter.issue(
            Letter.Kind.HANDOVER, shelter=self.shelter, by=by, about=self.stay, people=[self.recorded_by],
            signer=self.shelter.head_on(self.stay.ended_on),
        )  # fmt: skip
        self.full_clean()
        self.save()
        record(by=by, action="exit.numbered", target=self.stay, number=self.letter.number)

    @transaction.atomic
    def add_letter_number(self, *, by, number):
        """The letter that was to follow is there."""
        self.refresh_from_db(from_queryset=ExitRecord.objects.select_for_update(of=["self"]))
        if self.letter_number:
            raise ValidationError("Nomor surat sudah tercatat. Muat ulang halaman ini.")
        self.letter_number = number
        self.full_clean()
        self.save()
        record(by=by, action="exit.completed", target=self.stay, number=number)
