"""Repeats as the ODK XForms specification has them ("Repeats", "XPath paths", indexed-repeat, position)."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.xlsform import FormRefused, Need, read

NOW = datetime(2026, 11, 22, 9, 30)
FAMILY = """
| survey |
| | type | name | label | relevant | required | constraint | calculation | choice_filter | repeat_count | default | bind::balai:need |
| | begin group | kel | Keluarga | | | | | | | | |
| | begin repeat | anggota | Anggota keluarga | | | | | | | | |
| | text | nama | Nama | | yes | not(. = ${kepala}) | | | | | |
| | integer | umur | Umur ${nama} | ${nama} != '' | | | | | | | |
| | select_one yt | kerja | Bekerja? | ${umur} > 14 | | | | | | | |
| | integer | gaji | Gaji | ${kerja} = 'ya' | | . >= 0 | | | | | |
| | select_one yt | sekolah | Putus sekolah? | ${umur} < 18 | | | | | | tidak | ya=school_supplies |
| | select_one kota | kota | Kota | | | | | milik = ${nama} or milik = 'semua' | | | |
| | begin group | dalam | Dalam | | | | | | | | |
| | calculate | no | | | | | position(../..) | | | | |
| | calculate | dari | | | | | count(${anggota}) | | | | |
| | end group | | | | | | | | | | |
| | calculate | kakak | | | | | indexed-repeat(${nama}, ${anggota}, position(..) - 1) | | | | |
| | calculate | kotanya | | | | | jr:choice-name(${kota}, '${kota}') | | | | |
| | calculate | tetap | | | | | once(random()) | | | | |
| | begin repeat | hewan | Hewan | | | | | | ${umur} - 39 | | |
| | text | jenis | Hewan milik ${nama} | | | | | | | concat('kucing ', position(..)) | |
| | end repeat | | | | | | | | | | |
| | end repeat | | | | | | | | | | |
| | text | kepala | Kepala keluarga | | | | | | | | |
| | calculate | jumlah | | | | | count(${anggota}) | | | | |
| | calculate | total | | | | | sum(${gaji}) | | | | |
| | calculate | anak | | | | | count(${anggota}[${umur} < 18]) | | | | |
| | calculate | nama2 | | | | | join(', ', ${nama}) | | | | |
| | calculate | tua | | | | | max(${umur}) | | | | |
| | calculate | kedua | | | | | ${anggota}[2]/nama | | | | |
| | calculate | akhir | | | | | /data/kel/anggota[last()]/nama | | | | |
| | calculate | hewan1 | | | | | indexed-repeat(${jenis}, ${anggota}, 2, ${hewan}, 1) | | | | |
| | note | ket | ${jumlah} orang: ${nama2} | | | | | | | | |
| | end group | | | | | | | | | | |
| choices |
| | list_name | name | label | milik |
| | yt | ya | Ya | |
| | yt | tidak | Tidak | |
| | kota | solo | Solo | Ani |
| | kota | malang | Malang | semua |
| settings |
| | form_title | form_id |
| | Keluarga | keluarga |
"""  # noqa: E501
FORM = read(FAMILY)
A, B = "kel/anggota[a1]", "kel/anggota[b2]"
TWO = {
    A: 1, f"{A}/nama": "Ani", f"{A}/umur": 7, f"{A}/sekolah": "ya", f"{A}/kota": "solo",
    B: 2, f"{B}/nama": "Budi", f"{B}/umur": 40, f"{B}/kerja": "ya", f"{B}/gaji": 700, f"{B}/kota": "solo",
}  # fmt: skip


def state(answers, **options):
    return FORM.evaluate(answers, now=NOW, **options)


def values(answers, *names):
    found = state(answers)
    return tuple(found[f"kel/{name}"].value for name in names)


def test_sets_of_answers_are_counted_and_joined_over_all_instances():
    assert values(TWO, "jumlah", "total", "anak", "nama2", "tua") == ("2", "700", "1", "Ani, Budi", "40")
    assert values({}, "jumlah", "total", "anak", "nama2", "tua") == ("0", "0", "0", None, None)
    assert state(TWO)["kel/ket"].label == "2 orang: Ani, Budi"


def test_an_answer_that_does_not_apply_is_in_no_sum():
    assert values(TWO | {f"{B}/kerja": "tidak"}, "total") == ("0",)


def test_within_an_instance_a_reference_means_the_same_instance():
    found = state(TWO)
    assert [found[f"{at}/umur"].label for at in (A, B)] == ["Umur Ani", "Umur Budi"]
    assert [found[f"{at}/kerja"].relevant for at in (A, B)] == [False, True]
    assert [found[f"{at}/sekolah"].relevant for at in (A, B)] == [True, False]


def test_position_number_and_neighbours():
    found = state(TWO)
    assert [found[f"{at}/dalam/no"].value for at in (A, B)] == ["1", "2"]
    assert [found[f"{at}/dalam/dari"].value for at in (A, B)] == ["2", "2"]
    assert [found[f"{at}/kakak"].value for at in (A, B)] == [None, "Ani"]
    assert values(TWO, "kedua", "akhir") == ("Budi", "Budi")


def test_order_is_the_order_of_adding_not_of_the_ids():
    assert values(TWO | {A: 3}, "nama2", "kedua") == ("Budi, Ani", "Ani")


def test_choices_and_their_labels_follow_the_instance():
    found = state(TWO)
    assert [choice.name for choice in found[f"{A}/kota"].choices] == ["solo", "malang"]
    assert [choice.name for choice in found[f"{B}/kota"].choices] == ["malang"]
    assert found[f"{B}/kota"].error == "Jawaban ini tidak lagi tersedia; pilih kembali."
    assert found[f"{A}/kotanya"].value == "Solo"


def test_required_and_constraints_speak_of_one_instance():
    found = state(TWO | {"kel/kepala": "Ani", f"{B}/gaji": -1, "kel/anggota[c3]": 3})
    errors = {asked.path: said for asked, said in found.problems if asked.name != "kota"}
    assert errors == {
        f"{A}/nama": "Periksa kembali isian ini: Nama",
        f"{B}/gaji": "Periksa kembali isian ini: Gaji",
        "kel/anggota[c3]/nama": "Isi Nama.",
    }


def test_a_need_names_the_instance_that_opens_it():
    assert state(TWO).needs() == [Need("school_supplies", f"{A}/sekolah")]


def test_a_counted_repeat_grows_with_its_number_and_each_has_its_default():
    found = state(TWO)
    assert found[f"{B}/hewan[1]/jenis"].value == "kucing 1"
    assert found[f"{B}/hewan[1]/jenis"].label == "Hewan milik Budi"
    assert f"{A}/hewan[1]/jenis" not in found.questions
    assert found.kept()[f"{B}/hewan[1]"] == 1 and found.kept()[f"{B}/hewan[1]/jenis"] == "kucing 1"
    assert values(TWO, "hewan1") == ("kucing 1",)


def test_what_a_counted_repeat_no_longer_has_is_kept_and_does_not_count():
    kept = TWO | {f"{B}/hewan[1]": 1, f"{B}/hewan[1]/jenis": "ayam", f"{B}/umur": 39}
    assert f"{B}/hewan[1]/jenis" not in state(kept).answers()
    assert state(kept | {f"{B}/umur": 41}).answers()[f"{B}/hewan[1]/jenis"] == "ayam"


def test_too_large_a_count_is_said_and_bounded():
    found = state(TWO | {f"{B}/umur": 1000})
    assert [(at.path, said) for at, said in found.problems if at.name == "hewan"] == [
        (f"{B}/hewan", "Paling banyak 50 per pengulangan dan 200 seluruhnya. Diminta 961.")
    ]
    assert sum(path.startswith(f"{B}/hewan[") for path in found.questions) == 50


def test_adding_brings_the_defaults_and_a_place_at_the_end():
    made = FORM.added(TWO, "kel/anggota[c3]", now=NOW)
    assert made["kel/anggota[c3]"] == 3 and made["kel/anggota[c3]/sekolah"] == "tidak"
    assert set(made) == {"kel/anggota[c3]", "kel/anggota[c3]/sekolah", "kel/anggota[c3]/tetap"}


def test_fifty_are_enough():
    many = {f"kel/anggota[i{n}]": n for n in range(1, 51)}
    with pytest.raises(ValueError, match="Paling banyak 50"):
        FORM.added(many, "kel/anggota[c3]", now=NOW)


@pytest.mark.parametrize("place", ["kel/anggota[b2]/hewan[9]", "kel/lain[a1]", "kel/anggota[zz]/hewan[1]"])
def test_only_an_open_repeat_that_is_there_can_be_added_to(place):
    with pytest.raises(ValueError, match="tidak dapat ditambah"):
        FORM.added(TWO, place, now=NOW)


def test_an_answer_in_no_known_repeat_is_an_error():
    for path in (
        "kel/jumlah[a1]",
        "kel/anggota[a1]/lain",
        "kel/anggota[A-1]/nama",
        "kel/anggota/nama",
        "kel[a]/kepala",
    ):
        with pytest.raises(KeyError):
            state({path: "x"})


def test_the_page_shows_its_instances_in_order():
    repeat = state(TWO).page("kel").items[0]
    assert repeat.is_repeat and repeat.is_open
    assert [(item.label, item.number, item.is_instance) for item in repeat.items] == [
        ("Anggota keluarga 1", 1, True), ("Anggota keluarga 2", 2, True),
    ]  # fmt: skip
    assert state({}).page("kel").progress == "belum"


def one(*rows, columns="type name label calculation"):
    lines = "\n".join(f"| | {row} |" for row in ("begin group | g | G |", *rows, "end group | | |"))
    header = " | ".join(columns.split())
    settings_ = "| settings |\n| | form_title | form_id |\n| | T | t |\n"
    return f"| survey |\n| | {header} |\n{lines}\n{settings_}"


IN_REPEAT = ["begin repeat | r | R |", "integer | x | X |", "end repeat | | |"]
REFUSED = [
    ("calculate | y | | ${x} + 1", "calculation", "Rujukan ini menunjuk ke pengulangan, jadi ada banyak jawaban"),
    ("note | y | Ada ${x} |", "label", "${x} ada di dalam pengulangan “R”"),
    ("calculate | y | | string-length(${x})", "calculation", "Rujukan ini menunjuk ke pengulangan"),
    ("calculate | y | | if(${x} > 1, 'a', 'b')", "calculation", "Rujukan ini menunjuk ke pengulangan"),
    ("calculate | y | | count(${r}[lain > 1])", "calculation", "Jalur “lain” tidak menunjuk"),
]


@pytest.mark.parametrize(("row", "column", "reason"), REFUSED)
def test_one_answer_out_of_many_is_refused(row, column, reason):
    with pytest.raises(FormRefused) as refused:
        read(one(*IN_REPEAT, row))
    (problem,) = refused.value.problems
    assert (problem.row, problem.column) == (6, column) and problem.reason.startswith(reason)


def test_a_repeat_that_depends_on_what_is_in_it_is_refused():
    rows = ["begin repeat | r | R | ${x} | ", "integer | x | X | |", "end repeat | | | |"]
    with pytest.raises(FormRefused, match="kolom repeat_count: Rujukan ini menunjuk ke pengulangan"):
        read(one(*rows, columns="type name label repeat_count calculation"))


NAMES = st.sampled_from(["", "Ani", "Budi", "Citra"])
MEMBERS = st.lists(
    st.tuples(NAMES, st.integers(0, 45), st.sampled_from(["ya", "tidak", None]), st.integers(-5, 900)), max_size=5
)


def answers_of(members):
    found = {}
    for number, (name, age, works, wage) in enumerate(members):
        at = f"kel/anggota[m{number}]"
        found |= {at: number, f"{at}/umur": age, f"{at}/gaji": wage}
        found |= {f"{at}/{path}": value for path, value in (("nama", name), ("kerja", works)) if value}
    return found


@settings(max_examples=60, deadline=None)
@given(MEMBERS)
def test_what_was_completed_is_completed_the_same_again(members):
    once = state(answers_of(members)).answers()
    assert state(once).answers() == once


@settings(max_examples=60, deadline=None)
@given(MEMBERS)
def test_relevance_never_shows_what_its_condition_excludes(members):
    answers = answers_of(members)
    found = state(answers)
    shown = {asked.path for asked in found.page("kel").questions}
    for number, (name, age, works, _wage) in enumerate(members):
        at = f"kel/anggota[m{number}]"
        asks_age = bool(name)
        asks_work = asks_age and age > 14
        asks_wage = asks_work and works == "ya"
        expected = {"umur": asks_age, "kerja": asks_work, "gaji": asks_wage, "sekolah": asks_age and age < 18}
        assert {path: f"{at}/{path}" in shown for path in expected} == expected
        kept = found.answers()
        assert all((f"{at}/{path}" in kept) <= applies for path, applies in expected.items())
