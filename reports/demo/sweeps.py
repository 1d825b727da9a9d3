"""Two sweeps (razia): one of last week, all decided and its receipt numbered, and one of this morning, still open."""

from cases.arrival_documents import WORDS, Kind
from cases.models import ArrivalLetter, Sweep, SweepPerson
from cases.sweeps import admit_chosen
from reports.demo.tasks import share_sweep
from reports.demo.timeline import clock_at

Outcome = SweepPerson.Outcome
OFFICERS = [
    {
        "agency": "Satpol PP Kabupaten Contoh", "name": "Umpama Raharja", "position": "Kepala regu",
        "number": "00000000 000000 0 901", "contact": "0000-5550-9101",
    },
]  # fmt: skip
LAST_WEEK = [
    # what was noted of each at the door, and what was decided
    ({"name": "Marni Lestari", "sex": "P", "estimated_age": 31, "group": "A", "has_ktp": "no"}, Outcome.ADMITTED),
    ({"called": "Nduk", "sex": "P", "estimated_age": 6, "group": "A", "mark": "Baju kuning"}, Outcome.ADMITTED),
    ({"name": "Yatno", "sex": "L", "estimated_age": 44, "mark": "Topi biru", "needs_isolation": True},
     Outcome.ADMITTED),
    ({"name": "Rubiyah", "sex": "P", "estimated_age": 71, "mark": "Kebaya cokelat"}, Outcome.OTHER_SHELTER),
    ({"called": "Cak No", "sex": "L", "estimated_age": 38, "mark": "Jaket hitam"}, Outcome.PARTNER),
    ({"name": "Fajar", "sex": "L", "estimated_age": 15, "mark": "Seragam sekolah"}, Outcome.FAMILY),
    ({"name": "Teguh Utomo", "sex": "L", "estimated_age": 29, "mark": "Gitar kecil", "has_ktp": "yes"},
     Outcome.RELEASED),
    ({"mark": "Jaket hitam, difoto dua kali", "sex": "L"}, Outcome.SAME),
]  # fmt: skip
THIS_MORNING = [
    {"mark": "Kaus merah, membawa karung", "sex": "L", "estimated_age": 50},
    {"mark": "Kerudung hijau", "called": "Yu Sri", "sex": "P", "estimated_age": 47},
    {"mark": "Sarung kotak-kotak", "sex": "L"},
]
TOLD = {
    Outcome.PARTNER: {"destination": "RSUD Umpama Sehat"},
    Outcome.FAMILY: {"destination": "Ibu Sulastri, ibu kandung", "proof": "KK dan KTP ibu"},
    Outcome.RELEASED: {},
}


def sweep(world):
    melati = world.shelters["melati"]
    with clock_at(world.moment(world.day(3), 21, 40)):
        finished(world, melati)
    with clock_at(world.moment(world.today, 6, 30)):
        begun = open_sweep(world, melati, "Pasar Umpama Lama", THIS_MORNING)
        begun.people.get(serial=3).send_away(Outcome.RELEASED, by=world.officer(melati))


def open_sweep(world, shelter, place, people):
    now = shelter.now()
    begun = Sweep(
        shelter=shelter, held_on=now.date(), arrived_on=now.date(), arrived_at=now.time().replace(microsecond=0),
        place=place, source=world.sources["satpol-pp"], order_number="300/118/ST", officers=OFFICERS,
    )  # fmt: skip
    by = world.officer(shelter)
    begun.begin(by=by)
    for values in people:
        begun.add(by=by, category=world.categories["12"], **values)
    return begun


def finished(world, shelter):
    begun = open_sweep(world, shelter, "Alun-alun Kota Contoh", [values for values, _ in LAST_WEEK])
    by = world.officer(shelter)
    rows = dict(zip(begun.people.order_by("serial"), [outcome for _, outcome in LAST_WEEK], strict=True))
    admit_chosen(begun, [row.pk for row, outcome in rows.items() if outcome == Outcome.ADMITTED], by=by)
    for row, outcome in rows.items():
        if outcome == Outcome.OTHER_SHELTER:
            row.send_away(outcome, by=by, to_shelter=world.shelters["kenanga"])
        elif outcome == Outcome.SAME:
            row.join(begun.people.get(serial=5), by=by)
        elif outcome != Outcome.ADMITTED:
            row.send_away(outcome, by=by, **TOLD[outcome])
    begun.issue_letter(by=by)
    ArrivalLetter.issue(Kind.TOGETHER, begun, by=by, words=WORDS[Kind.TOGETHER])
    share_sweep(world, begun)
    begun.close(by=by)
