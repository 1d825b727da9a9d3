import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cases.models import Shelter
from reports.month import Month
from reports.monthly.documents import draft_document
from reports.spm.month import spm_month


class Command(BaseCommand):
    help = "SPM satu panti pada satu bulan: tabel, atau --json, atau --pdf BERKAS."

    def add_arguments(self, parser):
        parser.add_argument("shelter", metavar="PANTI", help="nama pendek panti di alamat, misalnya melati")
        parser.add_argument("month", metavar="YYYY-MM", help="bulan, misalnya 2026-03")
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="cetak sebagai JSON")
        form.add_argument("--pdf", metavar="BERKAS", help="tulis laporan PDF ke berkas ini")

    def handle(self, *, shelter, month, **options):
        report = spm_month(named_shelter(shelter), named_month(month))
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        elif options["pdf"]:
            self.write_pdf(report, Path(options["pdf"]))
        else:
            self.print_table(report)

    def write_pdf(self, report, path):
        try:
            path.write_bytes(draft_document(report.shelter, report.month).pdf())
        except OSError as error:
            raise CommandError(f"Berkas {path} tidak dapat ditulis: {error.strerror}.") from error
        self.stdout.write(f"Laporan ditulis ke {path}.")

    def print_table(self, report):
        self.stdout.write(f"SPM {report.shelter} – {report.month.label}")
        if report.is_provisional:
            self.stdout.write("Bulan belum selesai: angka sementara.")
        for figures in report.types:
            self.stdout.write(f"\n{figures.service_type.code}  {figures.service_type.label}")
            self.stdout.write(f"  terlayani {len(figures.served)} dari {len(figures.in_scope)} orang")
            for line in figures.services:
                if line.needed:
                    self.stdout.write(f"  {line.service.label:<48} {len(line.fulfilled):>4} / {len(line.needed)}")


def named_shelter(slug):
    shelter = Shelter.objects.filter(slug=slug).first()
    if shelter is None:
        known = ", ".join(Shelter.objects.values_list("slug", flat=True)) or "belum ada panti"
        raise CommandError(f"Panti “{slug}” tidak ada. Yang ada: {known}.")
    return shelter


def named_month(text):
    try:
        return Month.parse(text)
    except ValueError as error:
        raise CommandError(f"“{text}” bukan bulan. Tulis sebagai YYYY-MM, misalnya 2026-03.") from error
