"""Several partners asked at once: the first acceptance withdraws the others politely."""

import threading
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from cases.models import AuditEvent, Letter
from referrals.models import Referral
from tests.referrals.factories import RATNA, TRI, make_partner, make_referral


@pytest.fixture
def both(draft, sari):
    """The hospital and a health centre, asked for the same."""
    other = make_referral(draft.stay, by=sari, partner=make_partner("Puskesmas Kranggan"), batch=draft.batch)
    return draft, other


@pytest.fixture
def asked(both, sari):
    for one in both:
        one.send(by=sari)
    return both


def form_for(*partners, **changes):
    first, *others = [partner.pk for partner in partners]
    form = {
        "partner": first, "others": others, "purpose": "Perlu dokter jiwa.", "urgency": "soon", "consent": "agreed",
        "shares": ["identity", "needs"], "key": str(uuid4()),
    }  # fmt: skip
    return form | changes


def test_one_form_asks_several_partners(client, today, stay, sari, hospital):
    clinic, home = make_partner("Puskesmas Kranggan"), make_partner("LKS Harapan")
    client.force_login(sari)
    client.post(reverse("referrals:referral_new", args=[stay.pk]), form_for(hospital, clinic, home))
    referrals = Referral.objects.order_by("pk")
    assert [one.partner.name for one in referrals] == [hospital.name, "LKS Harapan", "Puskesmas Kranggan"]
    assert len({one.batch for one in referrals}) == 1
    assert [sorted(one.shares.values_list("piece", flat=True)) for one in referrals] == [["identity", "needs"]] * 3
    first = referrals[0]
    client.post(reverse("referrals:referral_send", args=[first.pk]), {"together": "on"})
    assert list(referrals.values_list("status", flat=True)) == ["sent"] * 3
    assert list(Letter.objects.order_by("sequence").values_list("sequence", flat=True)) == [1, 2, 3]
    assert "Ditanyai bersama" in client.get(first.get_absolute_url()).content.decode()


def test_the_first_acceptance_withdraws_the_others(asked, sari):
    first, other = asked
    first.accept(voice=TRI, arranged_on=date(2026, 3, 18))
    other.refresh_from_db()
    assert (first.status, other.status) == ("accepted", "withdrawn")
    assert other.withdraw_reason == other.letter.void_reason == "Klien sudah diterima lembaga lain."
    assert "Terima kasih" in other.told_to_partner and "Suratmin" not in other.told_to_partner
    assert AuditEvent.objects.filter(action="referral.withdrawn").get().actor_name.startswith("Ibu Tri")


def test_a_refusal_or_a_delay_leaves_the_others_alone(asked, sari):
    first, other = asked
    first.decline(voice=TRI, reason="full")
    other.refresh_from_db()
    assert (first.status, other.status) == ("declined", "sent")


def test_an_acceptance_after_the_withdrawal_is_kept_and_raised(asked, sari):
    first, other = asked
    first.accept(voice=TRI)
    late = other.accept(voice=RATNA, by=sari)
    other.refresh_from_db()
    assert (late.counts, late.differs, other.status) == (False, True, "withdrawn")
    assert list(other.answers.raised()) == [late]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_partners_accept_in_the_same_second(asked, sari):
    ready, heard, failed = threading.Barrier(2, timeout=10), {}, []

    def accept(referral):
        try:
            mine = Referral.objects.get(pk=referral.pk)
            ready.wait()
            heard[mine.pk] = mine.accept(voice=TRI).counts
        except Exception as error:  # noqa: BLE001 - the thread would swallow it
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=accept, args=[one]) for one in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(heard.values()) == [False, True]
    assert sorted(Referral.objects.values_list("status", flat=True)) == ["accepted", "withdrawn"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_of_one_partner_answer_in_the_same_second(sent, sari):
    ready, heard = threading.Barrier(2, timeout=10), []

    def say(verb, **said):
        try:
            mine = Referral.objects.get(pk=sent.pk)
            ready.wait()
            heard.append(getattr(mine, verb)(**said).counts)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=say, args=["accept"], kwargs={"voice": TRI}),
        threading.Thread(target=say, args=["decline"], kwargs={"voice": RATNA, "by": sari, "reason": "full"}),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(heard) == [False, True]
    assert sent.answers.raised().count() >= 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_scenario_20_two_approvals_in_one_second_take_two_numbers(both, melati, sari, budi):
    melati.referral_needs_approval = True
    melati.save()
    for one in both:
        one.refresh_from_db()
        one.submit(by=sari)
    assert not Letter.objects.exists()  # the number comes with the approval
    ready, failed = threading.Barrier(2, timeout=10), []

    def approve(referral):
        try:
            mine = Referral.objects.get(pk=referral.pk)
            ready.wait()
            mine.approve(by=budi)
        except Exception as error:  # noqa: BLE001 - the thread would swallow it
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=[one]) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(Letter.objects.values_list("sequence", flat=True)) == [1, 2]
    assert list(Referral.objects.values_list("status", flat=True)) == ["sent", "sent"]
