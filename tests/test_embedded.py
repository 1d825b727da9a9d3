"""The launcher on real servers: what a crash, a kill and a reboot leave must start again, rows intact."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from config import embedded, postgres, secret

HOLD = "from config import embedded; embedded.hold(); print('ready', flush=True); input()"


@pytest.fixture(autouse=True)
def place(monkeypatch):
    """A short path that PostgreSQL's own user can reach, which pytest's tmp_path is not."""
    folder = Path(tempfile.mkdtemp(prefix="balai-", dir="/tmp"))
    folder.chmod(0o755)
    monkeypatch.setenv("BALAI_VAR", str(folder))
    monkeypatch.setattr(postgres, "VAR", folder)
    monkeypatch.setattr(secret, "VAR", folder)
    yield folder
    kill_server()
    shutil.rmtree(folder)


def holder():
    process = start_holder()
    assert process.stdout.readline() == "ready\n"
    return process


def start_holder():
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", HOLD], cwd=secret.BASE, text=True, **pipes)


def end(process, expected=0):
    _, complaint = process.communicate("\n" if expected == 0 else None, timeout=60)
    assert process.returncode == expected, complaint


def kill_server():
    for pid in sorted(postgres.processes("main")):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            # Its postmaster was killed just before, and it noticed.
            continue


def sql(statement):
    at = embedded.parameters()
    link = psycopg2.connect(
        host=at["HOST"], port=at["PORT"], user=at["USER"], password=at["PASSWORD"], dbname=at["NAME"]
    )
    with closing(link), link, link.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


def running():
    return postgres.postmaster("main")


def test_starts_private_and_without_power_and_stops(place):
    process = holder()
    assert os.stat(f"/proc/{running()}").st_uid != 0
    assert sql("SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user") == [(False, False)]
    assert (place / "postgres_password").stat().st_mode & 0o777 == 0o600
    assert postgres.data("main").stat().st_mode & 0o777 == 0o700
    assert postgres.socket_folder("main").stat().st_mode & 0o777 == 0o700
    end(process)
    assert not running()
    assert not postgres.processes("main")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_stops_it_too(number):
    process = holder()
    process.send_signal(number)
    process.communicate(timeout=60)
    assert not running()


def test_rows_survive_a_crash_of_the_server():
    first = holder()
    sql("CREATE TABLE kept AS SELECT generate_series(1, 1000)")
    kill_server()
    second = holder()
    assert sql("SELECT count(*) FROM kept") == [(1000,)]
    end(first)
    end(second)
    assert not running()


def test_an_orphan_is_adopted_and_stopped_at_the_end():
    first = holder()
    orphan = running()
    first.kill()
    first.communicate(timeout=60)
    assert running() == orphan
    second = holder()
    assert running() == orphan
    end(second)
    assert not running()


def test_a_stale_pid_of_another_program_does_not_stop_the_start():
    process = holder()
    sql("CREATE TABLE kept AS SELECT 1")
    locks = [postgres.data("main") / "postmaster.pid", postgres.socket_folder("main") / ".s.PGSQL.5432.lock"]
    stale = [lock.read_text().replace(str(running()), str(os.getpid()), 1) for lock in locks]
    end(process)
    for lock, text in zip(locks, stale, strict=True):
        lock.write_text(text)
    process = holder()
    assert sql("SELECT count(*) FROM kept") == [(1,)]
    end(process)
    assert not running()


def test_the_last_one_out_stops_it():
    first, second = holder(), holder()
    end(first)
    assert sql("SELECT 1") == [(1,)]
    end(second)
    assert not running()


def test_two_that_start_at_once_share_one_server():
    both = [start_holder(), start_holder()]
    assert [process.stdout.readline() for process in both] == ["ready\n", "ready\n"]
    for process in both:
        end(process)
    assert not running()


def test_an_initdb_that_was_cut_off_is_done_again():
    draft = postgres.home("main") / "data.tmp"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    end(holder())


def test_data_of_another_version_is_refused():
    end(holder())
    (postgres.data("main") / "PG_VERSION").write_text("17\n")
    process = start_holder()
    _, complaint = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "dibuat oleh PostgreSQL 17" in complaint
    assert "Traceback" not in complaint


def test_a_long_or_odd_path_still_gets_a_short_socket(place, monkeypatch):
    odd = place / ("panti, ke-2 " + "x" * 90)
    monkeypatch.setenv("BALAI_VAR", str(odd))
    monkeypatch.setattr(postgres, "VAR", odd)
    monkeypatch.setattr(secret, "VAR", odd)
    process = holder()
    assert len(str(postgres.socket_folder("main"))) <= 80
    assert sql("SELECT 1") == [(1,)]
    end(process)
    postgres.socket_folder("main").rmdir()
