"""Several people at once: a month signed twice, rows that arrive while it is signed, a disk that is full."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import connection, connections

from cases.models import Letter, ServiceRecord
from cases.permissions import Role
from reports.models import MonthReport, MonthReportPerson
from reports.monthly import signing
from reports.monthly.signing import differences_of
from tests.factories import make_service, make_user
from tests.reports.months import FEBRUARY, make_month, sign

ALONE = pytest.mark.django_db(transaction=True, serialized_rollback=True)


class FullDisk(FileSystemStorage):
    """Takes the first half of a file, then there is no room left."""

    def _save(self, name, content):
        half = content.read()[: content.size // 2]
        content.file.seek(0)
        super()._save(name, type(content)(half))
        raise OSError(28, "No space left on device")


def in_threads(*acts):
    """Runs all at the same moment, each on a connection of its own; what came of each."""
    barrier = threading.Barrier(len(acts))

    def run(act):
        try:
            barrier.wait(timeout=30)
            return act()
        except ValidationError as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@ALONE
def test_two_heads_sign_at_once_and_one_is_refused_politely(today, melati, sari, budi):
    other = make_user("bowo", Role.HEAD, melati, name="Bowo")
    make_month(melati, sari)
    report = MonthReport.submit(melati, FEBRUARY, by=sari)

    def signing_by(head):
        return lambda: MonthReport.objects.get(pk=report.pk).sign(by=head, printed=False) or head

    answers = in_threads(signing_by(budi), signing_by(other))
    refusals = [answer for answer in answers if isinstance(answer, ValidationError)]
    assert len(refusals) == 1 and "Ditandatangani" in refusals[0].messages[0]
    report.refresh_from_db()
    assert report.signed_by in (budi, other) and report.broken() == []
    assert Letter.objects.count() == 1 and MonthReportPerson.objects.filter(report=report).count() == 4


@ALONE
def test_a_row_that_arrives_while_it_is_signed_is_wholly_out(today, melati, sari, budi):
    """Others are not held up; and the month notices afterwards that it differs."""
    stays = make_month(melati, sari)
    report = MonthReport.submit(melati, FEBRUARY, by=sari)
    wrote = []

    def write_meanwhile(path):
        """Called once in the middle of signing, between the figures and the paper."""

        def write():
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '1s'")
            make_service(stays[1], "guidance", date(2026, 2, 9))
            wrote.append(ServiceRecord.objects.count())

        assert in_threads(write) == [None]
        return path

    report.sign(by=budi, address=write_meanwhile)
    assert len(wrote) == 1
    report.refresh_from_db()
    frozen = {row.client_id: row.services for row in report.people.filter(service_type="REG_GEPENG")}
    assert frozen[stays[1].client_id]["guidance"] == "missing"
    kind = next(one for one in report.figures["spm"]["types"] if one["code"] == "REG_GEPENG")
    guidance = next(line for line in kind["services"] if line["slug"] == "guidance")
    assert (guidance["needed"], guidance["fulfilled"]) == (2, 1)
    assert [one["client"] for one in differences_of(report)["people"]] == [stays[1].client_id]


@ALONE
def test_figures_and_people_agree_while_many_rows_arrive(today, melati, sari, budi):
    stays = make_month(melati, sari)
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set() and number < 200:
            make_service(stays[number % 2], "clothing", date(2026, 2, 1) + timedelta(days=number % 28))
            number += 1

    def sign_it():
        try:
            return sign(melati, FEBRUARY, worker=sari, head=budi)
        finally:
            stop.set()

    report = in_threads(sign_it, write)[0]
    assert isinstance(report, MonthReport), report
    kind = next(one for one in report.figures["spm"]["types"] if one["code"] == "REG_GEPENG")
    for line in kind["services"]:
        states = [row.services.get(line["slug"]) for row in report.people.filter(service_type="REG_GEPENG")]
        assert states.count("fulfilled") == line["fulfilled"]


def test_a_full_disk_leaves_no_half_report(today, melati, sari, budi, settings, tmp_path):
    make_month(melati, sari)
    report = MonthReport.submit(melati, FEBRUARY, by=sari)
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "tests.reports.test_month_together.FullDisk",
            "OPTIONS": {"location": tmp_path / "full", "base_url": None},
        }
    }
    with pytest.raises(ValidationError) as error:
        report.sign(by=budi)
    assert error.value.messages == [signing.FULL]
    again = MonthReport.objects.get(pk=report.pk)
    assert (again.status, again.letter, again.digest, again.figures) == ("submitted", None, "", {})
    assert not Letter.objects.exists() and not MonthReportPerson.objects.exists()
    assert [file for file in (tmp_path / "full").rglob("*") if file.is_file()] == []
