from django.conf import settings
from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.models import User
from cases.templatetags.indonesian import tanggal
from reports.referral_dues import referral_dues

SUBJECT = "Balai: pekerjaan rujukan hari ini"


class Command(BaseCommand):
    help = "Kirim daftar rujukan yang perlu ditindak kepada setiap petugas yang mempunyai surel (sekali sehari)."

    def add_arguments(self, parser):
        parser.add_argument("--lihat", action="store_true", help="Hanya tampilkan, tidak mengirim.")

    def handle(self, *, lihat, **options):
        by_smtp = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
        if by_smtp and not settings.EMAIL_HOST and not lihat:
            raise CommandError("Surel belum diatur. Lihat docs/operations.md, bagian ringkasan harian.")
        sent = 0
        for user in User.objects.filter(is_active=True).exclude(email="").order_by("pk"):
            text = digest(user)
            if not text:
                continue
            if lihat:
                self.stdout.write(f"--- {user.username}\n{text}")
            else:
                send_mail(SUBJECT, text, None, [user.email])
            sent += 1
        self.stdout.write(f"{sent} ringkasan {'disusun' if lihat else 'dikirim'}.")


def digest(user):
    """What home shows this person, as figures: a mailbox is no place for a client's name."""
    lists = [(heading, len(rows)) for heading, rows in referral_dues(user) if rows]
    if not lists:
        return ""
    lines = [f"{user.name}, ini yang menunggu Anda per {tanggal(timezone.localdate())}:", ""]
    lines += [f"- {heading}: {count}" for heading, count in lists]
    return "\n".join([*lines, "", "Nama klien tidak ditulis di surel. Masuk ke Balai dan buka Beranda.", ""])
