"""The two shelters of the demo and the people who work with them. All of it is invented; the password is no secret."""

from cases.audit import record
from cases.models import Membership, Shelter, User
from cases.permissions import Role

PASSWORD = "payung teduh biru laut"
SHELTERS = {
    "melati": {
        "code": "MLT",
        "name": "Rumah Singgah Melati",
        "kind": Shelter.Kind.SINGGAH,
        "level": Shelter.Level.REGENCY,
        "capacity": 34,
        "max_stay": 14,
        "letterhead_government": "PEMERINTAH KABUPATEN CONTOH",
        "letterhead_department": "DINAS SOSIAL",
        "address": "Jalan Contoh Nomor 1, Kota Contoh",
        "city": "Kota Contoh",
        "phone": "(0000) 555-0100",
        "email": "melati@dinsos.example",
    },
    "kenanga": {
        "code": "KNG",
        "name": "Panti Kenanga",
        "kind": Shelter.Kind.PANTI,
        "level": Shelter.Level.PROVINCE,
        "capacity": 40,
        "letterhead_government": "PEMERINTAH PROVINSI CONTOH",
        "letterhead_department": "DINAS SOSIAL",
        "address": "Jalan Contoh Nomor 9, Kota Umpama",
        "city": "Kota Umpama",
        "phone": "(0000) 555-0200",
        "email": "kenanga@dinsos.example",
    },
}
STAFF = [
    # username, name, role, shelter, position
    ("sari", "Sari Puspitarini", Role.WORKER, "melati", "Pekerja Sosial Ahli Pertama"),
    ("joko", "Joko Widagdo", Role.WORKER, "melati", "Pekerja Sosial Terampil"),
    ("oka", "Oka Mahardika", Role.OFFICER, "melati", "Petugas Layanan"),
    ("budi", "Budi Hartanto", Role.HEAD, "melati", "Kepala Rumah Singgah Melati"),
    ("ratih", "Ratih Anggraini", Role.WORKER, "kenanga", "Pekerja Sosial Ahli Muda"),
    ("tono", "Tono Prabowo", Role.OFFICER, "kenanga", "Petugas Layanan"),
    ("citra", "Citra Maharani", Role.HEAD, "kenanga", "Kepala Panti Kenanga"),
    ("dewi", "Dewi Kartikasari", Role.DEPARTMENT, None, "Admin Dinas Sosial"),
    ("agus", "Agus Santosa", Role.AUDITOR, None, "Pengawas Internal"),
]
ACCOUNTS = [
    (username, role.label, SHELTERS[slug]["name"] if slug else "Dinas Sosial") for username, _, role, slug, _ in STAFF
]


def make_shelters():
    shelters = {slug: Shelter.objects.create(slug=slug, **values) for slug, values in SHELTERS.items()}
    for shelter in shelters.values():
        record(by=None, action="shelter.created", target=shelter, shelter=shelter)
    return shelters


def make_staff(shelters, password):
    staff = {}
    for number, (username, name, role, slug, position) in enumerate(STAFF, 1):
        # A NIP begins with a date of birth: this one can belong to nobody.
        user = User(username=username, name=name, position=position, nip=f"00000000 000000 0 {number:03}")
        user.set_password(password)
        user.save()
        shelter = shelters.get(slug)
        membership = Membership.objects.create(user=user, role=role, shelter=shelter)
        record(by=None, action="user.created", target=user, shelter=shelter)
        record(by=None, action="membership.created", target=membership, shelter=shelter, role=role.value)
        staff[username] = user
    return staff
