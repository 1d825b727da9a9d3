"""A day at Melati, lived in a browser: from a man without a name to the department's spreadsheet."""

import io
from datetime import date

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from cases.models import Client, Need, Stay
from referrals.models import Partner, Referral
from tests.browser.conftest import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

REGISTER = (
    "Nomor klien;Nomor register;Nama;Alias;NIK;Jenis kelamin;Tanggal lahir;Perkiraan usia;Kategori PPKS;"
    "Kode wilayah asal;Alamat asal;Tanggal masuk;Sumber;Tanggal keluar;Alasan keluar;Tujuan keluar;"
    "Jenis pelayanan SPM;Keterangan\n"
    ";LAMA-1;Sutrisno;;;L;;40;Gelandangan;;;2025-03-01;Satpol PP;2025-03-09;Reunifikasi keluarga;Adik;REG_GEPENG;\n"
    ";LAMA-2;Wahyuni;;3404995708850001;P;1985-08-17;;Pengemis;;;2025-04-02;Masyarakat;2025-04-05;Pemulangan;;;\n"
)


@pytest.fixture
def staff(sari, oka, budi, citra, dewi):
    Partner.objects.create(name="RSJ Contoh", kind=Partner.Kind.MENTAL_HOSPITAL, city="Kota Contoh")


def test_a_day_at_the_shelter(at_screen, staff, melati):
    sari = at_screen(PHONE).signs_in("sari")
    take_in(sari)
    assess(sari)
    refer(sari)
    fill_the_sheet(at_screen(PHONE).signs_in("oka"))
    approve_and_print(at_screen(DESK).signs_in("budi"))
    import_and_export(at_screen(DESK).signs_in("dewi"))
    see_nothing(at_screen(DESK).signs_in("citra"))


def take_in(sari):
    page = sari.page
    sari.looks_around()
    sari.press("Terima klien")
    sari.looks_around()
    page.get_by_label("Nama, alias, NIK").fill("Min")
    sari.press("Cari")
    page.get_by_text("Belum ada yang cocok.").wait_for()
    sari.press("Daftarkan klien baru")
    sari.looks_around()
    page.get_by_label("Nama", exact=True).fill("")
    page.get_by_label("Nama panggilan atau alias").fill("Min")
    page.get_by_label("Laki-laki").check()
    page.get_by_label("Perkiraan usia").fill("50")
    page.get_by_label("Kategori PPKS").select_option(label="Gelandangan")
    page.get_by_label("Sumber rujukan masuk").select_option(label="Satpol PP")
    page.get_by_label("Ditemukan di").fill("Terminal Contoh")
    page.get_by_label("Kondisi saat datang").fill("Bingung, luka di kaki")
    sari.press("Terima klien")
    sari.looks_around()
    assert "Tanpa nama (“Min”)" in sari.reads()
    assert Client.objects.get().aliases == ["Min"]


def assess(sari):
    page = sari.page
    sari.press("Mulai asesmen")
    sari.looks_around()
    page.get_by_label("Asesmen awal").check()
    sari.press("Mulai asesmen")
    sari.looks_around()
    page.get_by_role("link", name="Sapaan dan kedatangan").click()
    page.get_by_label("Panggilan").fill("Pak Min")
    # It saves itself: nobody pressed anything.
    page.get_by_text("Tersimpan").first.wait_for()
    assert Stay.objects.get().assessments.get().answers["sapaan/panggilan"] == "Pak Min"
    sari.looks_around()
    sari.press("Simpan dan lanjut")
    page.get_by_label("Luka").check()
    page.get_by_label("Jelaskan keluhan atau luka").fill("Luka di kaki kanan")
    sari.looks_around()
    sari.press("Simpan dan lanjut")
    sari.press("Simpan dan lanjut")
    for need in ("Pakaian dan perlengkapan mandi", "Dokumen kependudukan"):
        page.get_by_label(need).check()
    page.get_by_label("Kesimpulan singkat").fill("Perlu rawat luka, pakaian, dan dokumen.")
    sari.press("Simpan dan lanjut")
    sari.looks_around()
    sari.press("Selesaikan asesmen")
    sari.looks_around()
    opened = set(Need.objects.values_list("service", flat=True))
    assert opened == {"health_supplies", "clothing", "civil_documents"}


def refer(sari):
    page, stay = sari.page, Stay.objects.get()
    page.goto(stay.client.get_absolute_url())
    sari.looks_around()
    sari.press("Rujuk")
    sari.looks_around()
    page.get_by_label("Mitra tujuan").select_option(label="RSJ Contoh")
    page.get_by_label("Alasan dan tujuan rujukan").fill("Perlu pemeriksaan jiwa dan perawatan luka.")
    page.get_by_label("Klien menyetujui").check()
    sari.press("Simpan konsep")
    sari.looks_around()
    page.goto(reverse("referrals:referral_send", args=[Referral.objects.get().pk]))
    sari.looks_around()
    page.locator("main form button.btn-primary").click()
    page.get_by_text("diterbitkan").first.wait_for()
    referral = Referral.objects.get()
    assert (referral.status, referral.letter.sequence) == ("sent", 1)
    letter = page.request.get(reverse("referrals:referral_letter", args=[referral.pk]))
    assert letter.body()[:5] == b"%PDF-"


def fill_the_sheet(oka):
    page = oka.page
    oka.looks_around()
    oka.press("Lembar hari ini")
    oka.looks_around()
    page.get_by_label("Makan").first.fill("3")
    page.get_by_label("Sandang").first.fill("1")
    oka.press("Simpan lembar harian")
    oka.looks_around()
    given = Stay.objects.get().services.values_list("service", "quantity")
    assert set(given) == {("food", 3), ("clothing", 1)}


def approve_and_print(budi):
    page, stay = budi.page, Stay.objects.get()
    budi.looks_around()
    assert "Menunggu persetujuan Anda" in budi.reads()
    page.locator("a[href$='/tinjau/']").first.click()
    budi.looks_around()
    budi.press("Setujui asesmen")
    assert stay.assessments.get().status == "approved"
    page.goto("/")
    budi.press("SPM bulan ini")
    budi.looks_around()
    assert "gelandangan dan pengemis" in budi.reads()
    today = stay.shelter.today()
    report = page.request.get(reverse("reports:spm_month_pdf", args=["melati", today.year, today.month]))
    assert report.body()[:5] == b"%PDF-"


def import_and_export(dewi):
    page = dewi.page
    dewi.looks_around()
    page.goto(reverse("reports:import_start"))
    dewi.looks_around()
    page.locator("[name=shelter]").first.select_option(label="Rumah Singgah Melati")
    page.locator("[name=kind][value=register]").check()
    register = {"name": "register-2025.csv", "mimeType": "text/csv", "buffer": REGISTER.encode()}
    page.locator("[name=file]").set_input_files(register)
    dewi.press("Periksa berkas")
    dewi.looks_around()
    dewi.press("Masukkan 2 baris")
    dewi.looks_around()
    assert Stay.objects.filter(register_number__startswith="LAMA-").count() == 2
    page.goto(reverse("reports:recap", args=["melati"]) + "?dari=2025-01-01&sampai=2025-12-31")
    dewi.looks_around()
    assert "Pengemis" in dewi.reads()
    export(dewi)


def export(dewi):
    page = dewi.page
    page.goto(reverse("reports:stay_list"))
    dewi.looks_around()
    assert "Sutrisno" not in dewi.reads()
    page.goto(reverse("reports:stay_export"))
    dewi.looks_around()
    page.locator("[name=reason]").fill("Perencanaan tahun depan")
    page.locator("[name=format][value=xlsx]").check()
    with page.expect_download() as download:
        dewi.page.get_by_role("button", name="Unduh berkas").click()
    with open(download.value.path(), "rb") as file:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(file.read())).get_sheet_by_index(0).to_python()
    old = next(row for row in sheet if "LAMA-2" in row)
    assert (old[2], old[4], old[11]) == ("Wahyuni", "3404••••••••0001", date(2025, 4, 2))


def see_nothing(citra):
    citra.page.goto(reverse("cases:client_list") + "?status=semua")
    citra.looks_around()
    assert "0 klien" in citra.reads()
    citra.page.goto(Client.objects.first().get_absolute_url())
    assert "Halaman tidak ditemukan" in citra.reads()
