"""A request becomes work of the shelter: a sweep, a stay, or a known client's stay."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.intake import admit
from cases.models import EntrySource, Stay, Sweep
from referrals.models import Partner

Kind = Partner.Kind
SOURCE_OF = {
    # kind of sender → where the person came from, as the register says it
    Kind.PUBLIC_ORDER: "satpol-pp", Kind.POLICE: "polisi", Kind.MENTAL_HOSPITAL: "rumah-sakit",
    Kind.HOSPITAL: "rumah-sakit", Kind.HEALTH_CENTRE: "rumah-sakit", Kind.ORIGIN_OFFICE: "dinsos-lain",
    Kind.PANTI: "panti-lain", Kind.BALAI: "panti-lain", Kind.SENTRA: "panti-lain", Kind.SINGGAH: "panti-lain",
    Kind.WKSBM: "masyarakat", Kind.COMMUNITY: "relawan",
}  # fmt: skip


def source_of(asked):
    slug = "masyarakat" if asked.is_public else SOURCE_OF.get(asked.office.partner.kind, "lainnya")
    return EntrySource.objects.filter(slug=slug).first()


@transaction.atomic
def take_as_sweep(asked, *, by, text=""):
    """Yes, and all of them at once: a sweep with a row for each, to be worked through at the door."""
    if asked.is_waiting:
        asked.accept(by=by, text=text)
    asked.lock()
    if asked.sweep_id:
        raise ValidationError("Permintaan ini sudah menjadi razia. Muat ulang halaman ini.")
    people = [person for person in asked.people.all() if person.is_open]
    if not people:
        raise ValidationError("Semua orang dalam permintaan ini sudah dicatat.")
    sweep = sweep_for(asked)
    sweep.begin(by=by)
    for person in people:
        remark = person.told[:300]
        row = sweep.add(
            by=by, mark=person.mark, name=person.name, sex=person.sex, estimated_age=person.estimated_age, remark=remark
        )
        person.onto(row, by=by)
    asked.sweep = sweep
    asked.full_clean()
    asked.save(update_fields=["sweep"])
    record(by=by, action="intakerequest.swept", target=asked, people=len(people))
    return sweep


def sweep_for(asked):
    """Its head as far as the sender told it; the clerk corrects date and hour when they arrive."""
    now = asked.shelter.now()
    officer = {
        "agency": asked.agency[:100], "name": asked.bringer, "position": asked.rank, "number": "",
        "contact": asked.phone,
    }  # fmt: skip
    return Sweep(
        shelter=asked.shelter, held_on=asked.found_on or now.date(), arrived_on=now.date(),
        arrived_at=now.time().replace(second=0, microsecond=0), place=asked.found_at or asked.agency or "Tidak disebut",
        order_number=asked.letter_number, source=source_of(asked), officers=[officer], note=asked.remarks[:2000],
    )  # fmt: skip


def first_guess(person):
    """What the intake form starts with: all that the sender said of this person."""
    asked = person.request
    return {
        "shelter": asked.shelter, "name": person.name, "description": person.mark, "sex": person.sex,
        "estimated_age": person.estimated_age, "condition": person.told, "source": source_of(asked),
        "brought_by": asked.agency or asked.bringer, "bringer_letter": asked.letter_number,
        "bringer_name": asked.bringer, "bringer_rank": asked.rank, "found_at": asked.found_at,
    }  # fmt: skip


@transaction.atomic
def take_known(person, client, *, by, reason):
    """This is somebody we know: the stay that goes on here, or a new one on the same number."""
    if person.request.is_waiting:
        person.request.accept(by=by)
    person.hold()
    shelter = person.request.shelter
    stay = Stay.objects.resident().filter(client=client, shelter=shelter).first()
    if stay is None:
        stay = admit(by=by, shelter=shelter, client=client, stay=stay_for(person))
        record(by=by, action="client.recognised", target=client, shelter=shelter, reason=reason)
    person.take(stay, by=by)
    return stay


def stay_for(person):
    guess, now = first_guess(person), person.request.shelter.now()
    told = {name: guess[name] for name in ("condition", "source", "bringer_letter", "bringer_name", "bringer_rank")}
    return Stay(
        entered_on=now.date(), entered_at=now.time().replace(second=0, microsecond=0), found_at=guess["found_at"],
        brought_by=guess["brought_by"][:200], **told,
    )  # fmt: skip
