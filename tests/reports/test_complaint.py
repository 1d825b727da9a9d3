"""The register of complaints: its rules, who sees what, and two at once."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from cases.models import AuditEvent
from cases.permissions import Role
from reports.complaints.helping import announce
from reports.complaints.sender import SENDER, followed, rate, reopen, write
from reports.models import Complaint, ComplaintClient, ComplaintShare, ComplaintStep
from tests.factories import make_shelter, make_user
from tests.reports.complaints import make_answered, make_complaint


def visible(user):
    return set(Complaint.objects.visible_to(user).values_list("number", flat=True))


def test_each_register_has_its_own_numbers(today, melati, kenanga):
    numbers = [make_complaint(about).number for about in (melati, kenanga, melati, None)]
    assert numbers == ["ADU-MLT-2026-0001", "ADU-KNG-2026-0001", "ADU-MLT-2026-0002", "ADU-2026-0001"]


def test_the_secret_and_what_is_about_the_head_are_the_departments(today, melati, budi, sari, oka, citra, dewi, agus):
    shown = make_complaint(melati)
    secret = make_complaint(melati, confidentiality="secret")
    of_head = make_complaint(melati, by=oka, about_head=True)
    assert [one.addressed_to for one in (shown, secret, of_head)] == ["shelter", "department", "department"]
    assert visible(budi) == {shown.number}
    assert visible(dewi) == {shown.number, secret.number, of_head.number}
    assert [visible(one) for one in (sari, oka, citra, agus)] == [set()] * 4
    # The head reads the trail of the shelter: nothing there tells of the other two.
    told = AuditEvent.objects.visible_to(budi).values_list("details__number", flat=True)
    assert set(told) == {shown.number}


def test_nobody_writes_a_secret_one_into_the_shelters_register(today, melati):
    complaint = make_complaint(melati, confidentiality="secret")
    with pytest.raises(IntegrityError):
        Complaint.objects.filter(pk=complaint.pk).update(addressed_to="shelter")


def test_whoever_it_was_given_to_sees_it_while_working_there(today, melati, budi, sari, oka):
    given, other = make_complaint(melati), make_complaint(melati)
    given.assign(sari, by=budi)
    assert visible(sari) == {given.number}
    with pytest.raises(ValidationError):
        other.assign(oka, by=budi)
    sari.memberships.update(ended_on=today)
    assert visible(sari) == set()


def test_handed_up_it_leaves_the_shelter(today, melati, budi, sari, dewi):
    complaint = make_complaint(melati)
    complaint.assign(sari, by=budi)
    complaint.hand_up(by=budi)
    assert (visible(budi), visible(sari), visible(dewi)) == (set(), set(), {complaint.number})
    with pytest.raises(ValidationError):
        complaint.hand_up(by=dewi)


def test_the_way_from_received_to_closed(today, melati, budi):
    complaint = make_complaint(melati)
    with pytest.raises(ValidationError):
        complaint.answer("Sudah.", by=budi)
    complaint.verify(by=budi)
    ComplaintStep.add(complaint, "note", "Loket diperiksa", by=budi)
    assert (complaint.status, complaint.followed_by) == ("in_progress", budi)
    complaint.answer("Loket kedua dibuka.", by=budi)
    complaint.close(by=budi, satisfaction=3)
    assert (complaint.status, complaint.closed_by, complaint.satisfaction) == ("closed", budi, 3)
    assert list(complaint.steps.values_list("kind", flat=True)) == ["note", "answer"]
    actions = AuditEvent.objects.about(complaint).order_by("pk").values_list("action", flat=True)
    assert list(actions) == [f"complaint.{act}" for act in ("received", "verified", "followed", "answered", "closed")]


@pytest.mark.parametrize(
    "turn",
    [
        lambda one, by: one.refuse(by=by, reason="other"),
        lambda one, by: one.refuse(by=by, reason=""),
        lambda one, by: one.forward(by=by, to=""),
        lambda one, by: one.mark_duplicate(by=by, of=one),
        lambda one, by: one.close(by=by),
        lambda one, by: ComplaintStep.add(one, "note", "", by=by),
    ],
)
def test_what_may_not_be(today, melati, budi, turn):
    complaint = make_complaint(melati)
    with pytest.raises(ValidationError):
        turn(complaint, budi)
    complaint.refresh_from_db()
    assert complaint.status == "received"


def test_the_sender_opens_it_again_within_the_days_and_the_clock_starts_anew(melati, budi):
    with time_machine.travel(datetime(2026, 3, 2, 3, tzinfo=UTC), tick=False):
        complaint = make_answered(melati, budi)
        rate(complaint, 1)
    with time_machine.travel(datetime(2026, 3, 16, 3, tzinfo=UTC), tick=False):
        reopen(complaint, "Loketnya tutup lagi.")
    assert (complaint.status, complaint.answered_at, complaint.satisfaction) == ("in_progress", None, None)
    assert (str(complaint.received_on), str(complaint.counted_from)) == ("2026-03-02", "2026-03-16")
    with time_machine.travel(datetime(2026, 3, 17, 3, tzinfo=UTC), tick=False):
        complaint.answer("Dibuka tetap.", by=budi)
    with time_machine.travel(datetime(2026, 4, 1, 3, tzinfo=UTC), tick=False), pytest.raises(ValidationError):
        reopen(complaint, "Lagi.")


def test_refused_and_opened_again_it_waits_for_verification(today, melati, budi):
    complaint = make_complaint(melati)
    complaint.refuse(by=budi, reason="unclear", text="Di loket mana?")
    with pytest.raises(ValidationError):
        write(complaint, "Loket satu.")
    reopen(complaint, "Loket satu.")
    assert (complaint.status, complaint.verified_by, complaint.reason) == ("received", None, "")


def test_number_and_code_open_it_and_nothing_else_does(today, melati):
    complaint = make_complaint(melati)
    code = complaint.code()
    assert (len(code), code[5], code in complaint.code_hash) == (11, "-", False)
    assert followed(complaint.number.lower(), code.replace("-", " ").lower()) == complaint
    assert [followed(complaint.number, "A" * 10), followed("ADU-MLT-2026-0099", code)] == [None, None]


def test_the_department_tells_the_shelter_in_its_own_words_only(today, melati, budi, dewi):
    complaint = make_complaint(melati, confidentiality="secret", subject="Tentang Pak Budi")
    shared = ComplaintShare.share(complaint, melati, "Bagaimana jadwal makan diatur?", by=dewi)
    shared.give_reply("Tiga kali sehari.", by=budi)
    with pytest.raises(ValidationError):
        shared.give_reply("Empat kali.", by=budi)
    with pytest.raises(ValidationError):
        ComplaintShare.share(make_complaint(melati), melati, "Milik panti sendiri", by=dewi)


def test_of_a_person_in_need_the_sender_is_told_no_word(today, melati, budi):
    complaint = make_complaint(melati, kind="person")
    complaint.verify(by=budi)
    with pytest.raises(ValidationError):
        ComplaintStep.add(complaint, "message", "Mbah Karti sudah di panti", by=budi)


def test_a_person_in_need_becomes_a_request_or_a_known_client_once(today, melati, budi, dewi, person, stay):
    ordinary, secret = make_complaint(melati), make_complaint(melati, kind="person", confidentiality="secret")
    complaint = make_complaint(melati, kind="person", reporter_name="Bu Rini", reporter_phone="0812-0000-0000")
    for one, by in ((ordinary, budi), (complaint, budi), (secret, dewi)):
        one.verify(by=by)
    told = {"shelter": melati, "mark": "Nenek ± 75", "text": "Di gang tiga"}
    asked = announce(complaint, by=budi, **told)
    assert (asked.bringer, asked.state, asked.people.get().mark) == ("Bu Rini", "new", "Nenek ± 75")
    with pytest.raises(ValidationError):
        announce(complaint, by=budi, **told)
    with pytest.raises(ValidationError):
        announce(ordinary, by=budi, **told)
    assert announce(secret, by=dewi, **told).bringer == "Pelapor (lewat pengaduan)"
    ComplaintClient.join(complaint, person, by=budi)
    assert AuditEvent.objects.filter(client_id=person.pk, action="complaintclient.joined").exists()
    for one in (complaint, ordinary, secret):  # twice, no person in need, not the shelter's
        with pytest.raises(ValidationError):
            ComplaintClient.join(one, person, by=budi)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_verify_at_once_and_one_is_told_so():
    shelter = make_shelter()
    heads = [make_user(name, Role.HEAD, shelter) for name in ("satu", "dua")]
    pk, got, start = make_complaint(shelter).pk, [], threading.Barrier(2)

    def decide(user):
        complaint = Complaint.objects.get(pk=pk)
        start.wait()
        try:
            complaint.verify(by=user)
            got.append("yes")
        except ValidationError as error:
            got.append(error.messages[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=[head]) for head in heads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ["Pengaduan ini sudah “terverifikasi”. Muat ulang halaman ini.", "yes"]


def test_the_desk_sees_number_and_code_for_an_hour(melati, oka, budi):
    with time_machine.travel(datetime(2026, 3, 16, 3, tzinfo=UTC), tick=False) as clock:
        complaint = make_complaint(melati, by=oka)
        assert Complaint.objects.just_recorded_by(oka).get() == complaint
        assert not Complaint.objects.just_recorded_by(budi).exists()
        clock.shift(timedelta(hours=1))
        assert not Complaint.objects.just_recorded_by(oka).exists()


def test_a_sender_writes_only_so_much(today, melati):
    complaint = make_complaint(melati)
    for number in range(20):
        write(complaint, f"Pesan {number}")
    with pytest.raises(ValidationError):
        write(complaint, "Satu lagi")


def test_the_sender_has_no_name_on_the_trail(today, melati):
    make_complaint(melati, reporter_name="Bu Rini")
    assert str(SENDER) == AuditEvent.objects.get(action="complaint.received").actor_name
