"""What fills the monthly report: movements, meals, work and texts; frozen with the signature, printed and enclosed."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, connections, transaction

from cases.models import AuditEvent
from reports.contents.meals import meals
from reports.contents.movements import group_of, movements
from reports.contents.work import work
from reports.models import MealRate, MonthReport, MonthText
from reports.month import Month
from reports.monthly.documents import draft_document
from reports.monthly.figures import Reading, month_figures
from tests.factories import make_client, make_day, make_ended_stay, make_need, make_service, make_stay
from tests.reports.months import FEBRUARY, make_month, sign


@pytest.fixture
def february(today, melati, sari):
    return make_month(melati, sari)


def settle(dewi, amount, valid_from, shelter=None, **values):
    return MealRate.settle(
        by=dewi, shelter=shelter, amount=amount, valid_from=valid_from, source="Pergub contoh", **values
    )


def meals_of(shelter, month=FEBRUARY):
    return meals(Reading(shelter, month))


def test_a_rate_that_changes_in_mid_month_counts_from_its_day_on(february, melati, dewi):
    settle(dewi, 30_000, date(2026, 1, 1))
    settle(dewi, 35_000, date(2026, 2, 15))
    found = meals_of(melati)
    assert [(span["first"], span["last"], span["persons"], span["rupiah"]) for span in found["spans"]] == [
        ("2026-02-01", "2026-02-14", 28, 840_000), ("2026-02-15", "2026-02-28", 28, 980_000),
    ]  # fmt: skip
    assert (found["persons"], found["rupiah"], found["unrated_days"]) == (56, 1_820_000, 0)


def test_portions_come_from_records_and_the_absent_do_not_eat(february, melati, dewi):
    settle(dewi, 30_000, date(2026, 1, 1))
    make_service(february[0], "food", date(2026, 2, 3), 3)
    make_service(february[1], "food", date(2026, 2, 3), 2)
    make_day(february[1], date(2026, 2, 4), "izin")
    found = meals_of(melati)
    assert (found["persons"], found["portions"], found["eaters"], found["rupiah"]) == (55, 5, 2, 55 * 30_000)


def test_a_day_without_a_rate_is_said_to_have_none_and_never_costs_zero(february, melati, dewi, client, budi):
    settle(dewi, 30_000, date(2026, 2, 20))
    found = meals_of(melati)
    assert found["unrated_days"] == 19
    assert (found["spans"][0]["rate"], found["spans"][0]["rupiah"]) == (None, None)
    assert found["rupiah"] == 9 * 2 * 30_000
    html = draft_document(melati, FEBRUARY).html()
    assert "belum ditetapkan" in html
    assert "Pada 19 hari indeks belum ditetapkan; hari yang berindeks berjumlah Rp540.000" in html


def test_the_rate_of_the_shelter_itself_goes_before_that_of_all(february, melati, kenanga, dewi):
    settle(dewi, 30_000, date(2026, 1, 1))
    settle(dewi, 40_000, date(2026, 2, 1), shelter=melati, valid_to=date(2026, 2, 7))
    settle(dewi, 90_000, date(2026, 1, 1), shelter=kenanga)
    assert [(span["rate"], span["persons"]) for span in meals_of(melati)["spans"]] == [(40_000, 14), (30_000, 42)]


def test_rates_never_overlap_whoever_writes_them(today, melati, dewi):
    settle(dewi, 30_000, date(2026, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        MealRate.objects.create(amount=1, valid_from=date(2026, 3, 1), source="dua")
    with pytest.raises(ValidationError, match="sesudah itu"):
        settle(dewi, 25_000, date(2025, 12, 1))
    assert MealRate.objects.get().valid_to is None


def test_the_parts_of_the_movements_make_the_recap(today, melati, sari):
    make_stay(melati, by=sari, entered_on=date(2026, 1, 5), client=make_client(sex="P", birth_date=date(1950, 1, 1)))
    make_stay(melati, by=sari, entered_on=date(2026, 2, 5), client=make_client(sex="L", birth_date=date(2020, 2, 28)))
    make_ended_stay(melati, date(2026, 2, 1), date(2026, 2, 9), by=sari)
    reading = Reading(melati, FEBRUARY)
    found, recap = movements(reading), reading.recap
    assert found["sexes"] == ["L", "P", "?"]
    assert [sum(flow) for flow in found["total"]["flows"]] == [
        recap.opening, recap.arrivals, recap.departures, recap.closing,
    ]  # fmt: skip
    assert found["total"]["nights"] == recap.nights
    by_label = {row["label"]: row for row in found["rows"]}
    assert by_label["60 tahun ke atas"]["flows"][0] == [0, 1, 0]
    assert by_label["6–17 tahun"]["flows"][1] == [1, 0, 0]  # six on the month's last day
    assert by_label["Usia tidak diketahui"]["flows"][2] == [0, 0, 1]
    for row in found["rows"]:
        opening, came, left, closing = map(sum, row["flows"])
        assert opening + came - left == closing


@pytest.mark.parametrize(
    ("age", "label"),
    [(0, "0–5 tahun"), (5, "0–5 tahun"), (6, "6–17 tahun"), (17, "6–17 tahun"), (18, "18–59 tahun"),
     (59, "18–59 tahun"), (60, "60 tahun ke atas"), (104, "60 tahun ke atas")],
)  # fmt: skip
def test_the_edges_of_the_age_groups(age, label):
    assert group_of(age) == label


def test_work_counts_what_happened_in_the_month_and_what_is_open_at_its_end(february, melati):
    stay = february[0]
    make_need(stay, "clothing", date(2026, 2, 2), date(2026, 2, 20), "terpenuhi")
    make_need(stay, "guidance", date(2026, 2, 3), date(2026, 3, 2), "terpenuhi")
    make_need(stay, "assistive_device", date(2026, 2, 4), date(2026, 2, 28), "ditolak")
    make_need(stay, "emergency", date(2026, 3, 1))
    found = {line["key"]: line["value"] for part in work(Reading(melati, FEBRUARY)) for line in part["lines"]}
    assert [found[f"needs_{key}"] for key in ("opened", "fulfilled", "dropped", "open")] == [3, 1, 1, 1]
    assert found["incidents"] == found["referrals_sent"] == found["sessions"] == 0


def test_texts_are_frozen_with_the_signature_and_refused_after_it(february, melati, sari, budi):
    MonthText.write(melati, FEBRUARY, by=sari, problems="Air mati dua hari.")
    report = sign(melati, FEBRUARY, worker=sari, head=budi)
    with pytest.raises(ValidationError, match="sudah ditandatangani"):
        MonthText.write(melati, FEBRUARY, by=sari, problems="Tidak ada.")
    report.refresh_from_db()
    texts = {part["key"]: part["text"] for part in report.figures["contents"]["texts"]}
    assert texts == {"highlights": "", "problems": "Air mati dua hari.", "follow_up": ""}
    [event] = AuditEvent.objects.filter(action="monthtext.changed")
    assert event.details["changed"]["problems"] == ["", "Air mati dua hari."]


def test_a_text_may_be_changed_while_a_ralat_is_open(february, melati, sari, budi):
    sign(melati, FEBRUARY, worker=sari, head=budi)
    make_service(february[1], "guidance", date(2026, 2, 5))
    MonthReport.submit(melati, FEBRUARY, by=sari, reason="Bimbingan belum tercatat")
    MonthText.write(melati, FEBRUARY, by=sari, follow_up="Dicatat sekarang.")
    assert MonthText.objects.get().follow_up == "Dicatat sekarang."


def test_a_later_rate_for_a_signed_month_shows_as_a_difference(february, melati, sari, budi, dewi, client):
    settle(dewi, 30_000, date(2026, 1, 1))
    sign(melati, FEBRUARY, worker=sari, head=budi)
    settle(dewi, 31_000, date(2026, 2, 1))
    client.force_login(budi)
    text = client.get("/spm/melati/2026/2/selisih/").content.decode()
    assert "Permakanan" in text
    assert "1.680.000" in text
    assert "1.736.000" in text


def test_the_page_writes_texts_and_shows_a_clash(february, melati, client, sari, budi):
    client.force_login(sari)
    url = "/spm/melati/2026/2/teks/"
    was = {f"initial-{name}": "" for name in ("highlights", "problems", "follow_up")}
    MonthText.write(melati, FEBRUARY, by=budi, problems="Kata Budi")
    page = client.post(url, was | {"problems": "Kata Sari", "highlights": "Panen", "follow_up": ""})
    assert "Kata Budi" in page.content.decode()
    assert MonthText.objects.get().values()["problems"] == "Kata Budi"
    typed = was | {"initial-problems": "Kata Budi", "problems": "Kata Sari", "highlights": "Panen", "follow_up": ""}
    assert client.post(url, typed).status_code == 302
    assert MonthText.objects.get().values() == {"highlights": "Panen", "problems": "Kata Sari", "follow_up": ""}


@pytest.mark.parametrize(("who", "status"), [("oka", 403), ("citra", 404), ("dewi", 403), ("budi", 200)])
def test_who_may_write_the_texts(who, status, request, february, client):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/spm/melati/2026/2/teks/").status_code == status


def test_the_department_settles_a_rate_once_and_sees_what_is_wrong(today, melati, client, dewi, budi):
    client.force_login(dewi)
    sent = {"key": "0a0e6f0e-0000-4000-8000-000000000001", "amount": "32.500", "valid_from": "2026-01-01",
            "source": "Pergub 1/2026"}  # fmt: skip
    assert "Tulis dasar hukum" in client.post("/standar/permakanan/baru/", sent | {"source": ""}).content.decode()
    for _ in range(2):
        assert client.post("/standar/permakanan/baru/", sent).status_code == 302
    assert MealRate.objects.get().amount == 32_500
    assert "Rp32.500" in client.get("/standar/permakanan/").content.decode()
    client.force_login(budi)
    assert client.get("/standar/permakanan/").status_code == 403


@pytest.fixture
def paper(february, melati, sari, dewi):
    settle(dewi, 30_000, date(2026, 1, 1))
    MonthText.write(melati, FEBRUARY, by=sari, problems="Air mati dua hari.")
    figures = month_figures(melati, FEBRUARY)
    with pikepdf.open(io.BytesIO(draft_document(melati, FEBRUARY).pdf())) as pdf:
        yield pdf, figures


def test_the_paper_is_tagged_archival_indonesian_and_carries_its_figures(paper):
    pdf, figures = paper
    with pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "U")
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == "id"
    assert [str(spec.AFRelationship) for spec in pdf.Root.AF] == ["/Data"]
    [name] = pdf.attachments
    assert name == "spm-melati-2026-02.csv"
    file = pdf.attachments[name].get_file()
    assert file.mime_type == "text/csv"
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig")), delimiter=";"))
    said = {tuple(row[:3]): row[3] for row in rows[1:]}
    kind = next(one for one in figures["spm"]["types"] if one["code"] == "REG_GEPENG")
    assert said["SPM", kind["label"], "Sasaran"] == str(kind["in_scope"]) == "2"
    for line in figures["recap"]["movements"]:
        assert said["Mutasi", "", line["label"]] == str(line["value"])
    for part in figures["contents"]["work"]:
        for line in part["lines"]:
            assert said["Kegiatan bulan ini", part["title"], line["label"]] == str(line["value"])
    assert said["Permakanan", "Sebulan", "Biaya"] == str(figures["contents"]["meals"]["rupiah"]) == "1680000"
    assert said["Permakanan", "2026-02-07", "Jiwa"] == "2"


def test_an_older_signed_report_without_these_parts_still_prints(february, melati):
    from reports.monthly.documents import document  # noqa: PLC0415

    figures = {name: part for name, part in month_figures(melati, FEBRUARY).items() if name != "contents"}
    html = document(melati, figures, {"date": "2026-03-01", "place": "", "role": "", "name": ""}, "x.pdf").html()
    assert "Mutasi penghuni" in html
    assert "E. Permakanan" not in html


def test_a_month_before_anybody_came_has_no_meals(today, melati):
    found = month_figures(melati, Month.of(date(2025, 1, 1)))["contents"]
    assert found["meals"]["spans"] == []
    assert found["movements"]["total"]["nights"] == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_text_that_is_stored_while_somebody_signs_is_in_what_is_signed(today, melati, sari, budi):
    make_month(melati, sari)
    report = MonthReport.submit(melati, FEBRUARY, by=sari)

    def sign_it():
        try:
            MonthReport.objects.get(pk=report.pk).sign(by=budi, printed=False)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            MonthText.write(melati, FEBRUARY, by=sari, problems="Ditulis sesaat sebelumnya.")
            signing = pool.submit(sign_it)
            while not waits_for_a_lock():  # its snapshot is taken, and knows nothing of the text
                assert not signing.done()
        signing.result(timeout=30)
    report.refresh_from_db()
    texts = {part["key"]: part["text"] for part in report.figures["contents"]["texts"]}
    assert (report.status, texts["problems"]) == ("signed", "Ditulis sesaat sebelumnya.")


def waits_for_a_lock():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)"
            " WHERE NOT granted AND datname = current_database()"
        )
        return cursor.fetchone()[0]
