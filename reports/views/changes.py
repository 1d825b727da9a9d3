from django import forms
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.permissions import Perm, require
from reports.figures.changes import change_tables
from reports.views.recap import PeriodForm


class ChangeForm(PeriodForm):
    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        wrong = {"invalid_choice": "Pilih panti dari daftar."}
        self.fields["panti"] = forms.ModelChoiceField(
            shelters,
            label="Panti",
            required=False,
            empty_label="Semua panti",
            to_field_name="slug",
            error_messages=wrong,
        )
        self.order_fields(["panti"])


@require_safe
def changes(request):
    """Better, the same or worse, per domain. Only whoever reads the files of all these houses sees small numbers."""
    require(request.user, Perm.REPORT)
    shelters, today = request.user.shelters_with(Perm.REPORT), timezone.localdate()
    given = {"dari": today.replace(month=1, day=1), "sampai": today} | request.GET.dict()
    form = ChangeForm(given, shelters=shelters)
    context = {"form": form}
    if form.is_valid():
        first, last, chosen = (form.cleaned_data[name] for name in ("dari", "sampai", "panti"))
        asked = [chosen] if chosen else list(shelters)
        masked = not set(asked) <= set(request.user.shelters_with(Perm.FILE))
        tables = change_tables(asked, first, last, masked=masked)
        context |= {"tables": tables, "masked": masked, "first": first, "last": last, "chosen": chosen}
    return render(request, "reports/changes.html", context)
