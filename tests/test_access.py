"""Every route × every kind of person. The table is also the documentation of access.

302 leads to the login page, 404 hides what a person may not know of, 403 names a missing right, 405 wants a POST.
"""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import NoReverseMatch, get_resolver, reverse

from assessments.models import Assessment, InstrumentVersion
from cases.models import (
    BedOutage,
    BiometricCheck,
    CoverLetter,
    Death,
    Extension,
    HandoverPermission,
    Holiday,
    Incident,
    Letter,
    Membership,
    Merge,
    Product,
    Visit,
)
from reports.models import SheetUpload
from tests.factories import (
    make_absence,
    make_attachment,
    make_belonging,
    make_client,
    make_ended_stay,
    make_exit,
    make_need,
    make_paper,
    make_programme,
    make_relative,
    make_room,
    make_session,
    make_stay,
    make_sweep,
    make_warning,
    picture_bytes,
    place,
)
from tests.referrals.factories import make_partner, make_referral

PEOPLE = ("nobody", "sari", "oka", "budi", "citra", "dewi", "agus")
# fmt: off
ACCESS = {  # route                         nobody sari oka budi citra dewi agus
    "cases:login":                          (200, 302, 302, 302, 302, 302, 302),
    "cases:logout":                         (302, 405, 405, 405, 405, 405, 405),
    "cases:password_change":                (302, 200, 200, 200, 200, 200, 200),
    "cases:letter_verify":                  (200, 200, 200, 200, 200, 200, 200),
    "cases:region_search":                  (302, 200, 200, 200, 200, 200, 200),
    # the file: Melati's staff know of it, workers and the head read it, nobody else does
    "cases:client_list":                    (302, 200, 200, 200, 200, 200, 200),
    "cases:client_detail":                  (302, 200, 200, 200, 404, 404, 404),
    "cases:client_edit":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:client_services":                (302, 200, 200, 200, 404, 404, 404),
    "cases:client_trail":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:same_list":                      (302, 200, 403, 200, 200, 403, 403),
    "cases:nik_list":                       (302, 200, 403, 200, 200, 403, 403),
    "cases:not_same":                       (302, 405, 405, 405, 405, 405, 405),
    "cases:nik_recheck":                    (302, 405, 405, 405, 405, 405, 405),
    # merging is the head's, within own shelters; the department's by number, masked
    "cases:client_merge_choose":            (302, 403, 403, 200, 404, 404, 404),
    "cases:client_merge":                   (302, 403, 403, 200, 404, 200, 404),
    "cases:merge_new":                      (302, 403, 403, 403, 403, 200, 403),
    "cases:merge_detail":                   (302, 403, 403, 200, 404, 200, 404),
    "cases:client_photo":                   (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_detail":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_edit":                      (302, 200, 403, 200, 404, 404, 404),
    "cases:stay_discharge":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:stay_cancel":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:need_open":                      (302, 200, 403, 200, 404, 404, 404),
    "cases:need_close":                     (302, 200, 403, 200, 404, 404, 404),
    # the door: whoever may admit at any shelter searches everybody, masked
    "cases:intake_search":                  (302, 200, 200, 200, 200, 403, 403),
    "cases:intake_new":                     (302, 200, 200, 200, 200, 403, 403),
    "cases:intake_likely":                  (302, 405, 405, 405, 405, 405, 405),
    "cases:intake_return":                  (302, 200, 200, 200, 200, 403, 403),
    # a sweep: whoever opens the door, at that shelter
    "cases:sweep_list":                     (302, 200, 200, 200, 200, 403, 403),
    "cases:sweep_new":                      (302, 200, 200, 200, 200, 403, 403),
    "cases:sweep_detail":                   (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_edit":                     (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_admit":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_close":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_reopen":                   (302, 405, 405, 405, 405, 405, 405),
    "cases:sweep_letter_issue":             (302, 405, 405, 405, 405, 405, 405),
    "cases:sweep_letter_void":              (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_receipt_pdf":              (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_labels_pdf":               (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_report_pdf":               (302, 200, 200, 200, 404, 404, 404),
    "cases:sweepperson_detail":             (302, 200, 200, 200, 404, 404, 404),
    "cases:sweepperson_photo":              (302, 200, 200, 200, 404, 404, 404),
    "cases:sweepperson_admit":              (302, 405, 405, 405, 405, 405, 405),
    "cases:sweepperson_decide":             (302, 200, 200, 200, 404, 404, 404),
    "cases:sweepperson_join":               (302, 200, 200, 200, 404, 404, 404),
    "cases:sweepperson_undecide":           (302, 200, 200, 200, 404, 404, 404),
    "cases:sweepperson_link":               (302, 200, 200, 200, 404, 404, 404),
    "cases:sweepperson_unlink":             (302, 405, 405, 405, 405, 405, 405),
    # the day
    "cases:day_sheet_today":                (302, 302, 302, 302, 302, 403, 403),
    "cases:day_sheet":                      (302, 200, 200, 200, 404, 403, 403),
    "cases:roll_call_today":                (302, 302, 302, 302, 302, 403, 403),
    "cases:roll_call":                      (302, 200, 200, 200, 404, 403, 403),
    # away and back; the letter is for whoever reads the file, closing for whoever may discharge
    "cases:absence_list":                   (302, 200, 200, 200, 200, 403, 403),
    "cases:absence_new":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:absence_return":                 (302, 200, 200, 200, 404, 404, 404),
    "cases:absence_edit":                   (302, 200, 200, 200, 404, 404, 404),
    "cases:absence_close":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:absence_report":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:absence_police_number":          (302, 200, 403, 200, 404, 404, 404),
    "cases:absence_letter":                 (302, 200, 403, 200, 404, 404, 404),
    # how long a stay may last
    "cases:limit_list":                     (302, 200, 403, 200, 200, 403, 403),
    "cases:extension_new":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:extension_decide":               (302, 403, 403, 200, 404, 404, 404),
    "cases:holiday_list":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:holiday_import":                 (302, 403, 403, 403, 403, 200, 403),
    "cases:holiday_remove":                 (302, 405, 405, 405, 405, 405, 405),
    # rooms and beds: staff see the board, duty staff place people, the head sets the house up
    "cases:board_choose":                   (302, 302, 302, 302, 302, 403, 403),
    "cases:board":                          (302, 200, 200, 200, 404, 403, 403),
    "cases:stay_place":                     (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_swap":                      (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_vacate":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:room_list":                      (302, 403, 403, 200, 404, 403, 403),
    "cases:room_new":                       (302, 403, 403, 200, 404, 403, 403),
    "cases:room_edit":                      (302, 403, 403, 200, 404, 404, 404),
    "cases:room_enlarge":                   (302, 403, 403, 200, 404, 404, 404),
    "cases:bed_edit":                       (302, 403, 403, 200, 404, 404, 404),
    "cases:bed_remove":                     (302, 403, 403, 200, 404, 404, 404),
    "cases:bed_outage":                     (302, 403, 403, 200, 404, 404, 404),
    "cases:outage_end":                     (302, 403, 403, 200, 404, 404, 404),
    # the family, and the way out: the officer knows only that a child must not be handed over
    "cases:client_family":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:relative_new":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:relative_edit":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:relative_proof":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:relative_statement":             (302, 200, 403, 200, 404, 404, 404),
    "cases:contact_new":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:household_join":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:stay_guard":                     (302, 200, 403, 200, 404, 404, 404),
    "cases:handover_permit":                (302, 403, 403, 200, 404, 404, 404),
    "cases:handover_withdraw":              (302, 405, 405, 405, 405, 405, 405),
    "cases:exit_detail":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:exit_minutes":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:exit_letter":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:aftercare_list":                 (302, 200, 403, 200, 200, 403, 403),
    "cases:aftercare_finish":               (302, 200, 403, 200, 404, 404, 404),
    # incidents, deaths, group activities and visits: whoever is on duty records, the file reads, the head allows
    "cases:incident_list":                  (302, 200, 200, 200, 200, 403, 403),
    "cases:incident_new":                   (302, 200, 200, 200, 404, 403, 403),
    "cases:incident_detail":                (302, 200, 200, 200, 404, 404, 404),
    "cases:incident_edit":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:incident_close":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:incident_pdf":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:death_new":                      (302, 200, 200, 200, 404, 404, 404),
    "cases:death_detail":                   (302, 200, 200, 200, 404, 404, 404),
    "cases:death_edit":                     (302, 200, 403, 200, 404, 404, 404),
    "cases:death_step":                     (302, 200, 200, 200, 404, 404, 404),
    "cases:death_early":                    (302, 403, 403, 200, 404, 404, 404),
    "cases:death_bury":                     (302, 200, 200, 200, 404, 404, 404),
    "cases:death_certificate":              (302, 200, 403, 200, 404, 404, 404),
    "cases:death_minutes_issue":            (302, 405, 405, 405, 405, 405, 405),
    "cases:death_minutes_pdf":              (302, 200, 403, 200, 404, 404, 404),
    "cases:death_cancel":                   (302, 403, 403, 200, 404, 404, 404),
    "cases:programme_list":                 (302, 200, 200, 200, 200, 403, 403),
    "cases:programme_new":                  (302, 200, 403, 200, 404, 403, 403),
    "cases:programme_detail":               (302, 200, 200, 200, 404, 404, 404),
    "cases:programme_edit":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:programme_ratings":              (302, 200, 403, 200, 404, 404, 404),
    "cases:session_new":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:session_detail":                 (302, 200, 200, 200, 404, 404, 404),
    "cases:session_edit":                   (302, 200, 200, 200, 404, 404, 404),
    "cases:session_product":                (302, 200, 200, 200, 404, 404, 404),
    "cases:product_remove":                 (302, 405, 405, 405, 405, 405, 405),
    "cases:client_activities":              (302, 200, 200, 200, 404, 404, 404),
    "cases:visit_new":                      (302, 200, 200, 200, 404, 404, 404),
    "cases:visit_edit":                     (302, 200, 403, 200, 404, 404, 404),
    # papers, files and warnings are read by whoever reads the file; belongings are daily work
    "cases:client_papers":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_list":                    (302, 200, 403, 200, 200, 403, 403),
    "cases:paper_new":                     (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_detail":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_gather":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_request":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_follow_up":               (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_issue":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_refuse":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_hand_over":               (302, 200, 403, 200, 404, 404, 404),
    "cases:paper_drop":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:cover_letter_new":              (302, 200, 403, 200, 404, 404, 404),
    "cases:cover_letter_pdf":              (302, 200, 403, 200, 404, 404, 404),
    "cases:cover_letter_void":             (302, 200, 403, 200, 404, 404, 404),
    "cases:biometric_new":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:biometric_answer":              (302, 200, 403, 200, 404, 404, 404),
    "cases:attachment_new":                (302, 200, 403, 200, 404, 404, 404),
    "cases:attachment_download":           (302, 200, 403, 200, 404, 404, 404),
    "cases:attachment_remove":             (302, 200, 403, 200, 404, 404, 404),
    "cases:client_warnings":               (302, 200, 403, 200, 404, 404, 404),
    "cases:warning_new":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:warning_review":                (302, 200, 403, 200, 404, 404, 404),
    "cases:stay_belongings":               (302, 200, 200, 200, 404, 404, 404),
    "cases:belonging_new":                 (302, 200, 200, 200, 404, 404, 404),
    "cases:belonging_return":              (302, 200, 200, 200, 404, 404, 404),
    "cases:belonging_receipt_in":          (302, 200, 200, 200, 404, 404, 404),
    "cases:belonging_receipt_out":         (302, 200, 200, 200, 404, 404, 404),
    # the department's own
    "cases:shelter_list":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:shelter_new":                    (302, 403, 403, 403, 403, 200, 403),
    "cases:shelter_edit":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:account_list":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:account_new":                    (302, 403, 403, 403, 403, 200, 403),
    "cases:account_edit":                   (302, 403, 403, 403, 403, 200, 403),
    "cases:account_password":               (302, 403, 403, 403, 403, 200, 403),
    "cases:membership_new":                 (302, 403, 403, 403, 403, 200, 403),
    "cases:membership_end":                 (302, 405, 405, 405, 405, 405, 405),
    "cases:catalogue":                      (302, 200, 403, 200, 200, 200, 200),
    "cases:trail":                          (302, 403, 403, 200, 200, 403, 200),
    # assessments
    "assessments:assessment_start":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:client_assessments":       (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_detail":        (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_page":          (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_check":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_review":        (302, 403, 403, 200, 404, 404, 404),
    # partners and referrals
    "referrals:partner_list":               (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_new":                (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_detail":             (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_edit":               (302, 200, 403, 200, 200, 200, 403),
    "referrals:referral_list":              (302, 200, 403, 200, 200, 403, 403),
    "referrals:client_referrals":           (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_new":               (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_detail":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_edit":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_send":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_answer":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_complete":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_withdraw":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_letter":            (302, 200, 403, 200, 404, 404, 404),
    # figures and spreadsheets
    "reports:home":                         (302, 200, 200, 200, 200, 200, 200),
    "reports:spm_index":                    (302, 200, 403, 200, 200, 200, 200),
    "reports:spm_month":                    (302, 200, 403, 200, 404, 200, 200),
    "reports:spm_month_pdf":                (302, 200, 403, 200, 404, 200, 200),
    "reports:recap":                        (302, 200, 403, 200, 404, 200, 200),
    "reports:stay_list":                    (302, 403, 403, 200, 200, 200, 403),
    "reports:stay_export":                  (302, 403, 403, 200, 200, 200, 403),
    "reports:import_start":                 (302, 403, 403, 200, 200, 200, 403),
    "reports:import_preview":               (302, 404, 404, 200, 404, 200, 404),
    "reports:import_template":              (302, 403, 403, 200, 200, 200, 403),
}
# fmt: on


@pytest.fixture
def world(today, melati, kenanga, sari, oka, budi, citra, dewi, agus, person, stay):
    """One of everything at Melati, and the address of each page about it."""
    person.photo.save("foto.jpg", ContentFile(b"\xff\xd8\xff"))
    need = make_need(stay, "clothing", date(2026, 3, 3))
    partner = make_partner()
    referral = make_referral(stay, by=sari, partner=partner)
    letter = Letter.issue(Letter.Kind.REFERRAL, shelter=melati, by=sari)
    draft, submitted = (start_assessment(slug, stay, by=sari) for slug in ("asesmen-pgot", "asesmen-awal"))
    answers = {"sapaan/panggilan": "Min", "kebutuhan/kesimpulan": "Perlu istirahat."}
    submitted.save_answers(answers, was={}, by=sari)
    submitted.submit(by=sari)
    row = f"Nomor register;Tanggal;Kehadiran\n{stay.register_number};2026-03-10;izin\n"
    file = ContentFile(row.encode(), "kehadiran.csv")
    upload = SheetUpload.objects.create(shelter=melati, kind="kehadiran", file=file, sha256="0" * 64, uploaded_by=budi)
    room = make_room(melati, by=budi)
    taken, broken = room.beds.all()
    place(stay, taken, by=sari)
    outage = BedOutage.begin(broken, by=budi, on=date(2026, 3, 16), reason="Diperbaiki")
    relative = make_relative(person, name="Sumarni", by=sari)
    left = make_exit(melati, by=sari)
    permission = HandoverPermission.grant(stay, by=budi, receiver=relative, reason="Uji")
    sweep = make_sweep(melati, by=sari, marks=["Suratmin, kaos merah"])
    swept = sweep.people.get()
    swept.photo.save("foto.jpg", ContentFile(picture_bytes()))
    paper = make_paper(stay, sari)
    cover = CoverLetter(stay=stay, office="Dukcapil")
    cover.issue(by=sari, papers=[paper])
    check = BiometricCheck(stay=stay, asked_on=today)
    check.ask(by=sari)
    attachment, warning = make_attachment(stay, sari), make_warning(stay, sari)
    make_belonging(stay, oka).give_back(by=oka, on=today, to="Klien")
    of_stay = {"pk": stay.pk}
    month = {"shelter": "melati", "year": 2026, "month": 2}
    double, merged = (make_double(melati, sari, day) for day in (5, 6))
    merge = Merge.perform(double, merged, {}, by=budi)
    melati.max_stay = 30
    melati.save()
    away = make_absence(stay, by=oka, kind="kabur", left_on=date(2026, 3, 5))
    away.write_report(by=sari, report={"to": "Polsek", "city": "", "facts": [["Nama", "Suratmin"]]})
    extension = Extension.request(stay, by=sari, days=7, reason="Menunggu jawaban LKS")
    holiday = Holiday.objects.first()
    special = {
        "cases:roll_call": {"slug": "melati", "day": "2026-03-16"},
        "cases:absence_new": of_stay,
        "cases:extension_new": of_stay,
        "cases:not_same": {"pk": person.pk, "other": double.pk},
        "cases:client_merge": {"pk": person.pk, "other": double.pk},
        "cases:merge_detail": {"pk": merge.pk},
        "cases:nik_recheck": {"pk": person.pk},
        **{f"cases:{noun}_new": of_stay for noun in ("paper", "cover_letter", "biometric", "attachment", "belonging")},
        "cases:warning_new": of_stay,
        "cases:belonging_return": of_stay,
        "cases:belonging_receipt_in": of_stay | {"day": "2026-03-02"},
        "cases:belonging_receipt_out": of_stay | {"day": "2026-03-16"},
        "cases:relative_new": {"pk": person.pk},
        "cases:contact_new": of_stay,
        "cases:household_join": of_stay,
        "cases:handover_permit": of_stay,
        "cases:handover_withdraw": {"pk": permission.pk},
        "cases:aftercare_finish": {"pk": left.stay.aftercare.first().pk},
        "cases:letter_verify": {"code": letter.code},
        "cases:day_sheet": {"slug": "melati", "day": "2026-03-16"},
        "cases:need_close": {"pk": need.pk},
        "cases:sweepperson_link": {"pk": swept.pk, "client": person.pk},
        "cases:shelter_edit": {"slug": "melati"},
        "cases:board": {"slug": "melati"},
        "cases:room_list": {"slug": "melati"},
        "cases:room_new": {"slug": "melati"},
        "cases:membership_end": {"pk": Membership.objects.get(user=sari).pk},
        "assessments:assessment_start": of_stay,
        "assessments:assessment_page": {"pk": draft.pk, "page": draft.form.pages[0].name},
        "assessments:assessment_review": {"pk": submitted.pk},
        "referrals:referral_new": of_stay,
        "reports:spm_month": month,
        "reports:spm_month_pdf": month,
        "reports:recap": {"shelter": "melati"},
        "reports:import_template": {"kind": "register"},
        "reports:import_preview": {"pk": upload.pk},
    }
    keys = {"client": person, "intake": person, "stay": stay, "need": stay, "account": sari, "membership": sari}
    keys |= {"relative": relative, "exit": left}
    keys |= {"room": room, "bed": taken, "outage": outage}
    keys |= {"assessment": draft, "partner": partner, "referral": referral}
    keys |= {"absence": away, "extension": extension, "holiday": holiday}
    keys |= events(melati, stay, by=sari)
    special |= events_special(stay, keys["programme"])
    keys |= {"sweep": sweep, "sweepperson": swept}

    keys |= {"paper": paper, "cover": cover, "biometric": check, "attachment": attachment, "warning": warning}

    def url_for(route):
        if route in special:
            return reverse(route, kwargs=special[route])
        noun = route.split(":")[1].split("_")[0]
        try:
            return reverse(route)
        except NoReverseMatch:  # a page about a row
            return reverse(route, args=[keys[noun].pk])

    return url_for


def events_special(stay, programme):
    return {
        "cases:session_new": {"pk": programme.pk},
        "cases:incident_new": {"slug": "melati"}, "cases:programme_new": {"slug": "melati"},
        "cases:death_new": {"pk": stay.pk}, "cases:visit_new": {"pk": stay.pk},
    }  # fmt: skip


def events(shelter, stay, *, by):
    """An incident, a death, a programme with a session, and a visit, each with somebody of Melati in it."""
    incident = Incident(shelter=shelter, at=shelter.now(), place="Dapur", kind="injury", description="Tergelincir.")
    incident.write(by=by, people=[stay])
    death = Death(stay=make_stay(shelter, by=by), died_at=shelter.now(), place="Kamar 1")
    death.register(by=by)
    programme = make_programme(shelter)
    session = make_session(programme, shelter.today())
    product = Product.objects.create(session=session, name="Keset")
    visit = Visit(stay=stay, on=shelter.today(), visited_by="Sari", purpose="Uji")
    visit.make(by=by)
    return {
        "incident": incident, "death": death, "programme": programme, "session": session, "product": product,
        "visit": visit,
    }  # fmt: skip


def make_double(shelter, by, day):
    """The same man, taken in before under another number."""
    client = make_client("Suratmin", sex="L")
    make_ended_stay(shelter, date(2026, 1, day), date(2026, 1, day), by=by, client=client)
    return client


def start_assessment(slug, stay, *, by):
    version = InstrumentVersion.objects.filter(instrument__slug=slug).latest("number")
    return Assessment.start(stay, version=version, by=by)


@pytest.mark.parametrize("name", PEOPLE)
def test_access(name, client, request, world):
    """A person's column of the table; and whatever answers a stranger or the department never says the client's name.

    The world is built once per person: a page that is only looked at changes none.
    """
    if name != "nobody":
        client.force_login(request.getfixturevalue(name))
    place, got, told = PEOPLE.index(name), {}, []
    for route in ACCESS:
        response = client.get(world(route))
        if b"Suratmin" in whole(response):
            told.append(route)
        got[route] = response.status_code
    assert got == {route: statuses[place] for route, statuses in ACCESS.items()}
    assert told == [] or name in ("sari", "oka", "budi")


def test_every_route_is_in_the_table():
    assert named_routes() == set(ACCESS)


def named_routes():
    spaces = get_resolver().namespace_dict.items()
    return {f"{space}:{name}" for space, (_, urls) in spaces for name in urls.reverse_dict if isinstance(name, str)}


def whole(response):
    """All that was sent. A file is closed by whoever reads it to its end."""
    return b"".join(response) if response.streaming else response.content


POSTS = [route for route, statuses in ACCESS.items() if statuses[1] in (200, 403) and statuses[4] in (403, 404)]


def test_a_stranger_can_change_nothing_by_posting(client, world, citra):
    client.force_login(citra)
    got = {route: client.post(world(route), {}).status_code for route in POSTS}
    assert {route: status for route, status in got.items() if status not in (403, 404, 405)} == {}
