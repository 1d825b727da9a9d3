"""Exports in the background: asked for, made, downloaded, cancelled, expired; and what goes wrong on the way."""

import io
import resource
import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from python_calamine import CalamineWorkbook

from cases.models import AuditEvent, Membership
from reports import jobs
from reports.models import ExportJob
from tests.factories import make_stay

Status = ExportJob.Status


@pytest.fixture
def long_lists(settings):
    """Everything above two rows is made in the background."""
    settings.EXPORT_AT_ONCE = 2


@pytest.fixture
def stays(today, melati, budi, long_lists):
    return [make_stay(melati, by=budi) for _ in range(3)]


def ask(client, query="", **form):
    url = reverse("reports:listing_export", args=["masa-tinggal"]) + query
    response = client.post(url, {"reason": "evaluasi SPM 3 tahun", "format": "xlsx", **form})
    assert response.url == reverse("reports:export_list")
    return ExportJob.objects.latest("pk")


def work():
    """What the worker does, message by message; the worker itself is started in a test of its own."""
    jobs.look_after()
    while ExportJob.objects.waiting().exists():
        jobs.make_export.call()


def left_over(settings):
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"]) / "ekspor"
    return [file.name for file in folder.iterdir()] if folder.exists() else []


def file_url(job):
    return reverse("reports:export_file", args=[job.pk])


def test_a_long_list_is_made_in_the_background_and_downloaded(client, stays, budi, settings):
    client.force_login(budi)
    job = ask(client, "?status=resident")
    assert (job.status, job.rows_total, left_over(settings)) == (Status.WAITING, 3, [])
    assert "Menunggu giliran" in client.get(reverse("reports:export_list")).content.decode()
    work()
    job.refresh_from_db()
    assert (job.status, job.rows_done, job.error) == (Status.DONE, 3, "")
    assert job.expires_at - job.finished_at == timedelta(days=7)
    response = client.get(file_url(job))
    content = b"".join(response.streaming_content)
    assert response.headers["Content-Disposition"] == 'attachment; filename="masa-tinggal-2026-03-16.xlsx"'
    assert len(content) == job.size
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert len(book.get_sheet_by_index(0).to_python()) == 4
    assert dict(book.get_sheet_by_name("Keterangan").to_python())["Keperluan"] == "evaluasi SPM 3 tahun"
    told = AuditEvent.objects.filter(action__startswith="export.").order_by("pk").values_list("action", "actor_name")
    assert list(told) == [("export.requested", "Budi"), ("export.finished", "Budi"), ("export.downloaded", "Budi")]


def test_the_page_asks_for_itself_only_while_something_is_being_made(client, stays, budi):
    client.force_login(budi)
    ask(client)
    piece = client.get(reverse("reports:export_list"), headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 2s"' in piece and "<html" not in piece
    work()
    piece = client.get(reverse("reports:export_list"), headers={"HX-Request": "true"}).content.decode()
    assert "hx-trigger" not in piece and "Unduh" in piece


def test_nobody_else_has_it(client, stays, budi, dewi, citra):
    client.force_login(budi)
    job = ask(client)
    work()
    for other in (dewi, citra):
        client.force_login(other)
        assert client.get(file_url(job)).status_code == 404
        assert client.post(reverse("reports:export_cancel", args=[job.pk])).status_code == 404
        assert job.title not in client.get(reverse("reports:export_list")).content.decode()
    client.logout()
    assert client.get(file_url(job)).status_code == 302


def test_it_dies_after_seven_days(client, stays, budi, settings, django_capture_on_commit_callbacks):
    client.force_login(budi)
    job = ask(client)
    work()
    ExportJob.objects.update(expires_at=timezone.now())
    response = client.get(file_url(job), follow=True)
    assert "Berkas ini sudah dihapus." in response.content.decode()
    assert len(left_over(settings)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep_exports", stdout=io.StringIO())
    assert left_over(settings) == []
    job.refresh_from_db()
    assert (job.status, job.file.name, job.size, job.reason) == (Status.DONE, "", 0, "evaluasi SPM 3 tahun")


def test_cancelled_while_it_waits(client, stays, budi, settings):
    client.force_login(budi)
    job = ask(client)
    client.post(reverse("reports:export_cancel", args=[job.pk]))
    work()
    job.refresh_from_db()
    assert (job.status, left_over(settings)) == (Status.CANCELLED, [])
    again = client.post(reverse("reports:export_cancel", args=[job.pk]), follow=True)
    assert "sudah tidak berjalan" in again.content.decode()


def test_cancelled_while_it_is_made_leaves_nothing(
    client, stays, budi, settings, monkeypatch, django_capture_on_commit_callbacks
):
    client.force_login(budi)
    job = ask(client)
    monkeypatch.setattr(jobs, "STEP", 1)  # looks after every block
    write_table, seen = jobs.write_table, []

    def cancel_then_write(file, table, format, tick, **more):
        seen.append(left_over(settings))
        ExportJob.objects.get(pk=job.pk).cancel(by=budi)
        return write_table(file, table, format, tick, **more)

    monkeypatch.setattr(jobs, "write_table", cancel_then_write)
    with django_capture_on_commit_callbacks(execute=True):
        work()
    job.refresh_from_db()
    assert (job.status, job.file.name) == (Status.CANCELLED, "")
    assert [len(files) for files in seen] == [1] and left_over(settings) == []


def test_a_killed_worker_leaves_no_half_file_and_its_export_starts_anew(
    client, stays, budi, settings, django_capture_on_commit_callbacks
):
    client.force_login(budi)
    job = ask(client)
    DBTaskResult.objects.all().delete()  # the dead worker had taken its message with it
    assert job.start()
    half = Path(job.file.storage.path(job.file.name))
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half a file")
    with django_capture_on_commit_callbacks(execute=True):
        work()
    job.refresh_from_db()
    assert job.status == Status.DONE and not half.exists()
    assert left_over(settings) == [Path(job.file.name).name]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_worker_takes_the_message(client, melati, budi, long_lists, settings):
    for _ in range(3):
        make_stay(melati, by=budi)
    client.force_login(budi)
    jobs_asked = [ask(client), ask(client, format="csv")]
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)
    before = [signal.getsignal(number) for number in numbers]
    try:
        call_command("export_worker", sekali=True)
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
    assert [ExportJob.objects.get(pk=job.pk).status for job in jobs_asked] == [Status.DONE, Status.DONE]
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert len(left_over(settings)) == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_a_living_worker_makes_is_left_alone(today, melati, budi):
    job = ExportJob.ask(
        by=budi, listing="masa-tinggal", title="x", name="x", query="", chosen="", reason="x", format="csv", rows=1
    )
    job.start()
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [6301, job.pk])
        assert ExportJob.objects.put_back() == 0
    finally:
        other.close()
    deadline = time.monotonic() + 5  # the server notices the end of a session when it notices
    while not ExportJob.objects.put_back() and time.monotonic() < deadline:
        pass
    job.refresh_from_db()
    assert job.status == Status.WAITING


def test_a_full_disk_is_told_and_nothing_is_left(client, stays, budi, settings, django_capture_on_commit_callbacks):
    client.force_login(budi)
    job = ask(client)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, limits[1]))  # no file of this process may grow beyond that
    try:
        with django_capture_on_commit_callbacks(execute=True):
            jobs.make_export.call()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    job.refresh_from_db()
    assert (job.status, job.file.name, left_over(settings)) == (Status.FAILED, "", [])
    assert "Penyimpanan server penuh" in client.get(reverse("reports:export_list")).content.decode()


def test_without_room_none_begins(client, stays, budi, settings):
    settings.EXPORT_ROOM = 2**62
    client.force_login(budi)
    job = ask(client)
    work()
    job.refresh_from_db()
    assert (job.status, "Penyimpanan server penuh" in job.error) == (Status.FAILED, True)


def test_a_short_list_on_a_full_disk_is_refused_in_a_sentence(today, client, melati, budi, monkeypatch):
    make_stay(melati, by=budi)
    client.force_login(budi)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, limits[1]))
    try:
        url = reverse("reports:listing_export", args=["masa-tinggal"])
        response = client.post(url, {"reason": "x", "format": "xlsx"})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "Penyimpanan server penuh" in response.content.decode()
    assert not AuditEvent.objects.filter(action="stays.exported").exists()


def test_rights_are_those_of_the_moment(client, stays, budi, melati):
    client.force_login(budi)
    early, late = ask(client), ask(client, "?status=resident")
    jobs.make_export.call()
    Membership.objects.update(ended_on=timezone.localdate())
    assert client.get(file_url(early)).status_code == 403
    jobs.make_export.call()
    late.refresh_from_db()
    assert late.status == Status.FAILED and "Hak Anda" in late.error


def test_one_at_a_time_per_person_and_turns_for_all(client, stays, melati, kenanga, budi, citra):
    for _ in range(3):
        make_stay(kenanga, by=citra)
    client.force_login(budi)
    first, second = ask(client), ask(client, "?status=resident")
    client.force_login(citra)
    third = ask(client)
    assert first.start()
    assert not second.start()  # budi's own first one is running
    assert list(ExportJob.objects.waiting()) == [third]
    first.fail("x")
    assert list(ExportJob.objects.waiting()) == [third, second]  # whose turn has not come yet


def test_the_queue_of_one_person_is_short(client, stays, budi, settings):
    client.force_login(budi)
    settings.EXPORT_WAITING = 1
    ask(client)
    url = reverse("reports:listing_export", args=["masa-tinggal"])
    refused = client.post(url, {"reason": "x", "format": "csv"})
    assert "Masih ada ekspor Anda yang belum selesai." in refused.content.decode()
    assert ExportJob.objects.count() == 1


def test_a_failure_of_ours_is_a_sentence_and_stands_in_the_log(
    client, stays, budi, settings, django_capture_on_commit_callbacks
):
    client.force_login(budi)
    job = ask(client)
    ExportJob.objects.update(listing="tidak-ada")
    with pytest.raises(KeyError), django_capture_on_commit_callbacks(execute=True):
        jobs.make_export.call()
    job.refresh_from_db()
    assert (job.status, "kesalahan pada program" in job.error, left_over(settings)) == (Status.FAILED, True, [])
