"""What has to be done for somebody who came in, by whom and by when."""

import uuid
from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, BiometricCheck, ServiceRecord, Task, TaskRule
from cases.permissions import Role
from tests.factories import make_client, make_ended_stay, make_stay, make_user, reason

NIK = "3404991708850001"


@pytest.fixture
def joko(melati):
    return make_user("joko", Role.WORKER, melati, name="Joko")


@pytest.fixture
def fresh(today, melati, oka):
    """Came today at half past eight, without a NIK."""
    return make_stay(melati, by=oka, entered_on=today, entered_at=time(8, 30), client=make_client("Yanti"))


def body(response):
    return response.content.decode()


def about(task, page):
    return reverse(f"cases:task_{page}", args=[task.pk])


def kinds(stay):
    return list(stay.tasks.order_by("rule__position").values_list("rule__slug", flat=True))


def health(stay):
    return stay.tasks.get(rule__slug="pemeriksaan-kesehatan")


def test_the_rules_make_tasks_from_the_hour_of_coming(fresh):
    assert kinds(fresh) == ["asesmen-awal", "biometrik", "pemeriksaan-kesehatan"]
    assert fresh.tasks.get(rule__slug="asesmen-awal").due_at == datetime(2026, 3, 17, 1, 30, tzinfo=UTC)
    assert health(fresh).due_at == datetime(2026, 3, 19, 1, 30, tzinfo=UTC)
    event = AuditEvent.objects.get(action="task.opened")
    assert event.details["task"].startswith("Asesmen awal, ") and event.client_id == fresh.client_id


@pytest.mark.parametrize(
    "who, asked",
    [
        ({"nik": NIK, "nik_status": "valid"}, False),
        ({"nik": NIK, "nik_status": "doubled"}, True),
        ({"claimed_nik": "340", "nik_status": "invalid"}, True),
        ({"citizenship": "wna"}, False),
    ],
)
def test_the_registry_is_asked_only_for_a_citizen_without_a_valid_nik(today, melati, oka, who, asked):
    stay = make_stay(melati, by=oka, entered_on=today, client=make_client(**who))
    assert ("biometrik" in kinds(stay)) is asked


def test_a_rule_may_speak_of_children_or_be_out_of_use(today, melati, oka):
    TaskRule.objects.create(slug="kpai", title="Lapor P2TP2A", when="child", hours=24)
    TaskRule.objects.filter(slug="biometrik").update(in_use=False)
    child = make_stay(melati, by=oka, entered_on=today, client=make_client(estimated_age=9, age_estimated_on=today))
    grown_up = make_stay(melati, by=oka, entered_on=today)
    assert kinds(child) == ["asesmen-awal", "pemeriksaan-kesehatan", "kpai"]
    assert kinds(grown_up) == ["asesmen-awal", "pemeriksaan-kesehatan"]


def test_a_request_to_the_registry_finishes_its_task(fresh, sari, today):
    BiometricCheck(stay=fresh, asked_on=today).ask(by=sari)
    task = fresh.tasks.get(rule__slug="biometrik")
    assert (task.status, task.done_by, task.note) == ("done", sari, "Pencocokan biometrik dimohon")


def test_a_service_and_its_task_finish_each_other_and_count_once(fresh, sari, joko, melati, today):
    ServiceRecord.give(fresh, "education_health_access", by=sari, on=today)
    assert health(fresh).status == "done"
    other = make_stay(melati, by=sari, entered_on=today)
    health(other).finish(by=joko, note="Tensi baik")
    for stay in (fresh, other):
        assert stay.services.filter(service="education_health_access").count() == 1
    assert other.services.get().recorded_by == joko


def test_a_service_on_the_daily_sheet_finishes_a_task_that_waits_for_it(client, fresh, oka, today):
    TaskRule.objects.filter(slug="pemeriksaan-kesehatan").update(service="health_supplies")
    client.force_login(oka)
    page = reverse("cases:day_sheet", args=["melati", today.isoformat()])
    client.post(page, {f"s-{fresh.pk}-health_supplies": "1", "all-health_supplies": "1"})
    assert fresh.services.filter(service="health_supplies").exists()
    assert health(fresh).status == "done"


def test_the_end_of_a_stay_cancels_what_is_open_and_its_return_takes_it_up(fresh, sari, budi, today):
    health(fresh).finish(by=sari)
    fresh.tasks.get(rule__slug="biometrik").suspend(by=sari, reason="Alat rusak")
    fresh.discharge(by=sari, on=today, reason=reason("mandiri"))
    assert set(fresh.tasks.values_list("status", flat=True)) == {"done", "cancelled"}
    assert fresh.tasks.unfinished().count() == 0
    with pytest.raises(ValidationError, match="sudah “dibatalkan”"):
        fresh.tasks.get(rule__slug="asesmen-awal").finish(by=sari)
    fresh.reopen(by=budi, reason="Salah catat")
    assert sorted(fresh.tasks.values_list("status", flat=True)) == ["done", "open", "open"]
    told = AuditEvent.objects.filter(action__in=["task.cancelled", "task.revived"])
    assert {event.details["task"] for event in told} == {"Asesmen awal, Pengecekan biometrik Dukcapil"}


def test_an_ended_stay_that_is_written_down_later_leaves_nothing_to_do(today, melati, oka):
    stay = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=oka)
    assert stay.tasks.unfinished().count() == 0
    assert Task.begin_for(stay, by=oka) == []


def test_whoever_is_declared_gone_lets_the_tasks_wait(fresh, sari):
    fresh.tasks.all().suspend_all(by=sari, reason="Klien pergi tanpa izin.")
    assert set(fresh.tasks.values_list("status", flat=True)) == {"suspended"}
    assert not fresh.tasks.all()[0].is_overdue
    fresh.tasks.all().resume_all(by=sari)
    assert set(fresh.tasks.values_list("status", flat=True)) == {"open"}


def test_a_task_goes_to_whoever_works_here(fresh, sari, joko, oka, citra):
    task = health(fresh)
    task.assign(joko, by=sari)
    assert (task.assigned_to, task.assigned_by) == (joko, sari)
    for stranger in (oka, citra):
        with pytest.raises(ValidationError, match="Pilih pekerja sosial"):
            task.assign(stranger, by=sari)
    task.assign(None, by=sari)
    assert task.assigned_to is None


def test_a_finished_task_stays_finished(fresh, sari):
    task = health(fresh)
    task.finish(by=sari)
    for verb in (
        lambda: task.finish(by=sari),
        lambda: task.suspend(by=sari, reason="x"),
        lambda: task.cancel(by=sari, reason="x"),
        lambda: task.resume(by=sari),
        lambda: task.assign(sari, by=sari),
    ):
        with pytest.raises(ValidationError, match="sudah “selesai”"):
            verb()


@pytest.mark.parametrize("values", [{"status": "done"}, {"status": "suspended"}, {"status": "cancelled"}])
def test_the_database_wants_to_know_who_and_why(fresh, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        fresh.tasks.update(**values)


def test_the_page_of_a_stay_adds_assigns_suspends_and_finishes(client, fresh, sari, joko, today):
    client.force_login(sari)
    new = reverse("cases:task_new", args=[fresh.pk])
    key = {"key": str(uuid.uuid4()), "title": "Antar kontrol", "due_on": "2026-03-20", "due_at": "09:00"}
    assert "Tanggal itu sudah lewat." in body(client.post(new, key | {"due_on": "2026-03-01"}))
    for _ in range(2):
        client.post(new, key | {"assigned_to": joko.pk})
    task = fresh.tasks.get(title="Antar kontrol")
    assert (task.assigned_to, task.due_at) == (joko, datetime(2026, 3, 20, 2, 0, tzinfo=UTC))
    client.post(about(task, "stop"), {"how": "suspend", "reason": "Dokter cuti"})
    page = body(client.get(fresh.get_absolute_url()))
    assert "Dokter cuti" in page and "ditangguhkan" in page
    client.post(about(task, "resume"))
    client.post(about(task, "take"))
    task.refresh_from_db()
    assert (task.status, task.assigned_to) == ("open", sari)
    client.post(about(task, "finish"), {"note": "Obat diganti"})
    assert "Obat diganti" in body(client.get(fresh.get_absolute_url()))
    assert "sudah “selesai”" in body(client.post(about(task, "finish"), {"note": ""}))
    checked = health(fresh)
    client.post(about(checked, "finish"), {"on": "2026-03-17"})
    assert health(fresh).status == "open"  # that day has not come, so nothing is done
    client.post(about(checked, "stop"), {"how": "cancel", "reason": "Baru diperiksa RSUD"})
    assert health(fresh).status == "cancelled"


def test_the_officer_sees_what_is_to_be_done_but_no_result(client, fresh, oka, sari):
    health(fresh).finish(by=sari, note="Tensi tinggi")
    client.force_login(oka)
    page = body(client.get(fresh.get_absolute_url()))
    assert "Asesmen awal" in page and "Tensi tinggi" not in page and "Tambah tugas" not in page
    assert client.get(about(health(fresh), "finish")).status_code == 403


def test_the_work_list_begins_with_ones_own(client, fresh, stay, sari, joko, budi, citra, today):
    """`stay` came two weeks ago: all of its tasks are late."""
    health(fresh).assign(sari, by=budi)
    health(stay).assign(joko, by=budi)
    mine = Task.objects.concerning(sari).values_list("whose", "stay", "rule__slug")
    assert mine[0] == (0, fresh.pk, "pemeriksaan-kesehatan")
    assert health(stay) not in Task.objects.concerning(sari)  # another worker's
    assert health(stay) in Task.objects.concerning(budi)  # but the head hears of it once it is late
    client.force_login(sari)
    page = body(client.get(reverse("reports:home")))
    assert page.index("tugas Anda") < page.index("belum dibagi") and "lewat batas" in page
    lists = {shown: body(client.get(reverse("cases:task_list") + f"?tampil={shown}")) for shown in ("", "lewat", "x")}
    assert "Yanti" in lists[""] and "Suratmin" not in lists[""] and "Suratmin" in lists["lewat"]
    client.force_login(citra)
    assert "Yanti" not in body(client.get(reverse("cases:task_list") + "?tampil=semua"))


def test_lists_of_many_tasks_ask_few_questions(client, today, melati, sari, django_assert_max_num_queries):
    for _ in range(12):
        make_stay(melati, by=sari, entered_on=today)
    client.force_login(sari)
    for shown in ("bebas", "lewat", "semua"):
        with django_assert_max_num_queries(12):
            client.get(reverse("cases:task_list") + f"?tampil={shown}")


def test_the_department_keeps_the_rules(client, today, dewi, sari, melati, oka):
    client.force_login(sari)
    assert client.get(reverse("cases:task_rule_list")).status_code == 403
    client.force_login(dewi)
    new = {"key": str(uuid.uuid4()), "title": "Rekam sidik jari", "when": "intake", "hours": "0", "in_use": "on"}
    url = reverse("cases:task_rule_new")
    assert "lebih besar dari atau sama dengan 1" in body(client.post(url, new))
    for _ in range(2):
        client.post(url, new | {"hours": "12"})
    rule = TaskRule.objects.get(title="Rekam sidik jari")
    assert (rule.slug, rule.hours) == ("rekam-sidik-jari", 12)
    stay = make_stay(melati, by=oka, entered_on=today)
    again = {"title": "Sidik jari", "when": "intake", "hours": "6", "source": "SK Kepala Dinas"}
    client.post(reverse("cases:task_rule_edit", args=[rule.pk]), again)
    assert stay.tasks.get(rule=rule).title == "Rekam sidik jari"
    assert "rekam-sidik-jari" not in kinds(make_stay(melati, by=oka, entered_on=today))
    assert "tidak dipakai" in body(client.get(reverse("cases:task_rule_list")))
    assert AuditEvent.objects.filter(action="taskrule.changed").count() == 1
