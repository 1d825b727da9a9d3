"""The smallest true rows, each with what a test does not care about filled in."""

import hashlib
import io
from datetime import date
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image

from assessments.models import Goal, InstrumentVersion, InterventionPlan, PlanAction
from cases.intake import admit
from cases.leaving import leave
from cases.models import (
    Absence,
    ActivitySession,
    Attachment,
    BasicService,
    Belonging,
    Category,
    Client,
    ClientLetter,
    DayRecord,
    EntrySource,
    ExitReason,
    FamilyContact,
    FamilyTracing,
    FileWarning,
    IdentityPaper,
    Membership,
    Need,
    Pickup,
    Placement,
    Programme,
    Relative,
    Room,
    ServiceRecord,
    Shelter,
    Stay,
    Sweep,
    User,
)
from cases.uploads import Checked
from reports import jobs
from reports.models import EvaluationIndicator, EvaluationPlan, ExportJob, Innovation, InnovationOption
from tests.assessments.forms import SLEEP

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


def make_room(shelter, name="Putra", kind="men", beds=2, by=None, building="Gedung utama"):
    return Room.add(shelter, by=by or User.objects.first(), building=building, name=name, kind=kind, beds=beds)


def place(stay, bed=None, on=None, by=None, **values):
    """In a bed, or with room= and reason= an extra place; since the day of entry."""
    values = {"room": bed.room} | values if bed else values
    return Placement.assign(stay, by=by or User.objects.first(), bed=bed, on=on or stay.entered_on, **values)


def make_relative(client, name="Tarno", relation="child", by=None, proven_on=None, **values):
    """Claimed; proven by a Kartu Keluarga since a day when one is named."""
    relative = Relative.objects.create(client=client, name=name, relation=relation, created_by=by, **values)
    if proven_on:
        relative.prove(by=by, on=proven_on, proof="kk", number="3404990101010001")
    return relative


def make_exit(shelter, by=None, client=None, entered_on=date(2026, 1, 5), on=date(2026, 3, 10), **facts):
    """A reunion with everything that it asks for."""
    client = client or make_client("Wagiman")
    stay = make_stay(shelter, by=by, client=client, entered_on=entered_on)
    receiver = make_relative(client, by=by, proven_on=entered_on)
    papers = dict.fromkeys(["has_ktp", "has_kk", "has_rt_letter", "has_statement"], True)
    return leave(stay, by=by, on=on, reason=reason("reunifikasi"), receiver=receiver, **papers | facts)


def make_tracing(stay, by, opened_on=None, **values):
    """An open search for the family."""
    tracing = FamilyTracing(stay=stay, opened_on=opened_on or stay.entered_on, **values)
    tracing.begin(by=by)
    return tracing


def make_pickup(stay, by, relative=None, proven_on=None, **values):
    """Planned for today with somebody who agreed."""
    relative = relative or make_relative(stay.client, "Sumarni", by=by, proven_on=proven_on)
    today = stay.shelter.today()
    FamilyContact(stay=stay, relative=relative, on=today, way="phone", result="agreed").log(by=by)
    pickup = Pickup(stay=stay, relative=relative, **{"planned_on": today} | values)
    pickup.make(by=by)
    return pickup


def make_sweep(shelter, by=None, marks=(), **values):
    """A sweep with one row per mark."""
    day = values.get("held_on", shelter.today())
    values = {"held_on": day, "arrived_on": day, "place": "Alun-alun", "source": source("satpol-pp")} | values
    sweep = Sweep(shelter=shelter, **values)
    by = by or User.objects.first()
    sweep.begin(by=by)
    for mark in marks:
        sweep.add(by=by, mark=mark)
    return sweep


def picture_bytes(colour="teal"):
    """A real, small photo."""
    data = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "JPEG")
    return data.getvalue()


def category(slug):
    return Category.objects.get(slug=slug)


def source(slug):
    return EntrySource.objects.get(slug=slug)


def reason(slug):
    return ExitReason.objects.get(slug=slug)


def service(slug):
    return BasicService.objects.get(slug=slug)


def make_programme(shelter, name="Sudut Kriya", **values):
    values = {
        "dimensions": ["body", "social"], "service": service("guidance"), "started_on": date(2026, 1, 5),
    } | values  # fmt: skip
    return Programme.objects.create(shelter=shelter, name=name, **values)


def make_session(programme, on, **values):
    return ActivitySession.objects.create(programme=programme, on=on, **values)


def make_paper(stay, by, kind="ktp", begun_as="missing", started_on=None, **values):
    """An identity document that the client does not have yet."""
    paper = IdentityPaper(stay=stay, client=stay.client, kind=kind, begun_as=begun_as, **values)
    paper.started_on = started_on or stay.entered_on
    paper.start(by=by)
    return paper


def make_attachment(stay, by, content=b"%PDF-1.7 kecil", **values):
    """A file in the client's file, as if it had passed the checks."""
    values = {"kind": "letter", "title": "Surat lama"} | values
    attachment = Attachment(client=stay.client, shelter=stay.shelter, stay=stay, **values)
    sha256 = hashlib.sha256(content).hexdigest()
    file = ContentFile(content, name=f"{sha256[:32]}.pdf")
    attachment.keep(Checked(file, "application/pdf", len(content), sha256), by=by)
    return attachment


def make_belonging(stay, by, description="Tas hitam", received_on=None, **values):
    thing = Belonging(stay=stay, description=description, received_on=received_on or stay.entered_on, **values)
    thing.receive(by=by)
    return thing


def make_warning(stay, by, text="Kejang bila terlambat minum obat", kind="health", review_on=date(2026, 4, 1)):
    warning = FileWarning(client=stay.client, shelter=stay.shelter, kind=kind, text=text, review_on=review_on)
    warning.put(by=by)
    return warning


def make_instrument(by, source=SLEEP, name="tidur.md"):
    """A draft, as uploaded; `release` publishes it."""
    return InstrumentVersion.upload(source=source.encode(), kind=".md", file_name=name, by=by)


def make_plan(stay, by, goals=1, **values):
    """A draft with measurable goals, each with one action that somebody does by a day."""
    plan = InterventionPlan.start(stay, by=by, **values)
    for number in range(1, goals + 1):
        goal = Goal.add(
            plan, by=by, statement=f"Tujuan {number}", indicator=f"Ukuran {number}", target_on=date(2026, 4, 30)
        )
        PlanAction.add(goal, by=by, what=f"Tindakan {number}", responsible=by, due_on=date(2026, 3, 20))
    return plan


def make_plan_in_force(stay, by, head, goals=1, **values):
    plan = make_plan(stay, by, goals, **values)
    plan.submit(by=by, note="Disengaja")
    plan.approve(by=head)
    return plan


def make_absence(stay, by=None, kind="izin", left_on=date(2026, 3, 10), **values):
    return Absence.begin(stay, by=by or User.objects.first(), kind=kind, left_on=left_on, **values)


def make_client_letter(stay, by, kind="recommendation", **values):
    values = {"subject": "Uji", "addressee": "Kepala Dinas", "body": "Isi surat.", "facts": ["born"]} | values
    kept = ClientLetter(stay=stay, kind=kind, **values)
    kept.draft(by=by)
    return kept


def make_export(by, listing="pgot-bulanan"):
    """An export of this person, made."""
    job = ExportJob.ask(
        by=by, listing=listing, title="Rekap PGOT bulanan", name=listing, query="", chosen="", reason="Uji", rows=0,
        format="csv",
    )  # fmt: skip
    job.start()
    jobs.make(job)
    job.refresh_from_db()
    return job


def make_evaluation(shelter, by, title="Pelayanan rumah singgah", year=2026):
    """A draft with an indicator from our own data and one that is entered by hand."""
    plan = EvaluationPlan(shelter=shelter, year=year, title=title, subject_text="Penampungan").open(by=by)
    EvaluationIndicator(
        plan=plan, wording="Orang yang dijangkau", unit="orang", measure="persons", target_1=1, target_year=2
    ).add(by=by)
    EvaluationIndicator(
        plan=plan, wording="Kepuasan keluarga", unit="persen", source="Lembar keluarga", target_year=80
    ).add(by=by)
    return plan


def make_innovation(shelter, by, name="Sudut Karya", **values):
    """An innovation at its first stage; shelter None: of the whole department."""
    chosen = {name: InnovationOption.objects.filter(list=name).first() for name in ("initiator", "form", "theme")}
    values = {
        "started_on": date(2024, 1, 8), "initiator_name": "Sari", "kind": "non_digital",
        "sector": InnovationOption.objects.get(list="sector", name="Sosial"),
    } | chosen | values  # fmt: skip
    innovation = Innovation(shelter=shelter, name=name, **values)
    innovation.begin(by=by)
    return innovation
