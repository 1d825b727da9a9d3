from django.core.management.base import BaseCommand

from assessments.builtin import BUILT_IN
from assessments.models import InstrumentVersion
from cases.audit import record
from cases.models import Category


class Command(BaseCommand):
    help = "Menerbitkan versi baru instrumen bawaan yang isinya berubah."

    def handle(self, **options):
        for form in BUILT_IN:
            offer = {"position": form.position, "age_from": form.age_from, "age_to": form.age_to}
            version, new = InstrumentVersion.publish(source=form.source, kind=".md", purpose=form.purpose, **offer)
            if new and version.number == 1 and form.spm_group:
                version.instrument.categories.set(Category.objects.filter(spm_group=form.spm_group))
            if new:
                details = {"instrument": version.instrument.slug, "number": version.number}
                record(by=None, action="instrument.published", target=version, **details)
            # What the department published after it stays in use.
            kept = "sudah terbit" if version.is_built_in else "dilewati, versi terbarunya diunggah dinas"
            self.stdout.write(f"{version}: {'terbit' if new else kept}")
