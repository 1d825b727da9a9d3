from itertools import combinations

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from cases import merging, moving
from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import ScopedQuerySet

STAY = "cases.Stay"


class MergeQuerySet(ScopedQuerySet):
    def at(self, shelters):
        """Whoever may know of the file that the merge concerns, wherever its number leads now."""
        ours = Client.objects.at(shelters).values("pk")
        return self.filter(Q(kept__in=ours) | Q(kept__merged_into__in=ours) | Q(dropped__in=ours))

    def standing(self):
        return self.filter(undone_at=None)

    def for_page(self):
        return self.select_related("kept", "dropped", "by", "undone_by")


class Merge(CheckedModel):
    """Two files of one person became one (penggabungan). Everything needed to take it back stands in the row."""

    kept = models.ForeignKey(Client, models.PROTECT, related_name="merges", verbose_name="berkas yang dipertahankan")
    dropped = models.ForeignKey(Client, models.PROTECT, related_name="+", verbose_name="berkas yang digabungkan")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="oleh")
    at = models.DateTimeField("waktu", default=timezone.now)
    # {"kept": values, "dropped": values}, and what the kept file held right after.
    before = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    # {model label: {column: [keys]}}: what moved, and what the kept file had already.
    moved = models.JSONField(default=dict, blank=True)
    held = models.JSONField(default=dict, blank=True)
    marks = models.JSONField(default=dict, blank=True)
    undone_at = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = "penggabungan"
        verbose_name_plural = "penggabungan"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="merge_of_two",
                condition=~Q(kept=F("dropped")),
                violation_error_message="Berkas tidak dapat digabung ke dirinya sendiri.",
            ),
            models.UniqueConstraint(
                fields=["dropped"],
                name="merge_standing_once",
                condition=Q(undone_at=None),
                violation_error_message="Berkas ini sudah digabung.",
            ),
            models.CheckConstraint(
                name="merge_undone_at_and_by",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message="Pembatalan memerlukan waktu dan pelaku.",
            ),
        ]

    def __str__(self):
        return f"{self.dropped.number} → {self.kept.number}"

    def get_absolute_url(self):
        return reverse("cases:merge_detail", args=[self.pk])

    @property
    def stays_of(self):
        """The stays that came with each file, as keys: {"kept": …, "dropped": …}."""
        return {
            "kept": self.held.get(STAY, {}).get("client", []),
            "dropped": self.moved.get(STAY, {}).get("client", []),
        }

    @classmethod
    def overlaps(cls, keep, drop):
        """Pairs of stays that one person cannot have had; they are mended before the files become one."""
        stays = Stay.objects.kept().filter(client__in=[keep, drop]).select_related("shelter", "client")
        pairs = combinations(stays.order_by("entered_on", "pk"), 2)
        return [(one, other) for one, other in pairs if one.client_id != other.client_id and _overlap(one, other)]

    @classmethod
    def obstacles(cls, keep, drop):
        """Why these two cannot be merged as they are; empty when they can. A dry run: nothing remains of it."""
        problems = [OVERLAP.format(_of(one), _of(other)) for one, other in cls.overlaps(keep, drop)]
        if problems:
            return problems
        try:
            with transaction.atomic():
                moving.move(moving.keys_of(drop), source=drop, to=keep)
                transaction.set_rollback(True)
        except ValidationError as error:
            return error.messages
        return []

    @classmethod
    @transaction.atomic
    def perform(cls, keep, drop, choices, *, by, versions=None):
        """Make one file of two. `choices`: {group: keep, drop or both}; what is not chosen is the fuller value."""
        keep, drop = locked(keep, drop)
        if keep.pk == drop.pk:
            raise ValidationError("Pilih dua berkas yang berbeda.")
        if keep.merged_into_id or drop.merged_into_id:
            raise ValidationError("Salah satu berkas ini sudah digabung. Muat ulang halaman ini.")
        if versions is not None and versions != (keep.version, drop.version):
            raise ValidationError("Salah satu berkas baru saja diubah orang lain. Muat ulang halaman ini.")
        if problems := [OVERLAP.format(_of(one), _of(other)) for one, other in cls.overlaps(keep, drop)]:
            raise ValidationError(problems)
        shelters = [shelter_of(client) for client in (keep, drop)]
        merge = cls(kept=keep, dropped=drop, by=by, held=moving.keys_of(keep), moved=moving.keys_of(drop))
        merge.before = {"kept": merging.snapshot(keep), "dropped": merging.snapshot(drop)}
        merge.marks = moving.marks(Stay)
        moving.move(merge.moved, source=drop, to=keep)
        merge._join(keep, drop, choices)
        merge.after = merging.snapshot(keep)
        merge.full_clean()
        merge.save()
        for client, shelter, role in zip((keep, drop), shelters, ("kept", "dropped"), strict=True):
            record(by=by, action="client.merged", target=client, shelter=shelter, role=role, merge=merge.pk)
        return merge

    def _join(self, keep, drop, choices):
        merging.combine(keep, drop, choices)
        # The number that goes loses its NIK first: a valid one may stand only once.
        drop.nik, drop.claimed_nik, drop.nik_status, drop.nik_note = None, "", "", ""
        drop.merged_into = keep
        save_file(drop)
        if keep.nik:
            elsewhere = Client.objects.filter(nik=keep.nik).exclude(pk=keep.pk).exists()
            keep.nik_status = Client.NikStatus.DOUBLED if elsewhere else Client.NikStatus.VALID
            keep.nik_note = "NIK yang sama ada pada klien lain." if elsewhere else ""
        save_file(keep)


OVERLAP = "{} bertumpang tindih dengan {}. Satu orang tidak dapat berada di dua tempat: perbaiki tanggalnya dahulu."


def _of(stay):
    until = f"{stay.ended_on:%d-%m-%Y}" if stay.ended_on else "sekarang"
    return f"Masa tinggal {stay.register_number} di {stay.shelter} ({stay.entered_on:%d-%m-%Y} – {until})"


def _overlap(one, other):
    """As Stay.clean has it: each begins before the other ends."""
    begins, ends = one.entered_on, other.ended_on
    return (ends is None or ends > begins) and (one.ended_on is None or one.ended_on > other.entered_on)


def locked(*clients):
    """Both rows, locked in the order of their keys, so that two merges of the same files wait instead of dying."""
    keys = {client.pk for client in clients}
    found = {client.pk: client for client in Client.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    return [found[client.pk] for client in clients]


def shelter_of(client):
    latest = Stay.objects.kept().filter(client=client).select_related("shelter").first()
    return latest and latest.shelter


def save_file(client):
    client.version += 1
    client.full_clean(exclude=["search_names"])
    client.save()
