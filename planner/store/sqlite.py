"""Saved plans in a file: what is deleted is written over, a save is on the disk before it is told, and a file that
vanished is missed and not made anew.
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from planner.errors import Fault
from planner.store.refusals import MISSING

WAITS = 3.0  # seconds, for another who is writing
PRAGMAS = ("foreign_keys = ON", "secure_delete = ON", "synchronous = EXTRA")
WRITES = "writes"


def address_of(file: Path) -> str:
    """A database in a file, as SQLAlchemy writes it."""
    return URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def engine_of_file(url: URL, *, make: bool) -> Engine | Fault:
    """An engine of the file that the address names. make: makes an empty one where there is none."""
    if not url.database or url.database == ":memory:":
        raise ArgumentError("a database in memory keeps nothing")
    file = Path(url.database).absolute()
    if not file.exists():
        if not make:
            return MISSING
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))  # nobody else's to read

    def connect() -> sqlite3.Connection:
        """Anew each time, so that a file that vanished is missed."""
        connection = sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True, timeout=WAITS, isolation_level=None)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(address_of(file), creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """Who writes says so first, or two who read before they write would stand in each other's way."""
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def has_vanished(engine: Engine) -> bool:
    """Whether the database is a file that is no longer there."""
    return engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists()
