"""The lists and the service catalogue as an installation begins with them. Rows, which a department then edits.

Sources: PPKS categories from Permensos 8/2012; service types and basic services from Permensos 9/2018 as read in the
documents named in each row; the numbers of the rules are defaults for want of a number in the law.
"""

from datetime import date

from django.db import migrations

CATEGORIES = [
    # slug, name, SPM group, confidential, other names
    ("01", "Anak balita terlantar", "child", False, ["Anak balita telantar", "ABT"]),
    ("02", "Anak terlantar", "child", False, ["Anak telantar"]),
    ("03", "Anak yang berhadapan dengan hukum", "child", True, ["ABH"]),
    ("04", "Anak jalanan", "child", False, ["Anjal"]),
    ("05", "Anak dengan kedisabilitasan", "child", False, ["ADK", "Anak dengan disabilitas"]),
    ("06", "Anak yang menjadi korban tindak kekerasan atau diperlakukan salah", "child", True, []),
    ("07", "Anak yang memerlukan perlindungan khusus", "child", True, ["AMPK"]),
    (
        "08",
        "Lanjut usia terlantar",
        "elderly",
        False,
        ["Lansia terlantar", "Lansia telantar", "Lanjut usia telantar"],
    ),
    ("09", "Penyandang disabilitas", "disability", False, ["Disabilitas"]),
    ("10", "Tuna susila", "", False, []),
    ("11", "Gelandangan", "gepeng", False, []),
    ("12", "Pengemis", "gepeng", False, []),
    ("13", "Pemulung", "", False, []),
    ("14", "Kelompok minoritas", "", False, []),
    ("15", "Bekas warga binaan lembaga pemasyarakatan", "", False, ["BWBLP"]),
    ("16", "Orang dengan HIV/AIDS", "", True, ["ODHA"]),
    ("17", "Korban penyalahgunaan NAPZA", "", True, []),
    ("18", "Korban trafficking", "", True, ["Korban perdagangan orang"]),
    ("19", "Korban tindak kekerasan", "", True, []),
    ("20", "Pekerja migran bermasalah sosial", "", False, ["PMBS"]),
    ("21", "Korban bencana alam", "", False, []),
    ("22", "Korban bencana sosial", "", False, []),
    ("23", "Perempuan rawan sosial ekonomi", "", False, []),
    ("24", "Fakir miskin", "", False, []),
    ("25", "Keluarga bermasalah sosial psikologis", "", False, []),
    ("26", "Komunitas adat terpencil", "", False, ["KAT"]),
    ("lainnya", "Lainnya", "", False, ["Kategori lain"]),
]
# In daily use everywhere, but not among the 26: each stands for one of them.
LOCAL_CATEGORIES = [
    ("odgj-terlantar", "ODGJ terlantar", "disability", "09", ["ODGJ", "ODGJ telantar"]),
    ("orang-terlantar", "Orang terlantar", "", "lainnya", ["Orang telantar"]),
]
SOURCES = [
    ("satpol-pp", "Satpol PP", ["Satpol PP razia", "Razia", "Razia Satpol PP", "Patroli Satpol PP"]),
    ("polisi", "Polsek/Polres", ["Polsek", "Polres", "Polisi"]),
    ("koramil", "Koramil", []),
    ("masyarakat", "Masyarakat/RT-RW", ["Masyarakat", "RT/RW", "Laporan masyarakat"]),
    ("keluarga", "Keluarga", []),
    ("serah-diri", "Datang sendiri", ["Serah diri", "Sendiri"]),
    ("relawan", "TKSK/PSM/relawan", ["TKSK", "PSM", "Relawan"]),
    ("slrt", "SLRT", []),
    ("rumah-sakit", "Rumah sakit", ["RS", "RSUD", "RSJ"]),
    ("dinsos-lain", "Dinas Sosial lain", ["Dinsos lain", "Dinsos", "Dinas Sosial"]),
    ("panti-lain", "Panti atau balai lain", ["Panti lain", "Panti"]),
    ("aplikasi", "Aplikasi pengaduan", ["JAKI", "SP4N-LAPOR", "SP4N LAPOR"]),
    ("pengadilan", "Putusan pengadilan", ["Pengadilan"]),
    ("lainnya", "Lainnya", []),
]
REASONS = [
    ("reunifikasi", "Reunifikasi keluarga", ["Reunifikasi", "Kembali ke keluarga", "Dijemput keluarga"]),
    ("pemulangan", "Pemulangan ke daerah asal", ["Pemulangan", "Dipulangkan"]),
    ("rujukan-panti", "Rujukan ke panti/balai/sentra", ["Rujukan ke panti", "Rujukan panti", "Rujukan"]),
    ("rujukan-rs", "Rujukan RS/RSJ", ["Rujukan RS", "Rujukan RSJ", "Rujukan rumah sakit"]),
    ("rujukan-lks", "Rujukan LKS", []),
    ("mandiri", "Penyaluran kerja/mandiri", ["Mandiri", "Penyaluran kerja"]),
    ("kabur", "Melarikan diri", ["Kabur"]),
    ("meninggal", "Meninggal dunia", ["Meninggal"]),
    ("menolak", "Kembali ke jalan/menolak layanan", ["Menolak layanan", "Kembali ke jalan"]),
    ("selesai", "Masa layanan berakhir", ["Selesai", "Selesai layanan"]),
    ("lainnya", "Lainnya", []),
]
GROUPS = {
    "disability": "penyandang disabilitas telantar",
    "child": "anak telantar",
    "elderly": "lanjut usia telantar",
    "gepeng": "tuna sosial khususnya gelandangan dan pengemis",
}
SERVICES = [
    # slug, label, unit, on the daily sheet
    ("food", "Permakanan", "porsi", True),
    ("clothing", "Sandang", "set", True),
    ("dormitory", "Asrama yang mudah diakses", "malam", False),
    ("care", "Pengasuhan", "hari", False),
    ("health_supplies", "Perbekalan kesehatan", "kali", True),
    ("guidance", "Bimbingan fisik, mental, spiritual, dan sosial", "kali", True),
    ("adl_guidance", "Bimbingan aktivitas sehari-hari", "kali", True),
    ("basic_skills", "Bimbingan keterampilan dasar", "kali", True),
    ("assistive_device", "Alat bantu", "buah", False),
    ("school_supplies", "Alat pendidikan/sekolah", "set", False),
    ("civil_documents", "Fasilitasi dokumen kependudukan", "langkah", False),
    ("education_health_access", "Akses layanan pendidikan dan kesehatan dasar", "langkah", False),
    ("family_tracing", "Penelusuran keluarga", "langkah", False),
    ("family_reunification", "Reunifikasi keluarga", "langkah", False),
    ("substitute_family", "Akses pengasuhan keluarga pengganti", "langkah", False),
    ("repatriation", "Pemulangan ke daerah asal", "langkah", False),
    ("burial", "Pemulasaraan", "langkah", False),
    ("family_community_guidance", "Bimbingan sosial kepada keluarga dan masyarakat", "kali", False),
    ("referral", "Layanan rujukan", "langkah", False),
    ("data_complaint", "Layanan data dan pengaduan", "kali", False),
    ("emergency", "Layanan kedaruratan", "kali", False),
]
LAW = "Permensos 9/2018"
DEFAULT = "Permensos 9/2018; jumlah: angka baku aplikasi, sesuaikan dengan standar daerah"
SIPD = {
    "PROV_DISABILITY": "1.06.04.1.01", "PROV_CHILD": "1.06.04.1.02",
    "PROV_ELDERLY": "1.06.04.1.03", "PROV_GEPENG": "1.06.04.1.04",
    "food": "1.06.04.2.01.0001", "clothing": "1.06.04.2.01.0002", "assistive_device": "1.06.04.2.01.0003",
    "guidance": "1.06.04.2.01.0005", "family_community_guidance": "1.06.04.2.01.0006",
    "data_complaint": "1.06.04.2.01.0009",
}  # fmt: skip
EVERYONE, ASSESSED = "everyone", "assessed"
ALL = ("DISABILITY", "CHILD", "ELDERLY", "GEPENG")
# groups, service, needed by, rule, quantity
INSIDE = [
    (ALL, "food", EVERYONE, "daily", 3),
    (ALL, "clothing", EVERYONE, "once", 1),
    (ALL, "dormitory", EVERYONE, "presence", 1),
    (("CHILD",), "care", EVERYONE, "presence", 1),
    (ALL, "health_supplies", EVERYONE, "monthly", 1),
    (ALL, "guidance", EVERYONE, "monthly", 4),
    (("DISABILITY", "CHILD", "GEPENG"), "adl_guidance", ASSESSED, "monthly", 4),
    (("GEPENG",), "basic_skills", ASSESSED, "monthly", 4),
    (("DISABILITY", "ELDERLY"), "assistive_device", ASSESSED, "once", 1),
    (ALL, "civil_documents", ASSESSED, "process", 1),
    (ALL, "education_health_access", ASSESSED, "process", 1),
    (("DISABILITY", "CHILD", "ELDERLY"), "family_tracing", ASSESSED, "process", 1),
    (("DISABILITY", "CHILD", "ELDERLY"), "family_reunification", ASSESSED, "process", 1),
    (("CHILD",), "substitute_family", ASSESSED, "process", 1),
    (("GEPENG",), "repatriation", ASSESSED, "process", 1),
    (ALL, "burial", ASSESSED, "process", 1),
]
OUTSIDE = [
    (("DISABILITY", "CHILD", "ELDERLY"), "food", ASSESSED, "monthly", 1),
    (ALL, "clothing", ASSESSED, "once", 1),
    (ALL, "health_supplies", ASSESSED, "monthly", 1),
    (ALL, "guidance", EVERYONE, "monthly", 1),
    (ALL, "assistive_device", ASSESSED, "once", 1),
    (ALL, "civil_documents", ASSESSED, "process", 1),
    (ALL, "education_health_access", ASSESSED, "process", 1),
    (ALL, "family_tracing", ASSESSED, "process", 1),
    (ALL, "family_reunification", ASSESSED, "process", 1),
    (ALL, "burial", ASSESSED, "process", 1),
    (ALL, "family_community_guidance", ASSESSED, "monthly", 1),
    (ALL, "referral", ASSESSED, "process", 1),
    (ALL, "data_complaint", EVERYONE, "once", 1),
    (ALL, "emergency", ASSESSED, "once", 1),
]


def fill(apps, schema_editor):
    fill_lists(apps)
    types = fill_types(apps)
    services = fill_services(apps)
    Rule = apps.get_model("cases", "ServiceRule")
    for prefix, rows in (("PROV", INSIDE), ("REG", OUTSIDE)):
        for groups, slug, needed_by, rule, quantity in rows:
            for group in groups:
                code = f"{prefix}_{group}"
                Rule.objects.create(
                    service_type=types[code], service=services[slug], needed_by=needed_by, rule=rule,
                    quantity=quantity, valid_from=date(2018, 1, 1), source=DEFAULT if quantity > 1 else LAW,
                    sipd_code=SIPD.get(code if prefix == "PROV" else slug, ""),
                )  # fmt: skip
    Rule.objects.create(
        service_type=types["REG_GEPENG"], service=services["food"], needed_by=EVERYONE, rule="daily", quantity=3,
        first_days=7, valid_from=date(2018, 1, 1), sipd_code=SIPD["food"],
        source="Permensos 9/2018; paling lama 7 hari menurut satudata Kota Singkawang (gepeng di luar panti)",
    )  # fmt: skip


def fill_lists(apps):
    Category = apps.get_model("cases", "Category")
    for position, (slug, name, group, confidential, known_as) in enumerate(CATEGORIES, 1):
        Category.objects.create(
            slug=slug, name=name, spm_group=group, is_confidential=confidential, also_known_as=known_as,
            position=position * 10, source="" if slug == "lainnya" else "Permensos 8/2012",
        )  # fmt: skip
    for position, (slug, name, group, parent, known_as) in enumerate(LOCAL_CATEGORIES):
        Category.objects.create(
            slug=slug, name=name, spm_group=group, also_known_as=known_as, position=125 + position,
            maps_to=Category.objects.get(slug=parent), source="Sebutan sehari-hari",
        )  # fmt: skip
    for model, rows in (("EntrySource", SOURCES), ("ExitReason", REASONS)):
        for position, (slug, name, known_as) in enumerate(rows, 1):
            apps.get_model("cases", model).objects.create(
                slug=slug, name=name, also_known_as=known_as, position=position * 10
            )


def fill_types(apps):
    Type = apps.get_model("cases", "ServiceType")
    types = {}
    for prefix, level, place in (
        ("PROV", "provinsi", "di dalam panti"),
        ("REG", "kabupaten", "di luar panti"),
    ):
        for group, label in GROUPS.items():
            code = f"{prefix}_{group.upper()}"
            types[code] = Type.objects.create(
                code=code, level=level, group=group, position=len(types),
                label=f"Rehabilitasi sosial dasar {label} {place} sosial", source=LAW,
            )  # fmt: skip
    return types


def fill_services(apps):
    Service = apps.get_model("cases", "BasicService")
    return {
        slug: Service.objects.create(slug=slug, label=label, unit=unit, on_daily_sheet=on_sheet, position=position * 10)
        for position, (slug, label, unit, on_sheet) in enumerate(SERVICES, 1)
    }


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_people_places_stays")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
