"""The instruments of the department: whoever assesses reads what was published, the department decides what is."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.instrument import AgreeForm, OfferForm, UploadForm
from assessments.models import Instrument, InstrumentVersion
from assessments.xlsform import FormRefused
from cases.audit import record
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once


@require_safe
def instrument_list(request):
    publishes = request.user.holds(Perm.INSTRUMENTS)
    if not publishes and not request.user.holds(Perm.ASSESS):
        raise PermissionDenied
    instruments = Instrument.objects.visible_to(request.user).for_list()
    return render(request, "assessments/instrument_list.html", {"instruments": instruments, "publishes": publishes})


@require_safe
def instrument_detail(request, pk):
    instrument = get_object_or_404(Instrument.objects.visible_to(request.user).for_list(), pk=pk)
    versions = InstrumentVersion.objects.visible_to(request.user).filter(instrument=instrument).for_list()
    context = {"instrument": instrument, "publishes": request.user.holds(Perm.INSTRUMENTS)}
    context["drafts"] = [version for version in versions if not version.is_published]
    context["versions"] = [version for version in versions if version.is_published]
    return render(request, "assessments/instrument_detail.html", context)


@require_http_methods(["GET", "POST"])
def instrument_upload(request):
    """A file becomes a draft, or a table of what is wrong with it; then nothing is kept of it."""
    require(request.user, Perm.INSTRUMENTS)
    form = UploadForm(request.POST or None, request.FILES or None)
    problems = []

    def make():
        try:
            version = InstrumentVersion.upload(
                source=form.source, kind=form.kind, file_name=form.file_name, by=request.user
            )
        except FormRefused as refused:
            problems.extend(refused.problems)
            record(by=request.user, action="instrument.refused", target=request.user, file=form.file_name)
            words = "Berkas ini belum dapat dipakai dan tidak disimpan. Perbaiki yang disebut di halaman ini."
            raise ValidationError({"file": words}) from refused
        messages.success(request, "Berkas diterima sebagai konsep. Periksa pratinjaunya, lalu terbitkan.")
        return version.get_absolute_url()

    gone = create_once(request, form, make)
    return gone or render(request, "assessments/instrument_upload.html", {"form": form, "problems": problems})


@require_http_methods(["GET", "POST"])
def instrument_retire(request, pk):
    instrument = get_permitted(request.user, Instrument.objects.for_list(), Perm.INSTRUMENTS, pk=pk)
    form = AgreeForm(request.POST if request.method == "POST" else None)

    def retire():
        instrument.retire(by=request.user)
        return f"{instrument} tidak dipakai lagi untuk asesmen baru."

    gone = act(request, form, retire, instrument.get_absolute_url())
    return gone or render(request, "assessments/instrument_retire.html", {"form": form, "instrument": instrument})


@require_http_methods(["GET", "POST"])
def instrument_restore(request, pk):
    instrument = get_permitted(request.user, Instrument.objects, Perm.INSTRUMENTS, pk=pk)
    form = AgreeForm(request.POST if request.method == "POST" else None)

    def restore():
        instrument.restore(by=request.user)
        return f"{instrument} dipakai lagi."

    gone = act(request, form, restore, instrument.get_absolute_url())
    return gone or render(request, "assessments/instrument_restore.html", {"form": form, "instrument": instrument})


@require_http_methods(["GET", "POST"])
def instrument_offer(request, pk):
    instrument = get_permitted(request.user, Instrument.objects, Perm.INSTRUMENTS, pk=pk)
    form = OfferForm(request.POST or None, instance=instrument)

    def offer():
        instrument.offer(by=request.user, **form.cleaned_data)
        return "Pengaturan instrumen disimpan."

    gone = act(request, form, offer, instrument.get_absolute_url())
    return gone or render(request, "assessments/instrument_offer.html", {"form": form, "instrument": instrument})
