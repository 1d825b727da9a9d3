from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.models import User
from cases.templatetags.indonesian import tanggal
from referrals.mailing import can_mail, send_due
from reports.dues.journeys import journey_dues
from reports.dues.referrals import referral_dues

SUBJECT = "Balai: pekerjaan rujukan hari ini"


class Command(BaseCommand):
    help = "Kirim daftar rujukan yang perlu ditindak kepada setiap petugas yang mempunyai surel (sekali sehari)."

    def add_arguments(self, parser):
        parser.add_argument("--lihat", action="store_true", help="Hanya tampilkan, tidak mengirim.")

    def handle(self, *, lihat, **options):
        if not can_mail() and not lihat:
            raise CommandError("Surel belum diatur. Lihat docs/operations.md, bagian ringkasan harian.")
        if not lihat:  # first the partners: the digest then says what is left for people
            self.stdout.write(told(*send_due()), ending="")
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


def told(sent, failed):
    return f"{sent} surel kepada mitra dikirim, {failed} gagal.\n" if sent or failed else ""


def digest(user):
    """What home shows this person, as figures: a mailbox is no place for a client's name."""
    dues = [*referral_dues(user), *journey_dues(user)]
    lists = [(heading, len(rows)) for heading, rows in dues if rows]
    if not lists:
        return ""
    lines = [f"{user.name}, ini yang menunggu Anda per {tanggal(timezone.localdate())}:", ""]
    lines += [f"- {heading}: {count}" for heading, count in lists]
    return "\n".join([*lines, "", "Nama klien tidak ditulis di surel. Masuk ke Balai dan buka Beranda.", ""])
