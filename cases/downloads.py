"""The way out of the house for a file that somebody brought in."""

from django.http import FileResponse


def handed_out(file, name, content_type, *, shown=False):
    """A stored file as a download; `shown`: by the browser itself, for pictures that we drew anew."""
    return disarmed(FileResponse(file.open(), as_attachment=not shown, filename=name, content_type=content_type))


def disarmed(response):
    """Whatever is in it: the browser takes it for nothing else than it is said to be, and runs nothing of it."""
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
