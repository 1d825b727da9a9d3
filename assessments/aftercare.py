"""The pasca-layanan instrument is begun from a contact after leaving, planned or not."""

from django.core.exceptions import ValidationError
from django.db import transaction

from assessments.models import AftercareFilling, Assessment, InstrumentVersion
from assessments.models.aftercare import SLUG
from cases.models import Aftercare, Stay


@transaction.atomic
def begin_aftercare(stay, *, by, contact=None):
    """The draft about this contact, or without one about a contact that nobody planned; a double click makes one."""
    stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=stay.pk)
    if stay.status != Stay.Status.DISCHARGED:
        raise ValidationError("Instrumen pasca-layanan diisi sesudah klien keluar.")
    if contact and Aftercare.objects.filter(pk=contact.pk, done_on__isnull=False).exists():
        raise ValidationError("Kontak ini sudah dicatat. Isi instrumen sebagai kontak di luar jadwal.")
    version = InstrumentVersion.objects.offered_at(stay.shelter).filter(instrument__slug=SLUG).first()
    if version is None:
        raise ValidationError("Instrumen pasca-layanan tidak dipakai di panti ini.")
    assessment = Assessment.start(stay, version=version, by=by)
    filling, _ = AftercareFilling.objects.get_or_create(assessment=assessment, defaults={"contact": contact})
    if contact and filling.contact_id is None:
        filling.contact = contact
        filling.save()
    if contact and filling.contact_id != contact.pk:
        day = f"{filling.contact.due_on:%d-%m-%Y}"
        raise ValidationError(f"Instrumen ini sedang diisi untuk kontak {day}. Selesaikan dahulu di tab Asesmen.")
    return assessment
