"""Reading ahead: the same pieces in the same order, its errors are ours, and no thread stays behind."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.lists.ahead import ahead


@pytest.fixture(autouse=True)
def no_thread_stays():
    """Others of the suite may have left theirs; a worker that was joined is gone at once."""
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before


@given(st.lists(st.integers(), max_size=12))
def test_the_same_pieces_in_the_same_order(pieces):
    assert list(ahead(pieces)) == pieces


@pytest.mark.parametrize("good", [0, 1, 4])
def test_an_error_comes_after_the_pieces_before_it(good):
    def pieces():
        yield from range(good)
        raise ValueError("putus")

    found = []
    with pytest.raises(ValueError, match="putus"):
        for piece in ahead(pieces()):
            found.append(piece)
    assert found == list(range(good))


@pytest.mark.parametrize("taken", [1, 2, 30])
def test_whoever_stops_early_leaves_no_thread(taken):
    asked = []

    def pieces():
        for piece in range(1_000):
            asked.append(piece)
            yield piece

    reading = ahead(pieces())
    assert [next(reading) for _ in range(taken)] == list(range(taken))
    reading.close()
    assert len(asked) <= taken + 5
