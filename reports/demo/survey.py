"""Satisfaction surveys: one that is over at each house, one that asks today, and the next, in preparation."""

from datetime import datetime, time, timedelta

from django.db import transaction

from reports.demo.timeline import clock_at
from reports.models import SurveyElement, SurveyPeriod, SurveyResponse, SurveyScore
from reports.models.survey_question import SCORES

ONE_DAY = timedelta(days=1)
# How likely 1, 2, 3 and 4 are: nothing costs anything, and complaints are where it pinches.
USUAL = (1, 4, 18, 12)
LIKELY = {"U4": (0, 0, 1, 34), "U7": (1, 2, 14, 18), "U8": (3, 9, 15, 6), "U9": (2, 8, 19, 6)}
RESPONDENTS = {"client": 60, "family": 20, "sender": 12, "partner": 8}
WAYS = {"qr": 35, "tablet": 30, "assisted": 25, "card": 10}
BANDS = {"u18": 4, "18-29": 14, "30-39": 20, "40-49": 22, "50-59": 20, "60+": 16, "": 4}
SCHOOLS = {"none": 10, "sd": 32, "smp": 22, "sma": 24, "d": 4, "s1": 6, "": 2}
WORK = {"tidak": 45, "lain": 25, "wirausaha": 12, "swasta": 10, "pns": 5, "polri": 2, "tni": 1}
SERVICES = {
    "Permakanan": 30,
    "Asrama yang mudah diakses": 25,
    "Layanan rujukan": 15,
    "Penelusuran keluarga": 20,
    "": 10,
}
SAID = [
    "Kamar mandi laki-laki kadang airnya kecil.", "Terima kasih, petugasnya sabar.", "Mohon ditambah kipas angin.",
    "Jam berkunjung kalau bisa sampai sore.", "Makanannya enak, sayurnya ditambah.",
    "Saya tidak tahu ke mana harus mengadu.", "Surat pengantar cepat diurus.", "Tolong ada kegiatan untuk yang tua.",
]  # fmt: skip


def ask_how_it_was(world):
    over, running = (world.day(200), world.day(80), 60), (world.day(40), world.day(-50), 12)
    for shelter in world.shelters.values():
        for begins, ends, count in (over, running):
            survey(world, shelter, begins, ends, count)
    melati = world.shelters["melati"]
    SurveyPeriod.prepare(
        melati, by=world.worker(melati), name="SKM berikutnya", begins_on=world.day(-60), ends_on=world.day(-150),
        population=90,
    )  # fmt: skip


@transaction.atomic
def survey(world, shelter, begins, ends, count):
    head = world.head(shelter)
    name = f"SKM {begins:%m/%Y} – {ends:%m/%Y}"
    with clock_at(datetime.combine(begins, time(8), world.now.tzinfo)):
        period = SurveyPeriod.prepare(
            shelter, by=world.worker(shelter), name=name, begins_on=begins, ends_on=ends, population=90
        )
        period.open(by=head)
    days = (min(ends, world.today) - begins).days
    write_answers(world.dice, period, count, days)
    if ends < world.today:
        with clock_at(datetime.combine(ends + ONE_DAY, time(9), world.now.tzinfo)):
            period.close(by=head)


def write_answers(dice, period, count, days):
    """In two statements; each row is one that the questionnaire would have written."""
    responses = [one_answer(dice, period, days) for _ in range(count)]
    codes = list(SurveyElement.objects.values_list("code", flat=True))
    scores = [
        SurveyScore(response=response, element_id=code, score=dice.choices(SCORES, LIKELY.get(code, USUAL))[0])
        for response in responses
        for code in codes
        if dice.random() > 0.02
    ]
    SurveyResponse.objects.bulk_create(responses)
    SurveyScore.objects.bulk_create(scores)


def one_answer(dice, period, days):
    way = weighed(dice, WAYS)
    return SurveyResponse(
        period=period, way=way, answered_on=period.begins_on + dice.randint(0, days) * ONE_DAY,
        helper=dice.choice(["volunteer", "officer", "family"]) if way == "assisted" else "",
        respondent=weighed(dice, RESPONDENTS), sex=dice.choice("LLP"), age_band=weighed(dice, BANDS),
        education=weighed(dice, SCHOOLS), occupation=weighed(dice, WORK), service=weighed(dice, SERVICES),
        suggestion=dice.choice(SAID) if dice.random() < 0.2 else "",
    )  # fmt: skip


def weighed(dice, weights):
    return dice.choices(list(weights), weights.values())[0]
