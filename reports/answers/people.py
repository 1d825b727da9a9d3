"""Whose an old row is: by client number, NIK or register number, and only where these agree."""

from collections import defaultdict

from cases import nik
from cases.models import Client, Stay

NO_NAME = "Tidak ada nomor klien, NIK, atau nomor register."
UNKNOWN = "Nomor klien, NIK, atau nomor register itu tidak dikenal di panti ini."
APART = "Nomor klien, NIK, dan nomor register menunjuk orang yang berbeda."
NO_STAY = "Orangnya dikenal, tetapi tidak sedang tinggal di panti ini pada tanggal itu."
LOCKED = "Berkas klien ini terkunci karena meninggal dunia."


class People:
    """Everybody whom a file names, looked up in a handful of queries whatever the number of rows."""

    def __init__(self, shelter, identities):
        numbers = {one["number"] for one in identities if one.get("number")}
        digits = {nik.normalise(one["nik"]) for one in identities if one.get("nik")}
        registers = {one["register"] for one in identities if one.get("register")}
        stays = Stay.objects.kept().filter(shelter=shelter)
        self.by_register = {
            stay.register_number.casefold(): stay.client_id
            for stay in stays.filter(register_number__in=registers)
        }  # fmt: skip
        here = Client.objects.filter(pk__in=stays.values("client"))
        self.by_nik = dict(here.living().filter(nik__in=digits).values_list("nik", "pk"))
        self.by_number = {}
        numbered = Client.objects.filter(number__in=numbers)
        for number, pk, survivor in numbered.values_list("number", "pk", "merged_into"):
            self.by_number[number.casefold()] = survivor or pk
        found = {*self.by_register.values(), *self.by_nik.values(), *self.by_number.values()}
        self.stays = defaultdict(list)
        for stay in stays.filter(client__in=found).select_related("client", "shelter", "category__maps_to"):
            self.stays[stay.client_id].append(stay)
        self.locked = set(Stay.objects.of_the_dead().filter(client__in=found).values_list("client", flat=True))

    def find(self, identity, day):
        """(stay, "") or (None, why not)."""
        said = [
            (self.by_number, identity.get("number", "")),
            (self.by_nik, nik.normalise(identity.get("nik", ""))),
            (self.by_register, identity.get("register", "")),
        ]
        meant = {known.get(text.casefold()) for known, text in said if text}
        if not meant:
            return None, NO_NAME
        meant -= {None}
        if not meant or not any(self.stays.get(pk) for pk in meant):
            return None, UNKNOWN
        if len(meant) > 1:
            return None, APART
        client = meant.pop()
        if client in self.locked:
            return None, LOCKED
        fitting = [
            stay for stay in self.stays[client]
            if stay.entered_on <= day and (stay.ended_on is None or day <= stay.ended_on)
        ]  # fmt: skip
        # Left and back on one day: the newer stay.
        return (max(fitting, key=lambda stay: stay.entered_on), "") if fitting else (None, NO_STAY)
