"""Letters about a client: a draft, a number, and the same paper ever after."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.letter_documents import client_letter, words_now
from cases.models import AuditEvent, ClientLetter, Death, Letter, LetterRule, Shelter
from cases.models.letter_kinds import FOR_CLIENT, Kind
from tests.factories import make_client_letter

GIVEN = {
    "subject": "Bantuan modal usaha", "addressee": "Kepala Dinas Perindustrian", "city": "Temanggung",
    "manner": "normal", "facts": ["born", "nik_masked"], "body": "Klien telah selesai mengikuti pelatihan menjahit.",
    "details": "Tujuan: Parakan\nKendaraan:", "enclosure": "", "copies": "",
}  # fmt: skip


def body(response):
    return response.content.decode()


def write(client, stay, kind="recommendation", **given):
    url = reverse("cases:clientletter_new", args=[stay.pk, kind])
    return client.post(url, GIVEN | {"key": uuid.uuid4()} | given)


def paper(kept):
    return client_letter(kept, verification_url="http://testserver/surat/x/" if kept.letter else "").html()


def test_a_letter_is_drafted_numbered_and_printed(client, today, stay, sari):
    client.force_login(sari)
    key = uuid.uuid4()
    for _ in range(2):  # a double click
        gone = write(client, stay, key=key)
    kept = ClientLetter.objects.get()
    assert gone.url == kept.get_absolute_url()
    assert "KONSEP" in paper(kept) and not Letter.objects.exists()
    for _ in range(2):
        client.post(reverse("cases:clientletter_issue", args=[kept.pk]))
    kept.refresh_from_db()
    assert (kept.letter.number, kept.letter.subject) == ("400.9/001/MLT/2026", "Bantuan modal usaha")
    assert kept.letter.about == stay and Letter.objects.count() == 1
    assert "KONSEP" not in paper(kept) and "Surat rekomendasi" in paper(kept)
    assert client.get(reverse("cases:clientletter_pdf", args=[kept.pk])).content[:4] == b"%PDF"
    of_letters = AuditEvent.objects.filter(action__contains="letter").order_by("pk")
    actions = [event.action for event in of_letters]
    assert actions == [
        "clientletter.created", "letter.issued", "clientletter.issued", "clientletter.printed",
    ]  # fmt: skip


def test_a_numbered_letter_is_printed_again_as_it_was(client, today, stay, person, sari, budi, dewi):
    kept = make_client_letter(stay, sari, copies="")
    kept.issue(by=sari, words=words_now)
    kept = ClientLetter.objects.for_page().get()
    before = paper(kept)
    assert "Suratmin" in before and "Budi" in before and "Arsip" in before
    LetterRule.settle(
        Kind.RECOMMENDATION, by=dewi, version=1, classification="1", retention="", opening="Lain", closing="Lain",
        copies="", enclosure="",
    )  # fmt: skip
    person.name = "Suparman"
    person.save()
    Shelter.objects.update(name="Panti Baru", phone="123")
    budi.name = "Kepala Baru"
    budi.save()
    assert paper(ClientLetter.objects.for_page().get()) == before


def test_only_the_ticked_facts_leave_the_file(today, stay, person, sari):
    person.nik = "3404990101560001"
    person.nik_status = "valid"
    person.save()
    kept = make_client_letter(stay, sari, facts=["nik_masked"])
    text = paper(kept)
    assert "Suratmin" in text and "3404990101560001" not in text and person.number not in text
    kept.facts = ["nik", "number"]
    assert "3404990101560001" in paper(kept) and person.number in paper(kept)


def test_what_is_typed_is_kept_and_never_run(client, today, stay, sari):
    client.force_login(sari)
    again = write(client, stay, "invitation", addressee="", body="<script>alert(1)</script> {panti} {{ x }}")
    assert "Tulis kepada siapa surat ini." in body(again) and "&lt;script&gt;" in body(again)
    write(client, stay, "invitation", body="<script>alert(1)</script> {panti}")
    text = paper(ClientLetter.objects.get())
    assert "&lt;script&gt;" in text and "<script>" not in text and "{panti}" in text
    assert "Parakan" in text and "Kendaraan" not in text


def test_two_at_once(client, today, stay, sari, budi):
    kept = make_client_letter(stay, sari)
    client.force_login(sari)
    url = reverse("cases:clientletter_edit", args=[kept.pk])
    assert client.post(url, GIVEN | {"key": uuid.uuid4(), "version": 1, "body": "Satu"}).status_code == 302
    second = client.post(url, GIVEN | {"key": uuid.uuid4(), "version": 1, "body": "Dua"})
    assert "baru saja diubah orang lain" in body(second) and "Dua" in body(second)
    kept.issue(by=budi, words=words_now)
    for verb in (lambda: kept.issue(by=sari, words=words_now), lambda: kept.discard(by=sari)):
        with pytest.raises(ValidationError, match="sudah bernomor"):
            verb()
    assert client.get(url).url == kept.get_absolute_url()


def test_a_draft_may_be_thrown_away_and_a_number_only_voided(client, today, stay, sari, budi, oka):
    draft, numbered = make_client_letter(stay, sari), make_client_letter(stay, sari)
    numbered.issue(by=budi, words=words_now)
    client.force_login(sari)
    client.post(reverse("cases:clientletter_discard", args=[draft.pk]))
    client.post(reverse("cases:clientletter_discard", args=[numbered.pk]))
    assert ClientLetter.objects.get() == numbered
    void = reverse("cases:clientletter_void", args=[numbered.pk])
    assert client.post(void, {"reason": "Salah"}).status_code == 403  # Budi issued it
    client.force_login(budi)
    assert client.post(void, {"reason": "Salah alamat"}).status_code == 302
    assert "sudah dibatalkan" in body(client.post(void, {"reason": "Lagi"}))
    assert "BATAL" in paper(ClientLetter.objects.for_page().get())
    assert "Salah alamat" in body(client.get(reverse("cases:stay_letters", args=[stay.pk])))


def test_after_a_death_only_the_letters_of_the_death(client, today, stay, sari):
    with pytest.raises(ValidationError, match="Catat dahulu kematian"):
        make_client_letter(stay, sari, kind="burial")
    early = make_client_letter(stay, sari)
    Death(stay=stay, died_at=stay.shelter.now(), place="RSUD").register(by=sari)
    stay.refresh_from_db()
    for verb in (lambda: make_client_letter(stay, sari), lambda: early.issue(by=sari, words=words_now)):
        with pytest.raises(ValidationError, match="terkunci"):
            verb()
    kept = make_client_letter(stay, sari, kind="burial", facts=["death"])
    kept.issue(by=sari, words=words_now)
    assert "RSUD" in paper(kept)
    client.force_login(sari)
    text = body(client.get(reverse("cases:stay_letters", args=[stay.pk])))
    assert "Permintaan autopsi" in text and "Surat jalan" not in text


@pytest.mark.parametrize("kind", [kind for kind in FOR_CLIENT if kind not in ("autopsy", "burial")])
def test_every_kind_has_its_form_and_its_words(client, today, stay, sari, kind):
    client.force_login(sari)
    page = client.get(reverse("cases:clientletter_new", args=[stay.pk, kind.value]))
    assert kind.label in body(page)
    kept = make_client_letter(stay, sari, kind=kind)
    text = paper(kept)
    assert "Suratmin" in text and "Rumah Singgah Melati" in text and "{" not in text
    assert client.get(reverse("cases:clientletter_new", args=[stay.pk, "referral"])).status_code == 404


def test_the_list_of_letters_counts_few_queries(client, today, stay, sari, django_assert_max_num_queries):
    for _ in range(8):
        make_client_letter(stay, sari).issue(by=sari, words=words_now)
        make_client_letter(stay, sari)
    client.force_login(sari)
    with django_assert_max_num_queries(23):
        few = client.get(reverse("cases:stay_letters", args=[stay.pk]))
    assert body(few).count("Bernomor") == 8
