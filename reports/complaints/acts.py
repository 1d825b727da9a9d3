"""What can be done about a complaint: each act's page, who may do it, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from cases.models import Client, Shelter
from cases.permissions import Perm
from reports.complaints import handling_forms as forms
from reports.complaints.helping import announce
from reports.models import Complaint, ComplaintClient, ComplaintShare, ComplaintStep
from reports.models.complaint_words import WORKING, Addressee, Kind, Status


@dataclass(frozen=True)
class Act:
    """`open`: whether it is offered on this complaint now. `perm`: the right it asks; None for whoever it was given to.

    `form(data, complaint, user)`; `do(complaint, given, by)` says what was done.
    """

    heading: str
    button: str
    form: Callable
    do: Callable
    open: Callable
    perm: Perm | None = Perm.COMPLAINTS
    intro: str = ""
    leaves: bool = False  # whoever did it may no longer read the complaint


def plain(form_class):
    return lambda data, complaint, user: form_class(data)


def of_complaint(form_class):
    return lambda data, complaint, user: form_class(data, complaint=complaint)


def with_shelters(form_class):
    return lambda data, complaint, user: form_class(
        data, complaint=complaint, shelters=Shelter.objects.visible_to(user) if not complaint.shelter
        else Shelter.objects.filter(pk=complaint.about_id),
    )  # fmt: skip


def others(data, complaint, user):
    seen = Complaint.objects.visible_to(user).exclude(pk=complaint.pk).exclude(status=Status.DUPLICATE)
    return forms.DuplicateForm(data, others=seen)


def numbered(data, complaint, user):
    return forms.NumberForm(data, initial={"number": complaint.sp4n_id})


def verify(complaint, given, by):
    complaint.verify(by=by)
    return f"{complaint.number} diverifikasi."


def refuse(complaint, given, by):
    complaint.refuse(by=by, **given)
    return f"{complaint.number} tidak diproses; pengirim membaca penjelasannya."


def double(complaint, given, by):
    complaint.mark_duplicate(by=by, **given)
    return f"{complaint.number} dicatat ganda dari {complaint.duplicate_of.number}."


def forward(complaint, given, by):
    complaint.forward(by=by, **given)
    return f"{complaint.number} diteruskan ke {complaint.forwarded_to}."


def hand_up(complaint, given, by):
    complaint.hand_up(by=by)
    return f"{complaint.number} diserahkan ke dinas. Panti tidak melihatnya lagi."


def assign(complaint, given, by):
    complaint.assign(given["to"], by=by)
    return f"{complaint.number} ditugaskan kepada {given['to']}."


def step(complaint, given, by):
    ComplaintStep.add(complaint, given["kind"], given["text"], by=by)
    return "Langkah dicatat."


def answer(complaint, given, by):
    complaint.answer(given["text"], by=by)
    return f"Jawaban {complaint.number} disimpan."


def close(complaint, given, by):
    complaint.close(by=by, **given)
    return f"{complaint.number} ditutup."


def share(complaint, given, by):
    ComplaintShare.share(complaint, given["shelter"], given["text"], by=by)
    return f"Disampaikan kepada kepala {given['shelter']}."


def help_person(complaint, given, by):
    asked = announce(complaint, by=by, **given)
    return f"Menjadi permintaan penerimaan {asked.number} di {asked.shelter}."


def join(complaint, given, by):
    client = Client.objects.visible_to(by).filter(number__iexact=given["number"]).first()
    if client is None:
        raise ValidationError({"number": "Nomor klien ini tidak ada di panti Anda."})
    ComplaintClient.join(complaint, client, by=by)
    return f"Dihubungkan dengan klien {client.number}."


def part(complaint, given, by):
    number = given["joined"].client.number
    given["joined"].part(by=by)
    return f"Hubungan dengan klien {number} dilepaskan."


def tell_number(complaint, given, by):
    complaint.note_sp4n(given["number"], by=by)
    return "Nomor SP4N-LAPOR! disimpan."


def received(complaint):
    return complaint.status == Status.RECEIVED


def worked_on(complaint):
    return complaint.status in WORKING


# In the order in which they are offered: what comes next stands first.
ACTS = {
    "verifikasi": Act("Verifikasi", "Terverifikasi, kami tangani", plain(forms.HandUpForm), verify, received,
                      intro="Keterangannya cukup, dan ini urusan kami."),
    "tolak": Act("Tidak dapat diproses", "Simpan alasan", plain(forms.RefuseForm), refuse, received),
    "ganda": Act("Laporan ganda", "Simpan sebagai ganda", others, double, received),
    "teruskan": Act("Teruskan ke instansi lain", "Simpan penerusan", plain(forms.ForwardForm), forward, received),
    "umumkan": Act("Jadikan permintaan penerimaan", "Masukkan ke daftar permintaan", with_shelters(forms.AnnounceForm),
                   help_person, lambda one: worked_on(one) and one.kind == Kind.PERSON and not one.request_id),
    "klien": Act("Hubungkan dengan klien", "Hubungkan", plain(forms.JoinForm), join,
                 lambda one: worked_on(one) and one.kind == Kind.PERSON and one.addressed_to == Addressee.SHELTER,
                 perm=Perm.FILE, intro="Hubungan ini hanya dilihat yang membaca berkas klien."),
    "lepas": Act("Lepaskan hubungan dengan klien", "Lepaskan", of_complaint(forms.PartForm), part,
                 lambda one: one.kind == Kind.PERSON and one.shelter is not None and one.clients.exists(),
                 perm=Perm.FILE, intro="Untuk hubungan yang keliru. Laporan dan berkas klien tetap ada."),
    "jawab": Act("Jawab", "Kirim jawaban", of_complaint(forms.AnswerForm), answer, worked_on),
    "tutup": Act("Tutup", "Tutup", plain(forms.CloseForm), close, lambda one: one.status == Status.ANSWERED),
    "langkah": Act("Catat langkah", "Simpan langkah", of_complaint(forms.StepForm), step,
                   lambda one: True, perm=None),
    "tugaskan": Act("Tugaskan", "Tugaskan", of_complaint(forms.AssignForm), assign, lambda one: one.is_open),
    "sampaikan": Act("Minta tanggapan panti", "Sampaikan kepada panti", with_shelters(forms.ShareForm), share,
                     lambda one: one.is_open and one.addressed_to == Addressee.DEPARTMENT),
    "dinas": Act("Serahkan ke dinas", "Serahkan ke dinas", plain(forms.HandUpForm), hand_up,
                 lambda one: one.is_open and one.addressed_to == Addressee.SHELTER, leaves=True,
                 intro="Sesudah ini hanya dinas yang membaca dan menanganinya; panti tidak melihatnya lagi."),
    "sp4n": Act("Nomor SP4N-LAPOR!", "Simpan nomor", numbered, tell_number, lambda one: True),
}  # fmt: skip


def offered(complaint, *, handles, reads_files):
    """[(slug, act)] that this person may do on it now."""
    held = {None: True, Perm.COMPLAINTS: handles, Perm.FILE: reads_files}
    return [(slug, act) for slug, act in ACTS.items() if held[act.perm] and act.open(complaint)]
