"""The three letters of a journey home, composed of its plan; numbered, printed and voided like every client letter."""

from cases.letter_documents import words_now
from cases.letter_words import words_of
from cases.models import ClientLetter
from cases.models.letter_kinds import Kind
from cases.templatetags.indonesian import jam, tanggal, tanggal_pendek
from referrals.models.reasons import Consent
from referrals.models.share import contact, identity

Fact = ClientLetter.Fact
FACTS = {
    Kind.RETURN_HOME: [Fact.BORN, Fact.SEX, Fact.NIK, Fact.ADDRESS, Fact.ENTERED],
    Kind.TRAVEL: [Fact.BORN, Fact.SEX, Fact.NIK_MASKED, Fact.ADDRESS],
    Kind.STATEMENT: [Fact.BORN, Fact.NIK, Fact.ADDRESS],
}
# Which column of the journey holds which letter.
COLUMNS = {"letter": Kind.RETURN_HOME, "travel_letter": Kind.TRAVEL, "statement": Kind.STATEMENT}


def write_letters(journey, *, by):
    """All three with their numbers: {column: letter}."""
    letters = {}
    for column, kind in COLUMNS.items():
        kept = compose(journey, kind)
        kept.draft(by=by)
        kept.issue(by=by, words=lambda kept: words_of_journey(journey, kept))
        letters[column] = kept
    return letters


def compose(journey, kind):
    """The letter as the plan is now, unsaved: what a draft prints."""
    kept = ClientLetter(stay=journey.stay, kind=kind, facts=FACTS[kind], details="\n".join(details(journey, kind)))
    match kind:
        case Kind.RETURN_HOME:
            kept.subject, kept.body = "Pemulangan klien ke daerah asal", return_body(journey)
            kept.addressee, kept.city = addressee(journey)
            kept.enclosure, kept.copies = "1 berkas", copies(journey)
        case Kind.TRAVEL:
            kept.subject = "Perjalanan pulang ke daerah asal"
            kept.body = "Untuk melakukan perjalanan pulang ke daerah asalnya, dengan keterangan sebagai berikut:"
        case Kind.STATEMENT:
            kept.subject, kept.body = "Pemulangan ke daerah asal", statement_body(journey)
    return kept


def words_of_journey(journey, kept):
    """What the letter says, with its itinerary; whoever stands in for the head signs as such."""
    words = words_now(kept)
    if journey.approved_as_id:
        who = journey.approved_by
        words |= {"acting": True, "signer": {name: getattr(who, name) for name in ("name", "nip", "rank")}}
    if kept.letter_kind == Kind.STATEMENT:
        return words | {"escorts": escorts(journey), "for_client": journey.consent != Consent.AGREED}
    return words | {"itinerary": itinerary(journey)}


def itinerary(journey):
    return [
        {
            "number": leg.position, "way": str(leg), "leaves": moment(leg.leaves_on, leg.leaves_at),
            "arrives": moment(leg.arrives_on, leg.arrives_at), "carrier": leg.carrier, "escort": leg.escort,
            "receiving": ", ".join(filter(None, [leg.receiving, leg.place])),
        }
        for leg in journey.itinerary
    ]  # fmt: skip


def escorts(journey):
    return list(dict.fromkeys(leg.escort_name for leg in journey.itinerary if leg.escort_name))


def moment(day, hour):
    return f"{tanggal_pendek(day)}, {jam(hour)}" if hour else tanggal_pendek(day)


def addressee(journey):
    """(to whom, in which town): the office, else the family that waits there."""
    if journey.office:
        return journey.office.addressee[:150], journey.office.city
    return f"Bapak/Ibu {journey.receiver.name}"[:150], journey.region.name


def copies(journey):
    """Those whom the department always tells, and each office on the way."""
    usual = words_of(Kind.RETURN_HOME, journey.shelter).copies
    relays = [leg.office.addressee for leg in journey.itinerary if leg.office and leg.office_id != journey.office_id]
    return "\n".join(dict.fromkeys([*relays, *usual]))[:1000]


def details(journey, kind):
    """Lines “label: value”; the legs stand in a table of their own."""
    yield f"Tujuan: {journey.destination}"
    if journey.receiver:
        known = f", telepon {journey.receiver.phone}" if journey.receiver.phone else ""
        yield f"Keluarga yang menerima: {journey.receiver}{known}"
    if kind == Kind.STATEMENT:
        return
    if journey.office:
        yield f"Dinas penerima: {journey.office}"
    if journey.fitness:
        yield f"Kesehatan: {journey.get_fitness_display().lower()}" + known_health(journey)
    papers = "; ".join(line.strip() for line in journey.documents.splitlines() if line.strip())
    if papers:
        yield f"Dokumen yang dibawa: {papers}"
    if kind == Kind.RETURN_HOME:
        yield f"Dibiayai oleh: {journey.payer}"


def known_health(journey):
    """Who looked and when. What was found is told after the one-time code, and to the escort."""
    if not journey.fitness_on:
        return ""
    return f", diperiksa {tanggal(journey.fitness_on)} oleh {journey.fitness_by}"


def return_body(journey):
    agreed = {
        Consent.AGREED: "Yang bersangkutan telah diberi penjelasan dan menyatakan setuju dipulangkan.",
        Consent.GUARDIAN: "Pemulangan ini disetujui oleh wali atau keluarga.",
        Consent.UNABLE: "Yang bersangkutan belum mampu menyatakan persetujuan; pemulangan dilakukan demi kepentingan "
        "terbaiknya.",
        Consent.WITHOUT: "Pemulangan ini dilakukan berdasarkan keadaan yang kami uraikan di atas.",
    }[journey.consent]
    return f"{journey.purpose.strip()}\n\n{agreed}"


def statement_body(journey):
    if journey.consent == Consent.AGREED:
        who = journey.receiver or journey.office
        return (
            f"dengan ini menyatakan bahwa saya setuju dipulangkan ke {journey.region.name} dan akan diterima oleh "
            f"{who}. Rencana perjalanan sudah dijelaskan kepada saya dengan bahasa yang saya pahami. Barang dan "
            "dokumen saya sudah saya terima kembali. Saya akan mengabari petugas bila di perjalanan terjadi sesuatu."
        )
    return (
        "dipulangkan ke alamat di bawah ini. Karena yang bersangkutan belum dapat menyatakan sendiri persetujuannya "
        f"({journey.consent_note}), pernyataan ini diberikan oleh wali, keluarga, atau petugas yang mewakilinya, yang "
        "sudah menerima penjelasan tentang rencana perjalanan."
    )


def told_of(journey):
    """What an office on the way may read once it has the code: as of the letters, whatever the file says later."""
    stay = journey.stay
    way = [["Alasan dan tujuan", journey.purpose], ["Tujuan akhir", journey.destination]]
    if journey.receiver:
        known = f", telepon {journey.receiver.phone}" if journey.receiver.phone else ""
        way.append(["Keluarga yang menerima", f"{journey.receiver}{known}"])
    health = [["Pemeriksaan", journey.get_fitness_display() + known_health(journey)]]
    for label, text in (("Catatan", journey.fitness_note), ("Perhatian", stay.client.health_note)):
        if text:
            health.append([label, text])
    parts = [
        ["Identitas", identity(stay)], ["Asal", contact(stay.client)], ["Perjalanan pulang", way],
        ["Kesehatan", health],
    ]  # fmt: skip
    return [*parts, ["Dokumen yang dibawa", [["Dokumen", journey.documents]]]] if journey.documents else parts
