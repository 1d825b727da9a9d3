from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse

from cases.audit import record
from cases.models import Letter, Shelter, Standin, Stay, User
from cases.models.checked import CheckedModel
from cases.models.standin import standin_for
from cases.permissions import Perm
from reports.models.month_reports import MonthReportQuerySet
from reports.models.month_rules import RULES
from reports.month import Month
from reports.monthly import signing
from reports.monthly.digest import digest_of, sha256
from reports.monthly.snapshot import in_one_snapshot

STALE = "Status laporan ini “{}”. Muat ulang halaman ini."


class MonthReport(CheckedModel):
    """A shelter's month as its head signs it (laporan bulanan). Signed, nothing of it changes: the database sees to it.

    Revision 0 is the report; a later one (Ralat n) corrects the one before it, which is superseded from then on.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Konsep"
        SUBMITTED = "submitted", "Menunggu tanda tangan"
        SIGNED = "signed", "Ditandatangani"
        SUPERSEDED = "superseded", "Diganti"

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="month_reports", verbose_name="panti")
    year = models.PositiveSmallIntegerField("tahun")
    number = models.PositiveSmallIntegerField("bulan")
    revision = models.PositiveSmallIntegerField("ralat ke", default=0)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    reason = models.CharField("alasan ralat", max_length=300, blank=True)
    # Why it may be handed in although the check list says that a figure is wrong; the head's word.
    gaps_reason = models.CharField("alasan tetap diajukan", max_length=300, blank=True)
    gaps_at = models.DateTimeField(null=True, blank=True)
    gaps_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField("diajukan pada", null=True, blank=True)
    submitted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diajukan oleh"
    )
    returned_at = models.DateTimeField("dikembalikan pada", null=True, blank=True)
    returned_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dikembalikan oleh"
    )
    return_reason = models.CharField("alasan dikembalikan", max_length=300, blank=True)
    signed_at = models.DateTimeField("ditandatangani pada", null=True, blank=True)
    signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditandatangani oleh"
    )
    signed_as = models.ForeignKey(Standin, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Plh.")

    # Frozen at signing: everything that is printed (reports.monthly.figures), and what a Ralat changed and why.
    figures = models.JSONField("angka", default=dict, blank=True)
    differences = models.JSONField("selisih", default=dict, blank=True)
    digest = models.CharField("sidik", max_length=64, blank=True)
    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="month_report", verbose_name="surat"
    )
    pdf = models.FileField("cetakan", upload_to="laporan/", blank=True)
    pdf_digest = models.CharField("sidik cetakan", max_length=64, blank=True)

    objects = MonthReportQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan bulanan"
        verbose_name_plural = "laporan bulanan"
        ordering = ["-year", "-number", "shelter__name", "-revision"]
        constraints = RULES

    def __str__(self):
        return f"{self.title} {self.month.label}"

    def get_absolute_url(self):
        return reverse("reports:spm_month", args=[self.shelter.slug, self.year, self.number])

    @property
    def month(self):
        return Month(self.year, self.number)

    @property
    def title(self):
        return f"Ralat {self.revision}" if self.revision else "Laporan bulanan"

    @property
    def is_frozen(self):
        return self.status in (self.Status.SIGNED, self.Status.SUPERSEDED)

    @classmethod
    @transaction.atomic
    def allow_gaps(cls, shelter, month, *, by, reason):
        """The head lets the month be handed in although the check list says that a figure is wrong, and says why."""
        report = cls._open(shelter, month)
        report._require([cls.Status.DRAFT, cls.Status.SUBMITTED])
        report._refuse_stranger(by, Perm.REVIEW)
        if not reason:
            raise ValidationError({"reason": "Tulis mengapa laporan tetap dapat diajukan."})
        report.gaps_reason, report.gaps_at, report.gaps_by = reason, shelter.now(), by
        report._finish("monthreport.allowed", by=by, reason=reason)
        return report

    @classmethod
    @transaction.atomic
    def submit(cls, shelter, month, *, by, reason=""):
        """Hand a month that is over to the head; after a signature that is Ralat n, which says why (`reason`)."""
        refuse_month(shelter, month)
        report = cls._open(shelter, month)
        report._require([cls.Status.DRAFT])
        report._refuse_stranger(by, Perm.FILE)
        if report.revision:
            if not reason:
                raise ValidationError({"reason": "Tulis alasan ralat."})
            if not signing.differences_of(report.earlier):
                raise ValidationError("Data bulan ini sama dengan laporan yang ditandatangani; tidak ada yang diralat.")
        signing.refuse_gaps(report)
        report.status, report.reason = cls.Status.SUBMITTED, reason
        report.submitted_at, report.submitted_by = shelter.now(), by
        report._finish("monthreport.submitted", by=by, reason=reason)
        return report

    @transaction.atomic
    def return_to_draft(self, *, by, reason):
        self._lock()
        self._require([self.Status.SUBMITTED])
        self._refuse_stranger(by, Perm.REVIEW)
        if not reason:
            raise ValidationError({"reason": "Tulis apa yang perlu diperbaiki."})
        self.status, self.return_reason = self.Status.DRAFT, reason
        self.returned_at, self.returned_by = self.shelter.now(), by
        self._finish("monthreport.returned", by=by, reason=reason)

    def sign(self, *, by, address=str, printed=True):
        """Freeze figures, people and paper as they are at one moment, whoever else writes meanwhile.

        `address` makes a full address of a path, for the code on the paper. `printed=False` leaves the paper to the
        first who asks for it; what it says is frozen all the same.
        """
        stored = []
        try:
            in_one_snapshot(lambda: self._sign(by=by, address=address, stored=stored if printed else None))
        except BaseException:
            signing.remove(self.pdf.storage, stored)
            raise

    def _sign(self, *, by, address, stored):
        self._lock()
        self._require([self.Status.SUBMITTED])
        self._refuse_stranger(by, Perm.REVIEW)
        self._refuse_own_work(by)
        signing.remove(self.pdf.storage, stored or [])  # of a try that a conflict ended
        earlier = self.earlier
        self.figures, people = signing.freeze(self)
        if earlier:
            self.differences = signing.differences_of(earlier, self.figures, people)
            if not self.differences:
                raise ValidationError("Data sama lagi dengan laporan yang ditandatangani. Kembalikan pengajuan ini.")
        self.signed_at, self.signed_by = self.shelter.now(), by
        self.signed_as = standin_for(by, self.shelter)
        self.letter = self._number(earlier, by=by)
        self.figures |= signing.signature(self)
        signing.keep_people(self, people)
        self.digest = digest_of(self, people)
        if stored is not None:
            self.pdf, self.pdf_digest = signing.store(self, address, stored)
        self.status = self.Status.SIGNED
        self._finish("monthreport.signed", by=by, number=self.letter.number)

    def _number(self, earlier, *, by):
        if not earlier:
            subject = f"Laporan bulanan {self.month.label}"
            signer = by if self.signed_as else None
            return Letter.issue(Letter.Kind.MONTH_REPORT, shelter=self.shelter, by=by, subject=subject, signer=signer)
        earlier.status = self.Status.SUPERSEDED
        earlier.save(update_fields=["status"])
        first = MonthReport.objects.of_month(self.shelter, self.month).get(revision=0)
        return earlier.letter.revise(self.revision, by=by, root=first.letter)

    @transaction.atomic
    def print_once(self, *, address=str):
        """The stored paper. What was signed without one is drawn from what was frozen, once, and kept from then on."""
        if not self.pdf:
            self._lock()
        if not self.pdf:
            stored = []
            try:
                self.pdf, self.pdf_digest = signing.store(self, address, stored)
                self.save(update_fields=["pdf", "pdf_digest"])
            except BaseException:
                signing.remove(self.pdf.storage, stored)
                raise
        with self.pdf.storage.open(self.pdf.name) as file:
            return file.read()

    @property
    def earlier(self):
        """The signed revision that this one corrects."""
        if not self.revision:
            return None
        return MonthReport.objects.of_month(self.shelter, self.month).get(revision=self.revision - 1)

    def broken(self):
        """What no longer is as it was signed, in words; empty when all is well."""
        wrong = []
        if self.digest != digest_of(self, signing.kept_people(self)):
            wrong.append("angka atau daftar orangnya berubah")
        if self.pdf:
            try:
                with self.pdf.storage.open(self.pdf.name) as file:
                    same = sha256(file.read()) == self.pdf_digest
            except OSError:
                wrong.append("berkas PDF tidak ada")
            else:
                wrong += [] if same else ["berkas PDF berubah"]
        return wrong

    @classmethod
    def _open(cls, shelter, month):
        """The revision that is being prepared, locked; two people who begin it at once share one row."""
        of_month = cls.objects.of_month(shelter, month)
        last = of_month.order_by("-revision").first()
        if last is None or last.status == cls.Status.SIGNED:
            revision = last.revision + 1 if last else 0
            new = cls(shelter=shelter, year=month.year, number=month.number, revision=revision)
            cls.objects.bulk_create([new], ignore_conflicts=True)
        return of_month.select_for_update(of=["self"]).select_related("shelter").order_by("-revision").first()

    def _lock(self):
        self.refresh_from_db(from_queryset=MonthReport.objects.for_page().select_for_update(of=["self"]))

    def _require(self, statuses):
        if self.status not in statuses:
            raise ValidationError(STALE.format(self.get_status_display()))

    def _refuse_stranger(self, by, perm):
        if perm not in by.perms_at(self.shelter):
            raise ValidationError("Hanya pegawai panti ini yang dapat melakukannya.")

    def _refuse_own_work(self, by):
        """Two people stand behind a report, wherever two people work."""
        if by.pk == self.submitted_by_id and signing.colleagues(self.shelter, by).exists():
            raise ValidationError("Laporan ditandatangani oleh orang lain, bukan oleh yang mengajukannya.")

    def _finish(self, action, *, by, **details):
        self.full_clean(exclude=["figures", "differences"])
        self.save()
        record(by=by, action=action, target=self, period=str(self.month), revision=self.revision, **details)


def refuse_month(shelter, month):
    """A month is handed in when it is over at the shelter, and the shelter kept people by then."""
    if month.last >= shelter.today():
        raise ValidationError(f"{month.label} belum selesai di {shelter}. Laporan diajukan sejak tanggal 1 berikutnya.")
    if not Stay.objects.filter(shelter=shelter, entered_on__lte=month.last).kept().exists():
        raise ValidationError(f"{shelter} belum mencatat penghuni sampai {month.label}; tidak ada yang dilaporkan.")
