"""Files as people, and others, send them."""

import io
import zipfile

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def upload(content, name="berkas.bin"):
    return SimpleUploadedFile(name, content)


def jpeg(before=b"", size=(60, 40), name="ktp.jpg", **options):
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG", **options)
    return upload(before + out.getvalue(), name)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def office(main="word/document.xml", **more):
    """A Word file, or by its main part another; `more` are parts with the names that say so."""
    return zipped({"[Content_Types].xml": "<Types/>", main: "<document/>"} | more)


def odt(**more):
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": "<office:document/>"} | more)


def pdf(**options):
    """A page that tries everything a PDF can try."""
    paper = pikepdf.new()
    paper.add_blank_page(page_size=(200, 200))
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    paper.Root.OpenAction = script
    paper.attachments["program.exe"] = b"MZ program"
    paper.Root.Names.JavaScript = pikepdf.Dictionary(Names=[pikepdf.String("a"), paper.make_indirect(script)])
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe")),
    )  # fmt: skip
    pinned = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9])
    paper.pages[0].Annots = paper.make_indirect(pikepdf.Array([link, paper.make_indirect(pinned)]))
    paper.pages[0].AA = pikepdf.Dictionary(O=script)
    out = io.BytesIO()
    paper.save(out, **options)
    return out.getvalue()
