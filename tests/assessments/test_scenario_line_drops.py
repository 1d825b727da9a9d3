"""Scenario 19: the line drops in a long form, the session ends, another person signs in on the same laptop."""

import pytest
from django.contrib.sessions.models import Session

from assessments.models import Assessment
from tests.assessments.browser import page_url
from tests.assessments.conftest import draft, instruments, joko  # noqa: F401
from tests.browser.conftest import DESK, at_screen, chromium  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('balai-isian:')).length"
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => done(true)))"


@pytest.fixture
def begun(instruments, stay, sari, joko):  # noqa: F811
    return Assessment.start(stay, version=instruments["asesmen-awal"], by=sari)


def none_left(page):
    """Within some seconds; the pages' own policy forbids Playwright's waiting for a function."""
    return any(page.evaluate(KEPT) == 0 for _ in range(300) if page.evaluate(NEXT_FRAME))


def test_nothing_is_lost_and_nobody_else_sees_it(begun, at_screen):  # noqa: F811
    sari, address = at_screen(DESK).signs_in("sari"), page_url(begun, "kesehatan")
    page = sari.page
    page.goto(address)
    page.get_by_label("Luka").check()
    page.get_by_text("Tersimpan").first.wait_for()

    sari.context.set_offline(True)
    page.get_by_label("Jelaskan keluhan atau luka").fill("Luka di kaki kanan")
    page.get_by_text("belum terkirim").wait_for()
    sari.press("Simpan dan lanjut")
    assert page.get_by_label("Jelaskan keluhan atau luka").input_value() == "Luka di kaki kanan"

    Session.objects.all().delete()
    sari.context.set_offline(False)
    page.get_by_label("Jelaskan keluhan atau luka").fill("Luka di kaki kanan, bersih")
    page.get_by_text("Sesi berakhir: masuk lagi").wait_for()
    assert "kaki kanan" not in page.evaluate("JSON.stringify(localStorage)")  # locked

    sari.signs_in("joko")
    page.goto(address)
    assert page.get_by_text("belum terkirim").count() == 0
    assert page.get_by_label("Jelaskan keluhan atau luka").input_value() == ""
    page.locator("summary").first.click()
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/masuk/**")
    assert page.evaluate(KEPT) == 1  # Joko signs out: his own would go, hers stays

    sari.signs_in("sari")
    page.goto(begun.get_absolute_url())
    page.get_by_text("di perangkat ini belum terkirim").wait_for()
    page.goto(address)
    page.get_by_role("button", name="Versi server").wait_for()
    assert page.get_by_label("Jelaskan keluhan atau luka").input_value() == ""  # nothing is applied unasked
    page.get_by_role("button", name="Lanjutkan isian").click()
    assert none_left(page)
    begun.refresh_from_db()
    assert begun.answers == {"kesehatan/keluhan": ["luka"], "kesehatan/keluhan_rincian": "Luka di kaki kanan, bersih"}
    assert Assessment.objects.count() == 1

    sari.context.set_offline(True)
    page.get_by_label("Jelaskan keluhan atau luka").fill("Lain")
    page.get_by_text("belum terkirim").wait_for()
    sari.context.set_offline(False)
    page.evaluate("document.getElementById('keluar').addEventListener('submit', (event) => event.preventDefault())")
    page.locator("summary").first.click()
    page.get_by_role("button", name="Keluar").click()
    assert none_left(page)  # gone when she signs out herself
