"""SOP documents: written, approved by the head, read by whoever works there, and shown to the public."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent
from cases.permissions import Role
from reports.models import SopDocument, SopReading, SopVersion
from tests.factories import make_user, picture_bytes
from tests.reports.sops import TEXT, make_sop
from tests.uploads import pdf

pytestmark = pytest.mark.usefixtures("today")
HOME = reverse("reports:home")
DAY = date(2026, 3, 16)


def page(client, user, url):
    client.force_login(user)
    return client.get(url)


def form(**values):
    base = {
        "key": "7d2c1d1e-0000-4000-8000-000000000001", "number": "SOP/MLT/01", "title": "Penerimaan klien malam hari",
        "valid_from": "2026-03-16", "changes": "Versi pertama.", "text": TEXT,
    }  # fmt: skip
    return base | values


def test_from_draft_to_read(client, melati, sari, oka, budi):
    client.force_login(sari)
    answer = client.post(reverse("reports:sop_new"), form(shelter=melati.pk))
    document = SopDocument.objects.get()
    assert answer.url == document.get_absolute_url()
    assert client.post(reverse("reports:sop_submit", args=[document.pk])).status_code == 302

    draft = document.versions.get()
    assert "SOP menunggu pengesahan" in page(client, budi, HOME).content.decode()
    review = reverse("reports:sop_review", args=[document.pk])
    assert "menginap" in client.get(review).content.decode()
    client.post(review, {"seen": draft.stamp, "approve": "1"})
    draft.refresh_from_db()
    assert (draft.status, draft.approved_by) == ("approved", budi)

    assert "SOP yang belum Anda baca" in page(client, oka, HOME).content.decode()
    for _ in range(2):  # a double press says it once
        client.post(reverse("reports:sop_read", args=[document.pk, 1]))
    assert [one.user for one in SopReading.objects.all()] == [oka]
    assert "SOP yang belum Anda baca" not in client.get(HOME).content.decode()
    actions = AuditEvent.objects.filter(action__startswith="sop").order_by("pk").values_list("action", flat=True)
    assert list(actions) == [
        "sopdocument.created", "sopversion.drafted", "sopversion.submitted", "sopversion.approved",
        "sopreading.confirmed",
    ]  # fmt: skip


def test_sending_the_form_twice_makes_one(client, melati, sari):
    client.force_login(sari)
    for _ in range(2):
        client.post(reverse("reports:sop_new"), form(shelter=melati.pk))
    assert SopDocument.objects.count() == 1


def test_the_author_does_not_approve_while_somebody_else_could(melati, budi):
    other = make_user("bima", Role.HEAD, melati, name="Bima")
    version = make_sop(melati, by=budi).versions.get()
    version.submit(by=budi)
    with pytest.raises(ValidationError, match="orang lain"):
        version.approve(by=budi)
    version.approve(by=other)


def test_the_only_head_may_approve_what_nobody_else_could(melati, budi):
    version = make_sop(melati, by=budi).versions.get()
    version.submit(by=budi)
    version.approve(by=budi)
    assert AuditEvent.objects.get(action="sopversion.approved").details == {
        "number": 1, "reason": "disahkan penulisnya sendiri; tidak ada orang lain yang berwenang",
    }  # fmt: skip


def test_the_next_version_replaces_the_one_in_force_on_its_day(melati, sari, budi):
    document = make_sop(melati, by=sari, approved_by=budi)
    document.write(by=sari, valid_from=DAY + timedelta(days=7), changes="Jam malam", text="Baru")
    later = document.versions.get(number=2)
    later.submit(by=sari)
    later.approve(by=budi)
    standing = [version.standing[0] for version in document.versions.order_by("number")]
    assert standing == ["Berlaku", "Disahkan, belum berlaku"]
    in_force = SopVersion.objects.in_force
    assert [one.number for one in in_force(DAY + timedelta(days=6))] == [1]
    assert [one.number for one in in_force(DAY + timedelta(days=7))] == [2]


def test_a_version_cannot_hold_before_the_one_that_it_replaces(melati, sari, budi):
    document = make_sop(melati, by=sari, approved_by=budi)
    document.write(by=sari, valid_from=DAY - timedelta(days=90), changes="x", text="Baru")
    later = document.versions.get(number=2)
    later.submit(by=sari)
    with pytest.raises(ValidationError, match="sebelum versi yang digantikannya"):
        later.approve(by=budi)


def test_an_approved_version_never_changes(melati, sari, budi):
    version = make_sop(melati, by=sari, approved_by=budi).versions.get()
    with pytest.raises(ValidationError, match="tidak dapat diubah"):
        version.put(by=sari, valid_from=DAY, changes="x", text="Lain")
    with pytest.raises(IntegrityError), transaction.atomic():
        SopVersion.objects.update(text="Lain")


def test_what_changed_after_the_head_opened_it_is_not_approved(client, melati, sari, budi):
    document = make_sop(melati, by=sari)
    draft = document.versions.get()
    draft.submit(by=sari)
    seen = draft.stamp
    document.write(by=sari, seen=seen, valid_from=DAY, changes="x", text="Lain sekali")
    draft.refresh_from_db()
    assert draft.status == "draft"  # and is asked for anew
    draft.submit(by=sari)
    client.force_login(budi)
    answer = client.post(reverse("reports:sop_review", args=[document.pk]), {"seen": "1999", "approve": "1"})
    assert "berubah sejak halaman ini dibuka" in answer.content.decode()
    with pytest.raises(ValidationError, match="diubah orang lain"):
        document.write(by=budi, seen="1999", valid_from=DAY, changes="x", text="Lain lagi")


def test_returning_wants_a_note_and_retiring_a_reason(client, melati, sari, budi):
    waiting, old = make_sop(melati, by=sari), make_sop(melati, by=sari, number="SOP/2", approved_by=budi)
    draft = waiting.versions.get()
    draft.submit(by=sari)
    client.force_login(budi)
    review = reverse("reports:sop_review", args=[waiting.pk])
    answer = client.post(review, {"seen": draft.stamp, "return": "1", "note": "  "})
    assert "Tulis apa yang perlu diperbaiki." in answer.content.decode()
    client.post(review, {"seen": draft.stamp, "return": "1", "note": "Tambah jam."})
    assert "Tambah jam." in page(client, sari, waiting.get_absolute_url()).content.decode()
    client.force_login(budi)
    retire = reverse("reports:sop_retire", args=[old.pk])
    assert "Tulis mengapa SOP ini dicabut." in client.post(retire, {"reason": ""}).content.decode()
    client.post(retire, {"reason": "Digabung"})
    assert not SopVersion.objects.in_force(DAY).filter(document=old).exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Berkas ini kosong."),
        (b"MZ program", "Berkas ini program"),
        (picture_bytes(), "SOP diunggah sebagai PDF, DOCX, atau ODT."),
        (b"%PDF-1.7 rusak", "PDF ini rusak"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_and_what_was_typed_stays(client, melati, sari, content, sentence):
    client.force_login(sari)
    file = SimpleUploadedFile("sop.pdf", content)
    answer = client.post(reverse("reports:sop_new"), form(shelter=melati.pk, file=file)).content.decode()
    assert sentence in answer
    assert "Penerimaan klien malam hari" in answer
    assert not SopDocument.objects.exists()


def test_an_empty_sop_says_what_is_missing(client, melati, sari):
    client.force_login(sari)
    answer = client.post(reverse("reports:sop_new"), form(shelter=melati.pk, text="", changes="")).content.decode()
    assert "Unggah berkas SOP, atau tulis isinya di bawah." in answer
    assert "Tulis apa yang berubah." in answer


def test_the_file_comes_rebuilt_as_an_attachment_and_is_recorded(client, melati, sari, oka):
    client.force_login(sari)
    file = SimpleUploadedFile("SOP rahasia.pdf", pdf())
    client.post(reverse("reports:sop_new"), form(shelter=melati.pk, file=file, text=""))
    document = SopDocument.objects.get()
    url = reverse("reports:sop_file", args=[document.pk, 1])
    answer = client.get(url)
    assert answer["Content-Disposition"] == f'attachment; filename="sop-{document.pk}-versi-1.pdf"'
    assert b"".join(answer).startswith(b"%PDF-")
    assert AuditEvent.objects.filter(action="sopversion.downloaded", actor_id=sari.pk).count() == 1
    assert page(client, oka, url).status_code == 404  # a draft is for whoever writes or approves it


def test_what_holds_for_all_is_the_departments(client, melati, sari, oka, budi, citra, dewi):
    with pytest.raises(ValidationError, match="sudah dipakai"):
        make_sop(None, by=dewi), make_sop(None, by=dewi)
    document = make_sop(None, by=dewi, number="SOP/DINSOS/1", approved_by=dewi)
    client.force_login(sari)
    assert client.get(document.get_absolute_url()).status_code == 200
    assert client.get(reverse("reports:sop_edit", args=[document.pk])).status_code == 403
    assert page(client, budi, reverse("reports:sop_retire", args=[document.pk])).status_code == 403
    version = document.versions.get()
    version.confirm_read(by=oka)
    with pytest.raises(ValidationError, match="petugas panti"):
        version.confirm_read(by=dewi)
    readers = reverse("reports:sop_readers", args=[document.pk, 1])
    heads = page(client, budi, readers).content.decode()
    assert ("Oka" in heads, "Citra" in heads) == (True, False)
    assert "Citra" in page(client, dewi, readers).content.decode()


def test_who_has_read_and_who_has_not(client, melati, sari, oka, budi, citra):
    version = make_sop(melati, by=sari, approved_by=budi).versions.get()
    version.confirm_read(by=oka)
    with pytest.raises(ValidationError, match="petugas panti"):
        version.confirm_read(by=citra)
    oka.memberships.update(ended_on=DAY)
    html = page(client, budi, reverse("reports:sop_readers", args=[version.document_id, 1])).content.decode()
    missing, read = html.split("Sudah membaca: 1")
    assert ("Sari" in missing, "Oka" in missing, "Citra" in html) == (True, False, False)
    assert "tidak bertugas lagi" in read
    paper = client.get(reverse("reports:sop_readers_pdf", args=[version.document_id, 1]))
    assert paper.content.startswith(b"%PDF-")


def test_the_public_gets_only_what_is_approved_in_force_and_meant_for_it(client, melati, kenanga, sari, budi):
    meant = make_sop(melati, by=sari, approved_by=budi, is_public=True)
    others = [
        make_sop(melati, by=sari, number="2", approved_by=budi),
        make_sop(melati, by=sari, number="3", is_public=True),
        make_sop(melati, by=sari, number="4", approved_by=budi, is_public=True, valid_from=DAY + timedelta(days=1)),
        make_sop(kenanga, by=sari, number="5", approved_by=budi, is_public=True),
    ]

    def status(document):
        return client.get(reverse("reports:sop_public", args=["melati", document.pk])).status_code

    assert status(meant) == 200
    assert [status(document) for document in others] == [404] * 4
    meant.retire(by=budi, reason="Usang")
    assert status(meant) == 404


def test_the_list_asks_as_often_for_many(client, melati, sari, oka, budi, django_assert_max_num_queries):
    for number in range(5):
        make_sop(melati, by=sari, number=str(number), approved_by=budi)
    client.force_login(oka)
    with django_assert_max_num_queries(12):
        assert client.get(reverse("reports:sop_list")).content.decode().count("Belum Anda baca") == 5
