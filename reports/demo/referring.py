"""Partners, and referrals in every state."""

from datetime import timedelta
from itertools import cycle

from cases.audit import record
from referrals.models import Partner, Referral
from reports.demo.past import is_past

Kind, Consent, Refusal = Partner.Kind, Referral.Consent, Referral.DeclineReason
PARTNERS = [
    # name, kind, city, to whom a letter is written, services
    ("RSJ Umpama Waras", Kind.MENTAL_HOSPITAL, "Kota Umpama", "Direktur", "Pemeriksaan dan perawatan jiwa."),
    ("RSUD Umpama Sehat", Kind.HOSPITAL, "Kota Contoh", "Direktur", "Gawat darurat, rawat inap, poli geriatri."),
    ("Puskesmas Contoh Satu", Kind.HEALTH_CENTRE, "Kota Contoh", "Kepala", "Pemeriksaan umum, surat keterangan sehat."),
    ("Panti Kenanga", Kind.PANTI, "Kota Umpama", "Kepala", "Lansia, disabilitas, anak, gelandangan dan pengemis."),
    ("PSAA Tunas Umpama", Kind.PANTI, "Kota Umpama", "Kepala", "Pengasuhan anak 6–17 tahun, sekolah."),
    ("Panti Pelayanan Sosial Sejahtera", Kind.PANTI, "Kota Permisalan", "Kepala", "Rehabilitasi sosial dalam panti."),
    ("Balai Bina Karya Contoh", Kind.BALAI, "Kota Contoh", "Kepala", "Keterampilan kerja enam bulan, asrama."),
    ("LKS Harapan", Kind.LKS, "Kota Contoh", "Ketua", "Rumah sementara bagi orang dewasa tanpa keluarga."),
    ("Dinas Sosial Kabupaten Permisalan", Kind.ORIGIN_OFFICE, "Kota Permisalan", "Kepala", "Penjemputan warga."),
    ("Dukcapil Kabupaten Contoh", Kind.CIVIL_REGISTRY, "Kota Contoh", "Kepala", "Perekaman dan pencarian biometrik."),
    ("Satpol PP Kabupaten Contoh", Kind.PUBLIC_ORDER, "Kota Contoh", "Kepala", "Pengantaran dan patroli bersama."),
    ("WKSBM Guyub Rukun", Kind.WKSBM, "Kota Contoh", "Ketua", "Kunjungan rumah dan pendampingan setelah pulang."),
]  # fmt: skip
REQUIREMENTS = "Surat rujukan, ringkasan asesmen, surat keterangan sehat; KTP atau KIS bila ada."
PURPOSES = {
    "elderly": "Memerlukan perawatan lanjut usia jangka panjang; keluarga belum sanggup merawat.",
    "disability": "Memerlukan pemeriksaan dan perawatan lanjutan sebelum penelusuran keluarga.",
    "child": "Memerlukan pengasuhan dan sekolah sampai keluarga ditemukan.",
    "gepeng": "Ingin bekerja; memerlukan pelatihan keterampilan dan tempat tinggal sementara.",
    "": "Memerlukan bantuan untuk kembali ke keluarga di daerah asal.",
}
TO = {
    "elderly": ["Panti Pelayanan Sosial Sejahtera", "RSUD Umpama Sehat"],
    "disability": ["RSJ Umpama Waras", "Panti Pelayanan Sosial Sejahtera"],
    "child": ["PSAA Tunas Umpama", "Dinas Sosial Kabupaten Permisalan"],
    "gepeng": ["Balai Bina Karya Contoh", "LKS Harapan"],
    "": ["Dinas Sosial Kabupaten Permisalan", "Dukcapil Kabupaten Contoh"],
}
# What becomes of the referrals of those who are still there, one after the other.
STATES = "sent accepted draft declined sent withdrawn accepted sent given-up draft declined".split()
ANSWERED_BY = ["dr. Umpama, kepala instalasi", "Ibu Tri, bagian penerimaan", "Bapak Contoh, pekerja sosial"]


def make_partners():
    partners = {}
    for number, (name, kind, city, addressee, services) in enumerate(PARTNERS, 1):
        partner = Partner(
            name=name, kind=kind, city=city, contact_position=addressee, services=services,
            address=f"Jalan Umpama Nomor {number}", phone=f"0000-555-03{number:02}",
            whatsapp=f"0000-5550-03{number:02}", contact_name="Bagian penerimaan", requirements=REQUIREMENTS,
        )  # fmt: skip
        partner.full_clean()
        partner.save()
        record(by=None, action="partner.created", target=partner)
        partners[name] = partner
    return partners


class Referring:
    def __init__(self, world, partners):
        self.world, self.partners = world, partners

    def plan(self, visits):
        states = cycle(STATES)
        for visit in visits:
            if visit.mistake:
                continue
            if visit.is_over:
                is_known = visit.destination in self.partners and visit.length >= 2 and not is_past(visit)
                if is_known and self.world.chance(0.6):
                    self.plan_done(visit)
            elif visit.length >= 4 and self.world.chance(0.2 if is_past(visit) else 0.65):
                asked_ago = self.world.dice.randrange(3, 30) if is_past(visit) else visit.length - 1
                self.plan_open(visit, next(states), visit.length - asked_ago)

    def plan_done(self, visit):
        """Asked, accepted, taken there; the partner's word comes some days after the client has left."""
        case = Case(visit, self.partners[visit.destination])
        begun = visit.moment(1, 9)
        self.schedule(case, begun, ["draft", "send", "accept"])
        self.world.timeline.add(visit.out_at + timedelta(days=2), case.complete)

    def plan_open(self, visit, state, after):
        first, second = TO[visit.stay.category.spm_group]
        case, begun = Case(visit, self.partners[first]), visit.moment(after, 9)
        steps = {"draft": [], "sent": ["send"], "withdrawn": ["send", "withdraw"], "given-up": ["withdraw"]}
        steps |= {"accepted": ["send", "accept"], "declined": ["send", "decline"]}
        self.schedule(case, begun, ["draft", *steps[state]])
        if state == "declined":  # the second on the list is asked next
            self.schedule(Case(visit, self.partners[second]), begun + timedelta(hours=30), ["draft", "send"])

    def schedule(self, case, begun, steps):
        for number, step in enumerate(steps):
            moment = begun + timedelta(hours=4 * number)
            if case.visit.is_over:
                moment = min(moment, case.visit.out_at - timedelta(minutes=1))
            self.world.timeline.add(moment, getattr(case, step))


class Case:
    """One referral and what happens to it."""

    def __init__(self, visit, partner):
        self.visit, self.partner, self.world = visit, partner, visit.world

    @property
    def by(self):
        return self.world.worker(self.visit.shelter)

    @property
    def today(self):
        return self.visit.shelter.today()

    def draft(self):
        stay, group = self.visit.stay, self.visit.stay.category.spm_group
        consent, note = Consent.AGREED, ""
        if group == "child":
            consent, note = Consent.GUARDIAN, "Paman klien, melalui telepon, disaksikan petugas"
        elif group == "disability":
            consent, note = Consent.UNABLE, "Belum dapat memahami tujuan rujukan; ditanyakan lagi setiap minggu"
        self.referral = Referral(
            stay=stay, partner=self.partner, purpose=PURPOSES[group], consent=consent, consent_note=note,
            summary=f"Datang {stay.entered_on:%d-%m-%Y}. {stay.condition}",
            urgency="soon" if group in ("disability", "child") else "normal",
        )  # fmt: skip
        self.referral.draft(by=self.by, needs=stay.needs.open()[:2])

    def send(self):
        self.referral.send(by=self.by)

    def accept(self):
        fetched_on = self.visit.leaves or self.world.day(-2)
        self.referral.accept(
            by=self.by, answered_by=self.world.dice.choice(ANSWERED_BY), on=self.today, arranged_on=fetched_on,
            conditions="Membawa fotokopi KTP atau KIS bila ada.", note="Dijawab lewat telepon.",
        )  # fmt: skip

    def decline(self):
        reason, note = self.world.dice.choice(
            [(Refusal.FULL, "Kuota penuh sampai akhir bulan."), (Refusal.CRITERIA, "Usia di luar kriteria lembaga.")]
        )
        self.referral.decline(
            by=self.by, answered_by=self.world.dice.choice(ANSWERED_BY), on=self.today, reason=reason, note=note
        )

    def withdraw(self):
        self.referral.withdraw(by=self.by, reason="Keluarga menghubungi panti dan akan menjemput.")

    def complete(self):
        self.referral.complete(by=self.by, result="Klien diterima dengan baik dan sudah mendapat layanan.")
