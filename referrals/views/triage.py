"""Requests to take people in, as the shelter reads and answers them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.downloads import handed_out
from cases.matching import Sketch, likely
from cases.models import Client
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act
from cases.views.intake import add_errors, intake_page
from referrals.forms.triage import AcceptForm, AskForm, CloseForm, KnownForm, PassForm, RefuseForm
from referrals.incoming import first_guess, take_as_sweep, take_known
from referrals.models import IntakeRequest, RequestPerson

TYPES = {"jpg": "image/jpeg", "pdf": "application/pdf"}


def request_of(user, pk):
    rows = IntakeRequest.objects.visible_to(user).for_list()
    return get_permitted(user, rows, Perm.ADMIT, pk=pk)


def person_of(user, pk):
    rows = RequestPerson.objects.visible_to(user).select_related("request__shelter", "request__office__partner")
    return get_permitted(user, rows, Perm.ADMIT, pk=pk)


@require_safe
def request_list(request):
    require(request.user, Perm.ADMIT)
    rows = IntakeRequest.objects.allowed(request.user, Perm.ADMIT).for_list()
    everything = "semua" in request.GET
    rows = rows if everything else rows.waiting()
    page = Paginator(rows.order_by("-sent_at", "-pk"), 25).get_page(request.GET.get("page"))
    return render(request, "referrals/request_list.html", {"page": page, "everything": everything})


@require_safe
def request_detail(request, pk):
    """All that was said, and the answers that are open now."""
    asked = request_of(request.user, pk)
    record(by=request.user, action="intakerequest.viewed", target=asked)
    return render(request, "referrals/request_detail.html", page_of(asked) | {"accept": AcceptForm()})


def page_of(asked):
    residents = asked.shelter.stays.resident().in_house().count()
    people = list(asked.people.for_list())
    return {
        "asked": asked, "people": people, "said": asked.messages.all(), "free": asked.shelter.capacity - residents,
        "open_count": sum(person.is_open for person in people),
    }  # fmt: skip


@require_POST
def request_accept(request, pk):
    """Yes by one press: as a sweep, as the intake of one, or for the time being only the answer."""
    asked = request_of(request.user, pk)
    form = AcceptForm(request.POST)
    if form.is_valid():
        try:
            return taken(request, asked, form.cleaned_data["text"])
        except ValidationError as error:
            add_errors(form, error)
            asked = request_of(request.user, pk)
    return render(request, "referrals/request_detail.html", page_of(asked) | {"accept": form}, status=422)


def taken(request, asked, text):
    if "sweep" in request.POST:
        sweep = take_as_sweep(asked, by=request.user, text=text)
        messages.success(request, f"{asked} diterima dan menjadi razia. Periksa tanggal dan tempatnya.")
        return redirect(sweep)
    asked.accept(by=request.user, text=text)
    messages.success(request, f"{asked} diterima. Pengirim melihatnya di tautannya.")
    if "single" in request.POST:
        return redirect("referrals:request_admit", asked.people.first().pk)
    return redirect(asked)


@require_POST
def request_sweep(request, pk):
    """They stand at the door: what was accepted before becomes a sweep."""
    asked = request_of(request.user, pk)
    try:
        if asked.is_waiting:
            raise ValidationError("Terima dahulu permintaannya.")
        sweep = take_as_sweep(asked, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(asked)
    messages.success(request, "Permintaan menjadi razia. Periksa tanggal dan tempatnya.")
    return redirect(sweep)


@require_http_methods(["GET", "POST"])
def request_ask(request, pk):
    asked = request_of(request.user, pk)
    form = AskForm(request.POST or None)

    def ask():
        asked.ask(form.cleaned_data["text"], by=request.user)
        return "Pertanyaan dikirim. Pengirim membacanya di tautannya."

    return act(request, form, ask, asked.get_absolute_url()) or page(request, "referrals/request_ask.html", asked, form)


@require_http_methods(["GET", "POST"])
def request_refuse(request, pk):
    asked = request_of(request.user, pk)
    form = RefuseForm(request.POST or None)

    def refuse():
        asked.refuse(by=request.user, **form.cleaned_data)
        return f"{asked} dijawab: tidak dapat diterima."

    done = act(request, form, refuse, asked.get_absolute_url())
    return done or page(request, "referrals/request_refuse.html", asked, form)


@require_http_methods(["GET", "POST"])
def request_pass(request, pk):
    """To another shelter; whoever has no rights there does not see it any more."""
    asked = request_of(request.user, pk)
    form = PassForm(request.POST or None, shelter=asked.shelter)

    def pass_on():
        asked.pass_on(by=request.user, **form.cleaned_data)
        return f"{asked} diteruskan ke {asked.shelter}."

    done = act(request, form, pass_on, reverse("referrals:request_list"))
    return done or page(request, "referrals/request_pass.html", asked, form)


def page(request, template, asked, form):
    return render(request, template, {"form": form, "asked": asked})


@require_http_methods(["GET", "POST"])
def request_admit(request, pk):
    """One person comes in: the intake form, filled with what the sender said."""
    person = person_of(request.user, pk)
    if person.request.is_waiting or not person.is_open:
        messages.error(request, "Orang ini belum dapat diterima, atau sudah dicatat.")
        return redirect(person.request)

    def link(stay):
        person.take(stay, by=request.user)

    return intake_page(request, first_guess(person), taken=link, context={"from_request": person.request})


@require_http_methods(["GET", "POST"])
def request_known(request, pk):
    """Who this may be: by the name that the sender gave, or by what is searched for here."""
    person = person_of(request.user, pk)
    text = request.POST.get("q", "")[:200].strip()
    named = (person.name,) if person.name else ()
    sketch = Sketch.of_text(text) if text else Sketch(names=named, sex=person.sex, age=person.estimated_age)
    matches = likely(request.user, sketch)
    record(by=request.user, action="client.searched", target=request.user, found=len(matches))
    context = {"person": person, "asked": person.request, "matches": matches, "q": text}
    return render(request, "referrals/request_known.html", context)


@require_http_methods(["GET", "POST"])
def request_join(request, pk, client):
    """This is that client. Somebody of another shelter stays masked until they are taken in."""
    person = person_of(request.user, pk)
    known = get_object_or_404(Client.objects.with_last_stay(), pk=client)  # not visible_to(: returners of others
    if known.merged_into_id:
        return redirect("referrals:request_join", pk, known.merged_into_id)
    known.is_ours = Client.objects.visible_to(request.user).filter(pk=client).exists()
    form = KnownForm(request.POST or None)

    def join():
        stay = take_known(person, known, by=request.user, reason=form.cleaned_data["reason"])
        return f"Digabung dengan klien yang sudah dikenal, nomor register {stay.register_number}."

    done = act(request, form, join, person.request.get_absolute_url())
    context = {"form": form, "person": person, "asked": person.request, "client": known}
    return done or render(request, "referrals/request_join.html", context)


@require_http_methods(["GET", "POST"])
def request_close(request, pk):
    person = person_of(request.user, pk)
    form = CloseForm(request.POST or None)

    def close():
        person.close(by=request.user, **form.cleaned_data)
        return f"Orang nomor {person.serial} selesai: {person.get_close_reason_display().lower()}."

    done = act(request, form, close, person.request.get_absolute_url())
    context = {"form": form, "person": person, "asked": person.request}
    return done or render(request, "referrals/request_close.html", context)


@require_safe
def request_file(request, pk, part):
    """The letter or the photo: through the gate, onto the trail, and never opened by the browser itself."""
    asked = request_of(request.user, pk)
    file = {"surat": asked.letter, "foto": asked.photo}.get(part)
    if not file:
        raise Http404
    extension = file.name.rpartition(".")[2]
    record(by=request.user, action="intakerequest.downloaded", target=asked, kind=part)
    return handed_out(file, f"{asked.number}-{part}.{extension}", TYPES[extension])
