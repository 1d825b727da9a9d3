from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from assessments.models.plan import InterventionPlan
from assessments.models.plan_rules import both_or_neither
from cases.audit import record
from cases.models import Letter, Relative, User
from cases.models.checked import CheckedModel
from cases.models.release import GROWN_UP
from cases.permissions import Perm, ScopedQuerySet


class AgreementQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(plan__stay__shelter__in=shelters)

    def standing(self):
        return self.filter(withdrawn_at=None)

    def for_page(self):
        return self.select_related(
            "plan__stay__client", "plan__stay__shelter", "relative", "explained_by", "recorded_by", "withdrawn_by",
            "letter",
        )  # fmt: skip


class Agreement(CheckedModel):
    """What the client, or who speaks for the client, said to the plan (persetujuan, kontrak pelayanan)."""

    class Answer(models.TextChoices):
        AGREED = "agreed", "Setuju"
        PARTLY = "partly", "Setuju sebagian"
        REFUSED = "refused", "Menolak"
        UNABLE = "unable", "Belum mampu menyatakan"

    class Party(models.TextChoices):
        CLIENT = "client", "Klien sendiri"
        GUARDIAN = "guardian", "Orang tua, keluarga, atau wali"
        HEAD = "head", "Kepala panti (wali anak tidak diketahui)"

    class Way(models.TextChoices):
        SIGNATURE = "signature", "Tanda tangan"
        THUMB = "thumb", "Cap jempol"
        SPOKEN = "spoken", "Lisan, dengan dua saksi"

    CONSENTING = (Answer.AGREED, Answer.PARTLY)

    plan = models.ForeignKey(InterventionPlan, models.PROTECT, related_name="agreements", verbose_name="rencana")
    answer = models.CharField("jawaban", max_length=10, choices=Answer)
    party = models.CharField("dinyatakan oleh", max_length=10, choices=Party, default=Party.CLIENT)
    relative = models.ForeignKey(
        Relative,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="keluarga atau wali dalam berkas",
    )
    party_name = models.CharField("nama keluarga atau wali", max_length=150, blank=True)
    party_relation = models.CharField("hubungan dengan klien", max_length=100, blank=True)
    way = models.CharField("cara", max_length=10, choices=Way, blank=True)
    witness_1 = models.CharField("saksi pertama", max_length=150, blank=True)
    witness_2 = models.CharField("saksi kedua", max_length=150, blank=True)
    means = models.CharField("bahasa atau cara menjelaskan", max_length=150, blank=True)
    exception = models.TextField("yang tidak disetujui, atau alasan", max_length=1000, blank=True)
    on = models.DateField("tanggal")
    explained_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dijelaskan oleh")
    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="agreement", verbose_name="surat kontrak"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")
    withdrawn_on = models.DateField("ditarik pada", null=True, blank=True)
    withdraw_reason = models.CharField("alasan ditarik", max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "persetujuan rencana"
        verbose_name_plural = "persetujuan rencana"
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(withdrawn_at=None, answer__in=["agreed", "partly"]),
                name="agreement_one_standing",
                violation_error_message="Persetujuan atas rencana ini sudah dicatat.",
            ),
            both_or_neither("agreement", "withdrawn"),
            models.CheckConstraint(
                name="agreement_given_in_some_way",
                condition=~Q(answer__in=["agreed", "partly"]) | (~Q(way="") & Q(letter__isnull=False)),
                violation_error_message="Pilih bagaimana persetujuan diberikan.",
            ),
            models.CheckConstraint(
                name="agreement_spoken_before_two",
                condition=~Q(way="spoken") | (~Q(witness_1="") & ~Q(witness_2="")),
                violation_error_message="Persetujuan lisan memerlukan dua saksi.",
            ),
            models.CheckConstraint(
                name="agreement_exception_told",
                condition=Q(answer="agreed") | ~Q(exception=""),
                violation_error_message="Tulis bagian yang tidak disetujui, atau alasannya.",
            ),
            models.CheckConstraint(
                name="agreement_guardian_named",
                condition=~Q(party="guardian") | (~Q(party_name="") & ~Q(party_relation="")),
                violation_error_message="Tulis nama dan hubungan keluarga atau wali.",
            ),
            models.CheckConstraint(
                name="agreement_withdrawn_with_reason",
                condition=Q(withdrawn_at=None, withdrawn_on=None, withdraw_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_on__gte=models.F("on")) & ~Q(withdraw_reason="")),
                violation_error_message="Penarikan memerlukan tanggal, tidak sebelum persetujuan, dan alasan.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_answer_display()} ({self.get_party_display().lower()})"

    @property
    def shelter(self):
        return self.plan.shelter

    @property
    def is_consent(self):
        return self.answer in self.CONSENTING

    @property
    def is_standing(self):
        return self.withdrawn_at is None

    @property
    def signatory(self):
        """The name under the paper."""
        return self.plan.stay.client.display_name if self.party == self.Party.CLIENT else self.party_name

    @transaction.atomic
    def give(self, *, by):
        """Keep the answer. A consent takes the number of the contract; a refusal voids it."""
        plan, self.recorded_by = self.plan, by
        plan.refresh_from_db(from_queryset=InterventionPlan.objects.select_for_update(of=["self"]))
        if not plan.is_in_force:
            raise ValidationError("Persetujuan diminta atas rencana yang berlaku. Muat ulang halaman rencana.")
        if self.on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if self.on < plan.created_at.astimezone(self.shelter.zone).date():
            raise ValidationError({"on": "Rencana ini belum ada pada tanggal itu."})
        self._settle_party(by)
        if self.is_consent:
            self.letter = self._letter(by)
            self.letter.remember(self.explained_by)
        self.full_clean()
        self.save()
        if self.answer == self.Answer.REFUSED and not plan.letter.void_reason:
            plan.letter.void("Tidak disetujui oleh pihak klien")
        record(by=by, action="agreement.recorded", target=plan, answer=self.answer, number=str(plan.number))

    def _settle_party(self, by):
        """A child does not sign alone: the guardian does or, where none is known, the head."""
        stay = self.plan.stay
        if self.relative_id:
            if self.relative.client_id != stay.client_id or self.relative.state == Relative.State.DISPROVEN:
                raise ValidationError({"relative": "Orang itu bukan keluarga dari klien ini."})
            self.party_name = self.party_name or self.relative.name[:150]
            self.party_relation = self.party_relation or self.relative.get_relation_display()
        child = is_child(stay, self.on)
        if child and self.party == self.Party.CLIENT and self.is_consent:
            raise ValidationError(
                {"party": "Untuk anak, persetujuan diberikan orang tua atau walinya, atau kepala panti."}
            )
        if self.party == self.Party.HEAD:
            if not child:
                raise ValidationError({"party": "Kepala panti hanya mewakili anak yang walinya tidak diketahui."})
            if guardians_of(stay).exists():
                raise ValidationError({"party": "Anak ini punya orang tua atau wali dalam berkas; mintalah kepadanya."})
            if Perm.REVIEW not in by.perms_at(self.shelter):
                raise ValidationError({"party": "Atas nama anak, kepala panti sendiri yang mencatatnya."})
            self.party_name, self.party_relation = by.name[:150], f"Kepala {self.shelter}"[:100]

    def _letter(self, by):
        """The number of the plan's contract; a new one when that was used or voided before."""
        letter = self.plan.letter
        if letter.void_reason or Agreement.objects.filter(letter=letter).exists():
            return Letter.issue(
                Letter.Kind.AGREEMENT, shelter=self.shelter, by=by, about=self.plan.stay, people=[self.explained_by],
                signer=self.plan.reviewed_by if self.plan.reviewed_as_id else None,
            )  # fmt: skip
        return letter

    @transaction.atomic
    def withdraw(self, *, by, on, reason):
        """The client takes the consent back. Nothing that was done becomes undone; the paper is void from now on."""
        self.refresh_from_db(from_queryset=Agreement.objects.select_for_update(of=["self"]))
        if not self.is_standing or not self.is_consent:
            raise ValidationError("Persetujuan ini sudah ditarik, atau tidak pernah diberikan. Muat ulang halaman ini.")
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        self.withdrawn_on, self.withdraw_reason = on, reason
        self.withdrawn_at, self.withdrawn_by = self.shelter.now(), by
        self.full_clean()
        self.save()
        if not self.letter.void_reason:
            self.letter.void(f"Persetujuan ditarik: {reason}")
        record(by=by, action="agreement.withdrawn", target=self.plan, reason=reason)


def is_child(stay, day):
    """Under eighteen on that day; where the age is unknown the category with which the person came decides."""
    age = stay.client.age_on(day)
    if age is None:
        return bool(stay.category) and stay.category.spm_group == "child"
    return age < GROWN_UP


def guardians_of(stay):
    """Who may agree for a child, as the file knows them: parents and guardians, unless shown to be none."""
    whose = Relative.objects.filter(client=stay.client_id).exclude(state=Relative.State.DISPROVEN)
    return whose.filter(Q(is_guardian=True) | Q(relation__in=["mother", "father", "guardian"]))
