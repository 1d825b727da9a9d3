"""Who approves while the head is away (Plh.): some days, the head's approvals, and nothing else."""

import uuid
from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse

from cases.models import AuditEvent, Client, Extension, Membership, Standin, Stay
from cases.models.standin import standin_for
from cases.permissions import Perm, Role, get_permitted
from tests.factories import make_user


@pytest.fixture
def joko(melati):
    return make_user("joko", Role.WORKER, melati, name="Joko")


def name_standin(shelter, user, by, first_on=date(2026, 3, 16), until=date(2026, 3, 20)):
    standin = Standin(shelter=shelter, user=user, first_on=first_on, until=until, reason="Cuti tahunan")
    standin.name(by=by)
    return standin


def on(day):
    return time_machine.travel(f"2026-03-{day:02}T03:00:00+00:00", tick=False)


def test_a_stand_in_approves_in_that_time_only(today, melati, budi, joko):
    name_standin(melati, joko, budi, first_on=date(2026, 3, 17), until=date(2026, 3, 18))
    held = {}
    for day in (16, 17, 18, 19):
        with on(day):
            held[day] = (Perm.REVIEW in joko.perms_at(melati), melati in joko.shelters_with(Perm.REVIEW))
    assert held == {16: (False, False), 17: (True, True), 18: (True, True), 19: (False, False)}


def test_a_day_begins_by_the_clock_of_the_shelter(melati, budi, joko):
    melati.time_zone = "Asia/Jayapura"
    melati.save()
    with on(16):
        name_standin(melati, joko, budi, first_on=date(2026, 3, 17))
    with time_machine.travel("2026-03-16T14:59:00+00:00", tick=False):
        assert not joko.holds(Perm.REVIEW)
    with time_machine.travel("2026-03-16T15:01:00+00:00", tick=False):  # midnight in Jayapura, 22.01 in Jakarta
        assert joko.holds(Perm.REVIEW)


def test_a_stand_in_gets_the_approvals_and_nothing_else(today, melati, kenanga, budi, joko, oka):
    before = joko.perms_at(melati)
    name_standin(melati, joko, budi)
    assert joko.perms_at(melati) - before == {Perm.REVIEW}
    assert joko.perms_at(kenanga) == oka.perms_at(kenanga) == set()
    for perm in set(Perm) - {Perm.REVIEW}:
        assert joko.holds(perm) == (perm in before)
    assert not joko.headed_shelters().exists()


def test_the_head_of_another_shelter_opens_what_waits_and_no_file(today, melati, budi, citra, stay, sari):
    melati.max_stay = 14
    melati.save()
    extension = Extension.request(stay, by=sari, days=7, reason="Menunggu LKS")
    name_standin(melati, citra, budi)
    assert get_permitted(citra, Extension.objects, Perm.REVIEW, pk=extension.pk) == extension
    for perm in (Perm.SEE, Perm.FILE, Perm.ASSESS):
        with pytest.raises(Http404):
            get_permitted(citra, Stay.objects, perm, pk=stay.pk)
    assert not Client.objects.visible_to(citra).exists()


def test_a_worker_without_a_stand_in_is_refused_as_before(today, melati, sari, stay):
    with pytest.raises(PermissionDenied):
        get_permitted(sari, Stay.objects, Perm.REVIEW, pk=stay.pk)


def test_it_ends_with_the_work_or_when_the_head_says_so(today, melati, budi, joko):
    standin = name_standin(melati, joko, budi)
    assert standin_for(joko, melati) == standin
    Membership.objects.filter(user=joko).update(ended_on=today)
    assert not joko.holds(Perm.REVIEW)
    Membership.objects.filter(user=joko).update(ended_on=None)
    standin.end(by=budi)
    assert not joko.holds(Perm.REVIEW)
    with pytest.raises(ValidationError, match="sudah berakhir"):
        standin.end(by=budi)
    assert list(AuditEvent.objects.filter(action__startswith="standin.").order_by("pk").values_list("action")) == [
        ("standin.named",), ("standin.ended",)
    ]  # fmt: skip


def test_only_the_head_names_one(today, melati, budi, joko, sari, citra):
    name_standin(melati, joko, budi)
    for by in (joko, sari, citra):
        with pytest.raises(ValidationError, match="kepala panti sendiri"):
            name_standin(melati, sari if by != sari else joko, by, first_on=date(2026, 4, 1), until=date(2026, 4, 2))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"first_on": date(2026, 3, 15)}, "sudah lewat"),
        ({"until": date(2026, 3, 15)}, "tidak boleh sebelum"),
        ({"until": date(2026, 12, 31)}, "Paling lama 90 hari"),
        ({"user": "budi"}, "bukan diri sendiri"),
        ({"user": "oka"}, "Pilih pekerja sosial"),
        ({"user": "dewi"}, "Pilih pekerja sosial"),
    ],
)
def test_what_is_refused(today, melati, budi, joko, oka, dewi, values, words):
    people = {"budi": budi, "oka": oka, "dewi": dewi}
    values = {"user": joko} | values
    values["user"] = people.get(values["user"], values["user"])
    with pytest.raises(ValidationError, match=words):
        name_standin(melati, by=budi, **values)
    assert not Standin.objects.exists()


def test_one_at_a_time(today, melati, budi, joko, sari):
    first = name_standin(melati, joko, budi)
    with pytest.raises(ValidationError, match="sudah ada Plh. lain"):
        name_standin(melati, sari, budi, first_on=date(2026, 3, 20), until=date(2026, 3, 21))
    first.end(by=budi)
    name_standin(melati, sari, budi)


def test_the_head_names_and_stops_one_on_the_screen(client, today, melati, budi, joko, sari):
    client.force_login(budi)
    sent = {"key": uuid.uuid4(), "shelter": melati.pk, "user": joko.pk, "first_on": "2026-03-16",
            "until": "2026-03-20", "reason": "Cuti"}  # fmt: skip
    for _ in range(2):  # a double click
        assert client.post(reverse("cases:standin_new"), sent).url == reverse("cases:standin_list")
    standin = Standin.objects.get()
    assert "berlaku" in client.get(reverse("cases:standin_list")).content.decode()
    client.force_login(joko)
    assert client.get(reverse("cases:standin_list")).status_code == 403
    assert client.post(reverse("cases:standin_end", args=[standin.pk])).status_code == 403
    client.force_login(budi)
    client.post(reverse("cases:standin_end", args=[standin.pk]))
    standin.refresh_from_db()
    assert standin.ended_by == budi


def test_the_rights_cost_one_query(today, melati, budi, joko, django_assert_num_queries):
    name_standin(melati, joko, budi)
    with django_assert_num_queries(1):
        joko.perms_at(melati)
    with django_assert_num_queries(1):
        list(joko.shelters_with(Perm.REVIEW))
