"""The secret link (tautan) by which somebody without an account reaches one thing, and its one-time code."""

import secrets
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel

CODE_LASTS = timedelta(hours=4)
MOST_WRONG_CODES = 10


class DoorLink(CheckedModel):
    """Of the token only its hash is kept. It is made from `seed` and the server's secret key, so that whoever may send
    it sees the same link again, while a stolen database opens no door; after a change of the key old links still open,
    but have to be made anew to be shown.

    What the link is for points to it: `link = OneToOneField(DoorLink, related_name=<the kind>)`. A new link replaces
    the old one, which then belongs to nothing and is dead.
    """

    class Kind(models.TextChoices):
        REFERRAL = "referral", "Rujukan"
        SENDER = "sender", "Kantor pengirim"
        COMMUNITY = "community", "WKSBM"
        JOURNEY = "journey", "Perjalanan pulang"

    kind = models.CharField("untuk", max_length=10, choices=Kind)
    # Whose telephone a closed door shows.
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="door_links", verbose_name="panti"
    )
    seed = models.CharField(max_length=43)
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField("berlaku sampai", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    revoked_at = models.DateTimeField("dimatikan pada", null=True, blank=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    replaced_by = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaces")
    code_hash = models.CharField(max_length=64, blank=True)
    code_expires_at = models.DateTimeField(null=True, blank=True)
    wrong_codes = models.PositiveSmallIntegerField("kode salah", default=0)

    class Meta:
        verbose_name = "tautan"
        verbose_name_plural = "tautan"
        constraints = [
            models.CheckConstraint(
                name="door_link_revoked_by_someone",
                condition=Q(revoked_at=None, revoked_by=None, replaced_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                violation_error_message="Tautan yang dimatikan mencatat siapa yang mematikannya.",
            ),
            models.CheckConstraint(
                name="door_link_code_has_end",
                condition=Q(code_hash="", code_expires_at=None) | (~Q(code_hash="") & Q(code_expires_at__isnull=False)),
                violation_error_message="Kode sekali pakai mempunyai batas waktu.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def subject(self):
        """What the link is for; None once another link took its place."""
        return getattr(self, self.kind, None)

    @property
    def token(self):
        """The secret itself, for whoever may send it; empty when the server's key has changed since."""
        token = token_of(self.seed)
        return token if constant_time_compare(hashed(token), self.token_hash) else ""

    @property
    def is_locked(self):
        return self.wrong_codes >= MOST_WRONG_CODES

    @property
    def refusal(self):
        """Why the door is shut, as a word that referrals.doors knows; empty while it is open."""
        if self.revoked_at:
            return "revoked"
        if self.expires_at and self.expires_at <= timezone.now():
            return "expired"
        return "locked" if self.is_locked else ""

    @property
    def has_code(self):
        return bool(self.code_hash) and self.code_expires_at > timezone.now()

    @classmethod
    def find(cls, token):
        """The link of this token, dead or alive, or None: one lookup by the hash, whatever was given."""
        return cls.objects.select_related("shelter").filter(token_hash=hashed(token)).first()

    @classmethod
    def mint(cls, kind, *, shelter, by, expires_at=None):
        seed = secrets.token_urlsafe(32)
        token = token_of(seed)
        link = cls(
            kind=kind, shelter=shelter, created_by=by, expires_at=expires_at, seed=seed, token_hash=hashed(token)
        )
        link.full_clean()
        link.save()
        return link, token

    @classmethod
    @transaction.atomic
    def mint_for(cls, subject, kind, *, by, shelter=None, expires_at=None):
        """A new link to the subject; the one it had dies at once."""
        rows = type(subject)._default_manager
        subject.refresh_from_db(fields=["link"], from_queryset=rows.select_for_update(of=["self"]))
        old = subject.link
        link, token = cls.mint(kind, shelter=shelter or subject.shelter, by=by, expires_at=expires_at)
        rows.filter(pk=subject.pk).update(link=link)
        subject.link = link
        if old:
            old._end(by=by, replaced_by=link)
        record(by=by, action="link.created", target=subject)
        return link, token

    @transaction.atomic
    def revoke(self, *, by):
        """Dead at once; only a new link opens again."""
        subject = self.subject
        self._lock()
        if self.revoked_at:
            raise ValidationError("Tautan ini sudah mati. Muat ulang halaman ini.")
        self._end(by=by)
        record(by=by, action="link.revoked", target=subject or self)

    @transaction.atomic
    def make_code(self, *, by):
        """Six digits to be said on the telephone; a code made earlier stops to work."""
        subject = self.subject
        self._lock()
        if self.refusal:
            raise ValidationError("Tautan ini tidak terbuka lagi. Buat tautan baru dahulu.")
        code = f"{secrets.randbelow(10**6):06}"
        self.code_hash, self.code_expires_at = self._hashed_code(code), timezone.now() + CODE_LASTS
        self.save(update_fields=["code_hash", "code_expires_at"])
        record(by=by, action="link.code_made", target=subject or self)
        return code

    @transaction.atomic
    def try_code(self, code):
        """Whether it is the code. It works once; ten wrong ones lock the link.

        Without a living code nothing can be guessed, and nothing is counted.
        """
        self._lock()
        if self.refusal or not self.has_code:
            return False
        right = constant_time_compare(self._hashed_code(code), self.code_hash)
        if right:
            self.code_hash, self.code_expires_at, self.wrong_codes = "", None, 0
        else:
            self.wrong_codes += 1
            if self.is_locked and self.subject:
                record(by=None, action="link.locked", target=self.subject)
        self.save(update_fields=["code_hash", "code_expires_at", "wrong_codes"])
        return right

    def _lock(self):
        self.refresh_from_db(from_queryset=DoorLink.objects.select_for_update(of=["self"]))

    def _end(self, *, by, replaced_by=None):
        if not self.revoked_at:
            self.revoked_at, self.revoked_by = timezone.now(), by
        self.replaced_by, self.code_hash, self.code_expires_at = replaced_by, "", None
        self.save()

    def _hashed_code(self, code):
        # A million codes are tried in a second: without the server's key the database alone must not tell.
        return salted_hmac("referrals.door.code", f"{self.token_hash}:{code}", algorithm="sha256").hexdigest()


class LinkOpening(CheckedModel):
    """Somebody held the link (pembukaan tautan): when, on what kind of device, and what they did there."""

    link = models.ForeignKey(DoorLink, models.CASCADE, related_name="openings", verbose_name="tautan")
    at = models.DateTimeField("waktu")
    device = models.CharField("perangkat", max_length=60)
    decided = models.CharField("yang dilakukan", max_length=100, blank=True)

    class Meta:
        verbose_name = "pembukaan tautan"
        verbose_name_plural = "pembukaan tautan"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.device}"


def token_of(seed):
    """256 bits that nobody has who holds the database alone: 43 characters that may stand in an address."""
    digest = salted_hmac("referrals.door", seed, algorithm="sha256").digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def hashed(token):
    return sha256(token.encode()).hexdigest()
