"""What a partner is shown: chosen piece by piece, previewed, and frozen when the referral goes out."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from assessments.models import Consent
from cases.models import AuditEvent, Client
from referrals.documents import referral_letter
from tests.factories import make_attachment, make_client, make_need, make_stay
from tests.referrals.factories import make_partner, make_referral
from tests.referrals.test_referral_screens import form_for, new_url


def preview(client, referral):
    return client.get(reverse("referrals:referral_preview", args=[referral.pk])).content.decode()


def test_the_preview_shows_the_chosen_pieces_and_no_other(client, today, stay, sari, hospital):
    letter = make_attachment(stay, sari, title="Surat sehat", kind="health")
    other = make_attachment(stay, sari, content=b"%PDF-1.7 lain", title="KTP lama", kind="identity")
    make_need(stay, "clothing", date(2026, 3, 3))
    client.force_login(sari)
    form = form_for(hospital, shares=["needs", f"health_letter:{letter.pk}"], needs=[stay.needs.get().pk])
    response = client.post(new_url(stay), form)
    referral = stay.referrals.get()
    assert response.url == referral.get_absolute_url()
    page = preview(client, referral)
    shown = page.split("<h1>")[1]
    assert "Surat sehat" in shown and "Sandang" in shown
    assert other.title not in shown and "NIK" not in shown
    assert "S." in shown and ">Suratmin<" not in shown.split("</main>")[0].replace("rujukan Suratmin", "")


def test_a_file_of_another_client_is_no_choice(client, today, stay, sari, melati, hospital):
    stranger = make_attachment(make_stay(melati, by=sari, client=make_client()), sari)
    client.force_login(sari)
    page = client.post(new_url(stay), form_for(hospital, shares=[f"attachment:{stranger.pk}"]))
    assert "shares" in page.context["form"].errors
    assert not stay.referrals.exists()


def test_what_was_sent_stays_as_it_was(client, draft, sari):
    draft.send(by=sari)
    Client.objects.filter(pk=draft.client.pk).update(name="Nama Lain")
    draft = type(draft).objects.get(pk=draft.pk)
    facts = dict(next(piece for piece in draft.shared() if piece.piece == "identity").facts)
    assert facts["Nama"] == "Suratmin"
    assert "Nama Lain" not in referral_letter(draft).html()


def test_a_letter_without_identity_says_initials(today, stay, sari, hospital):
    referral = make_referral(stay, by=sari, partner=hospital)
    referral.redraft(by=sari, version=1, needs=[], changed=["shares"], choices=[])
    html = referral_letter(referral).html()
    assert "Suratmin" not in html and stay.client.initials in html


@pytest.mark.parametrize("who, status", [("sari", 200), ("budi", 200), ("oka", 404), ("citra", 404), ("dewi", 404)])
def test_who_opens_a_file_that_goes_along(client, request, today, stay, sari, hospital, who, status):
    attachment = make_attachment(stay, sari)
    client.force_login(sari)
    client.post(new_url(stay), form_for(hospital, shares=[f"attachment:{attachment.pk}"]))
    share = stay.referrals.get().shares.get()
    client.force_login(request.getfixturevalue(who))
    response = client.get(reverse("referrals:referral_share_file", args=[share.pk]))
    response.close()
    assert response.status_code == status


def give_consent(stay, sari, partner):
    paper = Consent(stay=stay, purpose="share", partner=partner, explained_by="Sari", detail="Rujukan")
    paper.prepare(by=sari)
    paper.answer(by=sari, status="given", on=date(2026, 3, 16), given_by="client", way="signature")
    return paper


def test_the_signed_paper_for_this_partner_is_the_ground(client, today, stay, sari, hospital):
    paper = give_consent(stay, sari, hospital.name)
    other = make_referral(stay, by=sari, partner=make_partner("LKS Harapan"))
    referral = make_referral(stay, by=sari, partner=hospital)
    assert (referral.consent_paper, other.consent_paper) == (paper, None)
    client.force_login(sari)
    assert paper.letter.number in client.get(referral.get_absolute_url()).content.decode()
    assert paper.letter.number in referral_letter(referral).html()


def test_a_withdrawn_consent_stops_the_sending(today, stay, sari, hospital):
    paper = give_consent(stay, sari, hospital.name)
    referral = make_referral(stay, by=sari, partner=hospital)
    paper.withdraw(by=sari, on=date(2026, 3, 16), name="Suratmin")
    with pytest.raises(ValidationError, match="sudah dicabut"):
        referral.send(by=sari)
    referral.refresh_from_db()
    assert (referral.status, referral.letter) == ("draft", None)


def test_the_reason_why_not_is_asked_for(client, today, stay, sari, hospital):
    client.force_login(sari)
    page = client.post(new_url(stay), form_for(hospital, consent="without")).content.decode()
    assert "Jelaskan" in page
    client.post(new_url(stay), form_for(hospital, consent="without", consent_note="Perdarahan, tidak sadar"))
    assert stay.referrals.get().consent == "without"


def test_the_preview_is_on_the_trail(client, draft, sari):
    client.force_login(sari)
    preview(client, draft)
    event = AuditEvent.objects.first()
    assert (event.action, event.details["page"]) == ("referral.viewed", "tampilan-mitra")
