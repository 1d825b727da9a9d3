"""The first words of a referral's summary: what the approved answers say, for somebody to shorten.

Answers marked as sensitive stay in the assessment (assessments.confidential).
"""

from assessments import drafting

MOST = 4000


def summary_of(stay):
    """Empty when there is nothing to draw from; never longer than the field."""
    answers = drafting.Answers(stay, approved_only=True)
    parts = [stay.condition and f"Saat datang: {stay.condition.rstrip('. ')}.", drafting.condition(stay, answers)]
    parts += [answers["kesimpulan_masalah"] or answers["kesimpulan"], answers.told(["tujuan_rujukan", "harapan_klien"])]
    text = drafting.paragraphs(*parts)
    return text if len(text) <= MOST else text[:MOST].rsplit("\n", 1)[0]
