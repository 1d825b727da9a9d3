import math
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assessments.xlsform.expressions import ExpressionError, parse
from assessments.xlsform.functions import to_string

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=7)))
FORM = etree.fromstring(
    "<data><many>a b c</many><none/><five>5</five><half>2.5</half><born>2000-02-29</born><text>panti</text>"
    "<early>08:30</early><late>13:05</late><n>1</n><n>4</n><n/><p>5</p><p>2.5</p></data>"
)


def calculate(source, node=FORM):
    return parse(source, lambda _absolute, _steps: set()).value(node, NOW)


EXAMPLES = [
    ("selected(/data/many, 'b')", True),
    ("selected(/data/many, 'a b')", False),
    ("selected(/data/none, '')", False),
    ("count-selected(/data/many)", 3),
    ("count-selected(/data/none)", 0),
    ("selected-at(/data/many, 0)", "a"),
    ("selected-at(/data/many, 2)", "c"),
    ("selected-at(/data/many, 3)", ""),
    ("selected-at(/data/many, -1)", ""),
    ("if(/data/five > 4, 'besar', 'kecil')", "besar"),
    ("if(/data/none, 'ada', 'kosong')", "kosong"),
    ("coalesce(/data/none, /data/text)", "panti"),
    ("coalesce(/data/none, /data/none)", ""),
    ("today()", "2026-11-22"),
    ("now()", "2026-11-22T09:30:00.000+07:00"),
    ("date('2026-01-31')", "2026-01-31"),
    ("date(0)", "1970-01-01"),
    ("date(now())", "2026-11-22"),
    ("date('bukan tanggal')", ""),
    ("date(today() + 30)", "2026-12-22"),
    ("format-date('2026-08-05', '%e %b %Y, %d/%m/%y, %n, %a')", "5 Agu 2026, 05/08/26, 8, Rab"),
    ("format-date(/data/none, '%Y')", ""),
    ("decimal-date-time('1970-01-03')", 2),
    ("decimal-date-time('1970-01-01T12:00:00.000+07:00')", 0.5),
    ("decimal-time('18:00')", 0.75),
    ("int(2.9)", 2),
    ("int(-2.9)", -2),
    ("round(2.5)", 3),
    ("round(-2.5)", -2),
    ("round(1.005, 2)", 1.01),
    ("round(1234, -2)", 1200),
    ("regex('A-12', '[A-Z]-[0-9]+')", True),
    ("regex('xA-12', '[A-Z]-[0-9]+')", False),
    ("min(3, /data/five, 4)", 3),
    ("max(/data/half, 1)", 2.5),
    ("sum(/data/p)", 7.5),
    ("string(sum(/data/n))", "NaN"),
    ("count(/data/n)", 3),
    ("count-non-empty(/data/n)", 2),
    ("string-length(/data/text)", 5),
    ("concat('Rp', 5000000000, '-', /data/five)", "Rp5000000000-5"),
    ("substr('panti', 1, 3)", "an"),
    ("substr('panti', 2)", "nti"),
    ("substring('12345', 1.5, 2.6)", "234"),
    ("substring-before('12:30', ':')", "12"),
    ("substring-after('12:30', ':')", "30"),
    ("substring-after('1230', ':')", ""),
    ("contains('rumah singgah', 'singgah')", True),
    ("starts-with(/data/text, 'pan')", True),
    ("normalize-space('  a  b ')", "a b"),
    ("translate('bar', 'abc', 'AB')", "BAr"),
    ("string(0.1 + 0.2)", "0.3"),
    ("string(true())", "true"),
    ("number('12')", 12),
    ("boolean('false')", True),
    ("not(/data/none)", True),
    ("position(/data/text)", 1),
    ("7 mod 3 + 2 * 3 - -1", 8),
    ("1 div 4", 0.25),
    ("/data/five = '5' and /data/five = 5 and /data/five != 6", True),
    ("/data/none = 0 or /data/none < 1 or /data/none > 1", False),
    ("/data/none = ''", True),
    ("true() or false() and false()", True),
]


@pytest.mark.parametrize(("source", "expected"), EXAMPLES)
def test_example(source, expected):
    assert calculate(source) == expected


DATES = [
    ("/data/born < today()", True),
    ("/data/born <= '2000-02-29'", True),
    ("/data/born > date('2000-03-01')", False),
    ("today() - /data/born", 9763),
    ("int((today() - /data/born) div 365.25)", 26),
    ("/data/born + 1 = date('2000-03-01')", True),
    ("now() >= today()", True),
    ("today() = date(now())", True),
    ("/data/early < /data/late", True),
    ("/data/late < '13:04'", False),
    ("(/data/late - /data/early) * 24 > 4.58", True),
    ("'2026-02-30' < today()", False),
]


@pytest.mark.parametrize(("source", "expected"), DATES)
def test_dates_and_times_compare_and_subtract(source, expected):
    assert calculate(source) == expected


REFUSED = [
    ("tidak-ada(1)", "Fungsi tidak-ada() tidak didukung."),
    ("round()", "Fungsi round() memerlukan 1–2 nilai, bukan 0."),
    ("selected(/data/many)", "Fungsi selected() memerlukan 2 nilai, bukan 1."),
    ("today(1)", "Fungsi today() memerlukan 0 nilai, bukan 1."),
    ("regex('a', /data/text)", "Pola pada regex() harus ditulis langsung di antara tanda kutip."),
    ("/data/n[1]", "Jalur bersyarat dengan […] belum didukung."),
    ("1 +", "Rumus tidak dapat dibaca di dekat “akhir”."),
    ("(1", "Rumus tidak lengkap: “)” diharapkan sebelum “akhir”."),
    ("1 2", "Rumus tidak dapat dibaca mulai dari “2”."),
    ("$a", "Tanda “$” tidak dikenal dalam rumus."),
    ("(" * 60 + "1" + ")" * 60, "Rumus bertingkat terlalu dalam."),
]


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_an_expression_outside_the_language_is_refused_with_its_reason(source, reason):
    with pytest.raises(ExpressionError) as refused:
        calculate(source)
    assert str(refused.value) == reason


def test_a_compiled_expression_gives_the_same_result_again_and_again():
    expression = parse("if(selected(/data/many, 'b'), concat(/data/text, '-', 1), '')", lambda *_: set())
    assert {expression.value(FORM, NOW) for _ in range(5000)} == {"panti-1"}


def test_once_keeps_what_is_there():
    assert calculate("once('baru')", FORM.find("text")) == "panti"
    assert calculate("once('baru')", FORM.find("none")) == "baru"


decimals = st.decimals(-(10**9), 10**9, places=4, allow_nan=False)


@given(decimals, st.integers(-3, 3))
def test_round_is_the_nearest_multiple_with_halves_upwards(number, places):
    unit = Fraction(10) ** -places
    expected = math.floor(Fraction(number) / unit + Fraction(1, 2)) * unit
    assert calculate(f"round({number:f}, {places})") == float(expected)


@given(decimals, decimals)
def test_numbers_compare_as_in_python(a, b):
    assert calculate(f"'{a:f}' < '{b:f}'") == (a < b)
    assert calculate(f"max('{a:f}', '{b:f}')") == float(max(a, b))


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_are_written_in_full(number):
    assert to_string(float(number)) == str(number)


@given(st.dates(), st.dates())
def test_dates_subtract_and_compare_as_in_python(a: date, b: date):
    assert calculate(f"'{a}' - '{b}'") == (a - b).days
    assert calculate(f"'{a}' < '{b}'") == (a < b)
    assert calculate(f"date('{b}' + {(a - b).days})") == a.isoformat()


@given(st.times(), st.times())
def test_times_compare_as_in_python(a: time, b: time):
    a, b = a.replace(microsecond=0), b.replace(microsecond=0)
    assert calculate(f"'{a.isoformat()}' < '{b.isoformat()}'") == (a < b)


@given(st.text(alphabet="abcñ ", max_size=9), st.integers(0, 9), st.integers(0, 9))
def test_substr_is_a_slice(text, start, end):
    assert calculate(f"substr('{text}', {start}, {end})") == text[start:end]
