"""What the shelter told the public of its survey, for anybody."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cases.models import Shelter
from reports.survey.published import published_results


@login_not_required
@require_safe
def survey_published(request, shelter):
    """The latest published period, or the one asked for, and the index over the periods."""
    place = get_object_or_404(Shelter.objects.all(), slug=shelter)  # public: allowed( anybody
    results = published_results(place)
    asked = request.GET.get("sampai", "")
    result = next((one for one in results if one["ends_on"] == asked), results[0] if results else None)
    context = {"shelter": place, "result": result, "results": results, "here": "skm"}
    if result:
        context["groups"] = [one for one in result["groups"] if one["key"] in ("sex", "education")]
    return render(request, "reports/survey/published.html", context)
