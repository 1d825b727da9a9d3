"""What a contest asks of an innovation before it is sent, as far as the system can tell: how long it has run."""

from reports.models import InnovationRule

AGE = InnovationRule.Kind.AGE


def age_warning(submission):
    """A sentence when it has run shorter than the contest asks, else nothing. It warns and never refuses: the calls
    differ from year to year."""
    day = submission.innovation.today() if submission.is_draft else sent_on(submission)
    needed = InnovationRule.objects.held(AGE, day, submission.track_id)
    if needed is None:
        return ""
    months = submission.months_at(day)
    if months is None:
        return f"{submission.track} meminta inovasi yang sudah diterapkan {needed} bulan; yang ini belum diterapkan."
    if months < needed:
        return f"{submission.track} meminta inovasi yang sudah diterapkan {needed} bulan; yang ini baru {months} bulan."
    return ""


def sent_on(submission):
    return submission.steps.filter(status=submission.Status.SENT).values_list("on", flat=True).last()
