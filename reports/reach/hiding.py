"""Small numbers, for whoever does not read the files of these shelters: below five stands “<5”.

Where the sum of a list is known (the lists here add up to the same people), a small number could be told from it.
Then the smallest of the others is hidden as well (“–”), until every hidden number could be at least two things; where
that cannot be, the list is not told at all.
"""

from reports.figures.changes import FEW, FEWEST
from reports.figures.referrals import HIDDEN


def hidden(counts, *, masked):
    """The texts of counts whose sum the reader knows; None when no list may be told. Nought hides nobody and stays."""
    counts = list(counts)
    if not masked or not any(counts):
        return [str(count) for count in counts]
    small = [count for count in counts if 0 < count < FEWEST]
    others = sorted((count, place) for place, count in enumerate(counts) if count >= FEWEST)
    taken = []
    while can_be_told(small, [count for count, _ in taken]):
        if not others:
            return None
        taken.append(others.pop(0))
    if sum(counts) < FEWEST:
        return None
    texts = [shown(count, masked=True) for count in counts]
    for _, place in taken:
        texts[place] = HIDDEN
    return texts


def can_be_told(small, large):
    """Whether the sum of the hidden ones says what one of them is: a small one is 1 to 4, a large one 5 or more."""
    if not small:
        return False
    spare = sum(small) + sum(large) - len(small) - FEWEST * len(large)  # above the least that they can be
    room = (FEWEST - 2) * len(small)  # by how much the small ones can be more than one each
    return spare == 0 or (not large and (len(small) == 1 or spare == room))


def shown(count, *, masked):
    """One number beside which no sum stands."""
    return FEW if masked and 0 < count < FEWEST else str(count)
