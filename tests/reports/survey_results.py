"""A survey of before at Melati: its answers came by an import, something is to be done, a figure is known."""

from datetime import date
from decimal import Decimal

from reports.models import OldSurveyFigure, SurveyAction, SurveyElement, SurveyImport
from tests.reports.surveys import CODES, make_period


def make_batch(period, *, by, name="jawaban.csv"):
    headings, rows = ["Tanggal", *CODES], [[2, ["2026-02-01", *"333433333"]]]
    batch = SurveyImport.keep(period, name.encode(), by=by, name=name, headings=headings, rows=rows, dropped=[])
    batch.pair({"date": "Tanggal"} | {code: code for code in CODES}, "iso", by=by)
    return batch


def make_result(shelter, *, by, count=6):
    """The period is closed by the import: it could not be opened any more."""
    dates = {"begins_on": date(2026, 1, 1), "ends_on": date(2026, 2, 28)}
    period = make_period(shelter, by, opened=False, name="Awal 2026", **dates)
    one = {"answered_on": date(2026, 2, 1), "respondent": "client"}, dict.fromkeys(CODES, 3) | {"U4": 4}
    make_batch(period, by=by).put_in(lambda batch: [one] * count, by=by)
    return period


def results_special(shelter, *, by):
    """What the routes of a result need, for the table of access."""
    period = make_result(shelter, by=by)
    waiting, done = make_batch(period, by=by, name="lain.csv"), period.imports.exclude(applied_at=None).get()
    element = SurveyElement.objects.get(pk="U1")
    action = SurveyAction.plan(period, by=by, element=element, action="Papan syarat", owner=by, due_on=shelter.today())
    old = OldSurveyFigure.enter(
        shelter, by=by, name="Tahun 2024", ended_on=date(2024, 12, 31), index=Decimal("80.00"), source="Laporan"
    )
    of_period = ("results", "report_pdf", "sheet_pdf", "export", "publish", "texts", "action_new", "import_new")
    return {
        **{f"reports:survey_{act}": {"pk": period.pk} for act in of_period},
        "reports:survey_import": {"pk": waiting.pk}, "reports:survey_import_pair": {"pk": waiting.pk},
        "reports:survey_import_undo": {"pk": done.pk}, "reports:survey_action_finish": {"pk": action.pk},
        "reports:survey_action_move": {"pk": action.pk}, "reports:survey_year": {"year": 2026},
        "reports:survey_classes": {}, "reports:survey_year_now": {}, "reports:survey_old": {"shelter": shelter.slug},
        "reports:survey_old_remove": {"pk": old.pk}, "reports:survey_published": {"shelter": shelter.slug},
    }  # fmt: skip
