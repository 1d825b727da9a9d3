import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from reports.figures.recap import recap
from reports.management.commands.spm import named_shelter


class Command(BaseCommand):
    help = "Rekap penghuni satu panti pada satu masa; kedua tanggal termasuk."

    def add_arguments(self, parser):
        parser.add_argument("shelter", metavar="PANTI", help="nama pendek panti di alamat, misalnya melati")
        parser.add_argument("first", metavar="DARI", help="tanggal pertama, misalnya 2026-03-01")
        parser.add_argument("last", metavar="SAMPAI", help="tanggal terakhir, misalnya 2026-03-31")
        parser.add_argument("--json", action="store_true", help="cetak sebagai JSON")

    def handle(self, *, shelter, first, last, **options):
        start, end = named_day(first), named_day(last)
        if start > end:
            raise CommandError("Tanggal DARI tidak boleh sesudah tanggal SAMPAI.")
        figures = recap(named_shelter(shelter), start, end)
        if options["json"]:
            self.stdout.write(json.dumps(figures.as_json(), ensure_ascii=False, indent=2))
        else:
            self.print_table(figures)

    def print_table(self, figures):
        for label, value, *_ in figures.movements + figures.volumes:
            self.stdout.write(f"{label:<32} {value:>6}")
        for title, counts in figures.tables:
            self.stdout.write(f"\n{title}")
            for name, value in counts.items():
                self.stdout.write(f"  {name:<30} {value:>6}")


def named_day(text):
    """Exactly YYYY-MM-DD: the other forms of ISO 8601 are more easily mistyped than meant."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if str(day) != text:
        raise CommandError(f"“{text}” bukan tanggal. Tulis sebagai YYYY-MM-DD, misalnya 2026-03-31.")
    return day
