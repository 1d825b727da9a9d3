"""What a first draft begins with: plain wording from the shelter's own data, for the shelter to correct.

What only the shelter can know (its hours, its staff) stays empty and is listed as missing before publishing.
"""

from cases.models import Shelter

OUTSIDE = Shelter.Level.REGENCY


def first_words(shelter):
    """The fields of the page itself."""
    return {
        "about": about(shelter), "for_whom": for_whom(shelter), "phone": shelter.phone,
        "pledge": pledge(shelter), "privacy": privacy(shelter),
    }  # fmt: skip


def about(shelter):
    kind = shelter.get_kind_display().lower()
    place = f" di {shelter.city}" if shelter.city else ""
    limit = ""
    if shelter.max_stay:
        limit = f" Lama tinggal paling lama {shelter.max_stay} {shelter.get_max_stay_unit_display()}."
    return (
        f"{shelter} adalah {kind}{place} dengan daya tampung {shelter.capacity} orang.{limit}\n\n"
        "Di sini orang yang terlantar mendapat tempat tinggal sementara, makan, pakaian, pemeriksaan kesehatan, "
        "bantuan mengurus dokumen kependudukan, pencarian keluarga, dan rujukan ke layanan lain yang dibutuhkan."
    )


def for_whom(shelter):
    rest = "yang ditemukan di jalan atau tempat umum" if shelter.level == OUTSIDE else "yang memerlukan layanan panti"
    return (
        f"Layanan ini untuk orang terlantar {rest}, antara lain:\n\n"
        "- gelandangan dan pengemis\n- orang terlantar yang kehabisan bekal di perjalanan\n- lanjut usia terlantar\n"
        "- penyandang disabilitas terlantar, termasuk disabilitas mental\n- anak terlantar\n\n"
        "Setiap orang diterima dengan hormat, tanpa memandang asal, agama, atau ada tidaknya KTP."
    )


def pledge(shelter):
    return (
        f"Dengan ini kami, seluruh petugas {shelter}, menyatakan sanggup menyelenggarakan pelayanan sesuai standar "
        "pelayanan yang telah ditetapkan, dan apabila tidak menepati janji ini kami siap menerima sanksi sesuai "
        "peraturan perundang-undangan yang berlaku."
    )


def privacy(shelter):
    contact = f"{shelter} (telepon {shelter.phone})" if shelter.phone else f"{shelter}"
    return (
        f"## Siapa yang mengolah data\n\n{contact} mengolah data orang yang dilayani untuk menjalankan tugas pelayanan "
        "sosial.\n\n"
        "## Data yang dicatat\n\nNama, ciri-ciri, asal, keadaan saat datang, layanan yang diberikan, dan bila perlu "
        "keadaan kesehatan. Data kesehatan dan data anak dijaga lebih ketat.\n\n"
        "## Siapa yang membaca\n\nHanya petugas yang melayani dan kepala panti. Setiap pembukaan berkas tercatat. "
        "Kepada lembaga lain hanya disampaikan yang diperlukan untuk rujukan.\n\n"
        "## Di halaman publik\n\nHalaman ini tidak memuat nama atau data orang yang dilayani. Angka kelompok kurang "
        "dari lima orang tidak disebut. Survei kepuasan tidak mencatat nama.\n\n"
        "## Hak Anda\n\nOrang yang dilayani atau walinya berhak melihat datanya, meminta perbaikan, dan mengajukan "
        f"keberatan. Sampaikan kepada {contact}.\n\n"
        "Dasar: Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi."
    )


def first_steps(shelter):
    """(title, text, who, duration)"""
    return [
        ("Datang atau diantar", "Orang datang sendiri, atau diantar Satpol PP, polisi, masyarakat, atau keluarga.",
         "Petugas jaga", ""),
        ("Penerimaan", "Petugas menyapa, mencatat data, memeriksa keadaan dan barang bawaan bersama yang mengantar.",
         "Petugas layanan", ""),
        ("Kebutuhan pertama", "Makan, mandi, pakaian bersih, tempat tidur, dan pemeriksaan kesehatan.",
         "Petugas layanan", ""),
        ("Asesmen", "Pekerja sosial berbicara dengan yang bersangkutan tentang masalah, kekuatan, dan harapannya.",
         "Pekerja sosial", ""),
        ("Layanan dan pendampingan", "Rencana disusun bersama: dokumen kependudukan, pencarian keluarga, bimbingan.",
         "Pekerja sosial", ""),
        ("Pulang atau dirujuk", "Kembali ke keluarga, hidup mandiri, atau dirujuk ke panti, rumah sakit, dan lembaga "
         "lain.", "Pekerja sosial dan kepala panti", ""),
    ]  # fmt: skip


def first_requirements():
    """{sender: text}. Nobody in need is turned away for want of paper."""
    late = "Dalam keadaan darurat orang diterima lebih dahulu; surat dapat menyusul."
    return {
        "satpol": f"- Surat pengantar atau berita acara penyerahan\n- Daftar nama orang yang diserahkan\n\n{late}",
        "polsek": f"- Surat pengantar dari Polsek\n- Keterangan tempat dan waktu orang ditemukan\n\n{late}",
        "public": "- Identitas Anda sebagai pelapor\n- Keterangan tempat orang ditemukan dan keadaannya\n\n"
        "Anda juga dapat menelepon lebih dahulu; petugas akan menerangkan langkah berikutnya.",
        "family": "- KTP dan Kartu Keluarga, bila ada\n- Keterangan hubungan keluarga\n\n"
        "Untuk menjemput anggota keluarga: bukti hubungan keluarga dan KTP penjemput.",
    }


def first_components(shelter):
    """{code of the component: text}; what is left out the shelter has to say itself."""
    phone = f" Telepon {shelter.phone}." if shelter.phone else ""
    stay = f"Lama tinggal paling lama {shelter.max_stay} {shelter.get_max_stay_unit_display()}."
    return {
        "requirements": "Lihat persyaratan bagi setiap pengirim di halaman layanan. Orang dalam keadaan darurat "
        "diterima tanpa syarat.",
        "procedure": "Lihat alur pelayanan di halaman layanan.",
        "duration": stay
        if shelter.max_stay
        else "Menurut kebutuhan setiap orang, seperti disepakati dalam rencana pelayanan.",
        "cost": "Biaya/tarif: tidak dipungut biaya.",
        "product": "Tempat tinggal sementara, makan, pakaian, bantuan kesehatan, bimbingan, bantuan dokumen "
        "kependudukan, pencarian keluarga, pemulangan, dan rujukan.",
        "complaints": f"Pengaduan, saran, dan masukan disampaikan lewat halaman pengaduan atau langsung kepada "
        f"petugas.{phone} Pengaduan juga dapat disampaikan lewat SP4N-LAPOR! (lapor.go.id).",
        "law": "- Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial\n"
        "- Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"
        "- Peraturan Menteri Sosial Nomor 9 Tahun 2018 tentang standar teknis pelayanan dasar pada SPM bidang sosial",
        "facilities": f"Tempat tidur untuk {shelter.capacity} orang.",
        "supervision": "Kepala panti memeriksa pelayanan. Dinas dan pengawas memeriksa laporan dan catatannya.",
        "guarantee": "Pelayanan diberikan sesuai standar ini, seperti dinyatakan dalam maklumat pelayanan.",
        "safety": "Data orang yang dilayani dirahasiakan. Setiap kejadian di panti dicatat dan ditindaklanjuti.",
        "evaluation": "Survei kepuasan masyarakat dan laporan pelaksanaan standar pelayanan.",
    }
