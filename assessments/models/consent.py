from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from assessments.models.consent_rules import RULES
from assessments.models.consent_words import Purpose, statement
from cases.audit import record
from cases.models import Letter, Stay, User
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.release import GROWN_UP
from cases.permissions import Perm


class ConsentQuerySet(OfStayQuerySet):
    def in_force(self, of, purpose, partner="", on=None):
        """Agreed for this purpose, and neither ended nor withdrawn on a day. `of`: a Stay or a Client.

        For sharing, `partner` names with whom: a consent to tell one institution tells no other.
        """
        on = on or timezone.localdate()
        mine = Q(stay=of) if isinstance(of, Stay) else Q(stay__client=of)
        # One without a date ends with the stay.
        lasts = Q(valid_until__gte=on) | Q(valid_until=None, stay__ended_on=None)
        lasts |= Q(valid_until=None, stay__ended_on__gte=on)
        found = self.filter(mine, lasts, purpose=purpose, status=Consent.Status.GIVEN, decided_on__lte=on)
        return found.filter(partner__iexact=str(partner).strip()) if purpose == Purpose.SHARE else found

    def for_page(self):
        return self.select_related(
            "stay__client", "stay__shelter", "letter", "prepared_by", "recorded_by", "withdrawn_by", "voided_by"
        )


class Consent(CheckedModel):
    """Informed consent (persetujuan setelah penjelasan): what for, who agreed and how, and until when.

    The words that were explained are kept as they were. A refusal is an answer too, and a withdrawal deletes nothing.
    """

    Purpose = Purpose

    class Status(models.TextChoices):
        OPEN = "open", "Belum dijawab"
        GIVEN = "given", "Disetujui"
        REFUSED = "refused", "Tidak disetujui"
        UNABLE = "unable", "Belum mampu menyatakan"
        WITHDRAWN = "withdrawn", "Dicabut"
        VOID = "void", "Dibatalkan"

    class Giver(models.TextChoices):
        CLIENT = "client", "Klien sendiri"
        GUARDIAN = "guardian", "Wali atau keluarga"
        HEAD = "head", "Kepala panti, untuk anak tanpa wali"

    class Way(models.TextChoices):
        SIGNATURE = "signature", "Tanda tangan"
        THUMB = "thumb", "Cap jempol"
        SPOKEN = "spoken", "Lisan, dengan dua saksi"

    NEXT = {
        Status.OPEN: {Status.GIVEN, Status.REFUSED, Status.UNABLE, Status.VOID},
        Status.UNABLE: {Status.GIVEN, Status.REFUSED, Status.VOID},
        Status.GIVEN: {Status.WITHDRAWN, Status.VOID},
        Status.REFUSED: {Status.VOID},
    }

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="consents", verbose_name="masa tinggal")
    letter = models.OneToOneField(Letter, models.PROTECT, related_name="consent_form", verbose_name="surat")
    purpose = models.CharField("untuk apa", max_length=12, choices=Purpose)
    # By name: the list of partners stands on the floor above.
    partner = models.CharField("lembaga penerima data", max_length=150, blank=True)
    detail = models.TextField("rincian", max_length=1000, blank=True)
    statement = models.TextField("yang dijelaskan", max_length=4000)
    explained_by = models.CharField("dijelaskan oleh", max_length=150)
    language = models.CharField("bahasa atau cara menjelaskan", max_length=100, default="Bahasa Indonesia")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)
    status = models.CharField("jawaban", max_length=10, choices=Status, default=Status.OPEN)
    prepared_at = models.DateTimeField(auto_now_add=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disiapkan oleh")

    decided_on = models.DateField("tanggal dijawab", null=True, blank=True)
    given_by = models.CharField("dijawab oleh", max_length=10, choices=Giver, blank=True)
    giver_name = models.CharField("nama yang menjawab", max_length=150, blank=True)
    giver_relation = models.CharField("hubungan dengan klien", max_length=100, blank=True)
    way = models.CharField("cara menyatakan", max_length=10, choices=Way, blank=True)
    witness_1 = models.CharField("saksi 1", max_length=150, blank=True)
    witness_2 = models.CharField("saksi 2", max_length=150, blank=True)
    reason = models.CharField("alasan atau keterangan", max_length=300, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    withdrawn_on = models.DateField("dicabut pada", null=True, blank=True)
    withdrawn_by_name = models.CharField("dicabut oleh", max_length=150, blank=True)
    withdraw_reason = models.CharField("alasan dicabut", max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "persetujuan"
        verbose_name_plural = "persetujuan"
        ordering = ["-prepared_at", "-pk"]
        indexes = [models.Index(fields=["stay", "purpose", "status"], name="consent_in_force")]
        constraints = RULES

    def __str__(self):
        partner = f" kepada {self.partner}" if self.partner else ""
        return f"{self.get_purpose_display()}{partner}"

    def get_absolute_url(self):
        return reverse("assessments:consent_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def points(self):
        return self.statement.split("\n")

    @property
    def is_ended(self):
        """Agreed, and its time is over."""
        last = self.valid_until or self.stay.ended_on
        return self.status == self.Status.GIVEN and last is not None and last < self.shelter.today()

    @property
    def next_statuses(self):
        return self.NEXT.get(self.status, set())

    @transaction.atomic
    def prepare(self, *, by):
        """The paper to be explained and signed gets its number; what it says is kept with it."""
        if not self.stay.is_resident:
            raise ValidationError("Masa tinggal ini sudah berakhir.")
        self.statement = statement(self)
        self.prepared_by = by
        self.full_clean(exclude=["letter"])  # a paper that is refused takes no number
        self.letter = Letter.issue(Letter.Kind.CONSENT, shelter=self.shelter, by=by, about=self.stay)
        self.full_clean()
        self.save()
        record(by=by, action="consent.created", target=self, number=self.letter.number, purpose=self.purpose)

    @transaction.atomic
    def answer(self, *, by, status, on, given_by="", name="", relation="", way="", witnesses=("", ""), reason=""):
        """What was answered on paper or aloud: yes, no, or not able to say."""
        self._lock(status)
        self._refuse_wrong_giver(by, given_by, status)
        if status == self.Status.UNABLE:
            given_by = name = relation = way = ""
        elif given_by == self.Giver.CLIENT:
            name, relation = name or self.stay.client.display_name, ""
        self.decided_on, self.given_by, self.giver_name, self.giver_relation = on, given_by, name, relation
        self.way, (self.witness_1, self.witness_2), self.reason = way, witnesses, reason
        self.recorded_at, self.recorded_by = self.shelter.now(), by
        self._refuse_future("on", on)
        self._finish(status, "consent.given" if status == self.Status.GIVEN else "consent.answered", by=by)

    def _refuse_wrong_giver(self, by, given_by, status):
        age = self.stay.client.age_on(self.shelter.today())
        child = age is not None and age < GROWN_UP
        if given_by == self.Giver.HEAD and not child:
            raise ValidationError({"given_by": "Kepala panti hanya menyetujui untuk anak tanpa wali."})
        if given_by == self.Giver.HEAD and Perm.REVIEW not in by.perms_at(self.shelter):
            raise ValidationError({"given_by": "Persetujuan atas nama anak dicatat oleh kepala panti sendiri."})
        if status != self.Status.GIVEN:
            return
        if given_by == self.Giver.CLIENT and child:
            raise ValidationError({"given_by": "Klien masih anak: persetujuan diberikan wali atau kepala panti."})
        if self.purpose == Purpose.PUBLICATION and child:
            raise ValidationError("Foto atau cerita anak tidak dipublikasikan.")

    @transaction.atomic
    def withdraw(self, *, by, on, name, reason=""):
        """From now on it no longer holds; what was done under it stays on the trail."""
        self._lock(self.Status.WITHDRAWN)
        self._refuse_future("on", on)
        self.withdrawn_on, self.withdrawn_by_name, self.withdraw_reason = on, name, reason
        self.withdrawn_at, self.withdrawn_by = self.shelter.now(), by
        self._finish(self.Status.WITHDRAWN, "consent.withdrawn", by=by)

    @transaction.atomic
    def void(self, *, by, reason):
        """Made by mistake: the number stays, void."""
        self._lock(self.Status.VOID)
        self.letter.void(reason)
        self.voided_at, self.voided_by = self.shelter.now(), by
        self._finish(self.Status.VOID, "consent.voided", by=by, reason=reason)

    def _lock(self, status):
        self.refresh_from_db(from_queryset=Consent.objects.for_page().select_for_update(of=["self"]))
        if status not in self.next_statuses:
            raise ValidationError(f"Persetujuan ini “{self.get_status_display()}”. Muat ulang halaman ini.")

    def _refuse_future(self, field, day):
        if day > self.shelter.today():
            raise ValidationError({field: "Tanggal belum tiba."})

    def _finish(self, status, action, *, by, **details):
        self.status = status
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, purpose=self.purpose, answer=str(status), **details)
