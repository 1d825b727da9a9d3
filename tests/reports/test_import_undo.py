"""An import taken back as a whole, as long as nothing else has touched its rows."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import AuditEvent, Category, Client, DayRecord, Need, ServiceRecord, Stay
from referrals.models import Criteria, Partner, PartnerAgreement
from reports.models import SheetTrace, SheetUpload
from tests.factories import make_client, make_day, make_need, make_service, make_stay
from tests.reports.sheets import NEEDS, PRESENCE, SERVICES, register, xlsx

FIRST = date(2026, 3, 2)


def bring(content, *, by, shelter, kind="register", create_lists=False, may_leave_out=0):
    upload = SheetUpload.keep(
        content, by=by, shelter=shelter, kind=kind, name="berkas.xlsx", create_lists=create_lists
    )  # fmt: skip
    outcome = upload.put_in(by=by, may_leave_out=may_leave_out)
    assert outcome.errors == []
    return upload


def rows(*models):
    """Every row of these tables as the database holds it, but for what only ever counts up."""
    found = {}
    for model in models:
        values = model.objects.order_by("pk").values()
        found[model] = [{name: value for name, value in row.items() if name != "version"} for row in values]
    return found


def refused(upload, by):
    with pytest.raises(ValidationError) as caught:
        upload.undo(by=by, reason="Uji")
    return caught.value.messages


def test_what_was_made_goes_and_what_was_changed_is_as_before(today, melati, budi, stay):
    models = (Client, Stay, Category)
    before = rows(*models)
    known = {"Nomor register": stay.register_number, "Nama": "Suratmin Hadi", "Tanggal masuk": stay.entered_on,
             "Tanggal keluar": "2026-03-10", "Alasan keluar": "Kabur", "Kategori PPKS": "Pengemis"}  # fmt: skip
    new = {"Kategori PPKS": "Pak Ogah", "Alias": 'Nah; "Nok"', "NIK": "3404991708850001", "Keterangan": "a\nb\t'c"}
    upload = bring(register(known, new), by=budi, shelter=melati, create_lists=True)
    assert rows(*models) != before
    version = Client.objects.get(pk=stay.client_id).version
    upload.undo(by=budi, reason="Salah berkas")
    assert rows(*models) == before
    assert Client.objects.get(pk=stay.client_id).version == version + 1  # an open page must notice
    event = AuditEvent.objects.get(action="sheet.undone")
    assert (event.actor_name, event.details["reason"], event.shelter_id) == ("Budi", "Salah berkas", melati.pk)
    told = AuditEvent.objects.filter(action__endswith=".import_undone").values_list("action", "client_id")
    assert ("client.import_undone", stay.client_id) in told and len(told) == 5
    assert not SheetTrace.objects.exists()
    bring(register(known, new), by=budi, shelter=melati, create_lists=True)
    assert Stay.objects.count() == 2


def test_an_import_is_undone_once(today, melati, budi):
    upload = bring(register({}), by=budi, shelter=melati)
    upload.undo(by=budi, reason="Uji")
    assert "sudah dibatalkan" in refused(upload, budi)[0]


def test_rows_that_something_has_touched_are_named_by_number(today, melati, budi, sari, oka):
    upload = bring(register({"Nama": "Rahasia"}, {}, {}), by=budi, shelter=melati)
    first, second, third = Stay.objects.order_by("register_number")
    make_day(first, date(2026, 1, 6), "izin")
    Client.objects.filter(pk=second.client_id).update(phone="0812")
    said = refused(upload, budi)
    assert said[0] == "Impor ini tidak dapat dibatalkan; tidak ada yang berubah."
    assert said[1:] == [
        "Baris 2 (R001): sudah dipakai: kehadiran.", f"Baris 3 ({second.client.number}): sudah diubah sesudah impor.",
    ]  # fmt: skip
    assert "Rahasia" not in " ".join(said)
    assert Stay.objects.count() == 3 and upload.trace


def test_a_long_list_of_touched_rows_is_cut(today, melati, budi):
    upload = bring(register(*[{}] * 25), by=budi, shelter=melati)
    Stay.objects.update(destination="lain")
    assert refused(upload, budi)[-1] == "… dan 5 lagi."


def test_a_later_stay_elsewhere_keeps_the_person(today, melati, kenanga, budi, citra):
    ended = {"Tanggal keluar": "2026-01-09", "Alasan keluar": "Kabur"}
    upload = bring(register(ended), by=budi, shelter=melati)
    make_stay(kenanga, by=citra, client=Client.objects.get(), entered_on=date(2026, 2, 1))
    assert "sudah dipakai: masa tinggal" in refused(upload, budi)[1]


def test_an_entry_that_others_use_since_stays_in_its_list(today, melati, budi, stay):
    upload = bring(register({"Kategori PPKS": "Pak Ogah"}), by=budi, shelter=melati, create_lists=True)
    Stay.objects.filter(pk=stay.pk).update(category=Category.objects.get(name="Pak Ogah"))
    upload.undo(by=budi, reason="Uji")
    assert list(Stay.objects.all()) == [stay] and Category.objects.filter(name="Pak Ogah").exists()


def test_what_no_longer_fits_is_refused_and_nothing_happens(today, melati, budi, stay):
    """The old value would stand against what somebody has written since."""
    need = make_need(stay, "guidance", FIRST)
    number = stay.register_number
    upload = bring(xlsx(NEEDS, [number, "guidance", FIRST, FIRST + timedelta(2), "terpenuhi"]), by=budi, shelter=melati,
                   kind="kebutuhan")  # fmt: skip
    make_need(stay, "guidance", FIRST + timedelta(5))
    assert "bertentangan dengan catatan lain" in refused(upload, budi)[0]
    need.refresh_from_db()
    assert need.closed_on == FIRST + timedelta(2)


def test_undoing_is_forgotten_after_a_month(today, client, melati, budi):
    upload = bring(register({}), by=budi, shelter=melati)
    client.force_login(budi)
    assert "Batalkan impor ini" in client.get(upload.get_absolute_url()).content.decode()
    SheetUpload.objects.update(applied_at=timezone.now() - timedelta(days=31))
    upload.refresh_from_db()
    assert "sudah dihapus" in refused(upload, budi)[0]
    SheetUpload.forget_old(SheetUpload.objects.all())
    assert not SheetTrace.objects.exists()
    shown = client.get(upload.get_absolute_url()).content.decode()
    assert "tidak dapat dibatalkan lagi" in shown and "Batalkan impor ini" not in shown


def test_who_may_undo(today, client, melati, kenanga, sari, budi, citra, dewi, agus):
    upload = bring(register({}), by=budi, shelter=melati)
    address, answers = reverse("reports:import_undo", args=[upload.pk]), {}
    for person in (sari, citra, agus):
        client.force_login(person)
        answers[person.username] = client.post(address, {"reason": "x"}).status_code
    assert answers == {"sari": 404, "citra": 404, "agus": 404} and Stay.objects.exists()
    client.force_login(dewi)
    assert "Tulis alasannya." in client.post(address, {}).content.decode()
    client.post(address, {"reason": "Salah panti"})
    assert not Stay.objects.exists()
    upload.refresh_from_db()
    assert (upload.undone_by, upload.undo_reason) == (dewi, "Salah panti")


def test_partners_are_taken_back_with_all_that_hangs_on_them(today, dewi):
    header = ["Nama", "Jenis", "Kategori PPKS", "Layanan dasar", "Nomor MoU", "MoU berlaku sejak"]
    models = (Partner, Criteria, PartnerAgreement, Criteria.categories.through, Partner.basic_services.through)

    def sheet(*rows):
        layout = {"sheet": "Register", "row": 1, "style": "iso", "columns": dict(zip(header, range(6), strict=True))}
        upload = SheetUpload.keep(
            xlsx(header, *rows), by=dewi, shelter=None, kind="mitra", name="m.xlsx", create_lists=False
        )  # fmt: skip
        upload.map_columns(layout, by=dewi)
        assert upload.put_in(by=dewi).errors == []
        return upload

    first = sheet(["Panti Wredha", "panti", "Gelandangan; 07", "food", "MoU/1", date(2026, 1, 1)])
    before = rows(*models)
    second = sheet(
        ["Panti Wredha", "panti", "Pengemis", "care", "MoU/2", date(2026, 2, 1)], ["Baru", "panti", "semua", "", "", ""]
    )  # fmt: skip
    assert rows(*models) != before
    assert any("sudah diubah" in said or "sudah dihapus" in said for said in refused(first, dewi))
    second.undo(by=dewi, reason="Uji")
    assert rows(*models) == before
    first.undo(by=dewi, reason="Uji")
    assert not Partner.objects.exists() and not Criteria.objects.exists()


NUMBERS, DAYS = ["R1", "R2", "R3"], [FIRST + timedelta(day) for day in range(4)]
PEOPLE = st.fixed_dictionaries(
    {"Nomor register": st.sampled_from(["R1", "R2", "R8", "R9"]), "Tanggal masuk": st.sampled_from(DAYS[:2])},
    optional={
        "Nama": st.sampled_from(["Ani", "Budi \\ \"Kecil\"", "Ñandú"]), "Alias": st.sampled_from(["A; B", "C"]),
        "NIK": st.sampled_from(["3404991708850001", "12", "3404991708850002"]), "Perkiraan usia": st.integers(1, 90),
        "Kategori PPKS": st.sampled_from(["Pengemis", "Baru Sekali"]), "Keterangan": st.sampled_from(["x\ny", "z"]),
        "Nomor klien": st.sampled_from(["U-1", "U-2", "N-1"]),
    },
)  # fmt: skip
RECORDS = {
    "register": st.lists(PEOPLE, min_size=1, max_size=6),
    "kehadiran": st.lists(
        st.tuples(st.sampled_from(NUMBERS), st.sampled_from(DAYS), st.sampled_from(["hadir", "izin", "rs"])),
        min_size=1, max_size=6,
    ),
    "layanan": st.lists(
        st.tuples(st.sampled_from(NUMBERS), st.sampled_from(DAYS), st.sampled_from(["food", "care"]),
                  st.integers(1, 3)), min_size=1, max_size=6,
    ),
    "kebutuhan": st.lists(
        st.tuples(st.sampled_from(NUMBERS), st.sampled_from(["guidance", "clothing"]), st.sampled_from(DAYS),
                  st.sampled_from(["", DAYS[3]])), min_size=1, max_size=6,
    ),
}  # fmt: skip
TABLES = (Client, Stay, Category, DayRecord, ServiceRecord, Need)


def as_file(kind, drawn):
    if kind == "register":
        return register(*drawn)
    header = {"kehadiran": PRESENCE, "layanan": SERVICES, "kebutuhan": NEEDS}[kind]
    closing = (lambda row: ["terpenuhi"] if row[3] else []) if kind == "kebutuhan" else (lambda row: [])
    return xlsx(header, *([*row, *closing(row)] for row in drawn))


@pytest.fixture
def small_world(today, melati, budi):
    for serial, number in enumerate(NUMBERS, 1):
        person = make_client(f"Orang {serial}", number=f"U-{serial}")
        stay = make_stay(melati, by=budi, client=person, entered_on=FIRST, register_number=number)
        make_day(stay, DAYS[1], "izin")
        make_service(stay, "food", DAYS[1])
        make_need(stay, "guidance", DAYS[1])
    return melati


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_import_and_undo_leave_the_tables_as_they_were(small_world, budi, data):
    """The law of undoing, over random sheets with wrong rows left out, one import upon another."""
    before, done = rows(*TABLES), []
    for _ in range(data.draw(st.integers(1, 2))):
        kind = data.draw(st.sampled_from([*RECORDS]))
        upload = SheetUpload.keep(
            as_file(kind, data.draw(RECORDS[kind])), by=budi, shelter=small_world, kind=kind, name="x.xlsx",
            create_lists=True,
        )  # fmt: skip
        if not upload.put_in(by=budi, may_leave_out=99).errors:
            done.append((before, upload))
            before = rows(*TABLES)
    for was, upload in reversed(done):
        if upload.has_trace:
            upload.undo(by=budi, reason="Uji")
        assert rows(*TABLES) == was
