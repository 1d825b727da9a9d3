"""The square picture for social media: the same content as the poster, drawn in the largest type that fits."""

import io
from dataclasses import dataclass
from itertools import product

import segno
from PIL import Image, ImageDraw, ImageFont

from reports.models import PublicPage
from reports.public.posters import links

SIDE, EDGE = 1080, 60
INK, QUIET, BRAND, PALE, WARN = "#14211f", "#40525a", "#0f5c66", "#fff4d6", "#5c2b04"
PLAIN, BOLD = ("LiberationSans-Regular.ttf", "DejaVuSans.ttf"), ("LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf")
# In hundredths of the full size; the smallest is still read on a phone. Then explanations of who and how long go.
SCALES = range(150, 54, -5)
CODE = 190


def font(size, *, bold=False):
    """One of the two families that `make run` sees to (config/machine.py)."""
    first, second = BOLD if bold else PLAIN
    try:
        return ImageFont.truetype(first, size)
    except OSError:
        return ImageFont.truetype(second, size)


def wrapped(text, face, width):
    """Lines no wider than `width` pixels; a word that is wider is broken."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if face.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while face.getlength(word) > width:
            part = next(end for end in range(len(word), 0, -1) if face.getlength(word[:end]) <= width)
            lines.append(word[:part])
            word = word[part:]
        line = word
    return [*lines, line] if line else lines


class Block:
    """Wrapped text with its face and colour; knows its height before anything is drawn."""

    def __init__(self, text, size, width, *, bold=False, colour=INK):
        self.face, self.colour = font(size, bold=bold), colour
        self.lines, self.step = wrapped(text, self.face, width), round(size * 1.25)

    @property
    def height(self):
        return len(self.lines) * self.step

    def draw(self, canvas, x, y, *, middle=False):
        for line in self.lines:
            canvas.text((x, y), line, font=self.face, fill=self.colour, anchor="ma" if middle else "la")
            y += self.step
        return y


@dataclass(frozen=True)
class Square:
    page: PublicPage
    address: callable
    content_type = "image/png"

    @property
    def filename(self):
        return f"gambar-{self.page.shelter.slug}.png"

    def told(self):
        """All that is drawn, as one text: one picture differs from another by it."""
        return repr((self.shelter.name, self.page.free_of_charge, self.steps(True), self.contact(), self.link))

    @property
    def shelter(self):
        return self.page.shelter

    @property
    def link(self):
        return links(self.shelter, self.address)[0][2]

    def steps(self, explained):
        """(title, who and how long)"""
        said = ((step.title, " · ".join(filter(None, (step.who, step.duration)))) for step in self.page.steps.all())
        return [(title, quiet if explained else "") for title, quiet in said]

    def contact(self):
        page, shelter = self.page, self.shelter
        phone = page.phone or shelter.phone
        named = [(phone, "Telepon"), (page.whatsapp, "WhatsApp")]
        return [f"{name} {number}" for number, name in named if number], shelter.whole_address

    def content(self):
        # Two columns before one: for a few short steps the type is the larger for it.
        for explained, scale, columns in product((True, False), SCALES, (2, 1)):
            if columns == 1 or len(self.page.steps.all()) > 3:
                picture = self.drawn(scale / 100, columns, explained=explained)
                if picture:
                    out = io.BytesIO()
                    picture.save(out, "PNG", optimize=True)
                    return out.getvalue()
        raise ValueError("The picture does not fit.")

    def drawn(self, scale, columns, *, explained):
        """The picture in this size of type; None when it is too large for it."""
        picture = Image.new("RGB", (SIDE, SIDE), "white")
        canvas = ImageDraw.Draw(picture)
        top = self.draw_head(canvas)
        bottom = SIDE - self.draw_foot(picture, canvas)
        return picture if self.draw_steps(canvas, top, bottom, scale, columns, explained) else None

    def draw_head(self, canvas):
        name = self.shelter.name
        size = 54 if len(name) <= 40 else 42 if len(name) <= 80 else 32
        head = Block(name, size, SIDE - 2 * EDGE, bold=True, colour="white")
        free = Block(self.page.free_of_charge, 36, SIDE - 2 * EDGE, bold=True, colour=WARN)
        below = head.height + 56
        canvas.rectangle((0, 0, SIDE, below), fill=BRAND)
        head.draw(canvas, SIDE // 2, 26, middle=True)
        canvas.rectangle((0, below, SIDE, below + free.height + 24), fill=PALE)
        free.draw(canvas, SIDE // 2, below + 12, middle=True)
        return below + free.height + 24

    def draw_foot(self, picture, canvas):
        """Contacts beside the code; how high it is."""
        width = SIDE - 3 * EDGE - CODE
        numbers, address = self.contact()
        blocks = [Block(one, 34, width, bold=True) for one in numbers]
        blocks += [Block(address, 26, width)] if address else []
        blocks.append(Block(self.link.removeprefix("https://").removeprefix("http://"), 26, width, colour=QUIET))
        told = sum(block.height for block in blocks)
        height = max(CODE, told) + 2 * 30
        y = SIDE - height
        canvas.line((EDGE, y, SIDE - EDGE, y), fill=BRAND, width=4)
        self.draw_code(picture, SIDE - EDGE - CODE, y + 30)
        y += 30 + max(0, (CODE - told) // 2)
        for block in blocks:
            y = block.draw(canvas, EDGE, y)
        return height

    def draw_code(self, picture, x, y):
        code = io.BytesIO()
        segno.make(self.link, error="m").save(code, kind="png", scale=8, border=0)
        picture.paste(Image.open(code).convert("RGB").resize((CODE, CODE), Image.Resampling.NEAREST), (x, y))

    def draw_steps(self, canvas, top, bottom, scale, columns, explained):
        """Number, name and who does it; False when they do not fit in between."""
        steps = self.steps(explained)
        gap, indent = round(18 * scale), round(58 * scale)
        width = (SIDE - 2 * EDGE - (columns - 1) * EDGE) // columns
        title = Block("Alur pelayanan", round(38 * scale), SIDE - 2 * EDGE, bold=True, colour=BRAND)
        rows = [
            (
                Block(name, round(34 * scale), width - indent, bold=True),
                Block(quiet, round(26 * scale), width - indent, colour=QUIET),
            )
            for name, quiet in steps
        ]
        per_column = -(-len(rows) // columns) if rows else 0
        halves = [rows[at : at + per_column] for at in range(0, len(rows), per_column)] if rows else []
        heights = [sum(one.height + two.height + gap for one, two in half) for half in halves]
        start = top + 26 + (title.height + 14 if rows else 0)
        if start + max(heights, default=0) > bottom - 6:
            return False
        if rows:
            title.draw(canvas, EDGE, top + 26)
        spare = min((bottom - 6 - start - max(heights, default=0)) // max(per_column, 1), 40)
        number = font(round(34 * scale), bold=True)
        for column, half in enumerate(halves):
            x, y = EDGE + column * (width + EDGE), start
            for at, (name, quiet) in enumerate(half):
                canvas.text((x, y), str(column * per_column + at + 1), font=number, fill=BRAND)
                y = quiet.draw(canvas, x + indent, name.draw(canvas, x + indent, y)) + gap + spare
        return True
