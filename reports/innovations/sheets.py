"""The register as a sheet, and the sheet in the order in which the form of IID asks (domain/innovation.md §2)."""

from reports.innovations.words import design_count
from reports.models import InnovationBudget
from reports.tables.table import Column, Kind, Table

REGISTER = [
    Column("Nama inovasi", width=32), Column("Dibuat oleh", width=26), Column("Tahun", Kind.INT), Column("Tahapan"),
    Column("Tahapan sejak", Kind.DATE), Column("Jenis"), Column("Tematik"), Column("Inisiator"),
    Column("Nama inisiator", width=26), Column("Kata rancang bangun", Kind.INT), Column("Pengajuan", Kind.INT),
]  # fmt: skip
IID = [
    Column("Nama inovasi", width=32), Column("Dibuat oleh", width=26), Column("Tahapan"), Column("Inisiator"),
    Column("Nama inisiator", width=26), Column("Jenis"), Column("Bentuk inovasi", width=32),
    Column("Tematik", width=26), Column("Urusan utama"), Column("Urusan beririsan", width=26),
    Column("Waktu uji coba", Kind.DATE), Column("Waktu penerapan", Kind.DATE), Column("Sudah berkembang?"),
    Column("Rancang bangun", width=60), Column("Jumlah kata", Kind.INT), Column("Tujuan", width=40),
    Column("Manfaat", width=40), Column("Hasil", width=40), Column("Anggaran", width=40),
    Column("Jumlah anggaran", Kind.MONEY), Column("Bukti dukung", Kind.INT), Column("Video", width=30),
    Column("Asta Cita atau program prioritas", width=30),
]  # fmt: skip


def register(innovations):
    rows = [
        [
            str(one), one.maker, one.year, one.get_stage_display(), one.stage_on, one.get_kind_display(),
            str(one.theme), str(one.initiator), one.initiator_name, design_count(one.design_texts, None).total,
            one.submission_count,
        ]
        for one in innovations
    ]  # fmt: skip
    return Table("Daftar inovasi", "inovasi", REGISTER, rows)


def iid_sheet(innovations):
    innovations = list(innovations.prefetch_related("other_sectors"))
    money = {}
    for row in InnovationBudget.objects.filter(innovation__in=innovations):
        money.setdefault(row.innovation_id, []).append(row)
    rows = [iid_row(one, money.get(one.pk, [])) for one in innovations]
    remarks = [
        ("Urutan kolom", "Menurut isian Indeks Inovasi Daerah; sesuaikan dengan formulir tahun berjalan"),
        ("Profil bisnis dan berkas bukti", "Diunggah sendiri pada laman IID dari halaman inovasi"),
    ]
    return Table("Ringkas untuk IID", "inovasi-iid", IID, rows, remarks)


def iid_row(one, budgets):
    return [
        str(one), one.maker, one.get_stage_display(), str(one.initiator), one.initiator_name, one.get_kind_display(),
        str(one.form), str(one.theme), str(one.sector), ", ".join(map(str, one.other_sectors.all())), one.trial_on,
        one.rollout_on, "Ya" if one.is_developed else "Tidak", one_text(one.design_texts),
        design_count(one.design_texts, None).total, one.aims, one.benefits, one.results,
        "; ".join(map(str, budgets)), sum(row.amount for row in budgets) if budgets else None, one.evidence_count,
        one.video_url, one.national_programme,
    ]  # fmt: skip


def one_text(texts):
    """The six headings as one text, each with its name, as the form has one field for them."""
    return "\n\n".join(f"{heading.upper()}\n{text}" for heading, text in texts if text)
