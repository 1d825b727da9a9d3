"""E1: past the shelter to the department. E5: a community leader reports a neglected elder."""

from cases.models import AuditEvent
from reports.models import Complaint, ComplaintClient
from tests.reports.complaints import public_form

FOLLOW = "/pengaduan/cek/"


def test_e1_a_complaint_goes_past_the_shelter(client, today, melati, budi, dewi):
    client.post("/pengaduan/", public_form(about=melati.pk, subject="Petugas kasar"))
    complaint = Complaint.objects.get()
    client.force_login(budi)
    assert client.get(complaint.get_absolute_url()).status_code == 404
    assert "Petugas kasar" not in client.get("/buku-pengaduan/").content.decode()
    client.force_login(dewi)
    assert "Petugas kasar" in client.get("/buku-pengaduan/").content.decode()
    complaint.verify(by=dewi)
    complaint.answer("Petugas sudah dibina.", by=dewi)
    client.logout()
    page = client.post(FOLLOW, {"number": complaint.number, "code": complaint.code()}).content.decode()
    assert "Petugas sudah dibina." in page


def test_e5_a_neglected_elder_is_taken_up_and_only_the_stage_is_told(client, today, melati, budi, person, stay):
    told = public_form(
        kind="person", subject="Nenek ± 75 tahun sendirian", text="RT 3 gang buntu, sudah lama tidak makan.",
        reporter_name="Bu Rini, WKSBM Guyub Rukun", reporter_phone="0812-0000-0000",
    )  # fmt: skip
    client.post("/pengaduan/melati/", told)
    complaint = Complaint.objects.get()
    stages = [stage(client, complaint)]
    client.force_login(budi)
    assert "Nenek ± 75" in client.get("/buku-pengaduan/?jenis=person").content.decode()
    base = complaint.get_absolute_url()
    client.post(f"{base}verifikasi/", {})
    stages.append(stage(client, complaint))
    client.post(f"{base}umumkan/", {"shelter": melati.pk, "mark": "Nenek ± 75 tahun", "text": "RT 3"})
    complaint.refresh_from_db()
    assert str(complaint.request.people.get().mark) == "Nenek ± 75 tahun"
    assert complaint.request.number in client.get("/permintaan/").content.decode()
    client.post(f"{base}klien/", {"number": person.number})
    assert ComplaintClient.objects.get().client == person
    client.post(f"{base}jawab/", {"text": "Suratmin sudah di panti."})
    stages.append(stage(client, complaint))
    assert stages == ["Diterima", "Ditangani", "Selesai"]
    assert AuditEvent.objects.filter(client_id=person.pk, action="complaintclient.joined").count() == 1


def test_e5_refused_with_a_reason_the_leader_sees_only_that_it_is_over(client, today, melati, budi):
    client.post("/pengaduan/melati/", public_form(kind="person", subject="Pria di halte"))
    complaint = Complaint.objects.get()
    complaint.refuse(by=budi, reason="scope", text="Sudah dijemput keluarganya, Pak Tarno")
    assert stage(client, complaint) == "Selesai"


def stage(client, complaint):
    """The stage that the sender's page tells, and that it tells no more."""
    page = client.post(FOLLOW, {"number": complaint.number, "code": complaint.code()}).content.decode()
    for hidden in ("Suratmin", "Nenek", "RT 3", "Tarno", "Budi", "dijemput"):
        assert hidden not in page
    return next(word for word in ("Diterima", "Ditangani", "Selesai") if f'<dd class="free">{word}</dd>' in page)
