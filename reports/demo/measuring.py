"""Some residents measured two to four times, so that change can be seen: better, the same, worse and not yet whole."""

from datetime import timedelta

from django.utils import timezone

from assessments.models import Assessment, InstrumentVersion
from cases.models import Stay
from reports.demo.timeline import clock_at

PARTS = ("ibadah", "piket", "pertemuan", "diri", "tempat_tidur", "terapi", "penyuluhan", "edukasi")
STEPS = ("kurang", "cukup", "baik")
INDEPENDENT = dict.fromkeys(
    [
        "makan", "mandi", "rawat_diri", "berpakaian", "toilet", "bab", "bak", "berpindah", "berjalan", "tangga",
    ],
    "mandiri",
) | {"sumber_keterangan": ["pengamatan"], "alat_bantu": ["tidak_ada"]}  # fmt: skip
WEAK = {"mandi": "dibantu", "toilet": "dibantu", "berpindah": "banyak", "berjalan": "tidak", "tangga": "tidak"}
MENDING = {"mandi": "dibantu", "berpindah": "sedikit", "berjalan": "dibantu", "tangga": "dibantu"}
UNSEEN = {"berjalan": "dibantu", "tangga": "tidak_diketahui"}
# What differs from full independence, at each filling; by resident of a house.
BARTHEL = {
    "melati": [[WEAK, MENDING], [MENDING, WEAK], [MENDING, UNSEEN]],
    "kenanga": [[WEAK, MENDING, {"tangga": "dibantu"}], [MENDING, {}], [{}, MENDING]],
}
# How many steps up or down each rating brings, over the ratings of a resident.
PROGRESS = {"melati": [1, 1, 0, -1], "kenanga": [1, 1, 0, 1, -1, 1]}
LIGHTER = {"berat": "sedang", "sedang": "ringan", "ringan": "tidak_ada"}


def measure_change(world):
    versions = {version.instrument.slug: version for version in InstrumentVersion.objects.latest_published()}
    for slug in ("melati", "kenanga"):
        people = long_here(world, slug)
        for stay, fillings in zip(people, BARTHEL[slug], strict=False):
            for day, differs in zip(days_over(world, stay, len(fillings)), fillings, strict=False):
                fill(world, stay, versions["barthel"], day, INDEPENDENT | differs)
        for number, (stay, trend) in enumerate(zip(people, PROGRESS[slug], strict=False)):
            for turn, day in enumerate(days_over(world, stay, 4 - number % 3)):
                fill(world, stay, versions["perkembangan"], day, rating(day, stay, number, turn * trend))
    assess_again(world)


def long_here(world, slug):
    """The six who have been in the house the longest: a year at Kenanga, a week or two at Melati."""
    here = Stay.objects.filter(shelter=world.shelters[slug], setting=Stay.Setting.IN_HOUSE).resident()
    return (
        here.filter(entered_on__lte=world.day(8)).select_related("client", "shelter").order_by("entered_on", "pk")[:6]
    )


def days_over(world, stay, times):
    """So many days spread over the stay, at most two months apart, the last of them the day before yesterday."""
    last = world.day(2)
    apart = min((last - stay.entered_on).days // times, 60)
    return [last - timedelta(days=apart * turn) for turn in reversed(range(times))] if apart else []


def rating(day, stay, number, gained):
    begun = max(day - timedelta(days=29), stay.entered_on)
    answers = {"dari": str(begun), "sampai": str(day), "tindak_lanjut": "Kegiatan dilanjutkan."}
    for place, part in enumerate(PARTS):
        joined = (place + number) % 5 > 0
        answers[f"{part}_ikut"] = "ya" if joined else "tidak"
        for aspect, name in enumerate(("disiplin", "tekun", "kreatif") if joined else ()):
            step = (1 if gained < 0 else 0) + (place + aspect) % 2 + gained
            answers[f"{part}_{name}"] = STEPS[min(max(step, 0), 2)]
    return answers


def assess_again(world):
    """The full assessment once more, a week or more after the first was approved: the problems weigh less."""
    first = Assessment.objects.current().filter(instrument__slug="asesmen-pgot", stay__status="resident")
    for assessment in list(first.for_page().filter(submitted_at__lt=world.moment(world.day(9), 8))[:3]):
        names = {question.path: question.name for question in assessment.form if question.is_input}
        answers = {names[path]: value for path, value in assessment.answers.items() if path in names}
        answers |= {name: LIGHTER.get(value, value) for name, value in answers.items() if name.startswith("beban_")}
        fill(world, assessment.stay, assessment.version, world.day(1), answers)


def fill(world, stay, version, day, answers):
    """Begun, completed and approved on that day."""
    by = world.worker(stay.shelter)
    with clock_at(world.moment(day, 10)):
        assessment = Assessment.start(stay, version=version, by=by)
        # A default that holds the clock itself does not see that it was put back.
        assessment.started_at = timezone.now()
        assessment.save(update_fields=["started_at"])
        by_path = {assessment.form.path_of[name]: value for name, value in answers.items()}
        assessment.save_answers(by_path, was=assessment.answers, by=by)
        assessment.submit(by=by)
    with clock_at(world.moment(day, 11)):
        assessment.approve(by=world.head(stay.shelter))
