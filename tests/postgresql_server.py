"""A PostgreSQL server of the tests' own: begun in a folder of its own, on a socket there alone, and ended with it.

The server refuses to run as root, so it then runs as the user that Debian's package made for it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

USER = "postgres"
STARTS_WITHIN = 30.0  # seconds, on a busy machine
STRANGER = "stranger"  # who is let in with a password only, and has none
# A lost write would be seen by no test: whoever kills processes, and no machine, loses none by this.
NOT_ON_THE_DISK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Server:
    """A server with an empty cluster in a folder."""

    def __init__(self, folder: Path, settings: tuple[str, ...]) -> None:
        self.folder = folder
        self.databases = count()  # numbers for their names
        self.process: subprocess.Popen[bytes] | None = None
        self.settings = (f"unix_socket_directories={folder}", "listen_addresses=", "max_connections=30", *settings)
        self.begun: dict[str, Any] = {"cwd": folder, "env": {"LC_ALL": "C.UTF-8"}, "stdin": subprocess.DEVNULL}
        if os.geteuid() == 0:
            owner = pwd.getpwnam(USER)
            self.begun |= {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        how = ("--username", USER, "--auth", "trust", "--encoding", "UTF8", "--no-sync", "--no-instructions")
        subprocess.run([program("initdb"), *how, "data"], check=True, stdout=subprocess.DEVNULL, **self.begun)
        rules = folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {STRANGER} scram-sha-256\nlocal all all trust\n")

    def start(self) -> None:
        """Begins it, and waits until it answers."""
        stated = [part for each in self.settings for part in ("-c", each)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [program("postgres"), "-D", "data", *stated], stdout=log, stderr=log, **self.begun
            )
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                self.ask("SELECT 1")
                return
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                assert time.monotonic() < until, "the server did not start"
                time.sleep(0.02)

    def stop(self) -> None:
        """Ends it at once, with everything that it runs."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()

    def crash(self) -> None:
        """Kills it with everything that it runs, as a machine does whose memory is out."""
        assert self.process is not None
        for process in (self.process.pid, *children_of(self.process.pid)):
            os.kill(process, signal.SIGKILL)
        self.process.wait()

    def url(self, database: str, user: str = USER) -> str:
        """A database of it, as SQLAlchemy writes it. user: with a password after a colon, where there is one."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The name of an empty database."""
        name = f"saved_{next(self.databases)}"
        self.ask(f"CREATE DATABASE {name}")
        return name

    def ask(self, statement: str, database: str = USER) -> list[Any]:
        """What the server answers to one statement, asked beside the program."""
        with psycopg.connect(host=str(self.folder), user=USER, dbname=database, autocommit=True) as connection:
            found = connection.execute(statement)  # type: ignore[call-overload]
            return found.fetchall() if found.description else []


def children_of(process: int) -> list[int]:
    """The processes that it began, as Linux lists them."""
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def program(name: str) -> str:
    """A program of the server: on the path, or where Debian's package puts it; empty where it is not there."""
    found = shutil.which(name) or shutil.which(name, path=":".join(map(str, Path("/usr/lib/postgresql").glob("*/bin"))))
    return found or ""


def missing() -> str:
    """Why there can be no server here; empty where there can be one."""
    if not program("initdb"):
        return "no PostgreSQL: install postgresql"
    if os.geteuid() == 0 and USER not in {each.pw_name for each in pwd.getpwall()}:
        return f"PostgreSQL does not run as root, and there is no user {USER}"
    return ""


def refuse_or_skip() -> None:
    """Skips the test where there can be no server, or fails it where CI=true."""
    if why := missing():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{why}, and CI=true allows no skipped tests")
        pytest.skip(why)


@contextmanager
def running_server(settings: tuple[str, ...] = NOT_ON_THE_DISK) -> Iterator[Server]:
    """A server with an empty cluster, for as long as the block."""
    folder = Path(tempfile.mkdtemp(prefix="joinwise-pg-", dir="/tmp"))
    try:
        server = Server(folder, settings)
        server.start()
        try:
            server.ask(f"CREATE USER {STRANGER}")
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
