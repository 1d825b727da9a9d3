"""The demo shows every state that the screens know, without one row that a rule would refuse."""

from datetime import UTC, datetime
from io import StringIO

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F, Func
from django.test import override_settings

from assessments.models import Assessment
from cases.models import (
    Absence,
    Aftercare,
    ArrivalLetter,
    Attachment,
    Attendance,
    AuditEvent,
    BedOutage,
    Belonging,
    Category,
    Client,
    DayRecord,
    Death,
    DeathStep,
    EffectRating,
    EntrySource,
    ExitReason,
    ExitRecord,
    Extension,
    FamilyContact,
    FileWarning,
    IdentityPaper,
    Incident,
    Letter,
    Merge,
    Need,
    NotSame,
    Placement,
    Product,
    Region,
    Relative,
    Room,
    ServiceRecord,
    Shelter,
    Stay,
    Sweep,
    SweepPerson,
    Task,
    User,
    Visit,
)
from cases.models.activity import Dimension
from cases.models.household import Household
from cases.permissions import Role
from referrals.models import Journey, Referral
from reports.demo.accounts import ACCOUNTS, PASSWORD
from reports.demo.homeward import send_home
from reports.demo.world import World
from reports.models import Complaint, EvaluationPlan, Innovation, PublicPage, SopVersion, SurveyPeriod
from reports.month import Month
from reports.spm.month import spm_month

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once, for it takes seconds, and undone at the end. No region code is loaded."""
    moment = datetime(2026, 3, 16, 3, 0, tzinfo=UTC)
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    files["OPTIONS"] = {"location": tmp_path_factory.mktemp("files")}
    fast = override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES=settings.STORAGES | {"default": files},
    )
    around = transaction.atomic()
    around._from_testcase = True  # as the transaction around each test: a month is signed in one of its own
    with time_machine.travel(moment, tick=False), fast, django_db_blocker.unblock(), around:
        told = StringIO()
        call_command("seed_demo", stdout=told)
        yield told.getvalue()
        transaction.set_rollback(True)


def values(model, field):
    return set(model.objects.order_by().values_list(field, flat=True))


def test_it_says_what_it_made(demo):
    assert "masa tinggal di Rumah Singgah Melati" in demo
    assert not Region.objects.exists()


def test_it_is_refused_where_somebody_is_registered(demo):
    with pytest.raises(CommandError, match="Sudah ada klien"):
        call_command("seed_demo")


def test_somebody_travels_home_where_region_codes_are_known(demo):
    for code in ("33", "34"):
        Region.objects.create(code=code, name=f"Provinsi {code}", level=Region.Level.PROVINCE, path=code)
        more = {"level": Region.Level.REGENCY, "parent_id": code, "path": code}
        Region.objects.create(code=f"{code}.01", name=f"Kabupaten {code}", **more)
    send_home(World(Shelter.objects.in_bulk(field_name="slug"), User.objects.in_bulk(field_name="username")))
    assert values(Journey, "status") == {"draft", "underway", "closed"}


def test_everybody_of_the_named_world_can_sign_in(demo):
    users = {user.username: user for user in User.objects.all()}
    assert users.keys() == {username for username, _, _ in ACCOUNTS}
    assert check_password(PASSWORD, users["sari"].password)
    assert set(Role.labels) == {role for _, role, _ in ACCOUNTS}


CHOICES = [
    (Stay, "status", Stay.Status),
    (Stay, "neglect", Stay.Neglect),
    (DayRecord, "presence", DayRecord.Presence),
    (Assessment, "status", Assessment.Status),
    (Referral, "status", Referral.Status),
    (Referral, "consent", Referral.Consent),
    (Stay, "setting", Stay.Setting),
    (Client, "nik_status", Client.NikStatus),
    (Room, "kind", Room.Kind),
    (SweepPerson, "outcome", SweepPerson.Outcome),
    (Task, "status", Task.Status),
    (ArrivalLetter, "kind", ArrivalLetter.Kind),
    (Absence, "kind", Absence.Kind),
    (Extension, "status", Extension.Status),
    (IdentityPaper, "status", IdentityPaper.Status),
    (FileWarning, "kind", FileWarning.Kind),
    (Relative, "state", Relative.State),
    (FamilyContact, "way", FamilyContact.Way),
    (FamilyContact, "result", FamilyContact.Result),
    (DeathStep, "kind", set(DeathStep.Kind) - {DeathStep.Kind.OTHER}),
    (EffectRating, "dimension", Dimension),
    (PublicPage, "status", PublicPage.Status),
    (SopVersion, "status", SopVersion.Status),
    (SurveyPeriod, "status", SurveyPeriod.Status),
    (Complaint, "status", Complaint.Status),
    (Innovation, "stage", Innovation.Stage),
    (EvaluationPlan, "status", EvaluationPlan.Status),
]


def test_every_choice_is_shown(demo):
    """One test for all: each worker that takes one of this file builds the demo."""
    shown = {(model, field): values(model, field) for model, field, _ in CHOICES}
    assert shown == {(model, field): set(getattr(wanted, "values", wanted)) for model, field, wanted in CHOICES}


def test_every_list_is_in_use(demo):
    assert values(Stay, "category") == values(Category, "pk")
    assert values(Stay, "source") == values(EntrySource, "pk")
    assert values(Stay, "exit_reason") - {None} == values(ExitReason, "pk")
    assert values(Need, "reason") - {""} == set(Need.Reason.values)


def test_no_number_can_belong_to_anybody(demo):
    written = Client.objects.exclude(nik=None).values_list("nik", flat=True)
    claimed = Client.objects.exclude(claimed_nik="").values_list("claimed_nik", flat=True)
    assert len(written) > 50 and len(claimed) > 3
    assert all(digits.startswith("340499") for digits in [*written, *claimed])
    assert not any(client.nik_reading.warnings for client in Client.objects.exclude(nik=None))
    assert not User.objects.exclude(nip__startswith="00000000").exists()


def test_people_are_as_different_as_they_come(demo):
    assert Client.objects.filter(name="", description="").exists()  # only an alias
    assert Client.objects.filter(name="", aliases=[]).exists()  # only what they look like
    assert Client.objects.filter(citizenship="wna").count() == 1
    assert values(Client, "no_nik_reason") == set(Client.NoNik.values)
    back = Client.objects.at(Shelter.objects.filter(slug="melati")).with_last_stay().filter(stay_count__gte=3)
    assert back.count() >= 3


def test_the_house_was_full_and_is_lively_today(demo):
    melati, kenanga = Shelter.objects.get(slug="melati"), Shelter.objects.get(slug="kenanga")
    assert melati.stays.filter(over_capacity=True).exists()
    assert 15 <= melati.stays.resident().count() <= melati.capacity
    assert 30 <= kenanga.stays.resident().count() <= kenanga.capacity
    fed = ServiceRecord.objects.filter(stay__shelter=melati, service="food", date=melati.today(), on_sheet=True)
    assert 0 < fed.count() < melati.stays.resident().count()


def test_nobody_is_in_two_places_and_nothing_lies_in_the_future(demo):
    today = Shelter.objects.first().today()
    moved = Stay.objects.filter(shelter__slug="kenanga", client__stays__ended_on=F("entered_on"))
    assert moved.filter(client__stays__shelter__slug="melati").exists()
    assert not Stay.objects.filter(entered_on__gt=today).exists()
    assert not ServiceRecord.objects.filter(date__gt=today).exists()
    assert not ServiceRecord.objects.filter(date__lt=F("stay__entered_on")).exists()
    assert not DayRecord.objects.filter(date__gte=F("stay__ended_on")).exists()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_numbers_go_on_where_the_past_left_off(demo):
    """The bulk rows of long ago and the counters agree: no number is given twice, and none is left out."""
    for shelter in Shelter.objects.all():
        numbers = shelter.stays.filter(register_number__endswith=str(shelter.today().year))
        given = sorted(int(number[:4]) for number in numbers.values_list("register_number", flat=True))
        assert given == list(range(1, len(given) + 1))


def test_the_trail_reads_as_if_it_had_been_lived(demo):
    days = AuditEvent.objects.annotate(day=Func("at", function="date")).order_by().values("day").distinct()
    assert days.count() > 40
    assert Letter.objects.exclude(issued_on=Shelter.objects.first().today()).exists()
    assert not Assessment.objects.filter(submitted_at__lt=F("started_at")).exists()


@pytest.mark.parametrize("slug", ["melati", "kenanga"])
def test_the_standard_is_met_for_most_and_not_for_all(demo, slug):
    shelter = Shelter.objects.get(slug=slug)
    figures = spm_month(shelter, Month.of(shelter.today()).moved(-1)).types
    in_scope, served = sum(len(each.in_scope) for each in figures), sum(len(each.served) for each in figures)
    assert 0.5 * in_scope < served < in_scope


def test_the_rooms_are_full_but_for_two_and_one_who_was_let_go(demo):
    melati, kenanga = Shelter.objects.get(slug="melati"), Shelter.objects.get(slug="kenanga")
    gone = Absence.objects.open().let_go().values("stay")
    assert (melati.stays.filter(pk__in=gone).count(), Referral.objects.suspended().exists()) == (1, True)
    assert melati.stays.resident().in_house().unplaced().exclude(pk__in=gone).count() == 2
    assert not kenanga.stays.resident().in_house().unplaced().exists()
    assert Placement.objects.open().filter(bed=None).exists()
    assert Placement.objects.exclude(ended_on=None).exists()
    assert BedOutage.objects.filter(ended_on=None).exists() and BedOutage.objects.exclude(ended_on=None).exists()


def test_one_sweep_is_open_and_one_is_closed(demo):
    assert Sweep.objects.filter(closed_at=None).exists()
    assert Sweep.objects.exclude(closed_at=None).exclude(letter=None).exists()


def test_who_is_away_is_so_in_the_day_records_too(demo):
    gone = Absence.objects.open()
    assert {absence.kind for absence in gone} == set(Absence.Kind)
    assert Absence.objects.exclude(returned_on=None).exists()
    assert any(absence.may_be_closed for absence in gone) and not all(absence.may_be_closed for absence in gone)
    for absence in Absence.objects.select_related("stay__shelter"):
        told = set(absence.days.filter(date__lte=absence.shelter.today()).values_list("date", "presence"))
        assert told == {(night, absence.kind) for night in absence.nights if night <= absence.shelter.today()}
        fed = ServiceRecord.objects.filter(stay=absence.stay, service="food")
        assert not fed.filter(date__in=absence.nights).exists()


def test_something_waits_in_every_file(demo):
    today = Shelter.objects.first().today()
    assert IdentityPaper.objects.overdue(today).exists()
    assert FileWarning.objects.due(today).exists() and FileWarning.objects.exclude(ended_at=None).exists()
    assert Belonging.objects.forgotten().exists() and Belonging.objects.exclude(returned_on=None).exists()
    assert all(one.size for one in Attachment.objects.kept())
    assert Attachment.objects.kept().exclude(relative=None).count() == 1
    assert Household.objects.count() == 2


def test_exits_and_what_follows_them(demo):
    assert ExitRecord.objects.exclude(receiver=None).exclude(letter=None).exists()
    assert ExitRecord.objects.letter_to_follow().exists()
    today = Shelter.objects.first().today()
    assert Aftercare.objects.due(today).exists() and Aftercare.objects.filter(due_on__gt=today).exists()
    assert len(values(Aftercare, "result")) > 3
    assert Death.objects.unburied().exists() and Death.objects.exclude(buried_at=None).exists()


def test_life_in_the_house(demo):
    assert Incident.objects.open().count() == 1 and Incident.objects.exclude(closed_at=None).count() == 1
    assert Attendance.objects.count() > 10
    assert Product.objects.filter(sold_for=None).exists() and Product.objects.exclude(sold_for=None).exists()
    assert Visit.objects.due(Shelter.objects.first().today()).exists()


def test_files_of_one_person_and_of_two(demo):
    doubled = Client.objects.get(nik_status=Client.NikStatus.DOUBLED)
    assert Client.objects.filter(nik=doubled.nik).count() == 2
    assert NotSame.objects.count() == 1
    assert Merge.objects.standing().count() == 1 and Merge.objects.exclude(undone_at=None).count() == 1
    assert Client.objects.exclude(merged_into=None).count() == 1


def test_tasks_are_late_taken_and_shared_out(demo):
    assert Task.objects.overdue().exists() and Task.objects.open().filter(assigned_to=None).exists()
    shared = Task.objects.unfinished().exclude(stay__sweep_person=None).filter(rule__slug="asesmen-awal")
    assert {"sari", "joko"} <= set(shared.values_list("assigned_to__username", flat=True))
    assert not Task.objects.unfinished().exclude(stay__status="resident").exists()
