"""One of everything at a shelter, and the address of each page about it."""

from django.urls import NoReverseMatch, reverse

from tests.access import world_assessments as assessments
from tests.access import world_cases as cases
from tests.access import world_referrals as referrals
from tests.access import world_reports as reports
from tests.reports.sops import make_sop_in_force
from tests.reports.survey_results import results_special


def make_world(shelter, person, stay, *, today, worker, officer, head, department):
    """The order of the parts matters: rows refer to rows before them. Returns what tells the address of a route."""
    keys, staff = {}, {"worker": worker, "head": head}
    special = file_and_house(shelter, person, stay, keys, today=today, officer=officer, department=department, **staff)
    special |= care(shelter, stay, keys, **staff)
    special |= other_houses(shelter, person, stay, keys, **staff)
    special |= told(shelter, stay, keys, department=department, **staff)

    def url_for(route):
        if route in special:
            return reverse(route, kwargs=special[route])
        noun = route.split(":")[1].split("_")[0]
        try:
            return reverse(route)
        except NoReverseMatch:  # a page about a row
            return reverse(route, args=[keys[noun].pk])

    return url_for


def file_and_house(shelter, person, stay, keys, *, today, worker, officer, head, department):
    """What the later parts build on: the file, a referral, assessments, and the house around the client."""
    special = cases.whole_file(person, stay, keys, by=worker)
    special |= referrals.referred(stay, keys, by=worker)
    special |= cases.verified(shelter, by=worker)
    special |= assessments.assessed(stay, keys, by=worker)
    special |= assessments.instruments(stay, keys, department=department)
    special |= reports.sheet_in(shelter, stay, by=head)
    special |= cases.house(shelter, stay, keys, worker=worker, head=head)
    special |= cases.way_out(shelter, person, stay, keys, worker=worker, head=head)
    special |= assessments.aftercare_special(keys["exit"])
    special |= cases.swept(shelter, person, keys, by=worker)
    special |= cases.kept(stay, keys, today=today, worker=worker, officer=officer)
    special |= cases.merged(shelter, person, worker=worker, head=head)
    special |= cases.time_away(shelter, stay, keys, worker=worker, officer=officer)
    special |= cases.departments_own(keys, account=worker)
    return special


def care(shelter, stay, keys, *, worker, head):
    """What is done for the client, and what it adds up to in a month."""
    special = assessments.pieces(stay, by=worker)
    special |= reports.figures(shelter, worker=worker, head=head)
    special |= cases.way_home(keys["exit"], keys, by=worker)
    keys |= assessments.plans(stay, by=worker, head=head)
    special |= assessments.plans_special(stay, keys)
    keys |= referrals.partner_parts(keys["partner"], by=worker)
    special |= referrals.partners_special(stay, keys["partner"])
    keys |= cases.events(shelter, stay, by=worker)
    special |= cases.events_special(stay, keys["programme"])
    special |= cases.letters(stay, by=head)
    keys["task"] = stay.tasks.first()
    keys |= assessments.papers(stay, by=worker)
    special |= assessments.papers_special(stay, keys)
    return special


def other_houses(shelter, person, stay, keys, *, worker, head):
    """What goes to partners and comes from senders, a survey's results, and a journey home."""
    special = referrals.partner_door(stay, by=worker)
    special |= referrals.received(stay, keys["attachment"], by=worker)
    special |= referrals.announced(shelter, person, by=head)
    special |= results_special(shelter, by=head)
    special |= referrals.homeward(stay, keys, by=worker)
    return special


def told(shelter, stay, keys, *, worker, head, department):
    """What the house and the department write about their work, and what the public says."""
    special = reports.department_year(by=department)
    special |= reports.innovations(shelter, by=worker)
    special |= reports.exports(by=head)
    keys["sop"] = make_sop_in_force(shelter, by=worker, head=head)
    special |= reports.sop_pages(keys["sop"])
    special |= reports.complaints(shelter, keys, worker=worker, head=head, department=department)
    special |= reports.evaluations(shelter, keys, worker=worker, head=head, department=department)
    special |= reports.asking(shelter, by=head)
    special |= reports.public_pages(shelter, by=worker)
    keys["answers"], held = reports.old_answers(keys["small"], stay, by=head)
    special |= {f"reports:answers_{act}": {"pk": held.pk} for act in ("match", "discard")}
    return special
