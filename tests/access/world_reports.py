"""What the app reports has in the world of the access test; see world_cases for what a part does."""

from datetime import date

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from assessments.models import AnswerBatch, AnswerMapping, OldAnswers
from cases.models import ServiceRule, ServiceType
from cases.uploads import checked
from reports.answers.file import headings_digest, read_tables
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
    make_client,
    make_evaluation,
    make_export,
    make_innovation,
    make_stay,
    picture_bytes,
)
from tests.reports.complaints import make_complaint
from tests.reports.months import make_month, sign
from tests.reports.surveys import answer, make_period


def sheet_in(shelter, stay, *, by):
    """A sheet of presence that was uploaded and waits."""
    row = f"Nomor register;Tanggal;Kehadiran\n{stay.register_number};2026-03-10;izin\n"
    file = ContentFile(row.encode(), "kehadiran.csv")
    upload = SheetUpload.objects.create(shelter=shelter, kind="kehadiran", file=file, sha256="0" * 64, uploaded_by=by)
    return {f"reports:import_{act}": {"pk": upload.pk} for act in ("preview", "map", "wrong", "undo", "discard")} | {
        "reports:import_template": {"kind": "register"}
    }


def figures(shelter, *, worker, head):
    """February, in which somebody counts, and December, which is signed."""
    month, here = {"shelter": shelter.slug, "year": 2026, "month": 2}, {"shelter": shelter.slug}
    return {
        "reports:spm_month": month, "reports:spm_month_pdf": month,
        **standard_pages(shelter, month, by=worker),
        **signed_month(shelter, worker, head),
        "reports:recap": here, "reports:shelter_dashboard": here,
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


def exports(by):
    job = make_export(by)
    return {
        "reports:listing_page": {"slug": "buku-induk"}, "reports:listing_export": {"slug": "layanan"},
        "reports:listing_file": {"slug": "pgot-bulanan", "format": "xlsx"},
        "reports:export_file": {"pk": job.pk}, "reports:export_cancel": {"pk": job.pk},
    }  # fmt: skip


def sop_pages(document):
    of_version = {"pk": document.pk, "number": 1}
    pages = ("file", "read", "readers", "readers_pdf")
    return {f"reports:sop_{page}": of_version for page in pages} | {
        "reports:sop_public": {"slug": "melati", "pk": document.pk},
        "reports:poster": {"slug": "melati", "kind": "kotak.png"}, "reports:poster_page": {"slug": "melati"},
    }  # fmt: skip


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
