"""What stands on the public pages: the one place that looks it up, for visitors and for the preview alike."""

from django.db.models import Q
from django.utils import timezone

from cases.models import Shelter
from cases.permissions import Perm
from reports.models import Office, PublicPage, SopVersion, StandardComponent
from reports.public.flow import drawing


def places():
    """All shelters, and the department that they belong to."""
    return Shelter.objects.order_by("name"), Office.objects.on(timezone.localdate())


def in_force(shelter):
    return PublicPage.objects.in_force(shelter)


def version_of(shelter, number):
    """Any version, whole; None when there is none."""
    return next(iter(PublicPage.objects.whole().filter(shelter=shelter, version=number).order_by()), None)


def versions_of(shelter):
    """The history without its texts, the newest first."""
    texts = ["about", "for_whom", "hours", "address_note", "pledge", "privacy"]
    history = PublicPage.objects.filter(shelter=shelter).defer(*texts)
    return history.select_related("drafted_by", "published_by").order_by("-version")


def shown_on_shelter(page):
    """The flow as a drawing, and contacts."""
    return {"page": page, "drawing": drawing(page.steps.all()) if page else None}


def sops_of(shelter):
    """The procedures that are in force and meant for everybody."""
    return SopVersion.objects.public_at(shelter).defer("text").order_by("document__title", "pk")


def head_of(page):
    """Who headed the shelter on the day that the pledge was published; of a draft, who heads it today."""
    if page is None:
        return None
    moment = page.published_at or timezone.now()
    return page.shelter.head_on(timezone.localdate(moment, page.shelter.zone))


def standard_of(page):
    """(group, [(component, what is said)]) of the law's list; a component without words is told as not yet said."""
    said = {row.component_id: row.text for row in page.components.all()} if page else {}
    groups = {group: [] for group in StandardComponent.Group}
    for component in StandardComponent.objects.all():
        groups[StandardComponent.Group(component.group)].append((component, said.get(component.pk, "")))
    return [(group.label, rows) for group, rows in groups.items()]


def shown_on_standard(page):
    """The components by group, and what asks for them."""
    groups = standard_of(page) if page else []
    sources = {component.source: None for _, rows in groups for component, _ in rows}
    return {"page": page, "groups": groups, "sources": list(sources)}


def gaps(page):
    """What a visitor would miss, in words: told before publishing."""
    named = [("about", "Tentang panti"), ("for_whom", "Untuk siapa"), ("hours", "Jam pelayanan"),
             ("phone", "Telepon"), ("pledge", "Maklumat pelayanan"), ("privacy", "Pemberitahuan privasi")]  # fmt: skip
    missing = [label for name, label in named if not getattr(page, name).strip()]
    if not page.steps.all():
        missing.append("Alur pelayanan")
    if not page.requirements.all():
        missing.append("Persyaratan")
    components = [component.name for _, rows in standard_of(page) for component, text in rows if not text.strip()]
    return missing + [f"Komponen standar: {name}" for name in components]


def draft_of(shelter):
    return PublicPage.objects.draft_of(shelter)


def shelters_of(user):
    """Where this person writes the public page, or publishes it."""
    mine = [user.shelters_with(perm).values("pk") for perm in (Perm.VOICES, Perm.REVIEW)]
    return list(Shelter.objects.filter(Q(pk__in=mine[0]) | Q(pk__in=mine[1])).order_by("name"))


def states_of(shelters):
    """{shelter: {status: version}} of what is in force or a draft. One query."""
    found = {}
    now = PublicPage.objects.filter(shelter__in=shelters).exclude(status=PublicPage.Status.FORMER).order_by()
    for shelter, status, version in now.values_list("shelter", "status", "version"):
        found.setdefault(shelter, {})[status] = version
    return found
