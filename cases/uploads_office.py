"""Word, Excel and OpenDocument files: zips with the right parts, packed anew without anything that can run."""

import io
import re
import zipfile
import zlib

from django.core.exceptions import ValidationError

MOST_PARTS = 2000
MOST_BYTES = 60 * 1024 * 1024
MAIN_PART = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
ODT = b"application/vnd.oasis.opendocument.text"
# Macros, controls and embedded programs; no letter or table needs them.
ACTIVE = re.compile(
    r"vbaproject|(^|/)(activex|embeddings|macrosheets|ctrlprops|basic|scripts|externallinks)/|oleobject"
    r"|\.(exe|dll|scr|com|bat|cmd|vbs|js|jse|wsf|ps1|jar|lnk|hta|swf|html?|svg)$"
)
OUTSIDE = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
NOT_OFFICE = "Berkas ZIP tidak dapat disimpan. Unggah isinya satu per satu, atau DOCX, XLSX, ODT, dan PDF."
BROKEN = "Dokumen ini rusak dan tidak dapat dibaca. Simpan ulang lalu unggah lagi."
HAS_MACRO = "Dokumen ini memuat makro atau program. Simpan tanpa makro, atau sebagai PDF."
REACHES_OUT = "Dokumen ini mengambil isi dari luar. Putuskan tautannya, atau simpan sebagai PDF."


def rebuilt_office(data):
    """Extension and content. Raises ValidationError for any other zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            refuse_bombs(data, parts)
            extension = kind_of(archive)
            return extension, packed_anew(archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise ValidationError(BROKEN) from error


def refuse_bombs(data, parts):
    if not parts or min(part.header_offset for part in parts) != 0 or len({p.filename for p in parts}) != len(parts):
        raise ValidationError(BROKEN)  # something stands before the zip, or two parts share a name
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise ValidationError("Isi dokumen ini terlalu besar. Simpan sebagai PDF.")
    for part in parts:
        if part.flag_bits & 0x1:
            raise ValidationError("Dokumen ini terkunci kata sandi. Buka kuncinya dahulu.")
        if part.filename.startswith(("/", "\\")) or ".." in part.filename.replace("\\", "/").split("/"):
            raise ValidationError(BROKEN)
        if ACTIVE.search(part.filename.lower()):
            raise ValidationError(HAS_MACRO)


def kind_of(archive):
    names = set(archive.namelist())
    for main, extension in MAIN_PART.items():
        if main in names and "[Content_Types].xml" in names:
            if b"macroenabled" in archive.read("[Content_Types].xml").lower():
                raise ValidationError(HAS_MACRO)
            return extension
    if "content.xml" in names and "mimetype" in names and archive.read("mimetype").strip() == ODT:
        return "odt"
    raise ValidationError(NOT_OFFICE)


def packed_anew(archive, parts):
    """Only what the directory lists: what was glued before, between or behind the parts stays out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fresh:
        for part in parts:
            content = archive.read(part)
            if part.filename.lower().endswith(".rels"):
                refuse_outside(content)
            if part.filename == "content.xml" and b"script:event-listener" in content:
                raise ValidationError(HAS_MACRO)
            plain = zipfile.ZipInfo(part.filename, (2026, 1, 1, 0, 0, 0))
            # OpenDocument wants its first part stored, not compressed.
            plain.compress_type = zipfile.ZIP_STORED if part.filename == "mimetype" else zipfile.ZIP_DEFLATED
            fresh.writestr(plain, content)
    return out.getvalue()


def refuse_outside(relationships):
    """A template or picture from elsewhere calls home when the file is opened; a link that one taps may stay."""
    text = relationships.decode("utf-16").encode() if relationships[:2] in (b"\xff\xfe", b"\xfe\xff") else relationships
    if any(b"/hyperlink" not in found for found in OUTSIDE.findall(text)):
        raise ValidationError(REACHES_OUT)
