"""Scenario 23: a correction after the report was signed; and 3: a merge taken back changes no signed month."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cases.models import Merge
from cases.permissions import Role
from cases.unmerge import undo
from reports.models import MonthReport
from reports.month import Month
from reports.monthly.figures import month_figures
from reports.monthly.signing import differences_of
from reports.spm.month import spm_month
from tests.factories import category, make_client, make_service, make_stay, make_user, reason
from tests.reports.months import make_month, sign

MARCH, APRIL = Month(2026, 3), Month(2026, 4)


def at(day):
    return time_machine.travel(f"{day}T03:00:00Z", tick=False)


def page(client, user, url):
    client.force_login(user)
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def url(name, *more, month=MARCH):
    return reverse(f"reports:{name}", args=["melati", month.year, month.number, *more])


@pytest.fixture
def rini(melati):
    return make_user("rini", Role.WORKER, melati, name="Rini")


@pytest.fixture
def wulan(melati):
    return make_user("wulan", Role.HEAD, melati, name="Wulan")


@pytest.fixture
def march(melati, rini, wulan):
    """Signed by Wulan on 3 April: K7, and one more, the whole month through."""
    with at("2026-04-03"):
        k7, _ = make_month(melati, rini, MARCH)
        k7.client.name = "Kartini"
        k7.client.save()
        report = sign(melati, MARCH, worker=rini, head=wulan, printed=True)
    return report, k7


@pytest.mark.django_db
def test_a_correction_after_the_signature(client, melati, rini, wulan, dewi, march):
    report, k7 = march
    first = report.print_once()

    with at("2026-04-09"):
        # (a) K7 is of another category: corrected on the page as ever, which says what it bears on.
        client.force_login(rini)
        form = client.get(reverse("cases:stay_edit", args=[k7.pk])).context["form"]
        data = {name: value for name, value in form.initial.items() if value is not None}
        data |= {"category": category("08").pk}
        answer = client.post(reverse("cases:stay_edit", args=[k7.pk]), data, follow=True)
        assert "Memengaruhi laporan yang sudah ditandatangani: Maret 2026" in answer.content.decode()
        # (b) K9 slept here on 30 and 31 March, left on 1 April, and was never entered.
        k9 = make_stay(
            melati, by=rini, entered_on=date(2026, 3, 30), client=make_client("Kasiman"), category=category("12")
        )
        k9.discharge(by=rini, on=date(2026, 4, 1), reason=reason("mandiri"))

        shown = page(client, wulan, url("spm_month"))
        assert "Data berubah sejak ditandatangani" in shown
        assert "<dt>Masuk</dt><dd>2 orang</dd>" in shown  # the figures stay as they were signed
        assert MonthReport.objects.get(pk=report.pk).print_once() == first

        lines = {line["label"]: (line["before"], line["after"]) for line in differences_of(report)["lines"]}
        assert lines["Masuk"] == (2, 3)
        assert lines["Malam di panti"] == (62, 64)
        assert lines["Orang yang dilayani"] == (2, 3)
        assert lines["Keadaan akhir"] == (2, 3)
        assert (lines["Gelandangan"], lines["Lanjut usia terlantar"], lines["Pengemis"]) == ((2, 1), (0, 1), (0, 1))
        seen = page(client, wulan, url("month_differences"))
        assert "Kartini" in seen and "Kasiman" in seen
        assert "Data masa tinggal diubah: kategori – Kartini" in seen and "Klien diterima – Kasiman" in seen
        blind = page(client, dewi, url("month_differences"))
        assert "Kartini" not in blind and f"Klien {k9.client.number}" in blind

        # Nobody signs: the department sees the difference, the year keeps the signed revision.
        assert "Maret 2026 – Rumah Singgah Melati" in page(client, dewi, reverse("reports:month_differing"))
        assert MonthReport.objects.in_force([melati], [MARCH]).get() == report

    with at("2026-04-10"):
        ralat = sign(melati, MARCH, worker=rini, head=wulan, reason="Satu klien belum tercatat", printed=True)
        assert str(ralat.letter) == f"{report.letter}.R1"
        assert ralat.differences["people"] and ralat.differences["causes"][0]["by"] == "Rini"
        assert MonthReport.objects.in_force([melati], [MARCH]).get() == ralat
        assert MonthReport.objects.get(pk=report.pk).print_once() == first

        client.logout()
        checked = client.get(report.letter.get_verification_url()).content.decode()
        assert "<dt>Diganti oleh</dt><dd>R1</dd>" in checked and "Kartini" not in checked
        assert "Berlaku" in client.get(ralat.letter.get_verification_url()).content.decode()

        history = page(client, wulan, url("month_history"))
        assert "Diganti oleh R1" in history and "Satu klien belum tercatat" in history
        assert "Kasiman" in history

        opening = month_figures(melati, APRIL)["recap"]["movements"][0]
        closing = ralat.figures["recap"]["movements"][3]
        assert (opening["label"], opening["value"]) == ("Keadaan awal", closing["value"]) == ("Keadaan awal", 3)


@pytest.mark.django_db
def test_a_merge_taken_back_changes_no_signed_month_silently(client, melati, rini, wulan, today):
    with at("2026-04-03"):
        make_month(melati, rini, MARCH)
        kept = make_client("Slamet Riyanto")
        stay = make_stay(melati, by=rini, client=kept, entered_on=date(2026, 3, 20), service_type_id="REG_GEPENG")
        dropped = stay_of_other(melati, rini)
        merge = Merge.perform(kept, dropped, {}, by=wulan)
        make_service(stay, "guidance", date(2026, 3, 21))
        report = sign(melati, MARCH, worker=rini, head=wulan)
        in_scope = spm_month(melati, MARCH).of_type("REG_GEPENG").in_scope
    with at("2026-04-08"):
        assert differences_of(report) == {}
        undo(merge, by=wulan, owners={})
        found = differences_of(report)
        assert {one["client"] for one in found["people"]} == {kept.pk, dropped.pk}
        assert report.figures == MonthReport.objects.get(pk=report.pk).figures
        assert any("enggabungan" in cause["what"] for cause in found["causes"])
        assert "Data berubah sejak ditandatangani" in page(client, wulan, url("spm_month"))
        assert len(in_scope) + 1 == len(spm_month(melati, MARCH).of_type("REG_GEPENG").in_scope)


def stay_of_other(melati, by):
    other = make_client("Slamet Riyadi")
    make_stay(melati, by=by, client=other, entered_on=date(2026, 3, 5), service_type_id="REG_GEPENG").discharge(
        by=by, on=date(2026, 3, 8), reason=reason("mandiri")
    )
    return other
