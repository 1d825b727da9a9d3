"""What would raise the month's figure most: the services of which people lack that one and no other. Pure."""

from collections import Counter
from typing import NamedTuple


class Raise(NamedTuple):
    """So many more people would be served if this one service were fulfilled."""

    code: str
    kind: str
    service: str
    slug: str
    gain: int


def raises(report):
    """[Raise] of an SpmMonth, the largest gain first."""
    found = [one for kind in report.types for one in raises_of(kind)]
    return sorted(found, key=lambda one: (-one.gain, one.kind, one.service))


def raises_of(kind):
    lacking = Counter(client for line in kind.services for client in line.missing)
    code, group = kind.service_type.code, kind.service_type.get_group_display()
    for line in kind.services:
        gain = sum(lacking[client] == 1 for client in line.missing)
        if gain:
            yield Raise(code, group, line.service.label, line.service.slug, gain)
