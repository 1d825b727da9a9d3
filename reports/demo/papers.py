"""Identity documents in every state, warnings, belongings and a file: of the residents of Kenanga."""

import io

from django.core.files.base import ContentFile
from PIL import Image

from cases.models import Attachment, Belonging, FileWarning, IdentityPaper, Stay
from cases.models.paper_kinds import INITIAL, PaperKind, PaperStatus, usual_requirements
from cases.uploads import checked
from reports.demo.timeline import clock_at

S = PaperStatus
PAPERS = [
    # document, as what it was noted down, and how far it has come
    (PaperKind.KTP, S.HELD, S.HELD), (PaperKind.KTP, S.MISSING, S.MISSING), (PaperKind.KTP, S.LOST, S.LOST),
    (PaperKind.KK, S.DAMAGED, S.DAMAGED), (PaperKind.BIRTH, S.COPY, S.COPY), (PaperKind.KTP, S.LOST, S.GATHERED),
    (PaperKind.KTP, S.MISSING, S.REQUESTED), (PaperKind.HEALTH, S.MISSING, S.REQUESTED),
    (PaperKind.KK, S.LOST, S.ISSUED), (PaperKind.BIRTH, S.MISSING, S.REFUSED), (PaperKind.KTP, S.LOST, S.HANDED),
    (PaperKind.HEALTH, S.MISSING, S.HANDED), (PaperKind.KIA, S.MISSING, S.DROPPED),
]  # fmt: skip
PATHS = {
    S.GATHERED: [S.GATHERED],
    S.REQUESTED: [S.GATHERED, S.REQUESTED],
    S.ISSUED: [S.GATHERED, S.REQUESTED, S.ISSUED],
    S.REFUSED: [S.REQUESTED, S.REFUSED],
    S.HANDED: [S.GATHERED, S.REQUESTED, S.ISSUED, S.HANDED],
    S.DROPPED: [S.DROPPED],
}
# How many days ago each step was, its verb, and what was told with it.
STEPS = {
    S.GATHERED: (18, "gather", {}),
    S.REQUESTED: (16, "request", {"office": "Dukcapil Kabupaten Contoh", "file_number": "470/000"}),
    S.ISSUED: (9, "issue", {"number": "000/UMPAMA"}),
    S.REFUSED: (9, "refuse", {"reason": "Data kelahiran belum ditemukan; diminta keterangan dua saksi."}),
    S.HANDED: (5, "hand_over", {"to": "Klien sendiri"}),
    S.DROPPED: (9, "drop", {"reason": "Ternyata sudah ada di keluarga."}),
}
BEGUN = 20
WARNINGS = [
    # kind, words, review so many days from today, and why it ended
    (FileWarning.Kind.HEALTH, "Alergi penisilin", 0, ""),
    (FileWarning.Kind.SAFETY, "Dapat tersesat bila keluar sendiri; dampingi", 30, ""),
    (FileWarning.Kind.CHILD, "Hanya boleh ditemui ibunya", -2, ""),
    (FileWarning.Kind.OTHER, "Pendengaran kiri kurang; bicara dari sisi kanan", 20, "Sudah memakai alat bantu dengar."),
]


def longest_residents(world, slug, number):
    """Those who were there before any of this began and are not away; always the same ones."""
    stays = Stay.objects.filter(shelter=world.shelters[slug], entered_on__lt=world.day(BEGUN + 10)).resident()
    away = {day.stay_id for stay in stays for day in stay.days.exclude(presence="hadir")}
    here = stays.select_related("client", "shelter").order_by("entered_on", "pk")
    return [stay for stay in here if stay.pk not in away][:number]


def file_papers(world):
    stays = longest_residents(world, "kenanga", 12)
    for number, (kind, begun_as, status) in enumerate(PAPERS):
        file_paper(world, stays[number % len(stays)], kind, begun_as, status)
    for stay, (kind, words, days, ended) in zip(stays[1:], WARNINGS, strict=False):
        warn(world, stay, kind, words, days, ended)
    keep_belongings(world, stays)
    attach(world, stays[0])


def file_paper(world, stay, kind, begun_as, status):
    by, begun = world.worker(stay.shelter), world.day(BEGUN)
    with clock_at(world.moment(begun, 10)):
        paper = IdentityPaper(stay=stay, client=stay.client, kind=kind, begun_as=begun_as, started_on=begun)
        paper.start(by=by)
    for step in [] if status in INITIAL else PATHS[status]:
        days_ago, verb, values = STEPS[step]
        if verb == "gather":
            values = {"requirements": [one.value for one in usual_requirements(kind)[:2]]}
        with clock_at(world.moment(world.day(days_ago), 10)):
            getattr(paper, verb)(by=by, on=world.day(days_ago), **values)


def warn(world, stay, kind, words, days, ended):
    by = world.worker(stay.shelter)
    with clock_at(world.moment(world.day(30), 11)):
        warning = FileWarning(
            client=stay.client, shelter=stay.shelter, kind=kind, text=words, review_on=world.day(-days)
        )
        warning.put(by=by)
    if ended:
        with clock_at(world.moment(world.day(4), 11)):
            warning.end(by=by, reason=ended)


def keep_belongings(world, stays):
    """Kept, given back, and one that was forgotten when somebody left."""
    officer = world.officer(world.shelters["kenanga"])
    left = Stay.objects.filter(shelter__slug="melati", status="discharged", entered_on__gt=world.day(40))
    things = [(stays[0], "Tas hitam berisi pakaian"), (stays[1], "Telepon genggam"), (stays[2], "KTP asli")]
    things.append((left.exclude(ended_on__gt=world.day(4)).order_by("entered_on", "pk").first(), "Kalung perak"))
    for stay, description in things:
        with clock_at(world.moment(stay.entered_on, 17)):
            thing = Belonging(stay=stay, description=description, received_on=stay.entered_on, kept_at="Lemari kantor")
            thing.receive(by=world.officer(stay.shelter))
        if description == "KTP asli":
            thing.give_back(by=officer, on=world.day(3), to="Klien sendiri")


def scan(colour):
    data = io.BytesIO()
    Image.new("RGB", (240, 150), colour).save(data, "PNG")
    return data.getvalue()


def attach(world, stay):
    upload = ContentFile(scan("lightsteelblue"), name="kk.png")
    attachment = Attachment(
        client=stay.client, shelter=stay.shelter, stay=stay, kind=Attachment.Kind.FAMILY, title="Salinan kartu keluarga"
    )
    attachment.keep(checked(upload), by=world.worker(stay.shelter), original_name="kk.png")
