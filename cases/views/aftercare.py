from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.leaving import AftercareForm, UnplannedAftercareForm
from cases.models import Aftercare, Stay
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import create_once
from cases.views.intake import add_errors

LATELY = timedelta(days=90)


def chosen_aftercare(user, query):
    """How often each result came lately, the one chosen or None, and the rows: what a spreadsheet holds as well."""
    kept, since = Aftercare.objects.allowed(user, Perm.FILE), timezone.localdate() - LATELY
    results = kept.results(since=since)
    chosen = next((result for result, _ in results if result.value == query.get("hasil")), None)
    rows = kept.open() if chosen is None else kept.heard(since=since).filter(result=chosen)
    return results, chosen, rows.for_list()


@require_safe
def aftercare_list(request):
    """Who is to be asked how it goes: what is due first, then what comes; or the contacts with one result."""
    require(request.user, Perm.FILE)
    results, chosen, rows = chosen_aftercare(request.user, request.GET)
    today = timezone.localdate()
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    context = {"page": page, "today": today, "results": results, "chosen": chosen, "lately": LATELY.days}
    return render(request, "cases/aftercare_list.html", context)


@require_http_methods(["GET", "POST"])
def aftercare_new(request, pk):
    """A call that nobody had planned."""
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    form = UnplannedAftercareForm(request.POST or None, initial={"on": stay.shelter.today()})

    def make():
        said = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        Aftercare.log(stay, by=request.user, **said)  # stay from get_permitted( above
        messages.success(request, "Bimbingan lanjut dicatat.")
        return reverse("cases:client_family", args=[stay.client_id])

    context = {"form": form, "stay": stay, "client": stay.client, "may": request.user.perms_at(stay.shelter)}
    return create_once(request, form, make) or render(request, "cases/aftercare_new.html", context)


@require_http_methods(["GET", "POST"])
def aftercare_finish(request, pk):
    planned = get_permitted(request.user, Aftercare.objects.for_list(), Perm.FILE, pk=pk)
    form = AftercareForm(request.POST or None, initial={"on": planned.shelter.today()})
    if form.is_valid():
        try:
            planned.finish(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Bimbingan lanjut dicatat.")
            return redirect("cases:client_family", planned.stay.client_id)
    context = {"form": form, "aftercare": planned, "client": planned.stay.client}
    context["may"] = request.user.perms_at(planned.shelter)
    return render(request, "cases/aftercare_finish.html", context)
