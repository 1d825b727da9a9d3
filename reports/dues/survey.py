"""What a shelter promised after its survey, on home of whoever has to do it, when it is due."""

from django.utils import timezone

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import first
from reports.models import SurveyAction


def survey_dues(user):
    """(heading, rows of (words, address, note)); one query. The head sees what is late of others too."""
    today = timezone.localdate()
    due = SurveyAction.objects.allowed(user, Perm.VOICES).due(today)
    mine = due.filter(owner=user) | due.filter(due_on__lt=today, period__shelter__in=user.headed_shelters())
    return [("Tindak lanjut survei", [_row(action, today) for action in first(mine.for_list())])]


def _row(action, today):
    late = "terlambat, " if action.due_on < today else ""
    return action, action.get_absolute_url(), f"{action.owner} · {late}paling lambat {tanggal(action.due_on)}"
