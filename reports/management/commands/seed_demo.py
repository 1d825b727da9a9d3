from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.models import Count
from django.utils import timezone

from assessments.models import Assessment
from cases.models import Client, DayRecord, Need, ServiceRecord, Shelter, Stay, User
from referrals.models import Partner, Referral
from reports.demo.accounts import ACCOUNTS, PASSWORD, SHELTERS, make_shelters, make_staff
from reports.demo.activities import do_crafts, serve_at_home
from reports.demo.assessing import Assessing
from reports.demo.away import extend, plan_long_absences, tell_absences
from reports.demo.complaints import complain
from reports.demo.days import Services, plan_absences, write_absences
from reports.demo.endings import tell_endings
from reports.demo.evaluation import evaluate
from reports.demo.events import tell_deaths, write_incidents
from reports.demo.exporting import take_out
from reports.demo.family import find_families
from reports.demo.homeward import send_home
from reports.demo.importing import bring_sheets
from reports.demo.incoming import announce
from reports.demo.innovations import tell_innovations
from reports.demo.letters import write_letters
from reports.demo.links import send_links
from reports.demo.measuring import measure_change
from reports.demo.month_contents import set_meal_rates
from reports.demo.needs import plan_needs
from reports.demo.old_answers import bring_old_answers
from reports.demo.papers import file_papers
from reports.demo.partners import tell_partners
from reports.demo.past import write_past
from reports.demo.planning import make_plans, plan_for_leavers
from reports.demo.public import tell_public
from reports.demo.publishing import publish_instruments
from reports.demo.referring import Referring, make_partners
from reports.demo.reporting import write_reports
from reports.demo.reviewing import review
from reports.demo.rooms import fill, furnish
from reports.demo.signing import sign_months
from reports.demo.sop import keep_sops
from reports.demo.special import add_special_people
from reports.demo.standard import settle_standard
from reports.demo.survey import ask_how_it_was
from reports.demo.survey_results import tell_how_it_was
from reports.demo.sweeps import sweep
from reports.demo.tasks import do_tasks
from reports.demo.timeline import clock_at
from reports.demo.way_home import find_the_way_home
from reports.demo.world import World
from reports.demo.year import YEAR, Year
from reports.demo.yearly import enter_years


class Command(BaseCommand):
    help = "Isi basis data kosong dengan data contoh: dua panti, setahun penuh. Semua orang di dalamnya rekaan."

    def add_arguments(self, parser):
        parser.add_argument("--password", default=PASSWORD, help="kata sandi semua akun contoh")

    def handle(self, *, password, **options):
        sign_months(self.fill(password))
        self.tell()

    @transaction.atomic
    def fill(self, password):
        self.refuse_real_data()
        with clock_at(timezone.now() - timedelta(days=4 * YEAR)):  # before the first of the stays
            shelters, partners = make_shelters(), make_partners()
            staff = make_staff(shelters, password)
        world = World(shelters, staff)
        live(world, partners)
        return world

    def refuse_real_data(self):
        if Client.objects.exists():
            raise CommandError("Sudah ada klien di basis data ini. Data contoh hanya untuk basis data kosong.")
        names = [username for username, _, _ in ACCOUNTS]
        if User.objects.filter(username__in=names).exists() or Shelter.objects.filter(slug__in=SHELTERS).exists():
            raise CommandError("Akun atau panti contoh sudah ada. Data contoh hanya untuk basis data kosong.")

    def tell(self):
        for label, number in counts():
            self.stdout.write(f"{number:>8,} {label}".replace(",", "."))


def live(world, partners):
    """A year: planned, lived through, and then the daily records filled in."""
    with clock_at(world.now - timedelta(days=4 * YEAR)):
        furnish(world)
    year = Year(world)
    visits = year.plan()
    add_special_people(year)
    plan_absences(world, visits)
    plan_long_absences(world, visits)
    write_past(world, visits)
    for visit in visits:
        visit.schedule()
    Assessing(world).plan(visits)
    plan_needs(world, visits)
    plan_for_leavers(world, visits)
    Referring(world, partners).plan(visits)
    world.timeline.play()
    here = [visit for visit in visits if visit.stay.is_resident and not visit.is_over]
    write_absences(world, [visit for visit in visits if visit not in here])
    tell_absences(world, here)
    Services(world, visits).write()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # within one transaction nobody else counts the rows, and plans would be poor
    live_on(world)


def live_on(world):
    """What stands around a stay: families, papers, events, activities, and at last a bed for whoever lives here."""
    acts = (
        tell_partners, sweep, announce, extend, file_papers, find_families, find_the_way_home,
        measure_change, make_plans,
        write_incidents, tell_deaths,
        do_crafts, serve_at_home, fill, tell_endings, write_letters, publish_instruments, bring_old_answers,
        bring_sheets, take_out,
        write_reports, review, send_links, send_home, do_tasks, settle_standard, enter_years, set_meal_rates, evaluate,
        tell_public, complain,
        ask_how_it_was,
        tell_how_it_was,
        keep_sops,
        tell_innovations,
    )  # fmt: skip
    for act in acts:
        act(world)


def counts():
    for shelter in Shelter.objects.annotate(n=Count("stays")):
        residents = Stay.objects.filter(shelter=shelter).resident().count()
        yield f"masa tinggal di {shelter} ({residents} sedang tinggal)", shelter.n
    for model in (User, Client, DayRecord, ServiceRecord, Need, Assessment, Partner, Referral):
        yield str(model._meta.verbose_name), model.objects.count()
