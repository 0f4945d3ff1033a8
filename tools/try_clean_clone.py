"""Installs a clean clone in bare Debian systems, as a newcomer would; run before a release.

`python -m tools.try_clean_clone FOLDER [--test] [--only SYSTEM]` makes each system in FOLDER with debootstrap, with
python3 and make and nothing else, clones the last commit into it, and runs `make run` there (with --test `make test`
too). It needs root, Linux and debootstrap, and some 2 GB in FOLDER; each system is removed when it has been tried.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PERSON = "ana"
INSIDE = Path("srv/enlace")
PAPERS = ("muestra.enlace", "dossier.pdf", "dossier.xlsx", "ventana.png")

HANDED_ON = ("PIP_DEFAULT_TIMEOUT", "PIP_INDEX_URL", "PIP_PROXY", "UV_DEFAULT_INDEX")
PROXIES = ("http_proxy", "https_proxy", "no_proxy")
"""What is handed on of this computer's way to the network. Nothing else is, but for the certificates."""
CERTIFICATES = ("PIP_CERT", "SSL_CERT_FILE")
TRUSTED = Path("etc/trusted-outside.crt")
"""Where a bare system finds the certificates that this computer trusts, if it names any: its network may have its own.

They stand apart from those of Debian, which its package of them writes anew.
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """One newcomer: the name of a Debian, and whether an ordinary person sits there rather than root."""

    debian: str
    is_person: bool = False

    @property
    def name(self) -> str:
        """Return the name by which the trial is asked for."""
        return f"{self.debian}-{'person' if self.is_person else 'root'}"


TRIALS = (Trial("bookworm"), Trial("bookworm", is_person=True), Trial("trixie"))


class TrialError(Exception):
    """A newcomer would have been stopped; the message says by what."""


@dataclass(frozen=True, slots=True)
class System:
    """A bare system in the folder `at`; what is run in it is kept in `log`."""

    at: Path
    log: Path

    def run(self, *command: str, user: str = "root") -> tuple[int, str]:
        """Run `command` where the clone is and give its exit code and what it said.

        Mounts are of the command's own namespace: none is left when the folder is removed.
        """
        mounts = "mount -t proc proc /proc && mkdir -p /dev/shm && mount -t tmpfs shm /dev/shm"
        inside = f'{mounts} && cd /{INSIDE} && exec runuser -u {user} -- "$@"'
        whole = ("unshare", "--mount", f"--root={self.at}", "sh", "-c", inside, "sh", *command)
        done = subprocess.run(
            whole, env=environment(user), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True
        )
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"$ {' '.join(command)}\n{done.stdout}\n")
        return done.returncode, done.stdout

    def demand(self, *command: str, user: str = "root") -> float:
        """Run `command` and give its seconds; TrialError when it fails."""
        begun = time.monotonic()
        code, said = self.run(*command, user=user)
        if code:
            raise TrialError(f"`{' '.join(command)}` ended with {code}; {self.log} has all of it:\n{said[-1500:]}")
        return time.monotonic() - begun


def environment(user: str, outer: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables of `user` in a bare system: what any login has, and the way to the network."""
    home = "/root" if user == "root" else f"/var/lib/{user}"
    kept = {name: outer[name] for name in (*HANDED_ON, *PROXIES) if name in outer}
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    kept |= {name: f"/{TRUSTED}" for name in CERTIFICATES if outer.get("SSL_CERT_FILE")}
    return {"PATH": path, "HOME": home, "LANG": "C.UTF-8", **kept}


def mirror_of(targets: str) -> str:
    """Return the mirror of Debian among what `apt-get indextargets` says, a line of label and address each."""
    found = re.search(r"^Debian (\S+)$", targets, re.MULTILINE)
    if not found:
        raise TrialError("apt knows no mirror of Debian here: name one with --mirror")
    return found[1]


def line_to_type(said: str) -> str:
    """Return the line that make tells an ordinary person to type; TrialError when it tells none, or several."""
    lines: list[str] = re.findall(r"^ {4}(sudo apt-get install .+)$", said, re.MULTILINE)
    if len(lines) != 1:
        raise TrialError(f"an ordinary person is told {len(lines)} lines to type:\n{said[-1500:]}")
    return lines[0]


def make_system(debian: str, at: Path, mirror: str) -> System:
    """Make a bare system with python3 and make, and a clone of the last commit in it."""
    shutil.rmtree(at, ignore_errors=True)
    log = at.with_suffix(".log")
    command = ("debootstrap", "--variant=minbase", "--include=python3,make", debian, str(at), mirror)
    with log.open("w", encoding="utf-8") as said:
        if subprocess.run(command, stdout=said, stderr=subprocess.STDOUT, check=False).returncode:
            raise TrialError(f"debootstrap could not make {debian}: {log} says why")
    if trusted := os.environ.get("SSL_CERT_FILE"):
        shutil.copy(trusted, at / TRUSTED)
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, at / INSIDE], check=True)
    return System(at, log)


def try_run(system: System, trial: Trial) -> Iterable[str]:
    """Run `make run` as the newcomer of `trial`, and give what was measured; TrialError when something is amiss."""
    user = "root"
    if trial.is_person:
        user = PERSON
        system.demand("useradd", "--home-dir", environment(PERSON)["HOME"], "--create-home", PERSON)
        system.demand("chown", "-R", f"{PERSON}:", f"/{INSIDE}")
        line = line_to_type(system.run("make", "run", user=user)[1])
        yield f"stops and says: {line}"
        system.demand("apt-get", "update")
        system.demand("env", "DEBIAN_FRONTEND=noninteractive", *line.removeprefix("sudo ").split(), "--yes")
    yield f"make run {system.demand('make', 'run', user=user):.0f} s"
    clone = system.at / INSIDE
    if missing := [name for name in PAPERS if not (clone / "out" / name).is_file()]:
        raise TrialError(f"`make run` left no {', '.join(missing)}")
    if tools := [path.name for path in clone.glob(".venv/lib/*/site-packages/pytest")]:
        raise TrialError(f"`make run` installed {tools[0]}, which the program does not need")
    yield f".venv {megabytes(clone / '.venv')} MB"
    yield f"make run again {system.demand('make', 'run', user=user):.0f} s"


def try_tests(system: System, trial: Trial) -> Iterable[str]:
    """Run `make test` as the newcomer of `trial`, and give what was measured."""
    yield f"make test {system.demand('make', 'test', user=PERSON if trial.is_person else 'root'):.0f} s"
    yield f".venv {megabytes(system.at / INSIDE / '.venv')} MB"


def megabytes(folder: Path) -> int:
    """Return what `folder` takes on the disk, in units of 1,048,576 bytes as `du -m` counts."""
    said = subprocess.run(["du", "-sm", folder], capture_output=True, check=True, text=True).stdout
    return int(said.split()[0])


def arguments() -> argparse.Namespace:
    """Read what is asked for; ends the program when it cannot be."""
    parser = argparse.ArgumentParser(prog="python -m tools.try_clean_clone", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the systems are made")
    parser.add_argument("--only", action="append", choices=[trial.name for trial in TRIALS], help="this system alone")
    parser.add_argument("--test", action="store_true", help="run `make test` too")
    parser.add_argument("--mirror", help="where debootstrap finds Debian; by default where apt does")
    return parser.parse_args()


def main() -> int:
    """Try each system, say what was measured, and give the exit code, 0 when no newcomer was stopped."""
    asked = arguments()
    asked.folder.mkdir(parents=True, exist_ok=True)
    command = ["apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages"]
    mirror = asked.mirror or mirror_of(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    stopped = 0
    for trial in TRIALS:
        if not asked.only or trial.name in asked.only:
            stopped += not _went_well(trial, asked.folder.resolve() / trial.name, mirror, with_tests=asked.test)
    return 1 if stopped else 0


def _went_well(trial: Trial, at: Path, mirror: str, *, with_tests: bool) -> bool:
    try:
        system = make_system(trial.debian, at, mirror)
        for measured in try_run(system, trial):
            _say(trial, measured)
        for measured in try_tests(system, trial) if with_tests else ():
            _say(trial, measured)
    except TrialError as failure:
        _say(trial, f"STOPPED: {failure}")
        return False
    finally:
        shutil.rmtree(at, ignore_errors=True)
    return True


def _say(trial: Trial, words: str) -> None:
    sys.stdout.write(f"{trial.name}: {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
