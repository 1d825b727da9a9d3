"""A printable page. Only our own templates and static files go into it; whatever is missing is an error."""

import mimetypes
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import segno
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header


@dataclass(frozen=True)
class Enclosed:
    """A file within the PDF: the data that the page was drawn from."""

    name: str
    description: str
    data: bytes


@dataclass(frozen=True)
class Document:
    """Which template, with what, under which name; and what is enclosed."""

    template: str
    context: dict
    filename: str
    enclosed: tuple[Enclosed, ...] = ()

    def html(self):
        """A numbered `letter` among the context prints with the head and the signer of the day of its number."""
        letter = self.context.get("letter")
        return render_to_string(self.template, letter.as_issued(self.context) if letter else self.context)

    def pdf(self):
        from weasyprint import HTML, Attachment  # noqa: PLC0415  slow import: 0.8 s, only for whoever prints

        page = HTML(string=self.html(), base_url="static:/", url_fetcher=static_only())
        enclosed = [
            Attachment(file_obj=BytesIO(one.data), name=one.name, description=one.description, relationship="Data")
            for one in self.enclosed
        ]
        return page.write_pdf(pdf_variant="pdf/a-3u", pdf_tags=True, attachments=enclosed, finisher=list_once)

    def response(self):
        disposition = content_disposition_header(False, self.filename)
        return HttpResponse(self.pdf(), "application/pdf", headers={"Content-Disposition": disposition})


def list_once(document, pdf):
    """WeasyPrint 70 names each enclosed file twice among those that belong to the document."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


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
