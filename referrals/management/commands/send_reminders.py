from django.core.management.base import BaseCommand, CommandError

from referrals.mailing import can_mail, send_due


class Command(BaseCommand):
    help = "Kirim surel kepada mitra: pengingat rujukan yang belum dijawab dan jawaban telepon yang dicatat."

    def handle(self, **options):
        if not can_mail():
            raise CommandError("Surel belum diatur. Lihat docs/operations.md, bagian surel kepada mitra.")
        sent, failed = send_due()
        self.stdout.write(f"{sent} surel kepada mitra dikirim, {failed} gagal.")
