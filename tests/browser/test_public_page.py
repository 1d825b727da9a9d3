"""A visitor with a cheap phone: the public pages are light, readable and without a script."""

import pytest
from django.urls import reverse

from reports.public.drafting import begin_draft
from tests.browser.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

OF_SHELTER = (
    "public_shelter", "public_standard", "public_pledge", "public_figures", "public_privacy", "survey_published",
    "complaint_new",
)  # fmt: skip
OF_ALL = ("public_index", "complaint_department", "complaint_follow", "survey_code")
WRITTEN = ("complaint_new", "complaint_department", "complaint_follow", "survey_code")  # whose form bears a token


def test_a_visitor_reads_on_a_phone(at_screen, melati, sari, budi):
    draft = begin_draft(melati, by=sari)
    draft.write("kontak", by=sari, edit=1, hours="Setiap hari", whatsapp="0812-0000-1111", phone="(0293) 000 111")
    draft.publish(by=budi, edit=2, shows_figures=True)
    visitor = at_screen(PHONE)
    for name in OF_SHELTER + OF_ALL:
        light, loaded = at_screen(PHONE, javascript=False), []
        light.page.on("requestfinished", lambda request, seen=loaded: seen.append(request))
        address = reverse(f"reports:{name}", args=["melati"] if name in OF_SHELTER else [])
        assert light.page.goto(address).status == 200
        assert sum(len(request.response().body()) for request in loaded) < 100_000
        assert {request.resource_type for request in loaded} <= {"document", "stylesheet", "image", "other"}
        assert {cookie["name"] for cookie in light.context.cookies()} <= ({"csrftoken"} if name in WRITTEN else set())
        visitor.page.goto(address)
        visitor.looks_around()
