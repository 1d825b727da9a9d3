"""The named world. Sari is a social worker, Oka the officer on duty and Budi the head at Melati; Citra heads Kenanga
and must see nothing of Melati. Dewi is the department's admin, Agus its auditor.
"""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.conf import settings

from cases.permissions import Role
from tests.factories import make_client, make_shelter, make_stay, make_user

TODAY = date(2026, 3, 16)
collect_ignore = ["bench"]  # minutes, not seconds: `make bench` names the folder itself


def pytest_configure():
    """WhiteNoise wants its folder to be there, even when nothing was collected into it."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def plain_static_files(settings, tmp_path):
    """Pages without collected files; uploads in a folder that goes with the test."""
    settings.STORAGES = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files", "base_url": None},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def today():
    """The clock stands on Monday 16 March 2026, ten in the morning in Jakarta."""
    with time_machine.travel(datetime(2026, 3, 16, 3, 0, tzinfo=UTC), tick=False):
        yield TODAY


@pytest.fixture
def melati(db):
    return make_shelter("melati", name="Rumah Singgah Melati", code="MLT", city="Temanggung")


@pytest.fixture
def kenanga(db):
    return make_shelter("kenanga", name="Panti Kenanga", code="KNG", city="Wonosobo")


@pytest.fixture
def sari(melati):
    return make_user("sari", Role.WORKER, melati, name="Sari")


@pytest.fixture
def oka(melati):
    return make_user("oka", Role.OFFICER, melati, name="Oka")


@pytest.fixture
def budi(melati):
    return make_user("budi", Role.HEAD, melati, name="Budi")


@pytest.fixture
def citra(kenanga):
    return make_user("citra", Role.HEAD, kenanga, name="Citra")


@pytest.fixture
def dewi(db):
    return make_user("dewi", Role.DEPARTMENT, name="Dewi")


@pytest.fixture
def agus(db):
    return make_user("agus", Role.AUDITOR, name="Agus")


@pytest.fixture
def person(melati):
    return make_client("Suratmin", sex="L", birth_date=date(1956, 1, 1), number="MLT-2026-9001")


@pytest.fixture
def stay(melati, sari, person):
    return make_stay(melati, by=sari, client=person, entered_on=date(2026, 3, 2))
