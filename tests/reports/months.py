"""A month at Melati that can be signed: two people, every day told, nothing left open."""

from datetime import timedelta

from cases.models import ServiceRecord
from reports.models import MonthReport
from reports.month import Month
from tests.factories import make_stay

FEBRUARY = Month(2026, 2)


def make_month(shelter, by, month=FEBRUARY, people=2):
    """Stays since the first of the month, and guidance on each of its days."""
    stays = [
        make_stay(shelter, by=by, entered_on=month.first, service_type_id="REG_GEPENG", neglect="confirmed")
        for _ in range(people)
    ]
    days = [month.first + timedelta(days=number) for number in range(month.days)]
    ServiceRecord.objects.bulk_create(ServiceRecord(stay=stays[0], service_id="guidance", date=day) for day in days)
    return stays


def sign(shelter, month, *, worker, head, reason="", **values):
    report = MonthReport.submit(shelter, month, by=worker, reason=reason)
    report.sign(by=head, **{"printed": False} | values)
    return report
