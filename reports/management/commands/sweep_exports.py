from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from reports.models import ExportJob

MESSAGES_KEPT = timedelta(days=7)


class Command(BaseCommand):
    help = "Hapus berkas ekspor yang lewat masa berlakunya dan pesan latar yang lama (sekali sehari)."

    def handle(self, **options):
        count = ExportJob.objects.sweep()
        DBTaskResult.objects.filter(enqueued_at__lt=timezone.now() - MESSAGES_KEPT).delete()
        self.stdout.write(f"{count} berkas ekspor dihapus.")
