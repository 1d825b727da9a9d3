"""Photos and documents as answers."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from assessments.models import Assessment, AssessmentFile, InstrumentVersion
from cases.models import AuditEvent
from cases.permissions import Role
from tests.assessments.browser import autosave, body, drawn, page_url, typed
from tests.factories import make_stay, make_user, picture_bytes

SOURCE = """
| survey |
| | type | name | label | required | relevant |
| | begin group | g | Bukti | | |
| | image | foto | Foto rumah | yes | |
| | file | surat | Surat keterangan | | |
| | begin repeat | anak | Anak | | |
| | image | wajah | Foto anak | | |
| | end repeat | | | | |
| | text | catatan | Catatan | | ${foto} != '' |
| | end group | | | | |
| settings |
| | form_title | form_id |
| | Bukti | bukti |
"""


@pytest.fixture
def proof(today, stay, sari, db):
    version, _ = InstrumentVersion.publish(source=SOURCE.encode(), kind=".md")
    return Assessment.start(stay, version=version, by=sari)


def photo(name="rumah.jpg", colour="red"):
    return SimpleUploadedFile(name, picture_bytes(colour), "image/jpeg")


def send(client, assessment, autosaves=False, **changes):
    url = page_url(assessment, "g")
    sent = typed(client.get(url), **changes)
    files = {name: value[0] for name, value in sent.items() if hasattr(value[0], "read")}
    sent = {name: value for name, value in sent.items() if name not in files and value != [""]} | files
    return autosave(client, url, sent) if autosaves else client.post(url, sent)


def answers(assessment):
    assessment.refresh_from_db()
    return assessment.answers


@pytest.mark.parametrize("autosaves", [False, True])
def test_a_photo_is_kept_small_and_private(client, proof, sari, autosaves):
    client.force_login(sari)
    page = client.get(page_url(proof, "g"))
    assert 'enctype="multipart/form-data"' in body(page) and 'capture="environment"' in body(page)
    answer = send(client, proof, autosaves, g__foto=photo("C:\\\\rumah\\n ibu.jpg"))
    kept = AssessmentFile.objects.get()
    assert answers(proof) == {"g/foto": kept.answer}
    assert (kept.content_type, kept.uploaded_by, kept.file.name[:8]) == ("image/jpeg", sari, "asesmen/")
    assert not autosaves or ("Lihat " in body(answer) and "Catatan" in body(answer))
    assert AuditEvent.objects.filter(action="assessmentfile.added").count() == 1


def test_a_renamed_program_is_refused_and_its_name_said(client, proof, sari):
    client.force_login(sari)
    answer = send(
        client, proof, g__foto=SimpleUploadedFile("foto.jpg", b"MZ\x90\x00program"), g__surat=photo("ktp.jpg")
    )
    assert "“foto.jpg” belum tersimpan. Berkas ini program" in body(answer)
    assert list(answers(proof)) == ["g/surat"]  # the rest of the page is saved


def test_a_document_is_no_photo(client, proof, sari):
    made = io.BytesIO()
    Image.new("RGB", (40, 30)).save(made, "PDF")
    client.force_login(sari)
    answer = send(client, proof, g__foto=SimpleUploadedFile("surat.pdf", made.getvalue()))
    assert "“surat.pdf” belum tersimpan. Ini bukan foto." in body(answer)


def test_a_replaced_photo_goes_away(client, proof, sari, django_capture_on_commit_callbacks):
    client.force_login(sari)
    send(client, proof, g__foto=photo())
    old = AssessmentFile.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        send(client, proof, g__foto=photo("baru.jpg", "blue"))
    new = AssessmentFile.objects.get()
    assert answers(proof)["g/foto"] == new.answer != old.answer
    assert not default_storage.exists(old.file.name) and default_storage.exists(new.file.name)


def test_a_photo_can_be_taken_back(client, proof, sari):
    client.force_login(sari)
    send(client, proof, g__foto=photo())
    send(client, proof, clear="g/foto")
    assert answers(proof) == {} and not AssessmentFile.objects.exists()


def test_the_same_photo_sent_again_is_one(client, proof, sari):
    client.force_login(sari)
    first = typed(client.get(page_url(proof, "g")))
    for _ in range(2):  # the first answer was lost on the line
        autosave(client, page_url(proof, "g"), first | {"g/foto": photo()})
    assert AssessmentFile.objects.count() == 1 and len(answers(proof)) == 1


def test_each_instance_has_its_own_photo_and_it_goes_with_it(client, proof, sari):
    for place in ("g/anak[x1]", "g/anak[y2]"):
        proof.add_instance(place, by=sari)
    client.force_login(sari)
    colours = iter(["green", "blue"])
    for place in ("g/anak[x1]", "g/anak[y2]"):
        send(client, proof, **{f"{place.replace('/', '__')}__wajah": photo(f"{place[-3]}.jpg", next(colours))})
    assert AssessmentFile.objects.count() == 2
    proof.refresh_from_db()
    proof.remove_instance("g/anak[x1]", by=sari, seen=proof.mark_of("g/anak[x1]"))
    assert [kept.path for kept in AssessmentFile.objects.all()] == ["g/anak[y2]/wajah"]


def test_two_photos_of_two_people_are_chosen_between(client, proof, sari, joko):
    client.force_login(joko)
    seen = typed(client.get(page_url(proof, "g")))
    client.force_login(sari)
    send(client, proof, g__foto=photo("sari.jpg"))
    client.force_login(joko)
    asked = client.post(page_url(proof, "g"), seen | {"g/foto": photo("joko.jpg", "blue")})
    assert "Anda: <strong>joko.jpg" in body(asked) and "sari.jpg" in body(asked)
    assert AssessmentFile.objects.count() == 2  # until somebody chose
    client.post(page_url(proof, "g"), drawn(asked, form=None) | {"choice-g/foto": ["mine"]})
    assert [kept.answer for kept in AssessmentFile.objects.all()] == [answers(proof)["g/foto"]]
    assert proof.answers["g/foto"].endswith("joko.jpg")


@pytest.mark.parametrize("said", ["other", "path", "99999/x.jpg", "../etc/passwd"])
def test_a_file_that_is_not_of_this_question_is_refused(client, proof, sari, melati, kenanga, citra, said):
    client.force_login(sari)
    theirs = Assessment.start(make_stay(kenanga, by=citra), version=proof.version, by=citra)
    client.force_login(citra)
    send(client, theirs, g__foto=photo("asing.jpg"))
    client.force_login(sari)
    send(client, proof, g__surat=photo("ktp.jpg"))
    other = AssessmentFile.objects.get(assessment=theirs)
    own = AssessmentFile.objects.get(assessment=proof)
    before = answers(proof)
    claimed = {"other": other.answer, "path": own.answer}.get(said, said)
    answer = send(client, proof, g__foto=claimed)
    assert "Berkas ini bukan milik pertanyaan ini." in body(answer)
    assert answers(proof) == before


def test_a_stored_photo_is_shown_through_the_gate_and_leaves_a_trace(client, proof, sari, budi, oka, citra):
    client.force_login(sari)
    send(client, proof, g__foto=photo())
    kept = AssessmentFile.objects.get()
    url = reverse("assessments:file_show", args=[kept.pk])
    shown = client.get(url)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert shown["X-Content-Type-Options"] == "nosniff" and "sandbox" in shown["Content-Security-Policy"]
    assert "Suratmin" not in shown["Content-Disposition"]
    b"".join(shown)
    assert AuditEvent.objects.filter(action="assessmentfile.viewed", actor_id=sari.pk).count() == 1
    for person, status in ((oka, 403), (citra, 404)):
        client.force_login(person)
        assert client.get(url).status_code == status


def test_a_required_photo_is_asked_for_and_stays_when_completed(client, proof, sari):
    assert [said for _, said in proof.state().problems] == ["Isi Foto rumah."]
    client.force_login(sari)
    send(client, proof, g__foto=photo())
    proof.refresh_from_db()
    proof.submit(by=sari)
    assert AssessmentFile.objects.count() == 1
    page = body(client.get(proof.get_absolute_url()))
    assert reverse("assessments:file_show", args=[AssessmentFile.objects.get().pk]) in page


def test_a_correction_keeps_the_photo_of_what_it_corrects(client, proof, sari, budi):
    client.force_login(sari)
    send(client, proof, g__foto=photo())
    proof.refresh_from_db()
    proof.submit(by=sari)
    proof.approve(by=budi)
    made = proof.correct(by=sari, reason="Salah rumah")
    send(client, made, g__surat=photo("surat.jpg", "green"))
    assert answers(made)["g/foto"] == proof.answers["g/foto"]
    send(client, made, g__foto=photo("benar.jpg", "blue"))
    assert AssessmentFile.objects.filter(assessment=proof).count() == 1  # what was approved stays as it was


def test_files_count_towards_the_limit_of_the_client(client, proof, sari, monkeypatch):
    monkeypatch.setattr("assessments.models.file.CLIENT_QUOTA", 100)
    client.force_login(sari)
    answer = send(client, proof, g__foto=photo())
    assert "sudah 100 MB" in body(answer) and not AssessmentFile.objects.exists()


def test_nothing_is_stored_when_it_was_completed_meanwhile(client, proof, sari, melati):
    client.force_login(sari)
    send(client, proof, g__foto=photo())
    seen = typed(client.get(page_url(proof, "g")))
    proof.refresh_from_db()
    proof.submit(by=sari)
    client.post(page_url(proof, "g"), seen | {"g/surat": photo("lain.jpg", "blue")})
    assert AssessmentFile.objects.count() == 1


def test_another_worker_of_the_house_may_go_on_with_the_photo_there(client, proof, sari, melati):
    client.force_login(sari)
    send(client, proof, g__foto=photo())
    client.force_login(make_user("rina", Role.WORKER, melati, name="Rina"))
    send(client, proof, g__catatan="Tampak depan")
    assert answers(proof)["g/catatan"] == "Tampak depan" and AssessmentFile.objects.count() == 1
