"""A draft begins: a copy of what is in force, or the first words."""

from django.db import transaction
from django.utils import timezone

from cases.audit import record
from cases.models import Shelter
from reports.models import PublicComponent, PublicPage, PublicRequirement, PublicStep, StandardComponent
from reports.public import wording

COPIED = [
    "about", "for_whom", "hours", "phone", "whatsapp", "address_note", "free_of_charge", "pledge", "privacy",
    "shows_figures",
]  # fmt: skip
PARTS = {
    PublicStep: ("order", "title", "text", "who", "duration"),
    PublicRequirement: ("sender", "text"),
    PublicComponent: ("component_id", "text"),
}


@transaction.atomic
def begin_draft(shelter, *, by):
    """The shelter's draft: the one that there is, or a new one. Two who begin at once get the same."""
    Shelter.objects.select_for_update(no_key=True).get(pk=shelter.pk)
    draft = PublicPage.objects.draft_of(shelter)
    if draft:
        return draft
    before = PublicPage.objects.in_force(shelter)
    texts = {name: getattr(before, name) for name in COPIED} if before else wording.first_words(shelter)
    draft = PublicPage(
        shelter=shelter, version=before.version + 1 if before else 1, drafted_at=timezone.now(), drafted_by=by, **texts
    )
    draft.full_clean()
    draft.save()
    for model, rows in (copied(before) if before else first_parts(shelter)).items():
        model.objects.bulk_create([model(page=draft, **row) for row in rows])
    record(by=by, action="publicpage.drafted", target=draft, version=draft.version)
    return draft


def copied(page):
    rows = {PublicStep: page.steps, PublicRequirement: page.requirements, PublicComponent: page.components}
    return {
        model: [{name: getattr(row, name) for name in PARTS[model]} for row in rows[model].all()] for model in PARTS
    }


def first_parts(shelter):
    steps = [
        dict(zip(("title", "text", "who", "duration"), step, strict=True)) for step in wording.first_steps(shelter)
    ]
    known = dict(StandardComponent.objects.values_list("code", "pk"))
    return {
        PublicStep: [{"order": order, **step} for order, step in enumerate(steps, 1)],
        PublicRequirement: [{"sender": sender, "text": text} for sender, text in wording.first_requirements().items()],
        PublicComponent: [
            {"component_id": known[code], "text": text}
            for code, text in wording.first_components(shelter).items() if code in known
        ],
    }  # fmt: skip
