"""`make bench`: a search with a typing error among a million clients, beside the same question in bare SQL."""

import statistics
import time

import pytest
from django.db import connection

from cases.models import Client
from tests.factories import make_client

CLIENTS = 1_000_000
LIMIT = 0.150  # seconds, the median
CROWD = """
INSERT INTO cases_client (number, name, aliases, description, sex, birth_place, claimed_nik, nik_status, nik_note,
    no_nik_reason, kk_number, citizenship, phone, origin_address, health_note, photo, version, created_at)
SELECT 'MASSAL-' || n,
    initcap(given[1 + n %% 120] || ' ' || family[1 + (n / 120) %% 100] || ' ' || substr(md5(n::text), 1, 4)),
    '{}', '', 'L', '', '', '', '', '', '', 'wni', '', '', '', '', 1, now()
FROM generate_series(1, %s) n, (SELECT
    array_agg(initcap(a || b)) AS given, array_agg(initcap(b || a)) AS family
    FROM unnest(string_to_array('su mar har war tri wi pur sum sri ngat kar bud', ' ')) a,
         unnest(string_to_array('jono yanti tono siyah darmi pono wati kirman ningsih manto', ' ')) b) words
"""
BARE = """
SELECT id FROM cases_client WHERE search_names %%> search_key(%s)
ORDER BY word_similarity(search_key(%s), search_names) DESC, name, id LIMIT 10
"""
TYPED = [
    "Soekinnah",
    "Sumarjonno Ngatwati",
    "Harjanti",
    "Djokowie",
    "Moch. Purponoo",
    "Tri Wijhono",
    "Sri ningsi darmi",
]


@pytest.mark.django_db
def test_a_typing_error_among_a_million(capsys):
    with connection.cursor() as cursor:
        cursor.execute(CROWD, [CLIENTS])
        cursor.execute("ANALYZE cases_client")
    make_client("Sukinah", aliases=["Mbok Nah"])
    ours = {text: seconds(lambda text=text: list(Client.objects.matching(text)[:10])) for text in TYPED}
    bare = {text: seconds(lambda text=text: asked(text)) for text in TYPED}
    median = statistics.median(ours.values())
    with capsys.disabled():
        print(f"\n{'pencarian':<24}{'Balai':>10}{'SQL saja':>10}")
        for text in TYPED:
            print(f"{text:<24}{ours[text] * 1000:>7.0f} ms{bare[text] * 1000:>7.0f} ms")
        print(f"{'median':<24}{median * 1000:>7.0f} ms{statistics.median(bare.values()) * 1000:>7.0f} ms")
    assert median < LIMIT


def asked(text):
    with connection.cursor() as cursor:
        cursor.execute(BARE, [text, text])
        return cursor.fetchall()


def seconds(question, times=5):
    """The median of some runs after a first one that warms the caches."""
    question()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        question()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)
