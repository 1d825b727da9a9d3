"""What the department keeps of the ways out: requirements, days of aftercare; and a call that nobody had planned."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from cases.models import Aftercare, AftercareRule, AuditEvent, ExitReason
from tests.factories import make_ended_stay, reason


def body(response):
    return response.content.decode()


def test_a_requirement_is_edited_and_asked_at_the_next_exit(client, today, dewi, sari, stay):
    client.force_login(dewi)
    edit = reverse("cases:exit_rule_edit", args=[reason("mandiri").pk])
    assert edit in body(client.get(reverse("cases:exit_rules")))
    client.post(edit, {"needs_statement": "on"})
    assert reason("mandiri").needs_statement
    event = AuditEvent.objects.filter(action="exitreason.changed").get()
    assert event.details["changed"]["needs_statement"] == [False, True]
    client.force_login(sari)
    page = client.post(
        reverse("cases:stay_discharge", args=[stay.pk]),
        {"on": "2026-03-16", "reason": reason("mandiri").pk, "destination": "Parakan"},
    )
    assert "Tulis pernyataan klien" in body(page)


def test_papers_without_a_receiver_make_no_sense(client, today, dewi):
    client.force_login(dewi)
    edit = reverse("cases:exit_rule_edit", args=[reason("mandiri").pk])
    assert "Hanya bersama" in body(client.post(edit, {"needs_papers": "on"}))
    assert not reason("mandiri").needs_papers


@pytest.mark.parametrize("slug", ["meninggal", "kabur"])
def test_death_and_absconding_are_asked_nothing(client, today, dewi, slug):
    client.force_login(dewi)
    for name in ("exit_rule_edit", "aftercare_rule_add"):
        assert client.get(reverse(f"cases:{name}", args=[reason(slug).pk])).status_code == 404


def test_a_day_is_added_once_and_removed_and_what_was_planned_stays(client, today, dewi, sari, melati):
    home = reason("reunifikasi")
    client.force_login(dewi)
    add = reverse("cases:aftercare_rule_add", args=[home.pk])
    client.post(add, {"days": "180"})
    assert "sudah ada" in body(client.post(add, {"days": "180"}))
    assert "lebih besar" in body(client.post(add, {"days": "0"}))
    stay = make_ended_stay(melati, date(2026, 3, 1), date(2026, 3, 2), by=sari)
    Aftercare.plan(stay)
    rule = AftercareRule.objects.get(reason=home, days=180)
    client.post(reverse("cases:aftercare_rule_remove", args=[rule.pk]))
    assert not AftercareRule.objects.filter(days=180).exists()
    assert stay.aftercare.filter(due_on=date(2026, 8, 29)).exists()
    told = AuditEvent.objects.filter(action__startswith="aftercarerule.").order_by("pk")
    assert [event.action for event in told] == ["aftercarerule.created", "aftercarerule.removed"]


def test_the_list_takes_few_questions(client, today, dewi, django_assert_max_num_queries):
    client.force_login(dewi)
    client.get(reverse("cases:exit_rules"))
    with django_assert_max_num_queries(9):
        assert ExitReason.objects.get(slug="meninggal").name in body(client.get(reverse("cases:exit_rules")))


def test_a_call_that_nobody_planned(client, today, sari, stay, melati):
    left = make_ended_stay(melati, date(2026, 3, 1), date(2026, 3, 2), by=sari)
    Aftercare.objects.create(stay=left, due_on=date(2026, 3, 9))
    client.force_login(sari)
    page = reverse("cases:aftercare_new", args=[left.pk])
    said = {"on": "2026-03-12", "way": "phone", "result": "well", "note": "", "key": str(uuid4())}
    client.post(page, said)
    client.post(page, said)  # sent twice
    assert [(one.due_on.day, one.result) for one in left.aftercare.all()] == [(9, ""), (12, "well")]
    # On a planned day it is the plan that is done; another one that day is told.
    again = said | {"on": "2026-03-09", "key": str(uuid4())}
    client.post(page, again)
    assert [(one.due_on.day, one.result) for one in left.aftercare.all()] == [(9, "well"), (12, "well")]
    assert "sudah dicatat" in body(client.post(page, again | {"key": str(uuid4())}))
    assert "belum tiba" in body(client.post(page, again | {"on": "2026-03-17", "key": str(uuid4())}))
    resident = reverse("cases:aftercare_new", args=[stay.pk])
    assert "sesudah klien keluar" in body(client.post(resident, again | {"key": str(uuid4())}))
