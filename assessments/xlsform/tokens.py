"""The words and signs of an XPath expression, one after the other."""

import re

TOKEN = re.compile(
    r"""\s*(?:(?P<literal>"[^"]*"|'[^']*')|(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    |(?P<mark>!=|<=|>=|//|\.\.|[()\[\],|/<>=+\-*.])
    |(?P<name>[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?)|(?P<end>$))""",
    re.VERBOSE,
)


class ExpressionError(Exception):
    """Why an expression cannot be used, in Indonesian."""


class Tokens:
    def __init__(self, source: str):
        self.place = 0
        self.all = list(self._scan(source))

    @staticmethod
    def _scan(source: str):
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
    def text(self) -> str:
        kind, text = self.all[self.place]
        return "" if kind == "literal" else text

    @property
    def kind(self) -> str:
        return self.all[self.place][0]

    @property
    def said(self) -> str:
        """The word at which reading stopped."""
        return self.all[self.place][1] or "akhir"

    def next(self) -> str:
        self.place += 1
        return self.all[self.place - 1][1]

    def expect(self, mark: str):
        if self.text != mark or self.kind == "end":
            raise ExpressionError(f"Rumus tidak lengkap: “{mark}” diharapkan sebelum “{self.said}”.")
        self.place += 1

    def starts(self, *texts: str) -> bool:
        """Are these the next words? A text in quotes is no word."""
        coming = self.all[self.place : self.place + len(texts)]
        return [("" if kind == "literal" else text) for kind, text in coming] == list(texts)

    @property
    def is_call(self) -> bool:
        return self.kind == "name" and self.all[self.place + 1] == ("mark", "(")
