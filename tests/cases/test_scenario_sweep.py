"""Scenario 6: forty lines of one night become thirty-nine persons, each of whom goes somewhere."""

import uuid
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import Client, Shelter, Stay, Sweep, SweepPerson, Task
from cases.permissions import Role
from cases.sweep_documents import sweep_receipt, sweep_report
from tests.factories import make_client, make_ended_stay, make_shelter, make_sweep, make_user

NIGHT = datetime(2026, 8, 14, 15, 15, tzinfo=UTC)  # 22.15 WIB
HTMX = {"HX-Request": "true"}
KNOWN = ["Sukirno", "Painem", "Wagiman", "Kasmidi", "Tumirah", "Ngadiyo"]
CHILDREN, ISOLATION = range(7, 11), range(29, 32)
FREE = 11


@pytest.fixture
def night(melati, oka, citra):
    with time_machine.travel(NIGHT, tick=False):
        melati.capacity = FREE
        melati.save()
        yield


@pytest.fixture
def workers(melati):
    return [make_user(name.lower(), Role.WORKER, melati, name=name) for name in ("Adi", "Bela", "Cipto", "Dian")]


def body(response):
    return response.content.decode()


def about(row, page):
    return reverse(f"cases:sweepperson_{page}", args=[row.pk])


def known_of(shelter, by):
    """Six who were here before; the first of them came with two sweeps already."""
    clients = [make_client(name, sex="L") for name in KNOWN]
    for client in clients:
        make_ended_stay(shelter, date(2026, 2, 1), date(2026, 2, 9), by=by, client=client)
    for month in (3, 5):
        earlier = make_sweep(shelter, by=by, held_on=date(2026, month, 1), arrived_on=date(2026, month, 1))
        row = earlier.add(by=by, called=KNOWN[0])
        row.link(clients[0], by=by)
        row.send_away("released", by=by)
    return clients


def begun(client, melati):
    head = {
        "key": str(uuid.uuid4()), "shelter": melati.pk, "held_on": "2026-08-14", "arrived_on": "2026-08-14",
        "arrived_at": "22:15", "place": "Alun-alun", "order_number": "300/118", "petugas-TOTAL_FORMS": "4",
        "petugas-INITIAL_FORMS": "0", "petugas-0-agency": "Satpol PP", "petugas-0-name": "Raharja",
        "petugas-1-agency": "Polsek Contoh", "petugas-2-agency": "Dinas Sosial",
    }  # fmt: skip
    return Sweep.objects.get(pk=client.post(reverse("cases:sweep_new"), head).url.strip("/").split("/")[-1])


def typed(client, sweep, by):
    """Forty lines, two of them a mother and her child. The first come through the page, as the others would too."""
    for n in range(40):
        line = {"sex": "L", "mark": f"Kaos nomor {n}", "estimated_age": "35"}
        if n < len(KNOWN):
            line |= {"called": KNOWN[n]}
        if n in CHILDREN:
            line |= {"estimated_age": "9"}
        if n in ISOLATION:
            line |= {"needs_isolation": True}
        if n in (10, 11):
            line |= {"group": "A"}
        if n < 5:
            sent = line | {"key": str(uuid.uuid4())}
            assert client.post(sweep.get_absolute_url(), sent, headers=HTMX).status_code == 200
        else:
            sweep.add(by=by, **line | {"estimated_age": int(line["estimated_age"])})
    return list(sweep.people.order_by("serial"))


def send(client, rows, by, **decision):
    first, *others = rows
    assert client.post(about(first, "decide"), decision).status_code == 302
    if "to_shelter" in decision:
        decision["to_shelter"] = Shelter.objects.get(pk=decision["to_shelter"])
    for row in others:
        row.send_away(by=by, **decision)


def test_the_night_of_forty_lines(client, night, melati, oka, workers):
    elsewhere = make_shelter("parakan", name="Rumah Singgah Parakan")
    clients = known_of(melati, oka)
    client.force_login(oka)
    sweep = begun(client, melati)
    rows = typed(client, sweep, oka)
    assert [row.number for row in rows] == [f"RZ-20260814-{n:02}" for n in range(1, 41)]

    page = body(client.get(sweep.get_absolute_url()))
    assert page.count("mungkin sudah pernah: 1 kali tinggal") == 6
    assert page.count('tag-bad">anak<') == 4 and page.count('tag-bad">perlu isolasi<') == 3
    client.post(reverse("cases:sweepperson_link", args=[rows[0].pk, clients[0].pk]), {})
    for row, known in list(zip(rows, clients, strict=False))[1:]:
        row.link(known, by=oka)
    page = body(client.get(sweep.get_absolute_url()))
    assert "mungkin sudah pernah" not in page and page.count("sudah 1 kali tinggal") == 6 and "razia ke-3" in page

    client.post(about(rows[39], "join"), {"same_as": rows[38].pk})
    send(client, rows[23:29], oka, outcome="shelter", to_shelter=elsewhere.pk)
    send(client, rows[29:32], oka, outcome="partner", destination="RSJ")
    send(client, rows[7:9], oka, outcome="partner", destination="PSAA")
    send(client, rows[32:37], oka, outcome="family", destination="Kakak")
    before = Client.objects.count()
    chosen = {"people": [row.pk for row in sweep.people.filter(outcome="")]}
    told = body(client.post(reverse("cases:sweep_admit", args=[sweep.pk]), chosen))
    assert told.count("nomor register") == 23 and told.count("melebihi daya tampung") == 12
    assert Client.objects.count() == before + 23 - 6  # six kept their number

    page = body(client.get(sweep.get_absolute_url()))
    counts = {FREE: "diterima di sini", 6: "ke rumah singgah parakan", 3: "ke rsj", 2: "ke psaa",
              5: "dijemput keluarga", 12: "diterima melebihi daya tampung"}  # fmt: skip
    assert sum(counts) == 39 and '<span class="figure">39</span>' in page
    for number, words in counts.items():
        assert f"<strong>{number}</strong> {words}" in page
    client.post(reverse("cases:sweep_close", args=[sweep.pk]))
    papers_of_all(client, sweep)
    divided_among_four(client, sweep, workers)


def papers_of_all(client, sweep):
    """One receipt lists the thirty-nine, and the report says where each went."""
    client.post(reverse("cases:sweep_letter_issue", args=[sweep.pk]))
    sweep.refresh_from_db()
    assert not sweep.is_open and sweep.letter
    receipt = sweep_receipt(sweep).html()
    assert receipt.count('class="nowrap">RZ-') == 39 and "<strong>39 orang</strong>" in receipt
    report = sweep_report(sweep)
    assert sum(number for _, number in report.context["counts"]) == 39 and report.context["minors"] == 4
    assert all(person.outcome_text for person in report.context["people"])


def divided_among_four(client, sweep, workers):
    url = reverse("cases:sweep_tasks", args=[sweep.pk])
    for _ in range(2):
        client.post(url, {"workers": [worker.pk for worker in workers]})
        tasks = Task.objects.filter(stay__sweep_person__sweep=sweep, rule__slug="asesmen-awal")
        assert sorted(tasks.filter(assigned_to=worker).count() for worker in workers) == [5, 6, 6, 6]
    family = Stay.objects.filter(sweep_person__group="A")
    assert Task.objects.filter(stay__in=family, rule__slug="asesmen-awal").values("assigned_to").distinct().count() == 1
    page = body(client.get(url))
    assert page.count(": 6 tugas") == 3 and page.count(": 5 tugas") == 1
    late = {task.due_at for task in Task.objects.filter(stay__sweep_person__sweep=sweep, rule__slug="asesmen-awal")}
    assert late == {datetime(2026, 8, 15, 15, 15, tzinfo=UTC)}  # within twenty-four hours of the arrival


def test_nothing_that_was_sent_is_lost_when_the_line_breaks(client, night, melati, oka):
    """The browser dies half-way: what was sent is there, and the line that hung may be sent again."""
    client.force_login(oka)
    sweep = begun(client, melati)
    line = {"key": str(uuid.uuid4()), "sex": "", "mark": "Kaos merah"}
    client.post(sweep.get_absolute_url(), line, headers=HTMX)
    client.logout()
    client.force_login(oka)
    client.post(sweep.get_absolute_url(), line, headers=HTMX)
    assert list(SweepPerson.objects.values_list("mark", "number")) == [("Kaos merah", "RZ-20260814-01")]
