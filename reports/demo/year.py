"""Who comes and goes in the year: briefly at Melati, for long at Kenanga. Days are told as so many days ago."""

from datetime import timedelta

from reports.demo.people import People
from reports.demo.portraits import PORTRAITS, SOURCES_OF_KENANGA, SOURCES_OF_MELATI
from reports.demo.visits import Visit, new_stay

YEAR = 365
ARRIVALS = {0: 13, 1: 6, 2: 1}  # of single persons on a day
SWEEPS = {341: 9, 296: 8, 251: 10, 203: 7, 160: 9, 118: 8, 75: 9, 38: 34, 5: 13, 2: 6}  # the largest fills the house
NIGHTS = {0: 1, 1: 5, 2: 6, 3: 7, 4: 6, 5: 6, 6: 6, 7: 6, 8: 5, 9: 5, 10: 5, 11: 4, 12: 4, 13: 5, 14: 5, 16: 1, 20: 1}
OVERDUE = [19, 17, 15]  # arrived so long ago and still at Melati, which keeps people for fourteen days
AT_KENANGA = [
    1093, 1021, 960, 911, 868, 830, 797, 744, 702, 671, 633, 590, 552, 511, 474, 431, 402, 377, 340, 318, 297, 266, 241,
    219, 188, 152, 121, 96, 66, 41, 23,
]  # fmt: skip
LEFT_KENANGA = [
    (731, 352), (698, 340), (655, 331), (612, 310), (588, 301), (540, 283), (533, 270), (515, 251), (492, 240),
    (470, 228), (455, 214), (430, 197), (410, 183), (391, 170), (364, 150), (352, 133), (339, 118), (322, 101),
    (301, 85), (276, 70), (255, 52), (230, 36), (205, 20), (160, 8),
]  # fmt: skip
ON_THE_STREET = ["04", "08", "09", "10", "11", "12", "13", "odgj-terlantar", "orang-terlantar"]
REASONS_OF_MELATI = {
    "reunifikasi": 26, "pemulangan": 16, "rujukan-panti": 8, "rujukan-rs": 7, "rujukan-lks": 7, "mandiri": 5,
    "kabur": 6, "menolak": 6, "selesai": 6, "lainnya": 2,
}  # fmt: skip
REASONS_OF_KENANGA = {"reunifikasi": 9, "mandiri": 4, "pemulangan": 3, "rujukan-panti": 2, "selesai": 2, "kabur": 1}
FOR_CHILDREN = {"mandiri": "reunifikasi", "menolak": "reunifikasi", "kabur": "reunifikasi", "selesai": "rujukan-panti"}
DESTINATIONS = {
    "reunifikasi": "Rumah keluarga, dijemput {who}", "pemulangan": "Dinas Sosial Kabupaten Permisalan",
    "rujukan-panti": "Panti Pelayanan Sosial Sejahtera", "rujukan-rs": "RSUD Umpama Sehat",
    "rujukan-lks": "LKS Harapan", "mandiri": "Bekerja di bengkel, tinggal di kamar sewa",
}  # fmt: skip
FAMILY = ["anak kandung", "kakak", "adik", "keponakan"]
FAMILY_OF_CHILDREN = ["ibu", "bibi", "kakak"]
EXIT_NOTES = {
    "kabur": "Tidak ada saat apel malam; sudah dicari di sekitar panti dan dilaporkan ke Polsek.",
    "menolak": "Memilih tidak melanjutkan layanan; sudah diberi bekal dan nomor telepon panti.",
    "selesai": "Masa layanan berakhir; mendapat tempat sementara di rumah pengurus RT.",
    "lainnya": "Dijemput rekan satu daerah; alamat dan nomor telepon dicatat.",
}


class Year:
    def __init__(self, world):
        self.world, self.people = world, People(world)
        self.melati, self.kenanga = world.shelters["melati"], world.shelters["kenanga"]
        self.categories = {
            self.melati: world.deck({slug: portrait.at_melati for slug, portrait in PORTRAITS.items()}),
            self.kenanga: world.deck({slug: portrait.at_kenanga for slug, portrait in PORTRAITS.items()}),
        }
        self.on_the_street = world.deck({slug: PORTRAITS[slug].at_melati for slug in ON_THE_STREET})
        self.sources = {
            self.melati: world.deck(SOURCES_OF_MELATI), self.kenanga: world.deck(SOURCES_OF_KENANGA)
        }  # fmt: skip
        self.reasons = {
            self.melati: world.deck(REASONS_OF_MELATI), self.kenanga: world.deck(REASONS_OF_KENANGA)
        }  # fmt: skip
        self.nights, self.arrivals = world.deck(NIGHTS), world.deck(ARRIVALS)
        self.visits = []

    def plan(self):
        for days_ago in range(YEAR, -1, -1):
            for _ in range(self.arrivals.deal()):
                self.come(self.melati, days_ago, self.nights.deal())
            if days_ago in SWEEPS:
                self.sweep(days_ago, SWEEPS[days_ago])
        for days_ago in OVERDUE:
            self.come(self.melati, days_ago, days_ago + 3)
        for days_ago in AT_KENANGA:
            self.come(self.kenanga, days_ago, days_ago + 1, hour=10)
        for days_ago, left_ago in LEFT_KENANGA:
            self.come(self.kenanga, days_ago, days_ago - left_ago, hour=10)
        return self.visits

    def sweep(self, days_ago, number):
        """Many people in one night, from one place and under one letter."""
        visits = [
            self.come(
                self.melati, days_ago, max(1, self.nights.deal()),
                source="satpol-pp", hour=22, category=self.on_the_street.deal(),
            )
            for _ in range(number)
        ]  # fmt: skip
        for visit in visits:
            visit.stay.found_at, visit.stay.brought_by = visits[0].stay.found_at, visits[0].stay.brought_by

    def come(self, shelter, days_ago, nights, *, source="", hour=None, category="", client=None, note="", **who):
        """A person comes so many days ago and stays so many nights, or is still there when these reach beyond today."""
        world = self.world
        category = category or self.categories[shelter].deal()
        source = source or self.sources[shelter].deal()
        hour = world.dice.choice([8, 9, 11, 13, 15, 19, 21, 23]) if hour is None else hour
        arrives = world.moment(world.day(days_ago), hour, world.dice.randrange(60))
        client = client or self.stranger(category, arrives, who)
        visit = Visit(
            world=world, client=client, shelter=shelter, arrives=arrives,
            leaves=arrives.date() + timedelta(days=nights) if nights <= days_ago else None,
            stay=new_stay(world, shelter, arrives, category=category, source=source, note=note),
        )  # fmt: skip
        if visit.is_over:
            self.say_why(visit)
        self.visits.append(visit)
        return visit

    def stranger(self, category, arrives, who):
        portrait = PORTRAITS[category]
        age = self.world.dice.randint(portrait.youngest, portrait.oldest)
        sex = "P" if category in ("10", "23") or self.world.chance(0.4) else "L"
        return self.people.person(**{"age": age, "sex": sex, "on": arrives.date()} | who)

    def say_why(self, visit):
        visit.reason = self.reasons[visit.shelter].deal()
        if visit.is_child:
            visit.reason = FOR_CHILDREN.get(visit.reason, visit.reason)
        who = self.world.dice.choice(FAMILY_OF_CHILDREN if visit.is_child else FAMILY)
        visit.destination = DESTINATIONS.get(visit.reason, "").format(who=who)
        if visit.reason == "rujukan-rs" and visit.stay.category.slug == "odgj-terlantar":
            visit.destination = "RSJ Umpama Waras"
        visit.exit_note = EXIT_NOTES.get(visit.reason, "")
