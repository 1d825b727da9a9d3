"""The secret link and its door: nobody guesses it, nobody keeps it open, and it tells nobody more than it must."""

import logging
import statistics
import time
from datetime import timedelta
from hashlib import sha256

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.address import neighbourhood_of
from cases.logs import HideSecrets
from cases.models import AuditEvent, Throttle
from config.logger import QuietLogger
from referrals import doors
from referrals.documents import referral_letter
from referrals.models import DoorLink, LinkOpening, Referral
from referrals.views.link import link_url
from tests.referrals.links import at_phone, make_link, seen_text


@pytest.fixture
def link(sent, sari):
    return make_link(sent, sari)[0]


def test_only_the_hash_of_the_token_is_kept(sent, sari):
    link, token = DoorLink.mint(DoorLink.Kind.REFERRAL, shelter=sent.shelter, by=sari)
    kept = DoorLink.objects.filter(pk=link.pk).values().get()
    assert token not in map(str, kept.values())
    assert (len(token), kept["token_hash"]) == (43, sha256(token.encode()).hexdigest())
    assert DoorLink.find(token) == link


def test_the_link_is_shown_again_to_whoever_sends_it_until_the_key_changes(link, settings):
    token = link.token
    assert DoorLink.objects.get().token == token
    settings.SECRET_KEY = "kunci lain yang cukup panjang untuk sebuah kunci rahasia"
    assert DoorLink.objects.get().token == ""
    assert DoorLink.find(token) == link  # what was sent still opens


def test_a_new_link_kills_the_old_one_at_once(sent, sari):
    old, address = make_link(sent, sari)
    new, fresh = make_link(sent, sari)
    old.refresh_from_db()
    assert (old.refusal, old.replaced_by, old.revoked_by) == ("revoked", new, sari)
    assert (at_phone().get(address).status_code, at_phone().get(fresh).status_code) == (410, 200)


def test_none_of_a_hundred_thousand_guesses_opens(link):
    guesses = [sha256(f"tebakan {number}".encode()).hexdigest() for number in range(100_000)]
    for start in range(0, len(guesses), 20_000):
        assert not DoorLink.objects.filter(token_hash__in=guesses[start : start + 20_000]).exists()
    assert DoorLink.find(link.token) == link


def test_guessing_is_stopped_and_looks_alike(sent, sari):
    _, address = make_link(sent, sari)
    thief, friend = at_phone("10.6.6.6"), at_phone("10.0.0.8")
    near = [f"{address[:-2]}{letter}/" for letter in "abcdefghij"]
    got = [thief.get(f"/m/tebakan{number}/") for number in range(10)] + [thief.get(guess) for guess in near]
    assert {(response.status_code, response.content) for response in got} == {(404, got[0].content)}
    got = [thief.get(f"/m/lagi{number}/").status_code for number in range(200)]
    assert set(got) == {429}
    # The right one too: whoever has guessed so often learns nothing, for ten minutes; others are not disturbed.
    assert (thief.get(address).status_code, friend.get(address).status_code) == (429, 200)
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert thief.get(address).status_code == 200


def test_the_lookup_takes_as_long_whatever_was_guessed(link):
    token = link.token
    tries = {"near": token[:-1] + "!", "far": "x", "long": "y" * 5000, "right": token}
    took = {name: [] for name in tries}
    for _ in range(40):
        for name, guess in tries.items():
            with CaptureQueriesContext(
                connection,
            ) as asked:
                began = time.perf_counter()
                DoorLink.find(guess)
                took[name].append(time.perf_counter() - began)
            assert len(asked) == 1
    wrong = [statistics.median(took[name]) for name in ("near", "far", "long")]
    assert max(wrong) < 5 * min(wrong)


def test_one_link_is_not_knocked_at_without_end(sent, sari, monkeypatch):
    _, address = make_link(sent, sari)
    monkeypatch.setattr(doors, "MOST_PER_LINK", 3)
    assert [at_phone(f"10.0.1.{number}").get(address).status_code for number in range(5)] == [200] * 3 + [429] * 2


def test_a_throttle_forgets_and_tells_no_address(today, db):
    span = timedelta(minutes=10)
    assert [Throttle.knock("door", "10.0.0.1", within=span) for _ in range(3)] == [1, 2, 3]
    assert Throttle.knocks("door", "10.0.0.1", within=span) == 3
    assert not Throttle.objects.filter(key__contains="10.0.0.1").exists()
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        assert Throttle.knocks("door", "10.0.0.1", within=span) == 0
        assert Throttle.knock("door", "10.0.0.2", within=span) == 1
        assert Throttle.objects.count() == 1


def test_a_token_of_another_kind_opens_nothing(sent, sari):
    _, token = DoorLink.mint(DoorLink.Kind.SENDER, shelter=sent.shelter, by=sari)
    assert at_phone().get(f"/m/{token}/").status_code == 404


def test_an_ended_link_says_so_with_the_telephone_and_nobody_s_data(sent, sari, stay):
    stay.shelter.phone = "0293-555-777"
    stay.shelter.save()
    link, address = make_link(sent, sari)
    DoorLink.objects.update(expires_at=timezone.now())
    expired = at_phone().get(address)
    DoorLink.objects.update(expires_at=None)
    link.revoke(by=sari)
    revoked = at_phone().get(address)
    for response in (expired, revoked):
        assert response.status_code == 410
        assert "0293-555-777" in seen_text(response)
        for secret in ("Suratmin", "S.", "70 tahun", str(sent.letter), "RSJ"):
            assert secret not in seen_text(response), secret
    with pytest.raises(ValidationError, match="sudah mati"):
        link.revoke(by=sari)


def test_the_code_works_once(link, sari):
    code = link.make_code(by=sari)
    assert code not in map(str, DoorLink.objects.values().get().values())
    assert link.try_code(code)
    assert not link.try_code(code)
    assert DoorLink.objects.get().wrong_codes == 0  # what is used up cannot be guessed


def test_the_code_ends_after_some_hours_and_by_a_newer_one(link, sari):
    old = link.make_code(by=sari)
    new = link.make_code(by=sari)
    assert not link.try_code(old) or old == new
    with time_machine.travel(timezone.now() + timedelta(hours=5), tick=False):
        assert not link.try_code(new)


def test_ten_wrong_codes_lock_the_link(link, sari):
    code = link.make_code(by=sari)
    wrong = "000000" if code != "000000" else "111111"
    assert [link.try_code(wrong) for _ in range(10)] == [False] * 10
    assert link.refusal == "locked"
    assert not link.try_code(code)
    with pytest.raises(ValidationError, match="tautan baru"):
        link.make_code(by=sari)
    assert AuditEvent.objects.filter(action="link.locked", client_id=link.referral.client.pk).count() == 1


def test_what_a_door_answers_stays_nowhere(sent, sari):
    _, address = make_link(sent, sari)
    for response in (at_phone().get(address), at_phone().get("/m/salah/"), at_phone().get(f"{address}terima/")):
        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert "default-src 'none'" in response["Content-Security-Policy"]
        page = seen_text(response)
        assert 'content="noindex' in page
        for trace in ("og:", "http://", "https://", "<script", "Suratmin", "description"):
            assert trace not in page
    assert at_phone().get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


def test_a_preview_or_a_look_changes_nothing_but_the_note_of_it(sent, sari):
    _, address = make_link(sent, sari)
    before = Referral.objects.values().get(pk=sent.pk)
    bot = at_phone()
    bot.get(address, headers={"User-Agent": "WhatsApp/2.23.20.0 A"})
    bot.head(address, headers={"User-Agent": "facebookexternalhit/1.1"})
    for act in ("terima", "tolak", "tunda", "tanya", "surat"):
        assert bot.get(f"{address}{act}/?name=x&reason=full").status_code == 200
    assert Referral.objects.values().get(pk=sent.pk) == before
    assert [opening.device for opening in LinkOpening.objects.all()] == ["Pratinjau obrolan", "Pratinjau WhatsApp"]
    events = AuditEvent.objects.filter(action="link.viewed")
    assert [event.actor_name for event in events][-1] == "Pemegang tautan (Pratinjau WhatsApp)"


def test_the_token_is_in_no_log_and_not_on_the_trail(sent, sari, capsys):
    link, address = make_link(sent, sari)
    token = link.token
    at_phone().get(address)
    at_phone().post(f"{address}kode/", {"code": "1"})
    told = [str(event) for event in AuditEvent.objects.values_list("details", "actor_name", "target_id")]
    assert not any(token in line for line in told)
    for message in (f'"GET {address}kode/ HTTP/1.1" 200', f"Not Found: {address}", f"GET /kirim/{token}/?a=1"):
        entry = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s", (message,), None)
        assert HideSecrets().filter(entry)
        assert token not in entry.getMessage()


def test_the_server_s_own_logs_hide_it_too(link):
    """gunicorn's access line and its “Error handling request”."""
    import gunicorn.config  # noqa: PLC0415  the server is not imported by the site itself

    settings = gunicorn.config.Config()
    settings.set("accesslog", "-")
    logger = QuietLogger(settings)
    for log in (logger.access_log, logger.error_log):
        entry = logging.LogRecord(
            "gunicorn", logging.INFO, "", 0, "%(m)s %(U)s", ({"m": "GET", "U": f"/m/{link.token}/"},), None
        )
        assert all(handler.filter(entry) for handler in log.handlers) and log.handlers
        assert link.token not in entry.getMessage()


@pytest.mark.parametrize(
    ("proxies", "written", "counted"),
    [
        (0, "6.6.6.6", "10.0.0.1"),  # no proxy of ours: whatever the visitor writes is not believed
        (1, "6.6.6.6, 192.0.2.7", "192.0.2.7"),
        (2, "192.0.2.7, 10.1.1.1", "192.0.2.7"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),  # a household changes the rest at will
        (1, "", "10.0.0.1"),
    ],
)
def test_the_address_is_the_one_that_our_own_proxy_saw(rf, settings, proxies, written, counted):
    settings.PROXY_COUNT = proxies
    assert neighbourhood_of(rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=written)) == counted


def test_the_letter_carries_a_living_link_only(rf, sent, sari):
    request = rf.get("/")
    assert link_url(request, sent.link) == ""
    link, address = make_link(sent, sari)
    assert link_url(request, link) == f"http://testserver{address}"
    assert "Kode QR untuk menjawab" in referral_letter(sent, answer_url=link_url(request, link)).html()
    link.revoke(by=sari)
    assert link_url(request, link) == ""
    assert "Kode QR untuk menjawab" not in referral_letter(sent).html()
