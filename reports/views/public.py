"""What everybody may read of a shelter, without an account: what was published, and nothing else."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from cases.models import Shelter
from reports.public import pages
from reports.public.figures import yearly_figures
from reports.survey.published import published_results


def open_page(view):
    """Read by anybody, kept by caches for five minutes; whoever is signed in gets it privately (keep_private)."""
    return login_not_required(require_safe(conditional_page(cache_control(public=True, max_age=300)(view))))


@open_page
def public_index(request):
    shelters, office = pages.places()
    return render(request, "reports/public/index.html", {"shelters": shelters, "office": office})


@open_page
def public_shelter(request, slug):
    shelter = get_object_or_404(Shelter, slug=slug)
    context = {"shelter": shelter, "here": "shelter", "sops": pages.sops_of(shelter)}
    context |= pages.shown_on_shelter(pages.in_force(shelter))
    return render(request, "reports/public/shelter.html", context)


@open_page
def public_standard(request, slug):
    shelter = get_object_or_404(Shelter, slug=slug)
    context = {"shelter": shelter, "here": "standard"} | pages.shown_on_standard(pages.in_force(shelter))
    return render(request, "reports/public/standard.html", context)


@open_page
def public_pledge(request, slug):
    shelter = get_object_or_404(Shelter, slug=slug)
    page = pages.in_force(shelter)
    context = {"shelter": shelter, "here": "pledge", "page": page, "head": pages.head_of(page)}
    return render(request, "reports/public/pledge.html", context)


@open_page
def public_figures(request, slug):
    shelter = get_object_or_404(Shelter, slug=slug)
    page = pages.in_force(shelter)
    years = yearly_figures(shelter) if page and page.shows_figures else None
    survey = published_results(shelter)
    context = {"shelter": shelter, "here": "figures", "page": page, "years": years, "survey": survey}
    return render(request, "reports/public/figures.html", context)


@open_page
def public_privacy(request, slug):
    shelter = get_object_or_404(Shelter, slug=slug)
    context = {"shelter": shelter, "page": pages.in_force(shelter)}
    return render(request, "reports/public/privacy.html", context)
