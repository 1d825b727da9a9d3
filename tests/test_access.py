"""Every route × every kind of person. The table is also the documentation of access.

302 leads to the login page, 404 hides what a person may not know of, 403 names a missing right, 405 wants a POST.
"""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import NoReverseMatch, get_resolver, reverse

from assessments.models import Assessment, InstrumentVersion
from cases.models import Letter, Membership
from reports.models import SheetUpload
from tests.factories import make_need
from tests.referrals.factories import make_partner, make_referral

PEOPLE = ("nobody", "sari", "oka", "budi", "citra", "dewi", "agus")
# fmt: off
ACCESS = {  # route                         nobody sari oka budi citra dewi agus
    "cases:login":                          (200, 302, 302, 302, 302, 302, 302),
    "cases:logout":                         (302, 405, 405, 405, 405, 405, 405),
    "cases:password_change":                (302, 200, 200, 200, 200, 200, 200),
    "cases:letter_verify":                  (200, 200, 200, 200, 200, 200, 200),
    "cases:region_search":                  (302, 200, 200, 200, 200, 200, 200),
    # the file: Melati's staff know of it, workers and the head read it, nobody else does
    "cases:client_list":                    (302, 200, 200, 200, 200, 200, 200),
    "cases:client_detail":                  (302, 200, 200, 200, 404, 404, 404),
    "cases:client_edit":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:client_services":                (302, 200, 200, 200, 404, 404, 404),
    "cases:client_trail":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:client_photo":                   (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_detail":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_edit":                      (302, 200, 403, 200, 404, 404, 404),
    "cases:stay_discharge":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:stay_cancel":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:need_open":                      (302, 200, 403, 200, 404, 404, 404),
    "cases:need_close":                     (302, 200, 403, 200, 404, 404, 404),
    # the door: whoever may admit at any shelter searches everybody, masked
    "cases:intake_search":                  (302, 200, 200, 200, 200, 403, 403),
    "cases:intake_new":                     (302, 200, 200, 200, 200, 403, 403),
    "cases:intake_return":                  (302, 200, 200, 200, 200, 403, 403),
    # the day
    "cases:day_sheet_today":                (302, 302, 302, 302, 302, 403, 403),
    "cases:day_sheet":                      (302, 200, 200, 200, 404, 403, 403),
    # the department's own
    "cases:shelter_list":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:shelter_new":                    (302, 403, 403, 403, 403, 200, 403),
    "cases:shelter_edit":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:account_list":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:account_new":                    (302, 403, 403, 403, 403, 200, 403),
    "cases:account_edit":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:account_password":               (302, 403, 403, 403, 403, 200, 403),
    "cases:membership_new":                 (302, 403, 403, 403, 403, 200, 403),
    "cases:membership_end":                 (302, 405, 405, 405, 405, 405, 405),
    "cases:catalogue":                      (302, 200, 403, 200, 200, 200, 200),
    "cases:trail":                          (302, 403, 403, 200, 200, 403, 200),
    # assessments
    "assessments:assessment_start":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:client_assessments":       (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_detail":        (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_page":          (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_check":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_review":        (302, 403, 403, 200, 404, 404, 404),
    # partners and referrals
    "referrals:partner_list":               (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_new":                (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_detail":             (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_edit":               (302, 200, 403, 200, 200, 200, 403),
    "referrals:referral_list":              (302, 200, 403, 200, 200, 403, 403),
    "referrals:client_referrals":           (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_new":               (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_detail":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_edit":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_send":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_answer":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_complete":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_withdraw":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_letter":            (302, 200, 403, 200, 404, 404, 404),
    # figures and spreadsheets
    "reports:home":                         (302, 200, 200, 200, 200, 200, 200),
    "reports:spm_index":                    (302, 200, 403, 200, 200, 200, 200),
    "reports:spm_month":                    (302, 200, 403, 200, 404, 200, 200),
    "reports:spm_month_pdf":                (302, 200, 403, 200, 404, 200, 200),
    "reports:recap":                        (302, 200, 403, 200, 404, 200, 200),
    "reports:stay_list":                    (302, 403, 403, 200, 200, 200, 403),
    "reports:stay_export":                  (302, 403, 403, 200, 200, 200, 403),
    "reports:import_start":                 (302, 403, 403, 200, 200, 200, 403),
    "reports:import_preview":               (302, 404, 404, 200, 404, 200, 404),
    "reports:import_template":              (302, 403, 403, 200, 200, 200, 403),
}
# fmt: on


@pytest.fixture
def world(today, melati, kenanga, sari, oka, budi, citra, dewi, agus, person, stay):
    """One of everything at Melati, and the address of each page about it."""
    person.photo.save("foto.jpg", ContentFile(b"\xff\xd8\xff"))
    need = make_need(stay, "clothing", date(2026, 3, 3))
    partner = make_partner()
    referral = make_referral(stay, by=sari, partner=partner)
    letter = Letter.issue(Letter.Kind.REFERRAL, shelter=melati, by=sari)
    draft, submitted = (start_assessment(slug, stay, by=sari) for slug in ("asesmen-pgot", "asesmen-awal"))
    answers = {"sapaan/panggilan": "Min", "kebutuhan/kesimpulan": "Perlu istirahat."}
    submitted.save_answers(answers, was={}, by=sari)
    submitted.submit(by=sari)
    row = f"Nomor register;Tanggal;Kehadiran\n{stay.register_number};2026-03-10;izin\n"
    file = ContentFile(row.encode(), "kehadiran.csv")
    upload = SheetUpload.objects.create(shelter=melati, kind="kehadiran", file=file, sha256="0" * 64, uploaded_by=budi)
    of_stay = {"pk": stay.pk}
    month = {"shelter": "melati", "year": 2026, "month": 2}
    special = {
        "cases:letter_verify": {"code": letter.code},
        "cases:day_sheet": {"slug": "melati", "day": "2026-03-16"},
        "cases:need_close": {"pk": need.pk},
        "cases:shelter_edit": {"slug": "melati"},
        "cases:membership_end": {"pk": Membership.objects.get(user=sari).pk},
        "assessments:assessment_start": of_stay,
        "assessments:assessment_page": {"pk": draft.pk, "page": draft.form.pages[0].name},
        "assessments:assessment_review": {"pk": submitted.pk},
        "referrals:referral_new": of_stay,
        "reports:spm_month": month,
        "reports:spm_month_pdf": month,
        "reports:recap": {"shelter": "melati"},
        "reports:import_template": {"kind": "register"},
        "reports:import_preview": {"pk": upload.pk},
    }
    keys = {"client": person, "intake": person, "stay": stay, "need": stay, "account": sari, "membership": sari}
    keys |= {"assessment": draft, "partner": partner, "referral": referral}

    def url_for(route):
        if route in special:
            return reverse(route, kwargs=special[route])
        noun = route.split(":")[1].split("_")[0]
        try:
            return reverse(route)
        except NoReverseMatch:  # a page about a row
            return reverse(route, args=[keys[noun].pk])

    return url_for


def start_assessment(slug, stay, *, by):
    version = InstrumentVersion.objects.filter(instrument__slug=slug).latest("number")
    return Assessment.start(stay, version=version, by=by)


@pytest.mark.parametrize("route", ACCESS)
def test_access(route, client, request, world):
    got = []
    for name in PEOPLE:
        client.logout()
        if name != "nobody":
            client.force_login(request.getfixturevalue(name))
        response = client.get(world(route))
        whole(response)
        got.append(response.status_code)
    assert tuple(got) == ACCESS[route]


def test_every_route_is_in_the_table():
    assert named_routes() == set(ACCESS)


def named_routes():
    spaces = get_resolver().namespace_dict.items()
    return {f"{space}:{name}" for space, (_, urls) in spaces for name in urls.reverse_dict if isinstance(name, str)}


@pytest.mark.parametrize("name", ["citra", "dewi", "agus"])
def test_no_page_of_a_stranger_says_the_name(name, client, request, world, person):
    """Whatever answers a stranger or the department, it never contains the client's name."""
    client.force_login(request.getfixturevalue(name))
    told = []
    for route in ACCESS:
        response = client.get(world(route))
        if b"Suratmin" in whole(response):
            told.append(route)
    assert told == []


def whole(response):
    """All that was sent. A file is closed by whoever reads it to its end."""
    return b"".join(response) if response.streaming else response.content


POSTS = [route for route, statuses in ACCESS.items() if statuses[1] in (200, 403) and statuses[4] in (403, 404)]


@pytest.mark.parametrize("route", POSTS)
def test_a_stranger_can_change_nothing_by_posting(route, client, world, citra, person, stay):
    client.force_login(citra)
    assert client.post(world(route), {}).status_code in (403, 404, 405)
