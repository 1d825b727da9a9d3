"""The daily command forgets what nobody came back for."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from reports.models import SheetUpload


def test_the_daily_command_forgets_uploaded_sheets_of_a_day_ago(db, melati, budi):
    def keep(name):
        return SheetUpload.keep(b"x", by=budi, shelter=melati, kind="kebutuhan", name=name, create_lists=False)

    old, new = keep("lama.xlsx"), keep("baru.xlsx")
    SheetUpload.objects.filter(pk=old.pk).update(uploaded_at=timezone.now() - timedelta(days=2))
    call_command("sweep_exports", stdout=StringIO())
    old.refresh_from_db(), new.refresh_from_db()
    assert (bool(old.file), bool(new.file)) == (False, True)
