"""The built-in instruments and whom each is offered for. What a department has since changed of it stays as it is."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent / "instruments"


class BuiltIn(NamedTuple):
    slug: str
    title: str
    purpose: str
    position: int
    age_from: int | None = None
    age_to: int | None = None
    spm_group: str = ""

    @property
    def source(self) -> bytes:
        return (FOLDER / f"{self.slug}.md").read_bytes()


BUILT_IN = (
    BuiltIn(
        "asesmen-awal", "Asesmen awal", "Beberapa menit saat kedatangan: keadaan mendesak dan kebutuhan segera.", 10
    ),
    BuiltIn("asesmen-pgot", "Asesmen PGOT", "Asesmen lengkap pengemis, gelandangan, dan orang terlantar.", 20),
    BuiltIn("barthel", "Indeks Barthel", "Kemandirian dalam sepuluh kegiatan sehari-hari, nilai 0–100.", 30),
    BuiltIn("perkembangan", "Perkembangan klien", "Penilaian berkala kegiatan di panti: kurang, cukup, baik.", 40),
    BuiltIn(
        "tambahan-anak", "Tambahan: anak", "Pengasuhan, tumbuh kembang, sekolah, dan perlindungan anak.", 50, age_to=17
    ),
    BuiltIn(
        "tambahan-lansia", "Tambahan: lanjut usia", "Gerak, ingatan, dan dukungan bagi lanjut usia.", 51, age_from=60
    ),
    BuiltIn(
        "tambahan-disabilitas", "Tambahan: penyandang disabilitas",
        "Kemampuan sehari-hari, dukungan, dan penyesuaian yang diperlukan.", 52, spm_group="disability",
    ),
    BuiltIn("pasca-layanan", "Pasca-layanan", "Keadaan klien sesudah keluar dari panti.", 60),
)  # fmt: skip
