"""The result of a period as plain figures: what the page, the report, the public page and the frozen publication draw.

Numbers that are no counts stand as text with a point ("77.78"), so that a publication can be kept as JSON and read
again to the digit. As many queries for all shelters as for one.
"""

from collections import Counter

from django.db.models import Count, Min, Sum

from reports.models import SurveyClass, SurveyElement, SurveyResponse, SurveyScore
from reports.models.survey import ENOUGH
from reports.survey import ikm
from reports.survey.hiding import shown

GROUPS = {
    "respondent": "Responden",
    "sex": "Jenis kelamin",
    "age_band": "Usia",
    "education": "Pendidikan",
    "occupation": "Pekerjaan",
    "way": "Cara menjawab",
}
LOWEST = 3  # elements that are named as the worst
UNTOLD = "Tidak diisi"


def figures_of(period):
    """The figures of one period with the groups of its respondents."""
    found = all_figures([period])[period.pk]
    return found if found["too_few"] else found | {"groups": groups_of(period)}


def all_figures(periods):
    """{pk: figures without groups}, in four queries; in three where the periods (with_counts) bring theirs."""
    periods = list(periods)
    if not periods:
        return {}
    people = {one.pk: one.answered for one in periods if hasattr(one, "answered")}
    if len(people) < len(periods):
        counted = SurveyResponse.objects.filter(period__in=periods).values_list("period").annotate(count=Count("pk"))
        people = dict(counted.order_by())
    scored = SurveyScore.objects.filter(response__period__in=periods).values_list("response__period", "element")
    sums = {
        (period, code): (total, filled)
        for period, code, total, filled in scored.annotate(total=Sum("score"), filled=Count("pk")).order_by()
    }
    elements = list(SurveyElement.objects.annotate(since=Min("questions__valid_from")).order_by("order"))
    classes = list(SurveyClass.objects.all())
    return {
        period.pk: told(
            period,
            people.get(period.pk, 0),
            [
                ikm.Element(one.code, one.name, *sums.get((period.pk, one.code), (0, 0)))
                for one in elements
                if one.since and one.since <= period.begins_on
            ],
            [one for one in classes if one.valid_from <= period.ends_on <= (one.valid_to or period.ends_on)],
        )
        for period in periods
    }


def told(period, people, elements, classes):
    """Under five answers only how many there are: an average of so few tells what each of them said."""
    needed = ikm.sample_needed(period.population)
    found = {
        "shelter": period.shelter.name, "period": period.name, "begins_on": str(period.begins_on),
        "ends_on": str(period.ends_on), "respondents": people, "population": period.population, "needed": needed,
        "too_few": people < ENOUGH,
    }  # fmt: skip
    if people < ENOUGH:
        return found
    index = ikm.Index(tuple(elements), ikm.PRINTED if period.equal_weight_rounded else ikm.EXACT)
    grade = ikm.grade_of(index.converted, classes)
    paid = index.without(ikm.FREE)
    return found | {
        "index": text(index.converted), "value": text(index.value and ikm.rounded(index.value, 4)),
        "grade": grade.grade if grade else "", "words": grade.words if grade else "",
        "weight_rounded": period.equal_weight_rounded,
        "classes": [[one.grade, one.words, text(one.lower)] for one in sorted(classes, key=lambda one: -one.lower)],
        "source": classes[0].source if classes else "",
        "elements": [told_element(index, element) for element in elements],
        "silent": [element.name for element in index.silent],
        "lowest": [element.code for element in index.lowest_first[:LOWEST]],
        "free": text(next((e.average and ikm.rounded(e.average, 2) for e in elements if e.code == ikm.FREE), None)),
        "without_free": text(paid.converted) if len(paid.elements) < len(elements) else None,
    }  # fmt: skip


def told_element(index, element):
    average = element.average
    return {
        "code": element.code, "name": element.name, "total": element.total, "filled": element.filled,
        "average": text(average and ikm.rounded(average, 2)),
        "weighted": text(average and ikm.rounded(index.weighted(element), 3)),
        "width": int(average * 25) if average else 0,  # of the bar, percent
    }  # fmt: skip


def groups_of(period):
    """[{title, rows: [[label, count or None where hidden]], hidden}] of who answered, one query."""
    lines = SurveyResponse.objects.filter(period=period).values_list(*GROUPS).annotate(count=Count("pk")).order_by()
    counts = {name: Counter() for name in GROUPS}
    for *values, count in lines:
        for name, value in zip(GROUPS, values, strict=True):
            counts[name][value] += count
    return [{"key": name, "title": title, **group(name, counts[name])} for name, title in GROUPS.items()]


def group(name, counts):
    choices = dict(SurveyResponse._meta.get_field(name).choices)
    whole = {label: counts[value] for value, label in choices.items()}
    if counts[""]:
        whole[UNTOLD] = counts[""]
    safe = shown(whole)
    rows = [[label, count] for label, count in safe.items() if count != 0]
    return {"rows": rows, "hidden": sum(count is None for count in safe.values())}


def text(number):
    return None if number is None else str(number)
