"""What somebody types before the page's scripts have come over a slow line is kept like the rest."""

import pytest

from assessments.models import Assessment
from tests.assessments.browser import page_url
from tests.assessments.conftest import instruments  # noqa: F401
from tests.browser.conftest import DESK, at_screen, chromium  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_what_was_typed_before_the_scripts_came_is_saved(instruments, stay, sari, at_screen):  # noqa: F811
    begun = Assessment.start(stay, version=instruments["asesmen-awal"], by=sari)
    page = at_screen(DESK).signs_in("sari").page
    held = []
    page.route("**/*htmx*.js", lambda route: held.append(route))
    page.goto(page_url(begun, "kesehatan"), wait_until="commit")
    page.get_by_label("Luka").check()
    assert held and page.evaluate("typeof htmx") == "undefined"
    for route in held:
        route.continue_()
    page.get_by_text("Tersimpan").first.wait_for()
    begun.refresh_from_db()
    assert begun.answers == {"kesehatan/keluhan": ["luka"]}
