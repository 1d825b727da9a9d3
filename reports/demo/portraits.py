"""How people come: category, age and state on arrival; who brings them, and from where. In words that do not hurt."""

from typing import NamedTuple


class Portrait(NamedTuple):
    youngest: int
    oldest: int
    at_melati: int  # weights: how often the category comes
    at_kenanga: int
    condition: str


PORTRAITS = {
    "01": Portrait(1, 4, 1, 1, "Sehat, lapar; menangis mencari ibunya, tenang setelah digendong."),
    "02": Portrait(6, 16, 2, 3, "Sehat, tampak lelah; belum bersekolah sejak tahun lalu."),
    "03": Portrait(14, 17, 1, 0, "Sehat, tenang; didampingi petugas dan orang tuanya."),
    "04": Portrait(9, 17, 5, 0, "Sehat, kaki lecet; mengamen di persimpangan."),
    "05": Portrait(7, 17, 1, 2, "Berkomunikasi dengan isyarat; tenang dan mau makan."),
    "06": Portrait(7, 15, 1, 0, "Cemas, meminta ditemani; lebam ringan sudah diperiksa puskesmas."),
    "07": Portrait(8, 16, 1, 0, "Bingung dan takut; belum mau bercerita."),
    "08": Portrait(62, 84, 13, 18, "Lemah tetapi sadar; pakaian kotor, sudah dibantu mandi."),
    "09": Portrait(22, 58, 4, 7, "Berjalan dengan tongkat; sehat, membawa surat dari desa."),
    "10": Portrait(20, 42, 2, 0, "Sehat; meminta keterangan hanya diberikan kepada petugas perempuan."),
    "11": Portrait(25, 61, 20, 9, "Sehat, pakaian kotor; tidur di emper toko selama beberapa bulan."),
    "12": Portrait(30, 70, 12, 4, "Sehat; kooperatif, menyatakan ingin pulang."),
    "13": Portrait(28, 60, 3, 0, "Luka kecil di kaki kanan, sudah dibersihkan."),
    "14": Portrait(21, 45, 1, 0, "Sehat; meminta kamar tersendiri dan dipenuhi."),
    "15": Portrait(24, 50, 2, 0, "Sehat; baru bebas dan belum ada keluarga yang menjemput."),
    "16": Portrait(24, 48, 1, 0, "Membawa obat rutin untuk dua minggu; kondisi stabil."),
    "17": Portrait(19, 40, 1, 0, "Lemas, sulit tidur; sudah diperiksa puskesmas."),
    "18": Portrait(17, 33, 1, 0, "Tidak membawa dokumen; tenang setelah didampingi."),
    "19": Portrait(20, 45, 2, 0, "Cemas; alamat dirahasiakan atas permintaan klien."),
    "20": Portrait(22, 48, 2, 0, "Kelelahan setelah perjalanan jauh; paspor ditahan majikan."),
    "21": Portrait(25, 66, 1, 0, "Sehat; rumah rusak karena longsor."),
    "22": Portrait(25, 55, 1, 0, "Sehat; mengungsi bersama tetangga."),
    "23": Portrait(24, 50, 2, 0, "Sehat; membawa satu tas pakaian."),
    "24": Portrait(30, 62, 2, 0, "Sehat; kehabisan bekal dalam perjalanan mencari kerja."),
    "25": Portrait(20, 50, 1, 0, "Sedih, banyak diam; mau makan dan minum."),
    "26": Portrait(22, 48, 1, 0, "Sehat; memakai bahasa daerah, dibantu penerjemah."),
    "lainnya": Portrait(20, 60, 1, 0, "Sehat; menunggu keterangan lebih lanjut."),
    "odgj-terlantar": Portrait(21, 57, 14, 6, "Berbicara sendiri, tidak agresif; bersedia mandi dan makan."),
    "orang-terlantar": Portrait(19, 68, 12, 0, "Kehabisan bekal; sehat, ingin pulang ke daerah asal."),
}
SOURCES_OF_MELATI = {
    "satpol-pp": 26, "polisi": 15, "koramil": 2, "masyarakat": 14, "keluarga": 4, "serah-diri": 6, "relawan": 8,
    "slrt": 2, "rumah-sakit": 6, "dinsos-lain": 5, "panti-lain": 1, "aplikasi": 5, "pengadilan": 1, "lainnya": 1,
}  # fmt: skip
SOURCES_OF_KENANGA = {
    "panti-lain": 8, "dinsos-lain": 9, "keluarga": 3, "relawan": 3, "rumah-sakit": 3, "masyarakat": 2, "pengadilan": 1,
}  # fmt: skip
BROUGHT_BY = {
    "satpol-pp": "Satpol PP Kabupaten Contoh, surat tugas 300/{n:03}",
    "polisi": "Dua anggota Polsek Contoh Kota, surat B/{n:03}",
    "koramil": "Babinsa Koramil Contoh",
    "masyarakat": "Ketua RT {n:02} Desa Umpama",
    "keluarga": "Keponakan klien, tanpa surat",
    "serah-diri": "",
    "relawan": "TKSK Kecamatan Umpama, laporan nomor {n:03}",
    "slrt": "Petugas SLRT Kabupaten Contoh, tiket {n:04}",
    "rumah-sakit": "Petugas sosial RSUD Umpama Sehat, surat pulang rawat {n:03}",
    "dinsos-lain": "Dinas Sosial Kabupaten Permisalan, surat 460/{n:03}",
    "panti-lain": "Petugas panti asal, surat rujukan terlampir",
    "aplikasi": "Tim reaksi cepat, aduan nomor {n:05}",
    "pengadilan": "Petugas pengadilan, penetapan nomor {n:03}",
    "lainnya": "Pengurus tempat ibadah setempat",
}
PLACES = [
    "Terminal Contoh", "Emper toko Jalan Melur", "Pasar Umpama Lama", "Alun-alun Kota Contoh", "Stasiun Permisalan",
    "Lampu merah Simpang Lima", "Halaman Masjid Jami", "Bawah jembatan Kali Bening", "Halte Jalan Anggrek",
    "Teras Puskesmas Contoh", "SPBU Jalan Raya Barat", "Gudang kosong Desa Umpama",
]  # fmt: skip
