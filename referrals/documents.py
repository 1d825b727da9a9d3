from cases.pdf import Document, qr
from cases.templatetags.indonesian import tanggal
from referrals.models import Referral

# "Sifat" of a letter, in the words of official correspondence.
MANNER = {
    Referral.Urgency.NORMAL: "Biasa",
    Referral.Urgency.SOON: "Segera",
    Referral.Urgency.EMERGENCY: "Sangat segera",
}


def referral_letter(referral, *, verification_url=""):
    """The letter to the partner; a draft prints as such, without number or code to verify."""
    letter, stay = referral.letter, referral.stay
    day = letter.issued_on if letter else stay.shelter.today()
    number = letter.number.replace("/", "-") if letter else "konsep"
    return Document(
        template="referrals/letter.html",
        context={
            "referral": referral, "letter": letter, "partner": referral.partner, "shelter": stay.shelter,
            "day": day, "manner": MANNER[referral.urgency], "facts": client_facts(stay, day),
            "needs": referral.needs.select_related("service"), "signer": stay.shelter.head_on(day),
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"surat-rujukan-{number}.pdf",
    )  # fmt: skip


def client_facts(stay, day):
    client = stay.client
    origin = [client.origin_address, str(client.origin) if client.origin else ""]
    facts = [
        ("Nama", client.display_name),
        ("Jenis kelamin", client.get_sex_display()),
        ("Usia", age_text(client, day)),
        ("NIK", client.nik or "belum ada"),
        ("Nomor klien", client.number),
        ("Alamat asal", ", ".join(filter(None, origin)) or "tidak diketahui"),
        ("Tanggal masuk", tanggal(stay.entered_on)),
    ]
    # Some categories are a diagnosis or a crime in two words: the worker tells those, if need be.
    if stay.category and not stay.category.is_confidential:
        facts.append(("Kategori", str(stay.category)))
    return facts


def age_text(client, day):
    age = client.age_on(day)
    if age is None:
        return "tidak diketahui"
    return f"{age} tahun" if client.birth_date else f"± {age} tahun (perkiraan)"
