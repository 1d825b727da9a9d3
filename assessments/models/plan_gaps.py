"""What a plan still lacks: some of it stops the submission, some only wants a reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Gaps:
    """Left out, perhaps on purpose: open needs that no action serves, weak domains that no goal speaks of."""

    needs: list
    domains: list

    def __bool__(self):
        return bool(self.needs or self.domains)


def find_gaps(plan):
    from assessments.scores import weak_domains  # noqa: PLC0415  it asks the models, of which this is a part

    goals = list(plan.goals.prefetch_related("actions"))
    spoken = {goal.domain for goal in goals}
    domains = [domain for domain in weak_domains(plan.stay) if domain.slug not in spoken]
    return Gaps(needs=uncovered(plan.stay, goals), domains=domains)


def uncovered(stay, goals):
    """Open needs without an action: neither under a goal for that need nor as that service."""
    live = [(goal, action) for goal in goals for action in goal.actions.all() if action.status != "dropped"]
    served = {goal.need_id for goal, _ in live} - {None}
    services = {action.service_id for _, action in live} - {None}
    needs = stay.needs.open().select_related("service")
    return [need for need in needs if need.pk not in served and need.service_id not in services]


def find_problems(plan):
    """Sentences about what a plan cannot go without."""
    goals = list(plan.goals.prefetch_related("actions"))
    if not goals:
        return ["Rencana belum punya tujuan. Tambahkan sedikitnya satu."]
    found = []
    for number, goal in enumerate(goals, 1):
        actions = goal.actions.all()
        if not actions and not goal.is_branch:
            found.append(f"Tujuan {number} belum punya tindakan.")
        for action in actions:
            lacking = [
                word for word, given in (("penanggung jawab", action.who), ("tanggal", action.due_on)) if not given
            ]
            if lacking and action.is_open:
                found.append(f"Tindakan “{action.what}” di tujuan {number} belum punya {' dan '.join(lacking)}.")
    return found
