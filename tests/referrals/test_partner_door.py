"""The partner's page from the outside: what comes in bad, late, twice, or from somebody else."""

import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from cases.models import Attachment
from referrals.documents import referral_letter
from referrals.models import PartnerFile, Referral, ReferralAnswer
from referrals.models.share import Choice, Piece
from tests.factories import make_attachment, make_client, make_stay, reason
from tests.referrals.factories import make_partner, make_referral
from tests.referrals.links import TRI, at_phone, make_link, seen_text
from tests.uploads import jpeg

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"


@pytest.fixture
def address(sent, sari):
    return make_link(sent, sari)[1]


def status_of(referral):
    return Referral.objects.get(pk=referral.pk).status


def test_pressing_read_counts_as_read_and_looking_does_not(address, sent):
    phone = at_phone()
    phone.get(address)
    assert status_of(sent) == "sent"
    assert phone.get(f"{address}dibaca/").status_code == 405
    assert "sudah diberi tahu" in seen_text(phone.post(f"{address}dibaca/", follow=True))
    assert status_of(sent) == "seen"


def test_no_form_of_the_page_needs_a_script_or_a_cookie(address, sent):
    """Whoever refuses cookies can still answer, and no check of where a form came from is in the way."""
    strict = Client(enforce_csrf_checks=True, headers={"Origin": "null"})
    assert strict.post(f"{address}terima/", TRI).status_code == 302
    assert status_of(sent) == "accepted"


def test_declining_asks_for_the_reason_and_keeps_what_was_typed(address, sent):
    phone = at_phone()
    page = phone.post(f"{address}tolak/", TRI | {"reason": "other", "note": ""})
    assert page.status_code == 422
    assert "Jelaskan alasan lainnya." in seen_text(page) and 'value="Ibu Tri"' in seen_text(page)
    phone.post(f"{address}tolak/", TRI | {"reason": "other", "note": "Sedang renovasi"})
    answer = ReferralAnswer.objects.get()
    assert (status_of(sent), answer.reason, answer.text, answer.channel) == (
        "declined",
        "other",
        "Sedang renovasi",
        "link",
    )


def test_a_question_and_its_reply_which_opens_with_the_code(address, sent, sari):
    phone = at_phone()
    phone.post(f"{address}tanya/", TRI | {"text": "Apakah bisa berjalan?"})
    assert status_of(sent) == "question"
    sent.reply("Suratmin berjalan dengan tongkat.", by=sari)
    page = seen_text(phone.get(address))
    assert "Ada balasan dari panti" in page and "Suratmin" not in page
    sent.refresh_from_db()
    phone.post(f"{address}kode/", {"code": sent.link.make_code(by=sari)})
    assert "Suratmin berjalan dengan tongkat." in seen_text(phone.get(address))


def test_another_date_is_proposed_and_not_one_that_has_passed(address, sent, today):
    phone = at_phone()
    assert "sudah lewat" in seen_text(phone.post(f"{address}tunda/", TRI | {"until": "2026-03-01"}))
    phone.post(f"{address}tunda/", TRI | {"until": "2026-04-01", "note": "Kamar penuh"})
    assert Referral.objects.values_list("status", "postponed_until").get() == ("postponed", date(2026, 4, 1))


def test_sent_twice_is_said_once(address, sent):
    phone = at_phone()
    for _ in range(2):
        assert phone.post(f"{address}terima/", TRI | {"arranged_on": "2026-03-20"}).status_code == 302
    assert ReferralAnswer.objects.count() == 1


def test_an_answer_after_the_withdrawal_is_kept_and_answered_politely(address, sent, sari):
    sent.withdraw(by=sari, reason="Keluarga menjemput")
    phone = at_phone()
    shut = phone.get(address)
    assert (shut.status_code, "ditarik kembali" in seen_text(shut)) == (410, True)
    late = phone.post(f"{address}terima/", TRI | {"arranged_on": "2026-03-20"})
    assert "Jawaban Anda tetap kami catat" in seen_text(late)
    assert (status_of(sent), ReferralAnswer.objects.get().counts) == ("withdrawn", False)
    assert phone.get(f"{address}terima/").status_code == 410
    assert "Keluarga menjemput" not in seen_text(late) + seen_text(shut)
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        assert "ditarik kembali" not in seen_text(phone.get(address))


def test_the_link_of_one_referral_never_opens_the_files_of_another(today, sari, melati, stay, hospital):
    pairs = []
    for someone, partner in (
        (stay, hospital),
        (make_stay(melati, by=sari, client=make_client("Sukinah")), make_partner("RSU")),
    ):
        file = make_attachment(someone, sari, f"%PDF-1.7 {someone.pk}".encode())
        referral = Referral(stay=someone, partner=partner, purpose="Uji", consent="agreed")
        referral.draft(by=sari, choices=[Choice(Piece.IDENTITY), Choice(Piece.ATTACHMENT, file)])
        referral.send(by=sari)
        link, url = make_link(referral, sari)
        phone = at_phone()
        phone.post(f"{url}kode/", {"code": link.make_code(by=sari)})
        pairs.append((phone, url, referral.shares.get(piece="attachment"), file))
    (mine, here, share, file), (_, there, foreign, _) = pairs
    assert b"".join(mine.get(f"{here}berkas/{share.pk}/")).startswith(b"%PDF")
    assert mine.get(f"{here}berkas/{foreign.pk}/").status_code == 404
    assert mine.get(f"{here}berkas/{file.pk + 1000}/").status_code == 404
    # The key of one link does not turn in another door, even when the browser carries it there.
    mine.cookies["kunci"]["path"] = there
    assert "Sukinah" not in seen_text(mine.get(there))
    assert mine.get(f"{there}berkas/{foreign.pk}/").status_code == 404


def test_the_key_is_forgotten_after_two_hours_and_with_the_link(address, sent, sari):
    sent.refresh_from_db()
    phone = at_phone()
    phone.post(f"{address}kode/", {"code": sent.link.make_code(by=sari)})
    cookie = phone.cookies["kunci"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (address, True, "Lax")
    assert "Suratmin" in seen_text(phone.get(address))
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        assert "Suratmin" not in seen_text(phone.get(address))


def test_a_wrong_code_says_so_and_ten_lock(address, sent, sari):
    sent.refresh_from_db()
    code = sent.link.make_code(by=sari)
    phone, wrong = at_phone(), "000000" if code != "000000" else "111111"
    assert "Kode salah" in seen_text(phone.post(f"{address}kode/", {"code": wrong}))
    assert "6 angka" in seen_text(phone.post(f"{address}kode/", {"code": "abc"}))
    for _ in range(9):
        phone.post(f"{address}kode/", {"code": wrong})
    locked = phone.post(f"{address}kode/", {"code": code})
    assert (locked.status_code, "terkunci" in seen_text(locked)) == (410, True)


def test_a_letter_comes_in_checked_and_enters_the_file_by_staff(client, address, sent, sari, stay):
    phone = at_phone()
    photo = jpeg(name="surat.jpg")
    phone.post(f"{address}surat/", TRI | {"title": "Surat balasan", "file": photo})
    received = PartnerFile.objects.get()
    assert (received.title, received.name, received.content_type) == ("Surat balasan", "Ibu Tri", "image/jpeg")
    assert not Attachment.objects.exists()
    photo.seek(0)
    again = phone.post(f"{address}surat/", TRI | {"title": "Surat balasan", "file": photo})
    assert "sudah kami terima" in seen_text(again)
    client.force_login(sari)
    assert "Surat balasan" in seen_text(client.get(sent.get_absolute_url()))
    assert b"".join(client.get(received.get_absolute_url())).startswith(b"\xff\xd8\xff")
    client.post(f"{received.get_absolute_url()}simpan/")
    assert Attachment.objects.get().client == stay.client
    client.post(f"{received.get_absolute_url()}simpan/")
    assert Attachment.objects.count() == 1


def test_a_photo_of_30_mb_gets_a_clear_sentence(address):
    big = SimpleUploadedFile("foto.jpg", b"\xff\xd8\xff" + b"\0" * (30 * 1024 * 1024))
    page = at_phone().post(f"{address}surat/", TRI | {"title": "Surat", "file": big})
    assert page.status_code == 422
    assert "lebih dari 10 MB" in seen_text(page) and 'value="Surat"' in seen_text(page)
    program = SimpleUploadedFile("surat.pdf", b"MZ program")
    assert "program, bukan dokumen" in seen_text(
        at_phone().post(f"{address}surat/", TRI | {"title": "S", "file": program})
    )


def test_a_script_in_a_message_is_text_everywhere(client, address, sent, sari):
    phone = at_phone()
    said = {"name": SCRIPT[:100], "position": SCRIPT}
    phone.post(f"{address}terima/", said | {"conditions": SCRIPT, "note": SCRIPT, "arranged_on": "2026-03-20"})
    phone.post(f"{address}pesan/", said | {"text": SCRIPT})
    phone.post(f"{address}surat/", said | {"title": SCRIPT, "file": jpeg()})
    client.force_login(sari)
    sent.refresh_from_db()
    pages = [phone.get(address), client.get(sent.get_absolute_url()), client.get(f"/rujukan/{sent.pk}/tautan/")]
    everything = "".join(map(seen_text, pages)) + referral_letter(sent).html()
    assert "&lt;script&gt;" in everything
    assert "<script>alert" not in everything and "<img src=x" not in everything


def test_a_death_is_not_told_through_the_door(address, accepted, stay, sari, today):
    """The result was told, then the client died: a word that comes after it is refused without the reason."""
    link, address = make_link(accepted, sari)
    at_phone().post(f"{address}hasil/", TRI | {"result": "Sudah dirawat."})
    stay.discharge(by=sari, on=today, reason=reason("meninggal"))
    page = at_phone().post(f"{address}pesan/", TRI | {"text": "Bagaimana kabarnya?"})
    assert "meninggal" not in seen_text(page)
    assert ("lewat telepon" in seen_text(page)) or page.status_code == 410


def test_the_page_weighs_less_than_50_kb_with_its_style(address, sent, sari):
    sent.refresh_from_db()
    phone = at_phone()
    phone.post(f"{address}kode/", {"code": sent.link.make_code(by=sari)})
    page = phone.get(address).content
    style = Path(settings.BASE_DIR / "static/css/doors.css").read_bytes()
    assert page.count(b'<link rel="stylesheet"') == 1
    assert len(page) + len(style) < 50_000


def test_the_page_asks_few_questions_of_the_database(address, django_assert_max_num_queries):
    phone = at_phone()
    with django_assert_max_num_queries(30):
        phone.get(address)


@pytest.mark.parametrize("what", ["terima", "tolak", "tunda", "tanya", "tiba", "hasil", "surat", "pesan"])
def test_what_does_not_fit_leads_back_to_the_page(address, sent, what):
    """Before the answer nobody arrives; after it nobody decides."""
    fits = what in ("terima", "tolak", "tunda", "tanya", "surat")
    assert at_phone().get(f"{address}{what}/").status_code == (200 if fits else 302)
    at_phone().post(f"{address}terima/", TRI)
    fits = what in ("tiba", "hasil", "surat", "pesan")
    assert at_phone().get(f"{address}{what}/").status_code == (200 if fits else 302)
    assert at_phone().get(f"{address}hapus/").status_code == 404


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_of_one_partner_answer_at_once(stay, sari, today):
    referral = make_referral(stay, by=sari, partner=make_partner())
    referral.send(by=sari)
    _, address = make_link(referral, sari)
    pages, together = {}, threading.Barrier(2)

    def answer(act, said):
        together.wait()
        try:
            pages[act] = seen_text(at_phone().post(f"{address}{act}/", said, follow=True))
        finally:
            connection.close()

    threads = [
        threading.Thread(target=answer, args=("terima", TRI)),
        threading.Thread(target=answer, args=("tolak", {"name": "Pak Joni", "reason": "full"})),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counted = ReferralAnswer.objects.get(counts=True)
    assert (counted.kind, ReferralAnswer.objects.get(counts=False).differs) == (status_of(referral), True)
    refused = pages["tolak" if counted.kind == "accepted" else "terima"]
    assert f"Sudah dijawab oleh {counted.name}" in refused


def test_every_piece_that_is_drawn_behind_a_door_is_plain():
    page = render_to_string("referrals/door_shut.html", {"heading": "x", "words": "y", "shelter": None})
    assert "<script" not in page and "style=" not in page
