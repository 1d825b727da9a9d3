"""The way of a journey home (pemulangan): where it and its legs may stand, what may follow, and the lists of both."""

from django.db.models import TextChoices


class Status(TextChoices):
    DRAFT = "draft", "Konsep"
    WAITING = "waiting", "Menunggu persetujuan kepala"
    APPROVED = "approved", "Siap berangkat"
    UNDERWAY = "underway", "Dalam perjalanan"
    ARRIVED = "arrived", "Tiba, belum diterima"
    RECEIVED = "received", "Diterima di tujuan"
    FAILED = "failed", "Gagal"
    CLOSED = "closed", "Ditutup"
    CANCELLED = "cancelled", "Dibatalkan"


NEXT = {
    Status.DRAFT: {Status.WAITING, Status.APPROVED, Status.CANCELLED},
    Status.WAITING: {Status.APPROVED, Status.DRAFT, Status.CANCELLED},
    # A ticket that changes sends the plan back to the desk; its letters are void then.
    Status.APPROVED: {Status.UNDERWAY, Status.DRAFT, Status.CANCELLED},
    Status.UNDERWAY: {Status.ARRIVED, Status.RECEIVED, Status.FAILED},
    Status.ARRIVED: {Status.RECEIVED, Status.FAILED},
    Status.RECEIVED: {Status.CLOSED},
    # Whoever was lost on the way may have found it alone.
    Status.FAILED: {Status.RECEIVED, Status.CLOSED},
}

# The person is still in the house.
PLANNING = (Status.DRAFT, Status.WAITING, Status.APPROVED)
ON_THE_WAY = (Status.UNDERWAY, Status.ARRIVED)
OPEN = (*PLANNING, *ON_THE_WAY)
LEFT = (*ON_THE_WAY, Status.RECEIVED, Status.FAILED, Status.CLOSED)
ENDED = (Status.RECEIVED, Status.FAILED, Status.CLOSED, Status.CANCELLED)
# What waits while the client is gone without leave.
PAUSED = {Status.WAITING, Status.APPROVED, Status.UNDERWAY}


class Failure(TextChoices):
    RETURNED = "returned", "Kembali ke panti"
    LEFT = "left", "Pergi di perjalanan"
    REFUSED = "refused", "Ditolak di tujuan"
    ILL = "ill", "Dirawat di perjalanan"
    DIED = "died", "Meninggal dunia di perjalanan"
    OTHER = "other", "Lainnya"


class Fitness(TextChoices):
    UNKNOWN = "", "Belum diperiksa"
    FIT = "fit", "Layak jalan"
    WITH_CARE = "with_care", "Layak jalan dengan syarat"
    UNFIT = "unfit", "Belum layak jalan"


class LegStatus(TextChoices):
    WAITING = "waiting", "Belum ada kabar"
    ARRIVED = "arrived", "Sudah tiba"
    FORWARDED = "forwarded", "Sudah diteruskan"
    MISSING = "missing", "Tidak datang"
    PASSED = "passed", "Dilewati tanpa kabar"


# What an office has not decided yet, or has and which may go on.
LEG_NEXT = {
    LegStatus.WAITING: {LegStatus.ARRIVED, LegStatus.FORWARDED, LegStatus.MISSING, LegStatus.PASSED},
    LegStatus.PASSED: {LegStatus.ARRIVED, LegStatus.FORWARDED, LegStatus.MISSING},
    LegStatus.ARRIVED: {LegStatus.FORWARDED},
}


class Vehicle(TextChoices):
    BUS = "bus", "Bus"
    TRAIN = "train", "Kereta api"
    SHIP = "ship", "Kapal"
    PLANE = "plane", "Pesawat"
    TRAVEL = "travel", "Travel atau mobil sewa"
    OFFICE = "office", "Kendaraan dinas"
    AMBULANCE = "ambulance", "Ambulans"
    OTHER = "other", "Lainnya"


class CostKind(TextChoices):
    TICKET = "ticket", "Tiket"
    MEALS = "meals", "Uang makan"
    POCKET = "pocket", "Uang saku"
    HIRE = "hire", "Sewa kendaraan"
    OTHER = "other", "Lain-lain"
