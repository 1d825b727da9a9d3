"""The survey on paper: the report with its chapters (skm.md §6), and the one page that is hung on the wall."""

from cases.pdf import Document
from reports.models import SurveyAction
from reports.models.survey_text import USUAL, Section
from reports.survey.trend import trend


def report_document(period, result):
    """`result`: the figures, frozen ones once they are published; a draft until then."""
    texts = {section: USUAL.get(section, "") for section in Section}
    texts |= {one.section: one.text for one in period.texts.all() if one.text}
    return Document(
        template="reports/survey/report_pdf.html",
        context=paper(period, result)
        | {
            "texts": {section.name.lower(): texts[section] for section in Section},
            "actions": SurveyAction.objects.filter(period=period).for_list(),
            "points": trend([period.shelter], period.ends_on),
            "questions": period.questions(),
            "lowest": [one for code in result["lowest"] for one in result["elements"] if one["code"] == code],
        },
        filename=f"laporan-skm-{period.shelter.slug}-{period.ends_on:%Y-%m}.pdf",
    )


def sheet_document(period, result):
    """One page: unit, period, index, grade, how many answered, by sex and education."""
    return Document(
        template="reports/survey/sheet_pdf.html",
        context=paper(period, result)
        | {"groups": [one for one in result["groups"] if one["key"] in ("sex", "education")]},
        filename=f"publikasi-skm-{period.shelter.slug}-{period.ends_on:%Y-%m}.pdf",
    )


def paper(period, result):
    shelter = period.shelter
    today = shelter.today()
    return {
        "period": period, "result": result, "shelter": shelter, "signed_on": today, "signer": shelter.head_on(today),
        "role": f"Kepala {shelter}", "is_draft": period.status != period.Status.PUBLISHED,
    }  # fmt: skip
