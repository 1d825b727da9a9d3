"""The assessment tasks of a sweep, shared out among the workers on duty."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from cases.audit import entry, record
from cases.models import AuditEvent, Stay, Task
from cases.models.task_rule import ASSESSMENT


def tasks_of(sweep):
    """The initial assessments still to be done of those whom this sweep brought."""
    return Task.objects.unfinished().filter(stay__sweep_person__sweep=sweep, rule__slug=ASSESSMENT)


def shares_of(sweep):
    """Who has which: [(worker or None, tasks)], those of nobody last."""
    told = tasks_of(sweep).select_related("stay__client", "stay__sweep_person", "assigned_to")
    shares = defaultdict(list)
    for task in told.order_by("stay__sweep_person__serial"):
        shares[task.assigned_to].append(task)
    return sorted(shares.items(), key=lambda share: (share[0] is None, str(share[0])))


@transaction.atomic
def share_out(sweep, workers, *, by, again=False):
    """Deal the tasks that nobody has, or with `again` all of them; returns how many found a new owner.

    Everybody ends with the same number, give or take one, and asking twice changes nothing.
    """
    stays = Stay.objects.filter(sweep_person__sweep=sweep).order_by("pk")
    list(stays.select_for_update(of=["self"], no_key=True))
    tasks = list(tasks_of(sweep).select_related("stay__sweep_person", "stay__shelter"))
    tasks.sort(key=lambda task: task.stay.sweep_person.serial)
    workers = sorted(workers, key=lambda worker: (worker.name, worker.pk))
    free = [task for task in tasks if again or task.assigned_to_id is None]
    held = {
        worker.pk: sum(task.assigned_to_id == worker.pk for task in tasks if task not in free) for worker in workers
    }
    owners = {task: worker for task, worker in deal(free, workers, held) if task.assigned_to_id != worker.pk}
    now = timezone.now()
    for task, worker in owners.items():
        task.assigned_to, task.assigned_at, task.assigned_by = worker, now, by
    Task.objects.bulk_update(owners, ["assigned_to", "assigned_at", "assigned_by"])
    AuditEvent.objects.bulk_create(
        entry(by=by, action="task.assigned", target=task, task=task.title, to=str(worker))
        for task, worker in owners.items()
    )
    if owners:
        names = ", ".join(str(worker) for worker in workers)
        record(by=by, action="sweep.tasks_divided", target=sweep, to=names, tasks=len(owners))
    return len(owners)


def deal(tasks, workers, held):
    """(task, worker) for each: families first and whole where they fit, then one by one."""
    room = dict.fromkeys(workers, 0)
    for _ in tasks:  # each further task belongs to whoever has the least by then
        least = min(workers, key=lambda worker: held[worker.pk] + room[worker])
        room[least] += 1
    families, alone = defaultdict(list), []
    for task in tasks:
        group = task.stay.sweep_person.group
        families[group].append(task) if group else alone.append(task)
    for family in sorted(families.values(), key=len, reverse=True):
        widest = max(workers, key=room.get)
        if room[widest] >= len(family):
            room[widest] -= len(family)
            yield from ((task, widest) for task in family)
        else:  # larger than a fair share: its members are dealt like anybody else
            alone += family
    for task in sorted(alone, key=lambda task: task.stay.sweep_person.serial):
        widest = max(workers, key=room.get)
        room[widest] -= 1
        yield task, widest
