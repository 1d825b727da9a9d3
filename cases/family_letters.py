"""What a letter to the family, or a statement of the family, begins with: the worker may change every word."""

from cases.models.letter_kinds import Kind
from cases.templatetags.indonesian import tanggal

PROMISES = """1. Saya bersedia menerima yang bersangkutan dari {panti}, dan merawat serta melindunginya dengan layak.
2. Saya tidak akan menelantarkan, mempekerjakannya untuk mengemis, atau memperlakukannya dengan salah.
3. Saya bersedia menerima kunjungan dan bimbingan lanjut dari petugas sosial.
4. Saya akan memberi tahu {panti} bila yang bersangkutan pergi, sakit, atau pindah alamat."""
INVITES = "Kami mengundang Bapak/Ibu untuk hadir guna membicarakan dan menyiapkan kepulangannya, pada:"


def begun_with(kind, relative, stay):
    """The first words of a letter of this kind about this relative: {field of the form: value}."""
    shelter = stay.shelter
    if kind == Kind.STATEMENT:
        return {
            "subject": "Kesediaan keluarga menerima klien", "body": PROMISES.format(panti=shelter.name),
            "facts": ["born", "number"],
        }  # fmt: skip
    if kind == Kind.INVITATION:
        return {
            "subject": "Undangan keluarga", "addressee": relative.name, "body": INVITES,
            "city": relative.region.name if relative.region else "tempat",
            "details": details_of(relative, stay),
        }  # fmt: skip
    return {}


def details_of(relative, stay):
    """When and where, from the plan of the pick-up when there is one."""
    shelter = stay.shelter
    pickup = stay.pickups.open().filter(relative=relative).first()
    day = tanggal(pickup.planned_on) if pickup else ""
    hour = f"pukul {pickup.planned_at:%H.%M} {shelter.zone_label}" if pickup and pickup.planned_at else ""
    place = ", ".join(filter(None, [shelter.name, shelter.address]))
    return f"Tanggal: {day}\nWaktu: {hour}\nTempat: {place}\nAcara: pertemuan keluarga dan persiapan kepulangan"


def declarant_of(relative):
    """Who makes the statement, as plain values: kept with the number of the letter."""
    facts = [
        ("Nama", relative.name), ("NIK", relative.nik or "……………………………………"),
        ("Alamat", relative.full_address or "……………………………………………………………………"),
        ("Nomor HP", relative.phone or "……………………………………"), ("Hubungan dengan klien", relative.get_relation_display()),
    ]  # fmt: skip
    return {"name": relative.name, "facts": [list(pair) for pair in facts]}
