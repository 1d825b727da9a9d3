import threading
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases.models import AuditEvent, Letter
from referrals.models import Referral, Voice
from tests.factories import make_client, make_ended_stay, make_stay, reason
from tests.referrals.factories import RATNA, make_partner, make_referral

SAID = {"voice": RATNA, "on": date(2026, 3, 16)}


def last_event():
    event = AuditEvent.objects.first()
    return event.action, event.actor_name, event.shelter_id


def test_sending_gives_the_letter_its_number(draft, budi):
    draft.send(by=budi)
    draft.refresh_from_db()
    assert (draft.status, draft.sent_by, draft.sent_at) == ("sent", budi, timezone.now())
    assert (draft.letter.number, draft.letter.kind) == ("400.9/001/MLT/2026", "referral")
    assert last_event() == ("referral.sent", "Budi", draft.stay.shelter_id)


def test_a_referral_is_sent_once(draft, sari, budi):
    same = Referral.objects.get(pk=draft.pk)
    draft.send(by=sari)
    with pytest.raises(ValidationError, match="tidak dapat menjadi"):
        same.send(by=budi)
    assert Letter.objects.count() == 1


def test_nothing_is_sent_for_a_client_who_left(draft, sari):
    draft.stay.discharge(by=sari, on=date(2026, 3, 10), reason=reason("kabur"))
    with pytest.raises(ValidationError, match="tidak tinggal di panti"):
        draft.send(by=sari)
    draft.refresh_from_db()
    assert (draft.status, Letter.objects.count()) == ("draft", 0)


def test_nothing_is_drafted_for_a_client_who_left(today, melati, sari, hospital):
    gone = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=sari)
    with pytest.raises(ValidationError, match="tidak tinggal di panti"):
        make_referral(gone, by=sari, partner=hospital)


def test_accepting_keeps_what_the_partner_said_and_the_stay_as_it_is(sent, sari):
    sent.accept(by=sari, **SAID, arranged_on=date(2026, 3, 18), conditions="Bawa KTP", note="Lewat WA")
    sent.refresh_from_db()
    assert (sent.status, sent.answered_by_name, sent.answered_on) == ("accepted", "dr. Ratna", SAID["on"])
    assert (sent.arranged_on, sent.conditions, sent.answer_note) == (
        date(2026, 3, 18),
        "Bawa KTP",
        "Lewat WA",
    )
    assert (sent.answer_recorded_by, sent.stay.status) == (sari, "resident")
    told = AuditEvent.objects.get(action="referral.accepted")
    assert (told.actor_name, told.shelter_id) == ("Sari", sent.stay.shelter_id)


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"on": date(2026, 3, 17)}, "Tanggal jawaban belum tiba."),
        ({"on": date(2026, 3, 15)}, "Tanggal jawaban tidak boleh sebelum tanggal surat."),
        ({"voice": Voice("", "", "phone")}, "Jawaban mitra memerlukan tanggal dan nama yang menjawab."),
        ({"arranged_on": date(2026, 3, 15)}, "Tanggal mengantar klien tidak boleh sebelum tanggal jawaban."),
    ],
)
def test_an_impossible_answer_is_refused(sent, sari, changes, words):
    with pytest.raises(ValidationError, match=words):
        sent.accept(by=sari, **SAID | changes)
    sent.refresh_from_db()
    assert sent.status == "sent"


def test_declining_tells_the_reason(sent, sari):
    sent.decline(by=sari, **SAID, reason="full")
    sent.refresh_from_db()
    assert (sent.status, sent.decline_reason, sent.answered_by_name) == ("declined", "full", "dr. Ratna")
    assert last_event()[:2] == ("referral.declined", "Sari")


@pytest.mark.parametrize("why, note", [("", "apa saja"), ("other", "")])
def test_declining_without_a_reason_is_refused(sent, sari, why, note):
    with pytest.raises(ValidationError, match="Pilih alasan ditolak"):
        sent.decline(by=sari, **SAID, reason=why, note=note)


def test_a_draft_cannot_be_answered(draft, sari):
    with pytest.raises(ValidationError, match="Status “Konsep” tidak dapat menjadi “Diterima mitra”"):
        draft.accept(by=sari, **SAID)


def test_completing_keeps_the_result(accepted, budi):
    accepted.complete(by=budi, result="Dirawat di bangsal 3.")
    accepted.refresh_from_db()
    assert (accepted.status, accepted.completed_by, accepted.result) == (
        "completed",
        budi,
        "Dirawat di bangsal 3.",
    )
    assert last_event()[:2] == ("referral.completed", "Budi")


def test_completing_needs_a_result_and_an_acceptance(accepted, stay, sari):
    with pytest.raises(ValidationError, match="memerlukan hasilnya"):
        accepted.complete(by=sari, result="")
    other = make_referral(stay, by=sari, partner=make_partner("Puskesmas Kranggan"))
    with pytest.raises(ValidationError, match="tidak dapat menjadi"):
        other.complete(by=sari, result="Selesai")


def test_withdrawing_voids_the_letter_but_keeps_its_number(sent, budi):
    sent.withdraw(by=budi, reason="Keluarga menjemput")
    sent.refresh_from_db()
    assert (sent.status, sent.withdrawn_by, sent.withdraw_reason) == ("withdrawn", budi, "Keluarga menjemput")
    assert (sent.letter.number, sent.letter.void_reason) == ("400.9/001/MLT/2026", "Keluarga menjemput")
    assert last_event()[:2] == ("referral.withdrawn", "Budi")
    assert AuditEvent.objects.first().details == {"before": "sent", "letter": "400.9/001/MLT/2026"}


def test_a_draft_is_withdrawn_without_a_letter(draft, sari):
    draft.withdraw(by=sari, reason="Salah mitra")
    assert (draft.status, draft.letter) == ("withdrawn", None)


def test_withdrawing_needs_a_reason_and_comes_before_the_end(sent, sari):
    with pytest.raises(ValidationError, match="memerlukan alasan"):
        sent.withdraw(by=sari, reason="")
    sent.decline(by=sari, **SAID, reason="criteria")
    with pytest.raises(ValidationError, match="tidak dapat menjadi"):
        sent.withdraw(by=sari, reason="Terlambat")


def test_one_running_referral_per_client_and_partner(draft, sari, hospital):
    with pytest.raises(ValidationError, match="masih berjalan"):
        make_referral(draft.stay, by=sari, partner=hospital)
    draft.withdraw(by=sari, reason="Salah tulis")
    make_referral(draft.stay, by=sari, partner=hospital)


def test_consent_that_is_not_the_clients_own_is_explained(today, stay, sari, hospital):
    with pytest.raises(ValidationError, match="Jelaskan siapa yang menyetujui"):
        make_referral(stay, by=sari, partner=hospital, consent="unable")
    make_referral(stay, by=sari, partner=hospital, consent="guardian", consent_note="Adik: Tukiman")


@pytest.mark.parametrize(
    "rule, columns",
    [
        ("referral_sent_fits_status", {"status": "sent"}),
        (
            "referral_sent_at_and_by",
            {"sent_at": datetime(2026, 3, 16, tzinfo=timezone.get_default_timezone())},
        ),
        ("referral_answered_at_and_by", {"answered_by_name": "dr. Ratna"}),
        ("referral_declined_with_reason", {"decline_reason": "full"}),
        ("referral_arranged_when_accepted", {"conditions": "Bawa KTP"}),
        ("referral_completed_at_and_by", {"result": "Dirawat"}),
        ("referral_withdrawn_at_and_by", {"withdraw_reason": "Salah"}),
        ("referral_consent_explained", {"consent": "unable"}),
    ],
)
def test_the_database_itself_refuses_what_cannot_be(draft, rule, columns):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Referral.objects.filter(pk=draft.pk).update(**columns)


def test_waiting_and_since(today, melati, sari, sent):
    answered = make_referral(make_stay(melati, by=sari, client=make_client()), by=sari, partner=sent.partner)
    answered.send(by=sari)
    answered.decline(by=sari, **SAID, reason="full")
    assert list(Referral.objects.waiting()) == [sent]
    assert list(Referral.objects.waiting().since(date(2026, 3, 16))) == [sent]
    assert list(Referral.objects.waiting().since(date(2026, 3, 15))) == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_sending_one_referral_give_one_letter(draft, sari, budi):
    outcomes, ready = [], threading.Barrier(2)

    def send(person):
        try:
            mine = Referral.objects.get(pk=draft.pk)
            ready.wait()
            mine.send(by=person)
            outcomes.append("done")
        except ValidationError as error:
            outcomes.append(error.messages[0].split("”")[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[person]) for person in (sari, budi)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["Status “Menunggu jawaban", "done"]
    assert Letter.objects.count() == 1
    assert AuditEvent.objects.filter(action="referral.sent").count() == 1
