"""Approve, or return with comments at questions; what was approved is corrected by a new one with a reason."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from assessments.models import Assessment, ReviewComment
from cases.models import AuditEvent, Holiday, Need
from reports.dues.approvals import overdue_since
from tests.assessments.browser import body, drawn, page_url, save, url
from tests.cases.test_standin import name_standin

PATH = "kebutuhan/kesimpulan"


def review(client, assessment, **sent):
    page = client.get(url("assessment_review", assessment))
    return client.post(url("assessment_review", assessment), drawn(page, form=None) | sent)


@pytest.fixture
def returned(submitted, budi):
    submitted.return_(by=budi, comments={PATH: "Sebutkan letak luka.", "sapaan/panggilan": "Nama lengkap?"})
    return submitted


@pytest.fixture
def approved(submitted, budi):
    submitted.approve(by=budi)
    return submitted


def test_comments_stand_beside_their_questions(client, submitted, budi, sari):
    client.force_login(budi)
    done = review(client, submitted, **{"return": "1", f"comment-{PATH}": "Sebutkan letak luka."})
    assert done.status_code == 302
    client.force_login(sari)
    hub = body(client.get(submitted.get_absolute_url()))
    assert "Sebutkan letak luka." in hub and "Lihat catatan pada pertanyaan." in hub
    assert "Sebutkan letak luka." in body(client.get(page_url(submitted, "kebutuhan")))
    assert "Sebutkan letak luka." not in body(client.get(page_url(submitted, "sapaan")))


def test_a_comment_is_settled_when_the_answer_changes_or_the_author_says_so(client, returned, sari):
    client.force_login(sari)
    save(client, page_url(returned, "kebutuhan"), kebutuhan__kesimpulan="Luka di kaki kiri.")
    left = returned.comments.open().get()
    assert left.path == "sapaan/panggilan"
    assert "1 catatan peninjau belum ditanggapi" in body(client.get(url("assessment_check", returned)))
    resolve = reverse("assessments:comment_resolve", args=[returned.pk, left.pk])
    assert client.post(resolve).url == returned.get_absolute_url()
    assert not returned.comments.open().exists()
    assert AuditEvent.objects.filter(action="assessment.comment_resolved").count() == 1


def test_an_unchanged_answer_leaves_its_comment_open(returned, sari):
    returned.save_answers({"sapaan/bahasa": "daerah"}, was={}, by=sari)
    assert returned.comments.open().count() == 2


def test_nobody_comments_by_approving(client, submitted, budi):
    client.force_login(budi)
    answer = review(client, submitted, **{f"comment-{PATH}": "Kurang jelas"})
    assert "Anda menulis catatan." in body(answer) and "Kurang jelas</textarea>" in body(answer)
    submitted.refresh_from_db()
    assert (submitted.status, ReviewComment.objects.count()) == ("submitted", 0)


def test_a_comment_on_no_question_is_refused(submitted, budi):
    with pytest.raises(ValidationError, match="bukan tentang pertanyaan"):
        submitted.return_(by=budi, comments={"tidak/ada": "x"})
    submitted.refresh_from_db()
    assert submitted.status == "submitted"


def test_the_reviewer_sees_what_changed_since_the_return(client, returned, sari, budi):
    returned.save_answers({PATH: "Luka di kaki kiri."}, was=returned.answers, by=sari)
    returned.submit(by=sari)
    client.force_login(budi)
    page = body(client.get(url("assessment_review", returned)))
    changed = page[page.index("Berubah sejak dikembalikan") :].split("<form")[0]
    assert "<del>Perlu perawatan luka.</del>" in changed and "<ins>Luka di kaki kiri.</ins>" in changed
    assert "Pak Min" not in changed
    assert page.count("ditanggapi") == 1  # and the other comment is still open


def test_a_stand_in_approves_and_signs_as_such(client, submitted, melati, budi, joko, sari):
    name_standin(melati, joko, budi)
    client.force_login(joko)
    assert "Menunggu persetujuan Anda" in body(client.get("/"))
    review(client, submitted, approve="1")
    submitted.refresh_from_db()
    assert (submitted.status, submitted.signed_by) == ("approved", "Plh. Joko")
    assert "Disetujui Plh. Joko" in body(client.get(submitted.get_absolute_url()))
    assert AuditEvent.objects.get(action="assessment.approved").details["standin"] == "Plh. Joko"


def test_a_stand_in_does_not_approve_own_work(filled, melati, budi, joko):
    name_standin(melati, joko, budi)
    filled.submit(by=joko)
    with pytest.raises(ValidationError, match="orang lain"):
        filled.approve(by=joko)
    filled.approve(by=budi)
    assert filled.signed_by == "Budi"


def test_the_head_of_another_shelter_reviews_as_stand_in_and_reads_nothing_else(
    client, submitted, draft, melati, budi, citra
):
    client.force_login(citra)
    assert client.get(url("assessment_review", submitted)).status_code == 404
    name_standin(melati, citra, budi)
    assert review(client, submitted, approve="1").url == "/"
    assert client.get(submitted.get_absolute_url()).status_code == 404
    assert client.get(submitted.stay.client.get_absolute_url()).status_code == 404


def test_an_approved_one_is_corrected_by_a_new_one(client, approved, sari, budi):
    client.force_login(sari)
    assert "Perbaiki" in body(client.get(approved.get_absolute_url()))
    page = url("assessment_correct", approved)
    assert "Tulis mengapa asesmen diperbaiki." in body(client.post(page, {"reason": " "}))
    correction = Assessment.objects.get(pk=client.post(page, {"reason": "Salah catat"}).url.split("/")[-2])
    assert (correction.corrects, correction.answers, correction.status) == (approved, approved.answers, "draft")
    save(client, page_url(correction, "kebutuhan"), kebutuhan__kesimpulan="Luka di kaki kiri.")
    client.post(url("assessment_check", correction), drawn(client.get(url("assessment_check", correction)), form=None))
    assert list(Assessment.objects.current()) == [approved]

    client.force_login(budi)
    asked = body(client.get(url("assessment_review", correction)))
    assert "<del>Perlu perawatan luka.</del>" in asked and "Alasan: Salah catat" in asked
    review(client, correction, approve="1")
    assert list(Assessment.objects.current()) == [correction]
    old = body(client.get(approved.get_absolute_url()))
    assert "Diganti oleh" in old and "Perlu perawatan luka." in old and "Perbaiki<" not in old
    listed = body(client.get(url("client_assessments", approved.stay.client)))
    assert "Disetujui, sudah diganti" in listed
    approved.refresh_from_db()
    assert approved.answers[PATH] == "Perlu perawatan luka."


def test_one_correction_at_a_time(approved, sari, budi, joko):
    first = approved.correct(by=sari, reason="Salah catat")
    assert approved.correct(by=joko, reason="Lagi") == first
    first.submit(by=sari)
    with pytest.raises(ValidationError, match="sudah diajukan"):
        approved.correct(by=joko, reason="Lagi")
    with pytest.raises(IntegrityError, match="assessment_corrected_once"), transaction.atomic():
        Assessment.objects.filter(pk=first.pk).update(corrects=None, correction_reason="")
        twin = Assessment.objects.get(pk=first.pk)
        twin.pk, twin.corrects, twin.correction_reason = None, approved, "x"
        twin.save()
        Assessment.objects.filter(pk=first.pk).update(corrects=approved, correction_reason="x")
    first.refresh_from_db()
    first.approve(by=budi)
    second = first.correct(by=joko, reason="Sekali lagi")
    assert second.corrects == first


def test_a_correction_begun_by_mistake_is_dropped(client, approved, sari, instruments, stay):
    correction = approved.correct(by=sari, reason="Salah")
    fresh = Assessment.start(stay, version=instruments["asesmen-awal"], by=sari)
    assert fresh != correction  # a correction does not stand in the way of a new assessment
    client.force_login(sari)
    assert client.post(url("assessment_drop", correction)).url == approved.get_absolute_url()
    assert client.get(correction.get_absolute_url()).status_code == 200
    assert list(Assessment.objects.current()) == [approved]
    with pytest.raises(ValidationError, match="Hanya perbaikan"):
        fresh.drop(by=sari)
    assert approved.correct(by=sari, reason="Kali ini benar") != correction


def test_what_is_not_approved_is_not_corrected(submitted, sari):
    with pytest.raises(ValidationError, match="Menunggu tinjauan"):
        submitted.correct(by=sari, reason="x")


def test_a_correction_opens_no_need_again_that_was_closed(approved, sari, stay, today):
    Need.objects.get(stay=stay, service="food").close(by=sari, on=today, reason="terpenuhi")
    with time_machine.travel("2026-03-20T03:00:00+00:00", tick=False):
        correction = approved.correct(by=sari, reason="Salah catat")
        assert correction.submit(by=sari) == []


def test_each_step_stands_on_the_trail(returned, sari, budi):
    returned.submit(by=sari)
    returned.approve(by=budi)
    correction = returned.correct(by=sari, reason="Salah catat")
    correction.drop(by=sari)
    told = AuditEvent.objects.filter(action__startswith="assessment.").order_by("pk").values_list("action", flat=True)
    assert [action.split(".")[1] for action in told] == [
        "started", "completed", "returned", "completed", "approved", "corrected", "dropped"
    ]  # fmt: skip
    assert AuditEvent.objects.get(action="assessment.corrected").details["reason"] == "Salah catat"


def test_a_return_while_somebody_edits_is_told(client, submitted, sari, budi, joko):
    submitted.return_(by=budi, note="Kurang lengkap.")
    client.force_login(joko)
    seen = drawn(client.get(page_url(submitted, "sapaan")))
    submitted.submit(by=sari)
    with time_machine.travel("2026-03-16T04:00:00+00:00", tick=False):
        submitted.return_(by=budi, note="Tulis bahasanya.")
        client.force_login(joko)
        sent = seen | {"sapaan/bahasa": ["daerah"]}
        quiet = client.post(page_url(submitted, "sapaan"), sent, headers={"HX-Request": "true"})
        assert "sejak Anda membuka halaman ini: Tulis bahasanya." in body(quiet)
        answer = client.post(page_url(submitted, "sapaan"), sent | {"sapaan/bahasa": ["isyarat"]}, follow=True)
        assert "Dikembalikan oleh Budi pukul 11.00: Tulis bahasanya." in body(answer)
    submitted.refresh_from_db()
    assert submitted.answers["sapaan/bahasa"] == "isyarat"  # and what was typed is kept


def test_the_head_and_the_department_see_what_waits_too_long(client, filled, sari, budi, dewi):
    filled.submit(by=sari)  # Monday 16 March
    words = "lebih dari 2 hari kerja"
    seen = {}
    for day in (18, 19):  # 19 March is a Thursday, and no holiday in this list
        with time_machine.travel(f"2026-03-{day}T03:00:00+00:00", tick=False):
            for person in (budi, dewi):
                client.force_login(person)
                page = body(client.get("/"))
                seen[day, person.username] = words in page
                assert person == budi or "Suratmin" not in page
    assert seen == {(18, "budi"): False, (18, "dewi"): False, (19, "budi"): True, (19, "dewi"): True}


def test_waiting_days_leave_out_weekends_and_holidays(db):
    Holiday.objects.all().delete()
    assert overdue_since(date(2026, 3, 19)).date() == date(2026, 3, 17)  # Thursday: of Monday and before
    assert overdue_since(date(2026, 3, 24)).date() == date(2026, 3, 20)  # Tuesday: of Thursday and before
    Holiday.objects.create(date=date(2026, 3, 23), name="Libur")
    assert overdue_since(date(2026, 3, 24)).date() == date(2026, 3, 19)
