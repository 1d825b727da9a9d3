"""Which person a row of the register means, and what it may say about them."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db.models import Q

from cases import nik
from cases.models import Client, Counter, Stay
from reports.imports.spans import span

VALID = Client.NikStatus.VALID


@dataclass
class Person:
    client: Client
    before: dict | None = None  # None: new with this file
    elsewhere: bool = False  # another shelter knows them too: what is on file is not this file's to change
    spans: list = field(default_factory=list)
    row: int = 0  # the last row that said something new
    kept: dict = field(default_factory=dict)  # row -> headings that were not taken over

    def tell(self, attribute, value, heading, row):
        if getattr(self.client, attribute) == value:
            return False
        if self.elsewhere:
            self.kept.setdefault(row, []).append(heading)
            return False
        setattr(self.client, attribute, value)
        self.row = row
        return True


class People:
    """Everybody the file speaks of, loaded in two queries; new people join as they appear."""

    def __init__(self, shelter, *, stays, numbers, niks, today, locked):
        self.shelter, self.today = shelter, today
        self.fresh, self.by_number, self.by_pk, self.holders = [], {}, {}, {}
        wanted = Q(pk__in={stay.client_id for stay in stays}) | Q(number__in=numbers) | Q(nik__in=niks)
        merged = dict(Client.objects.filter(wanted, merged_into__isnull=False).values_list("number", "merged_into"))
        found = Client.objects.filter(wanted | Q(pk__in=merged.values()), merged_into=None)
        for client in locked(found.defer("search_names")):
            self._know(Person(client, before=client.plain_values()))
        # The number of a file that went into another means the survivor.
        self.by_number |= {number: self.by_pk[survivor] for number, survivor in merged.items()}
        self._load_stays()

    def _know(self, person):
        client = person.client
        self.by_number[client.number] = self.by_pk[client.pk] = person
        if client.nik and (client.nik_status == VALID or client.nik not in self.holders):
            self.holders[client.nik] = person

    def _load_stays(self):
        stays = Stay.objects.filter(client__in=[*self.by_pk]).values_list(
            "client", "pk", "shelter", "entered_on", "ended_on", "status"
        )
        for client, pk, shelter, entered_on, ended_on, status in stays.iterator():
            person = self.by_pk[client]
            person.elsewhere |= shelter != self.shelter.pk
            if status != Stay.Status.CANCELLED:
                person.spans.append(span(entered_on, ended_on, None, pk))

    @property
    def known(self):
        return self.by_pk.values()

    @property
    def everybody(self):
        return [*self.by_pk.values(), *self.fresh]

    def find(self, number, digits):
        """By the client number; without one by a valid NIK; else somebody new."""
        if number:
            return self.by_number.get(number) or self._join(number)
        if digits and nik.read(digits, today=self.today).is_valid and digits in self.holders:
            return self.holders[digits]
        return self._join("")

    def _join(self, number):
        person = Person(Client(number=number))
        self.fresh.append(person)
        if number:
            self.by_number[number] = person
        return person

    def tell_nik(self, person, text, row):
        """Keep what is written as Client.set_nik does. Returns a warning, or nothing."""
        client, reading = person.client, nik.read(text, today=self.today)
        known = client.nik or client.claimed_nik
        if "•" in text:
            if text != nik.mask(known):
                raise ValidationError("NIK yang disamarkan tidak dapat dimasukkan. Tulis lengkap, atau kosongkan.")
            return ""
        if reading.digits == nik.normalise(known):
            return ""
        if person.elsewhere:
            person.kept.setdefault(row, []).append("NIK")
            return ""
        if not reading.is_valid and client.nik:
            return f"{reading.error} NIK yang sudah tercatat dipertahankan."
        person.row = row
        return self._keep_nik(person, text, reading)

    def _keep_nik(self, person, text, reading):
        """Who else has it is known from the rows read so far and one question asked before: not one per row."""
        holder = self.holders.setdefault(reading.digits, person) if reading.is_valid else person
        person.client.keep_nik(text, reading, is_held=holder is not person)
        if not reading.is_valid:
            return f"{reading.error} Disimpan seperti tertulis."
        return "" if holder is person else f"NIK ini juga ada pada {_called(holder)}; ditandai sebagai NIK ganda."

    def give_numbers(self, years):
        """Numbers for the new people without one: one visit to the counter per year. `years`: by id(person)."""
        waiting = defaultdict(list)
        for person in self.fresh:
            if not person.client.number:
                waiting[years[id(person)]].append(person)
        for year, people in sorted(waiting.items()):
            for person, number in zip(people, self._free_numbers(year, len(people)), strict=True):
                person.client.number = number

    def _free_numbers(self, year, count):
        prefix = f"{self.shelter.code}-{year}-"
        taken = set(Client.objects.filter(number__startswith=prefix).values_list("number", flat=True))
        taken.update(self.by_number)
        last, numbers = Counter.next(self.shelter, "client", year), []
        while len(numbers) < count:
            if (number := f"{prefix}{last:04}") not in taken:
                numbers.append(number)
            last += 1
        Counter.objects.filter(shelter=self.shelter, kind="client", year=year).update(last=last - 1)
        return numbers


def _called(person):
    return f"klien {person.client.number}" if person.client.number else "klien lain dalam berkas ini"
