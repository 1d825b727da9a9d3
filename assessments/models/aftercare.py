"""A contact after leaving that is asked with the instrument: what was answered there is its result, typed once."""

from datetime import date
from typing import NamedTuple

from django.db import models

from cases.models import Aftercare, Stay
from cases.models.checked import CheckedModel

SLUG = "pasca-layanan"
NO_TROUBLE = {"tidak_perlu", "kunjungan"}  # a next visit that was agreed is planned, and is no trouble
WAYS = {
    "kunjungan": Aftercare.Way.VISIT, "bertemu": Aftercare.Way.VISIT, "telepon": Aftercare.Way.PHONE,
    "perantara": Aftercare.Way.THROUGH,
}  # fmt: skip
LONGEST = 2000


class AftercareFilling(CheckedModel):
    """Which contact a filling of the instrument is about. One that nobody planned is known once it is completed."""

    assessment = models.OneToOneField("assessments.Assessment", models.PROTECT, related_name="aftercare")
    contact = models.OneToOneField(Aftercare, models.PROTECT, null=True, blank=True, related_name="filling")

    class Meta:
        verbose_name = "isian pasca-layanan"
        verbose_name_plural = "isian pasca-layanan"

    def __str__(self):
        return str(self.contact or "di luar jadwal")

    @property
    def shelter(self):
        return self.assessment.shelter

    @property
    def day_number(self):
        """How many days after leaving; None while the day is not known."""
        on = self.contact and (self.contact.done_on or self.contact.due_on)
        left = self.assessment.stay.ended_on
        return (on - left).days if on and left else None


class Told(NamedTuple):
    """What the answers say of the contact; `next_on`: the day that was agreed for another."""

    on: date
    way: str
    result: str
    note: str
    next_on: date | None

    @property
    def outcome(self):
        return Aftercare.Result(self.result).label


def told_by(assessment):
    """The contact in the answers; None when this version does not ask for it (a department may rewrite the form)."""
    places = assessment.form.path_of if assessment.instrument.slug == SLUG else {}
    if not {"tanggal", "di_jalan", "tindak_lanjut"} <= places.keys() or assessment.tells_of_old:
        return None
    said = {name: assessment.answers.get(path) for name, path in places.items()}
    if not said["tanggal"]:
        return None
    result = Aftercare.Result.WELL
    if set(said["tindak_lanjut"] or ()) - NO_TROUBLE:
        result = Aftercare.Result.CONCERN
    if said["di_jalan"] == "masih":
        result = Aftercare.Result.STREET
    met = Aftercare.Way.VISIT if "klien" in (said.get("lawan_bicara") or ()) else Aftercare.Way.THROUGH
    note = (said.get("kesimpulan") or "Lihat jawaban asesmen.")[:LONGEST]
    again = said.get("berikutnya")
    return Told(
        date.fromisoformat(said["tanggal"]), WAYS.get(said.get("cara"), met), result, note,
        date.fromisoformat(again) if again else None,
    )  # fmt: skip


def settle_contact(assessment, *, by):
    """The contact is thereby done, or its result follows what was mended; a correction counts once it is approved.

    Raises ValidationError where the day cannot be: then nothing is completed.
    """
    told = told_by(assessment)
    counts = assessment.status == ("approved" if assessment.corrects_id else "submitted")
    if told is None or not counts or assessment.stay.status != Stay.Status.DISCHARGED:
        return
    filling, _ = AftercareFilling.objects.get_or_create(assessment=assessment.root)
    said = {"on": told.on, "way": told.way, "result": told.result, "note": told.note}
    contact = filling.contact or contact_of(assessment.stay, told.on)
    if contact is None:
        contact = Aftercare.log(assessment.stay, by=by, **said)
    elif contact.done_on:
        contact.correct(by=by, **said)
    else:
        contact.finish(by=by, **said)
    filling.contact = contact
    filling.save()
    if told.next_on:
        Aftercare.add(assessment.stay, by=by, on=told.next_on)


def contact_of(stay, on):
    """What stands for that day already and was not asked with the instrument: recorded before, or planned."""
    free = stay.aftercare.filter(filling=None)
    return free.filter(done_on=on).first() or free.filter(done_on=None, due_on=on).first()
