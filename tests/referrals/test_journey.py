"""A journey home from the plan to its end: what may follow what, and what it does to the stay."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from cases.models import AuditEvent, Death, Letter, Need, ServiceRecord, Stay
from cases.models.standin import Standin
from referrals.models import Journey, JourneyLeg
from referrals.models.journey_states import Status
from tests.factories import make_absence, make_client, make_need, make_relative, make_stay, reason
from tests.referrals.factories import RATNA, make_departed, make_home_office, make_journey, make_leg, make_region


@pytest.fixture
def journey(today, stay, sari):
    return make_journey(stay, sari)


def refused(verb, *args, **kwargs):
    with pytest.raises(ValidationError) as caught:
        verb(*args, **kwargs)
    return " ".join(caught.value.messages)


def reread(journey):
    return Journey.objects.for_page().get(pk=journey.pk)


def test_ready_numbers_three_letters_and_opens_a_door_for_the_office(journey, sari, stay):
    journey.ready(by=sari)
    journey = reread(journey)
    assert journey.status == Status.APPROVED
    kinds = [kept.letter.kind for kept in journey.letters]
    assert kinds == ["return_home", "travel", "statement"]
    assert Letter.objects.filter(about=stay).count() == 3
    assert journey.legs.get().link is not None
    assert ServiceRecord.objects.get(service="repatriation").note.startswith("Perjalanan ke Kab. Wonosobo disiapkan")
    assert AuditEvent.objects.filter(action="journey.readied", client_id=stay.client_id).exists()


def test_departing_ends_the_stay_with_what_the_plan_says(journey, sari, stay, today):
    make_need(stay, "repatriation", date(2026, 3, 3))
    journey.ready(by=sari)
    kept = journey.depart(by=sari, on=today)
    stay.refresh_from_db()
    assert (stay.status, stay.ended_on, stay.exit_reason.slug) == ("discharged", today, "pemulangan")
    assert stay.destination == "Dusun Umpama RT 1 RW 2, Jawa Tengah, Kab. Wonosobo"
    assert (kept.region_id, kept.institution, kept.cost) == ("33.07", "Dinas Sosial Kabupaten Wonosobo", 150_000)
    assert kept.letter_number == reread(journey).letter.letter.number
    assert "Joko" in kept.escort and "A-12" in kept.ticket
    assert ServiceRecord.objects.filter(service="repatriation", date=today).count() == 2  # a step, and the departure
    assert Need.objects.get().reason == "terpenuhi"
    assert stay.aftercare.exists()


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({"fitness": "", "fitness_by": "", "fitness_on": None}, "pemeriksaan kesehatan"),
        ({"fitness": "unfit", "fitness_note": "Demam"}, "belum layak jalan"),
        ({"fitness_by": ""}, "siapa yang memeriksa"),
        ({"legs": 0}, "sedikitnya satu ruas"),
    ],
)
def test_an_unfinished_plan_goes_nowhere(today, stay, sari, plan, sentence):
    journey = make_journey(stay, sari, **plan)
    assert sentence in refused(journey.ready, by=sari)
    assert reread(journey).status == Status.DRAFT and not Letter.objects.exists()


def test_legs_follow_each_other_to_the_destination(today, stay, sari):
    journey = make_journey(stay, sari, legs=0)
    relay = make_home_office("Dinas Sosial Kota Magelang")
    make_leg(journey, sari, region=make_region("33.71", "Kota Magelang"), office=relay, day=today + timedelta(days=2))
    words = refused(reread(journey).ready, by=sari)
    assert "tujuannya Kab. Wonosobo" in words and "dinas penerima rencana ini" in words
    make_leg(journey, sari, office=journey.office, day=today + timedelta(days=1))
    assert "Ruas 2 berangkat sebelum ruas 1 tiba." in refused(reread(journey).ready, by=sari)
    journey.legs.last().drop(by=sari)
    make_leg(journey, sari, office=journey.office, day=today + timedelta(days=2))
    reread(journey).ready(by=sari)
    assert [str(leg) for leg in reread(journey).itinerary] == [
        "Temanggung – Kota Magelang",
        "Kota Magelang – Kab. Wonosobo",
    ]


def test_one_open_journey_per_stay(journey, stay, sari):
    again = Journey(
        stay=stay, purpose="Uji", region=journey.region, address="x", office=journey.office, payer=journey.payer,
        consent="agreed",
    )  # fmt: skip
    assert "sudah direncanakan" in refused(again.draft, by=sari)
    journey.cancel(by=sari, reason="Berubah pikiran")
    again.draft(by=sari)


def test_it_leads_to_somebody_and_consent_is_explained(today, stay, sari, journey):
    journey.cancel(by=sari, reason="Uji")
    plain = {"stay": stay, "purpose": "Uji", "region": journey.region, "address": "x", "payer": journey.payer}
    assert "siapa yang menerima" in refused(Journey(**plain, consent="agreed").draft, by=sari)
    other = Journey(**plain, office=journey.office, consent="unable")
    assert "mengapa klien belum mampu" in refused(other.draft, by=sari)


def test_the_head_approves_where_the_shelter_asks_and_never_the_own_plan(journey, sari, budi, stay):
    stay.shelter.referral_needs_approval = True
    stay.shelter.save()
    journey = reread(journey)
    assert "persetujuan kepala" in refused(journey.ready, by=sari)
    journey.submit(by=sari)
    assert "orang lain" in refused(journey.approve, by=sari)
    journey.return_(by=budi, note="Tambahkan telepon keluarga")
    assert reread(journey).return_note == "Tambahkan telepon keluarga"
    journey = reread(journey)
    journey.submit(by=sari)
    journey.approve(by=budi)
    assert (reread(journey).status, reread(journey).approved_by) == (Status.APPROVED, budi)


def test_whoever_stands_in_for_the_head_signs_as_such(journey, sari, citra, budi, stay, today):
    stay.shelter.referral_needs_approval = True
    stay.shelter.save()
    standin = Standin(shelter=stay.shelter, user=citra, first_on=today, until=today, reason="Cuti")
    standin.name(by=budi)
    journey = reread(journey)
    journey.submit(by=sari)
    journey.approve(by=citra)
    frozen = reread(journey).letter.frozen
    assert (frozen["acting"], frozen["signer"]["name"]) == (True, "Citra")


def test_nobody_guarded_travels_alone_without_the_head(today, melati, sari, budi):
    child = make_stay(melati, by=sari, client=make_client("Wati", birth_date=date(2015, 1, 1)))
    aunt = make_relative(child.client, "Sumarni", by=sari, proven_on=today)
    journey = make_journey(child, sari, legs=0, receiver=aunt, consent="guardian", consent_note="Bibi klien")
    make_leg(
        journey, sari, office=journey.office, escort_name="", escort_position="", escort_phone="",
        unescorted_reason="Bibi menunggu di terminal",
    )  # fmt: skip
    journey = reread(journey)
    assert "persetujuan kepala" in refused(journey.ready, by=sari)
    journey.ready(by=budi)
    assert reread(journey).approved_by == budi
    journey.depart(by=sari, on=today)
    assert Stay.objects.get(pk=child.pk).status == "discharged"


def test_a_child_is_given_to_no_office_without_a_proven_relation_or_the_head(today, melati, sari, budi):
    child = make_stay(melati, by=sari, client=make_client("Wati", birth_date=date(2015, 1, 1)))
    journey = make_journey(child, sari)
    journey.ready(by=sari)
    assert "verifikasi hubungan" in refused(journey.depart, by=sari, on=today)
    assert reread(journey).status == Status.APPROVED
    assert not ServiceRecord.objects.filter(note__startswith="Berangkat").exists()
    journey.depart(by=budi, on=today, exception="Dinas asal menjemput dengan surat tugas")
    assert reread(journey).status == Status.UNDERWAY


def test_a_plan_that_changes_voids_its_letters_and_links(journey, sari):
    journey.ready(by=sari)
    old = [kept.letter_id for kept in reread(journey).letters]
    link = reread(journey).legs.get().link
    reread(journey).revise(by=sari, reason="Bus penuh")
    assert all(letter.void_reason == "Rencana perjalanan diubah." for letter in Letter.objects.filter(pk__in=old))
    link.refresh_from_db()
    assert link.revoked_at
    again = reread(journey)
    again.ready(by=sari)
    assert Letter.objects.filter(void_reason="").count() == 3


def test_a_plan_is_fixed_once_its_letters_are_out(journey, sari):
    leg = JourneyLeg.objects.for_page().get(journey=journey)
    journey.ready(by=sari)
    leg.ticket = "B-99"
    assert "bukan konsep lagi" in refused(leg.replan, by=sari)
    assert "bukan konsep lagi" in refused(journey.redraft, by=sari, version=journey.version, changed=["purpose"])


@pytest.mark.parametrize("verb", ["submit", "ready", "depart", "arrive", "fail", "close", "revise", "cancel"])
def test_after_the_cancellation_nothing_follows(journey, sari, today, verb):
    journey.cancel(by=sari, reason="Keluarga menjemput")
    more = {
        "depart": {"on": today}, "arrive": {"on": today}, "cancel": {"reason": "x"}, "revise": {"reason": "x"},
        "fail": {"on": today, "failure": "left", "note": "x"},
    }  # fmt: skip
    assert refused(getattr(journey, verb), by=sari, **more.get(verb, {}))
    assert reread(journey).status == Status.CANCELLED


def test_death_before_departure_stops_it_and_only_cancelling_is_left(journey, sari, stay):
    journey.ready(by=sari)
    death = Death(stay=stay, died_at=stay.shelter.now(), place="RSUD", found_by="Perawat", cause="Sakit")
    death.register(by=sari)
    journey = reread(journey)
    assert (journey.standing, journey.next_statuses) == ("stopped", {Status.CANCELLED})
    assert "dihentikan" in refused(journey.depart, by=sari, on=stay.shelter.today()).lower()
    journey.cancel(by=sari, reason="Klien meninggal dunia")
    assert reread(journey).letter.letter.void_reason == "Klien meninggal dunia"


def test_absconding_before_departure_suspends_it_until_the_return(journey, sari, stay, today):
    journey.ready(by=sari)
    away = make_absence(stay, by=sari, kind="kabur", left_on=today - timedelta(days=2))
    away.let_go(by=sari)
    Journey.objects.update(created_at=journey.created_at - timedelta(days=3))
    journey = reread(journey)
    assert journey.standing == "suspended"
    assert "ditangguhkan" in refused(journey.depart, by=sari, on=today).lower()
    assert refused(journey.resume, by=sari)
    away.return_(by=sari, on=today)
    journey.resume(by=sari)
    journey.depart(by=sari, on=today)
    assert reread(journey).status == Status.UNDERWAY


def test_who_left_in_another_way_cannot_depart_as_well(journey, sari, stay, today):
    journey.ready(by=sari)
    stay.discharge(by=sari, on=today, reason=reason("mandiri"))
    assert refused(reread(journey).depart, by=sari, on=today)
    assert list(Journey.objects.not_departed(today)) == [journey]
    journey.cancel(by=sari, reason="Sudah mandiri")


def test_failing_keeps_what_happened_and_finds_the_stay_of_the_return(sari, stay, today, melati, kenanga):
    journey = make_departed(stay, sari)
    assert "sebelum tanggal berangkat" in refused(
        journey.fail, by=sari, on=today - timedelta(days=1), failure="left", note="Turun di jalan"
    )
    journey.fail(by=sari, on=today, failure="returned", note="Bus mogok")
    assert reread(journey).return_stay() is None
    back = make_stay(kenanga, by=sari, client=stay.client, entered_on=today)
    assert reread(journey).return_stay() == back


def test_lost_and_found_the_office_of_the_destination_has_the_last_word(sari, stay, today):
    journey = make_departed(stay, sari)
    journey.fail(by=sari, on=today, failure="left", note="Turun di jalan")
    leg = JourneyLeg.objects.for_page().get(journey=journey)
    news = leg.hear("arrived", voice=RATNA, by=sari)
    assert (news.counts, news.differs, reread(journey).status) == (False, True, Status.FAILED)
    news.adopt(by=sari)
    assert reread(journey).status == Status.RECEIVED


def test_nobody_leaves_with_a_letter_that_is_void(journey, sari, today):
    journey.ready(by=sari)
    reread(journey).travel_letter.void(by=sari, reason="Salah ketik")
    journey = reread(journey)
    assert "sudah dibatalkan" in refused(journey.depart, by=sari, on=today)
    journey.revise(by=sari, reason="Surat jalan salah")
    journey = reread(journey)
    journey.ready(by=sari)
    journey.depart(by=sari, on=today)
    assert reread(journey).status == Status.UNDERWAY
