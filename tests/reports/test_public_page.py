"""Halaman publik: written as a draft, published by the head, kept as history, read by anybody."""

import re
from datetime import date
from threading import Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases.models import AuditEvent, Standin
from reports.models import PublicPage, StandardComponent, SurveyPublication
from reports.public.drafting import begin_draft
from reports.public.forms import FORMS
from reports.survey.figures import figures_of
from tests.factories import make_client, make_ended_stay, make_shelter
from tests.reports.survey_results import make_result

STEPS = {"title_1": "Datang", "place_1": 2, "title_2": "Diterima", "place_2": 1}


def url(name, *args):
    return reverse(f"reports:{name}", args=["melati", *args])


@pytest.fixture
def draft(today, melati, sari):
    return begin_draft(melati, by=sari)


@pytest.fixture
def page(draft, budi):
    draft.publish(by=budi, edit=draft.edit, shows_figures=False)
    return draft


def read(client, name, *args):
    response = client.get(url(name, *args))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_first_draft_has_something_to_correct_and_nothing_is_public_yet(client, draft):
    assert draft.version == 1 and "daya tampung 20 orang" in draft.about
    assert draft.steps.count() == 6 and draft.requirements.count() == 4
    cost = draft.components.get(component__code="cost")
    assert cost.text == "Biaya/tarif: tidak dipungut biaya."
    assert StandardComponent.objects.count() == 14
    said = read(client, "public_shelter")
    assert "belum menerbitkan" in said and "daya tampung" not in said


def test_a_draft_goes_through_its_steps_and_the_head_publishes(today, client, sari, budi, draft):
    client.force_login(sari)
    texts = {"about": "Kami **melayani**.", "for_whom": "- lansia", "free_of_charge": "Gratis.", "edit": draft.edit}
    response = client.post(url("public_page_part", "tentang"), texts | {"next": "1"})
    assert response.url == url("public_page_part", "alur")
    draft.refresh_from_db()
    client.post(url("public_page_part", "alur"), STEPS | {"edit": draft.edit})
    assert list(draft.steps.values_list("order", "title")) == [(1, "Diterima"), (2, "Datang")]
    assert "3. Persyaratan bagi pengirim" in read(client, "public_page_edit")
    assert "Pratinjau konsep" in read(client, "public_page_version", 1)
    assert client.post(url("public_page_publish"), {"edit": 3}).status_code == 403

    client.force_login(budi)
    assert "Belum diisi" in read(client, "public_page_publish")
    client.post(url("public_page_publish"), {"edit": 3})
    client.logout()
    said = read(client, "public_shelter")
    assert "<strong>melayani</strong>" in said and "<title>Layanan · Rumah Singgah Melati</title>" in said
    assert said.index("Diterima") < said.index("Datang")
    assert "Budi" in read(client, "public_pledge") and "16 Maret 2026" in read(client, "public_pledge")
    assert [event.action for event in AuditEvent.objects.filter(target_model="reports.PublicPage").order_by("pk")] == [
        "publicpage.drafted", "publicpage.changed", "publicpage.changed", "publicpage.published"
    ]  # fmt: skip


@pytest.mark.parametrize("part", FORMS)
def test_every_step_keeps_what_it_shows(client, sari, draft, part):
    """Saved as it was opened, nothing changes but the count of savings."""
    client.force_login(sari)
    form = FORMS[part](page=draft)
    said = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    before = contents(draft)
    response = client.post(url("public_page_part", part), said)
    assert response.status_code == 302
    again = PublicPage.objects.whole().get()
    assert contents(again) == before and again.edit == draft.edit + 1


def contents(page):
    fields = ["about", "for_whom", "hours", "phone", "whatsapp", "address_note", "free_of_charge", "pledge", "privacy"]
    return (
        [getattr(page, name).replace("\r", "") for name in fields],
        [(step.order, step.title, step.text, step.who, step.duration) for step in page.steps.all()],
        {row.sender: row.text for row in page.requirements.all()},
        {row.component_id: row.text for row in page.components.all()},
    )


def test_two_who_edit_one_succeeds_and_the_other_keeps_what_was_typed(client, sari, draft):
    client.force_login(sari)
    first, second = {"pledge": "Janji pertama", "edit": 1}, {"pledge": "Janji <kedua>", "edit": 1}
    assert client.post(url("public_page_part", "maklumat"), first).status_code == 302
    said = client.post(url("public_page_part", "maklumat"), second).content.decode()
    assert "baru saja diubah orang lain" in said and "Janji &lt;kedua&gt;" in said and "Janji pertama" in said
    assert PublicPage.objects.get().pledge == "Janji pertama"
    edit = re.search(r'name="edit" value="(\d+)"', said)[1]
    client.post(url("public_page_part", "maklumat"), second | {"edit": edit})
    assert PublicPage.objects.get().pledge == "Janji <kedua>"


def test_the_head_publishes_what_was_read_and_not_what_came_after(client, sari, budi, draft):
    draft.write("maklumat", by=sari, edit=1, pledge="Lain")
    client.force_login(budi)
    said = client.post(url("public_page_publish"), {"edit": 1}).content.decode()
    assert "baru saja diubah" in said and 'name="edit" value="2"' in said
    assert PublicPage.objects.get().is_draft


def test_whoever_stands_in_for_the_head_sees_and_publishes_and_does_not_write(client, citra, budi, draft, melati):
    client.force_login(citra)
    assert client.get(url("public_page_edit")).status_code == 404
    standin = Standin(shelter=melati, user=citra, first_on=date(2026, 3, 16), until=date(2026, 3, 20), reason="Cuti")
    standin.name(by=budi)
    assert "Rumah Singgah Melati" in client.get(reverse("reports:public_page_list")).content.decode()
    said = read(client, "public_page_edit")
    assert "Terbitkan" in said and "Buang konsep" not in said
    assert client.get(url("public_page_part", "tentang")).status_code == 404
    assert client.post(url("public_page_publish"), {"edit": 1}).url == url("public_page_edit")
    assert PublicPage.objects.in_force(melati).published_by == citra


def test_a_new_version_is_a_copy_and_the_former_one_stays(client, sari, budi, page, melati):
    after = begin_draft(melati, by=sari)
    assert after.version == 2 and contents(PublicPage.objects.draft_of(melati)) == contents(page)
    after.write("maklumat", by=sari, edit=1, pledge="Janji baru")
    assert "Janji baru" not in read(client, "public_pledge")
    after.publish(by=budi, edit=2, shows_figures=False)
    assert "Janji baru" in read(client, "public_pledge")
    assert PublicPage.objects.in_force(melati) == after
    assert list(PublicPage.objects.values_list("version", "status")) == [(2, "published"), (1, "former")]
    client.force_login(sari)
    assert "digantikan 16 Maret 2026" in read(client, "public_page_version", 1)
    assert "oleh Budi" in read(client, "public_page_edit")


def test_what_was_published_never_changes(page, sari, budi):
    step = page.steps.first()
    for act in (
        lambda: page.write("maklumat", by=sari, edit=1, pledge="Lain"),
        lambda: page.write_parts("steps", [], by=sari, edit=1),
        lambda: page.publish(by=budi, edit=1, shows_figures=True),
        lambda: page.discard(by=sari),
    ):
        with pytest.raises(ValidationError, match="sudah terbit"):
            act()
    for act in (
        lambda: PublicPage.objects.update(pledge="Lain"),
        lambda: PublicPage.objects.update(status="draft", published_at=None, published_by=None),
        lambda: page.steps.update(title="Lain"),
        lambda: page.components.all()._raw_delete("default"),
        lambda: page.steps.create(order=9, title="Lain"),
        lambda: PublicPage.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            act()
    assert page.steps.first() == step


def test_one_draft_and_one_version_in_force_are_rules_of_the_database(page, melati, sari, budi):
    draft = begin_draft(melati, by=sari)
    assert begin_draft(melati, by=budi) == draft
    with pytest.raises(IntegrityError, match="public_page_one_draft"), transaction.atomic():
        PublicPage.objects.create(shelter=melati, version=9, drafted_by=sari)
    with pytest.raises(IntegrityError, match="public_page_one_in_force"), transaction.atomic():
        PublicPage.objects.filter(pk=draft.pk).update(
            status="published", published_by=budi, published_at=page.published_at
        )
    with pytest.raises(IntegrityError, match="published_by_somebody"), transaction.atomic():
        PublicPage.objects.filter(pk=draft.pk).update(published_at=page.published_at)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_begin_a_draft_at_once_get_the_same(melati, sari, budi):
    def begin(who):
        begin_draft(melati, by=who)
        connection.close()

    threads = [Thread(target=begin, args=[who]) for who in (sari, budi)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert PublicPage.objects.count() == 1


def test_bad_input_is_refused_at_its_field(client, sari, draft):
    client.force_login(sari)
    said = client.post(url("public_page_part", "kontak"), {"edit": 1, "whatsapp": "hubungi kami"}).content.decode()
    assert "Tulis nomor saja" in said and "hubungi kami" in said
    said = client.post(url("public_page_part", "maklumat"), {"edit": 1, "pledge": "x" * 3_001}).content.decode()
    assert "paling banyak 3000" in said or "3000 karakter" in said
    said = client.post(url("public_page_part", "alur"), {"edit": 1, "text_8": "tanpa nama"}).content.decode()
    assert "Tulis nama langkah ini." in said
    assert client.get(url("public_page_part", "entah")).status_code == 404
    draft.refresh_from_db()
    assert draft.edit == 1


def test_a_draft_may_be_discarded(client, sari, draft):
    client.force_login(sari)
    client.post(url("public_page_discard"))
    assert not PublicPage.objects.exists()
    assert client.get(url("public_page_discard")).status_code == 404


def test_published_text_does_no_harm(client, draft, budi):
    draft.write("tentang", by=budi, edit=1, about="<script>alert(1)</script> [x](javascript:alert(1)) [y](/keluar/)")
    draft.write("maklumat", by=budi, edit=2, pledge="<img src=x onerror=alert(1)>")
    draft.publish(by=budi, edit=3, shows_figures=False)
    said = read(client, "public_shelter") + read(client, "public_pledge")
    assert "<script" not in said and "<img" not in said and "javascript:alert(1)" in said
    assert 'href="javascript' not in said and 'href="/keluar' not in said


def test_everybody_finds_every_shelter_and_how_to_reach_it(client, melati, page, kenanga, budi):
    melati.phone, melati.address = "(0293) 000 111", "Jalan Contoh 1"
    melati.save()
    after = begin_draft(melati, by=budi)
    after.write("kontak", by=budi, edit=1, whatsapp="0812-0000-1111", hours="Setiap hari")
    after.publish(by=budi, edit=2, shows_figures=False)
    said = client.get(reverse("reports:public_index")).content.decode()
    assert "Panti Kenanga" in said and 'href="tel:(0293)000111"' in said and "Jalan Contoh 1" in said
    said = read(client, "public_shelter")
    assert 'href="https://wa.me/6281200001111"' in said and "Seluruh layanan tidak dipungut biaya." in said
    assert 'id="syarat-satpol"' in said and said.count("<tspan") >= 6 and said.count("<rect") == 6


def test_the_standard_has_all_components_in_two_groups(client, page):
    said = read(client, "public_standard")
    assert all(name in said for name in StandardComponent.objects.values_list("name", flat=True))
    assert said.count("Belum dituliskan.") == 2 and "Permenpan RB 15/2014" in said
    assert said.index("Proses penyampaian pelayanan") < said.index("Persyaratan") < said.index("Dasar hukum")


def past(melati, sari, number, entered_on, ended_on):
    for _ in range(number):
        make_ended_stay(melati, entered_on, ended_on, by=sari, client=make_client())


def publish_figures(melati, budi):
    draft = begin_draft(melati, by=budi)
    draft.publish(by=budi, edit=draft.edit, shows_figures=True)


def test_figures_are_told_only_when_the_head_says_so_and_only_of_closed_years(client, page, melati, sari, budi):
    past(melati, sari, 6, entered_on=date(2025, 3, 1), ended_on=date(2025, 3, 11))
    past(melati, sari, 7, entered_on=date(2026, 1, 1), ended_on=date(2026, 1, 11))
    assert "belum menerbitkan angka tahunannya" in read(client, "public_figures")
    publish_figures(melati, budi)
    said = read(client, "public_figures")
    assert "Tahun 2025" in said and "Tahun 2026" not in said
    assert row(said, "Orang yang dilayani") == "6" and row(said, "Malam pelayanan") == "60"


def row(said, label):
    return re.search(rf'<th scope="row">{label}[^<]*</th><td class="number">([^<]*)<', said)[1].replace("&lt;", "<")


def test_few_people_are_not_told_apart(client, page, melati, sari, budi):
    past(melati, sari, 3, entered_on=date(2025, 3, 1), ended_on=date(2025, 3, 11))
    publish_figures(melati, budi)
    said = read(client, "public_figures")
    assert row(said, "Orang yang dilayani") == "<5" and row(said, "Malam pelayanan") == "–"
    assert row(said, "Penerimaan") == "–" and "Cara keluar tidak ditampilkan" in said


def test_the_published_survey_stands_beside_the_figures(today, client, melati, budi):
    period = make_result(melati, by=budi)
    assert "belum mengumumkan hasil survei" in read(client, "public_figures")
    SurveyPublication.publish(period, figures_of, by=budi)
    said = read(client, "public_figures")
    assert (
        "IKM 77,78" in said and "6 responden. Diumumkan 16 Maret 2026." in said and row(said, "Persyaratan") == "3,00"
    )


def test_visitors_are_cached_briefly_without_a_cookie_and_asked_again_by_etag(client, page):
    response = client.get(url("public_shelter"))
    assert response["Cache-Control"] == "public, max-age=300" and not response.cookies
    assert client.get(url("public_shelter"), headers={"if-none-match": response["ETag"]}).status_code == 304
    assert "index, follow" in response.content.decode()
    assert client.get(url("public_shelter") + "?x=1").status_code == 200


def test_whoever_is_signed_in_leaves_no_copy(client, sari, page):
    client.force_login(sari)
    assert "no-store" in client.get(url("public_shelter"))["Cache-Control"]


def test_as_many_queries_for_many_shelters_as_for_one(client, page, django_assert_max_num_queries):
    for n in range(6):
        make_shelter(f"panti-{n}", code=f"P{n}X")
    with django_assert_max_num_queries(4):
        client.get(reverse("reports:public_index"))
    with django_assert_max_num_queries(10):
        client.get(url("public_shelter"))
    with django_assert_max_num_queries(10):
        client.get(url("public_standard"))


def test_the_list_of_my_shelters(client, sari, dewi, page, kenanga):
    client.force_login(sari)
    assert client.get(reverse("reports:public_page_list")).url == url("public_page_edit")
    client.force_login(dewi)
    said = client.get(reverse("reports:public_page_list")).content.decode()
    assert "Versi 1 berlaku" in said and "Belum terbit" in said


def test_the_department_keeps_the_list_of_components(client, dewi, page):
    client.force_login(dewi)
    used = StandardComponent.objects.get(code="cost")
    said = client.get(reverse("reports:component_list")).content.decode()
    assert said.count("<h2>") == 2 and said.index("1. Persyaratan") < said.index("2. Sistem") < said.index("1. Dasar")
    form = {"name": "Tarif", "group": "delivery", "order": 4, "source": "Peraturan baru"}
    client.post(reverse("reports:component_edit", args=[used.pk]), form)
    assert "Tarif" in read(client, "public_standard")
    said = client.post(reverse("reports:component_remove", args=[used.pk]), follow=True).content.decode()
    assert "sudah dipakai" in said and StandardComponent.objects.filter(pk=used.pk).exists()
    client.post(reverse("reports:component_new"), form | {"code": "baru", "name": "Baru", "order": 7})
    fresh = StandardComponent.objects.get(code="baru")
    client.post(reverse("reports:component_remove", args=[fresh.pk]))
    assert not StandardComponent.objects.filter(pk=fresh.pk).exists()
    said = client.post(reverse("reports:component_new"), form | {"code": "x", "name": "X", "source": ""})
    assert said.status_code == 200 and StandardComponent.objects.count() == 14
