"""No child leaves with somebody whose relation is not proven, whichever way out is taken.

Called from the verb `Stay.discharge`, so that every page, list and bulk action meets it.
"""

from django.core.exceptions import ValidationError

GROWN_UP = 18
UNPROVEN = (
    "Klien ini tidak boleh diserahkan tanpa verifikasi hubungan: pilih keluarga yang hubungannya sudah terbukti, "
    "atau mintalah izin tertulis kepala panti."
)


def is_guarded(stay, day):
    """A child on that day, or somebody whom the shelter decided to protect in the same way."""
    return bool(stay.guard_note) or is_child(stay, day)


def is_child(stay, day):
    """Where the age is unknown, the category with which the person came decides."""
    age = stay.client.age_on(day)
    if age is None:
        return bool(stay.category) and stay.category.spm_group == "child"
    return age < GROWN_UP


def refuse_unproven(stay, *, on, reason, receiver):
    """Raises ValidationError unless this exit may be. Runs in the transaction of the exit and locks the relation."""
    if not reason.is_release or not is_guarded(stay, on):
        return
    if receiver is not None:
        receiver.refresh_from_db(from_queryset=type(receiver).objects.select_for_update(of=["self"]))
        refuse_stranger(stay, receiver)
        if receiver.is_proven and receiver.is_family and receiver.decided_on <= on:
            return
    if not stay.permissions_to_hand_over.covers(receiver):
        raise ValidationError({"receiver": UNPROVEN})


def refuse_stranger(stay, receiver):
    if receiver.client_id != stay.client_id:
        raise ValidationError({"receiver": "Orang itu bukan keluarga dari klien ini."})
    if receiver.state == receiver.State.DISPROVEN:
        raise ValidationError({"receiver": "Hubungan orang itu dengan klien sudah dinyatakan tidak benar."})
