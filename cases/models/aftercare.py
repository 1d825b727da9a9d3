from datetime import timedelta
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.lists import ExitReason
from cases.models.stay import Stay
from cases.models.user import User

RETURN_DAYS = 90


class AftercareRule(CheckedModel):
    """After an exit for this reason somebody asks how it goes, so many days later. Data that the department keeps."""

    LONGEST = 3650

    reason = models.ForeignKey(ExitReason, models.PROTECT, related_name="aftercare_rules", verbose_name="alasan keluar")
    days = models.PositiveSmallIntegerField("hari setelah keluar")

    class Meta:
        verbose_name = "jadwal bimbingan lanjut"
        verbose_name_plural = "jadwal bimbingan lanjut"
        ordering = ["reason", "days"]
        constraints = [
            models.UniqueConstraint(
                fields=["reason", "days"],
                name="aftercare_rule_once",
                violation_error_message="Jadwal itu sudah ada.",
            ),
            models.CheckConstraint(
                name="aftercare_rule_after_exit",
                condition=Q(days__gte=1),
                violation_error_message="Sedikitnya satu hari setelah keluar.",
            ),
        ]

    def __str__(self):
        return f"{self.reason}: hari ke-{self.days}"

    @classmethod
    @transaction.atomic
    def add(cls, reason, *, by, days):
        """From the next exit on; what was planned for others stays as it was planned."""
        rule = cls(reason=reason, days=days)
        rule.full_clean()
        rule.save()
        record(by=by, action="aftercarerule.created", target=rule, reason=str(reason), days=days)
        return rule

    @transaction.atomic
    def remove(self, *, by):
        record(by=by, action="aftercarerule.removed", target=self, reason=str(self.reason), days=self.days)
        self.delete()


class AftercareQuerySet(OfStayQuerySet):
    def open(self):
        """Not done, and still to be done: not when the stay was a mistake, or the person has come back or has died."""
        back = Stay.objects.kept().filter(client=OuterRef("stay__client"), entered_on__gte=OuterRef("stay__ended_on"))
        kept = self.filter(done_on=None, stay__status=Stay.Status.DISCHARGED)
        heard = Aftercare.objects.filter(stay=OuterRef("stay"), result=Aftercare.Result.DIED)
        died = Stay.objects.of_the_dead().filter(client=OuterRef("stay__client"))
        return kept.exclude(Exists(back.exclude(pk=OuterRef("stay")))).exclude(Exists(heard)).exclude(Exists(died))

    def due(self, day):
        return self.open().filter(due_on__lte=day)

    def heard(self, *, since):
        """Contacts that took place since a day, the latest first; not of stays that turned out to be a mistake."""
        return self.filter(done_on__gte=since).exclude(stay__status=Stay.Status.CANCELLED).order_by("-done_on", "-pk")

    def results(self, *, since):
        """[(result, how many)] since a day, in the order of the list; also those that nobody had."""
        counted = dict(self.heard(since=since).order_by().values_list("result").annotate(n=Count("pk")))
        return [(result, counted.get(result.value, 0)) for result in Aftercare.Result]

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "stay__exit_reason", "recorded_by")


class Aftercare(CheckedModel):
    """A contact after somebody left (bimbingan lanjut): planned at the exit, then done with a result."""

    class Way(models.TextChoices):
        VISIT = "visit", "Kunjungan"
        PHONE = "phone", "Telepon atau WhatsApp"
        THROUGH = "through", "Lewat TKSK, desa, atau lembaga penerima"

    class Result(models.TextChoices):
        WELL = "well", "Keadaan baik"
        CONCERN = "concern", "Ada masalah, perlu tindak lanjut"
        STREET = "street", "Kembali ke jalan"
        LEFT = "left", "Sudah pergi dari tempat itu"
        UNREACHED = "unreached", "Tidak tersambung"
        DIED = "died", "Meninggal dunia"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="aftercare", verbose_name="masa tinggal")
    due_on = models.DateField("jadwal")
    done_on = models.DateField("tanggal kontak", null=True, blank=True)
    way = models.CharField("cara", max_length=10, choices=Way, blank=True)
    result = models.CharField("hasil", max_length=10, choices=Result, blank=True)
    note = models.TextField("catatan", max_length=2000, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AftercareQuerySet.as_manager()

    class Meta:
        verbose_name = "bimbingan lanjut"
        verbose_name_plural = "bimbingan lanjut"
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], name="aftercare_due", condition=Q(done_on=None))]
        constraints = [
            models.UniqueConstraint(
                fields=["stay", "due_on"],
                name="aftercare_once_a_day",
                violation_error_message="Bimbingan lanjut pada tanggal itu sudah dijadwalkan.",
            ),
            models.CheckConstraint(
                name="aftercare_done_with_result",
                condition=Q(done_on=None, way="", result="", recorded_at=None, recorded_by=None)
                | (
                    Q(done_on__isnull=False, recorded_at__isnull=False, recorded_by__isnull=False)
                    & ~Q(way="")
                    & ~Q(result="")
                ),
                violation_error_message="Kontak yang dilakukan memerlukan tanggal, cara, dan hasil.",
            ),
            models.CheckConstraint(
                name="aftercare_concern_explained",
                condition=~Q(result="concern") | ~Q(note=""),
                violation_error_message="Tulis masalahnya di catatan.",
            ),
        ]

    def __str__(self):
        return f"{self.due_on}: {self.get_result_display() or 'dijadwalkan'}"

    @property
    def shelter(self):
        return self.stay.shelter

    @classmethod
    def plan(cls, stay):
        """The dates that follow from this exit. Some rows of a table, so that a later change of rules moves none."""
        rules = AftercareRule.objects.filter(reason=stay.exit_reason.asks)
        return cls.objects.bulk_create(
            [cls(stay=stay, due_on=stay.ended_on + timedelta(days=rule.days)) for rule in rules], ignore_conflicts=True
        )

    @classmethod
    @transaction.atomic
    def add(cls, stay, *, by, on):
        """A further contact that was agreed; on a day that has one already nothing changes."""
        planned, is_new = cls.objects.get_or_create(stay=stay, due_on=on)
        if is_new:
            record(by=by, action="aftercare.planned", target=planned)
        return planned

    @classmethod
    @transaction.atomic
    def log(cls, stay, *, by, on, way, result, note=""):
        """A contact that nobody had planned. One that was planned for that very day is thereby done."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=stay.pk)
        if stay.status != Stay.Status.DISCHARGED:
            raise ValidationError("Bimbingan lanjut dicatat sesudah klien keluar.")
        planned = cls.objects.filter(stay=stay, due_on=on, done_on=None).first()
        if planned is None:
            if cls.objects.filter(stay=stay, due_on=on).exists():
                raise ValidationError({"on": "Kontak pada tanggal itu sudah dicatat."})
            planned = cls(stay=stay, due_on=on)
            planned.full_clean()
            planned.save()
            record(by=by, action="aftercare.logged", target=planned)
        planned.finish(by=by, on=on, way=way, result=result, note=note)
        return planned

    @transaction.atomic
    def finish(self, *, by, on, way, result, note=""):
        self.refresh_from_db(from_queryset=Aftercare.objects.select_for_update(of=["self"]))
        if self.done_on:
            raise ValidationError("Kontak ini sudah dicatat. Muat ulang halaman ini.")
        self._keep(by=by, on=on, way=way, result=result, note=note)
        record(by=by, action="aftercare.finished", target=self, result=result)

    @transaction.atomic
    def correct(self, *, by, on, way, result, note=""):
        """What was recorded is told better: the trail keeps what it was."""
        self.refresh_from_db(from_queryset=Aftercare.objects.select_for_update(of=["self"]))
        before = (self.done_on, self.way, self.result, self.note)
        if before == (on, way, result, note):
            return
        self._keep(by=by, on=on, way=way, result=result, note=note)
        record(by=by, action="aftercare.corrected", target=self, before=before[2], result=result)

    def _keep(self, *, by, on, way, result, note):
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if on < self.stay.ended_on:
            raise ValidationError({"on": "Tanggal sebelum klien keluar."})
        self.done_on, self.way, self.result, self.note = on, way, result, note
        self.recorded_by, self.recorded_at = by, self.shelter.now()
        self.full_clean()
        self.save()


def street_returns(client):
    """Contacts that found the person on the street again: [(contact, days after leaving)]. Asked over all shelters."""
    found = Aftercare.objects.filter(stay__client=client, result=Aftercare.Result.STREET)
    rows = found.exclude(stay__status=Stay.Status.CANCELLED).select_related("stay").order_by("done_on", "pk")
    return [(contact, (contact.done_on - contact.stay.ended_on).days) for contact in rows if contact.stay.ended_on]


def failed_reunions(client):
    """Stays that ended with a return to the family and were followed by another within 90 days: [(stay, days)].

    A question about the dates, so that a corrected date corrects the answer. Asked over all shelters.
    """
    stays = (
        client.stays.kept()
        .select_related("exit_reason__maps_to")
        .order_by("entered_on", F("ended_on").asc(nulls_last=True), "pk")
    )
    found = []
    for before, after in pairwise(stays):
        if before.ended_on and before.exit_reason and before.exit_reason.asks.is_reunion:
            days = (after.entered_on - before.ended_on).days
            if days <= RETURN_DAYS:
                found.append((before, days))
    return found
