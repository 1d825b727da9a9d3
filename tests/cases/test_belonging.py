from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import AuditEvent, Belonging
from cases.paper_documents import belongings_in, belongings_out
from tests.factories import make_belonging, reason

KEY = "7d1f3a0e-7e49-4d5c-8d5e-0f9f5f6b0003"


def body(response):
    return response.content.decode()


def test_the_officer_on_duty_takes_things_in_once(client, stay, oka, today):
    client.force_login(oka)
    url = reverse("cases:belonging_new", args=[stay.pk])
    answers = {"key": KEY, "description": "Uang tunai", "quantity": "1", "value_note": "Rp150.000", "on": "2026-03-16"}
    assert "Tulis barangnya." in body(client.post(url, answers | {"description": " "}))
    assert "Tanggal belum tiba." in body(client.post(url, answers | {"on": "2026-03-17"}))
    assert "di luar masa tinggal" in body(client.post(url, answers | {"on": "2026-03-01"})).lower()
    assert body(client.post(url, answers | {"quantity": "0"}))
    for _ in range(2):
        response = client.post(url, answers | {"more": "1"})
    assert response.url == url
    thing = Belonging.objects.get()
    assert (thing.value_note, thing.received_by, thing.received_on) == ("Rp150.000", oka, today)
    assert AuditEvent.objects.filter(action="belonging.received", actor_name="Oka").count() == 1


def test_things_go_back_all_or_none(client, stay, oka, today):
    bag, phone = make_belonging(stay, oka), make_belonging(stay, oka, "Telepon", received_on=date(2026, 3, 10))
    client.force_login(oka)
    url = reverse("cases:belonging_return", args=[stay.pk])
    answers = {"items": [bag.pk, phone.pk], "on": "2026-03-05", "to": "Klien sendiri"}
    assert "“Telepon” baru diterima sesudah tanggal itu." in body(client.post(url, answers))
    assert Belonging.objects.kept().count() == 2
    client.post(url, answers | {"on": "2026-03-16"})
    assert "sudah dikembalikan" in body(client.post(url, answers | {"on": "2026-03-16"}))
    bag.refresh_from_db()
    assert (bag.returned_on, bag.returned_by, bag.returned_to) == (today, oka, "Klien sendiri")
    assert AuditEvent.objects.filter(action="belonging.returned").count() == 2


def test_a_thing_is_returned_to_somebody(stay, oka, today):
    with pytest.raises(ValidationError, match="kepada siapa"):
        make_belonging(stay, oka).give_back(by=oka, on=today, to="")


def test_the_discharge_page_reminds_and_does_not_stop(client, stay, sari, oka, today):
    make_belonging(stay, oka, kept_at="rak 2")
    client.force_login(sari)
    assert "Tas hitam, rak 2" in body(client.get(reverse("cases:stay_discharge", args=[stay.pk])))
    stay.discharge(by=sari, on=today, reason=reason("mandiri"))
    thing = Belonging.objects.forgotten().get()
    client.post(
        reverse("cases:belonging_return", args=[stay.pk]),
        {"items": [thing.pk], "on": "2026-03-16", "to": "Bu Tri, anak"},
    )
    assert not Belonging.objects.forgotten().exists()


def test_both_receipts_print_with_lines_for_the_signatures(client, stay, sari, oka, today):
    bag, phone = make_belonging(stay, oka, "<b>Tas</b>", kept_at="rak 2"), make_belonging(stay, oka, "Telepon")
    html = belongings_in(stay, bag.received_on, [bag, phone]).html()
    for words in ("Tanda terima titipan barang", "2 Maret 2026", "&lt;b&gt;Tas", "rak 2", "Yang menitipkan", "Oka"):
        assert words in html
    phone.give_back(by=sari, on=today, to="Bu Tri, anak")
    html = belongings_out(stay, today, [phone]).html()
    for words in ("Tanda terima pengembalian barang", "Bu Tri, anak", "Yang menyerahkan", "Sari", "02/03/2026"):
        assert words in html
    client.force_login(oka)
    page = body(client.get(reverse("cases:stay_belongings", args=[stay.pk])))
    for way, day in (("in", "2026-03-02"), ("out", "2026-03-16")):
        url = reverse(f"cases:belonging_receipt_{way}", args=[stay.pk, day])
        assert url in page
        assert client.get(url).content.startswith(b"%PDF")
    assert AuditEvent.objects.filter(action="belonging.printed", actor_name="Oka").count() == 2
    for nothing in ("2026-03-03", "kemarin"):
        assert client.get(reverse("cases:belonging_receipt_in", args=[stay.pk, nothing])).status_code == 404


def test_another_shelter_sees_nothing(client, stay, oka, citra, today):
    make_belonging(stay, oka)
    client.force_login(citra)
    for route in ("stay_belongings", "belonging_new", "belonging_return"):
        assert client.get(reverse(f"cases:{route}", args=[stay.pk])).status_code == 404
