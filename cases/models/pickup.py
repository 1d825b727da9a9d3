from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from cases.audit import record
from cases.locks import require_open
from cases.models.checked import CheckedModel
from cases.models.contact import FamilyContact
from cases.models.day import OfStayQuerySet
from cases.models.pickup_check import Line, PickupCheck
from cases.models.pickup_item import PickupItem
from cases.models.relative import Relative
from cases.models.release import is_child, refuse_stranger
from cases.models.stay import Stay
from cases.models.tracing import FamilyTracing
from cases.models.user import User

NOT_OPEN = "Rencana penjemputan ini sudah selesai atau dibatalkan. Muat ulang halaman ini."


class PickupQuerySet(OfStayQuerySet):
    def open(self):
        return self.filter(status=Pickup.Status.PLANNED)

    def due(self, today):
        return self.open().filter(planned_on__lte=today)

    def for_page(self):
        return self.select_related(
            "stay__client__origin", "stay__shelter", "stay__category", "relative__region", "tracing", "met_by",
            "created_by", "closed_by",
        )  # fmt: skip

    def end_with_stay(self, *, by):
        """The stay ended some other way: what was planned is void."""
        for pickup in self.open():
            pickup.end(Pickup.Status.CANCELLED, by=by, reason="Masa tinggal berakhir.")


class Pickup(CheckedModel):
    """Somebody of the family will fetch the client (rencana penjemputan): who, when, and what has been seen by then."""

    class Status(models.TextChoices):
        PLANNED = "planned", "Direncanakan"
        DONE = "done", "Terlaksana"
        CANCELLED = "cancelled", "Dibatalkan"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="pickups", verbose_name="masa tinggal")
    tracing = models.ForeignKey(
        FamilyTracing, models.PROTECT, null=True, blank=True, related_name="pickups", verbose_name="penelusuran"
    )
    relative = models.ForeignKey(Relative, models.PROTECT, related_name="pickups", verbose_name="dijemput oleh")
    planned_on = models.DateField("rencana tanggal")
    planned_at = models.TimeField("jam", null=True, blank=True)
    met_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditemui petugas"
    )
    note = models.TextField("catatan", max_length=1000, blank=True)
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.PLANNED)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="direncanakan oleh")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    close_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = PickupQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana penjemputan"
        verbose_name_plural = "rencana penjemputan"
        ordering = ["-planned_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay"], condition=Q(status="planned"), name="pickup_one_open_per_stay",
                violation_error_message="Sudah ada rencana penjemputan. Ubah atau batalkan rencana itu dahulu.",
            ),
            models.CheckConstraint(
                name="pickup_closed_at_and_by",
                condition=Q(status="planned", closed_at=None, closed_by=None)
                | (~Q(status="planned") & Q(closed_at__isnull=False, closed_by__isnull=False)),
                violation_error_message="Rencana yang selesai memerlukan waktu dan pelaku.",
            ),
            models.CheckConstraint(
                name="pickup_cancel_explained", condition=~Q(status="cancelled") | ~Q(close_reason=""),
                violation_error_message="Tulis mengapa penjemputan dibatalkan.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Penjemputan {self.planned_on:%d/%m/%Y} oleh {self.relative}"

    def get_absolute_url(self):
        return reverse("cases:pickup_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_open(self):
        return self.status == self.Status.PLANNED

    @property
    def missing(self):
        return [line.item for line in self.lines() if line.item.required and not line.is_seen]

    def lines(self):
        """The checklist: each item that fetching this person calls for, with what was seen.

        Of a plan that is done or void only what was seen: what the list says today was not asked then.
        """
        seen = {check.item_id: check for check in self.checks.select_related("seen_by", "item")}
        day = self.stay.ended_on or self.shelter.today()
        items = PickupItem.objects.asked_for(is_child=is_child(self.stay, day), is_guarded=self.stay.is_guarded)
        if not self.is_open:
            return [Line(check.item, check, self.relative) for check in seen.values()]
        return [Line(item, seen.get(item.pk), self.relative) for item in items]

    @transaction.atomic
    def make(self, *, by):
        """Plan it. Only with somebody who agreed, as the last contact with them says. Raises ValidationError."""
        self.stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=self.stay_id)
        self.created_by = by
        require_open(self.stay.client_id)
        if not self.stay.is_resident:
            raise ValidationError("Masa tinggal ini sudah berakhir.")
        refuse_unfit(self.stay, self.relative)
        self._check_day()
        self.tracing = self.stay.tracings.open().first()
        self.full_clean()
        self.save()
        record(by=by, action="pickup.planned", target=self, to=str(self.relative))

    @transaction.atomic
    def change(self, *, by, planned_on, planned_at, met_by, note):
        """Another day or another colleague. Another relative is another plan, for the papers are theirs."""
        self.lock()
        self.planned_on, self.planned_at, self.met_by, self.note = planned_on, planned_at, met_by, note
        self._check_day()
        self.full_clean()
        self.save()
        record(by=by, action="pickup.changed", target=self)

    def _check_day(self):
        if self.planned_on < self.shelter.today():
            raise ValidationError({"planned_on": "Tanggal itu sudah lewat."})

    @transaction.atomic
    def see(self, item, *, by, on):
        """An item was seen. Seen twice it stays as it was seen first."""
        self.lock()
        return self.note_seen(item, by=by, on=on)

    def note_seen(self, item, *, by, on):
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if on < self.stay.entered_on:
            raise ValidationError({"on": "Tanggal sebelum klien masuk."})
        if item.is_relation:
            raise ValidationError("Hubungan dibuktikan di halaman keluarga, tidak dicentang di sini.")
        check, is_new = PickupCheck.objects.get_or_create(
            pickup=self, item=item, defaults={"seen_on": on, "seen_by": by}
        )
        if is_new:
            record(by=by, action="pickup.checked", target=self, task=item.label)
        return check

    @transaction.atomic
    def unsee(self, item, *, by):
        """It was ticked by mistake. Its scan stays in the client's file."""
        self.lock()
        check = self.checks.filter(item=item).first()
        if check is None:
            raise ValidationError("Syarat ini belum dicentang. Muat ulang halaman ini.")
        check.attachments.update(pickup_check=None)
        check.delete()
        record(by=by, action="pickup.unchecked", target=self, task=item.label)

    @transaction.atomic
    def cancel(self, *, by, reason):
        self.lock()
        self.end(self.Status.CANCELLED, by=by, reason=reason)

    def end(self, status, *, by, reason=""):
        """Done or void; whoever calls holds the lock of the stay."""
        self.status, self.closed_by, self.closed_at, self.close_reason = status, by, self.shelter.now(), reason
        self.full_clean()
        self.save()
        done = "pickup.finished" if status == self.Status.DONE else "pickup.cancelled"
        record(by=by, action=done, target=self, to=str(self.relative))

    def lock(self):
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=self.stay_id)
        self.refresh_from_db(from_queryset=Pickup.objects.select_for_update(of=["self"]))
        self.stay = stay
        if not self.is_open:
            raise ValidationError(NOT_OPEN)


def refuse_unfit(stay, relative):
    """Nobody is awaited who was found to be no family, or whose last word was not a yes."""
    refuse_stranger(stay, relative)
    last = FamilyContact.objects.filter(stay=stay, relative=relative).order_by("on", "pk").last()
    if last is None or last.result != FamilyContact.Result.AGREED:
        words = "Orang ini belum setuju menjemput. Catat dahulu kontak dengan hasil “setuju menerima atau menjemput”."
        raise ValidationError({"relative": words})
