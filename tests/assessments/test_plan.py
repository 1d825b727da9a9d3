from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from assessments.models import Goal, InterventionPlan, Measure, PlanAction
from assessments.plan_changes import changes_since
from cases.models import AuditEvent, Need, ServiceRecord
from tests.factories import make_need, make_plan, make_plan_in_force, reason

DAY = date(2026, 3, 12)


def refused(call, **values):
    with pytest.raises(ValidationError) as caught:
        call(**values)
    return " ".join(caught.value.messages)


@pytest.fixture
def plan(today, stay, sari):
    return make_plan(stay, sari, goals=2)


@pytest.fixture
def in_force(today, stay, sari, budi):
    return make_plan_in_force(stay, sari, budi, goals=2)


def test_from_draft_to_in_force(plan, sari, budi):
    plan.submit(by=sari)
    plan.approve(by=budi)
    assert (plan.status, plan.reviewed_by, plan.letter.number) == ("approved", budi, "400.9/001/MLT/2026")
    trail = AuditEvent.objects.filter(target_model="assessments.InterventionPlan").order_by("pk")
    assert [event.action for event in trail] == [
        "plan.started", "goal.added", "planaction.added", "goal.added", "planaction.added", "plan.submitted",
        "plan.approved",
    ]  # fmt: skip
    assert {event.client_id for event in trail} == {plan.stay.client_id}


def test_one_plan_at_a_time(plan, stay, sari):
    assert InterventionPlan.start(stay, by=sari) == plan
    plan.submit(by=sari)
    assert "sudah punya rencana" in refused(InterventionPlan.start, stay=stay, by=sari)
    with pytest.raises(IntegrityError), transaction.atomic():
        InterventionPlan.objects.create(stay=stay, number=9, created_by=sari)


def test_own_work_is_not_approved(plan, budi):
    plan.submit(by=budi)
    assert "orang lain" in refused(plan.approve, by=budi)
    assert "orang lain" in refused(plan.return_, by=budi, note="Perbaiki")


def test_what_a_plan_cannot_go_without(today, stay, sari):
    plan = InterventionPlan.start(stay, by=sari)
    assert "belum punya tujuan" in refused(plan.submit, by=sari)
    goal = Goal.add(plan, by=sari, statement="Sehat", indicator="Luka kering")
    assert "Tujuan 1 belum punya tindakan." in refused(plan.submit, by=sari)
    action = PlanAction.add(goal, by=sari, what="Antar ke puskesmas")
    assert "belum punya penanggung jawab dan tanggal" in refused(plan.submit, by=sari)
    action.rewrite(by=sari, version=1, responsible=sari, due_on=DAY)
    plan.submit(by=sari)
    assert plan.status == "submitted"


def test_a_goal_is_measurable(plan, sari):
    with pytest.raises(ValidationError):
        Goal.add(plan, by=sari, statement="Bahagia", indicator="")


def test_a_need_or_weak_domain_left_out_wants_a_reason(plan, stay, sari, budi, filled):
    need = make_need(stay, "clothing", date(2026, 3, 3))
    filled.submit(by=sari)
    filled.approve(by=budi)
    Measure.objects.create(
        assessment=filled, at=filled.submitted_at, slug="makan", label="Makan", value=2, minimum=0, maximum=10,
        answered=1, asked=1, band="Bergantung", is_weak=True,
    )  # fmt: skip
    gaps = plan.gaps()
    assert need in gaps.needs and [domain.slug for domain in gaps.domains] == ["makan"]
    assert "Tulis mengapa" in refused(plan.submit, by=sari)
    goal = Goal.add(plan, by=sari, statement="Berpakaian layak", indicator="Dua setel", need=need, domain="makan")
    assert need in plan.gaps().needs and plan.gaps().domains == []  # a goal alone does nothing yet
    PlanAction.add(goal, by=sari, what="Beri sandang", responsible=sari, due_on=DAY)
    assert need not in plan.gaps().needs
    plan.submit(by=sari, note="Kebutuhan lain ditangani puskesmas")
    assert plan.submit_note


def test_an_action_for_the_service_covers_the_need(plan, stay, sari):
    make_need(stay, "clothing", date(2026, 3, 3))
    PlanAction.add(plan.goals.first(), by=sari, what="Beri sandang", service_id="clothing")
    assert not plan.gaps()


def test_scenario_20_the_plan_goes_back_with_a_remark_beside_the_goal(plan, sari, budi):
    """Sari submits; Budi returns it: goal 2 is not measurable. The new version is shown as a difference, then holds."""
    plan.submit(by=sari)
    first, second = plan.goals.all()
    plan.return_(by=budi, remarks={second.pk: "tujuan 2 belum terukur", first.pk: " "})
    assert [goal.remark for goal in plan.goals.all()] == ["", "tujuan 2 belum terukur"]
    assert "tidak dapat menjadi" in refused(plan.approve, by=budi)

    again = plan.revise(by=sari)
    assert (again.number, again.previous, again.status, plan.revise(by=sari)) == (2, plan, "draft", again)
    goal = again.goals.get(thread=second.thread)
    goal.rewrite(by=sari, version=1, indicator="Nilai Barthel sedikitnya 91")
    changes = changes_since(again, plan)
    assert [(one.goal, one.kind, one.remark) for one in changes.goals] == [(goal, "diubah", "tujuan 2 belum terukur")]
    assert [(d.label, d.before, d.after) for d in changes.goals[0].differences] == [
        ("ukuran keberhasilan", "Ukuran 2", "Nilai Barthel sedikitnya 91")
    ]
    again.submit(by=sari)
    again.approve(by=budi)
    assert again.letter.number == "400.9/001/MLT/2026" and plan.letter is None
    assert "tidak dapat diubah" in refused(goal.rewrite, by=sari, version=2, indicator="Lain")
    assert "tidak dapat diubah" in refused(Goal.add, plan=again, by=sari, statement="Baru", indicator="Satu")


def test_returning_wants_words(plan, sari, budi):
    plan.submit(by=sari)
    assert "Tulis apa yang perlu diperbaiki" in refused(plan.return_, by=budi, note=" ", remarks={1: ""})


def test_what_the_head_did_not_see_is_not_approved(plan, sari, budi):
    seen = plan.version
    Goal.add(plan, by=sari, statement="Tambahan", indicator="Satu")
    assert "berubah sejak" in refused(plan.submit, by=sari, version=seen)


def test_an_old_form_of_a_goal_overwrites_nothing(plan, sari, joko):
    goal = plan.goals.first()
    other = Goal.objects.get(pk=goal.pk)
    goal.rewrite(by=sari, version=1, statement="Satu")
    assert "diubah orang lain" in refused(other.rewrite, by=joko, version=1, statement="Dua")
    goal.refresh_from_db()
    assert goal.statement == "Satu"


def test_a_revision_replaces_the_plan_and_keeps_its_progress(in_force, stay, sari, budi):
    action = PlanAction.objects.filter(goal__plan=in_force).first()
    assert "Tulis mengapa" in refused(in_force.revise, by=sari)
    newer = in_force.revise(by=sari, reason="Klien ingin pulang")
    action.note(by=sari, on=DAY, text="Sudah diantar", status="done")  # while the revision is being written
    newer.submit(by=sari)
    newer.approve(by=budi)
    in_force.refresh_from_db()
    assert (in_force.status, newer.status) == ("superseded", "approved")
    assert in_force.letter.void_reason == f"Diganti oleh surat nomor {newer.letter}" and in_force.letter.is_replaced
    carried = PlanAction.objects.get(goal__plan=newer, thread=action.thread)
    assert (carried.status, carried.status_on) == ("done", DAY)
    assert refused(action.note, by=sari, on=DAY, text="Lagi").startswith("Rencana ini “Diganti")


def test_a_discarded_draft_makes_room(in_force, sari):
    newer = in_force.revise(by=sari, reason="Salah tekan")
    newer.discard(by=sari)
    assert in_force.revise(by=sari, reason="Sungguh").number == 3


def test_progress_is_noted_with_its_day_and_may_count_as_a_service(in_force, stay, sari, today):
    action = PlanAction.objects.filter(goal__plan=in_force).first()
    PlanAction.objects.filter(pk=action.pk).update(service="guidance")
    action.note(by=sari, on=DAY, text="Bimbingan pertama", status="running", as_service=True)
    given = ServiceRecord.objects.get()
    assert (given.service_id, given.date, given.plan_note.text) == ("guidance", DAY, "Bimbingan pertama")
    assert "belum tiba" in refused(action.note, by=sari, on=date(2026, 3, 17), text="Besok")
    assert "di luar masa tinggal" in refused(action.note, by=sari, on=date(2026, 3, 1), text="Dulu")
    action.note(by=sari, on=today, text="Klien memilih kerja", status="dropped")
    assert (action.status, action.drop_reason) == ("dropped", "Klien memilih kerja")
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanAction.objects.filter(pk=action.pk).update(drop_reason="")


def test_a_branch_waits_for_its_case(today, stay, sari, budi):
    """Scenario 15: the family says no, and the branch to the home for the elderly opens without a new version."""
    plan = make_plan(stay, sari)
    branch = Goal.add(
        plan, by=sari, statement="Diterima panti lansia", indicator="Surat penerimaan", branch_when="keluarga menolak"
    )
    PlanAction.add(branch, by=sari, what="Rujuk ke panti lansia", responsible=sari, due_on=DAY)
    plan.submit(by=sari)
    assert "versi yang berlaku" in refused(branch.open_branch, by=sari, reason="Tarno menolak")
    plan.approve(by=budi)
    assert list(PlanAction.objects.due(today).values_list("what", flat=True)) == []
    branch.refresh_from_db()
    branch.open_branch(by=sari, reason="Tarno menolak: tidak sanggup")
    assert not branch.is_standby
    assert list(PlanAction.objects.due(today).values_list("what", flat=True)) == ["Rujuk ke panti lansia"]
    assert "sudah dijalankan" in refused(branch.open_branch, by=sari, reason="Lagi")
    assert "bukan cadangan" in refused(plan.goals.first().open_branch, by=sari, reason="Salah")


def test_the_end_of_the_stay_closes_the_plan(in_force, stay, sari, budi, today):
    newer = in_force.revise(by=sari, reason="Ubah")
    stay.discharge(by=sari, on=today, reason=reason("reunifikasi"))
    for plan in (in_force, newer):
        plan.refresh_from_db()
    assert in_force.is_closed and not in_force.is_in_force
    assert "sudah berakhir" in refused(newer.submit, by=sari)
    assert "sudah berakhir" in refused(Goal.add, plan=newer, by=sari, statement="A", indicator="B")
    action = PlanAction.objects.filter(goal__plan=in_force).first()
    action.note(by=sari, on=today, text="Dilakukan pagi sebelum pulang", status="done")  # written down late
    assert in_force.tally().open == 1
    assert not PlanAction.objects.live().exists()


def test_the_tally_counts_what_runs(in_force, sari, today):
    first, second = PlanAction.objects.filter(goal__plan=in_force).order_by("pk")
    PlanAction.objects.filter(pk=second.pk).update(due_on=date(2026, 3, 10))
    first.note(by=sari, on=today, text="Beres", status="done")
    in_force.goals.first().judge(by=sari, result="achieved", on=today)
    tally = in_force.tally()
    assert (tally.total, tally.done, tally.late, tally.goals, tally.reached) == (2, 1, 1, 2, 1)


def test_needs_have_somebody_and_a_day(stay, sari, today):
    need = make_need(stay, "clothing", date(2026, 3, 3))
    assert "Tenggat" in refused(need.assign, by=sari, responsible=sari, due_on=date(2026, 3, 2))
    need.assign(by=sari, responsible=sari, due_on=DAY)
    need.close(by=sari, on=today, reason="terpenuhi")
    assert "sudah ditutup" in refused(need.assign, by=sari, responsible=None, due_on=None)
    assert Need.objects.get(pk=need.pk).responsible == sari


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_press_revise_at_once(today, stay, sari, budi):
    plan, start, made = make_plan_in_force(stay, sari, budi), Barrier(2), []

    def press():
        start.wait()
        mine = InterventionPlan.objects.get(pk=plan.pk)
        made.append(mine.revise(by=sari, reason="Bersamaan").pk)
        connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 2 and len(set(made)) == 1
    assert InterventionPlan.objects.get(pk=made[0]).goals.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_approve_at_once(today, stay, sari, budi):
    plan, start, said = make_plan(stay, sari), Barrier(2), []
    plan.submit(by=sari)

    def press():
        start.wait()
        try:
            InterventionPlan.objects.get(pk=plan.pk).approve(by=budi)
            said.append("approved")
        except ValidationError as error:
            said.append(error.messages[0])
        connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said)[1] == "approved" and "tidak dapat menjadi" in sorted(said)[0]
    plan.refresh_from_db()
    assert plan.letter.sequence == 1
