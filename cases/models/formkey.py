from django.db import models

from cases.models.checked import CheckedModel


class FormKey(CheckedModel):
    """A form that may be sent once. The second sending of the same key finds where the first one led."""

    key = models.UUIDField(primary_key=True)
    user_id = models.BigIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    result_url = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "kunci formulir"
        verbose_name_plural = "kunci formulir"

    def __str__(self):
        return str(self.key)

    @classmethod
    def claim(cls, key, *, by):
        """The key's row and whether it is ours to use. A double click waits here for the first to finish."""
        fresh = cls(key=key, user_id=by.pk)
        # ON CONFLICT DO NOTHING waits for a concurrent insert of the same key to commit or roll back.
        cls.objects.bulk_create([fresh], ignore_conflicts=True)
        found = cls.objects.select_for_update().get(key=key)
        return found, found.user_id == by.pk and not found.result_url

    def settle(self, url):
        self.result_url = url
        self.save(update_fields=["result_url"])
