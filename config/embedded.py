"""A PostgreSQL server under var/, for machines that have none: started by the first process that
needs it, shared by all, stopped by the last. One that was killed leaves a server which the next adopts."""

import atexit
import contextlib
import fcntl
import os
import signal
import subprocess
import sys

from config import postgres
from config.secret import kept_secret

held = {}


def hold(cluster: str = "main") -> None:
    """Start the server or join it, and keep it until this process ends."""
    if held.get(cluster, (None, 0))[1] == os.getpid():
        return
    end_by_exit_on_signals()
    with start_lock(cluster):
        user = open(postgres.home(cluster) / "users.lock", "w")
        fcntl.flock(user, fcntl.LOCK_SH)
        held[cluster] = user, os.getpid()
        atexit.register(leave, cluster, os.getpid())
        postgres.refuse_foreign_data(cluster)
        postgres.ensure_running(cluster)
        postgres.ensure_database(cluster, parameters(cluster)["PASSWORD"])


def leave(cluster, pid) -> None:
    if os.getpid() != pid:
        return
    # Ctrl-C pressed twice must not leave the server behind.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with start_lock(cluster):
        user, _ = held.pop(cluster)
        try:
            fcntl.flock(user, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        postgres.stop(cluster)


def parameters(cluster: str = "main") -> dict:
    return {
        "HOST": str(postgres.socket_folder(cluster)),
        "PORT": "5432",
        "NAME": "balai",
        "USER": "balai",
        "PASSWORD": kept_secret("postgres_password"),
    }


def end_by_exit_on_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, lambda number, frame: sys.exit(128 + number))


@contextlib.contextmanager
def start_lock(cluster):
    with open(postgres.home(cluster) / "start.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def run(cluster) -> None:
    hold(cluster)
    print(f"PostgreSQL berjalan di {postgres.home(cluster)}. Ctrl-C menghentikannya.", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        signal.pause()


def psql(cluster) -> None:
    hold(cluster)
    # In psql Ctrl-C ends a statement, not the program.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    at = parameters(cluster)
    link = [f"--host={at['HOST']}", f"--port={at['PORT']}", f"--username={at['USER']}", at["NAME"]]
    environment = {**os.environ, "PGPASSWORD": at["PASSWORD"]}
    sys.exit(subprocess.run([postgres.binaries() / "psql", *link], env=environment).returncode)


def status(cluster) -> None:
    pid = postgres.postmaster(cluster)
    print(f"berjalan, nomor proses {pid}" if pid else "berhenti", postgres.home(cluster), sep=": ")


def main() -> None:
    commands = {"run": run, "psql": psql, "status": status}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit("Pakai: python -m config.embedded run|psql|status")
    commands[sys.argv[1]](os.environ.get("BALAI_CLUSTER", "main"))


if __name__ == "__main__":
    main()
