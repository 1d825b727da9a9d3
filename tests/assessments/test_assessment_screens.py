import pytest
from django.urls import reverse

from assessments.models import Assessment
from cases.models import AuditEvent, Need
from tests.assessments.browser import body, drawn, page_url, save, url
from tests.factories import make_stay, reason


def test_the_story(client, today, instruments, stay, sari, budi):
    """Sari fills in the first assessment page by page; it opens three needs; Budi approves it."""
    client.force_login(sari)
    started = client.post(url("assessment_start", stay), {"version": instruments["asesmen-awal"].pk})
    assessment = Assessment.objects.get()
    assert started.url == assessment.get_absolute_url()
    assert body(client.get(started.url)).count("Belum mulai") == 4

    answers = {
        "sapaan": {"sapaan__panggilan": "Pak Min"},
        "kesehatan": {"kesehatan__keluhan": ["luka"]},
        "keamanan": {"keamanan__bahaya_diri": "tidak_tampak"},
        "kebutuhan": {"kebutuhan__kebutuhan_segera": ["makan", "pakaian"], "kebutuhan__kesimpulan": "Luka di kaki."},
    }
    visited, answered = page_url(assessment, "sapaan"), []
    while "/isi/" in visited:
        name = visited.split("/")[-2]
        answered.append(name)
        visited = save(client, visited, **answers[name]).url
    assert (answered, visited) == (list(answers), url("assessment_check", assessment))

    check = client.get(visited)
    assert "Luka di kaki." in body(check) and "Kebutuhan yang dibuka" in body(check)
    done = client.post(visited, drawn(check, form=None), follow=True)
    assert "Asesmen selesai dan diajukan untuk ditinjau. 3 kebutuhan dibuka." in body(done)
    assert Need.objects.open().filter(stay=stay).count() == 3

    client.force_login(budi)
    review = client.get(url("assessment_review", assessment))
    assert "Pak Min" in body(review)
    approved = client.post(url("assessment_review", assessment), drawn(review, form=None), follow=True)
    assert "Asesmen disetujui." in body(approved)
    assessment.refresh_from_db()
    assert (assessment.status, assessment.reviewed_by) == ("approved", budi)


def test_a_gap_stands_in_the_way_of_completing_with_a_link_to_it(client, draft, sari):
    client.force_login(sari)
    check = client.get(url("assessment_check", draft))
    refused = client.post(url("assessment_check", draft), drawn(check, form=None))
    assert "Asesmen belum dapat diselesaikan" in body(refused)
    assert f'{page_url(draft, "sapaan")}#q-sapaan/panggilan">Isi panggilan' in body(refused)
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_completing_unseen_answers_is_refused(client, filled, sari, joko):
    client.force_login(sari)
    check = client.get(url("assessment_check", filled))
    filled.save_answers({"kebutuhan/bawaan": "Pisau"}, was={}, by=joko)
    refused = client.post(url("assessment_check", filled), drawn(check, form=None))
    assert "Jawaban berubah sejak halaman ini dibuka." in body(refused) and "Pisau" in body(refused)
    assert client.post(url("assessment_check", filled), drawn(refused, form=None)).status_code == 302


def test_a_returned_one_goes_back_with_its_note_and_comes_again(client, submitted, sari, budi):
    client.force_login(budi)
    review = url("assessment_review", submitted)
    refused = client.post(review, drawn(client.get(review), form=None) | {"return": "1", "note": " "})
    assert "Tulis apa yang perlu diperbaiki." in body(refused)
    client.post(review, drawn(refused, form=None) | {"return": "1", "note": "Sebutkan letak luka."})
    client.force_login(sari)
    hub = body(client.get(submitted.get_absolute_url()))
    assert "Dikembalikan oleh Budi" in hub and "Sebutkan letak luka." in hub
    save(client, page_url(submitted, "kebutuhan"), kebutuhan__kesimpulan="Luka di kaki kiri.")
    check = url("assessment_check", submitted)
    client.post(check, drawn(client.get(check), form=None))
    client.force_login(budi)
    assert "Sebutkan letak luka." in body(client.get(review))
    client.post(review, drawn(client.get(review), form=None))
    submitted.refresh_from_db()
    assert (submitted.status, submitted.answers["kebutuhan/kesimpulan"]) == ("approved", "Luka di kaki kiri.")


def test_own_work_is_not_reviewed(client, filled, budi):
    filled.submit(by=budi)
    client.force_login(budi)
    page = client.get(url("assessment_review", filled))
    assert "orang lain yang meninjaunya" in body(page) and "Setujui asesmen" not in body(page)
    answer = client.post(url("assessment_review", filled), {"revision": filled.revision, "approve": "1"})
    assert "Asesmen ditinjau oleh orang lain" in body(answer)


def test_a_completed_one_is_read_not_filled_in(client, submitted, sari):
    client.force_login(sari)
    for name in ("assessment_check", "assessment_detail"):
        page = client.get(url(name, submitted), follow=True)
        assert "Perlu perawatan luka." in body(page) and "Ubah" not in body(page)
    assert client.get(page_url(submitted, "sapaan")).url == submitted.get_absolute_url()


def test_starting_again_leads_to_the_open_one(client, draft, instruments, stay, sari):
    client.force_login(sari)
    offered = client.get(url("assessment_start", stay))
    assert body(offered).count("sedang diisi, dilanjutkan") == 1
    again = client.post(url("assessment_start", stay), {"version": instruments["asesmen-awal"].pk})
    assert (again.url, Assessment.objects.count()) == (draft.get_absolute_url(), 1)
    assert "Pilih instrumen." in body(client.post(url("assessment_start", stay), {"version": ""}))


def test_the_tab_lists_what_one_may_read(client, submitted, person, melati, kenanga, sari, citra, today):
    submitted.stay.discharge(by=sari, on=today, reason=reason("reunifikasi"))
    theirs = make_stay(kenanga, by=citra, client=person, entered_on=today)
    Assessment.start(theirs, version=submitted.version, by=citra)
    shown = {}
    for reader in (sari, citra):
        client.force_login(reader)
        page = body(client.get(reverse("assessments:client_assessments", args=[person.pk])))
        shown[reader.username] = [words for words in ("Menunggu tinjauan", "Sedang diisi") if words in page]
    assert shown == {"sari": ["Menunggu tinjauan"], "citra": ["Sedang diisi"]}


def test_reading_leaves_a_trace(client, submitted, sari, budi):
    client.force_login(sari)
    client.get(submitted.get_absolute_url())
    client.force_login(budi)
    client.get(url("assessment_review", submitted))
    read = AuditEvent.objects.filter(action="assessment.viewed", target_id=str(submitted.pk)).order_by("pk")
    assert list(read.values_list("actor_name", flat=True)) == ["Sari", "Budi"]


ROUTES = ["detail", "page", "check", "review", "start", "client"]
ACCESS = {  # who            detail page check review start client
    "sari": (200, 200, 200, 403, 200, 200),
    "oka": (403, 403, 403, 403, 403, 403),
    "budi": (200, 200, 200, 302, 200, 200),
    "citra": (404, 404, 404, 404, 404, 404),
    "dewi": (404, 404, 404, 404, 404, 404),
    "agus": (404, 404, 404, 404, 404, 404),
}


@pytest.mark.parametrize("who", ACCESS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_open_what(client, filled, who, method, request):
    addresses = {
        "detail": filled.get_absolute_url(),
        "page": page_url(filled, "sapaan"),
        "check": url("assessment_check", filled),
        "review": url("assessment_review", filled),
        "start": url("assessment_start", filled.stay),
        "client": reverse("assessments:client_assessments", args=[filled.stay.client_id]),
    }
    client.force_login(request.getfixturevalue(who))
    got = tuple(getattr(client, method)(addresses[name]).status_code for name in ROUTES)
    if method == "get":
        assert got == ACCESS[who]
    elif ACCESS[who][0] != 200:
        refused = ACCESS[who][0]
        assert got == (405, refused, refused, refused, refused, 405)
    filled.refresh_from_db()
    assert filled.status == "draft"


def test_lists_and_pages_stay_flat(client, submitted, instruments, stay, person, sari, django_assert_max_num_queries):
    client.force_login(sari)
    client.get(submitted.get_absolute_url())
    with django_assert_max_num_queries(12):
        client.get(submitted.get_absolute_url())
    for _ in range(5):
        Assessment.start(stay, version=instruments["asesmen-awal"], by=sari)
        again = Assessment.objects.editable().get()
        again.save_answers(submitted.answers, was={}, by=sari)
        again.submit(by=sari)
    with django_assert_max_num_queries(14):
        page = client.get(reverse("assessments:client_assessments", args=[person.pk]))
    assert body(page).count("Menunggu tinjauan") == 6


def test_answers_are_read_under_the_headings_they_were_asked_under(client, today, instruments, stay, sari):
    draft = Assessment.start(stay, version=instruments["asesmen-pgot"], by=sari)
    client.force_login(sari)
    page = body(client.get(url("assessment_check", draft)))
    assert page.index("<h3>Masalah</h3>") < page.index("<dt>Masalah psikologis</dt>") < page.index("<h3>Potensi</h3>")
    assert "Jawaban “Ya” membuka kebutuhan" not in page  # explains, answers nothing
