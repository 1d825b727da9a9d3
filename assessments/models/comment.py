from django.db import models
from django.db.models import Q
from django.utils import timezone

from assessments.models.assessment import Assessment
from cases.models import User
from cases.models.checked import CheckedModel


class ReviewCommentQuerySet(models.QuerySet):
    def open(self):
        return self.filter(resolved_at=None)

    def by_path(self):
        """{path of a question: its comments, the oldest first}"""
        found = {}
        for comment in self.select_related("by", "resolved_by"):
            found.setdefault(comment.path, []).append(comment)
        return found

    def resolve(self, *, by):
        return self.open().update(resolved_at=timezone.now(), resolved_by=by)


class ReviewComment(CheckedModel):
    """What the reviewer says beside a question when returning an assessment (catatan pada pertanyaan).

    It is settled when the answer changes, or when the author says that it is.
    """

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="comments", verbose_name="asesmen"
    )  # fmt: skip
    path = models.CharField("pertanyaan", max_length=300)
    text = models.TextField("catatan", max_length=1000)
    at = models.DateTimeField("ditulis pada", default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditulis oleh")
    resolved_at = models.DateTimeField("ditanggapi pada", null=True, blank=True)
    resolved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReviewCommentQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan tinjauan"
        verbose_name_plural = "catatan tinjauan"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="review_comment_resolved_at_and_by",
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
            ),
            models.CheckConstraint(
                name="review_comment_says_something",
                condition=~Q(text=""),
                violation_error_message="Tulis catatannya.",
            ),
        ]

    def __str__(self):
        return f"Catatan {self.by}"

    @property
    def is_open(self):
        return self.resolved_at is None
