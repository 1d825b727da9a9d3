"""What was answered in the two built-in instruments: by the name of the question, in the order of the form."""

SOURCES = {
    "satpol-pp": "satpol_pp", "polisi": "polisi", "serah-diri": "sendiri", "rumah-sakit": "rumah_sakit",
    "dinsos-lain": "dinsos_lain", "panti-lain": "lainnya", "aplikasi": "aduan",
}  # fmt: skip
# What is given to everybody in the house is no finding; the rest is asked one by one.
NEEDED = {
    "butuh_permakanan": "tidak", "butuh_sandang": "ya", "butuh_asrama": "tidak", "butuh_alat_bantu": "tidak",
    "butuh_kesehatan": "ya", "butuh_bimbingan": "tidak", "butuh_bimbingan_adl": "tidak", "butuh_keterampilan": "tidak",
    "butuh_dokumen_kependudukan": "tidak", "butuh_akses_layanan": "tidak", "butuh_penelusuran": "ya",
    "butuh_reunifikasi": "tidak", "butuh_pemulangan": "tidak", "butuh_rujukan": "tidak",
}  # fmt: skip
# What each group needs besides, and what is recommended.
BY_GROUP = {
    "elderly": ({"butuh_alat_bantu", "butuh_akses_layanan", "butuh_rujukan"}, ["rujukan"]),
    "disability": ({"butuh_bimbingan_adl", "butuh_rujukan"}, ["rujukan", "pembahasan_kasus"]),
    "child": ({"butuh_bimbingan_adl", "butuh_reunifikasi"}, ["reunifikasi"]),
    "gepeng": ({"butuh_keterampilan", "butuh_dokumen_kependudukan"}, ["layanan_panti", "penyaluran_kerja"]),
    "": ({"butuh_pemulangan"}, ["pemulangan"]),
}
STORIES = {
    "elderly": "Tinggal sendiri sejak pasangannya meninggal; tidak sanggup lagi mengurus rumah dan makan.",
    "disability": "Terpisah dari keluarga beberapa bulan; masih mengingat nama desa dan nama ibunya.",
    "child": "Tidak tinggal bersama orang tua; ingin kembali bersekolah.",
    "gepeng": "Kehilangan pekerjaan dan kamar sewa; berpindah-pindah tempat dan meminta-minta untuk makan.",
    "": "Kehabisan bekal di perjalanan; keluarga ada dan mau menerima.",
}


def called(client):
    return client.name or (client.aliases[0] if client.aliases else client.description)


def at_the_door(visit):
    """asesmen-awal"""
    client, stay, dice = visit.client, visit.stay, visit.world.dice
    hurt = dice.random() < 0.35
    return {
        "panggilan": called(client),
        "bahasa": dice.choice(["indonesia", "indonesia", "daerah"]),
        "pengantar": SOURCES.get(stay.source.slug, stay.source.slug),
        "cerita_pengantar": f"Ditemukan di {stay.found_at}." if stay.found_at else "Diantar langsung ke panti.",
        "keluhan": ["luka", "nyeri"] if hurt else ["tidak_ada"],
        **({"keluhan_rincian": "Luka lecet di kaki kanan, sudah dibersihkan."} if hurt else {}),
        "obat": "tidak",
        "hamil": "tidak_berlaku" if client.sex == "L" else "tidak",
        "bahaya_diri": "tidak_tampak",
        "bahaya_orang_lain": "tidak_tampak",
        "bawaan": dice.choice(["Satu tas kain berisi pakaian", "Tidak ada", "Uang Rp17.000 dan botol minum"]),
        "ingin_menghubungi": "ya",
        "kontak": dice.choice(["Kakak di desa asal, nomor belum diketahui", "Bibi, 0000-5550-9001"]),
        "kebutuhan_segera": ["pakaian"],
        "kesimpulan": f"Tenang dan aman. {stay.condition}",
    }


def of_pgot(visit):
    """asesmen-pgot"""
    group = visit.stay.category.spm_group
    extra, recommended = BY_GROUP[group]
    answers = {**arrival(visit), **body(visit, group), **family(visit), **problems(group)}
    answers |= NEEDED | dict.fromkeys(extra, "ya")
    answers |= {
        "kebutuhan_keterangan": "Ukuran pakaian sedang.", "risiko_diri": "tidak_tampak",
        "risiko_orang_lain": "tidak_tampak", "risiko_dari_orang_lain": "tidak_tampak", "risiko_pergi": "tidak",
        "kesimpulan_masalah": STORIES[group], "harapan_klien": "Ingin hidup tenang dan dekat dengan keluarga.",
        "rekomendasi": recommended,
    }  # fmt: skip
    if "rujukan" in recommended:
        answers["tujuan_rujukan"] = "Lembaga yang sesuai, menunggu pembahasan"
    return answers


def arrival(visit):
    stay = visit.stay
    return {
        "tanggal_ditemukan": stay.entered_on.isoformat(),
        **({"lokasi_ditemukan": stay.found_at} if stay.found_at else {}),
        "sumber_rujukan": SOURCES.get(stay.source.slug, stay.source.slug),
        **({"perujuk": stay.brought_by} if stay.brought_by else {}),
        "kondisi_ditemukan": stay.condition,
        "lama_di_jalan": visit.world.dice.choice(["kurang_sebulan", "sebulan_setahun", "lebih_setahun"]),
        "pernah_dilayani": "ya" if stay.note.startswith("Pernah") else "tidak",
        "sumber_keterangan": ["klien", "pengantar", "pengamatan"],
    }


def body(visit, group):
    dice = visit.world.dice
    helped = "sebagian" if group == "elderly" else "mandiri"
    return {
        "keadaan_umum": "cukup" if group == "elderly" else "baik",
        "tinggi": dice.randrange(148, 172),
        "berat": f"{dice.randrange(41, 66)}.5",
        "penyakit": ["tidak_ada"],
        **({"disabilitas": ["mental"], "perawatan_jiwa": "tidak_diketahui"} if group == "disability" else {}),
        **dict.fromkeys(["adl_makan", "adl_berpakaian", "adl_buang_air", "adl_berpindah"], "mandiri"),
        **dict.fromkeys(["adl_mandi", "adl_berjalan"], helped),
        "orientasi": "sebagian" if group == "disability" else "baik",
        "komunikasi": "terbatas" if group == "disability" else "lancar",
        "suasana_hati": [dice.choice(["tenang", "sedih", "cemas"])],
        "napza": "tidak",
    }


def family(visit):
    dice = visit.world.dice
    return {
        "status_kawin": "belum_kawin" if visit.is_child else dice.choice(["kawin", "cerai_hidup", "cerai_mati"]),
        "pendidikan": dice.choice(["tidak_sekolah", "sd", "sd", "smp"]),
        "ada_keluarga": "ya",
        "hubungan_keluarga": dice.choice(["baik", "renggang", "terputus"]),
        "kontak_keluarga": "Keponakan di desa asal, 0000-5550-9002",
        "setuju_dihubungi": "ya",
        "anak_ikut": "tidak",
        "agama": dice.choice(["islam", "islam", "islam", "katolik", "protestan", "tidak_diketahui"]),
        "ibadah": "kadang",
        "tidak_makan": "pernah",
        "bantuan": ["belum"],
        "dokumen": ["ktp"] if visit.client.nik else ["tidak_ada"],
        "perkara": "tidak",
        "status_rumah": "telantar",
    }


def problems(group):
    return {
        "beban_fisik": "berat" if group == "elderly" else "sedang",
        "beban_psikologis": "sedang" if group == "disability" else "ringan",
        "beban_sosial": "berat" if group == "gepeng" else "sedang",
        "beban_spiritual": "tidak_ada",
        "beban_ekonomi": "sedang",
        "beban_hukum": "tidak_ada",
        "masalah_fisik": "Mudah lelah; perlu pemeriksaan di puskesmas.",
        "masalah_sosial": STORIES[group],
        "masalah_ekonomi": "Tidak mempunyai penghasilan tetap.",
        "potensi_keterampilan": "Memasak, berkebun, dan pekerjaan rumah.",
        "motivasi": "tinggi",
        "sumber_dukungan": ["keluarga", "pemerintah"],
        "sumber_rincian": "Keponakan bersedia dihubungi; JKN dapat diaktifkan kembali.",
    }
