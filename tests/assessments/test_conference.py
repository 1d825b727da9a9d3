from datetime import date

import pytest
from django.core.exceptions import ValidationError

from assessments.documents.minutes import minutes
from assessments.models import Conference, ConferenceOption, FollowUp, InterventionPlan, Participant, PlanAction
from tests.factories import make_plan, make_plan_in_force

DAY = date(2026, 3, 12)


@pytest.fixture
def conference(today, stay, sari, budi):
    made = Conference(stay=stay, held_on=DAY, place="Ruang rapat", leader=budi, questions="Pulang atau panti lansia?")
    made.call(by=sari)
    made.write_down(Participant(name="dr. Umpama", institution="Puskesmas"), by=sari)
    made.write_down(ConferenceOption(what="Panti lansia", pro="Aman", contra="Jauh", chosen=True), by=sari)
    made.write_down(FollowUp(what="Rujuk ke panti lansia", responsible=sari, due_on=date(2026, 3, 30)), by=sari)
    made.write_down(FollowUp(what="Kabari anak", responsible_name="Kader desa"), by=sari)
    return made


def refused(call, **values):
    with pytest.raises(ValidationError) as caught:
        call(**values)
    return " ".join(caught.value.messages)


def test_closed_with_a_decision_and_a_number(conference, sari):
    assert [str(one) for one in conference.participants.all()] == ["Budi", "dr. Umpama"]
    assert "keputusan" in refused(conference.close, by=sari, decision="").lower()
    conference.close(by=sari, decision="Dirujuk ke panti lansia.")
    assert conference.letter.number == "400.9/001/MLT/2026" and not conference.is_open


def test_closed_minutes_are_only_added_to(conference, sari, budi):
    assert "masih terbuka" in refused(conference.add_note, by=budi, text="Koreksi")
    conference.close(by=sari, decision="Dirujuk.")
    assert "sudah ditutup" in refused(conference.rewrite, by=sari, version=1, place="Lain")
    assert "sudah ditutup" in refused(conference.strike_out, part=conference.options.first(), by=sari)
    assert "sudah ditutup" in refused(conference.write_down, part=Participant(name="Siapa"), by=sari)
    conference.add_note(by=budi, text="Yang hadir juga Pak RT.")
    assert [note.written_by for note in conference.addenda.all()] == [budi]


def test_nobody_confers_alone_or_tomorrow(today, stay, sari):
    alone = Conference(stay=stay, held_on=today, place="Kantor", leader=sari, questions="Apa?")
    alone.call(by=sari)
    assert "sedikitnya dua orang" in refused(alone.close, by=sari, decision="Ya.")
    alone.held_on = date(2026, 3, 20)
    alone.save()
    assert "belum tiba" in refused(alone.close, by=sari, decision="Ya.")
    early = Conference(stay=stay, held_on=date(2026, 3, 1), place="Kantor", leader=sari, questions="Apa?")
    assert "di luar masa tinggal" in refused(early.call, by=sari)


def test_what_another_wrote_meanwhile_is_not_overwritten(conference, sari, budi):
    other = Conference.objects.get(pk=conference.pk)
    conference.rewrite(by=sari, version=1, place="Aula")
    assert "diubah orang lain" in refused(other.rewrite, by=budi, version=1, place="Kantor")


def test_one_press_makes_actions_of_a_new_plan(conference, stay, sari):
    plan = conference.carry_into_plan(by=sari)
    assert (plan.status, plan.number) == ("draft", 1)
    made = PlanAction.objects.filter(goal__plan=plan).values_list("what", "responsible", "responsible_name", "due_on")
    assert list(made) == [
        ("Rujuk ke panti lansia", sari.pk, "", date(2026, 3, 30)), ("Kabari anak", None, "Kader desa", None),
    ]  # fmt: skip
    assert "sudah ada di rencana" in refused(conference.carry_into_plan, by=sari)


def test_into_the_draft_into_a_revision_and_not_behind_the_heads_back(conference, stay, sari, budi):
    draft = make_plan(stay, sari)
    draft.submit(by=sari)
    assert "menunggu persetujuan" in refused(conference.carry_into_plan, by=sari)
    draft.approve(by=budi)
    newer = conference.carry_into_plan(by=sari)
    assert (newer.number, newer.reason) == (2, "Pembahasan kasus 12/03/2026")
    newer.discard(by=sari)  # given up: they wait again
    assert conference.uncarried().count() == 2
    again = conference.carry_into_plan(by=sari)
    assert (again.number, InterventionPlan.objects.in_force().get()) == (3, draft)


def test_a_goal_taken_out_gives_the_follow_ups_back(conference, sari):
    plan = conference.carry_into_plan(by=sari)
    plan.goals.get().remove(by=sari)
    assert conference.uncarried().count() == 2


def test_a_stay_with_a_plan_in_force_is_revised(conference, stay, sari, budi):
    old = make_plan_in_force(stay, sari, budi)
    plan = conference.carry_into_plan(by=sari)
    assert plan.previous == old and plan.goals.count() == 2


def test_the_minutes_say_it_all(conference, sari, budi):
    assert "KONSEP" in minutes(conference).html()
    conference.close(by=sari, decision="Dirujuk ke panti lansia.")
    conference.add_note(by=budi, text="Anak bersedia menjenguk.")
    html = minutes(conference, verification_url="https://balai.example/surat/a/").html()
    for words in ("400.9/001/MLT/2026", "Kamis, 12 Maret 2026", "Budi", "dr. Umpama", "Puskesmas", "Panti lansia",
                  "Jauh", "Dirujuk ke panti lansia.", "Kabari anak", "Kader desa", "Anak bersedia menjenguk.",
                  "Tanda tangan", "rahasia"):  # fmt: skip
        assert words in html
