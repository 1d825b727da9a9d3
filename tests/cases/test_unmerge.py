"""Taking a merge back: both numbers live again, and what came since finds its owner."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cases import unmerge
from cases.models import AuditEvent, Client, Merge, Stay
from tests.cases.test_intake import body
from tests.cases.test_merge import NIK, apart, everything
from tests.factories import make_client, make_ended_stay, make_paper, make_service, make_stay, make_warning, reason


def test_merge_and_undo_leave_every_row_of_every_table_as_it_was(today, budi, riyanto, riyadi):
    before = everything()
    merge = Merge.perform(riyanto, riyadi, {"name": "drop"}, by=budi)
    assert everything() != before
    apart(merge, by=budi)
    assert everything() == before
    again = Merge.perform(riyadi, riyanto, {}, by=budi)
    apart(again, by=budi)
    assert everything() == before


def test_what_came_since_is_listed_and_finds_its_owner(client, today, sari, budi, melati, riyanto, riyadi):
    """Scenario 3: a service and a photo of 5 March; and a warning, which hangs on no stay."""
    merge = Merge.perform(riyanto, riyadi, {}, by=budi)
    stay = riyanto.stays.first()
    make_service(stay, "clothing", date(2026, 3, 5), recorded_by=sari)
    Client.objects.filter(pk=riyanto.pk).update(photo="klien/baru.jpg")
    warning = make_warning(Stay.objects.get(pk=stay.pk), by=sari)
    client.force_login(budi)
    page = body(client.get(merge.get_absolute_url()))
    assert "Perubahan foto: ada foto — milik siapa?" in page and "Peringatan berkas: Kesehatan" in page
    assert "Layanan: 2026-03-05" in page
    page = body(client.post(merge.get_absolute_url(), {"seen": "nonsense"}))
    assert "Pilih pemiliknya." in page and not Merge.objects.exclude(undone_at=None).exists()

    asked = [one.key for one in unmerge.additions(Merge.objects.get(pk=merge.pk))]
    answers = {f"owner_{place}": "dropped" for place in range(len(asked))}
    response = client.post(merge.get_absolute_url(), answers | {"seen": " ".join(asked)})
    assert response.status_code == 302
    riyanto.refresh_from_db(), riyadi.refresh_from_db(), warning.refresh_from_db()
    assert (riyadi.photo.name, riyanto.photo.name, warning.client) == ("klien/baru.jpg", "", riyadi)
    assert stay.services.count() == 1 and Stay.objects.get(pk=stay.pk).client == riyanto
    assert (riyadi.stays.count(), riyanto.stays.count(), riyadi.merged_into) == (2, 1, None)
    assert riyanto.aliases == [] and riyadi.nik_status == "valid"
    assert AuditEvent.objects.filter(action="client.unmerged").count() == 2


def test_a_new_stay_takes_along_what_hangs_on_it(today, sari, budi, melati, riyanto, riyadi):
    merge = Merge.perform(riyadi, riyanto, {}, by=budi)
    Stay.objects.filter(client=riyadi, ended_on=None).first().discharge(
        by=sari, on=date(2026, 3, 1), reason=reason("reunifikasi")
    )
    fresh = make_stay(melati, by=sari, client=Client.objects.get(pk=riyadi.pk), entered_on=date(2026, 3, 10))
    paper = make_paper(fresh, by=sari)
    with pytest.raises(ValidationError, match="Pilih pemilik masa tinggal"):
        apart(merge, by=budi)
    apart(merge, by=budi, owners={f"cases.Stay:client:{fresh.pk}": "dropped"})
    fresh.refresh_from_db(), paper.refresh_from_db()
    assert (fresh.client, paper.client) == (riyanto, riyanto)


def test_the_last_merge_is_undone_first(today, budi, melati, riyanto, riyadi):
    third = make_client("Slamet")
    make_ended_stay(melati, date(2023, 1, 1), date(2023, 1, 5), by=budi, client=third)
    before = everything()
    first = Merge.perform(riyadi, third, {}, by=budi)
    second = Merge.perform(riyanto, Client.objects.get(pk=riyadi.pk), {}, by=budi)
    third.refresh_from_db()
    assert third.merged_into == riyanto
    with pytest.raises(ValidationError, match="Batalkan penggabungan itu dahulu"):
        apart(first, by=budi)
    apart(second, by=budi)
    apart(first, by=budi)
    assert everything() == before
    with pytest.raises(ValidationError, match="sudah dibatalkan"):
        apart(first, by=budi)


def test_who_took_the_nik_meanwhile_keeps_it_as_doubled(today, budi, melati, riyanto, riyadi):
    merge = Merge.perform(riyanto, riyadi, {"nik": "keep"}, by=budi)
    late = make_client("Datang kemudian")
    late.set_nik(NIK, today=today)
    late.save()
    assert late.nik_status == "valid"
    apart(merge, by=budi)
    late.refresh_from_db(), riyadi.refresh_from_db()
    assert (late.nik_status, riyadi.nik_status) == ("doubled", "valid")
