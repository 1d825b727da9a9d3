"""A person comes in: the one act that makes a client and a stay together."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.models import Client, Counter, Task


@transaction.atomic
def admit_new_client(*, by, shelter, client, stay):
    """Register an unsaved client and begin their stay. Numbers are given here, once and for good."""
    client.number = free_client_number(shelter, stay.entered_on.year)
    client.full_clean(exclude=["search_names"])
    client.save()
    record(by=by, action="client.created", target=client, shelter=shelter, number=client.number)
    return admit(by=by, shelter=shelter, client=client, stay=stay)


@transaction.atomic
def admit(*, by, shelter, client, stay):
    """Begin a stay of a known client. A full house never closes the door: the stay says that it was full."""
    # Whoever admits the same person at the same moment waits here and is then refused by the overlap rule.
    if Client.objects.select_for_update().get(pk=client.pk).merged_into_id:
        raise ValidationError("Berkas klien ini baru saja digabung ke nomor lain. Cari lagi orangnya.")
    stay.client, stay.shelter, stay.created_by = client, shelter, by
    stay.register_number = stay.register_number or free_register_number(shelter, stay.entered_on.year)
    stay.over_capacity = not stay.is_outside and shelter.stays.resident().in_house().count() >= shelter.capacity
    stay.full_clean()
    stay.save()
    record(by=by, action="stay.admitted", target=stay, number=stay.register_number)
    Task.begin_for(stay, by=by)
    return stay


def free_client_number(shelter, year):
    """The next number of the shelter's year that no import has brought in already."""
    while True:
        number = f"{shelter.code}-{year}-{Counter.next(shelter, 'client', year):04}"
        if not Client.objects.filter(number=number).exists():
            return number


def free_register_number(shelter, year):
    while True:
        number = f"{Counter.next(shelter, 'register', year):04}/{year}"
        if not shelter.stays.filter(register_number=number).exists():
            return number
