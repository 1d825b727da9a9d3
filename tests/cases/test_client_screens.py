from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent, Client, Need
from tests.factories import make_client, make_ended_stay, make_need, make_stay, reason

LIST = reverse("cases:client_list")


def body(response):
    return response.content.decode()


def test_the_list_shows_who_is_in_the_house_and_nobody_of_another(client, today, sari, citra, melati, kenanga):
    make_stay(melati, by=sari, client=make_client("Agus"))
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=sari, client=make_client("Bejo"))
    make_stay(kenanga, by=citra, client=make_client("Ratna"))
    client.force_login(sari)
    shown = {status: body(client.get(LIST, {"status": status})) for status in ("", "keluar", "semua")}
    names = {status: [name for name in ("Agus", "Bejo", "Ratna") if name in page] for status, page in shown.items()}
    assert names == {"": ["Agus"], "keluar": ["Bejo"], "semua": ["Agus", "Bejo"]}


def test_a_name_is_searched_by_post_and_the_piece_equals_the_page(client, today, sari, melati):
    make_stay(melati, by=sari, client=make_client("Sukinah"))
    make_stay(melati, by=sari, client=make_client("Bambang"))
    client.force_login(sari)
    page = body(client.post(LIST, {"q": "soekina"}))
    piece = body(client.post(LIST, {"q": "soekina"}, headers={"HX-Request": "true"}))
    assert "Sukinah" in page and "Bambang" not in page
    assert piece.strip() in page


def test_the_list_stays_flat_as_it_grows(client, today, sari, melati, django_assert_max_num_queries):
    for number in range(60):
        make_stay(melati, by=sari, client=make_client(f"Klien {number}"))
    client.force_login(sari)
    client.get(LIST)  # the session's first page also notes when it began
    with django_assert_max_num_queries(10):
        page = body(client.get(LIST))
    assert "60 klien" in page and "Halaman 1 dari 3" in page


def test_the_file_shows_the_nik_masked_and_says_on_the_trail_that_it_was_read(client, sari, today, melati):
    person = make_client("Yanti", nik="3404995708850001", nik_status="valid")
    make_stay(melati, by=sari, client=person)
    client.force_login(sari)
    page = body(client.get(person.get_absolute_url()))
    assert "3404••••••••0001" in page
    assert AuditEvent.objects.filter(action="client.viewed", actor_name="Sari", target_id=person.pk).count() == 1


def test_the_officer_sees_who_and_how_to_care_but_no_file(client, oka, sari, today, melati):
    person = make_client("Yanti", nik="3404995708850001", nik_status="valid", health_note="Alergi udang")
    stay = make_stay(melati, by=sari, client=person, condition="Luka lama di kaki")
    make_need(stay, "clothing", date(2026, 1, 6))
    client.force_login(oka)
    pages = [
        body(client.get(page))
        for page in (person.get_absolute_url(), stay.get_absolute_url(), person.get_services_url())
    ]
    assert "Yanti" in pages[0] and "Alergi udang" in pages[0]
    for secret in ("3404", "Luka lama", "Gelandangan", "Sandang"):
        assert secret not in "".join(pages)


def edit(client, person, **values):
    answers = {"name": person.name, "citizenship": "wni", "version": person.version, "sex": "P"} | values
    return client.post(reverse("cases:client_edit", args=[person.pk]), answers)


def test_a_change_is_on_the_trail_without_the_sensitive_text(client, sari, today, melati):
    person = make_client("Yanti")
    make_stay(melati, by=sari, client=person)
    client.force_login(sari)
    edit(client, person, name="Yanti Lestari", nik="3404995708850001")
    person.refresh_from_db()
    assert (person.name, person.nik_status, person.version) == ("Yanti Lestari", "valid", 2)
    changed = AuditEvent.objects.get(action="client.changed").details["changed"]
    assert changed["name"] == ["Yanti", "Yanti Lestari"]
    assert changed["nik"] == ["•", "•"]


def test_somebody_elses_change_is_never_overwritten_unseen(client, sari, today, melati):
    person = make_client("Yanti")
    make_stay(melati, by=sari, client=person)
    client.force_login(sari)
    edit(client, person, name="Yanti Lestari")
    page = body(edit(client, person, name="Yanti Rahayu"))
    assert "sudah diubah orang lain" in page and "Yanti Lestari" in page and "Yanti Rahayu" in page
    assert Client.objects.get(pk=person.pk).name == "Yanti Lestari"


def test_a_nik_that_disagrees_is_saved_and_explained(client, sari, today, melati):
    person = make_client("Yanti")
    make_stay(melati, by=sari, client=person)
    client.force_login(sari)
    answers = {"name": "Yanti", "citizenship": "wni", "version": 1, "sex": "P", "nik": "3404991708850001"}
    page = body(client.post(reverse("cases:client_edit", args=[person.pk]), answers, follow=True))
    assert "Menurut NIK laki-laki, menurut isian perempuan." in page


def test_a_discharge_from_the_screen(client, sari, stay, today):
    client.force_login(sari)
    url = reverse("cases:stay_discharge", args=[stay.pk])
    page = body(client.post(url, {"on": "2026-03-01", "reason": reason("mandiri").pk, "destination": "Pasar"}))
    assert "Tanggal keluar tidak boleh sebelum tanggal masuk." in page and 'value="Pasar"' in page
    response = client.post(url, {"on": "2026-03-16", "reason": reason("mandiri").pk, "destination": "Pasar"})
    stay.refresh_from_db()
    assert (response.url, stay.status) == (stay.get_absolute_url(), "discharged")
    late = body(client.post(url, {"on": "2026-03-16", "reason": reason("kabur").pk}))
    assert "tidak dapat menjadi" in late


def test_the_entry_can_be_corrected_but_not_into_an_overlap(client, sari, stay, today, melati):
    earlier = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 20), by=sari, client=make_client("Lain"))
    earlier.client = stay.client
    earlier.save()
    client.force_login(sari)
    url = reverse("cases:stay_edit", args=[stay.pk])
    page = body(client.post(url, {"entered_on": "2026-01-10", "neglect": "confirmed"}))
    assert "Klien masih tercatat tinggal di panti pada tanggal itu." in page
    client.post(url, {"entered_on": "2026-03-01", "neglect": "confirmed"})
    stay.refresh_from_db()
    assert (stay.entered_on, stay.neglect) == (date(2026, 3, 1), "confirmed")


def test_a_need_is_opened_once_and_closed_once(client, sari, stay, today):
    client.force_login(sari)
    url = reverse("cases:need_open", args=[stay.pk])
    answers = {"service": "civil_documents", "opened_on": "2026-03-10"}
    client.post(url, answers | {"key": "6f1f3a0e-7e49-4d5c-8d5e-0f9f5f6b0001"})
    again = body(client.post(url, answers | {"key": "6f1f3a0e-7e49-4d5c-8d5e-0f9f5f6b0002"}))
    assert "masih terbuka" in again or "sudah dibuka" in again
    need = Need.objects.get()
    close = reverse("cases:need_close", args=[need.pk])
    client.post(close, {"on": "2026-03-12", "reason": "terpenuhi"})
    late = body(client.post(close, {"on": "2026-03-13", "reason": "ditolak"}))
    need.refresh_from_db()
    assert (need.closed_on, need.reason) == (date(2026, 3, 12), "terpenuhi")
    assert "sudah ditutup" in late


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-17"])
def test_a_need_outside_the_stay_is_refused(client, sari, stay, today, day):
    client.force_login(sari)
    client.post(
        reverse("cases:need_open", args=[stay.pk]),
        {"service": "clothing", "opened_on": day, "key": "6f1f3a0e-7e49-4d5c-8d5e-0f9f5f6b0003"},
    )
    assert not Need.objects.exists()
