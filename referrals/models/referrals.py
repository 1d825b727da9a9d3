"""The questions about referrals: which go on, which wait for an answer, which stand still and why."""

from django.db.models import Exists, OuterRef, Q, Subquery

from cases.models import Absence, Stay
from cases.models.day import OfStayQuerySet
from cases.permissions import Perm
from referrals.models.halt import RUNNING, Halt, halted
from referrals.models.status import INSIDE, TAKEN, UNANSWERED, Status


class ReferralQuerySet(OfStayQuerySet):
    def with_halt(self):
        """With `halt`: stopped because the client died, suspended while the client is gone, or empty."""
        return self.annotate(halt=halted())

    def running(self):
        """Neither handed over nor finished nor given up, and nothing stands in its way."""
        return self.with_halt().filter(status__in=RUNNING, halt="")

    def waiting(self):
        """Sent, and the partner has not answered yet."""
        return self.running().filter(status__in=UNANSWERED)

    def questioned(self):
        return self.running().filter(status=Status.QUESTION)

    def for_approval(self):
        """What lies with the head, the longest waiting first."""
        return self.running().filter(status=Status.WAITING).order_by("submitted_at")

    def returned(self):
        return self.running().filter(status=Status.DRAFT, returned_at__isnull=False)

    def unanswered(self, shelters, patience):
        """Neither answered nor reminded for as long as the shelter waits."""
        asked = patience.due(shelters, "reminder_days")
        again = Q(reminded_at=None) | patience.due(shelters, "reminder_days", since="reminded_at")
        wrote = Q(last_mail_at=None) | patience.due(shelters, "reminder_days", since="last_mail_at")
        return self.with_last_mail().waiting().filter(asked, again, wrote).order_by("waiting_since")

    def with_last_mail(self):
        """With `last_mail_at`: when the system itself last reminded the partner."""
        mails = self.model._meta.get_field("mails").related_model.objects.sent()
        mails = mails.filter(referral=OuterRef("pk"), kind="reminder").order_by("-sent_at")
        return self.annotate(last_mail_at=Subquery(mails.values("sent_at")[:1]))

    def told_by_phone(self, since):
        """Answered on the telephone since a moment, and still standing: the partner is told what was noted."""
        return self.with_halt().filter(answered_channel="phone", answered_at__gte=since, halt="")

    def stuck(self, shelters, patience):
        """Waited so long for the partner, or for us, that the head is told."""
        late = patience.due(shelters, "escalation_days")
        waits = [*UNANSWERED, Status.QUESTION]
        return self.running().filter(late, status__in=waits).order_by("waiting_since")

    def postponed_until(self, day):
        return self.running().filter(status=Status.POSTPONED, postponed_until__lte=day).order_by("postponed_until")

    def to_escort(self, day):
        """Accepted, and the day of taking the client there has come."""
        return self.running().filter(status=Status.ACCEPTED, arranged_on__lte=day).order_by("arranged_on")

    def without_day(self, shelters, patience):
        """Accepted, and still no day was agreed."""
        late = patience.due(shelters, "reminder_days")
        return self.running().filter(late, status=Status.ACCEPTED, arranged_on=None)

    def without_news(self, shelters, patience):
        """Handed over and no word of the arrival; or arrived, and no result for long."""
        arrival = Q(status=Status.HANDED_OVER) & patience.due(shelters, "reminder_days")
        result = Q(status=Status.ARRIVED) & patience.due(shelters, "referral_result_days")
        return self.filter(arrival | result).order_by("waiting_since")

    def to_close(self):
        return self.filter(status=Status.COMPLETED).order_by("completed_at")

    def suspended(self):
        return self.with_halt().filter(halt=Halt.SUSPENDED)

    def to_resume(self):
        """For the work list: the client is back, and somebody has to say whether the referral goes on."""
        gone = Absence.objects.open().absconded().filter(stay=OuterRef("stay"))
        return self.suspended().filter(stay__status=Stay.Status.RESIDENT).exclude(Exists(gone))

    def received_by(self, user):
        """What other shelters have asked of this person's own; nothing before it was sent."""
        mine = user.shelters_with(Perm.REFER)
        return self.exclude(status__in=INSIDE).filter(sent_at__isnull=False, partner__shelter__in=mine)

    def opened_to(self, user):
        """The receiving shelter accepted: it reads that one stay, and no more. What is withdrawn closes again."""
        return self.received_by(user).filter(status__in=TAKEN)

    def since(self, day):
        """Sent on this day or earlier: `waiting().since(day)` has been waiting since then at least."""
        return self.filter(letter__issued_on__lte=day)

    def for_list(self):
        return self.with_halt().select_related("stay__client", "stay__shelter", "partner", "letter")

    def for_page(self):
        return self.for_list().select_related(
            "stay__client__origin", "stay__category", "created_by", "sent_by", "answer_recorded_by", "completed_by",
            "withdrawn_by", "submitted_by", "approved_by", "approved_as", "returned_by", "closed_by", "reminded_by",
            "handed_over_by", "consent_paper__letter", "task",
        )  # fmt: skip
