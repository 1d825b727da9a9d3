"""Who in the house waits for something: residents without an assessment, long absences, children left alone."""

from django.urls import reverse

from assessments.models import Assessment
from cases.models import Absence, Death, Extension, Stay
from cases.models.household import left_alone
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal, waktu
from reports.dues import first
from reports.dues.approvals import overdue_since

ALONE = "orang dewasa yang datang bersamanya sudah tidak di panti; masa tinggalnya tetap berjalan"


def people_dues(user):
    """(heading, rows of (words, address, note))"""
    alone = left_alone(Stay.objects.allowed(user, Perm.REVIEW))
    unburied = first(Death.objects.visible_to(user).unburied().for_page())
    gone = first(Absence.objects.allowed(user, Perm.DISCHARGE).to_close().for_list())
    asked = first(Extension.objects.allowed(user, Perm.REVIEW).waiting().for_list())
    return [
        ("Anak tanpa pendamping: segera", [_alone(stay) for stay in alone]),
        ("Pemulasaraan", [_unburied(death) for death in unburied]),
        ("Lama pergi tanpa izin", [_gone(absence) for absence in gone]),
        ("Permintaan perpanjangan", [_asked(extension) for extension in asked]),
    ]


def assessment_dues(user):
    """(heading, rows of (words, address, note))"""
    reviews = Assessment.objects.allowed(user, Perm.REVIEW).waiting_for_review().for_list()
    reviews = first(reviews.select_related("submitted_by"))
    late = overdue_since() if reviews else None
    drafts = first(Assessment.objects.allowed(user, Perm.ASSESS).drafts_of(user).for_list())
    bare = Stay.objects.allowed(user, Perm.ASSESS).resident().filter(assessments=None)
    bare = first(bare.select_related("client", "shelter").order_by("entered_on", "pk"))
    return [
        ("Menunggu persetujuan Anda", [_review(one, late) for one in reviews]),
        ("Asesmen yang belum selesai", [_draft(one) for one in drafts]),
        ("Belum diasesmen", [_bare(stay) for stay in bare]),
    ]


def _alone(stay):
    return stay.client, reverse("cases:client_family", args=[stay.client_id]), f"{stay.shelter} · {ALONE}"


def _unburied(death):
    return death, death.get_absolute_url(), f"Masa tunggu sampai {waktu(death.wait_until, death.stay.shelter)}"


def _gone(absence):
    note = f"{absence.stay.shelter} · pergi {tanggal(absence.left_on)} · usul: tutup masa tinggal"
    return absence.stay.client, reverse("cases:absence_close", args=[absence.pk]), note


def _asked(extension):
    note = f"{extension.shelter} · sampai {tanggal(extension.until)} · diminta {extension.requested_by}"
    return extension.stay.client, extension.get_absolute_url(), note


def _review(assessment, late):
    asked = f"diajukan {waktu(assessment.submitted_at, assessment.stay.shelter)} oleh {assessment.submitted_by}"
    waiting = " · menunggu lebih dari 2 hari kerja" if assessment.submitted_at < late else ""
    address = reverse("assessments:assessment_review", args=[assessment.pk])
    return assessment.stay.client, address, f"{assessment.instrument} · {asked}{waiting}"


def _draft(assessment):
    note = f"{assessment.instrument} · {assessment.get_status_display()}"
    return assessment.stay.client, assessment.get_absolute_url(), note


def _bare(stay):
    note = f"{stay.shelter} · masuk {tanggal(stay.entered_on)}, hari ke-{stay.day_number}"
    return stay.client, stay.client.get_absolute_url(), note
