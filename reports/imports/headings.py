"""The headings of an office's own sheet, and which of our columns each is likely to mean."""

import hashlib
import json
import re

from cases import nik
from reports.answers.pairing import words
from reports.imports.base import shown
from reports.imports.reading import heading_of, is_blank

MOST_TITLES = 20  # rows that may stand above the headings
SAMPLES, LOOKED_AT = 3, 50
SHORT = {
    "tgl": "tanggal", "no": "nomor", "nmr": "nomor", "nomer": "nomor", "ket": "keterangan", "jml": "jumlah",
    "kec": "kecamatan", "kab": "kabupaten", "telp": "telepon", "tlp": "telepon", "kode": "kode", "kat": "kategori",
    "jk": "jenis kelamin", "pmks": "ppks", "reg": "register", "registrasi": "register",
}  # fmt: skip
ALSO = {
    "Nomor register": "nomor induk|register|nomor register klien|nomor urut register|nomor stambuk|nomor register pm",
    "Nomor klien": "id klien|nomor pm|nomor penerima manfaat|kode klien",
    "Nama": "nama lengkap|nama klien|nama pm|nama penerima manfaat|nama mitra|nama lembaga|nama petugas|nama pegawai",
    "Alias": "nama panggilan|panggilan|nama lain",
    "NIK": "nomor nik|nomor ktp|nik ktp|nomor induk kependudukan|ktp",
    "Jenis kelamin": "kelamin|l p|sex|gender",
    "Tanggal lahir": "lahir|tanggal kelahiran",
    "Perkiraan usia": "usia|umur|perkiraan umur|usia perkiraan",
    "Kategori PPKS": "kategori|jenis ppks|ppks|kategori klien|jenis klien",
    "Kode wilayah asal": "kode wilayah|kode daerah asal|kode kemendagri",
    "Alamat asal": "alamat|asal|alamat lengkap|daerah asal|alamat ktp",
    "Tanggal masuk": "tanggal penerimaan|tanggal diterima|tanggal terima|masuk|tanggal registrasi|tanggal register",
    "Sumber": "sumber rujukan|pengirim|asal rujukan|rujukan dari|dikirim oleh|asal kiriman",
    "Tanggal keluar": "tanggal terminasi|keluar|tanggal pulang|tanggal selesai",
    "Alasan keluar": "alasan terminasi|sebab keluar|terminasi|jenis terminasi",
    "Tujuan keluar": "tujuan|dirujuk ke|keluar ke|tempat tujuan",
    "Jenis pelayanan SPM": "jenis pelayanan|jenis spm|spm|kode spm|kode jenis pelayanan",
    "Keterangan": "catatan|uraian",
    "Tanggal": "tanggal layanan|tanggal pelayanan|tanggal kehadiran|hari tanggal",
    "Kehadiran": "status kehadiran|presensi|absensi|hadir",
    "Layanan": "kode layanan|jenis layanan|layanan dasar|kebutuhan",
    "Jumlah": "banyaknya|kuantitas|volume",
    "Dibuka": "tanggal dibuka|tanggal buka|sejak|mulai",
    "Ditutup": "tanggal ditutup|tanggal tutup|selesai|sampai",
    "Alasan": "alasan ditutup|hasil",
    "Jenis": "jenis mitra|jenis lembaga", "Kabupaten/kota": "kabupaten kota|kota|kabupaten",
    "Telepon": "nomor telepon|hp|nomor hp|nomor kontak|kontak", "WhatsApp": "wa|nomor wa|nomor whatsapp",
    "Surel": "email|e mail|alamat email|alamat surel", "Nomor MoU": "mou|nomor pks|nomor perjanjian",
    "Alamat": "alamat lengkap|alamat kantor", "Narahubung": "kontak person|contact person|nama narahubung|pic",
    "Nama pengguna": "username|user|akun|nama akun|login", "NIP": "nomor nip|nomor induk pegawai|nip pegawai",
    "Jabatan": "posisi|nama jabatan", "Pangkat, golongan": "pangkat|golongan|pangkat gol|pangkat golongan ruang",
    "Peran": "role|hak akses|tugas", "Panti": "nama panti|unit|lokasi|shelter|upt|lembaga",
    "Tahun": "tahun anggaran|tahun target", "Target (orang)": "target|jumlah target|sasaran|jumlah sasaran|populasi",
    "Sumber angka": "sumber|sumber data|dasar",
}  # fmt: skip


def spoken(text):
    """A heading as it is meant: without case, marks and abbreviations."""
    return " ".join(SHORT.get(word, word) for word in words(str(text)).split())


def headings_in(grid, row):
    """The headings in this row (counted from 0), each once, and a name for a column without."""
    cells, width = grid[row], max((len(cells) for cells in grid[row : row + LOOKED_AT]), default=0)
    found = []
    for place in range(width):
        said = heading_of(cells[place])[:200] if place < len(cells) and not is_blank(cells[place]) else ""
        name = said = said or f"Kolom {place + 1}"
        count = 1
        while name in found:
            count += 1
            name = f"{said} ({count})"
        found.append(name)
    return found


def propose(headings, columns):
    """{our column: place}: what is spelt alike first, then what means the same, then what it is also called."""
    found, meant = {}, [spoken(heading) for heading in headings]
    for look in (_spelt, _meant, _also):
        for column in columns:
            if column not in found:
                place = look(column, headings, meant)
                if place is not None and place not in found.values():
                    found[column] = place
    return found


def _spelt(column, headings, meant):
    return headings.index(column) if column in headings else None


def _meant(column, headings, meant):
    return meant.index(spoken(column)) if spoken(column) in meant else None


def _also(column, headings, meant):
    names = ALSO.get(column, "").split("|")
    return next((meant.index(name) for name in map(spoken, names) if name in meant), None)


def header_row(grid, columns):
    """(how many of our columns are found there, the row counted from 0) of the likeliest row of headings."""
    scored = [(len(propose(headings_in(grid, row), columns)), -row) for row in range(min(MOST_TITLES, len(grid)))]
    score, row = max(scored, default=(0, 0))
    return score, -row if score else first_filled(grid)


def first_filled(grid):
    return next((row for row, cells in enumerate(grid) if any(not is_blank(cell) for cell in cells)), 0)


def likeliest_sheet(grids, columns):
    return max(grids, key=lambda name: (header_row(grids[name], columns)[0], len(grids[name])))


def digest(headings):
    """Which headings these are, in whatever order."""
    return hashlib.sha256(json.dumps(sorted(headings)).encode()).hexdigest()


def filled_places(grid, first):
    """Columns with something in them below their heading."""
    return {place for cells in grid[first:] for place, cell in enumerate(cells) if not is_blank(cell)}


def samples(grid, row, place):
    """A few values under a heading; of what may be an identity number only the ends."""
    cells = (cells[place] for cells in grid[row + 1 : row + 1 + LOOKED_AT] if place < len(cells))
    return list(dict.fromkeys(sample(cell) for cell in cells if not is_blank(cell)))[:SAMPLES]


def sample(cell):
    text = str(cell) if hasattr(cell, "isoformat") else shown("", cell)
    digits = nik.normalise(text)
    return nik.mask(digits) if re.fullmatch(r"\d{12,20}", digits) else text[:60]


def texts_like_days(grid, row):
    """Whether this sheet writes days as text, the day first."""
    cells = (cell for cells in grid[row : row + LOOKED_AT] for cell in cells if isinstance(cell, str))
    return any(re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}", cell.strip()) for cell in cells)
