"""The way home: one search that is under way with a no, and one that ended with a pick-up and its signed papers."""

import io
from datetime import timedelta

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from cases.family_letters import begun_with
from cases.leaving import leave
from cases.letter_documents import words_now
from cases.models import (
    Attachment,
    ClientLetter,
    FamilyContact,
    FamilyTracing,
    Pickup,
    PickupItem,
    Relative,
    TracingLead,
)
from cases.models.letter_kinds import Kind
from cases.models.tracing import SERVICE
from cases.uploads import checked
from reports.demo.papers import longest_residents
from reports.demo.timeline import clock_at

Source, State = TracingLead.Source, TracingLead.State
Way, Result = FamilyContact.Way, FamilyContact.Result


def find_the_way_home(world):
    seek(world)
    reunite(world)


def residents(world):
    """Grown-ups whose file has nothing of this kind yet."""
    free = [
        one
        for one in longest_residents(world, "kenanga", 40)
        if not one.family_contacts.exists() and not one.needs.filter(service=SERVICE).exists()
    ]
    return [stay for stay in free if not stay.is_guarded][-2:]


def seek(world):
    """Under way: the village has answered, the son refuses, and nobody has done anything for a week."""
    stay = residents(world)[0]
    by = world.worker(stay.shelter)
    with clock_at(world.moment(world.day(14), 9)):
        tracing = opened(stay, by, known="Kampungnya dekat pasar Umpama; ada anak laki-laki yang berdagang.",
                         next_step="Telepon TKSK kecamatan asal")  # fmt: skip
        village = lead(tracing, by, Source.VILLAGE, "Kepala Desa Umpama mengenal keluarganya.", "0000-5550-1200")
        lead(tracing, by, Source.TKSK, "TKSK kecamatan asal belum ditanya.", "0000-5550-1201")
        dead = lead(tracing, by, Source.DUKCAPIL, "Pencocokan sidik jari.")
    with clock_at(world.moment(world.day(12), 10)):
        dead.settle(by=by, state=State.DEAD_END, result="Sidik jari tidak terbaca.")
        tell(stay, by, Way.OFFICE, Result.REACHED, whom="Kepala Desa Umpama", lead=village)
        son = relative(stay, by, "Tarno Umpama", Relative.Relation.CHILD, village)
        village.settle(by=by, state=State.GAVE, result="Menunjuk kepada anaknya.")
    with clock_at(world.moment(world.day(9), 10)):
        tell(stay, by, Way.PHONE, Result.REFUSED, relative=son, note="Tidak sanggup, rumah sempit.")


def reunite(world):
    """Finished: the daughter agreed, her papers were seen, she fetched her father, and the papers came back signed."""
    stay = residents(world)[0]
    by = world.worker(stay.shelter)
    with clock_at(world.moment(world.day(11), 9)):
        tracing = opened(stay, by, known="Ada anak perempuan yang menikah dan pindah.", next_step="Hubungi RT")
        found = lead(tracing, by, Source.RT_RW, "Ketua RT 03 tahu nomor anaknya.", "0000-5550-1300")
        daughter = relative(stay, by, "Sumarni Umpama", Relative.Relation.CHILD, found)
    with clock_at(world.moment(world.day(6), 10)):
        tell(stay, by, Way.GUEST, Result.AGREED, relative=daughter, lead=found, note="Bersedia merawat di rumahnya.")
        daughter.prove(by=by, on=world.day(6), proof=Relative.Proof.KK, number="3404990101010003")
        pickup = Pickup(stay=stay, relative=daughter, planned_on=world.day(3), met_by=by)
        pickup.make(by=by)
        for kind in (Kind.INVITATION, Kind.STATEMENT):
            letter(stay, by, kind, daughter)
    with clock_at(world.moment(world.day(3), 9)):
        for item in PickupItem.objects.asked_for(is_child=False, is_guarded=False):
            if not item.is_relation:
                check = pickup.see(item, by=by, on=world.day(3))
                attach(stay, by, f"{item} {daughter.name}", Attachment.Kind.FAMILY, pickup_check=check)
        kept = leave(
            stay, by=by, on=world.day(3), reason=world.reasons["reunifikasi"], receiver=daughter,
            destination="Rumah anaknya di Desa Umpama",
        )  # fmt: skip
        kept.issue_minutes(by=by, witness_1="Oka Mahardika", witness_2="Umpama Widodo, ketua RT")
        for title, kind in ((f"Berita acara {kept.letter}, ditandatangani", Attachment.Kind.LETTER),
                            ("Foto serah terima", Attachment.Kind.PHOTO)):  # fmt: skip
            attach(stay, by, title, kind, exit_record=kept)


def opened(stay, by, **said):
    today = stay.shelter.today()
    tracing = FamilyTracing(
        stay=stay, opened_on=today, responsible=by, social_media="no", due_on=today + timedelta(days=10), **said
    )
    tracing.begin(by=by)
    return tracing


def lead(tracing, by, source, text, phone=""):
    made = TracingLead(tracing=tracing, source=source, text=text, phone=phone)
    made.add(by=by)
    return made


def tell(stay, by, way, result, **said):
    FamilyContact(stay=stay, on=stay.shelter.today(), way=way, result=result, **said).log(by=by)


def relative(stay, by, name, relation, found):
    made = Relative(
        client=stay.client, name=name, relation=relation, created_by=by, lead=found, phone="0000-5550-1400",
        address="Desa Umpama RT 03 RW 02",
    )  # fmt: skip
    made.full_clean()
    made.save()
    return made


def letter(stay, by, kind, receiver):
    said = {"facts": ["number"], "manner": "normal"} | begun_with(kind, receiver, stay)
    kept = ClientLetter(stay=stay, kind=kind, relative=receiver, **said)
    kept.draft(by=by)
    kept.issue(by=by, words=words_now)


def attach(stay, by, title, kind, **link):
    """A drawn stand-in for a scan: each with its own words, for the same file is kept once."""
    data, paper = io.BytesIO(), Image.new("RGB", (240, 320), "white")
    ImageDraw.Draw(paper).text((20, 20), f"CONTOH\n{title[:30]}", fill="black")
    paper.save(data, "PNG")
    scan = Attachment(client=stay.client, shelter=stay.shelter, stay=stay, kind=kind, title=title[:150], **link)
    scan.keep(checked(ContentFile(data.getvalue(), name="contoh.png")), by=by, original_name="contoh.png")
