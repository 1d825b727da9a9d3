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


@require_safe
def aftercare_list(request):
    """Who is to be asked how it goes: what is due first, then what comes."""
    require(request.user, Perm.FILE)
    planned = Aftercare.objects.allowed(request.user, Perm.FILE).open().for_list()
    page = Paginator(planned, 25).get_page(request.GET.get("page"))
    return render(request, "cases/aftercare_list.html", {"page": page, "today": timezone.localdate()})


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

    context = {"form": form, "stay": stay, "client": stay.client}
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
    return render(request, "cases/aftercare_finish.html", context)
