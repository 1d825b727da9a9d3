"""A rule of the standard that the department changed: children are owed guidance twice a month since this month."""

from datetime import timedelta

from cases.models import ServiceRule
from reports.demo.timeline import clock_at
from reports.month import Month


def settle_standard(world):
    old = ServiceRule.objects.get(service_type="REG_CHILD", service="guidance")
    begins = Month.of(world.today).first
    new = ServiceRule(
        service_type=old.service_type, service=old.service, needed_by=old.needed_by, rule=old.rule, quantity=2,
        valid_from=begins, source="Keputusan Kepala Dinas Sosial tentang bimbingan anak (contoh)",
    )  # fmt: skip
    with clock_at(world.moment(begins - timedelta(days=9), 10)):
        ServiceRule.settle(new, by=world.staff["dewi"])
