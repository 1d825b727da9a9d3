"""Every route × every kind of person. The table is also the documentation of access.

302 leads to the login page, 404 hides what a person may not know of, 403 names a missing right, 405 wants a POST.
"""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import NoReverseMatch, get_resolver, reverse

from assessments.models import (
    Agreement,
    AnswerBatch,
    AnswerMapping,
    Assessment,
    AssessmentFile,
    Conference,
    Consent,
    Instrument,
    InstrumentVersion,
    OldAnswers,
    ReassessmentRule,
    SocialReport,
)
from cases.arrival_documents import receipt_words
from cases.letter_documents import words_now
from cases.models import (
    AftercareRule,
    ArrivalLetter,
    BedOutage,
    BiometricCheck,
    CoverLetter,
    Death,
    Extension,
    HandoverPermission,
    Holiday,
    Incident,
    IncomingLetter,
    Letter,
    Membership,
    Merge,
    PickupItem,
    Product,
    ServiceRule,
    ServiceType,
    Shelter,
    TaskRule,
    TracingLead,
    Visit,
)
from cases.uploads import checked
from referrals.half import Half
from referrals.models import (
    DoorLink,
    JourneyCost,
    JourneyLeg,
    Partner,
    PartnerAgreement,
    PartnerContact,
    PartnerFile,
    PartnerNote,
    ReferralShare,
    Voice,
)
from referrals.models.share import Choice
from reports.imports.answer_file import headings_digest, read_tables
from reports.models import (
    ComplaintLimit,
    ComplaintShare,
    EvaluationFinding,
    InnovationEvidence,
    InnovationIndicator,
    InnovationOption,
    InnovationSubmission,
    MealRate,
    Office,
    QualityRequirement,
    SheetUpload,
    StandardComponent,
    StepLimit,
    SurveyCard,
    entered,
)
from reports.month import Month
from reports.public.drafting import begin_draft
from reports.survey.device import device_token
from tests.factories import (
    make_absence,
    make_attachment,
    make_belonging,
    make_client,
    make_client_letter,
    make_ended_stay,
    make_evaluation,
    make_exit,
    make_export,
    make_innovation,
    make_instrument,
    make_need,
    make_paper,
    make_pickup,
    make_plan,
    make_plan_in_force,
    make_programme,
    make_relative,
    make_room,
    make_session,
    make_stay,
    make_sweep,
    make_tracing,
    make_warning,
    picture_bytes,
    place,
)
from tests.referrals.factories import (
    make_community_report,
    make_group,
    make_journey,
    make_office,
    make_partner,
    make_referral,
    make_request,
)
from tests.reports.complaints import make_complaint
from tests.reports.months import make_month, sign
from tests.reports.sops import make_sop_in_force
from tests.reports.survey_results import results_special
from tests.reports.surveys import answer, make_period

PEOPLE = ("nobody", "sari", "oka", "budi", "citra", "dewi", "agus")
# fmt: off
ACCESS = {  # route                         nobody sari oka budi citra dewi agus
    "cases:login":                          (200, 302, 302, 302, 302, 302, 302),
    "cases:logout":                         (302, 405, 405, 405, 405, 405, 405),
    "cases:password_change":                (302, 200, 200, 200, 200, 200, 200),
    "cases:agenda":                         (302, 200, 403, 200, 200, 200, 200),
    "cases:agenda_pdf":                     (302, 200, 403, 200, 200, 200, 200),
    "cases:letter_new":                     (302, 200, 403, 200, 404, 403, 403),
    "cases:incomingletter_new":             (302, 200, 403, 200, 404, 403, 403),
    "cases:incomingletter_edit":            (302, 200, 403, 200, 404, 404, 404),
    "cases:letter_void":                    (302, 403, 403, 200, 404, 404, 404),
    "cases:letterrule_list":                (302, 403, 403, 403, 403, 200, 403),
    "cases:letterrule_edit":                (302, 403, 403, 403, 403, 200, 403),
    "cases:stay_letters":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:clientletter_new":               (302, 200, 403, 200, 404, 404, 404),
    "cases:clientletter_detail":            (302, 200, 403, 200, 404, 404, 404),
    "cases:clientletter_edit":              (302, 200, 403, 200, 404, 404, 404),
    "cases:clientletter_issue":             (302, 405, 405, 405, 405, 405, 405),
    "cases:clientletter_discard":           (302, 405, 405, 405, 405, 405, 405),
    "cases:clientletter_void":              (302, 403, 403, 200, 404, 404, 404),
    "cases:clientletter_pdf":               (302, 200, 403, 200, 404, 404, 404),
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
    "cases:sweep_tasks":                    (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_statement_pdf":            (302, 200, 200, 200, 404, 404, 404),
    "cases:sweep_statement_issue":          (302, 405, 405, 405, 405, 405, 405),
    "cases:stay_receipt_pdf":               (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_receipt_issue":             (302, 405, 405, 405, 405, 405, 405),
    "cases:stay_statement_pdf":             (302, 200, 200, 200, 404, 404, 404),
    "cases:stay_statement_issue":           (302, 405, 405, 405, 405, 405, 405),
    "cases:arrival_letter_void":            (302, 200, 200, 200, 404, 404, 404),
    # tasks: whoever keeps the file; their rules are the department's
    "cases:task_list":                      (302, 200, 403, 200, 200, 403, 403),
    "cases:task_new":                       (302, 200, 403, 200, 404, 404, 404),
    "cases:task_finish":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:task_assign":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:task_stop":                      (302, 200, 403, 200, 404, 404, 404),
    "cases:task_take":                      (302, 405, 405, 405, 405, 405, 405),
    "cases:task_resume":                    (302, 405, 405, 405, 405, 405, 405),
    "cases:task_rule_list":                 (302, 403, 403, 403, 403, 200, 403),
    "cases:task_rule_new":                  (302, 403, 403, 403, 403, 200, 403),
    "cases:task_rule_edit":                 (302, 403, 403, 403, 403, 200, 403),
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
    "cases:absence_let_go":                 (302, 405, 405, 405, 405, 405, 405),
    "cases:absence_edit":                   (302, 200, 200, 200, 404, 404, 404),
    "cases:absence_close":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:absence_report":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:absence_police_number":          (302, 200, 403, 200, 404, 404, 404),
    "cases:absence_letter":                 (302, 200, 403, 200, 404, 404, 404),
    # how long a stay may last
    "cases:limit_list":                     (302, 200, 403, 200, 200, 403, 403),
    "cases:extension_new":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:extension_decide":               (302, 403, 403, 200, 404, 404, 404),
    # the department's lists of the ways out
    "cases:exit_rules":                     (302, 403, 403, 403, 403, 200, 403),
    "cases:exit_rule_edit":                 (302, 403, 403, 403, 403, 200, 403),
    "cases:aftercare_rule_add":             (302, 403, 403, 403, 403, 200, 403),
    "cases:aftercare_rule_remove":          (302, 405, 405, 405, 405, 405, 405),
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
    "cases:tracing_list":                   (302, 200, 403, 200, 200, 403, 403),
    "cases:tracing_new":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:tracing_detail":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:tracing_plan":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:tracing_photo":                  (302, 403, 403, 200, 404, 404, 404),
    "cases:tracing_close":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:lead_new":                       (302, 200, 403, 200, 404, 404, 404),
    "cases:lead_settle":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:pickup_new":                     (302, 200, 403, 200, 404, 404, 404),
    "cases:pickup_detail":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:pickup_edit":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:pickup_cancel":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:pickup_see":                     (302, 200, 403, 200, 404, 404, 404),
    "cases:pickup_unsee":                   (302, 405, 405, 405, 405, 405, 405),
    "cases:pickupitem_list":                (302, 403, 403, 403, 403, 200, 403),
    "cases:pickupitem_new":                 (302, 403, 403, 403, 403, 200, 403),
    "cases:pickupitem_edit":                (302, 403, 403, 403, 403, 200, 403),
    "cases:household_join":                 (302, 200, 403, 200, 404, 404, 404),
    "cases:stay_guard":                     (302, 200, 403, 200, 404, 404, 404),
    "cases:handover_permit":                (302, 403, 403, 200, 404, 404, 404),
    "cases:handover_withdraw":              (302, 405, 405, 405, 405, 405, 405),
    "cases:exit_detail":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:exit_minutes":                   (302, 200, 403, 200, 404, 404, 404),
    "cases:exit_paper":                     (302, 200, 403, 200, 404, 404, 404),
    "cases:exit_letter":                    (302, 200, 403, 200, 404, 404, 404),
    "cases:aftercare_list":                 (302, 200, 403, 200, 200, 403, 403),
    "cases:aftercare_new":                  (302, 200, 403, 200, 404, 404, 404),
    "cases:aftercare_finish":               (302, 200, 403, 200, 404, 404, 404),
    "assessments:aftercare_fill":           (302, 200, 403, 200, 404, 404, 404),
    "assessments:aftercare_ask":            (302, 200, 403, 200, 404, 404, 404),
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
    # who approves while the head is away: named by a head, for their own shelter
    "cases:standin_list":                   (302, 403, 403, 200, 200, 403, 403),
    "cases:standin_new":                    (302, 403, 403, 200, 200, 403, 403),
    "cases:standin_end":                    (302, 405, 405, 405, 405, 405, 405),
    "cases:trail":                          (302, 403, 403, 200, 200, 403, 200),
    # assessments
    "assessments:assessment_start":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:client_assessments":       (302, 200, 403, 200, 404, 404, 404),
    "assessments:client_change":            (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_detail":        (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_page":          (302, 200, 403, 200, 404, 404, 404),
    "assessments:instance_remove":          (302, 200, 403, 200, 404, 404, 404),
    "assessments:file_show":                (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_check":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_review":        (302, 403, 403, 200, 404, 404, 404),
    "assessments:assessment_correct":       (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_drop":          (302, 405, 405, 405, 405, 405, 405),
    "assessments:comment_resolve":          (302, 405, 405, 405, 405, 405, 405),
    # instruments: the department publishes, whoever assesses reads what was published; drafts are the department's own
    "assessments:instrument_list":          (302, 200, 403, 200, 200, 200, 403),
    "assessments:instrument_detail":        (302, 200, 404, 200, 200, 200, 404),
    "assessments:instrument_upload":        (302, 403, 403, 403, 403, 200, 403),
    "assessments:instrument_offer":         (302, 403, 404, 403, 403, 200, 404),
    "assessments:instrument_retire":        (302, 403, 404, 403, 403, 200, 404),
    "assessments:instrument_restore":       (302, 403, 404, 403, 403, 200, 404),
    "assessments:version_detail":           (302, 200, 404, 200, 200, 200, 404),
    "assessments:version_preview":          (302, 200, 404, 200, 200, 200, 404),
    "assessments:version_compare":          (302, 200, 404, 200, 200, 200, 404),
    "assessments:version_publish":          (302, 404, 404, 404, 404, 200, 404),
    "assessments:version_discard":          (302, 404, 404, 404, 404, 200, 404),
    "assessments:version_source":           (302, 403, 404, 403, 403, 200, 404),
    "assessments:version_workbook":         (302, 403, 404, 403, 403, 200, 404),
    # on paper: whoever assesses prints forms and reports, the head signs; the department prints empty forms
    "assessments:paperform_list":           (302, 200, 403, 200, 200, 200, 403),
    "assessments:paperform_pdf":            (302, 200, 404, 200, 200, 200, 404),
    "assessments:stay_paperforms":          (302, 200, 403, 200, 404, 404, 404),
    "assessments:stay_paperform_pdf":       (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_pdf":           (302, 200, 403, 200, 404, 404, 404),
    "assessments:assessment_print":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:client_reports":           (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_new":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_detail":      (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_edit":        (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_refill":      (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_submit":      (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_sign":        (302, 403, 403, 200, 404, 404, 404),
    "assessments:socialreport_correct":     (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_void":        (302, 200, 403, 200, 404, 404, 404),
    "assessments:socialreport_pdf":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:consent_new":              (302, 200, 403, 200, 404, 404, 404),
    "assessments:consent_detail":           (302, 200, 403, 200, 404, 404, 404),
    "assessments:consent_answer":           (302, 200, 403, 200, 404, 404, 404),
    "assessments:consent_withdraw":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:consent_void":             (302, 200, 403, 200, 404, 404, 404),
    "assessments:consent_pdf":              (302, 200, 403, 200, 404, 404, 404),
    # what follows an assessment: needs for whoever is on duty, the plan for whoever reads files, the head approves
    "assessments:stay_needs":               (302, 200, 200, 200, 404, 404, 404),
    "cases:need_assign":                    (302, 200, 403, 200, 404, 404, 404),
    "assessments:client_plans":             (302, 200, 403, 200, 404, 404, 404),
    "assessments:plan_new":                 (302, 200, 403, 200, 404, 404, 404),
    "assessments:plan_detail":              (302, 200, 403, 200, 404, 404, 404),
    "assessments:plan_edit":                (302, 200, 403, 200, 404, 404, 404),
    "assessments:plan_submit":              (302, 200, 403, 200, 404, 404, 404),
    "assessments:plan_review":              (302, 403, 403, 200, 404, 404, 404),
    "assessments:plan_revise":              (302, 200, 403, 200, 404, 404, 404),
    "assessments:plan_discard":             (302, 405, 405, 405, 405, 405, 405),
    "assessments:plan_contract":            (302, 200, 403, 200, 404, 404, 404),
    "assessments:goal_new":                 (302, 200, 403, 200, 404, 404, 404),
    "assessments:goal_edit":                (302, 200, 403, 200, 404, 404, 404),
    "assessments:goal_remove":              (302, 405, 405, 405, 405, 405, 405),
    "assessments:goal_judge":               (302, 200, 403, 200, 404, 404, 404),
    "assessments:goal_open":                (302, 200, 403, 200, 404, 404, 404),
    "assessments:action_new":               (302, 200, 403, 200, 404, 404, 404),
    "assessments:action_edit":              (302, 200, 403, 200, 404, 404, 404),
    "assessments:action_remove":            (302, 405, 405, 405, 405, 405, 405),
    "assessments:action_note":              (302, 200, 403, 200, 404, 404, 404),
    "assessments:action_list":              (302, 200, 403, 200, 200, 403, 403),
    "assessments:agreement_new":            (302, 200, 403, 200, 404, 404, 404),
    "assessments:agreement_withdraw":       (302, 200, 403, 200, 404, 404, 404),
    "assessments:conference_new":           (302, 200, 403, 200, 404, 404, 404),
    "assessments:conference_detail":        (302, 200, 403, 200, 404, 404, 404),
    "assessments:conference_edit":          (302, 200, 403, 200, 404, 404, 404),
    "assessments:conference_add":           (302, 200, 403, 200, 404, 404, 404),
    "assessments:conference_remove":        (302, 405, 405, 405, 405, 405, 405),
    "assessments:conference_close":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:conference_amend":         (302, 200, 403, 200, 404, 404, 404),
    "assessments:conference_carry":         (302, 405, 405, 405, 405, 405, 405),
    "assessments:conference_minutes":       (302, 200, 403, 200, 404, 404, 404),
    "assessments:reassessment_list":        (302, 200, 403, 200, 200, 403, 403),
    "assessments:reassessment_rules":       (302, 403, 403, 403, 403, 200, 403),
    "assessments:reassessment_rule_new":    (302, 403, 403, 403, 403, 200, 403),
    "assessments:reassessment_rule_edit":   (302, 403, 403, 403, 403, 200, 403),
    # partners and referrals
    "referrals:partner_list":               (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_new":                (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_detail":             (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_edit":               (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_retire":             (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_criteria":           (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_places":             (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_hours":              (302, 200, 403, 200, 200, 200, 403),
    "referrals:partnercontact_new":         (302, 200, 403, 200, 200, 200, 403),
    "referrals:partnercontact_edit":        (302, 200, 403, 200, 200, 200, 403),
    "referrals:partneragreement_new":       (302, 200, 403, 200, 200, 200, 403),
    "referrals:partneragreement_edit":      (302, 200, 403, 200, 200, 200, 403),
    "referrals:partnernote_new":            (302, 200, 403, 200, 200, 200, 403),
    "referrals:partner_restore":            (302, 405, 405, 405, 405, 405, 405),
    "referrals:partnercontact_remove":      (302, 405, 405, 405, 405, 405, 405),
    "referrals:partnernote_withdraw":       (302, 405, 405, 405, 405, 405, 405),
    "referrals:partner_fit":                (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_list":              (302, 200, 403, 200, 200, 403, 403),
    "referrals:client_referrals":           (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_new":               (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_detail":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_edit":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_send":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_preview":           (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_share_file":        (302, 200, 404, 200, 200, 404, 404),
    "referrals:referral_submit":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_review":            (302, 403, 403, 200, 404, 404, 404),
    "referrals:referral_remind":            (302, 405, 405, 405, 405, 405, 405),
    "referrals:referral_expire":            (302, 405, 405, 405, 405, 405, 405),
    "referrals:referral_reply":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_settle":            (302, 405, 405, 405, 405, 405, 405),
    "referrals:referral_handover":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_rearrange":         (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_close":             (302, 405, 405, 405, 405, 405, 405),
    # asked of one's own shelter by another of this system; after acceptance that one stay is open to read
    "referrals:received_list":              (302, 200, 403, 200, 200, 403, 403),
    "referrals:received_detail":            (302, 404, 404, 404, 200, 404, 404),
    "referrals:received_answer":            (302, 404, 404, 404, 200, 404, 404),
    "referrals:received_file":              (302, 404, 404, 404, 200, 404, 404),
    "referrals:referral_answer":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_complete":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_resume":            (302, 405, 405, 405, 405, 405, 405),
    "referrals:referral_withdraw":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:referral_letter":            (302, 200, 403, 200, 404, 404, 404),
    # the partner's link: sent by whoever refers; behind it nobody is asked who they are, and the code opens the files
    "referrals:referral_link":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:partner_file":               (302, 200, 403, 200, 404, 404, 404),
    "referrals:partner_file_take":          (302, 405, 405, 405, 405, 405, 405),
    "referrals:partner_page":               (200, 200, 200, 200, 200, 200, 200),
    "referrals:partner_act":                (200, 200, 200, 200, 200, 200, 200),
    "referrals:partner_code":               (405, 405, 405, 405, 405, 405, 405),
    "referrals:partner_seen":               (405, 405, 405, 405, 405, 405, 405),
    "referrals:partner_share_file":         (404, 404, 404, 404, 404, 404, 404),
    # the way home: planned by whoever refers, decided by the head; an office on the way has its link
    "referrals:journey_list":               (302, 200, 403, 200, 200, 403, 403),
    "referrals:journey_new":                (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_detail":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_edit":               (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeyleg_new":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeyleg_edit":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeyleg_drop":            (302, 405, 405, 405, 405, 405, 405),
    "referrals:journeyleg_link":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeyleg_remind":          (302, 405, 405, 405, 405, 405, 405),
    "referrals:journeynews_new":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeynews_settle":         (302, 405, 405, 405, 405, 405, 405),
    "referrals:journeynews_adopt":          (302, 405, 405, 405, 405, 405, 405),
    "referrals:journey_submit":             (302, 405, 405, 405, 405, 405, 405),
    "referrals:journey_review":             (302, 403, 403, 200, 404, 404, 404),
    "referrals:journey_ready":              (302, 405, 405, 405, 405, 405, 405),
    "referrals:journey_revise":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_cancel":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_resume":             (302, 405, 405, 405, 405, 405, 405),
    "referrals:journey_depart":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_arrive":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_fail":               (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_close":              (302, 405, 405, 405, 405, 405, 405),
    "referrals:journey_money":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeycost_new":            (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeycost_prove":          (302, 200, 403, 200, 404, 404, 404),
    "referrals:journeycost_strike":         (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_letter":             (302, 200, 403, 200, 404, 404, 404),
    "referrals:journey_sheet":              (302, 200, 403, 200, 404, 404, 404),
    "referrals:arrival_page":               (200, 200, 200, 200, 200, 200, 200),
    "referrals:arrival_code":               (405, 405, 405, 405, 405, 405, 405),
    "referrals:arrival_act":                (200, 200, 200, 200, 200, 200, 200),
    # people who are announced: whoever opens the door answers; links are the head's and the department's to give
    "referrals:request_list":               (302, 200, 200, 200, 200, 403, 403),
    "referrals:request_detail":             (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_file":               (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_accept":             (302, 405, 405, 405, 405, 405, 405),
    "referrals:request_sweep":              (302, 405, 405, 405, 405, 405, 405),
    "referrals:request_ask":                (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_pass":               (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_refuse":             (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_admit":              (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_known":              (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_join":               (302, 200, 200, 200, 404, 404, 404),
    "referrals:request_close":              (302, 200, 200, 200, 404, 404, 404),
    "referrals:sender_list":                (302, 200, 403, 200, 200, 200, 403),
    "referrals:sender_office_new":          (302, 403, 403, 200, 200, 200, 403),
    "referrals:sender_detail":              (302, 200, 404, 200, 404, 200, 404),
    "referrals:sender_link":                (302, 405, 405, 405, 405, 405, 405),
    # groups outside: the list is the partners' readers', the figures are everybody's who reads figures
    "referrals:community_list":             (302, 200, 403, 200, 200, 200, 403),
    "referrals:community_new":              (302, 403, 403, 403, 403, 200, 403),
    "referrals:community_detail":           (302, 200, 404, 200, 200, 200, 404),
    "referrals:community_link":             (302, 405, 405, 405, 405, 405, 405),
    "referrals:community_report":           (302, 200, 404, 200, 200, 200, 200),
    "reports:community":                    (302, 200, 403, 200, 200, 200, 200),
    "reports:community_export":             (302, 200, 403, 200, 200, 200, 200),
    "reports:community_print":              (302, 200, 403, 200, 200, 200, 200),
    # without an account: behind a link, and the page on which anybody reports
    "referrals:sender_page":                (200, 200, 200, 200, 200, 200, 200),
    "referrals:sender_new":                 (200, 200, 200, 200, 200, 200, 200),
    "referrals:sender_request":             (200, 200, 200, 200, 200, 200, 200),
    "referrals:community_page":             (200, 200, 200, 200, 200, 200, 200),
    "referrals:community_write":            (200, 200, 200, 200, 200, 200, 200),
    "referrals:report_new":                 (200, 200, 200, 200, 200, 200, 200),
    "referrals:report_check":               (200, 200, 200, 200, 200, 200, 200),
    "referrals:robots":                     (200, 200, 200, 200, 200, 200, 200),
    # figures and spreadsheets
    "reports:home":                         (302, 200, 200, 200, 200, 200, 200),
    "reports:spm_index":                    (302, 200, 403, 200, 200, 200, 200),
    "reports:spm_month":                    (302, 200, 403, 200, 404, 200, 200),
    "reports:spm_month_pdf":                (302, 200, 403, 200, 404, 200, 200),
    # the people behind a figure: by name for Melati's staff, by number for the department
    "reports:spm_people":                   (302, 200, 403, 200, 404, 200, 200),
    "reports:spm_person":                   (302, 200, 403, 200, 404, 200, 200),
    # what is owed: the department's
    "reports:standard":                     (302, 403, 403, 403, 403, 200, 403),
    "reports:standard_history":             (302, 403, 403, 403, 403, 200, 403),
    "reports:rule_add":                     (302, 403, 403, 403, 403, 200, 403),
    "reports:rule_settle":                  (302, 403, 403, 403, 403, 200, 403),
    "reports:rule_end":                     (302, 403, 403, 403, 403, 200, 403),
    "reports:service_new":                  (302, 403, 403, 403, 403, 200, 403),
    "reports:service_edit":                 (302, 403, 403, 403, 403, 200, 403),
    "reports:classes_settle":               (302, 403, 403, 403, 403, 200, 403),
    "reports:weights_settle":               (302, 403, 403, 403, 403, 200, 403),
    # the department's year: its admin and the auditor read it, the admin enters; a shelter's year is that shelter's
    "reports:spm_shelter_year":             (302, 200, 403, 200, 404, 200, 200),
    "reports:spm_year_now":                 (302, 403, 403, 403, 403, 302, 302),
    "reports:spm_year":                     (302, 403, 403, 403, 403, 200, 200),
    "reports:spm_year_pdf":                 (302, 403, 403, 403, 403, 200, 200),
    "reports:spm_year_xlsx":                (302, 403, 403, 403, 403, 200, 403),
    "reports:spm_side":                     (302, 403, 403, 403, 403, 200, 200),
    "reports:annual":                       (302, 403, 403, 403, 403, 200, 200),
    "reports:annual_pdf":                   (302, 403, 403, 403, 403, 200, 200),
    "reports:annual_text":                  (302, 403, 403, 403, 403, 200, 403),
    "reports:annual_type_text":             (302, 403, 403, 403, 403, 200, 403),
    "reports:entry_year":                   (302, 403, 403, 403, 403, 200, 403),
    "reports:entry_copy":                   (302, 405, 405, 405, 405, 405, 405),
    "reports:entry_month":                  (302, 403, 403, 403, 403, 200, 403),
    "reports:entry_row_new":                (302, 403, 403, 403, 403, 200, 403),
    "reports:entry_row_edit":               (302, 403, 403, 403, 403, 200, 403),
    "reports:entry_row_remove":             (302, 403, 403, 403, 403, 200, 403),
    "reports:office_list":                  (302, 403, 403, 403, 403, 200, 403),
    "reports:office_new":                   (302, 403, 403, 403, 403, 200, 403),
    "reports:office_edit":                  (302, 403, 403, 403, 403, 200, 403),
    "reports:dashboard":                    (302, 302, 403, 302, 302, 200, 200),
    "reports:shelter_dashboard":            (302, 200, 403, 200, 404, 200, 200),
    "reports:month_text":                   (302, 200, 403, 200, 404, 403, 403),
    "reports:meal_rates":                   (302, 403, 403, 403, 403, 200, 403),
    "reports:meal_rate_settle":             (302, 403, 403, 403, 403, 200, 403),
    "reports:meal_rate_end":                (302, 403, 403, 403, 403, 200, 403),
    "reports:month_submit":                 (302, 200, 403, 200, 404, 403, 403),
    "reports:month_allow":                  (302, 403, 403, 200, 404, 403, 403),
    "reports:month_sign":                   (302, 403, 403, 200, 404, 403, 403),
    "reports:month_differences":            (302, 200, 403, 200, 404, 200, 200),
    "reports:month_differing":              (302, 200, 403, 200, 200, 200, 200),
    "reports:month_history":                (302, 200, 403, 200, 404, 200, 200),
    "reports:month_history_pdf":            (302, 200, 403, 200, 404, 200, 200),
    "reports:month_paper":                  (302, 200, 403, 200, 404, 200, 200),
    "reports:month_people":                 (302, 200, 403, 200, 404, 200, 200),
    "reports:recap":                        (302, 200, 403, 200, 404, 200, 200),
    "reports:changes":                      (302, 200, 403, 200, 200, 200, 200),
    "reports:referral_figures":             (302, 200, 403, 200, 200, 200, 200),
    "reports:referral_figures_export":      (302, 403, 403, 200, 200, 200, 403),
    # figures of origin, outcome and time: of the own shelter or of all; the department keeps the limits
    "reports:reach":                        (302, 200, 403, 200, 200, 200, 200),
    "reports:reach_outcomes":               (302, 200, 403, 200, 200, 200, 200),
    "reports:reach_timeliness":             (302, 200, 403, 200, 200, 200, 200),
    "reports:reach_print":                  (302, 200, 403, 200, 200, 200, 200),
    "reports:reach_export":                 (302, 403, 403, 200, 200, 200, 403),
    "reports:survey_answer":                (200, 200, 200, 200, 200, 200, 200),
    "reports:survey_thanks":                (200, 200, 200, 200, 200, 200, 200),
    "reports:survey_code":                  (200, 200, 200, 200, 200, 200, 200),
    "reports:survey_card":                  (200, 200, 200, 200, 200, 200, 200),
    "reports:survey_device":                (200, 200, 200, 200, 200, 200, 200),
    "reports:survey_list":                  (302, 200, 403, 200, 200, 200, 403),
    "reports:survey_new":                   (302, 200, 403, 200, 200, 200, 403),
    "reports:survey_tablet":                (302, 200, 200, 200, 200, 200, 403),
    "reports:survey_questions":             (302, 403, 403, 403, 403, 200, 403),
    "reports:survey_question_settle":       (302, 403, 403, 403, 403, 200, 403),
    "reports:survey_period":                (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_edit":                  (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_open":                  (302, 405, 405, 405, 405, 405, 405),
    "reports:survey_close":                 (302, 405, 405, 405, 405, 405, 405),
    "reports:survey_cards":                 (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_suggestions":           (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_suggestion_hide":       (302, 200, 403, 200, 404, 200, 403),
    # what the survey found: its figures for whoever reads reports, publishing for the head
    "reports:survey_results":               (302, 200, 403, 200, 404, 200, 200),
    "reports:survey_report_pdf":            (302, 200, 403, 200, 404, 200, 200),
    "reports:survey_sheet_pdf":             (302, 200, 403, 200, 404, 200, 200),
    "reports:survey_export":                (302, 403, 403, 200, 404, 200, 403),
    "reports:survey_publish":               (302, 403, 403, 200, 404, 403, 403),
    "reports:survey_texts":                 (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_action_new":            (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_action_finish":         (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_action_move":           (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_import_new":            (302, 403, 403, 200, 404, 200, 403),
    "reports:survey_import":                (302, 403, 403, 200, 404, 200, 403),
    "reports:survey_import_pair":           (302, 403, 403, 200, 404, 200, 403),
    "reports:survey_import_undo":           (302, 403, 403, 200, 404, 200, 403),
    "reports:survey_year":                  (302, 200, 403, 200, 200, 200, 200),
    "reports:survey_year_now":              (302, 200, 403, 200, 200, 200, 200),
    "reports:survey_classes":               (302, 403, 403, 403, 403, 200, 403),
    "reports:survey_old":                   (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_old_remove":            (302, 200, 403, 200, 404, 200, 403),
    "reports:survey_published":             (200, 200, 200, 200, 200, 200, 200),
    # evaluations: planned where one works, read by the department and the auditor, set going and closed by the head
    "reports:evaluation_list":              (302, 200, 403, 200, 200, 200, 200),
    "reports:evaluation_measures":          (302, 200, 403, 200, 200, 200, 200),
    "reports:evaluation_new":               (302, 200, 403, 200, 200, 200, 403),
    "reports:evaluation_detail":            (302, 200, 403, 200, 404, 200, 200),
    "reports:evaluation_pdf":               (302, 200, 403, 200, 404, 200, 200),
    "reports:evaluation_xlsx":              (302, 403, 403, 200, 404, 200, 403),
    "reports:evaluation_edit":              (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_copy":              (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_discard":           (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_indicator_new":     (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_indicator_edit":    (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_indicator_remove":  (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_finding":           (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_follow_up":         (302, 200, 403, 200, 404, 403, 403),
    "reports:evaluation_activate":          (302, 403, 403, 200, 404, 403, 403),
    "reports:evaluation_reopen":            (302, 403, 403, 200, 404, 403, 403),
    "reports:evaluation_close":             (302, 403, 403, 200, 404, 403, 403),
    # SOPs: read by all who work there, written by whoever speaks for the shelter, approved by its head
    "reports:sop_list":                     (302, 200, 200, 200, 200, 200, 200),
    "reports:sop_new":                      (302, 200, 403, 200, 200, 200, 403),
    "reports:sop_detail":                   (302, 200, 200, 200, 404, 200, 200),
    "reports:sop_edit":                     (302, 200, 403, 200, 404, 200, 403),
    "reports:sop_submit":                   (302, 405, 405, 405, 405, 405, 405),
    "reports:sop_review":                   (302, 403, 403, 200, 404, 403, 403),
    "reports:sop_retire":                   (302, 403, 403, 200, 404, 403, 403),
    "reports:sop_file":                     (302, 200, 200, 200, 404, 200, 200),
    "reports:sop_read":                     (302, 405, 405, 405, 405, 405, 405),
    "reports:sop_readers":                  (302, 403, 403, 200, 404, 200, 403),
    "reports:sop_readers_pdf":              (302, 403, 403, 200, 404, 200, 403),
    "reports:sop_public":                   (200, 200, 200, 200, 200, 200, 200),
    # nothing is published in this world, so nobody gets a poster of it
    "reports:poster":                       (404, 404, 404, 404, 404, 404, 404),
    "reports:poster_page":                  (302, 200, 403, 200, 404, 200, 403),
    # innovations: whoever reads figures reads them, whoever tells for the house writes them, the head approves
    "reports:innovation_list":              (302, 200, 403, 200, 200, 200, 200),
    "reports:innovation_stages":            (302, 200, 403, 200, 200, 200, 200),
    "reports:innovation_export":            (302, 200, 403, 200, 200, 200, 200),
    "reports:innovation_new":               (302, 200, 403, 200, 200, 200, 403),
    "reports:innovation_words":             (302, 405, 405, 405, 405, 405, 405),
    "reports:innovation_detail":            (302, 200, 403, 200, 404, 200, 200),
    "reports:innovation_section":           (302, 200, 403, 200, 404, 200, 200),
    "reports:innovation_pdf":               (302, 200, 403, 200, 404, 200, 200),
    "reports:innovation_edit":              (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_advance":           (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_back":              (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_line_new":          (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_line_remove":       (302, 405, 405, 405, 405, 405, 405),
    "reports:innovation_evidence_new":      (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_evidence_file":     (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_evidence_remove":   (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_submission_new":    (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_submission":        (302, 200, 403, 200, 404, 200, 200),
    "reports:innovation_submission_paper":  (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_submission_approve": (302, 405, 405, 405, 405, 405, 405),
    "reports:innovation_submission_move":   (302, 200, 403, 200, 404, 200, 403),
    "reports:innovation_lists":             (302, 403, 403, 403, 403, 200, 403),
    "reports:innovation_list_new":          (302, 403, 403, 403, 403, 200, 403),
    "reports:innovation_list_edit":         (302, 403, 403, 403, 403, 200, 403),
    "reports:step_limit_list":              (302, 403, 403, 403, 403, 200, 403),
    "reports:step_limit_new":               (302, 403, 403, 403, 403, 200, 403),
    "reports:step_limit_edit":              (302, 403, 403, 403, 403, 200, 403),
    "reports:step_limit_remove":            (302, 403, 403, 403, 403, 200, 403),
    # complaints: that one is there is told only to whoever reads it; the officer writes down and reads none
    "reports:complaint_new":                (200, 200, 200, 200, 200, 200, 200),
    "reports:complaint_department":         (200, 200, 200, 200, 200, 200, 200),
    "reports:complaint_follow":             (200, 200, 200, 200, 200, 200, 200),
    "reports:complaint_list":               (302, 200, 403, 200, 200, 200, 403),
    "reports:complaint_record":             (302, 200, 200, 200, 200, 200, 403),
    "reports:complaint_recorded":           (302, 404, 404, 200, 404, 404, 404),
    "reports:complaint_slip":               (302, 404, 404, 200, 404, 404, 404),
    "reports:complaint_reply":              (302, 403, 403, 200, 404, 403, 403),
    "reports:complaint_detail":             (302, 200, 404, 200, 404, 200, 404),
    "reports:complaint_file":               (302, 200, 404, 200, 404, 200, 404),
    "reports:complaint_act":                (302, 403, 404, 200, 404, 200, 404),
    "reports:complaint_figures":            (302, 200, 403, 200, 200, 200, 200),
    "reports:complaint_figures_pdf":        (302, 200, 403, 200, 200, 200, 200),
    "reports:complaint_limits":             (302, 403, 403, 403, 403, 200, 403),
    "reports:complaint_limit_new":          (302, 403, 403, 403, 403, 200, 403),
    "reports:complaint_limit_edit":         (302, 403, 403, 403, 403, 200, 403),
    "reports:complaint_limit_remove":       (302, 403, 403, 403, 403, 200, 403),
    # what everybody may read, and how the shelter writes it
    "reports:public_index":                 (200, 200, 200, 200, 200, 200, 200),
    "reports:public_shelter":               (200, 200, 200, 200, 200, 200, 200),
    "reports:public_standard":              (200, 200, 200, 200, 200, 200, 200),
    "reports:public_pledge":                (200, 200, 200, 200, 200, 200, 200),
    "reports:public_figures":               (200, 200, 200, 200, 200, 200, 200),
    "reports:public_privacy":               (200, 200, 200, 200, 200, 200, 200),
    "reports:public_page_list":             (302, 302, 403, 302, 302, 200, 403),
    "reports:public_page_edit":             (302, 200, 403, 200, 404, 200, 403),
    "reports:public_page_begin":            (302, 405, 405, 405, 405, 405, 405),
    "reports:public_page_part":             (302, 200, 403, 200, 404, 200, 403),
    "reports:public_page_version":          (302, 200, 403, 200, 404, 200, 403),
    "reports:public_page_discard":          (302, 200, 403, 200, 404, 200, 403),
    "reports:public_page_publish":          (302, 403, 403, 200, 404, 403, 403),
    "reports:component_list":               (302, 403, 403, 403, 403, 200, 403),
    "reports:component_new":                (302, 403, 403, 403, 403, 200, 403),
    "reports:component_edit":               (302, 403, 403, 403, 403, 200, 403),
    "reports:component_remove":             (302, 403, 403, 403, 403, 200, 403),
    "reports:partner_export":               (302, 403, 403, 200, 200, 200, 403),
    "reports:stay_list":                    (302, 403, 403, 200, 200, 200, 403),
    "reports:agenda_export":                (302, 403, 403, 200, 200, 200, 403),
    "reports:stay_export":                  (302, 403, 403, 200, 200, 200, 403),
    # recaps for whoever reads figures; names leave with a reason; an export is one's own alone
    "reports:listing_index":                (302, 200, 403, 200, 200, 200, 200),
    "reports:listing_page":                 (302, 200, 403, 200, 200, 200, 200),
    "reports:listing_export":               (302, 403, 403, 200, 200, 200, 403),
    "reports:listing_file":                 (302, 403, 403, 200, 200, 200, 403),
    "reports:export_list":                  (302, 200, 200, 200, 200, 200, 200),
    "reports:export_file":                  (302, 404, 404, 200, 404, 404, 404),
    "reports:export_cancel":                (302, 405, 405, 405, 405, 405, 405),
    "reports:import_start":                 (302, 403, 403, 200, 200, 200, 403),
    "reports:import_preview":               (302, 404, 404, 200, 404, 200, 404),
    "reports:import_list":                  (302, 403, 403, 200, 200, 200, 403),
    "reports:import_map":                   (302, 404, 404, 200, 404, 200, 404),
    "reports:import_wrong":                 (302, 404, 404, 302, 404, 403, 404),
    "reports:import_undo":                  (302, 404, 404, 200, 404, 200, 404),
    "reports:import_discard":               (302, 405, 405, 405, 405, 405, 405),
    "reports:import_template":              (302, 403, 403, 200, 200, 200, 403),
    # old answers in and answers out: the head's, for answers are for whoever reads the file; never the department's
    "reports:answers_start":                (302, 403, 403, 200, 200, 403, 403),
    "reports:answers_map":                  (302, 404, 404, 200, 404, 404, 404),
    "reports:answers_preview":              (302, 404, 404, 200, 404, 404, 404),
    "reports:answers_undo":                 (302, 404, 404, 200, 404, 404, 404),
    "reports:answers_unmatched":            (302, 403, 403, 200, 200, 403, 403),
    "reports:answers_match":                (302, 404, 404, 200, 404, 404, 404),
    "reports:answers_discard":              (302, 404, 404, 200, 404, 404, 404),
    "reports:answers_export":               (302, 403, 403, 200, 200, 403, 403),
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
    unpublished = make_instrument(by=dewi)
    small, _ = InstrumentVersion.publish(source=SHORT.encode(), kind=".md")  # one page: each print of it costs less
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
        "cases:aftercare_new": {"pk": left.stay.pk},
        "assessments:aftercare_fill": {"pk": left.stay.aftercare.first().pk},
        "assessments:aftercare_ask": {"pk": left.stay.pk},
        "cases:exit_rule_edit": {"pk": left.stay.exit_reason_id},
        "cases:aftercare_rule_add": {"pk": left.stay.exit_reason_id},
        "cases:aftercare_rule_remove": {"pk": AftercareRule.objects.first().pk},
        "cases:letter_verify": {"code": letter.code},
        "cases:day_sheet": {"slug": "melati", "day": "2026-03-16"},
        "cases:need_close": {"pk": need.pk},
        "cases:task_new": of_stay,
        "cases:task_rule_edit": {"pk": TaskRule.objects.first().pk},
        "cases:arrival_letter_void": {"pk": ArrivalLetter.issue("receipt", stay, by=sari, words=receipt_words).pk},
        "cases:need_assign": {"pk": need.pk},
        "cases:sweepperson_link": {"pk": swept.pk, "client": person.pk},
        "cases:shelter_edit": {"slug": "melati"},
        "cases:board": {"slug": "melati"},
        "cases:room_list": {"slug": "melati"},
        "cases:room_new": {"slug": "melati"},
        "cases:membership_end": {"pk": Membership.objects.get(user=sari).pk},
        "assessments:assessment_start": of_stay,
        **pieces(stay, by=sari),
        "assessments:assessment_page": {"pk": draft.pk, "page": draft.form.pages[0].name},
        "assessments:assessment_review": {"pk": submitted.pk},
        "assessments:comment_resolve": {"pk": draft.pk, "comment": 1},
        "cases:standin_end": {"pk": 1},
        "assessments:version_preview": {"pk": draft.version_id, "page": draft.form.pages[0].name},
        "assessments:version_publish": {"pk": unpublished.pk},
        "assessments:version_discard": {"pk": unpublished.pk},
        "referrals:referral_new": of_stay,
        "reports:spm_month": month,
        "reports:spm_month_pdf": month,
        **standard_pages(melati, month, by=sari),
        **signed_month(melati, sari, budi),
        "reports:recap": {"shelter": "melati"},
        "reports:shelter_dashboard": {"shelter": "melati"},
        "reports:import_template": {"kind": "register"},
        **{f"reports:import_{act}": {"pk": upload.pk} for act in ("preview", "map", "wrong", "undo", "discard")},
    }
    keys = {"client": person, "intake": person, "stay": stay, "need": stay, "account": sari, "membership": sari}
    keys |= {"relative": relative, "exit": left}
    special |= way_home(left, keys, by=sari)
    keys |= plans(stay, by=sari, head=budi)
    special |= plans_special(stay, keys)
    keys |= {"room": room, "bed": taken, "outage": outage}
    keys |= {"assessment": draft, "partner": partner, "referral": referral}
    keys |= partner_parts(partner, by=sari)
    special |= partners_special(stay, partner)
    keys |= {"instrument": draft.instrument, "version": draft.version}
    keys |= {"absence": away, "extension": extension, "holiday": holiday}
    keys |= events(melati, stay, by=sari)
    special |= events_special(stay, keys["programme"])
    special |= letters(stay, by=budi)
    keys |= {"sweep": sweep, "sweepperson": swept, "task": stay.tasks.first()}

    keys |= {"paper": paper, "cover": cover, "biometric": check, "attachment": attachment, "warning": warning}

    keys |= papers(stay, by=sari)
    special |= {
        "assessments:paperform_pdf": {"pk": small.pk},
        "assessments:stay_paperform_pdf": of_stay | {"version": small.pk},
        "assessments:socialreport_new": of_stay | {"kind": "social_report"},
        "assessments:socialreport_refill": {"pk": keys["socialreport"].pk, "slug": "history"},
        "assessments:consent_new": of_stay,
    }

    special |= partner_door(stay, by=sari)
    special |= received(stay, attachment, by=sari)
    special |= announced(melati, person, by=budi)
    special |= results_special(melati, by=budi)
    special |= homeward(stay, keys, by=sari)
    special |= department_year(by=dewi)
    special |= innovations(melati, by=sari)
    special |= exports(by=budi)
    keys["sop"] = make_sop_in_force(melati, by=sari, head=budi)
    special |= sop_pages(keys["sop"])
    special |= complaints(melati, keys, worker=sari, head=budi, department=dewi)
    special |= evaluations(melati, keys, worker=sari, head=budi, department=dewi)
    special |= asking(melati, by=budi)
    special |= public_pages(melati, by=sari)
    keys["answers"], held = old_answers(small, stay, by=budi)
    special |= {f"reports:answers_{act}": {"pk": held.pk} for act in ("match", "discard")}

    def url_for(route):
        if route in special:
            return reverse(route, kwargs=special[route])
        noun = route.split(":")[1].split("_")[0]
        try:
            return reverse(route)
        except NoReverseMatch:  # a page about a row
            return reverse(route, args=[keys[noun].pk])

    return url_for


def public_pages(shelter, by):
    draft, here = begin_draft(shelter, by=by), {"slug": shelter.slug}
    names = ["shelter", "standard", "pledge", "figures", "privacy", "page_edit", "page_begin", "page_discard",
             "page_publish"]  # fmt: skip
    component = {"pk": StandardComponent.objects.first().pk}
    return {f"reports:public_{name}": here for name in names} | {
        "reports:public_page_part": here | {"part": "alur"},
        "reports:public_page_version": here | {"version": draft.version},
        "reports:component_edit": component, "reports:component_remove": component,
    }  # fmt: skip


def asking(shelter, by):
    """A survey that takes answers, and enough of them for its suggestions to be read."""
    period = make_period(shelter, by)
    said = [answer(period, scores={"U1": 4}, suggestion="Kipas angin rusak.") for _ in range(5)][0]
    (code,) = SurveyCard.print_batch(period, 1, by=by)
    of_period = ("period", "edit", "open", "close", "cards", "suggestions")
    return {
        **{f"reports:survey_{act}": {"pk": period.pk} for act in of_period},
        **{f"reports:survey_{act}": {"shelter": shelter.slug} for act in ("answer", "thanks")},
        "reports:survey_card": {"token": code},
        "reports:survey_device": {"token": device_token(period, "tablet")},
        "reports:survey_suggestion_hide": {"pk": said.pk},
        "reports:survey_question_settle": {"code": "U1"},
    }


def complaints(shelter, keys, *, worker, head, department):
    """One that the head wrote down and gave to the worker, with a photo; and one that the department asks about."""
    photo = checked(SimpleUploadedFile("foto.jpg", picture_bytes())).file
    keys["complaint"] = given = make_complaint(shelter, by=head, file=photo)
    given.assign(worker, by=head)
    past = make_complaint(shelter, confidentiality="secret")
    shared = ComplaintShare.share(past, shelter, "Bagaimana jadwalnya?", by=department)
    limit = {"pk": ComplaintLimit.objects.first().pk}
    return {
        "reports:complaint_new": {"slug": shelter.slug}, "reports:complaint_reply": {"pk": shared.pk},
        "reports:complaint_act": {"pk": given.pk, "slug": "verifikasi"},
        "reports:complaint_limit_edit": limit, "reports:complaint_limit_remove": limit,
    }  # fmt: skip


def evaluations(shelter, keys, *, worker, head, department):
    """One that runs, with a follow-up; and a rate of meals."""
    keys["evaluation"] = plan = make_evaluation(shelter, by=worker)
    plan.activate(by=head)
    one = plan.indicators.first()
    note = {"follow_up": "Jangkau pasar", "owner": worker, "due_on": date(2026, 4, 1)}
    finding = EvaluationFinding.write(one, 1, by=worker, **note)
    rate = {"shelter": None, "amount": 30_000, "valid_from": date(2026, 1, 1), "source": "Pergub"}
    of_plan = {"plan": plan.pk}
    return {
        "reports:evaluation_indicator_new": of_plan,
        "reports:evaluation_indicator_edit": of_plan | {"pk": one.pk},
        "reports:evaluation_indicator_remove": of_plan | {"pk": one.pk},
        "reports:evaluation_finding": of_plan | {"pk": one.pk, "quarter": 1},
        "reports:evaluation_follow_up": {"pk": finding.pk},
        "reports:meal_rate_end": {"pk": MealRate.settle(by=department, **rate).pk},
    }  # fmt: skip


def sop_pages(document):
    of_version = {"pk": document.pk, "number": 1}
    pages = ("file", "read", "readers", "readers_pdf")
    return {f"reports:sop_{page}": of_version for page in pages} | {
        "reports:sop_public": {"slug": "melati", "pk": document.pk},
        "reports:poster": {"slug": "melati", "kind": "kotak.png"}, "reports:poster_page": {"slug": "melati"},
    }  # fmt: skip


def exports(by):
    job = make_export(by)
    return {
        "reports:listing_page": {"slug": "buku-induk"}, "reports:listing_export": {"slug": "layanan"},
        "reports:listing_file": {"slug": "pgot-bulanan", "format": "xlsx"},
        "reports:export_file": {"pk": job.pk}, "reports:export_cancel": {"pk": job.pk},
    }  # fmt: skip


def standard_pages(shelter, month, by):
    """Somebody who counts in the month, and a rule of the catalogue."""
    stay = make_stay(shelter, by=by, entered_on=date(2026, 2, 10), service_type_id="REG_GEPENG", client=make_client())
    rule = ServiceRule.objects.get(service_type="REG_GEPENG", service="food")
    of_rule = {"kind": "REG_GEPENG", "service": "food"}
    return {
        "reports:spm_people": month,
        "reports:spm_person": month | {"pk": stay.client_id},
        "reports:standard_history": of_rule,
        "reports:rule_settle": of_rule,
        "reports:rule_add": {"kind": "REG_GEPENG"},
        "reports:rule_end": {"pk": rule.pk},
        "reports:service_edit": {"slug": "food"},
    }


def signed_month(shelter, worker, head):
    """December, signed: its pages and papers."""
    month = Month(2025, 12)
    make_month(shelter, worker, month, people=1)
    sign(shelter, month, worker=worker, head=head)
    at = {"shelter": shelter.slug, "year": month.year, "month": month.number}
    pages = ("submit", "text", "allow", "sign", "differences", "history", "history_pdf")
    papers = {f"reports:month_{page}": at | {"revision": 0} for page in ("paper", "people")}
    return {f"reports:month_{page}": at for page in pages} | papers


SHORT = """
| survey |
| | type | name | label |
| | begin group | a | Bagian |
| | text | b | Isian |
| | end group | | |
| settings |
| | form_title | form_id | version |
| | Singkat | singkat | 1 |
"""


def old_answers(version, stay, *, by):
    """A file of old answers with its columns paired, and a row that waits for its owner."""
    content = f"Tanggal asesmen;Isian;Nomor register\n2026-03-05;x;{stay.register_number}\n".encode()
    batch = AnswerBatch.keep(content, by=by, shelter=stay.shelter, version=version, name="lama.csv")
    columns = {"Tanggal asesmen": "@date", "Isian": "a/b", "Nomor register": "@register"}
    AnswerMapping.keep(batch, headings_digest(*read_tables(content)), columns=columns, style="id", by=by)
    held = OldAnswers.objects.create(
        batch=batch, shelter=stay.shelter, instrument=version.instrument, number=9, digest="0" * 64, state="held",
        answered_at=stay.shelter.now(),
    )  # fmt: skip
    return batch, held


def department_year(*, by):
    """What the department entered for a year, and the addresses of the year's pages."""
    kind, year = ServiceType.objects.get(pk="REG_GEPENG"), {"year": 2026}
    row = QualityRequirement(
        service_type=kind, year=2026, kind="goods", label="Paket sandang", unit="paket", required=4, source="SK"
    )
    entered.create(row, by=by)
    office = Office(valid_from=date(2026, 1, 2), letterhead_government="PEMERINTAH CONTOH")
    office.set_up(by=by)
    pages = ("spm_year", "spm_year_pdf", "spm_year_xlsx", "annual", "annual_pdf", "entry_year", "entry_copy")
    of_row, text = {"part": "mutu", "pk": row.pk}, {"section": "background"}
    return {f"reports:{page}": year for page in pages} | {
        "reports:spm_shelter_year": year | {"shelter": "melati"},
        "reports:spm_side": year | {"month": 2},
        "reports:reach_export": {"part": "asal"},
        "reports:step_limit_edit": {"pk": StepLimit.objects.first().pk},
        "reports:step_limit_remove": {"pk": StepLimit.objects.first().pk},
        "reports:entry_month": year | {"month": 2},
        "reports:entry_row_new": year | {"part": "anggaran"},
        "reports:entry_row_edit": of_row,
        "reports:entry_row_remove": of_row,
        "reports:annual_text": year | text,
        "reports:annual_type_text": year | {"section": "problems", "code": kind.pk},
        "reports:office_edit": {"pk": office.pk},
    }


def way_home(left, keys, *, by):
    """A search with a lead, a pick-up, and an exit whose signed paper is still to come."""
    stay = make_stay(left.shelter, by=by)
    tracing, pickup = make_tracing(stay, by=by), make_pickup(stay, by=by)
    lead = TracingLead(tracing=tracing, source="tksk", text="Bu TKSK")
    lead.add(by=by)
    left.issue_minutes(by=by, witness_1="Joko", witness_2="Rini")
    item = PickupItem.objects.first()
    keys |= {"tracing": tracing, "lead": lead, "pickup": pickup, "pickupitem": item}
    line = {"pk": pickup.pk, "item": item.pk}
    return {
        "cases:tracing_new": {"pk": stay.pk}, "cases:pickup_new": {"pk": stay.pk}, "cases:lead_new": {"pk": tracing.pk},
        "cases:pickup_see": line, "cases:pickup_unsee": line,
    }  # fmt: skip


def papers(stay, *, by):
    """A report that is being written, and a consent that is asked for."""
    report = SocialReport(stay=stay, kind="social_report")
    report.begin(by=by, drafted={})
    consent = Consent(stay=stay, purpose="care", explained_by="Sari")
    consent.prepare(by=by)
    return {"socialreport": report, "consent": consent}


def partner_parts(partner, *, by):
    """A contact, an agreement and a note of experience."""
    contact = PartnerContact.objects.create(partner=partner, name="Ibu Tri", phone="0293-555")
    mou = PartnerAgreement.objects.create(partner=partner, number="MoU/1", starts_on="2026-01-01", created_by=by)
    note = PartnerNote(partner=partner, on=date(2026, 1, 5), text="Ramah.")
    note.write(by=by)
    return {"partnercontact": contact, "partneragreement": mou, "partnernote": note}


def partners_special(stay, partner):
    parts = ("partnercontact_new", "partneragreement_new", "partnernote_new")
    return dict.fromkeys([f"referrals:{name}" for name in parts], {"pk": partner.pk}) | {
        "referrals:partner_fit": {"pk": stay.pk}
    }


def plans(stay, *, by, head):
    """A plan in force that somebody agreed to, one that waits for the head, a case conference and a rule."""
    plan = make_plan_in_force(stay, by, head)
    agreement = Agreement(plan=plan, answer="agreed", way="thumb", on=stay.shelter.today(), explained_by=by)
    agreement.give(by=by)
    waiting = make_plan(make_stay(stay.shelter, by=by), by)
    waiting.submit(by=by)
    conference = Conference(stay=stay, held_on=stay.shelter.today(), place="Kantor", leader=head, questions="Pulang?")
    conference.call(by=by)
    rule = ReassessmentRule.objects.create(instrument=Instrument.objects.first(), every_days=30)
    goal = plan.goals.get()
    return {
        "plan": plan, "waiting": waiting, "goal": goal, "action": goal.actions.get(), "agreement": agreement,
        "conference": conference, "rule": rule,
    }  # fmt: skip


def plans_special(stay, keys):
    of_stay, part = {"pk": stay.pk}, {"pk": keys["conference"].pk, "part": "peserta"}
    return {
        "assessments:plan_new": of_stay, "assessments:conference_new": of_stay, "assessments:stay_needs": of_stay,
        "assessments:plan_review": {"pk": keys["waiting"].pk}, "assessments:goal_new": {"pk": keys["plan"].pk},
        "assessments:agreement_new": {"pk": keys["plan"].pk}, "assessments:action_new": {"pk": keys["goal"].pk},
        "assessments:conference_add": part, "assessments:conference_remove": part | {"row": 1},
        "assessments:reassessment_rule_edit": {"pk": keys["rule"].pk},
    }  # fmt: skip


def letters(stay, *, by):
    """A draft, one with its number, and a line of each way in the agenda; the head wrote them."""
    shelter = stay.shelter
    draft, numbered = make_client_letter(stay, by), make_client_letter(stay, by)
    numbered.issue(by=by, words=words_now)
    other = Letter.enter(shelter=shelter, by=by, subject="Uji", addressee="Uji", on=shelter.today())
    came = IncomingLetter(
        shelter=shelter, sender="Uji", number="1", subject="Uji", dated_on=shelter.today(), received_on=shelter.today()
    )  # fmt: skip
    came.receive(by=by)
    of_draft = {"pk": draft.pk}
    return {
        "cases:letter_new": {"slug": "melati"}, "cases:incomingletter_new": {"slug": "melati"},
        "cases:incomingletter_edit": {"pk": came.pk}, "cases:letter_void": {"pk": other.pk},
        "cases:letterrule_edit": {"kind": "civil"}, "cases:stay_letters": {"pk": stay.pk},
        "cases:clientletter_new": {"pk": stay.pk, "kind": "invitation"},
        "cases:clientletter_void": {"pk": numbered.pk},
        **{f"cases:clientletter_{verb}": of_draft for verb in ("detail", "edit", "issue", "discard", "pdf")},
    }  # fmt: skip


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


PIECES = """
| survey |
| | type | name | label |
| | begin group | g | G |
| | begin repeat | anak | Anak |
| | image | foto | Foto |
| | end repeat | | |
| | end group | | |
| settings |
| | form_title | form_id |
| | Bagian | bagian |
"""


def pieces(stay, *, by):
    """A draft with a member of something, and a photo."""
    version, _ = InstrumentVersion.publish(source=PIECES.encode(), kind=".md")
    draft = Assessment.start(stay, version=version, by=by)
    draft.add_instance("g/anak[a1]", by=by)
    upload = SimpleUploadedFile("foto.jpg", picture_bytes())
    kept = AssessmentFile.keep(draft, "g/anak[a1]/foto", checked(upload), name="foto.jpg", by=by)
    draft.save_answers({"g/anak[a1]/foto": kept.answer}, was={}, by=by)
    return {
        "assessments:instance_remove": {"pk": draft.pk, "place": "g/anak[a1]"},
        "assessments:file_show": {"pk": kept.pk},
    }


def received(stay, attachment, by):
    """A referral to Kenanga, which accepted it; and one with a file to open."""
    house = Partner.objects.filter(shelter__slug="kenanga").first()
    house = house or make_partner("Panti Kenanga", shelter=Shelter.objects.get(slug="kenanga"))
    asked = make_referral(stay, by=by, partner=house)
    ReferralShare.choose(asked, [Choice("attachment", attachment)])
    asked.send(by=by)
    answer = asked.accept(voice=Voice.of(by), by=by)
    of_asked = {f"referrals:received_{page}": {"pk": asked.pk} for page in ("detail", "answer", "file")}
    return of_asked | {
        "referrals:referral_share_file": {"pk": asked.shares.get().pk}, "referrals:referral_settle": {"pk": answer.pk},
    }  # fmt: skip


def partner_door(stay, *, by):
    """A referral that is out, its link, and a letter that came in by it."""
    sent = make_referral(stay, by=by, partner=make_partner("RSU Uji"))
    sent.send(by=by)
    _, token = DoorLink.mint_for(sent, DoorLink.Kind.REFERRAL, by=by)
    upload = checked(SimpleUploadedFile("foto.jpg", picture_bytes()))
    letter = PartnerFile.receive(sent, upload, title="Surat balasan", voice=Voice("Ibu Tri"))
    behind = {"token": token}
    return {
        "referrals:referral_link": {"pk": sent.pk},
        "referrals:partner_file": {"pk": letter.pk},
        "referrals:partner_file_take": {"pk": letter.pk},
        "referrals:partner_act": behind | {"act": "terima"},
        "referrals:partner_share_file": behind | {"pk": sent.shares.first().pk},
        **{f"referrals:partner_{page}": behind for page in ("page", "code", "seen")},
    }


def announced(shelter, client, *, by):
    """Two requests by a sender's link, one answered, and a group's half-year."""
    office = make_office(shelter, by=by)
    asked = make_request(office, letter=checked(SimpleUploadedFile("surat.jpg", picture_bytes())).file)
    accepted = make_request(office)
    accepted.accept(by=by)
    of_asked, of_person = {"pk": asked.pk}, {"pk": accepted.people.get().pk}
    group, half = make_group(by), Half(2025, 2)
    report = make_community_report(group, half, {("08", "grant"): 3})
    sender, community = {"token": office.link.token}, {"token": group.link.token}
    return {
        **{f"referrals:request_{page}": of_asked for page in "detail accept sweep ask pass refuse".split()},
        **{f"referrals:request_{page}": of_person for page in ("admit", "known", "close")},
        "referrals:request_file": of_asked | {"part": "surat"},
        "referrals:request_join": of_person | {"client": client.pk},
        "referrals:sender_detail": {"pk": office.pk}, "referrals:sender_link": {"pk": office.pk},
        "referrals:community_detail": {"pk": group.pk}, "referrals:community_link": {"pk": group.pk},
        "referrals:community_report": {"pk": report.pk},
        "referrals:sender_page": sender, "referrals:sender_new": sender,
        "referrals:sender_request": sender | {"number": asked.number}, "referrals:community_page": community,
        "referrals:community_write": community | {"year": half.year, "half": half.number},
    }  # fmt: skip


def homeward(stay, keys, *, by):
    """A journey home that is ready, with its leg, an amount, and a word of its office."""
    journey = make_journey(stay, by)
    journey.ready(by=by)
    leg = JourneyLeg.objects.for_page().get(journey=journey)
    cost = JourneyCost(journey=journey, kind="ticket", amount=1, paid_on=stay.shelter.today(), paid_to="Uji")
    cost.spend(by=by)
    news = leg.hear("message", voice=Voice("Ibu Tri"), text="Uji")
    keys |= {"journey": journey, "journeyleg": leg, "journeycost": cost, "journeynews": news}
    behind = {"token": leg.link.token}
    return {
        "referrals:journey_new": {"pk": stay.pk}, "referrals:journeyleg_new": {"pk": journey.pk},
        "referrals:journeycost_new": {"pk": journey.pk}, "referrals:journeynews_new": {"pk": leg.pk},
        "referrals:journey_letter": {"pk": journey.pk, "paper": "pengantar"},
        "referrals:arrival_page": behind, "referrals:arrival_code": behind,
        "referrals:arrival_act": behind | {"act": "pesan"},
    }  # fmt: skip


def innovations(shelter, by):
    """One with a proof and an entry into a contest."""
    innovation = make_innovation(shelter, by)
    rule, track = InnovationIndicator.objects.first(), InnovationOption.objects.filter(list="track").first()
    proof = InnovationEvidence(innovation=innovation, indicator=rule, level=1, title="SK")
    proof.keep(checked(SimpleUploadedFile("sk.jpg", picture_bytes())), by=by)
    entry = InnovationSubmission(innovation=innovation, track=track, year=2026)
    entry.prepare(by=by)
    one, entered, evidence = {"pk": innovation.pk}, {"pk": entry.pk}, {"pk": proof.pk}
    return {
        **{f"reports:innovation_{act}": one for act in ("detail", "pdf", "advance", "back", "submission_new")},
        "reports:innovation_section": one | {"section": "bukti"},
        "reports:innovation_edit": one | {"part": "rancang-bangun"},
        "reports:innovation_export": {"sheet": "iid"},
        "reports:innovation_line_new": one | {"line": "angka"},
        "reports:innovation_line_remove": one | {"line": "angka", "row": 1},
        "reports:innovation_evidence_new": one | {"indicator": rule.pk},
        "reports:innovation_evidence_file": evidence, "reports:innovation_evidence_remove": evidence,
        **{f"reports:innovation_submission{act}": entered for act in ("", "_paper", "_approve", "_move")},
        "reports:innovation_list_new": {"kind": "pilihan"},
        "reports:innovation_list_edit": {"kind": "indikator", "pk": rule.pk},
    }  # fmt: skip


def start_assessment(slug, stay, *, by):
    version = InstrumentVersion.objects.filter(instrument__slug=slug).latest("number")
    return Assessment.start(stay, version=version, by=by)


@pytest.fixture
def quick_print(monkeypatch):
    """Here it is asked who gets a paper; how it looks is each paper's own test, and setting forty takes a minute."""
    monkeypatch.setattr("weasyprint.HTML.write_pdf", lambda *_, **__: b"%PDF-")


@pytest.mark.parametrize("name", PEOPLE)
def test_access(name, client, request, world, quick_print):
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
    # Melati sent one referral to Kenanga, which accepted: that stay is open to its head, and nothing else.
    opened = {"citra": ["referrals:received_file"]}
    assert told == opened.get(name, []) or name in ("sari", "oka", "budi")


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
