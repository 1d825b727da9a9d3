"""The facts that `fitting` compares, read from the database: one query for all partners, few for the client."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from assessments.models import Assessment
from cases.models import Attachment, BasicService, IdentityPaper, Relative
from cases.models.paper_kinds import PaperStatus
from cases.permissions import Perm
from referrals.fitting import ClientFacts, PartnerFacts, Words
from referrals.models import Condition, Criteria, Partner, PartnerAgreement, Referral, Required
from referrals.models.status import ENDED

# A category that says a condition; all other conditions are for the worker to tick.
SAYS = {"16": Condition.HIV, "17": Condition.DRUGS, "odgj-terlantar": Condition.MENTAL}
THERE = (PaperStatus.HELD, PaperStatus.ISSUED, PaperStatus.HANDED)
FROM_CRITERIA = (
    "sex", "age_from", "age_to", "all_categories", "all_regions", "accepted", "refused", "documents", "free_places",
    "free_on",
)  # fmt: skip


def words():
    return Words(
        services=dict(BasicService.objects.values_list("pk", "label")),
        conditions={code: label.lower() for code, label in Condition.choices},
        documents=dict(Required.choices),
    )


def client_facts(stay, *, by, conditions):
    """Of a stay that `by` may refer from; papers of other shelters' files are left out."""
    client, today = stay.client, stay.shelter.today()
    category = stay.category
    papers = dict.fromkeys([Required.HEALTH_LETTER, Required.ASSESSMENT, Required.FAMILY], False)
    papers |= _papers(client, by) | {
        Required.HEALTH_LETTER: stay.has_health_letter, Required.ASSESSMENT: stay.has_assessment,
        Required.FAMILY: stay.has_family_proof,
    }  # fmt: skip
    return ClientFacts(
        today=today,
        sex=client.sex,
        age=client.age_on(today),
        category=str(category or ""),
        categories=frozenset({category.pk, category.maps_to_id} - {None}) if category else frozenset(),
        conditions=tuple(conditions),
        origin=client.origin_id or "",
        city=stay.shelter.city,
        papers=papers,
    )


def with_file(stays):
    """Stays with what their client's file holds: `has_health_letter`, `has_assessment`, `has_family_proof`."""
    of_client = {"client": OuterRef("client"), "shelter": OuterRef("shelter")}
    letters = Attachment.objects.kept().filter(kind=Attachment.Kind.HEALTH, **of_client)
    proofs = Attachment.objects.kept().filter(kind=Attachment.Kind.FAMILY, **of_client)
    proven = Relative.objects.filter(client=OuterRef("client"), state=Relative.State.PROVEN)
    approved = Assessment.objects.filter(stay=OuterRef("pk"), status=Assessment.Status.APPROVED)
    return stays.select_related("client", "shelter", "category").annotate(
        has_health_letter=Exists(letters), has_assessment=Exists(approved),
        has_family_proof=Exists(proofs) | Exists(proven),
    )  # fmt: skip


def _papers(client, by):
    """{kind: whether it is in the hand}. A kind of which nothing was written down is unknown."""
    rows = IdentityPaper.objects.allowed(by, Perm.FILE).filter(client=client).order_by()
    there = {}
    for kind, status in rows.values_list("kind", "status"):
        there[kind] = there.get(kind, False) or status in THERE
    return there


def conditions_of(category):
    """What the category itself says; the worker adds the rest."""
    found = category and (SAYS.get(category.slug))
    return [found] if found else []


def partner_facts(stay):
    """Every partner in use, in one query. Answers are those of all shelters: they say something of the partner only."""
    rows = Partner.objects.in_use().annotate(
        service_ids=ArraySubquery(_through(Partner.basic_services, "partner", "pk").values("basicservice_id")),
        category_ids=ArraySubquery(_through(Criteria.categories, "criteria", "criteria").values("category_id")),
        region_rows=ArraySubquery(
            _through(Criteria.regions, "criteria", "criteria").order_by("region_id").values(
                row=JSONObject(code=F("region_id"), name=F("region__name"))
            )
        ),
        **_agreements(), **_answers(stay),
    )  # fmt: skip
    fields = [f"criteria__{name}" for name in FROM_CRITERIA]
    labels = dict(Partner.Kind.choices)
    return [_facts(row, stay, labels) for row in rows.values(
        "pk", "name", "kind", "city", "shelter", "service_ids", "category_ids", "region_rows", "mou", "mou_from",
        "mou_until", "is_asked", "declined_on", "declined_because", "last_answer", "last_reason", *fields,
    )]  # fmt: skip


def _through(relation, name, outer):
    return relation.through.objects.filter(**{name: OuterRef(outer)}).order_by()


def _agreements():
    latest = PartnerAgreement.objects.filter(partner=OuterRef("pk")).latest_first()
    columns = {"mou": "number", "mou_from": "starts_on", "mou_until": "ends_on"}
    return {name: Subquery(latest.values(column)[:1]) for name, column in columns.items()}


def _answers(stay):
    asked = Referral.objects.filter(partner=OuterRef("pk")).order_by("-answered_on", "-answered_at")
    answered = asked.filter(answered_on__isnull=False)
    mine = answered.filter(stay__client=stay.client_id).exclude(decline_reason="")
    running = Referral.objects.filter(partner=OuterRef("pk"), stay=stay.pk).exclude(status__in=ENDED)
    return {
        "last_answer": Subquery(answered.values("answered_on")[:1]),
        "last_reason": Subquery(answered.values("decline_reason")[:1]),
        "declined_on": Subquery(mine.values("answered_on")[:1]),
        "declined_because": Subquery(mine.values("decline_reason")[:1]),
        "is_asked": Exists(running),
    }


def _facts(row, stay, kinds):
    told = {name: row[f"criteria__{name}"] for name in FROM_CRITERIA}
    for name in ("accepted", "refused", "documents"):
        told[name] = (tuple if name == "documents" else frozenset)(told[name] or ())
    told["sex"] = told["sex"] or ""
    reasons = dict(Referral.DeclineReason.choices)
    return PartnerFacts(
        pk=row["pk"],
        name=row["name"],
        kind=kinds[row["kind"]],
        city=row["city"],
        services=frozenset(row["service_ids"]),
        categories=frozenset(row["category_ids"]),
        regions=tuple((region["code"], region["name"]) for region in row["region_rows"]),
        full_on=row["last_answer"] if row["last_reason"] == Referral.DeclineReason.FULL else None,
        agreement=row["mou"] or "",
        agreement_from=row["mou_from"],
        agreement_until=row["mou_until"],
        is_own_house=row["shelter"] == stay.shelter_id,
        is_asked=row["is_asked"],
        declined_on=row["declined_on"],
        declined_because=reasons.get(row["declined_because"], ""),
        **told | {"all_categories": bool(told["all_categories"]), "all_regions": bool(told["all_regions"])},
    )


def open_needs(stay):
    return list(stay.needs.open().order_by("service__position").values_list("service", flat=True))
