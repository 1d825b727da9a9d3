"""Where people come from, as tiles: a rough map of 38 provinces, and the regencies and cities of one of them.

There are no shapes in the region data. province_tiles.csv lays each province on a grid of 12 × 7, drawn up for this
application from the position of its capital on the map: neighbours stand beside each other, sizes and coasts mean
nothing. Codes are those of the Ministry of Home Affairs (Kepmendagri 300.2.2-2138/2025, through idn-area-data).
"""

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cases.models import Region
from reports.figures.referrals import HIDDEN
from reports.reach.hiding import hidden

PROVINCE, REGENCY = 2, 5  # letters of a region code, such as 33 and 33.23
TILE, GAP, COLUMNS, ROWS = 48, 3, 12, 7
SHADES = ["#eef1f1", "#cfe6e8", "#8fc3c8", "#2f7f88", "#0f5c66"]  # none, then a quarter each of the most
VEILED = "#e6e0d2"  # a number that is not told
UNKNOWN_ORIGIN = "Tidak diketahui"
ONLY_PROVINCE = "Hanya provinsinya diketahui"


@dataclass(frozen=True)
class Tile:
    """A region with its number. `shade`: place in SHADES, or None where the number is hidden."""

    code: str
    name: str
    text: str
    shade: int | None
    short: str = ""
    x: int = 0
    y: int = 0

    @property
    def fill(self):
        return VEILED if self.shade is None else SHADES[self.shade]

    @property
    def ink(self):
        return "#fff" if self.shade is not None and self.shade >= 3 else "#1b2527"

    @property
    def middle(self):
        return self.x + (TILE - GAP) // 2


@dataclass(frozen=True)
class TileMap:
    tiles: list[Tile]
    description: str
    legend: list[tuple[str, str]]  # colour, words
    width: int = COLUMNS * TILE
    height: int = ROWS * TILE
    side: int = TILE - GAP


@dataclass(frozen=True)
class Places:
    map: TileMap
    provinces: list[tuple[str, str, str]] | None  # code, name, text; the unknown at the end; None: too few to tell
    own: str  # the province whose regencies follow
    regencies: list[Tile] | None


@cache
def grid():
    """(code, short name, column, row) of each province."""
    with (Path(__file__).parent / "province_tiles.csv").open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["short"], int(row["column"]), int(row["row"])) for row in csv.DictReader(file)]


def places(origins, shelters, *, masked, province=""):
    """`origins`: persons by the region code of their origin, None where it is unknown. One query.

    `province`: whose regencies are shown; else that of the shelters.
    """
    by_province = Counter()
    for code, count in origins.items():
        by_province[code[:PROVINCE] if code else None] += count
    names = dict(Region.objects.filter(level__lte=Region.Level.REGENCY).values_list("code", "name"))
    order = sorted(by_province, key=lambda code: (code is None, -by_province[code], code or ""))
    texts = hidden((by_province[code] for code in order), masked=masked)
    told = dict(zip(order, texts if texts is not None else [HIDDEN] * len(order), strict=True))
    own = province if province in names else own_province(shelters, by_province, names)
    rows = [(code or "", UNKNOWN_ORIGIN if code is None else names.get(code, code), told[code]) for code in order]
    return Places(
        map=tile_map(by_province, told, names),
        provinces=None if texts is None else rows,
        own=names.get(own, ""),
        regencies=regency_tiles(own, origins, names, told.get(own, "0"), masked) if own in names else [],
    )  # fmt: skip


def own_province(shelters, by_province, names):
    """That of the town on the shelters' letters; where it is not known, the one that most people come from."""
    towns = {shelter.city.strip().lower() for shelter in shelters if shelter.city.strip()}
    spelled = {f"{kind}{town}" for town in towns for kind in ("kabupaten ", "kota ", "")}
    found = Counter(code[:PROVINCE] for code, name in names.items() if name.lower() in spelled)
    found = found or Counter({code: count for code, count in by_province.items() if code})
    return min(found, key=lambda code: (-found[code], code), default=None)


def tile_map(counts, told, names):
    most = max((count for code, count in counts.items() if code and told[code].isdigit()), default=0)
    tiles = [
        Tile(code, names.get(code, code), told.get(code, "0"), shade(told.get(code, "0"), most), short,
             (column - 1) * TILE, (row - 1) * TILE)
        for code, short, column, row in grid()
    ]  # fmt: skip
    said = [f"{tile.name}: {tile.text}" for tile in tiles if tile.text != "0"]
    return TileMap(tiles, "; ".join(said) or "Belum ada orang dengan daerah asal yang diketahui.", legend(tiles, most))


def shade(text, most):
    """Which quarter of the most; 0 for nobody, None for what is not told."""
    if not text.isdigit():
        return None
    return -(-4 * int(text) // most) if most else 0


def legend(tiles, most):
    used = {tile.shade for tile in tiles}
    bounds = [most * part // 4 for part in range(5)]
    words = {0: "0"} | {
        part: span(bounds[part - 1] + 1, bounds[part]) for part in range(1, 5) if bounds[part] > bounds[part - 1]
    }
    told = [(SHADES[part], text) for part, text in words.items() if part in used]
    return [*told, *([(VEILED, "<5 atau disembunyikan")] if None in used else [])]


def span(low, high):
    return str(low) if low == high else f"{low}–{high}"


def regency_tiles(province, origins, names, total, masked):
    """Every regency and city of the province, the most first; None when they may not be told apart."""
    counts = Counter()
    for code, count in origins.items():
        if code and code[:PROVINCE] == province:
            counts[code[:REGENCY] if len(code) >= REGENCY else ""] += count
    labels = {code: name for code, name in names.items() if len(code) == REGENCY and code[:PROVINCE] == province}
    labels |= {code: code or ONLY_PROVINCE for code in counts if code not in labels}
    order = sorted(labels, key=lambda code: (-counts[code], code == "", labels[code]))
    texts = hidden((counts[code] for code in order), masked=masked)
    if texts is None or (counts and not total.isdigit()):
        return None
    most = max((counts[code] for code, text in zip(order, texts, strict=True) if text.isdigit()), default=0)
    return [Tile(code, labels[code], text, shade(text, most)) for code, text in zip(order, texts, strict=True)]
