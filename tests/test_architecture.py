"""What keeps the house in order without anybody having to remember it."""

import ast
import re
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.urls import get_resolver

from cases.audit_words import ACTIONS
from cases.models.shelter import RESERVED

FLOORS = ["cases", "assessments", "referrals", "reports", "config"]
BASE = Path(settings.BASE_DIR)


def test_apps_import_only_downwards():
    offences = []
    for floor, app in enumerate(FLOORS):
        above = set(FLOORS[floor + 1 :])
        for file in (BASE / app).rglob("*.py"):
            offences += [f"{file}: {name}" for name in above & set(imported_packages(file))]
    assert offences == []


def imported_packages(file):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def test_views_reach_rows_through_the_gate():
    """A line of a view that starts from a manager says on the same line how the user's rights narrow it."""
    gate = re.compile(r"visible_to\(|allowed\(|get_permitted\(|received_by\(|opened_to\(|get_opened\(")
    offences = [
        f"{file.relative_to(BASE)}:{number}: {line.strip()}"
        for app in FLOORS[:-1]
        for file in (BASE / app / "views").rglob("*.py")
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if ".objects" in line and not gate.search(line)
    ]
    assert offences == []


def test_every_template_is_used():
    names = {str(file.relative_to(BASE / "templates")) for file in (BASE / "templates").rglob("*.html")}
    sources = [file.read_text() for app in FLOORS for file in (BASE / app).rglob("*.py")]
    sources += [file.read_text() for file in (BASE / "templates").rglob("*.html")]
    called_by_django = {"403.html", "404.html", "500.html", "403_csrf.html"}
    text = "\n".join(sources)
    assert [name for name in sorted(names - called_by_django) if f'"{name}"' not in text] == []


def test_every_action_of_the_trail_can_be_read():
    """record(action="noun.verb") is shown to people: each such text has its words."""
    said = set()
    for app in FLOORS:
        for file in (BASE / app).rglob("*.py"):
            if "migrations" not in file.parts:
                said |= set(re.findall(r'"([a-z_]+\.[a-z_]+(?:ed|ut|new))"', file.read_text()))
    assert said - set(ACTIONS) == set()


def test_every_field_that_people_see_has_an_indonesian_name():
    """Django would otherwise show the English field name."""
    ours = [model for app in FLOORS[:-1] for model in apps.get_app_config(app).get_models()]
    nameless = [
        f"{model.__name__}: {model._meta.verbose_name}"
        for model in ours
        if model._meta.verbose_name == re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower()
    ]
    assert nameless == []


def test_no_template_loads_from_elsewhere_or_styles_inline():
    found = []
    for file in (BASE / "templates").rglob("*.html"):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            # wa.me is where a person goes by their own tap; nothing is loaded from there.
            line = line.replace('href="https://wa.me/', 'href="')
            if re.search(
                r"""(src|href|action)=["'](https?:)?//|\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=""",
                line,
            ):
                found.append(f"{file.name}:{number}: {line.strip()}")
            if re.search(r"\|\s*safe\b|autoescape off", line):
                found.append(f"{file.name}:{number}: {line.strip()}")
    assert found == []


def test_tests_that_commit_put_the_lists_back():
    """A test that really commits empties the tables after it, also of the lists that the migrations brought."""
    commits = re.compile(r"django_db\(transaction=True" + r"\)")
    assert [file.name for file in (BASE / "tests").rglob("*.py") if commits.search(file.read_text())] == []


def test_no_page_stands_at_the_address_of_a_shelter():
    """A shelter named as a page beside its own would be hidden by it."""
    addresses = [route.split("/") for route in routes(get_resolver().url_patterns)]
    heads = {tuple(parts[:place]) for parts in addresses for place, part in enumerate(parts) if part in SHELTER_PARTS}
    beside = {
        parts[len(head)] for head in heads for parts in addresses
        if tuple(parts[: len(head)]) == head and len(parts) > len(head)
    }  # fmt: skip
    assert {part for part in beside if part and not part.startswith("<")} <= RESERVED


SHELTER_PARTS = ("<slug:shelter>", "<slug:slug>")


def routes(patterns, before=""):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from routes(one.url_patterns, f"{before}{one.pattern}")
        else:
            yield f"{before}{one.pattern}"
