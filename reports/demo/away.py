"""Residents away from the house, as dated absences, and how long those at the limit may stay on."""

from datetime import timedelta

from cases.absence_letter import report_of
from cases.models import Absence, DayRecord, Extension
from reports.demo.timeline import clock_at

AWAY = DayRecord.Presence
ONE_DAY = timedelta(days=1)
REASONS = {
    AWAY.LEAVE: "Menjenguk keluarga, dengan izin kepala.",
    AWAY.HOSPITAL: "Dirawat di RSUD Umpama Sehat.",
    AWAY.ABSCONDED: "Tidak ada saat apel malam.",
    AWAY.TRAVEL: "Dalam perjalanan ke daerah asal bersama petugas.",
}


def plan_long_absences(world, visits):
    """Somebody gone for longer than the house waits, and somebody on the way home since last night."""
    for slug, presence, days in (("melati", AWAY.ABSCONDED, 9), ("kenanga", AWAY.TRAVEL, 1)):
        visit = next(
            visit for visit in sorted(visits, key=lambda visit: visit.arrives)
            if visit.shelter.slug == slug and not (visit.is_over or visit.mistake or visit.away) and visit.length > 12
        )  # fmt: skip
        for back in range(days + 1):
            visit.away[world.day(back)] = presence


def tell_absences(world, visits):
    """What was planned day by day, told as absences: of those who live here still, by the verbs of the pages."""
    for visit in visits:
        for first, last, presence in runs(visit.away):
            tell(world, visit, first, last, presence)


def runs(away):
    """[(first day, last day, presence)] of days that follow one another."""
    found = []
    for day, presence in sorted(away.items()):
        if found and found[-1][1] + ONE_DAY == day and found[-1][2] == presence:
            found[-1][1] = day
        else:
            found.append([day, day, presence])
    return found


def tell(world, visit, first, last, presence):
    by = world.officer(visit.shelter)
    back = last + ONE_DAY
    expected = max(back, first + timedelta(days=4)) if presence in (AWAY.LEAVE, AWAY.TRAVEL) else None
    with clock_at(world.moment(first, 21, 10)):
        absence = Absence.begin(
            visit.stay, by=by, kind=presence, left_on=first, left_at=None, expected_on=expected,
            reason=REASONS[presence],
        )  # fmt: skip
    if back <= world.today:
        with clock_at(world.moment(back, 9)):
            absence.return_(by=by, on=back, note="Kembali dalam keadaan baik.")
    elif absence.is_absconding:
        report(world, absence, first + ONE_DAY)


def report(world, absence, day):
    """The letter to the police on the morning after; the police answer with their number when it takes long."""
    with clock_at(world.moment(day, 9)):
        words = report_of(
            absence, to="Kepala Polsek Contoh Kota", city="Kota Contoh", last_seen="ruang makan",
            looks="Kaus biru, celana panjang hitam", search="Sekitar panti, terminal, dan pasar.",
        )  # fmt: skip
        absence.write_report(by=world.worker(absence.shelter), report=words)
        if absence.last_day_to_come_back < world.today:
            absence.note_police_number("LP/000/UMPAMA", by=world.worker(absence.shelter))


def extend(world):
    """Of the four who are at Melati for the longest: two refused, one granted, and one waiting for the head."""
    melati = world.shelters["melati"]
    stays = melati.stays.resident().in_house().filter(entered_on__lte=world.day(9)).order_by("entered_on", "pk")[:4]
    answers = ["refused", "approved", "refused", ""]
    for stay, answer in zip(stays, answers, strict=False):
        asked_on = min(stay.entered_on + timedelta(days=9), world.today)
        with clock_at(world.moment(asked_on, 9)):
            asked = Extension.request(
                stay, by=world.staff["sari"], days=7, reason="Keluarga ditemukan dan menjemput pekan depan."
            )
        with clock_at(world.moment(asked_on, 15)):
            if answer == "approved":
                asked.approve(by=world.head(melati), note="Satu kali perpanjangan.")
            elif answer == "refused":
                asked.refuse(by=world.head(melati), note="Rujukan ke panti sudah tersedia.")
