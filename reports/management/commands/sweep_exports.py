from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from reports.models import ExportJob, SheetUpload

MESSAGES_KEPT = timedelta(days=7)


class Command(BaseCommand):
    help = "Hapus berkas ekspor dan impor yang lewat masa berlakunya dan pesan latar yang lama (sekali sehari)."

    def handle(self, **options):
        count = ExportJob.objects.sweep()
        DBTaskResult.objects.filter(enqueued_at__lt=timezone.now() - MESSAGES_KEPT).delete()
        SheetUpload.forget_old(SheetUpload.objects.all())  # the page of imports does it too, where somebody opens it
        self.stdout.write(f"{count} berkas ekspor dihapus.")
