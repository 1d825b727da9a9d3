"""Jangkauan dan hasil on paper."""

from django.utils import timezone

from cases.pdf import Document
from reports.models import Office


def reach_document(context, houses, house):
    """`house`: the one shelter that it is all about; with several it is the department's paper."""
    today = house.today() if house else timezone.localdate()
    office = house or Office.objects.on(today)
    signer = house.head_on(today) if house else office.signer
    role = f"Kepala {house}," if house else f"{office.head_position},"
    span = context["span"]
    return Document(
        template="reports/reach/print.html",
        context=context | {
            "shelter": office, "signer": signer, "role": role, "signed_on": today, "print": True,
            "houses": house or ", ".join(str(one) for one in houses),
        },
        filename=f"jangkauan-hasil-{span.first}-{span.last}.pdf",
    )  # fmt: skip
