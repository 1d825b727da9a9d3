import logging
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.logs import HideSecrets
from cases.models import AuditEvent, Membership, Shelter, User
from cases.permissions import Perm
from tests.factories import PASSWORD, make_shelter, make_user

LOGIN = reverse("cases:login")
HOME = reverse("reports:home")
START = datetime(2026, 3, 16, 3, 0, tzinfo=UTC)


def body(response):
    return response.content.decode()


def sign_in(client, name="sari", password=PASSWORD):
    return client.post(LOGIN, {"username": name, "password": password})


def test_signing_in_and_out(client, sari):
    assert sign_in(client).url == HOME
    assert client.get(HOME).status_code == 200
    assert client.get(reverse("cases:logout")).status_code == 405
    client.post(reverse("cases:logout"))
    assert client.get(HOME).url == f"{LOGIN}?next=/"


def test_six_wrong_passwords_lock_the_name_at_this_address_and_nobody_else(client, sari, budi):
    answers = [sign_in(client, password="salah sekali ya").status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert sign_in(client).status_code == 429
    assert "Terkunci sementara" in body(sign_in(client))
    assert sign_in(client, "budi").url == HOME


def test_the_lock_opens_after_half_an_hour(client, sari):
    with time_machine.travel(START, tick=False) as clock:
        for _ in range(6):
            sign_in(client, password="salah sekali ya")
        clock.shift(timedelta(minutes=31))
        assert sign_in(client).url == HOME


@pytest.mark.parametrize("minutes, page", [(29, 200), (31, 302)])
def test_a_session_ends_after_half_an_hour_of_silence(client, sari, minutes, page):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        client.get(HOME)
        clock.shift(timedelta(minutes=minutes))
        assert client.get(HOME).status_code == page


def test_a_session_ends_after_ten_hours_however_busy(client, sari):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        statuses = []
        for _ in range(32):
            statuses.append(client.get(reverse("cases:password_change")).status_code)
            clock.shift(timedelta(minutes=20))
    assert statuses == [200] * 31 + [302]


def test_a_disabled_account_is_out_at_once(client, sari):
    sign_in(client)
    User.objects.filter(pk=sari.pk).update(is_active=False)
    assert client.get(HOME).status_code == 302


def test_a_password_that_somebody_else_chose_is_changed_first(client, sari):
    User.objects.filter(pk=sari.pk).update(must_change_password=True)
    sign_in(client)
    change = reverse("cases:password_change")
    assert client.get(reverse("cases:client_list")).url == change
    new = "empat kata yang baru"
    client.post(change, {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert client.get(reverse("cases:client_list")).status_code == 200
    assert AuditEvent.objects.get().action == "user.password_changed"


def test_the_department_makes_an_account_with_a_role(client, dewi, melati):
    client.force_login(dewi)
    answers = {"name": "Joko", "username": "joko", "password": "kata sandi awal joko"}
    response = client.post(reverse("cases:account_new"), answers)
    joko = User.objects.get(username="joko")
    assert response.url == reverse("cases:account_edit", args=[joko.pk])
    assert joko.must_change_password and joko.check_password("kata sandi awal joko")
    client.post(reverse("cases:membership_new", args=[joko.pk]), {"role": "worker", "shelter": melati.pk})
    assert list(joko.shelters_with(Perm.ADMIT)) == [melati]
    membership = Membership.objects.get(user=joko)
    client.post(reverse("cases:membership_end", args=[membership.pk]))
    assert list(joko.shelters_with(Perm.ADMIT)) == []
    actions = list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))
    assert actions == ["user.created", "membership.created", "membership.ended"]


@pytest.mark.parametrize(
    "answers, sentence",
    [
        ({"role": "worker"}, "Peran di panti memerlukan panti; peran dinas tidak memakai panti."),
        (
            {"role": "department", "shelter": True},
            "Peran di panti memerlukan panti; peran dinas tidak memakai panti.",
        ),
        ({"role": "head", "shelter": True}, "Peran ini sudah dimiliki."),
    ],
)
def test_a_role_that_does_not_fit_is_refused(client, dewi, budi, melati, answers, sentence):
    client.force_login(dewi)
    if answers.get("shelter"):
        answers = answers | {"shelter": melati.pk}
    page = body(client.post(reverse("cases:membership_new", args=[budi.pk]), answers))
    assert sentence in page
    assert Membership.objects.filter(user=budi).count() == 1


def test_a_short_first_password_is_refused_at_its_field(client, dewi):
    client.force_login(dewi)
    page = body(client.post(reverse("cases:account_new"), {"name": "Joko", "username": "joko", "password": "pendek"}))
    assert "12" in page and not User.objects.filter(username="joko").exists()


def test_the_department_adds_a_shelter(client, dewi):
    client.force_login(dewi)
    answers = {
        "name": "Rumah Singgah Mawar", "slug": "mawar", "code": "MWR", "kind": "singgah", "level": "kabupaten",
        "time_zone": "Asia/Jayapura", "capacity": "12", "max_stay_unit": "working", "letter_pattern": "{nomor}/{tahun}",
    }  # fmt: skip
    assert "memuat {nomor}" in body(client.post(reverse("cases:shelter_new"), answers | {"letter_pattern": "x"}))
    assert "tidak berpasangan" in body(
        client.post(reverse("cases:shelter_new"), answers | {"letter_pattern": "{nomor.__class__}"})
    )
    assert "nama pendek yang lain" in body(client.post(reverse("cases:shelter_new"), answers | {"slug": "cek"}))
    client.post(reverse("cases:shelter_new"), answers)
    assert Shelter.objects.get().zone_label == "WIT"
    told = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(told) == ["shelter.created", "partner.created"]


def test_rights_are_those_at_the_very_shelter(sari, melati, kenanga):
    """Head in one house and worker in another: each right counts only where it was given."""
    both = make_user("both", "worker", melati)
    Membership.objects.create(user=both, shelter=kenanga, role="head")
    assert list(both.shelters_with(Perm.ADMIT).order_by("slug")) == [kenanga, melati]
    assert list(both.shelters_with(Perm.REVIEW)) == [kenanga]
    assert Perm.REVIEW not in both.perms_at(melati)


def test_the_department_has_its_rights_everywhere_and_no_names(dewi, melati):
    make_shelter("mawar")
    assert dewi.shelters_with(Perm.REPORT).count() == 2
    assert not dewi.shelters_with(Perm.SEE).exists()


def test_pages_for_signed_in_people_stay_in_no_cache_and_load_nothing_foreign(client, sari):
    client.force_login(sari)
    response = client.get(HOME)
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert (response["X-Frame-Options"], response["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_no_identity_number_reaches_the_log():
    entry = logging.LogRecord("x", logging.ERROR, "", 0, "NIK %s salah", ("3404991708850001",), None)
    assert HideSecrets().filter(entry)
    assert "3404991708850001" not in entry.getMessage()


def test_an_address_with_a_nul_is_answered_not_crashed(client, sari):
    client.force_login(sari)
    assert client.get("/wilayah/?origin_q=a%00b").status_code == 400
