"""The tasks of a sweep among the workers on duty, and rows that may be somebody known."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent, Task
from cases.permissions import Role
from cases.sweep_tasks import share_out, shares_of
from cases.sweeps import admit_chosen
from tests.factories import make_client, make_ended_stay, make_sweep, make_user


@pytest.fixture
def joko(melati):
    return make_user("joko", Role.WORKER, melati, name="Joko")


@pytest.fixture
def sweep(today, melati, oka):
    return make_sweep(melati, by=oka)


def take_in(sweep, groups, by):
    """One person for each letter; a dash is somebody alone."""
    rows = [sweep.add(by=by, mark=f"Orang {n}", group=group.strip("-")) for n, group in enumerate(groups)]
    admit_chosen(sweep, [row.pk for row in rows], by=by)


def shares(sweep):
    told = {}
    for worker, tasks in shares_of(sweep):
        told[str(worker)] = "".join(task.stay.sweep_person.group or "-" for task in tasks)
    return told


@pytest.mark.parametrize(
    "groups, joko_has, sari_has",
    [
        ("-----", "---", "--"),
        ("AAA---", "AAA", "---"),
        ("AA-BB-", "AA-", "BB-"),
        ("AAAA", "AA", "AA"),  # larger than a fair share: evenness goes first
        ("-", "-", None),
    ],
)
def test_everybody_gets_the_same_and_a_family_stays_with_one(sweep, oka, sari, joko, groups, joko_has, sari_has):
    take_in(sweep, groups, oka)
    assert share_out(sweep, [sari, joko], by=oka) == len(groups)
    told = shares(sweep)
    assert (told["Joko"], told.get("Sari")) == (joko_has, sari_has)


def test_asking_twice_changes_nothing_and_late_rows_go_to_whoever_has_least(sweep, oka, sari, joko, budi):
    take_in(sweep, "-----", oka)
    share_out(sweep, [sari, joko], by=oka)
    before = shares(sweep)
    assert share_out(sweep, [joko, sari], by=oka) == 0 and shares(sweep) == before
    assert AuditEvent.objects.filter(action="sweep.tasks_divided").count() == 1
    assert AuditEvent.objects.filter(action="task.assigned").count() == 5
    take_in(sweep, "---", oka)
    assert share_out(sweep, [sari, joko], by=oka) == 3
    assert {name: len(share) for name, share in shares(sweep).items()} == {"Joko": 4, "Sari": 4}
    assert share_out(sweep, [sari, joko, budi], by=oka, again=True) > 0
    assert sorted(len(share) for share in shares(sweep).values()) == [2, 3, 3]
    assert share_out(sweep, [sari, joko, budi], by=oka, again=True) == 0


def test_what_is_done_is_not_dealt(sweep, oka, sari, joko):
    take_in(sweep, "---", oka)
    Task.objects.filter(rule__slug="asesmen-awal").first().finish(by=sari)
    assert share_out(sweep, [sari], by=oka) == 2


def test_the_page_ticks_workers_and_shows_who_has_how_many(client, sweep, oka, sari, joko, citra):
    take_in(sweep, "AA--", oka)
    url = reverse("cases:sweep_tasks", args=[sweep.pk])
    client.force_login(oka)
    assert reverse("cases:sweep_tasks", args=[sweep.pk]) in client.get(sweep.get_absolute_url()).content.decode()
    assert "Pilih sedikitnya satu pekerja." in client.post(url, {}).content.decode()
    assert client.post(url, {"workers": [citra.pk]}).context["form"].errors  # not of this house
    page = client.post(url, {"workers": [sari.pk, joko.pk]}, follow=True).content.decode()
    assert "4 tugas dibagi." in page and page.count(": 2 tugas") == 2
    client.force_login(citra)
    assert client.get(url).status_code == 404


def test_a_row_that_may_be_somebody_known_says_so_before_it_is_linked(client, sweep, oka, melati, kenanga, citra):
    theirs = make_client("Ratna Wulandari", sex="P")
    for month in (1, 2):
        make_ended_stay(kenanga, date(2026, month, 5), date(2026, month, 9), by=citra, client=theirs)
    rows = [
        sweep.add(by=oka, called="Ratna", sex="P", estimated_age=43),
        sweep.add(by=oka, name="Ratna Wulandari", sex="L"),
        sweep.add(by=oka, mark="Ratna di kaosnya"),
        sweep.add(by=oka, name="Bambang"),
        sweep.add(by=oka, called="Ratna", estimated_age=9),
        sweep.add(by=oka, called="Ratna"),
        sweep.add(by=oka, called="Mbak Wulan"),
    ]
    theirs.aliases = ["Mbak Wulan"]
    theirs.estimated_age, theirs.age_estimated_on = 40, date(2026, 1, 5)
    theirs.save()
    client.force_login(oka)
    people = client.get(sweep.get_absolute_url()).context["people"]
    assert [row.pk for row in people if row.maybe_known] == [rows[6].pk, rows[0].pk]
    page = client.get(sweep.get_absolute_url()).content.decode()
    assert "mungkin sudah pernah: 2 kali tinggal" in page
    for row in (rows[0], rows[6]):
        row.link(theirs, by=oka, recognised_by="Wajah")
    page = client.get(sweep.get_absolute_url()).content.decode()
    assert "mungkin sudah pernah" not in page and "sudah 2 kali tinggal" in page


def test_sixty_named_rows_are_matched_in_one_question(client, sweep, oka, melati, django_assert_max_num_queries):
    for n in range(10):
        make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=oka, client=make_client(f"Sukirno {n}"))
    for n in range(60):
        sweep.add(by=oka, called=f"Sukirno {n}")
    client.force_login(oka)
    client.get(reverse("cases:sweep_list"))  # the first page of a session also keeps the session
    for url in (sweep.get_absolute_url(), reverse("cases:sweep_admit", args=[sweep.pk])):
        with django_assert_max_num_queries(12):
            assert client.get(url).content.decode().count("mungkin sudah pernah") >= 10
    sweep.issue_letter(by=oka)
    with django_assert_max_num_queries(12):
        client.get(sweep.get_absolute_url())
