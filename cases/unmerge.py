"""Taking a merge back: both numbers live again, and what came since finds its owner."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cases import merging, moving
from cases.audit import record
from cases.models.client import Client
from cases.models.merge import STAY, Merge, locked, save_file, shelter_of
from cases.models.stay import Stay

KEPT, DROPPED = "kept", "dropped"


@dataclass
class Addition:
    """Something that came to the merged file since: a row, or a changed value. It needs an owner."""

    key: str
    label: str
    text: str
    row: object = None
    relation: object = None
    follows: str = ""  # the owner that follows from the stay; then nobody is asked
    stay_key: str = ""  # or it goes with a stay that is itself an addition
    proposed: str = KEPT


def obstacle(merge):
    """Why a merge cannot be taken back now; empty when it can."""
    if merge.undone_at:
        return "Penggabungan ini sudah dibatalkan."
    touched = [merge.kept_id, merge.dropped_id]
    later = Merge.objects.standing().filter(pk__gt=merge.pk)
    later = (
        (later.filter(kept__in=touched) | later.filter(dropped__in=touched)).select_related("kept", "dropped").last()
    )
    if later:
        return f"Berkas ini digabung lagi sesudahnya ({later}). Batalkan penggabungan itu dahulu."
    return ""


def additions(merge):
    """Everything that came since the merge, in the order in which it is asked."""
    return [*_rows(merge), *_values(merge)]


def _rows(merge):
    known = _stays_by_owner(merge)
    for relation in moving.movable(Client):
        before = set(merge.held.get(relation.label, {}).get(relation.name, []))
        before |= set(merge.moved.get(relation.label, {}).get(relation.name, []))
        if relation.model is Client:
            before.add(str(merge.dropped_id))  # what the merge itself wrote
        for row in relation.rows(merge.kept).order_by("pk"):
            if str(row.pk) not in before:
                one = Addition(
                    key=f"{relation.label}:{relation.name}:{row.pk}", row=row, relation=relation,
                    label=str(row._meta.verbose_name), text=str(row),
                )  # fmt: skip
                stay = None if isinstance(row, Stay) else getattr(row, "stay_id", None)
                one.follows = known.get(str(stay), "")
                one.stay_key = f"{STAY}:client:{stay}" if stay and not one.follows else ""
                yield one


def _stays_by_owner(merge):
    return {key: owner for owner, keys in merge.stays_of.items() for key in keys}


def _values(merge):
    for key in merging.differing(merge.after, merging.snapshot(merge.kept)):
        text = str(merging.shown(merge.kept, key) or "dikosongkan")
        yield Addition(key=f"value:{key}", label=f"perubahan {merging.label(key)}", text=text)
    if list(merge.kept.aliases) != merge.after["aliases"]:
        fresh = [name for name in merge.kept.aliases if name not in merge.after["aliases"]]
        yield Addition(key="value:aliases", label="perubahan alias", text=", ".join(fresh) or "dihapus sebagian")


def below(merge):
    """What was written since for the stays of before: it stays with them. [(row, owner)]."""
    owners = _stays_by_owner(merge)
    stays = list(Stay.objects.filter(pk__in=[int(key) for key in owners]))
    direct = {relation.label for relation in moving.movable(Client)}
    rows = [(row, str(stay)) for row, stay in moving.added_below(stays, merge.marks) if row._meta.label not in direct]
    return [(row, owners[stay]) for row, stay in rows]


@transaction.atomic
def undo(merge, *, by, owners):
    """Both files as they were; `owners`: {addition key: kept or dropped}. Raises ValidationError."""
    merge.refresh_from_db(from_queryset=Merge.objects.select_for_update(of=["self"]))
    kept, dropped = locked(merge.kept, merge.dropped)
    merge.kept, merge.dropped = kept, dropped
    if problem := obstacle(merge):
        raise ValidationError(problem)
    came, chosen = additions(merge), _decided(merge, owners)
    back = {label: {name: list(keys) for name, keys in columns.items()} for label, columns in merge.moved.items()}
    for one in came:
        if one.row is not None and chosen[one.key] == DROPPED:
            back.setdefault(one.relation.label, {}).setdefault(one.relation.name, []).append(str(one.row.pk))
    moving.move(back, source=kept, to=dropped)
    _part(merge, kept, dropped, {one.key.split(":")[1]: chosen[one.key] for one in came if one.row is None})
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.full_clean()
    merge.save()
    for client in (kept, dropped):
        record(by=by, action="client.unmerged", target=client, shelter=shelter_of(client), merge=merge.pk)


def _decided(merge, owners):
    """The owner of every addition, or a refusal that names what nobody decided: it may have come this minute."""
    chosen, open_ones = {}, []
    came = additions(merge)
    for one in came:
        chosen[one.key] = one.follows or owners.get(one.key)
    for one in came:
        if one.stay_key:
            chosen[one.key] = chosen.get(one.stay_key) or chosen[one.key]
        if chosen[one.key] not in (KEPT, DROPPED):
            open_ones.append(f"Pilih pemilik {one.label}: {one.text}.")
    if open_ones:
        raise ValidationError(open_ones)
    return chosen


def _part(merge, kept, dropped, owners):
    """Former values on both, and over them what changed since, at the one whose it is."""
    now, aliases = merging.snapshot(kept), list(kept.aliases)
    for client, was in ((kept, KEPT), (dropped, DROPPED)):
        merging.restore(client, merge.before[was])
        for key, owner in owners.items():
            if owner == was and key == "aliases":
                fresh = [name for name in aliases if name not in merge.after["aliases"]]
                gone = [name for name in merge.after["aliases"] if name not in aliases]
                client.aliases = [name for name in client.aliases if name not in gone] + fresh
            elif owner == was:
                merging.restore(client, now, merging.groups()[key])
    dropped.merged_into = None
    niks = [(client, client.nik, client.nik_status, client.nik_note) for client in (kept, dropped)]
    Client.objects.filter(pk__in=[kept.pk, dropped.pk]).update(nik=None, claimed_nik="", nik_status="", nik_note="")
    for client, number, status, note in niks:
        _give_way(number if status == Client.NikStatus.VALID else "", besides=client)
        client.nik, client.nik_status, client.nik_note = number, status, note
        save_file(client)


def _give_way(number, *, besides):
    """Somebody who took the NIK meanwhile keeps it as doubled: the alert on both files lets people decide."""
    if number:
        others = Client.objects.filter(nik=number, nik_status=Client.NikStatus.VALID).exclude(pk=besides.pk)
        others.update(nik_status=Client.NikStatus.DOUBLED, nik_note="NIK yang sama ada pada klien lain.")
