"""An old phone whose browser runs no script does the same work, with a button more."""

import pytest

from cases.models import Client, Region, Stay
from tests.browser.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_the_same_work_without_a_script(at_screen, sari, melati):
    province = Region.objects.create(code="33", name="Jawa Tengah", level=1, path="Jawa Tengah")
    wonosobo = "Kabupaten Wonosobo, Jawa Tengah"
    Region.objects.create(code="33.07", name="Kabupaten Wonosobo", level=2, parent=province, path=wonosobo)
    worker = at_screen(PHONE, javascript=False).signs_in("sari")
    page = worker.page
    worker.press("Terima klien")
    page.get_by_label("Nama, alias, NIK").fill("Yanti")
    worker.press("Cari")
    worker.press("Daftarkan klien baru")
    page.get_by_label("Perkiraan usia").fill("30")
    page.get_by_text("Identitas, asal, dan kesehatan").click()
    page.get_by_label("Wilayah asal").fill("wonosobo")
    page.locator("[name=find_region]").click()
    assert page.get_by_label("Nama", exact=True).input_value() == "Yanti"
    page.get_by_label(wonosobo).check()
    worker.press("Terima klien")
    assert Client.objects.get().origin_id == "33.07"

    worker.press("Mulai asesmen")
    page.get_by_label("Asesmen awal").check()
    worker.press("Mulai asesmen")
    page.get_by_role("link", name="Sapaan dan kedatangan").click()
    page.get_by_label("Panggilan").fill("Bu Yanti")
    worker.press("Simpan dan lanjut")
    assert Stay.objects.get().assessments.get().answers["sapaan/panggilan"] == "Bu Yanti"
