"""“Perubahan klien”: figures for the house, and figures that name nobody for the department."""

import pytest
from django.urls import reverse

from assessments.models import Assessment, InstrumentVersion
from assessments.scores import Change
from reports.figures.changes import ChangeRow
from tests.factories import make_stay

PAGE = reverse("reports:changes")


@pytest.fixture
def improved(today, melati, sari, budi, stay):
    version = InstrumentVersion.objects.latest_published().get(instrument__slug="pasca-layanan")
    rest = {"tanggal": "2026-03-16", "lawan_bicara": ["klien"], "kesimpulan": "Uji.", "tindak_lanjut": ["tidak_perlu"]}
    for home in ("tidak_menetap", "menetap"):
        assessment = Assessment.start(stay, version=version, by=sari)
        answers = {assessment.form.path_of[name]: value for name, value in (rest | {"rumah": home}).items()}
        assessment.save_answers(answers, was={}, by=sari)
        assessment.submit(by=sari)
        assessment.approve(by=budi)
    make_stay(melati, by=sari)


def cells(client, user, **query):
    client.force_login(user)
    response = client.get(PAGE, query)
    tables = response.context["tables"]
    return {(instrument, row.label): row.cells for instrument, rows in tables.items() for row in rows}


def test_the_head_sees_the_numbers(client, improved, budi):
    assert cells(client, budi) == {("Pasca-layanan", "Tempat tinggal"): ["1", "0", "0", "1"]}


def test_who_does_not_read_the_files_sees_no_small_number(client, improved, dewi, agus):
    for person in (dewi, agus):
        assert cells(client, person) == {("Pasca-layanan", "Tempat tinggal"): ["–", "–", "–", "<5"]}


def test_another_house_sees_nothing_of_it(client, improved, citra):
    assert cells(client, citra) == {}
    client.force_login(citra)
    assert "Pilih panti dari daftar." in client.get(PAGE, {"panti": "melati"}).content.decode()


def test_a_period_in_which_nobody_was_measured(client, improved, budi):
    assert cells(client, budi, dari="2026-01-01", sampai="2026-02-28") == {}


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((9, 0, 6), ["9", "0", "6", "15"]),
        ((9, 2, 6), ["9", "<5", "6", "–"]),
        ((2, 1, 1), ["–", "–", "–", "<5"]),
    ],
)
def test_no_sum_gives_a_small_number_away(counts, shown):
    assert ChangeRow(Change("Uji", "Uji", *counts), masked=True).cells == shown


def test_a_wrong_date_is_said(client, today, budi):
    client.force_login(budi)
    assert "Tanggal ini tidak ada." in client.get(PAGE, {"dari": "2026-02-31"}).content.decode()
