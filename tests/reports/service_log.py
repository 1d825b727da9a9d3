"""A service log of three years, made in the database: scenario 25, in any size."""

from datetime import UTC, date, datetime

from django.db import connection

from cases.models import ServiceRecord
from tests.factories import category, make_client, make_stay

FORMULA = '=HYPERLINK("http://x")'
NIK = "0034049917085001"
PHONE = "+6281100001111"
FIRST, LAST = date(2023, 1, 1), date(2025, 12, 31)
QUERY = "?dari=2023-01-01&sampai=2025-12-31"
MANY = """
INSERT INTO cases_servicerecord (stay_id, service_id, date, quantity, note, on_sheet, recorded_at)
SELECT %(stay)s, 'food', date '2023-01-01' + n %% 1096, 1, '', false, now() FROM generate_series(1, %(count)s) n
"""


def fill(count, melati, kenanga, by):
    """So many services from 2023 to 2025, the last at 23:59 of New Year's Eve at a shelter in WITA; two beyond."""
    kenanga.time_zone = "Asia/Makassar"
    kenanga.save()
    known = make_client(FORMULA, nik=NIK, nik_status="doubled", phone=PHONE, birth_date=date(1956, 1, 1))
    child = make_client("Anak Rahasia", phone=PHONE, birth_date=date(2015, 1, 1))
    hidden = make_client("Korban Rahasia", nik=NIK, nik_status="doubled", birth_date=date(1990, 1, 1))
    secret = category("12")
    secret.is_confidential = True
    secret.save()
    stays = [
        make_stay(melati, by=by, client=known, entered_on=FIRST),
        make_stay(kenanga, by=by, client=child, entered_on=FIRST),
        make_stay(kenanga, by=by, client=hidden, entered_on=FIRST, category=secret),
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(MANY, {"stay": stays[0].pk, "count": count - 3})
    for stay, day in zip([*stays[1:], stays[1], stays[0], stays[0]], [FIRST, LAST, LAST, *BEYOND], strict=True):
        late = ServiceRecord.objects.create(stay=stay, service_id="food", date=day)
        ServiceRecord.objects.filter(pk=late.pk).update(recorded_at=datetime(2025, 12, 31, 15, 59, tzinfo=UTC))
    return stays


BEYOND = [date(2022, 12, 31), date(2026, 1, 1)]
