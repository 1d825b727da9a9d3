from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import DateField, ExpressionWrapper, F, Max, Q
from django.db.models.functions import Greatest
from django.urls import reverse

from cases.audit import record
from cases.models.catalogue import BasicService
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.need import Need
from cases.models.stay import Stay
from cases.models.tracing_proof import refuse_unproven_outcome
from cases.models.user import User
from cases.permissions import Perm

SERVICE = "family_tracing"  # the basic service, and the need for it
CLOSED = "Penelusuran ini sudah ditutup. Muat ulang halaman ini."


class FamilyTracingQuerySet(OfStayQuerySet):
    def open(self):
        return self.filter(closed_on=None)

    def listed(self):
        """Open, and of a stay that really was: also of one that has ended, until somebody closes the search."""
        return self.open().exclude(stay__status=Stay.Status.CANCELLED)

    def with_last_step(self):
        """With `last_step`: the day of the last contact, or of the opening when nobody was asked yet."""
        return self.annotate(last_step=Greatest("opened_on", Max("contacts__on")))

    def due(self, today):
        """Open, and either past the date that somebody set or without a step for as long as the shelter allows."""
        days = F("last_step") + F("stay__shelter__tracing_step_days")
        quiet = self.listed().with_last_step().annotate(silent_from=ExpressionWrapper(days, output_field=DateField()))
        return quiet.filter(Q(silent_from__lte=today) | Q(due_on__lte=today)).order_by("last_step", "pk")

    def for_page(self):
        return self.select_related(
            "stay__client", "stay__shelter", "opened_by", "responsible", "closed_by", "social_media_by",
            "photo_permitted_by",
        )  # fmt: skip

    def end_by_reunion(self, *, by, receiver):
        """The client has gone home with somebody: the exit itself proves that the family was found and is willing."""
        for tracing in self.open():
            tracing.settle(
                by=by, on=max(tracing.stay.ended_on, tracing.opened_on), outcome=FamilyTracing.Outcome.WILLING,
                note=f"Reunifikasi: diterima oleh {receiver}." if receiver else "Reunifikasi.",
                need=Need.Reason.FULFILLED,
            )  # fmt: skip


class FamilyTracing(CheckedModel):
    """The search for a client's family (penelusuran keluarga): one at a time per stay, from the first lead to an end.

    A refusal is a result and closes nothing. Opened again it is a new search, so that each has one outcome.
    """

    class SocialMedia(models.TextChoices):
        YES = "yes", "Diizinkan klien"
        NO = "no", "Tidak diizinkan klien"

    class Outcome(models.TextChoices):
        WILLING = "willing", "Ditemukan, bersedia menerima"
        REFUSED = "refused", "Ditemukan, semua menolak"
        NOT_FOUND = "not_found", "Tidak ditemukan"
        STOPPED = "stopped", "Dihentikan"

    FOUND = (Outcome.WILLING, Outcome.REFUSED)

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="tracings", verbose_name="masa tinggal")
    opened_on = models.DateField("dibuka")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuka oleh")
    known = models.TextField("yang diketahui menurut klien", max_length=2000, blank=True)
    responsible = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="penanggung jawab"
    )
    next_step = models.CharField("langkah berikutnya", max_length=200, blank=True)
    due_on = models.DateField("paling lambat", null=True, blank=True)

    social_media = models.CharField("pencarian lewat media sosial", max_length=3, choices=SocialMedia, blank=True)
    social_media_on = models.DateField("klien ditanya tanggal", null=True, blank=True)
    social_media_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # The head's word, for a child or somebody guarded like one; a grown-up's own consent is enough.
    photo_reason = models.CharField("alasan izin foto", max_length=300, blank=True)
    photo_permitted_at = models.DateTimeField(null=True, blank=True)
    photo_permitted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    closed_on = models.DateField("ditutup", null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField("hasil", max_length=10, choices=Outcome, blank=True)
    outcome_note = models.TextField("keterangan hasil", max_length=1000, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = FamilyTracingQuerySet.as_manager()

    class Meta:
        verbose_name = "penelusuran keluarga"
        verbose_name_plural = "penelusuran keluarga"
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay"], condition=Q(closed_on=None), name="tracing_one_open_per_stay",
                violation_error_message="Penelusuran keluarga untuk masa tinggal ini masih terbuka.",
            ),
            models.CheckConstraint(
                name="tracing_closed_with_outcome",
                condition=Q(closed_on=None, closed_by=None, outcome="")
                | (Q(closed_on__gte=F("opened_on"), closed_by__isnull=False) & ~Q(outcome="")),
                violation_error_message="Penelusuran ditutup dengan hasil, tidak sebelum tanggal dibuka.",
            ),
            models.CheckConstraint(
                name="tracing_stop_explained", condition=~Q(outcome="stopped") | ~Q(outcome_note=""),
                violation_error_message="Tulis mengapa penelusuran dihentikan.",
            ),
            models.CheckConstraint(
                name="tracing_social_media_dated",
                condition=Q(social_media="", social_media_on=None, social_media_by=None)
                | (~Q(social_media="") & Q(social_media_on__isnull=False, social_media_by__isnull=False)),
                violation_error_message="Jawaban klien tentang media sosial memerlukan tanggal.",
            ),
            models.CheckConstraint(
                name="tracing_photo_permitted_at_and_by",
                condition=Q(photo_reason="", photo_permitted_at=None, photo_permitted_by=None)
                | (~Q(photo_reason="") & Q(photo_permitted_at__isnull=False, photo_permitted_by__isnull=False)),
                violation_error_message="Izin foto memerlukan alasan, waktu, dan pemberi izin.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Penelusuran keluarga, dibuka {self.opened_on:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("cases:tracing_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_open(self):
        return self.closed_on is None

    @transaction.atomic
    def begin(self, *, by):
        """Open the search, and the need for it unless it is open already. Raises ValidationError."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter").get(pk=self.stay_id)
        self.stay, self.opened_by = stay, by
        if not stay.is_resident:
            raise ValidationError("Masa tinggal ini sudah berakhir; penelusuran baru tidak dapat dibuka.")
        if self.opened_on > stay.shelter.today():
            raise ValidationError({"opened_on": "Tanggal belum tiba."})
        if self.opened_on < stay.entered_on:
            raise ValidationError({"opened_on": "Tanggal di luar masa tinggal."})
        if self.social_media:
            self.social_media_on, self.social_media_by = self.opened_on, by
        self.full_clean()
        self.save()
        record(by=by, action="tracing.opened", target=self)
        self._open_need(by)

    def _open_need(self, by):
        """From this day on, or since the last one was closed: one need may not stand twice on a day."""
        needs = self.stay.needs.filter(service=SERVICE)
        if needs.open().exists():
            return
        day = max([self.opened_on, *needs.values_list("closed_on", flat=True)])
        if not needs.filter(opened_on=day).exists():
            Need.open_for(
                self.stay, by=by, service=BasicService.objects.get(pk=SERVICE), on=day,
                note="Penelusuran keluarga dibuka.", responsible=self.responsible, due_on=None,
            )  # fmt: skip

    @transaction.atomic
    def plan(self, *, by, known, responsible, next_step, due_on, social_media, social_media_on):
        """What is known by now, what is next, who sees to it and by when; and what the client says of social media."""
        self.lock()
        today = self.shelter.today()
        if social_media_on and not self.opened_on <= social_media_on <= today:
            raise ValidationError({"social_media_on": "Tanggal di luar masa penelusuran."})
        answered = (social_media, social_media_on or (today if social_media else None))
        if answered != (self.social_media, self.social_media_on):
            self.social_media, self.social_media_on = answered if social_media else ("", None)
            self.social_media_by = by if social_media else None
            record(by=by, action="tracing.consented", target=self, answer=self.get_social_media_display())
        self.known, self.responsible, self.next_step, self.due_on = known, responsible, next_step, due_on
        self.full_clean()
        self.save()
        record(by=by, action="tracing.planned", target=self)

    @transaction.atomic
    def permit_photo(self, *, by, reason):
        """The head allows the photo of a child, or of somebody guarded like one, in a search on social media."""
        self.lock()
        if Perm.REVIEW not in by.perms_at(self.shelter):
            raise ValidationError("Hanya kepala panti yang dapat mengizinkan foto klien yang dijaga.")
        self.photo_reason, self.photo_permitted_at, self.photo_permitted_by = reason, self.shelter.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="tracing.photo_permitted", target=self)

    def refuse_social_media(self, *, with_photo):
        """No search among strangers against the client's word, nor with a child's face without the head's."""
        if self.social_media != self.SocialMedia.YES:
            raise ValidationError("Media sosial hanya dengan izin klien. Catat dahulu izinnya di penelusuran ini.")
        if with_photo and self.stay.is_guarded and not self.photo_permitted_at:
            raise ValidationError({"with_photo": "Foto klien ini di media sosial hanya dengan izin kepala panti."})

    @transaction.atomic
    def close(self, *, by, on, outcome, note="", need=""):
        """End the search with an outcome that its contacts prove. `need`: why the need closes, empty to leave it."""
        self.lock()
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if self.contacts.filter(on__gt=on).exists():
            raise ValidationError({"on": "Sesudah tanggal itu masih ada kontak yang tercatat."})
        refuse_unproven_outcome(self, outcome)
        if need == Need.Reason.FULFILLED and outcome not in self.FOUND:
            raise ValidationError({"need": "Kebutuhan terpenuhi hanya bila keluarga ditemukan."})
        self.settle(by=by, on=on, outcome=outcome, note=note, need=need)

    @transaction.atomic
    def settle(self, *, by, on, outcome, note, need):
        """Write the end down; whoever calls has seen to it that it is true."""
        self.lock()
        if on < self.opened_on:
            raise ValidationError({"on": "Tanggal sebelum penelusuran dibuka."})
        self.closed_on, self.closed_by, self.outcome, self.outcome_note = on, by, outcome, note
        self.full_clean()
        self.save()
        record(by=by, action="tracing.closed", target=self, outcome=outcome)
        wanted = self.stay.needs.filter(service=SERVICE).open().first() if need else None
        if wanted:
            wanted.close(by=by, on=max(on, wanted.opened_on), reason=need)

    def lock(self):
        """The stay first, as every verb that ends one does; then this row as it is now. Raises when it is closed."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=self.stay_id)
        self.refresh_from_db(from_queryset=FamilyTracing.objects.select_for_update(of=["self"]))
        self.stay = stay
        if not self.is_open:
            raise ValidationError(CLOSED)
