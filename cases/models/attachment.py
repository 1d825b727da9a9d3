from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q, Sum
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.exit import ExitRecord
from cases.models.handover import HandoverPermission
from cases.models.paper import IdentityPaper
from cases.models.pickup_check import PickupCheck
from cases.models.relative import Relative
from cases.models.shelter import Shelter
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import ScopedQuerySet

CLIENT_QUOTA = 100 * 1024 * 1024


class AttachmentQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def kept(self):
        return self.filter(removed_at=None)


class Attachment(CheckedModel):
    """A file in the client's file (berkas): checked by content, private, and never deleted without a trace.

    What was uploaded is not what is kept: pictures are drawn anew, PDFs and office files written anew (cases.uploads).
    """

    class Kind(models.TextChoices):
        IDENTITY = "identity", "Dokumen identitas"
        LETTER = "letter", "Surat atau berita acara"
        HEALTH = "health", "Surat kesehatan"
        FAMILY = "family", "Bukti hubungan keluarga"
        CONSENT = "consent", "Persetujuan atau pernyataan"
        PHOTO = "photo", "Foto kegiatan atau kunjungan"
        OTHER = "other", "Lainnya"

    client = models.ForeignKey(Client, models.PROTECT, related_name="attachments", verbose_name="klien")
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="attachments", verbose_name="panti")
    stay = models.ForeignKey(
        Stay, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name="masa tinggal"
    )
    paper = models.ForeignKey(
        IdentityPaper, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name="dokumen"
    )
    relative = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name="bukti hubungan"
    )
    permission = models.ForeignKey(
        HandoverPermission, models.PROTECT, null=True, blank=True, related_name="attachments",
        verbose_name="izin penyerahan",
    )  # fmt: skip
    exit_record = models.ForeignKey(
        ExitRecord, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name="serah terima"
    )
    pickup_check = models.ForeignKey(
        PickupCheck, models.PROTECT, null=True, blank=True, related_name="attachments",
        verbose_name="syarat penjemputan",
    )  # fmt: skip
    kind = models.CharField("jenis berkas", max_length=10, choices=Kind)
    title = models.CharField("judul", max_length=150)
    file = models.FileField("berkas", upload_to="berkas/", blank=True)
    original_name = models.CharField("nama berkas asal", max_length=150, blank=True)
    content_type = models.CharField("bentuk", max_length=100)
    size = models.PositiveIntegerField("ukuran")
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diunggah oleh")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    remove_reason = models.CharField("alasan dihapus", max_length=200, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas"
        verbose_name_plural = "berkas"
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="attachment_there_or_removed",
                condition=(Q(removed_at=None, removed_by=None, remove_reason="") & ~Q(file=""))
                | (Q(removed_at__isnull=False, removed_by__isnull=False, file="") & ~Q(remove_reason="")),
                violation_error_message="Berkas yang dihapus memerlukan alasan.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("cases:attachment_download", args=[self.pk])

    @property
    def extension(self):
        return self.file.name.rpartition(".")[2]

    @property
    def download_name(self):
        """A name for the file on somebody's computer: it says the client's number, never the name."""
        return f"{self.client.number}-berkas-{self.pk}.{self.extension}"

    def clean(self):
        super().clean()
        if self.stay_id and (self.stay.client_id, self.stay.shelter_id) != (self.client_id, self.shelter_id):
            raise ValidationError("Masa tinggal ini bukan milik klien dan panti itu.")
        if self.relative_id and self.relative.client_id != self.client_id:
            raise ValidationError("Keluarga itu bukan keluarga klien ini.")
        if self.permission_id and self.permission.stay_id != self.stay_id:
            raise ValidationError("Izin penyerahan itu dari masa tinggal lain.")
        if self.exit_record_id and self.exit_record.stay_id != self.stay_id:
            raise ValidationError("Serah terima itu dari masa tinggal lain.")
        if self.pickup_check_id and self.pickup_check.pickup.stay_id != self.stay_id:
            raise ValidationError("Syarat penjemputan itu dari masa tinggal lain.")

    @transaction.atomic
    def keep(self, checked, *, by, original_name=""):
        """Put a file that passed the checks into the client's file."""
        Client.objects.select_for_update().get(pk=self.client_id)  # one upload of a client at a time: the quota
        kept = Attachment.objects.kept().filter(client=self.client_id)
        if kept.filter(shelter=self.shelter_id, sha256=checked.sha256).exists():
            raise ValidationError({"file": "Berkas yang sama sudah ada di berkas klien ini."})
        used = kept.aggregate(total=Sum("size"))["total"] or 0
        if used + checked.size > CLIENT_QUOTA:
            raise ValidationError({"file": "Berkas klien ini sudah 100 MB. Hapus dahulu yang tidak perlu."})
        self.content_type, self.size, self.sha256 = checked.content_type, checked.size, checked.sha256
        self.original_name, self.uploaded_by = original_name[:150], by
        self.file = checked.file
        self.full_clean()
        self.save()
        record(by=by, action="attachment.added", target=self, kind=self.kind, size=self.size)

    @transaction.atomic
    def remove(self, *, by, reason):
        """The file goes, the row stays: what it was, who put it there, who took it away and why."""
        self.refresh_from_db(from_queryset=Attachment.objects.select_for_update(of=["self"]))
        if self.removed_at:
            raise ValidationError("Berkas ini sudah dihapus. Muat ulang halaman ini.")
        storage, name = self.file.storage, self.file.name
        self.file, self.removed_at, self.removed_by, self.remove_reason = "", self.shelter.now(), by, reason
        self.full_clean()
        self.save()
        record(by=by, action="attachment.removed", target=self, kind=self.kind)
        # Only once the row is safe: a rollback must not leave a row without its file.
        transaction.on_commit(lambda: storage.delete(name))
