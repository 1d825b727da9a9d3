"""What the joint statement (surat pernyataan bersama) says until a department writes it otherwise: one point a line.

How long somebody may stay is printed from the shelter's own rule.
"""

TOGETHER = [
    "Pihak Pertama menyerahkan orang yang tercantum dalam daftar dengan keadaan, barang bawaan, dan keterangan yang "
    "sebenarnya, serta memberi tahu hal yang perlu diketahui untuk keselamatan mereka.",
    "Pihak Kedua menerima, mencatat, dan memberi pelayanan rehabilitasi sosial dasar sesuai kebutuhan setiap orang, "
    "menjaga keselamatannya, dan menjaga kerahasiaan datanya.",
    "Pihak Pertama membantu bila Pihak Kedua memerlukan keterangan, pendampingan, atau pengamanan sehubungan dengan "
    "penyerahan ini, dan tetap menangani perkara hukum bila ada.",
    "Pihak Pertama menjemput kembali orang yang ternyata bukan sasaran pelayanan panti, atau yang keluarganya telah "
    "diketahui di wilayah kerja Pihak Pertama, setelah diberi tahu oleh Pihak Kedua.",
    "Pengakhiran pelayanan, rujukan, dan pemulangan diputuskan oleh Pihak Kedua dan diberitahukan kepada Pihak "
    "Pertama.",
    "Hal yang belum diatur dalam pernyataan ini diselesaikan bersama dengan mengutamakan kepentingan orang yang "
    "dilayani.",
]


def together():
    return "\n".join(TOGETHER)
