import csv
import io
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils import timezone

from cases.models import Region

FOLDER = Path(__file__).resolve().parents[2] / "data" / "wilayah"
FILES = [("provinces", 1), ("regencies", 2), ("districts", 3), ("villages", 4)]
COLUMNS = "code, name, level, parent_id, path"


class Command(BaseCommand):
    help = "Muat kode wilayah Kemendagri; kode yang tidak ada lagi ditandai, tidak dihapus."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=FOLDER, help="folder berisi keempat berkas CSV")

    def handle(self, *, folder, **options):
        rows = list(read(folder))
        with transaction.atomic(), connection.cursor() as cursor:
            merge(cursor, rows)
            retired = (
                Region.objects.exclude(code__in=[row[0] for row in rows])
                .filter(retired_on=None)
                .update(retired_on=timezone.localdate())
            )
        self.stdout.write(f"{len(rows):,} wilayah dimuat, {retired:,} ditandai tidak berlaku.".replace(",", "."))


def read(folder):
    """Rows in the order of COLUMNS, the larger regions first; a path reads from the village to the province."""
    paths = {}
    for name, level in FILES:
        with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            next(lines)
            for line in lines:
                code, parent = line[0], line[1] if level > 1 else None
                name = line[-1]
                paths[code] = f"{name}, {paths[parent]}" if parent else name
                yield code, name, level, parent, paths[code]


def merge(cursor, rows):
    """One COPY and one statement: ninety thousand rows in a few seconds."""
    table = Region._meta.db_table
    cursor.execute(f"CREATE TEMP TABLE loaded (LIKE {table}) ON COMMIT DROP")
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    cursor.copy_expert(f"COPY loaded ({COLUMNS}) FROM STDIN CSV", text)
    cursor.execute(
        f"INSERT INTO {table} ({COLUMNS}) SELECT {COLUMNS} FROM loaded ORDER BY level "
        "ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, "
        "parent_id = excluded.parent_id, path = excluded.path, retired_on = NULL"
    )
