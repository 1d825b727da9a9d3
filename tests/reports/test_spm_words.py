"""What stands in the report's cells: months, percentages, rules in words."""

from datetime import date
from decimal import Decimal

import pytest

from cases.models import ServiceRule
from reports.month import Month, months_between
from reports.spm.month import percentage
from reports.spm.words import rules_in_words


@pytest.mark.parametrize(
    "part, whole, percent",
    [(0, 0, None), (0, 3, "0.00"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (7, 7, "100.00")],
)
def test_percentages_are_decimal_and_half_up(part, whole, percent):
    assert percentage(part, whole) == (percent and Decimal(percent))


def test_the_rules_in_words(db):
    words = {
        (rule.service_type_id, rule.service_id): rules_in_words([rule])
        for rule in ServiceRule.objects.select_related("service")
    }
    assert words["PROV_ELDERLY", "food"] == "3 porsi setiap hari hadir"
    assert words["REG_GEPENG", "food"] == "3 porsi setiap hari hadir, hanya 7 hari pertama"
    assert words["PROV_ELDERLY", "guidance"] == "4 kali sebulan"
    assert words["PROV_ELDERLY", "clothing"] == "sekali selama masa tinggal"


def test_months():
    march = Month(2026, 3)
    assert (str(march), march.days, march.first, march.last) == ("2026-03", 31, date(2026, 3, 1), date(2026, 3, 31))
    assert (march.moved(-3), march.moved(10)) == (Month(2025, 12), Month(2027, 1))
    assert months_between(date(2025, 12, 31), date(2026, 2, 1)) == [Month(2025, 12), Month(2026, 1), Month(2026, 2)]
