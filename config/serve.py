"""What `make run` ends in: database, migrations, first data, static files, then the application server."""

import contextlib
import hashlib
import io
import os
import signal
import socket
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connections

from config import database

PORT = int(os.environ.get("PORT") or 8000)
ADDRESS = f"http://127.0.0.1:{PORT}"
# Bootstrap's package holds every variant of its stylesheet; the pages use bootstrap.min.css (and so its map).
UNUSED_STATIC = ["bootstrap-*", "bootstrap.css*", "bootstrap.rtl.*"]
GUNICORN = [
    *("config.wsgi", f"--bind=127.0.0.1:{PORT}", "--workers=3", "--max-requests=2000"),
    *("--max-requests-jitter=200", "--graceful-timeout=10", "--no-control-socket", "--log-level=warning"),
    "--logger-class=config.logger.QuietLogger",
    # The path without its query, which may say whom somebody looked for.
    *("--access-logfile=-", "--access-logformat=%(t)s %(m)s %(U)s %(s)s %(B)s %(M)sms"),
]

WORKER = ["manage.py", "export_worker"]
WORKER_CHECK = 10  # seconds between two looks at whether it still runs
WORKER_GRACE = 5  # seconds to finish what it does


def main():
    # An end by SIGTERM (a service manager, a closed terminal) goes the same way as Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.default_int_handler)
    try:
        prepare()
        code = serve() if sys.argv[1:] != ["prepare"] else 0
    except KeyboardInterrupt:
        code = 0
        say("Balai berhenti.")
    sys.exit(code)


def prepare():
    refuse_taken_port()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    database.hold_server()
    django.setup()
    say("Menyiapkan basis data …")
    call_command("migrate", verbosity=0, interactive=False)
    first_data()
    if not settings.DEBUG:
        collect_static()
    connections.close_all()


def refuse_taken_port():
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError as error:
            sys.exit(
                f"{ADDRESS} tidak dapat dipakai ({error.strerror}). "
                f"Hentikan program yang memakainya, atau pilih porta lain: make run PORT={PORT + 1}"
            )


def first_data():
    if not apps.get_model("cases", "Region").objects.exists():
        say("Memuat kode wilayah …")
        call_command("load_regions")
    if not apps.get_model("cases", "User").objects.exists():
        call_command("load_instruments", stdout=io.StringIO())
        say("Membuat data contoh …")
        call_command("seed_demo")


def collect_static():
    """Compressing takes seconds, so only when a source changed."""
    mark = Path(settings.STATIC_ROOT) / "sources.txt"
    sources = static_sources()
    if mark.exists() and mark.read_text() == sources:
        return
    say("Mengumpulkan berkas statis …")
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=UNUSED_STATIC)
    mark.write_text(sources)


def static_sources() -> str:
    files = sorted(
        (path, storage.path(path)) for finder in get_finders() for path, storage in finder.list(UNUSED_STATIC)
    )
    facts = [(path, file, os.stat(file).st_size, os.stat(file).st_mtime_ns) for path, file in files]
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def serve() -> int:
    server = start("-m", "gunicorn", *GUNICORN, BALAI_STATEMENT_TIMEOUT="15000")
    worker = start(*WORKER)
    try:
        wait_for(server)
        while server.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(timeout=WORKER_CHECK)
            if server.poll() is None and worker.poll() is not None:
                say("Pekerja latar berhenti sendiri; dimulai lagi.")
                worker = start(*WORKER)
        return server.returncode
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        end(server, worker)


def start(*arguments, **settings):
    """A process of ours: setpriv, so that it ends even when this one is killed; a session of its own, because Ctrl-C
    is for this process, which then ends the others in good order."""
    command = ["setpriv", "--pdeathsig=TERM", sys.executable, *arguments]
    return subprocess.Popen(command, env={**settings, **os.environ}, start_new_session=True)


def end(server, worker):
    """An export that is being made is not waited for: the next start begins it anew."""
    server.terminate()
    worker.terminate()
    server.wait()
    try:
        worker.wait(timeout=WORKER_GRACE)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


def wait_for(server):
    while server.poll() is None:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", PORT)):
            return greet()
        time.sleep(0.05)


def greet():
    demo = import_module("reports.demo.accounts")
    lines = [f"  {name:<14} {role}, {place}" for name, role, place in demo.ACCOUNTS]
    say("", f"Balai berjalan di {ADDRESS}", "", f"Akun contoh (kata sandi: {demo.PASSWORD}):", *lines, "")
    say("Ctrl-C menghentikan semuanya.")


def say(*lines):
    print(*lines, sep="\n", flush=True)


if __name__ == "__main__":
    main()
