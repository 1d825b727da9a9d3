"""A death locks the file (scenario 21): every page that writes is tried on the file of somebody who has died."""

from uuid import uuid4

import pytest
from django import forms
from django.apps import apps
from django.db import connection, transaction
from django.urls import reverse

from cases.locks import LOCKED, FileLocked
from cases.models import Aftercare, AuditEvent, Client, Death, FileWarning, IdentityPaper, Need, Relative, Stay
from referrals.models import Referral
from tests.access.table import ACCESS
from tests.factories import make_ended_stay, make_need, make_stay, make_warning
from tests.referrals.factories import make_referral
from tests.test_access import world  # noqa: F401 (a fixture)
from tests.uploads import jpeg

# What may still be written: the last care, things handed over, who the person was, to whom they belonged; and stopping.
OPEN = {
    "cases:client_edit", "cases:relative_new", "cases:relative_edit", "cases:relative_proof", "cases:contact_new",
    "cases:attachment_new", "cases:attachment_remove", "cases:belonging_new", "cases:belonging_return",
    "cases:biometric_answer", "cases:biometric_new", "cases:handover_withdraw", "cases:paper_drop",
    "cases:paper_hand_over", "cases:warning_review", "cases:client_merge", "cases:stay_cancel", "cases:not_same",
    "cases:nik_recheck", "referrals:referral_withdraw", "cases:cover_letter_void", "cases:merge_detail",
    "cases:clientletter_discard", "referrals:journey_cancel",
}  # fmt: skip


def body(response):
    return response.content.decode()


def rows_of(person):
    """The question what hangs on the person by their client or stay: a count and a sum per table, in one statement."""
    parts, values = [], []
    for model in apps.get_models():
        if model._meta.app_label not in ("cases", "assessments", "referrals") or model is AuditEvent:
            continue
        names = {field.name: field.related_model for field in model._meta.fields if field.related_model}
        if model is Client:
            rows = model.objects.filter(pk=person.pk)
        elif names.get("client") is Client:
            rows = model.objects.filter(client=person)
        elif names.get("stay") is Stay:
            rows = model.objects.filter(stay__client=person)
        else:
            continue
        columns = [field.attname for field in model._meta.concrete_fields]
        sql, given = rows.order_by().values(*columns).query.sql_with_params()
        parts.append(f"SELECT count(*), coalesce(sum(hashtext(t::text)::bigint), 0) FROM ({sql}) t")
        values += given
    return " UNION ALL ".join(parts), values


def counted(question):
    with connection.cursor() as cursor:
        cursor.execute(*question)
        return cursor.fetchall()


def answer(form):
    """Something that this form takes, as far as a machine can guess it."""
    said = {}
    for name, field in form.fields.items():
        value = form.get_initial_for_field(field, name)
        match field:
            case forms.UUIDField():
                value = uuid4()
            case forms.FileField():
                value = jpeg()
            case forms.ModelMultipleChoiceField():
                value = [one.pk for one in field.queryset[:1]]
            case forms.ModelChoiceField():
                value = getattr(value, "pk", value) or field.queryset.values_list("pk", flat=True).first()
            case forms.MultipleChoiceField():
                value = value or [field.choices[0][0]]
            case forms.ChoiceField():
                value = value or next((key for key, _ in field.choices if key), "")
            case forms.BooleanField():
                value = "on"
            case forms.DateField() | forms.DateTimeField():
                value = value or "2026-03-16"
            case forms.TimeField():
                value = value or "09:00"
            case forms.IntegerField() | forms.DecimalField():
                value = value or 2
            case forms.CharField():
                value = value or "Uji"
        said[form.add_prefix(name)] = "" if value is None else value
    return said


ELSEWHERE = (
    "reports:", "cases:log", "cases:password", "cases:account", "cases:membership", "cases:shelter", "cases:room",
    "cases:bed_", "cases:outage", "cases:sweep", "cases:holiday", "cases:programme", "cases:incident", "cases:product",
    "cases:session", "cases:board", "referrals:partner", "cases:letter", "cases:region", "cases:exit_rule",
    "cases:aftercare_rule", "cases:death", "cases:intake_new", "cases:intake_search",
)  # fmt: skip


WRITING = [route for route, statuses in ACCESS.items() if statuses[3] in (200, 405) and not route.startswith(ELSEWHERE)]


def walk(client, person, url_for, routes):
    """The routes whose form, sent with a fitting answer, changes a row of this person; each from the same beginning."""
    question = rows_of(person)
    before, changed = counted(question), set()
    for route in routes:
        with transaction.atomic():
            bare = client.post(url_for(route), {"key": uuid4()})
            if bare.status_code == 200 and bare.context and hasattr(bare.context.get("form"), "fields"):
                client.post(url_for(route), answer(bare.context["form"]))
            if counted(question) != before:
                changed.add(route)
            transaction.set_rollback(True)
    return changed


def test_every_page_that_writes_is_closed_but_those_of_the_last_care(client, budi, sari, person, stay, world):  # noqa: F811
    client.force_login(budi)
    alive = walk(client, person, world, WRITING)
    Death(stay=stay, died_at=stay.shelter.now(), place="Kamar 1").register(by=sari)
    dead = walk(client, person, world, sorted(alive))
    assert dead - OPEN == set()
    assert len(alive) > 30 and len(alive - dead) > 20, (sorted(alive), sorted(dead))


def test_what_stays_open_after_death(client, today, sari, budi, oka, stay, melati):
    warning = make_warning(stay, sari)
    make_referral(stay, by=sari).send(by=sari)
    Death(stay=stay, died_at=melati.now(), place="Kamar 1").register(by=oka)
    referral, need = Referral.objects.with_halt().get(), Need.objects.get()
    assert (referral.halt, referral.status, list(Referral.objects.running())) == ("stopped", "sent", [])
    assert (need.service_id, list(FileWarning.objects.due(warning.review_on))) == ("burial", [])

    client.force_login(sari)
    told = body(client.get(referral.letter.get_verification_url()))
    assert "Rujukan dihentikan" in told and "meninggal" not in told and "Suratmin" not in told
    assert LOCKED in body(client.get(stay.client.get_absolute_url()))
    answered = reverse("referrals:referral_answer", args=[referral.pk])
    said = {"answer": "accepted", "answered_by": "dr. Ratna", "position": "dokter", "on": "2026-03-16"}
    assert "tidak dapat menjadi" in body(client.post(answered, said))
    referral.withdraw(by=sari, reason="Tidak diperlukan lagi")

    with pytest.raises(FileLocked):
        make_need(stay, "clothing", today) and Need.open_for(
            stay, by=sari, service=need.service.__class__.objects.get(slug="food"), on=today
        )
    with pytest.raises(FileLocked):
        make_stay(melati, by=sari, client=stay.client, entered_on=today)
    # A daughter comes and proves who she is; that the father's name is known now is written down.
    Relative(client=stay.client, name="Sumarni", relation="child", created_by=sari).save()
    Relative.objects.get().prove(by=sari, on=today, proof="kk", number="33")

    Death.objects.get().cancel(by=budi, reason="Salah orang")
    assert LOCKED not in body(client.get(stay.client.get_absolute_url()))
    make_warning(Stay.objects.get(), sari)


def test_a_death_known_only_from_the_register_locks_as_well_and_stops_reminders(client, today, sari, melati, person):
    home = make_ended_stay(melati, today.replace(day=1), today.replace(day=3), by=sari, client=person)
    Aftercare.objects.create(stay=home, due_on=today)
    IdentityPaper.objects.count()
    assert Aftercare.objects.open().exists()
    died = make_ended_stay(
        melati, today.replace(day=4), today.replace(day=6), by=sari, client=person, reason_slug="meninggal"
    )
    assert not Aftercare.objects.open().exists()
    client.force_login(sari)
    page = client.post(reverse("cases:household_join", args=[died.pk]), {"alone": "1"}, follow=True)
    assert LOCKED in body(page)  # no form answers for it: the client's page says why
    assert not AuditEvent.objects.filter(action="household.parted").exists()


def test_died_after_leaving_ends_the_calls(today, sari, melati):
    stay = make_ended_stay(melati, today.replace(day=1), today.replace(day=3), by=sari)
    Aftercare.objects.create(stay=stay, due_on=today)
    Aftercare.log(stay, by=sari, on=today.replace(day=10), way="phone", result="died")
    assert not Aftercare.objects.open().exists()
