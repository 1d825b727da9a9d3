"""Referrals, partners and letters: the columns of what their own pages show."""

from cases.permissions import Perm
from cases.views.agenda import chosen_agenda
from referrals.forms.partner import PartnerSearchForm
from referrals.models import Partner, Referral
from referrals.models.reasons import DeclineReason
from referrals.views.referral import chosen_referrals
from reports.imports.partner_sheet import partner_rows
from reports.imports.partners import PartnerSheet
from reports.lists.fields import Field, Secret, choice, select, the_person
from reports.lists.listing import Listing, Selection
from reports.tables.table import Column, Kind

REFERRALS = [
    Field("Panti", "stay__shelter__name", width=26), *the_person(),
    Field("Nomor register", "stay__register_number", width=16), Field("Mitra", "partner__name", width=30),
    Field("Status", "status", tell=choice(Referral.Status)), Field("Nomor surat", "letter__number", width=26),
    Field("Tujuan", "purpose", secret=Secret.FILE, width=30),
    Field("Dikirim", "sent_at", Kind.DATETIME), Field("Dijawab", "answered_on", Kind.DATE),
    Field("Alasan ditolak", "decline_reason", tell=choice(DeclineReason)),
    Field("Dijanjikan tanggal", "arranged_on", Kind.DATE), Field("Diserahkan", "handed_over_on", Kind.DATE),
    Field("Tiba", "arrived_on", Kind.DATE), Field("Dibuat oleh", "created_by__name"),
]  # fmt: skip


def referrals(asking):
    status, found = chosen_referrals(asking.user, asking.query)
    words = f"Status: {dict(Referral.Status.choices)[status]}" if status else "Semua rujukan"
    return select(asking, asking.rows(found).for_list(), REFERRALS, words)


def partners(asking):
    """With the columns of the import, so that it can come back changed."""
    search = PartnerSearchForm(asking.query)
    found = search.apply(Partner.objects.all())

    def rows(start=None, stop=None):
        return partner_rows(found[start:stop] if stop is not None else found)

    columns = [Column(heading, Kind.ANY) for heading in PartnerSheet.columns()]
    said = search.cleaned_data if search.is_valid() else {}
    words = "; ".join(
        f"{search.fields[name].label}: {'ya' if value is True else value}" for name, value in said.items() if value
    )
    return Selection(columns, rows, found.count(), words or "Semua mitra yang dipakai")


def letters(asking):
    """The agenda of one shelter's year; whom a letter is about stands in it for those who may read it."""
    _, book = chosen_agenda(asking.user, asking.query, perm=asking.out if asking.taking_out else None)
    dates = {"Tanggal", "Tanggal surat", "Diterima"}
    people = {"Perihal", "Kepada", "Dari"} if book.whole else set()
    columns = [
        Column(
            heading, Kind.DATE if heading in dates else Kind.ANY, heading in people, 30 if heading in people else None
        )
        for heading in book.columns
    ]
    when = f"{book.year}, bulan {book.month}" if book.month else f"{book.year}"
    words = f"{book.heading} {when}, {book.shelter}"
    return Selection(
        columns, lambda start=None, stop=None: book.lines()[start:stop], book.rows.count(), words, shelter=book.shelter,
        title=f"{book.heading} {book.year}",
    )  # fmt: skip


GROUP = "Rujukan, mitra, dan surat"
OF_PARTNERS = [
    Listing("rujukan", "Rujukan", "Rujukan menurut status.", referrals, Perm.FILE, page="referrals:referral_list",
            group=GROUP),
    Listing("mitra", "Mitra", "Lembaga mitra, dapat diimpor kembali.", partners, Perm.PARTNERS,
            page="referrals:partner_list", group=GROUP, action="partners.exported"),
    Listing("agenda-surat", "Agenda surat", "Surat keluar dan masuk setahun, menurut nomornya.", letters, Perm.REPORT,
            page="cases:agenda", group=GROUP, action="agenda.exported"),
]  # fmt: skip
