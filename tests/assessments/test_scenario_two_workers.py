"""Scenario 18: two workers, one assessment; a supervisor's return in between. Without JavaScript."""

import pytest
import time_machine

from assessments.models import AnswerChoice
from cases.models import AuditEvent
from tests.assessments.browser import body, drawn, page_url, typed, url


def at(hour, minute):
    return time_machine.travel(f"2026-03-16T{hour - 7:02}:{minute:02}:00+00:00", tick=False)


@pytest.fixture
def both_opened(client, draft, sari, joko):
    """At 09.00 Sari and Joko open the page: the language is Indonesian, nobody knows who brought the man."""
    with at(8, 50):
        draft.save_answers({"sapaan/bahasa": "indonesia", "sapaan/pengantar": "polisi"}, was={}, by=sari)
    seen = {}
    with at(9, 0):
        for person in (sari, joko):
            client.force_login(person)
            seen[person] = client.get(page_url(draft, "sapaan"))
    return seen


def test_each_sees_that_the_other_is_there(client, both_opened, draft, sari, joko):
    assert "Sari juga sedang membuka asesmen ini (09.00)." in body(both_opened[joko])
    with at(9, 5):
        client.force_login(sari)
        assert "Joko juga sedang membuka asesmen ini (09.00)." in body(client.get(draft.get_absolute_url()))
    with at(9, 20):  # no lock that could stay: it is told for ten minutes
        assert "juga sedang membuka" not in body(client.get(draft.get_absolute_url()))


def test_neither_answer_is_lost_and_the_history_has_both(client, both_opened, draft, sari, joko):
    address = page_url(draft, "sapaan")
    with at(9, 10):
        client.force_login(sari)
        client.post(address, typed(both_opened[sari], sapaan__bahasa="daerah"))
    with at(9, 14):
        client.force_login(joko)
        asked = client.post(address, typed(both_opened[joko], sapaan__bahasa="isyarat", sapaan__pengantar="keluarga"))
        page = body(asked)
        assert "Anda: <strong>Bahasa isyarat" in page and "Sari 16/03 09.10: <strong>Bahasa daerah" in page
        assert "Semula: Bahasa Indonesia" in page
        draft.refresh_from_db()
        assert draft.answers == {"sapaan/bahasa": "daerah", "sapaan/pengantar": "keluarga"}
        chosen = {"choice-sapaan/bahasa": ["mine"], "why-sapaan/bahasa": ["Ia menjawab dengan isyarat"]}
        client.post(address, drawn(asked, form=None) | chosen)
    draft.refresh_from_db()
    assert draft.answers["sapaan/bahasa"] == "isyarat"
    kept = AnswerChoice.objects.get()
    assert (kept.was, kept.theirs, kept.theirs_by, kept.mine, kept.by, kept.kept) == (
        "indonesia", "daerah", "Sari", "isyarat", joko, "mine"
    )  # fmt: skip
    with at(9, 15):
        check = body(client.get(url("assessment_check", draft)))
    assert "Sari “Bahasa daerah”. Joko memilih jawabannya sendiri: Ia menjawab dengan isyarat." in check
    told = AuditEvent.objects.get(action="assessment.answer_chosen")
    assert told.details == {"path": "sapaan/bahasa", "kept": "mine"}  # and no answer


def test_the_others_answer_may_be_kept_as_well(client, both_opened, draft, sari, joko):
    draft.save_answers({"sapaan/bahasa": "daerah"}, was=draft.answers, by=sari)
    client.force_login(joko)
    asked = client.post(page_url(draft, "sapaan"), typed(both_opened[joko], sapaan__bahasa="isyarat"))
    client.post(page_url(draft, "sapaan"), drawn(asked, form=None) | {"choice-sapaan/bahasa": ["theirs"]})
    draft.refresh_from_db()
    assert draft.answers["sapaan/bahasa"] == "daerah"
    assert AnswerChoice.objects.get().mine == "isyarat"
