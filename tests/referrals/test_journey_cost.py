"""What a journey home cost: every rupiah has its receipt or a written reason before the journey is closed."""

import pytest
from django.core.exceptions import ValidationError

from cases.models import Attachment, AuditEvent
from cases.uploads import checked
from referrals.forms.journey import RupiahField
from referrals.models import Journey, JourneyCost, JourneyLeg
from tests.factories import picture_bytes
from tests.referrals.factories import RATNA, make_departed, make_journey
from tests.uploads import jpeg, upload


@pytest.fixture
def journey(today, stay, sari):
    return make_departed(stay, sari)


def spend(journey, by, amount=150_000, **values):
    values = {"kind": "ticket", "paid_on": journey.departed_on, "paid_to": "PO Umpama"} | values
    cost = JourneyCost(journey=journey, amount=amount, **values)
    cost.spend(by=by)
    return cost


def form_of(**values):
    return {
        "key": "6a0c5f4e-0000-4000-8000-000000000001", "kind": "ticket", "amount": "Rp 150.000",
        "paid_on": "2026-03-16", "paid_to": "PO Umpama",
    } | values  # fmt: skip


def received(journey, by):
    JourneyLeg.objects.for_page().get(journey=journey).hear("arrived", voice=RATNA, by=by)
    return Journey.objects.for_page().get(pk=journey.pk)


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [("150000", 150_000), ("150.000", 150_000), ("Rp 1.250.000,00", 1_250_000), ("Rp75.000,-", 75_000)],
)
def test_rupiah_as_people_write_them(typed, rupiah):
    assert RupiahField().clean(typed) == rupiah


@pytest.mark.parametrize("typed", ["-5", "12,5", "banyak", "9999999999"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValidationError):
        RupiahField().clean(typed)


def test_closing_waits_for_receipts_and_for_the_advance_to_fit(journey, sari):
    journey.settle_money(by=sari, advance=200_000, advance_to="Joko", advance_on=journey.departed_on)
    cost = spend(journey, sari)
    journey = received(journey, sari)
    assert list(Journey.objects.lacking_receipts()) == [journey] and not Journey.objects.to_close()
    with pytest.raises(ValidationError, match="belum berbukti"):
        journey.close(by=sari)
    cost.prove(by=sari, reason="Sopir tidak memberi karcis")
    assert not Journey.objects.lacking_receipts() and list(Journey.objects.to_close()) == [journey]
    with pytest.raises(ValidationError, match="belum sama"):
        journey.close(by=sari)
    journey.settle_money(by=sari, remainder=50_000, remainder_on=journey.departed_on)
    journey.close(by=sari)
    assert Journey.objects.get().status == "closed"
    with pytest.raises(ValidationError, match="sampai ditutup"):
        spend(journey, sari)


def test_a_receipt_comes_with_the_form_or_later_into_the_clients_file(journey, sari, client):
    client.force_login(sari)
    url = f"/pemulangan/{journey.pk}/biaya/baru/"
    assert client.post(url, form_of(file=jpeg())).status_code == 302
    assert client.post(url, form_of(file=jpeg())).status_code == 302  # a double click
    cost = JourneyCost.objects.get()
    assert (cost.amount, cost.receipt.title) == (150_000, "Bukti tiket pemulangan")
    assert client.post(url, form_of(key="6a0c5f4e-0000-4000-8000-000000000002", kind="meals")).status_code == 302
    later = JourneyCost.objects.get(kind="meals")
    page = client.get(journey.get_absolute_url()).content.decode()
    assert "bukti belum ada" in page
    # One photo may show both.
    again = upload(picture_bytes(), "dua.jpg")
    assert client.post(f"/pemulangan/biaya/{later.pk}/bukti/", {"file": again}).status_code == 302
    assert "bukti belum ada" not in client.get(journey.get_absolute_url()).content.decode()


def test_the_same_photo_proves_two_amounts(journey, sari):
    first, second = spend(journey, sari), spend(journey, sari, kind="meals")
    for cost in (first, second):
        cost.prove(by=sari, upload=checked(jpeg()))
    assert Attachment.objects.count() == 1 and first.receipt == second.receipt


def test_neither_receipt_nor_reason_is_refused_and_both_as_well(journey, sari, client):
    cost = spend(journey, sari)
    client.force_login(sari)
    url = f"/pemulangan/biaya/{cost.pk}/bukti/"
    assert "Pilih buktinya" in client.post(url, {}).content.decode()
    assert "Pilih buktinya" in client.post(url, {"file": jpeg(), "reason": "hilang"}).content.decode()


def test_a_wrong_amount_is_struck_with_a_reason_and_the_trail_remembers_it(journey, sari):
    spend(journey, sari).strike(by=sari, reason="Dicatat dua kali")
    assert not JourneyCost.objects.exists()
    event = AuditEvent.objects.get(action="journeycost.struck")
    assert (event.details["amount"], event.details["reason"]) == (150_000, "Dicatat dua kali")


def test_money_of_a_cancelled_journey_is_still_owed_its_receipt(today, stay, sari):
    journey = make_journey(stay, sari)
    journey.ready(by=sari)
    journey.departed_on = today
    cost = spend(journey, sari)
    journey.cancel(by=sari, reason="Sakit")
    assert list(Journey.objects.lacking_receipts()) == [journey]
    cost.prove(by=sari, reason="Tiket hangus")
    assert not Journey.objects.lacking_receipts()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"advance": "100.000"}, "kepada siapa"),
        ({"remainder": "5000", "remainder_on": "2026-03-16"}, "tidak lebih dari uang muka"),
    ],
)
def test_an_advance_has_a_name_and_a_day(journey, sari, client, given, sentence):
    client.force_login(sari)
    assert sentence in client.post(f"/pemulangan/{journey.pk}/uang-muka/", given).content.decode()
