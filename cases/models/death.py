"""A death in care (kematian): what is recorded, whom it is told, how long one waits, and the last care given."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models.catalogue import BasicService
from cases.models.checked import CheckedModel
from cases.models.day import DayRecord, OfStayQuerySet, ServiceRecord
from cases.models.letter import Letter
from cases.models.lists import ExitReason
from cases.models.need import Need
from cases.models.stay import Stay
from cases.models.user import User

DECEASED = "meninggal"  # the exit reason of the list
BURIAL = "burial"  # the basic service of the catalogue


class DeathQuerySet(OfStayQuerySet):
    def standing(self):
        """Not those that were recorded by mistake."""
        return self.filter(cancelled_at=None)

    def unburied(self):
        """For the work list: the last care is still to be given, the earliest deadline first."""
        return self.standing().filter(buried_at=None).order_by("wait_until")

    def for_page(self):
        return self.select_related(
            "stay__client__origin", "stay__shelter", "stay__category", "letter", "recorded_by", "early_by",
            "cancelled_by", "buried_record", "need",
        )  # fmt: skip


class Death(CheckedModel):
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="deaths", verbose_name="masa tinggal")
    died_at = models.DateTimeField("waktu meninggal atau ditemukan")
    place = models.CharField("tempat", max_length=200)
    found_by = models.CharField("ditemukan atau didampingi oleh", max_length=200, blank=True)
    cause = models.TextField("sebab menurut keterangan", max_length=2000, blank=True)
    medical_note = models.TextField("keterangan medis", max_length=3000, blank=True)
    # As of the death: a later change of the shelter's setting moves no deadline.
    wait_until = models.DateTimeField("menunggu keluarga sampai")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")
    # The need that this death opened; one that was open before is not ours to close.
    need = models.OneToOneField(Need, models.PROTECT, null=True, blank=True, related_name="+")

    early_reason = models.CharField("alasan sebelum waktu tunggu berakhir", max_length=300, blank=True)
    early_at = models.DateTimeField(null=True, blank=True)
    early_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    buried_at = models.DateTimeField("waktu pemakaman", null=True, blank=True)
    burial_place = models.CharField("tempat pemakaman", max_length=200, blank=True, help_text="Misalnya TPU Madureso.")
    burial_plot = models.CharField("blok dan nomor makam", max_length=100, blank=True)
    washed_by = models.CharField("dimandikan oleh", max_length=200, blank=True)
    shrouded_by = models.CharField("dikafani atau dipakaikan oleh", max_length=200, blank=True)
    buried_by = models.CharField("dimakamkan oleh", max_length=200, blank=True)
    rite = models.CharField(
        "tata cara", max_length=200, blank=True, help_text="Menurut agama almarhum/almarhumah bila diketahui."
    )
    rite_decided_by = models.CharField(
        "tata cara ditetapkan oleh", max_length=200, blank=True, help_text="Diisi bila agamanya tidak diketahui."
    )
    cost = models.DecimalField(
        "biaya (Rp)", max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    buried_record = models.OneToOneField(ServiceRecord, models.PROTECT, null=True, blank=True, related_name="+")
    letter = models.OneToOneField(Letter, models.PROTECT, null=True, blank=True, related_name="death")

    certificate_requested_on = models.DateField("permohonan akta kematian", null=True, blank=True)
    certificate_number = models.CharField("nomor akta kematian", max_length=60, blank=True)

    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField("alasan pembatalan", max_length=200, blank=True)

    objects = DeathQuerySet.as_manager()

    class Meta:
        verbose_name = "kematian"
        verbose_name_plural = "kematian"
        ordering = ["-died_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay"],
                name="death_once_per_stay",
                condition=Q(cancelled_at=None),
                violation_error_message="Kematian klien ini sudah dicatat.",
            ),
            models.CheckConstraint(
                name="death_early_at_by_and_reason",
                condition=Q(early_at=None, early_by=None, early_reason="")
                | (Q(early_at__isnull=False, early_by__isnull=False) & ~Q(early_reason="")),
                violation_error_message="Izin sebelum waktu tunggu berakhir memerlukan alasan.",
            ),
            models.CheckConstraint(
                name="death_burial_waits_or_is_allowed",
                condition=Q(buried_at=None) | Q(buried_at__gte=F("wait_until")) | Q(early_at__isnull=False),
                violation_error_message="Waktu tunggu keluarga belum berakhir. Mintakan izin kepala panti.",
            ),
            models.CheckConstraint(
                name="death_burial_after_death",
                condition=Q(buried_at=None) | Q(buried_at__gte=F("died_at")),
                violation_error_message="Waktu pemakaman tidak boleh sebelum waktu meninggal.",
            ),
            models.CheckConstraint(
                name="death_burial_is_told",
                condition=Q(buried_at=None, burial_place="", buried_by="")
                | (Q(buried_at__isnull=False) & ~Q(burial_place="") & ~Q(buried_by="")),
                violation_error_message="Isi waktu, tempat, dan siapa yang memakamkan.",
            ),
            models.CheckConstraint(
                name="death_cancelled_at_by_and_reason",
                condition=Q(cancelled_at=None, cancelled_by=None, cancel_reason="")
                | (Q(cancelled_at__isnull=False, cancelled_by__isnull=False) & ~Q(cancel_reason="")),
                violation_error_message="Pembatalan memerlukan alasan.",
            ),
            models.CheckConstraint(
                name="death_cost_not_negative",
                condition=Q(cost=None) | Q(cost__gte=0),
                violation_error_message="Biaya tidak boleh kurang dari 0.",
            ),
        ]

    def __str__(self):
        return f"{self.honorific} {self.stay.client}"

    def get_absolute_url(self):
        return reverse("cases:death_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def honorific(self):
        return honorific(self.stay.client)

    @property
    def died_on(self):
        return timezone.localdate(self.died_at, self.shelter.zone)

    @property
    def is_waiting(self):
        return self.buried_at is None and self.cancelled_at is None and timezone.now() < self.wait_until

    @property
    def is_standing(self):
        return self.cancelled_at is None

    @transaction.atomic
    def register(self, *, by):
        """The death is known: it ends the stay on its date, opens the need for the last care, starts the waiting."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=self.stay_id)
        self.stay, self.recorded_by = stay, by
        if self.died_at > stay.shelter.now():
            raise ValidationError({"died_at": "Waktu itu belum tiba."})
        if self.died_on < stay.entered_on:
            raise ValidationError({"died_at": "Waktu meninggal tidak boleh sebelum tanggal masuk."})
        self.wait_until = self.died_at + timedelta(hours=stay.shelter.death_wait_hours)
        self._end_stay(by)
        self.need = self._open_need(by)
        self.full_clean()
        self.save()
        record(by=by, action="death.recorded", target=self, date=str(self.died_on))

    def _end_stay(self, by):
        stay = self.stay
        if stay.is_resident:
            stay.discharge(by=by, on=self.died_on, reason=ExitReason.objects.get(slug=DECEASED))
        elif stay.status != Stay.Status.DISCHARGED or stay.exit_reason.slug != DECEASED:
            raise ValidationError("Klien tidak tercatat tinggal di panti. Muat ulang halaman ini.")
        elif stay.ended_on != self.died_on:  # the register knew of the death before its details were told
            raise ValidationError({"died_at": "Masa tinggal tercatat berakhir karena meninggal pada tanggal lain."})

    def _open_need(self, by):
        """The standard asks for needs known by the last present day; the date of death is the day after it.

        So the need stands on the last present day of the same month, and its note tells the true date. In a month
        without one the person is in no figure: then it stands on the date of death.
        """
        if self.stay.needs.open().filter(service=BURIAL).exists():
            return None
        first, last = max(self.stay.entered_on, self.died_on.replace(day=1)), self.died_on
        away = DayRecord.objects.filter(stay=self.stay, date__range=(first, last)).exclude(presence="hadir")
        away = set(away.values_list("date", flat=True))
        nights = [first + timedelta(days=n) for n in range((last - first).days)]
        present = [night for night in nights if night not in away]
        note = f"Meninggal {self.died_on:%d/%m/%Y}"
        day = present[-1] if present else self.died_on
        return Need.open_for(self.stay, by=by, service=BasicService.objects.get(slug=BURIAL), on=day, note=note)

    @transaction.atomic
    def allow_early(self, *, by, reason):
        """The head lets the burial be before the waiting ends. Only whoever may review asks for this verb."""
        self._lock()
        self._require_unburied()
        self.early_reason, self.early_at, self.early_by = reason, self.shelter.now(), by
        self._keep("death.early_allowed", by)

    @transaction.atomic
    def bury(self, *, by, at, place, buried_by, **told):
        """The last care was given. It counts as a service on its own day, which lies after the stay."""
        self._lock()
        self._require_unburied()
        if at > self.shelter.now():
            raise ValidationError({"buried_at": "Waktu pemakaman belum tiba."})
        self.buried_at, self.burial_place, self.buried_by = at, place, buried_by
        for field in ("burial_plot", "washed_by", "shrouded_by", "rite", "rite_decided_by", "cost"):
            setattr(self, field, told.get(field) if field == "cost" else told.get(field, ""))
        self.full_clean()
        day = timezone.localdate(at, self.shelter.zone)
        self.buried_record = ServiceRecord.give(self.stay, BURIAL, by=by, on=day, note=f"Pemakaman, {place}"[:300])
        if self.need and not self.need.closed_on:
            self.need.close(by=by, on=day, reason=Need.Reason.FULFILLED)
        self._keep("death.buried", by, date=str(day))

    @transaction.atomic
    def issue_minutes(self, *, by):
        """The berita acara gets its number, once all of it has happened."""
        self._lock()
        if self.letter_id:
            raise ValidationError("Berita acara sudah bernomor.")
        if not self.buried_at:
            raise ValidationError("Catat pemakaman lebih dahulu; berita acara memuat keduanya.")
        self.letter = Letter.issue(Letter.Kind.DEATH, shelter=self.shelter, by=by, about=self.stay)
        self._keep("death.minutes_issued", by, letter=str(self.letter))

    @transaction.atomic
    def ask_certificate(self, *, by, on, number=""):
        self._lock()
        if on < self.died_on or on > self.shelter.today():
            raise ValidationError({"on": "Tanggal permohonan antara tanggal meninggal dan hari ini."})
        self.certificate_requested_on, self.certificate_number = on, number
        self._keep("death.certificate_requested", by, date=str(on))

    @transaction.atomic
    def correct(self, *, by, **values):
        """Place, circumstances and cause as they became known. The date stands; a wrong date is cancelled."""
        self._lock()
        for field in ("place", "found_by", "cause", "medical_note"):
            setattr(self, field, values[field])
        self._keep("death.changed", by)

    @transaction.atomic
    def cancel(self, *, by, reason):
        """It was not so, or not this person: the stay goes on and nothing of the death is counted any more.

        Returns the place where the person sleeps again; None when the bed went to somebody else, or there was none.
        """
        self._lock()
        self.cancel_reason, self.cancelled_at, self.cancelled_by = reason, self.shelter.now(), by
        counted = [step.service_record_id for step in self.steps.exclude(service_record=None)] + [self.buried_record_id]
        self.buried_record = None
        self._keep("death.cancelled", by, services=len([one for one in counted if one]))
        self.steps.update(service_record=None)
        ServiceRecord.objects.filter(pk__in=[one for one in counted if one]).delete()
        if self.letter:
            self.letter.void_reason = reason
            self.letter.save(update_fields=["void_reason"])
        self._take_need_back(by)
        return self.stay.reopen(by=by, reason=reason)

    def _take_need_back(self, by):
        if self.need and self.need.closed_on:
            self.need.reason = Need.Reason.NOT_NEEDED
            self.need.save(update_fields=["reason"])
            record(by=by, action="need.changed", target=self.need, reason=self.need.reason)
        elif self.need:
            self.need.close(by=by, on=self.shelter.today(), reason=Need.Reason.NOT_NEEDED)

    def _lock(self):
        self.refresh_from_db(from_queryset=Death.objects.select_for_update(of=["self"]))
        if self.cancelled_at:
            raise ValidationError("Catatan kematian ini sudah dibatalkan. Muat ulang halaman ini.")

    def _require_unburied(self):
        if self.buried_at:
            raise ValidationError("Pemakaman sudah dicatat. Muat ulang halaman ini.")

    def _keep(self, action, by, **details):
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, **details)


def honorific(client):
    return {"L": "Almarhum", "P": "Almarhumah"}.get(client.sex, "Almarhum/almarhumah")
