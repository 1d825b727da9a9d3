"""Thirty days of a house as a line, with its capacity across; drawn on the server, and said in words."""

from dataclasses import dataclass

from cases.templatetags.indonesian import tanggal_pendek

WIDTH, HEIGHT, TOP, FOOT = 300, 90, 12, 16


@dataclass(frozen=True)
class Line:
    key: str
    title: str
    points: str
    area: str
    full_y: int
    last_x: int
    last_y: int
    words: str
    days: list
    width: int = WIDTH
    height: int = HEIGHT
    base: int = HEIGHT - FOOT


def line_of(shelter, days, most):
    """`most`: the scale, shared where several lines stand beside each other."""
    room, step = HEIGHT - TOP - FOOT, (WIDTH - 12) / max(1, len(days) - 1)

    def height(count):
        return HEIGHT - FOOT - round(room * count / most)

    spots = [(round(4 + number * step), height(night.residents)) for number, night in enumerate(days)]
    drawn = " ".join(f"{x},{y}" for x, y in spots)
    (first_x, _), (last_x, last_y) = spots[0], spots[-1]
    counts = [night.residents for night in days]
    words = (
        f"Penghuni {tanggal_pendek(days[0].day)} sampai {tanggal_pendek(days[-1].day)}: mulai {counts[0]}, paling "
        f"sedikit {min(counts)}, paling banyak {max(counts)}, hari ini {counts[-1]} dari {shelter.capacity} tempat."
    )
    base = HEIGHT - FOOT
    return Line(
        key=f"penghuni-{shelter.pk}", title=f"Penghuni {shelter}, 30 hari", points=drawn,
        area=f"{first_x},{base} {drawn} {last_x},{base}", full_y=height(shelter.capacity), last_x=last_x,
        last_y=last_y, words=words, days=days,
    )  # fmt: skip
