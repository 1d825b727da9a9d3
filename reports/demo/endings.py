"""Who went and has not come back: the bed is free, the letter waits. And a proof with its scan."""

from datetime import timedelta

from django.core.files.base import ContentFile

from cases.models import Absence, Attachment, Relative
from cases.uploads import checked
from referrals.models import Partner, Referral
from reports.demo.papers import scan
from reports.demo.timeline import clock_at

PURPOSE = "Ingin bekerja; memerlukan pelatihan keterampilan dan tempat tinggal sementara."


def tell_endings(world):
    for absence in Absence.objects.order_by("pk").to_let_go():
        before = world.moment(absence.left_on - timedelta(days=1), 10)
        if not absence.stay.referrals.exists() and absence.stay.entered_on < before.date():
            ask(world, absence.stay, before)
        with clock_at(max(absence.gone_at, world.moment(absence.left_on + timedelta(days=1), 21))):
            absence.let_go(by=world.officer(absence.shelter))
    show_proof(world)


def ask(world, stay, moment):
    with clock_at(moment):
        by = world.worker(stay.shelter)
        partner = Partner.objects.filter(kind=Partner.Kind.BALAI).first()
        referral = Referral(stay=stay, partner=partner, purpose=PURPOSE, consent=Referral.Consent.AGREED)
        referral.draft(by=by)
        if stay.shelter.referral_needs_approval:
            referral.submit(by=by)
            referral.approve(by=world.head(stay.shelter))
        else:
            referral.send(by=by)


def show_proof(world):
    """The family card by which a relation was proven, on the family's own line."""
    relative = Relative.objects.proven().select_related("client").order_by("pk").first()
    stay = relative.client.stays.kept().select_related("shelter").first()
    proof = Attachment(
        client=relative.client, shelter=stay.shelter, stay=stay, relative=relative, kind=Attachment.Kind.FAMILY,
        title=f"Bukti hubungan {relative}",
    )  # fmt: skip
    with clock_at(world.moment(relative.decided_on, 14, 5)):
        proof.keep(checked(ContentFile(scan("wheat"), name="kk.png")), by=relative.decided_by, original_name="kk.png")
