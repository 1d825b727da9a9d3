"""What is done with a journey home, each act one page or one press: to the head, on the way, to its end."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cases.audit import record
from cases.permissions import Perm
from cases.views.acts import act
from referrals.forms.journey_act import ArriveForm, DepartForm, FailForm, ReasonForm, ReviewForm
from referrals.views.journey import journey_of, press


@require_POST
def journey_submit(request, pk):
    journey = journey_of(request, pk)
    done = "Rencana diajukan kepada kepala panti. Surat-surat mendapat nomor saat disetujui."
    return press(request, journey, lambda: journey.submit(by=request.user), done)


@require_http_methods(["GET", "POST"])
def journey_review(request, pk):
    """The head, or who stands in: also one from another house, who may open nothing else here."""
    journey = journey_of(request, pk, Perm.REVIEW)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        record(by=request.user, action="journey.viewed", target=journey, page="tinjau")

    def decide():
        form.decide([journey], by=request.user)
        if form.cleaned_data["decision"] == "return":
            return "Rencana dikembalikan dengan catatan."
        return f"Disetujui. Surat {journey.letter.letter} dan surat jalan diterbitkan."

    file = Perm.FILE in request.user.perms_at(journey.shelter)
    done = act(request, form, decide, journey.get_absolute_url() if file else reverse("reports:home"))
    context = {"form": form, "journey": journey, "legs": journey.itinerary}
    context["own"] = journey.submitted_by_id == request.user.pk
    return done or render(request, "referrals/journey_review.html", context)


@require_POST
def journey_ready(request, pk):
    journey = journey_of(request, pk)
    done = "Siap berangkat. Surat pemulangan, surat jalan, dan surat pernyataan sudah bernomor."
    return press(request, journey, lambda: journey.ready(by=request.user), done)


def form_act(request, pk, form_of, verb, words, perm=Perm.REFER):
    """A page with one form. `words`: heading, introduction, button; `verb(journey, given)` returns what was done."""
    journey = journey_of(request, pk, perm)
    form = form_of(journey, request.POST if request.method == "POST" else None)
    url = journey.get_absolute_url()
    done = act(request, form, lambda: verb(journey, form.cleaned_data), url)
    heading, intro, button = words
    context = {"form": form, "journey": journey, "heading": heading, "intro": intro, "button": button}
    return done or render(request, "referrals/journey_act.html", context)


@require_http_methods(["GET", "POST"])
def journey_revise(request, pk):
    def revise(journey, given):
        journey.revise(by=request.user, **given)
        return "Rencana menjadi konsep lagi. Surat-suratnya batal dan tautannya mati."

    words = (
        "Kembalikan menjadi konsep",
        "Surat yang sudah bernomor dibatalkan dan tautan dinas mati. Sesudah diubah, surat baru diterbitkan.",
        "Kembalikan menjadi konsep",
    )
    return form_act(request, pk, lambda journey, data: ReasonForm(data), revise, words)


@require_http_methods(["GET", "POST"])
def journey_cancel(request, pk):
    def cancel(journey, given):
        journey.cancel(by=request.user, **given)
        return "Pemulangan dibatalkan. Kabari dinas yang sudah diberi tahu."

    words = (
        "Batalkan pemulangan",
        "Surat yang sudah bernomor dibatalkan. Dinas yang membuka tautannya membaca bahwa pemulangan dibatalkan, "
        "tanpa alasan ini.",
        "Batalkan pemulangan",
    )  # fmt: skip
    return form_act(request, pk, lambda journey, data: ReasonForm(data), cancel, words)


@require_POST
def journey_resume(request, pk):
    """The client is back: one press, and the plan goes on."""
    journey = journey_of(request, pk)
    return press(request, journey, lambda: journey.resume(by=request.user), "Pemulangan dilanjutkan.")


@require_http_methods(["GET", "POST"])
def journey_depart(request, pk):
    journey = journey_of(request, pk, Perm.DISCHARGE)
    is_head = Perm.REVIEW in request.user.perms_at(journey.shelter)
    now = journey.shelter.now()
    form = DepartForm(
        request.POST if request.method == "POST" else None, journey=journey, is_head=is_head,
        initial={"on": now.date(), "at": now.time()},
    )  # fmt: skip

    def depart():
        journey.depart(by=request.user, **form.cleaned_data)
        return f"{journey.client} dalam perjalanan ke {journey.region.name}. Masa tinggal berakhir."

    done = act(request, form, depart, journey.get_absolute_url())
    context = {"form": form, "journey": journey, "stay": journey.stay, "legs": journey.itinerary}
    return done or render(request, "referrals/journey_depart.html", context)


@require_http_methods(["GET", "POST"])
def journey_arrive(request, pk):
    def arrive(journey, given):
        journey.arrive(by=request.user, **given)
        return "Dicatat: tiba di tujuan. Kabar penerimaan dari dinas atau keluarga masih ditunggu."

    words = (
        "Tiba di tujuan menurut pendamping",
        "Pendamping mengabarkan bahwa klien sudah tiba. Bila dinas atau keluarga sendiri yang mengabarkan sudah "
        "menerima, catat kabarnya di ruas terakhir.",
        "Catat tiba",
    )
    return form_act(
        request, pk, lambda journey, data: ArriveForm(data, initial={"on": journey.shelter.today()}), arrive, words
    )


@require_http_methods(["GET", "POST"])
def journey_fail(request, pk):
    def fail(journey, given):
        journey.fail(by=request.user, **given)
        return "Dicatat. Bila klien kembali, terima ia kembali dari berkasnya."

    words = (
        "Perjalanan terhenti",
        "Masa tinggal sudah berakhir saat berangkat. Klien yang kembali diterima lagi seperti biasa dari berkasnya.",
        "Catat",
    )
    return form_act(
        request, pk, lambda journey, data: FailForm(data, initial={"on": journey.shelter.today()}), fail, words
    )


@require_POST
def journey_close(request, pk):
    journey = journey_of(request, pk)
    return press(request, journey, lambda: journey.close(by=request.user), "Pemulangan ditutup.")
