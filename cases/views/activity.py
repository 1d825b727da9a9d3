from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Sum
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.attendance import AttendanceSheet, RatingSheet
from cases.forms.activity import ProductForm, ProgrammeForm, RatedOnForm, SessionForm
from cases.models import ActivitySession, Attendance, EffectRating, FormKey, Product, Programme, Shelter
from cases.permissions import Perm, get_permitted, require
from cases.views.intake import add_errors

SCALE = range(EffectRating.LOWEST, EffectRating.HIGHEST + 1)


@require_safe
def programme_list(request):
    require(request.user, Perm.RECORD)
    programmes = Programme.objects.visible_to(request.user).with_totals().select_related("shelter", "service")
    page = Paginator(programmes, 25).get_page(request.GET.get("page"))
    shelters = request.user.shelters_with(Perm.ASSESS)
    return render(request, "cases/programme_list.html", {"page": page, "shelters": shelters})


@require_http_methods(["GET", "POST"])
def programme_new(request, slug):
    shelter = get_permitted(request.user, Shelter.objects, Perm.ASSESS, slug=slug)
    fresh = Programme(shelter=shelter, service_id=Programme.SERVICES[0])
    form = ProgrammeForm(request.POST or None, instance=fresh, initial={"started_on": shelter.today()})
    if request.method == "POST" and saved_once(form, request.user):
        return redirect(form.lands_on)
    return render(request, "cases/programme_form.html", {"form": form, "shelter": shelter})


@transaction.atomic
def saved_once(form, user):
    """Save a new row of a form with a key; a second sending lands where the first did. False: show the form."""
    if not form.is_valid():
        return False
    key, mine = FormKey.claim(form.cleaned_data["key"], by=user)
    if mine and not unique(form):
        return False
    if mine:
        saved = form.save(by=user)
        key.settle(saved.get_absolute_url())
    form.lands_on = key.result_url or "cases:programme_list"
    return True


def unique(form):
    """The rules that also need what is not on the form (the shelter, the programme)."""
    try:
        form.instance.full_clean()
    except ValidationError as error:
        add_errors(form, error)
    return not form.errors


@require_safe
def programme_detail(request, pk):
    programme = permitted_programme(request, pk, Perm.SEE)
    page = Paginator(programme.sessions.with_totals(), 25).get_page(request.GET.get("page"))
    came = Attendance.objects.visible_to(request.user).filter(session__programme=programme)
    made = Product.objects.visible_to(request.user).filter(session__programme=programme)
    context = {
        "programme": programme, "page": page, "may": request.user.perms_at(programme.shelter),
        "totals": came.aggregate(attendances=Count("pk"), persons=Count("stay__client", distinct=True)),
        "income": made.aggregate(total=Sum("sold_for"))["total"],
    }  # fmt: skip
    return render(request, "cases/programme_detail.html", context)


@require_http_methods(["GET", "POST"])
def programme_edit(request, pk):
    programme = permitted_programme(request, pk, Perm.ASSESS)
    form = ProgrammeForm(request.POST or None, instance=programme)
    if form.is_valid() and unique(form):
        form.save(by=request.user)
        messages.success(request, "Kegiatan disimpan.")
        return redirect("cases:programme_detail", pk=pk)
    context = {"form": form, "shelter": programme.shelter, "programme": programme}
    return render(request, "cases/programme_form.html", context)


@require_http_methods(["GET", "POST"])
def programme_ratings(request, pk):
    programme = permitted_programme(request, pk, Perm.ASSESS)
    sheet = RatingSheet(programme)
    form = RatedOnForm(request.POST or None, shelter=programme.shelter, initial={"on": programme.shelter.today()})
    if form.is_valid():
        saved = sheet.save(request.POST, on=form.cleaned_data["on"], by=request.user)
        messages.success(request, f"{saved} penilaian disimpan.")
        return redirect("cases:programme_ratings", pk=pk)
    context = {"programme": programme, "sheet": sheet, "form": form, "scale": SCALE}
    return render(request, "cases/programme_ratings.html", context)


@require_http_methods(["GET", "POST"])
def session_new(request, pk):
    programme = permitted_programme(request, pk, Perm.RECORD)
    fresh = ActivitySession(programme=programme)
    form = SessionForm(request.POST or None, instance=fresh, initial={"on": programme.shelter.today()})
    if request.method == "POST" and saved_once(form, request.user):
        return redirect(form.lands_on)
    return render(request, "cases/session_form.html", {"form": form, "programme": programme})


@require_http_methods(["GET", "POST"])
def session_detail(request, pk):
    """Who came, by tap, saved for the whole list at once."""
    session = permitted_session(request, pk)
    sheet = AttendanceSheet(session)
    if request.method == "POST":
        if not session.has_come:
            messages.error(request, "Hari sesi ini belum tiba; kehadiran dicatat pada harinya.")
        else:
            added, removed = sheet.save(request.POST, by=request.user)
            messages.success(request, f"Kehadiran disimpan: {added} ditambah, {removed} dihapus.")
        return redirect(session)
    products = session.products.all()
    context = {
        "session": session, "programme": session.programme, "sheet": sheet, "products": products,
        "income": sum(one.sold_for for one in products if one.sold_for is not None),
    }  # fmt: skip
    return render(request, "cases/session_detail.html", context)


@require_http_methods(["GET", "POST"])
def session_edit(request, pk):
    session = permitted_session(request, pk)
    form = SessionForm(request.POST or None, instance=session)
    if form.is_valid() and unique(form):
        form.save(by=request.user)
        messages.success(request, "Sesi disimpan.")
        return redirect("cases:session_detail", pk=pk)
    return render(
        request, "cases/session_form.html", {"form": form, "session": session, "programme": session.programme}
    )


@require_http_methods(["GET", "POST"])
def session_product(request, pk):
    session = permitted_session(request, pk)
    form = ProductForm(request.POST or None)
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if mine:
            form.save(session=session, by=request.user)
            key.settle(session.get_absolute_url())
        messages.success(request, "Hasil karya dicatat.")
        return redirect(session)
    return render(request, "cases/session_product.html", {"form": form, "session": session})


@require_POST
def product_remove(request, pk):
    product = get_permitted(request.user, Product.objects.select_related("session"), Perm.RECORD, pk=pk)
    session = product.session
    product.remove(by=request.user)
    messages.success(request, "Hasil karya dihapus dari sesi ini.")
    return redirect(session)


def permitted_programme(request, pk, perm):
    return get_permitted(request.user, Programme.objects.select_related("shelter", "service"), perm, pk=pk)


def permitted_session(request, pk):
    sessions = ActivitySession.objects.visible_to(request.user).select_related(
        "programme__shelter", "programme__service"
    )
    return get_permitted(request.user, sessions, Perm.RECORD, pk=pk)
