"""What is explained before somebody agrees, in words that can be read aloud. Kept with each consent as it was then."""

from django.db import models


class Purpose(models.TextChoices):
    CARE = "care", "Asesmen dan pelayanan"
    SHARE = "share", "Berbagi data"
    MEDICAL = "medical", "Pemeriksaan atau tindakan kesehatan"
    PHOTO = "photo", "Foto untuk berkas dan kegiatan"
    PUBLICATION = "publication", "Publikasi foto atau cerita"


WORDS = {
    Purpose.CARE: (
        "Petugas {shelter} akan berbicara dengan saya tentang keadaan, masalah, potensi, dan keluarga saya, "
        "mencatatnya, lalu menyusun bersama saya rencana pelayanan.",
        "Catatan ini disimpan dengan aman dan hanya dibaca petugas yang menangani saya serta pimpinannya.",
        "Saya boleh tidak menjawab pertanyaan. Saya tetap mendapat makan, tempat tidur, dan pertolongan mendesak "
        "walaupun tidak setuju.",
    ),
    Purpose.SHARE: (
        "{shelter} akan menyampaikan data saya kepada {partner}, hanya yang diperlukan untuk menolong saya.",
        "Data itu tidak dipakai untuk hal lain dan tidak diteruskan kepada pihak lain tanpa persetujuan saya, kecuali "
        "diwajibkan undang-undang atau untuk menyelamatkan nyawa.",
        "Tanpa persetujuan ini saya tetap dilayani di {shelter}; hanya rujukan kepada lembaga itu yang mungkin "
        "tertunda.",
    ),
    Purpose.MEDICAL: (
        "Saya akan diperiksa atau mendapat tindakan kesehatan seperti tertulis di bawah, oleh tenaga kesehatan.",
        "Manfaat, risiko, dan pilihan lain sudah dijelaskan dengan bahasa yang saya mengerti, dan saya boleh bertanya.",
        "Saya boleh menolak. Petugas akan menjelaskan apa yang dapat terjadi bila tindakan itu tidak dilakukan.",
    ),
    Purpose.PHOTO: (
        "Saya difoto untuk dikenali di berkas dan untuk catatan kegiatan di {shelter}.",
        "Foto ini tidak disebarkan di luar {shelter} dan Dinas Sosial.",
        "Saya boleh menolak; pelayanan saya tidak berkurang.",
    ),
    Purpose.PUBLICATION: (
        "Foto atau cerita saya akan ditampilkan kepada umum seperti tertulis di bawah.",
        "Setelah tersebar, foto atau cerita itu mungkin tidak dapat ditarik seluruhnya.",
        "Saya boleh menolak; pelayanan saya tidak berkurang.",
    ),
}  # fmt: skip
ALWAYS = (
    "Persetujuan ini dapat saya cabut kapan saja dengan memberi tahu petugas; yang sudah terjadi sebelumnya tetap sah."
)


def statement(consent):
    """The points that are explained, one a line."""
    named = {"shelter": consent.shelter.name, "partner": consent.partner}
    return "\n".join([*(point.format(**named) for point in WORDS[consent.purpose]), ALWAYS])
