"""The questions about signed months."""

from collections import defaultdict

from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cases.permissions import Perm, ScopedQuerySet


class MonthReportQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        """Figures without names: whoever reports, the department and its auditor as well."""
        return self.allowed(user, Perm.REPORT)

    def of_month(self, shelter, month):
        return self.filter(shelter=shelter, year=month.year, number=month.number)

    def of_months(self, months):
        years = defaultdict(list)
        for month in months:
            years[month.year].append(month.number)
        wanted = Q(pk__in=[])
        for year, numbers in years.items():
            wanted |= Q(year=year, number__in=numbers)
        return self.filter(wanted)

    def in_force(self, shelters=None, months=None):
        """The signed revisions that count: one of each signed month."""
        found = self.filter(status="signed")
        found = found if shelters is None else found.filter(shelter__in=shelters)
        return found if months is None else found.of_months(months)

    def waiting(self):
        """Handed in, the longest waiting first."""
        return self.filter(status="submitted").order_by("submitted_at")

    def returned(self):
        return self.filter(status="draft").exclude(returned_at=None)

    def with_touches(self):
        """With `touches`: how often rows of the month were written since somebody prepared its report; and `compared`,
        the number at which the report was last compared with them, None before."""
        touch = self.model._meta.apps.get_model("reports", "MonthTouch").objects
        mine = touch.filter(shelter=OuterRef("shelter"), year=OuterRef("year"), number=OuterRef("number"))
        count = mine.order_by().values("shelter").annotate(n=Count("pk")).values("n")
        return self.annotate(
            touches=Coalesce(Subquery(count, output_field=IntegerField()), 0),
            compared=F("comparison__touches"), lines=F("comparison__lines"),
        )  # fmt: skip

    def for_page(self):
        return self.select_related(
            "shelter", "letter", "submitted_by", "returned_by", "signed_by", "signed_as", "gaps_by"
        )  # fmt: skip

    def for_list(self):
        """Without what it says, which is on its own page."""
        return self.select_related("shelter", "letter", "submitted_by", "signed_by").defer("figures", "differences")
