"""What the department settles for each kind of letter: its code, how long it is kept, and its words."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.letters import LetterRuleForm
from cases.letter_words import filled
from cases.models import LetterRule, LetterText
from cases.models.letter_kinds import SOCIAL_AFFAIRS, Kind
from cases.models.letter_text import places_of
from cases.permissions import Perm, require
from cases.views.intake import add_errors


@dataclass(frozen=True)
class Sample:
    """A shelter that is none, for the sample."""

    name: str = "Rumah Singgah Contoh"
    city: str = "Kota Contoh"
    phone: str = "(0200) 123456"
    email: str = "contoh@example.go.id"
    letterhead_department: str = "DINAS SOSIAL"


SAMPLE = {"tanggal_masuk": "2 Maret 2026", "waktu": "Senin, tanggal 16 Maret 2026, pukul 10.00 WIB"}
SAMPLE_FACTS = [("Nama", "Nama Klien Contoh"), ("Jenis kelamin", "Laki-laki"), ("Alamat asal", "Desa Contoh")]


@require_safe
def letterrule_list(request):
    require(request.user, Perm.MANAGE)
    rules = {rule.kind: rule for rule in LetterRule.objects.all()}  # the department's list: allowed( whoever manages
    rows = [(kind, rules.get(kind.value)) for kind in sorted(Kind, key=lambda kind: kind.label)]
    return render(request, "cases/letterrule_list.html", {"rows": rows, "usual": SOCIAL_AFFAIRS})


@require_http_methods(["GET", "POST"])
def letterrule_edit(request, kind):
    require(request.user, Perm.MANAGE)
    if kind not in Kind.values:
        raise Http404
    last = LetterText.objects.current(kind)  # the department's words: allowed( whoever manages
    form = LetterRuleForm(request.POST or None, kind=Kind(kind), initial=initial_of(kind, last))
    sample = None
    if form.is_valid():
        if "sample" not in request.POST:
            if saved(request, form, kind):
                return redirect("cases:letterrule_list")
        else:
            sample = filled(form.text(), Sample(), **SAMPLE)
    context = {
        "form": form, "kind": Kind(kind), "places": places_of(kind), "sample": sample, "facts": SAMPLE_FACTS,
        "past": LetterText.objects.filter(kind=kind).select_related("created_by"),  # allowed( whoever manages
    }  # fmt: skip
    return render(request, "cases/letterrule_form.html", context)


def initial_of(kind, last):
    rule = LetterRule.objects.filter(kind=kind).first() or LetterRule(kind=kind)  # allowed( whoever manages
    texts = {name: getattr(last, name) for name in ("opening", "closing", "copies", "enclosure")} if last else {}
    code = {"classification": rule.classification, "retention": rule.retention}
    return code | texts | {"version": last.number if last else 0}


def saved(request, form, kind):
    try:
        LetterRule.settle(kind, by=request.user, **form.said())
    except ValidationError as error:
        add_errors(form, error)
        return False
    messages.success(request, "Disimpan. Berlaku bagi surat berikutnya; surat yang sudah bernomor tidak berubah.")
    return True
