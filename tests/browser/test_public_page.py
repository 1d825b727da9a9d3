"""A visitor with a cheap phone: the public pages are light, readable and without a script."""

import pytest
from django.urls import reverse

from reports.public.drafting import begin_draft
from tests.browser.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_a_visitor_reads_on_a_phone(at_screen, melati, sari, budi):
    draft = begin_draft(melati, by=sari)
    draft.write("kontak", by=sari, edit=1, hours="Setiap hari", whatsapp="0812-0000-1111", phone="(0293) 000 111")
    draft.publish(by=budi, edit=2, shows_figures=True)
    visitor = at_screen(PHONE)
    for name in ("public_shelter", "public_standard"):
        light, loaded = at_screen(PHONE, javascript=False), []
        light.page.on("requestfinished", lambda request, seen=loaded: seen.append(request))
        address = reverse(f"reports:{name}", args=["melati"])
        light.page.goto(address)
        assert sum(len(request.response().body()) for request in loaded) < 100_000
        assert {request.resource_type for request in loaded} <= {"document", "stylesheet", "image", "other"}
        assert light.context.cookies() == []
        visitor.page.goto(address)
        visitor.looks_around()
