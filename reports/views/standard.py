"""Standar pelayanan: what each type of service owes, since when and by which source; and how the index is classed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import BasicService, ServiceRule, ServiceType, Shelter
from cases.permissions import Perm, require
from cases.views.acts import act, create_once
from cases.views.intake import add_errors
from reports.models import IndexClass, IndexWeight
from reports.spm.words import rule_in_words
from reports.standard.forms import BasicServiceForm, ClassesForm, EndForm, NewBasicServiceForm, RuleForm, WeightsForm
from reports.standard.preview import effects, signed_since, with_end, with_rule

# The rows of these pages belong to the whole department: whoever passes require( is allowed( all of them.
HOME = "reports:standard"


def chosen_day(request):
    """The day whose rules are shown, and what is wrong with what was asked."""
    asked = request.GET.get("tanggal", "")
    try:
        day = parse_date(asked) if asked else timezone.localdate()
    except ValueError:
        day = None
    return (day, "") if day else (timezone.localdate(), "Tanggal ini tidak ada. Ditampilkan yang berlaku hari ini.")


def told(rules):
    """Each with `in_words`, as the report says it."""
    rules = list(rules)
    for rule in rules:
        rule.in_words = rule_in_words(rule)
    return rules


@require_safe
def standard(request):
    require(request.user, Perm.STANDARD)
    day, problem = chosen_day(request)
    in_force = ServiceRule.objects.in_force(day, day).select_related("service")  # allowed( above
    rules = {}
    for rule in told(in_force.order_by("service__position", "service_id")):
        rules.setdefault(rule.service_type_id, []).append(rule)
    kinds = [(kind, rules.get(kind.pk, [])) for kind in ServiceType.objects.all()]  # allowed( above
    context = {
        "day": day, "problem": problem, "kinds": kinds,
        "services": BasicService.objects.all(),  # allowed( above
        "classes": IndexClass.objects.on(day),  # allowed( above
        "weights": IndexWeight.objects.on(day).first(),  # allowed( above
    }  # fmt: skip
    return render(request, "reports/standard.html", context)


@require_safe
def standard_history(request, kind, service):
    """Every version of one rule, the latest first."""
    require(request.user, Perm.STANDARD)
    found = get_object_or_404(ServiceType.objects.all(), pk=kind)  # allowed( above
    versions = told(found.rules.filter(service=service).select_related("service").order_by("-valid_from"))
    context = {"kind": found, "service": get_object_or_404(BasicService.objects.all(), pk=service),  # allowed( above
               "versions": versions, "today": timezone.localdate()}  # fmt: skip
    return render(request, "reports/standard_history.html", context)


@require_http_methods(["GET", "POST"])
def rule_settle(request, kind, service=None):
    """A rule of a type from a day on: first what it would change, then, on a second press, the rule."""
    require(request.user, Perm.STANDARD)
    found = get_object_or_404(ServiceType.objects.all(), pk=kind)  # allowed( above
    given = get_object_or_404(BasicService.objects.all(), pk=service) if service else None  # allowed( above
    form = RuleForm(request.POST or None, kind=found, service=given, initial=last_values(found, given))

    def make():
        rule = ServiceRule.settle(form.instance, by=request.user)
        messages.success(request, f"Aturan “{rule.service}” ditetapkan sejak {rule.valid_from:%d/%m/%Y}.")
        return reverse("reports:standard_history", args=[found.pk, rule.service_id])

    if "save" in request.POST:
        done = create_once(request, form, make, otherwise=HOME)
        if done:
            return done
    context = {"form": form, "kind": found, "service": given}
    if form.is_bound and form.is_valid():
        context |= consequences(found, with_rule(form.instance), form.instance.valid_from)
    return render(request, "reports/standard_rule.html", context)


def last_values(kind, service):
    """Of the latest version, so that only what changes is typed."""
    last = kind.rules.filter(service=service).order_by("-valid_from").first() if service else None
    names = ("needed_by", "rule", "quantity", "first_days", "sipd_code")
    return {name: getattr(last, name) for name in names} if last else {}


def consequences(kind, rules, day):
    shelters = Shelter.objects.all()  # the department's own: allowed( whoever keeps the standard
    found = effects(kind, rules, shelters)
    return {
        "previewed": True,
        "effects": [effect for effect in found if effect.differs],
        "unchanged": len([effect for effect in found if not effect.differs]),
        "signed": signed_since(day),
    }


@require_http_methods(["GET", "POST"])
def rule_end(request, pk):
    require(request.user, Perm.STANDARD)
    rule = get_object_or_404(ServiceRule.objects.select_related("service", "service_type"), pk=pk)  # allowed( above
    form = EndForm(request.POST or None, rule=rule)
    [rule] = told([rule])
    context = {"form": form, "rule": rule, "kind": rule.service_type}
    if form.is_bound and form.is_valid():
        on = form.cleaned_data["on"]
        if "save" in request.POST:
            try:
                rule.end(by=request.user, on=on, source=form.cleaned_data["source"])
            except ValidationError as error:
                add_errors(form, error)
            else:
                messages.success(request, f"Aturan “{rule.service}” berakhir {on:%d/%m/%Y}.")
                return redirect("reports:standard_history", rule.service_type_id, rule.service_id)
        else:
            context |= consequences(rule.service_type, with_end(rule, on), on)
    return render(request, "reports/standard_end.html", context)


@require_http_methods(["GET", "POST"])
def service_new(request):
    require(request.user, Perm.STANDARD)
    form = NewBasicServiceForm(request.POST or None)

    def make():
        service = form.save(by=request.user)
        messages.success(
            request, f"“{service}” ditambahkan. Tetapkan aturannya pada jenis pelayanan yang memberikannya."
        )
        return reverse(HOME)

    done = create_once(request, form, make, otherwise=HOME)
    return done or render(request, "reports/standard_service.html", {"form": form})


@require_http_methods(["GET", "POST"])
def service_edit(request, slug):
    require(request.user, Perm.STANDARD)
    service = get_object_or_404(BasicService.objects.all(), pk=slug)  # allowed( above
    form = BasicServiceForm(request.POST or None, instance=service)

    def save():
        form.save(by=request.user)
        return "Sebutan disimpan. Laporan yang sudah ditandatangani tidak berubah."

    done = act(request, form, save, HOME)
    return done or render(request, "reports/standard_service.html", {"form": form, "service": service})


@require_http_methods(["GET", "POST"])
def classes_settle(request):
    require(request.user, Perm.STANDARD)
    now = IndexClass.objects.on(timezone.localdate())  # allowed( above
    lines = "\n".join(f"{one.name}; {one.lower.normalize():f}".replace(".", ",") for one in now)
    form = ClassesForm(request.POST or None, initial={"lines": lines})

    def make():
        given = form.cleaned_data
        IndexClass.settle(given["lines"], by=request.user, valid_from=given["valid_from"], source=given["source"])
        messages.success(request, f"Predikat indeks ditetapkan sejak {given['valid_from']:%d/%m/%Y}.")
        return reverse(HOME)

    return create_once(request, form, make, otherwise=HOME) or render(
        request, "reports/standard_classes.html", {"form": form}
    )


@require_http_methods(["GET", "POST"])
def weights_settle(request):
    require(request.user, Perm.STANDARD)
    now = IndexWeight.objects.on(timezone.localdate()).first()  # allowed( above
    initial = {"recipients": now.recipients, "quality": now.quality} if now else {}
    form = WeightsForm(request.POST or None, initial=initial)

    def make():
        given = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        IndexWeight.settle(by=request.user, **given)
        messages.success(request, f"Bobot indeks ditetapkan sejak {given['valid_from']:%d/%m/%Y}.")
        return reverse(HOME)

    return create_once(request, form, make, otherwise=HOME) or render(
        request, "reports/standard_weights.html", {"form": form}
    )
