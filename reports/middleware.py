"""Said at the one place that every correction passes, whichever page it came from."""

from django.contrib import messages
from django.db import connection

from cases.models import Shelter
from reports.month import Month

TOLD = 3


def tell_of_signed_months(get_response):
    """After a form that wrote a row of a signed month, say which. The database noticed it (migration 0002) and keeps
    it for the session of this connection; a change that was taken back leaves nothing."""

    def middleware(request):
        response = get_response(request)
        if request.method == "POST" and response.status_code == 302 and request.user.is_authenticated:
            months = touched_months()
            if months:
                messages.warning(request, words(months))
        return response

    return middleware


def touched_months():
    """(shelter key, Month) of the signed months written to since the last time somebody asked; forgotten at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('balai.touched', true)")
        told = cursor.fetchone()[0]
        if not told:
            return []
        cursor.execute("SELECT set_config('balai.touched', '', false)")
    marks = (mark.split("/") for mark in told.split() if mark.count("/") == 2)
    return sorted({(int(place), Month(int(year), int(number))) for place, year, number in marks})


def words(months):
    names = Shelter.objects.in_bulk({place for place, _ in months})
    several = len(names) > 1
    said = [f"{month.label} ({names[place]})" if several else month.label for place, month in months]
    more = f", dan {len(said) - TOLD} bulan lain" if len(said) > TOLD else ""
    return (
        f"Memengaruhi laporan yang sudah ditandatangani: {', '.join(said[:TOLD])}{more}. Laporan itu tetap; selisihnya "
        "tampil di halaman bulannya."
    )
