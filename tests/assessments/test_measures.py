"""Scores as they are stored, what changed between two fillings, and who is shown it."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from assessments.models import Assessment, Measure
from assessments.scores import Direction, changes_of, courses, weak_domains
from tests.factories import make_client, make_stay

MOST_QUERIES = 22  # of a page of the file, header and trail included, whatever the rows
ASPECTS = ("disiplin", "tekun", "kreatif")
ITEMS = {
    "makan": "mandiri", "mandi": "mandiri", "rawat_diri": "mandiri", "berpakaian": "mandiri", "toilet": "mandiri",
    "bab": "mandiri", "bak": "mandiri", "berpindah": "mandiri", "berjalan": "mandiri", "tangga": "mandiri",
}  # fmt: skip


def measure(stay, version, *, by, head=None, on=date(2026, 3, 16), **answers):
    """One filling: begun, filled, completed and, with a head, approved on that day."""
    with time_machine.travel(datetime(on.year, on.month, on.day, 3, tzinfo=UTC), tick=False):
        assessment = Assessment.start(stay, version=version, by=by)
        save(assessment, by, **answers)
        assessment.submit(by=by)
        if head:
            assessment.approve(by=head)
    return assessment


def save(assessment, by, **answers):
    by_path = {assessment.form.path_of[name]: value for name, value in answers.items()}
    assessment.save_answers(by_path, was=assessment.answers, by=by)


@pytest.fixture
def barthel(today, instruments):
    return instruments["barthel"]


def barthel_answers(**answers):
    return ITEMS | {"sumber_keterangan": ["pengamatan"]} | answers


@pytest.fixture
def twice(barthel, stay, sari, budi):
    """100 less three, three weeks ago; better today, though not whole."""
    low = barthel_answers(berjalan="tidak", tangga="tidak", berpindah="banyak", toilet="tidak")
    first = measure(stay, barthel, by=sari, head=budi, on=date(2026, 3, 3), **low)
    return first, measure(stay, barthel, by=sari, head=budi, **barthel_answers(tangga="dibantu"))


def course(stay):
    [instrument] = courses(Measure.objects.filter(assessment__stay=stay))
    return instrument.courses[0]


def test_completing_stores_the_scores(barthel, stay, sari):
    assessment = measure(stay, barthel, by=sari, **barthel_answers(tangga="tidak"))
    [stored] = assessment.measures.all()
    assert (stored.value, stored.maximum, stored.answered, stored.asked) == (90, 100, 10, 10)
    assert (stored.band, stored.is_weak, str(stored.standing)) == ("Ketergantungan sedang", False, "0.900000")


def test_completing_again_after_a_return_stores_them_anew(barthel, stay, sari, budi):
    assessment = measure(stay, barthel, by=sari, **barthel_answers(tangga="tidak"))
    assessment.return_(by=budi, note="Tangga belum diamati.")
    save(assessment, sari, tangga="tidak_diketahui")
    assessment.submit(by=sari)
    [stored] = assessment.measures.all()
    assert (stored.value, stored.answered, stored.band, stored.standing) == (90, 9, "", None)


def test_two_fillings_make_a_table_and_a_chart(twice, stay):
    found = course(stay)
    assert [(measure.said, str(measure.on)) for measure in (found.first, found.latest)] == [
        ("55 dari 100", "2026-03-03"),
        ("95 dari 100", "2026-03-16"),
    ]
    assert (found.previous, found.since_first, found.since_previous) == (None, Direction.BETTER, Direction.BETTER)
    assert found.chart.description == "3 Mar 2026: 55; 16 Mar 2026: 95. Makin ke atas makin baik."
    (x, y, _), (later, higher, _) = found.chart.points
    assert float(x) < float(later) and float(y) > float(higher)


def test_where_a_high_score_is_bad_falling_is_better(today, instruments, stay, sari, budi):
    pgot = instruments["asesmen-pgot"]
    rest = {"sumber_keterangan": ["klien"], "risiko_diri": "tidak_tampak", "risiko_orang_lain": "tidak_tampak"}
    rest |= {"kesimpulan_masalah": "Uji.", "rekomendasi": ["layanan_panti"]}
    rest |= {q.name: "tidak" for q in pgot.form if q.name.startswith("butuh_")}
    measure(stay, pgot, by=sari, head=budi, on=date(2026, 3, 3), beban_fisik="berat", beban_sosial="ringan", **rest)
    measure(stay, pgot, by=sari, head=budi, beban_fisik="ringan", beban_sosial="sedang", **rest)
    [instrument] = courses(Measure.objects.all())
    assert {found.label: str(found.since_first) for found in instrument.courses} == {
        "Masalah fisik": "membaik",
        "Masalah sosial": "memburuk",
    }
    assert instrument.tally == "1 membaik, 1 memburuk"
    assert [(weak.slug, weak.band) for weak in weak_domains(stay)] == [("masalah_sosial", "Sedang")]


def test_an_incomplete_one_is_shown_and_not_compared(twice, barthel, stay, sari, budi):
    measure(stay, barthel, by=sari, head=budi, **barthel_answers(makan="tidak_diketahui", mandi="tidak_diketahui"))
    found = course(stay)
    assert found.latest.lacks == "belum lengkap, 8 dari 10 dijawab"
    assert (found.since_first, len(found.chart.points)) == (Direction.BETTER, 2)


def test_weak_is_what_the_latest_complete_one_finds(twice, barthel, stay, sari, budi):
    assert weak_domains(stay) == []
    low = barthel_answers(**dict.fromkeys(["berjalan", "tangga", "berpindah"], "tidak"), bab="tidak", bak="tidak")
    measure(stay, barthel, by=sari, **low)
    assert weak_domains(stay) == []  # nobody has approved it yet
    Assessment.objects.latest("pk").approve(by=budi)
    [weak] = weak_domains(stay)
    assert (weak.label, weak.said, weak.band) == ("Kemandirian (Barthel)", "40 dari 100", "Ketergantungan berat")


def test_a_correction_counts_once_and_speaks_of_the_day_of_what_it_corrects(twice, stay, sari, budi):
    first, _ = twice
    correction = first.correct(by=sari, reason="Salah pilih pada toilet")
    save(correction, sari, toilet="mandiri")
    correction.submit(by=sari)
    assert course(stay).first.said == "55 dari 100"  # until it is approved
    correction.approve(by=budi)
    found = course(stay)
    assert [(one.said, str(one.on)) for one in found.measures] == [
        ("65 dari 100", "2026-03-03"),
        ("95 dari 100", "2026-03-16"),
    ]


def test_what_stands_in_a_cancelled_stay_says_nothing(twice, stay):
    type(stay).objects.filter(pk=stay.pk).update(status="cancelled")
    assert courses(Measure.objects.all()) == []


# --- figures -------------------------------------------------------------------------------------------------------

YEAR = (date(2026, 1, 1), date(2026, 3, 16))


def figures(shelters, first=YEAR[0], last=YEAR[1]):
    return [(found.label, found.better, found.same, found.worse) for found in changes_of(shelters, first, last)]


def test_figures_count_each_stay_once_by_its_last_against_its_first(twice, barthel, melati, kenanga, stay, sari, budi):
    other = make_stay(melati, by=sari, client=make_client("Lain"), entered_on=date(2026, 2, 1))
    measure(other, barthel, by=sari, head=budi, on=date(2026, 2, 2), **barthel_answers())
    assert figures([melati]) == [("Kemandirian (Barthel)", 1, 0, 0)]  # measured once is no change
    measure(other, barthel, by=sari, head=budi, on=date(2026, 2, 20), **barthel_answers(tangga="tidak"))
    measure(other, barthel, by=sari, head=budi, on=date(2026, 3, 10), **barthel_answers())
    assert figures([melati]) == [("Kemandirian (Barthel)", 1, 1, 0)]
    assert figures([melati], last=date(2026, 2, 28)) == [("Kemandirian (Barthel)", 0, 0, 1)]
    assert figures([melati], first=date(2026, 3, 11)) == [("Kemandirian (Barthel)", 1, 0, 0)]
    assert figures([kenanga]) == []


def test_figures_take_one_query(twice, melati, django_assert_num_queries):
    with django_assert_num_queries(1):
        changes_of([melati], *YEAR)


# --- pages ---------------------------------------------------------------------------------------------------------


def page(client, user, name, pk):
    client.force_login(user)
    return client.get(reverse(f"assessments:{name}", args=[pk])).content.decode()


def test_the_clients_page_of_change_has_numbers_and_drawing(client, twice, person, sari):
    shown = page(client, sari, "client_change", person.pk)
    for words in ("55 dari 100", "95 dari 100", "Ketergantungan berat", "membaik", "<svg", "3 Mar 2026: 55"):
        assert words in shown
    assert "style=" not in shown and "<script" not in shown.split("<main")[1]


def test_the_tab_says_it_in_a_line(client, twice, person, sari):
    shown = page(client, sari, "client_assessments", person.pk)
    assert "1 membaik sejak penilaian pertama." in shown


def test_the_assessment_itself_says_its_scores(client, twice, sari):
    shown = page(client, sari, "assessment_detail", twice[0].pk)
    assert "Nilai per bidang" in shown and "55 dari 100" in shown


def test_before_completing_one_sees_the_score_that_it_would_have(client, barthel, stay, sari):
    draft = Assessment.start(stay, version=barthel, by=sari)
    save(draft, sari, **barthel_answers(makan="tidak_diketahui"))
    assert "belum lengkap, 9 dari 10 dijawab" in page(client, sari, "assessment_check", draft.pk)


def test_the_page_takes_no_more_queries_for_more_measures(
    client, twice, barthel, instruments, person, stay, sari, budi, django_assert_max_num_queries
):
    rating = {f"{part}_{aspect}": "baik" for part in ("ibadah", "piket", "diri") for aspect in ASPECTS}
    joined = dict.fromkeys(["ibadah_ikut", "piket_ikut", "diri_ikut"], "ya")
    for weeks in (2, 1, 0):
        day = date(2026, 3, 16) - timedelta(weeks=weeks)
        dates = {"dari": "2026-03-01", "sampai": str(day), "tindak_lanjut": "Dilanjutkan."}
        measure(stay, instruments["perkembangan"], by=sari, head=budi, on=day, **rating, **joined, **dates)
    client.force_login(sari)
    with django_assert_max_num_queries(MOST_QUERIES):
        shown = client.get(reverse("assessments:client_change", args=[person.pk])).content.decode()
    assert shown.count("<svg") == 4
