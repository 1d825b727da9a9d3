from assessments.comparing import Comparison
from assessments.xlsform import read
from tests.assessments.forms import SLEEP, sleep


def told(old, new):
    """{group: {label: {what: (old, new)}}}"""
    groups = Comparison(read(old), read(new)).groups
    return {
        title: {change.label: {row.what: (row.old, row.new) for row in change.differences} for change in changes}
        for title, changes in groups
    }


def without(line):
    return "\n".join(row for row in SLEEP.split("\n") if line not in row)


def moved(line, before):
    rows = [row for row in SLEEP.split("\n") if line not in row]
    at = next(number for number, row in enumerate(rows) if before in row)
    return "\n".join([*rows[:at], next(row for row in SLEEP.split("\n") if line in row), *rows[at:]])


def test_the_same_form_has_no_differences():
    assert told(SLEEP, SLEEP) == {}


def test_another_label_and_rule_in_words():
    new = sleep(ask="Berapa jam?").replace("${nyenyak} = 'tidak'", "${nyenyak} != 'ya' or ${jam} < 4")
    assert told(SLEEP, new) == {
        "Diubah": {
            "Berapa jam?": {"Pertanyaan": ("Jam tidur", "Berapa jam?")},
            "Apa yang mengganggu?": {
                "Ditanyakan bila": ("“Nyenyak?” = “Tidak”", "“Nyenyak?” ≠ “Ya” atau “Berapa jam?” < 4")
            },
        }
    }


def test_a_choice_question_that_is_no_longer_required_and_has_another_choice():
    new = SLEEP.replace("| yes | | |", "| | | |").replace(
        "| | nyenyak | tidak | Tidak |", "| | nyenyak | tidak | Kurang |"
    )
    changes = told(SLEEP, new)["Diubah"]
    assert changes["Jam tidur"] == {"Wajib diisi": ("ya", "")}
    assert changes["Nyenyak?"] == {"Pilihan": ("Tidak", "Kurang")}


def test_added_and_removed_with_all_that_is_said_of_them():
    changes = told(SLEEP, without("gangguan"))
    assert changes["Dihapus"]["Apa yang mengganggu?"]["Jenis"] == ("teks", "")
    assert told(without("gangguan"), SLEEP)["Ditambahkan"]["Apa yang mengganggu?"]["Jenis"] == ("", "teks")


def test_only_what_moved_is_called_moved():
    places = told(SLEEP, moved("| integer | jam", "| end group"))
    assert places == {
        "Dipindah": {"Jam tidur": {"Tempat": ("Malam hari, paling atas", "Malam hari, sesudah “Apa yang mengganggu?”")}}
    }


def test_a_question_on_another_page_is_moved():
    places = told(SLEEP, moved("| integer | jam", "| select_one nyenyak | kasur"))["Dipindah"]
    assert places == {"Jam tidur": {"Tempat": ("Malam hari, paling atas", "Siang hari, paling atas")}}


def test_selected_reads_as_a_sentence():
    new = SLEEP.replace("${nyenyak} = 'tidak'", "not(selected(${nyenyak}, 'ya')) and true()")
    row = told(SLEEP, new)["Diubah"]["Apa yang mengganggu?"]["Ditanyakan bila"]
    assert row[1] == "bukan (“Nyenyak?” memuat “Ya”) dan ya"


def test_the_name_of_the_instrument_is_told_apart_from_its_questions():
    [row] = Comparison(read(SLEEP), read(sleep(title="Istirahat"))).whole
    assert (row.what, row.old, row.new) == ("Nama instrumen", "Tidur", "Istirahat")
