"""Files from outside: known by what they hold, not by their names, and written anew before they are kept.

A picture is drawn again (place and camera data, and whatever was glued behind it, are gone), a PDF and an office file
are rebuilt without what can act on the reader's computer. What cannot be understood is refused with a reason.
"""

import hashlib
import io
from dataclasses import dataclass
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

from cases.photos import MOST_PIXELS
from cases.uploads_office import rebuilt_office
from cases.uploads_pdf import rebuilt_pdf

LONGEST_SIDE = 2000
FLOOD = "Gambar terlalu besar. Gunakan gambar di bawah 50 megapiksel."
TYPES = {
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
ACCEPTED = "Yang dapat disimpan: foto (JPG, PNG, WebP), PDF, DOCX, XLSX, dan ODT."
# Recognised only to say what is wrong with them.
REFUSED = [
    (b"MZ", "Berkas ini program, bukan dokumen."),
    (b"\x7fELF", "Berkas ini program, bukan dokumen."),
    (b"#!", "Berkas ini program, bukan dokumen."),
    (b"\xd0\xcf\x11\xe0", "Ini berkas Office lama. Simpan dahulu sebagai DOCX, XLSX, atau PDF."),
    (b"{\\rtf", "Simpan dahulu sebagai DOCX atau PDF."),
    (b"GIF8", "Gambar GIF tidak dapat disimpan. Simpan dahulu sebagai JPG atau PNG."),
]


@dataclass(frozen=True)
class Checked:
    """A file that may be kept, under a name that says nothing."""

    file: ContentFile
    content_type: str
    size: int
    sha256: str


def checked(upload):
    """The uploaded file, rebuilt. Raises ValidationError with a sentence for the person who chose it."""
    if upload.size > settings.UPLOAD_LIMIT:
        raise ValidationError("Berkas lebih dari 10 MB. Perkecil dahulu, misalnya dengan memindai lebih rendah.")
    data = upload.read()
    if not data:
        raise ValidationError("Berkas ini kosong.")
    extension, content = rebuilt(data)
    if len(content) > settings.UPLOAD_LIMIT:
        raise ValidationError("Berkas lebih dari 10 MB setelah diperiksa. Perkecil dahulu.")
    return Checked(
        file=ContentFile(content, name=f"{uuid4().hex}.{extension}"),
        content_type=TYPES[extension],
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def rebuilt(data):
    """Extension and content, by the first bytes. A file that is two kinds at once starts with neither or is cut."""
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "jpg", redrawn(data)
    if data.startswith(b"%PDF-"):
        return "pdf", rebuilt_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return rebuilt_office(data)
    raise ValidationError(f"{why_refused(data)} {ACCEPTED}")


def why_refused(data):
    for start, sentence in REFUSED:
        if data.startswith(start):
            return sentence
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "Foto HEIC belum dapat dibaca. Setel kamera ke JPG (“paling kompatibel”)."
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<script", b"<body")):
        return "Berkas ini halaman web, bukan dokumen."
    if head.startswith((b"<svg", b"<?xml")):
        return "Gambar SVG tidak dapat disimpan. Simpan dahulu sebagai PNG."
    if b"%PDF-" in data[:2048]:
        return "Di depan PDF ini ada isi lain. Simpan ulang sebagai PDF."
    return "Isi berkas ini tidak dikenal."


def redrawn(data):
    """The picture as a JPEG of at most 2000 pixels, without any data but its points."""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(FLOOD)
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read small at once
            upright = on_white(ImageOps.exif_transpose(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(FLOOD) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError("Gambar ini rusak dan tidak dapat dibaca. Ambil atau pindai ulang.") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    small = io.BytesIO()
    upright.save(small, "JPEG", quality=85)
    return small.getvalue()


def on_white(picture):
    """A scan with a see-through ground would turn black as a JPEG."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    coloured = picture.convert("RGBA")
    ground = Image.new("RGB", coloured.size, "white")
    ground.paste(coloured, mask=coloured.getchannel("A"))
    return ground
