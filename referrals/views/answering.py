"""What the partner said, and what follows: answers on behalf, replies, the handover, the result."""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from cases.permissions import Perm, get_permitted
from cases.views.acts import act
from referrals.forms.act import AnswerForm, CompleteForm, HandoverForm, RearrangeForm, ReplyForm
from referrals.models import ReferralAnswer
from referrals.views.sending import press, referral_of


@require_http_methods(["GET", "POST"])
def referral_answer(request, pk):
    referral = referral_of(request, pk)
    initial = {"on": referral.shelter.today(), "at": referral.shelter.now().time(), "channel": "phone"}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=initial, referral=referral)

    def answer():
        return outcome(form.record(by=request.user))

    done = act(request, form, answer, referral.get_absolute_url())
    return done or render(request, "referrals/referral_answer.html", {"form": form, "referral": referral})


def outcome(answer):
    """What to tell whoever typed it."""
    if answer.counts:
        return "Jawaban mitra dicatat."
    referral = answer.referral
    if referral.answered_at:
        first = f"Rujukan ini sudah dijawab oleh {referral.answered_by_name}"
    else:
        first = f"Rujukan ini sudah “{referral.get_status_display()}”"
    kept = "disimpan sebagai jawaban berbeda" if answer.differs else "disimpan"
    return f"{first}. Yang baru tidak mengubah apa pun dan {kept}."


@require_http_methods(["GET", "POST"])
def referral_reply(request, pk):
    referral = referral_of(request, pk)
    form = ReplyForm(request.POST if request.method == "POST" else None)

    def reply():
        referral.reply(form.cleaned_data["text"], by=request.user)
        return "Balasan disimpan; mitra membacanya di tautannya."

    done = act(request, form, reply, referral.get_absolute_url())
    context = {"form": form, "referral": referral, "answers": referral.answers.select_related("typed_by")}
    return done or render(request, "referrals/referral_reply.html", context)


@require_POST
def referral_settle(request, pk):
    """The worker has read what the partner said."""
    answers = ReferralAnswer.objects.visible_to(request.user).for_list()
    answer = get_permitted(request.user, answers, Perm.REFER, pk=pk)
    return press(request, answer.referral, lambda: answer.settle(by=request.user), "Ditandai sudah dibaca.")


@require_http_methods(["GET", "POST"])
def referral_handover(request, pk):
    referral = referral_of(request, pk)
    initial = {"on": referral.shelter.today()}
    form = HandoverForm(request.POST if request.method == "POST" else None, initial=initial)
    kept = []

    def hand_over():
        kept.append(form.hand_over(referral, by=request.user))
        if kept[0]:
            return "Serah terima dicatat dan masa tinggal berakhir. Cetak berita acaranya."
        return "Serah terima dicatat. Masa tinggal berlanjut."

    done = act(request, form, hand_over, referral.get_absolute_url())
    return done or render(request, "referrals/referral_handover.html", {"form": form, "referral": referral})


@require_http_methods(["GET", "POST"])
def referral_rearrange(request, pk):
    referral = referral_of(request, pk)
    form = RearrangeForm(request.POST if request.method == "POST" else None, initial={"on": referral.arranged_on})

    def rearrange():
        referral.rearrange(by=request.user, **form.cleaned_data)
        return "Tanggal mengantar diubah; tugasnya ikut berubah."

    done = act(request, form, rearrange, referral.get_absolute_url())
    return done or render(request, "referrals/referral_rearrange.html", {"form": form, "referral": referral})


@require_http_methods(["GET", "POST"])
def referral_complete(request, pk):
    referral = referral_of(request, pk)
    form = CompleteForm(request.POST if request.method == "POST" else None)

    def complete():
        referral.complete(by=request.user, **form.cleaned_data)
        return "Hasil rujukan dicatat."

    done = act(request, form, complete, referral.get_absolute_url())
    return done or render(request, "referrals/referral_complete.html", {"form": form, "referral": referral})


@require_POST
def referral_close(request, pk):
    referral = referral_of(request, pk)
    return press(request, referral, lambda: referral.close(by=request.user), "Rujukan ditutup.")
