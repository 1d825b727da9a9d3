from datetime import timedelta
from statistics import median

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse

from cases.audit import record
from cases.models.catalogue import BasicService
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.day import OfStayQuerySet, ServiceRecord
from cases.models.need import Need
from cases.models.paper_kinds import INITIAL, OPEN, PaperKind, PaperStatus, Requirement
from cases.models.paper_rules import RULES
from cases.models.stay import Stay
from cases.models.user import User
from cases.templatetags.indonesian import tanggal

SERVICE = "civil_documents"  # the SPM service that each step gives
DUE_DAYS = 14  # so long may an office be silent before the line comes up on the work list


class IdentityPaperQuerySet(OfStayQuerySet):
    def open(self):
        return self.filter(status__in=OPEN)

    def overdue(self, today):
        """For the work list: nobody has heard of the request, or nobody has fetched what was issued, for too long."""
        died = Stay.objects.of_the_dead().filter(client=OuterRef("client"))
        return self.open().filter(due_on__lte=today).exclude(Exists(died))

    def for_page(self):
        return self.select_related("stay__shelter", "client")

    def figures(self, first, last):
        """Per kind what was requested, issued and refused from first to last, and the median days of an answer."""
        rows = {}
        for kind, requested, status, decided in self.filter(requested_on__isnull=False).values_list(
            "kind", "requested_on", "status", "decided_on"
        ):
            row = rows.setdefault(kind, {"requested": 0, "issued": 0, "refused": 0, "days": []})
            row["requested"] += first <= requested <= last
            if decided and first <= decided <= last:
                row["refused" if status == PaperStatus.REFUSED else "issued"] += 1
                row["days"].append((decided - requested).days)
        for row in rows.values():
            row["median_days"] = median(row.pop("days") or [0]) if row["issued"] or row["refused"] else None
        return {PaperKind(kind): rows[kind] for kind in PaperKind.values if kind in rows and any(rows[kind].values())}


class IdentityPaper(CheckedModel):
    """One identity document of a client, from not having it to having it in the hand (fasilitasi dokumen)."""

    Status, Kind = PaperStatus, PaperKind
    NEXT = dict.fromkeys(INITIAL[:4], {Status.GATHERED, Status.REQUESTED, Status.DROPPED}) | {
        # Requirements come one by one: each visit is a step.
        Status.GATHERED: {Status.GATHERED, Status.REQUESTED, Status.DROPPED},
        Status.REQUESTED: {Status.ISSUED, Status.REFUSED, Status.DROPPED},
        Status.ISSUED: {Status.HANDED},
    }

    client = models.ForeignKey(Client, models.PROTECT, related_name="papers", verbose_name="klien")
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="papers", verbose_name="masa tinggal")
    kind = models.CharField("jenis dokumen", max_length=10, choices=PaperKind)
    kind_note = models.CharField("sebutan dokumen", max_length=100, blank=True)
    status = models.CharField("keadaan", max_length=10, choices=PaperStatus)
    begun_as = models.CharField("keadaan awal", max_length=10, choices=PaperStatus)
    requirements = ArrayField(
        models.CharField(max_length=12, choices=Requirement), verbose_name="syarat yang sudah ada",
        default=list, blank=True,
    )  # fmt: skip
    note = models.CharField("catatan", max_length=300, blank=True)
    due_on = models.DateField("ditanyakan lagi pada", null=True, blank=True)
    pick_up = models.CharField("yang akan mengambil", max_length=150, blank=True)

    started_on = models.DateField("dicatat")
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    gathered_on = models.DateField("syarat dikumpulkan", null=True, blank=True)
    gathered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    requested_on = models.DateField("diajukan", null=True, blank=True)
    requested_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    office = models.CharField("diajukan ke", max_length=150, blank=True)
    file_number = models.CharField("nomor berkas", max_length=60, blank=True)
    officer = models.CharField("petugas penerima", max_length=100, blank=True)
    decided_on = models.DateField("terbit atau ditolak", null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    number = models.CharField("nomor dokumen", max_length=60, blank=True)
    refuse_reason = models.CharField("alasan ditolak", max_length=300, blank=True)
    handed_on = models.DateField("diserahkan", null=True, blank=True)
    handed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    handed_to = models.CharField("diserahkan kepada", max_length=150, blank=True)
    dropped_on = models.DateField("dihentikan", null=True, blank=True)
    dropped_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    drop_reason = models.CharField("alasan dihentikan", max_length=200, blank=True)

    objects = IdentityPaperQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen kependudukan"
        verbose_name_plural = "dokumen kependudukan"
        ordering = ["-started_on", "-pk"]
        indexes = [models.Index(fields=["status", "due_on"], name="paper_status_due")]
        constraints = RULES

    def __str__(self):
        return self.kind_note if self.kind == PaperKind.OTHER else self.get_kind_display()

    def get_absolute_url(self):
        return reverse("cases:paper_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def next_statuses(self):
        return self.NEXT.get(self.status, set())

    @property
    def is_open(self):
        return self.status in OPEN

    @property
    def is_late(self):
        return self.is_open and self.due_on is not None and self.due_on <= self.shelter.today()

    @property
    def requirement_labels(self):
        return [Requirement(slug).label for slug in self.requirements]

    @property
    def milestones(self):
        """What happened so far, in order: (label, day, who, words)."""
        decided = "Ditolak" if self.status == PaperStatus.REFUSED else "Terbit"
        request = " · ".join(filter(None, [self.office, self.file_number, self.officer]))
        steps = [
            (f"Dicatat: {self.get_begun_as_display().lower()}", self.started_on, self.started_by, ""),
            ("Syarat dikumpulkan", self.gathered_on, self.gathered_by, ", ".join(self.requirement_labels)),
            ("Diajukan", self.requested_on, self.requested_by, request),
            (decided, self.decided_on, self.decided_by, self.refuse_reason),
            (f"Diserahkan kepada {self.handed_to}", self.handed_on, self.handed_by, ""),
            ("Dihentikan", self.dropped_on, self.dropped_by, self.drop_reason),
        ]
        return [step for step in steps if step[1]]

    def clean(self):
        super().clean()
        if self.stay_id and self.client_id != self.stay.client_id:
            raise ValidationError("Masa tinggal ini bukan milik klien itu.")

    @transaction.atomic
    def start(self, *, by):
        """Begin the line; the first one opens the need. What a client has already is only noted down."""
        stay = Stay.objects.select_for_update(of=["self"]).get(pk=self.stay_id)
        if self.started_on > stay.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if self.started_on < stay.entered_on or (stay.ended_on and self.started_on > stay.ended_on):
            raise ValidationError({"on": "Tanggal di luar masa tinggal."})
        self.client_id, self.status, self.started_by = stay.client_id, self.begun_as, by
        self.full_clean()
        self.save()
        record(by=by, action="paper.started", target=self, kind=self.kind, status=self.status)
        if self.is_open:
            self._open_need(stay, by)

    def gather(self, *, by, on, requirements, note=""):
        self._move_to(
            PaperStatus.GATHERED, "paper.gathered", by=by, on=on,
            gathered_on=on, gathered_by=by, requirements=requirements, note=note,
        )  # fmt: skip

    def request(self, *, by, on, office, file_number="", officer="", due_on=None, pick_up=""):
        self._move_to(
            PaperStatus.REQUESTED, "paper.requested", by=by, on=on,
            requested_on=on, requested_by=by, office=office, file_number=file_number, officer=officer,
            due_on=due_on or on + timedelta(days=DUE_DAYS), pick_up=pick_up,
        )  # fmt: skip

    @transaction.atomic
    def issue(self, *, by, on, number="", nik=""):
        """The office has made it. A NIK that it brings goes into the file through the same checks as any other."""
        self._move_to(
            PaperStatus.ISSUED, "paper.issued", by=by, on=on,
            decided_on=on, decided_by=by, number=number, due_on=on + timedelta(days=DUE_DAYS),
        )  # fmt: skip
        if nik:
            self._take_nik(nik, by)

    def refuse(self, *, by, on, reason):
        """The office has said no. Another try is another line, so that both are counted."""
        self._move_to(
            PaperStatus.REFUSED, "paper.refused", by=by, on=on,
            decided_on=on, decided_by=by, refuse_reason=reason, due_on=None,
        )  # fmt: skip

    def hand_over(self, *, by, on, to):
        self._move_to(
            PaperStatus.HANDED, "paper.handed", by=by, on=on,
            handed_on=on, handed_by=by, handed_to=to, due_on=None,
        )  # fmt: skip

    def drop(self, *, by, on, reason):
        """No longer needed, or entered by mistake: no service was given by that."""
        self._move_to(
            PaperStatus.DROPPED, "paper.dropped", by=by, on=on, counts=False,
            dropped_on=on, dropped_by=by, drop_reason=reason, due_on=None,
        )  # fmt: skip

    @transaction.atomic
    def follow_up(self, *, by, on, due_on, note="", pick_up=""):
        """Asked again at the office, or at the one who shall fetch it; the clock starts anew."""
        self._lock()
        if self.status not in (PaperStatus.REQUESTED, PaperStatus.ISSUED):
            raise ValidationError("Dokumen ini tidak sedang menunggu. Muat ulang halaman ini.")
        self._require_day(on)
        if due_on <= on:
            raise ValidationError({"due_on": "Tanggal berikutnya harus sesudah hari ini."})
        self.due_on, self.note, self.pick_up = due_on, note, pick_up
        self.full_clean()
        self.save()
        self._count(by, on, "ditanyakan lagi")
        record(by=by, action="paper.asked", target=self, due_on=str(due_on))

    def _lock(self):
        self.refresh_from_db(from_queryset=IdentityPaper.objects.select_for_update(of=["self"]))

    @transaction.atomic
    def _move_to(self, status, action, *, by, on, counts=True, **changes):
        self._lock()
        if status not in self.next_statuses:
            raise ValidationError(
                f"Keadaan “{self.get_status_display()}” tidak dapat menjadi “{status.label}”. Muat ulang halaman ini."
            )
        self._require_day(on)
        before, self.status = self.status, status
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        if counts:
            self._count(by, on, status.label.lower())
        record(by=by, action=action, target=self, kind=self.kind, before=before)

    def _require_day(self, on):
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        last = max(filter(None, [self.started_on, self.gathered_on, self.requested_on, self.decided_on]))
        if on < last:
            raise ValidationError({"on": f"Tanggal tidak boleh sebelum langkah sebelumnya, {tanggal(last)}."})

    def _count(self, by, on, step):
        """A step is a service on its date, for whoever lived in the house then; later steps are work without it."""
        stay = Stay.objects.on(on).filter(client=self.client_id, shelter=self.stay.shelter_id).first()
        if stay:
            ServiceRecord.give(stay, SERVICE, by=by, on=on, note=f"{self}: {step}")

    def _open_need(self, stay, by):
        needs = Need.objects.filter(stay=stay, service_id=SERVICE)
        if needs.open().exists():
            return
        closed = [need.closed_on for need in needs]
        on = max([self.started_on, *closed])
        if not needs.filter(opened_on=on).exists():
            Need.open_for(stay, by=by, service=BasicService.objects.get(pk=SERVICE), on=on)

    def _take_nik(self, text, by):
        client = Client.objects.select_for_update().get(pk=self.client_id)
        before, known = client.plain_values(), client.nik
        client.set_nik(text, today=self.shelter.today())
        if known and not client.nik:
            raise ValidationError({"nik": f"{client.nik_note} NIK yang sudah tercatat tidak diganti."})
        if client.plain_values() == before:
            return
        client.no_nik_reason = ""
        client.version += 1
        client.full_clean(exclude=["search_names"])
        client.save()
        client.record_change(before, by=by, shelter=self.shelter)
