"""Scenario 8, whole: Dimas came in the arms of a woman who says that she is his mother."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Attachment, AuditEvent, HandoverPermission, Stay
from cases.models.household import come_together
from tests.factories import category, make_absence, make_client, make_relative, make_stay, reason
from tests.uploads import jpeg, upload

PROOF = {"outcome": "proven", "proof": "akta", "number": "AL-1", "on": "2026-03-16"}
PAPERS = dict.fromkeys(["has_ktp", "has_kk", "has_rt_letter", "has_statement"], "on")


def body(response):
    return response.content.decode()


def url(name, row):
    return reverse(f"cases:{name}", args=[row.pk])


@pytest.fixture
def pair(today, melati, sari):
    """Lestari and Dimas, two files, in since the 14th."""
    dimas = make_client("Dimas", sex="L", estimated_age=2, age_estimated_on=date(2026, 3, 14))
    child = make_stay(melati, by=sari, client=dimas, entered_on=date(2026, 3, 14), category=category("01"))
    woman = make_stay(melati, by=sari, client=make_client("Lestari", sex="P"), entered_on=date(2026, 3, 14))
    come_together([woman, child], by=sari)
    return woman, child


def give(client, stay, receiver, slug="reunifikasi"):
    answers = {"on": "2026-03-16", "reason": reason(slug).pk, "receiver": receiver.pk, "destination": "Parakan"}
    return client.post(url("stay_discharge", stay), answers | PAPERS)


def is_here(stay):
    return Stay.objects.get(pk=stay.pk).is_resident


def test_the_aunt_who_said_she_was_the_mother(client, today, sari, pair):
    woman, child = pair
    claimed = make_relative(child.client, "Lestari", "mother", by=sari, person=woman.client)
    client.force_login(sari)
    assert "tanpa verifikasi hubungan" in body(give(client, child, claimed))
    client.post(url("stay_discharge", woman), {"on": "2026-03-16", "reason": reason("mandiri").pk})
    assert is_here(child)  # whoever brought the child leaves alone

    # The sister comes with papers: she is the mother, Lestari the aunt. The scan stays with the proof.
    mother = make_relative(child.client, "Wulandari", "mother", by=sari)
    proof = PROOF | {"was": mother.stand, "relation": "mother", "file": jpeg(name="akta.jpg")}
    client.post(url("relative_proof", mother), proof)
    client.post(url("relative_proof", claimed), PROOF | {"was": claimed.stand, "relation": "aunt"})
    claimed.refresh_from_db()
    assert claimed.relation == "aunt"
    assert "Ibu → Bibi" in body(client.get(url("relative_proof", claimed)))
    assert Attachment.objects.get().relative == mother
    give(client, child, mother)
    assert not is_here(child)


def test_she_runs_away_the_child_stays_and_the_head_is_alarmed(client, today, sari, budi, citra, pair):
    woman, child = pair
    client.force_login(budi)
    home = reverse("reports:home")
    assert "Anak tanpa pendamping" not in body(client.get(home))
    make_absence(woman, by=sari, kind="kabur", left_on=date(2026, 3, 15))
    page = body(client.get(home))
    assert "Anak tanpa pendamping" in page and "Dimas" in page and is_here(child)
    client.force_login(sari)
    assert "Sendirian" in body(client.get(url("client_family", child.client)))
    assert client.get(reverse("referrals:referral_new", args=[child.pk])).status_code == 200
    client.force_login(citra)
    assert "Anak tanpa pendamping" not in body(client.get(home))


# Proofs and permissions carry their scan ---------------------------------------------------------------------------


def test_a_scan_that_is_none_proves_nothing(client, today, sari, pair):
    relative = make_relative(pair[1].client, "Wulandari", "mother", by=sari)
    client.force_login(sari)
    false = upload(b"MZ\x90\x00 ini bukan foto", "akta.jpg")
    said = PROOF | {"was": relative.stand, "relation": "mother", "file": false}
    page = body(client.post(url("relative_proof", relative), said))
    relative.refresh_from_db()
    assert relative.state == "claimed" and "AL-1" in page and not Attachment.objects.exists()


def test_a_scan_that_cannot_be_kept_takes_the_decision_back(client, today, sari, pair, monkeypatch):
    monkeypatch.setattr("cases.models.attachment.CLIENT_QUOTA", 1)
    relative = make_relative(pair[1].client, "Wulandari", "mother", by=sari)
    client.force_login(sari)
    proof = PROOF | {"was": relative.stand, "relation": "mother", "file": jpeg()}
    assert "sudah 100 MB" in body(client.post(url("relative_proof", relative), proof))
    relative.refresh_from_db()
    assert relative.state == "claimed"
    assert not AuditEvent.objects.filter(action="relative.proved").exists()


def test_the_heads_permission_carries_its_paper_through_the_gate(client, today, sari, budi, oka, citra, pair):
    child = pair[1]
    receiver = make_relative(child.client, "Wulandari", "mother", by=sari)
    client.force_login(budi)
    said = {"receiver": receiver.pk, "reason": "Surat kepala desa menyusul.", "file": jpeg(name="surat.jpg")}
    client.post(url("handover_permit", child), said)
    paper = Attachment.objects.get()
    assert paper.permission == HandoverPermission.objects.get()
    assert paper.get_absolute_url() in body(client.get(url("client_family", child.client)))
    for person, status in [(sari, 200), (oka, 403), (citra, 404)]:
        client.force_login(person)
        response = client.get(paper.get_absolute_url())
        assert response.status_code == status
        b"".join(response) if response.streaming else response.content


def test_the_tab_of_a_child_asks_few_questions(client, today, sari, melati, pair, django_assert_max_num_queries):
    child = pair[1]
    for number in range(5):
        make_relative(child.client, f"Saudara {number}", by=sari)
        come_together([child, make_stay(melati, by=sari, client=make_client(f"Orang {number}"))], by=sari)
    client.force_login(sari)
    client.get(url("client_family", child.client))
    with django_assert_max_num_queries(16):  # 14, and a savepoint of the test with its release
        body(client.get(url("client_family", child.client)))
