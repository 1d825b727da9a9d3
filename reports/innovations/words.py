"""How long the written design is: IID asks for so many words (the number is data, InnovationRule)."""

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W_]")


class Count(NamedTuple):
    """`needed`: the least number of words asked for, or None when no guideline says one."""

    counts: tuple[tuple[str, int], ...]
    needed: int | None

    @property
    def total(self):
        return sum(count for _, count in self.counts)

    @property
    def missing(self):
        return max(0, (self.needed or 0) - self.total)

    @property
    def sentence(self):
        if self.needed is None:
            return f"{self.total} kata"
        if self.missing:
            return f"{self.total} kata, kurang {self.missing} kata dari {self.needed}"
        return f"{self.total} kata, sudah memenuhi paling sedikit {self.needed} kata"


def word_count(text):
    """Words as a word processor counts them: between blanks, with a letter or digit; a dash alone is none."""
    return sum(1 for piece in text.split() if WORD.search(piece))


def design_count(texts, needed):
    """`texts`: (heading, text) pairs of the written design."""
    return Count(tuple((heading, word_count(text)) for heading, text in texts), needed)
