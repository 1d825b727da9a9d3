"""Where residents were, and what they were given: the bulk of the demo, written without the daily sheet's pages."""

from collections import defaultdict
from datetime import timedelta

from cases.models import DayRecord, Need, ServiceRecord
from reports.figures.days import ONE_DAY, is_day_service, night_span
from reports.month import Month

AWAY = DayRecord.Presence
MONTHS_WITH_RECORDS = 12
STEPS = {
    "civil_documents": "Berkas dilengkapi dan dibawa ke Dukcapil",
    "education_health_access": "Diantar mendaftar JKN dan berobat ke puskesmas",
    "family_tracing": "Menelepon perangkat desa asal",
    "family_reunification": "Pertemuan dengan keluarga",
    "substitute_family": "Kunjungan ke calon keluarga pengganti",
    "repatriation": "Koordinasi dengan Dinas Sosial daerah asal",
    "family_community_guidance": "Bimbingan keluarga melalui kunjungan rumah",
    "referral": "Surat dan ringkasan kasus disiapkan",
    "emergency": "Ditangani segera bersama puskesmas",
    "assistive_device": "Tongkat dan kacamata diserahkan",
    "data_complaint": "Dicatat; hak dan alur layanan dijelaskan",
}
# The activity of each weekday from Monday on; adl_guidance and basic_skills are for whoever needs them.
WEEK = ["adl_guidance", "guidance", "basic_skills", "adl_guidance", "guidance", "basic_skills", ""]
FORGOTTEN = 0.12  # share of the months of a person in which something was not done, or not written down


def plan_absences(world, visits):
    for visit in visits:
        if visit.length < 6 or visit.away or visit.mistake or not world.chance(0.2):
            continue
        kinds = [AWAY.LEAVE, AWAY.HOSPITAL, AWAY.LEAVE]
        kinds.append(AWAY.ABSCONDED if visit.shelter.slug == "melati" else AWAY.HOSPITAL)
        start = visit.day + timedelta(days=world.dice.randrange(2, visit.length - 2))
        start = max(start, world.day(world.dice.randrange(20, 360)) if visit.length > 60 else start)
        presence = world.dice.choice(kinds)
        for step in range(world.dice.randrange(1, 4)):
            if visit.day < start + step * ONE_DAY < visit.last_day:
                visit.away[start + step * ONE_DAY] = presence
    for visit in visits:
        if visit.reason == "pemulangan" and visit.length > 3 and world.chance(0.6):
            visit.away[visit.leaves - ONE_DAY] = AWAY.TRAVEL
    away_today(world, [visit for visit in visits if not visit.is_over and not visit.mistake and visit.length > 4])


def away_today(world, residents):
    """Somebody in hospital, somebody gone since last night, somebody at home with the family."""
    for slug, presence, days in (
        ("melati", AWAY.HOSPITAL, 2), ("melati", AWAY.ABSCONDED, 1), ("kenanga", AWAY.LEAVE, 3),
        ("kenanga", AWAY.HOSPITAL, 1),
    ):  # fmt: skip
        here = [visit for visit in residents if visit.shelter.slug == slug and not visit.away]
        visit = world.dice.choice(here)
        for back in range(days + 1):
            visit.away[world.day(back)] = presence


def write_absences(world, visits):
    """Of those who left, the days alone."""
    DayRecord.objects.bulk_create(
        DayRecord(stay=visit.stay, date=day, presence=presence, recorded_by=world.officer(visit.shelter))
        for visit in visits
        for day, presence in (visit.away | coming_back(visit)).items()
    )


def coming_back(visit):
    """Nobody needs to write down that somebody is there, except to say that they are back."""
    back = [day + ONE_DAY for day in visit.away if day + ONE_DAY < visit.last_day]
    return {day: AWAY.PRESENT for day in back if day not in visit.away}


class Services:
    """The service records of the last twelve months and this one."""

    def __init__(self, world, visits):
        self.world = world
        self.visits = [visit for visit in visits if not visit.mistake]
        self.since = world.today.replace(day=1)
        for _ in range(MONTHS_WITH_RECORDS):
            self.since = (self.since - ONE_DAY).replace(day=1)
        self.needs = defaultdict(list)
        for need in Need.objects.all():
            self.needs[need.stay_id].append(need)
        self.given = {}

    def write(self):
        for number, visit in enumerate(self.visits):
            self.of_visit(visit, has_eaten_today=number % 2)
        ServiceRecord.objects.bulk_create(self.given.values(), batch_size=5000)

    def of_visit(self, visit, *, has_eaten_today):
        away = {(visit.stay.pk, day) for day in visit.away}
        days = present_days(visit.stay, away, self.since, self.world.today)
        months = defaultdict(list)
        for day in days:
            months[Month.of(day)].append(day)
        for month_days in months.values():
            self.of_month(visit, month_days)
        self.at_the_door(visit)
        for slug in self.world.services if self.world.today in days else ():
            if slug != "food" or not has_eaten_today:
                self.given.pop((visit.stay.pk, self.world.today, slug), None)

    def of_month(self, visit, days):
        forgotten = ""
        if self.world.chance(FORGOTTEN):
            forgotten = self.world.dice.choice(["food", "guidance", "health_supplies", "steps"])
        hungry = self.world.dice.choice(days) if forgotten == "food" else None
        needed = {need.service_id for need in self.needs[visit.stay.pk]}
        for day in days:
            if day != hungry:
                self.give(visit, "food", day, 2 if day == visit.day and visit.arrives.hour > 10 else 3)
            slug = WEEK[day.weekday()]
            if slug != forgotten and (slug == "guidance" or slug in needed):
                self.give(visit, slug, day)
        if forgotten != "health_supplies":
            self.give(visit, "health_supplies", days[min(len(days) - 1, 3)])
        if forgotten != "guidance":
            self.give(visit, "guidance", days[0])
        if forgotten != "steps":
            self.steps(visit, days)

    def steps(self, visit, days):
        """Every month one step towards each need that is not met by the days themselves."""
        for need in self.needs[visit.stay.pk]:
            open_days = [day for day in days if need.opened_on <= day and (not need.closed_on or day <= need.closed_on)]
            if need.service_id in STEPS and open_days:
                self.give(visit, need.service_id, self.world.dice.choice(open_days), note=STEPS[need.service_id])

    def at_the_door(self, visit):
        """Clothes once, and the person's rights explained; now and then it was forgotten."""
        day = max(visit.day, self.since)
        if visit.last_day < day:
            return
        if self.world.chance(0.95):
            self.give(visit, "clothing", day)
        if self.world.chance(0.94):
            self.give(visit, "data_complaint", day, note=STEPS["data_complaint"])

    def give(self, visit, slug, day, quantity=1, note=""):
        service = self.world.services[slug]
        self.given[visit.stay.pk, day, slug] = ServiceRecord(
            stay=visit.stay, service=service, date=day, quantity=quantity, note=note,
            on_sheet=service.on_daily_sheet, recorded_by=self.world.officer(visit.shelter),
        )  # fmt: skip


def present_days(stay, away, first, last):
    """The dates from first to last on which somebody has to be fed; `away` holds (stay, date) pairs."""
    if is_day_service(stay):
        return [stay.entered_on] if first <= stay.entered_on <= last else []
    span = night_span(stay, first, last)
    if span is None:
        return []
    nights = (span[0] + ONE_DAY * step for step in range((span[1] - span[0]).days + 1))
    return [night for night in nights if (stay.pk, night) not in away]
