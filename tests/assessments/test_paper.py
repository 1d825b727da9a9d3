"""Forms on paper: empty ones to fill in by hand, and what was answered."""

import pytest
from django.urls import reverse

from assessments.documents import empty_form, filled_form
from assessments.documents.conditions import in_words
from assessments.documents.empty import Paper
from assessments.xlsform import read
from cases.models import AuditEvent
from tests.assessments.browser import body, drawn, url

FORM = """
| survey |
| | type | name | label | hint | relevant | appearance | calculation |
| | begin group | a | Bagian satu | | | | |
| | select_one yt | luka | Ada luka? | | | | |
| | select_multiple gejala | gejala | Gejala | | | | |
| | integer | umur | Umur | | | | |
| | date | tanggal | Tanggal | | | | |
| | calculate | dua | | | | | ${umur} * 2 |
| | note | hasil | Dua kali: ${dua} | | | | |
| | note | jelas | Bacakan perlahan. | | | | |
| | text | cerita | Ceritakan, ${umur} | | RULE | multiline | |
| | acknowledge | ya | Sudah dijelaskan | | | | |
| | end group | | | | | | |
| | begin group | b | Bagian dua | | | | |
| | select_one yt | p | Pertama | | | | |
| | select_one yt | q | Kedua | | | | |
| | select_one yt | r | Ketiga | | | | |
| | end group | | | | | | |
| choices |
| | list_name | name | label |
| | yt | ya | Ya |
| | yt | tidak | Tidak |
| | gejala | demam | Demam |
| | gejala | batuk | Batuk |
| | gejala | tidak_ada | Tidak ada |
| settings |
| | form_title | form_id | version |
| | Uji | uji | 1 |
"""


def paper(rule=""):
    return Paper(read(FORM.replace("RULE", rule)))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", ""),
        ("${luka} = 'ya'", "Isi hanya bila no. 1.1 dijawab “Ya”."),
        ("${luka} != 'ya'", "Isi hanya bila no. 1.1 bukan “Ya”."),
        ("${luka} != ''", "Isi hanya bila no. 1.1 diisi."),
        ("selected(${gejala}, 'demam')", "Isi hanya bila no. 1.2 dijawab “Demam”."),
        ("selected('demam batuk', ${gejala})", "Isi hanya bila no. 1.2 dijawab “Demam” atau “Batuk”."),
        (
            "selected(${gejala}, 'demam') or selected(${gejala}, 'batuk')",
            "Isi hanya bila no. 1.2 dijawab “Demam” atau “Batuk”.",
        ),
        (
            "count-selected(${gejala}) > 0 and not(selected(${gejala}, 'tidak_ada'))",
            "Isi hanya bila no. 1.2 diisi dan bukan “Tidak ada”.",
        ),
        ("${umur} > 17", "Isi hanya bila no. 1.3 lebih dari 17."),
        ("${luka} = 'ya' and ${umur} >= 17", "Isi hanya bila no. 1.1 dijawab “Ya”, dan no. 1.3 17 atau lebih."),
        ("${luka} = 'ya' or ${umur} > 17 and ${umur} < 60", "Isi bila berlaku."),
        ("${dua} > 3", "Isi bila berlaku."),
        ("string-length(${gejala}) > 3", "Isi bila berlaku."),
    ],
)
def test_when_a_question_applies_is_said_in_words(rule, words):
    made = paper(rule)
    assert in_words(made.form.question("a/cerita"), made.form, made.number_of) == words


def test_each_question_has_its_number_and_a_place_to_write():
    first, second = paper("${luka} = 'ya'").parts
    drawn_as = [(item.number, item.kind, item.label) for item in first.items]
    assert drawn_as == [
        ("1.1", "one", "Ada luka?"), ("1.2", "many", "Gejala"), ("1.3", "short", "Umur"), ("1.4", "date", "Tanggal"),
        ("", "note", "Bacakan perlahan."), ("1.5", "lines", "Ceritakan, ……"), ("1.6", "tick", "Sudah dijelaskan"),
    ]  # fmt: skip
    (table,) = second.items
    assert (table.kind, table.options, [row.number for row in table.rows]) == (
        "table",
        ["Ya", "Tidak"],
        ["2.1", "2.2", "2.3"],
    )


def test_the_empty_form_bears_the_client_only_when_it_is_for_one(instruments, stay):
    version = instruments["asesmen-pgot"]
    assert "Suratmin" not in empty_form(version, shelter=stay.shelter).html()
    mine = empty_form(version, stay=stay)
    assert "Suratmin" in mine.html() and "Suratmin" not in mine.filename
    assert f"{stay.register_number}" in mine.html() and "versi 1" in mine.html()
    title = mine.html().split("<title>")[1].split("</title>")[0]
    assert "Suratmin" not in title


def test_sari_prints_the_largest_form(client, today, instruments, stay, sari):
    """The one real PDF of this kind: the others are looked at as pages."""
    client.force_login(sari)
    listed = client.get(reverse("assessments:stay_paperforms", args=[stay.pk]))
    address = reverse("assessments:stay_paperform_pdf", args=[stay.pk, instruments["asesmen-pgot"].pk])
    assert address in body(listed)
    printed = client.get(address)
    assert (printed["Content-Type"], printed.content[:5]) == ("application/pdf", b"%PDF-")
    assert "no-store" in printed["Cache-Control"] and "Suratmin" not in printed["Content-Disposition"]
    assert AuditEvent.objects.filter(action="paperform.printed", client_id=stay.client_id).count() == 1


def test_a_filled_form_is_a_draft_until_it_is_approved(submitted, budi):
    html = filled_form(submitted).html()
    assert "KONSEP" in html and "Pak Min" in html
    submitted.approve(by=budi)
    html = filled_form(submitted).html()
    assert "KONSEP" not in html and "Budi" in html


def test_what_was_not_asked_is_named_once_and_not_line_by_line(submitted):
    html = filled_form(submitted).html()
    assert "Belum ditanya: Bahaya bagi diri sendiri; Bahaya bagi orang lain." in html
    assert html.count("Bahaya bagi diri sendiri") == 1


@pytest.fixture
def told(today, instruments, stay, sari):
    """Of a girl, what was asked about violence is sensitive."""
    from assessments.models import Assessment  # noqa: PLC0415

    stay.client.birth_date = today.replace(year=2014)
    stay.client.save()
    made = Assessment.start(stay, version=instruments["asesmen-pgot"], by=sari)
    made.save_answers({"hukum/korban": "ya", "hukum/korban_rincian": "Dipukul"}, was={}, by=sari)
    return made


def test_what_is_sensitive_is_left_out(told):
    html = filled_form(told).html()
    assert "Dipukul" not in html and "2 jawaban yang peka tidak dicetak" in html
    assert "Dipukul" in filled_form(told, whole=True).html()


def test_to_print_it_all_needs_a_reason_that_stays_on_the_trail(client, told, sari):
    client.force_login(sari)
    page = url("assessment_print", told)
    refused = client.post(page, {"whole": "on", "reason": " "})
    assert "Tulis mengapa jawaban yang peka perlu dicetak." in body(refused)
    assert not AuditEvent.objects.filter(action="assessment.printed").exists()
    printed = client.post(page, drawn(client.get(page), form=None) | {"whole": "on", "reason": "Diminta UPTD PPA"})
    assert printed["Content-Type"] == "application/pdf"
    assert AuditEvent.objects.get(action="assessment.printed").details["reason"] == "Diminta UPTD PPA"


REPEAT = """
| survey |
| | type | name | label | relevant |
| | begin group | a | Keluarga | |
| | begin repeat | anggota | Anggota | |
| | text | nama | Nama | |
| | select_one yt | serumah | Serumah? | |
| | text | sejak | Sejak kapan? | ${serumah} = 'ya' |
| | end repeat | | | |
| | image | foto | Foto rumah | |
| | end group | | | |
| choices |
| | list_name | name | label |
| | yt | ya | Ya |
| | yt | tidak | Tidak |
| settings |
| | form_title | form_id | version |
| | Uji | uji | 1 |
"""


def test_what_repeats_has_three_empty_blocks():
    (part,) = Paper(read(REPEAT)).parts
    block, picture = part.items
    assert (len(block.times), picture.kind) == (3, "picture")
    assert block.items[2].condition == "Isi hanya bila no. 1.2 dijawab “Ya”."


def test_questions_with_one_rule_share_a_table_and_say_it_once(instruments):
    parts = Paper(instruments["perkembangan"].form).parts
    tables = [item for part in parts for inner in part.items if inner.kind == "part" for item in inner.items]
    tables = [item for item in tables if item.kind == "table"]
    assert tables and all(table.condition.startswith("Isi hanya bila no. ") for table in tables)
    assert all(len(table.rows) == 3 for table in tables)
