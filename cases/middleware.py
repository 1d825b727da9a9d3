from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

STARTED_AT = "started_at"


def refuse_broken_text(get_response):
    """A NUL or broken UTF-8 in an address would only fail later, in the database."""

    def middleware(request):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest("Alamat tidak dapat dibaca.", content_type="text/plain; charset=utf-8")
        return get_response(request)

    return middleware


def end_long_sessions(get_response):
    """However busy, a session ends after ten hours: a shift ends, the tablet stays."""

    def middleware(request):
        if request.user.is_authenticated:
            now = timezone.now().timestamp()
            started = request.session.setdefault(STARTED_AT, now)
            if now - started > settings.SESSION_LONGEST.total_seconds():
                logout(request)
        return get_response(request)

    return middleware


def require_own_password(get_response):
    """Whoever signed in with a password that somebody else chose first chooses their own."""

    def middleware(request):
        if request.user.is_authenticated and request.user.must_change_password:
            if request.path not in (reverse("cases:password_change"), reverse("cases:logout")):
                return redirect("cases:password_change")
        return get_response(request)

    return middleware


def keep_private(get_response):
    """Pages for signed-in people stay in no cache and are readable by no later user of the machine."""

    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, no_store=True, private=True)
        response.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
        return response

    return middleware

