"""Social reports and reports of progress: drafted from the answers, written on, signed, replaced."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from assessments.documents import frozen_now, report_document
from assessments.drafting import draft as drafted
from assessments.models import Assessment, SocialReport
from cases.models import Attendance, AuditEvent, Letter, Standin
from tests.assessments.browser import body, drawn, url
from tests.factories import make_programme, make_relative, make_service, make_session, make_user

REASON = {"reason": "Alamat keluarga keliru"}


def new_url(stay, kind="social_report"):
    return reverse("assessments:socialreport_new", args=[stay.pk, kind])


@pytest.fixture
def report(submitted, stay, sari):
    """Sari's draft, from an assessment that waits for the head."""
    made = SocialReport(stay=stay, kind="social_report", recipient="Direktur RSJ", purpose="Rujukan")
    made.begin(by=sari, drafted=drafted(stay, "social_report"))
    return made


@pytest.fixture
def handed(report, sari):
    report.submit(by=sari, revision=report.revision)
    return report


@pytest.fixture
def signed(handed, budi):
    sign(handed, budi)
    return handed


def sign(report, by):
    report.sign(by=by, revision=report.revision, frozen=frozen_now(report, signer=by))


def test_a_draft_says_what_file_and_answers_say(submitted, stay, sari):
    make_relative(stay.client, name="Tarno", by=sari, phone="0812-3404-9901")
    text = drafted(stay, "social_report")
    assert list(text) == [slug for slug, _ in SocialReport(kind="social_report").headings]
    assert "Nama: Suratmin" in text["identity"] and "Tanggal masuk: 2 Maret 2026" in text["identity"]
    assert "Tarno (anak, menurut pengakuan), 0812-3404-9901" in text["family"]
    assert "Luka" in text["condition"] and "Perlu perawatan luka." in text["analysis"]
    assert "Layanan yang masih dibutuhkan:" in text["analysis"]


def test_a_corrected_answer_speaks_and_the_old_one_does_not(submitted, stay, sari, budi, joko):
    submitted.approve(by=budi)
    correction = submitted.correct(by=sari, reason="Keliru")
    correction.save_answers(
        {"kebutuhan/kesimpulan": "Sudah sembuh."}, was={"kebutuhan/kesimpulan": "Perlu perawatan luka."}, by=sari
    )
    assert "Perlu perawatan luka." in drafted(stay, "social_report")["analysis"]
    correction.submit(by=sari)
    correction.approve(by=budi)
    assert "Sudah sembuh." in drafted(stay, "social_report")["analysis"]


def test_the_story(client, submitted, stay, sari, budi):
    """Sari has it drafted, writes on it and hands it in; Budi signs; whoever scans the code learns that it is real."""
    client.force_login(sari)
    page = client.get(new_url(stay))
    made = client.post(new_url(stay), drawn(page, form=None) | {"recipient": "Direktur RSJ"})
    again = client.post(new_url(stay), drawn(page, form=None) | {"recipient": "Direktur RSJ"})
    report = SocialReport.objects.get()
    assert made.url == again.url == url("socialreport_edit", report)
    edited = client.post(made.url, drawn(client.get(made.url), form=None) | {"history": "Merantau sejak 1990."})
    assert edited.url == report.get_absolute_url()
    client.post(url("socialreport_submit", report), drawn(client.get(url("socialreport_submit", report)), form=None))

    client.force_login(budi)
    read = client.get(url("socialreport_sign", report))
    assert "Merantau sejak 1990." in body(read)
    done = client.post(url("socialreport_sign", report), {"revision": "1", "sign": "1"}, follow=True)
    report.refresh_from_db()
    assert (report.status, report.letter.kind, report.signed_by) == ("signed", "social_report", budi)
    assert f"nomor {report.letter.number}" in body(done)
    checked = client.get(report.letter.get_verification_url())
    assert "Benar diterbitkan" in body(checked) and "Suratmin" not in body(checked)
    actions = AuditEvent.objects.filter(action__startswith="socialreport", target_id=str(report.pk))
    done = [one for one in actions.order_by("pk").values_list("action", flat=True) if not one.endswith("viewed")]
    assert [one.partition(".")[2] for one in done] == ["created", "changed", "submitted", "signed"]
    assert "Merantau" not in str(list(actions.values_list("details", flat=True)))


def test_the_signed_report_is_a_letter(client, signed, sari):
    """The one real PDF of this kind."""
    client.force_login(sari)
    printed = client.get(url("socialreport_pdf", signed))
    assert printed.content[:5] == b"%PDF-" and "no-store" in printed["Cache-Control"]
    assert f"laporan-sosial-{signed.letter.number.replace('/', '-')}.pdf" in printed["Content-Disposition"]


def test_a_draft_prints_as_such_and_takes_no_number(report):
    document = report_document(report)
    assert "KONSEP" in document.html() and "Suratmin" not in document.filename
    assert not Letter.objects.filter(kind="social_report").exists()


def test_nobody_signs_what_they_wrote(client, report, budi, sari):
    report.submit(by=budi, revision=0)
    client.force_login(budi)
    refused = client.post(url("socialreport_sign", report), {"revision": "0", "sign": "1"})
    assert "bukan oleh yang menyusunnya" in body(refused)
    assert SocialReport.objects.get().letter is None


def test_nobody_has_somebody_else_hand_in_what_they_wrote(report, budi, sari):
    report.redraft(by=budi, revision=0, sections={"history": "Tulisan Budi"})
    report.submit(by=sari, revision=1)
    with pytest.raises(ValidationError, match="bukan oleh yang menyusunnya"):
        sign(report, budi)


def test_the_database_too_refuses_ones_own_signature(signed, sari):
    with pytest.raises(IntegrityError), transaction.atomic():
        SocialReport.objects.filter(pk=signed.pk).update(signed_by=sari)


def test_two_heads_sign_once(handed, budi, melati):
    other = SocialReport.objects.get(pk=handed.pk)
    sign(handed, budi)
    with pytest.raises(ValidationError, match="Muat ulang"):
        sign(other, make_user("wulan", "head", melati))
    assert Letter.objects.filter(kind="social_report").count() == 1


def test_signing_what_changed_since_is_refused(handed, budi, sari):
    seen = handed.revision
    handed.return_(by=budi, note="Lengkapi riwayat.", revision=seen)
    handed.redraft(by=sari, revision=seen, sections={"history": "Baru"})
    handed.submit(by=sari, revision=seen + 1)
    with pytest.raises(ValidationError, match="berubah sejak halaman ini dibuka"):
        handed.sign(by=budi, revision=seen, frozen={})


def test_the_head_gives_it_back_with_a_note(client, handed, sari, budi):
    client.force_login(budi)
    page = url("socialreport_sign", handed)
    assert "Tulis apa yang perlu diperbaiki." in body(client.post(page, {"revision": "0", "return": "1", "note": " "}))
    client.post(page, {"revision": "0", "return": "1", "note": "Lengkapi riwayat."})
    client.force_login(sari)
    assert "Lengkapi riwayat." in body(client.get(handed.get_absolute_url()))
    assert client.get(url("socialreport_edit", handed)).status_code == 200


def test_a_standin_signs_as_such(handed, joko, budi, melati, today):
    standin = Standin(shelter=melati, user=joko, first_on=today, until=today, reason="Cuti")
    standin.name(by=budi)
    sign(handed, joko)
    assert handed.frozen["signer"]["position"] == "Plh. Kepala Rumah Singgah Melati"
    assert "Plh. Kepala" in report_document(handed).html()


def test_two_write_at_one_heading_and_nothing_is_lost(client, report, sari, joko):
    """Joko's text is refused politely; he reads Sari's beside his own, and decides."""
    client.force_login(joko)
    page = url("socialreport_edit", report)
    opened = drawn(client.get(page), form=None)
    report.redraft(by=sari, revision=0, sections={"history": "Kata Sari"})
    refused = client.post(page, opened | {"history": "Kata Joko"})
    assert "Sari juga menulis di sini" in body(refused) and "Kata Sari" in body(refused)
    again = drawn(refused, form=None)
    assert again["history"] == ["Kata Joko"]
    report.refresh_from_db()
    assert report.sections["history"] == "Kata Sari"
    client.post(page, again | {"history": "Kata Sari. Kata Joko"})
    report.refresh_from_db()
    assert report.sections["history"] == "Kata Sari. Kata Joko"


def test_two_write_at_two_headings_and_both_stay(client, report, sari, joko):
    client.force_login(joko)
    page = url("socialreport_edit", report)
    opened = drawn(client.get(page), form=None)
    report.redraft(by=sari, revision=0, sections={"history": "Kata Sari"}, purpose="Rujukan perawatan")
    assert client.post(page, opened | {"advice": "Kata Joko"}).status_code == 302
    report.refresh_from_db()
    assert (report.sections["history"], report.sections["advice"]) == ("Kata Sari", "Kata Joko")
    assert report.purpose == "Rujukan perawatan"


def test_filling_anew_from_the_answers_never_takes_what_was_typed_unasked(client, report, sari):
    client.force_login(sari)
    page = url("socialreport_edit", report)
    untouched = client.post(page, drawn(client.get(page), form=None) | {"refill": "condition"})
    assert untouched.url == f"{page}#id_condition"
    asked = client.post(page, drawn(client.get(page), form=None) | {"condition": "Ketikan saya", "refill": "condition"})
    assert asked.url == reverse("assessments:socialreport_refill", args=[report.pk, "condition"])
    report.refresh_from_db()
    assert report.sections["condition"] == "Ketikan saya"
    client.post(asked.url, drawn(client.get(asked.url), form=None) | {"how": "below"})
    report.refresh_from_db()
    assert report.sections["condition"].startswith("Ketikan saya\n\n") and "Luka" in report.sections["condition"]


def test_what_was_signed_stays_as_it_was(signed, sari, stay):
    before = report_document(signed).html()
    stay.client.name = "Suratman"
    stay.client.save()
    sari.name = "Sari Baru"
    sari.save()
    signed = SocialReport.objects.for_page().get(pk=signed.pk)
    assert report_document(signed).html() == before
    with pytest.raises(ValidationError, match="Ditandatangani"):
        signed.redraft(by=sari, revision=signed.revision, sections={"history": "Lain"})


def test_a_correction_replaces_and_the_old_code_says_so(client, signed, sari, budi):
    client.force_login(sari)
    made = client.post(url("socialreport_correct", signed), REASON)
    new = SocialReport.objects.exclude(pk=signed.pk).get()
    assert made.url == url("socialreport_edit", new) and new.sections == signed.sections
    assert "Laporan pengganti sedang disusun" in body(client.post(url("socialreport_correct", signed), REASON))
    assert "Benar diterbitkan" in body(client.get(signed.letter.get_verification_url()))
    new.submit(by=sari, revision=new.revision)
    sign(new, budi)
    signed.refresh_from_db()
    assert signed.status == "replaced"
    checked = body(client.get(signed.letter.get_verification_url()))
    assert "Diganti" in checked and new.letter.number in checked and "Suratmin" not in checked
    assert "DIGANTI" in report_document(signed).html()


def test_a_signed_report_is_voided_by_the_head_only(signed, sari, budi):
    with pytest.raises(ValidationError, match="hanya dibatalkan oleh kepala panti"):
        signed.void(by=sari, **REASON)
    signed.void(by=budi, **REASON)
    assert Letter.objects.get(kind="social_report").void_reason == REASON["reason"]


def test_a_draft_is_given_up_by_whoever_writes(client, report, sari):
    client.force_login(sari)
    client.post(url("socialreport_void", report), REASON)
    report.refresh_from_db()
    assert (report.status, report.letter) == ("void", None)


@pytest.fixture
def progress(today, submitted, stay, sari):
    session = make_session(make_programme(stay.shelter, started_on=date(2026, 3, 1)), date(2026, 3, 10))
    given = make_service(stay, "guidance", session.on)
    Attendance.objects.create(session=session, stay=stay, service_record=given, recorded_by=sari)
    make_service(stay, "food", date(2026, 3, 11), quantity=3)
    make_service(stay, "food", date(2026, 2, 20))
    made = SocialReport(
        stay=stay, kind="progress", period_from=today - timedelta(days=10), period_until=today, companion="Sari"
    )
    made.begin(by=sari, drafted=drafted(stay, "progress"))
    return made


def test_a_report_of_progress_counts_its_period_and_no_other_day(progress, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        tables = {table["title"]: table["rows"] for table in frozen_now(progress, signer=None)["tables"]}
    assert tables["Kehadiran kegiatan"] == [["Sudut Kriya", "1 kali"]]
    assert sorted(tables["Layanan yang diberikan"])[-1] == ["Permakanan", "1 hari", "3"]
    html = report_document(progress).html()
    assert "Masa laporan" in html and "Lama rehabilitasi" in html and "KONSEP" in html


def test_tables_of_progress_stand_still_once_signed(progress, sari, budi, stay):
    progress.submit(by=sari, revision=0)
    sign(progress, budi)
    make_service(stay, "food", date(2026, 3, 12), quantity=9)
    food = [row for table in progress.frozen["tables"] for row in table["rows"] if row[0] == "Permakanan"]
    assert food == [["Permakanan", "1 hari", "3"]] and progress.letter.kind == "progress"
    assert "9" not in report_document(progress).html().split("Permakanan")[1].split("</tr>")[0]


def test_a_period_that_ends_before_it_begins_is_refused(client, submitted, stay, sari):
    client.force_login(sari)
    page = drawn(client.get(new_url(stay, "progress")), form=None)
    refused = client.post(new_url(stay, "progress"), page | {"period_until": "2026-03-01", "period_from": "2026-03-05"})
    assert "Masa laporan berakhir tidak sebelum mulainya." in body(refused)
    assert not SocialReport.objects.exists()


def test_the_list_asks_the_same_whatever_there_is(client, report, stay, sari, django_assert_max_num_queries):
    for _ in range(5):
        SocialReport(stay=stay, kind="social_report").begin(by=sari, drafted={})
    client.force_login(sari)
    with django_assert_max_num_queries(16):  # most of them for the head of every page of a file
        client.get(reverse("assessments:client_reports", args=[stay.client_id]))


def test_the_head_finds_it_at_home(client, handed, budi, sari):
    client.force_login(budi)
    assert url("socialreport_sign", handed) in body(client.get(reverse("reports:home")))
    client.force_login(sari)
    assert "Laporan klien menunggu tanda tangan" not in body(client.get(reverse("reports:home")))


def test_what_was_rated_stands_by_date_with_its_component(progress, instruments, stay, sari, budi):
    version = instruments["perkembangan"]
    rated = Assessment.start(stay, version=version, by=sari)
    ask = next(one for one in version.form if one.type == "select_one" and one.path.count("/") > 1)
    rated.save_answers({ask.path: ask.choices[0].name}, was={}, by=sari)
    Assessment.objects.filter(pk=rated.pk).update(
        status="approved",
        submitted_at=stay.shelter.now(),
        submitted_by=sari,
        reviewed_at=stay.shelter.now(),
        reviewed_by=budi,
    )
    table = next(table for table in frozen_now(progress, signer=None)["tables"] if table["head"][0] == "Komponen")
    component = version.form.items[ask.path.rpartition("/")[0]].label
    assert table["head"] == ["Komponen", "16/03/2026"]
    assert [f"{component}: {ask.label.rstrip('?')}", ask.choices[0].label] in table["rows"]
