"""What the file knows is filled in; what the assessment found goes back only when somebody says so."""

from datetime import date

import pytest

from assessments.models import Assessment, InstrumentVersion
from assessments.xlsform import FormRefused, read
from cases.models import AuditEvent
from tests.assessments.browser import body, drawn, page_url, save, url

ASKS = """
| survey |
| | type | name | label | bind::balai:client |
| | begin group | diri | Diri | |
| | text | nama | Nama | name |
| | text | panggilan | Panggilan | aliases |
| | date | lahir | Tanggal lahir | birth_date |
| | select_one jk | jk | Jenis kelamin | sex |
| | text | hp | Nomor HP | phone |
| | text | lain | Lain-lain | |
| | end group | | | |
| choices |
| | list_name | name | label |
| | jk | L | Laki-laki |
| | jk | P | Perempuan |
| settings |
| | form_title | form_id |
| | Diri | diri |
"""


@pytest.fixture
def asked(today, stay, sari, person):
    person.aliases = ["Min"]
    person.save()
    version, _ = InstrumentVersion.publish(source=ASKS.encode(), kind=".md")
    return Assessment.start(stay, version=version, by=sari)


def complete(client, assessment, *ticked, **more):
    page = client.get(url("assessment_check", assessment))
    return client.post(url("assessment_check", assessment), drawn(page, form=None) | {"file": list(ticked)} | more)


def test_a_draft_begins_with_what_the_file_knows(client, asked, sari):
    assert asked.answers == {
        "diri/nama": "Suratmin", "diri/panggilan": "Min", "diri/lahir": "1956-01-01", "diri/jk": "L"
    }  # fmt: skip
    client.force_login(sari)
    page = body(client.get(page_url(asked, "diri")))
    assert page.count("Dari berkas klien.") == 4
    save(client, page_url(asked, "diri"), diri__nama="Suratman")
    assert body(client.get(page_url(asked, "diri"))).count("Dari berkas klien.") == 3


def test_nothing_goes_back_unasked(client, asked, sari, person):
    client.force_login(sari)
    save(client, page_url(asked, "diri"), diri__nama="Suratman", diri__hp="0812-0000-0001")
    check = body(client.get(url("assessment_check", asked)))
    assert "Di berkas: <strong>Suratmin" in check and "Di asesmen: <strong>Suratman" in check
    assert "Di berkas: <strong>belum ada" in check and 'name="file"' in check and "checked" not in check
    assert complete(client, asked).status_code == 302
    person.refresh_from_db()
    asked.refresh_from_db()
    assert (person.name, person.phone, asked.answers["diri/nama"]) == ("Suratmin", "", "Suratman")


def test_what_is_ticked_goes_to_the_file_by_its_own_form(client, asked, sari, person):
    client.force_login(sari)
    save(client, page_url(asked, "diri"), diri__nama="Suratman", diri__panggilan="Pak Man", diri__hp="0812")
    done = complete(client, asked, "diri/nama", "diri/panggilan")
    assert done.status_code == 302
    person.refresh_from_db()
    assert (person.name, person.aliases, person.phone) == ("Suratman", ["Min", "Pak Man"], "")
    changed = AuditEvent.objects.get(action="client.changed")
    assert (changed.actor_name, changed.details["changed"]["name"]) == ("Sari", ["Suratmin", "Suratman"])


def test_what_the_file_refuses_stops_both(client, asked, sari, person):
    client.force_login(sari)
    save(client, page_url(asked, "diri"), diri__lahir="2030-01-01", diri__nama="Suratman")
    answer = complete(client, asked, "diri/lahir", "diri/nama")
    assert "Tanggal lahir belum tiba." in body(answer) and body(answer).count("checked") == 2
    person.refresh_from_db()
    asked.refresh_from_db()
    assert (person.name, asked.status) == ("Suratmin", "draft")


def test_a_file_changed_meanwhile_is_looked_at_again(client, asked, sari, person):
    client.force_login(sari)
    save(client, page_url(asked, "diri"), diri__nama="Suratman")
    answer = complete(client, asked, "diri/nama", client_version="0")
    assert "Berkas klien berubah sejak halaman ini dibuka." in body(answer)
    person.refresh_from_db()
    assert person.name == "Suratmin"


def test_an_incomplete_assessment_changes_no_file(client, today, stay, sari, person):
    source = ASKS.replace("| label |", "| label | required |").replace("Lain-lain |", "Lain-lain | yes |")
    source = source.replace("Nama |", "Nama | |").replace("Panggilan |", "Panggilan | |")
    source = source.replace("Tanggal lahir |", "Tanggal lahir | |").replace("Jenis kelamin |", "Jenis kelamin | |")
    source = source.replace("Nomor HP |", "Nomor HP | |")
    version, _ = InstrumentVersion.publish(source=source.encode(), kind=".md")
    asked = Assessment.start(stay, version=version, by=sari)
    asked.save_answers({"diri/nama": "Suratman"}, was={"diri/nama": "Suratmin"}, by=sari)
    client.force_login(sari)
    assert "belum dapat diselesaikan" in body(complete(client, asked, "diri/nama"))
    person.refresh_from_db()
    assert person.name == "Suratmin"
    assert not AuditEvent.objects.filter(action="client.changed").exists()


def test_what_has_no_place_in_the_file_is_not_filled_in(today, stay, sari, person):
    person.sex, person.birth_date, person.estimated_age, person.age_estimated_on = "", None, 60, date(2026, 3, 1)
    person.save()
    source = ASKS.replace("| | jk | L | Laki-laki |", "| | jk | laki | Laki-laki |")
    source = source.replace(
        "| date | lahir | Tanggal lahir | birth_date |", "| integer | umur | Umur | estimated_age |"
    )
    version, _ = InstrumentVersion.publish(source=source.encode(), kind=".md")
    assert Assessment.start(stay, version=version, by=sari).answers == {"diri/nama": "Suratmin", "diri/umur": 60}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("| | text | nama | Nama | nik |", "Berkas klien tidak mempunyai “nik”"),
        ("| | integer | nama | Nama | name |", "“name” memerlukan jenis text"),
    ],
)
def test_a_wrong_column_is_refused_with_its_row(wrong, words):
    with pytest.raises(FormRefused, match=words) as refused:
        read(ASKS.replace("| | text | nama | Nama | name |", wrong))
    assert refused.value.problems[0].row == 3
