"""Members of a family on the page: added, removed, and by two people at once."""

import json

import pytest
from django.core.exceptions import ValidationError
from lxml import html

from assessments.models import Assessment, InstrumentVersion
from cases.models import AuditEvent
from tests.assessments.browser import autosave, body, drawn, page_url, typed
from tests.assessments.test_xlsform_repeats import FAMILY

PAGE = "kel"


@pytest.fixture
def family(today, stay, sari, db):
    version, _ = InstrumentVersion.publish(source=FAMILY.encode(), kind=".md")
    return Assessment.start(stay, version=version, by=sari)


def button(response, name):
    found = html.fromstring(body(response)).xpath(f"//button[@name='{name}']/@value")
    return found[-1] if found else None


def answers(assessment):
    assessment.refresh_from_db()
    return assessment.answers


def add(client, assessment, **typed_too):
    """Press “Tambah” without JavaScript; the place of the new instance."""
    page = client.get(page_url(assessment, PAGE))
    place = next(value for value in html.fromstring(body(page)).xpath("//button[@name='add']/@value"))
    response = client.post(page_url(assessment, PAGE), typed(page, **typed_too) | {"add": [place]})
    assert response.url.startswith(page_url(assessment, PAGE))
    return place


def test_a_member_is_added_by_a_plain_button_and_what_was_typed_is_saved_with_it(client, family, sari):
    client.force_login(sari)
    place = add(client, family, kel__kepala="Pak Min")
    found = answers(family)
    assert (found[place], found["kel/kepala"], found[f"{place}/sekolah"]) == (1, "Pak Min", "tidak")
    assert "Anggota keluarga 1" in body(client.get(page_url(family, PAGE)))


def test_pressing_twice_adds_one(client, family, sari):
    client.force_login(sari)
    sent = drawn(page := client.get(page_url(family, PAGE))) | {"add": [button(page, "add")]}
    client.post(page_url(family, PAGE), sent)
    client.post(page_url(family, PAGE), sent)
    assert sum(path.endswith("]") for path in answers(family)) == 1


def test_added_in_place_the_questions_are_drawn_anew(client, family, sari):
    client.force_login(sari)
    page = client.get(page_url(family, PAGE))
    place = button(page, "add")
    answer = autosave(client, page_url(family, PAGE), drawn(page) | {"add": [place]})
    assert answer["X-Balai-Saved"] == "1" and f'id="s-{place}"' in body(answer)


def test_two_who_add_at_once_both_keep_their_member(client, family, sari, joko):
    client.force_login(sari)
    hers = client.get(page_url(family, PAGE))
    client.force_login(joko)
    his = client.get(page_url(family, PAGE))
    client.post(page_url(family, PAGE), drawn(his) | {"add": [button(his, "add")]})
    client.force_login(sari)
    client.post(page_url(family, PAGE), drawn(hers) | {"add": [button(hers, "add")]})
    found = answers(family)
    assert sorted(order for path, order in found.items() if path.endswith("]")) == [1, 2]
    assert {button(his, "add"), button(hers, "add")} <= set(found)


def test_two_members_filled_by_two_people_are_both_kept(client, family, sari, joko):
    client.force_login(sari)
    first, second = add(client, family), add(client, family)
    hers = client.get(page_url(family, PAGE))
    client.force_login(joko)
    his = client.get(page_url(family, PAGE))
    client.post(page_url(family, PAGE), typed(his) | {f"{second}/nama": ["Budi"]})
    client.force_login(sari)
    client.post(page_url(family, PAGE), typed(hers) | {f"{first}/nama": ["Ani"]})
    assert (answers(family)[f"{first}/nama"], family.answers[f"{second}/nama"]) == ("Ani", "Budi")


def test_an_empty_member_goes_at_once(client, family, sari):
    family.add_instance("kel/anggota[x1]", by=sari)
    family.save_answers({"kel/anggota[x1]/sekolah": None}, was={"kel/anggota[x1]/sekolah": "tidak"}, by=sari)
    client.force_login(sari)
    page = client.get(page_url(family, PAGE))
    client.post(page_url(family, PAGE), drawn(page) | {"remove": ["kel/anggota[x1]"]})
    assert not any(path.startswith("kel/anggota[x1]") for path in answers(family))


@pytest.fixture
def two(family, sari):
    for place, name in (("kel/anggota[x1]", "Ani"), ("kel/anggota[y2]", "Budi")):
        family.add_instance(place, by=sari)
        family.save_answers({f"{place}/nama": name}, was={}, by=sari)
    return family


def test_a_member_with_answers_goes_after_a_page_that_says_what_goes(client, two, sari):
    client.force_login(sari)
    page = client.get(page_url(two, PAGE))
    asked = client.post(page_url(two, PAGE), drawn(page) | {"remove": ["kel/anggota[x1]"]})
    shown = client.get(asked.url)
    assert "Hapus Anggota keluarga 1?" in body(shown) and "Ani" in body(shown)
    assert answers(two)["kel/anggota[x1]/nama"] == "Ani"  # nothing yet
    done = client.post(asked.url, drawn(shown, form=None))
    assert done.url.startswith(page_url(two, PAGE))
    found = answers(two)
    assert not any(path.startswith("kel/anggota[x1]") for path in found)
    assert found["kel/anggota[y2]/nama"] == "Budi"  # under its own id, whatever number it has now
    assert AuditEvent.objects.filter(action="assessment.instance_removed").count() == 1
    assert "Anggota keluarga 1" in body(client.get(page_url(two, PAGE)))


def test_what_somebody_answered_since_is_not_removed_unseen(client, two, sari, joko):
    client.force_login(sari)
    url = f"/asesmen/{two.pk}/hapus/kel/anggota[x1]/"
    shown = client.get(url)
    two.save_answers({"kel/anggota[x1]/umur": 9}, was={}, by=joko)
    again = client.post(url, drawn(shown, form=None))
    assert "berubah sejak halaman dibuka" in body(again)
    assert answers(two)["kel/anggota[x1]/nama"] == "Ani"
    assert client.post(url, drawn(again, form=None)).status_code == 302


def test_a_late_save_of_a_removed_member_is_told_and_stores_nothing(client, two, sari, joko):
    client.force_login(joko)
    seen = client.get(page_url(two, PAGE))
    two.remove_instance("kel/anggota[x1]", by=sari, seen=two.mark_of("kel/anggota[x1]"))
    sent = typed(seen, kel__kepala="Budi") | {"kel/anggota[x1]/umur": ["9"]}
    for answer in (autosave(client, page_url(two, PAGE), sent), client.post(page_url(two, PAGE), sent)):
        assert "Tidak tersimpan:" in body(answer) and "“9”. Bagian ini dihapus oleh Sari." in body(answer)
    assert not any(path.startswith("kel/anggota[x1]") for path in answers(two))
    assert two.answers["kel/kepala"] == "Budi"


def test_the_id_of_a_removed_member_is_not_used_again(two, sari):
    two.remove_instance("kel/anggota[x1]", by=sari, seen=two.mark_of("kel/anggota[x1]"))
    with pytest.raises(ValidationError, match="sudah dihapus"):
        two.add_instance("kel/anggota[x1]", by=sari)
    with pytest.raises(ValidationError, match="sudah dihapus oleh Sari"):
        two.remove_instance("kel/anggota[x1]", by=sari)


SMUGGLED = ["kel/anggota[zz]/nama[a]", "kel/anggota/nama", "kel/anggota[x1]", "kel/anggota[x1]/kakak", "kel/jumlah"]


@pytest.mark.parametrize("path", SMUGGLED)
def test_a_path_that_no_page_has_is_refused(client, two, sari, path):
    client.force_login(sari)
    sent = drawn(client.get(page_url(two, PAGE))) | {path: ["x"], "kel/kepala": ["Lain"]}
    sent["was"] = [json.dumps(json.loads(sent["was"][0]) | {path: None})]
    before = answers(two)
    assert client.post(page_url(two, PAGE), sent).status_code == 400
    assert answers(two) == before


REFUSED = [
    ("kel/anggota[zz]/nama", "Cici", "Isian ini tidak dapat diubah sekarang."),
    ("kel/anggota[x1]/gaji", "5", "Pertanyaan ini sedang tidak berlaku"),
]


@pytest.mark.parametrize(("path", "said", "reason"), REFUSED)
def test_what_was_not_asked_in_an_instance_is_refused_and_said(client, two, sari, path, said, reason):
    client.force_login(sari)
    sent = drawn(client.get(page_url(two, PAGE))) | {path: [said]}
    sent["was"] = [json.dumps(json.loads(sent["was"][0]) | {path: None})]
    before = answers(two)
    assert reason in body(client.post(page_url(two, PAGE), sent))
    assert answers(two) == before


def test_a_choice_that_another_answer_rules_out_is_refused(client, two, sari):
    client.force_login(sari)
    page = client.get(page_url(two, PAGE))
    answer = client.post(page_url(two, PAGE), typed(page) | {"kel/anggota[y2]/kota": ["solo"]})
    assert "Pilihan ini tidak tersedia" in body(answer)
    assert "kel/anggota[y2]/kota" not in answers(two)


@pytest.mark.parametrize("place", ["kel/anggota[A-1]", "kel/lain[a1]", "kel/anggota[y2]/hewan[1]", "../x[a]"])
def test_nothing_is_added_where_nothing_can_be(client, two, sari, place):
    client.force_login(sari)
    before = answers(two)
    client.post(page_url(two, PAGE), drawn(client.get(page_url(two, PAGE))) | {"add": [place]})
    assert set(answers(two)) == set(before)


def test_completing_stores_the_members_that_are_there(two, sari):
    said = {"kel/anggota[x1]/umur": 9, "kel/anggota[x1]/sekolah": "ya"}
    two.save_answers(said, was={"kel/anggota[x1]/sekolah": "tidak"}, by=sari)
    two.remove_instance("kel/anggota[y2]", by=sari, seen=two.mark_of("kel/anggota[y2]"))
    services = two.submit(by=sari)
    found = answers(two)
    assert (found["kel/anggota[x1]"], found["kel/nama2"], found["kel/jumlah"]) == (1, "Ani", "1")
    assert not any("[y2]" in path for path in [*found, *two.stamps])
    assert [service.slug for service in services] == ["school_supplies"]


def test_members_can_be_tried_out_in_the_preview(client, family, dewi):
    client.force_login(dewi)
    url = f"/instrumen/versi/{family.version_id}/pratinjau/{PAGE}/"
    page = client.get(url)
    sent = drawn(page, form="pratinjau") | {"add": [button(page, "add")]}
    again = client.post(url, sent)
    assert "Anggota keluarga 1" in body(again)
    gone = client.post(url, drawn(again, form="pratinjau") | {"remove": [button(again, "remove")]})
    assert "Anggota keluarga 1" not in body(gone)
