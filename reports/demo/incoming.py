"""Who is announced at the door, in every state; and what three groups outside reported of their half-years."""

from uuid import uuid4

from cases.audit import record
from cases.sweeps import admit_person
from referrals.half import due
from referrals.incoming import take_as_sweep
from referrals.models import CommunityGroup, CommunityReport, IntakeRequest, Partner, SenderOffice
from reports.demo.timeline import clock_at

Kind = Partner.Kind
OTHERS = [
    ("Polsek Contoh Kota", Kind.POLICE, "Kapolsek"), ("WKSBM Rukun Sejahtera", Kind.WKSBM, "Ketua"),
    ("WKSBM Bina Warga", Kind.WKSBM, "Ketua"),
]  # fmt: skip
GROUPS = [
    # name, area, {(category, kind of help): persons} of the last half-year; the one before it was a little less
    ("WKSBM Guyub Rukun", "Kecamatan Contoh Utara", {("08", "grant"): 14, ("24", "empowerment"): 9}),
    ("WKSBM Rukun Sejahtera", "Kecamatan Contoh Selatan", {("08", "grant"): 22, ("02", "protection"): 5}),
    ("WKSBM Bina Warga", "Kecamatan Contoh Timur", {("09", "rehabilitation"): 6, ("24", "grant"): 31}),
]
LISTED = [
    {"mark": "Pria ± 50, jaket hijau, karung", "sex": "L", "estimated_age": 50, "condition": "Batuk lama"},
    {"name": "Mbah Karti", "mark": "Rambut putih", "sex": "P", "estimated_age": 72, "needs": "Kursi roda"},
    {"mark": "Pemuda, tato di lengan kiri", "sex": "L", "estimated_age": 22},
]


def announce(world):
    melati, kenanga = world.shelters["melati"], world.shelters["kenanga"]
    with clock_at(world.moment(world.day(40), 9)):
        for name, kind, addressee in OTHERS:
            told = {"city": "Kota Contoh", "contact_position": addressee, "whatsapp": "0000-5550-0390"}
            partner = Partner(name=name, kind=kind, **told)
            partner.full_clean()
            partner.save()
            record(by=None, action="partner.created", target=partner)
        names = ("Satpol PP Kabupaten Contoh", "Polsek Contoh Kota", "RSUD Umpama Sehat")
        satpol, polsek, hospital = (open_office(world, melati, name) for name in names)
    with clock_at(world.moment(world.day(6), 20)):
        taken_in(world, ask(satpol, LISTED, "Umpama Raharja", letter_number="300/121/ST", found_at="Terminal Contoh"))
    with clock_at(world.moment(world.day(4), 11)):
        refused = ask(hospital, LISTED[1:2], "dr. Umpama")
        refused.refuse(by=world.head(melati), reason="health", text="Mohon dirawat sampai lukanya kering.")
    with clock_at(world.moment(world.day(1), 16)):
        asked = ask(polsek, LISTED[2:], "Aipda Contoh", remarks="Gelisah; borgol sudah dilepas.")
        asked.ask("Apakah sudah diperiksa di puskesmas?", by=world.worker(melati))
        passed = ask(polsek, LISTED[:1], "Aipda Contoh")
        passed.pass_on(by=world.officer(melati), to=kenanga, note="Perlu perawatan jangka panjang.")
    with clock_at(world.moment(world.today, 7)):
        ask(satpol, LISTED, "Umpama Raharja", expected_at="21:00", remarks="Satu orang membawa gunting.")
        reports(world, melati)
    with clock_at(world.moment(world.day(30), 10)):
        tell_halves(world, melati)


def open_office(world, shelter, name):
    office = SenderOffice(partner=Partner.objects.get(name=name), shelter=shelter)
    office.begin(by=world.head(shelter))
    return office


def ask(office, people, bringer, **values):
    asked = IntakeRequest(
        key=uuid4(), office=office, shelter=office.shelter, agency=str(office), bringer=bringer,
        phone="0000-5550-0391", expected_on=office.shelter.today(), **values,
    )  # fmt: skip
    asked.send(people)
    return asked


def taken_in(world, asked):
    """One is in care, one went home with the family, one was free to go: the sender reads 0, 1, 2."""
    by = world.officer(asked.shelter)
    sweep = take_as_sweep(asked, by=by, text="Silakan lewat pintu barat.")
    first, second, third = sweep.people.order_by("serial")
    for row in (first, second, third):
        row.complete(by=by, version=row.version, category=world.categories["12"])
    admit_person(first, by=by)
    second.send_away("family", by=by, destination="Anak, Ibu Umpama")
    third.send_away("released", by=by)
    sweep.close(by=by)


def reports(world, shelter):
    """From the neighbourhood: one to read, one that was helped where she lives."""
    for bringer, mark in (("Pak RT Umpama", "Nenek tinggal sendiri"), ("Bu Kader", "Bapak tidur di pos ronda")):
        asked = IntakeRequest(
            key=uuid4(), shelter=shelter, bringer=bringer, phone="0000-5550-0392", agency="WKSBM Guyub Rukun",
            found_at="Dusun Umpama",
        )  # fmt: skip
        asked.send([{"mark": mark, "estimated_age": 75}])
    by = world.worker(shelter)
    asked.accept(by=by)
    asked.people.get().close(by=by, reason="on_the_spot", note="Diantar ke rumah keponakannya.")


def tell_halves(world, shelter):
    last = due(shelter.today())
    for number, (name, area, figures) in enumerate(GROUPS):
        group = CommunityGroup(partner=Partner.objects.get(name=name), area=area, shelter=shelter)
        group.begin(by=world.head(shelter))
        less = {cell: persons - 2 for cell, persons in figures.items()}
        write(world, group, last.moved(-1), less)
        if number < 2:
            write(world, group, last, figures, send=number == 0)


def write(world, group, half, figures, send=True):
    report = CommunityReport.begin(group, half, by=None)
    rows = {(world.categories[slug].pk, kind): persons for (slug, kind), persons in figures.items()}
    report.save_draft(rows, version=1, activities="Kunjungan rumah dua minggu sekali.", needs="Alat tensi.")
    if send:
        report.send(name="Bapak Umpama", position="Ketua")
