from django.db import models
from django.db.models import Q

from cases.models.checked import CheckedModel
from cases.permissions import Perm

# A file's timeline tells what was done; who only read it stands apart, for whoever may read the trail.
READINGS = r"\.(viewed|searched|printed|downloaded)$"


class AuditEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The trail of the shelters where this person may read it; the department's auditor reads all of it."""
        if user.memberships.current().filter(role="auditor").exists():
            return self.all()
        return self.filter(shelter_id__in=user.shelters_with(Perm.AUDIT).values("pk"))

    def of_file(self, clients, shelters):
        """What happened to these files at these shelters, whatever it was about; and what belongs to no shelter."""
        here = Q(shelter_id__in=shelters) | Q(shelter_id=None)
        return self.filter(here, client_id__in=clients)

    def readings(self):
        """Who looked, searched, printed or took something out."""
        return self.filter(action__regex=READINGS)

    def happenings(self):
        return self.exclude(action__regex=READINGS)

    def about(self, *targets):
        """Everything on the trail about these rows."""
        wanted = Q(pk__in=[])
        for target in targets:
            wanted |= Q(target_model=target._meta.label, target_id=str(target.pk))
        return self.filter(wanted)


class AuditEvent(CheckedModel):
    """Who did, or read, what and when. Plain values without foreign keys: the trail outlives what it tells of."""

    at = models.DateTimeField("waktu", auto_now_add=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField("oleh", max_length=150)
    action = models.CharField("peristiwa", max_length=60)
    target_model = models.CharField(max_length=60)
    target_id = models.CharField(max_length=60)
    shelter_id = models.BigIntegerField(null=True)
    client_id = models.BigIntegerField(null=True)
    details = models.JSONField("rincian", default=dict)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = "peristiwa"
        verbose_name_plural = "peristiwa"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["target_model", "target_id"], name="audit_target"),
            models.Index(fields=["shelter_id", "-id"], name="audit_shelter"),
            models.Index(fields=["client_id", "-id"], name="audit_client"),
            models.Index(fields=["actor_id", "-id"], name="audit_actor"),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("The trail is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("The trail is append-only.")
