"""The identity documents that an office helps with, what each asks for, and where a line may stand."""

from django.db import models


class PaperKind(models.TextChoices):
    KTP = "ktp", "KTP-el"
    KK = "kk", "Kartu keluarga (KK)"
    KIA = "kia", "KIA"
    BIRTH = "birth", "Akta kelahiran"
    MARRIAGE = "marriage", "Buku nikah atau akta perkawinan"
    DIVORCE = "divorce", "Akta cerai"
    DEATH = "death", "Akta kematian"
    BIODATA = "biodata", "Biodata penduduk atau surat keterangan Dukcapil"
    HEALTH = "health", "KIS atau BPJS Kesehatan"
    LICENCE = "licence", "SIM"
    PASSPORT = "passport", "Paspor atau SPLP"
    DIPLOMA = "diploma", "Ijazah"
    DOMICILE = "domicile", "Surat keterangan domisili"
    LOST = "lost", "Surat keterangan kehilangan (polisi)"
    NEGLECT = "neglect", "Surat keterangan orang terlantar"
    POVERTY = "poverty", "SKTM"
    OTHER = "other", "Lainnya"


# The number of these is the NIK itself; those below carry it, so that it may become known by them.
NUMBER_IS_NIK = frozenset([PaperKind.KTP, PaperKind.KIA])
CARRIES_NIK = NUMBER_IS_NIK | {PaperKind.KK, PaperKind.BIRTH, PaperKind.BIODATA}
# What the civil registry issues: what a cover letter to Dukcapil may ask for.
FROM_DUKCAPIL = (
    PaperKind.KTP, PaperKind.KK, PaperKind.KIA, PaperKind.BIRTH, PaperKind.MARRIAGE, PaperKind.DIVORCE,
    PaperKind.DEATH, PaperKind.BIODATA,
)  # fmt: skip


class Requirement(models.TextChoices):
    NO_PAPERS = "no_papers", "Surat pernyataan tidak memiliki dokumen kependudukan"
    RT_RW = "rt_rw", "Surat pengantar RT/RW"
    SHELTER = "shelter", "Surat keterangan dari panti"
    POLICE = "police", "Surat keterangan kehilangan dari kepolisian"
    BIOMETRIC = "biometric", "Perekaman atau pencocokan biometrik"
    WITNESS = "witness", "Keterangan dua orang saksi"
    BIRTH_PROOF = "birth_proof", "Surat keterangan lahir atau SPTJM kelahiran"
    KTP = "ktp", "KTP-el atau NIK"
    KK = "kk", "Kartu keluarga"
    PHOTO = "photo", "Pas foto"


R = Requirement
USUAL = {
    PaperKind.KTP: [R.NO_PAPERS, R.SHELTER, R.RT_RW, R.KK, R.POLICE, R.BIOMETRIC],
    PaperKind.KK: [R.NO_PAPERS, R.SHELTER, R.RT_RW, R.WITNESS],
    PaperKind.KIA: [R.KK, R.BIRTH_PROOF, R.PHOTO],
    PaperKind.BIRTH: [R.BIRTH_PROOF, R.WITNESS, R.KK, R.KTP],
    PaperKind.BIODATA: [R.NO_PAPERS, R.SHELTER, R.BIOMETRIC, R.WITNESS],
    PaperKind.HEALTH: [R.KTP, R.KK, R.SHELTER],
    PaperKind.PASSPORT: [R.KTP, R.KK, R.BIRTH_PROOF, R.PHOTO],
}


def usual_requirements(kind):
    """What an office usually asks for this kind; for the rest everything is offered."""
    return USUAL.get(kind, list(Requirement))


class PaperStatus(models.TextChoices):
    HELD = "held", "Ada, asli"
    MISSING = "missing", "Belum punya"
    LOST = "lost", "Hilang"
    DAMAGED = "damaged", "Rusak"
    COPY = "copy", "Hanya fotokopi"
    GATHERED = "gathered", "Syarat dikumpulkan"
    REQUESTED = "requested", "Diajukan"
    ISSUED = "issued", "Terbit"
    REFUSED = "refused", "Ditolak"
    HANDED = "handed", "Diserahkan"
    DROPPED = "dropped", "Dihentikan"


INITIAL = (PaperStatus.MISSING, PaperStatus.LOST, PaperStatus.DAMAGED, PaperStatus.COPY, PaperStatus.HELD)
OPEN = [*INITIAL[:4], PaperStatus.GATHERED, PaperStatus.REQUESTED, PaperStatus.ISSUED]
