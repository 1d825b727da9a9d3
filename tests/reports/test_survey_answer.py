"""Answering: one time, without a name, whatever is typed."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse

from cases.logs import hidden
from cases.models import AuditEvent, Throttle
from reports.models import SurveyCard, SurveyElement, SurveyPeriod, SurveyQuestion, SurveyResponse, SurveyScore
from reports.survey.device import device_token
from tests.reports.surveys import CODES, answer, filled, make_period, page_token

URL = "/survei/melati/"


@pytest.fixture
def period(today, melati, budi):
    return make_period(melati, budi)


def test_the_answers_of_somebody_unknown_are_kept(client, period):
    page = client.get(URL)
    sent = client.post(URL, filled(page, respondent="family", sex="P", education="none", suggestion=" Baik\r\nsekali "))
    assert sent.url == "/survei/melati/terima-kasih/"
    response = SurveyResponse.objects.get()
    about = (response.way, response.respondent, response.sex, response.education, response.helper, response.suggestion)
    assert about == ("qr", "family", "P", "none", "", "Baik\nsekali")
    assert response.answered_on == date(2026, 3, 16)
    assert dict(response.scores.values_list("element_id", "score")) == dict.fromkeys(CODES, 3)


def test_sarana_is_asked_before_pengaduan_and_each_score_goes_to_its_code(client, period):
    """The model questionnaire asks U9 as question 8 and U8 as question 9 (skm.md §2)."""
    page = client.get(URL)
    names = re.findall(r'type="radio" name="(U\d)" value="1"', page.content.decode())
    assert names == ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U9", "U8"]
    asked = {question.element_id: question for question, _ in page.context["form"].questions()}
    assert ("sarana" in asked["U9"].wording, asked["U9"].answer_1) == (True, "Buruk")
    assert ("pengaduan" in asked["U8"].wording, asked["U8"].answer_4) == (True, "Dikelola dengan baik")
    eighth, ninth = names[7:]
    client.post(URL, {"lembar": page_token(page), eighth: "1", ninth: "4"})
    assert dict(SurveyScore.objects.values_list("element_id", "score")) == {"U9": 1, "U8": 4}


def test_the_names_of_the_elements_are_the_official_ones(db):
    assert list(SurveyElement.objects.values_list("code", "name"))[3:5] == [
        ("U4", "Biaya/Tarif"), ("U5", "Produk Spesifikasi Jenis Pelayanan"),
    ]  # fmt: skip
    assert SurveyElement.objects.exclude(source__contains="14/2017").count() == 0


def test_a_page_that_is_sent_twice_counts_once(client, period):
    data = filled(client.get(URL))
    first, second = client.post(URL, data), client.post(URL, data | {"U1": "1"})
    assert (first.url, second.url) == ("/survei/melati/terima-kasih/",) * 2
    assert SurveyResponse.objects.count() == 1


def test_two_pages_of_one_telephone_count_twice(client, period):
    for _ in range(2):
        client.post(URL, filled(client.get(URL)))
    assert SurveyResponse.objects.count() == 2


def test_a_token_that_we_did_not_give_out_is_asked_again(client, period):
    data = filled(client.get(URL))
    page = client.post(URL, data | {"lembar": "1.buatan-sendiri", "suggestion": "Terima kasih."})
    text = page.content.decode()
    assert ("sudah lama terbuka" in text, "Terima kasih." in text, SurveyResponse.objects.count()) == (True, True, 0)
    assert client.post(URL, data | {"lembar": page_token(page)}).status_code == 302


def test_a_robot_is_thanked_and_not_heard(client, period):
    sent = client.post(URL, filled(client.get(URL), situs_web="http://contoh.test"))
    assert (sent.url, SurveyResponse.objects.count()) == ("/survei/melati/terima-kasih/", 0)


def test_a_flood_is_held_up_and_what_was_typed_stays(client, period, monkeypatch):
    monkeypatch.setattr("reports.views.survey_answer.MOST", 2)
    data = filled(client.get(URL))
    assert [client.post(URL, filled(client.get(URL))).status_code for _ in range(2)] == [302, 302]
    held = client.post(URL, data | {"suggestion": "Airnya kecil."})
    assert (held.status_code, "Airnya kecil." in held.content.decode()) == (429, True)
    assert SurveyResponse.objects.count() == 2
    assert Throttle.objects.count() == 1


def test_nothing_answered_is_no_answer(client, period):
    page = client.post(URL, {"lembar": page_token(client.get(URL)), "sex": "P", "suggestion": "Halo"})
    text = page.content.decode()
    assert "Jawab sedikitnya satu" in text
    assert ("Halo" in text, '<option value="P" selected>' in text, SurveyResponse.objects.count()) == (True, True, 0)


def test_one_score_is_enough(client, period):
    client.post(URL, {"lembar": page_token(client.get(URL)), "U7": "2"})
    assert SurveyScore.objects.values_list("element_id", "score").get() == ("U7", 2)


@pytest.mark.parametrize(
    "wrong", [{"U1": "5"}, {"U1": "x"}, {"sex": "?"}, {"suggestion": "a" * 1001}, {"suggestion": "a\x00"}]
)
def test_wrong_input_keeps_the_rest(client, period, wrong):
    page = client.post(URL, filled(client.get(URL), age_band="60+") | wrong)
    assert page.status_code == 200
    assert "Belum terkirim" in page.content.decode()
    assert '<option value="60+" selected>' in page.content.decode()
    assert re.search(r'name="U2" value="3"[^>]* checked', page.content.decode())
    assert SurveyResponse.objects.count() == 0


def test_script_in_a_suggestion_is_text(client, period, sari):
    for _ in range(5):
        answer(period, suggestion="<script>alert(1)</script>")
    client.force_login(sari)
    text = client.get(f"/survei-panti/{period.pk}/saran/").content.decode()
    assert ("<script>alert" in text, "&lt;script&gt;alert" in text) == (False, True)


@pytest.mark.parametrize("dates", [("2026-02-01", "2026-03-15"), ("2026-03-17", "2026-04-01")])
def test_outside_its_dates_a_survey_takes_nothing(client, today, melati, budi, dates):
    begins, ends = map(date.fromisoformat, dates)
    period = make_period(melati, budi, opened=False, begins_on=begins, ends_on=ends)
    SurveyPeriod.objects.filter(pk=period.pk).update(status="open", opened_at="2026-02-01T00:00Z", opened_by=budi)
    assert "Survei sedang tidak dibuka" in client.get(URL).content.decode()
    with pytest.raises(ValidationError, match="sudah ditutup"):
        answer(period)


def test_a_survey_that_closes_while_somebody_answers_says_so(client, period, budi):
    data = filled(client.get(URL))
    period.close(by=budi)
    assert "Survei sedang tidak dibuka" in client.post(URL, data).content.decode()
    assert SurveyResponse.objects.count() == 0


def test_no_shelter_no_survey(client, db):
    assert client.get("/survei/tidak-ada/").status_code == 404


def test_nothing_in_the_tables_tells_who_or_when(period):
    """No key of a person, stay, account or card, no moment in time, no number that tells the order."""
    allowed = {SurveyPeriod, SurveyResponse, SurveyElement}
    for model in (SurveyResponse, SurveyScore, SurveyCard):
        for field in model._meta.get_fields():
            assert not isinstance(field, (models.DateTimeField, models.TimeField, models.AutoField)), field
            assert not isinstance(field, models.GenericIPAddressField), field
            assert not field.is_relation or field.related_model in allowed | {SurveyScore}, field
    assert SurveyCard not in {field.related_model for field in SurveyResponse._meta.get_fields()}


def test_an_answer_leaves_no_trace_of_its_second(client, period):
    before = AuditEvent.objects.count()
    client.post(URL, filled(client.get(URL)))
    assert (SurveyResponse.objects.count(), AuditEvent.objects.count()) == (1, before)
    assert "sessionid" not in client.cookies


def test_the_database_refuses_what_must_not_be(period):
    response = answer(period, scores={"U1": 4})
    for wrong in ({"score": 5}, {"score": 0}):
        with pytest.raises(IntegrityError, match="survey_score_in_range"), transaction.atomic():
            SurveyScore.objects.create(response=response, element_id="U2", **wrong)
    with pytest.raises(IntegrityError, match="survey_score_once"), transaction.atomic():
        SurveyScore.objects.create(response=response, element_id="U1", score=1)


def test_a_period_keeps_the_questions_of_its_first_day(client, period, dewi):
    words = {"wording": "Apakah syaratnya ringan?", "position": 1, "source": "Keputusan dinas 1/2026"}
    words |= {f"answer_{score}": f"Jawab {score}" for score in (1, 2, 3, 4)}
    u1 = SurveyElement.objects.get(pk="U1")
    SurveyQuestion.settle(u1, by=dewi, valid_from=date(2026, 3, 10), **words)
    assert "Apakah syaratnya ringan?" not in client.get(URL).content.decode()
    answer(period)
    with pytest.raises(ValidationError, match="sudah dijawab"):
        SurveyQuestion.settle(u1, by=dewi, valid_from=date(2026, 3, 1), **words)
    asked = SurveyQuestion.objects.on(date(2026, 3, 10)).get(element=u1)
    assert (asked.wording, len(SurveyQuestion.objects.on(date(2026, 3, 10)))) == ("Apakah syaratnya ringan?", 9)


def test_a_questionnaire_costs_few_queries(client, period, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(URL)


def test_a_tablet_shows_a_fresh_page_and_no_way_to_an_account(client, period, oka):
    client.force_login(oka)
    begun = client.post("/survei-panti/tablet/", {"period": period.pk, "way": "tablet"})
    assert "_auth_user_id" not in client.session
    page = client.get(begun.url)
    assert ("no-store" in page["Cache-Control"], reverse("cases:login") in page.content.decode()) == (True, False)
    sent = client.post(begun.url, filled(page, suggestion="Rahasia"))
    again = client.get(sent.url)
    text = again.content.decode()
    assert ("Jawaban sudah disimpan" in text, "Rahasia" in text, " checked" in text) == (True, False, False)
    assert page_token(again) != page_token(page)
    assert SurveyResponse.objects.get().way == "tablet"
    assert client.get(reverse("reports:survey_list")).status_code == 302


def test_whoever_reads_aloud_says_what_they_are_and_not_who(client, period):
    url = reverse("reports:survey_device", args=[device_token(period, "assisted")])
    page = client.get(url)
    assert "survey-big" in page.content.decode()
    assert "Pilih satu." in client.post(url, filled(page)).content.decode()
    client.post(url, filled(page, helper="volunteer"))
    response = SurveyResponse.objects.get()
    assert (response.way, response.helper) == ("assisted", "volunteer")


def test_a_tablet_link_is_ours_and_lasts_a_day(client, period, today):
    good = device_token(period, "tablet")
    assert client.get(reverse("reports:survey_device", args=[good + "x"])).status_code == 410
    forged = device_token(period, "import")
    assert client.get(reverse("reports:survey_device", args=[forged])).status_code == 410


@pytest.mark.parametrize("route", ["survey_card", "survey_device"])
def test_the_code_of_a_card_and_the_link_of_a_tablet_are_in_no_log(route):
    address = reverse(f"reports:{route}", args=["RAHASIA-7"])
    assert "RAHASIA" not in hidden(f'"GET {address} HTTP/1.1" 200')
