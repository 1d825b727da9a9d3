"""Who fits, from the outside: the page with all partners and their reasons."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.models import AuditEvent
from referrals.models import Criteria, Partner, PartnerAgreement
from tests.factories import category, make_attachment, make_need, make_paper, make_stay, reason, service
from tests.referrals.factories import make_partner, make_referral


def url(stay):
    return reverse("referrals:partner_fit", args=[stay.pk])


def fits(client, stay, **form):
    response = client.post(url(stay), form) if form else client.get(url(stay))
    return {fit.partner.name: fit for fit in response.context["fits"]}


def test_every_partner_stands_there_with_reasons_and_the_unfit_last(today, client, sari, stay, hospital):
    elders = make_partner("Panti Wredha", kind="panti", city="Temanggung")
    criteria = Criteria.objects.create(
        partner=elders, sex="all", age_from=60, documents=["ktp", "health_letter"], free_places=0,
        free_on=today - timedelta(days=3), free_said_by="Ibu Tri", all_regions=True,
    )  # fmt: skip
    criteria.categories.add(category("11"))
    elders.basic_services.add(service("food"))
    PartnerAgreement.objects.create(
        partner=elders, number="1", starts_on=date(2020, 1, 1), ends_on=date(2026, 3, 1), created_by=sari
    )
    Criteria.objects.create(partner=make_partner("Panti Putri"), sex="P", age_to=40)
    make_need(stay, "food", stay.entered_on)
    make_paper(stay, sari, begun_as="held")
    client.force_login(sari)
    found = fits(client, stay)
    assert list(found) == ["Panti Wredha", hospital.name, "Panti Putri"]
    page = client.get(url(stay)).content.decode()
    for words in (
        "usia: klien 70 tahun, mitra menerima mulai 60 tahun", "kategori: Gelandangan", "layanan: Permakanan",
        "dekat: satu kota dengan panti (Temanggung)", "kuota penuh menurut jawaban 3 hari lalu",
        "berkas kurang: Surat kesehatan atau rekam medis", "MoU berakhir 1 Maret 2026",
        "jenis kelamin: hanya menerima perempuan",
    ):  # fmt: skip
        assert words in page
    make_attachment(stay, by=sari, kind="health", title="Surat sehat")
    assert "berkas lengkap: KTP-el, Surat kesehatan atau rekam medis" in fits(client, stay)["Panti Wredha"].reasons_for


def test_a_full_house_is_known_from_its_last_answer(today, client, sari, sent, melati):
    fresh = make_stay(melati, by=sari)
    sent.__class__.objects.filter(pk=sent.pk).update(
        status="declined", decline_reason="full", answered_on=today, answered_at=melati.now(), answered_by_name="Tri",
        answered_channel="phone", answer_recorded_by=sari, ended_at=melati.now(),
    )  # fmt: skip
    client.force_login(sari)
    assert "kuota penuh menurut jawaban hari ini" in fits(client, fresh)[sent.partner.name].reasons_against
    assert "menolak klien ini hari ini (kuota penuh)" in fits(client, sent.stay)[sent.partner.name].reasons_against


def test_who_is_asked_already_and_the_own_house_cannot_be_chosen(client, sari, draft, melati, dewi):
    Partner.follow(melati, by=dewi)
    client.force_login(sari)
    found = fits(client, draft.stay)
    assert found[draft.partner.name].barring == ["rujukan klien ini ke mitra ini masih berjalan"]
    assert found["Rumah Singgah Melati"].barring == ["panti klien sendiri"]
    assert 'name="mitra"' not in client.get(url(draft.stay)).content.decode()


def test_needs_and_health_are_chosen_by_post_and_kept_nowhere(client, sari, stay, hospital):
    Criteria.objects.create(partner=hospital, refused=["infectious"])
    hospital.basic_services.add(service("care"))
    client.force_login(sari)
    assert fits(client, stay)[hospital.name].barring == []
    found = fits(client, stay, needs=["care"], conditions=["infectious"])[hospital.name]
    assert found.reasons_for == ["layanan: Pengasuhan"]
    assert found.barring == ["kesehatan: tidak menerima penyakit menular (misalnya tbc)"]
    assert "infectious" not in str(AuditEvent.objects.filter(action="partnerfit.viewed").values_list("details"))


def test_a_category_that_is_an_illness_is_taken_as_one(client, sari, melati, hospital):
    Criteria.objects.create(partner=hospital, accepted=["mental"])
    client.force_login(sari)
    ill = make_stay(melati, by=sari, category=category("odgj-terlantar"))
    assert "kesehatan: menerima gangguan jiwa" in fits(client, ill)[hospital.name].reasons_for


def test_several_partners_go_on_to_the_referral(client, sari, stay, hospital):
    client.force_login(sari)
    page = client.get(url(stay)).content.decode()
    assert f'action="/masa-tinggal/{stay.pk}/rujukan/baru/"' in page
    assert f'name="mitra" value="{hospital.pk}"' in page


@pytest.mark.parametrize(("who", "status"), [("oka", 403), ("citra", 404), ("dewi", 404), ("agus", 404)])
def test_whoever_may_not_refer_sees_no_comparison(client, request, stay, who, status):
    client.force_login(request.getfixturevalue(who))
    assert client.get(url(stay)).status_code == status


def test_two_hundred_partners_ask_as_few_questions_as_two(today, client, sari, stay, django_assert_max_num_queries):
    """The session, the person, the transaction and the page's own: all partners together are one query."""
    partners = [Partner(name=f"Mitra {n:03}", kind="lks") for n in range(200)]
    partners = Partner.objects.bulk_create(partners)
    Criteria.objects.bulk_create(Criteria(partner=partner, sex="all", age_from=1) for partner in partners)
    make_referral(stay, by=sari, partner=partners[0])
    client.force_login(sari)
    client.get(url(stay))
    with django_assert_max_num_queries(12):
        assert len(client.get(url(stay)).context["fits"]) == 200
    with django_assert_max_num_queries(12):
        assert len(client.post(url(stay), {"needs": ["clothing"]}).context["fits"]) == 200


def test_a_stay_that_is_over_is_compared_but_offers_no_referral(today, client, sari, stay, hospital):
    stay.discharge(by=sari, on=today, reason=reason("mandiri"))
    client.force_login(sari)
    assert "Susun rujukan" not in client.get(url(stay)).content.decode()
