"""Answers that are kept closer than others; and that whoever may not read answers reaches none, on any route."""

from datetime import date

import pytest
from django.urls import reverse

from assessments.confidential import HIDDEN, answers_to_export, is_protected, name_to_export, sensitive_paths
from assessments.models import Assessment, InstrumentVersion
from assessments.views.reading import Beside, answer_pages, beside
from assessments.xlsform import FormRefused, read
from cases.models import Category
from cases.permissions import Perm
from tests.assessments.browser import body, page_url, url
from tests.factories import make_client, make_need, make_stay, make_warning

ASKS = """
| survey |
| | type | name | label | bind::balai:sensitive |
| | begin group | umum | Umum | |
| | text | hobi | Kesukaan | |
| | text | hiv | Status HIV | yes |
| | text | sekolah | Sekolah | child |
| | text | kekerasan | Pernah mengalami kekerasan? | |
| | end group | | | |
| | begin group | hukum | Hukum | |
| | text | perkara | Perkara | |
| | text | ktp | Nomor KTP | no |
| | end group | | | |
| settings |
| | form_title | form_id |
| | Rahasia | rahasia |
"""
ANSWERS = {"umum/hobi": "Memancing", "umum/hiv": "Negatif", "umum/kekerasan": "Tidak", "hukum/perkara": "Tidak ada"}
CHILD = {"umum/hiv", "umum/sekolah", "umum/kekerasan", "hukum/perkara"}


@pytest.fixture
def version(today, db):
    return InstrumentVersion.publish(source=ASKS.encode(), kind=".md")[0]


@pytest.fixture
def answered(version, stay, sari):
    assessment = Assessment.start(stay, version=version, by=sari)
    assessment.save_answers(ANSWERS, was={}, by=sari)
    return assessment


def stay_of(melati, sari, category="11", **values):
    client = make_client("Dimas Pratama", **values)
    return make_stay(melati, by=sari, client=client, category=Category.objects.get(slug=category))


@pytest.mark.parametrize(
    ("category", "born", "protected"),
    [
        ("11", date(1980, 1, 1), False),
        ("11", date(2010, 3, 17), True),  # 18 tomorrow would be 2008; this is a child
        ("11", date(2008, 3, 16), False),  # 18 today
        ("19", date(1980, 1, 1), True),  # a victim of violence
        ("03", date(1980, 1, 1), True),  # in conflict with the law
        ("02", None, True),  # a neglected child of unknown age
        ("11", None, False),
    ],
)
def test_who_is_protected(today, melati, sari, category, born, protected):
    assert is_protected(stay_of(melati, sari, category, birth_date=born)) == protected


def test_what_is_sensitive_depends_on_the_mark_and_for_a_child_on_what_is_asked(version, melati, sari, stay):
    child = stay_of(melati, sari, birth_date=date(2012, 1, 1))
    assert sensitive_paths(version.form, stay) == {"umum/hiv"}
    assert sensitive_paths(version.form, child) == CHILD


def test_an_export_hides_what_is_sensitive_unless_there_is_a_reason(answered, melati, sari, version):
    assert answers_to_export(answered) == ANSWERS | {"umum/hiv": HIDDEN}
    assert answers_to_export(answered, reason="  ") == ANSWERS | {"umum/hiv": HIDDEN}
    assert answers_to_export(answered, reason="Audit kasus 12") == ANSWERS
    child = Assessment.start(stay_of(melati, sari, birth_date=date(2012, 1, 1)), version=version, by=sari)
    child.save_answers(ANSWERS, was={}, by=sari)
    assert set(answers_to_export(child).values()) == {HIDDEN}
    assert (name_to_export(child.stay), name_to_export(child.stay, reason="Audit")) == ("D. P.", "Dimas Pratama")


def test_whoever_neither_assesses_nor_reviews_would_read_them_masked(answered):
    state = answered.state()
    shown = {}
    for may in ({Perm.FILE, Perm.AUDIT}, {Perm.FILE, Perm.ASSESS}):
        pages = answer_pages(state, beside(answered, may))
        shown[len(shown)] = {row.path: row.shown for page in pages for block in page.blocks for row in block.rows}
    assert (shown[0]["umum/hiv"], shown[0]["umum/hobi"], shown[1]["umum/hiv"]) == (HIDDEN, "Memancing", "Negatif")
    assert Beside().masks is False


def test_the_page_says_what_is_confidential(client, answered, sari):
    answered.submit(by=sari)
    client.force_login(sari)
    assert body(client.get(answered.get_absolute_url())).count("rahasia</span>") == 1


def test_a_wrong_mark_is_refused():
    with pytest.raises(FormRefused, match="tulis yes, child, atau no"):
        read(ASKS.replace("| Status HIV | yes |", "| Status HIV | mungkin |"))


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_officer_sees_needs_and_warnings_and_no_answers(client, answered, stay, oka, sari, budi, today, method):
    answered.submit(by=sari)
    answered.approve(by=budi)
    client.force_login(oka)
    addresses = [answered.get_absolute_url(), page_url(answered, "umum")]
    names = ("assessment_check", "assessment_review", "assessment_correct", "assessment_drop")
    addresses += [url(name, answered) for name in names]
    addresses += [url("assessment_start", stay), reverse("assessments:comment_resolve", args=[answered.pk, 1])]
    addresses += [reverse("assessments:client_assessments", args=[stay.client_id])]
    got = {getattr(client, method)(address).status_code for address in addresses}
    assert got <= {403, 404, 405}
    if method == "get":
        make_need(stay, "clothing", today)
        make_warning(stay, sari, text="Kejang")
        needs = body(client.get(url("stay_needs", stay)))
        assert "Sandang" in needs and "Memancing" not in needs
        file = body(client.get(stay.client.get_absolute_url()))
        assert "Kejang" in file and "Memancing" not in file
