"""Tasks in every state: done in time, late, waiting, taken back, and shared out after a sweep."""

from datetime import datetime, time, timedelta

from cases.arrival_documents import WORDS, Kind
from cases.models import ArrivalLetter, Stay, Task
from cases.sweep_tasks import share_out
from reports.demo.timeline import clock_at
from reports.demo.world import WORKERS

KEPT = 5  # so many of those who came last keep some of their tasks open


def do_tasks(world):
    """What workers did of the tasks that intake gave them. Of who came last, not all is done yet."""
    for shelter in world.shelters.values():
        # Those of the sweep keep what was shared out among the workers.
        residents = Stay.objects.filter(shelter=shelter, tasks__status="open", sweep_person=None).resident().distinct()
        stays = list(residents.select_related("client", "shelter").order_by("entered_on", "pk"))
        for stay in stays[:-KEPT]:
            for task in stay.tasks.open().select_related("rule"):
                finish(world, task)
        for number, stay in enumerate(stays[-KEPT:]):
            leave_some(world, stay, number)
        for stay in stays[-2:]:
            number_papers(world, stay)


def finish(world, task):
    stay = task.stay
    with clock_at(min(task.due_at - timedelta(hours=5), world.now)):
        by = world.worker(stay.shelter)
        task.assign(by, by=by)
        # The health check is a service; its day is that of the visit to the Puskesmas.
        task.finish(by=by, note="Sudah dikerjakan", on=max(stay.shelter.today(), stay.entered_on))


def leave_some(world, stay, number):
    head = world.head(stay.shelter)
    tasks = {task.rule.slug: task for task in stay.tasks.open().select_related("rule") if task.rule}
    one, other = tasks.get("biometrik"), tasks.get("pemeriksaan-kesehatan")
    if number == 0 and one:
        one.suspend(by=head, reason="Alat rekam Dukcapil sedang diperbaiki")
    elif number == 1 and other:
        other.cancel(by=head, reason="Baru diperiksa RSUD sebelum datang")
    elif number > 1 and other:
        other.assign(world.staff[WORKERS[stay.shelter.slug][0]], by=head)
    if number == KEPT - 1:
        due = datetime.combine(world.today + timedelta(days=2), time(9), world.now.tzinfo)
        worker = world.staff[WORKERS[stay.shelter.slug][-1]]
        Task(stay=stay, title="Antar kontrol ke RSUD", due_at=due, assigned_to=worker).add(by=head)


def number_papers(world, stay):
    """The receipt, as both sides signed it at the door, and the joint statement with it."""
    by = world.officer(stay.shelter)
    with clock_at(world.moment(stay.entered_on, 23, 50)):
        for kind in (Kind.RECEIPT, Kind.TOGETHER):
            ArrivalLetter.issue(kind, stay, by=by, words=WORDS[kind])


def share_sweep(world, sweep):
    """The assessments of a sweep among the workers of the house."""
    workers = [world.staff[name] for name in WORKERS[sweep.shelter.slug]]
    share_out(sweep, workers, by=world.officer(sweep.shelter))
