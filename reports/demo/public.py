"""What the demo's shelters tell the public: both a version in force; Melati its second, and a draft of a third."""

from datetime import timedelta

from reports.demo.timeline import clock_at
from reports.models import StandardComponent
from reports.public.drafting import begin_draft

HOURS = "Penerimaan: setiap hari, 24 jam\n\nKantor: Senin–Jumat, 08.00–15.30"
STAFF = {
    "staff": "1 kepala panti, 2 pekerja sosial, 4 petugas layanan, 1 juru masak.",
    "competence": "Pekerja sosial bersertifikat; petugas layanan terlatih pertolongan pertama.",
}
CONTACT = {
    "melati": {"hours": HOURS, "whatsapp": "0812-0000-0101", "address_note": "Sebelah utara terminal."},
    "kenanga": {"hours": HOURS},
}


def tell_public(world):
    for slug, worker, head in (("melati", "sari", "budi"), ("kenanga", "ratih", "citra")):
        with clock_at(world.moment(world.day(300), 9)):
            publish_first(world.shelters[slug], CONTACT[slug], by=world.staff[worker], head=world.staff[head])
    melati, sari, budi = world.shelters["melati"], world.staff["sari"], world.staff["budi"]
    with clock_at(world.moment(world.day(90), 10)):
        second = begin_draft(melati, by=sari)
        hours = HOURS + "\n\nKunjungan keluarga: setiap hari, 09.00–16.00"
        second.write("kontak", by=sari, edit=second.edit, hours=hours)
        second.publish(by=budi, edit=second.edit, shows_figures=True)
    with clock_at(world.now - timedelta(hours=3)):
        third = begin_draft(melati, by=sari)
        about = third.about + "\n\nSejak bulan ini kami juga membuka **sudut keterampilan** setiap Rabu."
        third.write("tentang", by=sari, edit=third.edit, about=about)


def publish_first(shelter, contact, *, by, head):
    draft = begin_draft(shelter, by=by)
    draft.write("kontak", by=by, edit=draft.edit, **contact)
    said = {row.component.code: row.text for row in draft.components.all()} | STAFF
    known = {component.code: component for component in StandardComponent.objects.all()}
    rows = [draft.components.model(component=known[code], text=text) for code, text in said.items()]
    draft.write_parts("components", rows, by=by, edit=draft.edit)
    draft.publish(by=head, edit=draft.edit, shows_figures=True)
