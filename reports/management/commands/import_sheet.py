from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cases.models import Shelter, User
from reports.imports import run


class Command(BaseCommand):
    help = "Memasukkan berkas XLSX atau CSV: semua barisnya, atau tidak satu pun."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=[*run.KINDS], metavar="KIND", help=", ".join(run.KINDS))
        parser.add_argument("file", metavar="FILE", help="berkas .xlsx atau .csv")
        parser.add_argument("--shelter", required=True, metavar="SLUG", help="nama pendek panti")
        parser.add_argument("--check", action="store_true", help="hanya periksa, jangan simpan")
        parser.add_argument(
            "--create-lists",
            action="store_true",
            help="tambahkan kategori, sumber, atau alasan yang belum ada",
        )
        parser.add_argument("--user", metavar="USERNAME", help="siapa yang dicatat di jejak (tanpa ini: sistem)")

    def handle(self, *, kind, file, shelter, check, create_lists, user, **options):
        shelter, by, content = self._shelter(shelter), self._user(user), self._content(file)
        try:
            if check:
                outcome = run.check(kind, content, shelter, create_lists=create_lists)
            else:
                outcome = run.put_in(kind, content, shelter, by=by, create_lists=create_lists, name=Path(file).name)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self._tell(outcome)
        if outcome.errors:
            raise CommandError(f"{len(outcome.errors)} kesalahan. Tidak ada yang dimasukkan.")
        self.stdout.write("Hanya diperiksa; belum ada yang disimpan." if check else "Selesai.")

    def _tell(self, outcome):
        for error in outcome.errors:
            self.stdout.write(f"Baris {error.row} · {error.column} · {error.value or '(kosong)'} · {error.reason}")
        for row, sentence in outcome.warnings:
            self.stdout.write(f"Peringatan{f' baris {row}' if row else ''}: {sentence}")
        for change in outcome.changes if not outcome.errors else ():
            self.stdout.write(
                f"Baris {change.row} · {change.about} · {change.field}: {change.old or '–'} → {change.new or '–'}"
            )
        for label, name in outcome.new_entries if not outcome.errors else ():
            self.stdout.write(f"Tambahan daftar {label}: {name}")
        if not outcome.errors:
            self.stdout.write(
                f"{outcome.rows} baris: {outcome.new} baru, {outcome.changed} berubah, "
                f"{outcome.same} tidak berubah, {len(outcome.warnings)} peringatan."
            )

    def _shelter(self, slug):
        found = Shelter.objects.filter(slug=slug).first()
        if not found:
            known = ", ".join(Shelter.objects.values_list("slug", flat=True)) or "belum ada panti"
            raise CommandError(f"Panti “{slug}” tidak ada. Yang ada: {known}.")
        return found

    def _user(self, username):
        if not username:
            return None
        found = User.objects.filter(username=username).first()
        if not found:
            raise CommandError(f"Akun “{username}” tidak ada.")
        return found

    def _content(self, file):
        try:
            return Path(file).read_bytes()
        except OSError as error:
            raise CommandError(f"Berkas {file} tidak dapat dibaca.") from error
