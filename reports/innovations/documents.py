"""The profile of an innovation on paper."""

from cases.pdf import Document, qr
from reports.contents.charts import Chart, picture
from reports.innovations.proving import proofs
from reports.innovations.score import maturity
from reports.innovations.words import design_count
from reports.models import InnovationEvidence, InnovationIndicator, InnovationRule, Office

WIDTH, ROW, ROOM = 480, 52, 300


def rated(innovation):
    """Its maturity by the indicators that hold today. Two queries."""
    levels = InnovationEvidence.objects.filter(innovation=innovation).highest()
    return maturity(InnovationIndicator.objects.on(innovation.today()), levels)


def words_of(innovation):
    needed = InnovationRule.objects.held(InnovationRule.Kind.WORDS, innovation.today())
    return design_count(innovation.design_texts, needed)


def profile(innovation):
    today, found = innovation.today(), proofs(innovation)
    house = innovation.shelter or Office.objects.on(today)
    evidence = InnovationEvidence.objects.kept().filter(innovation=innovation).exclude(indicator=None)
    return Document(
        template="reports/innovations/profile_pdf.html",
        context={
            "innovation": innovation, "shelter": house, "signed_on": today, "proofs": found, "chart": chart(found),
            "count": words_of(innovation), "rating": rated(innovation),
            "evidence": evidence.select_related("indicator"), "history": innovation.history.all(),
            "partners": innovation.innovationpartner_set.select_related("partner", "actor"),
            "activities": innovation.innovationactivity_set.select_related("programme__service"),
            "budgets": innovation.innovationbudget_set.all(), "others": innovation.other_sectors.all(),
            "submissions": innovation.submissions.exclude(status="konsep").select_related("track"),
            # Only the video can be opened by somebody without an account.
            "code": qr(innovation.video_url) if innovation.video_url else "",
            **signs(innovation, house, today),
        },
        filename=f"profil-inovasi-{innovation.pk}.pdf",
    )  # fmt: skip


def signs(innovation, house, today):
    if innovation.shelter_id:
        return {"signer": house.head_on(today), "role": f"Kepala {house},"}
    return {"signer": house.signer, "role": f"{house.head_position},"}


def chart(found):
    """Before and after of each figure that has both, each to its own scale; None where there is none."""
    drawn = [one for one in found if one.before is not None and one.after is not None and any(one.bars)]
    if not drawn:
        return None
    rows = [
        {"label": one.label, "y": number * ROW, "before": max(1, one.bars[0] * ROOM // 100),
         "after": max(1, one.bars[1] * ROOM // 100), "before_text": one.before_text, "after_text": one.after_text}
        for number, one in enumerate(drawn)
    ]  # fmt: skip
    words = "; ".join(f"{one.label}: {one.before_text} menjadi {one.after_text}" for one in drawn)
    shown = {"rows": rows, "width": WIDTH, "height": ROW * len(rows)}
    return Chart("Sebelum dan sesudah", picture("reports/innovations/_proof_chart.svg", shown), words)
