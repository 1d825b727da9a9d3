"""What hangs on a partner: criteria, free places, opening hours, contacts, agreements, notes of experience."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cases.permissions import Perm, require
from cases.views.acts import act, create_once
from referrals.forms.partner import (
    AgreementChangeForm,
    AgreementForm,
    ContactChangeForm,
    ContactForm,
    CriteriaForm,
    HoursForm,
    NoteForm,
    PlacesForm,
)
from referrals.models import Criteria, OpeningHours, PartnerAgreement, PartnerContact, PartnerNote
from referrals.views.partner import partner_of

PART = "referrals/partner_part.html"


def part(request, form, partner, heading, button, **more):
    return render(request, PART, {"form": form, "partner": partner, "heading": heading, "button": button} | more)


@require_http_methods(["GET", "POST"])
def partner_criteria(request, pk):
    partner = partner_of(request, pk)
    form = CriteriaForm(request.POST or None, instance=Criteria.of(partner))

    def save():
        form.save(by=request.user)
        return "Kriteria disimpan."

    return act(request, form, save, f"{partner.get_absolute_url()}#kriteria") or part(
        request, form, partner, "Kriteria penerimaan", "Simpan kriteria"
    )


@require_http_methods(["GET", "POST"])
def partner_places(request, pk):
    partner = partner_of(request, pk)
    form = PlacesForm(request.POST or None, initial={"on": timezone.localdate()})

    def tell():
        if form.cleaned_data["on"] > timezone.localdate():
            raise ValidationError({"on": "Tanggal belum tiba."})
        Criteria.of(partner).tell_places(by=request.user, **form.cleaned_data)
        return "Tempat kosong dicatat."

    return act(request, form, tell, f"{partner.get_absolute_url()}#kriteria") or part(
        request, form, partner, "Tempat kosong menurut mitra", "Catat tempat kosong"
    )


@require_http_methods(["GET", "POST"])
def partner_hours(request, pk):
    partner = partner_of(request, pk)
    initial = {"always_open": partner.always_open, "hours_note": partner.hours_note}
    for hours in partner.hours.all():
        initial |= {f"opens_{hours.weekday}": hours.opens, f"closes_{hours.weekday}": hours.closes}
    form = HoursForm(request.POST or None, initial=initial)

    def write():
        given = form.cleaned_data
        OpeningHours.write(
            partner, by=request.user, week=form.week, always_open=given["always_open"], note=given["hours_note"]
        )
        return "Jam buka disimpan."

    done = act(request, form, write, f"{partner.get_absolute_url()}#kontak")
    return done or render(request, "referrals/partner_hours.html", {"form": form, "partner": partner})


def saved(request, form, partner, sentence):
    """A new row of a partner, whatever it is: `create_once` asks for its address."""

    def make():
        form.save(by=request.user)
        messages.success(request, sentence)
        return partner.get_absolute_url()

    return create_once(request, form, make)


@require_http_methods(["GET", "POST"])
def partnercontact_new(request, pk):
    partner = partner_of(request, pk)
    form = ContactForm(request.POST or None, instance=PartnerContact(partner=partner))
    return saved(request, form, partner, "Narahubung ditambahkan.") or part(
        request, form, partner, "Tambah narahubung", "Tambah narahubung"
    )


@require_http_methods(["GET", "POST"])
def partnercontact_edit(request, pk):
    contact = contact_of(request, pk)
    form = ContactChangeForm(request.POST or None, instance=contact)

    def save():
        form.save(by=request.user)
        return "Narahubung disimpan."

    return act(request, form, save, contact.partner.get_absolute_url()) or part(
        request, form, contact.partner, "Ubah narahubung", "Simpan narahubung"
    )


@require_POST
def partnercontact_remove(request, pk):
    contact = contact_of(request, pk)
    partner = contact.partner
    contact.remove(by=request.user)
    messages.success(request, "Narahubung dihapus.")
    return redirect(partner)


def contact_of(request, pk):
    require(request.user, Perm.PARTNERS)
    return get_object_or_404(PartnerContact.objects.select_related("partner"), pk=pk)  # allowed( by require above


@require_http_methods(["GET", "POST"])
def partneragreement_new(request, pk):
    partner = partner_of(request, pk)
    form = AgreementForm(request.POST or None, instance=PartnerAgreement(partner=partner))
    return saved(request, form, partner, "Perjanjian dicatat.") or part(
        request, form, partner, "Catat MoU atau perjanjian", "Catat perjanjian"
    )


@require_http_methods(["GET", "POST"])
def partneragreement_edit(request, pk):
    require(request.user, Perm.PARTNERS)
    agreements = PartnerAgreement.objects.visible_to(request.user).select_related("partner")
    agreement = get_object_or_404(agreements, pk=pk)
    form = AgreementChangeForm(request.POST or None, instance=agreement)

    def save():
        form.save(by=request.user)
        return "Perjanjian disimpan."

    return act(request, form, save, agreement.partner.get_absolute_url()) or part(
        request, form, agreement.partner, "Ubah perjanjian", "Simpan perjanjian"
    )


@require_http_methods(["GET", "POST"])
def partnernote_new(request, pk):
    partner = partner_of(request, pk)
    shelter = request.user.shelters_with(Perm.PARTNERS).first()
    note = PartnerNote(partner=partner, shelter=None if request.user.holds(Perm.MANAGE) else shelter)
    form = NoteForm(request.POST or None, instance=note, initial={"on": timezone.localdate()})

    def make():
        form.instance.write(by=request.user)
        messages.success(request, "Catatan pengalaman disimpan.")
        return f"{partner.get_absolute_url()}#pengalaman"

    return create_once(request, form, make) or part(
        request, form, partner, "Catatan pengalaman", "Simpan catatan"
    )  # fmt: skip


@require_POST
def partnernote_withdraw(request, pk):
    """Whoever wrote it, and whoever answers for a shelter or the department, may take a note away."""
    require(request.user, Perm.PARTNERS)
    note = get_object_or_404(PartnerNote.objects.visible_to(request.user).select_related("partner"), pk=pk)
    if note.written_by_id != request.user.pk and not any(map(request.user.holds, (Perm.REVIEW, Perm.MANAGE))):
        raise PermissionDenied
    try:
        note.withdraw(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, "Catatan dihapus.")
    return redirect(note.partner)
