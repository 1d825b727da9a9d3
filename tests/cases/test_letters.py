"""The register of letters: numbers, who reads the agenda, and what a stranger learns of a letter."""

import threading
import uuid
from datetime import date

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from cases.models import AuditEvent, Counter, IncomingLetter, Letter, LetterRule, LetterText

Kind = Letter.Kind


def body(response):
    return response.content.decode()


def enter(client, shelter, **given):
    said = {"key": uuid.uuid4(), "subject": "Permohonan beras", "addressee": "Bulog", "on": "2026-03-16"}
    return client.post(reverse("cases:letter_new", args=[shelter.slug]), said | given)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_ten_threads_take_ten_numbers(melati, sari):
    """No gap and no double, also when some of them fail after taking theirs."""

    def take(place):
        try:
            with transaction.atomic():
                Letter.issue(Kind.REFERRAL, shelter=melati, by=sari)
                if place % 3 == 0:
                    raise RuntimeError
        except RuntimeError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=[place]) for place in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Letter.objects.values_list("sequence", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert len(set(Letter.objects.values_list("number", flat=True))) == 6


def test_the_number_follows_pattern_unit_and_code(today, melati, sari):
    assert str(Letter.issue(Kind.REFERRAL, shelter=melati, by=sari)) == "400.9/001/MLT/2026"
    LetterRule.objects.filter(kind=Kind.REFERRAL).update(classification="400.9.11")
    melati.letter_pattern, melati.letter_unit = "{klasifikasi}/{nomor}/{unit}/{bulan}/{tahun}", "35.2"
    melati.save()
    assert str(Letter.issue(Kind.REFERRAL, shelter=melati, by=sari)) == "400.9.11/002/35.2/III/2026"
    assert str(Letter.issue(Kind.CIVIL, shelter=melati, by=sari)) == "400.9/003/35.2/III/2026"
    assert str(Letter.objects.first()) == "400.9/003/35.2/III/2026"
    assert Letter.objects.filter(number="400.9/001/MLT/2026").exists()  # a change is for later letters


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{nomer}/{tahun}", "{nomer} tidak dikenal"),
        ("{unit}/{tahun}", "harus memuat {nomor}"),
        ("{nomor}/{unit}", "harus memuat {tahun}"),
        ("{nomor.__class__}/{tahun}", "tidak berpasangan"),
        ("{nomor}/{tahun}/{", "tidak berpasangan"),
    ],
)
def test_a_pattern_that_cannot_count_is_refused_at_the_field(client, dewi, melati, pattern, said):
    client.force_login(dewi)
    url = reverse("cases:shelter_edit", args=["melati"])
    text = client.get(url)
    assert "Contoh dengan pola yang tersimpan: 400.9/001/MLT/" in body(text)
    given = {name: value for name, value in text.context["form"].initial.items() if value is not None}
    assert said in body(client.post(url, given | {"letter_pattern": pattern})).replace("&#x27;", "'")
    melati.refresh_from_db()
    assert melati.letter_pattern == "{klasifikasi}/{nomor}/{unit}/{tahun}"


def test_a_letter_from_elsewhere_takes_the_next_number(client, today, melati, sari):
    client.force_login(sari)
    key = uuid.uuid4()
    for _ in range(2):  # a double click
        gone = enter(client, melati, key=key)
    assert gone.status_code == 302 and "shelter=melati" in gone.url
    letter = Letter.objects.get()
    assert (letter.number, letter.kind, letter.subject) == ("400.9/001/MLT/2026", "other", "Permohonan beras")
    assert [e.action for e in AuditEvent.objects.all()] == ["letter.issued"]
    assert "Permohonan beras" not in str(AuditEvent.objects.values_list("details"))


def test_a_number_typed_twice_is_refused_at_the_field(client, today, melati, sari):
    client.force_login(sari)
    assert enter(client, melati, number="460/17/2026").status_code == 302
    again = enter(client, melati, number="460/17/2026", subject="Lain")
    assert "Nomor ini sudah dipakai: Surat lain, 16/03/2026." in body(again) and 'value="Lain"' in body(again)
    ours = enter(client, melati, number="400.9/005/MLT/2026")
    assert "diberikan oleh sistem" in body(ours)
    assert enter(client, melati, on="2026-03-17").context["form"].errors["on"] == ["Tanggal surat belum tiba."]
    assert Letter.objects.count() == 1 and not Counter.objects.exclude(last=0).exists()


def test_a_number_that_stands_on_paper_already_is_passed_by(today, melati, sari):
    melati.letter_pattern = "{nomor}.{tahun}"
    melati.save()
    Letter.enter(shelter=melati, by=sari, subject="Lama", addressee="X", on=today, number="400.9/001/MLT/2026")
    melati.letter_pattern = "400.9/{nomor}/MLT/{tahun}"
    melati.save()
    assert str(Letter.issue(Kind.CIVIL, shelter=melati, by=sari)) == "400.9/002/MLT/2026"


def test_who_may_void_a_letter_of_the_agenda(client, today, melati, sari, budi):
    letter = Letter.enter(shelter=melati, by=budi, subject="Salah", addressee="X", on=today)
    url = reverse("cases:letter_void", args=[letter.pk])
    client.force_login(sari)
    assert client.post(url, {"reason": "Salah"}).status_code == 403
    client.force_login(budi)
    assert "Tulis alasan pembatalan." in body(client.post(url, {"reason": ""}))
    assert client.post(url, {"reason": "Salah alamat"}).status_code == 302
    assert "sudah dibatalkan" in body(client.post(url, {"reason": "Lagi"}))
    text = body(client.get(reverse("cases:agenda")))
    assert "400.9/001/MLT/2026" in text and "Salah alamat" in text
    assert str(Letter.issue(Kind.CIVIL, shelter=melati, by=sari)) == "400.9/002/MLT/2026"
    referral = Letter.issue(Kind.REFERRAL, shelter=melati, by=budi)
    assert client.get(reverse("cases:letter_void", args=[referral.pk])).status_code == 403


def came(client, shelter, **given):
    said = {
        "key": uuid.uuid4(), "sender": "Dinas Kesehatan", "number": "440/12", "dated_on": "2026-03-10",
        "received_on": "2026-03-12", "subject": "Undangan rapat", "forwarded_to": "Kepala",
    }  # fmt: skip
    return client.post(reverse("cases:incomingletter_new", args=[shelter.slug]), said | given)


def test_incoming_letters_get_agenda_numbers_once(client, today, melati, sari):
    client.force_login(sari)
    assert came(client, melati).status_code == 302
    assert "sudah dicatat: Agenda masuk 1/2026" in body(came(client, melati, sender="dinas kesehatan"))
    assert "sebelum tanggalnya" in body(came(client, melati, number="9", dated_on="2026-03-14"))
    assert "belum tiba" in body(came(client, melati, number="9", received_on="2026-03-18"))
    came(client, melati, number="440/13")
    assert list(IncomingLetter.objects.values_list("sequence", flat=True)) == [2, 1]
    first = IncomingLetter.objects.get(sequence=1)
    url = first.get_absolute_url()
    form = client.get(url).context["form"]
    given = {name: form[name].value() for name in form.fields}
    assert client.post(url, given | {"forwarded_to": "Sari"}).status_code == 302
    assert "baru saja diubah orang lain" in body(client.post(url, given | {"forwarded_to": "Joko"}))
    assert "sudah dicatat" in body(client.post(url, given | {"version": 2, "number": "440/13"}))
    first.refresh_from_db()
    assert (first.forwarded_to, first.number) == ("Sari", "440/12")


def test_the_agenda_tells_names_only_to_those_who_read_files(client, today, melati, stay, sari, dewi, agus, citra):
    Letter.issue(Kind.CIVIL, shelter=melati, by=sari, about=stay, addressee="Dukcapil", subject="Bagi Suratmin")
    for person, sees in ((sari, True), (dewi, False), (agus, False)):
        client.force_login(person)
        url = reverse("cases:agenda") + "?shelter=melati"
        text = body(client.get(url))
        assert "400.9/001/MLT/2026" in text
        assert ("Suratmin" in text, "Dukcapil</" in text or "kepada Dukcapil" in text) == (sees, sees)
        found = body(client.post(url, {"q": "Suratmin"}))
        assert ("400.9/001/MLT/2026" in found) == sees
        assert "400.9/001/MLT/2026" in body(client.post(url, {"q": "001/MLT"}))
        printed = client.get(reverse("cases:agenda_pdf") + "?shelter=melati")
        assert printed.status_code == 200 and printed["Content-Type"] == "application/pdf"
    client.force_login(citra)
    assert "MLT" not in body(client.get(reverse("cases:agenda") + "?shelter=melati"))


def test_the_agenda_filters_and_counts_few_queries(client, today, melati, stay, sari, django_assert_max_num_queries):
    for kind in [Kind.CIVIL, Kind.REFERRAL] * 15:
        Letter.issue(kind, shelter=melati, by=sari, about=stay)
    client.force_login(sari)
    with django_assert_max_num_queries(12):
        text = body(client.get(reverse("cases:agenda")))
    assert "30 surat" in text
    assert "15 surat" in body(client.get(reverse("cases:agenda") + "?kind=civil&month=3"))
    assert "Tidak ada surat" in body(client.get(reverse("cases:agenda") + "?month=2"))
    assert client.get(reverse("cases:agenda") + "?month=x&year=1&shelter=lain").status_code == 200


def test_the_agenda_as_a_spreadsheet(client, today, melati, sari, budi, dewi):
    Letter.enter(shelter=melati, by=sari, subject="=cmd()", addressee="Bulog", on=today)
    client.force_login(budi)
    url = reverse("reports:agenda_export") + "?shelter=melati"
    assert "Isi keperluan" in body(client.post(url, {"format": "csv"}))
    sheet = b"".join(client.post(url, {"format": "csv", "reason": "Arsip"})).decode("utf-8-sig")
    assert '"\'=cmd()"' in sheet and "400.9/001/MLT/2026" in sheet
    assert b"".join(client.post(url, {"format": "xlsx", "reason": "Arsip"}))[:2] == b"PK"
    client.force_login(dewi)
    assert "cmd" not in b"".join(client.post(url, {"format": "csv", "reason": "Arsip"})).decode()


def test_the_check_by_code_tells_what_the_letter_is_and_no_more(client, today, melati, stay, sari):
    letter = Letter.issue(
        Kind.CIVIL, shelter=melati, by=sari, about=stay, addressee="Dukcapil Kota", subject="Bagi Suratmin"
    )
    url = letter.get_verification_url()
    text = body(client.get(url))
    assert all(told in text for told in ("Berlaku", letter.number, "16 Maret 2026", "Rumah Singgah Melati"))
    assert "Surat pengantar dokumen kependudukan" in text
    letter.void("Suratmin ternyata Suparman")
    voided = body(client.get(url))
    assert "Dibatalkan" in voided and "Berlaku<" not in voided
    letter.replace(Letter.issue(Kind.CIVIL, shelter=melati, by=sari))
    replaced = body(client.get(url))
    assert "Diganti" in replaced
    for page in (text, voided, replaced):
        assert not any(word in page for word in ("Suratmin", "Suparman", "Dukcapil", "Sari", stay.register_number))
    wrong = client.get(reverse("cases:letter_verify", args=["bukan-kode-kami"]))
    assert wrong.status_code == 404 and "Kode ini tidak dikenal" in body(wrong)


def test_guessing_codes_is_throttled_alike_for_right_and_wrong(client, today, melati, sari):
    letter = Letter.issue(Kind.CIVIL, shelter=melati, by=sari)
    wrong = reverse("cases:letter_verify", args=["salah"])
    answers = [client.get(wrong).status_code for _ in range(41)]
    assert answers == [404] * 40 + [429]
    refused = client.get(letter.get_verification_url())
    assert refused.status_code == 429 and letter.number not in body(refused)
    assert client.get(letter.get_verification_url(), REMOTE_ADDR="10.9.9.9").status_code == 200


def settle(client, kind, **given):
    url = reverse("cases:letterrule_edit", args=[kind])
    form = client.get(url).context["form"]
    return client.post(url, {name: form[name].value() for name in form.fields} | given)


def test_the_departments_words_are_for_later_letters(client, today, melati, sari, dewi):
    client.force_login(dewi)
    before = Letter.issue(Kind.CIVIL, shelter=melati, by=sari)
    assert settle(client, "civil", opening="Kami dari {panti}:", classification="400.12").status_code == 302
    after = Letter.issue(Kind.CIVIL, shelter=melati, by=sari)
    assert (before.text.number, after.text.number, after.text.opening) == (1, 2, "Kami dari {panti}:")
    assert (str(before), str(after)) == ("400.9/001/MLT/2026", "400.12/002/MLT/2026")
    seen = list(AuditEvent.objects.filter(actor_name="Dewi").values_list("action", flat=True))
    assert set(seen) == {"letterrule.changed", "lettertext.changed"}
    assert settle(client, "civil").status_code == 302 and LetterText.objects.filter(kind="civil").count() == 2


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("Kepada {nama}", "{nama} tidak dikenal"),
        ("{{ klien.nik }}", "tidak berpasangan"),
        ("{% load x %}", "tidak berpasangan"),
        ("{waktu}", "{waktu} tidak dikenal"),
    ],
)
def test_words_in_braces_come_from_a_short_list(client, dewi, opening, said):
    client.force_login(dewi)
    answer = settle(client, "civil", opening=opening)
    assert said in str(answer.context["form"].errors["opening"])
    assert LetterText.objects.filter(kind="civil").count() == 1


def test_the_sample_shows_the_words_and_saves_nothing(client, dewi):
    client.force_login(dewi)
    answer = settle(client, "referral", opening="<script>x</script> dari {panti}", sample="1")
    assert "&lt;script&gt;x&lt;/script&gt; dari Rumah Singgah Contoh" in body(answer)
    assert LetterText.objects.filter(kind="referral").count() == 1


def test_two_who_edit_the_same_words(client, dewi):
    client.force_login(dewi)
    url = reverse("cases:letterrule_edit", args=["civil"])
    form = client.get(url).context["form"]
    given = {name: form[name].value() for name in form.fields}
    assert client.post(url, given | {"opening": "Satu"}).status_code == 302
    second = client.post(url, given | {"opening": "Dua"})
    assert "baru saja diubah orang lain" in body(second) and "Dua" in body(second)
    assert LetterText.objects.current("civil").opening == "Satu"


def test_a_number_of_last_year_counts_in_last_year(today, melati, sari):
    letter = Letter.enter(shelter=melati, by=sari, subject="Lama", addressee="X", on=date(2025, 12, 30))
    assert (letter.year, letter.number) == (2025, "400.9/001/MLT/2025")
    assert timezone.localdate().year == 2026
