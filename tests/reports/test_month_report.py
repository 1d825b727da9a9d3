"""A month from draft to signature, and what a signature keeps."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from cases.models import AuditEvent, Letter, Merge, Standin
from cases.permissions import Role
from reports.models import MonthReport, MonthReportPerson
from reports.month import Month
from reports.monthly.figures import month_figures
from tests.factories import make_client, make_service, make_shelter, make_stay, make_user
from tests.reports.months import FEBRUARY, make_month, sign


@pytest.fixture
def february(today, melati, sari):
    return make_month(melati, sari)


@pytest.fixture
def signed(february, melati, sari, budi):
    return sign(melati, FEBRUARY, worker=sari, head=budi)


def refused(act, *args, **values):
    with pytest.raises(ValidationError) as error:
        act(*args, **values)
    return " ".join(error.value.messages)


def test_figures_are_plain_values_by_section(february, melati):
    figures = month_figures(melati, FEBRUARY)
    assert list(figures)[:3] == ["about", "spm", "recap"]
    assert (figures["about"]["period"], figures["about"]["is_provisional"]) == ("2026-02", False)
    kind = next(one for one in figures["spm"]["types"] if one["code"] == "REG_GEPENG")
    assert (kind["in_scope"], kind["served"], kind["percent"]) == (2, 0, "0.00")
    guidance = next(line for line in kind["services"] if line["slug"] == "guidance")
    assert (guidance["needed"], guidance["fulfilled"], guidance["percent"]) == (2, 1, "50.00")
    assert figures["recap"]["movements"][1] == {"key": "arrivals", "label": "Masuk", "value": 2}


def test_a_signature_freezes_figures_people_number_and_digest(signed, february, melati, budi):
    signed.refresh_from_db()
    assert signed.status == MonthReport.Status.SIGNED
    assert str(signed.letter) == "400.9/001/MLT/2026"
    assert signed.letter.kind == Letter.Kind.MONTH_REPORT
    assert signed.figures["recap"] == month_figures(melati, FEBRUARY)["recap"]
    assert signed.figures["signature"]["name"] == "Budi"
    person = signed.people.get(service_type="REG_GEPENG", client_id=february[0].client_id)
    assert (person.client_number, person.served) == (february[0].client.number, False)
    assert (person.services["guidance"], person.services["food"]) == ("fulfilled", "missing")
    counted = signed.people.get(service_type="", client_id=february[0].client_id).counted
    assert (counted["arrivals"], counted["nights"], counted["closing"]) == (1, 28, 1)
    assert signed.broken() == []
    assert AuditEvent.objects.filter(action="monthreport.signed").count() == 1


def test_the_parts_of_the_recap_add_up_to_the_whole(signed):
    whole = {line["key"]: line["value"] for part in ("movements", "volumes") for line in signed.figures["recap"][part]}
    rows = signed.people.filter(service_type="").values_list("counted", flat=True)
    assert {key: sum(row.get(key, 0) for row in rows) for key in whole} == whole


def test_the_paper_is_stored_and_reprinted_byte_for_byte(february, melati, sari, budi):
    report = sign(melati, FEBRUARY, worker=sari, head=budi, printed=True)
    report.refresh_from_db()
    first = report.print_once()
    assert first.startswith(b"%PDF-")
    budi.name = "Budi Lain"
    budi.save()
    assert MonthReport.objects.get(pk=report.pk).print_once() == first
    report.pdf.storage.delete(report.pdf.name)
    assert report.broken() == ["berkas PDF tidak ada"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE reports_monthreport SET figures = '{}'",
        "UPDATE reports_monthreport SET status = 'draft'",
        "UPDATE reports_monthreport SET status = 'superseded', digest = 'x'",
        "DELETE FROM reports_monthreport",
        "UPDATE reports_monthreportperson SET served = true",
        "DELETE FROM reports_monthreportperson",
        "INSERT INTO reports_monthreportperson (report_id, service_type, client_id, client_number, served, services, "
        "counted) SELECT report_id, 'PROV_CHILD', 1, 'x', true, '{}', '{}' FROM reports_monthreportperson LIMIT 1",
    ],
)
def test_the_database_lets_nobody_change_what_was_signed(signed, sql):
    with pytest.raises(IntegrityError, match="never change"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert signed.broken() == []


def test_the_digest_notices_tampering_by_whoever_goes_round_the_triggers(signed):
    call_command("check_reports")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE reports_monthreportperson DISABLE TRIGGER USER")
        cursor.execute("UPDATE reports_monthreportperson SET served = true WHERE service_type <> ''")
        cursor.execute("ALTER TABLE reports_monthreportperson ENABLE TRIGGER USER")
    assert signed.broken() == ["angka atau daftar orangnya berubah"]
    with pytest.raises(CommandError, match="1 kerusakan dalam 1 laporan"):
        call_command("check_reports")


def test_nobody_signs_what_they_handed_in_where_two_people_work(february, melati, sari, budi):
    report = MonthReport.submit(melati, FEBRUARY, by=budi)
    assert "orang lain" in refused(report.sign, by=budi, printed=False)
    alone = make_shelter("dahlia", code="DHL")
    head = make_user("hana", Role.HEAD, alone)
    make_month(alone, head)
    assert sign(alone, FEBRUARY, worker=head, head=head).letter


def test_only_whoever_works_there_hands_in_and_only_a_head_signs(february, melati, sari, oka, citra, dewi, budi):
    for stranger in (oka, citra, dewi):
        assert "pegawai panti ini" in refused(MonthReport.submit, melati, FEBRUARY, by=stranger)
    report = MonthReport.submit(melati, FEBRUARY, by=budi)
    for stranger in (sari, oka, citra, dewi):
        assert "pegawai panti ini" in refused(report.sign, by=stranger, printed=False)


def test_a_stand_in_signs_as_such(february, melati, sari, budi, citra, today):
    Standin(shelter=melati, user=citra, first_on=today, until=today, reason="Cuti").name(by=budi)
    report = sign(melati, FEBRUARY, worker=sari, head=citra)
    assert report.signed_as.user == citra
    assert report.figures["signature"]["role"] == "Plh. Kepala Rumah Singgah Melati"


def test_signed_once(signed, budi):
    assert "Ditandatangani" in refused(signed.sign, by=budi, printed=False)
    assert Letter.objects.filter(kind="month_report").count() == 1


def test_a_returned_report_is_handed_in_again(february, melati, sari, budi):
    report = MonthReport.submit(melati, FEBRUARY, by=sari)
    assert "Tulis" in refused(report.return_to_draft, by=budi, reason="")
    report.return_to_draft(by=budi, reason="Lengkapi kehadiran")
    assert "Konsep" in refused(report.sign, by=budi, printed=False)
    assert sign(melati, FEBRUARY, worker=sari, head=budi) == report


@pytest.mark.parametrize("month, words", [(Month(2026, 3), "belum selesai"), (Month(2026, 5), "belum selesai"),
                                          (Month(2026, 1), "belum mencatat penghuni")])  # fmt: skip
def test_a_month_that_is_not_over_or_before_the_first_stay(february, melati, sari, month, words):
    assert words in refused(MonthReport.submit, melati, month, by=sari)


def test_the_month_is_over_by_the_clock_of_the_shelter(today, db):
    """At 16.30 UTC on 31 March it is April in Makassar and still March in Jakarta."""
    places = [make_shelter("anggrek", time_zone="Asia/Makassar"), make_shelter("mawar", time_zone="Asia/Jakarta")]
    workers = [make_user(f"w{number}", Role.WORKER, place) for number, place in enumerate(places)]
    with time_machine.travel("2026-03-31T16:30:00Z", tick=False):
        for place, worker in zip(places, workers, strict=True):
            make_month(place, worker, Month(2026, 3), people=1)
        assert MonthReport.submit(places[0], Month(2026, 3), by=workers[0]).status == "submitted"
        assert "belum selesai" in refused(MonthReport.submit, places[1], Month(2026, 3), by=workers[1])


def test_29_february_counts(today, melati, sari, budi):
    leap = Month(2024, 2)
    make_month(melati, sari, leap, people=1)
    report = sign(melati, leap, worker=sari, head=budi)
    nights = next(line["value"] for line in report.figures["recap"]["volumes"] if line["key"] == "nights")
    assert nights == 29


def test_what_makes_a_figure_wrong_holds_it_back_until_the_head_says_why(february, melati, sari, budi):
    make_stay(melati, by=sari, entered_on=date(2026, 2, 3), category=None)
    assert "1 hal yang membuat angka keliru" in refused(MonthReport.submit, melati, FEBRUARY, by=sari)
    assert "pegawai panti ini" in refused(MonthReport.allow_gaps, melati, FEBRUARY, by=sari, reason="Uji")
    MonthReport.allow_gaps(melati, FEBRUARY, by=budi, reason="Belum dapat diwawancarai")
    report = sign(melati, FEBRUARY, worker=sari, head=budi)
    assert report.figures["gaps_reason"] == "Belum dapat diwawancarai"
    assert report.figures["gaps"][0]["count"] == 1


def test_merging_files_later_changes_nothing_of_what_was_signed(signed, february, budi):
    kept, dropped = february[0].client, make_client("Klien Lain")
    frozen = ("service_type", "client_id", "client_number", "counted", "services")
    before = list(signed.people.values_list(*frozen))
    Merge.perform(dropped, kept, {}, by=budi)
    again = MonthReport.objects.get(pk=signed.pk)
    assert again.figures == signed.figures
    assert list(again.people.values_list(*frozen)) == before
    assert again.broken() == []


def test_in_force_is_the_signed_revision_of_each_month(signed, february, melati, kenanga, sari, budi):
    def found(shelters, months):
        return list(MonthReport.objects.in_force(shelters, months))

    assert found([melati], [FEBRUARY]) == [signed]
    assert found([melati], [Month(2026, 1)]) == found([kenanga], [FEBRUARY]) == []
    make_service(february[1], "guidance", date(2026, 2, 5))
    ralat = sign(melati, FEBRUARY, worker=sari, head=budi, reason="Layanan tertinggal")
    assert found([melati], [FEBRUARY]) == [ralat]
    assert str(ralat.letter) == "400.9/001/MLT/2026.R1"
    assert MonthReportPerson.objects.filter(report=signed).exists()
