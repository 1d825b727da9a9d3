from pathlib import Path

from django.core.management.base import BaseCommand

from assessments.models import InstrumentVersion

FOLDER = Path(__file__).resolve().parents[2] / "instruments"
PURPOSES = {
    "asesmen-awal": "Beberapa menit saat kedatangan: keadaan mendesak dan kebutuhan segera.",
    "asesmen-pgot": "Asesmen lengkap pengemis, gelandangan, dan orang terlantar.",
}


class Command(BaseCommand):
    help = "Menerbitkan versi baru instrumen bawaan yang isinya berubah."

    def handle(self, **options):
        for slug, purpose in PURPOSES.items():
            source = (FOLDER / f"{slug}.md").read_bytes()
            version, new = InstrumentVersion.publish(source=source, kind=".md", purpose=purpose)
            self.stdout.write(f"{version}: {'terbit' if new else 'sudah terbit'}")
