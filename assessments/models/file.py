from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Sum
from django.urls import reverse

from assessments.xlsform.values import file_answer, file_id
from cases.audit import record
from cases.models import Attachment, Client, User
from cases.models.attachment import CLIENT_QUOTA
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet


class AssessmentFileQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(assessment__stay__shelter__in=shelters)

    def for_page(self):
        return self.select_related(
            "assessment__stay__client", "assessment__stay__shelter", "assessment__stay__category__maps_to",
            "assessment__version__instrument",
        )  # fmt: skip

    def of_chain(self, assessment):
        """Its own, and those of the assessments that it corrects: a correction begins with their answers."""
        found = []
        while assessment:
            found.append(assessment.pk)
            assessment = assessment.corrects
        return self.filter(assessment__in=found)


class AssessmentFile(CheckedModel):
    """A photo or document given as an answer: checked by content, private, and shown through the gate only.

    The answer names it ("12/ktp.jpg"). One that was replaced while the assessment is still being filled in goes away.
    """

    assessment = models.ForeignKey("Assessment", models.PROTECT, related_name="files", verbose_name="asesmen")
    path = models.CharField("pertanyaan", max_length=300)
    file = models.FileField("berkas", upload_to="asesmen/")
    original_name = models.CharField("nama berkas asal", max_length=150, blank=True)
    content_type = models.CharField("bentuk", max_length=100)
    size = models.PositiveIntegerField("ukuran")
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diunggah oleh")

    objects = AssessmentFileQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas asesmen"
        verbose_name_plural = "berkas asesmen"
        ordering = ["pk"]

    def __str__(self):
        return self.original_name or "berkas"

    def get_absolute_url(self):
        return reverse("assessments:file_show", args=[self.pk])

    @property
    def shelter(self):
        return self.assessment.shelter

    @property
    def is_picture(self):
        return self.content_type == "image/jpeg"

    @property
    def extension(self):
        return self.file.name.rpartition(".")[2]

    @property
    def download_name(self):
        """A name for the file on somebody's computer: it says the client's number, never the name."""
        return f"{self.assessment.stay.client.number}-asesmen-{self.pk}.{self.extension}"

    @property
    def answer(self):
        return file_answer(self.pk, self.original_name)

    @classmethod
    @transaction.atomic
    def keep(cls, assessment, path, checked, *, name, by):
        """What passed the checks (cases.uploads), before it becomes an answer. The same file sent again is one file."""
        client = Client.objects.select_for_update().get(pk=assessment.stay.client_id)  # one upload at a time: the quota
        same = cls.objects.filter(assessment=assessment, path=path, sha256=checked.sha256).first()
        if same:
            return same
        attached = Attachment.objects.kept().filter(client=client).aggregate(total=Sum("size"))["total"] or 0
        given = cls.objects.filter(assessment__stay__client=client).aggregate(total=Sum("size"))["total"] or 0
        if attached + given + checked.size > CLIENT_QUOTA:
            raise ValidationError("Berkas klien ini sudah 100 MB. Hapus dahulu yang tidak perlu.")
        made = cls(assessment=assessment, path=path, file=checked.file, original_name=name[-150:], uploaded_by=by)
        made.content_type, made.size, made.sha256 = checked.content_type, checked.size, checked.sha256
        made.full_clean()
        made.save()
        record(by=by, action="assessmentfile.added", target=assessment, size=made.size)
        return made

    @classmethod
    @transaction.atomic
    def sweep(cls, assessment, *, by, besides=()):
        """Take away what no answer names any more; `besides`: answers that somebody is still choosing between."""
        named = {file_id(value) for value in [*assessment.answers.values(), *besides] if isinstance(value, str)}
        for gone in cls.objects.filter(assessment=assessment).exclude(pk__in=named - {None}):
            storage, name = gone.file.storage, gone.file.name
            record(by=by, action="assessmentfile.removed", target=assessment, size=gone.size)
            gone.delete()
            # Only once the row is safe: a rollback must not leave a row without its file.
            transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))
