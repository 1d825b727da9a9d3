"""What the staff does: periods, cards, suggestions, questions."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import AuditEvent
from reports.models import SurveyCard, SurveyPeriod, SurveyQuestion, SurveyResponse
from tests.reports.surveys import answer, filled, make_period

FORM = {"name": "Triwulan II", "begins_on": "2026-04-01", "ends_on": "2026-06-30", "population": "120"}
KEY = "6d5a4f6e-0000-4000-8000-00000000000{}"


@pytest.fixture
def period(today, melati, budi):
    return make_period(melati, budi)


def url(period, act):
    return reverse(f"reports:survey_{act}", args=[period.pk])


def actions():
    return [event.action for event in AuditEvent.objects.order_by("pk")]


def test_a_worker_prepares_and_the_head_opens(client, today, melati, sari, budi):
    client.force_login(sari)
    data = FORM | {"shelter": melati.pk, "key": KEY.format(1), "begins_on": "2026-03-10"}
    assert client.post("/survei-panti/baru/", data).status_code == 302
    client.post("/survei-panti/baru/", data)
    period = SurveyPeriod.objects.get()
    assert (period.status, period.population, period.equal_weight_rounded) == ("draft", 120, False)
    assert client.post(url(period, "open")).status_code == 403
    client.force_login(budi)
    client.post(url(period, "open"))
    period.refresh_from_db()
    assert (period.status, period.opened_by, period.is_asking) == ("open", budi, True)
    client.post(url(period, "close"))
    assert actions() == ["surveyperiod.created", "surveyperiod.opened", "surveyperiod.closed"]


def test_the_department_closes_too(client, period, dewi):
    client.force_login(dewi)
    client.post(url(period, "close"))
    period.refresh_from_db()
    assert (period.status, period.closed_by) == ("closed", dewi)


def test_two_periods_of_a_shelter_do_not_overlap(client, period, melati, kenanga, sari, citra):
    client.force_login(sari)
    data = FORM | {"shelter": melati.pk, "key": KEY.format(2), "begins_on": "2026-03-31"}
    page = client.post("/survei-panti/baru/", data)
    assert "sudah ada periode survei lain" in page.content.decode()
    assert 'value="Triwulan II"' in page.content.decode()
    make_period(kenanga, citra)
    assert SurveyPeriod.objects.count() == 2


def test_dates_the_wrong_way_round_are_told(client, period, melati, sari):
    client.force_login(sari)
    data = FORM | {"shelter": melati.pk, "key": KEY.format(3), "ends_on": "2026-03-31"}
    text = client.post("/survei-panti/baru/", data).content.decode()
    assert "Tanggal selesai tidak boleh sebelum tanggal mulai." in text


def test_a_period_is_changed_only_while_nobody_answered(client, period, sari):
    client.force_login(sari)
    data = FORM | {"begins_on": "2026-03-05", "ends_on": "2026-03-31"}
    client.post(url(period, "edit"), data)
    period.refresh_from_db()
    assert (period.name, period.begins_on) == ("Triwulan II", date(2026, 3, 5))
    answer(period)
    assert "sudah dijawab" in client.post(url(period, "edit"), data | {"name": "Lain"}).content.decode()


def test_a_closed_survey_opens_again_until_its_last_day(period, budi):
    period.close(by=budi)
    period.open(by=budi)
    assert (period.status, period.closed_at) == ("open", None)
    with pytest.raises(ValidationError, match="sudah dibuka"):
        period.open(by=budi)


def test_few_answers_are_not_counted_in_public(client, period, sari):
    client.force_login(sari)
    for number in range(1, 6):
        answer(period)
        shown = [
            "&lt;5 jawaban" in client.get(page).content.decode() for page in ("/survei-panti/", url(period, "period"))
        ]
        assert shown == [number < 5] * 2


def test_the_list_asks_few_queries(client, melati, budi, sari, today, django_assert_max_num_queries):
    for year in range(2010, 2026):
        period = make_period(melati, budi, opened=False, begins_on=date(year, 3, 1), ends_on=date(year, 3, 31))
    assert period.pk
    client.force_login(sari)
    with django_assert_max_num_queries(12):
        client.get("/survei-panti/")


def test_suggestions_wait_for_five_answers(client, period, sari):
    client.force_login(sari)
    for number in range(1, 6):
        answer(period, suggestion="Tambah kipas angin.")
        text = client.get(url(period, "suggestions")).content.decode()
        assert ("Tambah kipas angin." in text) == (number >= 5)


def test_a_suggestion_that_names_somebody_is_emptied(client, period, sari):
    for _ in range(5):
        said = answer(period, suggestion="Pak Slamet galak.")
    client.force_login(sari)
    hide = reverse("reports:survey_suggestion_hide", args=[said.pk])
    assert "Tulis alasannya" in client.post(hide, {"reason": ""}).content.decode()
    client.post(hide, {"reason": "Menyebut nama petugas"})
    said.refresh_from_db()
    assert (said.suggestion, said.suggestion_hidden, said.scores.count()) == ("", True, 9)
    event = AuditEvent.objects.get(action="surveysuggestion.hidden")
    assert (event.target_id, event.details["reason"]) == (str(period.pk), "Menyebut nama petugas")
    assert "Slamet" not in str(event.details)


def test_a_card_answers_once_and_is_kept_as_a_hash(client, period, sari):
    (code,) = SurveyCard.print_batch(period, 1, by=sari)
    assert code.replace("-", "") not in str(list(SurveyCard.objects.values()))
    typed = client.post("/survei/kode/", {"kode": f" {code.lower().replace('-', ' ')} "})
    page = client.get(typed.url)
    data = filled(page, U4="4")
    assert client.post(typed.url, data).url == "/survei/melati/terima-kasih/"
    assert client.post(typed.url, data).url == "/survei/melati/terima-kasih/"
    assert client.get(typed.url).url == "/survei/melati/terima-kasih/"
    assert [response.way for response in SurveyResponse.objects.all()] == ["card"]
    assert SurveyCard.objects.get().used_on == date(2026, 3, 16)


def test_a_wrong_answer_does_not_use_up_the_card(client, period, sari):
    (code,) = SurveyCard.print_batch(period, 1, by=sari)
    address = reverse("reports:survey_card", args=[code])
    client.post(address, {"lembar": client.get(address).context["form"].token})
    assert SurveyCard.objects.get().used_on is None


def test_a_card_ends_with_its_period(client, period, sari, budi):
    (code,) = SurveyCard.print_batch(period, 1, by=sari)
    period.close(by=budi)
    assert "Survei sedang tidak dibuka" in client.get(reverse("reports:survey_card", args=[code])).content.decode()
    with pytest.raises(ValidationError, match="belum ditutup"):
        SurveyCard.print_batch(period, 1, by=sari)


def test_unknown_codes_are_told_and_counted(client, period, monkeypatch):
    monkeypatch.setattr("reports.views.survey_answer.MOST", 2)
    seen = [client.post("/survei/kode/", {"kode": "AAAA-AAAA"}).status_code for _ in range(2)]
    seen += [client.get("/survei/kartu/BBBB-BBBB/").status_code]
    assert seen == [200, 200, 429]


def test_the_sheet_of_cards_is_a_pdf(client, period, sari):
    client.force_login(sari)
    sheet = client.post(url(period, "cards"), {"count": "3"})
    assert (sheet["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")
    assert SurveyCard.objects.filter(batch=1).count() == 3
    assert "kartu" in client.post(url(period, "cards"), {"count": "0"}).content.decode()


def test_the_department_words_a_question(client, period, dewi):
    client.force_login(dewi)
    page = client.get(reverse("reports:survey_question_settle", args=["U4"]))
    data = {name: page.context["form"].initial[name] or "" for name in page.context["form"].initial}
    data |= {"wording": "Apakah Anda membayar?", "valid_from": "2026-04-01", "key": KEY.format(4), "source": ""}
    told = client.post(reverse("reports:survey_question_settle", args=["U4"]), data)
    assert "Apakah Anda membayar?" in told.content.decode()
    done = client.post(reverse("reports:survey_question_settle", args=["U4"]), data | {"source": "Keputusan 2/2026"})
    assert done.status_code == 302
    new = SurveyQuestion.objects.get(valid_from=date(2026, 4, 1))
    assert (new.element_id, new.position, new.answer_4) == ("U4", 4, "Gratis")
    assert AuditEvent.objects.get(action="surveyquestion.settled").details["changed"]["wording"][1] == new.wording
