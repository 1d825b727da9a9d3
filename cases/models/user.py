from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Exists, Q, Value
from django.utils import timezone

from cases.models.checked import CheckedModel
from cases.models.shelter import Shelter
from cases.permissions import DEPARTMENT_ROLES, GRANTS, STANDIN_GRANTS, Perm, Role, roles_with

STANDIN = "standin"  # no role that anybody is given: a stand-in's place among the roles, see perms_at


class User(CheckedModel, AbstractUser):
    first_name = None
    last_name = None
    name = models.CharField("nama lengkap", max_length=150)
    nip = models.CharField("NIP", max_length=30, blank=True, help_text="Bila ada; dicetak di surat.")
    position = models.CharField("jabatan", max_length=100, blank=True, help_text="Dicetak di surat.")
    rank = models.CharField(
        "pangkat, golongan", max_length=60, blank=True, default="", db_default="",
        help_text="Misalnya Penata Tk. I (III/d). Dicetak di surat.",
    )  # fmt: skip
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
        held = self.memberships.current().filter(role__in=roles_with(perm)).exists()
        return held or (perm in STANDIN_GRANTS and self.standins.current().exists())

    def rights(self):
        """Every right that this person's roles hold somewhere; one query for all of them."""
        roles = self.memberships.current().order_by().values_list("role", flat=True)
        return set().union(*(GRANTS[role] for role in roles))

    def shelters_with(self, perm):
        """The shelters at which this person has the right; the department's roles have theirs at every shelter."""
        held = self.memberships.current().filter(role__in=roles_with(perm))
        everywhere = held.filter(shelter=None).values("user")
        where = Q(pk__in=held.values("shelter")) | Exists(everywhere)
        if perm in STANDIN_GRANTS:
            where |= Q(pk__in=self.standins.current().values("shelter"))
        return Shelter.objects.filter(where)

    def headed_shelters(self):
        """Where the head's approvals are this person's own, and not only while somebody is away."""
        held = self.memberships.current().filter(role__in=roles_with(Perm.REVIEW))
        return Shelter.objects.filter(pk__in=held.values("shelter"))

    def perms_at(self, shelter):
        """For templates: {% if "discharge" in may %}. One query, whoever asks."""
        roles = self.memberships.current().filter(Q(shelter=shelter) | Q(shelter=None)).order_by().values_list("role")
        standing_in = self.standins.current().filter(shelter=shelter).order_by().values_list(Value(STANDIN))
        grants = GRANTS | {STANDIN: STANDIN_GRANTS}
        return set().union(*(grants[role] for (role,) in roles.union(standing_in)))


class MembershipQuerySet(models.QuerySet):
    def current(self):
        return self.filter(ended_on=None)


class Membership(CheckedModel):
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
