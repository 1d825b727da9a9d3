"""Everything that a signature rests on is read as of one moment, though others go on writing."""

from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction

TRIES = 3
# Serialisation failure, deadlock, lock not available: somebody else was quicker.
CONFLICTS = {"40001", "40P01", "55P03"}
BUSY = "Orang lain sedang menulis ke laporan atau daftar surat yang sama. Tunggu sebentar, lalu coba lagi."


def in_one_snapshot(act):
    """Do it in a transaction of its own that sees the database as of its first question. A conflict is tried again.

    Durable: inside another transaction the moment would be that of each statement, so Django refuses it. Only the
    transaction around a test counts for none.
    """
    for _ in range(TRIES):
        outermost = not connection.in_atomic_block
        try:
            with transaction.atomic(durable=True):
                if outermost:
                    with connection.cursor() as cursor:
                        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                return act()
        except OperationalError as error:
            if getattr(error.__cause__, "pgcode", None) not in CONFLICTS:
                raise
    raise ValidationError(BUSY)
