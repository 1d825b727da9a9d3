from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet, ServiceRecord
from cases.models.lead import TracingLead
from cases.models.relative import Relative
from cases.models.stay import Stay
from cases.models.tracing import SERVICE as TRACING
from cases.models.tracing import FamilyTracing
from cases.models.user import User


class FamilyContactQuerySet(OfStayQuerySet):
    def for_list(self):
        return self.select_related("relative", "recorded_by", "stay__shelter")


class FamilyContact(CheckedModel):
    """A contact with, or a search for, the family (kontak keluarga). A refusal is a result: the search goes on."""

    class Way(models.TextChoices):
        PHONE = "phone", "Telepon atau WhatsApp"
        VISIT = "visit", "Kunjungan ke rumah keluarga"
        GUEST = "guest", "Keluarga datang ke panti"
        LETTER = "letter", "Surat"
        OFFICE = "office", "Lewat Dukcapil, desa, TKSK, atau instansi"
        SOCIAL_MEDIA = "social", "Media sosial"

    class Result(models.TextChoices):
        REACHED = "reached", "Berhasil dihubungi"
        AGREED = "agreed", "Setuju menerima atau menjemput"
        REFUSED = "refused", "Menolak"
        UNREACHED = "unreached", "Tidak tersambung"
        WAITING = "waiting", "Menunggu kabar"
        UNKNOWN = "unknown", "Keluarga tidak ditemukan"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="family_contacts", verbose_name="masa tinggal")
    relative = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name="dengan siapa"
    )
    whom = models.CharField("dengan siapa (di luar daftar)", max_length=200, blank=True)
    on = models.DateField("tanggal")
    way = models.CharField("cara", max_length=10, choices=Way)
    result = models.CharField("hasil", max_length=10, choices=Result)
    note = models.TextField("catatan", max_length=2000, blank=True)
    consented = models.BooleanField("klien mengizinkan pencarian lewat media sosial", default=False)
    with_photo = models.BooleanField("foto klien dipakai di media sosial", default=False, db_default=False)
    tracing = models.ForeignKey(
        FamilyTracing, models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name="penelusuran"
    )
    lead = models.ForeignKey(
        TracingLead, models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name="dari petunjuk"
    )
    service = models.OneToOneField(
        ServiceRecord, models.PROTECT, null=True, blank=True, related_name="family_contact", verbose_name="layanan"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = FamilyContactQuerySet.as_manager()

    class Meta:
        verbose_name = "kontak keluarga"
        verbose_name_plural = "kontak keluarga"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="family_contact_with_somebody",
                condition=Q(relative__isnull=False) | ~Q(whom=""),
                violation_error_message="Pilih keluarga dari daftar, atau tulis dengan siapa.",
            ),
            models.CheckConstraint(
                name="family_contact_refusal_explained",
                condition=~Q(result="refused") | ~Q(note=""),
                violation_error_message="Tulis alasan penolakan di catatan.",
            ),
            models.CheckConstraint(
                name="family_contact_social_media_consented",
                condition=~Q(way="social") | Q(consented=True),
                violation_error_message="Media sosial hanya dengan izin klien.",
            ),
        ]

    def __str__(self):
        return f"{self.on}: {self.relative or self.whom}"

    @property
    def shelter(self):
        return self.stay.shelter

    @transaction.atomic
    def log(self, *, by, is_tracing=False):
        """Keep the contact; a step of tracing counts as the service on its date. Raises ValidationError.

        While a search is open each contact belongs to it, also after the stay has ended: that is asked for, but it is
        no service any more.
        """
        self.stay = stay = (
            Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=self.stay_id)
        )
        self.recorded_by, self.tracing = by, self._open_tracing()
        if self.on > stay.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        after = bool(stay.ended_on and self.on > stay.ended_on)
        if self.on < stay.entered_on or (after and not self.tracing):
            raise ValidationError({"on": "Tanggal di luar masa tinggal."})
        if self.relative_id and self.relative.client_id != stay.client_id:
            raise ValidationError({"relative": "Orang itu bukan keluarga dari klien ini."})
        self._check_social_media()
        self.full_clean()
        if (is_tracing or self.tracing or self._is_sought()) and not after and not self._is_of_the_dead():
            note = f"{self.get_way_display()}: {self.get_result_display().lower()}"
            self.service = ServiceRecord.give(stay, TRACING, by=by, on=self.on, note=note)
        self.save()
        record(by=by, action="contact.logged", target=self, way=self.way, result=self.result)
        if self.lead_id and self.lead.state == TracingLead.State.NEW:
            self.lead.settle(by=by, state=TracingLead.State.ASKING)

    def _open_tracing(self):
        """The search that this contact is a step of. One that names a lead must fit that lead's search."""
        found = self.stay.tracings.open().select_for_update(of=["self"]).first()
        if found and self.on < found.opened_on:
            if self.lead_id:
                raise ValidationError({"on": "Tanggal sebelum penelusuran dibuka."})
            found = None
        if self.lead_id and (found is None or self.lead.tracing_id != found.pk):
            raise ValidationError("Petunjuk itu dari penelusuran lain, atau penelusurannya sudah ditutup.")
        if found:
            found.stay = self.stay
        return found

    def _check_social_media(self):
        if self.way != self.Way.SOCIAL_MEDIA:
            self.with_photo = False
        elif self.tracing:
            self.tracing.refuse_social_media(with_photo=self.with_photo)
            self.consented = True  # as the search says, with its date
        elif self.with_photo and self.stay.is_guarded:
            words = "Foto klien ini di media sosial hanya dengan izin kepala panti. Buka dahulu penelusuran keluarga."
            raise ValidationError({"with_photo": words})

    def _is_of_the_dead(self):
        """The family of somebody who has died is still sought, but no service is given any more."""
        return Stay.objects.of_the_dead().filter(client=self.stay.client_id).exists()

    def _is_sought(self):
        """Somebody found on that day that the family is to be looked for."""
        needs = self.stay.needs.filter(service=TRACING, opened_on__lte=self.on)
        return needs.filter(Q(closed_on=None) | Q(closed_on__gte=self.on)).exists()
