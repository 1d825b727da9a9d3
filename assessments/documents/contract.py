"""The service contract (kontrak pelayanan): what is to be reached, who does what, and what each side may expect."""

from assessments.plan_reading import laid_out
from cases.letter_words import words_of
from cases.models.letter_kinds import Kind
from cases.pdf import Document, qr

CLIENT_RIGHTS = [
    "mendapat pelayanan tanpa dipungut biaya, dengan hormat dan tanpa pembedaan;",
    "mendapat penjelasan dan ikut menentukan rencana bagi dirinya;",
    "menolak suatu tindakan atau menarik persetujuan ini kapan saja, tanpa kehilangan pelayanan dasar;",
    "dirahasiakan data dan ceritanya, dan melihat catatan tentang dirinya;",
    "menyampaikan keluhan kepada panti atau Dinas Sosial dan mendapat jawaban.",
]
CLIENT_DUTIES = [
    "memberi keterangan yang benar sejauh yang diketahuinya;",
    "mengikuti kegiatan yang disepakati dalam rencana ini sesuai kemampuannya;",
    "mematuhi tata tertib panti dan menghormati penghuni lain;",
    "memberi tahu petugas bila hendak pergi atau bila ada yang memberatkan.",
]
SHELTER_DUTIES = [
    "memberikan pelayanan menurut rencana ini dan kebutuhan dasar klien;",
    "menjaga keselamatan dan kerahasiaan klien;",
    "memberi tahu klien bila rencana perlu diubah, dan meminta persetujuannya kembali;",
    "menilai kemajuan bersama klien dan membantu sampai pelayanan berakhir.",
]
SHELTER_RIGHTS = [
    "meminta keterangan yang perlu untuk menolong klien;",
    "mengubah rencana demi keselamatan klien atau orang lain, dengan penjelasan.",
]


def contract(plan, agreement, *, verification_url=""):
    """The paper of a version: before it is in force a draft; with the agreement, as it was given."""
    letter, shelter = agreement.letter if agreement else plan.letter, plan.shelter
    day = agreement.on if agreement else letter.issued_on if letter else shelter.today()
    number = letter.number.replace("/", "-") if letter else "konsep"
    head = shelter.head_on(day)
    signer = plan.reviewed_by if plan.reviewed_as_id else head
    worker = agreement.explained_by if agreement else plan.submitted_by or plan.created_by
    return Document(
        template="assessments/contract.html",
        context={
            "said": words_of(Kind.AGREEMENT, shelter, letter),
            "plan": plan, "agreement": agreement, "letter": letter, "shelter": shelter, "day": day,
            "client": plan.stay.client, "stay": plan.stay, "goals": laid_out(plan, with_notes=False),
            "worker": worker, "signer": signer, "standing_in": bool(plan.reviewed_as_id),
            "client_rights": CLIENT_RIGHTS, "client_duties": CLIENT_DUTIES,
            "shelter_rights": SHELTER_RIGHTS, "shelter_duties": SHELTER_DUTIES,
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"kontrak-pelayanan-{number}.pdf",
    )  # fmt: skip
