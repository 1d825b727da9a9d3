"""Monitoring dan evaluasi: from draft to closed, who may, two at once, and what percent of a target means."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, connections, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cases.models import AuditEvent
from reports.evaluation.achieved import Verdict, percent_of_target, verdict
from reports.evaluation.copying import copied
from reports.evaluation.freezing import close, is_intact
from reports.evaluation.sheet import sheet_of
from reports.models import EvaluationFigure, EvaluationFinding, EvaluationIndicator, EvaluationPlan
from reports.models.evaluation_indicator import YEAR
from tests.factories import make_ended_stay, make_evaluation, make_shelter, make_stay

NEXT_YEAR = datetime(2027, 1, 8, 3, 0, tzinfo=UTC)
amounts = st.decimals(-1000, 1000, places=2)
targets = st.decimals("0.01", 1000, places=2)


def url(name, *args):
    return reverse(f"reports:evaluation_{name}", args=args)


def body(response):
    return response.content.decode()


@pytest.fixture
def plan(today, melati, sari, stay):
    return make_evaluation(melati, by=sari)


@pytest.fixture
def active(plan, budi):
    plan.activate(by=budi)
    return plan


# Percent of the target


@given(amounts, targets)
def test_percent_never_falls_below_zero_and_is_100_exactly_at_the_target(actual, target):
    for direction in ("higher", "lower"):
        assert percent_of_target(actual, target, direction) >= 0
        assert percent_of_target(target, target, direction) == 100


@given(amounts, amounts, targets)
def test_more_is_never_worse_where_higher_is_better_and_never_better_where_lower_is(one, other, target):
    less, more = sorted([one, other])
    assert percent_of_target(less, target, "higher") <= percent_of_target(more, target, "higher")
    assert percent_of_target(less, target, "lower") >= percent_of_target(more, target, "lower")


@given(amounts, targets, st.sampled_from(["higher", "lower"]), st.integers(1, 99))
def test_reached_is_said_exactly_from_100_percent_on(actual, target, direction, near):
    said = verdict(actual, target, direction=direction, judged="percent", near=near)
    share = percent_of_target(actual, target, direction)
    expected = Verdict.REACHED if share >= 100 else Verdict.NEAR if share >= near else Verdict.SHORT
    assert said == expected


def test_percent_is_exact_and_asks_for_a_target_above_zero():
    assert percent_of_target(Decimal(2), Decimal(3), "higher") == Fraction(200, 3)
    assert percent_of_target(Decimal(12), Decimal(10), "lower") == 80
    assert percent_of_target(Decimal(0), Decimal(10), "lower") == 200
    assert percent_of_target(Decimal(-5), Decimal(10), "higher") == 0
    assert [percent_of_target(Decimal(1), target, "higher") for target in (None, Decimal(0), Decimal(-1))] == [None] * 3
    assert percent_of_target(None, Decimal(1), "higher") is None


def test_a_target_of_zero_can_be_reached_though_it_has_no_percentage():
    def said(actual):
        return verdict(actual, Decimal(0), direction="lower", judged="reached", near=90)

    assert [said(Decimal(0)), said(Decimal(1)), said(None)] == [Verdict.REACHED, Verdict.SHORT, Verdict.NO_DATA]


# The way of a plan


def test_a_worker_plans_the_head_sets_it_going_and_a_note_is_written(client, today, melati, sari, budi, stay):
    client.force_login(sari)
    form = {"key": "0f0e3c0a-8f5f-4f0b-9b5b-0c6f4f1d2a11", "shelter": melati.pk, "year": 2026, "title": "Layanan",
            "subject_text": "Penampungan", "near": 90}  # fmt: skip
    client.post(url("new"), form)
    client.post(url("new"), form)  # a double click
    [plan] = EvaluationPlan.objects.all()
    indicator = {"key": "0f0e3c0a-8f5f-4f0b-9b5b-0c6f4f1d2a12", "wording": "Dijangkau", "kind": "output",
                 "measure": "persons", "direction": "higher", "judged": "percent", "target_year": "2",
                 "target_1": "1"}  # fmt: skip
    assert client.post(url("indicator_new", plan.pk), indicator).status_code == 302
    [one] = plan.indicators.all()
    assert (one.unit, one.target_year, one.target_1) == ("orang", 2, 1)
    assert client.post(url("activate", plan.pk)).status_code == 403
    client.force_login(budi)
    client.post(url("activate", plan.pk))
    client.force_login(sari)
    note = {"note": "Baru satu.", "follow_up": "Jangkau pasar.", "owner": sari.pk, "due_on": "2026-04-01"}
    client.post(url("finding", plan.pk, one.pk, 1), note)
    page = body(client.get(plan.get_absolute_url()))
    assert "Baru satu." in page and "Jangkau pasar." in page
    assert "tercapai" in page and "50 %" in page
    actions = [event.action for event in AuditEvent.objects.filter(action__startswith="evaluation.").order_by("pk")]
    assert actions == ["evaluation.created", "evaluation.indicator_added", "evaluation.activated",
                       "evaluation.note_written"]  # fmt: skip


def test_the_page_says_what_is_wrong_and_keeps_what_was_typed(client, plan, sari):
    client.force_login(sari)
    form = {"key": "0f0e3c0a-8f5f-4f0b-9b5b-0c6f4f1d2a13", "wording": "Kejadian", "kind": "outcome",
            "direction": "lower", "judged": "percent", "target_year": "0", "target_1": "banyak"}  # fmt: skip
    page = body(client.post(url("indicator_new", plan.pk), form))
    assert "Persen dari target 0 tidak dapat dihitung." in page
    assert "Angka yang diisi tangan perlu cara mengukur dan sumbernya." in page
    assert "Isi satuannya" in page and "Tulis angka" in page and "banyak" in page
    right = form | {"measure": "incidents", "judged": "reached", "target_1": "", "wording": "Kejadian nihil"}
    assert client.post(url("indicator_new", plan.pk), right).status_code == 302
    with pytest.raises(ValidationError, match="Persen dari target 0"):
        EvaluationIndicator(plan=plan, wording="x", unit="y", measure="persons", target_year=0).add(by=sari)


@pytest.mark.parametrize("subject", [{}, {"subject_text": "Ini", "service_type": "PROV_GEPENG"}])
def test_exactly_one_thing_is_evaluated(client, today, melati, sari, subject):
    client.force_login(sari)
    form = {"key": "0f0e3c0a-8f5f-4f0b-9b5b-0c6f4f1d2a14", "shelter": melati.pk, "year": 2026, "title": "Layanan",
            "near": 90}  # fmt: skip
    assert "Pilih satu saja yang dievaluasi" in body(client.post(url("new"), form | subject))
    assert not EvaluationPlan.objects.exists()


def test_without_indicators_or_targets_nothing_is_set_going(today, melati, sari, budi):
    bare = EvaluationPlan(shelter=melati, year=2026, title="Kosong", subject_text="x").open(by=sari)
    with pytest.raises(ValidationError, match="sedikitnya satu indikator"):
        bare.activate(by=budi)
    EvaluationIndicator(plan=bare, wording="Tanpa target", unit="orang", measure="persons").add(by=sari)
    with pytest.raises(ValidationError, match="Isi target setahun untuk: Tanpa target"):
        bare.activate(by=budi)


def test_once_it_runs_only_a_step_back_lets_indicators_change(active, sari, budi):
    one = active.indicators.get(measure="persons")
    with pytest.raises(ValidationError, match="Berjalan"):
        one.change(by=sari, target_year=5)
    active.back_to_draft(by=budi, reason="Target keliru")
    one.change(by=sari, target_year=5)
    assert EvaluationIndicator.objects.get(pk=one.pk).target_year == 5
    assert AuditEvent.objects.get(action="evaluation.reopened").details["reason"] == "Target keliru"


def test_what_is_typed_needs_its_source_and_nobody_types_what_is_measured(active, sari):
    measured, by_hand = active.indicators.get(measure="persons"), active.indicators.get(measure="")
    with pytest.raises(ValidationError, match="dihitung dari data"):
        EvaluationFinding.write(measured, 1, by=sari, actual=9, actual_source="x", measured_on=date(2026, 3, 1))
    with pytest.raises(ValidationError, match="perlu sumber dan tanggal"):
        EvaluationFinding.write(by_hand, 1, by=sari, actual=Decimal(9))
    with pytest.raises(ValidationError, match="Tanggal belum tiba"):
        EvaluationFinding.write(by_hand, 1, by=sari, actual=Decimal(9), actual_source="x", measured_on=date(2026, 4, 1))
    with pytest.raises(ValidationError, match="Masa ini belum mulai"):
        EvaluationFinding.write(by_hand, 2, by=sari, note="x")
    with pytest.raises(ValidationError, match="perlu penanggung jawab"):
        EvaluationFinding.write(by_hand, 1, by=sari, follow_up="x")
    counted = {"actual": Decimal("-2.5"), "actual_source": "x", "measured_on": date(2026, 3, 1)}
    EvaluationFinding.write(by_hand, 1, by=sari, **counted)
    [row] = [row for row in sheet_of(active).rows if row.indicator == by_hand]
    assert (row.cells[0].actual, row.cells[0].words) == (Decimal("-2.5"), "tanpa target")


def test_a_follow_up_past_its_date_waits_at_home_until_it_is_done(client, active, sari, budi, citra):
    one = active.indicators.get(measure="persons")
    finding = EvaluationFinding.write(one, 1, by=sari, follow_up="Jangkau pasar", owner=sari, due_on=date(2026, 3, 15))
    for person, seen in ((sari, True), (budi, True), (citra, False)):
        client.force_login(person)
        assert ("Jangkau pasar" in body(client.get("/"))) is seen
    client.force_login(sari)
    assert client.post(url("follow_up", finding.pk), {"result": "Sudah"}).status_code == 302
    assert "Jangkau pasar" not in body(client.get("/"))
    with pytest.raises(ValidationError, match="sudah selesai"):
        EvaluationFinding.write(one, 1, by=sari, follow_up="Lain")


# Closing


def test_a_year_that_still_runs_is_not_closed(active, budi):
    with pytest.raises(ValidationError, match="Tahun 2026 belum berakhir. Evaluasi ditutup mulai 1 Januari 2027."):
        close(active, by=budi)


def closed(active, sari, budi):
    one = active.indicators.get(measure="persons")
    finding = EvaluationFinding.write(one, 1, by=sari, note="n", follow_up="f", owner=sari, due_on=date(2026, 4, 1))
    with time_machine.travel(NEXT_YEAR, tick=False):
        close(active, by=budi)
    return finding


def told(plan):
    return [(cell.actual, cell.percent, cell.verdict) for row in sheet_of(plan).rows for cell in row.cells]


def test_a_closed_evaluation_stays_as_it_was_whatever_happens_to_the_data(active, melati, sari, budi):
    with time_machine.travel(NEXT_YEAR, tick=False):
        before = told(active)
    finding = closed(active, sari, budi)
    with time_machine.travel(NEXT_YEAR, tick=False):
        make_stay(melati, by=sari, entered_on=date(2026, 5, 1))
        found = EvaluationPlan.objects.get(pk=active.pk)
        assert told(found) == before
        assert is_intact(found)
        finding.finish(by=sari, result="Beres")  # that it was done may still be said
        assert is_intact(found)
        with pytest.raises(ValidationError, match="Ditutup"):
            found.back_to_draft(by=budi, reason="x")
    for change in (
        lambda: EvaluationPlan.objects.filter(pk=active.pk).update(title="Lain"),
        lambda: EvaluationIndicator.objects.filter(plan=active).update(target_year=1),
        lambda: EvaluationFigure.objects.update(actual=99),
        lambda: EvaluationFigure.objects.all().delete(),
        lambda: EvaluationFinding.objects.update(note="lain"),
        lambda: EvaluationFinding.objects.create(indicator=active.indicators.last(), quarter=2, written_by=sari),
    ):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            change()


def test_a_changed_figure_shows_on_the_page(client, active, sari, budi):
    closed(active, sari, budi)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE reports_evaluationfigure DISABLE TRIGGER evaluation_figure_never_changes")
        cursor.execute("UPDATE reports_evaluationfigure SET actual = 7 WHERE actual = 1")
        cursor.execute("ALTER TABLE reports_evaluationfigure ENABLE TRIGGER evaluation_figure_never_changes")
    client.force_login(budi)
    assert "tidak sesuai dengan sidiknya" in body(client.get(active.get_absolute_url()))


def test_next_years_plan_begins_with_what_this_one_reached(client, active, sari, budi):
    closed(active, sari, budi)
    with time_machine.travel(NEXT_YEAR, tick=False):
        made = copied(active, 2027, by=sari)
    one = made.indicators.get(measure="persons")
    assert (made.status, one.baseline, one.baseline_note, one.target_year) == ("draft", 1, "realisasi 2026", 2)
    assert not EvaluationFinding.objects.filter(indicator__plan=made).exists()
    with pytest.raises(ValidationError, match="Sudah ada evaluasi dengan judul ini"):
        copied(active, 2027, by=sari)


def test_a_draft_is_thrown_away_and_one_with_notes_is_not(plan, active, sari, budi):
    EvaluationFinding.write(active.indicators.first(), 1, by=sari, note="x")
    active.back_to_draft(by=budi, reason="x")
    with pytest.raises(ValidationError, match="tidak dapat dibuang"):
        active.discard(by=sari)
    EvaluationFinding.objects.all().delete()
    active.discard(by=sari)
    assert not EvaluationPlan.objects.exists()


# Who may


def test_the_departments_own_plan_is_its_own(client, today, melati, dewi, agus, sari, budi):
    plan = make_evaluation(None, by=dewi)
    for person, page, edit, going in ((dewi, 200, 200, 200), (agus, 200, 403, 403), (sari, 404, 404, 404),
                                      (budi, 404, 404, 404)):  # fmt: skip
        client.force_login(person)
        found = [client.get(url(name, plan.pk)).status_code for name in ("detail", "edit", "activate")]
        assert found == [page, edit, going], person
    plan.activate(by=dewi)
    assert {row.cells[0].actual for row in sheet_of(plan).rows if row.measure} == {0}


def test_the_department_reads_a_shelters_plan_and_leaves_it_alone(client, plan, dewi):
    client.force_login(dewi)
    assert client.get(plan.get_absolute_url()).status_code == 200
    assert client.get(url("edit", plan.pk)).status_code == 403
    assert "Tambah indikator" not in body(client.get(plan.get_absolute_url()))


def test_shares_of_few_people_are_told_to_whoever_reads_their_files_alone(client, today, melati, sari, budi, dewi):
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 20), by=sari)
    plan = make_evaluation(melati, by=sari)
    EvaluationIndicator(plan=plan, wording="Lama", unit="malam", measure="median_stay", target_year=20).add(by=sari)
    client.force_login(budi)
    assert '">15</a>' in body(client.get(plan.get_absolute_url()))
    client.force_login(dewi)
    page = body(client.get(plan.get_absolute_url()))
    assert '">15</a>' not in page and "tidak ditampilkan" in page


def test_the_list_and_a_plan_stay_flat(client, today, sari, melati, django_assert_max_num_queries):
    plans = [make_evaluation(melati, by=sari, title=f"Evaluasi {number}") for number in range(4)]
    client.force_login(sari)
    with django_assert_max_num_queries(12):
        assert body(client.get(url("list"))).count("row-link") == 4
    for number in range(6):
        EvaluationIndicator(plan=plans[0], wording=f"Ke-{number}", unit="orang", measure="arrivals", target_year=3).add(
            by=sari
        )
    with django_assert_max_num_queries(30):
        assert client.get(plans[0].get_absolute_url()).status_code == 200


# Out of the house


def test_paper_and_sheet_say_what_the_page_says(client, active, budi, sari):
    EvaluationFinding.write(active.indicators.first(), YEAR, by=sari, note="Penjelasan <b>tebal</b>")
    client.force_login(budi)
    assert client.get(url("pdf", active.pk)).content.startswith(b"%PDF")
    answer = client.get(url("xlsx", active.pk))
    assert answer["Content-Type"].endswith("sheet") and b"".join(answer.streaming_content).startswith(b"PK")
    assert set(AuditEvent.objects.values_list("action", flat=True)) >= {"evaluation.printed", "evaluation.exported"}


# Two at once


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_notes_on_one_quarter_become_one_row(today, melati, sari, budi):
    plan = make_evaluation(melati, by=sari)
    plan.activate(by=budi)
    pk = plan.indicators.first().pk

    def write(values):
        try:
            EvaluationFinding.write(EvaluationIndicator.objects.get(pk=pk), 1, by=sari, **values)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, [{"note": "satu"}, {"follow_up": "dua", "owner": sari, "due_on": date(2026, 4, 1)}]))
    found = EvaluationFinding.objects.get()
    assert (found.note, found.follow_up) == ("satu", "dua")


def test_what_a_colleague_wrote_meanwhile_is_asked_about(client, active, sari, budi):
    one = active.indicators.get(measure="persons")
    EvaluationFinding.write(one, 1, by=budi, note="Kata Budi")
    client.force_login(sari)
    form = {"note": "Kata Sari", "initial-note": "", "follow_up": "", "owner": "", "due_on": ""}
    page = body(client.post(url("finding", active.pk, one.pk, 1), form))
    assert "Sementara itu diubah menjadi “Kata Budi” oleh Budi." in page
    assert EvaluationFinding.objects.get().note == "Kata Budi"


def test_a_shelter_elsewhere_has_nothing_to_do_with_it(plan, sari):
    make_stay(make_shelter("lain", code="LAN"), by=sari, entered_on=date(2026, 2, 1))
    [row] = [row for row in sheet_of(plan).rows if row.indicator.measure == "persons"]
    assert row.year.actual == 1
