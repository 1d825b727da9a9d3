"""Indeks permakanan that ends before there is another."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connections
from django.urls import reverse

from cases.models import AuditEvent
from reports.models import MealRate
from reports.models.meal_rate import rate_on


def settled(dewi, shelter=None, **values):
    given = {"amount": 30_000, "valid_from": date(2026, 1, 1), "source": "Pergub"} | values
    return MealRate.settle(by=dewi, shelter=shelter, **given)


def test_a_rate_ends_and_the_days_after_it_fall_to_that_of_all(client, today, melati, dewi):
    everywhere, own = settled(dewi), settled(dewi, melati, amount=40_000)
    client.force_login(dewi)
    assert "Akhiri" in client.get(reverse("reports:meal_rates")).content.decode()
    url = reverse("reports:meal_rate_end", args=[own.pk])
    answer = client.post(url, {"on": "2026-02-28", "source": "SK pencabutan 12/2026"})
    assert answer.url == reverse("reports:meal_rates")
    rates = list(MealRate.objects.of([melati]))
    assert [rate_on(rates, day) for day in (date(2026, 2, 28), date(2026, 3, 1))] == [own, everywhere]
    event = AuditEvent.objects.get(action="mealrate.ended")
    assert event.details == {"on": "2026-02-28", "was": None, "source": "SK pencabutan 12/2026"}


def test_it_ends_neither_before_it_began_nor_later_than_it_would(client, today, dewi):
    rate = settled(dewi, valid_to=date(2026, 6, 30))
    early, late = (date(2025, 12, 31), "baru berlaku"), (date(2026, 6, 30), "sudah berakhir pada 30/06/2026")
    for on, words in (early, late):
        with pytest.raises(ValidationError, match=words):
            rate.end(by=dewi, on=on, source="x")
    client.force_login(dewi)
    page = client.post(reverse("reports:meal_rate_end", args=[rate.pk]), {"on": "2025-12-31", "source": ""})
    assert "Tulis alasan dan sumbernya." in page.content.decode()
    assert MealRate.objects.get().valid_to == date(2026, 6, 30)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_who_end_it_the_second_is_told(today, dewi):
    rate = settled(dewi)

    def end(_):
        try:
            MealRate.objects.get(pk=rate.pk).end(by=dewi, on=date(2026, 2, 1), source="x")
            return "ended"
        except ValidationError as error:
            return " ".join(error.messages)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(end, range(2))) == ["Indeks ini sudah berakhir pada 01/02/2026.", "ended"]
