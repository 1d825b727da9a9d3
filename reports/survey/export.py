"""The answers of a period as a spreadsheet: scores alone, in an order that tells nothing."""

from collections import defaultdict

from reports.models import SurveyElement, SurveyScore
from reports.tables.table import Column, Kind, Table


def answers_table(period):
    """A row per answer, sorted by its scores. Who answered is not beside them: of five women one may be the only one
    who went to university, and her row would be hers. Groups are on the page of the result, with small ones hidden.
    """
    scores = defaultdict(dict)
    for response, code, score in SurveyScore.objects.filter(response__period=period).values_list(
        "response", "element", "score"
    ):
        scores[response][code] = score
    codes = list(SurveyElement.objects.values_list("code", flat=True))
    rows = sorted(
        ([found.get(code) for code in codes] for found in scores.values()), key=lambda row: [x or 0 for x in row]
    )
    remarks = [(str(one), "1 sampai 4; kosong: tidak dijawab") for one in SurveyElement.objects.all()]
    return Table(
        f"Jawaban SKM {period}"[:80], f"skm-{period.shelter.slug}", [Column(code, Kind.INT) for code in codes], rows,
        [("Panti", str(period.shelter)), *remarks,
         ("Tidak disertakan", "tanggal, keterangan responden, dan saran: agar jawaban tidak dapat dikenali")],
    )  # fmt: skip
