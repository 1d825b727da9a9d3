"""What is due today in the files that this person keeps: each list as home shows it."""

from django.urls import reverse
from django.utils import timezone

from cases.models import Aftercare, FileWarning, IdentityPaper, Visit
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from referrals.models import Referral
from reports.dues import first


def file_dues(user):
    """(heading, rows of (words, address, note))"""
    today, file = timezone.localdate(), Perm.FILE
    papers = first(IdentityPaper.objects.allowed(user, file).overdue(today).for_page())
    warnings = first(FileWarning.objects.allowed(user, file).due(today).select_related("client"))
    contacts = first(Aftercare.objects.allowed(user, file).due(today).for_list())
    visits = first(Visit.objects.allowed(user, file).due(today))
    halted = first(Referral.objects.allowed(user, Perm.REFER).to_resume().for_list())
    return [
        (
            "Klien sudah kembali: lanjutkan rujukannya?",
            [(row.client, row.get_absolute_url(), str(row.partner)) for row in halted],
        ),
        ("Dokumen yang lama menunggu", [(row.client, row.get_absolute_url(), str(row)) for row in papers]),
        (
            "Peringatan yang perlu dilihat lagi",
            [(row.client, row.client.get_absolute_url(), str(row)) for row in warnings],
        ),
        (
            "Bimbingan lanjut",
            [(row.stay.client, reverse("cases:aftercare_list"), tanggal(row.due_on)) for row in contacts],
        ),
        (
            "Kunjungan yang dijanjikan",
            [(row.stay.client, row.stay.get_absolute_url(), tanggal(row.next_on)) for row in visits],
        ),
    ]
