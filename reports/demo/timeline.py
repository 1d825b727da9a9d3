"""What happens in the demo, in the order in which it happened.

Everything goes through the verbs that the pages use, each with the clock put back to its moment: so the trail, the
numbers and the letters of a year read as if the year had been lived.
"""

from contextlib import contextmanager
from heapq import heappop, heappush
from itertools import count
from unittest.mock import patch


class Timeline:
    def __init__(self, now):
        self.now = now
        self.events = []
        self.order = count()

    def add(self, moment, act, *args, **values):
        heappush(self.events, (min(moment, self.now), next(self.order), act, args, values))

    def play(self):
        """Run everything, the earliest first. An act may add what follows from it."""
        while self.events:
            moment, _, act, args, values = heappop(self.events)
            with clock_at(moment):
                act(*args, **values)


@contextmanager
def clock_at(moment):
    with patch("django.utils.timezone.now", return_value=moment):
        yield
