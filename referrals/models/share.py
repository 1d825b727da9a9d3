"""What of a client's file a partner is shown: chosen piece by piece, and frozen when the referral goes out."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q

from cases.models import Attachment
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from cases.templatetags.indonesian import tanggal


class Piece(models.TextChoices):
    IDENTITY = "identity", "Identitas (nama, NIK, tanggal lahir)"
    CONTACT = "contact", "Alamat asal dan nomor telepon"
    CATEGORY = "category", "Kategori PPKS dan tanggal masuk"
    SUMMARY = "assessment_summary", "Ringkasan asesmen"
    NEEDS = "needs", "Kebutuhan layanan"
    PHOTO = "photo", "Foto"
    HEALTH = "health_letter", "Surat kesehatan"
    ATTACHMENT = "attachment", "Berkas"


USUAL = (Piece.IDENTITY, Piece.CONTACT, Piece.CATEGORY, Piece.SUMMARY, Piece.NEEDS)
WITH_FILE = (Piece.HEALTH, Piece.ATTACHMENT)
# Shown before the one-time code as well: it says nothing of who the person is.
OPEN_PIECES = (Piece.NEEDS,)


@dataclass(frozen=True)
class Choice:
    """One piece as somebody chose it on the form."""

    piece: str
    attachment: Attachment | None = None

    @property
    def value(self):
        return f"{self.piece}:{self.attachment.pk}" if self.attachment else str(self.piece)


def usual_choices(stay):
    """What is proposed. A category that is a diagnosis or a crime in two words is told by choice alone."""
    confidential = stay.category and stay.category.is_confidential
    return [Choice(piece) for piece in USUAL if piece != Piece.CATEGORY or not confidential]


class ReferralShareQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(referral__stay__shelter__in=shelters)


class ReferralShare(CheckedModel):
    """A piece of the file that goes with a referral (yang dibagikan)."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="shares", verbose_name="rujukan")
    piece = models.CharField("bagian", max_length=20, choices=Piece)
    attachment = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="berkas"
    )
    sensitive = models.BooleanField("hanya dengan kode", default=True)
    # As of the sending: [[label, value], …], a text, or the picture.
    facts = models.JSONField("data", default=list, blank=True)
    text = models.TextField("isi", blank=True)
    file = models.FileField("foto", upload_to="rujukan/", blank=True)

    objects = ReferralShareQuerySet.as_manager()

    class Meta:
        verbose_name = "bagian yang dibagikan"
        verbose_name_plural = "bagian yang dibagikan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "piece", "attachment"], name="referral_share_once", nulls_distinct=False,
                violation_error_message="Bagian ini sudah dipilih.",
            ),
            models.CheckConstraint(
                name="referral_share_with_file",
                condition=Q(piece__in=WITH_FILE, attachment__isnull=False)
                | (~Q(piece__in=WITH_FILE) & Q(attachment=None)),
                violation_error_message="Pilih berkas yang dibagikan.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    @property
    def shelter(self):
        return self.referral.shelter

    @property
    def title(self):
        return f"{self.get_piece_display()}: {self.attachment}" if self.attachment_id else self.get_piece_display()

    @property
    def is_picture(self):
        return self.piece == Piece.PHOTO

    @property
    def stored_file(self):
        """What can be opened of it: an upload of the client's file, or the photo; empty when it was removed."""
        return self.attachment.file if self.attachment_id else self.file

    @property
    def is_frozen(self):
        return bool(self.facts or self.text or self.file)

    def draw(self):
        """Fill in what the file says now. Nothing is saved."""
        stay = self.referral.stay
        match self.piece:
            case Piece.IDENTITY:
                self.facts = identity(stay)
            case Piece.CONTACT:
                self.facts = contact(stay.client)
            case Piece.CATEGORY:
                self.facts = [["Kategori", str(stay.category or "belum ditentukan")]]
                self.facts.append(["Tanggal masuk", tanggal(stay.entered_on)])
            case Piece.SUMMARY:
                self.text = self.referral.summary
            case Piece.NEEDS:
                self.facts = [[str(need), need.note] for need in self.referral.needs.select_related("service")]
            case Piece.PHOTO:
                self.file = stay.client.photo
        return self

    def freeze(self):
        """From now on this is what the partner sees, whatever the file says later."""
        self.draw()
        if self.is_picture and self.referral.stay.client.photo:
            with self.referral.stay.client.photo.open() as photo:
                self.file = ContentFile(photo.read(), name=f"{self.referral_id}.jpg")
        self.full_clean()
        self.save()

    @classmethod
    def choose(cls, referral, choices):
        """Exactly these pieces; what was chosen before and is not among them goes."""
        referral.shares.all().delete()
        for choice in choices:
            share = cls(referral=referral, piece=choice.piece, attachment=choice.attachment)
            share.sensitive = choice.piece not in OPEN_PIECES
            share.full_clean()
            share.save()


def identity(stay):
    client, day = stay.client, stay.shelter.today()
    facts = [
        ["Nama", client.display_name],
        ["Jenis kelamin", client.get_sex_display()],
        ["Usia", age_text(client, day)],
        ["NIK", client.nik or "belum ada"],
        ["Nomor klien", client.number],
    ]
    if client.birth_date:
        facts.insert(2, ["Tanggal lahir", tanggal(client.birth_date)])
    return facts


def contact(client):
    origin = ", ".join(filter(None, [client.origin_address, str(client.origin) if client.origin else ""]))
    facts = [["Alamat asal", origin or "tidak diketahui"]]
    return [*facts, ["Telepon", client.phone]] if client.phone else facts


def age_text(client, day):
    age = client.age_on(day)
    if age is None:
        return "tidak diketahui"
    return f"{age} tahun" if client.birth_date else f"± {age} tahun (perkiraan)"


def minimum(referral):
    """What a partner may know before anything sensitive is opened: enough to say whether there is a place."""
    client, day = referral.client, referral.shelter.today()
    facts = [
        ("Klien", client.initials),
        ("Jenis kelamin", client.get_sex_display()),
        ("Usia", age_text(client, day)),
        ("Sifat", referral.get_urgency_display()),
    ]
    if referral.wished_on:
        facts.append(("Diharapkan", tanggal(referral.wished_on)))
    return facts
