"""Portraits: checked by what they are, not by their name, and made small. Place and camera data do not survive."""

import io
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 640
MOST_PIXELS = 50_000_000
NOT_A_PICTURE = "Berkas ini bukan foto yang dapat dibaca. Gunakan JPG, PNG, atau WebP."


def portrait(upload):
    """The uploaded picture as a small JPEG under a name that says nothing. Raises ValidationError."""
    try:
        with Image.open(upload, formats=["JPEG", "PNG", "WEBP"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError("Foto terlalu besar. Gunakan foto di bawah 50 megapiksel.")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValidationError(NOT_A_PICTURE) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    small = io.BytesIO()
    upright.save(small, "JPEG", quality=82)
    return ContentFile(small.getvalue(), name=f"{uuid4().hex}.jpg")
