import threading

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from assessments.builtin import BUILT_IN
from assessments.models import Assessment, InstrumentVersion
from assessments.xlsform import FormRefused
from cases.models import AuditEvent, Need
from tests.assessments.conftest import ANSWERS
from tests.factories import make_need, reason

ORAL = """
| survey |
| | type | name | label | relevant | calculation |
| | begin group | satu | Satu | | |
| | integer | umur | Umur | | |
| | calculate | batas | | | once(today()) |
| | end group | | | | |
| settings |
| | form_title | form_id |
| | Uji | uji |
"""


def actions():
    return list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))


def test_loading_the_built_in_instruments_twice_changes_nothing(instruments):
    call_command("load_instruments", verbosity=0)
    assert sorted(instruments) == sorted(form.slug for form in BUILT_IN)
    assert InstrumentVersion.objects.count() == len(BUILT_IN)
    assert all(version.form.form_id == slug for slug, version in instruments.items())


def test_a_changed_form_becomes_a_new_version_and_a_draft_keeps_its_own(today, stay, sari, db):
    first, new = InstrumentVersion.publish(source=ORAL.encode(), kind=".md")
    draft = Assessment.start(stay, version=first, by=sari)
    second, newer = InstrumentVersion.publish(source=ORAL.replace("Umur", "Usia").encode(), kind=".md")
    assert (new, newer, second.number) == (True, True, 2)
    draft = Assessment.objects.get(pk=draft.pk)
    assert draft.form.question("satu/umur").label == "Umur"
    assert second in InstrumentVersion.objects.latest_published()
    assert first not in InstrumentVersion.objects.latest_published()


def test_the_source_of_a_version_never_changes(instruments):
    version = instruments["asesmen-awal"]
    version.source = b"| survey |"
    with pytest.raises(TypeError, match="never changes"):
        version.save()


def test_a_form_that_opens_an_unknown_need_is_not_published(instruments):
    wrong = bytes(instruments["asesmen-awal"].source).replace(b"| food |", b"| feast |")
    with pytest.raises(FormRefused, match="Kebutuhan “feast” tidak dikenal"):
        InstrumentVersion.publish(source=wrong, kind=".md")
    assert InstrumentVersion.objects.count() == len(BUILT_IN)


def test_starting_twice_leads_to_the_same_draft(draft, instruments, stay, budi):
    again = Assessment.start(stay, version=instruments["asesmen-awal"], by=budi)
    other = Assessment.start(stay, version=instruments["asesmen-pgot"], by=budi)
    assert (again, other == draft) == (draft, False)
    assert actions().count("assessment.started") == 2


def test_the_database_itself_refuses_a_second_open_draft(draft):
    draft.pk = None
    with pytest.raises(IntegrityError, match="assessment_one_open_per_instrument"), transaction.atomic():
        draft.save(force_insert=True)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_start_at_once_share_one_draft(today, instruments, stay, sari, budi):
    found, ready = [], threading.Barrier(2)

    def start(person):
        try:
            ready.wait()
            found.append(Assessment.start(stay, version=instruments["asesmen-awal"], by=person))
        finally:
            connection.close()

    threads = [threading.Thread(target=start, args=[person]) for person in (sari, budi)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] == found[1]
    assert (Assessment.objects.count(), actions().count("assessment.started")) == (1, 1)


def test_no_assessment_of_a_stay_entered_by_mistake(today, instruments, stay, sari):
    stay.cancel(by=sari, reason="Salah orang")
    with pytest.raises(ValidationError, match="dibatalkan"):
        Assessment.start(stay, version=instruments["asesmen-awal"], by=sari)


def test_saving_stamps_only_what_changed(draft, sari, budi):
    draft.save_answers({"sapaan/panggilan": "Pak Min"}, was={}, by=sari)
    draft.save_answers(
        {"sapaan/panggilan": "Pak Min", "sapaan/bahasa": "daerah"}, was={"sapaan/panggilan": "Pak Min"}, by=budi
    )
    draft.save_answers({"sapaan/bahasa": "daerah"}, was={"sapaan/bahasa": "daerah"}, by=budi)
    draft.refresh_from_db()
    assert draft.answers == {"sapaan/panggilan": "Pak Min", "sapaan/bahasa": "daerah"}
    assert {path: (stamp["by"], stamp["revision"]) for path, stamp in draft.stamps.items()} == {
        "sapaan/panggilan": ("Sari", 1),
        "sapaan/bahasa": ("Budi", 2),
    }
    assert (draft.revision, draft.last_saved_by) == (2, budi)


def test_an_answer_taken_back_leaves_no_key(draft, sari):
    draft.save_answers({"sapaan/bahasa": "daerah"}, was={}, by=sari)
    draft.save_answers({"sapaan/bahasa": None}, was={"sapaan/bahasa": "daerah"}, by=sari)
    assert draft.answers == {}


def test_two_who_change_one_answer_are_both_heard(draft, sari, joko):
    draft.save_answers({"sapaan/bahasa": "daerah", "sapaan/pengantar": "polisi"}, was={}, by=sari)
    shown = dict(draft.answers)
    draft.save_answers({"sapaan/bahasa": "isyarat"}, was=shown, by=sari)
    conflicts = draft.save_answers({"sapaan/bahasa": "asing", "sapaan/pengantar": "keluarga"}, was=shown, by=joko)
    assert [(c.path, c.mine, c.theirs, c.by) for c in conflicts] == [("sapaan/bahasa", "asing", "isyarat", "Sari")]
    assert draft.answers == {"sapaan/bahasa": "isyarat", "sapaan/pengantar": "keluarga"}


def test_an_untouched_answer_does_not_undo_what_another_changed(draft, sari, joko):
    draft.save_answers({"sapaan/bahasa": "daerah"}, was={}, by=sari)
    conflicts = draft.save_answers({"sapaan/bahasa": None}, was={"sapaan/bahasa": None}, by=joko)
    assert (conflicts, draft.answers) == ([], {"sapaan/bahasa": "daerah"})


def test_a_save_whose_answer_was_lost_on_the_line_is_no_conflict_with_oneself(draft, sari):
    for text in ("Pak", "Pak Min", ""):  # the page never heard that the first two were saved
        value = text or None
        conflicts = draft.save_answers({"sapaan/panggilan": value}, was={"sapaan/panggilan": None}, by=sari, editor="a")
        assert (conflicts, draft.answers.get("sapaan/panggilan")) == ([], value)


def test_a_late_autosave_does_not_undo_the_button(draft, sari):
    was = {"sapaan/panggilan": None}
    draft.save_answers({"sapaan/panggilan": "Pak M"}, was=was, by=sari, editor="a")
    draft.save_answers({"sapaan/panggilan": "Pak Min"}, was=was, by=sari, editor="a", closes=True)
    conflicts = draft.save_answers({"sapaan/panggilan": "Pak Mi"}, was=was, by=sari, editor="a")
    assert [conflict.theirs for conflict in conflicts] == ["Pak Min"]
    assert draft.answers == {"sapaan/panggilan": "Pak Min"}


def test_what_once_fixed_stays_as_it_was(stay, sari, db):
    with time_machine.travel("2026-03-16T03:00:00+00:00", tick=False) as clock:
        version, _ = InstrumentVersion.publish(source=ORAL.encode(), kind=".md")
        draft = Assessment.start(stay, version=version, by=sari)
        draft.save_answers({"satu/umur": 60}, was={}, by=sari)
        clock.move_to("2026-03-20T03:00:00+00:00")
        draft.save_answers({"satu/umur": 61}, was={"satu/umur": 60}, by=sari)
        draft.submit(by=sari)
    assert draft.answers == {"satu/umur": 61, "satu/batas": "2026-03-16"}


def test_completing_keeps_what_applies_and_opens_needs(filled, sari, stay, today):
    hidden = {"kesehatan/obat": "ya", "kesehatan/obat_rincian": "Parasetamol"}
    filled.save_answers(hidden, was={}, by=sari)
    filled.save_answers({"kesehatan/obat": "tidak"}, was={"kesehatan/obat": "ya"}, by=sari)
    assert filled.answers["kesehatan/obat_rincian"] == "Parasetamol"  # kept while it may still apply
    filled.submit(by=sari)
    filled.refresh_from_db()
    assert filled.answers == ANSWERS | {"kesehatan/obat": "tidak"}
    assert (filled.status, filled.submitted_by) == ("submitted", sari)
    assert set(filled.stamps) == set(filled.answers)
    needs = Need.objects.filter(stay=stay)
    assert {need.service_id for need in needs} == {"clothing", "food", "health_supplies"}
    assert {(need.opened_on, need.note, need.opened_by) for need in needs} == {(today, "Asesmen awal", sari)}
    assert actions()[-5:] == ["assessment.completed", *["need.opened"] * 3, "task.finished"]


def test_a_need_that_is_open_is_not_opened_again(filled, sari, stay, today):
    make_need(stay, "food", today)
    make_need(stay, "clothing", today, closed_on=today, reason="ditolak")
    opened = filled.submit(by=sari)
    assert [service.slug for service in opened] == ["health_supplies"]


def test_completing_again_does_not_reopen_what_was_closed_since(submitted, sari, budi, stay, today):
    with time_machine.travel("2026-03-18T03:00:00+00:00", tick=False):
        food = Need.objects.get(stay=stay, service="food")
        food.close(by=sari, on=stay.shelter.today(), reason="ditolak")
        submitted.return_(by=budi, note="Sebutkan letak luka.")
        submitted.save_answers({"kebutuhan/kesimpulan": "Luka di kaki."}, was=submitted.answers, by=sari)
        assert submitted.submit(by=sari) == []
    assert (submitted.status, submitted.reviewed_by, submitted.review_note) == (
        "submitted", None, "Sebutkan letak luka."
    )  # fmt: skip


def test_of_somebody_who_left_no_need_is_opened(filled, sari, stay, today):
    stay.discharge(by=sari, on=today, reason=reason("kabur"))
    assert filled.submit(by=sari) == []
    assert (filled.status, Need.objects.count()) == ("submitted", 0)


def test_an_unfinished_one_is_not_completed(draft, sari):
    with pytest.raises(ValidationError, match="belum dapat diselesaikan"):
        draft.submit(by=sari)
    draft.refresh_from_db()
    assert (draft.status, Need.objects.count()) == ("draft", 0)


def test_completing_what_somebody_changed_meanwhile_is_refused(filled, sari):
    with pytest.raises(ValidationError, match="berubah sejak"):
        filled.submit(by=sari, revision=filled.revision - 1)


@pytest.mark.parametrize("approved", [False, True])
def test_a_completed_one_cannot_be_changed(submitted, sari, budi, approved):
    if approved:
        submitted.approve(by=budi)
    before = dict(submitted.answers)
    for act in (
        lambda: submitted.save_answers({"sapaan/panggilan": "Lain"}, was=before, by=sari),
        lambda: submitted.submit(by=sari),
    ):
        with pytest.raises(ValidationError, match="Status asesmen ini"):
            act()
    submitted.refresh_from_db()
    assert submitted.answers == before


def test_nobody_reviews_their_own(filled, budi):
    filled.submit(by=budi)
    for act in (lambda: filled.approve(by=budi), lambda: filled.return_(by=budi, note="Kurang.")):
        with pytest.raises(ValidationError, match="orang lain"):
            act()
    filled.refresh_from_db()
    assert filled.status == "submitted"


def test_the_second_review_is_refused(submitted, budi):
    same = Assessment.objects.get(pk=submitted.pk)
    submitted.approve(by=budi)
    with pytest.raises(ValidationError, match="Disetujui"):
        same.return_(by=budi, note="Terlambat.")
    assert actions()[-1] == "assessment.approved"


def test_a_return_needs_words(submitted, budi):
    with pytest.raises(ValidationError, match="Tulis apa"):
        submitted.return_(by=budi, note="  ")


def test_what_depends_on_the_date_stays_as_on_the_day_of_completing(stay, sari, db):
    source = ORAL.replace("once(today())", "today()").encode()
    with time_machine.travel("2026-03-16T18:00:00+00:00", tick=False) as clock:  # 17 March in Jakarta
        version, _ = InstrumentVersion.publish(source=source, kind=".md")
        assessment = Assessment.start(stay, version=version, by=sari)
        assessment.submit(by=sari)
        clock.move_to("2026-05-01T03:00:00+00:00")
        assert Assessment.objects.get(pk=assessment.pk).state()["satu/batas"].value == "2026-03-17"


def test_the_lists_of_the_home_pages(draft, submitted, sari, budi, joko):
    assert [list(Assessment.objects.drafts_of(person)) for person in (sari, joko)] == [[], []]
    assert list(Assessment.objects.waiting_for_review()) == [submitted]
    submitted.return_(by=budi, note="Kurang.")
    assert list(Assessment.objects.drafts_of(sari)) == [submitted]
    assert list(Assessment.objects.waiting_for_review()) == []
