"""Exports in the background: django-tasks brings the messages, ExportJob is the queue.

A message says only that there is work; whoever gets it takes the job whose turn it is. So the order is fair however
many messages there are, a lost message loses no job, and a message too many does nothing.
"""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import QueryDict
from django_tasks import task

from reports.lists.registry import LISTINGS
from reports.models import ExportJob
from reports.models.export_job import STEP
from reports.tables.making import FULL, write_table
from reports.tables.table import said_of

NO_RIGHT = "Hak Anda untuk daftar ini sudah berubah, jadi berkasnya tidak dibuat."
BROKEN = "Terhenti karena kesalahan pada program. Kesalahannya tercatat di server; coba sekali lagi."
UNREADABLE = "Saringannya tidak dapat dibaca lagi. Buka daftarnya dan minta sekali lagi."


class Cancelled(Exception):
    """Its owner does not want it any more."""


@task
def make_export():
    """Make the export whose turn it is, if there is one."""
    look_after()
    job = ExportJob.objects.waiting().first()
    if job is None:
        return
    with job.held() as is_free:
        if is_free and job.start():
            make(job)
    if ExportJob.objects.waiting().exists():
        make_export.enqueue()


def look_after():
    """What a dead worker left, and what is too old. Also when a worker starts."""
    if ExportJob.objects.put_back():
        make_export.enqueue()
    ExportJob.objects.sweep()


def make(job):
    """Write the file of a job that was started; however it ends, no half file stays."""
    storage, name = job.file.storage, job.file.name
    path = Path(storage.path(name))
    why = BROKEN
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        refuse_without_room(path.parent)
        with path.open("xb") as file:
            rows, shelters = write(job, file)
        if job.finish(rows=rows, size=path.stat().st_size, shelters=shelters):
            why = ""
        else:
            raise Cancelled
    except Cancelled:
        why = ""
        storage.delete(name)
    except PermissionDenied:
        why = NO_RIGHT
    except ValidationError as error:
        why = " ".join(error.messages)
    except OSError:
        why = FULL
    finally:
        if why:
            job.fail(why)


def write(job, file):
    """The file's rows, and the shelters whose data these are. The rights are those of now, not of when it was asked."""
    listing, user = LISTINGS[job.listing], job.user
    if not user.is_active:
        raise PermissionDenied
    selection = listing.ask(user, QueryDict(job.query), taking_out=True)
    if not selection.is_readable:
        raise ValidationError(UNREADABLE)
    table = listing.table(selection)
    table.remarks[:0] = said_of(table, chosen=job.chosen, by=user, reason=job.reason)
    last = 0

    def tick(rows):
        nonlocal last
        if rows - last >= STEP:
            last = rows
            if not job.move_to(rows):
                raise Cancelled

    count = write_table(file, table, job.format, tick, shelter=selection.shelter)
    return count, listing.shelters_of(user)


def refuse_without_room(folder):
    if shutil.disk_usage(folder).free < settings.EXPORT_ROOM:
        raise OSError("no room")
