"""The papers of an arrival: numbered once, printed as they were signed."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.arrival_documents import WORDS, Kind, arrival_paper
from cases.models import ArrivalLetter, AuditEvent, Stay
from cases.sweeps import admit_chosen
from tests.factories import make_belonging, make_client, make_stay, make_sweep


@pytest.fixture
def min_(today, melati, oka, budi):
    """Brought by two officers of a police station, one of whom signs."""
    stay = make_stay(
        melati, by=oka, client=make_client("", aliases=["Min"], sex="L"), entered_on=today, condition="Bingung",
        brought_by="Polsek Contoh", bringer_letter="B/12/III", bringer_name="Umpama", bringer_rank="Aipda",
        bringer_number="00000901",
    )  # fmt: skip
    make_belonging(stay, oka, description="Tas hitam")
    return stay


def issue(kind, target, by):
    return ArrivalLetter.issue(kind, target, by=by, words=WORDS[kind])


def html(kind, target):
    return arrival_paper(kind, target).html()


def body(response):
    return response.content.decode()


def test_the_receipt_names_both_sides_the_person_and_the_things(min_, oka):
    draft = html(Kind.RECEIPT, min_)
    letter = issue(Kind.RECEIPT, min_, oka).letter
    page = html(Kind.RECEIPT, min_)
    for words in ("Polsek Contoh", "B/12/III", "Umpama", "Aipda", "00000901", "Oka", "Tanpa nama (“Min”)", "Bingung",
                  "Tas hitam", "Senin, tanggal 16 Maret 2026", "Budi"):  # fmt: skip
        assert words in page, words
    assert "KONSEP" in draft and "KONSEP" not in page and letter.number in page


def test_a_second_print_says_what_was_signed_under_the_same_number(client, min_, oka, sari):
    client.force_login(oka)
    url = reverse("cases:stay_receipt_issue", args=[min_.pk])
    first, second = client.post(url).url, client.post(url).url
    assert first == second == reverse("cases:stay_receipt_pdf", args=[min_.pk])
    min_.client.name = "Suratmin"
    min_.client.save()
    make_belonging(min_, sari, description="Telepon genggam")
    page = html(Kind.RECEIPT, min_)
    assert "Tanpa nama (“Min”)" in page and "Suratmin" not in page and "Telepon genggam" not in page
    assert ArrivalLetter.objects.count() == 1
    answer = client.get(first)
    assert answer.content.startswith(b"%PDF") and AuditEvent.objects.filter(action="arrivalletter.printed").exists()
    assert f"Cetak berita acara {ArrivalLetter.objects.get()}" in body(client.get(min_.get_absolute_url()))


def test_the_statement_is_attached_to_the_receipt_and_falls_with_it(client, min_, oka, melati):
    melati.together_text = "Pihak Pertama menjemput kembali.\n\nPihak Kedua merawat."
    melati.max_stay = 14
    melati.save()
    with pytest.raises(ValidationError, match="Terbitkan dahulu nomor berita acara"):
        issue(Kind.TOGETHER, min_, oka)
    receipt = issue(Kind.RECEIPT, min_, oka)
    statement = issue(Kind.TOGETHER, min_, oka)
    page = html(Kind.TOGETHER, Stay.objects.get(pk=min_.pk))
    assert "Pihak Pertama menjemput kembali." in page and "14 hari kalender" in page and "Polsek Contoh" in page
    assert f"Lampiran berita acara penerimaan nomor {receipt}" in page and page.count("<li>") == 3
    client.force_login(oka)
    client.post(reverse("cases:arrival_letter_void", args=[receipt.pk]), {"reason": "Salah nama petugas"})
    for paper in (receipt, statement):
        paper.refresh_from_db()
        assert paper.voided_at and paper.letter.void_reason == "Salah nama petugas"
    again = issue(Kind.RECEIPT, min_, oka)
    assert again.letter.number != receipt.letter.number


def test_a_sweep_has_its_own_receipt_and_one_statement_for_all(client, today, melati, oka):
    sweep = make_sweep(
        melati, by=oka, marks=["Kaos merah", "Topi biru"],
        officers=[{"agency": "Satpol PP", "name": "Raharja", "position": "Danru", "number": "", "contact": ""}],
    )  # fmt: skip
    admit_chosen(sweep, [sweep.people.first().pk], by=oka)
    stay = Stay.objects.get()
    with pytest.raises(ValidationError, match="datang lewat razia"):
        issue(Kind.RECEIPT, stay, oka)
    client.force_login(oka)
    assert "Ada pada" in body(client.get(stay.get_absolute_url()))
    url = reverse("cases:sweep_statement_issue", args=[sweep.pk])
    assert "Terbitkan dahulu nomor" in body(client.post(url, follow=True))
    client.post(reverse("cases:sweep_letter_issue", args=[sweep.pk]))
    assert client.get(client.post(url).url).content.startswith(b"%PDF")
    page = html(Kind.TOGETHER, sweep)
    assert "2 orang" in page and "Raharja, Danru, dari Satpol PP" in page and "Topi biru" in page
    number = str(ArrivalLetter.objects.get())
    assert number in body(client.get(sweep.get_absolute_url()))
    client.post(reverse("cases:sweep_letter_void", args=[sweep.pk]), {"reason": "Ada tambahan"})
    assert ArrivalLetter.objects.get().letter.void_reason == "Ada tambahan"
    assert number not in body(client.get(sweep.get_absolute_url()))


def test_the_department_writes_the_statement_on_the_shelters_form(client, today, dewi, melati):
    client.force_login(dewi)
    url = reverse("cases:shelter_edit", args=["melati"])
    page = client.get(url)
    assert "menjemput kembali" in body(page)
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    client.post(url, sent)
    melati.refresh_from_db()
    assert melati.together_text == ""  # left as offered, the usual text stays the usual one
    client.post(url, sent | {"together_text": "Butir kami.\r\nButir kedua."})
    melati.refresh_from_db()
    assert melati.together_text == "Butir kami.\nButir kedua."


def test_a_stranger_prints_and_numbers_nothing(client, min_, citra, dewi):
    for user in (citra, dewi):
        client.force_login(user)
        for page in ("receipt_pdf", "statement_pdf"):
            assert client.get(reverse(f"cases:stay_{page}", args=[min_.pk])).status_code == 404
        for page in ("receipt_issue", "statement_issue"):
            assert client.post(reverse(f"cases:stay_{page}", args=[min_.pk])).status_code == 404
    assert not ArrivalLetter.objects.exists()


def test_a_cancelled_stay_gets_no_paper(min_, oka, budi):
    min_.cancel(by=budi, reason="Salah panti")
    with pytest.raises(ValidationError, match="dibatalkan"):
        issue(Kind.RECEIPT, min_, oka)


def test_who_brought_somebody_is_asked_at_the_door_and_may_stay_empty(client, today, melati, oka):
    client.force_login(oka)
    sent = {"key": str(uuid.uuid4()), "shelter": melati.pk, "entered_on": "2026-03-16", "sex": "", "name": "Yanti"}
    client.post(reverse("cases:intake_new"), sent | {"bringer_name": "Umpama", "bringer_letter": "B/1"})
    stay = Stay.objects.get()
    assert (stay.bringer_name, stay.bringer_letter, stay.bringer_rank) == ("Umpama", "B/1", "")
