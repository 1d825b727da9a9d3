"""A phone without JavaScript: a complaint is sent and followed, and axe looks at every page."""

import pytest

from cases.permissions import Role
from reports.models import Complaint
from tests.browser.conftest import PHONE
from tests.factories import make_shelter, make_user


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_complaint_is_sent_and_followed_on_a_phone(at_screen):
    shelter = make_shelter("melati", city="Temanggung", code="MLT")
    head = make_user("budi", Role.HEAD, shelter, name="Budi")
    visitor = at_screen(PHONE, javascript=False)
    page = visitor.page
    page.goto("/pengaduan/melati/")
    visitor.press("Kirim")
    assert "Pilih salah satu." in visitor.reads()
    page.get_by_label("Saran atau aspirasi").check()
    page.get_by_label("Perihal").fill("Tambah kursi")
    page.get_by_label("Ceritakan").fill("Keluarga berdiri lama.")
    visitor.press("Kirim")
    complaint = Complaint.objects.get()
    assert complaint.number in visitor.reads()
    complaint.verify(by=head)
    complaint.answer("Kursi sudah ditambah.", by=head)
    page.goto("/pengaduan/cek/")
    page.get_by_label("Nomor").fill(complaint.number)
    page.get_by_label("Kode").fill(complaint.code())
    visitor.press("Lihat")
    assert "Kursi sudah ditambah." in visitor.reads()
    page.get_by_label("Puas", exact=True).check()
    visitor.press("Kirim penilaian")
    complaint.refresh_from_db()
    assert complaint.satisfaction == 3
    # The same pages with a script, only so that axe can look at them.
    looker = at_screen(PHONE)
    for address in ("/pengaduan/melati/", "/pengaduan/", "/pengaduan/cek/"):
        looker.page.goto(address)
        looker.looks_around()
    looker.page.get_by_label("Nomor").fill(complaint.number)
    looker.page.get_by_label("Kode").fill(complaint.code())
    looker.press("Lihat")
    looker.looks_around()
