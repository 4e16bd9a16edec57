"""Where saved plans are: a file in the person's own data folder, or the database that JOINWISE_DATABASE names.

It is made when somebody saves for the first time, and brought up to this version when it is opened. On SQLite what is
deleted is written over, a save is on the disk before it is told, and a file that vanished is missed and not made anew.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar
from urllib.parse import quote

import platformdirs
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from planner.errors import Fault
from planner.store.refusals import FULL, HALF, MISSING, NEWER, NO_DATABASE, READ_ONLY, fault_of
from planner.store.tables import METADATA, REVISION

STATED_AS = "JOINWISE_DATABASE"
FILE = "saved-plans.sqlite"
MIGRATIONS = Path(__file__).with_name("migrations")
WAITS = 3.0  # seconds, for another who is writing
PRAGMAS = ("foreign_keys = ON", "secure_delete = ON", "synchronous = EXTRA")
WRITES = "writes"

P = ParamSpec("P")
Found = TypeVar("Found")

_opened: dict[str, Engine] = {}  # by address: one for the process, brought up to this version


def answers_faults(ask: Callable[P, Found]) -> Callable[P, Found | Fault]:
    """What the database refuses comes back as a fault, as everything does that is wrong with what a person has."""

    @wraps(ask)
    def asked(*arguments: P.args, **named: P.kwargs) -> Found | Fault:
        try:
            return ask(*arguments, **named)
        except DBAPIError as error:
            return fault_of(error)

    return asked


def stated_url(environment: Mapping[str, str] = os.environ) -> str:
    """The database as SQLAlchemy writes it: what is stated, or a file in the person's data folder."""
    stated = environment.get(STATED_AS, "").strip()
    return stated or address_of(platformdirs.user_data_path("joinwise", appauthor=False) / FILE)


def address_of(file: Path) -> str:
    """A database in a file, as SQLAlchemy writes it."""
    return URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def open_store(url: str | None = None, *, make: bool = False) -> Engine | Fault:
    """The database of saved plans, of this version. make: makes one where there is none, for the first save.

    Without a database, and none to be made, it is missing.
    """
    url = url or stated_url()
    if url in _opened:
        return _opened[url]
    try:
        parts = make_url(url)
        engine = _engine(parts, make=make)
    except (ArgumentError, NoSuchModuleError, ImportError):
        return Fault("", NO_DATABASE.message, "", "", {"setting": STATED_AS})
    except OSError as error:
        return FULL if error.errno in {errno.ENOSPC, errno.EDQUOT} else READ_ONLY
    if isinstance(engine, Engine):
        fault = _bring_up(engine)
        if fault is not None:
            return fault
        _opened[url] = engine
    return engine


def _engine(url: URL, *, make: bool) -> Engine | Fault:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if not url.database or url.database == ":memory:":
        raise ArgumentError("a database in memory keeps nothing")
    file = Path(url.database).absolute()
    if not file.exists():
        if not make:
            return MISSING
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))  # nobody else's to read
    return _of_sqlite(file)


def _of_sqlite(file: Path) -> Engine:
    """An engine of a file that is there. Each time it is opened anew, so that a file that vanished is missed."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True, timeout=WAITS, isolation_level=None)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """Who writes says so first, or two who read before they write would stand in each other's way."""
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it is kept, or none."""
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        yield connection


@answers_faults
def _bring_up(engine: Engine) -> Fault | None:
    """Brings an empty or earlier database to this version; or says why it stays as it is."""
    with engine.connect() as connection:
        revision, tables = _revision(connection), set(inspect(connection).get_table_names())
    if revision == REVISION:
        return None if tables.issuperset(METADATA.tables) else HALF
    if revision is None:
        if tables & set(METADATA.tables):
            return HALF
    elif not (revision.isdigit() and int(revision) < int(REVISION)):
        return NEWER
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return None


def _revision(connection: Connection) -> str | None:
    """The version of the database; None where it says none."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
