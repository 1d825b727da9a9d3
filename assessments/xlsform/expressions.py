"""An XPath expression of a form, checked and translated for lxml.

ODK extends XPath 1.0: dates compare and subtract, a reference is true when answered, and core functions take
other arguments. So the operators and functions that differ are written as functions of our own.
These have no namespace prefix: lxml frees the namespace of a prefixed function after a call while libxml2
still points to it, and the second call of a compiled expression reads freed memory (seen with lxml 6.1.3).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from assessments.xlsform.functions import FUNCTIONS, OPERATORS, to_boolean, to_string, today

TOKEN = re.compile(
    r"""\s*(?:(?P<literal>"[^"]*"|'[^']*')|(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    |(?P<mark>!=|<=|>=|//|\.\.|[()\[\],|/<>=+\-*.])
    |(?P<name>[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?)|(?P<end>$))""",
    re.VERBOSE,
)
MOST_NESTED = 40
CLOCK = {"today": "$today", "now": "$now"}


class ExpressionError(Exception):
    """Why an expression cannot be used, in Indonesian."""


class Piece(NamedTuple):
    text: str
    kind: str  # nodes, string, literal, number, boolean, any

    def as_number(self) -> str:
        return self.text if self.kind == "number" else f"odk-number({self.text})"

    def as_boolean(self) -> str:
        return self.text if self.kind == "boolean" else f"odk-boolean({self.text})"


@dataclass(frozen=True, eq=False)
class Expression:
    source: str
    needs: frozenset[str]
    """The paths of the questions and groups that the result depends on."""
    clock: bool
    once: bool
    xpath: etree.XPath

    def value(self, node, now: datetime):
        if not self.clock:
            return self.xpath(node)
        return self.xpath(node, today=today(now), now=now.isoformat(timespec="milliseconds"))

    def text(self, node, now: datetime) -> str:
        """What a calculation stores; no number is no answer."""
        text = to_string(self.value(node, now))
        return "" if text == "NaN" else text

    def test(self, node, now: datetime) -> bool:
        return to_boolean(self.value(node, now))


def _extension(name: str) -> Callable:
    call = OPERATORS[name] if name in OPERATORS else FUNCTIONS[name].call
    return lambda _context, *values: call(*values)


EXTENSIONS = {name: _extension(name) for name in (*OPERATORS, *FUNCTIONS)}


def parse(source: str, resolve: Callable[[bool, list[str]], set[str]]) -> Expression:
    """`resolve(absolute, steps)` names what a path refers to, or raises ExpressionError."""
    parser = _Parser(source, resolve)
    translated = parser.whole()
    used = {(None, f"odk-{name}"): EXTENSIONS[name] for name in parser.used}
    xpath = etree.XPath(translated, extensions=used, smart_strings=False)
    return Expression(source, frozenset(parser.needs), parser.clock, "once" in parser.used, xpath)


class _Parser:
    def __init__(self, source, resolve):
        self.resolve = resolve
        self.needs: set[str] = set()
        self.used: set[str] = {"number", "boolean"}
        self.clock = False
        self.depth = 0
        self.place = 0
        self.tokens = list(self._scan(source))

    def _scan(self, source):
        at = 0
        while True:
            found = TOKEN.match(source, at)
            if not found:
                raise ExpressionError(f"Tanda “{source[at:].strip()[:1]}” tidak dikenal dalam rumus.")
            yield found.lastgroup, found[found.lastgroup]
            if found.lastgroup == "end":
                return
            at = found.end()

    @property
    def token(self) -> str:
        kind, text = self.tokens[self.place]
        return "" if kind == "literal" else text

    @property
    def kind(self) -> str:
        return self.tokens[self.place][0]

    def _next(self) -> str:
        self.place += 1
        return self.tokens[self.place - 1][1]

    def _expect(self, mark: str):
        if self.token != mark or self.kind == "end":
            found = self.tokens[self.place][1]
            raise ExpressionError(f"Rumus tidak lengkap: “{mark}” diharapkan sebelum “{found or 'akhir'}”.")
        self.place += 1

    def whole(self) -> str:
        piece = self._either()
        if self.kind != "end":
            raise ExpressionError(f"Rumus tidak dapat dibaca mulai dari “{self.tokens[self.place][1]}”.")
        return piece.text

    def _logical(self, word: str, operand: Callable) -> Piece:
        piece = operand()
        while self.token == word:
            self._next()
            piece = Piece(f"{piece.as_boolean()} {word} {operand().as_boolean()}", "boolean")
        return piece

    def _either(self) -> Piece:
        return self._logical("or", self._both)

    def _both(self) -> Piece:
        return self._logical("and", self._equality)

    def _equality(self) -> Piece:
        left = self._order()
        while self.token in ("=", "!="):
            mark, right = self._next(), self._order()
            if {left.kind, right.kind} == {"nodes", "literal"}:
                left = Piece(f"({left.text} {mark} {right.text})", "boolean")
            else:
                name = "equal" if mark == "=" else "unequal"
                self.used.add(name)
                left = Piece(f"odk-{name}({left.text}, {right.text})", "boolean")
        return left

    def _arithmetic(self, marks: tuple, operand: Callable, kind: str) -> Piece:
        left = operand()
        while self.token in marks:
            mark = self._next()
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
        while self.token == "-":
            self._next()
            minus += 1
        piece = self._primary()
        return Piece(f"({'- ' * minus}{piece.as_number()})", "number") if minus else piece

    def _primary(self) -> Piece:
        self.depth += 1
        if self.depth > MOST_NESTED:
            raise ExpressionError("Rumus bertingkat terlalu dalam.")
        piece = self._atom()
        self.depth -= 1
        if self.token == "[":
            raise ExpressionError("Jalur bersyarat dengan […] belum didukung.")
        if self.token == "|":
            raise ExpressionError("Gabungan jalur dengan “|” belum didukung.")
        return piece

    def _atom(self) -> Piece:
        if self.kind == "literal":
            return Piece(self._next(), "literal")
        if self.kind == "number":
            return Piece(self._next(), "number")
        if self.token == "(":
            self._next()
            piece = self._either()
            self._expect(")")
            return Piece(f"({piece.text})", piece.kind)
        if self.kind == "name" and self.tokens[self.place + 1] == ("mark", "("):
            return self._call()
        return self._path()

    def _call(self) -> Piece:
        name, arguments = self._next(), []
        self._expect("(")
        while self.token != ")":
            arguments.append(self._either())
            if self.token != ")":
                self._expect(",")
        self._expect(")")
        return self._translated(name, arguments)

    def _translated(self, name: str, arguments: list[Piece]) -> Piece:
        if name in ("true", "false", "today", "now", "not"):
            self._count(name, arguments, int(name == "not"), int(name == "not"))
            if name == "not":
                return Piece(f"not({arguments[0].as_boolean()})", "boolean")
            self.clock |= name in CLOCK
            return Piece(CLOCK[name], "string") if name in CLOCK else Piece(f"{name}()", "boolean")
        if name not in FUNCTIONS:
            raise ExpressionError(f"Fungsi {name}() tidak didukung.")
        function = FUNCTIONS[name]
        self._count(name, arguments, function.least, function.most)
        if function.literal and arguments[function.literal].kind != "literal":
            raise ExpressionError(f"Pola pada {name}() harus ditulis langsung di antara tanda kutip.")
        self.used.add(name)
        texts = ["."] * (name == "once") + [piece.text for piece in arguments]
        return Piece(f"odk-{name}({', '.join(texts)})", function.kind)

    def _count(self, name, arguments, least, most):
        if not least <= len(arguments) <= most:
            wanted = str(least) if least == most else f"{least}–{most}"
            raise ExpressionError(f"Fungsi {name}() memerlukan {wanted} nilai, bukan {len(arguments)}.")

    def _path(self) -> Piece:
        absolute = self.token == "/"
        if absolute:
            self._next()
        steps = [self._step()]
        while self.token == "/":
            self._next()
            steps.append(self._step())
        if self.token == "//":
            raise ExpressionError("Jalur dengan “//” belum didukung.")
        self.needs |= self.resolve(absolute, steps)
        return Piece(("/" if absolute else "") + "/".join(steps), "nodes")

    def _step(self) -> str:
        if self.kind == "name" and ":" not in self.token or self.token in (".", "..", "*"):
            return self._next()
        found = self.tokens[self.place][1]
        raise ExpressionError(f"Rumus tidak dapat dibaca di dekat “{found or 'akhir'}”.")
