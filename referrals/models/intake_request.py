from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from cases.audit import record
from cases.models import Counter, Shelter, Sweep, User
from cases.models.checked import CheckedModel
from referrals.models.intake_requests import IntakeRequestQuerySet
from referrals.models.sender import SenderOffice
from referrals.models.voice import Channel, Voice

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misread on paper
CODE_LENGTH = 10


class IntakeRequest(CheckedModel):
    """Somebody asks a shelter to take people in (permintaan penerimaan): a known sender by its link, or the public."""

    class State(models.TextChoices):
        NEW = "new", "Baru"
        QUESTION = "question", "Menunggu jawaban pengirim"
        ACCEPTED = "accepted", "Diterima"
        REFUSED = "refused", "Tidak dapat diterima"

    class Reason(models.TextChoices):
        FULL = "full", "Daya tampung penuh"
        SCOPE = "scope", "Di luar sasaran layanan panti"
        AREA = "area", "Di luar wilayah kerja"
        HEALTH = "health", "Perlu rumah sakit lebih dahulu"
        DOUBLE = "double", "Sudah dilaporkan sebelumnya"
        UNCLEAR = "unclear", "Keterangan kurang dan tidak dapat dihubungi"
        OTHER = "other", "Lainnya"

    NEXT = {
        State.NEW: {State.QUESTION, State.ACCEPTED, State.REFUSED},
        State.QUESTION: {State.NEW, State.ACCEPTED, State.REFUSED},
    }

    key = models.UUIDField(unique=True)
    number = models.CharField("nomor", max_length=30, unique=True)
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="intake_requests", verbose_name="panti")
    office = models.ForeignKey(
        SenderOffice, models.PROTECT, null=True, blank=True, related_name="requests", verbose_name="kantor pengirim"
    )
    code_hash = models.CharField(max_length=64, blank=True)
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.NEW)
    sent_at = models.DateTimeField("dikirim", auto_now_add=True)

    agency = models.CharField("instansi atau kelompok", max_length=150, blank=True)
    bringer = models.CharField("nama petugas", max_length=100)
    rank = models.CharField("pangkat atau jabatan", max_length=100, blank=True)
    phone = models.CharField("nomor HP", max_length=30)
    letter_number = models.CharField("nomor surat", max_length=100, blank=True)
    letter = models.FileField("surat", upload_to="permintaan/", blank=True)
    photo = models.FileField("foto", upload_to="permintaan/", blank=True)
    expected_on = models.DateField("rencana datang", null=True, blank=True)
    expected_at = models.TimeField("jam rencana datang", null=True, blank=True)
    found_on = models.DateField("tanggal ditemukan", null=True, blank=True)
    found_at = models.CharField("ditemukan di", max_length=200, blank=True)
    remarks = models.TextField("catatan keamanan dan keselamatan", max_length=2000, blank=True)

    passed_from = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diteruskan dari"
    )
    passed_at = models.DateTimeField(null=True, blank=True)
    passed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    pass_note = models.CharField("alasan diteruskan", max_length=300, blank=True)
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField("alasan tidak diterima", max_length=10, choices=Reason, blank=True)
    reason_text = models.CharField("keterangan", max_length=500, blank=True)
    sweep = models.OneToOneField(
        Sweep, models.PROTECT, null=True, blank=True, related_name="intake_request", verbose_name="razia"
    )

    objects = IntakeRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan penerimaan"
        verbose_name_plural = "permintaan penerimaan"
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index(fields=["shelter", "state", "-sent_at"], name="intake_request_shelter"),
            models.Index(fields=["office", "-sent_at"], name="intake_request_office"),
        ]
        constraints = [
            models.CheckConstraint(
                name="intake_request_decided_at_and_by",
                condition=Q(state__in=["new", "question"], decided_at=None, decided_by=None)
                | Q(state__in=["accepted", "refused"], decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_request_refused_with_reason",
                condition=(Q(state="refused") & ~Q(reason="")) | (~Q(state="refused") & Q(reason="", reason_text="")),
                violation_error_message="Pilih alasan permintaan tidak dapat diterima.",
            ),
            models.CheckConstraint(
                name="intake_request_other_reason_told",
                condition=~Q(reason="other") | ~Q(reason_text=""),
                violation_error_message="Tulis alasan lainnya.",
            ),
            models.CheckConstraint(
                name="intake_request_passed_at_and_by",
                condition=Q(passed_from=None, passed_at=None, passed_by=None, pass_note="")
                | Q(passed_from__isnull=False, passed_at__isnull=False, passed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_request_passed_elsewhere", condition=Q(passed_from=None) | ~Q(passed_from=F("shelter")),
                violation_error_message="Pilih panti lain.",
            ),
            models.CheckConstraint(
                name="intake_request_office_or_code",
                condition=Q(office__isnull=False, code_hash="") | (Q(office=None) & ~Q(code_hash="")),
            ),
            models.CheckConstraint(
                name="intake_request_sweep_when_accepted", condition=Q(sweep=None) | Q(state="accepted")
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Permintaan {self.number}"

    def get_absolute_url(self):
        return reverse("referrals:request_detail", args=[self.pk])

    @property
    def is_public(self):
        return self.office_id is None

    @property
    def is_waiting(self):
        return self.state in (self.State.NEW, self.State.QUESTION)

    @property
    def voice(self):
        return Voice(self.bringer, ", ".join(filter(None, [self.rank, self.agency])), Channel.LINK)

    @property
    def received_count(self):
        """Of with_counts(): taken in hand, and neither in care nor finished; nothing before somebody accepted."""
        if self.state != self.State.ACCEPTED:
            return 0
        return self.person_count - self.care_count - self.finished_count

    @property
    def public_stage(self):
        """All that somebody from the public is told of a report, of with_counts()."""
        if self.state == self.State.REFUSED:
            return "Selesai"
        if self.state == self.State.ACCEPTED:
            return "Selesai" if self.finished_count == self.person_count else "Ditangani"
        return "Diterima"

    def code(self):
        """What opens the state of a public report: made from its key, so that a form sent twice shows it again."""
        digest = salted_hmac("referrals.report", str(self.key), algorithm="sha256").digest()
        return "".join(CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in digest[:CODE_LENGTH])

    def is_code(self, text):
        return bool(self.code_hash) and constant_time_compare(hashed_code(text), self.code_hash)

    def send(self, people):
        """Arrive at the shelter with its persons. The same form sent again finds what the first made: (it, new)."""
        before = self._sent_before()
        if before:
            return before, False
        try:
            with transaction.atomic():
                self._arrive(people)
        except IntegrityError:  # the other half of a double click was faster
            return self._sent_before(), False
        return self, True

    def _sent_before(self):
        found = IntakeRequest.objects.filter(key=self.key).first()
        if found and found.office_id != self.office_id:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return found

    def _arrive(self, people):
        year = self.shelter.today().year
        self.number = f"{self.shelter.code}-P{year}-{Counter.next(self.shelter, 'request', year):04}"
        self.code_hash = hashed_code(self.code()) if self.office_id is None else ""
        self.full_clean(exclude=["key"])
        self.save()
        for serial, values in enumerate(people, 1):
            person = self.people.model(request=self, serial=serial, **values)
            person.full_clean()
            person.save()
        record(by=self.voice, action="intakerequest.sent", target=self, number=self.number, people=len(people))

    def ask(self, text, *, by):
        self._move_to(self.State.QUESTION, "intakerequest.asked", by=by, text=text)

    def reply(self, text):
        """The sender answers by the link."""
        self._move_to(self.State.NEW, "intakerequest.replied", by=self.voice, text=text)

    def accept(self, *, by, text=""):
        """Yes: they may come. `text` is for the sender."""
        self._move_to(
            self.State.ACCEPTED, "intakerequest.accepted", by=by, text=text,
            decided_by=by, decided_at=self.shelter.now(),
        )  # fmt: skip

    def refuse(self, *, by, reason, text=""):
        """No, with a listed reason; a known sender reads reason and text in full."""
        if reason == self.Reason.OTHER and not text:
            raise ValidationError({"text": "Tulis alasan lainnya."})
        self._move_to(
            self.State.REFUSED, "intakerequest.refused", by=by, reason=reason, reason_text=text,
            decided_by=by, decided_at=self.shelter.now(),
        )  # fmt: skip

    @transaction.atomic
    def pass_on(self, *, by, to, note=""):
        """To another shelter of the system, which decides; it leaves this one's list."""
        self.lock()
        self._refuse_decided()
        if to == self.shelter:
            raise ValidationError({"to": "Pilih panti lain."})
        before, self.shelter = self.shelter, to
        self.passed_from, self.passed_by, self.passed_at, self.pass_note = before, by, before.now(), note
        self.full_clean()
        self.save()
        for shelter in (before, to):
            record(by=by, action="intakerequest.passed", target=self, shelter=shelter, to=str(to), reason=note)

    @transaction.atomic
    def _move_to(self, state, action, *, by, text="", **changes):
        self.lock()
        if state not in self.NEXT.get(self.state, ()):
            self._refuse_decided()
            raise ValidationError("Permintaan ini tidak sedang menunggu jawaban Anda. Muat ulang halaman ini.")
        before, self.state = self.state, state
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        if text:
            typed_by = by if by.pk else None
            self.messages.create(typed_by=typed_by, text=text, name=str(by)[:150])
        record(by=by, action=action, target=self, before=before)

    def _refuse_decided(self):
        if not self.is_waiting:
            said = self.get_state_display().lower()
            raise ValidationError(f"Permintaan ini sudah dijawab “{said}” oleh {self.decided_by}. Muat ulang halaman.")

    def lock(self):
        self.refresh_from_db(from_queryset=IntakeRequest.objects.select_for_update(of=["self"]))


def hashed_code(text):
    """Compared without blanks, dashes and case, as it is read from paper."""
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    return salted_hmac("referrals.report.code", plain, algorithm="sha256").hexdigest()
