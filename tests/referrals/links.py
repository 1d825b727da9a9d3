"""A referral that is out, its link, and a partner at a phone who has no account."""

from django.test import Client

from referrals.models import DoorLink

PHONE = "Mozilla/5.0 (Linux; Android 9; Redmi 6A) AppleWebKit/537.36 Chrome/110.0 Mobile Safari/537.36"
TRI = {"name": "Ibu Tri", "position": "Bagian penerimaan"}


def make_link(referral, by):
    """The link and where it leads."""
    link, token = DoorLink.mint_for(referral, DoorLink.Kind.REFERRAL, by=by)
    return link, f"/m/{token}/"


def at_phone(address="10.0.0.7"):
    """A browser of its own, at an address of its own."""
    return Client(headers={"User-Agent": PHONE}, REMOTE_ADDR=address)


def seen_text(response):
    return response.content.decode()
