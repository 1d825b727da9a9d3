"""Which PostgreSQL: the server that DATABASE_URL names, or the embedded one."""

import os
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import embedded


def databases() -> dict:
    server = from_url(os.environ["DATABASE_URL"]) if external() else embedded.parameters(cluster())
    options = server.pop("OPTIONS", {})
    limits = f"-c statement_timeout={os.environ.get('BALAI_STATEMENT_TIMEOUT', '0')} -c lock_timeout=3000 -c jit=off"
    options["options"] = f"{limits} {options.get('options', '')}".strip()
    return {
        "default": {
            **server,
            "ENGINE": "django.db.backends.postgresql",
            "OPTIONS": options,
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
            "ATOMIC_REQUESTS": True,
        }
    }


def hold_server() -> None:
    """An external server is somebody else's to start; the embedded one is ours."""
    if not external():
        embedded.hold(cluster())


def external() -> bool:
    return bool(os.environ.get("DATABASE_URL"))


def cluster() -> str:
    return os.environ.get("BALAI_CLUSTER", "main")


def from_url(url) -> dict:
    parts = urlsplit(url)
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        # Without the address itself: it holds a password.
        raise ImproperlyConfigured("DATABASE_URL harus berbentuk postgres://pengguna:sandi@server:5432/basisdata.")
    options = dict(parse_qsl(parts.query))
    return {
        # A socket's folder comes as ?host=/folder.
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "OPTIONS": options,
    }
