"""A real Chromium against a real server. Debian's own browser where there is one, else Playwright's."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import sync_playwright

from tests.factories import PASSWORD

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}


@pytest.fixture
def chromium(live_server, monkeypatch):
    """A browser for one test. While Playwright runs, its event loop runs in this thread, and Django then hands out
    other connections than before and after: so it begins after the tables are filled and ends before they are emptied.
    """
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    installed = Path("/usr/bin/chromium")
    arguments = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    if os.getuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed if installed.exists() else None, args=arguments)
        yield browser
        browser.close()
        connections.close_all()


class Person:
    """Somebody at a screen of their own. Every page they reach is checked for width, script errors and by axe."""

    def __init__(self, browser, address, size, javascript=True):
        context = browser.new_context(viewport=size, java_script_enabled=javascript, base_url=address, locale="id-ID")
        context.set_default_timeout(10_000)
        self.context, self.page, self.width, self.errors = context, context.new_page(), size["width"], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def signs_in(self, username):
        self.page.goto("/masuk/")
        self.page.get_by_label("Nama pengguna").fill(username)
        self.page.get_by_label("Kata sandi").fill(PASSWORD)
        self.press("Masuk")
        return self

    def press(self, name):
        """A button or link by its words, then the page that it leads to."""
        button = self.page.get_by_role("button", name=name, exact=True)
        (button if button.count() else self.page.get_by_role("link", name=name, exact=True)).first.click()
        self.page.wait_for_load_state()

    def looks_around(self):
        """Nothing to scroll sideways for, nothing that axe finds, no script that failed."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        found = Axe().run(self.page).response["violations"]
        told = [f"{one['id']}: {node['html'][:150]}" for one in found for node in one["nodes"]]
        assert (wide <= self.width, told, self.errors) == (True, [], []), self.page.url

    def reads(self):
        return self.page.locator("main").inner_text()


@pytest.fixture
def at_screen(chromium, live_server):
    """at_screen(PHONE) is a person with a phone of their own."""
    people = []

    def sit_down(size, **options):
        people.append(Person(chromium, live_server.url, size, **options))
        return people[-1]

    yield sit_down
    for person in people:
        person.context.close()
