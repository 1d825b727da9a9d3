"""What the file and the answers say under each heading of a report: a first draft, for somebody to write on.

Questions are found by their name in the form, so that a form of the department's own that names them alike is read as
well; what is not there is not mentioned. Answers marked as sensitive stay in the assessment.
"""

from assessments.confidential import sensitive_paths
from assessments.models.assessment import Assessment
from assessments.xlsform import plain
from cases.models import Need, Relative
from cases.templatetags.indonesian import tanggal

CONDITION = [
    ("Biologis", ["keadaan_umum", "tinggi", "berat", "penyakit", "penyakit_rincian", "obat_rutin", "disabilitas",
                  "jenis_disabilitas", "keluhan", "keluhan_rincian"]),
    ("Kegiatan sehari-hari", ["adl_makan", "adl_mandi", "adl_berpakaian", "adl_buang_air", "adl_berpindah",
                              "adl_berjalan", "adl_rincian"]),
    ("Psikologis", ["orientasi", "komunikasi", "suasana_hati", "perawatan_jiwa", "perawatan_jiwa_rincian",
                    "psikologis_catatan"]),
    ("Sosial", ["hubungan_keluarga", "anak_ikut_rincian", "pergaulan", "status_rumah", "tinggal_bersama"]),
    ("Spiritual", ["agama", "ibadah", "spiritual_catatan"]),
    ("Ekonomi", ["pekerjaan", "pengeluaran", "tanggungan", "tidak_makan", "bantuan"]),
    ("Dokumen", ["dokumen"]),
]  # fmt: skip
PROBLEMS = [("Fisik", "masalah_fisik"), ("Psikologis", "masalah_psikologis"), ("Sosial", "masalah_sosial"),
            ("Spiritual", "masalah_spiritual"), ("Ekonomi", "masalah_ekonomi"), ("Hukum", "masalah_hukum")]  # fmt: skip


class Answers:
    """The latest answer to each question, over all assessments of a stay that count."""

    def __init__(self, stay, approved_only=False):
        # What waits for the head is the newest there is; an approved one that was corrected no longer speaks.
        filled = Assessment.objects.filter(stay=stay).for_page()
        found = [*filled.current(), *(() if approved_only else filled.waiting_for_review())]
        self.assessments = sorted(found, key=lambda one: one.submitted_at)
        self.states = {}
        for assessment in self.assessments:
            hidden = sensitive_paths(assessment.form, stay)
            told = (one for one in assessment.state().questions.values() if one.relevant and one.value is not None)
            self.states |= {one.question.name: one for one in told if plain(one.path) not in hidden}

    def __getitem__(self, name):
        state = self.states.get(name)
        return state.shown.strip() if state else ""

    def label(self, name):
        return self.states[name].label.rstrip("?: ")

    def told(self, names):
        """“Keadaan umum: Baik; Penyakit: Batuk” of those that were answered."""
        return "; ".join(f"{self.label(name)}: {self[name].rstrip('. ')}" for name in names if self[name])


def draft(stay, kind):
    """{heading: text}"""
    answers = Answers(stay)
    writers = PROGRESS if kind == "progress" else SOCIAL
    return {slug: writer(stay, answers) for slug, writer in writers.items()}


def facts(*pairs):
    """One “Label: value” a line; the PDF sets such lines in columns."""
    return "\n".join(f"{label}: {' '.join(str(value).split())}" for label, value in pairs if value)


def paragraphs(*texts):
    return "\n\n".join(text for text in texts if text)


def identity(stay, answers):
    client, day = stay.client, stay.shelter.today()
    age = client.age_on(day)
    born = ", ".join(filter(None, [client.birth_place, tanggal(client.birth_date) if client.birth_date else ""]))
    origin = ", ".join(filter(None, [client.origin_address, str(client.origin) if client.origin else ""]))
    about = "" if client.birth_date else "± "
    return facts(
        ("Nama", client.display_name),
        ("Nama panggilan", ", ".join(client.aliases)),
        ("Tempat, tanggal lahir", born or "tidak diketahui"),
        ("Usia", f"{about}{age} tahun" if age is not None else "tidak diketahui"),
        ("Jenis kelamin", client.get_sex_display()),
        ("NIK", client.nik or "belum ada"),
        ("Agama", answers["agama"]),
        ("Pendidikan terakhir", answers["pendidikan"]),
        ("Status perkawinan", answers["status_kawin"]),
        ("Pekerjaan", answers["pekerjaan"]),
        ("Alamat asal", origin or "tidak diketahui"),
        ("Nomor klien, register", f"{client.number}, {stay.register_number}"),
        ("Tanggal masuk", tanggal(stay.entered_on)),
    )


def family(stay, answers):
    relatives = Relative.objects.filter(client=stay.client_id).exclude(state=Relative.State.DISPROVEN)
    lines = [
        ", ".join(filter(None, [
            f"{one.name} ({one.get_relation_display().lower()}, "
            f"{'terbukti' if one.is_proven else 'menurut pengakuan'}{', wali' if one.is_guardian else ''})",
            one.full_address, one.phone,
        ]))
        for one in relatives.select_related("region")
    ]  # fmt: skip
    said = answers.told(["ada_keluarga", "hubungan_keluarga", "jumlah_anak", "kontak_keluarga", "setuju_dihubungi"])
    return paragraphs("\n".join(lines), said) or "Keluarga belum diketahui."


def source(stay, answers):
    return facts(
        ("Sumber rujukan", stay.source or answers["sumber_rujukan"]),
        ("Diantar oleh", stay.brought_by or answers["perujuk"]),
        ("Tanggal masuk", tanggal(stay.entered_on)),
        ("Ditemukan di", stay.found_at or answers["lokasi_ditemukan"]),
        ("Kondisi saat datang", stay.condition or answers["kondisi_ditemukan"]),
        ("Kategori saat masuk", stay.category if stay.category and not stay.category.is_confidential else ""),
    )


def history(stay, answers):
    rest = answers.told(["lama_di_jalan", "pernah_dilayani", "layanan_sebelumnya"])
    return paragraphs(answers["riwayat"], answers["cerita_pengantar"], rest)


def condition(stay, answers):
    told = ((label, answers.told(names)) for label, names in CONDITION)
    return paragraphs(*(f"{label}. {text}." for label, text in told if text))


def strengths(stay, answers):
    return paragraphs(
        answers.told(["potensi_minat", "potensi_keterampilan", "motivasi"]),
        answers.told(["sumber_dukungan", "sumber_rincian"]),
    )


def analysis(stay, answers):
    problems = "\n".join(f"{label}: {answers[name]}" for label, name in PROBLEMS if answers[name])
    risks = answers.told(["risiko_diri", "risiko_orang_lain", "risiko_dari_orang_lain", "risiko_pergi"])
    return paragraphs(problems, risks, answers["kesimpulan_masalah"] or answers["kesimpulan"], needs(stay))


def needs(stay):
    """Which basic services are still needed, in one sentence."""
    labels = [str(need) for need in Need.objects.open().filter(stay=stay).select_related("service")]
    return f"Layanan yang masih dibutuhkan: {'; '.join(labels)}." if labels else ""


def advice(stay, answers):
    return paragraphs(
        answers["rekomendasi"] and f"{answers['rekomendasi'].rstrip('.')}.",
        answers.told(["tujuan_rujukan", "batas_waktu", "harapan_klien"]),
        plan(stay),
    )


def plan(stay):
    """The goals of the plan in force, one a line."""
    in_force = stay.plans.in_force().first()
    goals = in_force.goals.all() if in_force else []
    return "\n".join(["Rencana intervensi:", *(f"– {goal.statement}" for goal in goals)]) if goals else ""


def case(stay, answers):
    return paragraphs(source(stay, answers), answers["riwayat"] or answers["kesimpulan_masalah"])


def nothing(stay, answers):
    """Only a person can say this."""
    return ""


def open_needs(stay, answers):
    return paragraphs(plan(stay), needs(stay))


SOCIAL = {
    "identity": identity, "family": family, "source": source, "history": history, "condition": condition,
    "strengths": strengths, "analysis": analysis, "advice": advice,
}  # fmt: skip
PROGRESS = {
    "identity": identity, "case": case, "development": nothing, "conclusion": nothing, "advice": open_needs,
}  # fmt: skip
