"""What the department made of the instruments: one of its own with two versions, a draft, and one no longer in use."""

from assessments.models import Assessment, InstrumentVersion
from assessments.workbook import as_workbook
from reports.demo.papers import longest_residents
from reports.demo.timeline import clock_at

SKILLS = """
| survey |
| | type | name | label | hint | required | relevant | appearance | bind::balai:need |
| | begin group | minat | Minat | | | | | |
| | select_multiple bidang | bidang | Bidang yang disukai | Boleh lebih dari satu. | yes | | | |
| | text | bidang_lain | Bidang lain apa? | | | selected(${bidang}, 'lain') | | |
| | text | pengalaman | Pernah bekerja sebagai apa? | Sebutkan juga berapa lama. | | | multiline | |
| | end group | | | | | | | |
| | begin group | siap | Kesiapan | | | | | |
| | select_one ya_tidak_tt | mau_latihan | Mau ikut pelatihan? | | yes | | | ya=basic_skills |
| | integer | jam | Sanggup berlatih berapa jam sehari? | | | ${mau_latihan} = 'ya' | | |
| | text | hambatan | Apa yang menghambat? | | | ${mau_latihan} = 'tidak' | | |
| | end group | | | | | | | |
| choices |
| | list_name | name | label |
| | bidang | masak | Memasak |
| | bidang | jahit | Menjahit |
| | bidang | tani | Bertani atau berkebun |
| | bidang | tukang | Pertukangan |
| | bidang | lain | Lainnya |
| | ya_tidak_tt | ya | Ya |
| | ya_tidak_tt | tidak | Tidak |
| | ya_tidak_tt | tidak_diketahui | Tidak diketahui |
| settings |
| | form_title | form_id |
| | Minat dan keterampilan kerja | minat-keterampilan |
"""
MENDED = SKILLS.replace(
    "| text | hambatan | Apa yang menghambat? |", "| text | hambatan | Apa yang membuat ragu? |"
).replace("| | bidang | lain | Lainnya |", "| | bidang | cukur | Memangkas rambut |\n| | bidang | lain | Lainnya |")
NEXT = MENDED.replace(
    "| integer | jam | Sanggup berlatih berapa jam sehari? |", "| integer | hari | Sanggup berapa hari seminggu? |"
)
OLD = """
| survey |
| | type | name | label | required |
| | begin group | catatan | Catatan kedatangan | |
| | text | ditemukan | Ditemukan di mana? | yes |
| | text | keadaan | Keadaan saat ditemukan | |
| | end group | | | |
| settings |
| | form_title | form_id |
| | Catatan kedatangan (lama) | catatan-lama |
"""


def publish_instruments(world):
    admin = world.staff["dewi"]

    def told(days_ago, form, name, note=None):
        with clock_at(world.moment(world.day(days_ago), 9, 10)):
            version = InstrumentVersion.upload(
                source=as_workbook(form.encode()), kind=".xlsx", file_name=name, by=admin
            )
            if note is not None:
                before = version.before
                version.release(by=admin, after=before.number if before else 0, note=note)
            return version

    old = told(200, OLD, "catatan kedatangan.xlsx", note="")
    first = told(60, SKILLS, "minat dan keterampilan.xlsx", note="")
    with clock_at(world.moment(world.day(59), 10)):
        first.instrument.offer(
            by=admin, shelters=[], categories=[], age_from=17, age_to=None, position=70,
            purpose="Minat dan pengalaman kerja, sebelum menyusun rencana pelatihan.",
        )  # fmt: skip
        old.instrument.retire(by=admin)
    fill_in(world, first)
    told(
        20,
        MENDED,
        "minat dan keterampilan (2).xlsx",
        note="Pilihan memangkas rambut ditambahkan; kata “menghambat” diganti.",
    )
    told(1, NEXT, "minat dan keterampilan (3) konsep.xlsx")


def fill_in(world, version):
    """One answered the first version, and stays with it."""
    stay, worker = longest_residents(world, "kenanga", 1)[0], world.staff["ratih"]
    with clock_at(world.moment(world.day(25), 13)):
        assessment = Assessment.start(stay, version=version, by=worker)
        answers = {"minat/bidang": ["masak", "tani"], "siap/mau_latihan": "ya", "siap/jam": 2}
        assessment.save_answers(answers, was=assessment.answers, by=worker)
