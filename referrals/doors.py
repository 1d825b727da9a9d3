"""Doors for people without an account: every page behind a secret link passes here.

    @door(DoorLink.Kind.SENDER)
    def sender_page(request, link): ...          # link.subject is what the link is for

    path("kirim/<str:token>/", sender_page, name="sender_page")

A door never asks who somebody is. It counts knocks, finds the link, writes down that it was opened, and shuts with a
plain page that tells no personal data. Looking (GET) changes nothing but that note, because chats and mail scanners
open links by themselves. When what the link is for is over, `refuse=` knows: a function of the link that raises
DoorShut.
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cases.address import neighbourhood_of
from cases.audit import record
from cases.models import Throttle
from referrals.devices import device_of
from referrals.models import DoorLink, LinkOpening

SPAN = timedelta(minutes=10)
# In ten minutes: a whole hospital may sit behind one address; nobody needs more than a few tries at a token.
MOST_KNOCKS, MOST_STRANGERS, MOST_PER_LINK = 300, 20, 120
KEY_COOKIE, KEY_LASTS = "kunci", timedelta(hours=2)

# Why a door is shut: status, heading, and what to say. None of it tells what, or whom, the link was for.
SHUT = {
    "unknown": (404, "Tautan tidak dikenal", "Periksa kembali alamatnya, atau minta panti mengirim tautan yang baru."),
    "often": (429, "Terlalu sering dicoba", "Tunggu sepuluh menit, lalu buka lagi tautannya."),
    "revoked": (410, "Tautan ini tidak berlaku lagi", "Mungkin panti sudah mengirim tautan yang baru."),
    "expired": (410, "Masa berlaku tautan ini sudah habis", "Urusannya sudah selesai, atau waktunya sudah lewat."),
    "locked": (410, "Tautan ini terkunci", "Kode yang salah sudah terlalu sering diketik. Minta tautan baru ke panti."),
    "withdrawn": (
        410, "Permintaan ini sudah ditarik kembali",
        "Panti tidak lagi memerlukan jawaban Anda. Terima kasih atas perhatian dan waktu Anda.",
    ),
    "suspended": (
        410, "Permintaan ini ditangguhkan untuk sementara",
        "Panti akan memberi kabar bila dilanjutkan. Belum perlu tindakan apa pun dari Anda.",
    ),
    "stopped": (410, "Permintaan ini dihentikan", "Hubungi panti bila ada yang perlu diselesaikan. Terima kasih."),
}  # fmt: skip


class DoorShut(Exception):
    """`why` is a key of SHUT; `words` say it in place of the words there."""

    def __init__(self, why, link=None, words=""):
        super().__init__(why)
        self.why, self.link, self.words = why, link, words

    @property
    def shelter(self):
        return self.link and self.link.shelter


@dataclass(frozen=True)
class Holder:
    """Whoever holds the link, as the trail names them."""

    device: str
    pk = None

    def __str__(self):
        return f"Pemegang tautan ({self.device})"


def door(kind, methods=("GET", "HEAD", "POST"), refuse=None):
    """A view behind a link of this kind; it gets the link in place of the token.

    Exempt from the CSRF check: what opens the door is the secret in the address, which no other site can know, and not
    a cookie that a browser adds by itself. (The check would also fail: without a referrer browsers say `Origin: null`.)
    """

    def behind(view):
        @wraps(view)
        def opened(request, token, **named):
            try:
                link = open_door(request, token, kind, refuse=refuse)
                with transaction.atomic():
                    response = view(request, link, **named)
            except DoorShut as shut:
                note_shut(request, shut)
                response = shut_page(request, shut)
            except Http404:
                response = shut_page(request, DoorShut("unknown"))
            return sealed(response)

        # Knocks are counted even when the page is refused, so the transaction begins behind the door.
        opened = transaction.non_atomic_requests(opened)
        return login_not_required(csrf_exempt(require_http_methods(methods)(opened)))

    return behind


def open_door(request, token, kind, *, refuse=None):
    """The link, if its door is open. Raises DoorShut; whatever was guessed, it takes the same steps."""
    visitor = neighbourhood_of(request)
    strangers = Throttle.knocks("stranger", visitor, within=SPAN)
    if Throttle.knock("door", visitor, within=SPAN) > MOST_KNOCKS or strangers >= MOST_STRANGERS:
        raise DoorShut("often")
    link = DoorLink.find(token)
    known = link is not None and link.kind == kind
    knocks = Throttle.knock("link" if known else "stranger", link.pk if known else visitor, within=SPAN)
    if not known:
        raise DoorShut("unknown")
    if knocks > MOST_PER_LINK:
        raise DoorShut("often", link)
    if link.refusal:
        raise DoorShut(link.refusal, link)
    if link.subject is None:
        raise DoorShut("revoked", link)
    if refuse:
        refuse(link)
    return link


def note_opening(request, link, decided="", *, target=None):
    """When and on what the link was opened, or what was done there: a row for the worker, a line on the trail."""
    device = device_of(request.headers.get("User-Agent", ""))
    row = LinkOpening.objects.create(link=link, at=timezone.now(), device=device, decided=decided[:100])
    if not decided:
        record(by=Holder(device), action="link.viewed", target=target or link.subject)
    return row


def note_shut(request, shut):
    """That somebody stood before a door that was shut, and read why: a partner who was told."""
    if shut.link and shut.why != "often":
        note_opening(request, shut.link, f"Membaca: {SHUT[shut.why][1]}")


def shut_page(request, shut):
    status, heading, words = SHUT[shut.why]
    context = {"heading": heading, "words": shut.words or words, "shelter": shut.shelter}
    return render(request, "referrals/door_shut.html", context, status=status)


def sealed(response):
    """Nothing of it stays in a cache, a search engine, or the address that the next site is told."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive, nosnippet"
    response["Referrer-Policy"] = "no-referrer"
    return response


def has_key(request, link):
    """Whether this browser gave the code of this very link within the last hours."""
    given = request.get_signed_cookie(KEY_COOKIE, "", salt=key_salt(link), max_age=KEY_LASTS)
    return given == str(link.pk)


def give_key(response, link, path):
    response.set_signed_cookie(
        KEY_COOKIE, str(link.pk), salt=key_salt(link), max_age=KEY_LASTS, path=path,
        httponly=True, secure=settings.HTTPS, samesite="Lax",
    )  # fmt: skip
    return response


def key_salt(link):
    return f"referrals.door.{link.token_hash}"
