"""A letter or picture that a partner sent through the link: looked at by the shelter before it enters the file."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from cases.audit import record
from cases.cleaning import clean_text
from cases.models import Attachment
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from cases.uploads import Checked
from referrals.models.journey_leg import JourneyLeg
from referrals.models.referral import Referral

MOST_FILES = 20


class PartnerFileQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(Q(referral__stay__shelter__in=shelters) | Q(leg__journey__stay__shelter__in=shelters))

    def for_page(self):
        return self.select_related(
            "referral__stay__client", "referral__stay__shelter", "referral__partner", "kept",
            "leg__journey__stay__client", "leg__journey__stay__shelter", "leg__office",
        )  # fmt: skip


class PartnerFile(CheckedModel):
    """Checked and written anew like every upload (cases.uploads); staff may take it into the client's file."""

    # By the link of a referral, or of a leg of a journey home.
    referral = models.ForeignKey(
        Referral, models.PROTECT, null=True, blank=True, related_name="partner_files", verbose_name="rujukan"
    )
    leg = models.ForeignKey(
        JourneyLeg, models.PROTECT, null=True, blank=True, related_name="partner_files", verbose_name="ruas perjalanan"
    )
    title = models.CharField("judul", max_length=150)
    name = models.CharField("nama pengirim", max_length=150)
    position = models.CharField("jabatan", max_length=150, blank=True)
    file = models.FileField("berkas", upload_to="mitra/")
    content_type = models.CharField("bentuk", max_length=100)
    size = models.PositiveIntegerField("ukuran")
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField("diterima", auto_now_add=True)
    kept = models.OneToOneField(
        Attachment, models.PROTECT, null=True, blank=True, related_name="from_partner", verbose_name="berkas klien"
    )

    objects = PartnerFileQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas dari mitra"
        verbose_name_plural = "berkas dari mitra"
        ordering = ["received_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "sha256"], name="partner_file_once",
                violation_error_message="Berkas yang sama sudah kami terima.",
            ),
            models.UniqueConstraint(
                fields=["leg", "sha256"], name="partner_file_once_per_leg",
                violation_error_message="Berkas yang sama sudah kami terima.",
            ),
            models.CheckConstraint(
                name="partner_file_of_one",
                condition=Q(referral=None, leg__isnull=False) | Q(referral__isnull=False, leg=None),
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("referrals:partner_file", args=[self.pk])

    @property
    def subject(self):
        """What it was sent for."""
        return self.leg if self.leg_id else self.referral

    @property
    def stay(self):
        return self.subject.stay

    @property
    def client_id(self):
        return self.stay.client_id

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def sender(self):
        return self.leg.office if self.leg_id else self.referral.partner

    @property
    def download_name(self):
        return f"{self.stay.client.number}-dari-mitra-{self.pk}.{self.file.name.rpartition('.')[2]}"

    @classmethod
    @transaction.atomic
    def receive(cls, subject, checked, *, title, voice):
        """`subject`: the referral, or the leg of a journey, by whose link it came."""
        of_leg = isinstance(subject, JourneyLeg)
        (subject.journey if of_leg else subject).lock()  # one upload at a time: the limit
        if subject.partner_files.count() >= MOST_FILES:
            raise ValidationError({"file": f"Sudah {MOST_FILES} berkas terkirim. Hubungi panti lewat telepon."})
        received = cls(
            title=clean_text(title)[:150], name=voice.name, position=voice.position,
            content_type=checked.content_type, size=checked.size, sha256=checked.sha256, file=checked.file,
            **{"leg" if of_leg else "referral": subject},
        )  # fmt: skip
        received.full_clean()
        received.save()
        noun = "journey" if of_leg else "referral"
        told = {"journey": "journey.file_received", "referral": "referral.file_received"}[noun]
        record(by=voice, action=told, target=subject, size=checked.size)
        return received

    @transaction.atomic
    def take(self, *, by):
        """Into the client's file, by somebody who has looked at it."""
        self.refresh_from_db(from_queryset=PartnerFile.objects.for_page().select_for_update(of=["self"]))
        if self.kept_id:
            raise ValidationError("Berkas ini sudah ada di berkas klien.")
        with self.file.open() as file:
            content = ContentFile(file.read(), name=self.file.name.rpartition("/")[2])
        stay = self.stay
        taken = Attachment(
            client=stay.client, shelter=stay.shelter, stay=stay, kind=Attachment.Kind.LETTER,
            title=f"{self.title} (dari {self.sender})"[:150],
        )  # fmt: skip
        taken.keep(Checked(content, self.content_type, self.size, self.sha256), by=by)
        self.kept = taken
        self.save(update_fields=["kept"])
        return taken
