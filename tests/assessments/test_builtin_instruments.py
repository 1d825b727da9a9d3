from datetime import datetime
from pathlib import Path
from time import perf_counter

import pytest

import assessments
from assessments.builtin import BUILT_IN
from assessments.xlsform import Need, read

# The slugs of the basic services, as in the service catalogue.
SERVICES = set(
    "care food clothing dormitory assistive_device school_supplies health_supplies guidance adl_guidance"
    " basic_skills civil_documents education_health_access family_tracing family_reunification"
    " substitute_family repatriation burial family_community_guidance referral data_complaint"
    " emergency".split()
)
NOW = datetime(2026, 11, 22, 9, 30)
FOLDER = Path(assessments.__file__).parent / "instruments"
FORMS = {path.stem: read(path, needs=SERVICES) for path in FOLDER.glob("[a-z]*.md")}
AWAL, PGOT = FORMS["asesmen-awal"], FORMS["asesmen-pgot"]


@pytest.mark.parametrize("form_id", FORMS)
def test_the_file_is_named_after_its_form(form_id):
    assert FORMS[form_id].form_id == form_id


def test_every_file_is_known_with_its_title():
    assert {form.slug: form.title for form in BUILT_IN} == {slug: form.title for slug, form in FORMS.items()}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_nobody_need_answer_what_may_be_unknown(form):
    """Required are only the day, the source, the summing up and a safety that nobody may pass over."""
    empty = form.evaluate({}, now=NOW)
    asked = [question for question in form if question.is_input]
    assert len(empty.problems) <= max(4, len(asked) // 5)


def test_weak_bands_stand_where_the_scale_is_bad():
    worst = {
        domain.label: min(domain.bands, key=lambda band: band.minimum * (1 if domain.higher_is_better else -1)).is_weak
        for form in FORMS.values()
        for domain in form.domains
    }
    assert len(worst) == 22 and all(worst.values())


def test_a_visit_after_leaving_asks_why_only_of_whoever_went_back():
    visit, path = FORMS["pasca-layanan"], "jalan/jalan_sebab"
    asked = {said: visit.evaluate({"jalan/di_jalan": said}, now=NOW)[path].relevant for said in ("masih", "tidak")}
    assert asked == {"masih": True, "tidak": False}


def test_a_child_in_danger_asks_for_an_action_and_opens_an_emergency():
    state = FORMS["tambahan-anak"].evaluate({"perlindungan/bahaya": "segera"}, now=NOW)
    assert state["perlindungan/tindakan"].error == "Tulis tindakan yang segera dilakukan."
    assert state.needs() == [Need("emergency", "perlindungan/bahaya")]


def test_the_first_assessment_is_short():
    assert len(AWAL.pages) == 4 and len([question for question in AWAL if question.is_input]) <= 20


def test_the_full_assessment_has_its_thirteen_pages():
    assert [page.name for page in PGOT.pages] == [
        "kronologi", "fisik", "sehari_hari", "psikologis", "sosial_keluarga", "spiritual", "ekonomi", "hukum",
        "tempat_tinggal", "masalah_potensi_sumber", "kebutuhan", "risiko", "kesimpulan",
    ]  # fmt: skip


def test_a_silent_person_can_be_assessed_by_looking():
    answers = {"sapaan/panggilan": "Ibu berbaju hijau", "kebutuhan/kesimpulan": "Belum dapat bercerita."}
    assert AWAL.evaluate(answers, now=NOW).problems == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_a_person_is_asked_to_choose_can_be_left_unknown(form):
    asked = [question for question in form if question.type == "select_one" and "required" not in question.rules]
    assert asked and [question.path for question in asked if not question.choice("tidak_diketahui")] == []


def test_danger_asks_for_an_action_and_opens_an_emergency():
    state = AWAL.evaluate({"keamanan/bahaya_diri": "segera"}, now=NOW)
    assert state["keamanan/tindakan_segera"].error == "Tulis tindakan yang segera dilakukan."
    assert state.needs() == [Need("emergency", "keamanan/bahaya_diri")]


def test_immediate_needs_open_services():
    state = AWAL.evaluate({"kebutuhan/kebutuhan_segera": ["makan", "dokumen"]}, now=NOW)
    assert [need.slug for need in state.needs()] == ["food", "civil_documents"]


def test_the_household_is_counted_once_somebody_is_named():
    inside = "sosial_keluarga/keluarga"
    answers = {"sosial_keluarga/ada_keluarga": "ya", f"{inside}/ada_pasangan": "ya"}
    assert PGOT.evaluate(answers, now=NOW)[f"{inside}/jumlah_anggota"].value is None
    answers[f"{inside}/jumlah_anak"] = 2
    assert PGOT.evaluate(answers, now=NOW)[f"{inside}/jumlah_anggota"].value == "4"


def test_help_with_daily_living_is_counted_only_when_assessed():
    path = "sehari_hari/adl_dibantu"
    assert PGOT.evaluate({}, now=NOW)[path].value is None
    answers = {"sehari_hari/adl_makan": "mandiri", "sehari_hari/adl_mandi": "penuh"}
    assert PGOT.evaluate(answers, now=NOW)[path].value == "1"


def test_body_mass_index():
    state = PGOT.evaluate({"fisik/tinggi": 160, "fisik/berat": "51.5"}, now=NOW)
    assert state["fisik/imt_catatan"].label == "Indeks massa tubuh: 20,1"


def test_the_kinds_of_disability_follow_the_group():
    state = PGOT.evaluate({"fisik/disabilitas": ["sensorik"]}, now=NOW)
    assert [choice.name for choice in state["fisik/jenis_disabilitas"].choices] == [
        "netra",
        "rungu",
        "wicara",
    ]


def test_a_person_without_a_home_is_not_asked_about_walls():
    state = PGOT.evaluate({"tempat_tinggal/status_rumah": "telantar"}, now=NOW)
    assert not state["tempat_tinggal/rumah/dinding"].relevant
    assert state.page("tempat_tinggal").progress == "selesai"


def test_every_yes_on_the_needs_page_opens_its_own_service():
    asked = [question for question in PGOT if question.path.startswith("kebutuhan/butuh_")]
    needs = PGOT.evaluate({question.path: "ya" for question in asked}, now=NOW).needs()
    assert [need.path for need in needs] == [question.path for question in asked]
    assert len({need.slug for need in needs}) == len(asked) == 14


def test_evaluating_the_full_form_is_quick():
    answers = {question.path: question.choices[0].name for question in PGOT if question.type == "select_one"}
    PGOT.evaluate(answers, now=NOW)
    start = perf_counter()
    for _ in range(10):
        PGOT.evaluate(answers, now=NOW)
    # 2 ms here; the limit leaves room for a busy machine.
    assert (perf_counter() - start) / 10 < 0.02
