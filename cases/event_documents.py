"""What prints of an incident and of a death."""

from django.utils import timezone

from cases.letter_words import words_of
from cases.models import DeathStep
from cases.models.letter_kinds import Kind
from cases.pdf import Document, qr
from cases.templatetags.indonesian import tanggal, waktu


def incident_report(incident):
    """One page for the file and for whoever answers for the shelter; it says what was done, not who is to blame."""
    shelter = incident.shelter
    day = timezone.localdate(incident.at, shelter.zone)
    return Document(
        template="cases/incident_report.html",
        context={
            "incident": incident, "shelter": shelter, "signed_on": shelter.today(),
            "people": incident.people.select_related("client"), "signer": shelter.head_on(shelter.today()),
        },
        filename=f"laporan-kejadian-{day:%Y-%m-%d}-{incident.pk}.pdf",
    )  # fmt: skip


def death_minutes(death, *, verification_url=""):
    """The berita acara of a death and the last care; before its number is given it prints as a draft."""
    letter, shelter = death.letter, death.shelter
    day = letter.issued_on if letter else shelter.today()
    number = letter.number.replace("/", "-") if letter else "konsep"
    return Document(
        template="cases/death_minutes.html",
        context={
            "said": words_of(Kind.DEATH, shelter, letter),
            "death": death, "letter": letter, "shelter": shelter, "day": day, "facts": facts_of(death),
            "steps": death.steps.exclude(kind=DeathStep.Kind.OTHER), "signer": shelter.head_on(day),
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"berita-acara-kematian-{number}.pdf",
    )  # fmt: skip


def facts_of(death):
    client, stay = death.stay.client, death.stay
    age = client.age_on(death.died_on)
    known = "tidak diketahui" if age is None else f"{age} tahun" if client.birth_date else f"± {age} tahun (perkiraan)"
    origin = ", ".join(filter(None, [client.origin_address, str(client.origin) if client.origin else ""]))
    return [
        ("Nama", client.display_name),
        ("Jenis kelamin", client.get_sex_display()),
        ("Usia", known),
        ("NIK", client.nik or "belum diketahui"),
        ("Nomor klien", client.number),
        ("Alamat asal", origin or "tidak diketahui"),
        ("Masuk pelayanan", f"{tanggal(stay.entered_on)}, register {stay.register_number}"),
        ("Meninggal atau ditemukan", waktu(death.died_at, death.shelter)),
        ("Tempat", death.place),
        ("Ditemukan atau didampingi oleh", death.found_by or "–"),
        ("Sebab menurut keterangan", death.cause or "belum diketahui"),
    ]
