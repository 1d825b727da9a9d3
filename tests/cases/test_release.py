"""What never happens: a child given to somebody whose relation is not proven (scenario 8)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from cases.leaving import leave
from cases.models import AuditEvent, ExitReason, ExitRecord, HandoverPermission, Letter, Relative, Stay
from cases.models.release import UNPROVEN
from reports.imports.run import put_in
from tests.factories import category, make_client, make_ended_stay, make_relative, make_stay, reason
from tests.reports.sheets import register

PAPERS = ["has_ktp", "has_kk", "has_rt_letter", "has_statement"]
TODAY = date(2026, 3, 16)
RELEASES = ["reunifikasi", "pemulangan", "mandiri", "menolak", "selesai", "lainnya"]


def body(response):
    return response.content.decode()


def url(name, row):
    return reverse(f"cases:{name}", args=[row.pk])


@pytest.fixture
def child(today, melati, sari):
    dimas = make_client("Dimas", sex="L", estimated_age=2, age_estimated_on=date(2026, 3, 14))
    return make_stay(melati, by=sari, client=dimas, entered_on=date(2026, 3, 14), category=category("01"))


def send_away(client, stay, slug, **answers):
    return client.post(url("stay_discharge", stay), {"on": "2026-03-16", "reason": reason(slug).pk} | answers)


# Scenario 8 --------------------------------------------------------------------------------------------------------


def test_a_child_and_a_woman_who_says_she_is_the_mother(client, today, melati, sari, oka, budi, child):
    lestari = make_stay(melati, by=sari, client=make_client("Lestari"), entered_on=date(2026, 3, 14))
    client.force_login(sari)
    answers = {
        "person_number": lestari.client.number,
        "relation": "mother",
        "key": "6f1f3a0e-7e49-4d5c-8d5e-000000000001",
    }
    client.post(url("relative_new", child.client), answers)
    mother = Relative.objects.get()
    assert (mother.name, mother.person, mother.state) == ("Lestari", lestari.client, "claimed")
    client.post(url("household_join", child), {"stays": [lestari.pk]})
    page = body(client.get(url("client_family", child.client)))
    assert "Mengaku, belum terbukti" in page and "Lestari" in page
    assert "Tercatat sebagai ibu dari" in body(client.get(url("client_family", lestari.client)))

    client.force_login(oka)
    door = body(client.get(child.client.get_absolute_url()))
    assert "Tidak boleh diserahkan tanpa verifikasi hubungan" in door and "Lestari" not in door

    client.force_login(sari)
    complete = dict.fromkeys(PAPERS, "on") | {"receiver": mother.pk}
    assert "tidak boleh diserahkan tanpa verifikasi hubungan" in body(
        send_away(client, child, "reunifikasi", **complete)
    )
    assert Stay.objects.get(pk=child.pk).is_resident

    # the sister comes with papers that say who the mother is
    sister = make_relative(child.client, "Wulandari", "mother", by=sari)
    proof = {"outcome": "proven", "proof": "akta", "number": "AL-1", "on": "2026-03-16"}
    client.post(url("relative_proof", sister), proof | {"was": sister.stand, "relation": "mother"})
    client.post(url("relative_proof", mother), proof | {"was": mother.stand, "relation": "aunt"})
    mother.refresh_from_db()
    assert (mother.relation, mother.state) == ("aunt", "proven")
    changed = AuditEvent.objects.get(action="relative.corrected").details["changed"]
    assert changed["relation"] == ["Ibu", "Bibi"]
    assert "Ibu → Bibi" in body(client.get(url("relative_proof", mother)))

    response = send_away(client, child, "reunifikasi", **complete | {"receiver": sister.pk})
    kept = ExitRecord.objects.get()
    assert response.url == kept.get_absolute_url()
    assert (kept.receiver, kept.stay.ended_on, kept.permission) == (sister, TODAY, None)
    client.post(kept.get_absolute_url(), {"witness_1": "Joko", "witness_2": "Rini"})
    kept.refresh_from_db()
    assert kept.letter.kind == Letter.Kind.HANDOVER
    assert Stay.objects.get(pk=lestari.pk).is_resident


def test_the_child_stays_when_she_runs_away_and_the_head_is_told(client, today, melati, sari, budi, child):
    lestari = make_stay(melati, by=sari, client=make_client("Lestari", estimated_age=28, age_estimated_on=TODAY))
    client.force_login(sari)
    client.post(url("household_join", child), {"stays": [lestari.pk]})
    assert "sudah tidak di panti" not in body(client.get(url("client_family", child.client)))
    send_away(client, lestari, "kabur")
    child.refresh_from_db()
    assert child.is_resident
    client.force_login(budi)
    assert "sudah tidak di panti" in body(client.get(url("client_family", child.client)))
    # to the child shelter at once, its letter following
    response = send_away(client, child, "rujukan-panti", institution="PSAA Contoh", letter_follows="on")
    kept = ExitRecord.objects.get(stay=child)
    assert response.url == kept.get_absolute_url()
    assert list(ExitRecord.objects.letter_to_follow()) == [kept]
    client.post(url("exit_letter", kept), {"number": "460/087"})
    assert not ExitRecord.objects.letter_to_follow().exists()


# No path ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", RELEASES)
def test_no_way_out_releases_a_child(client, today, sari, oka, child, slug):
    """The verb, the act and the page, by claim, by neighbour, by a stranger's relative, or by nobody."""
    claimed = make_relative(child.client, "Lestari", "mother", by=sari)
    neighbour = make_relative(child.client, "Tetangga", "neighbour", by=sari, proven_on=date(2026, 3, 15))
    liar = make_relative(child.client, "Bukan", "mother", by=sari)
    liar.disprove(by=sari, on=TODAY, note="Akta menyebut orang lain")
    late = make_relative(child.client, "Besok", "mother", by=sari, proven_on=TODAY)
    other = make_relative(make_client("Lain"), "Ibu orang", "mother", by=sari)
    Relative.objects.filter(pk=other.pk).update(state="proven", proof="kk", decided_on=TODAY, decided_by=sari)
    other.refresh_from_db()
    client.force_login(sari)
    facts = {"destination": "Pasar", "statement": "Mau pulang"}
    papers = dict.fromkeys(PAPERS, True)
    for receiver in (None, claimed, neighbour, liar, other):
        for act in (
            lambda who: Stay.objects.get(pk=child.pk).discharge(by=sari, on=TODAY, reason=reason(slug), receiver=who),
            lambda who: leave(
                Stay.objects.get(pk=child.pk), by=sari, on=TODAY, reason=reason(slug), receiver=who, **papers
            ),
        ):
            with pytest.raises(ValidationError), transaction.atomic():
                act(receiver)
        send_away(client, child, slug, receiver=receiver.pk if receiver else "", exception="Saya izinkan", **facts)
    with pytest.raises(ValidationError, match="tidak boleh diserahkan"), transaction.atomic():
        child.discharge(by=sari, on=date(2026, 3, 15), reason=reason(slug), receiver=late)  # proven only a day later
    client.post(url("stay_cancel", child), {"reason": ""})
    child.refresh_from_db()
    assert (child.status, child.ended_on) == ("resident", None)
    assert not ExitRecord.objects.exists() and not HandoverPermission.objects.exists()


def test_a_local_reason_meets_the_rule_of_the_one_it_stands_for(today, sari, child):
    local = ExitReason.objects.create(slug="diambil-tetangga", name="Diambil tetangga", maps_to=reason("lainnya"))
    with pytest.raises(ValidationError, match="tidak boleh diserahkan"), transaction.atomic():
        child.discharge(by=sari, on=TODAY, reason=local)
    home = ExitReason.objects.create(slug="ke-psaa", name="Ke PSAA", maps_to=reason("rujukan-panti"))
    child.discharge(by=sari, on=TODAY, reason=home)
    assert child.status == "discharged"


def test_a_spreadsheet_does_not_release_a_child_either(today, melati, budi, child):
    """Whoever is in the house now is not written out of it by an import; the register of past years still comes in."""
    row = {
        "Nomor klien": child.client.number, "Nomor register": child.register_number, "Nama": "Dimas",
        "Perkiraan usia": 2, "Tanggal masuk": "2026-03-14", "Tanggal keluar": "2026-03-15",
    }  # fmt: skip
    outcome = put_in("register", register(row | {"Alasan keluar": "Reunifikasi"}), melati, by=budi)
    assert "akhiri masa tinggalnya di layar" in str(outcome.errors)
    child.refresh_from_db()
    assert child.is_resident


def test_a_cancelled_stay_is_no_release(client, today, sari, child):
    client.force_login(sari)
    client.post(url("stay_cancel", child), {"reason": "Salah catat"})
    child.refresh_from_db()
    assert (child.status, child.exit_reason, child.ended_on) == ("cancelled", None, None)
    assert not ExitRecord.objects.exists()


@pytest.mark.parametrize("slug", ["kabur", "meninggal", "rujukan-rs"])
def test_running_away_death_and_hospital_release_to_nobody(today, sari, child, slug):
    child.discharge(by=sari, on=TODAY, reason=reason(slug))
    assert child.status == "discharged"


@pytest.mark.parametrize(
    "who, guarded",
    [
        ({"birth_date": date(2008, 3, 17)}, True),  # eighteen tomorrow
        ({"birth_date": date(2008, 3, 16)}, False),
        ({"estimated_age": 17, "age_estimated_on": date(2026, 3, 1)}, True),
        ({}, False),
        ({"category": "02"}, True),  # age unknown: the category says so
        ({"category": "02", "birth_date": date(2000, 1, 1)}, False),
    ],
)
def test_who_is_a_child(today, melati, sari, who, guarded):
    kind = category(who.pop("category", "11"))
    stay = make_stay(melati, by=sari, client=make_client("Orang", **who), category=kind)
    assert stay.is_guarded == guarded


def test_somebody_grown_up_can_be_protected_and_only_the_head_ends_it(client, today, sari, budi, stay):
    client.force_login(sari)
    client.post(url("stay_guard", stay), {"note": "Korban kekerasan"})
    with pytest.raises(ValidationError, match="tidak boleh diserahkan"), transaction.atomic():
        Stay.objects.get(pk=stay.pk).discharge(by=sari, on=TODAY, reason=reason("menolak"))
    assert "kepala panti" in body(client.post(url("stay_guard", stay), {"note": ""}))
    client.force_login(budi)
    client.post(url("stay_guard", stay), {"note": ""})
    assert Stay.objects.get(pk=stay.pk).guard_note == ""


# The head's exception -----------------------------------------------------------------------------------------------


def test_the_head_may_let_go_with_reasons_for_one_person_only(client, today, sari, budi, child):
    aunt, other = (make_relative(child.client, name, "aunt", by=sari) for name in ("Bibi", "Lain"))
    client.force_login(sari)
    assert client.post(url("handover_permit", child), {"receiver": aunt.pk, "reason": "x"}).status_code == 403
    client.force_login(budi)
    assert "Tulis alasan" in body(client.post(url("handover_permit", child), {"receiver": aunt.pk, "reason": ""}))
    client.post(url("handover_permit", child), {"receiver": aunt.pk, "reason": "Dikenal kepala desa, anak sakit."})
    given = HandoverPermission.objects.get()
    assert (given.granted_by, given.receiver) == (budi, aunt)
    client.force_login(sari)
    assert UNPROVEN in body(send_away(client, child, "reunifikasi", receiver=other.pk))
    send_away(client, child, "reunifikasi", receiver=aunt.pk)
    kept = ExitRecord.objects.get()
    assert (kept.permission, kept.missing_papers != []) == (given, True)
    assert AuditEvent.objects.get(action="exit.recorded").details["permitted"] is True


def test_a_withdrawn_permission_opens_nothing(client, today, sari, budi, child):
    aunt = make_relative(child.client, "Bibi", "aunt", by=sari)
    given = HandoverPermission.grant(child, by=budi, receiver=aunt, reason="Dikenal desa")
    client.force_login(sari)
    assert client.post(url("handover_withdraw", given)).status_code == 403
    client.force_login(budi)
    client.post(url("handover_withdraw", given))
    with pytest.raises(ValidationError, match="tidak boleh diserahkan"), transaction.atomic():
        child.discharge(by=sari, on=TODAY, reason=reason("reunifikasi"), receiver=aunt)


def test_a_worker_cannot_write_the_heads_exception(today, sari, citra, child):
    for by in (sari, citra):
        with pytest.raises(ValidationError, match="Hanya kepala panti"), transaction.atomic():
            HandoverPermission.grant(child, by=by, receiver=None, reason="Demi anak")


def test_the_head_decides_on_the_exit_page_itself(client, today, sari, budi, child):
    aunt = make_relative(child.client, "Bibi", "aunt", by=sari)
    client.force_login(budi)
    send_away(client, child, "reunifikasi", receiver=aunt.pk, exception="Ibunya dirawat, bibi dikenal desa.")
    kept = ExitRecord.objects.get()
    assert (kept.permission.granted_by, kept.permission.reason) == (budi, "Ibunya dirawat, bibi dikenal desa.")


def test_a_former_shelter_proves_nothing_any_more(today, sari, citra, kenanga, person, melati):
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=sari, client=person)
    make_stay(kenanga, by=citra, client=person, entered_on=date(2026, 2, 1))
    relative = make_relative(person, by=sari)
    with pytest.raises(ValidationError, match="ditangani panti lain"):
        relative.prove(by=sari, on=TODAY, proof="kk")
