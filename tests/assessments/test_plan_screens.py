from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from assessments.documents.contract import contract
from assessments.models import Agreement, Conference, Goal, InterventionPlan, PlanAction, ReassessmentRule
from cases.models import FamilyContact, Need, Standin
from tests.assessments.browser import body, drawn, url
from tests.factories import make_need, make_plan, make_plan_in_force, make_relative, make_stay, reason

HOME = reverse("reports:home")


def send(client, address, **values):
    """Open the page, fill in, press the first button of its form."""
    page = client.get(address)
    return client.post(address, drawn(page, form=None) | values, follow=True)


def forms(page):
    return html.fromstring(body(page)).xpath("//main//form/@action")


def test_the_story(client, today, stay, person, sari, budi):
    """Sari writes a plan from a need, Budi sends it back and then approves it, the client agrees by thumb."""
    need = make_need(stay, "clothing", date(2026, 3, 3))
    client.force_login(sari)
    assert "Susun rencana" in body(client.get(url("client_plans", person)))
    done = send(client, url("plan_new", stay), direction="Sehat lalu pulang.")
    plan = InterventionPlan.objects.get()
    assert done.redirect_chain[-1][0] == plan.get_absolute_url()
    assert "belum punya tindakan" in body(done) and f"kebutuhan={need.pk}" in body(done)

    goal_new = url("goal_new", plan) + f"?kebutuhan={need.pk}"
    bare = send(client, goal_new, statement="Berpakaian layak", indicator="")
    assert "Tulis bagaimana kita tahu bahwa tujuan ini tercapai." in body(bare) and "Berpakaian layak" in body(bare)
    send(client, goal_new, statement="Berpakaian layak", indicator="Baik", domain="fisik")
    goal = Goal.objects.get()
    assert (goal.need, goal.domain_label) == (need, "Fisik dan kesehatan")
    send(client, url("action_new", goal), what="Beri dua setel", responsible=str(sari.pk), due_on="2026-03-20")
    assert PlanAction.objects.get().service_id == "clothing"
    assert "diajukan kepada kepala panti" in body(send(client, url("plan_submit", plan)))

    client.force_login(budi)
    assert "Rencana menunggu persetujuan" in body(client.get(HOME))
    review = url("plan_review", plan)
    remark = f"remark_{goal.pk}"
    both = send(client, review, approve="1", **{remark: "belum terukur"})
    assert "Ada catatan di samping tujuan" in body(both)
    done = send(client, review, **{"return": "1", remark: "belum terukur"})
    assert "Catatan peninjau:</strong> belum terukur" in body(done)

    client.force_login(sari)
    assert "dikembalikan" in body(client.get(HOME))
    revised = send(client, url("plan_revise", plan))
    second = InterventionPlan.objects.get(number=2)
    assert "Versi 2 dibuka sebagai salinan" in body(revised)
    copy = second.goals.get()
    saved = send(client, url("goal_edit", copy), indicator="Dua setel diterima")
    assert "<del>Baik</del> → <ins>Dua setel diterima</ins>" in body(saved)
    send(client, url("plan_submit", second))
    client.force_login(budi)
    seen = client.get(url("plan_review", second))
    assert "Catatan peninjau sebelumnya: belum terukur" in body(seen)
    done = send(client, url("plan_review", second), approve="1")
    assert "Kontrak pelayanan bernomor 400.9/001/MLT/2026" in body(done)

    client.force_login(sari)
    done = send(client, url("agreement_new", second), answer="agreed", way="thumb")
    assert "Cap jempol" in body(done).title() or "cap jempol" in body(done)
    pdf = client.get(url("plan_contract", second))
    assert pdf["Content-Type"] == "application/pdf" and "kontrak-pelayanan-400.9-001" in pdf["Content-Disposition"]
    second.refresh_from_db()
    send(client, url("agreement_withdraw", Agreement.objects.get()), reason="Berubah pikiran")
    verify = client.get(second.letter.get_verification_url())
    assert "Dibatalkan" in body(verify) and "Suratmin" not in body(verify)


@pytest.fixture
def in_force(today, stay, sari, budi):
    return make_plan_in_force(stay, sari, budi)


def test_progress_by_the_page_is_kept_once(client, in_force, sari):
    action = PlanAction.objects.get()
    client.force_login(sari)
    address = url("action_note", action)
    sent = drawn(client.get(address), form=None) | {"text": "Sudah ke puskesmas", "status": "done"}
    for _ in range(2):
        assert client.post(address, sent).status_code == 302
    assert action.notes.count() == 1
    page = body(client.get(in_force.get_absolute_url()))
    assert "1 catatan kemajuan" in page and "Sudah ke puskesmas" in page


def test_whoever_stands_in_approves_and_signs_as_such(client, today, stay, sari, budi, citra):
    plan = make_plan(stay, sari)
    plan.submit(by=sari)
    client.force_login(citra)
    assert client.get(url("plan_review", plan)).status_code == 404
    standin = Standin(shelter=stay.shelter, user=citra, first_on=today, until=today + timedelta(days=4), reason="Cuti")
    standin.name(by=budi)
    assert client.get(plan.get_absolute_url()).status_code == 404  # approves, and reads nothing else
    done = send(client, url("plan_review", plan), approve="1")
    assert done.redirect_chain[-1][0] == HOME
    plan.refresh_from_db()
    assert (plan.status, plan.signed_by) == ("approved", "Plh. Citra")
    assert "Plh. Kepala Rumah Singgah Melati" in contract(plan, None).html()


def test_a_double_click_makes_one_goal(client, today, stay, sari):
    plan = make_plan(stay, sari, goals=0)
    client.force_login(sari)
    address = url("goal_new", plan)
    sent = drawn(client.get(address), form=None) | {"statement": "Satu", "indicator": "Satu"}
    for _ in range(2):
        client.post(address, sent)
    assert Goal.objects.count() == 1


def test_scenario_15_a_refusal_offers_the_branch(client, today, stay, person, sari, budi):
    plan = make_plan(stay, sari)
    branch = Goal.add(plan, by=sari, statement="Panti lansia", indicator="Diterima", branch_when="keluarga menolak")
    plan.submit(by=sari)
    plan.approve(by=budi)
    tarno = make_relative(person, by=sari)
    FamilyContact(stay=stay, relative=tarno, on=today, way="phone", result="refused", note="tidak sanggup").log(by=sari)
    client.force_login(sari)
    page = body(client.get(plan.get_absolute_url()))
    assert "Keluarga menolak pada 16 Maret 2026" in page and "Jalankan cadangan ini" in page
    opening = client.get(url("goal_open", branch))
    assert "Tarno (anak) menolak pada 16/03/2026: tidak sanggup" in body(opening)
    done = send(client, url("goal_open", branch))
    assert "Tujuan cadangan dijalankan." in body(done)
    # the refusal closes nothing: another of the family is asked as before
    FamilyContact(stay=stay, whom="Sumarni", on=today, way="phone", result="agreed").log(by=sari)


def test_after_the_end_what_is_open_is_listed(client, in_force, stay, sari, today):
    stay.discharge(by=sari, on=today, reason=reason("reunifikasi"))
    client.force_login(sari)
    page = body(client.get(in_force.get_absolute_url()))
    assert "Tidak selesai: 1 tindakan" in page and "Ubah rencana" not in page
    assert "1 tindakan tidak selesai" in body(client.get(stay.get_absolute_url()))


def test_the_officer_sees_needs_and_no_reasons(client, today, stay, sari, oka, in_force):
    Need.open_for(stay, by=sari, service=Need._meta.get_field("service").related_model.objects.get(slug="clothing"),
                  on=today, note="Malu dengan bajunya")  # fmt: skip
    need = Need.objects.get()
    client.force_login(sari)
    done = send(client, url_of("cases:need_assign", need), responsible=str(oka.pk), due_on="2026-03-18")
    assert "Malu dengan bajunya" in body(done) and "paling lambat 18 Maret 2026" in body(done)
    client.force_login(oka)
    page = body(client.get(url("stay_needs", stay)))
    assert "Sandang" in page and "Oka" in page and "18 Maret 2026" in page
    assert "Malu" not in page and "Rencana" not in page and "Siapa dan kapan" not in page


def url_of(name, row):
    return reverse(name, args=[row.pk])


def test_the_conference_page_by_page(client, today, stay, sari, budi):
    client.force_login(sari)
    send(client, url("conference_new", stay), questions="Pulang?", place="Kantor")
    conference = Conference.objects.get()
    add = {part: reverse("assessments:conference_add", args=[conference.pk, part])
           for part in ("peserta", "pilihan", "tindak-lanjut")}  # fmt: skip
    nobody = send(client, add["peserta"], name="", user="")
    assert "salah satu" in body(nobody)
    send(client, add["peserta"], name="dr. Umpama", institution="Puskesmas")
    send(client, add["pilihan"], what="Pulang", pro="Rumah layak")
    send(client, add["pilihan"], what="Salah ketik")
    send(client, add["tindak-lanjut"], what="Telepon anak", responsible=str(sari.pk), due_on="2026-03-20")
    page = client.get(conference.get_absolute_url())
    removal = reverse("assessments:conference_remove", args=[conference.pk, "pilihan", conference.options.last().pk])
    assert removal in forms(page)
    client.post(removal)
    assert [option.what for option in conference.options.all()] == ["Pulang"]
    done = send(client, url("conference_close", conference), decision="Pulang ke anak.")
    assert "Notulen bernomor 400.9/001/MLT/2026" in body(done) and "Ubah notulen" not in body(done)
    carried = client.post(url("conference_carry", conference), follow=True)
    assert "Tindak lanjut masuk ke konsep rencana" in body(carried) and "Telepon anak" in body(carried)
    assert "rencana versi 1" in body(client.get(conference.get_absolute_url()))
    send(client, url("conference_amend", conference), text="Pak RT ikut hadir.")
    assert "Pak RT ikut hadir." in body(client.get(conference.get_absolute_url()))
    assert client.get(url("conference_minutes", conference))["Content-Type"] == "application/pdf"
    assert client.get(reverse("assessments:conference_add", args=[conference.pk, "lain"])).status_code == 404


def test_the_department_keeps_the_rules(client, today, stay, sari, dewi, submitted):
    client.force_login(dewi)
    new = reverse("assessments:reassessment_rule_new")
    done = send(client, new, instrument=str(submitted.instrument_id), every_days="1")
    assert "Aturan disimpan" in body(done)
    again = send(client, new, instrument=str(submitted.instrument_id), every_days="9")
    assert "sudah ada" in body(again)
    type(submitted).objects.update(submitted_at=submitted.submitted_at - timedelta(days=2))
    client.force_login(sari)
    for address in (HOME, reverse("assessments:reassessment_list"), url("client_assessments", stay.client)):
        assert "15 Maret 2026" in body(client.get(address))
    assert ReassessmentRule.objects.count() == 1


def test_home_says_what_of_the_plans_waits(client, today, stay, melati, sari, budi, instruments, filled):
    plan = make_plan_in_force(make_stay(melati, by=sari), sari, budi)
    PlanAction.objects.filter(goal__plan=plan).update(due_on=date(2026, 3, 15))
    filled.submit(by=sari)
    filled.approve(by=budi)
    pgot = instruments["asesmen-pgot"]
    long_ago = filled.reviewed_at - timedelta(days=8)
    type(filled).objects.update(reviewed_at=long_ago, version=pgot, instrument=pgot.instrument)
    client.force_login(sari)
    page = body(client.get(HOME))
    assert "Tindakan jatuh tempo" in page and "terlambat, paling lambat 15 Maret 2026" in page
    assert "Belum ada rencana 7 hari setelah asesmen disetujui" in page and url("client_plans", stay.client) in page
    listed = body(client.get(reverse("assessments:action_list")))
    assert "1 tindakan belum selesai" in listed and "Terlambat" in listed


def test_pages_stay_flat(client, today, stay, person, sari, budi, melati, django_assert_max_num_queries):
    client.force_login(sari)
    small = make_plan_in_force(stay, sari, budi, goals=2)
    large = make_plan_in_force(make_stay(melati, by=sari), sari, budi, goals=8)
    for plan in (small, large):
        for action in PlanAction.objects.filter(goal__plan=plan):
            action.note(by=sari, on=today, text="Jalan", status="running")
        client.get(plan.get_absolute_url())
        with django_assert_max_num_queries(24):
            client.get(plan.get_absolute_url())
    PlanAction.objects.update(due_on=date(2026, 3, 1))
    with django_assert_max_num_queries(12):
        assert body(client.get(reverse("assessments:action_list"))).count("Terlambat") == 10
    with django_assert_max_num_queries(12):
        client.get(url("stay_needs", stay))


def test_home_stays_flat(client, today, melati, sari, budi, django_assert_max_num_queries):
    def measured():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(HOME).status_code == 200
        return len(captured)

    client.force_login(budi)
    make_plan_in_force(make_stay(melati, by=sari), sari, budi)
    make_plan(make_stay(melati, by=sari), sari).submit(by=sari)
    PlanAction.objects.update(due_on=date(2026, 3, 1))
    client.get(HOME)
    before = measured()
    for _ in range(4):
        make_plan_in_force(make_stay(melati, by=sari), sari, budi)
        make_plan(make_stay(melati, by=sari), sari).submit(by=sari)
    PlanAction.objects.update(due_on=date(2026, 3, 1))
    assert measured() == before
