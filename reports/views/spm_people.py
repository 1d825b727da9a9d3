"""Who stands behind a figure of the month, why a person is not served yet, and the days that were counted."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.models import Client, DayRecord, Need, ServiceRecord, Shelter, Stay
from cases.permissions import Perm, get_permitted
from reports.spm.calendar import month_calendar
from reports.spm.forms import PeopleForm
from reports.spm.months import Question
from reports.spm.people import lines_of, name_lines
from reports.views.spm import month_begun

IN_PAGE = 25


def month_of(request, shelter, year, month):
    place = get_permitted(request.user, Shelter.objects, Perm.REPORT, slug=shelter)
    period = month_begun(place, year, month)
    today, may = place.today(), request.user.perms_at(place)
    return {
        "shelter": place, "month": period, "today": today, "is_provisional": today <= period.last, "may": may,
        "named": Perm.SEE in may, "sheet_day": min(period.last, today),
    }  # fmt: skip


@require_safe
def spm_people(request, shelter, year, month):
    """By name for whoever sees the people of the shelter, else by number."""
    context = month_of(request, shelter, year, month)
    place, period = context["shelter"], context["month"]
    question = Question.of([place], [period])
    form = PeopleForm(request.GET, question=question)
    chosen = form.chosen()
    lines = [line for line in lines_of(question) if line.belongs(**chosen)]
    name_lines(lines, named=context["named"])
    if lines and context["named"]:
        record(by=request.user, action="spm.viewed", target=place, shelter=place, period=str(period))
    page = Paginator(lines, IN_PAGE).get_page(request.GET.get("page"))
    return render(request, "reports/spm_people.html", context | {"form": form, "page": page})


@require_safe
def spm_person(request, shelter, year, month, pk):
    """One person: the days that count, what was given on each, and what every needed service came to."""
    context = month_of(request, shelter, year, month)
    place, period = context["shelter"], context["month"]
    question = Question.of([place], [period])
    lines = lines_of(question, [pk])
    if not lines:
        raise Http404
    name_lines(lines, named=context["named"])
    person = Client.objects.get(pk=pk)  # in scope of a month that came through get_permitted( above: allowed( to count
    record(by=request.user, action="spmperson.viewed", target=person, shelter=place, period=str(period))
    rows = rows_of(request.user, place, period, pk)
    url = sheet_url(place) if Perm.RECORD in context["may"] else None
    weeks = month_calendar(period, context["today"], question.runs([pk]), rows["marks"], rows["given"], url)
    context |= {"lines": lines, "called": lines[0].called, "client_pk": pk, "weeks": weeks, **rows}
    return render(request, "reports/spm_person.html", context)


def rows_of(user, shelter, month, pk):
    """What is written down of the person in this month, at this shelter."""
    mine = {"stay__shelter": shelter, "stay__client": pk}
    until = {"date__range": (month.first, month.last)}
    marks = DayRecord.objects.allowed(user, Perm.REPORT).filter(**mine, **until)
    given = ServiceRecord.objects.allowed(user, Perm.REPORT).filter(**mine, **until)
    needs = Need.objects.allowed(user, Perm.REPORT).filter(**mine, opened_on__lte=month.last)
    kept = {"stay__status__in": [Stay.Status.RESIDENT, Stay.Status.DISCHARGED]}
    return {
        "marks": {mark.date: mark for mark in marks.filter(**kept)},
        "given": list(given.filter(**kept).select_related("service").order_by("date", "service__position", "pk")),
        "needs": list(needs.filter(**kept).select_related("service").order_by("opened_on", "pk")),
    }


def sheet_url(shelter):
    """Of a day: its sheet, where whoever may mends it."""
    return lambda day: reverse("cases:day_sheet", args=[shelter.slug, day.isoformat()])
