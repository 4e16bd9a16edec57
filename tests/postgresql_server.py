"""A PostgreSQL server of the tests' own: begun in a folder of its own, on a socket there alone, and ended with it.

The server refuses to run as root, so it then runs as the user that Debian's package made for it.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

USER = "postgres"
STRANGER = "stranger"  # who is let in with a password only, and has none
# A lost write would be seen by no test: whoever kills processes, and no machine, loses none by this.
NOT_ON_THE_DISK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Server:
    """A server that runs. databases: numbers for their names."""

    folder: Path
    databases: Iterator[int]

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


def program(name: str) -> Path | None:
    """A program of the server: on the path, or where Debian's package puts it, in the newest version."""
    found = shutil.which(name)
    versions = sorted(Path("/usr/lib/postgresql").glob("*"), key=lambda each: [int(n) for n in each.name.split(".")])
    return Path(found) if found else next((each / "bin" / name for each in reversed(versions)), None)


def missing() -> str:
    """Why there can be no server here; empty where there can be one."""
    if program("initdb") is None:
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
    as_whom: dict[str, Any] = {}
    if os.geteuid() == 0:
        owner = pwd.getpwnam(USER)
        as_whom = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        os.chown(folder, owner.pw_uid, owner.pw_gid)

    def run(name: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(program(name)), "--pgdata", str(folder / "data"), *arguments],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            **as_whom,
        )
        assert done.returncode == 0, done.stderr

    try:
        run("initdb", "--username", USER, "--auth", "trust", "--encoding", "UTF8", "--no-sync", "--no-instructions")
        rules = folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {STRANGER} scram-sha-256\nlocal all all trust\n")
        options = (f"unix_socket_directories={folder}", "listen_addresses=", "max_connections=30", *settings)
        log = str(folder / "log")
        run("pg_ctl", "start", "--wait", "--log", log, "--options", " ".join(f"-c {each}" for each in options))
        try:
            server = Server(folder, count())
            server.ask(f"CREATE USER {STRANGER}")
            yield server
        finally:
            run("pg_ctl", "stop", "--mode", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
