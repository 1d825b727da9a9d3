"""What kinds of letters there are, and which of them are written freely for a client."""

from django.db import models


class Kind(models.TextChoices):
    REFERRAL = "referral", "Surat rujukan"
    CIVIL = "civil", "Surat pengantar dokumen kependudukan"
    ABSCOND = "abscond", "Laporan orang meninggalkan panti tanpa izin"
    HANDOVER = "handover", "Berita acara serah terima klien"
    DEATH = "death", "Berita acara kematian dan pemulasaraan"
    SWEEP_RECEIPT = "sweep_receipt", "Berita acara penerimaan (razia)"
    RECEIPT = "receipt", "Berita acara penerimaan klien"
    TOGETHER = "together", "Surat pernyataan bersama"
    CONSENT = "consent", "Persetujuan setelah penjelasan"
    AGREEMENT = "agreement", "Kontrak pelayanan"
    CONFERENCE = "conference", "Notulen pembahasan kasus"
    SOCIAL_REPORT = "social_report", "Laporan sosial"
    PROGRESS = "progress", "Laporan perkembangan"
    RECOMMENDATION = "recommendation", "Surat rekomendasi"
    TRAVEL = "travel", "Surat jalan"
    STATEMENT = "statement", "Surat pernyataan"
    INVITATION = "invitation", "Undangan keluarga"
    RETURN_HOME = "return_home", "Surat pengantar pemulangan"
    AUTOPSY = "autopsy", "Permintaan autopsi"
    BURIAL = "burial", "Permintaan pemakaman"
    MONTH_REPORT = "month_report", "Laporan bulanan"
    OTHER = "other", "Surat lain"


# Written on the page of a stay, with words of one's own between the facts.
FOR_CLIENT = (
    Kind.RECOMMENDATION, Kind.TRAVEL, Kind.STATEMENT, Kind.INVITATION, Kind.RETURN_HOME, Kind.AUTOPSY, Kind.BURIAL,
)  # fmt: skip
OF_FAMILY = (Kind.STATEMENT, Kind.INVITATION)  # may be of a relative, or to one
AFTER_DEATH = (Kind.AUTOPSY, Kind.BURIAL)
# These bear their name in the middle of the page; the others are letters to somebody (Yth.).
TITLED = (Kind.RECOMMENDATION, Kind.TRAVEL, Kind.STATEMENT)
SOCIAL_AFFAIRS = "400.9"  # the archive classification of social affairs (Permendagri 83/2022)
