"""What must never be false of a plan, its goals and its actions."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint


def both_or_neither(noun, act):
    return CheckConstraint(
        name=f"{noun}_{act}_at_and_by",
        condition=Q((f"{act}_at__isnull", True), (f"{act}_by__isnull", True))
        | Q((f"{act}_at__isnull", False), (f"{act}_by__isnull", False)),
    )


PLAN_RULES = [
    UniqueConstraint(
        fields=["stay", "number"], name="plan_number_once", violation_error_message="Nomor versi ini sudah ada."
    ),
    UniqueConstraint(
        fields=["stay"],
        condition=Q(status__in=["draft", "submitted"]),
        name="plan_one_open",
        violation_error_message="Rencana untuk klien ini sedang disusun atau menunggu persetujuan.",
    ),
    UniqueConstraint(
        fields=["stay"],
        condition=Q(status="approved"),
        name="plan_one_in_force",
        violation_error_message="Hanya satu rencana yang berlaku.",
    ),
    *(both_or_neither("plan", act) for act in ("submitted", "reviewed", "ended")),
    CheckConstraint(
        name="plan_status_fits",
        condition=Q(status="draft", submitted_at=None, reviewed_at=None, ended_at=None, letter=None)
        | Q(status="submitted", submitted_at__isnull=False, reviewed_at=None, ended_at=None, letter=None)
        | Q(status="returned", submitted_at__isnull=False, reviewed_at__isnull=False, ended_at=None, letter=None)
        | Q(status="approved", reviewed_at__isnull=False, ended_at=None, letter__isnull=False)
        | Q(status="superseded", reviewed_at__isnull=False, ended_at__isnull=False, letter__isnull=False)
        | Q(status="discarded", submitted_at=None, ended_at__isnull=False, letter=None),
    ),
    CheckConstraint(
        name="plan_not_reviewed_by_its_author",
        condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("submitted_by")),
        violation_error_message="Rencana ditinjau oleh orang lain, bukan oleh yang mengajukannya.",
    ),
    CheckConstraint(
        name="plan_revision_has_reason",
        condition=Q(previous=None, reason="") | (Q(previous__isnull=False) & ~Q(reason="")),
        violation_error_message="Tulis mengapa rencana diubah.",
    ),
]

GOAL_RULES = [
    UniqueConstraint(fields=["plan", "thread"], name="goal_once_in_a_plan"),
    *(both_or_neither("goal", act) for act in ("opened", "judged")),
    CheckConstraint(
        name="goal_measurable",
        condition=~Q(statement="") & ~Q(indicator=""),
        violation_error_message="Tujuan memerlukan ukuran: bagaimana kita tahu bahwa ia tercapai.",
    ),
    CheckConstraint(
        name="goal_result_fits",
        condition=Q(result="", result_on=None, judged_at=None)
        | Q(result__in=["achieved", "partly", "missed"], result_on__isnull=False, judged_at__isnull=False),
        violation_error_message="Hasil tujuan memerlukan tanggalnya.",
    ),
    CheckConstraint(
        name="goal_opened_is_a_branch",
        condition=Q(opened_at=None, open_reason="")
        | (Q(opened_at__isnull=False) & ~Q(branch_when="") & ~Q(open_reason="")),
        violation_error_message="Hanya tujuan cadangan yang dibuka, dengan alasannya.",
    ),
]

ACTION_RULES = [
    UniqueConstraint(fields=["goal", "thread"], name="plan_action_once_in_a_goal"),
    both_or_neither("plan_action", "status"),
    CheckConstraint(
        name="plan_action_says_what", condition=~Q(what=""), violation_error_message="Tulis apa yang dilakukan."
    ),
    CheckConstraint(
        name="plan_action_status_fits",
        condition=Q(status="planned", status_on=None, status_at=None, drop_reason="")
        | Q(status__in=["running", "done"], status_on__isnull=False, status_at__isnull=False, drop_reason="")
        | (Q(status="dropped", status_on__isnull=False, status_at__isnull=False) & ~Q(drop_reason="")),
        violation_error_message="Tindakan yang dibatalkan memerlukan alasannya.",
    ),
]
