"""Away from the house, as a dated state (keadaan tidak di panti).

The day records stay what is counted: an absence writes those of its nights, and of the nights to come, and keeps
them in step. What a roll call says of a single day stands above it: such a record leaves the absence.
"""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from cases.audit import difference, plain, record
from cases.models.absence_rules import ABSENCE_RULES
from cases.models.absences import NIGHTS_AHEAD, AbsenceQuerySet
from cases.models.checked import CheckedModel
from cases.models.day import DayRecord
from cases.models.letter import Letter
from cases.models.lists import ExitReason
from cases.models.stay import Stay
from cases.models.user import User

ONE_DAY = timedelta(days=1)
TO_BE_CORRECTED = ["kind", "left_on", "left_at", "expected_on", "reason", "returned_on", "returned_at"]


class Absence(CheckedModel):
    class Kind(models.TextChoices):
        LEAVE = "izin", "Izin"
        HOSPITAL = "rs", "Dirawat di RS"
        ABSCONDED = "kabur", "Pergi tanpa izin"
        TRAVEL = "perjalanan", "Dalam perjalanan"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="absences", verbose_name="masa tinggal")
    kind = models.CharField("mengapa tidak di panti", max_length=10, choices=Kind)
    left_on = models.DateField("pergi sejak", help_text="Untuk yang pergi tanpa izin: hari terakhir terlihat.")
    left_at = models.TimeField("jam pergi", null=True, blank=True)
    expected_on = models.DateField("rencana kembali", null=True, blank=True)
    reason = models.CharField("keterangan", max_length=300, blank=True)
    recorded_at = models.DateTimeField("dicatat pada", auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    returned_on = models.DateField("kembali pada", null=True, blank=True)
    returned_at = models.TimeField("jam kembali", null=True, blank=True)
    return_note = models.CharField("keterangan kembali", max_length=300, blank=True)
    return_recorded_at = models.DateTimeField(null=True, blank=True)
    return_recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    # Declared gone after the shelter's hours: from then on no bed is kept, and what was open waits.
    let_go_at = models.DateTimeField("dinyatakan pergi tanpa izin", null=True, blank=True)
    let_go_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="absence", verbose_name="surat laporan"
    )
    # What the letter says, as it was said: later corrections change the file, not a letter that is out.
    report = models.JSONField("isi surat laporan", default=dict, blank=True)
    police_number = models.CharField("nomor laporan kepolisian", max_length=100, blank=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "keadaan tidak di panti"
        verbose_name_plural = "keadaan tidak di panti"
        ordering = ["-left_on", "-pk"]
        indexes = [models.Index(fields=["stay", "left_on"], name="absence_stay")]
        constraints = ABSENCE_RULES

    def __str__(self):
        return f"{self.get_kind_display()} sejak {self.left_on}"

    def get_absolute_url(self):
        return self.stay.get_absolute_url()

    def get_return_url(self):
        return reverse("cases:absence_return", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_open(self):
        return self.returned_on is None and self.stay.is_resident

    @property
    def is_absconding(self):
        return self.kind == self.Kind.ABSCONDED

    @property
    def nights(self):
        """The nights away: from the day of leaving to the eve of the return, and while open some time ahead."""
        end = self.returned_on or self.shelter.today() + timedelta(days=NIGHTS_AHEAD)
        if self.stay.ended_on:
            end = min(end, self.stay.ended_on)
        return {self.left_on + ONE_DAY * step for step in range((end - self.left_on).days)}

    @property
    def nights_so_far(self):
        today = self.shelter.today()
        return sum(night < today for night in self.nights)

    @property
    def last_day_to_come_back(self):
        """Until then whoever went without leave comes back into the same stay."""
        return self.left_on + timedelta(days=self.shelter.abscond_close_after_days)

    @property
    def may_be_closed(self):
        return self.is_open and self.is_absconding and self.shelter.today() > self.last_day_to_come_back

    @property
    def state(self):
        """How it stands, in words."""
        if not self.is_open:
            return "Sudah kembali" if self.returned_on else "Tidak kembali"
        if self.is_absconding:
            return "Pergi tanpa izin" if self.is_long_missing else "Belum kembali"
        if self.expected_on and self.expected_on < self.shelter.today():
            return "Terlambat kembali"
        return self.get_kind_display()

    @property
    def gone_at(self):
        """From when on it is an absconding at this shelter. Without an hour of leaving: since it was noted."""
        zone, noted = self.shelter.zone, timezone.localtime(self.recorded_at, self.shelter.zone)
        since = datetime.combine(self.left_on, self.left_at or time(23, 59), tzinfo=zone)
        if self.left_at is None and noted.date() == self.left_on:
            since = noted
        return since + timedelta(hours=self.shelter.abscond_after_hours)

    @property
    def is_long_missing(self):
        return timezone.now() >= self.gone_at

    @property
    def may_be_let_go(self):
        return self.is_open and self.is_absconding and self.let_go_at is None and self.is_long_missing

    def clean(self):
        super().clean()
        stay, today = self.stay, self.shelter.today()
        if self.left_on and not stay.entered_on <= self.left_on <= (stay.ended_on or today):
            raise ValidationError({"left_on": "Tanggal pergi di luar masa tinggal, atau belum tiba."})
        if self.returned_on and self.returned_on > (stay.ended_on or today):
            raise ValidationError({"returned_on": "Tanggal kembali sesudah keluar, atau belum tiba."})
        if self.returned_on and self.left_on and self.returned_on < self.left_on:
            raise ValidationError({"returned_on": "Tanggal kembali tidak boleh sebelum tanggal pergi."})
        same_day = self.returned_on == self.left_on and self.left_at and self.returned_at
        if same_day and self.returned_at < self.left_at:
            raise ValidationError({"returned_at": "Jam kembali tidak boleh sebelum jam pergi."})

    @classmethod
    @transaction.atomic
    def begin(cls, stay, *, by, kind, left_on, left_at=None, expected_on=None, reason=""):
        """Somebody is away from a day on. Its night and the following ones count as away until the return."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=stay.pk)
        if not stay.is_resident:
            raise ValidationError("Klien sudah tidak tinggal di panti ini.")
        away = cls(
            stay=stay, kind=kind, left_on=left_on, left_at=left_at, expected_on=expected_on, reason=reason,
            recorded_by=by,
        )  # fmt: skip
        away.full_clean()
        away.save()
        away.write_days(before=set(), by=by)
        record(by=by, action="absence.begun", target=away, kind=kind, since=str(left_on))
        return away

    @transaction.atomic
    def return_(self, *, by, on, at=None, note="", resume_tasks=False):
        """Back in the same stay, which never stopped. After the shelter's days of waiting it is a new stay instead.

        `resume_tasks`: what waited for the return is to be done again.
        """
        self._lock()
        if not self.is_open:
            raise ValidationError("Klien ini sudah tercatat kembali atau keluar. Muat ulang halaman ini.")
        if self.is_absconding and on > self.last_day_to_come_back:
            days = self.shelter.abscond_close_after_days
            raise ValidationError(
                {"on": f"Lebih dari {days} hari sesudah pergi: masa tinggal lama ditutup, lalu klien diterima kembali."}
            )
        if on < self.left_on or on > self.shelter.today():
            raise ValidationError({"on": "Tanggal kembali tidak boleh sebelum tanggal pergi, atau belum tiba."})
        before = self.nights
        self.returned_on, self.returned_at, self.return_note = on, at, note
        self.return_recorded_by, self.return_recorded_at = by, self.shelter.now()
        self.full_clean()
        self.save()
        self.write_days(before=before, by=by)
        record(by=by, action="absence.returned", target=self, on=str(on))
        if resume_tasks:
            self.stay.tasks.resume_all(by=by)

    @transaction.atomic
    def let_go(self, *, by):
        """Missing for the shelter's hours: no bed is kept since then, and tasks wait. The stay goes on."""
        self._lock()
        if not self.may_be_let_go:
            raise ValidationError("Tempat tidurnya belum dapat dilepas, atau sudah dilepas. Muat ulang halaman ini.")
        self.let_go_at, self.let_go_by = self.shelter.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="absence.let_go", target=self, since=str(self.left_on))
        self.stay.placements.end(by=by, on=timezone.localdate(self.gone_at, self.shelter.zone))
        self.stay.tasks.suspend_all(by=by, reason="Klien pergi tanpa izin.")

    @transaction.atomic
    def correct(self, *, by, **values):
        """What was noted wrongly, made right; the nights follow."""
        self._lock()
        if (values.get("returned_on") is None) != (self.returned_on is None):
            raise ValidationError({"returned_on": "Kembalinya klien dicatat di halaman “Kembali”."})
        old, before = {name: plain(getattr(self, name)) for name in TO_BE_CORRECTED}, self.nights
        for name, value in values.items():
            setattr(self, name, value)
        self.full_clean()
        self.save()
        self.write_days(before=before, by=by)
        changed = difference(old, {name: plain(getattr(self, name)) for name in TO_BE_CORRECTED})
        if "reason" in changed:
            changed["reason"] = ["•", "•"]
        record(by=by, action="absence.changed", target=self, changed=changed)

    @transaction.atomic
    def write_report(self, *, by, report):
        """The numbered letter to the police; from now on its words stand."""
        self._lock()
        if not self.is_absconding:
            raise ValidationError("Surat laporan hanya untuk klien yang pergi tanpa izin.")
        if self.letter:
            raise ValidationError("Surat laporan sudah diterbitkan. Muat ulang halaman ini.")
        self.letter = Letter.issue(
            Letter.Kind.ABSCOND, shelter=self.shelter, by=by, about=self.stay, addressee=report["to"]
        )
        self.report = report
        self.full_clean()
        self.save()
        record(by=by, action="absence.reported", target=self, letter=self.letter.number)

    @transaction.atomic
    def note_police_number(self, number, *, by):
        self._lock()
        self.police_number = number
        self.full_clean()
        self.save()
        record(by=by, action="absence.police_noted", target=self, number=number)

    @transaction.atomic
    def close_stay(self, *, by):
        """Not back after the days of waiting: the stay ended on the day the person was last seen."""
        self._lock()
        if not self.may_be_closed:
            raise ValidationError("Masa tinggal ini belum dapat ditutup sebagai kabur, atau sudah ditutup.")
        reason = ExitReason.objects.get(slug="kabur")
        self.stay.discharge(by=by, on=self.left_on, reason=reason, note="Tidak kembali; terakhir terlihat hari itu.")
        self.write_days(before=self.nights, by=by)

    def _lock(self):
        """The stay first, as every other verb does, then the absence."""
        Stay.objects.select_for_update(of=["self"]).get(pk=self.stay_id)
        self.refresh_from_db(from_queryset=Absence.objects.select_for_update(of=["self"]))

    def write_days(self, *, before, by=None):
        """Day records of the nights away. A night that the absence held `before` and a roll call took from it since
        stays as the roll call said; others are taken over."""
        nights = self.nights
        self.days.exclude(date__in=nights).delete()
        self.days.update(presence=self.kind)
        DayRecord.objects.bulk_create(
            [
                DayRecord(
                    stay=self.stay, date=night, presence=self.kind, absence=self, recorded_by=by or self.recorded_by
                )
                for night in sorted(nights - before)
            ],
            update_conflicts=True, unique_fields=["stay", "date"],
            update_fields=["presence", "absence", "recorded_by", "recorded_at"],
        )  # fmt: skip
