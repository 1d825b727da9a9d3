from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a form cannot be used; rows are counted as in Excel, so the header is row 1."""

    sheet: str
    row: int | None
    column: str | None
    reason: str

    def __str__(self):
        place = [f"lembar {self.sheet}"] if self.sheet else []
        place += [f"baris {self.row}"] if self.row else []
        place += [f"kolom {self.column}"] if self.column else []
        return f"{', '.join(place)}: {self.reason}" if place else self.reason


class FormRefused(Exception):
    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))
