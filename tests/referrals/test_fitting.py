"""Who fits: the arithmetic, without a database."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.fitting import ClientFacts, PartnerFacts, Words, fit, rank

TODAY = date(2026, 3, 16)
ELDER = ClientFacts(
    today=TODAY, sex="L", age=70, category="Gelandangan", categories=frozenset({11}), origin="33.23.01",
    city="Temanggung", papers={"ktp": True, "health_letter": False},
)  # fmt: skip
WORDS = Words(
    services={"food": "Permakanan"}, conditions={"mental": "gangguan jiwa"},
    documents={"ktp": "KTP-el", "health_letter": "Surat kesehatan atau rekam medis"},
)  # fmt: skip
NEEDS = ["food", "clothing", "guidance"]


def partner(name="Panti Umpama", pk=1, **facts):
    return PartnerFacts(pk=pk, name=name, **facts)


def about(found, client=ELDER, needs=()):
    return fit(found, client, needs, WORDS)


def test_the_reasons_are_told_in_words():
    found = about(
        partner(
            sex="all", age_from=60, categories=frozenset({11}), services=frozenset({"food"}),
            documents=("ktp", "health_letter"), free_places=0, free_on=TODAY - timedelta(days=3),
            agreement="MoU/1", agreement_until=date(2026, 3, 1),
        ),
        needs=["food"],
    )  # fmt: skip
    assert found.reasons_for == [
        "jenis kelamin: laki-laki dan perempuan", "usia: klien 70 tahun, mitra menerima mulai 60 tahun",
        "kategori: Gelandangan", "layanan: Permakanan",
    ]  # fmt: skip
    assert found.reasons_against == [
        "kuota penuh menurut jawaban 3 hari lalu", "berkas kurang: Surat kesehatan atau rekam medis",
        "MoU berakhir 1 Maret 2026",
    ]  # fmt: skip
    assert found.barring == []
    assert found.unknown == ["wilayah yang dilayani mitra"]
    assert found.verdict == ("wait", "Perlu dibicarakan")


def test_of_a_partner_that_nobody_asked_everything_is_unknown_and_nothing_against_it():
    found = about(partner(), needs=["food"])
    assert (found.barring, found.reasons_against, found.reasons_for) == ([], [], [])
    assert len(found.unknown) == 8
    assert found.verdict == ("calm", "Belum diketahui")


def test_one_reason_among_many_open_questions_is_no_fit_yet():
    assert about(partner(city="Temanggung")).verdict == ("calm", "Perlu ditanyakan")
    known = partner(sex="all", age_from=0, age_to=130, all_categories=True, all_regions=True, city="Temanggung")
    assert about(known).verdict == ("good", "Sesuai")


def test_what_is_not_known_of_the_client_is_no_refusal():
    nobody = ClientFacts(today=TODAY)
    strict = partner(sex="P", age_from=18, age_to=40, categories=frozenset({5}), regions=(("33", "Jawa Tengah"),))
    found = about(strict, client=nobody)
    assert (found.barring, found.reasons_against) == ([], [])
    assert "usia klien (mitra menerima 18–40 tahun)" in found.unknown


def test_a_man_for_a_house_of_women_comes_last_with_the_reason():
    women = partner("Panti Putri", pk=1, sex="P", all_categories=True, all_regions=True, services=frozenset(NEEDS))
    unasked = partner("Panti Tanya", pk=2)
    first, last = rank([women, unasked], ELDER, NEEDS, WORDS)
    assert (first.partner, last.partner) == (unasked, women)
    assert last.barring == ["jenis kelamin: hanya menerima perempuan"]
    assert last.verdict == ("bad", "Tidak sesuai")


def test_a_refused_condition_bars_and_one_that_nobody_asked_about_does_not():
    ill = replace(ELDER, conditions=("mental",))
    assert about(partner(refused=frozenset({"mental"})), ill).barring == ["kesehatan: tidak menerima gangguan jiwa"]
    assert about(partner(accepted=frozenset({"mental"})), ill).reasons_for == ["kesehatan: menerima gangguan jiwa"]
    assert about(partner(), ill).barring == []


def test_the_newest_word_about_places_counts_and_an_old_one_is_asked_again():
    free = {"free_places": 4, "free_on": TODAY - timedelta(days=10)}
    assert "4 tempat kosong menurut jawaban 10 hari lalu" in about(partner(**free)).reasons_for
    later = about(partner(**free, full_on=TODAY - timedelta(days=1)))
    assert "kuota penuh menurut jawaban kemarin" in later.reasons_against
    old = about(partner(free_places=0, free_on=TODAY - timedelta(days=45)))
    assert old.reasons_against == []
    assert any("45 hari lalu; tanyakan lagi" in text for text in old.unknown)


def test_a_region_is_read_by_whole_parts_of_its_code():
    assert "wilayah: warga Temanggung" in about(partner(regions=(("33.23", "Temanggung"),))).reasons_for
    other = about(partner(regions=(("33.2", "Bukan"),)))
    assert other.reasons_against == ["wilayah: hanya melayani warga Bukan"]


def test_who_is_asked_already_and_the_own_house_are_shown_but_barred():
    assert about(partner(is_asked=True)).barring == ["rujukan klien ini ke mitra ini masih berjalan"]
    assert about(partner(is_own_house=True)).barring == ["panti klien sendiri"]
    before = about(partner(declined_on=TODAY - timedelta(days=2), declined_because="Dokumen kurang"))
    assert before.reasons_against == ["menolak klien ini 2 hari lalu (dokumen kurang)"]


codes = st.frozensets(st.integers(1, 4), max_size=4)
days = st.none() | st.dates(TODAY - timedelta(days=90), TODAY)
ages = st.none() | st.integers(0, 100)
some_partner = st.builds(
    PartnerFacts, pk=st.integers(1, 500), name=st.sampled_from(["A", "a", "B", "C"]),
    sex=st.sampled_from(["", "all", "L", "P"]), age_from=ages, age_to=ages, all_categories=st.booleans(),
    categories=codes, services=st.frozensets(st.sampled_from(NEEDS)), accepted=st.frozensets(st.sampled_from("xyz")),
    refused=st.frozensets(st.sampled_from("xyz")), all_regions=st.booleans(),
    regions=st.lists(st.sampled_from([("33", "J"), ("34", "Y")]), max_size=2).map(tuple),
    documents=st.sampled_from([(), ("ktp",), ("ktp", "kk"), ("health_letter",)]),
    free_places=st.none() | st.integers(0, 5), free_on=days, full_on=days,
    agreement=st.sampled_from(["", "MoU/1"]), agreement_from=days, agreement_until=days,
    is_own_house=st.booleans(), is_asked=st.booleans(), declined_on=days,
)  # fmt: skip
some_client = st.builds(
    ClientFacts, today=st.just(TODAY), sex=st.sampled_from(["", "L", "P"]), age=ages, category=st.just("K"),
    categories=codes, conditions=st.lists(st.sampled_from("xyz"), unique=True).map(tuple),
    origin=st.sampled_from(["", "33.23", "34.04"]), city=st.sampled_from(["", "Temanggung"]),
    papers=st.dictionaries(st.sampled_from(["ktp", "kk", "health_letter"]), st.booleans()),
)  # fmt: skip
some_needs = st.lists(st.sampled_from(NEEDS), unique=True)


@settings(max_examples=40)
@given(st.lists(some_partner, max_size=8, unique_by=lambda one: one.pk), some_client, some_needs, st.randoms())
def test_everybody_is_listed_in_one_order_whatever_the_order_they_came_in(partners, client, needs, chance):
    first = rank(partners, client, needs)
    assert sorted(found.partner.pk for found in first) == sorted(one.pk for one in partners)
    chance.shuffle(partners)
    assert rank(partners, client, needs) == first


@given(some_partner, some_client, some_needs)
def test_every_partner_has_a_reason(found, client, needs):
    assert len(fit(found, client, needs).reasons) >= 7


@given(some_partner, some_partner, some_client, some_needs)
def test_whoever_is_barred_stands_below_whoever_is_not(one, other, client, needs):
    barred, free = fit(one, client, needs), fit(other, client, needs)
    if barred.barring and not free.barring:
        assert free.order < barred.order


def gains(found, client, needs):
    """The partner with one more thing that suits this client."""
    yield replace(found, sex="all")
    yield replace(found, age_from=0, age_to=130)
    yield replace(found, categories=found.categories | client.categories)
    yield replace(found, all_categories=True)
    yield replace(found, all_regions=True)
    yield replace(found, free_places=3, free_on=client.today, full_on=None)
    yield replace(found, agreement="MoU/2", agreement_from=None, agreement_until=None)
    for need in needs:
        yield replace(found, services=found.services | {need})
    for condition in client.conditions:
        yield replace(found, accepted=found.accepted | {condition}, refused=found.refused - {condition})


@given(some_partner, some_client, some_needs)
def test_one_more_thing_that_suits_never_lowers(found, client, needs):
    before = fit(found, client, needs).order
    assert all(fit(better, client, needs).order <= before for better in gains(found, client, needs))


@given(some_partner, some_client, some_needs)
def test_forgetting_what_is_known_of_a_partner_never_makes_it_worse_than_a_no(found, client, needs):
    """Unknown is better than a no: a partner about whom nothing is known is barred only by what was done already."""
    blank = PartnerFacts(pk=found.pk, name=found.name)
    forgotten = fit(blank, client, needs)
    assert (forgotten.barring, forgotten.reasons_against) == ([], [])
