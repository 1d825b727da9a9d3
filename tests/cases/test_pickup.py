"""The family comes to fetch somebody: the plan, its checklist, the exit that reads it, and the signed paper."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.leaving import leave
from cases.models import Attachment, ExitRecord, FamilyContact, Pickup, PickupItem, Stay
from cases.uploads import checked
from tests.factories import make_exit, make_pickup, make_relative, make_stay, reason
from tests.uploads import jpeg, pdf, upload

TODAY = date(2026, 3, 16)
PAPERS = dict.fromkeys(["has_ktp", "has_kk", "has_rt_letter", "has_statement"], True)


def body(response):
    return response.content.decode()


def url(name, *rows):
    return reverse(f"cases:{name}", args=[getattr(row, "pk", row) for row in rows])


def send(client, route, *rows, **answers):
    return client.post(url(route, *rows), {"key": uuid.uuid4()} | answers, follow=True)


def item(stands_for):
    return PickupItem.objects.get(stands_for=stands_for)


def test_only_with_somebody_whose_last_word_was_a_yes(client, today, sari, stay):
    pickup = make_pickup(stay, by=sari)
    pickup.cancel(by=sari, reason="Sakit")
    FamilyContact(
        stay=stay, relative=pickup.relative, on=TODAY, way="phone", result="refused", note="Berubah pikiran"
    ).log(by=sari)
    client.force_login(sari)
    answers = {"relative": pickup.relative_id, "planned_on": "2026-03-18"}
    assert "belum setuju menjemput" in body(send(client, "pickup_new", stay, **answers))
    FamilyContact(stay=stay, relative=pickup.relative, on=TODAY, way="phone", result="agreed").log(by=sari)
    assert "Tanggal itu sudah lewat." in body(
        send(client, "pickup_new", stay, **answers | {"planned_on": "2026-03-01"})
    )
    send(client, "pickup_new", stay, **answers)
    assert "Sudah ada rencana penjemputan" in body(send(client, "pickup_new", stay, **answers))
    assert [one.status for one in Pickup.objects.order_by("pk")] == ["cancelled", "planned"]


def test_what_a_line_says_is_who_saw_it_when_and_can_be_taken_back(client, today, sari, oka, stay):
    pickup, ktp = make_pickup(stay, by=sari), item("has_ktp")
    client.force_login(sari)
    for _ in range(2):
        page = body(send(client, "pickup_see", pickup, ktp, on="2026-03-16"))
    assert "Sudah dilihat: KTP penjemput" in page and pickup.checks.get().seen_by == sari
    assert "Tanggal belum tiba." in body(send(client, "pickup_see", pickup, item("has_kk"), on="2026-03-17"))
    assert "dibuktikan di halaman keluarga" in body(
        send(client, "pickup_see", pickup, item("relation"), on="2026-03-16")
    )
    send(client, "pickup_see", pickup, item("has_kk"), on="2026-03-16", file=jpeg())
    scan = Attachment.objects.get()
    assert scan.get_absolute_url() in body(client.get(pickup.get_absolute_url()))
    send(client, "pickup_unsee", pickup, item("has_kk"))
    scan.refresh_from_db()
    assert pickup.checks.count() == 1 and (scan.pickup_check, scan.removed_at) == (None, None)
    client.force_login(oka)
    assert client.get(pickup.get_absolute_url()).status_code == 403


def test_a_scan_that_is_none_ticks_nothing(client, today, sari, stay):
    pickup = make_pickup(stay, by=sari)
    client.force_login(sari)
    page = body(send(client, "pickup_see", pickup, item("has_ktp"), on="2026-03-16", file=upload(b"MZ x", "ktp.jpg")))
    assert "bukan dokumen" in page and not pickup.checks.exists()


def test_somebody_else_at_the_door_is_another_plan(today, sari, stay):
    pickup = make_pickup(stay, by=sari)
    pickup.see(item("has_ktp"), by=sari, on=TODAY)
    other = make_relative(stay.client, "Tarno", by=sari, proven_on=TODAY)
    with pytest.raises(ValidationError, match="menyebut Sumarni"):
        leave(stay, by=sari, on=TODAY, reason=reason("reunifikasi"), receiver=other, **PAPERS)
    pickup.cancel(by=sari, reason="Yang datang kakaknya")
    kept = leave(stay, by=sari, on=TODAY, reason=reason("reunifikasi"), receiver=other, **PAPERS)
    assert kept.pickup is None and kept.missing_papers == []
    with pytest.raises(ValidationError, match="selesai atau dibatalkan"):
        pickup.see(item("has_kk"), by=sari, on=TODAY)


def test_a_stay_that_ends_otherwise_voids_the_plan(today, sari, stay):
    pickup = make_pickup(stay, by=sari)
    leave(stay, by=sari, on=TODAY, reason=reason("mandiri"), destination="Kedu")
    pickup.refresh_from_db()
    assert (pickup.status, pickup.close_reason) == ("cancelled", "Masa tinggal berakhir.")


def test_the_heads_exception_stands_in_for_what_is_missing(today, sari, budi, stay):
    pickup = make_pickup(stay, by=sari)
    given = {"on": TODAY, "reason": reason("reunifikasi"), "receiver": pickup.relative}
    with pytest.raises(ValidationError, match="Belum ada: KTP penjemput"):
        leave(stay, by=sari, **given)
    kept = leave(Stay.objects.get(pk=stay.pk), by=budi, exception="Ayahnya sekarat.", **given)
    assert kept.permission.reason == "Ayahnya sekarat." and "KTP penjemput" in kept.missing_papers
    assert not kept.has_ktp


# The department's list -----------------------------------------------------------------------------------------------


def test_what_the_department_adds_is_asked_at_the_next_door_and_not_of_the_past(
    client, today, sari, dewi, melati, stay
):
    old = make_exit(melati, by=sari)
    client.force_login(dewi)
    said = {"label": "surat kepala desa", "when": "always", "required": "on", "position": "60", "in_use": "on"}
    send(client, "pickupitem_new", **said)
    assert "sudah ada dalam daftar" in body(send(client, "pickupitem_new", **said))
    village = PickupItem.objects.get(label="surat kepala desa")
    assert ExitRecord.objects.get(pk=old.pk).missing_papers == []
    pickup = make_pickup(stay, by=sari, proven_on=TODAY)
    client.force_login(sari)
    door = {"on": "2026-03-16", "reason": reason("reunifikasi").pk, "receiver": pickup.relative_id}
    door |= dict.fromkeys(PAPERS, "on")
    assert "Belum ada: surat kepala desa" in body(client.post(url("stay_discharge", stay), door))
    client.post(url("stay_discharge", stay), door | {village.field_name: "on"})
    kept = ExitRecord.objects.get(stay=stay)
    assert ("surat kepala desa", True) in kept.papers and pickup.checks.filter(item=village).exists()
    PickupItem.objects.filter(pk=village.pk).update(label="lain", in_use=False)
    assert ("surat kepala desa", True) in ExitRecord.objects.get(stay=stay).papers  # as it was then


def test_a_paper_that_is_no_longer_asked_for_is_not_missed(today, sari, stay):
    PickupItem.objects.filter(stands_for="has_rt_letter").update(in_use=False)
    receiver = make_relative(stay.client, by=sari, proven_on=TODAY)
    given = PAPERS | {"has_rt_letter": False}
    assert leave(stay, by=sari, on=TODAY, reason=reason("reunifikasi"), receiver=receiver, **given).missing_papers == []


def test_a_child_is_asked_for_more(today, sari, melati, stay):
    pickup = make_pickup(stay, by=sari)
    grown = {line.item.label for line in pickup.lines()}
    stay.guard(by=sari, note="Disabilitas berat")
    guarded = {line.item.label for line in Pickup.objects.get().lines()}
    assert guarded - grown == {"obat, jadwal kontrol, dan cara merawat sudah dijelaskan"}
    stay.client.birth_date = date(2015, 1, 1)
    stay.client.save()
    child = {line.item.label for line in Pickup.objects.get().lines()}
    assert child - guarded == {"akta kelahiran anak, bila ada"}


def test_the_database_keeps_the_rules(today, sari, stay):
    pickup = make_pickup(stay, by=sari)
    for constraint, values in [
        ("pickup_closed_at_and_by", {"status": "done"}),
        ("pickup_cancel_explained", {"status": "cancelled", "closed_at": stay.shelter.now(), "closed_by": sari}),
    ]:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Pickup.objects.update(**values)
    again = Pickup(stay=stay, relative=pickup.relative, planned_on=TODAY, created_by=sari)
    with pytest.raises(IntegrityError, match="pickup_one_open_per_stay"), transaction.atomic():
        again.save()


# The signed paper ----------------------------------------------------------------------------------------------------


def test_the_signed_paper_and_the_photo(client, today, sari, citra, oka, melati):
    kept = make_exit(melati, by=sari)
    client.force_login(sari)
    assert "Terbitkan dahulu nomor" in body(client.get(url("exit_paper", kept), follow=True))
    kept.issue_minutes(by=sari, witness_1="Joko", witness_2="Rini")
    assert ExitRecord.objects.unsigned(TODAY).get() == kept
    assert "harus berupa gambar" in body(send(client, "exit_paper", kept, what="photo", file=upload(pdf(), "a.pdf")))
    send(client, "exit_paper", kept, what="photo", file=jpeg())
    assert ExitRecord.objects.unsigned(TODAY).exists()  # a photo is no signature
    send(client, "exit_paper", kept, what="letter", file=upload(pdf(), "a.pdf"))
    assert not ExitRecord.objects.unsigned(TODAY).exists()
    signed = Attachment.objects.get(kind="letter")
    for person, status in [(oka, 403), (citra, 404)]:
        client.force_login(person)
        assert client.get(signed.get_absolute_url()).status_code == status
    signed.remove(by=sari, reason="Salah halaman")
    assert ExitRecord.objects.unsigned(TODAY).get() == kept
    assert not ExitRecord.objects.unsigned(date(2026, 9, 1)).exists()  # that old, it lies on paper


def test_an_exit_taken_back_keeps_its_scans_in_the_file(today, sari, melati):
    kept = make_exit(melati, by=sari, on=date(2026, 3, 10))
    scan = Attachment(
        client=kept.stay.client, shelter=melati, stay=kept.stay, kind="letter", title="BA", exit_record=kept
    )
    scan.keep(checked(jpeg()), by=sari)
    stay = Stay.objects.get(pk=kept.stay_id)
    stay.reopen(by=sari, reason="Salah catat")
    leave(stay, by=sari, on=TODAY, reason=reason("mandiri"), destination="Kedu")
    scan.refresh_from_db()
    assert scan.exit_record is None and scan.removed_at is None


def test_an_upload_to_another_stays_record_is_refused(today, sari, melati, stay):
    kept = make_exit(melati, by=sari)
    false = Attachment(client=stay.client, shelter=melati, stay=stay, kind="letter", title="BA", exit_record=kept)
    with pytest.raises(ValidationError, match="Serah terima itu dari masa tinggal lain."):
        false.clean()
    other = make_stay(melati, by=sari)
    check = make_pickup(other, by=sari).see(item("has_ktp"), by=sari, on=TODAY)
    false = Attachment(client=stay.client, shelter=melati, stay=stay, kind="letter", title="x", pickup_check=check)
    with pytest.raises(ValidationError, match="Syarat penjemputan itu dari masa tinggal lain."):
        false.clean()
