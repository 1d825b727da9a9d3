"""What the app cases has in the world of the access test.

A part makes its rows, puts under a noun in `keys` the row that the pages of that noun are about, and returns what its
other pages want in their address.
"""

from datetime import date

from django.core.files.base import ContentFile

from cases.arrival_documents import receipt_words
from cases.letter_documents import words_now
from cases.models import (
    AftercareRule,
    ArrivalLetter,
    BedOutage,
    BiometricCheck,
    CoverLetter,
    Death,
    Extension,
    HandoverPermission,
    Holiday,
    Incident,
    IncomingLetter,
    Letter,
    Membership,
    Merge,
    PickupItem,
    Product,
    TaskRule,
    TracingLead,
    Visit,
)
from tests.factories import (
    make_absence,
    make_attachment,
    make_belonging,
    make_client,
    make_client_letter,
    make_ended_stay,
    make_exit,
    make_need,
    make_paper,
    make_pickup,
    make_programme,
    make_relative,
    make_room,
    make_session,
    make_stay,
    make_sweep,
    make_tracing,
    make_warning,
    picture_bytes,
    place,
)


def whole_file(person, stay, keys, *, by):
    """The file of somebody who is in the house, with a photo and a need."""
    person.photo.save("foto.jpg", ContentFile(b"\xff\xd8\xff"))
    need = make_need(stay, "clothing", date(2026, 3, 3))
    keys |= {"client": person, "intake": person, "stay": stay, "need": stay}
    return {
        "cases:nik_recheck": {"pk": person.pk},
        "cases:need_close": {"pk": need.pk}, "cases:need_assign": {"pk": need.pk},
        "cases:task_new": {"pk": stay.pk},
    }  # fmt: skip


def verified(shelter, *, by):
    """A letter with its code."""
    letter = Letter.issue(Letter.Kind.REFERRAL, shelter=shelter, by=by)
    return {"cases:letter_verify": {"code": letter.code}}


def house(shelter, stay, keys, *, worker, head):
    """A room with a bed that is taken and one that is broken."""
    room = make_room(shelter, by=head)
    taken, broken = room.beds.all()
    place(stay, taken, by=worker)
    outage = BedOutage.begin(broken, by=head, on=date(2026, 3, 16), reason="Diperbaiki")
    keys |= {"room": room, "bed": taken, "outage": outage}
    of_house, of_day = {"slug": shelter.slug}, {"slug": shelter.slug, "day": "2026-03-16"}
    return {
        "cases:shelter_edit": of_house, "cases:board": of_house,
        "cases:room_list": of_house, "cases:room_new": of_house,
        "cases:day_sheet": of_day, "cases:roll_call": of_day,
    }  # fmt: skip


def way_out(shelter, person, stay, keys, *, worker, head):
    """A relative who may come for the client, and somebody else who has left."""
    relative = make_relative(person, name="Sumarni", by=worker)
    left = make_exit(shelter, by=worker)
    permission = HandoverPermission.grant(stay, by=head, receiver=relative, reason="Uji")
    keys |= {"relative": relative, "exit": left}
    of_stay, of_reason = {"pk": stay.pk}, {"pk": left.stay.exit_reason_id}
    return {
        "cases:relative_new": {"pk": person.pk}, "cases:contact_new": of_stay, "cases:household_join": of_stay,
        "cases:handover_permit": of_stay, "cases:handover_withdraw": {"pk": permission.pk},
        "cases:aftercare_finish": {"pk": left.stay.aftercare.first().pk},
        "cases:aftercare_new": {"pk": left.stay.pk},
        "cases:exit_rule_edit": of_reason, "cases:aftercare_rule_add": of_reason,
        "cases:aftercare_rule_remove": {"pk": AftercareRule.objects.first().pk},
    }  # fmt: skip


def swept(shelter, person, keys, *, by):
    """A sweep with one person in it, who might be the client."""
    sweep = make_sweep(shelter, by=by, marks=["Suratmin, kaos merah"])
    found = sweep.people.get()
    found.photo.save("foto.jpg", ContentFile(picture_bytes()))
    keys |= {"sweep": sweep, "sweepperson": found}
    return {"cases:sweepperson_link": {"pk": found.pk, "client": person.pk}}


def kept(stay, keys, *, today, worker, officer):
    """What is kept for the client: papers and what was asked for them, a file, a warning, belongings."""
    paper = make_paper(stay, worker)
    cover = CoverLetter(stay=stay, office="Dukcapil")
    cover.issue(by=worker, papers=[paper])
    check = BiometricCheck(stay=stay, asked_on=today)
    check.ask(by=worker)
    attachment, warning = make_attachment(stay, worker), make_warning(stay, worker)
    make_belonging(stay, officer).give_back(by=officer, on=today, to="Klien")
    keys |= {"paper": paper, "cover": cover, "biometric": check, "attachment": attachment, "warning": warning}
    of_stay = {"pk": stay.pk}
    nouns = ("paper", "cover_letter", "biometric", "attachment", "warning", "belonging")
    return {f"cases:{noun}_new": of_stay for noun in nouns} | {
        "cases:belonging_return": of_stay,
        "cases:belonging_receipt_in": of_stay | {"day": "2026-03-02"},
        "cases:belonging_receipt_out": of_stay | {"day": "2026-03-16"},
    }


def merged(shelter, person, *, worker, head):
    """Two files that were made one, and the client whom they might be."""
    double, second = (make_double(shelter, worker, day) for day in (5, 6))
    merge = Merge.perform(double, second, {}, by=head)
    both = {"pk": person.pk, "other": double.pk}
    return {"cases:not_same": both, "cases:client_merge": both, "cases:merge_detail": {"pk": merge.pk}}


def make_double(shelter, by, day):
    """The same man, taken in before under another number."""
    client = make_client("Suratmin", sex="L")
    make_ended_stay(shelter, date(2026, 1, day), date(2026, 1, day), by=by, client=client)
    return client


def time_away(shelter, stay, keys, *, worker, officer):
    """An absence that the police were told of, a longer stay that is asked for, and the receipt of the arrival."""
    shelter.max_stay = 30
    shelter.save()
    away = make_absence(stay, by=officer, kind="kabur", left_on=date(2026, 3, 5))
    away.write_report(by=worker, report={"to": "Polsek", "city": "", "facts": [["Nama", "Suratmin"]]})
    extension = Extension.request(stay, by=worker, days=7, reason="Menunggu jawaban LKS")
    receipt = ArrivalLetter.issue("receipt", stay, by=worker, words=receipt_words)
    keys |= {"absence": away, "extension": extension}
    return {
        "cases:absence_new": {"pk": stay.pk},
        "cases:extension_new": {"pk": stay.pk},
        "cases:arrival_letter_void": {"pk": receipt.pk},
    }


def departments_own(keys, *, account):
    """The lists that the migrations brought, and an account of the shelter."""
    keys |= {"account": account, "membership": account, "holiday": Holiday.objects.first()}
    return {
        "cases:task_rule_edit": {"pk": TaskRule.objects.first().pk},
        "cases:membership_end": {"pk": Membership.objects.get(user=account).pk},
        "cases:standin_end": {"pk": 1},  # nobody stands in: the page wants a POST before it looks
    }


def way_home(left, keys, *, by):
    """A search with a lead, a pick-up, and an exit whose signed paper is still to come."""
    stay = make_stay(left.shelter, by=by)
    tracing, pickup = make_tracing(stay, by=by), make_pickup(stay, by=by)
    lead = TracingLead(tracing=tracing, source="tksk", text="Bu TKSK")
    lead.add(by=by)
    left.issue_minutes(by=by, witness_1="Joko", witness_2="Rini")
    item = PickupItem.objects.first()
    keys |= {"tracing": tracing, "lead": lead, "pickup": pickup, "pickupitem": item}
    line = {"pk": pickup.pk, "item": item.pk}
    return {
        "cases:tracing_new": {"pk": stay.pk}, "cases:pickup_new": {"pk": stay.pk}, "cases:lead_new": {"pk": tracing.pk},
        "cases:pickup_see": line, "cases:pickup_unsee": line,
    }  # fmt: skip


def events(shelter, stay, *, by):
    """An incident, a death, a programme with a session, and a visit, each with somebody of Melati in it."""
    incident = Incident(shelter=shelter, at=shelter.now(), place="Dapur", kind="injury", description="Tergelincir.")
    incident.write(by=by, people=[stay])
    death = Death(stay=make_stay(shelter, by=by), died_at=shelter.now(), place="Kamar 1")
    death.register(by=by)
    programme = make_programme(shelter)
    session = make_session(programme, shelter.today())
    product = Product.objects.create(session=session, name="Keset")
    visit = Visit(stay=stay, on=shelter.today(), visited_by="Sari", purpose="Uji")
    visit.make(by=by)
    return {
        "incident": incident, "death": death, "programme": programme, "session": session, "product": product,
        "visit": visit,
    }  # fmt: skip


def events_special(stay, programme):
    return {
        "cases:session_new": {"pk": programme.pk},
        "cases:incident_new": {"slug": "melati"}, "cases:programme_new": {"slug": "melati"},
        "cases:death_new": {"pk": stay.pk}, "cases:visit_new": {"pk": stay.pk},
    }  # fmt: skip


def letters(stay, *, by):
    """A draft, one with its number, and a line of each way in the agenda; the head wrote them."""
    shelter = stay.shelter
    draft, numbered = make_client_letter(stay, by), make_client_letter(stay, by)
    numbered.issue(by=by, words=words_now)
    other = Letter.enter(shelter=shelter, by=by, subject="Uji", addressee="Uji", on=shelter.today())
    came = IncomingLetter(
        shelter=shelter, sender="Uji", number="1", subject="Uji", dated_on=shelter.today(), received_on=shelter.today()
    )  # fmt: skip
    came.receive(by=by)
    of_draft = {"pk": draft.pk}
    return {
        "cases:letter_new": {"slug": "melati"}, "cases:incomingletter_new": {"slug": "melati"},
        "cases:incomingletter_edit": {"pk": came.pk}, "cases:letter_void": {"pk": other.pk},
        "cases:letterrule_edit": {"kind": "civil"}, "cases:stay_letters": {"pk": stay.pk},
        "cases:clientletter_new": {"pk": stay.pk, "kind": "invitation"},
        "cases:clientletter_void": {"pk": numbered.pk},
        **{f"cases:clientletter_{verb}": of_draft for verb in ("detail", "edit", "issue", "discard", "pdf")},
    }  # fmt: skip
