"""The groups outside that report each half-year: their links, who reported and who did not, and what they wrote."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import create_once
from referrals.forms.triage import GroupForm
from referrals.half import due, latest
from referrals.models import CommunityGroup, CommunityReport
from referrals.views.sender import gives, giving, opened, press, sending

HALVES = 6


@require_safe
def community_list(request):
    """Every group with its report of one half-year, and a reminder for those that have not sent it."""
    require(request.user, Perm.PARTNERS)
    halves = latest(timezone.localdate(), HALVES)
    half = next((one for one in halves if str(one) == request.GET.get("semester")), due(timezone.localdate()))
    groups = list(CommunityGroup.objects.visible_to(request.user).in_use().for_list())
    reports = CommunityReport.objects.of_half(half).filter(group__in=groups).order_by("revision")  # visible_to( above
    found = {}
    for report in reports:
        found.setdefault(report.group_id, []).append(report)
    may_give = gives(request.user)
    for group in groups:
        said = found.get(group.pk, [])
        group.sent = next((report for report in reversed(said) if report.is_sent), None)
        group.draft = next((report for report in said if not report.is_sent), None)
        group.reminder = "" if group.sent or not may_give else reminder(request, group, half)
    missing = sum(group.sent is None for group in groups)
    context = {"groups": groups, "half": half, "halves": halves, "missing": missing, "may_give": may_give}
    return render(request, "referrals/community_list.html", context)


def reminder(request, group, half):
    text = (
        f"Yth. {group.partner.addressee}\n\nKami mengingatkan laporan semester {half.label}. Laporan diisi lewat "
        "tautan rahasia kelompok; cukup angka, tanpa nama orang:\n"
    )
    return sending(request, group.link, "community_page", group.partner, text).get("whatsapp", "")


@require_http_methods(["GET", "POST"])
def community_new(request):
    require(request.user, Perm.MANAGE)
    form = GroupForm(request.POST or None)

    def make():
        form.instance.begin(by=request.user)
        messages.success(request, f"{form.instance} terdaftar. Kirim tautannya.")
        return form.instance.get_absolute_url()

    done = None if "find_region" in request.POST else create_once(request, form, make)
    return done or render(request, "referrals/community_form.html", {"form": form})


@require_safe
def community_detail(request, pk):
    group = get_permitted(request.user, CommunityGroup.objects.for_list(), Perm.PARTNERS, pk=pk)
    context = {"group": group, "may_give": gives(request.user), **opened(group.link)}
    context["reports"] = group.reports.all()
    if context["may_give"]:
        text = (
            f"Yth. {group.partner.addressee}\n\nMelalui tautan rahasia ini kelompok Anda melapor setiap semester. "
            "Cukup angka, tanpa nama orang. Berlaku satu tahun:\n"
        )
        context |= sending(request, group.link, "community_page", group.partner, text)
    return render(request, "referrals/community_detail.html", context)


@require_POST
def community_link(request, pk):
    group = get_permitted(request.user, CommunityGroup.objects.for_list(), giving(request.user), pk=pk)
    press(request, group)
    return redirect(group)


@require_safe
def community_report(request, pk):
    """One report as it was sent; a draft is still the group's own."""
    rows = CommunityReport.objects.visible_to(request.user).sent().for_list()
    report = get_permitted(request.user, rows, Perm.REPORT, pk=pk)
    record(by=request.user, action="communityreport.viewed", target=report, shelter=report.group.shelter)
    others = report.group.reports.sent().of_half(report.period).exclude(pk=report.pk)
    return render(request, "referrals/community_report.html", {"report": report, "others": others})
