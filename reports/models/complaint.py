from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, roles_with
from referrals.models import IntakeRequest
from reports.models import complaint_words as words
from reports.models.complaint_number import ComplaintCounter
from reports.models.complaint_rules import RULES
from reports.models.complaint_words import Addressee, Kind, Secrecy, Status
from reports.models.complaints import ComplaintQuerySet

# Whoever works at a shelter with files and assessments can be given a complaint; the officer on duty never reads one.
HANDLERS = roles_with(Perm.FILE)


class Complaint(CheckedModel):
    """What somebody tells the shelter or, past it, the department: a complaint, a suggestion, a question, thanks.

    `about`: of which shelter it speaks. In the shelter's register stands only what is addressed to the shelter: the
    secret, and what concerns its head, is the department's from the first moment.
    """

    Status, Kind = Status, Kind

    key = models.UUIDField(unique=True)
    number = models.CharField("nomor", max_length=30, unique=True)
    code_hash = models.CharField(max_length=64)
    channel = models.CharField("saluran", max_length=10, choices=words.Channel)
    addressed_to = models.CharField("ditujukan kepada", max_length=10, choices=Addressee)
    about = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="complaints", verbose_name="tentang panti"
    )
    about_head = models.BooleanField("tentang kepala panti", default=False)
    kind = models.CharField("jenis", max_length=12, choices=Kind)
    subject = models.CharField("perihal", max_length=150)
    text = models.TextField("isi", max_length=4000)
    happened_on = models.DateField("tanggal kejadian", null=True, blank=True)
    file = models.FileField("lampiran", upload_to="pengaduan/", blank=True)
    reporter_name = models.CharField("nama pengirim", max_length=100, blank=True)
    reporter_phone = models.CharField("telepon pengirim", max_length=30, blank=True)
    reporter_email = models.EmailField("surel pengirim", blank=True)
    confidentiality = models.CharField("kerahasiaan", max_length=10, choices=Secrecy, default=Secrecy.OPEN)
    sp4n_id = models.CharField("nomor SP4N-LAPOR!", max_length=30, blank=True)
    status = models.CharField("keadaan", max_length=12, choices=Status, default=Status.RECEIVED)

    received_at = models.DateTimeField("diterima")
    received_on = models.DateField("tanggal diterima")
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    counted_from = models.DateField("tenggat dihitung sejak")  # the day it came, or was last reopened
    verified_at = models.DateTimeField("diverifikasi", null=True, blank=True)
    verified_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    verdict = models.TextField("penjelasan bagi pengirim", max_length=1000, blank=True)
    reason = models.CharField("alasan tidak dapat diproses", max_length=10, choices=words.Reason, blank=True)
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="duplicates", verbose_name="ganda dari"
    )
    forwarded_to = models.CharField("diteruskan kepada", max_length=150, blank=True)
    assigned_to = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="complaints", verbose_name="ditangani oleh"
    )
    assigned_at = models.DateTimeField(null=True, blank=True)
    assigned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    followed_at = models.DateTimeField("tindak lanjut pertama", null=True, blank=True)
    followed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("dijawab", null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField("ditutup", null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    satisfaction = models.PositiveSmallIntegerField(
        "kepuasan pengirim", null=True, blank=True, choices=words.Satisfaction
    )
    reopened_at = models.DateTimeField("dibuka kembali oleh pengirim", null=True, blank=True)
    reopened_count = models.PositiveSmallIntegerField("berapa kali dibuka kembali", default=0)
    request = models.OneToOneField(
        IntakeRequest, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="permintaan penerimaan"
    )

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = "pengaduan"
        verbose_name_plural = "pengaduan"
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["about", "-received_at"], name="complaint_about"),
            models.Index(fields=["status", "counted_from"], name="complaint_waiting"),
        ]
        constraints = RULES

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"

    def get_absolute_url(self):
        return reverse("reports:complaint_detail", args=[self.pk])

    @property
    def shelter(self):
        """In whose register it stands; None: the department's. The trail too is read where the complaint is."""
        return self.about if self.addressed_to == Addressee.SHELTER else None

    @property
    def stage(self):
        return words.STAGES[self.status]

    @property
    def is_open(self):
        return self.status in words.OPEN

    @property
    def tells_words(self):
        """Of somebody who needs help the sender learns the stage and no word more."""
        return self.kind != Kind.PERSON

    def today(self):
        return self.about.today() if self.about else timezone.localdate()

    def handlers(self):
        """Who may be given it."""
        roles = HANDLERS if self.shelter else roles_with(Perm.COMPLAINTS)
        held = Q(memberships__shelter=self.shelter, memberships__role__in=roles, memberships__ended_on=None)
        return User.objects.filter(held, is_active=True).distinct().order_by("name", "pk")

    def code(self):
        """What opens it for the sender: made from its key, so that a form sent twice shows the same once more."""
        digest = salted_hmac("reports.complaint", str(self.key), algorithm="sha256").digest()
        code = "".join(words.CODE_LETTERS[byte % len(words.CODE_LETTERS)] for byte in digest[: words.CODE_LENGTH])
        return f"{code[:5]}-{code[5:]}"  # in two pieces, as it is read aloud and copied from paper

    def is_code(self, text):
        return constant_time_compare(hashed_code(text), self.code_hash)

    def receive(self, *, by):
        """Into the register, with its number. The same form sent again finds what the first made: (it, new).

        `by`: a User, or the Sender of a public form.
        """
        before = self._received_before(by)
        if before:
            return before, False
        try:
            with transaction.atomic():
                self._enter(by)
        except IntegrityError:  # the other half of a double click was faster
            return self._received_before(by), False
        return self, True

    def _received_before(self, by):
        found = Complaint.objects.filter(key=self.key).first()
        if found and found.received_by_id != by.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return found

    def _enter(self, by):
        self.received_at, self.received_on = timezone.now(), self.today()
        self.counted_from, self.received_by = self.received_on, by if by.pk else None
        if self.confidentiality == Secrecy.SECRET or self.about_head:
            self.addressed_to = Addressee.DEPARTMENT
        self.number = ComplaintCounter.next_number(self.shelter, self.received_on.year)
        self.code_hash = hashed_code(self.code())
        self.full_clean(exclude=["key"])
        self.save()
        record(by=by, action="complaint.received", target=self, number=self.number, channel=self.channel)

    def verify(self, *, by):
        """It is ours to work on."""
        self._turn(Status.VERIFIED, [Status.RECEIVED], "complaint.verified", by=by, **self._by("verified", by))

    def refuse(self, *, by, reason, text=""):
        self._turn(
            Status.REFUSED, [Status.RECEIVED], "complaint.refused", by=by, reason=reason, verdict=text,
            **self._by("verified", by),
        )  # fmt: skip

    def mark_duplicate(self, *, by, of, text=""):
        self._turn(
            Status.DUPLICATE, [Status.RECEIVED], "complaint.doubled", by=by, duplicate_of=of, verdict=text,
            **self._by("verified", by),
        )  # fmt: skip

    def forward(self, *, by, to, text=""):
        """Not ours, and whose it is."""
        self._turn(
            Status.FORWARDED, [Status.RECEIVED], "complaint.forwarded", by=by, forwarded_to=to, verdict=text,
            **self._by("verified", by),
        )  # fmt: skip

    @transaction.atomic
    def hand_up(self, *, by):
        """From the shelter to the department, with its number; the shelter does not see it any more."""
        self.lock()
        if self.shelter is None or not self.is_open:
            raise ValidationError("Pengaduan ini tidak dapat diserahkan ke dinas lagi. Muat ulang halaman ini.")
        record(by=by, action="complaint.raised", target=self, number=self.number)
        self.addressed_to = Addressee.DEPARTMENT
        self.assigned_to = self.assigned_at = self.assigned_by = None
        self._keep()
        record(by=by, action="complaint.raised", target=self, number=self.number)

    @transaction.atomic
    def assign(self, to, *, by):
        self.lock()
        if not self.is_open:
            raise ValidationError("Pengaduan ini sudah selesai. Muat ulang halaman ini.")
        if not self.handlers().contains(to):
            raise ValidationError({"to": "Pilih petugas yang boleh menangani pengaduan ini."})
        self.assigned_to, self.assigned_at, self.assigned_by = to, timezone.now(), by
        self._keep()
        record(by=by, action="complaint.assigned", target=self, number=self.number, to=str(to))

    @transaction.atomic
    def note_sp4n(self, number, *, by):
        """The number that it bears in SP4N-LAPOR!, which knows nothing of this register."""
        self.lock()
        self.sp4n_id = number
        self._keep()
        record(by=by, action="complaint.numbered", target=self, number=self.number)

    def answer(self, text, *, by):
        """The words that the sender reads, and the end of the work on it."""
        followed = {} if self.followed_at else self._by("followed", by)
        with transaction.atomic():
            self._turn(
                Status.ANSWERED, words.WORKING, "complaint.answered", by=by, **self._by("answered", by), **followed
            )
            self.steps.model.put(self, "answer", text, by=by)

    def close(self, *, by, satisfaction=None):
        """Nothing more to do. `satisfaction`: what the sender said of it, where they did."""
        said = {"satisfaction": satisfaction} if satisfaction else {}
        self._turn(Status.CLOSED, [Status.ANSWERED], "complaint.closed", by=by, **self._by("closed", by), **said)

    @staticmethod
    def _by(act, by):
        return {f"{act}_at": timezone.now(), f"{act}_by": by}

    @transaction.atomic
    def _turn(self, status, before, action, *, by, **changes):
        self.lock()
        if self.status not in before:
            raise ValidationError(f"Pengaduan ini sudah “{self.get_status_display().lower()}”. Muat ulang halaman ini.")
        old, self.status = self.status, status
        for field, value in changes.items():
            setattr(self, field, value)
        self._keep()
        record(by=by, action=action, target=self, number=self.number, before=old)

    def _keep(self):
        self.full_clean()
        self.save()

    def lock(self):
        self.refresh_from_db(from_queryset=Complaint.objects.select_for_update(of=["self"]))


def hashed_code(text):
    """Compared without blanks, dashes and case, as it is read from paper."""
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    return salted_hmac("reports.complaint.code", plain, algorithm="sha256").hexdigest()
