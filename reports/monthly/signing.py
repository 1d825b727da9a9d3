"""What a signature does besides changing a status: it freezes, compares, prints and stores."""

from secrets import token_hex

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import Q

from cases.models import Membership, User
from cases.permissions import Perm, roles_with
from reports.monthly.causes import causes_of
from reports.monthly.checklist import checklist
from reports.monthly.differences import compare
from reports.monthly.digest import sha256
from reports.monthly.documents import month_document
from reports.monthly.figures import Reading, figures_of
from reports.monthly.people import people_of

FULL = (
    "Berkas PDF tidak dapat disimpan, mungkin karena penyimpanan penuh. Laporan belum ditandatangani; tidak ada yang "
    "berubah. Hubungi admin, lalu coba lagi."
)


def freeze(report):
    """The figures and the people behind them as they are now, and what the check list still says of them."""
    reading = Reading(report.shelter, report.month)
    musts = refuse_gaps(report, reading)
    gaps = [{"words": item.words, "count": item.count} for item in musts]
    return figures_of(reading) | {"gaps": gaps, "gaps_reason": report.gaps_reason if gaps else ""}, people_of(reading)


def kept_people(report):
    """The frozen people, as reports.monthly.people made them."""
    rows = report.people.values_list("service_type", "client_id", "client_number", "served", "services", "counted")
    names = ("type", "client", "number", "served", "services", "counted")
    return [dict(zip(names, row, strict=True)) for row in rows]


def keep_people(report, people):
    model = report.people.model
    model.objects.bulk_create(
        [
            model(
                report=report, service_type=row["type"], client_id=row["client"], client_number=row["number"],
                served=row["served"], services=row["services"], counted=row["counted"],
            )
            for row in people
        ],
        batch_size=1000,
    )  # fmt: skip


def changes_of(report, figures=None, people=None):
    """The signed report against the rows as they are: lines and people; empty when nothing differs.

    `figures` and `people` are those of now, unless they are to be read.
    """
    if figures is None:
        reading = Reading(report.shelter, report.month)
        figures, people = figures_of(reading), people_of(reading)
    return compare(report.figures, kept_people(report), figures, people)


def differences_of(report, figures=None, people=None):
    """The same with the causes that the trail knows of."""
    found = changes_of(report, figures, people)
    if found:
        found["causes"] = causes_of(report, {one["client"] for one in found["people"]})
    return found


def signature(report):
    """Who signs, where, when and as what, as it is printed from now on."""
    person, shelter = report.signed_by, report.shelter
    return {
        "signature": {
            "number": report.letter.number,
            "revision": report.revision,
            "reason": report.reason,
            "place": shelter.city,
            "date": str(report.letter.issued_on),
            "role": f"{'Plh. ' if report.signed_as else ''}Kepala {shelter}",
            "name": person.name,
            "rank": person.rank,
            "nip": person.nip,
            "submitted_by": report.submitted_by.name,
        }
    }


def store(report, address, stored):
    """Draw the paper and put it away; its place goes into `stored`. (name, sha256)"""
    data = month_document(report, address).pdf()
    # A name that no other file bears: what a full disk left of it can be removed without asking.
    name = f"laporan/{report.shelter.slug}-{report.month}-r{report.revision}-{token_hex(8)}.pdf"
    stored.append(name)
    try:
        return report.pdf.storage.save(name, ContentFile(data)), sha256(data)
    except OSError as error:
        raise ValidationError(FULL) from error


def remove(storage, stored):
    """What a signature that did not come about had put away."""
    while stored:
        storage.delete(stored.pop())


def refuse_gaps(report, reading=None):
    """A figure that is known to be wrong is mended first, unless the head said why it goes as it is. What is wrong."""
    musts = checklist(reading or Reading(report.shelter, report.month)).musts
    if musts and not report.gaps_reason:
        raise ValidationError(
            f"Masih ada {len(musts)} hal yang membuat angka keliru; lihat daftar periksa. Perbaiki dahulu, atau minta "
            "kepala panti menulis mengapa laporan tetap diajukan."
        )
    return musts


def colleagues(shelter, user):
    """Others who could have prepared a report here."""
    held = Membership.objects.current().filter(shelter=shelter, role__in=roles_with(Perm.FILE))
    return User.objects.filter(Q(memberships__in=held), is_active=True).exclude(pk=user.pk)
