"""Instruments as the department keeps them: uploaded, published, offered, retired."""

import io
from datetime import date
from threading import Barrier, Thread

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from assessments.models import Assessment, Instrument, InstrumentVersion
from assessments.xlsform import FormRefused, read
from cases.models import AuditEvent
from tests.assessments.forms import SLEEP, sleep
from tests.factories import category, make_client, make_instrument, make_stay, make_user


def actions():
    return list(
        AuditEvent.objects.filter(action__startswith="instrument.").order_by("pk").values_list("action", flat=True)
    )


def published(by, source=SLEEP):
    version = make_instrument(by, source)
    before = version.before
    version.release(by=by, after=before.number if before else 0, note="Diperbaiki.")
    return version


def test_a_draft_is_offered_to_nobody_until_it_is_published(today, dewi, melati, stay, sari):
    draft = make_instrument(dewi)
    assert (draft.instrument.slug, draft.number, draft.before) == ("tidur", None, None)
    assert draft not in InstrumentVersion.objects.offered_at(melati)
    with pytest.raises(ValidationError, match="belum terbit"):
        Assessment.start(stay, version=draft, by=sari)
    draft.release(by=dewi, after=0)
    assert (draft.number, draft.published_by) == (1, dewi)
    assert draft in InstrumentVersion.objects.offered_at(melati)
    assert actions() == ["instrument.uploaded", "instrument.published"]


def test_the_form_id_decides_the_instrument_and_the_title_follows_publishing(dewi):
    first = published(dewi)
    second = make_instrument(dewi, sleep(title="Tidur malam").replace("| tidur |", "| Tidur |"))
    assert second.instrument == first.instrument and second.renames
    assert Instrument.objects.get(slug="tidur").title == "Tidur"
    second.release(by=dewi, after=1, note="Judul baru.")
    assert (second.number, Instrument.objects.get(slug="tidur").title) == (2, "Tidur malam")
    assert not second.renames


def test_the_same_content_again_is_said_so(dewi):
    draft = make_instrument(dewi)
    with pytest.raises(ValidationError, match="sudah diunggah dan menunggu"):
        make_instrument(dewi, name="lain.md")
    draft.release(by=dewi, after=0)
    with pytest.raises(ValidationError, match="sama dengan Tidur .versi 1."):
        make_instrument(dewi)
    published(dewi, sleep(ask="Berapa jam?"))
    assert make_instrument(dewi).number is None  # going back to the older content is a new version


NAMES = [("", "Tidur", "form_id"), ("tidur nyenyak", "Tidur", "form_id"), ("t" * 61, "Tidur", "form_id")]


@pytest.mark.parametrize(("form_id", "title", "column"), [*NAMES, ("tidur", "T" * 151, "form_title")])
def test_a_name_that_cannot_be_kept_is_refused_with_its_cell(dewi, form_id, title, column):
    with pytest.raises(FormRefused) as refused:
        make_instrument(dewi, sleep(title=title).replace("| tidur |", f"| {form_id} |"))
    assert column in [problem.column for problem in refused.value.problems]
    assert not Instrument.objects.filter(title=title).exists()


def test_a_published_version_cannot_be_changed_or_removed_even_behind_the_back(dewi, instruments):
    version = published(dewi)
    for changes in ({"number": 9}, {"source": b"x"}, {"sha256": "x"}, {"published_at": None}, {"kind": ".xlsx"}):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            InstrumentVersion.objects.filter(pk=version.pk).update(**changes)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        version.delete()
    with pytest.raises(ValidationError, match="sudah terbit"):
        version.discard(by=dewi)


def test_discarding_the_only_draft_takes_the_instrument_with_it(dewi):
    make_instrument(dewi).discard(by=dewi)
    assert not Instrument.objects.filter(slug="tidur").exists()
    kept = published(dewi)
    make_instrument(dewi, sleep(ask="Berapa jam?")).discard(by=dewi)
    assert list(kept.instrument.versions.all()) == [kept]
    assert actions().count("instrument.discarded") == 2


def test_retired_nothing_new_begins_and_what_runs_is_finished(today, dewi, stay, sari, melati):
    version = published(dewi)
    draft = Assessment.start(stay, version=version, by=sari)
    version.instrument.retire(by=dewi)
    with pytest.raises(ValidationError, match="sudah tidak dipakai"):
        version.instrument.retire(by=dewi)
    assert version not in InstrumentVersion.objects.offered_at(melati)
    assert Assessment.start(stay, version=version, by=sari) == draft  # goes on with what was begun
    draft.save_answers({"malam/jam": 7}, was={}, by=sari)
    draft.submit(by=sari)
    with pytest.raises(ValidationError, match="sudah tidak dipakai lagi"):
        Assessment.start(stay, version=version, by=sari)
    version.instrument.restore(by=dewi)
    assert Assessment.start(stay, version=version, by=sari).status == "draft"
    assert actions()[-2:] == ["instrument.retired", "instrument.restored"]


def test_it_is_begun_only_where_it_is_offered(today, dewi, stay, sari, melati, kenanga):
    version = published(dewi)
    version.instrument.offer(by=dewi, shelters=[kenanga], categories=[])
    assert version not in InstrumentVersion.objects.offered_at(melati)
    assert version in InstrumentVersion.objects.offered_at(kenanga)
    with pytest.raises(ValidationError, match="tidak dipakai di Rumah Singgah Melati"):
        Assessment.start(stay, version=version, by=sari)
    changed = AuditEvent.objects.get(action="instrument.changed").details["changed"]
    assert changed == {"shelters": ["semua", "Panti Kenanga"]}


def test_what_is_not_known_of_a_client_rules_nothing_out(dewi, instruments):
    version = published(dewi)
    version.instrument.offer(by=dewi, shelters=[], categories=[category("11")], age_from=60, age_to=None)

    def fits(slug, age):
        found = Instrument.objects.fitting(category=slug and category(slug), age=age)
        return found.filter(slug="tidur").exists()

    assert fits("11", 70) and fits(None, None) and fits("11", None) and fits(None, 60)
    assert not fits("12", 70) and not fits("11", 59)
    local = category("12")
    local.maps_to = category("11")
    local.save()
    assert fits("12", 70)


def test_ages_stand_in_order(dewi):
    version = make_instrument(dewi)
    with pytest.raises(ValidationError, match="di bawah usia mulai"):
        version.instrument.offer(by=dewi, shelters=[], categories=[], age_from=60, age_to=18)


def test_loading_the_built_in_ones_leaves_what_the_department_decided(dewi, instruments, capsys):
    own = bytes(instruments["asesmen-awal"].source).replace(b"Panggilan |", b"Nama panggilan |", 1).decode()
    mine = published(dewi, own)
    mine.instrument.retire(by=dewi)
    call_command("load_instruments")
    assert "dilewati, versi terbarunya diunggah dinas" in capsys.readouterr().out
    kept = Instrument.objects.get(slug="asesmen-awal")
    assert kept.versions.published().first() == mine and kept.is_retired


def test_an_old_assessment_keeps_its_questions(client, today, dewi, stay, sari):
    assessment = Assessment.start(stay, version=published(dewi), by=sari)
    assessment.save_answers({"malam/jam": 7}, was={}, by=sari)
    assessment.submit(by=sari)
    published(dewi, sleep(ask="Berapa lama tidur semalam?"))
    client.force_login(sari)
    shown = client.get(assessment.get_absolute_url()).content.decode()
    assert "Jam tidur" in shown and "Berapa lama tidur semalam?" not in shown


def test_the_start_page_offers_what_fits_first(client, today, dewi, melati, kenanga, sari, instruments):
    old = published(dewi)
    old.instrument.offer(by=dewi, shelters=[], categories=[category("11")], age_from=60, age_to=None)
    elsewhere = published(dewi, SLEEP.replace("| tidur |", "| tidur-dua |").replace("| Tidur |", "| Tidur dua |"))
    elsewhere.instrument.offer(by=dewi, shelters=[kenanga], categories=[])
    young = make_stay(
        melati, by=sari, client=make_client(birth_date=date(2000, 1, 1), name="Klien Muda"), category=category("12")
    )
    client.force_login(sari)
    address = reverse("assessments:assessment_start", args=[young.pk])
    shown = client.get(address)
    assert old in shown.context["others"] and old not in shown.context["fitting"]
    assert elsewhere not in [*shown.context["others"], *shown.context["fitting"]]
    assert "Tampilkan semua (" in shown.content.decode()
    refused = client.post(address, {"version": elsewhere.pk}).content.decode()
    assert "sudah diganti atau tidak dipakai lagi" in refused
    assert client.post(address, {"version": old.pk}).status_code == 302


def test_the_start_page_asks_little_of_the_database(client, today, dewi, stay, sari, django_assert_max_num_queries):
    for number in range(8):
        made = published(dewi, SLEEP.replace("| tidur |", f"| tidur-{number} |"))
        made.instrument.offer(by=dewi, shelters=[stay.shelter], categories=[category("11")])
    client.force_login(sari)
    address = reverse("assessments:assessment_start", args=[stay.pk])
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)


def excel(rows):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, lines in rows.items():
            page = book.add_worksheet(name)
            for number, line in enumerate(lines):
                page.write_row(number, 0, line)
    return file.getvalue()


def test_a_workbook_is_kept_byte_for_byte(dewi):
    content = excel({
        "survey": [["type", "name", "label"], ["begin group", "satu", "Satu"], ["text", "a", "A"], ["end group"]],
        "settings": [["form_title", "form_id"], ["Kecil", "kecil"]],
    })  # fmt: skip
    version = InstrumentVersion.upload(source=content, kind=".xlsx", file_name="kecil.xlsx", by=dewi)
    assert bytes(InstrumentVersion.objects.get(pk=version.pk).source) == content
    assert read(content, kind=".xlsx").form_id == "kecil"


TWO = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def both(first, second):
    """Two people at the same moment; what each got: None, or the words of the refusal."""
    got, start = [], Barrier(2)

    def run(act):
        try:
            start.wait(timeout=10)
            act()
            got.append(None)
        except ValidationError as error:
            got.append(" ".join(error.messages))
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return got


@TWO
def test_two_who_publish_at_once_get_one_success_and_one_refusal(db):
    dewi, rina = make_user("dewi"), make_user("rina")
    one, other = make_instrument(dewi), make_instrument(rina, sleep(ask="Berapa jam?"))
    got = both(lambda: one.release(by=dewi, after=0), lambda: other.release(by=rina, after=0))
    assert sorted(got, key=bool)[0] is None and "versi 1 sudah terbit" in sorted(got, key=bool)[1]
    assert list(one.instrument.versions.published().values_list("number", flat=True)) == [1]


@TWO
def test_two_uploads_of_one_new_form_at_once_make_one_instrument(db):
    dewi, rina = make_user("dewi"), make_user("rina")
    got = both(lambda: make_instrument(dewi), lambda: make_instrument(rina))
    assert sorted(got, key=bool)[0] is None and "sudah diunggah" in sorted(got, key=bool)[1]
    assert Instrument.objects.get(slug="tidur").versions.count() == 1
