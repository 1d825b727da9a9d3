"""Scenario 15, whole: Suratmin's family is sought; the son says no, the daughter yes, and she fetches him."""

import uuid
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.exit_documents import handover_minutes
from cases.letter_documents import client_letter
from cases.models import (
    Aftercare,
    AuditEvent,
    ClientLetter,
    ExitRecord,
    FamilyTracing,
    Need,
    Pickup,
    PickupItem,
    Relative,
    ServiceRecord,
    Stay,
    TracingLead,
)
from cases.models.aftercare import failed_reunions
from tests.factories import make_stay, reason
from tests.uploads import jpeg


def body(response):
    return response.content.decode()


def url(name, *rows):
    return reverse(f"cases:{name}", args=[getattr(row, "pk", row) for row in rows])


def send(client, route, *rows, query="", **answers):
    return client.post(url(route, *rows) + query, {"key": uuid.uuid4()} | answers, follow=True)


@pytest.fixture
def clock():
    with time_machine.travel(datetime(2026, 3, 9, 3, 0, tzinfo=UTC), tick=False) as traveller:
        yield lambda day: traveller.move_to(datetime(2026, 3, day, 3, 0, tzinfo=UTC))


def test_the_son_says_no_the_daughter_says_yes(client, clock, sari, budi, oka, melati, person, stay):
    client.force_login(sari)
    # Dukcapil has answered: a NIK and an address in Wonosobo. The search is opened, with the word of the client.
    page = body(
        send(
            client,
            "tracing_new",
            stay,
            opened_on="2026-03-09",
            known="Punya anak, Tarno, di Kedu.",
            social_media="no",
            next_step="Telepon kepala desa",
            due_on="2026-03-12",
            responsible=sari.pk,
        )
    )
    tracing, need = FamilyTracing.objects.get(), Need.objects.get(service="family_tracing")
    assert "Punya anak, Tarno, di Kedu." in page and "Tidak diizinkan klien" in page
    assert (tracing.social_media_on, tracing.social_media_by, need.opened_on) == (
        date(2026, 3, 9),
        sari,
        date(2026, 3, 9),
    )
    send(client, "lead_new", tracing, source="dukcapil", text="Alamat di Kedu menurut NIK", phone="0812-3333-4444")
    refused = body(send(client, "lead_new", tracing, source="social", text="Grup warga Kedu"))
    assert "Media sosial hanya dengan izin klien." in refused and "Grup warga Kedu" in refused
    village = TracingLead.objects.get()

    # From the lead a contact and a relative; it has been asked, and has given somebody.
    clock(11)
    client.force_login(sari)  # two days later
    from_lead = f"?petunjuk={village.pk}"
    send(client, "contact_new", stay, query=from_lead, whom="Kepala Desa Kedu", on="2026-03-10", way="phone",
         result="reached", lead_state="gave", note="Anaknya Tarno dan Sumarni.")  # fmt: skip
    village.refresh_from_db()
    assert (village.state, village.result) == ("gave", "Anaknya Tarno dan Sumarni.")
    for name in ("Tarno", "Sumarni"):
        send(client, "relative_new", person, query=from_lead, name=name, relation="child")
    tarno, sumarni = Relative.objects.order_by("pk")
    assert tarno.lead == village

    # He refuses: a result with its reason. The search goes on, and another branch is offered.
    send(client, "contact_new", stay, relative=tarno.pk, on="2026-03-11", way="phone", result="refused",
         note="Tidak sanggup.")  # fmt: skip
    page = body(client.get(tracing.get_absolute_url()))
    tracing.refresh_from_db(), need.refresh_from_db()
    assert tracing.is_open and need.closed_on is None and "Cari panti rujukan" in page
    assert reverse("referrals:partner_fit", args=[stay.pk]) in page and "Tidak sanggup." in page
    early = body(send(client, "tracing_close", tracing, on="2026-03-11", outcome="willing"))
    assert "Belum ada keluarga yang terakhir kali menyatakan setuju." in early
    early = body(send(client, "pickup_new", stay, relative=sumarni.pk, planned_on="2026-03-16"))
    assert "Orang ini belum setuju menjemput." in early and not Pickup.objects.exists()

    # She agrees: a plan with its checklist, and what is missing is named.
    clock(15)
    client.force_login(sari)
    send(client, "contact_new", stay, relative=sumarni.pk, on="2026-03-15", way="guest", result="agreed")
    assert "Rencanakan penjemputan" in body(client.get(tracing.get_absolute_url()))
    page = body(send(client, "pickup_new", stay, relative=sumarni.pk, planned_on="2026-03-16", planned_at="09:00",
                     met_by=sari.pk))  # fmt: skip
    pickup = Pickup.objects.get()
    assert (pickup.tracing, pickup.met_by) == (tracing, sari)
    assert [item.label for item in pickup.missing] == [
        "KTP penjemput", "Kartu Keluarga", "surat keterangan RT/RW", "hubungan terbukti", "surat pernyataan bermeterai",
    ]  # fmt: skip
    assert "Tanpa ini penyerahan menunggu izin kepala panti." in page

    # Both letters to and of the family, with a number.
    for kind, words in [("invitation", "pukul 09.00 WIB"), ("statement", "Sumarni")]:
        address = url("clientletter_new", stay, kind) + f"?keluarga={sumarni.pk}"
        form = client.get(address).context["form"]
        client.post(address, {"key": uuid.uuid4(), "manner": "normal"} | form.initial)
        kept = ClientLetter.objects.latest("pk")
        client.post(url("clientletter_issue", kept))
        kept = ClientLetter.objects.for_page().get(pk=kept.pk)
        assert kept.relative == sumarni and kept.letter.number in client_letter(kept).html()
        assert words in client_letter(kept).html()
    assert "meterai" in client_letter(kept).html() and "adalah keluarga atau wali dari" in client_letter(kept).html()

    # KTP and KK are seen, one with a scan. At the door what is missing is refused at once.
    ktp, kk = PickupItem.objects.get(stands_for="has_ktp"), PickupItem.objects.get(stands_for="has_kk")
    send(client, "pickup_see", pickup, ktp, on="2026-03-15", file=jpeg())
    send(client, "pickup_see", pickup, kk, on="2026-03-15")
    clock(16)
    client.force_login(sari)
    door = {"on": "2026-03-16", "reason": reason("reunifikasi").pk, "escort": "Joko", "ticket": "Bus", "cost": "85000"}
    page = client.get(url("stay_discharge", stay), {"alasan": door["reason"]})
    assert page.context["form"].initial["receiver"] == sumarni.pk and "has_ktp" not in page.context["form"].fields
    page = body(client.post(url("stay_discharge", stay), door | {"receiver": sumarni.pk}))
    assert "Belum ada: surat keterangan RT/RW, surat pernyataan bermeterai" in page
    assert "Hubungan dengan klien belum terbukti" in page and Stay.objects.get(pk=stay.pk).is_resident
    assert Pickup.objects.get().is_open

    sumarni.prove(by=sari, on=date(2026, 3, 16), proof="kk", number="3404990101010001")
    last = {"receiver": sumarni.pk, "has_rt_letter": "on", "has_statement": "on"}
    client.post(url("stay_discharge", stay), door | last)
    stay.refresh_from_db(), pickup.refresh_from_db(), tracing.refresh_from_db(), need.refresh_from_db()
    kept = ExitRecord.objects.get()
    assert (stay.ended_on, stay.exit_reason.slug, pickup.status) == (date(2026, 3, 16), "reunifikasi", "done")
    assert (tracing.outcome, tracing.closed_on, need.reason) == ("willing", date(2026, 3, 16), "terpenuhi")
    assert (kept.has_ktp, kept.has_kk, kept.has_rt_letter, kept.has_statement) == (True,) * 4
    assert kept.pickup == pickup and pickup.checks.count() == 4 and kept.missing_papers == []

    # The berita acara: a number, signatures, and then the signed paper and a photo come back.
    client.post(kept.get_absolute_url(), {"witness_1": "Joko", "witness_2": "Slamet"})
    html = handover_minutes(ExitRecord.objects.for_page().get()).html()
    assert "Sumarni" in html and "Pihak Pertama" in html and "KTP penjemput (ada)" in html
    home = reverse("reports:home")
    assert "Berita acara serah terima belum diunggah" in body(client.get(home))
    send(client, "exit_paper", kept, what="letter", file=jpeg(size=(50, 50), name="ba.jpg"))
    page = body(send(client, "exit_paper", kept, what="photo", file=jpeg(size=(70, 50), name="foto.jpg")))
    assert "ditandatangani" in page and "Foto serah terima" in page and "belum diunggah" not in page
    assert "Berita acara serah terima belum diunggah" not in body(client.get(home))

    assert [(planned.due_on - stay.ended_on).days for planned in Aftercare.objects.filter(stay=stay)] == [7, 30, 90]
    days = ServiceRecord.objects.filter(service="family_tracing").order_by("date").values_list("date", flat=True)
    assert list(days) == [date(2026, 3, day) for day in (10, 11, 15)]
    actions = AuditEvent.objects.filter(client_id=person.pk).order_by("pk").values_list("action", flat=True)
    own = [one for one in actions if one.split(".")[0] in ("tracing", "lead", "pickup")]
    assert own == [
        "tracing.opened", "lead.added", "lead.settled", "lead.settled", "pickup.planned", "pickup.checked",
        "pickup.checked", "pickup.finished", "pickup.checked", "pickup.checked", "tracing.closed",
    ]  # fmt: skip
    trail = body(client.get(url("client_trail", person)))
    assert "Penelusuran keluarga dibuka" in trail and "Penjemputan terlaksana" in trail

    # Back in the house within ninety days: the reunion has failed, and says so on the page of the family.
    clock(28)
    client.force_login(sari)
    back = make_stay(melati, by=sari, client=person, entered_on=date(2026, 3, 28))
    assert failed_reunions(person) == [(stay, 12)]
    assert "Reunifikasi gagal" in body(client.get(url("client_family", person)))
    assert "Reunifikasi gagal" in body(client.get(back.get_absolute_url()))
