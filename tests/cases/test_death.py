from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, Death, Letter, Need, ServiceRecord, Stay
from reports.month import Month
from reports.spm.month import spm_month
from tests.factories import make_client, make_day, make_need, make_room, make_stay, place, reason

FOUND = datetime(2026, 9, 11, 22, 10, tzinfo=UTC)  # 12 September, 05.10 in Jakarta
KEY = "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f{:02}".format


def clock(day, hour=9, month=9):
    """The clock of Jakarta."""
    return time_machine.travel(datetime(2026, month, day, hour, tzinfo=UTC) - timedelta(hours=7), tick=False)


def url(name, pk):
    return reverse(f"cases:death_{name}", args=[pk])


@pytest.fixture
def pak_tua(melati, sari):
    from cases.models import ServiceType  # noqa: PLC0415

    with clock(1):
        client = make_client("", aliases=["Pak Tua"], sex="L", estimated_age=70, age_estimated_on=date(2026, 8, 14))
        kind = ServiceType.objects.get(level=melati.level, group="gepeng")
        return make_stay(melati, by=sari, client=client, entered_on=date(2026, 8, 14), service_type=kind)


@pytest.fixture
def death(pak_tua, oka):
    with clock(12):
        death = Death(stay=pak_tua, died_at=FOUND, place="Isolasi-1", found_by="Oka", cause="Ditemukan tidak bernapas.")
        death.register(by=oka)
        yield death


def bury(death, by, at, **told):
    death.bury(by=by, at=at, place="TPU Madureso", buried_by="LKS Harapan", **told)


def burial_days():
    return list(ServiceRecord.objects.filter(service="burial").order_by("date", "pk").values_list("date", flat=True))


def actions():
    events = AuditEvent.objects.filter(action__regex=r"^(death|stay\.(discharged|reopened))").order_by("pk")
    return [event for event in events.values_list("action", flat=True) if event not in ("death.viewed",)]


def test_scenario_21_from_the_night_to_the_grave(client, oka, sari, budi, melati, pak_tua):
    """Found at 05.10 by the officer on duty; told, waited for, buried, written down, and handed to a daughter."""
    client.force_login(oka)
    with clock(12, 6):
        form = {
            "key": KEY(1),
            "died_at": "2026-09-12T05:10",
            "place": "Isolasi-1",
            "found_by": "Oka",
            "cause": "Sakit lama",
        }
        page = client.post(url("new", pak_tua.pk), form, follow=True).content.decode()
        death = Death.objects.get()
        assert "15 September 2026 05.10 WIB" in page and "Laporan ke Polsek" in page and "Almarhum" in page
        assert "Sakit lama" not in page  # the officer wrote it; reading it is for the file
        pak_tua.refresh_from_db()
        assert (pak_tua.ended_on, pak_tua.exit_reason.slug, pak_tua.nights) == (date(2026, 9, 12), "meninggal", 29)
        assert client.post(url("new", pak_tua.pk), form).url == death.get_absolute_url()
        for number, (kind, to, reference) in enumerate([
            ("police", "Polsek Temanggung", "B/12/IX/2026"), ("doctor", "dr. Bima, Puskesmas", ""),
            ("dukcapil", "Dukcapil", "470/9"), ("announcement", "Radio, tanpa foto", ""),
        ]):  # fmt: skip
            step = {"key": KEY(10 + number), "kind": kind, "on": "2026-09-12", "to": to, "reference": reference}
            client.post(url("step", death.pk), step | {"note": "Tidak ada tanda kekerasan."})
        assert "Tidak ada tanda" not in client.get(death.get_absolute_url()).content.decode()
        early = {"buried_at": "2026-09-12T05:30", "place": "TPU Madureso", "buried_by": "LKS Harapan"}
        assert "Waktu tunggu keluarga belum berakhir" in client.post(url("bury", death.pk), early).content.decode()
    with clock(15, 9):
        client.force_login(oka)  # nobody stays signed in for three days
        burial = {
            "buried_at": "2026-09-15T08:00", "place": "TPU Madureso", "burial_plot": "Blok C 14",
            "washed_by": "LKS Harapan", "shrouded_by": "LKS Harapan", "buried_by": "LKS Harapan", "rite": "Islam",
            "rite_decided_by": "Budi", "cost": "1250000",
        }  # fmt: skip
        client.post(url("bury", death.pk), burial)
        client.force_login(sari)
        client.post(url("minutes_issue", death.pk))
        client.post(url("certificate", death.pk), {"on": "2026-09-15"})
        assert client.get(url("minutes_pdf", death.pk)).status_code == 200
    with clock(27):
        client.force_login(sari)
        client.post(url("step", death.pk), {"key": KEY(20), "kind": "grave", "on": "2026-09-27", "to": "Sumarni, anak"})
        assert client.get(reverse("cases:client_edit", args=[pak_tua.client_id])).status_code == 200
    death.refresh_from_db()
    assert (death.burial_plot, death.cost, str(death.letter)) == ("Blok C 14", Decimal(1250000), "400.9/001/MLT/2026")
    assert burial_days() == [date(2026, 9, 12)] * 4 + [date(2026, 9, 15)]
    need = Need.objects.get(service="burial")
    assert (need.opened_on, need.note, need.closed_on, need.reason) == (
        date(2026, 9, 11), "Meninggal 12/09/2026", date(2026, 9, 15), "terpenuhi",
    )  # fmt: skip
    assert actions() == [
        "stay.discharged", "death.recorded", *["death.step_recorded"] * 4, "death.buried", "death.minutes_issued",
        "death.certificate_requested", "death.printed", "death.step_recorded",
    ]  # fmt: skip


def burial_line(melati, month):
    for figures in spm_month(melati, Month(2026, month)).types:
        for line in figures.services:
            if line.service.slug == "burial" and (line.needed or line.fulfilled):
                return len(line.needed), len(line.fulfilled)
    return 0, 0


def test_the_standard_sees_the_need_and_its_steps(melati, pak_tua, death, oka):
    assert burial_line(melati, 9) == (1, 0)
    with clock(15, 9):
        bury(Death.objects.get(), oka, FOUND + timedelta(hours=75))
        assert (burial_line(melati, 8), burial_line(melati, 9)) == ((0, 0), (1, 1))


def test_a_death_on_the_first_of_a_month_changes_no_earlier_month(melati, sari, oka):
    from cases.models import ServiceType  # noqa: PLC0415

    with clock(1, 10):
        kind = ServiceType.objects.get(level=melati.level, group="gepeng")
        stay = make_stay(melati, by=sari, entered_on=date(2026, 8, 14), service_type=kind)
        Death(stay=stay, died_at=datetime(2026, 8, 31, 23, tzinfo=UTC), place="Kamar").register(by=oka)
        assert Need.objects.get(service="burial").opened_on == date(2026, 9, 1)
        assert burial_line(melati, 8) == (0, 0)


def test_nights_in_hospital_are_no_present_days_for_the_need(pak_tua, oka):
    for day in (9, 10, 11):
        make_day(pak_tua, date(2026, 9, day), "rs")
    with clock(12):
        Death(stay=pak_tua, died_at=FOUND, place="RSUD").register(by=oka)
    assert Need.objects.get(service="burial").opened_on == date(2026, 9, 8)


def test_before_the_clock_ends_only_the_heads_reason_opens_the_way(client, death, sari, budi):
    with clock(13):
        client.force_login(sari)
        assert client.get(url("early", death.pk)).status_code == 403
        with pytest.raises(ValidationError, match="Waktu tunggu keluarga belum berakhir"):
            bury(death, sari, FOUND + timedelta(hours=20))
        client.force_login(budi)
        client.post(url("early", death.pk), {"reason": "Keluarga sudah datang dan meminta."})
        death = Death.objects.get()
        assert (death.early_by, death.early_reason) == (budi, "Keluarga sudah datang dan meminta.")
        bury(death, sari, FOUND + timedelta(hours=20))
    assert burial_days() == [date(2026, 9, 13)]


def test_the_waiting_is_that_of_the_shelter_on_the_day(melati, pak_tua, oka):
    melati.death_wait_hours = 24
    melati.save()
    with clock(12):
        Death(stay=pak_tua, died_at=FOUND, place="Kamar").register(by=oka)
    melati.death_wait_hours = 72
    melati.save()
    assert Death.objects.get().wait_until == FOUND + timedelta(hours=24)


def test_the_database_lets_nobody_be_buried_too_early(death):
    told = {"burial_place": "TPU", "buried_by": "LKS"}
    for change in (
        {"buried_at": FOUND + timedelta(hours=71)} | told,
        {"buried_at": FOUND + timedelta(hours=99)},
        {"cost": -1},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Death.objects.filter(pk=death.pk).update(**change)


def test_a_wrong_death_is_taken_back_by_the_head_and_leaves_nothing_counted(client, death, sari, budi, melati, pak_tua):
    with clock(15, 9):
        form = {"key": KEY(30), "kind": "police", "on": "2026-09-13", "to": "Polsek"}
        client.force_login(sari)
        client.post(url("step", death.pk), form)
        bury(Death.objects.get(), sari, FOUND + timedelta(hours=74))
        client.post(url("minutes_issue", death.pk))
        assert client.get(url("cancel", death.pk)).status_code == 403
        client.force_login(budi)
        page = client.post(url("cancel", death.pk), {"reason": "Orang lain yang meninggal."}, follow=True)
        assert "dibatalkan oleh Budi" in page.content.decode()
        pak_tua.refresh_from_db()
        assert (pak_tua.is_resident, pak_tua.ended_on, pak_tua.exit_reason, burial_days()) == (True, None, None, [])
        assert Need.objects.get(service="burial").reason == "tidak diperlukan"
        assert Letter.objects.get().void_reason == "Orang lain yang meninggal."
        with pytest.raises(ValidationError, match="sudah dibatalkan"):
            Death.objects.get().cancel(by=budi, reason="lagi")
    with clock(20):
        Death(stay=pak_tua, died_at=datetime(2026, 9, 19, tzinfo=UTC), place="Kamar").register(by=sari)
        assert Death.objects.standing().count() == 1
    assert actions()[-4:] == ["death.cancelled", "stay.reopened", "stay.discharged", "death.recorded"]


def test_taken_back_before_anything_was_done(death, budi, pak_tua):
    death.cancel(by=budi, reason="Keliru.")
    pak_tua.refresh_from_db()
    assert (pak_tua.is_resident, Need.objects.get(service="burial").reason) == (True, "tidak diperlukan")


def test_it_cannot_be_taken_back_into_another_stay(death, budi, sari, melati, pak_tua):
    with clock(14):
        with pytest.raises(ValidationError, match="terkunci"):
            make_stay(melati, by=sari, client=pak_tua.client, entered_on=date(2026, 9, 13))
        # Only a register that is brought in can know of another stay.
        other = Stay(client=pak_tua.client, shelter=melati, register_number="X", entered_on=date(2026, 9, 13))
        other.save()
        with pytest.raises(ValidationError, match="masih tercatat tinggal"):
            Death.objects.get().cancel(by=budi, reason="Keliru.")


def test_a_need_that_was_open_stays_whose_it_was(pak_tua, oka, budi):
    need = make_need(pak_tua, "burial", date(2026, 9, 1))
    with clock(12):
        death = Death(stay=pak_tua, died_at=FOUND, place="Kamar")
        death.register(by=oka)
        death.cancel(by=budi, reason="Keliru.")
    need.refresh_from_db()
    assert (death.need, need.closed_on) == (None, None)


@pytest.mark.parametrize(
    ("died_at", "words"),
    [
        ("2026-09-13T05:10", "Waktu itu belum tiba."),
        ("2026-08-13T05:10", "Waktu meninggal tidak boleh sebelum tanggal masuk."),
        ("pagi", "Tulis tanggal dan jam"),
        ("", "Isi tanggal dan jamnya."),
    ],
)
def test_a_time_that_cannot_be_is_refused_and_nothing_ends(client, oka, pak_tua, died_at, words):
    client.force_login(oka)
    with clock(12):
        page = client.post(
            url("new", pak_tua.pk), {"key": KEY(2), "died_at": died_at, "place": "Kamar"}
        ).content.decode()
    pak_tua.refresh_from_db()
    assert words in page and pak_tua.is_resident and not Death.objects.exists()


def test_once_per_stay_and_not_for_who_has_left(death, oka, melati, sari, pak_tua):
    with clock(13):
        with pytest.raises(ValidationError, match="sudah dicatat"):
            Death(stay=pak_tua, died_at=FOUND, place="Kamar").register(by=oka)
        left = make_stay(melati, by=sari, entered_on=date(2026, 9, 1))
        left.discharge(by=sari, on=date(2026, 9, 5), reason=reason("kabur"))
        with pytest.raises(ValidationError, match="tidak tercatat tinggal"):
            Death(stay=left, died_at=FOUND, place="Jalan").register(by=oka)


def test_a_register_that_knew_of_the_death_gets_its_details(melati, sari, oka):
    with clock(13):
        stay = make_stay(melati, by=sari, entered_on=date(2026, 9, 1))
        stay.discharge(by=sari, on=date(2026, 9, 12), reason=reason("meninggal"))
        with pytest.raises(ValidationError, match="tanggal lain"):
            Death(stay=stay, died_at=datetime(2026, 9, 11, tzinfo=UTC), place="Kamar").register(by=oka)
        Death(stay=stay, died_at=FOUND, place="Kamar").register(by=oka)
    assert Death.objects.get().died_on == date(2026, 9, 12)


def test_only_a_burial_may_be_recorded_after_the_stay(death, sari, melati):
    with clock(16):
        with pytest.raises(ValidationError, match="di luar masa tinggal"):
            ServiceRecord.give(death.stay, "food", by=sari, on=date(2026, 9, 15))
        left = make_stay(melati, by=sari, entered_on=date(2026, 9, 1))
        left.discharge(by=sari, on=date(2026, 9, 5), reason=reason("kabur"))
        with pytest.raises(ValidationError, match="di luar masa tinggal"):
            ServiceRecord.give(left, "burial", by=sari, on=date(2026, 9, 6))


def test_the_medical_part_is_for_readers_of_the_file(client, death, sari, oka):
    death.correct(
        by=sari, place="Isolasi-1", found_by="Oka", cause="Ditemukan tidak bernapas.", medical_note="TBC paru"
    )
    seen = []
    for person in (sari, oka):
        client.force_login(person)
        page = client.get(death.get_absolute_url()).content.decode()
        seen.append(
            (
                "TBC paru" in page,
                "Ditemukan tidak bernapas" in page,
                client.get(url("minutes_pdf", death.pk)).status_code,
            )
        )
    assert seen == [(True, True, 200), (False, False, 403)]
    assert not AuditEvent.objects.filter(details__icontains="TBC").exists()


def test_minutes_are_numbered_once_and_after_the_burial(client, death, sari):
    assert "KONSEP" in minutes_html(death)
    with clock(16):
        client.force_login(sari)
        client.post(url("minutes_issue", death.pk))
        assert not Letter.objects.exists()
        bury(Death.objects.get(), sari, FOUND + timedelta(hours=80))
        for _ in range(2):
            client.post(url("minutes_issue", death.pk))
        html = minutes_html(Death.objects.for_page().get())
    assert list(Letter.objects.values_list("kind", "number")) == [("death", "400.9/001/MLT/2026")]
    for words in (
        "400.9/001/MLT/2026",
        "Tanpa nama (“Pak Tua”)",
        "12 September 2026 05.10 WIB",
        "TPU Madureso",
        "± 70 tahun",
    ):
        assert words in html


def minutes_html(death):
    from cases.event_documents import death_minutes  # noqa: PLC0415

    return death_minutes(death).html()


def test_the_page_of_the_dead_offers_no_return_and_no_second_death(client, death, sari, pak_tua):
    client.force_login(sari)
    page = client.get(pak_tua.client.get_absolute_url()).content.decode()
    assert "Almarhum" in page and "Terima kembali" not in page
    page = client.get(pak_tua.get_absolute_url()).content.decode()
    assert "Buka catatan kematian" in page and "Catat kematian" not in page


def test_what_waits_for_burial(death, oka):
    assert list(Death.objects.unburied()) == [death]
    with clock(16):
        bury(Death.objects.get(), oka, FOUND + timedelta(hours=80))
    assert list(Death.objects.unburied()) == []


def test_a_stay_with_a_death_is_not_cancelled_behind_it(death, sari, pak_tua):
    pak_tua.refresh_from_db()
    with pytest.raises(ValidationError, match="tercatat kematian"):
        pak_tua.cancel(by=sari, reason="Salah catat.")


def test_taken_back_the_bed_is_theirs_again_unless_somebody_has_it(client, melati, sari, oka, budi):
    first, second = make_room(melati, by=budi).beds.all()
    for bed in (first, second):
        stay = make_stay(melati, by=sari)
        place(stay, bed, by=sari)
        Death(stay=stay, died_at=melati.now(), place="Kamar").register(by=oka)
    place(make_stay(melati, by=sari), second, on=melati.today(), by=sari)
    client.force_login(budi)
    said = []
    for death in Death.objects.order_by("pk"):
        url = reverse("cases:death_cancel", args=[death.pk])
        said.append("tidak kosong lagi" in client.post(url, {"reason": "Salah orang"}, follow=True).content.decode())
    beds = [stay.placements.open().values_list("bed", flat=True).first() for stay in Stay.objects.order_by("pk")[:2]]
    assert (beds, said) == ([first.pk, None], [False, True])
