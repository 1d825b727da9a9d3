"""The arithmetic of domains: no database, no clock but the one that is given."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assessments
from assessments.scoring import scores
from assessments.xlsform import FormRefused, read

NOW = datetime(2026, 3, 16, 10)
FOLDER = Path(assessments.__file__).parent / "instruments"
BARTHEL, PGOT, PROGRESS = (read(FOLDER / f"{slug}.md") for slug in ("barthel", "asesmen-pgot", "perkembangan"))
ITEMS = BARTHEL.domains[0].questions
FORM = """
| survey |
| | type | name | label | relevant | bind::balai:domain | bind::balai:score |
| | begin group | satu | Satu | | | |
| | select_one k | a | A | | Kesehatan | |
| | select_one k | b | B | ${a} = 'ya' | Kesehatan | ya=5 tidak=1 |
| | select_multiple k | c | C | | Beban | |
| | end group | | | | | |
| choices |
| | list_name | name | label | balai:score | lemah |
| | k | ya | Ya | 2 | |
| | k | tidak | Tidak | 0,5 | |
| | k | tidak_diketahui | Tidak diketahui | | |
| | balai_pita | b | Lemah | 0 | ya |
| | balai_pita | r | Baik | 2 | |
| | balai_pita_beban | r | Ringan | 0 | |
| | balai_pita_beban | b | Berat | 2,5 | ya |
| settings |
| | form_title | form_id |
| | Uji | uji |
"""
IN_REPEAT = """| | begin repeat | anggota | Anggota | | | |
| | select_multiple k | c | C | | Beban | |
| | end repeat | | | | | |"""
MEAN = FORM.replace("form_id |", "form_id | balai:score |").replace("| uji |", "| uji | rata-rata |")


def measured(form, **answers):
    """{label: measure}, of answers by the name of the question."""
    by_path = {form.path_of[name]: value for name, value in answers.items()}
    return {score.label: score for score in scores(form.domains, form.evaluate(by_path, now=NOW))}


def test_a_sum_over_the_questions_that_apply():
    form = read(FORM)
    health = measured(form, a="tidak")["Kesehatan"]
    assert (health.value, health.minimum, health.maximum) == (Decimal("0.5"), Decimal("0.5"), 2)
    health = measured(form, a="ya", b="tidak")["Kesehatan"]
    assert (health.value, health.minimum, health.maximum, health.band) == (3, Decimal("1.5"), 7, "Baik")


def test_a_missing_answer_makes_it_incomplete_and_never_low():
    health = measured(read(FORM), a="ya")["Kesehatan"]
    assert (health.value, health.answered, health.asked, health.is_complete) == (2, 1, 2, False)
    assert (health.band, health.is_weak, health.lacks) == ("", False, "belum lengkap, 1 dari 2 dijawab")


def test_not_known_is_no_score_either():
    assert measured(read(FORM), a="tidak_diketahui") == {}
    assert measured(read(FORM), a="ya", b="tidak_diketahui")["Kesehatan"].is_complete is False
    assert measured(read(FORM), c=["ya", "tidak_diketahui"]) == {}


def test_several_choices_add_up_and_a_high_score_may_be_the_bad_end():
    burden = measured(read(FORM), c=["ya", "tidak"])["Beban"]
    assert (burden.value, burden.maximum, burden.band, burden.is_weak) == (
        Decimal("2.5"),
        Decimal("2.5"),
        "Berat",
        True,
    )
    assert burden.higher_is_better is False


def test_a_mean_is_of_the_answered_questions_and_rounded_half_up():
    assert measured(read(MEAN), a="ya", b="ya")["Kesehatan"].value == Decimal("3.50")
    alone = measured(read(MEAN), a="ya")["Kesehatan"]
    assert (alone.value, alone.maximum, alone.band) == (2, 2, "")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("ya=5 tidak=1", "5", "“5” bukan pasangan jawaban=nilai."),
        ("ya=5 tidak=1", "entah=5", "Pilihan “entah” tidak ada."),
        ("ya=5 tidak=1", "ya=1 tidak=1", "Semua pilihan bernilai sama"),
        ("ya=5 tidak=1", "ya=NaN", "Nilai paling banyak dua angka"),
        ("ya=5 tidak=1", "ya=0,001", "Nilai paling banyak dua angka"),
        ("${a} = 'ya' | Kesehatan | ya=5", "${a} = 'ya' | | ya=5", "Tulis bidangnya di kolom bind::balai:domain."),
        ("select_one k | b", "text | b", "Bidang hanya untuk pertanyaan pilihan."),
        ("| Baik | 2 |", "| Baik | 0 |", "Dua pita mulai dari nilai yang sama."),
        ("| Baik | 2 |", "| Baik | |", "Isi nilai terendah pita ini."),
        ("| Baik | 2 | |", "| Baik | 2 | ya |", "Tandai lemah hanya di satu ujung"),
        ("| Uji | uji |", "| Uji | uji | median |", "Tulis jumlah atau rata-rata."),
        ("| | select_multiple k | c | C | | Beban | |", IN_REPEAT, "Pertanyaan dalam pengulangan tidak dapat dinilai."),
    ],
)  # fmt: skip
def test_what_cannot_be_scored_is_refused_at_upload(old, new, reason):
    source = MEAN.replace("| rata-rata |", "|") if "median" in new else FORM
    with pytest.raises(FormRefused, match="(?s)" + reason.replace("(", r"\(")):
        read(source.replace(old, new))


# --- Barthel -------------------------------------------------------------------------------------------------------

FULL = st.fixed_dictionaries({item.path: st.sampled_from(sorted(item.points)) for item in ITEMS})
PARTIAL = st.fixed_dictionaries({}, optional={item.path: st.sampled_from(sorted(item.points)) for item in ITEMS})
BANDS = [
    (range(0, 21), "Ketergantungan total"),
    (range(21, 61), "Ketergantungan berat"),
    (range(61, 91), "Ketergantungan sedang"),
    (range(91, 100), "Ketergantungan ringan"),
    (range(100, 101), "Mandiri"),
]


def of_barthel(answers):
    [score] = scores(BARTHEL.domains, BARTHEL.evaluate(answers, now=NOW))
    return score


def test_barthel_has_ten_items_that_make_a_hundred():
    assert len(ITEMS) == 10
    assert (sum(item.lowest for item in ITEMS), sum(item.highest for item in ITEMS)) == (0, 100)


def test_every_total_falls_into_exactly_one_band():
    found = {total: BARTHEL.domains[0].band(Decimal(total)).label for total in range(101)}
    assert found == {total: label for totals, label in BANDS for total in totals}


@given(FULL)
def test_a_full_barthel_lies_between_0_and_100_in_steps_of_five_and_has_its_band(answers):
    score = of_barthel(answers)
    assert 0 <= score.value <= 100 and score.value % 5 == 0
    assert [label for totals, label in BANDS if int(score.value) in totals] == [score.band]


@given(PARTIAL, st.randoms())
def test_the_order_of_answers_and_scoring_again_change_nothing(answers, dice: Random):
    shuffled = list(answers.items())
    dice.shuffle(shuffled)
    first, again, mixed = (
        scores(BARTHEL.domains, BARTHEL.evaluate(given, now=NOW)) for given in (answers, answers, dict(shuffled))
    )
    assert first == again == mixed
    assert [score.band for score in first if not score.is_complete] == [""] * (0 < len(answers) < 10)


# --- the other built-in ones ---------------------------------------------------------------------------------------


def test_problems_weigh_and_daily_living_carries():
    found = measured(PGOT, beban_fisik="berat", beban_ekonomi="tidak_ada", adl_makan="mandiri")
    assert {label: (score.band, score.is_weak) for label, score in found.items()} == {
        "Kegiatan sehari-hari": ("", False),
        "Masalah fisik": ("Berat", True),
        "Masalah ekonomi": ("Tidak ada masalah", False),
    }


def test_an_activity_that_one_does_not_join_is_not_measured():
    joined = {f"ibadah_{aspect}": "baik" for aspect in ("disiplin", "tekun", "kreatif")}
    found = measured(PROGRESS, ibadah_ikut="ya", piket_ikut="tidak", **joined)
    assert [(score.label, score.said, score.band) for score in found.values()] == [("Ibadah", "6 dari 6", "Baik")]
