"""The list of partners in and out as a sheet."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from cases.models import AuditEvent
from referrals.models import Criteria, Partner, PartnerAgreement
from reports.imports.partners import PartnerSheet
from tests.factories import category, service
from tests.referrals.factories import make_partner

IMPORT, EXPORT = reverse("reports:import_start"), reverse("reports:partner_export")


def sheet(*rows):
    file = io.StringIO()
    writer = csv.DictWriter(file, PartnerSheet.columns(), delimiter=";", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return SimpleUploadedFile("mitra.csv", file.getvalue().encode())


def look(client, *rows, file=None):
    return client.post(IMPORT, {"kind": "mitra", "file": file or sheet(*rows)}, follow=True)


def confirm(client, response):
    return client.post(response.context["upload"].get_absolute_url())


ROW = {
    "Nama": "Panti Wredha", "Jenis": "Panti sosial", "Kabupaten/kota": "Temanggung", "Telepon": "0293-555010",
    "Layanan dasar": "food; care", "Jenis kelamin": "L/P", "Usia mulai": "60", "Kategori PPKS": "Gelandangan; 07",
    "Kondisi tidak diterima": "Penyakit menular (misalnya TBC)", "Berkas diminta": "KTP-el; assessment",
    "Kode wilayah dilayani": "semua", "Nomor MoU": "MoU/1", "MoU berlaku sejak": "2026-01-01",
}  # fmt: skip


def test_a_sheet_is_looked_at_first_and_put_in_when_confirmed(client, dewi):
    client.force_login(dewi)
    looked = look(client, ROW)
    assert "Masukkan 1 mitra" in looked.content.decode()
    assert not Partner.objects.exists()
    assert confirm(client, looked).url == looked.context["upload"].get_absolute_url()
    partner = Partner.objects.get()
    criteria = partner.criteria
    assert (partner.kind, criteria.sex, criteria.age_from, criteria.age_to) == ("panti", "all", 60, None)
    assert sorted(partner.basic_services.values_list("pk", flat=True)) == ["care", "food"]
    assert sorted(criteria.categories.values_list("slug", flat=True)) == ["07", "11"]
    assert (criteria.refused, criteria.documents, criteria.all_regions) == (["infectious"], ["assessment", "ktp"], True)
    assert str(partner.agreements.get().starts_on) == "2026-01-01"
    assert AuditEvent.objects.filter(action__in=["partner.created", "partners.imported"]).count() == 2


def test_the_same_file_again_changes_nothing_and_empty_cells_forget_nothing(client, dewi):
    client.force_login(dewi)
    confirm(client, look(client, ROW))
    assert "sudah tercatat" in look(client, ROW).content.decode()
    looked = look(client, {"Nama": "PANTI WREDHA", "Jenis": "panti", "Usia sampai": "90"})
    page = looked.content.decode()
    assert "Usia sampai: – → 90" in page
    confirm(client, looked)
    criteria = Criteria.objects.get()
    assert (criteria.age_from, criteria.age_to) == (60, 90)
    assert PartnerAgreement.objects.count() == 1


@pytest.mark.parametrize(
    ("cells", "where", "sentence"),
    [
        ({"Jenis": "Warung"}, "Jenis", "tidak ada dalam daftar jenis mitra"),
        ({"Nama": ""}, "Nama", "Isi kolom Nama."),
        ({"Usia mulai": "70", "Usia sampai": "60"}, "Nama", "Usia sampai tidak boleh di bawah usia mulai."),
        ({"Telepon": "telepon saja"}, "Telepon", "Tulis nomor dengan angka"),
        ({"Alamat peta": "http://peta.example"}, "Alamat peta", "diawali https://"),
        ({"MoU berlaku sejak": ""}, "MoU berlaku sejak", "Isi nomor MoU dan sejak kapan berlaku."),
        ({"Kategori PPKS": "Gelandangan; Bangsawan"}, "Kategori PPKS", "“Bangsawan” tidak ada dalam daftar"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_goes_in(client, dewi, cells, where, sentence):
    client.force_login(dewi)
    looked = look(client, ROW | {"Nama": "Mitra baik"}, ROW | cells)
    errors = [(error.row, error.column, error.reason) for error in looked.context["outcome"].errors]
    assert [(row, column) for row, column, _ in errors] == [(3, where)]
    assert sentence in errors[0][2]
    assert not Partner.objects.exists()


def test_one_partner_twice_in_a_file_is_refused(client, dewi):
    client.force_login(dewi)
    assert "Mitra ini sudah ada di baris 2." in look(client, ROW, ROW).content.decode()


def test_the_export_comes_back_as_the_same(client, dewi, today):
    partner = make_partner("=Panti Wredha", services="-1 kamar\nDapur", requirements="KTP; KK")
    partner.basic_services.add(service("food"))
    criteria = Criteria.objects.create(partner=partner, sex="P", accepted=["mental"], documents=["ktp"], age_from=18)
    criteria.categories.add(category("11"))
    PartnerAgreement.objects.create(partner=partner, number="1", starts_on=today, created_by=dewi)
    client.force_login(dewi)
    for kind in ("xlsx", "csv"):
        response = client.get(EXPORT, {"bentuk": kind})
        content = b"".join(response.streaming_content)
        looked = look(client, file=SimpleUploadedFile(f"mitra.{kind}", content))
        assert looked.context["outcome"].errors == []
        assert looked.context["outcome"].counts == {"rows": 1, "new": 0, "changed": 0, "same": 1}
    assert AuditEvent.objects.filter(action="partners.exported").count() == 2


def test_the_template_has_the_columns_of_the_import(client, dewi):
    client.force_login(dewi)
    content = b"".join(client.get(reverse("reports:import_template", args=["mitra"])).streaming_content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.get_sheet_by_index(0).to_python()[0] == PartnerSheet.columns()
    assert "Gelandangan" in [row[1] for row in book.get_sheet_by_index(1).to_python()]


def test_a_shelter_of_this_system_is_not_moved_by_a_sheet(client, dewi, kenanga):
    Partner.follow(kenanga, by=dewi)
    client.force_login(dewi)
    looked = look(client, {"Nama": "Panti Kenanga", "Jenis": "Bank"})
    assert "mengikuti data panti" in looked.content.decode()
