"""Two files that may be one person, and NIKs that cannot be right: what a shelter should look at."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from cases import duplicates
from cases.models import Client, NotSame, Stay
from cases.permissions import Perm, get_permitted


def chosen_shelter(request):
    """The shelter that the page is about, and those to choose from."""
    shelters = list(request.user.shelters_with(Perm.FILE).order_by("name"))
    if not shelters:
        raise PermissionDenied
    wanted = [shelter for shelter in shelters if shelter.slug == request.GET.get("panti")]
    return (wanted or shelters)[0], shelters


def clients_of(user, shelter):
    ours = Client.objects.allowed(user, Perm.FILE)
    return ours.filter(pk__in=shelter.stays.kept().values("client"))


@require_safe
def same_list(request):
    """Pairs of files that may be one person: the same NIK in the whole shelter, likeness page by page."""
    shelter, shelters = chosen_shelter(request)
    window = Paginator(clients_of(request.user, shelter).order_by("-pk"), duplicates.WINDOW)
    page = window.get_page(request.GET.get("page"))
    by_nik = duplicates.same_nik(shelter) if page.number == 1 else []
    by_name = duplicates.alike(shelter, list(page))
    by_nik_shown, alike = duplicates.pairs(request.user, by_nik[: duplicates.PAIRS], by_name)
    context = {
        "shelter": shelter, "shelters": shelters, "page": page, "more": len(by_nik) > duplicates.PAIRS,
        "by_nik": by_nik_shown, "alike": alike,
    }  # fmt: skip
    return render(request, "cases/same_list.html", context)


@require_POST
def not_same(request, pk, other):
    """Remember that these two are different people. A stranger's key is answered like one that does not exist."""
    client = get_permitted(request.user, Client.objects, Perm.FILE, pk=pk)
    stay = Stay.objects.allowed(request.user, Perm.FILE).filter(client=client).first()
    stranger = Client.objects.living().filter(pk=other).first()  # perhaps not visible_to( them: nothing is shown
    if stranger and stranger != client:
        try:
            NotSame.say(client, stranger, by=request.user, shelter=stay.shelter)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    messages.success(request, "Diingat: bukan orang yang sama. Pasangan ini tidak ditawarkan lagi.")
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else reverse("cases:same_list"))


@require_safe
def nik_list(request):
    """NIKs that cannot be right or stand on two files, each with the reason and where to mend it."""
    shelter, shelters = chosen_shelter(request)
    odd = clients_of(request.user, shelter).filter(nik_status__in=["invalid", "doubled"])
    page = Paginator(odd.order_by("name", "pk"), 25).get_page(request.GET.get("page"))
    duplicates.tell_holders(request.user, list(page))
    return render(request, "cases/nik_list.html", {"shelter": shelter, "shelters": shelters, "page": page})


@require_POST
def nik_recheck(request, pk):
    """The other file has another NIK by now: this one is the only holder."""
    client = get_permitted(request.user, Client.objects, Perm.FILE, pk=pk)
    stay = Stay.objects.allowed(request.user, Perm.FILE).filter(client=client).first()
    if duplicates.recheck_nik(client, by=request.user, shelter=stay.shelter):
        messages.success(request, "NIK sekarang sah: tidak ada klien lain yang memakainya.")
    else:
        messages.warning(request, "NIK ini masih tercatat pada klien lain.")
    return redirect(client)
