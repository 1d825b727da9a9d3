"""What Melati had asked in a Google Form before: brought in once, its columns still paired, one row nobody's yet."""

import csv
import io

from assessments.models import AnswerBatch, AnswerMapping, InstrumentVersion
from cases.models import Stay
from reports.answers.file import headings_digest, read_tables
from reports.answers.old import put_in
from reports.answers.pairing import Proposer
from reports.demo.timeline import clock_at

SAID = [
    ("Pak Min", "Luka", "Perlu perawatan luka."),
    ("Mbah", "Tidak ada", "Tenang, ingin pulang."),
    ("Bu Sri", "Nyeri", "Perlu diperiksa di puskesmas."),
    ("Cak", "Tidak ada", "Menunggu kabar keluarga."),
]


def bring_old_answers(world):
    """Three rows of people who have left since, with their register numbers, and one with a name only."""
    shelter, head = world.shelters["melati"], world.staff["budi"]
    version = InstrumentVersion.objects.latest_published().get(instrument__slug="asesmen-awal")
    label = {question.name: question.label for question in version.form}
    asked = ("panggilan", "keluhan", "kesimpulan")
    header = ["Stempel waktu", "Nomor register", "Nama", *(" ".join(label[name].split()) for name in asked)]
    died = Stay.objects.of_the_dead().values("client")
    left = Stay.objects.filter(shelter=shelter, status="discharged", ended_on__lt=world.day(60))
    left, rows = left.exclude(client__in=died), []
    for stay, said in zip(left.order_by("-ended_on").select_related("client")[:3], SAID, strict=False):
        rows.append([f"{stay.entered_on:%d/%m/%Y} 10:15:00", stay.register_number, str(stay.client), *said])
    rows.append([f"{world.day(90):%d/%m/%Y} 09:40:00", "", "Cak Di", *SAID[3]])
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    with clock_at(world.moment(world.day(40), 14)):
        content = text.getvalue().encode()
        batch = AnswerBatch.keep(content, by=head, shelter=shelter, version=version, name="Asesmen awal 2025.csv")
        tables = read_tables(content)
        columns = {one.place.key: one.target for one in Proposer(version.form, *tables).proposals()}
        AnswerMapping.keep(batch, headings_digest(*tables), columns=columns, style="id", by=head)
        put_in(batch, by=head, skip=True)
