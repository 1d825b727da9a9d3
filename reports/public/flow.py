"""The flow as a drawing: numbered boxes below each other, with arrows between them. Only numbers and words."""

from dataclasses import dataclass
from textwrap import wrap

WIDTH, PAD, LINE, GAP = 320, 12, 21, 26
LETTERS, MOST_LINES = 24, 3


@dataclass(frozen=True)
class Box:
    number: int
    y: int
    height: int
    lines: list[tuple[int, str]]  # where the line stands, and what it says

    @property
    def middle(self):
        return self.y + self.height // 2

    @property
    def number_y(self):
        return self.middle + 6

    @property
    def bottom(self):
        return self.y + self.height


@dataclass(frozen=True)
class Drawing:
    boxes: list[Box]
    height: int
    width: int = WIDTH

    @property
    def arrows(self):
        """From one box to the next: (top, where the point is)."""
        return [(box.bottom, below.y - 2) for box, below in zip(self.boxes, self.boxes[1:], strict=False)]

    @property
    def label(self):
        return f"Gambar alur pelayanan dalam {len(self.boxes)} langkah; keterangannya pada daftar di dekatnya."


def drawing(steps):
    """None without steps."""
    boxes, y = [], 2
    for number, step in enumerate(steps, 1):
        words = wrap(step.title, LETTERS, max_lines=MOST_LINES, placeholder=" …")
        height = max(2 * PAD + LINE * len(words), 48)
        first = y + (height - LINE * len(words)) // 2 + 15
        boxes.append(Box(number, y, height, [(first + LINE * at, text) for at, text in enumerate(words)]))
        y += height + GAP
    return Drawing(boxes, y - GAP + 2) if boxes else None
