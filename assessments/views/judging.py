"""What of a sent page may become an answer: a page cannot answer what was not asked, nor choose what is not offered."""

from assessments.models import AssessmentFile
from assessments.xlsform import instance_of

NOT_ASKED = "Pertanyaan ini sedang tidak berlaku; jawabannya tidak disimpan."
NOT_OFFERED = "Pilihan ini tidak tersedia untuk jawaban lain di halaman ini; pilih kembali."


def judge(assessment, state, posted, page):
    """Takes out what cannot be answered, with a reason that is shown. What is left is saved."""
    form = assessment.form
    for path in posted.strangers(form, page):
        by = assessment.removed(instance_of(path))
        why = f"Bagian ini dihapus oleh {by}." if by else "Isian ini tidak dapat diubah sekarang."
        posted.lose(path, form.question(path), why)
    if not posted.changed:
        return
    moment = assessment.shelter.now()
    after = form.evaluate({**assessment.answers, **_given(posted)}, now=moment)
    for path in posted.changed:
        then = after.questions.get(path)
        if then is None or not (then.relevant or state[path].relevant):
            posted.lose(path, state[path].question, NOT_ASKED)
        elif then.relevant and not _offers(then):
            posted.refuse(path, NOT_OFFERED)


def _given(posted):
    return {path: posted.answers[path] for path in posted.changed}


def _offers(then):
    if then.value is None or not then.question.choices:
        return True
    said = then.value if isinstance(then.value, list) else [then.value]
    return {choice.name for choice in then.choices}.issuperset(said)


def sweep_files(assessment, posted, conflicts, *, by):
    """A photo that was replaced goes away; not while somebody still chooses between two."""
    chosen = any(choice.question.is_file for choice in posted.chosen)
    if chosen or any(posted.asked[path].question.is_file for path in posted.changed):
        AssessmentFile.sweep(assessment, by=by, besides=[conflict.mine for conflict in conflicts])
