from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from cases.models import AuditEvent, Letter
from referrals.models import Referral
from tests.factories import make_ended_stay, make_need, make_stay
from tests.referrals.factories import make_partner, make_referral

LIST = "/rujukan/"
ACTS = ["referral_edit", "referral_send", "referral_answer", "referral_complete", "referral_withdraw"]
PAGES = ["referral_detail", "referral_letter", *ACTS]


def url_of(name, referral):
    return reverse(f"referrals:{name}", args=[referral.pk])


def new_url(stay):
    return reverse("referrals:referral_new", args=[stay.pk])


def form_for(partner, **changes):
    form = {
        "partner": partner.pk, "purpose": "Gelisah, perlu dokter jiwa.",
        "summary": "Tenang bila diajak bicara.",
        "urgency": "soon", "consent": "agreed", "key": str(uuid4()),
    }  # fmt: skip
    return form | changes


@pytest.mark.parametrize(
    "who, status", [("sari", 200), ("budi", 200), ("oka", 403), ("citra", 404), ("dewi", 404), ("agus", 404)]
)
def test_who_reaches_a_referral(client, request, sent, who, status):
    client.force_login(request.getfixturevalue(who))
    assert {client.get(url_of(name, sent)).status_code for name in PAGES} == {status}
    assert client.get(new_url(sent.stay)).status_code == status


@pytest.mark.parametrize("who, status", [("oka", 403), ("citra", 404), ("dewi", 404)])
def test_nobody_else_moves_a_referral(client, request, draft, who, status):
    client.force_login(request.getfixturevalue(who))
    answers = {client.post(url_of(name, draft), {"reason": "x", "result": "x"}).status_code for name in ACTS}
    draft.refresh_from_db()
    assert (answers, draft.status) == ({status}, "draft")


@pytest.mark.parametrize("who, status", [("sari", 200), ("oka", 403), ("citra", 200), ("dewi", 403)])
def test_the_list_is_of_own_shelters(client, request, sent, who, status):
    client.force_login(request.getfixturevalue(who))
    response = client.get(LIST)
    assert response.status_code == status
    assert (sent.client.name in response.content.decode()) is (who == "sari")


def test_the_tab_of_the_client_lists_the_referrals(client, sent, sari, oka):
    url = reverse("referrals:client_referrals", args=[sent.client.pk])
    client.force_login(sari)
    assert sent.letter.number in client.get(url).content.decode()
    client.force_login(oka)
    assert client.get(url).status_code == 403


def test_a_worker_drafts_a_referral_with_the_open_needs(client, today, stay, sari, hospital):
    wanted = make_need(stay, "health_supplies", date(2026, 3, 3))
    make_need(stay, "clothing", date(2026, 3, 3), date(2026, 3, 5), "terpenuhi")
    elsewhere = make_need(make_stay(stay.shelter, by=sari), "food", date(2026, 3, 3))
    client.force_login(sari)
    offered = client.get(new_url(stay)).context["form"].fields["needs"].queryset
    assert list(offered) == [wanted]
    refused = client.post(new_url(stay), form_for(hospital, needs=[elsewhere.pk]))
    assert "needs" in refused.context["form"].errors
    response = client.post(new_url(stay), form_for(hospital, needs=[wanted.pk]))
    referral = Referral.objects.get()
    assert response.url == referral.get_absolute_url()
    assert (referral.status, referral.created_by, list(referral.needs.all())) == ("draft", sari, [wanted])
    assert AuditEvent.objects.filter(action="referral.created", shelter_id=stay.shelter_id).count() == 1


def test_a_double_click_drafts_one_referral(client, today, stay, sari, hospital):
    client.force_login(sari)
    form = form_for(hospital)
    first, second = client.post(new_url(stay), form), client.post(new_url(stay), form)
    assert first.url == second.url
    assert Referral.objects.count() == 1


def test_what_is_missing_is_said_and_what_was_typed_is_kept(client, today, stay, sari, hospital):
    client.force_login(sari)
    form = form_for(hospital, consent="unable", purpose="")
    page = client.post(new_url(stay), form).content.decode()
    assert "Periksa kembali isian berikut" in page
    assert "Tenang bila diajak bicara." in page
    page = client.post(new_url(stay), form | {"purpose": "Gelisah"}).content.decode()
    assert "Jelaskan siapa yang menyetujui" in page
    assert not Referral.objects.exists()


def test_no_referral_for_a_client_who_left(client, today, melati, sari, hospital):
    gone = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=sari)
    client.force_login(sari)
    page = client.post(new_url(gone), form_for(hospital)).content.decode()
    assert "Klien sudah tidak tinggal di panti." in page
    assert not Referral.objects.exists()


def test_a_retired_partner_is_offered_no_more(client, today, stay, sari, hospital):
    old = make_partner("RS Lama", retired_on=date(2026, 1, 1))
    client.force_login(sari)
    assert old.name not in client.get(new_url(stay)).content.decode()
    assert "partner" in client.post(new_url(stay), form_for(old)).context["form"].errors


def test_a_draft_is_changed_and_the_trail_keeps_no_words(client, draft, sari):
    client.force_login(sari)
    response = client.post(url_of("referral_edit", draft), form_for(draft.partner, version=1))
    assert response.url == draft.get_absolute_url()
    draft.refresh_from_db()
    assert (draft.purpose, draft.version) == ("Gelisah, perlu dokter jiwa.", 2)
    details = AuditEvent.objects.get(action="referral.changed").details
    assert details == {"changed": {name: ["•", "•"] for name in ("purpose", "shares", "summary", "urgency")}}


def test_a_draft_changed_meanwhile_is_not_overwritten(client, draft, sari, budi):
    client.force_login(budi)
    client.post(url_of("referral_edit", draft), form_for(draft.partner, version=1))
    client.force_login(sari)
    again = form_for(draft.partner, version=1, purpose="Lain")
    page = client.post(url_of("referral_edit", draft), again).content.decode()
    assert "baru saja diubah orang lain" in page
    draft.refresh_from_db()
    assert draft.purpose == "Gelisah, perlu dokter jiwa."


def test_what_was_sent_is_not_changed(client, sent, sari):
    client.force_login(sari)
    page = client.post(url_of("referral_edit", sent), form_for(sent.partner, version=1)).content.decode()
    assert "bukan konsep lagi" in page
    sent.refresh_from_db()
    assert (sent.status, sent.purpose) == ("sent", "Memerlukan pemeriksaan jiwa.")


def test_the_way_from_draft_to_result(client, draft, sari):
    client.force_login(sari)
    page = draft.get_absolute_url()
    assert client.post(url_of("referral_send", draft)).url == page
    said = {
        "answer": "accepted",
        "answered_by": "dr. Ratna",
        "position": "dokter",
        "on": "2026-03-16",
        "arranged_on": "2026-03-18",
    }
    assert client.post(url_of("referral_answer", draft), said).url == page
    assert client.post(url_of("referral_complete", draft), {"result": "Dirawat."}).url == page
    shown = client.get(page).content.decode()
    for words in ("Hasil diterima", "400.9/001/MLT/2026", "dr. Ratna", "18 Maret 2026", "Dirawat."):
        assert words in shown
    actions = AuditEvent.objects.filter(action__startswith="referral.").values_list("action", flat=True)
    assert list(reversed(actions)) == [
        "referral.created", "referral.sent", "referral.accepted", "referral.completed", "referral.viewed",
    ]  # fmt: skip


def test_a_second_click_on_send_gives_no_second_letter(client, draft, sari):
    client.force_login(sari)
    client.post(url_of("referral_send", draft))
    page = client.post(url_of("referral_send", draft)).content.decode()
    assert "tidak dapat menjadi" in page
    assert Letter.objects.count() == 1


def test_the_partner_declines(client, sent, sari):
    client.force_login(sari)
    said = {
        "answer": "declined",
        "answered_by": "dr. Ratna",
        "position": "dokter",
        "on": "2026-03-16",
        "arranged_on": "2026-03-18",
    }
    page = client.post(url_of("referral_answer", sent), said).content.decode()
    assert "Pilih alasan mitra tidak dapat menerima." in page
    page = client.post(url_of("referral_answer", sent), said | {"reason": "other"}).content.decode()
    assert "Jelaskan alasan lainnya." in page
    client.post(url_of("referral_answer", sent), said | {"reason": "full"})
    sent.refresh_from_db()
    assert (sent.status, sent.decline_reason, sent.arranged_on) == ("declined", "full", None)
    assert "Rujuk ke mitra lain" in client.get(sent.get_absolute_url()).content.decode()


def test_an_answer_from_tomorrow_is_refused_at_its_field(client, sent, sari):
    client.force_login(sari)
    said = {"answer": "accepted", "answered_by": "dr. Ratna", "position": "dokter", "on": "2026-03-17"}
    form = client.post(url_of("referral_answer", sent), said).context["form"]
    assert form.errors == {"on": ["Tanggal jawaban belum tiba."]}


def test_a_referral_is_withdrawn_with_a_reason(client, sent, sari):
    client.force_login(sari)
    assert "reason" in client.post(url_of("referral_withdraw", sent), {}).context["form"].errors
    client.post(url_of("referral_withdraw", sent), {"reason": "Keluarga menjemput"})
    sent.refresh_from_db()
    assert (sent.status, sent.withdraw_reason) == ("withdrawn", "Keluarga menjemput")


def test_titles_and_addresses_name_nobody(client, sent, sari):
    client.force_login(sari)
    pages = [LIST, new_url(sent.stay), *(url_of(name, sent) for name in PAGES if name != "referral_letter")]
    for page in pages:
        title = client.get(page).content.decode().split("<title>")[1].split("</title>")[0]
        assert sent.client.name not in title + page


def test_chips_filter_the_list(client, sent, sari, melati):
    other = make_referral(make_stay(melati, by=sari), by=sari, partner=sent.partner)
    client.force_login(sari)
    shown = {status: list(client.get(LIST, {"status": status}).context["page"]) for status in ("sent", "draft", "")}
    assert shown == {"sent": [sent], "draft": [other], "": [other, sent]}


def test_an_empty_list_says_what_to_do(client, sari):
    client.force_login(sari)
    assert "Pilih klien" in client.get(LIST).content.decode()


def test_the_list_asks_few_questions(client, sent, sari, melati, django_assert_max_num_queries):
    for _ in range(29):
        make_referral(make_stay(melati, by=sari), by=sari, partner=sent.partner)
    client.force_login(sari)
    with django_assert_max_num_queries(12):  # 4 savepoints, 3 for session and person
        assert len(client.get(LIST).context["page"]) == 25
