"""Standar pelayanan: the department changes what is owed, from a day on, with a source, after seeing the effect."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import AuditEvent, BasicService, ServiceRule, ServiceType
from reports.models import IndexClass, IndexWeight
from reports.month import Month
from reports.spm.month import spm_month
from tests.factories import make_service, make_stay

FEBRUARY = Month(2026, 2)
SOURCE = "Keputusan Kepala Dinas 7/2026"


@pytest.fixture
def gepeng(today, melati, sari):
    """Served in February but for the food of the first days."""
    stay = make_stay(melati, by=sari, entered_on=date(2026, 2, 2), service_type_id="REG_GEPENG")
    for slug in ("guidance", "data_complaint"):
        make_service(stay, slug, date(2026, 2, 3))
    for day in range(2, 9):
        make_service(stay, "food", date(2026, 2, day), 2)
    return stay


def rule_of(slug="food", kind="REG_GEPENG"):
    return ServiceRule.objects.filter(service_type=kind, service=slug).order_by("valid_from").last()


def post(client, url, **data):
    return client.post(url, {"key": uuid.uuid4(), **data})


def two_portions(**values):
    fields = {"needed_by": "everyone", "rule": "daily", "quantity": 2, "first_days": 7, "sipd_code": "",
              "valid_from": "2026-02-01", "source": SOURCE}  # fmt: skip
    return fields | values


URL = reverse("reports:rule_settle", args=["REG_GEPENG", "food"])


def test_the_effect_is_shown_before_anything_is_changed(client, dewi, gepeng):
    client.force_login(dewi)
    page = " ".join(post(client, URL, **two_portions()).content.decode().split())
    row = page.split("Februari 2026", 1)[1].split("</tr>", 1)[0]
    assert row.count('class="number">1<') == 1 and 'class="number">0<' in row and 'class="number fw-bold">1<' in row
    assert "Tetapkan aturan" in page
    assert ServiceRule.objects.filter(service_type="REG_GEPENG", service="food").count() == 1
    assert spm_month(gepeng.shelter, FEBRUARY).of_type("REG_GEPENG").served == ()


def test_a_rule_from_a_day_on_ends_the_one_before_it(client, dewi, gepeng):
    client.force_login(dewi)
    assert post(client, URL, **two_portions(), save=1).status_code == 302
    old, new = ServiceRule.objects.filter(service_type="REG_GEPENG", service="food").order_by("valid_from")
    assert (old.valid_to, new.quantity, new.valid_to, new.source) == (date(2026, 1, 31), 2, None, SOURCE)
    assert spm_month(gepeng.shelter, FEBRUARY).of_type("REG_GEPENG").served == (gepeng.client_id,)
    event = AuditEvent.objects.get(action="servicerule.settled")
    assert (event.actor_id, event.details["source"], event.details["valid_from"]) == (dewi.pk, SOURCE, "2026-02-01")


def test_a_second_press_settles_once(client, dewi, gepeng):
    client.force_login(dewi)
    data = two_portions(save=1, key=uuid.uuid4())
    assert [client.post(URL, data).status_code for _ in range(2)] == [302, 302]
    assert AuditEvent.objects.filter(action="servicerule.settled").count() == 1


@pytest.mark.parametrize(
    "begins, expected",
    [  # (from, to, quantity) of each version afterwards, where 3 portions since 2018 become 2 from March on
        (date(2026, 1, 1), [("2018-01-01", "2025-12-31", 3), ("2026-01-01", "2026-02-28", 9), ("2026-03-01", None, 2)]),
        (date(2026, 3, 1), [("2018-01-01", "2026-02-28", 3), ("2026-03-01", None, 9)]),
        (date(2026, 4, 1), [("2018-01-01", "2026-02-28", 3), ("2026-03-01", "2026-03-31", 2), ("2026-04-01", None, 9)]),
        (date(2017, 1, 1), [("2017-01-01", "2017-12-31", 9), ("2018-01-01", "2026-02-28", 3), ("2026-03-01", None, 2)]),
    ],
)
def test_versions_make_room_for_each_other(today, dewi, begins, expected):
    def settle(valid_from, quantity):
        kind, service = ServiceType.objects.get(pk="REG_GEPENG"), BasicService.objects.get(pk="food")
        ServiceRule.settle(
            ServiceRule(service_type=kind, service=service, needed_by="everyone", rule="daily", quantity=quantity,
                        valid_from=valid_from, source=SOURCE), by=dewi,
        )  # fmt: skip

    settle(date(2026, 3, 1), 2)
    settle(begins, 9)
    versions = ServiceRule.objects.filter(service_type="REG_GEPENG", service="food").order_by("valid_from")
    assert [(str(v.valid_from), v.valid_to and str(v.valid_to), v.quantity) for v in versions] == expected


@pytest.mark.parametrize(
    "values, words",
    [
        ({"source": ""}, "Tulis dasar hukum atau surat yang menetapkan."),
        ({"valid_from": "2026-02-30"}, "tanggal"),
        ({"quantity": 0}, "Jumlah sedikitnya 1."),
        ({"rule": "monthly"}, "Hari pertama hanya untuk aturan setiap hari hadir."),
    ],
)
def test_a_rule_that_cannot_be_is_refused_at_its_field(client, dewi, gepeng, values, words):
    client.force_login(dewi)
    response = post(client, URL, **two_portions(**values), save=1)
    assert response.status_code == 200
    assert words in response.content.decode()
    assert rule_of().source != SOURCE


def test_a_rule_is_ended_with_its_source(client, dewi, gepeng):
    client.force_login(dewi)
    url = reverse("reports:rule_end", args=[rule_of().pk])
    page = post(client, url, on="2026-01-31", source=SOURCE).content.decode()
    assert "Akibatnya" in page and rule_of().valid_to is None
    assert post(client, url, on="2026-01-31", source=SOURCE, save=1).status_code == 302
    assert (rule_of().valid_to, rule_of().end_source) == (date(2026, 1, 31), SOURCE)
    assert spm_month(gepeng.shelter, FEBRUARY).of_type("REG_GEPENG").served == (gepeng.client_id,)
    assert "sudah berakhir" in post(client, url, on="2026-02-28", source=SOURCE, save=1).content.decode()
    assert AuditEvent.objects.filter(action="servicerule.ended").count() == 1


def test_a_rule_cannot_end_before_it_began(client, dewi, today):
    client.force_login(dewi)
    response = post(client, reverse("reports:rule_end", args=[rule_of().pk]), on="2017-01-01", source=SOURCE, save=1)
    assert "Aturan ini baru berlaku sejak 01/01/2018." in response.content.decode()


def test_a_basic_service_is_added_named_and_owed(client, dewi, gepeng):
    client.force_login(dewi)
    names = {"label": "Bantuan hukum", "short_label": "Hukum", "unit": "kali"}
    assert post(client, reverse("reports:service_new"), **names).status_code == 302
    assert BasicService.objects.get(pk="bantuan-hukum").short_label == "Hukum"
    owed = two_portions(service="bantuan-hukum", rule="once", quantity=1, first_days="", save=1)
    assert post(client, reverse("reports:rule_add", args=["REG_GEPENG"]), **owed).status_code == 302
    [line] = [
        s for s in spm_month(gepeng.shelter, FEBRUARY).of_type("REG_GEPENG").services if s.service.pk == "bantuan-hukum"
    ]
    assert (line.needed, line.fulfilled) == ((gepeng.client_id,), ())
    url = reverse("reports:service_edit", args=["bantuan-hukum"])
    known = BasicService.objects.get(pk="food").label.upper()
    assert post(client, url, **names | {"label": "Pendampingan hukum"}).status_code == 302
    assert AuditEvent.objects.get(action="basicservice.changed").details["changed"]["label"][1] == "Pendampingan hukum"
    assert "sudah ada" in post(client, url, **names | {"label": known}).content.decode()


def test_the_page_shows_what_was_in_force_on_a_day(client, dewi, gepeng):
    client.force_login(dewi)
    post(client, URL, **two_portions(), save=1)
    pages = [
        client.get(reverse("reports:standard"), {"tanggal": day}).content.decode()
        for day in ("2026-01-31", "2026-02-01")
    ]
    assert [SOURCE in page for page in pages] == [False, True]
    assert (
        "Tanggal ini tidak ada." in client.get(reverse("reports:standard"), {"tanggal": "2026-02-30"}).content.decode()
    )


def test_the_standard_is_for_the_department(client, today, sari, budi, dewi, agus):
    answers = []
    for person in (sari, budi, dewi, agus):
        client.force_login(person)
        answers.append(client.get(reverse("reports:standard")).status_code)
    assert answers == [403, 403, 200, 403]


def test_the_classes_of_the_index_are_replaced_from_a_day_on(client, dewi, today):
    client.force_login(dewi)
    lines = "Paripurna; 100\nCukup; 62,5\nBelum; 0"
    assert (
        post(client, reverse("reports:classes_settle"), lines=lines, valid_from="2026-01-01", source=SOURCE).status_code
        == 302
    )
    assert [one.name for one in IndexClass.objects.on(date(2026, 1, 1))] == ["Paripurna", "Cukup", "Belum"]
    assert IndexClass.objects.on(date(2025, 12, 31)).count() == 6
    assert AuditEvent.objects.get(action="indexclass.settled").details["source"] == SOURCE


@pytest.mark.parametrize(
    "lines, words",
    [
        ("Baik; 50", "Predikat terendah harus mulai dari 0"),
        ("Baik 50", "tulis nama, titik koma, lalu angka"),
        ("Baik; 0\nBaik; 50", "tertulis dua kali"),
        ("Baik; 0\nHebat; 101", "angka antara 0 dan 100"),
    ],
)
def test_a_table_of_classes_with_a_gap_or_a_double_is_refused(client, dewi, today, lines, words):
    client.force_login(dewi)
    response = post(client, reverse("reports:classes_settle"), lines=lines, valid_from="2026-01-01", source=SOURCE)
    assert words in response.content.decode()
    assert IndexClass.objects.on(date(2026, 1, 1)).count() == 6


@pytest.mark.django_db
@pytest.mark.parametrize(
    "index, name",
    [("100", "Tuntas Paripurna"), ("99.99", "Tuntas Utama"), ("99.995", "Tuntas Paripurna"), ("87.50", "Tuntas Madya"),
     ("79.994", "Tuntas Pratama"), ("0", "Belum Tuntas"), (None, "")],
)  # fmt: skip
def test_an_index_is_rounded_and_then_classed(index, name):
    classes = IndexClass.objects.on(date(2026, 3, 16))
    assert IndexClass.name_of(Decimal(index) if index else None, classes) == name


def test_the_weights_make_a_hundred(client, dewi, today):
    client.force_login(dewi)
    url = reverse("reports:weights_settle")
    response = post(client, url, recipients="70", quality="20", valid_from="2026-01-01", source=SOURCE)
    assert "harus 100" in response.content.decode()
    assert post(client, url, recipients="70", quality="30", valid_from="2026-01-01", source=SOURCE).status_code == 302
    weights = [IndexWeight.objects.on(day).get() for day in (date(2025, 12, 31), date(2026, 1, 1))]
    assert [one.index(Decimal(90), Decimal("77.5")) for one in weights] == [Decimal("87.5"), Decimal("86.25")]
    with pytest.raises(ValidationError):
        IndexWeight.settle(by=dewi, recipients=60, quality=40, valid_from=date(2025, 6, 1), source=SOURCE)
