"""What minutes of a case conference consist of: who was there, what was weighed, who does what, what was added."""

from django.db import models
from django.db.models import Q

from assessments.models.conference import Conference
from assessments.models.plan_action import PlanAction
from cases.models import User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet


class OfConferenceQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(conference__stay__shelter__in=shelters)


class Participant(CheckedModel):
    """Somebody at the table (peserta): of the staff, or from outside with the institution."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="participants", verbose_name="pembahasan")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="petugas")
    name = models.CharField("nama (di luar panti)", max_length=150, blank=True)
    institution = models.CharField("instansi atau hubungan", max_length=150, blank=True)
    position = models.CharField("jabatan atau peran", max_length=100, blank=True)

    objects = OfConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "peserta pembahasan"
        verbose_name_plural = "peserta pembahasan"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="participant_named_once",
                condition=Q(user__isnull=False, name="") | (Q(user=None) & ~Q(name="")),
                violation_error_message="Pilih petugas, atau tulis nama orang dari luar.",
            ),
            models.UniqueConstraint(
                fields=["conference", "user"],
                condition=Q(user__isnull=False),
                name="participant_user_once",
                violation_error_message="Petugas ini sudah ada dalam daftar peserta.",
            ),
        ]

    def __str__(self):
        return self.name or str(self.user)

    @property
    def whence(self):
        here = self.institution or (str(self.conference.shelter) if self.user_id else "")
        return self.position if here and here in self.position else ", ".join(filter(None, [self.position, here]))


class ConferenceOption(CheckedModel):
    """A way out that was weighed (pilihan), with what speaks for it and against it."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="options", verbose_name="pembahasan")
    what = models.CharField("pilihan", max_length=300)
    pro = models.TextField("yang mendukung", max_length=1000, blank=True)
    contra = models.TextField("yang memberatkan", max_length=1000, blank=True)
    chosen = models.BooleanField("pilihan yang diambil", default=False)

    objects = OfConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan yang dipertimbangkan"
        verbose_name_plural = "pilihan yang dipertimbangkan"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="conference_option_says_what",
                condition=~Q(what=""),
                violation_error_message="Tulis pilihannya.",
            )
        ]

    def __str__(self):
        return self.what


class FollowUp(CheckedModel):
    """What somebody is to do after the conference (tindak lanjut)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="follow_ups", verbose_name="pembahasan")
    what = models.CharField("tindak lanjut", max_length=300)
    responsible = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="penanggung jawab"
    )
    responsible_name = models.CharField("atau orang lain", max_length=150, blank=True)
    due_on = models.DateField("paling lambat", null=True, blank=True)
    action = models.ForeignKey(
        PlanAction, models.PROTECT, null=True, blank=True, related_name="follow_ups", verbose_name="di rencana sebagai"
    )

    objects = OfConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "tindak lanjut pembahasan"
        verbose_name_plural = "tindak lanjut pembahasan"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="follow_up_has_somebody",
                condition=~Q(what="") & (Q(responsible__isnull=False) | ~Q(responsible_name="")),
                violation_error_message="Tulis siapa yang mengerjakannya.",
            )
        ]

    def __str__(self):
        return self.what

    @property
    def who(self):
        return " dan ".join(filter(None, [str(self.responsible or ""), self.responsible_name]))


class Addendum(CheckedModel):
    """A correction below closed minutes (tambahan)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="addenda", verbose_name="pembahasan")
    text = models.TextField("tambahan atau koreksi", max_length=2000)
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditulis oleh")

    objects = OfConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "tambahan notulen"
        verbose_name_plural = "tambahan notulen"
        ordering = ["pk"]

    def __str__(self):
        return self.text[:60]
