"""How clients changed, in figures that name nobody: what a house shows its department of its measurements."""

from dataclasses import dataclass

from assessments.scores import Change, changes_of

FEWEST = 5
FEW = f"<{FEWEST}"


@dataclass(frozen=True)
class ChangeRow:
    """`masked`: fewer than five persons stand as “<5”, and no sum stands beside it that would give them away."""

    change: Change
    masked: bool = False

    @property
    def label(self):
        return self.change.label

    @property
    def cells(self) -> list[str]:
        """Better, same, worse, together."""
        change = self.change
        counts = [change.better, change.same, change.worse]
        if not self.masked:
            return [str(number) for number in (*counts, change.stays)]
        if change.stays < FEWEST:
            return ["–", "–", "–", FEW]
        few = [0 < number < FEWEST for number in counts]
        shown = [FEW if hidden else str(number) for number, hidden in zip(counts, few, strict=True)]
        return [*shown, "–" if any(few) else str(change.stays)]


def change_tables(shelters, first, last, *, masked) -> dict[str, list[ChangeRow]]:
    """Rows by instrument."""
    tables: dict[str, list[ChangeRow]] = {}
    for change in changes_of(shelters, first, last):
        tables.setdefault(change.instrument, []).append(ChangeRow(change, masked))
    return tables
