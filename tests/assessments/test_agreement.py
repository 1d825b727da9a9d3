from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from assessments.documents.contract import contract
from assessments.models import Agreement
from tests.factories import make_client, make_plan_in_force, make_relative, make_stay


@pytest.fixture
def plan(today, stay, sari, budi):
    return make_plan_in_force(stay, sari, budi)


@pytest.fixture
def childs_plan(today, melati, sari, budi):
    child = make_client("Bima", birth_date=date(2017, 5, 1))
    return make_plan_in_force(make_stay(melati, by=sari, client=child, entered_on=date(2026, 3, 2)), sari, budi)


def agree(plan, by, **values):
    values = {"answer": "agreed", "way": "signature", "on": date(2026, 3, 16), "explained_by": by} | values
    agreement = Agreement(plan=plan, **values)
    agreement.give(by=by)
    return agreement


def refused(plan, by, **values):
    with pytest.raises(ValidationError) as caught:
        agree(plan, by, **values)
    return " ".join(caught.value.messages)


def test_a_consent_takes_the_number_of_the_contract(plan, sari):
    agreement = agree(plan, sari)
    assert (agreement.letter, agreement.signatory) == (plan.letter, "Suratmin")
    assert "sudah dicatat" in refused(plan, sari)


def test_only_a_plan_in_force_is_agreed_to(plan, sari):
    draft = plan.revise(by=sari, reason="Ubah")
    assert "rencana yang berlaku" in refused(draft, sari)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"way": ""}, "bagaimana persetujuan diberikan"),
        ({"way": "spoken", "witness_1": "Pak RT"}, "dua saksi"),
        ({"answer": "partly"}, "bagian yang tidak disetujui"),
        ({"answer": "refused", "way": ""}, "alasannya"),
        ({"party": "guardian"}, "nama dan hubungan"),
        ({"party": "head"}, "hanya mewakili anak"),
        ({"on": date(2026, 3, 17)}, "belum tiba"),
        ({"on": date(2026, 3, 15)}, "belum ada pada tanggal itu"),
    ],
)
def test_what_an_answer_needs(plan, sari, values, words):
    assert words in refused(plan, sari, **values)


def test_a_refusal_voids_the_paper_and_a_later_consent_gets_its_own(plan, sari):
    agree(plan, sari, answer="refused", way="", exception="Ingin pulang dahulu")
    plan.letter.refresh_from_db()
    assert plan.letter.void_reason == "Tidak disetujui oleh pihak klien"
    later = agree(plan, sari, answer="partly", exception="Tidak ikut pelatihan")
    assert later.letter.number == "400.9/002/MLT/2026"


def test_unable_first_then_the_family(plan, sari, person):
    agree(plan, sari, answer="unable", way="", exception="Belum dapat diajak bicara")
    daughter = make_relative(person, name="Sumarni", by=sari)
    agreement = agree(plan, sari, party="guardian", relative=daughter)
    assert (agreement.party_name, agreement.party_relation, agreement.letter) == ("Sumarni", "Anak", plan.letter)


def test_a_stranger_is_nobodys_family(plan, sari):
    other = make_relative(make_client("Lain"), name="Orang", by=sari)
    assert "bukan keluarga" in refused(plan, sari, party="guardian", relative=other)


def test_a_withdrawal_voids_the_paper(plan, sari, today):
    agreement = agree(plan, sari)
    agreement.withdraw(by=sari, on=today, reason="Keluarga datang")
    plan.letter.refresh_from_db()
    assert plan.letter.void_reason == "Persetujuan ditarik: Keluarga datang"
    with pytest.raises(ValidationError, match="sudah ditarik"):
        agreement.withdraw(by=sari, on=today, reason="Lagi")
    assert agree(plan, sari).letter != plan.letter


def test_for_a_child_the_guardian_or_else_the_head(childs_plan, sari, budi):
    assert "Untuk anak" in refused(childs_plan, sari)
    assert "kepala panti sendiri" in refused(childs_plan, sari, party="head")
    mother = make_relative(childs_plan.stay.client, name="Ibu Wati", relation="mother", by=sari)
    assert "orang tua atau wali dalam berkas" in refused(childs_plan, budi, party="head")
    mother.delete()
    agreement = agree(childs_plan, budi, party="head")
    assert (agreement.party_name, agreement.party_relation) == ("Budi", "Kepala Rumah Singgah Melati")


def test_the_database_holds_it_too(plan, sari):
    agreement = agree(plan, sari)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(way="spoken")
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(withdraw_reason="Tanpa tanggal")


def test_the_contract_says_what_was_agreed(plan, sari):
    draft = contract(plan.revise(by=sari, reason="Ubah"), None)
    assert "KONSEP" in draft.html() and draft.filename == "kontrak-pelayanan-konsep.pdf"
    agreement = agree(plan, sari, way="spoken", witness_1="Pak RT", witness_2="Bu Oka", means="bahasa Jawa")
    html = contract(plan, agreement, verification_url="https://balai.example/surat/a/").html()
    for words in ("400.9/001/MLT/2026", "Tujuan 1", "Ukuran 1", "Tindakan 1", "Suratmin", "Klien berhak", "Pak RT",
                  "bahasa Jawa", "lisan, dengan dua saksi", "Budi"):  # fmt: skip
        assert words in html
    assert "KONSEP" not in html
