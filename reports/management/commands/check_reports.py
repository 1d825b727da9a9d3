from django.core.management.base import BaseCommand, CommandError

from reports.models import MonthReport


class Command(BaseCommand):
    help = "Periksa sidik semua laporan bulanan yang ditandatangani: angka, orang di baliknya, dan berkas PDF-nya."

    def handle(self, **options):
        checked, broken = 0, []
        for report in MonthReport.objects.exclude(digest="").for_page().iterator():
            checked += 1
            broken += [f"{report.shelter}, {report} ({report.letter}): {what}" for what in report.broken()]
        for line in broken:
            self.stderr.write(line)
        if broken:
            raise CommandError(f"{len(broken)} kerusakan dalam {checked} laporan.")
        self.stdout.write(f"{checked} laporan diperiksa; semuanya seperti saat ditandatangani.")
