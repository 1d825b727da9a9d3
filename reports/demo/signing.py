"""A year of monthly reports: signed as time went by, one corrected, one whose data changed since, the last one waiting.

Each signature needs a transaction of its own, so this comes after the rest was stored. Papers are left to whoever
first opens them: each takes a second to draw, and only a page knows the address that its code leads to.
"""

from datetime import timedelta

from cases.audit import record
from cases.models import Category, Stay
from reports.demo.month_contents import write_month
from reports.demo.timeline import clock_at
from reports.models import MonthReport
from reports.month import Month

SIGNED = 6  # months before the last one
WHY = "Sebagian hari belum sempat dicatat; petugas baru mulai memakai lembar harian."


def sign_months(world):
    last = Month.of(world.today).moved(-1)
    for shelter in world.shelters.values():
        for back in range(SIGNED, 0, -1):
            sign(world, shelter, last.moved(-back))
        hand_in(world, shelter, last, days=1)
    melati = world.shelters["melati"]
    correct(world, melati, last.moved(-3))
    with_ralat(world, melati, last.moved(-3))
    for shelter in world.shelters.values():
        correct(world, shelter, last.moved(-2))


def hand_in(world, shelter, month, *, days, reason=""):
    """Some days after the month, the head having said why it may go where the check list finds something."""
    day = min(month.last + timedelta(days=days), world.today)
    with clock_at(world.moment(day, 9)):
        MonthReport.allow_gaps(shelter, month, by=world.head(shelter), reason=WHY)
        write_month(shelter, month, by=worker(world, shelter))
        return MonthReport.submit(shelter, month, by=worker(world, shelter), reason=reason)


def worker(world, shelter):
    return world.staff["sari" if shelter.slug == "melati" else "ratih"]


def sign(world, shelter, month, *, days=2, reason=""):
    report = hand_in(world, shelter, month, days=days, reason=reason)
    with clock_at(world.moment(min(month.last + timedelta(days=days + 1), world.today), 10)):
        report.sign(by=world.head(shelter), printed=False)


def correct(world, shelter, month):
    """Somebody of the month turns out to be of another category."""
    came = Stay.objects.at([shelter]).kept().filter(entered_on__range=(month.first, month.last))
    stay = came.exclude(category=None).select_related("category", "shelter").order_by("pk").first()
    if stay is None:
        return
    before, stay.category = stay.category_id, Category.objects.get(slug="11" if stay.category.slug == "12" else "12")
    with clock_at(world.moment(world.day(2), 8)):
        stay.save(update_fields=["category"])
        changed = {"category": [before, stay.category_id]}
        record(by=worker(world, shelter), action="stay.changed", target=stay, changed=changed)


def with_ralat(world, shelter, month):
    days = (world.today - month.last).days - 1
    sign(world, shelter, month, days=days, reason="Kategori seorang klien keliru")
