"""E1: somebody who cannot read leaves the house, and says how it was."""

from django.urls import reverse

from reports.models import SurveyResponse
from tests.factories import make_exit
from tests.reports.surveys import answer, filled, make_period


def test_somebody_leaves_and_says_how_it_was(client, today, melati, sari, budi, stay):
    period = make_period(melati, budi)
    left = make_exit(melati, by=sari)
    client.force_login(sari)
    assert "/survei-panti/tablet/?panti=melati" in client.get(left.get_absolute_url()).content.decode()
    begun = client.post("/survei-panti/tablet/?panti=melati", {"period": period.pk, "way": "assisted"})
    page = client.get(begun.url)
    text = page.content.decode()
    assert (text.count('class="survey-face"'), "js/survei.js" in text) == (36, True)
    client.post(begun.url, filled(page, helper="volunteer", respondent="client", education="none", U8="1"))

    wall = f"/survei/{melati.slug}/"
    client.post(wall, filled(client.get(wall), respondent="family"))
    thanks = client.get(f"{wall}terima-kasih/").content.decode()
    for route, args in (("complaint_new", ["melati"]), ("complaint_department", [])):
        assert reverse(f"reports:{route}", args=args) in thanks  # to the shelter, or past it to the department

    assert sorted(SurveyResponse.objects.values_list("way", flat=True)) == ["assisted", "qr"]
    # Nothing of the answer names the person, the minute or the room.
    said = " ".join(str(value) for row in SurveyResponse.objects.values() for value in row.values())
    stored = [stay.client.name, stay.client.number, left.stay.client.number, ":"]
    assert [word for word in stored if word in said] == []

    client.force_login(sari)
    suggestions = reverse("reports:survey_suggestions", args=[period.pk])
    assert "sejak 5 jawaban" in client.get(suggestions).content.decode()
    for _ in range(3):
        answer(period, suggestion="Terima kasih.")
    assert "Terima kasih." in client.get(suggestions).content.decode()


def test_after_a_death_nobody_is_asked(client, today, melati, sari, budi):
    left = make_exit(melati, by=sari)
    make_period(melati, budi)
    client.force_login(sari)
    page = client.get(left.get_absolute_url())
    assert "survei" in page.content.decode()
    left.stay.exit_reason_id = type(left.stay.exit_reason).objects.get(slug="meninggal").pk
    left.stay.save(update_fields=["exit_reason"])
    assert "Minta pendapat" not in client.get(left.get_absolute_url()).content.decode()
