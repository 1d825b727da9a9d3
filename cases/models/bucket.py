from datetime import timedelta

from django.db import connection, models
from django.utils import timezone
from django.utils.crypto import salted_hmac

TAKE = """
INSERT INTO cases_bucket (name, since, taken) VALUES (%(name)s, %(now)s, 1)
ON CONFLICT (name) DO UPDATE SET
    taken = CASE WHEN cases_bucket.since < %(begin)s THEN 1 ELSE cases_bucket.taken + 1 END,
    since = CASE WHEN cases_bucket.since < %(begin)s THEN %(now)s ELSE cases_bucket.since END
RETURNING taken
"""


class Bucket(models.Model):
    """How often somebody without an account asked within a while. Whose address it was is not kept, only its hash."""

    name = models.CharField(max_length=64, primary_key=True)
    since = models.DateTimeField()
    taken = models.PositiveIntegerField()

    class Meta:
        verbose_name = "takaran"
        verbose_name_plural = "takaran"

    def __str__(self):
        return f"{self.name[:8]}: {self.taken}"

    @classmethod
    def take(cls, purpose, who, *, most, within=timedelta(minutes=10)):
        """Whether this one may still be answered; counted whether right or wrong, so that every answer costs alike."""
        now, name = timezone.now(), salted_hmac(f"bucket.{purpose}", who, algorithm="sha256").hexdigest()
        with connection.cursor() as cursor:
            cursor.execute(TAKE, {"name": name, "now": now, "begin": now - within})
            taken = cursor.fetchone()[0]
        if taken == 1:
            cls.objects.filter(since__lt=now - timedelta(days=1)).delete()
        return taken <= most
