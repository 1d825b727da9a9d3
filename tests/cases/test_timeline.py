from datetime import date

from django.urls import reverse

from tests.factories import make_client, make_need, make_stay, reason


def timeline(client, person, **query):
    return client.get(reverse("cases:client_trail", args=[person.pk]), query).content.decode()


def open_need(client, stay, key):
    return client.post(
        reverse("cases:need_open", args=[stay.pk]),
        {"service": "civil_documents", "opened_on": "2026-03-10", "key": f"6f1f3a0e-7e49-4d5c-8d5e-0f9f5f6b{key}"},
    )


def test_the_timeline_tells_everything_on_the_file_in_words(client, today, sari, stay):
    client.force_login(sari)
    open_need(client, stay, "0101")
    need = stay.needs.get()
    client.post(reverse("cases:need_close", args=[need.pk]), {"on": "2026-03-12", "reason": "terpenuhi"})
    told = timeline(client, stay.client)
    assert "Klien diterima" in told and "Kebutuhan dibuka" in told and "Kebutuhan ditutup" in told
    assert "Fasilitasi dokumen kependudukan · alasan: terpenuhi" in told


def test_who_looked_is_for_the_head_and_apart_from_what_happened(client, today, sari, budi, stay):
    client.force_login(sari)
    client.get(stay.client.get_absolute_url())
    assert "Berkas klien dibuka" not in timeline(client, stay.client, tampil="pembaca")
    client.force_login(budi)
    assert "Berkas klien dibuka" not in timeline(client, stay.client)
    readers = timeline(client, stay.client, tampil="pembaca")
    assert "Berkas klien dibuka" in readers and "Sari" in readers


def test_what_happened_at_another_shelter_stays_there(client, today, sari, citra, melati, kenanga):
    person = make_client("Ratna")
    elsewhere = make_stay(kenanga, by=citra, client=person, entered_on=date(2026, 1, 5))
    client.force_login(citra)
    open_need(client, elsewhere, "0102")
    elsewhere.discharge(by=citra, on=date(2026, 2, 1), reason=reason("mandiri"))
    make_need(make_stay(melati, by=sari, client=person, entered_on=date(2026, 2, 1)), "clothing", date(2026, 2, 2))
    client.force_login(sari)
    told = timeline(client, person)
    assert "Klien diterima" in told and "Kebutuhan dibuka" not in told and "Citra" not in told
