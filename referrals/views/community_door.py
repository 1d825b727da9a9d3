"""A group's own page behind its link: the half-years, a draft that waits, what was sent, and corrections."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render

from cases.views.intake import add_errors
from referrals.doors import door, note_opening
from referrals.forms.community import CommunityReportForm, CorrectionForm, SendForm
from referrals.half import Half, latest
from referrals.models import CommunityReport, DoorLink
from referrals.models.voice import Voice
from referrals.views.sender_door import here, refuse_retired

OPEN_HALVES = 4
KIND = DoorLink.Kind.COMMUNITY


@door(KIND, methods=["GET", "HEAD"], refuse=refuse_retired)
def community_page(request, link):
    note_opening(request, link)
    group, lines = link.subject, []
    kept = list(group.reports.order_by("revision"))
    for half in latest(group.today(), OPEN_HALVES):
        said = [report for report in kept if report.period == half]
        url = here(request, "community_write", year=half.year, half=half.number)
        lines.append((half, said[-1] if said else None, url, half.is_due(group.today())))
    return render(request, "referrals/community_page.html", {"group": group, "shelter": link.shelter, "lines": lines})


@door(KIND, refuse=refuse_retired)
def community_write(request, link, year, half):
    """The report of a half-year: written and kept as often as one likes, sent once."""
    group, period = link.subject, half_of(link.subject, year, half)
    report = CommunityReport.latest_of(group, period)
    if report and report.is_sent:
        return sent_page(request, link, report)
    report = report or CommunityReport(group=group, year=year, half=half)
    posted, theirs = request.method == "POST", None
    form = CommunityReportForm(request.POST if posted else None, report=report)
    send = SendForm(request.POST if posted and "send" in request.POST else None)
    if posted and form.is_valid() and (not send.is_bound or send.is_valid()):
        try:
            return kept(request, link, form, send)
        except ValidationError as error:
            add_errors(form, error)
            theirs = CommunityReport.latest_of(group, period)
            form.data = form.data.copy()
            form.data["version"] = theirs.version if theirs else 1
    context = {"form": form, "send": send, "report": report, "period": period, "group": group, "back": here(request)}
    context |= {"theirs": theirs, "shelter": link.shelter, "is_due": period.is_due(group.today())}
    return render(request, "referrals/community_write.html", context)


def half_of(group, year, number):
    """No page for a half-year that is none, that lies ahead, or that is long over."""
    found = Half(year, number)
    if found not in latest(group.today(), OPEN_HALVES):
        raise Http404
    return found


def kept(request, link, form, send):
    """Save, and where it was asked for, send. Raises ValidationError, and then nothing was kept of a first draft."""
    report, group = form.report, link.subject
    if not report.pk:
        form.report = report = CommunityReport.begin(group, report.period, by=Voice(str(group)))
    form.save()
    back = here(request, "community_write", year=report.year, half=report.half)
    if not send.is_bound:
        messages.success(request, "Konsep disimpan. Buka lagi tautan yang sama untuk meneruskan.")
        return redirect(back)
    report.send(**send.cleaned_data)
    note_opening(request, link, f"Mengirim laporan {report.period.short}")
    messages.success(request, "Laporan terkirim. Terima kasih.")
    return redirect(back)


def sent_page(request, link, report):
    """What was sent stands; a correction begins here and says why."""
    form = CorrectionForm(request.POST if "correct" in request.POST else None)
    if form.is_valid():
        who = Voice(report.sent_by, report.position)
        CommunityReport.begin(link.subject, report.period, why=form.cleaned_data["why"], by=who)
        note_opening(request, link, f"Memulai ralat {report.period.short}")
        return redirect(here(request, "community_write", year=report.year, half=report.half))
    context = {"report": report, "form": form, "group": link.subject, "shelter": link.shelter, "back": here(request)}
    status = 409 if request.method == "POST" and "correct" not in request.POST else 200
    return render(request, "referrals/community_sent.html", context, status=status)
