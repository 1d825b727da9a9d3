"""A printable page. Only our own templates and static files go into it; whatever is missing is an error."""

import mimetypes
from dataclasses import dataclass
from pathlib import Path

import segno
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header


@dataclass(frozen=True)
class Document:
    """Which template, with what, under which name."""

    template: str
    context: dict
    filename: str

    def html(self):
        return render_to_string(self.template, self.context)

    def pdf(self):
        from weasyprint import HTML  # noqa: PLC0415  slow import: 0.8 s, only for whoever prints

        page = HTML(string=self.html(), base_url="static:/", url_fetcher=static_only())
        return page.write_pdf(pdf_variant="pdf/a-3u", pdf_tags=True)

    def response(self):
        disposition = content_disposition_header(False, self.filename)
        return HttpResponse(self.pdf(), "application/pdf", headers={"Content-Disposition": disposition})


def static_only():
    """Reads our static files and nothing else; a missing logo is an error, not a blank."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415  slow import

    class StaticOnly(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            found = finders.find(url.removeprefix("static:/").lstrip("/"))
            if not found:
                raise FileNotFoundError(url)
            kind = mimetypes.guess_type(found)[0]
            return URLFetcherResponse(url, Path(found).read_bytes(), {"Content-Type": kind})

    return StaticOnly(allowed_protocols=["static", "data"], fail_on_errors=True)


def qr(text):
    """A QR code as a data: picture, for the foot of a letter."""
    return segno.make(text, error="m").svg_data_uri(scale=3, border=1)
