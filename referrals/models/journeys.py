"""The questions about journeys: which are planned, which are on the way, what of them waits for somebody."""

from django.db.models import Exists, OuterRef, Q

from cases.models import Absence, Stay
from cases.models.day import OfStayQuerySet
from referrals.models.halt import Halt, halted
from referrals.models.journey_states import LEFT, PLANNING, Status

UNPROVEN = Q(costs__receipt=None, costs__no_receipt_reason="", costs__isnull=False)


class JourneyQuerySet(OfStayQuerySet):
    def with_halt(self):
        """With `halt`: stopped because the client died, suspended while the client is gone, or empty."""
        return self.annotate(halt=halted(running=[status.value for status in PLANNING]))

    def planned(self):
        """Still in the house, and nothing stands in its way."""
        return self.with_halt().filter(status__in=PLANNING, halt="")

    def for_approval(self):
        """What lies with the head, the longest waiting first."""
        return self.planned().filter(status=Status.WAITING).order_by("submitted_at")

    def sent_back(self):
        return self.planned().filter(status=Status.DRAFT, returned_at__isnull=False)

    def not_departed(self, day):
        """Ready, and the day of the first leg is over; or the stay ended in another way meanwhile."""
        late = Q(status=Status.APPROVED, legs__position=1, legs__leaves_on__lt=day)
        over = Q(status__in=PLANNING) & ~Q(stay__status=Stay.Status.RESIDENT)
        return self.planned().filter(late | over).distinct().order_by("issued_at", "pk")

    def lacking_receipts(self):
        """Money was spent, and of some of it nobody has a receipt nor said why there is none."""
        spent = self.filter(UNPROVEN, status__in=(*LEFT, Status.CANCELLED)).exclude(status=Status.CLOSED)
        return spent.distinct().order_by("departed_on", "pk")

    def to_close(self):
        """It is over one way or the other, and every amount is proven."""
        over = self.filter(status__in=(Status.RECEIVED, Status.FAILED))
        return over.exclude(pk__in=self.model.objects.filter(UNPROVEN).values("pk")).order_by("ended_at")

    def to_resume(self):
        """The client is back, and somebody has to say whether the journey is still wanted."""
        gone = Absence.objects.open().absconded().filter(stay=OuterRef("stay"))
        suspended = self.with_halt().filter(halt=Halt.SUSPENDED, stay__status=Stay.Status.RESIDENT)
        return suspended.exclude(Exists(gone))

    def departed_between(self, first, last):
        return self.filter(departed_on__range=(first, last))

    def for_list(self):
        return self.with_halt().select_related("stay__client", "stay__shelter", "region", "office", "receiver")

    def for_page(self):
        return self.for_list().select_related(
            "stay__client__origin", "stay__category", "payer", "created_by", "submitted_by", "returned_by",
            "approved_by", "approved_as", "issued_by", "departed_by", "failed_by", "closed_by", "cancelled_by",
            "resumed_by", "letter__letter", "travel_letter__letter", "statement__letter", "receiver__region",
        )  # fmt: skip
