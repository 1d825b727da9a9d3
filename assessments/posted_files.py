"""Photos and documents that come with a page of an assessment."""

from django.core.exceptions import ValidationError

from assessments.models import AssessmentFile
from assessments.xlsform.values import file_id
from cases.uploads import checked

NOT_A_PHOTO = "Ini bukan foto. Pilih gambar JPG, PNG, atau WebP."


class PostedFiles:
    """Checked, made small and kept at once; which of them is the answer, the save decides."""

    def __init__(self, files, assessment, *, by):
        self.files, self.assessment, self.by = files, assessment, by

    def answer(self, data, path, was):
        """The answer that the page gives: a new file, none, one of two to choose from, or what it showed."""
        upload = self.files.get(path)
        if upload:
            return self._kept(path, upload)
        if path in data.getlist("clear"):
            return None
        said = data.get(path, "")
        if said and said != was and not self._is_ours(path, said):
            raise ValueError("Berkas ini bukan milik pertanyaan ini. Pilih lagi.")
        return said or was

    def _kept(self, path, upload):
        if not self.assessment.is_editable:
            raise ValueError(f"“{upload.name}” belum tersimpan. Pilih lagi nanti.")
        try:
            content = checked(upload)
            if self.assessment.form.question(path).type == "image" and content.content_type != "image/jpeg":
                raise ValidationError(NOT_A_PHOTO)
            return AssessmentFile.keep(self.assessment, path, content, name=upload.name, by=self.by).answer
        except ValidationError as error:
            raise ValueError(f"“{upload.name}” belum tersimpan. {' '.join(error.messages)}") from error

    def _is_ours(self, path, said):
        kept = AssessmentFile.objects.of_chain(self.assessment).filter(path=path, pk=file_id(said)).first()
        return kept is not None and kept.answer == said
