"""Files that may be one person: a doubled NIK, two who are not the same, one merge, and one that was taken back."""

from cases.models import Client, Merge, NotSame
from cases.unmerge import undo


def plan_doubles(year):
    """In pairs, each with a stay that is over: (name, kept or found first), (as the second file has it)."""
    add = year.world.timeline.add
    for act, name, other_name, age in (
        (same_nik, "Gunawan Hartono", "Gunawan H", 41),
        (not_the_same, "Siti Purwanti", "Siti Purwanti", 36),
        (merge, "Mulyono Saputra", "Mulyono", 52),
        (merge_and_undo, "Ratna Mulyani", "Ratna", 33),
    ):
        sex = "P" if name.split()[0] in ("Siti", "Ratna") else "L"
        first = come(year, 48, name, sex, age, papers="valid")
        second = come(year, 31, other_name, sex, age, papers="lost")
        add(second.moment(2, 11), act, year.world, first, second)


def come(year, days_ago, name, sex, age, papers):
    visit = year.come(
        year.melati, days_ago, 6, category="orang-terlantar", age=age, sex=sex, known="full", papers=papers
    )
    visit.client.name, visit.client.aliases = name, []
    visit.reason, visit.destination, visit.exit_note = "mandiri", "Kamar sewa di Kota Contoh", ""
    return visit


def same_nik(world, first, second):
    """The card was found in the bag on the third day, and its number is known already."""
    client, before = second.client, second.client.plain_values()
    client.birth_date, client.estimated_age, client.age_estimated_on = first.client.birth_date, None, None
    client.set_nik(first.client.nik, today=second.shelter.today())
    client.no_nik_reason, client.version = "", client.version + 1
    client.full_clean(exclude=["search_names"])
    client.save()
    client.record_change(before, by=world.worker(second.shelter), shelter=second.shelter)


def not_the_same(world, first, second):
    NotSame.say(first.client, second.client, by=world.head(second.shelter), shelter=second.shelter)


def merge(world, first, second):
    made = Merge.perform(first.client, second.client, {}, by=world.head(second.shelter))
    second.client = made.kept
    return made


def merge_and_undo(world, first, second):
    made = Merge.perform(first.client, second.client, {}, by=world.head(second.shelter))
    undo(made, by=world.head(second.shelter), owners={})
    second.client = Client.objects.get(pk=made.dropped_id)
