"""Partners, and referrals in every state."""

from datetime import timedelta
from itertools import cycle

from cases.audit import record
from referrals.models import Channel, Partner, Referral, Voice
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
# What becomes of the referrals of those who are still there, one after the other: the verbs after the draft.
WAYS = {
    "sent": "send", "accepted": "send accept", "draft": "", "declined": "send decline", "seen": "send see",
    "question": "send see ask", "waiting": "submit", "withdrawn": "send withdraw", "postponed": "send postpone",
    "given-up": "withdraw", "arrived": "send accept hand_over arrive", "handed": "send accept hand_over",
    "answered": "send ask reply", "differing": "send accept differ", "closed": "send accept arrive complete close",
    "returned": "submit give_back", "completed": "send accept complete",
}  # fmt: skip
STATES = (
    "sent accepted waiting declined seen question postponed arrived draft withdrawn closed handed differing answered "
    "given-up returned completed"
).split()
PATIENT = timedelta(days=9)  # so long ago asked and never answered: it may be closed as expired
ANSWERED_BY = [
    Voice("dr. Umpama", "kepala instalasi", Channel.PHONE), Voice("Ibu Tri", "bagian penerimaan", Channel.LINK),
    Voice("Bapak Contoh", "pekerja sosial", Channel.LETTER), Voice("Ibu Misal", "perawat jaga", Channel.LINK),
]  # fmt: skip


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
        self.world, self.partners, self.expired = world, partners, False
        melati = world.shelters["melati"]  # here the head approves every referral; at Kenanga the worker sends
        melati.referral_needs_approval = True
        melati.save(update_fields=["referral_needs_approval"])

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
                after = visit.length - asked_ago
                if not self.expired and visit.moment(after, 9) + PATIENT < self.world.now:
                    self.plan_expired(visit, after)
                else:
                    self.plan_open(visit, next(states), after)

    def plan_done(self, visit):
        """Asked, accepted, taken there; the partner's word comes some days after the client has left."""
        case = Case(visit, self.partners[visit.destination])
        begun = visit.moment(1, 9)
        self.schedule(case, begun, ["send", "accept"])
        self.world.timeline.add(visit.out_at + timedelta(days=2), case.complete)

    def plan_open(self, visit, state, after):
        first, second = TO[visit.stay.category.spm_group]
        case, begun = Case(visit, self.partners[first]), visit.moment(after, 9)
        self.schedule(case, begun, WAYS[state].split())
        if state == "declined":  # the second on the list is asked next
            self.schedule(Case(visit, self.partners[second]), begun + timedelta(hours=30), ["send"])
        if state == "accepted":  # both were asked at once: the other is thanked
            case.together = Case(visit, self.partners[second])

    def plan_expired(self, visit, after):
        """Asked long ago, and never a word."""
        self.expired, begun = True, visit.moment(after, 9)
        case = Case(visit, self.partners[TO[visit.stay.category.spm_group][0]])
        self.schedule(case, begun, ["send"])
        self.world.timeline.add(begun + PATIENT, case.expire)

    def schedule(self, case, begun, steps):
        for number, step in enumerate(["draft", *steps]):
            moment = begun + timedelta(hours=4 * number)
            if case.visit.is_over:
                moment = min(moment, case.visit.out_at - timedelta(minutes=1))
            self.world.timeline.add(moment, getattr(case, step))


class Case:
    """One referral and what happens to it; `together`: another partner who is asked at the same time."""

    together = None

    def __init__(self, visit, partner):
        self.visit, self.partner, self.world = visit, partner, visit.world

    @property
    def by(self):
        return self.world.worker(self.visit.shelter)

    @property
    def today(self):
        return self.visit.shelter.today()

    def said(self, voice=None):
        voice = voice or self.world.dice.choice(ANSWERED_BY)
        return {"voice": voice, "by": None if voice.channel == Channel.LINK else self.by}

    def draft(self, batch=None):
        stay, group = self.visit.stay, self.visit.stay.category.spm_group
        consent, note = Consent.AGREED, ""
        if group == "child":
            consent, note = Consent.GUARDIAN, "Paman klien, melalui telepon, disaksikan petugas"
        elif group == "disability":
            consent, note = Consent.UNABLE, "Belum dapat memahami tujuan rujukan; ditanyakan lagi setiap minggu"
        elif group == "elderly" and self.world.chance(0.5):
            consent, note = Consent.WITHOUT, "Sesak napas, tidak sadar: perlu ditolong segera"
        self.referral = Referral(
            stay=stay, partner=self.partner, purpose=PURPOSES[group], consent=consent, consent_note=note,
            summary=f"Datang {stay.entered_on:%d-%m-%Y}. {stay.condition}",
            urgency="soon" if group in ("disability", "child") else "normal",
            wished_on=self.today + timedelta(days=7),
        )  # fmt: skip
        if batch:
            self.referral.batch = batch
        self.referral.draft(by=self.by, needs=stay.needs.open()[:2])
        if self.together:
            self.together.draft(batch=self.referral.batch)

    def submit(self):
        if self.visit.shelter.referral_needs_approval:
            self.referral.submit(by=self.by)

    def send(self):
        if self.visit.shelter.referral_needs_approval:
            self.referral.submit(by=self.by)
            self.referral.approve(by=self.world.head(self.visit.shelter))
        else:
            self.referral.send(by=self.by)
        if self.together:
            self.together.send()

    def give_back(self):
        if self.referral.status == Referral.Status.WAITING:
            self.referral.return_(by=self.world.head(self.visit.shelter), note="Tuliskan dahulu apa yang diharapkan.")

    def see(self):
        self.referral.see(voice=ANSWERED_BY[1])

    def ask(self):
        self.referral.ask("Apakah klien mempunyai KIS atau BPJS yang aktif?", voice=ANSWERED_BY[1])

    def reply(self):
        self.referral.reply("Belum ada; sedang diurus bersama Dukcapil.", by=self.by)

    def postpone(self):
        until = self.today + timedelta(days=6)
        self.referral.postpone(**self.said(), until=until, note="Ruang sedang penuh, kabari lagi.")

    def accept(self):
        fetched_on = self.visit.leaves or max(self.today, self.world.day(-2))
        self.referral.accept(
            **self.said(), arranged_on=fetched_on, conditions="Membawa fotokopi KTP atau KIS bila ada.",
            note="Mohon dikabari sebelum berangkat.",
        )  # fmt: skip

    def decline(self):
        reason, note = self.world.dice.choice(
            [(Refusal.FULL, "Kuota penuh sampai akhir bulan."), (Refusal.CRITERIA, "Usia di luar kriteria lembaga.")]
        )
        self.referral.decline(**self.said(), reason=reason, note=note)

    def differ(self):
        self.referral.decline(**self.said(Voice("Bapak Lain", "bagian penerimaan")), reason=Refusal.FULL)

    def hand_over(self):
        self.referral.hand_over(by=self.by, on=self.today, received_by="Ibu Tri, bagian penerimaan")

    def arrive(self):
        self.referral.report_arrival(**self.said(ANSWERED_BY[1]), came=True)

    def withdraw(self):
        self.referral.withdraw(by=self.by, reason="Keluarga menghubungi panti dan akan menjemput.")

    def expire(self):
        if self.referral.status == Referral.Status.SENT:
            self.referral.expire(by=self.by)

    def complete(self):
        self.referral.complete(by=self.by, result="Klien diterima dengan baik dan sudah mendapat layanan.")

    def close(self):
        self.referral.close(by=self.by)
