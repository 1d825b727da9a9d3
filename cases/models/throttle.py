"""How often somebody without an account knocked lately: rows, so that all workers count alike."""

from datetime import timedelta

from django.db import connection, models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from cases.models.checked import CheckedModel

KNOCK = """
    INSERT INTO {table} (key, began_at, count) VALUES (%(key)s, %(now)s, 1)
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN {table}.began_at <= %(before)s THEN 1 ELSE {table}.count + 1 END,
        began_at = CASE WHEN {table}.began_at <= %(before)s THEN %(now)s ELSE {table}.began_at END
    RETURNING count
"""


class Throttle(CheckedModel):
    """A count within a span of time. Whom it counts is kept as a hash: the table tells no addresses."""

    key = models.CharField(max_length=64, primary_key=True)
    began_at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField()

    class Meta:
        verbose_name = "pembatas"
        verbose_name_plural = "pembatas"

    def __str__(self):
        return f"{self.count} sejak {self.began_at:%Y-%m-%d %H:%M}"

    @classmethod
    def knock(cls, what, who, *, within):
        """Count this one; how many there were within the span. Outside a transaction that may be rolled back."""
        now = timezone.now()
        values = {"key": key_of(what, who), "now": now, "before": now - within}
        with connection.cursor() as cursor:
            cursor.execute(KNOCK.format(table=cls._meta.db_table), values)
            (count,) = cursor.fetchone()
        if count == 1:
            cls.objects.filter(began_at__lt=now - timedelta(days=2)).delete()
        return count

    @classmethod
    def knocks(cls, what, who, *, within):
        """How many there were, without counting this one."""
        recent = cls.objects.filter(key=key_of(what, who), began_at__gt=timezone.now() - within)
        return recent.values_list("count", flat=True).first() or 0


def key_of(what, who):
    return salted_hmac("cases.throttle", f"{what}:{who}", algorithm="sha256").hexdigest()
