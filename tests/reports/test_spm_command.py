import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reports.month import Month
from reports.spm.month import spm_month
from tests.factories import make_shelter, make_stay


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def panti(today, sari):
    return make_shelter("wreda", level="provinsi", name="Panti Wreda")


def test_the_command_prints_json(panti, sari):
    make_stay(panti, by=sari, entered_on=date(2026, 2, 26), service_type_id="PROV_ELDERLY")
    printed = json.loads(run("spm", "wreda", "2026-02", "--json"))
    assert (printed["shelter"], printed["period"]) == ("wreda", "2026-02")
    assert printed == spm_month(panti, Month(2026, 2)).as_json()
    elderly = printed["types"][2]
    assert (elderly["type"], elderly["in_scope"], elderly["served"]) == ("PROV_ELDERLY", 1, 0)
    assert elderly["services"][0] == {"slug": "food", "needed": 1, "fulfilled": 0}


def test_the_command_prints_a_table(panti, sari):
    make_stay(panti, by=sari, entered_on=date(2026, 2, 26), service_type_id="PROV_ELDERLY")
    printed = run("spm", "wreda", "2026-02")
    assert printed.startswith("SPM Panti Wreda – Februari 2026\n")
    assert "  terlayani 0 dari 1 orang\n" in printed
    assert "sementara" not in printed
    assert "Bulan belum selesai: angka sementara." in run("spm", "wreda", "2026-03")


def test_the_command_writes_a_pdf(panti, sari, tmp_path):
    run("spm", "wreda", "2026-02", "--pdf", str(tmp_path / "spm.pdf"))
    assert (tmp_path / "spm.pdf").read_bytes().startswith(b"%PDF-")
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        run("spm", "wreda", "2026-02", "--pdf", str(tmp_path / "tidak-ada" / "spm.pdf"))


@pytest.mark.parametrize(
    "shelter, month, words",
    [
        ("mawar", "2026-02", "Panti “mawar” tidak ada. Yang ada: wreda, melati."),
        ("wreda", "2026-13", "“2026-13” bukan bulan."),
        ("wreda", "2026-2", "“2026-2” bukan bulan."),
        ("wreda", "202602", "“202602” bukan bulan."),
        ("wreda", "Februari", "“Februari” bukan bulan."),
    ],
)
def test_the_command_says_what_is_wrong(panti, melati, shelter, month, words):
    with pytest.raises(CommandError, match=words):
        run("spm", shelter, month)
