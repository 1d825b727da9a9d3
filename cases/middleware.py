from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from cases.locks import LOCKED, FileLocked
from cases.models import Client

STARTED_AT, SEEN_AT = "started_at", "seen_at"
SEEN_EVERY = 60  # seconds: a write per minute of use, not one per page


def refuse_broken_text(get_response):
    """A NUL or broken UTF-8 in an address would only fail later, in the database."""

    def middleware(request):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest("Alamat tidak dapat dibaca.", content_type="text/plain; charset=utf-8")
        return get_response(request)

    return middleware


def end_long_sessions(get_response):
    """After half an hour of silence, and after ten hours however busy: a shift ends, the tablet stays."""

    def middleware(request):
        if request.user.is_authenticated:
            session, now = request.session, timezone.now().timestamp()
            started, seen = session.get(STARTED_AT, now), session.get(SEEN_AT, 0)
            too_long = now - started > settings.SESSION_LONGEST.total_seconds()
            if too_long or (seen and now - seen > settings.SESSION_COOKIE_AGE):
                logout(request)
            elif now - seen > SEEN_EVERY:
                session[STARTED_AT], session[SEEN_AT] = started, now
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


def tell_of_locks(get_response):
    """A write on a locked file that no form answers for: back to the client's page, which says why."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, error):
        if isinstance(error, FileLocked):
            messages.error(request, LOCKED)
            return redirect("cases:client_detail", pk=error.client_id)
        return None

    middleware.process_exception = process_exception
    return middleware


def follow_merged_files(get_response):
    """The number of a file that went into another leads to it, whichever page of it was asked for; a form sent to the
    old number is sent on to the new one, so that nothing typed is lost."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, error):
        match = request.resolver_match
        if isinstance(error, Http404) and match and match.route.startswith("klien/<int:pk>/"):
            survivor = Client.objects.visible_to(request.user).filter(merged_from=match.kwargs["pk"]).first()
            if survivor:
                kwargs = match.kwargs | {"pk": survivor.pk}
                return redirect(match.view_name, preserve_request=request.method == "POST", **kwargs)
        return None

    middleware.process_exception = process_exception
    return middleware
