"""The older part of the year in a handful of statements: lived through one by one, it would take a minute to build."""

from collections import Counter as Tally

from django.db.models import F

from cases.models import Client, Counter, Stay

LIVED = 60  # so many days back everything goes through the verbs, and so onto the trail


def is_past(visit):
    return visit.day < visit.world.day(LIVED)


def write_past(world, visits):
    """Clients and stays that began before the lived part."""
    visits = sorted(filter(is_past, visits), key=lambda visit: visit.arrives)
    given = Tally()
    for visit in visits:
        give_numbers(visit, given)
    # Who came more than once is one client; an unsaved row cannot be told apart but by being itself.
    Client.objects.bulk_create({id(visit.client): visit.client for visit in visits}.values())
    for visit in visits:
        stay = visit.stay
        stay.client, stay.shelter, stay.created_by = visit.client, visit.shelter, world.worker(visit.shelter)
        if visit.leaves and visit.leaves < world.day(LIVED):
            end(visit)
    Stay.objects.bulk_create(visit.stay for visit in visits)
    Stay.objects.update(created_at=F("entered_on"))
    Counter.objects.bulk_create(
        Counter(shelter=shelter, kind=kind, year=year, last=last) for (shelter, kind, year), last in given.items()
    )


def give_numbers(visit, given):
    shelter, year = visit.shelter, visit.day.year
    if not visit.client.number:
        given[shelter, "client", year] += 1
        visit.client.number = f"{shelter.code}-{year}-{given[shelter, 'client', year]:04}"
    given[shelter, "register", year] += 1
    visit.stay.register_number = f"{given[shelter, 'register', year]:04}/{year}"


def end(visit):
    stay, world = visit.stay, visit.world
    stay.status, stay.ended_on = Stay.Status.DISCHARGED, visit.leaves
    stay.exit_reason = world.reasons[visit.reason]
    stay.destination, stay.exit_note = visit.destination, visit.exit_note
    stay.discharged_by, stay.discharged_at = world.worker(visit.shelter), visit.out_at
