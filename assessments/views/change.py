from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.models import Measure
from assessments.scores import courses
from cases.permissions import Perm
from cases.views.client import file_of, header


@require_safe
def client_change(request, pk):
    """A client's domains over time, of the stays whose file the person may read."""
    client = file_of(request, pk)
    context = header(request.user, client) | {"changes": changes_of_client(request.user, client)}
    return render(request, "assessments/client_change.html", context)


def changes_of_client(user, client):
    measures = Measure.objects.allowed(user, Perm.FILE)
    return courses(measures.filter(assessment__stay__client=client))
