"""The smallest true rows, each with what a test does not care about filled in."""

from datetime import date
from itertools import count

from cases.intake import admit
from cases.models import (
    BasicService,
    Category,
    Client,
    DayRecord,
    EntrySource,
    ExitReason,
    Membership,
    Need,
    ServiceRecord,
    Shelter,
    Stay,
    User,
)

PASSWORD = "payung teduh biru laut"
serial = count(1)


def make_shelter(slug="melati", **values):
    values = {"code": slug[:3].upper(), "name": f"Rumah Singgah {slug.title()}", "capacity": 20} | values
    return Shelter.objects.create(slug=slug, **values)


def make_user(username, role=None, shelter=None, **values):
    user = User(username=username, name=values.pop("name", username.title()), **values)
    user.set_password(PASSWORD)
    user.save()
    if role:
        Membership.objects.create(user=user, role=role, shelter=shelter)
    return user


def make_client(name="Klien Uji", **values):
    number = values.pop("number", f"UJI-2026-{next(serial):04}")
    return Client.objects.create(name=name, number=number, **values)


def make_stay(shelter, by=None, client=None, entered_on=date(2026, 1, 5), **values):
    values = {"source": source("satpol-pp"), "category": category("11")} | values
    stay = Stay(entered_on=entered_on, **values)
    return admit(by=by or User.objects.first(), shelter=shelter, client=client or make_client(), stay=stay)


def make_ended_stay(shelter, entered_on, ended_on, by=None, reason_slug="reunifikasi", **values):
    stay = make_stay(shelter, by=by, entered_on=entered_on, **values)
    stay.discharge(by=by or User.objects.first(), on=ended_on, reason=reason(reason_slug))
    return stay


def make_day(stay, day, presence):
    return DayRecord.objects.create(stay=stay, date=day, presence=presence)


def make_service(stay, slug, day, quantity=1, **values):
    return ServiceRecord.objects.create(stay=stay, service_id=slug, date=day, quantity=quantity, **values)


def make_need(stay, slug, opened_on, closed_on=None, reason=""):
    return Need.objects.create(stay=stay, service_id=slug, opened_on=opened_on, closed_on=closed_on, reason=reason)


def category(slug):
    return Category.objects.get(slug=slug)


def source(slug):
    return EntrySource.objects.get(slug=slug)


def reason(slug):
    return ExitReason.objects.get(slug=slug)


def service(slug):
    return BasicService.objects.get(slug=slug)
