import pytest
from django.core.management import call_command

from assessments.models import Assessment, InstrumentVersion
from cases.permissions import Role
from tests.factories import make_user


@pytest.fixture
def instruments(db):
    """The built-in ones, by slug. The migration brought them; a test that emptied the tables may have taken them."""
    if not InstrumentVersion.objects.exists():
        call_command("load_instruments", verbosity=0)
    return {version.instrument.slug: version for version in InstrumentVersion.objects.latest_published()}


@pytest.fixture
def draft(today, instruments, stay, sari):
    return Assessment.start(stay, version=instruments["asesmen-awal"], by=sari)


@pytest.fixture
def joko(melati):
    return make_user("joko", Role.WORKER, melati, name="Joko")


ANSWERS = {
    "sapaan/panggilan": "Pak Min",
    "kesehatan/keluhan": ["luka"],
    "kebutuhan/kebutuhan_segera": ["makan", "pakaian"],
    "kebutuhan/kesimpulan": "Perlu perawatan luka.",
}


@pytest.fixture
def filled(draft, sari):
    draft.save_answers(ANSWERS, was={}, by=sari)
    return draft


@pytest.fixture
def submitted(filled, sari):
    filled.submit(by=sari)
    return filled
