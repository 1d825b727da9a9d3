"""What the survey found: shown when it is closed, frozen when it is told, followed up where it was judged worst."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import AuditEvent
from reports.models import (
    OldSurveyFigure,
    SurveyAction,
    SurveyClass,
    SurveyElement,
    SurveyPublication,
    SurveyResponse,
    SurveyText,
)
from reports.survey.documents import report_document, sheet_document
from reports.survey.figures import figures_of
from reports.survey.published import published_results
from reports.survey.result import result_of
from reports.survey.trend import trend
from tests.reports.surveys import CODES, answer, make_period

pytestmark = pytest.mark.usefixtures("today")
THREES = dict.fromkeys(CODES, 3) | {"U4": 4}


def closed(shelter, by, count=6, scores=THREES, **values):
    period = make_period(shelter, by, **values)
    for number in range(count):
        answer(period, scores=dict(scores), sex="L" if number else "P", respondent="client")
    period.close(by=by)
    return period


def page_of(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(f"reports:{name}", args=args))


def test_a_closed_period_shows_its_index_and_names_the_lowest(client, sari, budi, melati):
    period = closed(melati, budi, scores=THREES | {"U9": 1, "U8": 2}, population=40)
    shown = page_of(client, sari, "survey_results", period.pk).content.decode()
    result = result_of(period)
    assert (result["index"], result["grade"], result["words"]) == ("69.44", "C", "Kurang baik")
    assert (result["lowest"][:2], result["needed"]) == (["U9", "U8"], 36)
    assert [one["code"] for one in result["elements"]] == CODES
    assert "69,44" in shown
    assert "yang diperlukan 36" in shown
    assert "75,00, yaitu mutu C" in shown


def test_the_free_element_stands_apart(melati, budi):
    result = figures_of(closed(melati, budi))
    assert (result["index"], result["free"], result["without_free"]) == ("77.78", "4.00", "75.00")


def test_an_open_period_shows_no_figure_of_anybody(client, sari, budi, melati):
    """Two looks, one answer between them: the difference would be that answer."""
    period = make_period(melati, budi)
    for _ in range(7):
        answer(period, 2)
    shown = page_of(client, sari, "survey_results", period.pk)
    assert shown.context["result"] is None
    assert "Survei masih berjalan" in shown.content.decode()
    assert page_of(client, sari, "survey_report_pdf", period.pk).status_code == 404
    assert page_of(client, budi, "survey_export", period.pk).status_code == 404


@pytest.mark.parametrize(("count", "words"), [(0, "Tidak ada yang menjawab"), (4, "Kurang dari lima orang menjawab")])
def test_too_few_answers_give_a_sentence(client, sari, budi, melati, count, words):
    period = closed(melati, budi, count=count)
    shown = page_of(client, sari, "survey_results", period.pk)
    assert words in shown.content.decode()
    assert "index" not in shown.context["result"]


def test_an_element_that_nobody_answered_is_named_on_the_page(client, sari, budi, melati):
    scores = {code: 3 for code in CODES if code != "U8"}
    period = closed(melati, budi, scores=scores)
    shown = page_of(client, sari, "survey_results", period.pk).content.decode()
    assert "Tidak dijawab siapa pun: Penanganan Pengaduan, Saran dan Masukan." in shown
    assert figures_of(period)["index"] == "75.00"


def test_the_only_small_group_takes_another_with_it(melati, budi):
    """Of seven, one woman: her number would be seven less six."""
    period = closed(melati, budi, count=7)
    sex = next(one for one in figures_of(period)["groups"] if one["key"] == "sex")
    assert sex["rows"] == [["Laki-laki", None], ["Perempuan", None]]


def test_the_printed_weight_is_a_setting(melati, budi):
    period = closed(melati, budi, scores=dict.fromkeys(CODES, 4), equal_weight_rounded=True)
    assert figures_of(period)["index"] == "99.00"


def test_what_was_published_stays_as_it_was(client, budi, melati):
    period = closed(melati, budi)
    client.force_login(budi)
    done = client.post(reverse("reports:survey_publish", args=[period.pk]), {"agreed": "on"})
    assert done.url == reverse("reports:survey_results", args=[period.pk])
    kept = SurveyPublication.objects.get()
    SurveyResponse.objects.all().delete()
    period.refresh_from_db()
    assert (result_of(period)["index"], kept.is_unchanged, period.status) == ("77.78", True, "published")
    assert AuditEvent.objects.filter(action="surveypublication.published").count() == 1
    kept.figures["index"] = "99.00"
    assert not kept.is_unchanged


def test_publishing_needs_a_closed_period_and_five_answers(melati, kenanga, budi, citra):
    few, running = closed(melati, budi, count=4), make_period(kenanga, citra)
    for period in (few, running):
        with pytest.raises(ValidationError):
            SurveyPublication.publish(period, figures_of, by=budi)
    few.refresh_from_db()
    assert (few.status, SurveyPublication.objects.count()) == ("closed", 0)


def test_the_public_reads_what_was_published_and_nothing_else(client, budi, melati):
    address = reverse("reports:survey_published", args=[melati.slug])
    period = closed(melati, budi)
    assert "belum mengumumkan" in client.get(address).content.decode()
    SurveyPublication.publish(period, figures_of, by=budi)
    shown = client.get(address).content.decode()
    assert "77,78" in shown
    assert "Budi" not in shown
    assert [one["index"] for one in published_results(melati)] == ["77.78"]


def test_a_worker_does_not_publish_and_another_house_knows_nothing(client, sari, citra, agus, budi, melati):
    period = closed(melati, budi)
    assert page_of(client, sari, "survey_publish", period.pk).status_code == 403
    assert page_of(client, citra, "survey_results", period.pk).status_code == 404
    assert page_of(client, agus, "survey_results", period.pk).status_code == 200
    assert page_of(client, agus, "survey_action_new", period.pk).status_code == 403


def test_from_the_lowest_element_to_a_plan_that_is_done(client, sari, budi, melati):
    """Scenario: the worst judged element gets a plan with an owner and a date; home reminds; the result is noted."""
    period = closed(melati, budi, scores=THREES | {"U9": 1})
    client.force_login(budi)
    form = client.get(reverse("reports:survey_action_new", args=[period.pk]) + "?unsur=U9").context["form"]
    assert form.fields["element"].choices[1][0] == "U9"
    data = {"key": form["key"].value(), "element": "U9", "action": "Perbaiki keran kamar mandi", "owner": sari.pk,
            "due_on": "2026-03-16"}  # fmt: skip
    client.post(reverse("reports:survey_action_new", args=[period.pk]), data)
    client.post(reverse("reports:survey_action_new", args=[period.pk]), data)
    action = SurveyAction.objects.get()
    client.force_login(sari)
    assert "Perbaiki keran kamar mandi" in client.get(reverse("reports:home")).content.decode()
    client.post(reverse("reports:survey_action_finish", args=[action.pk]), {"note": "Lima keran diganti"})
    action.refresh_from_db()
    assert (action.status, action.note, action.done_by) == ("done", "Lima keran diganti", sari)
    assert "Perbaiki keran kamar mandi" not in client.get(reverse("reports:home")).content.decode()
    assert "Lima keran diganti" in report_document(period, result_of(period)).html()


def test_a_plan_wants_somebody_of_the_house_and_a_day_to_come(melati, budi, sari, citra):
    period, element = closed(melati, budi), SurveyElement.objects.get(pk="U1")
    words = {"by": budi, "element": element, "action": "Papan syarat baru"}
    with pytest.raises(ValidationError, match="Pilih petugas panti ini"):
        SurveyAction.plan(period, owner=citra, due_on=date(2026, 4, 1), **words)
    with pytest.raises(ValidationError, match="sudah lewat"):
        SurveyAction.plan(period, owner=sari, due_on=date(2026, 3, 15), **words)
    action = SurveyAction.plan(period, owner=sari, due_on=date(2026, 4, 1), **words)
    action.move(by=budi, owner=budi, due_on=date(2026, 4, 2))
    action.finish(by=budi, note="Sudah")
    with pytest.raises(ValidationError, match="sudah dinyatakan selesai"):
        action.finish(by=budi, note="Lagi")
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyAction.objects.update(done_by=None)


def test_all_shelters_beside_each_other_in_a_fixed_number_of_queries(
    client, dewi, budi, citra, melati, kenanga, django_assert_max_num_queries
):
    closed(melati, budi)
    SurveyPublication.publish(closed(kenanga, citra), figures_of, by=citra)
    for year in (2023, 2024, 2025):
        OldSurveyFigure.enter(melati, by=budi, name=f"Tahun {year}", ended_on=date(year, 12, 31),
                              index=Decimal("80.00"), source="Laporan")  # fmt: skip
    client.force_login(dewi)
    address = reverse("reports:survey_year", args=[2026])
    client.get(address)
    with django_assert_max_num_queries(12):
        shown = client.get(address).context["rows"]
    assert {shelter.slug: [str(point.index) for point in points] for shelter, points in shown} == {
        "melati": ["77.78"], "kenanga": ["77.78"],
    }  # fmt: skip


def test_a_result_page_asks_as_much_for_many_as_for_few(client, budi, melati, django_assert_max_num_queries):
    period = closed(melati, budi, count=20)
    element = SurveyElement.objects.get(pk="U1")
    for number in range(5):
        SurveyAction.plan(period, by=budi, element=element, action=f"Langkah {number}", owner=budi,
                          due_on=date(2026, 4, 1))  # fmt: skip
    client.force_login(budi)
    address = reverse("reports:survey_results", args=[period.pk])
    client.get(address)
    with django_assert_max_num_queries(20):
        client.get(address)


def test_an_old_figure_stands_in_the_trend_with_its_source(client, budi, melati):
    client.force_login(budi)
    address = reverse("reports:survey_old", args=[melati.slug])
    key = client.get(address).context["form"]["key"].value()
    data = {"key": key, "name": "Semester II 2024", "ended_on": "2024-12-31", "index": "81,25", "respondents": "",
            "source": "Laporan SKM 2024"}  # fmt: skip
    assert "sumber" not in client.post(address, data).content.decode().lower()
    [point] = trend([melati])
    assert (point.index, point.note) == (Decimal("81.25"), "angka lama: Laporan SKM 2024")
    OldSurveyFigure.objects.get().remove(by=budi)
    assert trend([melati]) == []


def test_the_export_holds_scores_and_nothing_to_know_anybody_by(client, budi, melati):
    period = make_period(melati, budi)
    for score in (4, 1, 3, 2, 4):
        answer(period, score, sex="P", age_band="60+", suggestion="Bu Ratmi baik sekali")
    period.close(by=budi)
    found = b"".join(page_of(client, budi, "survey_export", period.pk).streaming_content)
    rows = list(load_workbook(BytesIO(found)).worksheets[0].values)
    assert rows[0] == tuple(CODES)
    assert [row[0] for row in rows[1:]] == [1, 2, 3, 4, 4]
    text = str([list(sheet.values) for sheet in load_workbook(BytesIO(found))])
    assert "Ratmi" not in text
    assert "60 tahun" not in text


def test_the_papers_say_what_was_found(melati, budi):
    period = closed(melati, budi)
    SurveyText.write(period, {"latar": "Survei pertama kami."}, by=budi)
    report = report_document(period, result_of(period)).html()
    for words in ("BAB I", "BAB V", "Survei pertama kami.", "Lampiran 1: Kuesioner", "77,78", "KONSEP"):
        assert words in report
    assert "77,78" in sheet_document(period, result_of(period)).html()
    SurveyPublication.publish(period, figures_of, by=budi)
    assert "KONSEP" not in sheet_document(period, result_of(period)).html()


def test_only_changed_texts_are_written(client, sari, budi, melati):
    period = closed(melati, budi)
    client.force_login(sari)
    address = reverse("reports:survey_texts", args=[period.pk])
    client.post(address, {"latar": "Satu", "analisis": ""})
    client.post(address, {"latar": "Satu", "analisis": "Dua"})
    assert dict(SurveyText.objects.values_list("section", "text")) == {"latar": "Satu", "analisis": "Dua"}
    events = AuditEvent.objects.filter(action="surveytext.changed").order_by("pk")
    assert [one.details["sections"] for one in events] == ["Latar belakang", "Analisis hasil"]


def test_the_department_sets_the_classes_from_a_day_on(client, dewi, sari, budi, melati):
    period = closed(melati, budi)
    client.force_login(dewi)
    address = reverse("reports:survey_classes")
    form = client.get(address).context["form"]
    data = {"key": form["key"].value(), "lines": "A; Bagus; 70\nD; Kurang; 25", "valid_from": "2026-03-01",
            "source": "Surat dinas"}  # fmt: skip
    assert client.post(address, data | {"lines": "A; Bagus"}).status_code == 200
    assert client.post(address, data | {"lines": "A; Bagus; 70"}).status_code == 200
    client.post(address, data)
    assert figures_of(period)["grade"] == "A"
    assert SurveyClass.objects.on(date(2026, 2, 1)).count() == 4
    assert page_of(client, sari, "survey_classes").status_code == 403
