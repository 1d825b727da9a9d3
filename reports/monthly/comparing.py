"""Which signed months no longer agree with their rows. Compared once after each change, not at each look."""

from reports.models import MonthComparison, MonthReport
from reports.monthly import signing

AT_ONCE = 6  # comparisons on one page, each some tenths of a second; the rest wait for the next look


def in_force(shelters=None, months=None):
    """Signed months with what the last comparison said of them: `lines`, None while it is to be made."""
    reports = MonthReport.objects.in_force(shelters, months).for_list().with_touches()
    for report in reports:
        if report.compared != report.touches:
            report.lines = None
        yield report


def differing(shelters=None, most=AT_ONCE):
    """(months that differ, how many are still to be compared), the latest month first."""
    found, waiting = [], 0
    for report in in_force(shelters):
        if report.lines is None and most:
            most -= 1
            compare(report)
        waiting += report.lines is None
        if report.lines:
            found.append(report)
    return found, waiting


def compare(report):
    """Whether the month differs from what was signed, and remember it. `touches` was counted before the rows are
    read: whatever is written meanwhile asks for another comparison."""
    found = signing.changes_of(report)
    report.lines = len(found.get("lines", ())) + len(found.get("people", ()))
    MonthComparison.objects.bulk_create(
        [MonthComparison(report=report, touches=report.touches, lines=report.lines)],
        update_conflicts=True, unique_fields=["report"], update_fields=["touches", "lines"],
    )  # fmt: skip
    return found
