"""Who compares and merges: the head within own shelters, the department by numbers and without names."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import Client, Merge
from tests.cases.test_intake import body
from tests.factories import make_client, make_ended_stay


def test_the_head_compares_chooses_and_merges(client, today, budi, riyanto, riyadi):
    client.force_login(budi)
    url = reverse("cases:client_merge_choose", args=[riyanto.pk])
    assert "Slamet Riyadi" in body(client.get(url))
    url = client.post(url, {"number": "tmg-2024-0210"}).url
    page = body(client.get(url))
    assert "2 masa tinggal" in page and "3 berkas" in page and 'name="choice_name"' in page
    answers = {"key": str(uuid.uuid4()), "keep_version": 1, "drop_version": 1}
    answers |= {f"choice_{key}": "drop" for key in ("name", "birth_date", "nik", "phone", "health_note")}
    first, second = client.post(url, answers), client.post(url, answers)
    merge = Merge.objects.get()
    assert first.url == second.url == merge.get_absolute_url()
    riyanto.refresh_from_db()
    assert (riyanto.name, riyanto.phone, riyanto.aliases) == ("Slamet Riyadi", "", ["Slamet Riyanto", "Mat"])
    assert merge.get_absolute_url() in body(client.get(riyanto.get_absolute_url()))


def test_a_file_that_changed_meanwhile_is_compared_again(client, today, budi, riyanto, riyadi):
    Client.objects.filter(pk=riyadi.pk).update(version=2)
    with pytest.raises(ValidationError, match="baru saja diubah"):
        Merge.perform(riyanto, riyadi, {}, by=budi, versions=(1, 1))


def test_a_client_of_another_shelter_is_the_departments_to_merge(client, today, budi, citra, dewi, kenanga, riyanto):
    stranger = make_client("Ratna Wulandari", number="KNG-2025-0001", aliases=["Mbak Nana"])
    make_ended_stay(kenanga, date(2025, 1, 5), date(2025, 1, 9), by=citra, client=stranger)
    client.force_login(budi)
    choose = reverse("cases:client_merge_choose", args=[riyanto.pk])
    known, unknown = (body(client.post(choose, {"number": number})) for number in ("KNG-2025-0001", "KNG-0000-1"))
    assert "minta admin dinas menggabungkan" in known and "minta admin dinas menggabungkan" in unknown
    url = reverse("cases:client_merge", args=[riyanto.pk, stranger.pk])
    assert client.get(url).status_code == 404

    client.force_login(dewi)
    numbers = {"kept": "TMG-2025-0031", "dropped": "kng-2025-0001"}
    assert client.post(reverse("cases:merge_new"), numbers).url == url
    page = body(client.get(url))
    for secret in ("Ratna", "Wulandari", "Nana", "Slamet", "0812000111"):
        assert secret not in page
    assert "R. W." in page and "Panti Kenanga" in page and 'name="choice_name"' not in page
    answers = {"key": str(uuid.uuid4()), "keep_version": 1, "drop_version": 1}
    done = client.post(url, answers, follow=True)
    assert Merge.objects.get().by == dewi and "Ratna" not in body(done) and "Slamet" not in body(done)

    # the head of one of them sees that it was so, and may not take it back alone
    client.force_login(budi)
    page = body(client.get(Merge.objects.get().get_absolute_url()))
    assert "Minta admin dinas membatalkan" in page
    client.post(Merge.objects.get().get_absolute_url(), {"seen": ""})
    assert Merge.objects.standing().exists()
    client.force_login(dewi)
    client.post(Merge.objects.get().get_absolute_url(), {"seen": ""})
    assert not Merge.objects.standing().exists()


def test_questions_of_the_comparison_do_not_grow_with_the_file(
    client, today, budi, melati, riyanto, django_assert_max_num_queries
):
    often = make_client("Slamet Riyadi")
    for year in range(2001, 2020):
        make_ended_stay(melati, date(year, 1, 1), date(year, 1, 5), by=budi, client=often)
    client.force_login(budi)
    url = reverse("cases:client_merge", args=[riyanto.pk, often.pk])
    client.get(url)
    with django_assert_max_num_queries(60):
        client.get(url)
