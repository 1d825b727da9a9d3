"""An XPath expression of a form, checked and translated for lxml.

ODK extends XPath 1.0: dates compare and subtract, a reference is true when answered, and core functions take
other arguments. So the operators and functions that differ are written as functions of our own.
These have no namespace prefix: lxml frees the namespace of a prefixed function after a call while libxml2
still points to it, and the second call of a compiled expression reads freed memory (seen with lxml 6.1.3).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from assessments.xlsform.coercion import to_boolean, to_string
from assessments.xlsform.dates import today
from assessments.xlsform.functions import CHANGING, ELSEWHERE, FUNCTIONS, OF_CONTEXT, OPERATORS, Function
from assessments.xlsform.scope import Scope, Target
from assessments.xlsform.tokens import ExpressionError, Tokens

__all__ = ["Expression", "ExpressionError", "Scope", "Target", "parse"]
MOST_NESTED = 40
CLOCK = {"today": "$today", "now": "$now"}
CHOICE_NAME = "jr:choice-name"
MANY = (
    "Rujukan ini menunjuk ke pengulangan, jadi ada banyak jawaban; pakai sum(), count(), join(), atau indexed-repeat()."
)


class Piece(NamedTuple):
    text: str
    kind: str  # nodes, string, literal, number, boolean, any
    many: bool = False

    def single(self) -> str:
        if self.many:
            raise ExpressionError(MANY)
        return self.text

    def as_number(self) -> str:
        return self.text if self.kind == "number" else f"odk-number({self.single()})"

    def as_boolean(self) -> str:
        return self.text if self.kind == "boolean" else f"odk-boolean({self.single()})"


@dataclass(frozen=True, eq=False)
class Expression:
    source: str
    needs: frozenset[str]
    """The paths of the questions and groups that the result depends on."""
    clock: bool
    once: bool
    xpath: etree.XPath

    def value(self, node, now: datetime, current=None):
        if not self.clock:
            return self.xpath(node, current=node if current is None else current)
        moment = {"today": today(now), "now": now.isoformat(timespec="milliseconds")}
        return self.xpath(node, current=node if current is None else current, **moment)

    def text(self, node, now: datetime, current=None) -> str:
        """What a calculation stores; no number is no answer."""
        text = to_string(self.value(node, now, current))
        return "" if text == "NaN" else text

    def test(self, node, now: datetime, current=None) -> bool:
        return to_boolean(self.value(node, now, current))


def _extension(name: str) -> Callable:
    call = OPERATORS[name] if name in OPERATORS else FUNCTIONS[name].call
    return lambda _context, *values: call(*values)


EXTENSIONS = {name: _extension(name) for name in (*OPERATORS, *FUNCTIONS)}


def parse(source: str, scope: Scope) -> Expression:
    parser = _Parser(source, scope)
    translated = parser.whole()
    used = {(None, f"odk-{name}"): EXTENSIONS[name] for name in parser.used} | parser.labels
    xpath = etree.XPath(translated, extensions=used, smart_strings=False)
    return Expression(source, frozenset(parser.needs), parser.clock, "once" in parser.used, xpath)


class _Parser:
    def __init__(self, source: str, scope: Scope):
        self.scope, self.tokens = scope, Tokens(source)
        self.needs: set[str] = set()
        self.used: set[str] = {"number", "boolean"}
        self.labels: dict = {}
        self.clock = False
        self.depth = 0
        self.base: tuple[str, ...] | None = None
        """Where a condition in brackets is read; None outside of them."""
        self.shape = self.all_instances = self.once = False

    def whole(self) -> str:
        piece = self._either()
        if self.tokens.kind != "end":
            raise ExpressionError(f"Rumus tidak dapat dibaca mulai dari “{self.tokens.said}”.")
        return piece.single()

    def _logical(self, word: str, operand: Callable) -> Piece:
        piece = operand()
        while self.tokens.text == word:
            self.tokens.next()
            piece = Piece(f"{piece.as_boolean()} {word} {operand().as_boolean()}", "boolean")
        return piece

    def _either(self) -> Piece:
        return self._logical("or", self._both)

    def _both(self) -> Piece:
        return self._logical("and", self._equality)

    def _equality(self) -> Piece:
        left = self._order()
        while self.tokens.text in ("=", "!="):
            mark, right = self.tokens.next(), self._order()
            if {left.kind, right.kind} == {"nodes", "literal"}:
                left = Piece(f"({left.single()} {mark} {right.single()})", "boolean")
            else:
                name = "equal" if mark == "=" else "unequal"
                self.used.add(name)
                left = Piece(f"odk-{name}({left.single()}, {right.single()})", "boolean")
        return left

    def _arithmetic(self, marks: tuple, operand: Callable, kind: str) -> Piece:
        left = operand()
        while self.tokens.text in marks:
            mark = self.tokens.next()
            left = Piece(f"({left.as_number()} {mark} {operand().as_number()})", kind)
        return left

    def _order(self) -> Piece:
        return self._arithmetic(("<", "<=", ">", ">="), self._sum, "boolean")

    def _sum(self) -> Piece:
        return self._arithmetic(("+", "-"), self._product, "number")

    def _product(self) -> Piece:
        return self._arithmetic(("*", "div", "mod"), self._sign, "number")

    def _sign(self) -> Piece:
        minus = 0
        while self.tokens.text == "-":
            self.tokens.next()
            minus += 1
        piece = self._primary()
        return Piece(f"({'- ' * minus}{piece.as_number()})", "number") if minus else piece

    def _primary(self) -> Piece:
        self.depth += 1
        if self.depth > MOST_NESTED:
            raise ExpressionError("Rumus bertingkat terlalu dalam.")
        piece = self._atom()
        self.depth -= 1
        if self.tokens.text == "[":
            raise ExpressionError("Tanda […] hanya dapat mengikuti jalur.")
        if self.tokens.text == "|":
            raise ExpressionError("Gabungan jalur dengan “|” tidak didukung.")
        return piece

    def _atom(self) -> Piece:
        if self.tokens.kind in ("literal", "number"):
            kind = self.tokens.kind
            return Piece(self.tokens.next(), kind)
        if self.tokens.text == "(":
            self.tokens.next()
            piece = self._either()
            self.tokens.expect(")")
            return Piece(f"({piece.text})", piece.kind, piece.many)
        if self.tokens.is_call and not self.tokens.starts("current"):
            return self._call()
        return self._path()

    def _call(self) -> Piece:
        name, arguments = self.tokens.next(), []
        function, before = FUNCTIONS.get(name), (self.shape, self.all_instances, self.once)
        if name in CHANGING and not self.once:
            raise ExpressionError(f"Fungsi {name}() hanya di dalam once(), misalnya once({name}()).")
        self.once = self.once or name == "once"
        self.tokens.expect("(")
        while self.tokens.text != ")":
            place = len(arguments)
            self.shape = bool(function) and place in function.shape
            self.all_instances = name == "indexed-repeat" and (place in function.shape or place == 0)
            arguments.append(self._either())
            if self.tokens.text != ")":
                self.tokens.expect(",")
        self.tokens.expect(")")
        self.shape, self.all_instances, self.once = before
        return self._translated(name, function, arguments)

    def _translated(self, name: str, function: Function | None, arguments: list[Piece]) -> Piece:
        if name in ("true", "false", "today", "now", "not"):
            return self._builtin(name, arguments)
        if name == CHOICE_NAME:
            return self._choice_name(arguments)
        if name in ("position", "last") and not arguments and self.base is not None:
            return Piece(f"{name}()", "number")
        if not function:
            raise ExpressionError(ELSEWHERE.get(name, f"Fungsi {name}() tidak didukung."))
        texts = [piece.text if function.sets else piece.single() for piece in arguments]
        if name in OF_CONTEXT and not texts:
            texts = [self._own().text]
        self._count(name, texts, function.least, function.most)
        if function.literal and arguments[function.literal].kind != "literal":
            raise ExpressionError(f"Pola pada {name}() harus ditulis langsung di antara tanda kutip.")
        self.used.add(name)
        texts = ["."] * (name == "once") + texts
        return Piece(f"odk-{name}({', '.join(texts)})", function.kind)

    def _builtin(self, name: str, arguments: list[Piece]) -> Piece:
        self._count(name, arguments, int(name == "not"), int(name == "not"))
        if name == "not":
            return Piece(f"not({arguments[0].as_boolean()})", "boolean")
        self.clock |= name in CLOCK
        return Piece(CLOCK[name], "string") if name in CLOCK else Piece(f"{name}()", "boolean")

    def _choice_name(self, arguments: list[Piece]) -> Piece:
        """jr:choice-name(value, 'path of the question'): the label of a choice."""
        self._count(CHOICE_NAME, arguments, 2, 2)
        if arguments[1].kind != "literal":
            raise ExpressionError(f"Nilai kedua {CHOICE_NAME}() harus nama pertanyaan di antara tanda kutip.")
        inner = _Parser(arguments[1].text[1:-1], self.scope)
        inner.all_instances = inner.shape = True
        inner._path()
        if inner.tokens.kind != "end":
            raise ExpressionError(f"Nilai kedua {CHOICE_NAME}() harus nama pertanyaan.")
        labels = self.scope.choices(frozenset(inner.needs))
        name = f"odk-choice-name-{len(self.labels)}"
        self.labels[None, name] = lambda _context, value: labels.get(to_string(value), "")
        return Piece(f"{name}({arguments[0].single()})", "string")

    @staticmethod
    def _count(name, arguments, least, most):
        if not least <= len(arguments) <= most:
            wanted = str(least) if least == most else f"{least}–{most}"
            raise ExpressionError(f"Fungsi {name}() memerlukan {wanted} nilai, bukan {len(arguments)}.")

    def _own(self) -> Piece:
        self.needs |= self.scope.target("", ["."], base=self.base, picked=set(), every=False).found
        return Piece(".", "nodes")

    def _path(self) -> Piece:
        start = ""
        if self.tokens.text == "/":
            start = self.tokens.next()
        elif self.tokens.starts("current", "(", ")"):
            start = "current()"
            self.tokens.place += 3
            if self.tokens.text != "/":
                return Piece("$current", "nodes")
            self.tokens.next()
        steps, conditions, picked = [], {}, set()
        while True:
            steps.append(self._step())
            while self.tokens.text == "[":
                self._condition(start, steps, conditions, picked)
            if self.tokens.text != "/":
                break
            self.tokens.next()
        if self.tokens.text == "//":
            raise ExpressionError("Jalur dengan “//” tidak didukung.")
        target = self._target(start, steps, picked, every=self.all_instances or 0 in conditions)
        if conditions and min(conditions) < target.skips:
            target = self._target(start, steps, picked, every=True)
        self.needs |= target.found if self.shape else target.found | target.below
        rest = [step + conditions.get(place, "") for place, step in enumerate(steps)][target.skips :]
        return Piece(target.start + "/".join(rest), "nodes", target.many)

    def _target(self, start, steps, picked, *, every) -> Target:
        return self.scope.target(start, steps, base=self.base, picked=picked, every=every)

    def _condition(self, start, steps, conditions, picked):
        """[…] behind a step, read as seen from there."""
        self.tokens.expect("[")
        place, before = len(steps) - 1, (self.base, self.shape, self.all_instances)
        self.base = self._target(start, steps, picked | {place}, every=True).at
        self.shape = self.all_instances = False
        one = self.tokens.starts("position", "(", ")", "=")
        piece = self._either()
        self.base, self.shape, self.all_instances = before
        self.tokens.expect("]")
        if one or piece.kind == "number":
            picked.add(place)
        text = f"position() = {piece.text}" if piece.kind == "number" else piece.as_boolean()
        conditions[place] = conditions.get(place, "") + f"[{text}]"

    def _step(self) -> str:
        text = self.tokens.text
        if self.tokens.kind == "name" and ":" not in text or text in (".", "..", "*"):
            return self.tokens.next()
        raise ExpressionError(f"Rumus tidak dapat dibaca di dekat “{self.tokens.said}”.")
