"""How people leave in the lived part of the year, with what each way out asks for, and who asks afterwards."""

from datetime import timedelta
from itertools import cycle

from cases.leaving import leave
from cases.models import Aftercare, Relative
from cases.models.release import is_guarded
from reports.demo.aftercare import ask_with_instrument

Relation, Way, Result = Relative.Relation, Aftercare.Way, Aftercare.Result
RELATIONS = {
    "anak": Relation.CHILD, "kakak": Relation.ELDER, "adik": Relation.YOUNGER, "keponakan": Relation.NEPHEW,
    "ibu": Relation.MOTHER, "bibi": Relation.AUNT, "istri": Relation.WIFE, "nenek": Relation.GRANDPARENT,
}  # fmt: skip
PAPERS = dict.fromkeys(["has_ktp", "has_kk", "has_rt_letter", "has_statement"], True)
STATEMENT = "Saya memilih pergi atas kemauan sendiri dan berterima kasih atas bantuan panti."
AFTERWARDS = [
    (Way.PHONE, Result.WELL, ""),
    (Way.VISIT, Result.WELL, "Tinggal bersama keluarga dan membantu di warung."),
    (Way.PHONE, Result.UNREACHED, ""),
    (Way.VISIT, Result.CONCERN, "Belum terdaftar JKN; diantar ke puskesmas pekan depan."),
    (Way.THROUGH, Result.STREET, "Terlihat di terminal lagi; ditawari kembali ke panti."),
    (Way.THROUGH, Result.LEFT, "Menurut TKSK pindah ke rumah saudara."),
    None,  # nobody has asked yet: it stands on the work list
    (Way.THROUGH, Result.DIED, "Kabar dari desa; keluarga mendampingi."),
    None,
]
WITH_INSTRUMENT = object()


class Exits:
    def __init__(self):
        self.answers = cycle(AFTERWARDS)
        self.numbers = self.gone = 0

    def go(self, visit):
        """Without region codes no way home can be named: such an exit is kept as it was before there were any."""
        stay, world, reason = visit.stay, visit.world, visit.world.reasons[visit.reason]
        by, asks = world.worker(visit.shelter), visit.world.reasons[visit.reason].asks
        needs_family = asks.needs_receiver or (reason.is_release and is_guarded(stay, visit.leaves))
        told = {
            "by": by, "on": visit.leaves, "reason": reason, "destination": visit.destination, "note": visit.exit_note,
            "receiver": self.family(visit, by) if needs_family else None,
        }  # fmt: skip
        if asks.needs_region and not world.origins:
            stay.discharge(**told)
            return
        kept = leave(stay, **told, **self.facts(visit, asks))
        if needs_family:
            kept.issue_minutes(by=by, witness_1="Oka Mahardika", witness_2="Umpama Widodo, ketua RT")
        self.gone += 1
        for contact in stay.aftercare.all():
            answer = WITH_INSTRUMENT if self.gone % 6 == 2 else next(self.answers)
            asked_on = contact.due_on + timedelta(days=1)
            if answer and asked_on <= world.today:
                world.timeline.add(world.moment(asked_on, 13), self.ask, visit, contact, answer)

    def facts(self, visit, asks):
        self.numbers += 1
        facts = dict(PAPERS) if asks.needs_papers else {}
        if asks.needs_region:
            region = visit.client.origin_id or visit.world.origins[0]
            facts |= {"region_id": region, "escort": "Oka Mahardika", "ticket": "Bus umum", "cost": 185_000}
        if asks.needs_letter:
            facts |= {"institution": visit.destination or "Lembaga tujuan", "institution_officer": "Petugas penerimaan"}
            follows = self.numbers % 5 == 0
            facts |= {"letter_follows": True} if follows else {"letter_number": f"460/{self.numbers:03}"}
        if asks.needs_destination:
            facts["work"] = "Bekerja harian"
        if asks.needs_statement:
            facts["statement"] = STATEMENT
        return facts

    def family(self, visit, by):
        """Somebody whose relation is proven, named as the destination says it."""
        words = [word for word in RELATIONS if word in visit.destination.lower()]
        relative = Relative.objects.create(
            client=visit.client, name=f"Keluarga {visit.client.display_name}",
            relation=RELATIONS[words[0]] if words else Relation.AUNT, created_by=by, address="Desa Umpama RT 03 RW 02",
        )  # fmt: skip
        relative.prove(by=by, on=visit.leaves, proof=Relative.Proof.KK, number="3404990101010002")
        return relative

    def ask(self, visit, contact, answer):
        if answer is WITH_INSTRUMENT:
            ask_with_instrument(contact, by=visit.world.worker(visit.shelter), head=visit.world.head(visit.shelter))
            return
        way, result, note = answer
        contact.finish(
            by=visit.world.worker(visit.shelter), on=visit.shelter.today(), way=way, result=result, note=note
        )
