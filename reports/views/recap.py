from django import forms
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted
from reports.figures.recap import recap as compute
from reports.month import Month

LONGEST = 3660  # days: ten years


class PeriodForm(forms.Form):
    dari = forms.DateField(label="Dari tanggal")
    sampai = forms.DateField(label="Sampai tanggal")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            field.error_messages = {"required": "Isi tanggal.", "invalid": "Tanggal ini tidak ada."}

    def clean(self):
        first, last = self.cleaned_data.get("dari"), self.cleaned_data.get("sampai")
        if first and last and first > last:
            self.add_error("sampai", "Tanggal sampai tidak boleh sebelum tanggal dari.")
        elif first and last and (last - first).days > LONGEST:
            self.add_error("sampai", "Pilih masa paling lama 10 tahun.")


@require_safe
def recap(request, shelter):
    place = get_permitted(request.user, Shelter.objects, Perm.REPORT, slug=shelter)
    today = place.today()
    form = PeriodForm({"dari": Month.of(today).first, "sampai": today} | request.GET.dict())
    context = {"shelter": place, "form": form, "month": Month.of(today)}
    if form.is_valid():
        context["recap"] = compute(place, form.cleaned_data["dari"], form.cleaned_data["sampai"])
        context["is_provisional"] = form.cleaned_data["sampai"] >= today
    return render(request, "reports/recap.html", context)
