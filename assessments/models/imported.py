"""What was filled in elsewhere, before this system or beside it, and came in from a spreadsheet (diimpor)."""

from django.db import models
from django.db.models import Q

from assessments.models.measure import Measure
from cases.models import User
from cases.models.checked import CheckedModel


class Imported(CheckedModel):
    """A part of Assessment. Nobody here completed or reviewed it: it opens no need, ends no task and waits for nobody,
    and every page says where it came from.
    """

    imported_at = models.DateTimeField("diimpor", null=True, blank=True)
    imported_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diimpor oleh"
    )

    class Meta:
        abstract = True

    @property
    def is_imported(self):
        return self.imported_at is not None

    @property
    def tells_of_old(self):
        """It, or what it corrects, was imported: what it says is of then, and opens nothing today."""
        return self.root.is_imported

    @classmethod
    def from_old(cls, read, *, version, stay, by, at):
        """Unsaved, from what stood in a spreadsheet (see old_answers.Read)."""
        return cls(
            stay=stay, version=version, instrument_id=version.instrument_id, status="imported", answers=read.answers,
            started_at=read.at, started_by=by, submitted_at=read.at, imported_at=at, imported_by=by,
        )  # fmt: skip

    @classmethod
    def keep_old(cls, made):
        """Store them with what their answers score."""
        cls.objects.bulk_create(made)
        for one in made:
            Measure.write(one, one.state())


def imported_rules():
    """Both or neither, only of the status that says so, and never with a reviewer or an author of this house."""
    nobody = Q(submitted_at__isnull=False, submitted_by=None, reviewed_at=None, corrects=None)
    return [
        models.CheckConstraint(
            name="assessment_imported_at_and_by",
            condition=Q(imported_at=None, imported_by=None) | Q(imported_at__isnull=False, imported_by__isnull=False),
        ),
        models.CheckConstraint(
            name="assessment_imported_fits",
            condition=(Q(status="imported", imported_at__isnull=False) & nobody)
            | (~Q(status="imported") & Q(imported_at=None)),
            violation_error_message="Asesmen yang diimpor tidak diselesaikan atau ditinjau di sini.",
        ),
    ]  # fmt: skip
