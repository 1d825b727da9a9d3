"""What goes out comes in again the same: answers of every type, through the real files and screens' code."""

import tempfile
from datetime import date, datetime, time

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.models import AnswerBatch, AnswerMapping, Assessment, OldAnswers
from assessments.xlsform import clean, plain
from assessments.xlsform.values import clean_text
from reports.answers.file import headings_digest, read_tables
from reports.answers.old import put_in
from reports.answers.out import Layout, sheet_rows, write_csvs, write_workbook
from reports.answers.pairing import Proposer
from tests.factories import make_instrument

EVERYTHING = """
| survey |
| | type | name | label | appearance | calculation | relevant |
| | begin group | a | Bagian | | | |
| | text | teks | Isian | | | |
| | text | nama | Nama | | | |
| | text | panjang | Cerita | multiline | | |
| | integer | bulat | Bilangan bulat | | | |
| | decimal | pecahan | Bilangan pecahan | | | |
| | date | hari | Tanggal asesmen | | | |
| | time | jam | Jam | | | |
| | select_one warna | satu | Warna | | | |
| | select_one warna | dua | Warna | minimal | | |
| | select_multiple warna | banyak | Beberapa warna | | | |
| | select_multiple angka | nomor | Nomor | | | |
| | acknowledge | tahu | Sudah dijelaskan | | | |
| | calculate | hitung | | | string-length(${teks}) | |
| | calculate | sekali | | | once(concat('s', ${bulat})) | |
| | text | kalau | Hanya bila merah | | | ${satu} = 'merah' |
| | end group | | | | | |
| | begin group | b | Keluarga | | | |
| | begin repeat | anggota | Anggota | | | |
| | text | panggilan | Panggilan | | | |
| | select_multiple warna | sukanya | Suka warna | | | |
| | begin repeat | pekerjaan | Pekerjaan | | | |
| | text | sebutan | Sebutan | | | |
| | decimal | upah | Upah | | | |
| | end repeat | | | | | |
| | end repeat | | | | | |
| | end group | | | | | |
| choices |
| | list_name | name | label |
| | warna | merah | Merah |
| | warna | biru | Biru, muda |
| | warna | biru_tua | Biru |
| | warna | Merah_2 | merah |
| | warna | rumus | =1+1 |
| | angka | 1 | 2 |
| | angka | 2 | 1 |
| | angka | 01 | Nol satu |
| settings |
| | form_title | form_id |
| | Serba ada | serba-ada |
"""
WARNA = ["merah", "biru", "biru_tua", "Merah_2", "rumus"]
TRAPS = ["=1+1", "+62812", "-2", "@SUM(1)", "'=1", "''-3", "0812", "007", "1.234", "1,5", "TRUE", "Ya", "2026-03-16",
         "a\nb", "é ☂ 漢字", "_x0041_", "NULL", "#N/A", "a;b\"c,d", "'", "1e5"]  # fmt: skip
texts = st.one_of(st.sampled_from(TRAPS), st.text(max_size=30)).map(clean_text).filter(bool).filter(
    lambda text: text != "disembunyikan"
)  # fmt: skip
decimals = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=None)
decimals = st.one_of(
    decimals.filter(lambda number: abs(number.adjusted()) < 12), st.sampled_from(["1.234", "36.50", "0"])
)
some = st.lists(st.sampled_from(WARNA), min_size=1, unique=True)
dates = st.dates(min_value=date(1850, 1, 1), max_value=date(2100, 1, 1))


def the(name, values):
    return st.one_of(st.just({}), values.map(lambda value: {name: value}))


def merged(*parts):
    return st.tuples(*parts).map(lambda found: {key: value for part in found for key, value in part.items()})


jobs = merged(the("sebutan", texts), the("upah", decimals.map(str)))
members = st.tuples(merged(the("panggilan", texts), the("sukanya", some)), st.lists(jobs, max_size=2))
plain_answers = merged(
    the("teks", texts), the("nama", texts), the("panjang", texts), the("bulat", st.integers(-(10**15), 10**15)),
    the("pecahan", decimals.map(str)), the("hari", dates.map(str)), the("jam", st.times().map(lambda at: at.replace(
        microsecond=0))), the("satu", st.sampled_from(WARNA)), the("dua", st.sampled_from(WARNA)), the("banyak", some),
    the("nomor", st.lists(st.sampled_from(["1", "2", "01"]), min_size=1, unique=True)), the("tahu", st.just("OK")),
    the("kalau", texts),
)  # fmt: skip


@pytest.fixture
def form(today, dewi, db):
    version = make_instrument(by=dewi, source=EVERYTHING, name="serba.md")
    version.release(by=dewi, after=0)
    return version


def typed(form, name, value):
    """As the form itself would keep it; None where it would refuse."""
    question = form.items[form.path_of[name]]
    if isinstance(value, time):
        value = value.isoformat()
    try:
        return clean(question, value if isinstance(value, list) else str(value))
    except ValueError:
        return None


def answered(form, flat, family):
    """{path: answer} as completed: what applies, and what is worked out of it."""
    answers = {form.path_of[name]: typed(form, name, value) for name, value in flat.items()}
    for number, (member, tasks) in enumerate(family, 1):
        place = f"b/anggota[m{number}]"
        answers[place] = number * 2
        answers |= {f"{place}/{name}": typed(form, name, value) for name, value in member.items()}
        for turn, task in enumerate(tasks, 1):
            inner = f"{place}/pekerjaan[k{number}{turn}]"
            answers[inner] = turn
            answers |= {f"{inner}/{name}": typed(form, name, value) for name, value in task.items()}
    answers = {path: value for path, value in answers.items() if value is not None}
    return form.evaluate(answers, now=datetime(2026, 3, 10, 12)).answers()


def numbered(answers):
    """The ids of instances are names only: counted instead, in their order."""
    there = sorted((path for path in answers if path[-1:] == "]"), key=lambda path: (path.count("["), answers[path]))
    names, counts = {"": ""}, {}
    for place in there:
        outer = place.rpartition("[")[0]
        outer = outer[: outer.rindex("]") + 1] if "]" in outer else ""
        key = (outer, plain(place))
        counts[key] = counts.get(key, 0) + 1
        names[place] = f"{names[outer]}|{plain(place)}#{counts[key]}"
    found = {}
    for path, value in answers.items():
        place = path[: path.rindex("]") + 1] if "]" in path else ""
        found[f"{names[place]}>{plain(path)}"] = None if path == place and place else value
    return found


def brought_back(content, version, melati, budi):
    """Kept, mapped as proposed, read."""
    batch = AnswerBatch.keep(content, by=budi, shelter=melati, version=version, name="jawaban.xlsx")
    first, others = read_tables(content)
    columns = {one.place.key: one.target for one in Proposer(version.form, first, others).proposals()}
    AnswerMapping.keep(batch, headings_digest(first, others), columns=columns, style="id", by=budi)
    return batch


def gone_out(assessment, kind):
    rows = sheet_rows(Layout([assessment.form], named=True), [assessment], reason="Uji", full_nik=set())
    with tempfile.TemporaryFile() as file:
        if kind == "xlsx":
            write_workbook(file, Layout([assessment.form], named=True), rows, [])
        else:
            write_csvs(file, Layout([assessment.form], named=True), rows, [])
        file.seek(0)
        return file.read()


def round_trip(version, stay, budi, answers, kind):
    at = datetime(2026, 3, 10, 12, tzinfo=stay.shelter.zone)
    with transaction.atomic():
        mine = Assessment(stay=stay, version=version, instrument=version.instrument, answers=answers)
        mine.submitted_at, mine.status = at, "imported"
        content = gone_out(mine, kind)
        batch = brought_back(content, version, stay.shelter, budi)
        plan = put_in(batch, by=budi)
        assert (plan.errors, plan.warnings, plan.counts["linked"]) == ([], [], 1)
        back = OldAnswers.objects.get(batch=batch).assessment
        assert (back.stay, back.submitted_at.date()) == (stay, at.date())
        assert numbered(back.answers) == numbered(answers)
        transaction.set_rollback(True)


common = settings(
    deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@common
@given(flat=plain_answers, family=st.lists(members, max_size=3))
def test_a_workbook_brings_the_same_answers_back(form, stay, budi, flat, family):
    round_trip(form, stay, budi, answered(form.form, flat, family), "xlsx")


NO_REPEAT = EVERYTHING.split("| | begin group | b")[0] + "| choices" + EVERYTHING.split("| choices")[1]


@common
@given(flat=plain_answers)
def test_a_csv_brings_the_same_answers_back(today, db, dewi, stay, budi, flat):
    with transaction.atomic():
        version = make_instrument(by=dewi, source=NO_REPEAT.replace("serba-ada", "tanpa-ulang"), name="a.md")
        version.release(by=dewi, after=0)
        round_trip(version, stay, budi, answered(version.form, flat, []), "csv")
        transaction.set_rollback(True)


def test_every_trap_at_once(form, stay, budi):
    for one, two, three, four in zip(*[iter([*TRAPS, *TRAPS[:3]])] * 4, strict=True):
        flat = {"teks": one, "nama": two, "panjang": three, "pecahan": "1.234", "banyak": WARNA, "nomor": ["01", "2"]}
        family = [({"panggilan": four, "sukanya": ["biru_tua"]}, [{"sebutan": one, "upah": "36.50"}])]
        round_trip(form, stay, budi, answered(form.form, flat, family), "xlsx")
