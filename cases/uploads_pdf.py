"""PDFs, written anew without scripts, embedded files, forms that send, and starts of programs."""

import io

from django.core.exceptions import ValidationError

MOST_PAGES = 300
MOST_OBJECTS = 100_000
# Keys that make something happen, or carry another file along, wherever they stand.
ACTING_KEYS = ("/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/XFA", "/AF", "/RichMediaContent",
               "/Collection")  # fmt: skip
ACTING = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound", "/GoToE",
          "/RichMediaExecute", "/GoTo3DView"}  # fmt: skip
ACTING_NOTES = {"/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/Sound", "/3D"}
LOCKED = "PDF ini terkunci kata sandi. Buka kuncinya dahulu."
BROKEN = "PDF ini rusak dan tidak dapat dibaca. Pindai atau simpan ulang."


def rebuilt_pdf(data):
    import pikepdf  # noqa: PLC0415  loaded only for whoever uploads a PDF
    from pikepdf import settings  # noqa: PLC0415

    # A few bytes may unpack to gigabytes; ours are scans and letters.
    settings.set_qpdf_limits(flate_max_memory=100_000_000, run_length_max_memory=100_000_000, doc_max_warnings=1000)
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MOST_PAGES or len(pdf.objects) > MOST_OBJECTS:
                raise ValidationError("PDF ini lebih dari 300 halaman. Bagi dahulu.")
            if not len(pdf.pages):
                raise ValidationError(BROKEN)
            for part in pdf.objects:
                disarm(part)
            disarm(pdf.trailer)
            disarm(pdf.Root)
            pdf.save(out, deterministic_id=True, encryption=False)
    except pikepdf.PasswordError as error:
        raise ValidationError(LOCKED) from error
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, RecursionError) as error:
        raise ValidationError(BROKEN) from error
    return out.getvalue()


def disarm(part):
    """Take what acts out of an object and out of everything written inside it; references are met on their own."""
    from pikepdf import Array, Dictionary, Stream  # noqa: PLC0415  as above

    if isinstance(part, (Dictionary, Stream)):
        if str(part.get("/S", "")) in ACTING:
            for key in list(part.keys()):
                if key != "/Length":
                    del part[key]
            return
        for key in ACTING_KEYS:
            if key in part:
                del part[key]
        children = [part[key] for key in part.keys()]
    elif isinstance(part, Array):
        kept = [one for one in part if not is_acting_note(one)]
        if len(kept) != len(part):
            part[:] = kept
        children = list(part)
    else:
        return
    for child in children:
        if isinstance(child, (Array, Dictionary)) and not child.is_indirect:
            disarm(child)


def is_acting_note(one):
    from pikepdf import Dictionary  # noqa: PLC0415  as above

    return isinstance(one, Dictionary) and str(one.get("/Subtype", "")) in ACTING_NOTES
