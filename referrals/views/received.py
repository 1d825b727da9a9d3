"""Referrals that other shelters of this system sent to one's own (rujukan masuk), answered inside."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.confidential import sensitive_paths
from assessments.xlsform import plain
from cases.audit import record
from cases.permissions import Perm, get_opened, require
from cases.views.acts import act
from referrals.forms.act import InsideAnswerForm
from referrals.models import Referral
from referrals.models.share import contact, identity
from referrals.views.answering import outcome


def received_of(request, pk):
    """One that was sent to a shelter of this person; whoever sees it from the sending side comes by another page."""
    found = Referral.objects.received_by(request.user).for_page().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_safe
def received_list(request):
    require(request.user, Perm.REFER)
    referrals = Referral.objects.received_by(request.user).for_list().order_by("-sent_at")
    page = Paginator(referrals, 25).get_page(request.GET.get("page"))
    return render(request, "referrals/received_list.html", {"page": page})


@require_safe
def received_detail(request, pk):
    referral = received_of(request, pk)
    record(by=request.user, action="referral.viewed", target=referral, page="masuk")
    context = {
        "referral": referral, "pieces": referral.shared(),
        "answers": referral.answers.select_related("typed_by"),
        "shown": not referral.told_to_partner, "opens": Referral.objects.opened_to(request.user).filter(pk=pk).exists(),
    }  # fmt: skip
    return render(request, "referrals/received_detail.html", context)


@require_http_methods(["GET", "POST"])
def received_answer(request, pk):
    referral = received_of(request, pk)
    form = InsideAnswerForm(request.POST if request.method == "POST" else None, referral=referral)
    done = act(request, form, lambda: outcome(form.record(by=request.user)), referral.received_url)
    return done or render(request, "referrals/received_answer.html", {"form": form, "referral": referral})


@require_safe
def received_file(request, pk):
    """After acceptance: the sending shelter's part of the file, that one stay, to read."""
    referral = get_opened(request.user, Referral.objects.for_page(), pk=pk)
    record(by=request.user, action="referralfile.viewed", target=referral)
    stay = referral.stay
    plan = stay.plans.in_force().first()
    context = {
        "referral": referral, "stay": stay, "client": stay.client, "identity": identity(stay) + contact(stay.client),
        "needs": stay.needs.select_related("service"), "goals": plan.goals.all() if plan else [],
        "assessments": [(one, told_answers(one)) for one in stay.assessments.for_page().current()],
        "services": stay.services.select_related("service")[:20],
    }  # fmt: skip
    return render(request, "referrals/received_file.html", context)


def told_answers(assessment):
    """[(question, answer)] of an approved assessment; what is sensitive stays with those who asked."""
    hidden = sensitive_paths(assessment.form, assessment.stay)
    told = assessment.state().questions.values()
    told = [one for one in told if one.relevant and one.value is not None and plain(one.path) not in hidden]
    return [(one.label, one.shown) for one in told]
