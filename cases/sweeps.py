"""A whole sweep comes in: row by row, each a client and a stay of its own."""

from collections import Counter as Tally

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from cases.audit import record
from cases.forms.stay import likely_type
from cases.intake import admit, admit_new_client
from cases.models import Client, Stay, SweepPerson
from cases.models.household import come_together


@transaction.atomic
def admit_person(person, *, by):
    """One row becomes a client, new or known, with a stay. A full house marks it and never refuses."""
    person.hold_undecided()
    shelter, client = person.shelter, person.client
    if client is None:
        stay = admit_new_client(by=by, shelter=shelter, client=new_client(person), stay=new_stay(person))
    else:
        stay = admit(by=by, shelter=shelter, client=client, stay=new_stay(person))
        if person.recognised_by:
            record(by=by, action="client.recognised", target=client, shelter=shelter, reason=person.recognised_by)
    person.admitted(stay, by=by)
    family_together(person, by=by)
    return stay


@transaction.atomic
def admit_chosen(sweep, chosen, *, by):
    """Many rows at once, each on its own: [(person, what refused it or "")]. One refusal stops nobody else."""
    sweep.hold_open()
    people = list(sweep.people.for_list().filter(pk__in=chosen))
    # Everybody known is locked first and in order: another intake then never waits for us while we wait for it.
    known = [person.client_id for person in people if person.client_id]
    list(Client.objects.select_for_update().filter(pk__in=known).order_by("pk"))
    told = []
    for person in people:
        refusal = ""
        # A second click on the same button finds its work done: that is no refusal.
        if not person.lives_here:
            try:
                admit_person(person, by=by)
            except ValidationError as error:
                refusal = " ".join(dict.fromkeys(error.messages))
        told.append((person, refusal))
    return told


def family_together(person, *, by):
    """Whoever bears the same letter came together: the stays say so. It proves no relation."""
    if person.group:
        stays = Stay.objects.resident().filter(sweep_person__sweep=person.sweep, sweep_person__group=person.group)
        if len(stays) > 1:
            come_together(stays, by=by)


def new_client(person):
    mark = person.mark
    if not (mark or person.called or person.name):
        mark = f"Hanya foto, {person.number}"
    client = Client(
        name=person.name, aliases=[person.called] if person.called else [], description=mark, sex=person.sex
    )
    if person.estimated_age is not None:
        client.estimated_age, client.age_estimated_on = person.estimated_age, person.sweep.held_on
    if person.photo:
        # A copy under a name of its own: what later happens to the file does not touch the sheet of that night.
        with person.photo.open() as photo:
            client.photo = ContentFile(photo.read(), name=person.photo.name.rsplit("/", 1)[-1])
    return client


def new_stay(person):
    sweep = person.sweep
    return Stay(
        entered_on=sweep.arrived_on, entered_at=sweep.arrived_at, source=sweep.source, brought_by=sweep.brought_by,
        found_at=sweep.place, category=person.category, service_type=likely_type(sweep.shelter, person.category),
        condition="Perlu isolasi" if person.needs_isolation else "", note=stay_note(person),
    )  # fmt: skip


def stay_note(person):
    return "\n".join(filter(None, [person.remark, f"Nomor sementara {person.number}."]))


def tally(people):
    """Where everybody went: [(words, number)] that adds up to the persons. Rows joined to another are none."""
    persons = [person for person in people if person.outcome != SweepPerson.Outcome.SAME]
    order = {outcome: place for place, outcome in enumerate(SweepPerson.Outcome.values)}
    counts = Tally((order[person.outcome], person.outcome_text) for person in persons)
    return [(words, number) for (_, words), number in sorted(counts.items())]
