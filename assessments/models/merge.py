from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True)
class Conflict:
    """Two people answered one question differently; nobody's answer wins unasked."""

    path: str
    mine: object
    theirs: object
    stamp: Mapping

    @property
    def by(self) -> str:
        return self.stamp.get("by", "")

    @property
    def at(self) -> datetime | None:
        return datetime.fromisoformat(self.stamp["at"]) if "at" in self.stamp else None


class Merged(NamedTuple):
    changes: dict
    conflicts: list[Conflict]


def merge(answers: Mapping, stamps: Mapping, posted: Mapping, *, was: Mapping, editor: str) -> Merged:
    """Three ways: what is stored, what the page showed when it was drawn (`was`), and what it sends now.

    `editor` names the opened page. Its own saves are no other person's: their answer may have got lost on the line,
    so that the page still sends what it showed before them.
    """
    changes, conflicts = {}, []
    for path, mine in posted.items():
        theirs, stamp = answers.get(path), stamps.get(path, {})
        shown = theirs if editor and stamp.get("editor") == editor else was.get(path)
        if mine == theirs or mine == shown:
            continue
        if theirs == shown:
            changes[path] = mine
        else:
            conflicts.append(Conflict(path, mine, theirs, stamp))
    return Merged(changes, conflicts)
