import re

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases.audit import record
from cases.followers import followed
from cases.models import Shelter


class Command(BaseCommand):
    help = "Tambahkan panti kosong, untuk pemasangan dengan skrip."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="nama pendek, misalnya melati")
        parser.add_argument("name", help="nama panti")
        parser.add_argument("--level", required=True, choices=Shelter.Level.values)
        parser.add_argument("--capacity", required=True, type=int)
        parser.add_argument("--time-zone", default=Shelter.Zone.WIB, choices=Shelter.Zone.values)

    @transaction.atomic
    def handle(self, *, slug, name, level, capacity, time_zone, **options):
        shelter = Shelter(
            slug=slug, name=name, level=level, capacity=capacity, time_zone=time_zone, code=free_code(slug)
        )
        try:
            shelter.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        shelter.save()
        record(by=None, action="shelter.created", target=shelter, shelter=shelter)
        followed(shelter, by=None)
        self.stdout.write(f"{shelter.name} ditambahkan ({slug}, kode {shelter.code}).")


def free_code(slug):
    """A short code for client numbers from the slug's letters; a number follows when another shelter has it."""
    letters = re.sub(r"[^A-Z0-9]", "", slug.upper())[:3].ljust(2, "X")
    taken = set(Shelter.objects.values_list("code", flat=True))
    return next(code for code in (letters, *(f"{letters}{n}" for n in range(2, 1000))) if code not in taken)
