"""The papers of a sweep: the receipt that both sides sign, labels with photos, and where everybody went."""

import base64
import io

from django.utils import dateformat
from PIL import Image

from cases.letter_words import words_of
from cases.models.letter_kinds import Kind
from cases.nik import mask
from cases.pdf import Document, qr
from cases.sweeps import tally
from cases.templatetags.indonesian import jam, tanggal

LABEL_PIXELS = 320


def sweep_receipt(sweep, *, verification_url=""):
    """BAST penerimaan (assessment.md §5); without a number it prints as a draft."""
    letter, shelter = sweep.letter, sweep.shelter
    day = letter.issued_on if letter else shelter.today()
    people = list(persons_of(sweep).select_related("stay__client__origin"))
    return Document(
        template="pdf/sweep_receipt.html",
        context={
            "sweep": sweep, "shelter": shelter, "letter": letter, "day": day,
            "said": words_of(Kind.SWEEP_RECEIPT, shelter, letter, waktu=arrived_text(sweep)),
            "lines": [receipt_line(person) for person in people], "officers": sweep.officers or [{}],
            "receiver": sweep.lettered_by or sweep.created_by, "head": shelter.head_on(day),
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"bast-penerimaan-{letter.number.replace('/', '-') if letter else 'konsep'}.pdf",
    )  # fmt: skip


def arrived_text(sweep):
    text = f"{dateformat.format(sweep.arrived_on, 'l')}, tanggal {tanggal(sweep.arrived_on)}"
    return f"{text}, pukul {jam(sweep.arrived_at)} {sweep.shelter.zone_label}" if sweep.arrived_at else text


def persons_of(sweep):
    return sweep.people.for_list().persons().order_by("serial")


def receipt_line(person):
    """What the paper says of one person: from the file once there is one, else from the row of that night."""
    client = person.stay.client if person.lives_here else None
    category = person.stay.category if client else person.category
    origin = [client.origin_address, str(client.origin or "")] if client else []
    return {
        "person": person,
        "who": client.display_name if client else person.label,
        # Whoever has no name yet is called by the mark already.
        "mark": person.mark if (client.name if client else person.mark != person.label) else "",
        # Copies go to several agencies: the number itself stays in the file.
        "nik": mask(client.nik) if client and client.nik else "",
        "born": birth_text(client) if client and client.birth_date else person.age_text,
        "address": ", ".join(filter(None, origin)),
        # Some categories are a diagnosis or a crime in two words.
        "category": "" if category is None or category.is_confidential else str(category),
    }


def birth_text(client):
    return ", ".join(filter(None, [client.birth_place, tanggal(client.birth_date)]))


def sweep_labels(sweep):
    """Photo, serial and temporary number: to cut for wristbands, or to recognise people by."""
    cards = [(person, thumbnail(person.photo)) for person in persons_of(sweep)]
    return Document(
        template="pdf/sweep_labels.html",
        context={"sweep": sweep, "shelter": sweep.shelter, "cards": cards},
        filename=f"label-razia-{sweep.held_on:%Y%m%d}.pdf",
    )


def thumbnail(photo):
    """The photo, small, as a data: picture; sixty whole ones would make a page that no office can print."""
    if not photo:
        return ""
    with photo.open() as file, Image.open(file) as picture:
        picture.thumbnail((LABEL_PIXELS, LABEL_PIXELS))
        small = io.BytesIO()
        picture.convert("RGB").save(small, "JPEG", quality=75)
    return "data:image/jpeg;base64," + base64.b64encode(small.getvalue()).decode()


def sweep_report(sweep):
    people = list(persons_of(sweep))
    joined = sweep.people.exclude(same_as=None).count()
    day = sweep.shelter.today()
    return Document(
        template="pdf/sweep_report.html",
        context={
            "sweep": sweep, "shelter": sweep.shelter, "people": people, "counts": tally(people), "joined": joined,
            "signed_on": day, "signer": sweep.shelter.head_on(day), "role": f"Kepala {sweep.shelter},",
            "minors": sum(person.is_minor for person in people),
            "with_ktp": sum(person.has_ktp == "yes" for person in people),
            "without_ktp": sum(person.has_ktp == "no" for person in people),
        },
        filename=f"laporan-razia-{sweep.held_on:%Y%m%d}.pdf",
    )  # fmt: skip
