"""The table of states, from the outside: every move that stands in it is made, every other is refused with words."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import AuditEvent, Task
from referrals.models import Referral
from tests.factories import reason
from tests.referrals.factories import RATNA, TRI

Status = Referral.Status
MONDAY, LATER = date(2026, 3, 16), date(2026, 3, 20)
WAY = {  # how a referral comes to stand there
    "draft": [],
    "waiting": ["waiting"],
    "sent": ["sent"],
    "seen": ["sent", "seen"],
    "question": ["sent", "question"],
    "postponed": ["sent", "postponed"],
    "accepted": ["sent", "accepted"],
    "declined": ["sent", "declined"],
    "handed_over": ["sent", "accepted", "handed_over"],
    "arrived": ["sent", "accepted", "arrived"],
    "completed": ["sent", "accepted", "completed"],
    "closed": ["sent", "accepted", "completed", "closed"],
    "withdrawn": ["sent", "withdrawn"],
    "expired": ["sent", "expired"],
}
SAID = {"answered_by": "dr. Ratna", "position": "dokter jaga", "channel": "phone", "on": "2026-03-16"}
PRESS = {  # the page that a person uses to move it there, and what they answer
    "waiting": ("referral_submit", {}),
    "sent": ("referral_send", {}),
    "question": ("referral_answer", SAID | {"answer": "question", "note": "Ada BPJS?"}),
    "postponed": ("referral_answer", SAID | {"answer": "postponed", "until": "2026-03-20"}),
    "accepted": ("referral_answer", SAID | {"answer": "accepted", "arranged_on": "2026-03-16"}),
    "declined": ("referral_answer", SAID | {"answer": "declined", "reason": "full"}),
    "handed_over": ("referral_handover", {"on": "2026-03-16", "received_by": "Ibu Tri"}),
    "arrived": ("referral_answer", SAID | {"answer": "arrived"}),
    "completed": ("referral_complete", {"result": "Dirawat."}),
    "closed": ("referral_close", {}),
    "withdrawn": ("referral_withdraw", {"reason": "Keluarga menjemput"}),
    "expired": ("referral_expire", {}),
}
BACK = {  # of two ways to “sent” and to “draft”, those that are not a first sending
    ("waiting", "sent"): ("referral_review", {"decision": "approve"}),
    ("waiting", "draft"): ("referral_review", {"decision": "return", "note": "Tujuan belum jelas"}),
    ("question", "sent"): ("referral_reply", {"text": "BPJS aktif."}),
}


def url(name, referral):
    return reverse(f"referrals:{name}", args=[referral.pk])


def lead(referral, to, sari):
    """Bring a draft to a state by its verbs."""
    match to:
        case "waiting":
            referral.shelter.referral_needs_approval = True
            referral.shelter.save()
            referral.submit(by=sari)
        case "sent":
            referral.send(by=sari)
        case "seen":
            referral.see(voice=TRI)
        case "question":
            referral.ask("Ada BPJS?", voice=TRI)
        case "postponed":
            referral.postpone(voice=RATNA, by=sari, until=LATER)
        case "accepted":
            referral.accept(voice=RATNA, by=sari, arranged_on=MONDAY)
        case "declined":
            referral.decline(voice=RATNA, by=sari, reason="full")
        case "handed_over":
            referral.hand_over(by=sari, on=MONDAY, received_by="Ibu Tri")
        case "arrived":
            referral.report_arrival(voice=RATNA, by=sari, came=True)
        case "completed":
            referral.complete(by=sari, result="Dirawat.")
        case "closed":
            referral.close(by=sari)
        case "withdrawn":
            referral.withdraw(by=sari, reason="Keluarga menjemput")
        case "expired":
            Referral.objects.filter(pk=referral.pk).update(waiting_since="2026-03-09T03:00Z")
            referral.refresh_from_db()
            referral.expire(by=sari)


@pytest.fixture
def at(draft, sari):
    def brought(status):
        for step in WAY[status]:
            lead(draft, step, sari)
        draft.refresh_from_db()
        assert draft.status == status
        return draft

    return brought


def press(client, referral, before, after, sari, budi):
    """Whoever may, on the page where it is done."""
    name, said = BACK.get((before, after)) or PRESS[after]
    if before == "draft":  # which of the two ways out there is, the shelter says
        referral.shelter.referral_needs_approval = after == "waiting"
        referral.shelter.save()
    if after == "expired":
        Referral.objects.filter(pk=referral.pk).update(waiting_since="2026-03-09T03:00Z")
    client.force_login(budi if name == "referral_review" else sari)
    return client.post(url(name, referral), said, follow=True)


MOVES = [(before, after) for before, following in Referral.NEXT.items() for after in sorted(following)]


@pytest.mark.parametrize("before, after", [move for move in MOVES if move[1] != "seen"])
def test_every_move_of_the_table_is_made_from_a_page(client, at, sari, budi, before, after):
    referral = at(before)
    press(client, referral, before, after, sari, budi)
    referral.refresh_from_db()
    assert referral.status == after
    assert (referral.ended_at is not None) is (after in ("declined", "completed", "closed", "withdrawn", "expired"))


def test_only_the_partner_opens_it(at, sari):
    referral = at("sent")
    since = referral.waiting_since
    referral.see(voice=TRI)
    assert (referral.status, referral.waiting_since) == ("seen", since)
    event = AuditEvent.objects.first()
    assert (event.action, event.actor_id, event.actor_name) == (
        "referral.seen", None, "Ibu Tri, bagian penerimaan (tautan)",
    )  # fmt: skip
    referral.see(voice=TRI)  # opening again says nothing new
    assert AuditEvent.objects.filter(action="referral.seen").count() == 1


@pytest.mark.parametrize("before", Status.values)
def test_every_other_move_is_refused_and_changes_nothing(client, at, sari, before):
    referral = at(before)
    client.force_login(sari)
    for after in PRESS.keys() - Referral.NEXT.get(before, set()) - {before}:
        name, said = PRESS[after]
        page = client.post(url(name, referral), said, follow=True).content.decode()
        referral.refresh_from_db()
        assert referral.status == before, after
        told = ("tidak dapat menjadi", "tidak mengubah apa pun", "dicatat.", "Periksa kembali")
        assert any(words in page for words in told), after


@pytest.mark.parametrize("status", Status.values)
def test_every_state_has_its_page(client, at, sari, budi, status):
    referral = at(status)
    client.force_login(budi)
    page = client.get(referral.get_absolute_url())
    assert page.status_code == 200 and referral.get_status_display() in page.content.decode()
    assert client.get(url("referral_preview", referral)).status_code == 200


# --- approval


@pytest.fixture
def strict(melati):
    melati.referral_needs_approval = True
    melati.save()
    return melati


def test_where_the_head_approves_nobody_sends_alone(client, strict, draft, sari, budi):
    draft.refresh_from_db()
    client.force_login(sari)
    page = client.post(url("referral_send", draft), {}).content.decode()
    assert "terbit dengan persetujuan kepala" in page
    client.post(url("referral_submit", draft), {})
    draft.refresh_from_db()
    assert (draft.status, draft.letter) == ("waiting", None)
    client.force_login(budi)
    client.post(url("referral_review", draft), {"decision": "approve"})
    draft.refresh_from_db()
    assert (draft.status, draft.letter.number, draft.approved_by) == ("sent", "400.9/001/MLT/2026", budi)
    event = AuditEvent.objects.filter(action="referral.approved").get()
    assert (event.actor_name, event.details["letter"]) == ("Budi", "400.9/001/MLT/2026")


def test_nobody_approves_their_own(client, strict, draft, budi):
    draft.submit(by=budi)
    client.force_login(budi)
    page = client.post(url("referral_review", draft), {"decision": "approve"}).content.decode()
    assert "Rujukan disetujui oleh orang lain" in page
    draft.refresh_from_db()
    assert (draft.status, draft.letter) == ("waiting", None)


def test_it_goes_back_with_a_remark_and_comes_again(client, strict, draft, sari, budi):
    draft.submit(by=sari)
    client.force_login(budi)
    assert "Tulis apa yang perlu" in client.post(url("referral_review", draft), {"decision": "return"}).content.decode()
    client.post(url("referral_review", draft), {"decision": "return", "note": "Tujuan belum jelas"})
    draft.refresh_from_db()
    assert (draft.status, draft.return_note) == ("draft", "Tujuan belum jelas")
    client.force_login(sari)
    assert "Tujuan belum jelas" in client.get(draft.get_absolute_url()).content.decode()
    assert "Tujuan belum jelas" in client.get(reverse("reports:home")).content.decode()
    draft.submit(by=sari)
    assert draft.return_note == ""


# --- handover


def test_a_stay_ends_by_the_handover_with_its_minutes(client, accepted, sari):
    client.force_login(sari)
    said = {"on": "2026-03-16", "received_by": "Ibu Tri, bagian penerimaan", "reason": reason("rujukan-rs").pk}
    page = client.post(url("referral_handover", accepted), said).content.decode()
    assert "Berita acara memerlukan dua saksi." in page
    client.post(url("referral_handover", accepted), said | {"witness_1": "Oka", "witness_2": "Budi"})
    accepted.refresh_from_db()
    stay = accepted.stay
    assert (accepted.status, stay.status, stay.ended_on) == ("handed_over", "discharged", MONDAY)
    kept = stay.exit_record
    assert (kept.institution, kept.institution_officer) == (accepted.partner.name, "Ibu Tri, bagian penerimaan")
    assert (kept.letter_number, kept.letter.kind) == (accepted.letter.number, "handover")
    assert Task.objects.get(title__startswith="Antar ke").status == "done"


def test_a_refused_exit_hands_nothing_over(accepted, sari):
    with pytest.raises(ValidationError, match="belum tiba"):
        accepted.hand_over(by=sari, on=LATER, received_by="Ibu Tri", reason=reason("rujukan-rs"))
    accepted.refresh_from_db()
    assert (accepted.status, accepted.stay.status) == ("accepted", "resident")


def test_help_without_leaving(accepted, sari):
    accepted.hand_over(by=sari, on=MONDAY, received_by="Ibu Tri")
    assert accepted.stay.is_resident
    accepted.report_result(voice=TRI, result="Kontrol sebulan lagi.")
    accepted.refresh_from_db()
    assert (accepted.status, accepted.completed_by, accepted.result) == ("completed", None, "Kontrol sebulan lagi.")


def test_the_day_of_taking_there_can_move(client, accepted, sari):
    client.force_login(sari)
    accepted.report_arrival(voice=TRI, came=False, note="Tidak datang")
    assert "Kabar dari mitra" in client.get(reverse("reports:home")).content.decode()
    client.post(url("referral_rearrange", accepted), {"on": "2026-03-18", "note": "Mobil rusak"})
    accepted.refresh_from_db()
    tasks = Task.objects.filter(title__startswith="Antar ke").order_by("pk")
    assert accepted.arranged_on == date(2026, 3, 18)
    assert [task.status for task in tasks] == ["cancelled", "open"]
    assert not accepted.answers.raised().exists()


def test_a_double_click_on_an_answer_is_one_answer(client, at, sari):
    referral = at("sent")
    client.force_login(sari)
    for _ in range(2):
        client.post(url("referral_answer", referral), PRESS["accepted"][1])
    assert (referral.answers.count(), Task.objects.filter(title__startswith="Antar ke").count()) == (1, 1)


def test_a_page_that_is_no_number_is_no_page(client, sari, db):
    client.force_login(sari)
    assert client.post(f"/rujukan/{uuid4()}/kirim/").status_code == 404
