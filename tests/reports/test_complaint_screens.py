"""The register on the screen: handling, filters, export, figures, and that the secret leaks nowhere."""

import io
import uuid
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from cases.models import AuditEvent, Client
from cases.pdf import Document
from reports.complaints.deadlines import Clock
from reports.complaints.figures import complaint_figures
from reports.dues.complaints import complaint_dues
from reports.models import Complaint, ComplaintLimit, ComplaintShare
from tests.reports.complaints import make_answered, make_complaint

LIST = "/buku-pengaduan/"
SECRET = "Kekerasan di dapur"


def act(complaint, slug):
    return reverse("reports:complaint_act", args=[complaint.pk, slug])


def whole(response):
    return b"".join(response) if response.streaming else response.content


@pytest.fixture
def papers_to_read(monkeypatch):
    """What is set in print, as the text that it is set from: setting it costs a second a page."""
    monkeypatch.setattr(Document, "pdf", lambda self: self.html().encode())


@pytest.fixture
def register(today, melati, kenanga):
    """An open one at Melati, a secret one about Melati, and one of Kenanga."""
    shown = make_complaint(melati, subject="Antre lama", reporter_name="Bu Rini")
    secret = make_complaint(melati, subject=SECRET, confidentiality="secret", reporter_name="Pak Dani")
    make_complaint(kenanga, subject="Milik Kenanga")
    return shown, secret


def test_the_secret_is_nowhere_at_the_shelter(client, register, melati, budi, sari, papers_to_read):
    _, secret = register
    export = reverse("reports:listing_export", args=["buku-pengaduan"])
    form = {"format": "csv", "reason": "Uji kebocoran"}
    for person in (budi, sari):
        client.force_login(person)
        pages = [
            client.get(LIST), client.get(LIST, {"cari": "Kekerasan"}), client.get(LIST, {"sifat": "secret"}),
            client.get(LIST, {"cari": secret.number}), client.get("/"), client.get("/buku-pengaduan/angka/"),
            client.get("/buku-pengaduan/angka/pdf/"), client.post(export, form), client.post(export + "?nama=on", form),
            client.post(export, form | {"format": "pdf"}), client.get(reverse("cases:trail")),
            client.get(act(secret, "ganda")), client.get(secret.get_absolute_url()),
        ]  # fmt: skip
        assert pages[3].context["page"].paginator.count == 0
        for place, text in enumerate(map(whole, pages)):
            told = [word for word in (SECRET, "Dani", secret.number) if word.encode() in text]
            # What was searched for stands in the box of the search.
            assert told == ([secret.number] if place == 3 else [])
    figures = complaint_figures(
        Complaint.objects.counted_for(budi), Clock(), date(2026, 1, 1), date(2026, 12, 31), by_shelter=False
    )
    assert figures.total.count == 1


def test_a_double_is_found_only_among_what_one_reads(client, register, budi):
    shown, secret = register
    client.force_login(budi)
    page = client.post(act(shown, "ganda"), {"of": secret.number}).content.decode()
    assert "tidak ada dalam register" in page


def test_handling_from_the_screen(client, register, melati, budi, sari):
    complaint, _ = register
    client.force_login(budi)
    client.post(act(complaint, "verifikasi"), {})
    client.post(act(complaint, "tugaskan"), {"to": sari.pk})
    client.force_login(sari)
    client.post(act(complaint, "langkah"), {"kind": "message", "text": "Kami periksa."})
    assert client.post(act(complaint, "jawab"), {"text": "x"}).status_code == 403
    client.force_login(budi)
    client.post(act(complaint, "jawab"), {"text": "Loket dibuka."})
    response = client.post(act(complaint, "tutup"), {"satisfaction": "4"})
    complaint.refresh_from_db()
    assert (response.url, complaint.status, complaint.satisfaction) == (complaint.get_absolute_url(), "closed", 4)
    assert "sudah “ditutup”" in client.post(act(complaint, "verifikasi"), {}).content.decode()


def test_refusing_needs_a_reason_and_keeps_what_was_typed(client, register, budi):
    complaint, _ = register
    client.force_login(budi)
    page = client.post(act(complaint, "tolak"), {"text": "Silakan ke puskesmas"}).content.decode()
    assert "Pilih alasan" in page
    assert "Silakan ke puskesmas" in page


def test_joined_with_a_client_for_whoever_reads_files(client, today, melati, budi, dewi, person, stay):
    complaint = make_complaint(melati, kind="person")
    complaint.verify(by=budi)
    client.force_login(dewi)
    assert client.get(act(complaint, "klien")).status_code == 403
    client.force_login(budi)
    assert (
        "tidak ada di panti Anda" in client.post(act(complaint, "klien"), {"number": "KNG-2026-0001"}).content.decode()
    )
    client.post(act(complaint, "klien"), {"number": person.number.lower()})
    assert person.number in client.get(complaint.get_absolute_url()).content.decode()
    client.force_login(dewi)
    assert person.number not in client.get(complaint.get_absolute_url()).content.decode()
    assert Client.objects.count() == 1
    assert client.get(act(complaint, "lepas")).status_code == 403
    client.force_login(budi)
    client.post(act(complaint, "lepas"), {"joined": complaint.clients.get().pk})
    assert not complaint.clients.exists()
    assert AuditEvent.objects.filter(client_id=person.pk, action="complaintclient.parted").exists()


def test_filters_and_search(client, register, melati, dewi, budi):
    make_answered(melati, budi, subject="Sudah dijawab", kind="information")
    client.force_login(dewi)

    def found(**query):
        return [one.subject for one in client.get(LIST, query).context["page"]]

    assert found(keadaan="answered") == ["Sudah dijawab"]
    assert found(jenis="information") == ["Sudah dijawab"]
    assert found(sifat="secret") == [SECRET]
    assert found(panti="kenanga") == ["Milik Kenanga"]
    assert found(cari="dani") == []  # the sender's name: it would stand in the address
    assert len(found(keadaan="terbuka")) == 3
    assert found(keadaan="lewat") == []
    Complaint.objects.filter(subject=SECRET).update(received_on="2026-03-02", counted_from="2026-03-02")
    assert found(keadaan="lewat") == [SECRET]
    assert "Tanggal ini tidak ada" in client.get(LIST, {"dari": "31/31"}).content.decode()


def test_names_leave_only_for_a_reason_and_the_secret_ones_never(client, register, dewi):
    client.force_login(dewi)
    url = reverse("reports:listing_export", args=["buku-pengaduan"])
    plain = whole(client.post(url, {"format": "csv"})).decode("utf-8-sig")
    assert (SECRET in plain, "Rini" in plain) == (True, False)
    assert "alasan" in client.post(url + "?nama=on", {"format": "xlsx"}).content.decode().lower()
    file = whole(client.post(url + "?nama=on", {"format": "xlsx", "reason": "Rapat evaluasi"}))
    book = openpyxl.load_workbook(io.BytesIO(file))
    cells = [str(cell.value) for row in book.worksheets[0] for cell in row]
    assert ("Bu Rini" in cells, "Dirahasiakan" in cells, "Pak Dani" in cells) == (True, True, False)
    assert AuditEvent.objects.filter(action="table.exported", details__reason="Rapat evaluasi").exists()


@pytest.mark.parametrize("count", [3, 30])
def test_the_list_asks_few_questions(client, today, melati, budi, sari, count, django_assert_max_num_queries):
    for _ in range(count):
        make_complaint(melati).assign(sari, by=budi)
    client.force_login(budi)
    client.get(LIST)
    with django_assert_max_num_queries(14):  # twelve questions, and the savepoints of the test
        page = client.get(LIST).context["page"]
    assert len(page) == min(count, 25)


def test_the_officer_writes_down_and_reads_nothing(client, today, melati, oka, papers_to_read):
    client.force_login(oka)
    form = {
        "key": str(uuid.uuid4()), "about": melati.pk, "channel": "phone", "kind": "complaint", "subject": "Air mati",
        "text": "Sejak pagi.",
    }  # fmt: skip
    urls = [client.post("/buku-pengaduan/catat/", form).url for _ in range(2)]
    complaint = Complaint.objects.get()
    assert (urls[0] == urls[1], complaint.received_by, complaint.channel) == (True, oka, "phone")
    page = client.get(urls[0]).content.decode()
    assert complaint.code() in page
    slip = client.get(urls[0] + "bukti/").content.decode()
    assert (complaint.code() in slip, "Air mati" in slip) == (True, False)
    got = [client.get(url).status_code for url in (LIST, complaint.get_absolute_url(), act(complaint, "langkah"))]
    assert got == [403, 404, 404]


def test_home_says_what_waits_without_what_was_said(client, register, melati, budi, dewi, sari):
    shown, secret = register
    late = make_complaint(melati)
    Complaint.objects.filter(pk=late.pk).update(received_on="2026-03-02", counted_from="2026-03-02")
    shown.assign(sari, by=budi)
    ComplaintShare.share(secret, melati, "Bagaimana dapurnya?", by=dewi)
    told = {user: {heading: len(rows) for heading, rows in complaint_dues(user)} for user in (budi, dewi, sari)}
    names = ("Pengaduan lewat batas", "Pengaduan menunggu verifikasi", "Pengaduan yang ditugaskan kepada Anda",
             "Dinas meminta tanggapan panti")  # fmt: skip
    assert [tuple(told[user][name] for name in names) for user in (budi, dewi, sari)] == [
        (1, 1, 0, 1), (1, 3, 0, 0), (0, 1, 1, 0),
    ]  # fmt: skip
    client.force_login(dewi)
    assert SECRET not in client.get("/").content.decode()


def test_the_head_answers_the_department_once(client, register, melati, budi, citra, dewi):
    shared = ComplaintShare.share(register[1], melati, "Bagaimana dapurnya?", by=dewi)
    url = reverse("reports:complaint_reply", args=[shared.pk])
    client.force_login(citra)
    assert client.get(url).status_code == 404
    client.force_login(budi)
    page = client.get(url).content.decode()
    assert "Bagaimana dapurnya?" in page
    assert SECRET not in page
    client.post(url, {"text": "Bersih."})
    client.force_login(dewi)
    assert "Bersih." in client.get(register[1].get_absolute_url()).content.decode()


def test_figures_count_and_judge_the_time(client, today, melati, kenanga, budi, dewi, agus, papers_to_read):
    answered = make_answered(melati, budi)
    late = make_answered(melati, budi)
    Complaint.objects.filter(pk=late.pk).update(received_on="2026-02-02", counted_from="2026-02-02")
    make_complaint(kenanga, kind="thanks")
    figures = complaint_figures(
        Complaint.objects.counted_for(agus), Clock(), date(2026, 1, 1), date(2026, 12, 31), by_shelter=True
    )
    assert [(line.label, line.count) for line in figures.months] == [("Februari 2026", 1), ("Maret 2026", 2)]
    assert {line.label: line.count for line in figures.shelters} == {str(melati): 2, str(kenanga): 1}
    assert (figures.total.count, figures.total.answered, str(figures.total.on_time)) == (3, 2, "50.0")
    assert answered.status == "answered"
    for person in (budi, dewi, agus):
        client.force_login(person)
        assert client.get("/buku-pengaduan/angka/").status_code == 200
    assert "50,00 %" in client.get("/buku-pengaduan/angka/pdf/").content.decode()


def test_the_department_keeps_the_limits(client, today, dewi):
    client.force_login(dewi)
    form = {
        "key": str(uuid.uuid4()), "kind": "complaint", "valid_from": "2026-04-01", "verify_days": 2, "follow_days": 4,
        "finish_days": 60, "reopen_days": 10, "source": "SK Kepala Dinas 1/2026",
    }  # fmt: skip
    client.post("/buku-pengaduan/batas/baru/", form)
    limit = ComplaintLimit.objects.get(valid_from="2026-04-01")
    client.post(f"/buku-pengaduan/batas/{limit.pk}/", form | {"finish_days": 30})
    limit.refresh_from_db()
    assert limit.finish_days == 30
    client.post(f"/buku-pengaduan/batas/{limit.pk}/hapus/")
    assert not ComplaintLimit.objects.filter(pk=limit.pk).exists()
