from hashlib import sha256
from pathlib import Path

from django.db import migrations
from django.utils import timezone

FOLDER = Path(__file__).resolve().parents[1] / "instruments"
BUILT_IN = {
    "asesmen-awal": ("Asesmen awal", "Beberapa menit saat kedatangan: keadaan mendesak dan kebutuhan segera."),
    "asesmen-pgot": ("Asesmen PGOT", "Asesmen lengkap pengemis, gelandangan, dan orang terlantar."),
}


def load(apps, schema_editor):
    """The forms as they are now, unread: a later change of a file is published by `load_instruments`."""
    Instrument = apps.get_model("assessments", "Instrument")
    InstrumentVersion = apps.get_model("assessments", "InstrumentVersion")
    for slug, (title, purpose) in BUILT_IN.items():
        source = (FOLDER / f"{slug}.md").read_bytes()
        named = {"title": title, "purpose": purpose}
        instrument, made = Instrument.objects.get_or_create(named, slug=slug)
        if made:
            InstrumentVersion.objects.create(
                instrument=instrument,
                number=1,
                kind=".md",
                source=source,
                sha256=sha256(source).hexdigest(),
                published_at=timezone.now(),
            )


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_instruments_and_assessments")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
