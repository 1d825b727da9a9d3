"""An innovation: what is never false of it, who writes it, and two people at once."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent
from reports.models import Innovation, InnovationOption
from tests.factories import make_innovation, make_programme
from tests.referrals.factories import make_partner


@pytest.fixture
def innovation(today, melati, sari):
    return make_innovation(melati, sari)


def page(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def section(innovation, name):
    return reverse("reports:innovation_section", args=[innovation.pk, name])


def test_stages_move_forward_with_their_dates(innovation, sari):
    innovation.advance(by=sari, on=date(2024, 6, 1), note="SK 12")
    innovation.advance(by=sari, on=date(2025, 1, 6))
    assert (innovation.stage, innovation.trial_on, innovation.rollout_on) == (
        "penerapan", date(2024, 6, 1), date(2025, 1, 6),
    )  # fmt: skip
    assert [(step.stage, step.on) for step in innovation.history.all()] == [
        ("inisiatif", date(2024, 1, 8)), ("uji_coba", date(2024, 6, 1)), ("penerapan", date(2025, 1, 6)),
    ]  # fmt: skip
    with pytest.raises(ValidationError, match="sudah diterapkan"):
        innovation.advance(by=sari, on=date(2025, 2, 1))


@pytest.mark.parametrize(
    ("on", "words"), [(date(2024, 1, 7), "baru dimulai 8 Januari 2024"), (date(2026, 3, 17), "belum tiba")]
)
def test_a_stage_begins_neither_before_the_last_nor_tomorrow(innovation, sari, on, words):
    with pytest.raises(ValidationError, match=words):
        innovation.advance(by=sari, on=on)


def test_back_only_with_a_reason_and_the_history_keeps_what_was(client, innovation, sari, today):
    innovation.advance(by=sari, on=date(2024, 6, 1))
    client.force_login(sari)
    url = reverse("reports:innovation_back", args=[innovation.pk])
    assert "Tulis alasannya." in page(client.post(url, {"reason": " "}))
    client.post(url, {"reason": "Alat belum ada"})
    innovation.refresh_from_db()
    assert (innovation.stage, innovation.trial_on) == ("inisiatif", None)
    last = innovation.history.last()
    assert (last.stage, last.on, last.is_back, last.note) == ("inisiatif", today, True, "Alat belum ada")
    assert AuditEvent.objects.filter(action="innovation.returned").count() == 1


@pytest.mark.parametrize(
    "values",
    [
        {"stage": "uji_coba"}, {"stage": "penerapan", "rollout_on": date(2025, 1, 1)},
        {"trial_on": date(2025, 1, 1)}, {"stage": "uji_coba", "trial_on": date(2024, 1, 7)},
        {"stage": "penerapan", "trial_on": date(2025, 1, 2), "rollout_on": date(2025, 1, 1)},
        {"video_url": "http://video.example.go.id/1"}, {"version": 0}, {"kind": "lain"},
    ],
)  # fmt: skip
def test_the_database_refuses_what_is_never_true(innovation, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Innovation.objects.filter(pk=innovation.pk).update(**values)


def about(innovation=None, **values):
    first = {name: InnovationOption.objects.filter(list=name).first().pk for name in ("initiator", "form", "theme")}
    sosial = InnovationOption.objects.get(list="sector", name="Sosial").pk
    return {
        "key": uuid4(), "name": "Kartu Sahabat", "started_on": "2026-01-05", "sector": sosial,
        "initiator_name": "Sari", "kind": "digital",
    } | first | values  # fmt: skip


def test_a_worker_enters_one_for_the_own_shelter_once(client, today, melati, kenanga, sari):
    client.force_login(sari)
    url, data = reverse("reports:innovation_new"), about(shelter="")
    assert "Pilih panti." in page(client.post(url, data))
    assert "Pilih panti dari daftar." in page(client.post(url, data | {"shelter": kenanga.pk}))
    for _ in range(2):  # a double click
        response = client.post(url, data | {"shelter": melati.pk})
    found = Innovation.objects.get()
    assert (found.shelter, found.stage, found.created_by) == (melati, "inisiatif", sari)
    assert response.url == found.get_absolute_url()


def test_the_department_enters_one_for_all_and_every_house_reads_it(client, today, melati, sari, dewi):
    client.force_login(dewi)
    client.post(reverse("reports:innovation_new"), about(shelter=""))
    found = Innovation.objects.get()
    assert found.shelter is None
    client.force_login(sari)
    assert "Ubah identitas" not in page(client.get(found.get_absolute_url()))
    assert client.get(reverse("reports:innovation_edit", args=[found.pk, "manfaat"])).status_code == 403


def test_a_video_that_is_no_https_address_is_refused_and_kept_on_the_page(client, innovation, sari):
    client.force_login(sari)
    url = reverse("reports:innovation_edit", args=[innovation.pk, "identitas"])
    for bad in ("http://video.example.go.id/1", "javascript:alert(1)"):
        text = page(client.post(url, about(video_url=bad)))
        assert bad in text and Innovation.objects.get().video_url == ""


def test_two_at_once_one_success_and_one_polite_refusal(client, innovation, sari, budi):
    """The second keeps what they typed, sees what the first wrote, and decides."""
    url = reverse("reports:innovation_edit", args=[innovation.pk, "manfaat"])
    seen = {f"initial-{name}": "" for name in ("aims", "benefits", "results")}
    client.force_login(budi)
    client.post(url, seen | {"aims": "Tujuan Budi", "benefits": "", "results": ""})
    client.force_login(sari)
    response = client.post(url, seen | {"aims": "Tujuan Sari", "benefits": "Manfaat Sari", "results": ""})
    text = page(response)
    assert "Sementara itu diubah menjadi “Tujuan Budi” oleh Budi" in text and "Tujuan Sari" in text
    assert Innovation.objects.get().aims == "Tujuan Budi" and Innovation.objects.get().version == 2
    again = {"initial-aims": "Tujuan Budi", "aims": "Tujuan Sari", "benefits": "Manfaat Sari", "results": ""}
    assert client.post(url, seen | again).status_code == 302
    found = Innovation.objects.get()
    assert (found.aims, found.benefits, found.version) == ("Tujuan Sari", "Manfaat Sari", 3)


def test_long_texts_are_not_copied_to_the_trail(client, innovation, sari):
    client.force_login(sari)
    url = reverse("reports:innovation_edit", args=[innovation.pk, "rancang-bangun"])
    client.post(url, {"problem": "Banyak penghuni menganggur"})
    event = AuditEvent.objects.filter(action="innovation.changed").latest("pk")
    assert event.details["changed"] == {"problem": ["0 huruf", "26 huruf"]}


def test_words_are_counted_while_one_types(client, innovation, sari):
    client.force_login(sari)
    text = page(client.post(reverse("reports:innovation_words"), {"problem": "satu dua", "steps": "tiga"}))
    assert "3 kata, kurang 297 kata dari 300" in text and "<html" not in text


def test_lines_are_added_once_and_taken_away(client, innovation, melati, kenanga, sari):
    client.force_login(sari)
    url = reverse("reports:innovation_line_new", args=[innovation.pk, "anggaran"])
    data = {"key": uuid4(), "year": 2026, "source": "APBD", "amount": "1.250.000,50"}
    client.post(url, data)
    client.post(url, data)
    row = innovation.innovationbudget_set.get()
    assert "Rp1.250.000,5" in page(client.get(section(innovation, "mitra")))
    assert "sudah dicatat" in page(client.post(url, data | {"key": uuid4()}))
    client.post(reverse("reports:innovation_line_remove", args=[innovation.pk, "anggaran", row.pk]))
    assert not innovation.innovationbudget_set.exists()
    foreign = make_programme(kenanga, "Kelas Batik")
    url = reverse("reports:innovation_line_new", args=[innovation.pk, "kegiatan"])
    assert client.post(url, {"key": uuid4(), "programme": foreign.pk}).status_code == 200
    client.post(url, {"key": uuid4(), "programme": make_programme(melati).pk})
    assert innovation.innovationactivity_set.count() == 1


def test_a_line_of_another_innovation_is_not_found_here(client, innovation, kenanga, citra, sari):
    other = make_innovation(kenanga, citra, "Milik Kenanga")
    actor = InnovationOption.objects.filter(list="actor").first()
    row = other.innovationpartner_set.model(innovation=other, partner=make_partner(), actor=actor)
    row.add(by=citra)
    client.force_login(sari)
    url = reverse("reports:innovation_line_remove", args=[innovation.pk, "mitra", row.pk])
    assert client.post(url).status_code == 404
    assert other.innovationpartner_set.exists()


def test_the_list_filters_searches_and_stays_cheap(
    client, today, melati, kenanga, sari, dewi, django_assert_max_num_queries
):
    for number in range(30):
        house, day = [melati, kenanga, None][number % 3], date(2024 + number % 2, 1, 8)
        make_innovation(house, dewi, f"Inovasi {number}", started_on=day)
    client.force_login(dewi)
    url = reverse("reports:innovation_list")
    client.get(url)
    with django_assert_max_num_queries(12):
        assert "30 inovasi" in page(client.get(url))
    assert "5 inovasi" in page(client.get(url, {"tahun": 2025, "panti": "melati"}))
    assert "1 inovasi" in page(client.get(url, {"q": "inovasi 29"}))
    assert "0 inovasi" in page(client.get(url, {"tahapan": "penerapan"}))
    assert client.get(url, {"tahun": "x", "tematik": "9" * 30}).status_code == 200
    with django_assert_max_num_queries(10):
        stages = page(client.get(reverse("reports:innovation_stages")))
    row = '<td class="number">10</td><td class="number">0</td><td class="number">0</td>'
    assert stages.count(f'{row}<td class="number"><strong>10</strong></td></tr>') == 3
    assert '<td class="number"><strong>30</strong></td></tr> </tbody>' in stages and "Seluruh dinas" in stages
    client.force_login(sari)  # the own house and the department's
    assert "20 inovasi" in page(client.get(url))
