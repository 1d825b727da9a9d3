from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent, Shelter
from cases.permissions import Role
from reports.month import Month
from reports.monthly.documents import draft_document
from tests.factories import make_client, make_ended_stay, make_service, make_stay, make_user


def month_url(year=2026, month=2, shelter="melati", name="spm_month"):
    return reverse(f"reports:{name}", args=[shelter, year, month])


def page(client, user, url, **data):
    client.force_login(user)
    response = client.get(url, data)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def gepeng(today, melati, sari):
    """In the house since 2 February, with everything that everyone is owed but the food of the first days."""
    stay = make_stay(melati, by=sari, entered_on=date(2026, 2, 2), service_type_id="REG_GEPENG")
    for slug in ("guidance", "data_complaint"):
        make_service(stay, slug, date(2026, 2, 3))
    return stay


def test_the_index_lists_the_last_twelve_months_of_my_shelters(client, today, sari, kenanga):
    shown = page(client, sari, reverse("reports:spm_index"))
    assert [shown.count(f'href="{month_url(year, month)}"') for year, month in ((2026, 3), (2025, 4))] == [1, 1]
    assert month_url(2025, 3) not in shown
    assert "Maret 2026" in shown
    assert "Kenanga" not in shown


def test_the_department_sees_every_shelter(client, today, dewi, melati, kenanga):
    shown = page(client, dewi, reverse("reports:spm_index"))
    assert month_url() in shown and month_url(shelter="kenanga") in shown


def test_the_month_shows_types_services_and_the_recap(client, sari, gepeng):
    shown = " ".join(page(client, sari, month_url()).split())
    label = "Rehabilitasi sosial dasar tuna sosial khususnya gelandangan dan pengemis di luar panti sosial"
    opens = f'<a class="to-people" href="{reverse("reports:spm_people", args=["melati", 2026, 2])}?'
    cells = shown.split(f"{label}</th>", 1)[1].split("</tr>", 1)[0]
    assert cells.count(opens) == 2  # one in scope and one not served; nobody is served, and nobody opens nothing
    assert '<td class="number">0 </td>' in cells and "0,00 %" in cells
    nobody = '<td class="number">0 </td>' * 2 + '<td class="number d-none d-sm-table-cell">0 </td>'
    assert shown.count(f'{nobody}<td class="number d-none d-sm-table-cell">–</td>') > 3
    assert "3 porsi setiap hari hadir, hanya 7 hari pertama" in shown
    assert "<dt>Malam di panti</dt><dd>27 malam</dd>" in shown
    assert month_url(2026, 1) in shown and month_url(2026, 3) in shown
    assert "sementara" not in shown


def test_the_month_that_is_not_over_says_so(client, sari, gepeng):
    shown = page(client, sari, month_url(2026, 3))
    assert "Bulan belum selesai: angka sementara." in shown
    assert month_url(2026, 4) not in shown


@pytest.mark.parametrize("year, month", [(2026, 4), (2026, 0), (2026, 13), (0, 1), (99999, 1)])
@pytest.mark.parametrize("name", ["spm_month", "spm_month_pdf"])
def test_a_month_that_is_none_or_has_not_begun_is_not_found(client, today, sari, name, year, month):
    client.force_login(sari)
    assert client.get(month_url(year, month, name=name)).status_code == 404


ROUTES = {
    "month": lambda: month_url(),
    "pdf": lambda: month_url(name="spm_month_pdf"),
    "recap": lambda: reverse("reports:recap", args=["melati"]),
}


@pytest.mark.parametrize("route", ROUTES)
def test_figures_are_for_those_who_report_here(client, today, route, sari, oka, budi, citra, dewi, agus):
    answers = []
    for person in (sari, oka, budi, citra, dewi, agus):
        client.force_login(person)
        answers.append(client.get(ROUTES[route]()).status_code)
    assert answers == [200, 403, 200, 404, 200, 200]


def test_the_index_is_for_those_who_report_somewhere(client, today, oka):
    client.force_login(oka)
    assert client.get(reverse("reports:spm_index")).status_code == 403


def test_the_pdf_is_a_pdf_and_leaves_a_trace(client, budi, gepeng):
    client.force_login(budi)
    response = client.get(month_url(name="spm_month_pdf"))
    assert response["Content-Disposition"] == 'inline; filename="spm-melati-2026-02.pdf"'
    assert response.content.startswith(b"%PDF-")
    event = AuditEvent.objects.first()
    assert (event.action, event.actor_name, event.shelter_id) == ("spm.printed", "Budi", gepeng.shelter_id)
    assert event.details == {"period": "2026-02"}


def printed(shelter, month):
    return " ".join(draft_document(shelter, month).html().split())


def test_the_pdf_says_month_rules_and_who_signs(gepeng, melati, budi):
    budi.nip = "197001012000031001"
    budi.save()
    text = printed(melati, Month(2026, 2))
    assert "<h1>Laporan Bulan Februari 2026</h1>" in text
    assert "<td>Semua: 3 porsi setiap hari hadir, hanya 7 hari pertama</td>" in text
    assert "<p>Temanggung, 16 Maret 2026</p> <p>Kepala Rumah Singgah Melati</p>" in text
    assert '<p class="name">Budi</p> <p>NIP 197001012000031001</p>' in text
    assert "SEMENTARA" not in text


def test_the_pdf_of_a_month_that_is_not_over_is_marked(gepeng, melati):
    assert "SEMENTARA: bulan belum selesai, hari dihitung s.d. 16 Maret 2026" in printed(melati, Month(2026, 3))


def test_the_head_is_whoever_heads_the_shelter_now(today, melati, kenanga, citra):
    assert melati.head_on(today) is None
    assert '<p class="name">……' in printed(melati, Month(2026, 2))
    former = make_user("former", Role.HEAD, melati)
    former.memberships.update(started_on=date(2025, 1, 1), ended_on=date(2026, 1, 1))
    present = make_user("present", Role.HEAD, melati)
    assert melati.head_on(today) == present


def test_the_recap_of_any_dates(client, sari, gepeng, melati):
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 2, 2), by=sari, client=make_client(sex="P"))
    url = reverse("reports:recap", args=["melati"])
    shown = page(client, sari, url, dari="2026-01-01", sampai="2026-02-28")
    assert "1 Januari 2026 s.d. 28 Februari 2026" in shown
    assert "<dt>Masuk</dt><dd>2 orang</dd>" in shown
    assert "<dt>Malam di panti</dt><dd>55 malam</dd>" in shown
    assert "Reunifikasi keluarga" in shown and "Perempuan" in shown
    assert 'value="2026-01-01"' in shown


def test_the_recap_begins_with_this_month(client, today, sari):
    shown = page(client, sari, reverse("reports:recap", args=["melati"]))
    assert "1 Maret 2026 s.d. 16 Maret 2026" in shown


@pytest.mark.parametrize(
    "dari, sampai, words",
    [
        ("2026-02-02", "2026-02-01", "Tanggal sampai tidak boleh sebelum tanggal dari."),
        ("2026-02-30", "2026-03-01", "Tanggal ini tidak ada."),
        ("2026-02-01", "", "Isi tanggal."),
        ("2010-01-01", "2026-01-01", "Pilih masa paling lama 10 tahun."),
        ("0001-01-01", "9999-12-31", "Pilih masa paling lama 10 tahun."),
    ],
)
def test_the_recap_says_what_is_wrong_with_the_dates(client, today, sari, dari, sampai, words):
    shown = page(client, sari, reverse("reports:recap", args=["melati"]), dari=dari, sampai=sampai)
    assert words in shown
    assert "Malam di panti" not in shown


def test_a_shelters_page_takes_few_queries(client, sari, gepeng, melati, django_assert_max_num_queries):
    for _ in range(3):
        make_stay(melati, by=sari, entered_on=date(2026, 2, 2), service_type_id="REG_GEPENG")
    client.force_login(sari)
    with django_assert_max_num_queries(22):
        client.get(month_url())


def test_shelters_are_listed_by_name(client, today, dewi, melati, kenanga):
    shown = page(client, dewi, reverse("reports:spm_index"))
    places = [shown.index(name) for name in Shelter.objects.order_by("name").values_list("name", flat=True)]
    assert places == sorted(places)
