import os
import secrets
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent

# Everything this program writes lies here.
VAR = Path(os.environ.get("BALAI_VAR") or BASE / "var").absolute()


def secret_key() -> str:
    return os.environ.get("DJANGO_SECRET_KEY") or kept_secret("secret_key")


def kept_secret(name: str) -> str:
    """The secret in var/<name>, made at the first call."""
    file = VAR / name
    VAR.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        draft = VAR / f"{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50))
        try:
            # A link never replaces: when two processes start together, both read the first one's secret.
            file.hardlink_to(draft)
        except FileExistsError:
            return file.read_text()
        finally:
            draft.unlink()
    return file.read_text()
