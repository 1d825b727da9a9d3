"""A numbered letter printed again years later: the head of the paper, who signs and the words are those of its day."""

from datetime import date, timedelta

import pytest

from assessments.documents import consent_document, contract, report_document
from assessments.documents.minutes import minutes
from assessments.models import Conference, Consent, SocialReport
from cases.absence_letter import absence_letter
from cases.arrival_documents import WORDS, arrival_paper
from cases.event_documents import death_minutes
from cases.exit_documents import handover_minutes
from cases.letter_documents import client_letter, words_now
from cases.models import ArrivalLetter, CoverLetter, Death, Letter, LetterText, Membership, Standin
from cases.models.letter_kinds import Kind
from cases.paper_documents import cover_letter
from cases.permissions import Role
from cases.sweep_documents import sweep_receipt
from referrals.documents import referral_letter
from tests.factories import (
    make_absence,
    make_client_letter,
    make_exit,
    make_paper,
    make_plan_in_force,
    make_sweep,
    make_user,
)
from tests.referrals.factories import make_referral

URL = "https://balai.example/surat/abc/"
LATER = {
    "name": "Balai Baru", "letterhead_government": "Pemerintah Lain", "letterhead_department": "Dinas Lain",
    "address": "Jalan Lain 9", "city": "Semarang", "phone": "024-999", "email": "lain@example.org", "max_stay": 99,
}  # fmt: skip


def referral(stay, sari, budi):
    made = make_referral(stay, by=sari)
    made.send(by=sari)
    return lambda: referral_letter(made, verification_url=URL)


def cover(stay, sari, budi):
    made = CoverLetter(stay=stay, office="Dukcapil")
    made.issue(by=sari, papers=[make_paper(stay, sari)])
    return lambda: cover_letter(made, verification_url=URL)


def absence(stay, sari, budi):
    made = make_absence(stay, by=sari, kind="kabur", left_on=date(2026, 3, 5))
    made.write_report(by=sari, report={"to": "Polsek", "city": "", "facts": [["Nama", "Suratmin"]]})
    return lambda: absence_letter(made, verification_url=URL)


def handover(stay, sari, budi):
    made = make_exit(stay.shelter, by=sari)
    made.issue_minutes(by=sari, witness_1="Joko", witness_2="Slamet")
    return lambda: handover_minutes(made, verification_url=URL)


def death(stay, sari, budi):
    made = Death(stay=stay, died_at=stay.shelter.now() - timedelta(days=5), place="Kamar 1")
    made.register(by=sari)
    made.bury(by=sari, at=stay.shelter.now() - timedelta(hours=1), place="TPU Madureso", buried_by="LKS Harapan")
    made.issue_minutes(by=sari)
    return lambda: death_minutes(made, verification_url=URL)


def receipt(stay, sari, budi):
    ArrivalLetter.issue(Kind.RECEIPT, stay, by=sari, words=WORDS[Kind.RECEIPT])
    return lambda: arrival_paper(Kind.RECEIPT, stay)


def together(stay, sari, budi):
    for kind in (Kind.RECEIPT, Kind.TOGETHER):
        ArrivalLetter.issue(kind, stay, by=sari, words=WORDS[kind])
    return lambda: arrival_paper(Kind.TOGETHER, stay)


def sweep(stay, sari, budi):
    made = make_sweep(stay.shelter, by=sari, marks=["pria, kaos merah"])
    made.issue_letter(by=sari)
    return lambda: sweep_receipt(made, verification_url=URL)


def consent(stay, sari, budi):
    made = Consent(stay=stay, purpose="care", explained_by="Sari", language="bahasa Jawa")
    made.prepare(by=sari)
    return lambda: consent_document(made, verification_url=URL)


def plan(stay, sari, budi):
    made = make_plan_in_force(stay, by=sari, head=budi)
    return lambda: contract.contract(made, None, verification_url=URL)


def conference(stay, sari, budi):
    made = Conference(stay=stay, held_on=date(2026, 3, 16), leader=budi, place="Aula", questions="Pulang?")
    made.call(by=sari)
    made.participants.create(user=sari, position="Pekerja sosial")
    made.close(by=sari, decision="Dirujuk.")
    return lambda: minutes(made, verification_url=URL)


def letter(stay, sari, budi):
    made = make_client_letter(stay, sari)
    made.issue(by=sari, words=words_now)
    return lambda: client_letter(made, verification_url=URL)


ALL = [referral, cover, absence, handover, death, receipt, together, sweep, consent, plan, conference, letter]


def everything_changes(melati, sari, budi, dewi):
    """Another house, another head, other ranks, other words of the department."""
    type(melati).objects.filter(pk=melati.pk).update(**LATER)
    for person in (sari, budi):
        person.nip, person.rank, person.position = "1" * 18, "Pangkat Lain", "Jabatan Lain"
        person.save()
    type(budi).objects.filter(pk=budi.pk).update(name="Nama Lain")
    Membership.objects.filter(user=budi).update(started_on=date(2026, 3, 1), ended_on=date(2026, 3, 16))
    make_user("kepala", Role.HEAD, melati, name="Kepala Lain")
    for kind in Kind.values:
        LetterText.objects.create(
            kind=kind, number=900, opening="Pembuka lain.", closing="Penutup lain.", copies="Tembusan lain"
        )


@pytest.mark.parametrize("begin", ALL, ids=lambda one: one.__name__)
def test_printed_again_it_is_the_same(begin, today, melati, stay, sari, budi, dewi):
    melati.phone, melati.max_stay = "0293-123", 14
    melati.save()
    sari.nip, sari.position, budi.rank = "198001012005012001", "Pekerja sosial", "Pembina, IV/a"
    sari.save()
    budi.save()
    draw = begin(stay, sari, budi)
    first = draw().html()
    everything_changes(melati, sari, budi, dewi)
    again = fresh(draw)
    assert "Lain" not in again and "lain.org" not in again
    assert again == first


def fresh(draw):
    """Drawn from rows read anew, as years later."""
    made = draw.__closure__[0].cell_contents
    draw.__closure__[0].cell_contents = type(made)._default_manager.get(pk=made.pk)
    return draw().html()


def test_what_was_numbered_before_anything_was_kept_prints_as_today(today, melati, stay, sari, budi):
    draw = referral(stay, sari, budi)
    Letter.objects.update(frozen={})
    type(melati).objects.filter(pk=melati.pk).update(**LATER)
    assert "Balai Baru" in fresh(draw)


def test_a_stand_in_signs_as_such_for_ever(today, melati, stay, sari, budi, citra):
    melati.referral_needs_approval = True
    melati.save()
    Standin(shelter=melati, user=citra, first_on=today, until=today, reason="Dinas luar").name(by=budi)
    made = make_referral(stay, by=sari)
    made.submit(by=sari)
    made.approve(by=citra)
    citra.name = "Nama Lain"
    citra.save()
    html = fresh(lambda: referral_letter(made, verification_url=URL))
    assert "Plh. Kepala Rumah Singgah Melati" in html and "Citra" in html and "Nama Lain" not in html


def test_a_report_that_is_signed_bears_its_house(today, melati, stay, sari, budi):
    """The names under it are kept by the report itself."""
    number = Letter.issue(Kind.SOCIAL_REPORT, shelter=melati, by=budi, about=stay)
    type(melati).objects.filter(pk=melati.pk).update(**LATER)
    made = SocialReport(pk=1, stay=stay, kind="social_report", letter=Letter.objects.get(pk=number.pk), status="signed")
    made.frozen = {"tables": [], "signer": {"name": "Budi"}, "author": {"name": "Sari"}}
    html = report_document(made).html()
    assert "Rumah Singgah Melati" in html and "Balai Baru" not in html
