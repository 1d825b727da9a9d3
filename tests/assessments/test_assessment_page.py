import json
import re
from datetime import date

import pytest

from assessments.models import Assessment, InstrumentVersion
from tests.assessments.browser import autosave, body, drawn, labels, page_url, save, typed


def test_a_page_saves_itself_and_shows_what_now_applies(client, draft, sari):
    client.force_login(sari)
    first = client.get(page_url(draft, "kesehatan"))
    assert "Suhu badan (°C)" not in labels(first)
    answer = autosave(client, page_url(draft, "kesehatan"), typed(first, kesehatan__keluhan=["demam"]))
    assert answer["X-Balai-Saved"] == "1"
    assert body(answer).startswith("Tersimpan 10.00")
    draft.refresh_from_db()
    assert draft.answers == {"kesehatan/keluhan": ["demam"]}

    whole = body(client.get(page_url(draft, "kesehatan")))
    assert "Suhu badan (°C)" in labels(client.get(page_url(draft, "kesehatan")))
    piece = re.search(r'<div id="isian" hx-swap-oob="innerHTML">(.*)</div>', body(answer), re.DOTALL)[1]
    assert piece.strip() in whole


def test_an_answer_that_shows_nothing_else_leaves_the_questions_alone(client, draft, sari):
    client.force_login(sari)
    first = client.get(page_url(draft, "sapaan"))
    answer = autosave(client, page_url(draft, "sapaan"), typed(first, sapaan__panggilan="Pak Min"))
    assert body(answer).startswith("Tersimpan 10.00")
    assert 'id="isian"' not in body(answer)
    assert '"sapaan/panggilan": "Pak Min"' in body(answer).replace("&quot;", '"')  # what the page shows from now on


def test_a_page_autosaves_again_and_again(client, draft, sari):
    client.force_login(sari)
    sent = drawn(client.get(page_url(draft, "sapaan")))
    for name in ("Pak", "Pak Min", "", "Pak Suratmin"):
        answer = autosave(client, page_url(draft, "sapaan"), sent | {"sapaan/panggilan": [name]})  # an old page
        assert "Juga diubah" not in body(answer)
    draft.refresh_from_db()
    assert draft.answers == {"sapaan/panggilan": "Pak Suratmin"}


def test_what_is_not_understood_stays_as_typed_and_the_rest_is_saved(client, draft, sari):
    draft.save_answers({"kesehatan/keluhan": ["demam"]}, was={}, by=sari)
    client.force_login(sari)
    answer = save(client, page_url(draft, "kesehatan"), kesehatan__suhu="panas sekali", kesehatan__obat="tidak")
    assert "Isi dengan angka, misalnya 36,5." in body(answer) and "Lanjut saja" in body(answer)
    assert drawn(answer)["kesehatan/suhu"] == ["panas sekali"]
    draft.refresh_from_db()
    assert draft.answers == {"kesehatan/keluhan": ["demam"], "kesehatan/obat": "tidak"}
    mended = client.post(page_url(draft, "kesehatan"), typed(answer, kesehatan__suhu="38,5"))
    assert mended.url == page_url(draft, "keamanan")


def test_autosave_says_what_was_not_saved(client, draft, sari):
    draft.save_answers({"kesehatan/keluhan": ["demam"]}, was={}, by=sari)
    client.force_login(sari)
    first = client.get(page_url(draft, "kesehatan"))
    answer = autosave(client, page_url(draft, "kesehatan"), typed(first, kesehatan__suhu="3x"))
    assert "Periksa:" in body(answer) and 'value="3x"' in body(answer)


def test_a_missing_answer_stops_nobody_before_completing(client, draft, sari):
    client.force_login(sari)
    answer = save(client, page_url(draft, "sapaan"), sapaan__bahasa="daerah")
    assert "Isi panggilan atau ciri yang mudah dikenali." in body(answer)
    assert f'href="{page_url(draft, "kesehatan")}">Lanjut saja' in body(answer)
    draft.refresh_from_db()
    assert draft.answers == {"sapaan/bahasa": "daerah"}


def test_an_answer_can_be_taken_back(client, draft, sari):
    draft.save_answers({"kesehatan/obat": "ya", "kesehatan/keluhan": ["luka"]}, was={}, by=sari)
    client.force_login(sari)
    save(client, page_url(draft, "kesehatan"), kesehatan__obat="", kesehatan__keluhan=[])
    draft.refresh_from_db()
    assert draft.answers == {}


def test_what_was_hidden_is_kept_until_completing(client, filled, sari):
    filled.save_answers({"kesehatan/obat": "ya", "kesehatan/obat_rincian": "Parasetamol"}, was={}, by=sari)
    client.force_login(sari)
    save(client, page_url(filled, "kesehatan"), kesehatan__obat="tidak")
    assert "Parasetamol" not in body(client.get(page_url(filled, "kesehatan")))
    again = save(client, page_url(filled, "kesehatan"), kesehatan__obat="ya")
    assert "Parasetamol" in body(client.get(page_url(filled, "kesehatan"))) and again.status_code == 302
    save(client, page_url(filled, "kesehatan"), kesehatan__obat="tidak")
    filled.refresh_from_db()
    filled.submit(by=sari)
    assert "kesehatan/obat_rincian" not in filled.answers


def test_two_who_fill_in_one_page_choose_between_their_answers(client, draft, sari, joko):
    client.force_login(joko)
    seen = client.get(page_url(draft, "sapaan"))
    draft.save_answers({"sapaan/bahasa": "isyarat", "sapaan/panggilan": "Pak Min"}, was={}, by=sari)
    sent = typed(seen, sapaan__bahasa="asing", sapaan__pengantar="polisi")
    asked = client.post(page_url(draft, "sapaan"), sent)
    assert "Anda: <strong>Bahasa asing" in body(asked) and "Sari 16/03 10.00: <strong>Bahasa isyarat" in body(asked)
    draft.refresh_from_db()  # all but the one in question is saved, and what Joko left alone stands
    assert draft.answers == {"sapaan/bahasa": "isyarat", "sapaan/panggilan": "Pak Min", "sapaan/pengantar": "polisi"}

    undecided = client.post(page_url(draft, "sapaan"), drawn(asked, form=None))
    assert "Pilih salah satu jawaban" in body(undecided) and "Anda: <strong>Bahasa asing" in body(undecided)
    chosen = drawn(undecided, form=None) | {"choice-sapaan/bahasa": ["mine"]}
    assert client.post(page_url(draft, "sapaan"), chosen).url == page_url(draft, "kesehatan")
    draft.refresh_from_db()
    assert (draft.answers["sapaan/bahasa"], draft.stamps["sapaan/bahasa"]["by"]) == ("asing", "Joko")


def test_whoever_prefers_the_others_answer_loses_nothing_else(client, draft, sari, joko):
    client.force_login(joko)
    seen = client.get(page_url(draft, "kesehatan"))
    draft.save_answers({"kesehatan/keluhan": ["demam"], "kesehatan/suhu": "39"}, was={}, by=sari)
    asked = client.post(page_url(draft, "kesehatan"), typed(seen, kesehatan__keluhan=["luka", "nyeri"]))
    chosen = drawn(asked, form=None) | {"choice-kesehatan/keluhan": ["theirs"]}
    client.post(page_url(draft, "kesehatan"), chosen)
    draft.refresh_from_db()
    assert draft.answers == {"kesehatan/keluhan": ["demam"], "kesehatan/suhu": "39"}


def test_a_third_answer_while_choosing_is_asked_about_again(client, draft, sari, joko, budi):
    client.force_login(joko)
    seen = client.get(page_url(draft, "sapaan"))
    draft.save_answers({"sapaan/bahasa": "isyarat"}, was={}, by=sari)
    asked = client.post(page_url(draft, "sapaan"), typed(seen, sapaan__bahasa="asing"))
    draft.save_answers({"sapaan/bahasa": "daerah"}, was=draft.answers, by=budi)
    chosen = drawn(asked, form=None) | {"choice-sapaan/bahasa": ["mine"]}
    again = client.post(page_url(draft, "sapaan"), chosen)
    assert "Budi 16/03 10.00: <strong>Bahasa daerah" in body(again)
    draft.refresh_from_db()
    assert draft.answers == {"sapaan/bahasa": "daerah"}


def test_autosave_leaves_a_conflict_open_and_redraws_what_others_changed(client, draft, sari, joko):
    client.force_login(joko)
    seen = client.get(page_url(draft, "sapaan"))
    draft.save_answers({"sapaan/bahasa": "isyarat", "sapaan/panggilan": "Pak Min"}, was={}, by=sari)
    answer = autosave(client, page_url(draft, "sapaan"), typed(seen, sapaan__bahasa="asing"))
    assert "Juga diubah Sari." in body(answer)
    assert 'value="Pak Min"' in body(answer)  # Joko's page did not show it yet
    draft.refresh_from_db()
    assert draft.answers == {"sapaan/bahasa": "isyarat", "sapaan/panggilan": "Pak Min"}


def test_completed_while_somebody_types_keeps_what_was_typed_on_the_screen(client, filled, sari, joko):
    client.force_login(joko)
    seen = client.get(page_url(filled, "kebutuhan"))
    filled.submit(by=sari)
    sent = typed(seen, kebutuhan__bawaan="Tas hitam")
    quiet = autosave(client, page_url(filled, "kebutuhan"), sent)
    assert (quiet["X-Balai-Saved"], "Belum disimpan." in body(quiet)) == ("0", True)
    answer = client.post(page_url(filled, "kebutuhan"), sent)
    assert "Isian Anda belum disimpan." in body(answer)
    assert drawn(answer)["kebutuhan/bawaan"] == ["Tas hitam"]
    filled.refresh_from_db()
    assert "kebutuhan/bawaan" not in filled.answers


def test_a_page_that_somebody_else_opened_saves_nothing(client, draft, sari, joko):
    client.force_login(sari)
    sent = typed(client.get(page_url(draft, "sapaan")), sapaan__panggilan="Pak Min")
    client.force_login(joko)  # on the same machine
    answer = client.post(page_url(draft, "sapaan"), sent, follow=True)
    assert "dibuka oleh akun lain" in body(answer)
    draft.refresh_from_db()
    assert draft.answers == {}


@pytest.mark.parametrize("was", ["", "[]", "kosong"])
def test_a_mangled_page_is_refused(client, draft, sari, was):
    client.force_login(sari)
    sent = drawn(client.get(page_url(draft, "sapaan"))) | {"was": [was]}
    assert client.post(page_url(draft, "sapaan"), sent).status_code == 400


@pytest.mark.parametrize("path", ["kebutuhan/bawaan", "sapaan/tidak_ada", "sapaan", "sapaan/panggilan[x]"])
def test_a_page_that_claims_to_have_shown_something_else_is_refused(client, draft, sari, path):
    client.force_login(sari)
    sent = typed(client.get(page_url(draft, "sapaan")), sapaan__panggilan="Pak Min") | {path: ["Tas"]}
    sent["was"] = [json.dumps(json.loads(sent["was"][0]) | {path: None})]
    assert client.post(page_url(draft, "sapaan"), sent).status_code == 400
    draft.refresh_from_db()
    assert draft.answers == {}


def test_a_question_that_is_skipped_cannot_be_answered(client, draft, sari):
    client.force_login(sari)
    sent = typed(client.get(page_url(draft, "kesehatan")), kesehatan__keluhan=["luka"]) | {"kesehatan/suhu": ["38"]}
    sent["was"] = [json.dumps(json.loads(sent["was"][0]) | {"kesehatan/suhu": None})]
    answer = client.post(page_url(draft, "kesehatan"), sent)
    assert "Suhu badan (°C): “38”. Pertanyaan ini sedang tidak berlaku" in body(answer)
    draft.refresh_from_db()
    assert draft.answers == {"kesehatan/keluhan": ["luka"]}


def test_an_unknown_page_is_not_found(client, draft, sari):
    client.force_login(sari)
    assert client.get(page_url(draft, "tidak-ada")).status_code == 404


FOLLOWS = "${s1} = 'ya'"
MANY = "\n".join(
    ["| survey |", "| | type | name | label | relevant |", "| | begin group | satu | Satu | |"]
    + [f"| | select_one yt | s{n} | Pertanyaan {n} | {'' if n % 4 else FOLLOWS} |" for n in range(1, 51)]
    + [f"| | text | t{n} | Tulis {n} | |" for n in range(50)]
    + ["| | end group | | | |", "| choices |", "| | list_name | name | label |"]
    + [f"| | yt | {name} | {name} |" for name in ("ya", "tidak", "tt")]
    + ["| settings |", "| | form_title | form_id |", "| | Seratus | seratus |"]
)


def test_a_hundred_questions_save_with_few_queries(client, today, stay, sari, django_assert_max_num_queries):
    version, _ = InstrumentVersion.publish(source=MANY.encode(), kind=".md")
    draft = Assessment.start(stay, version=version, by=sari)
    client.force_login(sari)
    sent = typed(client.get(page_url(draft, "satu")), satu__s1="ya")
    with django_assert_max_num_queries(14):
        answer = autosave(client, page_url(draft, "satu"), sent)
    assert 'id="isian"' in body(answer)


def test_nothing_personal_stands_in_a_title(client, draft, sari):
    client.force_login(sari)
    page = body(client.get(page_url(draft, "sapaan")))
    assert "<title>Sapaan dan kedatangan · Balai</title>" in page
    assert draft.started_at.date() == date(2026, 3, 16)
