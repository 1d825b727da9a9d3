"""Assessments of the lived part of the year, in every state in which a head or a worker may find one."""

from datetime import timedelta

from django.utils import timezone

from assessments.models import Assessment, InstrumentVersion
from reports.demo.answers import at_the_door, of_pgot
from reports.demo.past import is_past

# How far the assessment of somebody who is still there has come; of whoever left it is approved.
STATES = {"approved": 4, "submitted": 3, "returned": 1, "draft": 2}
QUESTIONS = {"asesmen-awal": at_the_door, "asesmen-pgot": of_pgot}
NOTES = [
    "Mohon lengkapi kontak keluarga dan rekomendasi dicocokkan dengan kebutuhan.",
    "Tambahkan hasil pemeriksaan puskesmas, lalu ajukan lagi.",
]


class Assessing:
    def __init__(self, world):
        self.world, self.states = world, world.deck(STATES)
        published = InstrumentVersion.objects.exclude(published_at=None).select_related("instrument")
        self.versions = {version.instrument.slug: version for version in published.order_by("number")}
        self.made = {}

    def plan(self, visits):
        here_long = 0
        for visit in visits:
            if visit.mistake:
                continue
            if is_past(visit) and not visit.is_over:
                here_long += 1
                if here_long % 4 == 0:
                    self.plan_one(visit, "asesmen-pgot", visit.length - here_long)
            elif not is_past(visit) and visit.length >= 1 and self.world.chance(0.4):
                self.plan_one(visit, "asesmen-awal", 0)
                if visit.length >= 4 and self.world.chance(0.4):
                    self.plan_one(visit, "asesmen-pgot", 2)

    def plan_one(self, visit, slug, after):
        """Begun so many days after arrival; written within the hour, reviewed by the head the next day."""
        visit.is_assessed = not is_past(visit)
        state = "approved" if visit.is_over else self.states.deal()
        begun = visit.moment(after, 14, self.world.dice.randrange(40))
        add = self.world.timeline.add
        add(begun, self.start, visit, slug)
        add(begun + timedelta(minutes=30), self.fill, visit, slug, half=state == "draft")
        if state == "draft":
            return
        add(begun + timedelta(minutes=45), self.submit, visit, slug)
        reviewed = max(begun + timedelta(minutes=50), visit.moment(after + 1, 8, 40))
        if state != "submitted":
            add(reviewed, self.review, visit, slug, state)

    def start(self, visit, slug):
        by = self.world.worker(visit.shelter)
        assessment = Assessment.start(visit.stay, version=self.versions[slug], by=by)
        # A default that holds the clock itself does not see that it was put back.
        assessment.started_at = timezone.now()
        assessment.save(update_fields=["started_at"])
        self.made[visit, slug] = assessment

    def fill(self, visit, slug, *, half):
        assessment = self.made[visit, slug]
        path_of = assessment.form.path_of
        answers = {path_of[name]: value for name, value in QUESTIONS[slug](visit).items()}
        if half:
            answers = dict(list(answers.items())[: len(answers) // 2])
        assessment.save_answers(answers, was=assessment.answers, by=assessment.started_by)

    def submit(self, visit, slug):
        assessment = self.made[visit, slug]
        assessment.submit(by=assessment.started_by)

    def review(self, visit, slug, state):
        assessment, head = self.made[visit, slug], self.world.head(visit.shelter)
        if state == "approved":
            assessment.approve(by=head)
        else:
            assessment.return_(by=head, note=self.world.dice.choice(NOTES))
