"""What a draft holds besides plain answers: the instances of what repeats (paths.py), and files."""

import json
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from assessments.models.assessments import EDITABLE
from assessments.models.file import AssessmentFile
from assessments.xlsform import plain
from cases.audit import record

SAVED = ["answers", "stamps", "revision", "last_saved_at", "last_saved_by"]


class Filling:
    """A part of Assessment."""

    @transaction.atomic
    def add_instance(self, place, *, by, editor=""):
        """One more member, child or job. Its id comes with the page, so that pressing twice adds one."""
        self._lock()
        self._require(*EDITABLE)
        if place in self.answers:
            return
        if place in self.stamps:
            raise ValidationError("Bagian ini sudah dihapus. Muat ulang halaman ini lalu tambah lagi.")
        try:
            made = self.form.added(self.answers, place, now=self.shelter.now())
        except ValueError as error:
            raise ValidationError(str(error)) from error
        stamp = self._stamped(by=by, editor=editor)
        self.answers |= made
        self.stamps |= dict.fromkeys(made, stamp)
        self.save(update_fields=SAVED)

    @transaction.atomic
    def remove_instance(self, place, *, by, seen=None):
        """Its answers go with it. `seen` is what the person was shown: nobody's newer answer goes unseen."""
        self._lock()
        self._require(*EDITABLE)
        if place not in self.answers or self.form.repeats[plain(place)].is_counted:
            raise ValidationError(f"Bagian ini sudah dihapus{self._removed_by(place)}.")
        held = self.held_in(place)
        if held and seen != self.mark_of(place):
            raise ValidationError("Isi bagian ini berubah sejak halaman dibuka. Periksa kembali di bawah.")
        self.answers = {path: value for path, value in self.answers.items() if not _within(path, place)}
        self.stamps = {path: stamp for path, stamp in self.stamps.items() if not _within(path, place)}
        # That it was there stays known: a late save of it is told so, and the id is not used again.
        self.stamps[place] = self._stamped(by=by, editor="") | {"removed": True}
        self.answers |= self.state().kept()
        self.save(update_fields=SAVED)
        AssessmentFile.sweep(self, by=by)
        if held:
            record(by=by, action="assessment.instance_removed", target=self, path=plain(place), answers=len(held))

    def held_in(self, place):
        """What people answered within an instance."""
        asked = self.form.question
        inside = {path: value for path, value in self.answers.items() if _within(path, place) and path[-1:] != "]"}
        return {path: value for path, value in inside.items() if asked(path).is_input}

    def mark_of(self, place):
        return sha256(json.dumps(self.held_in(place), sort_keys=True).encode()).hexdigest()[:16]

    def removed(self, place):
        """Was there, and is not: who removed it."""
        return self.stamps.get(place, {}).get("by", "") if place not in self.answers else ""

    def _removed_by(self, place):
        return f" oleh {self.removed(place)}" if self.removed(place) else ""

    def _stamped(self, *, by, editor):
        self.last_saved_at, self.last_saved_by = timezone.now(), by
        self.revision += 1
        return {"revision": self.revision, "by": str(by), "at": self.last_saved_at.isoformat(), "editor": editor}


def _within(path, place):
    return path == place or path.startswith(f"{place}/")
