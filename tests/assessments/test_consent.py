"""Informed consent: explained, answered, in force until it ends or is withdrawn."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from assessments.documents import consent_document
from assessments.models import Consent
from cases.models import AuditEvent, Letter
from tests.assessments.browser import body, drawn, url
from tests.factories import make_relative, reason

YES = {"status": "given", "given_by": "client", "way": "signature"}
LKS = "LKS Harapan"


@pytest.fixture
def ask(today, stay, sari):
    def ask(purpose="share", **values):
        if purpose == "share":
            values.setdefault("partner", LKS)
        consent = Consent(stay=stay, purpose=purpose, explained_by="Sari", **values)
        consent.prepare(by=sari)
        return consent

    return ask


@pytest.fixture
def girl(stay, today):
    stay.client.birth_date = today.replace(year=2014)
    stay.client.save()
    return stay.client


def answer(consent, by, **said):
    consent.answer(by=by, on=consent.shelter.today(), **YES | said)


def in_force(of, partner=LKS, purpose="share", **on):
    return Consent.objects.in_force(of, purpose, partner, **on).exists()


def test_scenario_e2_what_was_allowed_for_one_partner_ends_when_it_is_withdrawn(client, ask, stay, sari):
    """Allowed until 31 December for LKS Harapan only; she withdraws; the past stays on the trail."""
    consent = ask(valid_until=date(2026, 12, 31))
    assert not in_force(stay)
    client.force_login(sari)
    page = url("consent_answer", consent)
    client.post(page, drawn(client.get(page), form=None) | YES)
    assert in_force(stay) and in_force(stay.client, "lks harapan ") and not in_force(stay, "RSJ")
    assert in_force(stay, on=date(2026, 12, 31)) and not in_force(stay, on=date(2027, 1, 1))

    page = url("consent_withdraw", consent)
    client.post(page, drawn(client.get(page), form=None) | {"reason": "Berubah pikiran"})
    assert not in_force(stay)
    consent.refresh_from_db()
    assert (consent.status, consent.giver_name, consent.withdrawn_by_name) == ("withdrawn", "Suratmin", "Suratmin")
    told = AuditEvent.objects.filter(action__regex=r"^consent\.(created|given|withdrawn)$").order_by("pk")
    assert [event.action for event in told] == ["consent.created", "consent.given", "consent.withdrawn"]
    assert "DICABUT" in consent_document(consent).html() and "Berubah pikiran" in consent_document(consent).html()


def test_asking_twice_by_a_double_click_asks_once(client, stay, sari, today):
    client.force_login(sari)
    page = reverse("assessments:consent_new", args=[stay.pk])
    sent = drawn(client.get(page), form=None) | {"purpose": "care"}
    first, second = client.post(page, sent), client.post(page, sent)
    assert first.url == second.url == Consent.objects.get().get_absolute_url()


def test_a_refused_form_takes_no_number(client, stay, sari, today):
    client.force_login(sari)
    page = reverse("assessments:consent_new", args=[stay.pk])
    refused = client.post(page, drawn(client.get(page), form=None) | {"purpose": "share"})
    assert "Tulis lembaga yang akan menerima data." in body(refused)
    assert not Letter.objects.exists()


def test_the_paper_to_sign(client, ask, sari):
    """The one real PDF of this kind."""
    consent = ask()
    client.force_login(sari)
    printed = client.get(url("consent_pdf", consent))
    assert printed.content[:5] == b"%PDF-" and "Suratmin" not in printed["Content-Disposition"]
    html = consent_document(consent).html()
    assert "kepada LKS Harapan" in html and "dapat saya cabut kapan saja" in html and "SETUJU" in html
    assert AuditEvent.objects.filter(action="consent.printed").count() == 1


def test_no_is_an_answer(ask, stay, sari):
    consent = ask()
    answer(consent, sari, status="refused")
    assert not in_force(stay)
    assert "TIDAK SETUJU" in consent_document(consent).html()


def test_who_cannot_say_yet_may_say_later(ask, stay, sari):
    consent = ask("care")
    with pytest.raises(ValidationError, match="memerlukan alasan"):
        answer(consent, sari, status="unable")
    answer(consent, sari, status="unable", reason="Belum sadar penuh")
    assert (consent.given_by, in_force(stay, purpose="care")) == ("", False)
    answer(consent, sari)
    assert in_force(stay, purpose="care")


def test_an_answer_is_given_once(ask, sari):
    consent = ask()
    again = Consent.objects.get(pk=consent.pk)
    answer(consent, sari)
    with pytest.raises(ValidationError, match="Muat ulang"):
        answer(again, sari, status="refused")


def test_a_child_does_not_agree_alone(ask, girl, sari):
    with pytest.raises(ValidationError, match="Klien masih anak"):
        answer(ask(), sari)


def test_a_guardian_agrees_for_a_child(client, ask, girl, sari, stay):
    consent, aunt = ask(), make_relative(girl, name="Sumarni", relation="aunt", by=sari)
    client.force_login(sari)
    page = url("consent_answer", consent)
    client.post(page, drawn(client.get(page), form=None) | YES | {"given_by": "guardian", "relative": aunt.pk})
    consent.refresh_from_db()
    assert (consent.giver_name, consent.giver_relation, in_force(stay)) == ("Sumarni", "bibi", True)


def test_the_head_agrees_only_for_a_child_and_only_in_person(ask, stay, sari, budi, today):
    as_head = {"given_by": "head", "name": "Budi", "reason": "Belum ada wali"}
    with pytest.raises(ValidationError, match="hanya menyetujui untuk anak"):
        answer(ask(), budi, **as_head)
    stay.client.birth_date = today.replace(year=2014)
    stay.client.save()
    with pytest.raises(ValidationError, match="dicatat oleh kepala panti sendiri"):
        answer(ask(), sari, **as_head)
    answer(ask(), budi, **as_head)
    assert in_force(stay)


def test_a_childs_picture_is_never_published(ask, girl, budi):
    consent = ask("publication", detail="Foto lomba")
    with pytest.raises(ValidationError, match="anak tidak dipublikasikan"):
        answer(consent, budi, given_by="guardian", name="Sumarni", relation="bibi")
    answer(consent, budi, status="refused", given_by="guardian", name="Sumarni", relation="bibi")


def test_publishing_is_no_until_somebody_says_yes(client, ask, stay, sari):
    consent = ask("publication", detail="Foto lomba")
    client.force_login(sari)
    assert drawn(client.get(url("consent_answer", consent)), form=None)["status"] == ["refused"]
    assert not in_force(stay, purpose="publication")


def test_a_spoken_yes_needs_two_witnesses(client, ask, sari):
    consent = ask()
    client.force_login(sari)
    page = url("consent_answer", consent)
    sent = drawn(client.get(page), form=None) | YES | {"way": "spoken", "witness_1": "Oka"}
    assert "memerlukan dua saksi" in body(client.post(page, sent))
    with pytest.raises(ValidationError, match="dua saksi"):
        answer(consent, sari, way="spoken", witnesses=("Oka", ""))
    assert client.post(page, sent | {"witness_2": "Joko"}).status_code == 302


def test_without_a_date_it_ends_with_the_stay(ask, stay, sari, today):
    answer(ask(), sari)
    stay.discharge(by=sari, on=today, reason=reason("reunifikasi"))
    assert in_force(stay, on=today) and not in_force(stay, on=date(2026, 3, 17))


def test_a_sheet_made_by_mistake_keeps_its_number(client, ask, sari):
    consent = ask()
    client.force_login(sari)
    client.post(url("consent_void", consent), {"reason": "Lembaga keliru"})
    consent.refresh_from_db()
    assert (consent.status, consent.letter.void_reason) == ("void", "Lembaga keliru")
    assert "Dibatalkan" in body(client.get(consent.letter.get_verification_url()))
