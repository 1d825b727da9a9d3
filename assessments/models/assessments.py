"""The questions about assessments (asesmen): which are open, wait, hold; and whose."""

from django.db.models import Exists, OuterRef, Q

from cases.models.day import OfStayQuerySet

EDITABLE = ("draft", "returned")
HOLDING = ("approved", "imported")


class AssessmentQuerySet(OfStayQuerySet):
    def editable(self):
        return self.filter(status__in=EDITABLE)

    def waiting_for_review(self):
        """Completed and not yet approved or returned, the longest waiting first."""
        return self.filter(status="submitted").order_by("submitted_at")

    def current(self):
        """Approved or imported, and not replaced by a correction approved since: what lists and charts go by."""
        newer = self.model.objects.filter(corrects=OuterRef("pk"), status="approved").order_by()
        return self.filter(~Exists(newer), status__in=HOLDING)

    def drafts_of(self, user):
        """What this person began or wrote last, and what came back to them."""
        theirs = Q(started_by=user) | Q(last_saved_by=user) | Q(submitted_by=user)
        return self.editable().filter(theirs)

    def for_list(self):
        newer = self.model.objects.filter(corrects=OuterRef("pk"), status="approved").order_by()
        people = self.select_related("stay__client", "stay__shelter", "instrument", "started_by", "submitted_by",
                                     "imported_by", "aftercare__contact")  # fmt: skip
        return people.defer("answers", "stamps", "returned_answers").annotate(is_replaced=Exists(newer))

    def for_page(self):
        whole = self.select_related(
            "stay__client", "stay__shelter", "stay__category__maps_to", "instrument", "version", "corrects",
            "submitted_by", "reviewed_by", "last_saved_by", "imported_by",
        )  # fmt: skip
        return whole.defer("version__source")
