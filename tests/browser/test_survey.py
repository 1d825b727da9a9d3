"""A visitor with an old telephone answers the survey from the wall: one page, a tap per question, no script."""

import time
from datetime import timedelta

import pytest

from reports.models import SurveyResponse, SurveyScore
from tests.browser.conftest import PHONE
from tests.reports.surveys import make_period

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
# Somebody who reads a question and its answers aloud to themselves needs about as long for each.
READING = timedelta(seconds=8)


def test_the_survey_without_a_script_within_two_minutes(at_screen, melati, budi):
    today = melati.today()
    make_period(melati, budi, begins_on=today, ends_on=today + timedelta(days=9))

    seen = at_screen(PHONE)
    weights = []
    seen.page.on("response", lambda answer: weights.append(len(answer.body())))
    seen.page.goto("/survei/melati/")
    seen.page.wait_for_load_state("networkidle")
    seen.looks_around()
    assert sum(weights) < 100_000

    visitor = at_screen(PHONE, javascript=False)
    page, taps, began = visitor.page, 0, time.monotonic()
    page.goto("/survei/melati/")
    for question in page.locator("fieldset.survey-question").all():
        answer = question.locator("label").nth(2)
        box = answer.bounding_box()
        assert min(box["width"], box["height"]) >= 44
        answer.click()
        taps += 1
    visitor.press("Kirim jawaban")
    assert "Terima kasih" in visitor.reads()
    assert taps == 9
    assert time.monotonic() - began + taps * READING.total_seconds() < 120
    page.go_back()  # the very page, which counts once, or an emptied one, which counts as nothing
    visitor.press("Kirim jawaban")
    assert (SurveyResponse.objects.count(), SurveyScore.objects.filter(score=3).count()) == (1, 9)
