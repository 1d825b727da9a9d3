"""Somebody leaves: the stay ends, and what this way out needs is kept with it, in one transaction."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.models.aftercare import Aftercare
from cases.models.exit import PAPERS, ExitRecord
from cases.models.handover import HandoverPermission
from cases.models.pickup import Pickup
from cases.models.pickup_item import PickupItem
from cases.models.release import is_child, is_guarded
from cases.models.stay import Stay

NOT_ALL = "Lengkapi, atau mintalah izin kepala panti dengan alasannya."


@transaction.atomic
def leave(stay, *, by, on, reason, destination="", note="", receiver=None, exception="", items=(), **facts):
    """End the stay with all that its reason asks for. Raises ValidationError, naming the field.

    `exception`: the head's own words for letting go without proof or papers; refused from anybody else.
    `items`: keys of those that the department added to the list of a pick-up and that were seen.
    """
    stay.refresh_from_db(from_queryset=Stay.objects.select_for_update(of=["self"]))
    pickup = finish_pickup(stay, receiver, by=by)
    if exception and stay.is_resident:
        HandoverPermission.grant(stay, by=by, receiver=receiver, reason=exception)
    stay.discharge(by=by, on=on, reason=reason, destination=destination, note=note, receiver=receiver)
    set_aside_former_exit(stay, by=by)
    kept = ExitRecord(stay=stay, receiver=receiver, pickup=pickup, recorded_by=by, **facts)
    kept.permission = stay.permissions_to_hand_over.valid().filter(receiver=receiver).first()
    kept.receiver_facts = facts_of(receiver) if receiver else {}
    if receiver:
        kept.checklist = list(seen_at_exit(kept, items, by=by, on=on))
    refuse_missing(kept, reason.asks)
    kept.full_clean()
    kept.save()
    record(by=by, action="exit.recorded", target=stay, reason=reason.slug, permitted=kept.permission_id is not None)
    Aftercare.plan(stay)
    if reason.asks.is_reunion:
        stay.tracings.end_by_reunion(by=by, receiver=receiver)
    return kept


def finish_pickup(stay, receiver, *, by):
    """The plan to fetch this client, carried out by this exit. Somebody else at the door is another plan."""
    pickup = stay.pickups.open().select_related("relative").first()
    if pickup is None or receiver is None:
        return None  # an open plan ends with the stay
    if pickup.relative_id != receiver.pk:
        words = f"Rencana penjemputan menyebut {pickup.relative}. Batalkan dahulu rencana itu bila penjemputnya lain."
        raise ValidationError({"receiver": words})
    pickup.end(Pickup.Status.DONE, by=by)
    return pickup


def seen_at_exit(kept, items, *, by, on):
    """The whole list as it stood at the door, and with it the record's own columns: one truth, not two.

    What was seen before the day of the pick-up counts; what is ticked now is noted there as well.
    """
    stay, pickup = kept.stay, kept.pickup
    checks = {check.item_id: check for check in pickup.checks.select_related("seen_by")} if pickup else {}
    for item in PickupItem.objects.asked_for(is_child=is_child(stay, on), is_guarded=is_guarded(stay, on)):
        own = item.stands_for in PAPERS
        ticked = getattr(kept, item.stands_for) if own else item.pk in items
        if ticked and pickup and item.pk not in checks:
            checks[item.pk] = pickup.note_seen(item, by=by, on=on)
        check = checks.get(item.pk)
        seen = kept.receiver.is_proven if item.is_relation else bool(ticked or check)
        if own:
            setattr(kept, item.stands_for, seen)
        yield {
            "label": item.label, "required": item.required, "relation": item.is_relation, "seen": seen,
            "on": str(check.seen_on if check else on) if seen else "",
            "by": str(check.seen_by if check else by) if seen else "",
        }  # fmt: skip


def set_aside_former_exit(stay, *, by):
    """An exit that was taken back has left a record behind: its berita acara is void, its plans are dropped."""
    former = ExitRecord.objects.filter(stay=stay).select_related("letter").first()
    if former is None:
        return
    stay.aftercare.filter(done_on=None).delete()
    former.attachments.update(exit_record=None)  # the scans stay in the client's file
    former.delete()
    if former.letter:
        former.letter.void_reason = "Masa tinggal dibuka kembali."
        former.letter.save(update_fields=["void_reason"])
    record(by=by, action="exit.voided", target=stay, number=former.letter and former.letter.number)


def facts_of(receiver):
    """Who stood at the door, as the berita acara will say it for ever."""
    return {
        "name": receiver.name, "relation": receiver.get_relation_display(), "nik": receiver.nik,
        "address": receiver.full_address, "phone": receiver.phone, "state": receiver.state,
        "proof": receiver.get_proof_display(), "proof_number": receiver.proof_number,
    }  # fmt: skip


def refuse_missing(kept, asks):
    """Everything that is missing, at once; the head's permission stands in for proof and papers, not for names."""
    problems = dict(_missing_facts(kept, asks))
    if kept.permission is None:
        problems |= {field: words for field, words in _missing_proof(kept, asks) if field not in problems}
    if problems:
        raise ValidationError(problems)


def _missing_facts(kept, asks):
    # A permission that names nobody lets somebody go without a receiver.
    if asks.needs_receiver and kept.receiver is None and kept.permission is None:
        yield "receiver", "Pilih siapa yang menerima klien. Tambahkan dahulu di tab Keluarga bila belum ada."
    if asks.needs_destination and not kept.stay.destination:
        yield "destination", "Tulis alamat tujuan."
    if asks.needs_region and kept.region is None:
        yield "region", "Pilih wilayah tujuan."
    if asks.needs_letter and not kept.institution:
        yield "institution", "Tulis lembaga yang menerima klien."
    if asks.needs_letter and not (kept.letter_number or kept.letter_follows):
        yield "letter_number", "Isi nomor surat, atau centang “surat menyusul”."
    if asks.needs_statement and not kept.statement:
        yield "statement", "Tulis pernyataan klien dengan kata-katanya sendiri."


def _missing_proof(kept, asks):
    if asks.needs_relation_proven and kept.receiver and not kept.receiver.is_proven:
        yield "receiver", f"Hubungan dengan klien belum terbukti. {NOT_ALL}"
    if asks.needs_papers and kept.missing_papers:
        yield PAPERS[0], f"Belum ada: {', '.join(kept.missing_papers)}. {NOT_ALL}"
