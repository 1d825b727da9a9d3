"""What the paths of an expression point to, seen from the question that the expression belongs to."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from assessments.xlsform.tokens import ExpressionError


class Target(NamedTuple):
    """What a path points to, and how lxml is to follow it: `start` stands for its first `skips` steps."""

    start: str = "/"
    skips: int = 0
    found: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()
    """What is within the groups that it points to."""
    many: bool = False
    at: tuple[str, ...] = ()


class Scope:
    """`lines` by path is the whole form; `here` is the place of the question, as steps.

    An absolute path from inside a repeat means the same instance, as in ODK: `/data/a/r/x` beside `/data/a/r/y` is
    read as `../x`.
    """

    def __init__(self, lines: Mapping, repeats: Collection[str], here: str, *, columns=None, lifted=False, labels=None):
        self.lines, self.repeats, self.here = lines, repeats, tuple(here.split("/")) if here else ()
        self.columns = columns
        """Of the choices sheet, for a choice_filter: there a plain name is a column."""
        self.lifted = lifted
        """The rules of a repeat are written as its own, but asked before it has any instance: of its parent."""
        self.labels = labels or {}

    def target(self, start: str, steps: list[str], *, base, picked: set[int], every: bool) -> Target:
        """`base`: where a condition in brackets is read. `picked`: steps narrowed to one. `every`: all instances."""
        at_choice = self.columns is not None and base is None
        here = self.here if base is None or start == "current()" else base
        said = start.replace("current()", "current()/") + "/".join(steps)
        if start == "/":
            if steps[0] != "data":
                raise ExpressionError(f"Jalur “{said}” tidak ada.")
            shared = () if every else self._shared(here, steps[1:])
            if not shared:
                return self._followed("/", 0, (), steps, 1, picked, said)
            up = "../" * (len(here) - len(shared)) or "./"
            return self._followed(f"{'$current/' * at_choice}{up}", 1 + len(shared), shared, steps, 1 + len(shared),
                                  picked, said)  # fmt: skip
        if at_choice and not start:
            if len(steps) != 1 or steps[0] not in self.columns:
                raise ExpressionError(f"Lembar choices tidak mempunyai kolom “{said}”.")
            return Target("")
        if self.lifted and base is None and not start:
            if steps[0] != "..":
                raise ExpressionError("Aturan pengulangan tidak dapat merujuk isinya sendiri.")
            return self._followed("./" if steps[1:] else ".", 1, here, steps, 1, picked, said)
        return self._followed("$current/" if start else "", 0, here, steps, 0, picked, said)

    def _shared(self, here: tuple, steps: list[str]) -> tuple:
        """The innermost repeat in which both stand."""
        for length in range(min(len(here), len(steps) - 1), 0, -1):
            if here[:length] == tuple(steps[:length]) and "/".join(here[:length]) in self.repeats:
                return here[:length]
        return ()

    def _followed(self, start, skips, at, steps, first, picked, said) -> Target:
        at, many = list(at), False
        for place, step in enumerate(steps[first:], first):
            if step == "..":
                if not at:
                    raise ExpressionError(f"Jalur “{said}” tidak ada.")
                at.pop()
            elif step != ".":
                at.append(step)
                many = many or place not in picked and any(path in self.repeats for path in self._found(at))
        found = self._found(at)
        if not found:
            raise ExpressionError(f"Jalur “{said}” tidak menunjuk ke pertanyaan mana pun.")
        below = frozenset(child.path for path in found for child in self.lines[path].walk())
        return Target(start, skips, found, below, many, tuple(at))

    def _found(self, at: list[str]) -> frozenset[str]:
        if "*" not in at:
            path = "/".join(at)
            return frozenset([path]) if path in self.lines else frozenset()
        return frozenset(path for path in self.lines if _matches(path.split("/"), at))

    def choices(self, found: frozenset[str]) -> Mapping[str, str]:
        """Names and labels of what the question offers."""
        for path in found:
            if path in self.labels:
                return self.labels[path]
        raise ExpressionError("jr:choice-name() memerlukan nama pertanyaan pilihan.")


def _matches(path: list[str], wanted: list[str]) -> bool:
    pairs = zip(path, wanted, strict=False)
    return len(path) == len(wanted) and all(step in (name, "*") for name, step in pairs)
