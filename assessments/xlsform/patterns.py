"""A regular expression that cannot run away: it is followed as an automaton, so that time grows with the text alone.

Python's own engine tries alternatives one after the other, and `(a+)+b` on thirty letters takes minutes. What an
automaton cannot do (looking ahead, referring back) is refused when the form is read.
"""

import re
import unicodedata
from functools import lru_cache
from re import _constants as codes
from re import _parser as parser

LONGEST_TEXT = 2_000
MOST_STATES = 1_000
MOST_REMEMBERED = 5_000


class PatternError(ValueError):
    """Why a pattern cannot be used, in Indonesian."""


@lru_cache(maxsize=500)
def pattern(source: str) -> "Pattern":
    return Pattern(source)


class Pattern:
    """A program of steps: ("test", what), ("split", places), ("at", where); what runs off its end has matched."""

    def __init__(self, source: str):
        try:
            tree = parser.parse(source)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternError(f"Pola regex() tidak dapat dibaca: {error}.") from error
        if tree.state.flags & ~re.UNICODE:
            raise PatternError("Pola regex() tidak boleh memuat tanda seperti (?i).")
        self.steps: list[tuple] = []
        self.known: dict[tuple, frozenset] = {}
        self._sequence(tree)

    def fullmatch(self, text: str) -> bool:
        if len(text) > LONGEST_TEXT:
            return False
        at = self._reach({0}, start=True, end=not text)
        for place, letter in enumerate(text, 1):
            key = (at, letter, place == len(text))
            if key not in self.known:
                if len(self.known) > MOST_REMEMBERED:
                    self.known.clear()
                after = {step + 1 for step in at if step < len(self.steps) and _fits(self.steps[step][1], letter)}
                self.known[key] = self._reach(after, start=False, end=place == len(text))
            at = self.known[key]
            if not at:
                return False
        return len(self.steps) in at

    def _reach(self, places, *, start: bool, end: bool) -> frozenset:
        """The tests (and the end) that can be reached from these places without reading a letter."""
        seen, found, waiting = set(), set(), list(places)
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            match self.steps[place] if place < len(self.steps) else ("test", None):
                case "split", targets:
                    waiting += targets
                case "at", where:
                    waiting += [place + 1] * (start if where == "start" else end)
                case _:
                    found.add(place)
        return frozenset(found)

    def _add(self, kind: str, what) -> int:
        if len(self.steps) >= MOST_STATES:
            raise PatternError("Pola regex() terlalu besar.")
        self.steps.append((kind, what))
        return len(self.steps) - 1

    def _sequence(self, tree):
        for code, what in tree:
            match code:
                case codes.LITERAL | codes.NOT_LITERAL | codes.ANY | codes.IN:
                    self._add("test", (code, what))
                case codes.SUBPATTERN if not (what[1] or what[2]):
                    self._sequence(what[3])
                case codes.BRANCH:
                    self._branches(what[1])
                case codes.MAX_REPEAT | codes.MIN_REPEAT:
                    self._repeated(*what)
                case codes.AT if what in PLACES:
                    self._add("at", PLACES[what])
                case _:
                    raise PatternError("Pola regex() memuat bagian yang tidak didukung, misalnya (?=…), \\1, atau \\b.")

    def _branches(self, branches):
        ends = []
        for branch in branches:
            split = self._add("split", [])
            self._sequence(branch)
            ends.append(self._add("split", []))
            self.steps[split] = ("split", [split + 1, len(self.steps)])
        self.steps[split] = ("split", [split + 1])  # after the last there is no other
        for end in ends:
            self.steps[end] = ("split", [len(self.steps)])

    def _repeated(self, least, most, tree):
        for _ in range(least):
            self._sequence(tree)
        if most is codes.MAXREPEAT:
            split = self._add("split", [])
            self._sequence(tree)
            self._add("split", [split])
            self.steps[split] = ("split", [split + 1, len(self.steps)])
            return
        splits = []
        for _ in range(most - least):
            splits.append(self._add("split", []))
            self._sequence(tree)
        for split in splits:
            self.steps[split] = ("split", [split + 1, len(self.steps)])


PLACES = {
    codes.AT_BEGINNING: "start",
    codes.AT_BEGINNING_STRING: "start",
    codes.AT_END: "end",
    codes.AT_END_STRING: "end",
}
CATEGORIES = {
    codes.CATEGORY_DIGIT: lambda letter: unicodedata.category(letter) == "Nd",
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
}
OPPOSITES = {
    codes.CATEGORY_NOT_DIGIT: codes.CATEGORY_DIGIT,
    codes.CATEGORY_NOT_SPACE: codes.CATEGORY_SPACE,
    codes.CATEGORY_NOT_WORD: codes.CATEGORY_WORD,
}


def _fits(test, letter: str) -> bool:
    code, what = test
    match code:
        case codes.LITERAL:
            return ord(letter) == what
        case codes.NOT_LITERAL:
            return ord(letter) != what
        case codes.ANY:
            return letter != "\n"
        case codes.RANGE:
            return what[0] <= ord(letter) <= what[1]
        case codes.CATEGORY if what in OPPOSITES:
            return not CATEGORIES[OPPOSITES[what]](letter)
        case codes.CATEGORY:
            return CATEGORIES[what](letter)
        case codes.IN:
            negated = what[0][0] is codes.NEGATE
            return negated != any(_fits(each, letter) for each in what[negated:])
        case _:
            raise PatternError("Pola regex() memuat bagian yang tidak didukung.")
