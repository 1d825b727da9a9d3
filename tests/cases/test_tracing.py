"""The search for a client's family: what it refuses, what it survives, and who closes it."""

import threading
import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases.leaving import leave
from cases.models import FamilyContact, FamilyTracing, Merge, Need, ServiceRecord, Stay, TracingLead
from tests.factories import make_client, make_ended_stay, make_relative, make_stay, make_tracing, reason

TODAY = date(2026, 3, 16)


def body(response):
    return response.content.decode()


def url(name, *rows):
    return reverse(f"cases:{name}", args=[getattr(row, "pk", row) for row in rows])


def send(client, route, *rows, query="", **answers):
    return client.post(url(route, *rows) + query, {"key": uuid.uuid4()} | answers, follow=True)


def tell(stay, by, result, whom="Kepala desa", on=TODAY, **values):
    contact = FamilyContact(stay=stay, whom="" if "relative" in values else whom, on=on, way="phone", result=result,
                            note="x", **values)  # fmt: skip
    contact.log(by=by)
    return contact


# One at a time, and each step its own --------------------------------------------------------------------------------


def test_one_search_at_a_time_also_for_the_database(client, today, sari, stay):
    tracing = make_tracing(stay, by=sari)
    client.force_login(sari)
    page = body(send(client, "tracing_new", stay, opened_on="2026-03-16"))
    assert "masih terbuka" in page and FamilyTracing.objects.count() == 1
    again = FamilyTracing(stay=stay, opened_on=TODAY, opened_by=sari)
    with pytest.raises(IntegrityError, match="tracing_one_open_per_stay"), transaction.atomic():
        again.save()
    for constraint, values in [
        ("tracing_closed_with_outcome", {"outcome": "refused"}),
        ("tracing_social_media_dated", {"social_media": "yes"}),
        ("tracing_photo_permitted_at_and_by", {"photo_reason": "x"}),
        ("tracing_stop_explained", {"closed_on": TODAY, "closed_by": sari, "outcome": "stopped"}),
    ]:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            FamilyTracing.objects.filter(pk=tracing.pk).update(**values)


def test_a_search_opened_again_is_a_new_one_and_opens_the_need_when_it_may(today, sari, stay):
    first = make_tracing(stay, by=sari)
    need = Need.objects.get()
    tell(stay, sari, "agreed")
    first.close(by=sari, on=TODAY, outcome="willing", need="terpenuhi")
    need.refresh_from_db()
    assert (need.reason, need.closed_on) == ("terpenuhi", TODAY)
    make_tracing(stay, by=sari, opened_on=TODAY)
    assert Need.objects.open().get().opened_on == TODAY
    assert [one.outcome for one in FamilyTracing.objects.order_by("pk")] == ["willing", ""]
    FamilyTracing.objects.open().get().close(by=sari, on=TODAY, outcome="stopped", note="x", need="tidak diperlukan")
    make_tracing(stay, by=sari, opened_on=TODAY)  # the need was opened and closed on this very day
    assert not Need.objects.open().exists()


def test_a_contact_of_another_day_is_a_contact_but_no_step(client, today, sari, stay):
    tracing = make_tracing(stay, by=sari, opened_on=date(2026, 3, 10))
    assert tell(stay, sari, "reached", on=date(2026, 3, 9)).tracing is None
    assert tell(stay, sari, "reached", on=date(2026, 3, 10)).tracing == tracing
    lead = TracingLead(tracing=tracing, source="village", text="Kades")
    lead.add(by=sari)
    with pytest.raises(ValidationError, match="sebelum penelusuran dibuka"):
        tell(stay, sari, "reached", on=date(2026, 3, 9), lead=lead)
    client.force_login(sari)
    for on, words in [("2026-03-17", "Tanggal belum tiba."), ("2026-03-01", "Tanggal di luar masa tinggal.")]:
        assert words in body(send(client, "contact_new", stay, whom="Kades", on=on, way="phone", result="reached"))
    # no step lies after the end
    with pytest.raises(ValidationError, match="Sesudah tanggal itu masih ada kontak"):
        tell(stay, sari, "agreed")
        tracing.close(by=sari, on=date(2026, 3, 11), outcome="willing")


def test_a_lead_of_another_search_leads_nowhere(client, today, sari, citra, melati, kenanga, stay):
    make_tracing(stay, by=sari)
    other = make_stay(melati, by=sari, client=make_client("Orang lain"))
    theirs = TracingLead(tracing=make_tracing(other, by=sari), source="client", text="Rahasia")
    theirs.add(by=sari)
    foreign = make_stay(kenanga, by=citra, client=make_client("Jauh"))
    away = TracingLead(tracing=make_tracing(foreign, by=citra), source="client", text="Rahasia")
    away.add(by=citra)
    client.force_login(sari)
    for lead in (theirs, away):
        for page in (url("contact_new", stay), url("relative_new", stay.client)):
            assert client.get(f"{page}?petunjuk={lead.pk}").status_code == 404
    assert client.get(url("contact_new", stay) + "?petunjuk=x'").status_code == 404
    with pytest.raises(ValidationError, match="dari penelusuran lain"):
        tell(stay, sari, "reached", lead=theirs)


# Outcomes need their proof -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "results, outcome, words",
    [
        ([], "willing", "Belum ada keluarga"),
        ([("A", "agreed"), ("A", "refused")], "willing", "Belum ada keluarga"),
        ([("A", "refused"), ("A", "agreed")], "willing", ""),
        ([("A", "refused"), ("B", "agreed")], "refused", "Masih ada keluarga yang setuju"),
        ([("A", "refused"), ("B", "waiting")], "refused", "belum memberi jawaban akhir"),
        ([("A", "refused"), ("B", "unknown")], "refused", ""),
        ([("A", "unreached")], "refused", "Belum ada penolakan"),
        ([], "not_found", "Belum ada langkah"),
        ([("A", "refused")], "not_found", "keluarga sudah ditemukan"),
        ([("A", "unknown"), ("B", "waiting")], "not_found", "Masih ada yang ditunggu"),
        ([("A", "unknown")], "not_found", ""),
        ([], "stopped", ""),
    ],
)
def test_an_outcome_is_what_the_contacts_say(today, sari, stay, results, outcome, words):
    tracing = make_tracing(stay, by=sari)
    for whom, result in results:
        tell(stay, sari, result, whom=whom)
    if not words:
        tracing.close(by=sari, on=TODAY, outcome=outcome, note="Karena itu.")
        assert FamilyTracing.objects.get().outcome == outcome
        return
    with pytest.raises(ValidationError, match=words):
        tracing.close(by=sari, on=TODAY, outcome=outcome)


def test_a_lead_that_nobody_asked_keeps_the_search_open(client, today, sari, stay):
    tracing = make_tracing(stay, by=sari)
    tell(stay, sari, "unknown")
    lead = TracingLead(tracing=tracing, source="tksk", text="Bu TKSK Kedu")
    lead.add(by=sari)
    client.force_login(sari)
    answers = {"on": "2026-03-16", "outcome": "not_found"}
    assert "Masih ada petunjuk yang belum selesai" in body(send(client, "tracing_close", tracing, **answers))
    assert "Tulis mengapa petunjuk ini buntu." in body(send(client, "lead_settle", lead, state="dead"))
    send(client, "lead_settle", lead, state="dead", result="Tidak kenal.")
    assert "Cari panti rujukan" in body(client.get(tracing.get_absolute_url()))
    fulfilled = body(send(client, "tracing_close", tracing, **answers | {"need": "terpenuhi"}))
    assert "hanya bila keluarga ditemukan" in fulfilled
    stopped = body(send(client, "tracing_close", tracing, **answers | {"outcome": "stopped"}))
    assert "Tulis mengapa penelusuran dihentikan." in stopped
    send(client, "tracing_close", tracing, **answers)
    assert (FamilyTracing.objects.get().outcome, Need.objects.get().closed_on) == ("not_found", None)
    assert "sudah ditutup" in body(send(client, "lead_new", tracing, source="tksk", text="Terlambat"))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_close_it_at_once_and_one_of_them_does(today, sari, budi, stay):
    tracing = make_tracing(stay, by=sari)
    start, said = threading.Barrier(2), []

    def close(by, outcome):
        mine = FamilyTracing.objects.get(pk=tracing.pk)
        start.wait()
        try:
            mine.close(by=by, on=TODAY, outcome="stopped", note=outcome)
            said.append("closed")
        except ValidationError as error:
            said.append(error.messages[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=close, args=one) for one in ((sari, "satu"), (budi, "dua"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["Penelusuran ini sudah ditutup. Muat ulang halaman ini.", "closed"]


# Social media --------------------------------------------------------------------------------------------------------


def test_a_childs_face_goes_to_strangers_only_with_the_heads_word(client, today, sari, budi, melati):
    child = make_client("Dimas", estimated_age=9, age_estimated_on=TODAY)
    stay = make_stay(melati, by=sari, client=child)
    tracing = make_tracing(stay, by=sari, social_media="yes")
    client.force_login(sari)
    lead = {"source": "social", "text": "Grup Facebook", "with_photo": "on"}
    refused = "hanya dengan izin kepala panti"
    assert refused in body(send(client, "lead_new", tracing, **lead))
    contact = {"whom": "Warganet", "on": "2026-03-16", "way": "social", "result": "waiting", "with_photo": "on"}
    assert refused in body(send(client, "contact_new", stay, **contact))
    assert client.post(url("tracing_photo", tracing), {"reason": "x"}).status_code == 403
    client.force_login(budi)
    send(client, "tracing_photo", tracing, reason="Orang tua mencari lewat grup itu.")
    client.force_login(sari)
    send(client, "lead_new", tracing, **lead)
    send(client, "contact_new", stay, **contact)
    assert TracingLead.objects.get().with_photo and FamilyContact.objects.get().consented


def test_without_a_search_a_guarded_face_is_refused_too(today, sari, stay):
    stay.guard(by=sari, note="Disabilitas berat")
    contact = FamilyContact(stay=stay, whom="Warganet", on=TODAY, way="social", result="waiting", consented=True,
                            with_photo=True)  # fmt: skip
    with pytest.raises(ValidationError, match="hanya dengan izin kepala panti"):
        contact.log(by=sari)


def test_the_clients_word_may_change_and_is_dated(client, today, sari, stay):
    tracing = make_tracing(stay, by=sari, opened_on=date(2026, 3, 10))
    client.force_login(sari)
    plan = {"known": "Ibu di Kedu", "social_media": "yes", "social_media_on": "2026-03-01"}
    assert "di luar masa penelusuran" in body(send(client, "tracing_plan", tracing, **plan))
    send(client, "tracing_plan", tracing, **plan | {"social_media_on": "2026-03-12"})
    tracing.refresh_from_db()
    assert (tracing.social_media, tracing.social_media_on) == ("yes", date(2026, 3, 12))
    send(client, "tracing_plan", tracing, **plan | {"social_media": "no", "social_media_on": ""})
    tracing.refresh_from_db()
    assert (tracing.social_media, tracing.social_media_on) == ("no", TODAY)


# When the stay ends, and the file is locked or merged ----------------------------------------------------------------


def test_a_stay_that_ends_otherwise_leaves_the_search_open_and_listed(client, today, sari, stay):
    tracing = make_tracing(stay, by=sari, opened_on=date(2026, 3, 3))
    leave(stay, by=sari, on=date(2026, 3, 10), reason=reason("mandiri"), destination="Kedu")
    client.force_login(sari)
    assert "sudah keluar</span>" in body(client.get(reverse("cases:tracing_list")))
    assert "Penelusuran keluarga yang perlu langkah" in body(client.get(reverse("reports:home")))
    late = tell(stay, sari, "agreed")  # the family calls a week later: a step, and no service any more
    assert (late.tracing, late.service) == (tracing, None) and not ServiceRecord.objects.exists()
    assert client.get(tracing.get_absolute_url()).status_code == 200
    send(client, "tracing_close", tracing, on="2026-03-16", outcome="willing")
    assert "Tidak ada penelusuran yang terbuka." in body(client.get(reverse("cases:tracing_list")))


def test_a_stay_that_never_was_is_not_listed(client, today, sari, stay):
    make_tracing(stay, by=sari)
    stay.cancel(by=sari, reason="Salah catat")
    assert not FamilyTracing.objects.listed().exists()


def test_of_the_dead_the_open_search_goes_on_and_no_new_one_begins(client, today, sari, stay):
    tracing = make_tracing(stay, by=sari)
    Stay.objects.get(pk=stay.pk).discharge(by=sari, on=TODAY, reason=reason("meninggal"))
    contact = tell(Stay.objects.get(pk=stay.pk), sari, "reached")
    assert (contact.tracing, contact.service) == (tracing, None)
    client.force_login(sari)
    send(client, "tracing_close", tracing, on="2026-03-16", outcome="stopped", note="Keluarga datang ke pemakaman.")
    assert FamilyTracing.objects.get().outcome == "stopped"
    assert "sudah berakhir" in body(send(client, "tracing_new", stay, opened_on="2026-03-16"))
    assert FamilyTracing.objects.count() == 1


def test_two_files_with_open_searches_become_one_and_part_again(today, sari, budi, melati):
    drop, keep = make_client("Slamet"), make_client("Selamet")
    old = make_stay(melati, by=sari, client=drop, entered_on=date(2026, 1, 5))
    make_tracing(old, by=sari, opened_on=date(2026, 1, 6))
    old.discharge(by=sari, on=date(2026, 2, 1), reason=reason("mandiri"))
    make_tracing(make_stay(melati, by=sari, client=keep, entered_on=date(2026, 3, 1)), by=sari)
    assert Merge.obstacles(keep, drop) == []
    Merge.perform(keep, drop, {}, by=budi)
    assert FamilyTracing.objects.open().filter(stay__client=keep).count() == 2


def test_a_client_taken_over_by_another_shelter_is_sought_there_anew(client, today, sari, citra, kenanga, stay):
    tracing = make_tracing(stay, by=sari)
    stay.discharge(by=sari, on=TODAY, reason=reason("rujukan-panti"))
    there = make_stay(kenanga, by=citra, client=stay.client, entered_on=TODAY)
    make_tracing(there, by=citra, opened_on=TODAY)
    client.force_login(citra)
    assert client.get(tracing.get_absolute_url()).status_code == 404
    page = body(client.get(url("client_family", stay.client)))
    assert page.count("Dibuka ") == 1 and tracing.get_absolute_url() not in page
    client.force_login(sari)
    assert client.get(tracing.get_absolute_url()).status_code == 200


# On the screen -------------------------------------------------------------------------------------------------------


def test_script_in_a_message_is_only_words(client, today, sari, stay):
    evil = "<script>alert(1)</script>"
    tracing = make_tracing(stay, by=sari, known=evil, next_step=evil)
    client.force_login(sari)
    send(client, "lead_new", tracing, source="client", text=evil, phone=evil[:50])
    page = body(send(client, "contact_new", stay, whom=evil, on="2026-03-16", way="phone", result="refused", note=evil))
    assert evil not in page and page.count("&lt;script&gt;") >= 5


def test_a_double_click_makes_one_lead(client, today, sari, stay):
    tracing, key = make_tracing(stay, by=sari), uuid.uuid4()
    client.force_login(sari)
    for _ in range(2):
        send(client, "lead_new", tracing, source="tksk", text="Bu TKSK", key=key)
    assert TracingLead.objects.count() == 1


def test_what_stands_still_is_on_the_work_list_as_the_shelter_set_it(today, sari, melati, stay):
    tracing = make_tracing(stay, by=sari, opened_on=TODAY - timedelta(days=7))
    assert FamilyTracing.objects.due(TODAY).get() == tracing
    tell(stay, sari, "waiting", on=TODAY - timedelta(days=3))
    assert not FamilyTracing.objects.due(TODAY).exists()
    melati.tracing_step_days = 3
    melati.save()
    assert FamilyTracing.objects.due(TODAY).get().last_step == TODAY - timedelta(days=3)
    melati.tracing_step_days = 30
    melati.save()
    FamilyTracing.objects.update(due_on=TODAY)
    assert FamilyTracing.objects.due(TODAY).exists()


def test_the_list_stays_flat_as_it_grows(client, today, sari, melati, django_assert_max_num_queries):
    for number in range(15):
        relative_of = make_stay(melati, by=sari, client=make_client(f"Orang {number}"))
        make_tracing(relative_of, by=sari, responsible=sari)
    client.force_login(sari)
    client.get(reverse("cases:tracing_list"))
    with django_assert_max_num_queries(12):
        assert "15 penelusuran terbuka" in body(client.get(reverse("cases:tracing_list")))


def test_an_ended_stay_begins_no_search(today, sari, melati):
    ended = make_ended_stay(melati, date(2026, 2, 1), date(2026, 3, 1), by=sari, reason_slug="mandiri")
    with pytest.raises(ValidationError, match="sudah berakhir"):
        make_tracing(ended, by=sari)
    assert make_relative(ended.client, by=sari).lead is None
