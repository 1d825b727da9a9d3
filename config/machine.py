"""Makes this machine ready: system packages, .venv, locked dependencies. Runs before there is a .venv."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
LIBRARIES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
FONTS = {"fonts-dejavu-core": "DejaVuSans.ttf", "fonts-liberation": "LiberationSans-Regular.ttf"}


def main():
    for_tests = sys.argv[1:] == ["tests"]
    install_packages(missing_packages(for_tests))
    make_venv()
    if for_tests and on_ubuntu():
        install_playwright_chromium()


def missing_packages(for_tests):
    libraries = output_of("/sbin/ldconfig", "-p")
    fonts = output_of("fc-list", ":", "file")
    missing = [package for package, file in LIBRARIES.items() if file not in libraries]
    missing += [package for package, file in FONTS.items() if file not in fonts]
    if for_tests and not on_ubuntu() and not shutil.which("chromium"):
        missing.append("chromium")
    return missing


def output_of(program, *arguments):
    if not shutil.which(program):
        return ""
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def on_ubuntu():
    """Where apt's chromium is only a door to a snap, which a test cannot drive."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=ubuntu" in release.read_text().splitlines()


def install_packages(packages):
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        sys.exit(f"Pasang dahulu padanan paket Debian ini: {' '.join(packages)}. Lalu ulangi.")
    if os.getuid() and not may_sudo():
        sys.exit(f"Perlu hak administrator sekali saja. Jalankan ini, lalu ulangi:\n  sudo {' '.join(command)}")
    print("Memasang paket sistem:", *packages, flush=True)
    as_root = ["sudo", "-n"] if os.getuid() else []
    as_root += ["env", "DEBIAN_FRONTEND=noninteractive"]
    quiet = ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    call(*as_root, "apt-get", "update", "-qq")
    call(*as_root, *command, *quiet)


def may_sudo():
    return bool(shutil.which("sudo")) and not subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode


def make_venv():
    locked = hashlib.sha256(Path("requirements.txt").read_bytes() + sys.version.encode()).hexdigest()
    mark = VENV / "installed.txt"
    if mark.exists() and mark.read_text() == locked and (VENV / "bin/python").exists():
        return
    # Debian keeps this part of Python in a package of its own.
    if subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode:
        sys.exit("Modul venv belum ada. Jalankan ini, lalu ulangi:\n  sudo apt-get install -y python3-venv")
    print("Memasang pustaka Python ke .venv …", flush=True)
    call(sys.executable, "-m", "venv", *([] if same_python() else ["--clear"]), VENV)
    pip = [VENV / "bin/python", "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    # What this machine's pip is told to hold back must not decide: the lock file does.
    environment = {**os.environ, "PIP_CONSTRAINT": os.devnull}
    call(*pip, "--require-hashes", "-r", "requirements.txt", env=environment)
    mark.write_text(locked)


def same_python():
    python = VENV / "bin/python"
    ours = f"{sys.version_info.major}.{sys.version_info.minor}"
    return python.exists() and f"Python {ours}." in output_of(str(python), "--version")


def install_playwright_chromium():
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    if not any(cache.glob("chromium-*")):
        call(VENV / "bin/python", "-m", "playwright", "install", "--with-deps", "chromium")


def call(*command, env=None):
    done = subprocess.run(command, env=env)
    if done.returncode:
        sys.exit(f"Gagal: {' '.join(map(str, command))}")


if __name__ == "__main__":
    main()
