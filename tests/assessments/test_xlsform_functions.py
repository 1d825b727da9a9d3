import math
import re
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from assessments.xlsform.coercion import to_string
from assessments.xlsform.expressions import ExpressionError, parse
from assessments.xlsform.functions import FUNCTIONS
from assessments.xlsform.scope import Target

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=7)))
FORM = etree.fromstring(
    "<data><many>a b c</many><none/><five>5</five><half>2.5</half><born>2000-02-29</born><text>panti</text>"
    "<early>08:30</early><late>13:05</late><n>1</n><n>4</n><n/><p>5</p><p>2.5</p></data>"
)


class Anywhere:
    """Every path is taken as it is written."""

    def target(self, start, steps, **_):
        return Target({"": "", "/": "/", "current()": "$current/"}[start], at=tuple(steps))


def calculate(source, node=FORM):
    return parse(source, Anywhere()).value(node, NOW)


# What each function gives is read from the ODK XForms specification, "XPath Functions" (getodk/xforms-spec,
# _sections/30-bindings.md), and for the core functions from XPath 1.0, section 4. Deviations are the specification's
# own, as are the examples for which it says "0-based", "inclusive" or "may contain one argument".
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
    # checklist(min, max, v*): how many convert to a number above 0; -1 means no limit
    ("checklist(1, 2, /data/five, '0', '')", True),
    ("checklist(2, 3, /data/five, '0')", False),
    ("checklist(-1, 1, true(), 1 = 2)", True),
    ("checklist(-1, 1, true(), '1')", False),
    ("checklist(2, -1, 'a', '1', '1')", True),
    ("checklist(2, 2, /data/n)", True),
    # weighted-checklist(min, max, [v, w]*)
    ("weighted-checklist(3, 5, '1', 3, '0', 10)", True),
    ("weighted-checklist(3, 5, '1', 3, true(), 10)", False),
    ("weighted-checklist(-1, 13, '1', /data/five, true(), 8)", True),
    ("boolean-from-string('true')", True),
    ("boolean-from-string('1')", True),
    ("boolean-from-string(1)", True),
    ("boolean-from-string('benar')", False),
    ("boolean-from-string(/data/none)", False),
    ("ends-with('panti.jpg', '.jpg')", True),
    ("ends-with(/data/text, 'pan')", False),
    ("ends-with(/data/text, '')", True),
    ("join('-', /data/p)", "5-2.5"),
    ("join(', ', 'a', 'b', /data/n)", "a, b, 1, 4, "),
    ("join('', /data/none)", ""),
    ("concat('x')", "x"),
    ("concat(/data/p)", "52.5"),
    ("min(/data/p)", 2.5),
    ("max(/data/p, 7)", 7),
    ("string(min(/data/none))", "NaN"),
    ("pow(2, 10)", 1024),
    ("pow(2, -1)", 0.5),
    ("string(pow(-1, 0.5))", "NaN"),
    ("string(pow(10, 400))", "Infinity"),
    ("string(pow(0, -1))", "Infinity"),
    ("sqrt(2.25)", 1.5),
    ("string(sqrt(-1))", "NaN"),
    ("exp(0)", 1),
    ("exp10(3)", 1000),
    ("log(1)", 0),
    ("log10(1000)", 3),
    ("string(log(0))", "-Infinity"),
    ("string(log(-1))", "NaN"),
    ("round(pi(), 4)", 3.1416),
    ("abs(-2.5)", 2.5),
    ("string(abs(/data/none))", "NaN"),
    ("floor(-1.5)", -2),
    ("ceiling(-1.5)", -1),
    ("ceiling(1.2)", 2),
    ("string(floor('x'))", "NaN"),
    ("decimal-date-time('bukan')  != 1", True),
    ("decimal-time('06:00')", 0.25),
    ("format-date-time('2026-08-05T07:08:09.123+07:00', '%H:%M:%S.%3')", "07:08:09.123"),
    ("format-date-time(/data/none, '%H')", ""),
    ("format-date('bukan tanggal', '%Y')", ""),
    ("selected(/data/many, ' b ')", True),
    ("count-selected('  a   b ')", 2),
    ("selected-at(/data/many, 'x')", ""),
    ("if('', 1, 2)", 2),
    ("if('false', 1, 2)", 1),
    ("coalesce('', 'b')", "b"),
    ("coalesce(/data/five, 'b')", "5"),
    ("not(0)", True),
    ("not('a')", False),
    ("true()", True),
    ("false()", False),
    ("number(/data/born)", 11016),
    ("string(number('x'))", "NaN"),
    ("number(true())", 1),
    ("boolean(/data/five)", True),
    ("boolean(0)", False),
    ("boolean('')", False),
    ("string(/data/five)", "5"),
    ("string(1 div 3)", "0.333333333333333"),
    ("contains(/data/text, '')", True),
    ("contains('a', 'b')", False),
    ("starts-with('a', 'ab')", False),
    ("substring-before('1230', ':')", ""),
    ("substring('12345', 2)", "2345"),
    ("substring('12345', 0, 3)", "12"),
    ("substr('panti', -2)", "ti"),
    ("string-length('')", 0),
    ("translate('--aaa--', 'abc-', 'ABC')", "AAA"),
    ("regex('', '[a-z]*')", True),
    ("regex('+62812', '(0|\\+62)8[0-9]+')", True),
    ("regex('x y', '^[a-z ]{2,4}$')", True),
    ("count(/data/none)", 1),
    ("count-non-empty(/data/none)", 0),
    ("sum(/data/none) = 0", False),
    ("position(/data/n[2])", 2),
    ("round('x') != 1", True),
    ("int('7.9')", 7),
    ("string(int('x'))", "NaN"),
    # predicates, "fully supported" by the specification; position() and last() within them
    ("/data/n[2]", "4"),
    ("/data/n[last()]", ""),
    ("/data/n[position() = 1]", "1"),
    ("sum(/data/p[. > 3])", 5),
    ("count(/data/n[. != ''])", 2),
    ("current()/five", "5"),
    ("7 mod 3 + 2 * 3 - -1", 8),
    ("1 div 4", 0.25),
    ("/data/five = '5' and /data/five = 5 and /data/five != 6", True),
    ("/data/none = 0 or /data/none < 1 or /data/none > 1", False),
    ("/data/none = ''", True),
    ("true() or false() and false()", True),
]


@pytest.mark.parametrize(("source", "expected"), EXAMPLES)
def test_example(source, expected):
    found = calculate(source)
    assert (to_string(found) if isinstance(found, list) else found) == expected


def test_every_function_has_examples():
    called = {name for source, _ in [*EXAMPLES, *DATES] for name in re.findall(r"([a-z][a-z0-9-]*)\(", source)}
    elsewhere = {"once", "random", "uuid", "indexed-repeat"}  # below, and in test_xlsform_repeats.py
    assert set(FUNCTIONS) | {"today", "now", "true", "false", "not"} == called - {"last", "current"} | elsewhere


ELSEWHERE = ["pulldata", "instance", "randomize", "area", "distance", "digest", "property", "name", "id", "lang", "sin"]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_other_functions_are_refused_by_name(name):
    with pytest.raises(ExpressionError) as refused:
        calculate(f"{name}('a')")
    assert name in str(refused.value)


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
    ("'a'[1]", "Tanda […] hanya dapat mengikuti jalur."),
    ("/data/n | /data/p", "Gabungan jalur dengan “|” tidak didukung."),
    ("/data//n", "Jalur dengan “//” tidak didukung."),
    ("random()", "Fungsi random() hanya di dalam once(), misalnya once(random())."),
    ("uuid()", "Fungsi uuid() hanya di dalam once(), misalnya once(uuid())."),
    ("position()", "Fungsi position() memerlukan 1 nilai, bukan 0."),
    ("last()", "Fungsi last() hanya di dalam […], misalnya ${anggota}[last()]."),
    ("jr:choice-name('a', /data/text)", "Nilai kedua jr:choice-name() harus nama pertanyaan di antara tanda kutip."),
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
    expression = parse("if(selected(/data/many, 'b'), concat(/data/text, '-', 1), '')", Anywhere())
    assert {expression.value(FORM, NOW) for _ in range(5000)} == {"panti-1"}


def test_random_and_uuid_are_fixed_by_once():
    assert 0 <= float(calculate("once(random())", FORM.find("none"))) < 1
    assert len(calculate("once(uuid())", FORM.find("none"))) == 36
    assert calculate("once(concat('x', uuid()))", FORM.find("five")) == "5"


def test_an_argument_left_out_is_the_question_itself():
    spaced = etree.fromstring("<data><x> a  b </x><n> 5 </n></data>")
    assert calculate("normalize-space()", spaced[0]) == "a b"
    assert calculate("string()", spaced[0]) == " a  b "
    assert calculate("number()", spaced[1]) == 5


def test_once_keeps_what_is_there():
    assert calculate("once('baru')", FORM.find("text")) == "panti"
    assert calculate("once('baru')", FORM.find("none")) == "baru"


decimals = st.decimals(-(10**9), 10**9, places=4, allow_nan=False)


@given(decimals, st.integers(-3, 3))
@example(Decimal("1.6765"), 3)
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
