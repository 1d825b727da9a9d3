"""Two files of one person become one, and apart again: nothing is lost on either way."""

import threading
from datetime import date

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.urls import reverse

from cases import moving, unmerge
from cases.models import AuditEvent, BiometricCheck, Client, Merge, Sweep, SweepPerson
from reports.models import ComplaintClient
from tests.cases.test_intake import body, form
from tests.factories import (
    make_attachment,
    make_client,
    make_paper,
    make_relative,
    make_stay,
    make_warning,
    reason,
    source,
)
from tests.reports.complaints import make_complaint

NIK = "3404991708850001"

# One row for everything that refers to a client. Whoever adds a model that does adds its row here: then the tests
# below show that a merge moves it and that the undo brings it back.
MAKERS = {
    ("cases.Stay", "client"): lambda client, other, stay, by: stay,
    ("cases.Attachment", "client"): lambda client, other, stay, by: make_attachment(stay, by=by),
    ("cases.BiometricCheck", "client"): lambda client, other, stay, by: BiometricCheck.objects.create(
        client=client, stay=stay, asked_on=stay.entered_on, asked_by=by
    ),
    ("cases.Client", "merged_into"): lambda client, other, stay, by: Merge.perform(
        client, make_client("Berkas ketiga"), {}, by=by
    ),
    ("cases.FileWarning", "client"): lambda client, other, stay, by: make_warning(stay, by=by),
    ("cases.IdentityPaper", "client"): lambda client, other, stay, by: make_paper(stay, by=by),
    ("cases.Relative", "client"): lambda client, other, stay, by: make_relative(client, by=by),
    ("cases.Relative", "person"): lambda client, other, stay, by: make_relative(other, by=by, person=client),
    ("cases.SweepPerson", "client"): lambda client, other, stay, by: swept(client, stay, by),
    ("reports.ComplaintClient", "client"): lambda client, other, stay, by: told_of(client, stay, by),
}


def told_of(client, stay, by):
    report = make_complaint(stay.shelter, kind="person")
    report.verify(by=by)
    return ComplaintClient.join(report, client, by=by)


def swept(client, stay, by):
    values = {"shelter": stay.shelter, "held_on": stay.entered_on, "arrived_on": stay.entered_on, "created_by": by}
    sweep = Sweep.objects.create(place="Pasar Contoh", source=source("satpol-pp"), **values)
    return SweepPerson.objects.create(
        sweep=sweep, serial=1, number=f"RZ-{sweep.pk}-01", mark="kaos merah", client=client, created_by=by
    )


def everything():
    """Every row of every table that has to do with people, as the database holds it; without versions, which go on."""
    rows = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in ("cases", "assessments", "referrals", "reports"):
            if model._meta.label not in ("cases.AuditEvent", "cases.Merge", "cases.FormKey"):
                rows[model._meta.label] = sorted(model._base_manager.values_list(), key=str)
    versioned = [field.attname for field in Client._meta.concrete_fields].index("version")
    rows["cases.Client"] = [row[:versioned] + row[versioned + 1 :] for row in rows["cases.Client"]]
    return rows


def apart(merge, *, by, owners=None):
    unmerge.undo(Merge.objects.get(pk=merge.pk), by=by, owners=owners or {})


# Nothing that refers to a client is forgotten ----------------------------------------------------------------------


def test_every_column_that_refers_to_a_client_moves_or_stays_for_a_reason():
    """Walks the models itself, so that it does not believe the code that it tests."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        assert not any(isinstance(field, GenericForeignKey) for field in model._meta.private_fields), model
        for field in model._meta.local_fields:
            if field.is_relation and field.related_model and issubclass(field.related_model, Client):
                assert isinstance(field, models.ForeignKey) and not field.remote_field.parent_link, field
                found.add((model._meta.label, field.name))
        for field in model._meta.local_many_to_many:
            through = field.remote_field.through._meta
            assert not issubclass(field.related_model, Client) or through.label in {label for label, _ in found} | {
                one.label for one in moving.columns_to(Client)
            }, field
    handled = {(one.label, one.name) for one in moving.movable(Client)}
    assert found == handled | set(moving.STAYS_PUT) and not handled & set(moving.STAYS_PUT)


def test_every_column_that_moves_is_tried_in_the_round_trip():
    assert set(MAKERS) == {(one.label, one.name) for one in moving.movable(Client)}


@pytest.mark.parametrize("column", MAKERS, ids=lambda column: ".".join(column))
def test_whatever_refers_to_a_client_moves_and_comes_back(today, melati, sari, budi, riyanto, column):
    other = make_client("Orang lain")
    client = make_client("Slamet Riyadi")
    stay = make_stay(melati, by=sari, client=client, entered_on=date(2026, 1, 5))
    MAKERS[column](client, other, stay, sari)
    stay.discharge(by=sari, on=date(2026, 1, 9), reason=reason("reunifikasi"))
    client.refresh_from_db()
    relation = next(one for one in moving.movable(Client) if (one.label, one.name) == column)
    rows = relation.keys(client)
    before = everything()
    merge = Merge.perform(riyanto, client, {}, by=budi)
    assert rows and not relation.rows(client).exists() and set(rows) <= set(relation.keys(riyanto))
    apart(merge, by=budi)
    assert everything() == before


# Merging -----------------------------------------------------------------------------------------------------------


def test_a_merge_moves_all_and_the_number_leads_to_the_survivor(client, today, budi, riyanto, riyadi):
    merge = Merge.perform(riyanto, riyadi, {"name": "keep"}, by=budi)
    riyanto.refresh_from_db(), riyadi.refresh_from_db()
    assert riyadi.merged_into == riyanto and riyanto.stays.count() == 3 and riyanto.attachments.count() == 3
    assert (riyanto.name, riyanto.aliases) == ("Slamet Riyanto", ["Slamet Riyadi", "Mat"])
    # the fuller value of each field, and the NIK only once
    assert (riyanto.nik, riyanto.nik_status, riyadi.nik) == (NIK, "valid", None)
    assert (riyanto.birth_date, riyanto.phone, riyanto.health_note) == (date(1970, 5, 1), "0812000111", "Alergi udang")
    assert len(merge.moved["cases.Stay"]["client"]) == 2 and len(merge.moved["cases.Attachment"]["client"]) == 3
    assert set(AuditEvent.objects.filter(action="client.merged").values_list("target_id", flat=True)) == {
        str(riyanto.pk), str(riyadi.pk)
    }  # fmt: skip
    assert list(Client.objects.matching("TMG-2024-0210")) == [riyanto]
    assert list(Client.objects.visible_to(budi)) == [riyanto]
    client.force_login(budi)
    for name in ("cases:client_detail", "cases:client_trail", "assessments:client_assessments"):
        gone = client.get(reverse(name, args=[riyadi.pk]))
        assert (gone.status_code, gone.url) == (302, reverse(name, args=[riyanto.pk]))
    sent = client.post(reverse("cases:client_edit", args=[riyadi.pk]), {})
    assert (sent.status_code, sent.url) == (307, reverse("cases:client_edit", args=[riyanto.pk]))


def test_a_stranger_is_led_nowhere(client, today, budi, citra, riyanto, riyadi):
    Merge.perform(riyanto, riyadi, {}, by=budi)
    client.force_login(citra)
    assert client.get(reverse("cases:client_detail", args=[riyadi.pk])).status_code == 404


def test_nobody_is_taken_in_on_a_number_that_leads_elsewhere(client, today, sari, budi, melati, riyanto, riyadi):
    Merge.perform(riyanto, riyadi, {}, by=budi)
    client.force_login(sari)
    url = reverse("cases:intake_return", args=[riyadi.pk])
    assert client.get(url).url == reverse("cases:intake_return", args=[riyanto.pk])
    client.post(url, form(melati))
    assert not riyadi.stays.exists()


def test_two_health_notes_are_kept_both_unless_somebody_chooses(today, budi, riyanto, riyadi):
    Client.objects.filter(pk=riyanto.pk).update(health_note="Diabetes")
    Merge.perform(riyanto, riyadi, {}, by=budi)
    riyanto.refresh_from_db()
    assert riyanto.health_note == "Diabetes; Alergi udang"


def test_overlapping_stays_stand_in_the_way_and_are_named(client, today, sari, budi, melati, riyanto):
    twice = make_client("Slamet R.")
    stay = make_stay(melati, by=sari, client=twice, entered_on=date(2026, 3, 1))
    client.force_login(budi)
    url = reverse("cases:client_merge", args=[riyanto.pk, twice.pk])
    page = body(client.get(url))
    assert "bertumpang tindih" in page and stay.register_number in page and "Belum dapat digabung" in page
    with pytest.raises(ValidationError, match="bertumpang tindih"):
        Merge.perform(riyanto, twice, {}, by=budi)
    assert twice.stays.count() == 1 and not Merge.objects.exists()


def test_two_files_that_know_each_other_as_relatives_are_not_one(today, sari, budi, riyanto, riyadi):
    make_relative(riyanto, by=sari, relation="elder", person=riyadi)
    assert "menyebut kedua berkas" in Merge.obstacles(riyanto, riyadi)[0]
    with pytest.raises(ValidationError, match="menyebut kedua berkas"):
        Merge.perform(riyanto, riyadi, {}, by=budi)


def test_a_row_that_cannot_move_stops_the_merge_in_the_words_of_its_rule(today, budi, riyanto, riyadi):
    """No column has such a rule today; one is planted."""
    rule = models.UniqueConstraint(
        fields=["client"], name="planted_once", violation_error_message="Hanya satu per klien."
    )  # fmt: skip
    warning = apps.get_model("cases.FileWarning")
    with connection.cursor() as cursor:
        cursor.execute("CREATE UNIQUE INDEX planted_once ON cases_filewarning (client_id)")
    make_warning(riyanto.stays.first(), by=budi), make_warning(riyadi.stays.first(), by=budi)
    warning._meta.constraints.append(rule)
    try:
        assert Merge.obstacles(riyanto, riyadi) == [
            "Peringatan berkas kedua berkas tidak dapat disatukan. Hanya satu per klien. Rapikan dahulu."
        ]
        with pytest.raises(ValidationError, match="Hanya satu per klien."):
            Merge.perform(riyanto, riyadi, {}, by=budi)
    finally:
        warning._meta.constraints.remove(rule)
    assert riyadi.stays.count() == 2 and not Merge.objects.exists()


def test_a_file_is_never_merged_into_itself(today, budi, riyanto):
    with pytest.raises(ValidationError):
        Merge.perform(riyanto, riyanto, {}, by=budi)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("crossed", [False, True])
def test_two_merges_at_once_become_one(today, budi, riyanto, riyadi, crossed):
    pairs = [(riyanto, riyadi), (riyadi, riyanto) if crossed else (riyanto, riyadi)]
    ready, said = threading.Barrier(2), []

    def merge(keep, drop):
        ready.wait()
        try:
            Merge.perform(keep, drop, {}, by=budi)
            said.append("")
        except ValidationError as error:
            said.append(error.messages[0])
        connection.close()

    threads = [threading.Thread(target=merge, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["", "Salah satu berkas ini sudah digabung. Muat ulang halaman ini."]
    assert Merge.objects.count() == 1
