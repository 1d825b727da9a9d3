"""Posters and the square picture: one sheet whatever was written, only what is published, addresses that lead there."""

import io
import re

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from reports.models import PublicPage, PublicRequirement, PublicStep
from reports.public.posters import LINKS, SHEETS, Poster, links
from reports.public.square import SIDE, Square, font, wrapped
from reports.views import poster as poster_view

pytestmark = pytest.mark.usefixtures("today")
WORDS = "Penjelasan yang panjang sekali supaya lembarnya diuji sampai batas. "


def make_page(shelter, by, *, steps=6, longest=False, **values):
    """A published page with steps and requirements; `longest`: as much as the form lets anybody write."""
    texts = {"hours": WORDS * 14, "address_note": WORDS * 7, "pledge": WORDS * 40} if longest else {"hours": "24 jam"}
    page = PublicPage.objects.create(shelter=shelter, drafted_by=by, **({"version": 1} | texts | values))
    for order in range(1, steps + 1):
        said = {"title": (WORDS * 2)[:80], "text": (WORDS * 10)[:600], "who": (WORDS * 2)[:80], "duration": WORDS[:60]}
        said = said if longest else {"title": f"Langkah {order}", "text": "Disambut petugas."}
        PublicStep.objects.create(page=page, order=order, **said)
    for sender in PublicRequirement.Sender:
        text = (WORDS * 30)[:2000] if longest else "- Surat pengantar"
        PublicRequirement.objects.create(page=page, sender=sender, text=text)
    PublicPage.objects.filter(pk=page.pk).update(status="published", published_at=timezone.now(), published_by=by)
    return PublicPage.objects.in_force(shelter)


def address(path):
    return f"https://balai.contoh.go.id{path}"


def pages_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [tuple(round(float(side) * 25.4 / 72) for side in page.mediabox[2:]) for page in opened.pages]


def test_a_banner_is_one_sheet_of_its_size(melati, sari):
    assert pages_of(Poster(make_page(melati, sari), SHEETS["banner"], address).content()) == [(600, 1600)]


def test_the_longest_of_everything_still_fits_on_one_sheet(melati, sari):
    melati.name = ("Unit Pelaksana Teknis Rehabilitasi Sosial " * 4)[:150]
    melati.save()
    poster = Poster(make_page(melati, sari, steps=12, longest=True), SHEETS["a4"], address)
    assert pages_of(poster.content()) == [(210, 297)]


def test_what_gives_way_points_to_the_code(melati, sari):
    poster = Poster(make_page(melati, sari), SHEETS["a4"], address)
    whole, short = poster.html(), poster.html(level=3)
    assert ("Disambut petugas." in whole, "Surat pengantar" in whole) == (True, True)
    assert ("Disambut petugas." in short, "Surat pengantar" in short) == (False, False)
    assert "pindai kode “Informasi lengkap”" in short
    assert "Langkah 6" in short


def test_the_picture_is_square_and_its_words_stay_within(melati, sari):
    melati.name = "Panti" + "x" * 145  # a name without a blank
    melati.save()
    page = make_page(melati, sari, steps=12, longest=True)
    with Image.open(io.BytesIO(Square(page, address).content())) as picture:
        assert picture.size == (SIDE, SIDE)
        assert {picture.getpixel((x, y)) for x in (1, SIDE - 2) for y in range(300, SIDE)} == {(255, 255, 255)}
    face = font(32, bold=True)
    assert max(face.getlength(line) for line in wrapped(melati.name, face, 960)) <= 960


def test_the_codes_hold_full_addresses(melati, sari):
    found = {url for _, _, url in links(melati, address)}
    assert found == {
        "https://balai.contoh.go.id/publik/melati/",
        "https://balai.contoh.go.id/survei/melati/",
        "https://balai.contoh.go.id/pengaduan/melati/",
    }
    assert len(LINKS) == 3


def test_anybody_gets_it_once_and_is_told_that_it_is_the_same(client, melati, sari):
    page = make_page(melati, sari)
    url = reverse("reports:poster", args=["melati", "kotak.png"])
    first = client.get(url)
    assert (first.status_code, first["Content-Type"]) == (200, "image/png")
    again = client.get(url, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    PublicPage.objects.filter(pk=page.pk).update(status="former", replaced_at=timezone.now())
    make_page(melati, sari, version=2, free_of_charge="Gratis untuk semua.")
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_without_a_published_page_a_plain_sentence(client, melati, sari):
    answer = client.get(reverse("reports:poster", args=["melati", "a4.pdf"]))
    assert answer.status_code == 404
    assert "belum menerbitkan halaman informasinya" in answer.content.decode()
    client.force_login(sari)
    staff = client.get(reverse("reports:poster_page", args=["melati"])).content.decode()
    assert "Halaman publik belum diterbitkan." in staff
    assert not re.search(r'href="[^"]*poster/a4\.pdf"', staff)


@pytest.mark.parametrize("kind", ["a5.pdf", "a4.png", "kotak.pdf", "..%2f"])
def test_other_kinds_are_not_there(client, melati, sari, kind):
    make_page(melati, sari)
    assert client.get(f"/publik/melati/poster/{kind}").status_code == 404


def test_a_flood_is_held_off_before_anything_is_drawn(client, melati, sari, monkeypatch):
    make_page(melati, sari)
    monkeypatch.setattr(poster_view, "MOST", 1)
    url = reverse("reports:poster", args=["melati", "kotak.png"])
    assert [client.get(url).status_code for _ in range(2)] == [200, 429]


def test_the_staffs_page_offers_them_all(client, melati, sari):
    make_page(melati, sari)
    client.force_login(sari)
    html = client.get(reverse("reports:poster_page", args=["melati"])).content.decode()
    assert set(re.findall(r"/publik/melati/poster/([\w.]+)", html)) == {"a4.pdf", "a3.pdf", "banner.pdf", "kotak.png"}
