"""What somebody answered, and nothing by which to find out who."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models import Shelter
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from reports.models.survey import SurveyPeriod
from reports.models.survey_question import SCORES, SurveyElement


class SurveyResponseQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(period__shelter__in=shelters)

    def visible_to(self, user):
        return self.at(Shelter.objects.visible_to(user))

    def with_words(self):
        """Those with a suggestion that may be read."""
        return self.exclude(suggestion="")


class SurveyResponse(CheckedModel):
    """One person's answers. No key of a client, stay, user or card, no time of day, no address, and a random key in
    place of a number that tells the order; so it is not written on the trail either, which knows the second."""

    class Way(models.TextChoices):
        QR = "qr", "QR di dinding"
        CARD = "card", "Kartu"
        TABLET = "tablet", "Tablet di panti"
        ASSISTED = "assisted", "Dibacakan"
        IMPORT = "import", "Impor data lama"

    class Helper(models.TextChoices):
        OFFICER = "officer", "Petugas lain (bukan yang melayani)"
        VOLUNTEER = "volunteer", "Relawan"
        FAMILY = "family", "Keluarga"
        COMPANION = "companion", "Pendamping"

    class Respondent(models.TextChoices):
        CLIENT = "client", "Penghuni atau bekas penghuni"
        FAMILY = "family", "Keluarga"
        SENDER = "sender", "Kantor pengirim (Satpol PP, Polsek, desa)"
        PARTNER = "partner", "Mitra (rumah sakit, LKS, panti lain)"

    class Sex(models.TextChoices):
        MALE = "L", "Laki-laki"
        FEMALE = "P", "Perempuan"

    class AgeBand(models.TextChoices):
        UNDER_18 = "u18", "Di bawah 18 tahun"
        TO_29 = "18-29", "18–29 tahun"
        TO_39 = "30-39", "30–39 tahun"
        TO_49 = "40-49", "40–49 tahun"
        TO_59 = "50-59", "50–59 tahun"
        OVER = "60+", "60 tahun ke atas"

    class Education(models.TextChoices):
        NONE = "none", "Tidak sekolah"
        SD = "sd", "SD"
        SMP = "smp", "SMP"
        SMA = "sma", "SMA"
        DIPLOMA = "d", "D1–D4"
        S1 = "s1", "S1"
        S2 = "s2", "S2"
        S3 = "s3", "S3"

    class Occupation(models.TextChoices):
        PNS = "pns", "PNS"
        TNI = "tni", "TNI"
        POLRI = "polri", "Polri"
        PRIVATE = "swasta", "Swasta"
        SELF = "wirausaha", "Wirausaha"
        NONE = "tidak", "Tidak bekerja"
        OTHER = "lain", "Lainnya"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="responses", verbose_name="periode")
    answered_on = models.DateField("tanggal")
    way = models.CharField("cara", max_length=10, choices=Way)
    # Blank: answered without help.
    helper = models.CharField("dibantu oleh", max_length=10, choices=Helper, blank=True)
    respondent = models.CharField("Anda siapa", max_length=10, choices=Respondent, blank=True)
    sex = models.CharField("jenis kelamin", max_length=1, choices=Sex, blank=True)
    age_band = models.CharField("usia", max_length=6, choices=AgeBand, blank=True)
    education = models.CharField("pendidikan terakhir", max_length=5, choices=Education, blank=True)
    occupation = models.CharField("pekerjaan", max_length=10, choices=Occupation, blank=True)
    # As it was called on that day: it stays so when the catalogue changes.
    service = models.CharField("layanan yang diterima", max_length=150, blank=True)
    suggestion = models.TextField("saran", max_length=1000, blank=True)
    # Emptied because it named somebody; who did so and why is on the trail of the period.
    suggestion_hidden = models.BooleanField("saran dikosongkan", default=False)

    objects = SurveyResponseQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban survei"
        verbose_name_plural = "jawaban survei"
        constraints = [
            models.CheckConstraint(
                name="survey_response_assisted_by_kind", condition=~Q(way="assisted") | ~Q(helper=""),
                violation_error_message="Pilih siapa yang membacakan.",
            ),
            models.CheckConstraint(
                name="survey_response_hidden_is_empty", condition=Q(suggestion_hidden=False) | Q(suggestion=""),
                violation_error_message="Saran yang disembunyikan harus kosong.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["period", "answered_on"], name="survey_response_of_period")]

    def __str__(self):
        return f"Jawaban {self.period}"

    @property
    def shelter(self):
        return self.period.shelter

    @classmethod
    @transaction.atomic
    def send(cls, period, *, way, scores, once=None, **about):
        """Keep one person's answers: `scores` {code: 1…4}, of the answered elements only. `once(period, on)` uses up
        the card or the page, and says whether it was still good. Returns the response; None when it was not.

        Raises ValidationError when the period takes no answers or nothing was answered.
        """
        period.lock()
        if not period.is_asking:
            raise ValidationError("Survei ini sudah ditutup.", code="closed")
        if not scores:
            raise ValidationError("Jawab sedikitnya satu dari pertanyaan di bawah ini.", code="empty")
        today = period.shelter.today()
        response = cls(period=period, way=way, answered_on=today, **about)
        response.full_clean()
        if once and not once(period, on=today):
            return None
        response.save(force_insert=True)
        SurveyScore.objects.bulk_create(
            SurveyScore(response=response, element_id=code, score=score) for code, score in scores.items()
        )
        return response

    @transaction.atomic
    def hide_suggestion(self, *, by, reason):
        """Empty a suggestion that names a person. The text is gone for good; only the reason is kept."""
        self.refresh_from_db(from_queryset=SurveyResponse.objects.select_for_update(of=["self"]))
        if not self.suggestion:
            raise ValidationError("Saran ini sudah dikosongkan.")
        if not reason:
            raise ValidationError({"reason": "Tulis alasannya, tanpa mengulang nama orang."})
        self.suggestion, self.suggestion_hidden = "", True
        self.full_clean()
        self.save()
        record(by=by, action="surveysuggestion.hidden", target=self.period, row=str(self.period), reason=reason)


class SurveyScore(CheckedModel):
    """What was answered to one element. An element that was left out has no row."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    response = models.ForeignKey(SurveyResponse, models.CASCADE, related_name="scores", verbose_name="jawaban")
    element = models.ForeignKey(SurveyElement, models.PROTECT, related_name="scores", verbose_name="unsur")
    score = models.PositiveSmallIntegerField("nilai")

    class Meta:
        verbose_name = "nilai jawaban"
        verbose_name_plural = "nilai jawaban"
        constraints = [
            models.UniqueConstraint(
                fields=["response", "element"], name="survey_score_once",
                violation_error_message="Unsur ini sudah dinilai dalam jawaban ini.",
            ),
            models.CheckConstraint(
                name="survey_score_in_range", condition=Q(score__in=SCORES),
                violation_error_message="Nilai harus 1 sampai 4.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.element_id}: {self.score}"
