from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Exists, Q
from django.utils import timezone

from cases.models.shelter import Shelter
from cases.permissions import DEPARTMENT_ROLES, GRANTS, Role, roles_with


class User(AbstractUser):
    first_name = None
    last_name = None
    name = models.CharField("nama lengkap", max_length=150)
    nip = models.CharField("NIP", max_length=30, blank=True, help_text="Bila ada; dicetak di surat.")
    position = models.CharField("jabatan", max_length=100, blank=True, help_text="Dicetak di surat.")
    phone = models.CharField("nomor telepon", max_length=30, blank=True)
    must_change_password = models.BooleanField("wajib mengganti kata sandi", default=False)

    objects = UserManager()
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "akun"
        verbose_name_plural = "akun"
        ordering = ["name", "username"]

    def __str__(self):
        return self.name or self.username

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.split(" ")[0] or self.username

    def holds(self, perm):
        """The right somewhere: at one shelter or in the department."""
        return self.memberships.current().filter(role__in=roles_with(perm)).exists()

    def shelters_with(self, perm):
        """The shelters at which this person has the right; the department's roles have theirs at every shelter."""
        held = self.memberships.current().filter(role__in=roles_with(perm))
        everywhere = held.filter(shelter=None).values("user")
        return Shelter.objects.filter(Q(pk__in=held.values("shelter")) | Exists(everywhere))

    def perms_at(self, shelter):
        """For templates: {% if "discharge" in may %}."""
        roles = self.memberships.current().filter(Q(shelter=shelter) | Q(shelter=None))
        return set().union(*(GRANTS[role] for role in roles.values_list("role", flat=True)))


class MembershipQuerySet(models.QuerySet):
    def current(self):
        return self.filter(ended_on=None)


class Membership(models.Model):
    """A role at a shelter; without a shelter, a role in the department. It ends, it is never deleted."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name="akun")
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, related_name="memberships", null=True, blank=True, verbose_name="panti"
    )
    role = models.CharField("peran", max_length=20, choices=Role)
    started_on = models.DateField("mulai", default=timezone.localdate)
    ended_on = models.DateField("berakhir", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "peran"
        verbose_name_plural = "peran"
        ordering = ["shelter__name", "role"]
        constraints = [
            models.CheckConstraint(
                name="membership_shelter_fits_role",
                condition=Q(role__in=DEPARTMENT_ROLES, shelter=None)
                | (~Q(role__in=DEPARTMENT_ROLES) & Q(shelter__isnull=False)),
                violation_error_message="Peran di panti memerlukan panti; peran dinas tidak memakai panti.",
            ),
            models.UniqueConstraint(
                "user", "shelter", "role",
                name="membership_once",
                condition=Q(ended_on=None),
                nulls_distinct=False,
                violation_error_message="Peran ini sudah dimiliki.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_role_display()} — {self.shelter or 'Dinas'}"
