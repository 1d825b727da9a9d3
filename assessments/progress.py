"""The tables of a report of progress: what was assessed, done and attended in a period. Each is one or two queries."""

from collections import Counter

from django.db.models import Count, Sum

from assessments.models.assessment import Assessment
from assessments.models.measure import Measure
from cases.models import Attendance, DayRecord, ServiceRecord
from cases.templatetags.indonesian import angka, tanggal, tanggal_pendek

INSTRUMENT = "perkembangan"
COLUMNS = 6  # dates side by side on A4


def tables(report):
    """What has rows, as {title, head, rows, note} of plain text, ready to be frozen."""
    makers = (development, change, attendance, services, presence, plan_progress)
    return [table for table in (maker(report.stay, *period(report)) for maker in makers) if table["rows"]]


def period(report):
    return report.period_from, report.period_until


def table(title, head, rows, note=""):
    return {"title": title, "head": head, "rows": rows, "note": note}


def development(stay, first, last):
    """Component by date, from the fillings of the progress instrument; the latest when there are many."""
    filled = Assessment.objects.filter(stay=stay, instrument__slug=INSTRUMENT).for_page().current()
    inside = [one for one in filled.order_by("submitted_at") if first <= day_of(one) <= last][-COLUMNS:]
    cells, labels = {}, {}
    for column, one in enumerate(inside):
        for label, state in rated(one.state().pages):
            labels[state.path] = label
            cells[state.path, column] = state.shown
    head = ["Komponen", *(tanggal_pendek(day_of(one)) for one in inside)]
    rows = [[label, *(cells.get((path, at), "–") for at in range(len(inside)))] for path, label in labels.items()]
    return table("Penilaian per komponen", head, rows)


def rated(sections, component=""):
    """What was chosen from a list, each with its component: “Ibadah: ketekunan”."""
    for section in sections:
        for item in section.items:
            if not item.is_question:
                yield from rated([item], item.label)
            elif item.question.type == "select_one" and item.value is not None:
                yield f"{component}: {item.label.rstrip('?')}" if component else item.label, item


def day_of(assessment):
    return assessment.submitted_at.astimezone(assessment.shelter.zone).date()


def change(stay, first, last):
    """First, previous and latest value of every scored domain up to the end of the period."""
    measures = Measure.objects.filter(assessment__stay=stay).current().complete().by_time()
    found = {}
    for one in measures.for_change():
        if one.on <= last:
            found.setdefault((one.assessment.instrument_id, one.slug), []).append(one)
    rows = []
    for series in found.values():
        before = said(series[-2]) if len(series) > 2 else "–"
        latest = said(series[-1]) if len(series) > 1 else "–"
        rows.append([series[-1].label, said(series[0]), before, latest, trend(series)])
    return table("Perubahan dari waktu ke waktu", ["Bidang", "Pertama", "Sebelumnya", "Terakhir", "Arah"], rows)


def said(measure):
    band = f" {measure.band}" if measure.band else ""
    return f"{angka(measure.value)}{band} ({tanggal_pendek(measure.on)})"


def trend(series):
    if len(series) < 2:
        return "–"
    gone = series[-1].standing - series[0].standing
    return "membaik" if gone > 0 else "menurun" if gone < 0 else "tetap"


def attendance(stay, first, last):
    came = Attendance.objects.filter(stay=stay, session__on__range=(first, last)).order_by()
    counted = came.values_list("session__programme__name").annotate(n=Count("pk")).order_by("session__programme__name")
    return table("Kehadiran kegiatan", ["Kegiatan", "Hadir"], [[name, f"{n} kali"] for name, n in counted])


def services(stay, first, last):
    given = ServiceRecord.objects.filter(stay=stay, date__range=(first, last)).order_by()
    counted = given.values_list("service__label").annotate(days=Count("date", distinct=True), n=Sum("quantity"))
    rows = [
        [label, f"{days} hari", str(n)] for label, days, n in counted.order_by("service__position", "service__label")
    ]
    return table("Layanan yang diberikan", ["Layanan dasar", "Hari", "Jumlah"], rows)


def presence(stay, first, last):
    """Only days away are written down; whoever has none was here."""
    away = DayRecord.objects.filter(stay=stay, date__range=(first, last)).exclude(presence="hadir")
    counts = Counter(day.get_presence_display() for day in away.only("presence"))
    return table("Hari tidak di panti", ["Keadaan", "Hari"], [[label, str(n)] for label, n in counts.items()])


def plan_progress(stay, first, last):
    plan = stay.plans.in_force().first()
    rows = [
        [goal.statement, goal.indicator, tanggal(goal.target_on), goal.get_result_display() or "berjalan"]
        for goal in (plan.goals.all() if plan else [])
    ]
    return table("Kemajuan rencana intervensi", ["Tujuan", "Ukuran keberhasilan", "Target", "Hasil"], rows)
