from django.core.management import call_command
from django.core.management.base import BaseCommand

from reports.jobs import look_after


class Command(BaseCommand):
    help = "Kerjakan ekspor di latar belakang, satu demi satu, sampai dihentikan."

    def add_arguments(self, parser):
        parser.add_argument("--sekali", action="store_true", help="Berhenti bila tidak ada lagi yang menunggu.")

    def handle(self, *, sekali, **options):
        look_after()
        call_command(
            "db_worker", queue_name="default", interval=1.0, batch=sekali, reload=False, startup_delay=False,
            verbosity=0,
        )  # fmt: skip
