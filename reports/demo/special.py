"""The people of whom every shelter can tell: back again, moved on, mother and child, somebody who died."""

from datetime import timedelta

from cases.models import Client, DayRecord
from reports.demo.doubles import plan_doubles

AWAY = DayRecord.Presence
BACK_AGAIN = [
    # (at, so many days ago, nights) of each stay of one person
    [("melati", 330, 6), ("melati", 262, 9), ("melati", 150, 5), ("melati", 8, 20)],
    [("melati", 310, 8), ("melati", 211, 4), ("kenanga", 188, 300)],
    [("melati", 285, 3), ("melati", 97, 12), ("melati", 22, 6)],
    [("kenanga", 420, 190), ("melati", 131, 7)],
    [("melati", 240, 10), ("melati", 12, 6)],
    [("melati", 227, 2), ("melati", 170, 5)],
    [("kenanga", 344, 97), ("melati", 60, 4), ("kenanga", 51, 300)],
]


def add_special_people(year):
    for stays in BACK_AGAIN:
        come_back_again(year, stays)
    for act in (mother_and_child, moved_to_kenanga, foreigner, mistakes, deaths, named_later, same_day, plan_doubles):
        act(year)


def come_back_again(year, stays):
    category = year.world.dice.choice(["11", "12"])
    client = None
    for slug, days_ago, nights in stays:
        shelter = year.world.shelters[slug]
        known = {} if client else {"known": "full"}
        note = "Pernah tinggal di panti sebelumnya." if client else ""
        client = year.come(shelter, days_ago, nights, category=category, client=client, note=note, **known).client


def mother_and_child(year):
    claim = "hubungan belum dibuktikan dengan dokumen; tidak diserahkan tanpa verifikasi."
    mother = year.come(
        year.melati, 33, 12, category="23", source="satpol-pp", hour=22, age=28, known="single", papers="lost",
        note=f"Datang bersama anak ± 2 tahun yang diakui sebagai anaknya; {claim}",
    )  # fmt: skip
    child = year.come(
        year.melati, 33, 12, category="01", source="satpol-pp", hour=22, age=2, sex="L", known="single", papers="never",
        note=f"Datang bersama {mother.client.name}, yang mengaku ibunya; {claim}",
    )  # fmt: skip
    for visit in (mother, child):
        visit.reason, visit.destination = "reunifikasi", "Rumah nenek anak, dengan KK dan akta kelahiran"


def moved_to_kenanga(year):
    """Left Melati in the morning and entered Kenanga in the afternoon of one date."""
    for days_ago, nights in ((104, 13), (47, 9), (29, 11)):
        first = year.come(year.melati, days_ago, nights, category="08", known="full")
        first.reason, first.destination, first.exit_note = "rujukan-panti", "Panti Kenanga", ""
        year.come(
            year.kenanga, days_ago - nights, 400, category="08", source="panti-lain", hour=13, client=first.client
        )


def foreigner(year):
    visit = year.come(
        year.melati, 83, 9, category="orang-terlantar", source="polisi", known="full", papers="",
        note="Warga negara asing; imigrasi dan perwakilan negaranya sudah diberi tahu.",
    )  # fmt: skip
    visit.client.citizenship, visit.client.origin_id, visit.client.origin_address = Client.Citizenship.WNA, None, ""
    visit.reason, visit.destination = "pemulangan", "Kantor Imigrasi Contoh"


def mistakes(year):
    for days_ago, words in (
        (52, "Orang yang sama sudah tercatat pada nomor register sebelumnya."),
        (17, "Salah panti: klien diterima di Panti Kenanga."),
    ):
        year.come(year.melati, days_ago, 400, category="12").mistake = words


def deaths(year):
    for shelter, days_ago, nights in ((year.kenanga, 402, 341), (year.melati, 139, 11), (year.kenanga, 288, 286)):
        visit = year.come(shelter, days_ago, nights, category="08", age=79)
        visit.reason, visit.destination = "meninggal", ""
        visit.exit_note = "Meninggal dunia setelah dirawat di RSUD Umpama Sehat, ditemani petugas."
        for back in (1, 2, 3):
            visit.away[visit.leaves - timedelta(days=back)] = AWAY.HOSPITAL


def named_later(year):
    """Came as "Min" at night; a Dukcapil check six days later says who he is."""
    visit = year.come(
        year.melati, 13, 40, category="08", source="polisi", hour=23, age=70, sex="L", known="alias", papers="forgotten"
    )
    visit.client.aliases = ["Min"]
    year.world.timeline.add(visit.moment(6, 11), identify, visit)


def identify(visit):
    client, before = visit.client, visit.client.plain_values()
    client.name, client.no_nik_reason, client.version = "Suratmin", "pending", client.version + 1
    client.full_clean(exclude=["search_names"])
    client.save()
    client.record_change(before, by=visit.world.worker(visit.shelter), shelter=visit.shelter)


def same_day(year):
    visit = year.come(year.melati, 44, 0, category="orang-terlantar", hour=8, age=34, sex="L")
    visit.reason, visit.destination = "reunifikasi", "Rumah keluarga, dijemput istri"
