"""A partner at a cheap phone, who has no account: the page is small, plain, and works without a script."""

import pytest

from referrals.models import Referral
from tests.browser.conftest import PHONE
from tests.referrals.factories import make_referral
from tests.referrals.links import make_link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_a_partner_answers_on_a_phone_without_a_script(at_screen, sari, stay):
    referral = make_referral(stay, by=sari)
    referral.send(by=sari)
    link, address = make_link(referral, sari)
    code = link.make_code(by=sari)
    partner = at_screen(PHONE, javascript=False)
    page, loaded = partner.page, []
    page.on("requestfinished", lambda request: loaded.append(request))
    page.goto(address)
    assert len(loaded) == 2  # the page and its one stylesheet
    assert sum(len(request.response().body()) for request in loaded) < 50_000
    assert "Suratmin" not in partner.reads()
    page.get_by_label("Kode 6 angka").fill(code)
    partner.press("Buka data")
    assert "Suratmin" in partner.reads()
    partner.press("Terima")
    page.get_by_label("Nama Anda").fill("Ibu Tri")
    partner.press("Terima")
    assert "Sudah dijawab oleh Ibu Tri" in partner.reads()
    assert Referral.objects.get().status == "accepted"

    # The same pages with a script, only so that axe can look at them.
    looking = at_screen(PHONE)
    for path in ("", "tiba/", "hasil/", "surat/", "pesan/"):
        looking.page.goto(f"{address}{path}")
        looking.looks_around()
