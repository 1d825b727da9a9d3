"""What the app assessments has in the world of the access test; see world_cases for what a part does."""

from django.core.files.uploadedfile import SimpleUploadedFile

from assessments.models import (
    Agreement,
    Assessment,
    AssessmentFile,
    Conference,
    Consent,
    Instrument,
    InstrumentVersion,
    ReassessmentRule,
    SocialReport,
)
from cases.uploads import checked
from tests.factories import make_instrument, make_plan, make_plan_in_force, make_stay, picture_bytes


def assessed(stay, keys, *, by):
    """An assessment that is being written, and one that waits for the head."""
    draft, submitted = (start_assessment(slug, stay, by=by) for slug in ("asesmen-pgot", "asesmen-awal"))
    answers = {"sapaan/panggilan": "Min", "kebutuhan/kesimpulan": "Perlu istirahat."}
    submitted.save_answers(answers, was={}, by=by)
    submitted.submit(by=by)
    keys |= {"assessment": draft, "instrument": draft.instrument, "version": draft.version}
    page = draft.form.pages[0].name
    return {
        "assessments:assessment_start": {"pk": stay.pk},
        "assessments:assessment_page": {"pk": draft.pk, "page": page},
        "assessments:assessment_review": {"pk": submitted.pk},
        "assessments:comment_resolve": {"pk": draft.pk, "comment": 1},
        "assessments:version_preview": {"pk": draft.version_id, "page": page},
    }


def start_assessment(slug, stay, *, by):
    version = InstrumentVersion.objects.filter(instrument__slug=slug).latest("number")
    return Assessment.start(stay, version=version, by=by)


SHORT = """
| survey |
| | type | name | label |
| | begin group | a | Bagian |
| | text | b | Isian |
| | end group | | |
| settings |
| | form_title | form_id | version |
| | Singkat | singkat | 1 |
"""


def instruments(stay, keys, *, department):
    """A version that is not published yet, and one that is."""
    unpublished = make_instrument(by=department)
    small, _ = InstrumentVersion.publish(source=SHORT.encode(), kind=".md")  # one page: each print of it costs less
    keys["small"] = small
    return {
        "assessments:version_publish": {"pk": unpublished.pk},
        "assessments:version_discard": {"pk": unpublished.pk},
        "assessments:paperform_pdf": {"pk": small.pk},
        "assessments:stay_paperform_pdf": {"pk": stay.pk, "version": small.pk},
    }


def aftercare_special(left):
    return {
        "assessments:aftercare_fill": {"pk": left.stay.aftercare.first().pk},
        "assessments:aftercare_ask": {"pk": left.stay.pk},
    }


PIECES = """
| survey |
| | type | name | label |
| | begin group | g | G |
| | begin repeat | anak | Anak |
| | image | foto | Foto |
| | end repeat | | |
| | end group | | |
| settings |
| | form_title | form_id |
| | Bagian | bagian |
"""


def pieces(stay, *, by):
    """A draft with a member of something, and a photo."""
    version, _ = InstrumentVersion.publish(source=PIECES.encode(), kind=".md")
    draft = Assessment.start(stay, version=version, by=by)
    draft.add_instance("g/anak[a1]", by=by)
    upload = SimpleUploadedFile("foto.jpg", picture_bytes())
    kept = AssessmentFile.keep(draft, "g/anak[a1]/foto", checked(upload), name="foto.jpg", by=by)
    draft.save_answers({"g/anak[a1]/foto": kept.answer}, was={}, by=by)
    return {
        "assessments:instance_remove": {"pk": draft.pk, "place": "g/anak[a1]"},
        "assessments:file_show": {"pk": kept.pk},
    }


def plans(stay, *, by, head):
    """A plan in force that somebody agreed to, one that waits for the head, a case conference and a rule."""
    plan = make_plan_in_force(stay, by, head)
    agreement = Agreement(plan=plan, answer="agreed", way="thumb", on=stay.shelter.today(), explained_by=by)
    agreement.give(by=by)
    waiting = make_plan(make_stay(stay.shelter, by=by), by)
    waiting.submit(by=by)
    conference = Conference(stay=stay, held_on=stay.shelter.today(), place="Kantor", leader=head, questions="Pulang?")
    conference.call(by=by)
    rule = ReassessmentRule.objects.create(instrument=Instrument.objects.first(), every_days=30)
    goal = plan.goals.get()
    return {
        "plan": plan, "waiting": waiting, "goal": goal, "action": goal.actions.get(), "agreement": agreement,
        "conference": conference, "rule": rule,
    }  # fmt: skip


def plans_special(stay, keys):
    of_stay, part = {"pk": stay.pk}, {"pk": keys["conference"].pk, "part": "peserta"}
    return {
        "assessments:plan_new": of_stay, "assessments:conference_new": of_stay, "assessments:stay_needs": of_stay,
        "assessments:plan_review": {"pk": keys["waiting"].pk}, "assessments:goal_new": {"pk": keys["plan"].pk},
        "assessments:agreement_new": {"pk": keys["plan"].pk}, "assessments:action_new": {"pk": keys["goal"].pk},
        "assessments:conference_add": part, "assessments:conference_remove": part | {"row": 1},
        "assessments:reassessment_rule_edit": {"pk": keys["rule"].pk},
    }  # fmt: skip


def papers(stay, *, by):
    """A report that is being written, and a consent that is asked for."""
    report = SocialReport(stay=stay, kind="social_report")
    report.begin(by=by, drafted={})
    consent = Consent(stay=stay, purpose="care", explained_by="Sari")
    consent.prepare(by=by)
    return {"socialreport": report, "consent": consent}


def papers_special(stay, keys):
    of_stay = {"pk": stay.pk}
    return {
        "assessments:socialreport_new": of_stay | {"kind": "social_report"},
        "assessments:socialreport_refill": {"pk": keys["socialreport"].pk, "slug": "history"},
        "assessments:consent_new": of_stay,
    }
