from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import DayRecord, OfStayQuerySet
from cases.models.release import is_guarded
from cases.models.shelter import Shelter
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class HouseholdQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)


class Household(CheckedModel):
    """People who came together (keluarga datang bersama). It says who came with whom, and proves no relation."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="households", verbose_name="panti")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = "keluarga datang bersama"
        verbose_name_plural = "keluarga datang bersama"
        ordering = ["-pk"]

    def __str__(self):
        return f"Datang bersama ({self.members.count()} orang)"


class HouseholdMemberQuerySet(OfStayQuerySet):
    def with_stay(self, stay):
        """Everybody who came together with this stay, itself among them."""
        mine = self.model.objects.filter(stay=stay).values("household")
        return self.filter(household__in=mine).select_related("stay__client", "stay__shelter", "stay__category")

    def with_presence(self):
        """With `last_presence`: the latest that was noted of them since yesterday; those who really were here."""
        since = timezone.localdate() - timedelta(days=1)
        noted = DayRecord.objects.filter(stay=OuterRef("stay"), date__gte=since).order_by("-date").values("presence")
        return self.exclude(stay__status=Stay.Status.CANCELLED).annotate(last_presence=Subquery(noted[:1]))


class HouseholdMember(CheckedModel):
    """A stay belongs to at most one household."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="members", verbose_name="keluarga")
    stay = models.OneToOneField(Stay, models.PROTECT, related_name="household_place", verbose_name="masa tinggal")

    objects = HouseholdMemberQuerySet.as_manager()

    class Meta:
        verbose_name = "anggota yang datang bersama"
        verbose_name_plural = "anggota yang datang bersama"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.stay}"

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_away(self):
        """Left the house, or recorded as gone without leave since yesterday. Wants `with_presence`."""
        if not self.stay.is_resident:
            return True
        return self.last_presence == DayRecord.Presence.ABSCONDED


@transaction.atomic
def come_together(stays, *, by):
    """These stays came together. Households that are thereby found to be one become one."""
    stays = list(Stay.objects.select_for_update(of=["self"]).filter(pk__in=[s.pk for s in stays]).order_by("pk"))
    if len(stays) < 2:
        raise ValidationError("Pilih sedikitnya dua orang yang datang bersama.")
    if len({stay.shelter_id for stay in stays}) > 1:
        raise ValidationError("Yang datang bersama dicatat di panti yang sama.")
    known = list(HouseholdMember.objects.filter(stay__in=stays).order_by("household"))
    one = known[0].household if known else Household.objects.create(shelter=stays[0].shelter, created_by=by)
    HouseholdMember.objects.filter(household__in={member.household_id for member in known}).update(household=one)
    placed = {member.stay_id for member in known}
    for stay in stays:
        if stay.pk not in placed:
            HouseholdMember.objects.create(household=one, stay=stay)
            record(by=by, action="household.joined", target=stay, household=one.pk)
    return one


@transaction.atomic
def came_alone(stay, *, by):
    """Corrects a wrong entry: this stay came with nobody of that household."""
    HouseholdMember.objects.filter(stay=stay).delete()
    record(by=by, action="household.parted", target=stay)


def left_alone(stays):
    """Of these stays, the guarded residents all of whose grown-up companions have gone. Few rows, so judged in Python.

    For the head's work list: `left_alone(Stay.objects.allowed(user, Perm.REVIEW))`.
    """
    places = HouseholdMember.objects.filter(stay__in=stays.resident()).values("household")
    members = HouseholdMember.objects.filter(household__in=places).select_related(
        "stay__client", "stay__shelter", "stay__category"
    )
    houses = {}
    for member in members.with_presence():
        houses.setdefault(member.household_id, []).append(member)
    return [stay for house in houses.values() for stay in alone_in(house)]


def alone_in(house):
    """Of the members of one household."""
    guarded = [one.stay for one in house if one.stay.is_resident and is_guarded(one.stay, one.shelter.today())]
    grown_up = [one for one in house if not is_guarded(one.stay, one.stay.entered_on)]
    return guarded if grown_up and all(one.is_away for one in grown_up) else []
