"""What happens between author and reviewer: comments at questions, a correction that waits, a stand-in for the head."""

from datetime import timedelta

from django.utils import timezone

from assessments.models import Assessment
from cases.models import Standin
from reports.demo.timeline import clock_at

COMMENTS = [
    "Sebutkan sumbernya: dari klien sendiri atau dari pengantar?",
    "Tambahkan nama jalan atau patokan terdekat.",
]


def review(world):
    shelter = world.shelters["melati"]
    head = world.head(shelter)
    with clock_at(world.now - timedelta(days=1)):
        return_with_comments(shelter, head)
        correct(shelter)
        drop(world.shelters["kenanga"])
    name_standins(world, shelter, head)


def return_with_comments(shelter, head):
    """One that waits goes back with two comments; its author has answered the first."""
    found = Assessment.objects.waiting_for_review().filter(stay__shelter=shelter).exclude(submitted_by=head).last()
    if not found:
        return
    texts = [state for state in found.state().questions.values() if state.question.type == "text" and state.value]
    found.return_(by=head, comments={state.path: text for state, text in zip(texts, COMMENTS, strict=False)})
    first = texts[0]
    mended = {first.path: f"{first.value} (menurut pengantar)"}
    found.save_answers(mended, was=found.answers, by=found.submitted_by)


def correct(shelter):
    """An approved one was wrong in one point: the correction waits for the head, and the old one still holds."""
    approved = Assessment.objects.current().filter(stay__shelter=shelter, instrument__slug="asesmen-awal")
    found = approved.filter(submitted_at__lt=timezone.now() - timedelta(days=2)).order_by("-submitted_at").first()
    if not found:
        return
    correction = begin(found, "Nomor keluarga keliru satu angka menurut buku catatan")
    path = correction.form.path_of["kontak"]
    correction.save_answers({path: "Bibi, 0000-5550-9011"}, was=correction.answers, by=found.submitted_by)
    correction.submit(by=found.submitted_by)


def drop(shelter):
    """A correction that turned out not to be needed."""
    found = Assessment.objects.current().filter(stay__shelter=shelter, status="approved").exclude(submitted_by=None)
    if found := found.order_by("-submitted_at").first():
        begin(found, "Umur diperiksa kembali menurut KTP").drop(by=found.submitted_by)


def begin(found, reason):
    correction = found.correct(by=found.submitted_by, reason=reason)
    # A default that holds the clock itself does not see that it was put back.
    correction.started_at = timezone.now()
    correction.save(update_fields=["started_at"])
    return correction


def name_standins(world, shelter, head):
    """The head was away in spring, and will be away next week."""
    for days_ago, length, reason in ((90, 4, "Cuti tahunan"), (-7, 4, "Dinas luar, rapat koordinasi provinsi")):
        first = world.day(days_ago)
        with clock_at(min(world.now, world.moment(first, 8)) - timedelta(days=3)):
            Standin(
                shelter=shelter, user=world.staff["joko"], reason=reason,
                first_on=first, until=first + timedelta(days=length),
            ).name(by=head)  # fmt: skip
