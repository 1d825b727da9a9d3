"""Small groups in a table of counts: what is shown, and what is kept from being worked out from the rest."""

from reports.models.survey import ENOUGH as FEWEST


def shown(counts):
    """{group: count, or None where it is hidden} of {group: count}, safe beside the total of all of them.

    A group of one to four is hidden. What is hidden together can be worked out from the total, so it has to be at
    least two groups, at least five people, and more people than groups (five groups of one would say who they are):
    as long as it is not, the smallest shown group is hidden too. A group of nobody is shown as 0, unless hiding every
    other group is still not enough; then all are hidden. Whoever draws it marks every hidden group alike: “<5” for
    some of them would tell which of two it is.
    """
    hidden = {group for group, count in counts.items() if 0 < count < FEWEST}
    if not hidden:
        return dict(counts)
    others = sorted((count, place, group) for place, (group, count) in enumerate(counts.items()) if count >= FEWEST)
    while others and not is_safe([counts[group] for group in hidden]):
        hidden.add(others.pop(0)[2])
    if not is_safe([counts[group] for group in hidden]):
        return dict.fromkeys(counts)
    return {group: None if group in hidden else count for group, count in counts.items()}


def is_safe(counts):
    """Whether the sum of these hidden groups gives none of them away."""
    return len(counts) > 1 and sum(counts) >= FEWEST and sum(counts) > len(counts)
