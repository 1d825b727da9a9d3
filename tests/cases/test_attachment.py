import io
import zipfile

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from cases.models import Attachment, AuditEvent
from cases.uploads import checked
from tests.factories import make_attachment, make_client, make_stay, reason
from tests.uploads import jpeg, odt, office, pdf, upload

KEY = "7d1f3a0e-7e49-4d5c-8d5e-0f9f5f6b0002"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!DOCTYPE html><script>alert(1)</script>"


def body(response):
    return response.content.decode()


def kept(content, name="x.bin"):
    found = checked(upload(content, name))
    return found.content_type.rpartition("/")[2], found.file.read()


HOSTILE = [
    (b"MZ\x90\x00 program", "laporan.pdf", "program, bukan dokumen"),
    (b"\x7fELF\x02", "foto.jpg", "program, bukan dokumen"),
    (b"#!/bin/sh\nrm -rf /", "surat.docx", "program, bukan dokumen"),
    (SVG, "logo.svg", "SVG tidak dapat disimpan"),
    (b'<?xml version="1.0"?>' + SVG, "logo.png", "SVG tidak dapat disimpan"),
    (PAGE, "surat.pdf", "halaman web"),
    (b"GIF89a" + PAGE, "gambar.jpg", "GIF tidak dapat disimpan"),
    (PAGE + pdf(), "surat.pdf", "halaman web"),
    (b"catatan\n" + pdf(), "surat.pdf", "Di depan PDF ini ada isi lain"),
    (b"catatan\n" + office(), "surat.docx", "tidak dikenal"),
    (b"PK\x03\x04" + b"\x00" * 26 + office(), "surat.docx", "rusak"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "lama.doc", "Office lama"),
    (b"\x00\x00\x00\x18ftypheic", "foto.heic", "HEIC"),
    (b"\xff\xd8\xff\xe0 bukan foto", "foto.jpg", "rusak"),
    (b"%PDF-1.7 bukan pdf", "surat.pdf", "rusak"),
    (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "surat.pdf", "kata sandi"),
    (office("xl/workbook.xml", **{"xl/vbaProject.bin": "x"}), "daftar.xlsx", "makro"),
    (office(**{"[Content_Types].xml": "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"}),
     "surat.docx", "makro"),
    (office(**{"word/embeddings/oleObject1.bin": "x"}), "surat.docx", "makro"),
    (office(**{"program.exe": "MZ"}), "surat.docx", "makro"),
    (odt(**{"Basic/Standard/Module1.xml": "x"}), "surat.odt", "makro"),
    (odt(**{"content.xml": '<script:event-listener xlink:href="macro"/>'}), "surat.odt", "makro"),
    (office(**{"word/_rels/settings.xml.rels":
               '<Relationship Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/>'}),
     "surat.docx", "dari luar"),
    (office(**{"../../etc/cron": "x"}), "surat.docx", "rusak"),
    (office("isi.txt"), "arsip.zip", "Berkas ZIP tidak dapat disimpan"),
    (office(**{"word/media/a.bin": "0" * 61 * 1024 * 1024}), "surat.docx", "terlalu besar"),
    (b"NIK;Nama\n1;x", "daftar.csv", "tidak dikenal"),
    (b"", "kosong.pdf", "kosong"),
]  # fmt: skip


@pytest.mark.parametrize("content, name, said", HOSTILE, ids=[f"{n}-{s}" for _, n, s in HOSTILE])
def test_what_cannot_be_kept_is_refused_with_its_reason(content, name, said):
    with pytest.raises(ValidationError) as refused:
        checked(upload(content, name))
    assert said in refused.value.messages[0]


def test_too_much_is_refused(settings):
    with pytest.raises(ValidationError, match="10 MB"):
        checked(upload(b"\xff\xd8\xff" + b"0" * (settings.UPLOAD_LIMIT + 1)))


def test_a_pixel_flood_is_refused_unread():
    out = io.BytesIO()
    Image.new("1", (20000, 20000)).save(out, "PNG")
    with pytest.raises(ValidationError, match="megapiksel"):
        checked(upload(out.getvalue()))


def test_a_photo_is_drawn_anew_without_place_or_what_was_glued_behind():
    exif = Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    exif.get_ifd(0x8825)[2] = (7.0, 19.0, 0.0)
    photo = jpeg(size=(3000, 1500), exif=exif).read() + office() + PAGE
    assert b"Kamera Rahasia" in photo
    kind, content = kept(photo, "ktp.jpg")
    with Image.open(io.BytesIO(content)) as picture:
        assert (kind, picture.format, picture.size) == ("jpeg", "JPEG", (2000, 1000))
        assert len(picture.getexif()) == 0
    for trace in (b"Kamera Rahasia", b"PK\x03\x04", b"<script>"):
        assert trace not in content


def test_a_see_through_scan_gets_a_white_ground():
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    _, content = kept(out.getvalue())
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_a_pdf_is_written_anew_without_what_acts():
    _, content = kept(pdf() + office(), "surat.pdf")
    assert content.startswith(b"%PDF")
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as paper:
        assert len(paper.pages) == 1
        paper.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    for acting in (b"JavaScript", b"alert", b"EmbeddedFile", b"MZ program", b"Launch", b"cmd.exe", b"/AA", b"word/"):
        assert acting not in plain.getvalue()


@pytest.mark.parametrize(
    "content, kind, main",
    [
        (office(), "vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml"),
        (office("xl/workbook.xml"), "vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml"),
        (odt(), "vnd.oasis.opendocument.text", "content.xml"),
    ],
)
def test_office_files_are_packed_anew(content, kind, main):
    found, packed = kept(content + PAGE)
    assert found == kind and b"<script>" not in packed
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert main in archive.namelist() and archive.testzip() is None


def test_a_link_that_one_taps_may_stay():
    link = '<Relationship Type="http://x/relationships/hyperlink" Target="http://x/" TargetMode="External"/>'
    assert kept(office(**{"word/_rels/document.xml.rels": link}))


def send(client, stay, file, **values):
    answers = {"key": KEY, "kind": "identity", "title": "KTP, sisi depan", "file": file} | values
    return client.post(reverse("cases:attachment_new", args=[stay.pk]), answers)


def test_an_upload_is_kept_under_a_name_that_says_nothing_and_comes_back_as_attachment(client, stay, sari, today):
    client.force_login(sari)
    for _ in range(2):
        response = send(client, stay, jpeg(name="KTP Suratmin\u202egpj.exe"))
    assert response.url == reverse("cases:client_papers", args=[stay.client_id])
    row = Attachment.objects.get()
    assert row.file.name.startswith("berkas/") and "Suratmin" not in row.file.name
    assert row.original_name == "KTP Suratmingpj.exe"
    assert (row.content_type, row.size) == ("image/jpeg", default_storage.size(row.file.name))
    response = client.get(row.get_absolute_url())
    content = b"".join(response)
    assert content[:3] == b"\xff\xd8\xff"
    assert response["Content-Disposition"] == f'attachment; filename="MLT-2026-9001-berkas-{row.pk}.jpg"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in response["Cache-Control"]
    told = AuditEvent.objects.filter(target_model="cases.Attachment").order_by("pk")
    assert [(one.action, one.actor_name) for one in told] == [
        ("attachment.added", "Sari"), ("attachment.downloaded", "Sari"),
    ]  # fmt: skip


def test_a_refused_upload_keeps_what_was_typed_and_leaves_no_file(client, stay, sari, today, settings):
    client.force_login(sari)
    page = body(send(client, stay, upload(SVG, "ktp.jpg")))
    assert "SVG tidak dapat disimpan" in page and 'value="KTP, sisi depan"' in page
    assert not Attachment.objects.exists()
    assert not (settings.STORAGES["default"]["OPTIONS"]["location"] / "berkas").exists()


def test_the_same_file_twice_is_said(client, stay, sari, today):
    client.force_login(sari)
    send(client, stay, jpeg())
    assert "sama sudah ada" in body(send(client, stay, jpeg(), key=KEY.replace("02", "09")))


def test_a_clients_file_has_its_limit(stay, sari, today, monkeypatch):
    monkeypatch.setattr("cases.models.attachment.CLIENT_QUOTA", 20)
    make_attachment(stay, sari, content=b"%PDF 1")
    with pytest.raises(ValidationError, match="100 MB"):
        make_attachment(stay, sari, content=b"%PDF lebih panjang")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_removing_takes_the_file_and_leaves_the_row(client, melati, sari, today):
    stay = make_stay(melati, by=sari)
    row = make_attachment(stay, sari)
    name = row.file.name
    client.force_login(sari)
    url = reverse("cases:attachment_remove", args=[row.pk])
    assert "Tulis mengapa" in body(client.post(url, {"reason": ""}))
    client.post(url, {"reason": "Milik klien lain"})
    row.refresh_from_db()
    assert (row.file.name, row.removed_by, row.remove_reason) == ("", sari, "Milik klien lain")
    assert not default_storage.exists(name)
    assert client.get(row.get_absolute_url()).status_code == 404
    assert "sudah dihapus" in body(client.post(url, {"reason": "lagi"}))
    assert "Milik klien lain" in body(client.get(reverse("cases:client_papers", args=[stay.client_id])))


def test_the_officer_and_another_shelter_do_not_reach_a_file(client, stay, sari, oka, citra, today):
    row = make_attachment(stay, sari)
    for person, status in ((oka, 403), (citra, 404)):
        client.force_login(person)
        assert client.get(row.get_absolute_url()).status_code == status
        assert send(client, stay, jpeg()).status_code == status
    assert Attachment.objects.count() == 1
    assert not AuditEvent.objects.filter(action="attachment.downloaded").exists()


def test_a_shelter_where_the_client_stays_later_does_not_reach_it_either(client, stay, sari, citra, kenanga, today):
    row = make_attachment(stay, sari)
    stay.discharge(by=sari, on=today, reason=reason("mandiri"))
    make_stay(kenanga, by=citra, client=stay.client, entered_on=today)
    client.force_login(citra)
    assert client.get(row.get_absolute_url()).status_code == 404
    assert "Surat lama" not in body(client.get(reverse("cases:client_papers", args=[stay.client_id])))


def test_a_file_of_one_client_cannot_hang_on_anothers_stay(stay, sari, melati, today):
    row = Attachment(client=make_client("Lain"), shelter=melati, stay=stay, kind="letter", title="x")
    with pytest.raises(ValidationError, match="bukan milik klien"):
        row.keep(checked(jpeg()), by=sari)
