"""What a row of the register must fulfil, beyond its cells: pairs of a heading and a sentence."""

from datetime import date

from cases import nik
from cases.models import Stay
from cases.models.release import is_guarded

BEGINNING = date(1900, 1, 1)


def register_rules(stay, bad, today):
    """`bad`: headings whose cell could not be read; of them nothing more is said."""
    for rule in (_number, _entry, _exit, _exit_pair, _release, _birth, _calling):
        for heading, sentence in rule(stay, today):
            if heading not in bad:
                yield heading, sentence


def _number(stay, today):
    if not stay.register_number:
        yield "Nomor register", "Isi nomor register."
    if stay.status == Stay.Status.CANCELLED:
        yield "Nomor register", "Nomor register ini milik masa tinggal yang dibatalkan."


def _entry(stay, today):
    if not stay.entered_on:
        yield "Tanggal masuk", "Isi tanggal masuk."
    elif stay.entered_on > today:
        yield "Tanggal masuk", "Tanggal masuk belum tiba."
    elif stay.entered_on < BEGINNING:
        yield "Tanggal masuk", "Tanggal masuk sebelum tahun 1900."


def _exit(stay, today):
    if stay.ended_on and stay.ended_on > today:
        yield "Tanggal keluar", "Tanggal keluar belum tiba."
    elif stay.ended_on and stay.entered_on and stay.ended_on < stay.entered_on:
        yield "Tanggal keluar", "Tanggal keluar tidak boleh sebelum tanggal masuk."


def _exit_pair(stay, today):
    if stay.ended_on and not stay.exit_reason:
        yield "Alasan keluar", "Isi alasan keluar, karena tanggal keluar terisi."
    if stay.exit_reason and not stay.ended_on:
        yield "Tanggal keluar", "Isi tanggal keluar, karena alasan keluar terisi."


def _release(stay, today):
    """The register of past years is history; a child who is in the house now leaves through the page that asks."""
    leaves = stay.pk and stay.is_resident and stay.ended_on and stay.exit_reason and stay.exit_reason.is_release
    if leaves and is_guarded(stay, stay.ended_on):
        yield "Alasan keluar", "Klien ini tidak boleh diserahkan tanpa verifikasi: akhiri masa tinggalnya di layar."


def _birth(stay, today):
    born = stay.client.birth_date
    if born and stay.entered_on and born > stay.entered_on:
        yield "Tanggal lahir", "Tanggal lahir tidak boleh setelah tanggal masuk."
    elif born and (born > today or born < BEGINNING):
        yield "Tanggal lahir", "Tanggal lahir tidak mungkin."


def _calling(stay, today):
    client = stay.client
    if not (client.name or client.aliases or client.description):
        yield "Nama", "Isi Nama atau Alias."


def nik_warnings(client, today):
    """A NIK may lawfully disagree with the rest."""
    if not client.nik:
        return ()
    return nik.read(client.nik, today=today, sex=client.sex, birth_date=client.birth_date).warnings
