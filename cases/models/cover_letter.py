from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse

from cases.audit import record
from cases.locks import require_open
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.letter import Letter
from cases.models.paper import IdentityPaper
from cases.models.stay import Stay


class CoverLetterQuerySet(OfStayQuerySet):
    def for_page(self):
        return self.select_related("stay__shelter", "stay__client__origin", "letter__issued_by")


class CoverLetter(CheckedModel):
    """The shelter's letter to Dukcapil that asks for one or more documents of a client (surat pengantar)."""

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="cover_letters", verbose_name="masa tinggal")
    letter = models.OneToOneField(Letter, models.PROTECT, related_name="cover_letter", verbose_name="surat")
    papers = models.ManyToManyField(IdentityPaper, related_name="cover_letters", verbose_name="dokumen")
    office = models.CharField("kepada", max_length=150)
    city = models.CharField("di", max_length=80, blank=True)
    biometric = models.BooleanField("sekaligus mohon pencocokan biometrik", default=False)
    note = models.TextField("keterangan untuk Dukcapil", max_length=1000, blank=True)

    objects = CoverLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat pengantar dokumen"
        verbose_name_plural = "surat pengantar dokumen"
        ordering = ["-pk"]

    def __str__(self):
        return str(self.letter)

    def get_absolute_url(self):
        return reverse("cases:cover_letter_pdf", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @transaction.atomic
    def issue(self, *, by, papers):
        """The letter gets its number; it names only documents of this stay that are still being worked on."""
        wanted = list(
            IdentityPaper.objects.select_for_update(of=["self"]).filter(pk__in=[paper.pk for paper in papers])
        )
        if not wanted and not self.biometric:
            raise ValidationError({"papers": "Pilih sedikitnya satu dokumen, atau pencocokan biometrik."})
        if any(paper.stay_id != self.stay_id or not paper.is_open for paper in wanted):
            raise ValidationError({"papers": "Ada dokumen yang sudah selesai. Muat ulang halaman ini."})
        if wanted:  # who has died may still be identified, but gets no papers any more
            require_open(self.stay.client_id)
        self.letter = Letter.issue(
            Letter.Kind.CIVIL, shelter=self.shelter, by=by, about=self.stay, addressee=self.office
        )
        self.full_clean()
        self.save()
        self.papers.set(wanted)

    @transaction.atomic
    def void(self, *, by, reason):
        """A letter that shall not be used keeps its number and says why."""
        letter = Letter.objects.select_for_update(of=["self"]).get(pk=self.letter_id)
        if letter.void_reason:
            raise ValidationError("Surat ini sudah dibatalkan. Muat ulang halaman ini.")
        letter.void_reason = reason
        letter.full_clean()
        letter.save(update_fields=["void_reason"])
        self.letter = letter
        record(by=by, action="letter.voided", target=letter, number=letter.number)
