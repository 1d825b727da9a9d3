"""The words with which each kind of letter begins: what the letters said before they could be edited.

Only the migration that made them editable reads this; afterwards the department's own text counts.
"""

COPIES = "Kepala {dinas}\nArsip"
THANKS = "Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih."
MINUTES = "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."
TRUE_MINUTES = "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
GATHERED = "Pada hari {waktu}, bertempat di {panti}, kami yang bertanda tangan di bawah ini:"

# kind: (opening, closing, copies, enclosure). An empty line begins a new paragraph.
TEXTS = {
    "referral": (
        "Bersama ini kami sampaikan rujukan bagi klien yang sedang mendapat pelayanan di {panti}, dengan data sebagai "
        "berikut:",
        "Sehubungan dengan hal tersebut, kami mohon Bapak/Ibu berkenan menerima klien dimaksud dan memberikan "
        "pelayanan sesuai dengan kebutuhannya. Kami mohon pula jawaban atas surat ini {kontak}, termasuk tanggal klien "
        "dapat kami antar dan syarat yang perlu kami siapkan.\n\nDemikian kami sampaikan. " + THANKS,
        COPIES, "",
    ),
    "civil": (
        "Bersama ini kami sampaikan bahwa orang dengan data berikut sedang mendapat pelayanan di {panti} sejak "
        "{tanggal_masuk}:",
        "Demikian kami sampaikan. Atas bantuan dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.", "", "",
    ),
    "abscond": (
        "Bersama ini kami laporkan bahwa seorang klien yang sedang mendapat pelayanan di {panti} telah meninggalkan "
        "panti tanpa izin, dengan keterangan sebagai berikut:",
        "Sehubungan dengan hal tersebut, kami mohon bantuan Bapak/Ibu dalam pencarian yang bersangkutan. Apabila "
        "ditemukan, kami mohon ia diperlakukan dengan baik dan kami diberi kabar {kontak}, agar dapat segera kami "
        "jemput.\n\nDemikian kami sampaikan. " + THANKS,
        COPIES, "",
    ),
    "handover": (
        GATHERED,
        "Sejak penandatanganan berita acara ini, tanggung jawab atas perawatan, pengasuhan, dan perlindungan klien "
        "beralih kepada Pihak Kedua. Pihak Pertama tetap melakukan bimbingan lanjut dan dapat dihubungi {kontak}."
        "\n\nDemikian berita acara ini dibuat dengan sebenarnya untuk digunakan sebagaimana mestinya.",
        "", "",
    ),
    "death": (
        "Yang bertanda tangan di bawah ini menerangkan bahwa seorang klien {panti} telah meninggal dunia, dengan "
        "keterangan sebagai berikut:",
        TRUE_MINUTES, "", "",
    ),
    "sweep_receipt": (
        GATHERED,
        "Pihak Pertama menyerahkan orang-orang tersebut beserta barang bawaannya dan menyampaikan keterangan yang "
        "diketahui. Pihak Kedua memberikan pelayanan sesuai kebutuhan setiap orang, menjaga keselamatan dan "
        "kerahasiaan datanya, dan memberitahukan kelanjutannya kepada Pihak Pertama bila diperlukan.\n\n" + MINUTES,
        "", "",
    ),
    "receipt": (
        GATHERED,
        "Pihak Pertama menyampaikan keterangan yang diketahui tentang klien dengan sebenarnya. Pihak Kedua memberikan "
        "pelayanan sesuai kebutuhan klien, menjaga keselamatan, barang, dan kerahasiaan datanya, dan memberitahukan "
        "kelanjutannya kepada Pihak Pertama bila diperlukan.\n\n" + MINUTES,
        "", "",
    ),
    "together": (
        "Kami yang bertanda tangan di bawah ini:",
        "Demikian pernyataan ini dibuat dengan sebenarnya untuk dilaksanakan bersama.", "", "",
    ),
    "consent": ("Hal-hal berikut sudah dibacakan dan dijelaskan kepada saya:", "", "", ""),
    "agreement": (
        "Kami yang bertanda tangan di bawah ini:",
        "Persetujuan ini dapat ditarik kapan saja dengan memberi tahu petugas. Menolak atau menarik persetujuan tidak "
        "menghilangkan hak atas makan, tempat tinggal, dan perlindungan.",
        "", "",
    ),
    "conference": ("", "", "", ""),
    "social_report": ("", "", "", ""),
    "progress": ("", "", "", ""),
    "recommendation": (
        "Yang bertanda tangan di bawah ini, Kepala {panti}, menerangkan bahwa:",
        "Berdasarkan hal tersebut, kami merekomendasikan yang bersangkutan untuk keperluan di atas.\n\nDemikian surat "
        "rekomendasi ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
        "Arsip", "",
    ),
    "travel": (
        "Yang bertanda tangan di bawah ini, Kepala {panti}, memberikan surat jalan kepada:",
        "Kepada petugas dan pihak yang terkait di perjalanan, kami mohon bantuan seperlunya. Bila ada keadaan darurat, "
        "mohon kami dihubungi {kontak}.\n\nDemikian surat jalan ini dibuat untuk dipergunakan sebagaimana mestinya.",
        "", "",
    ),
    "statement": (
        "Yang bertanda tangan di bawah ini:",
        "Demikian pernyataan ini saya buat dengan sebenarnya, tanpa paksaan dari siapa pun, untuk dipergunakan "
        "sebagaimana mestinya.",
        "", "",
    ),
    "invitation": (
        "Sehubungan dengan pelayanan bagi anggota keluarga Bapak/Ibu di {panti}, yaitu:",
        "Kami mohon kabar atas kehadiran Bapak/Ibu {kontak}.\n\nDemikian undangan ini kami sampaikan. Atas kehadiran "
        "Bapak/Ibu, kami ucapkan terima kasih.",
        "Arsip", "",
    ),
    "return_home": (
        "Bersama ini kami pulangkan ke daerah asalnya klien {panti} dengan data sebagai berikut:",
        "Kami mohon Bapak/Ibu berkenan menerima yang bersangkutan, membantu pertemuannya dengan keluarga, dan memberi "
        "kabar kepada kami {kontak}.\n\nDemikian kami sampaikan. " + THANKS,
        COPIES, "",
    ),
    "autopsy": (
        "Bersama ini kami sampaikan bahwa seorang klien {panti} telah meninggal dunia, dengan data sebagai berikut:",
        "Sehubungan dengan hal tersebut, kami mohon dilakukan pemeriksaan jenazah dan hasilnya disampaikan kepada kami "
        "secara tertulis.\n\nDemikian permintaan ini kami sampaikan. " + THANKS,
        COPIES, "",
    ),
    "burial": (
        "Bersama ini kami sampaikan bahwa seorang klien {panti} telah meninggal dunia, dengan data sebagai berikut:",
        "Sehubungan dengan hal tersebut, kami mohon bantuan penyediaan tempat dan pelaksanaan pemakaman secara layak "
        "menurut agamanya.\n\nDemikian permintaan ini kami sampaikan. " + THANKS,
        COPIES, "",
    ),
}  # fmt: skip
