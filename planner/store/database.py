"""Where saved plans are: a file in the person's own data folder, or the database that JOINWISE_DATABASE names.

It is made when somebody saves for the first time, and brought up to this version when it is opened.
"""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import platformdirs
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, exc, inspect, make_url

from planner.errors import Fault
from planner.store import expiry
from planner.store.postgresql import engine_of_server, make_alone
from planner.store.refusals import FULL, HALF, LOCKED, NEWER, NO_DATABASE, READ_ONLY, STATED_AS, fault_of
from planner.store.sqlite import WRITES, address_of, engine_of_file, has_vanished
from planner.store.tables import METADATA, REVISION

FILE = "saved-plans.sqlite"
MIGRATIONS = Path(__file__).with_name("migrations")

P = ParamSpec("P")
Found = TypeVar("Found")

_opened: dict[str, Engine] = {}  # by address: one for the process, brought up to this version


def answers_faults(ask: Callable[P, Found]) -> Callable[P, Found | Fault]:
    """What the database refuses comes back as a fault, as everything does that is wrong with what a person has."""

    @wraps(ask)
    def asked(*arguments: P.args, **named: P.kwargs) -> Found | Fault:
        try:
            return ask(*arguments, **named)
        except exc.DBAPIError as error:
            return fault_of(error)
        except exc.TimeoutError:  # all connections that there may be are in use
            return LOCKED

    return asked


def stated_url(environment: Mapping[str, str] = os.environ) -> str:
    """The database as SQLAlchemy writes it: what is stated, or a file in the person's data folder."""
    stated = environment.get(STATED_AS, "").strip()
    return stated or address_of(platformdirs.user_data_path("joinwise", appauthor=False) / FILE)


def open_store(url: str | None = None, *, make: bool = False) -> Engine | Fault:
    """The database of saved plans, of this version. make: makes one where there is none, to keep a first plan in it.

    Without a database, and none to be made, it is missing. One that vanished is missed by whoever has a plan in it.
    """
    url = url or stated_url()
    if url in _opened and not (make and has_vanished(_opened[url])):
        return _opened[url]
    try:
        engine = _engine(make_url(url), make=make)
    except (exc.ArgumentError, exc.NoSuchModuleError, ImportError):
        return NO_DATABASE
    except OSError as error:
        return FULL if error.errno in {errno.ENOSPC, errno.EDQUOT} else READ_ONLY
    if isinstance(engine, Engine):
        fault = _bring_up(engine)
        if fault is not None:
            engine.dispose()
            return fault
        _remove_expired(engine)
        _opened[url] = engine
    return engine


def _engine(url: URL, *, make: bool) -> Engine | Fault:
    kind = url.get_backend_name()
    if kind == "postgresql":
        return engine_of_server(url)
    return engine_of_file(url, make=make) if kind == "sqlite" else NO_DATABASE


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it is kept, or none."""
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        yield connection


def writes(connection: Connection) -> bool:
    """Whether it was begun to write."""
    return bool(connection.get_execution_options().get(WRITES))


@answers_faults
def _bring_up(engine: Engine) -> Fault | None:
    """Brings an empty or earlier database to this version; or says why it stays as it is."""
    with engine.connect().execution_options(isolation_level="SERIALIZABLE") as connection:  # both at one moment
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
        if connection.dialect.name == "postgresql":
            make_alone(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")  # looks anew at what there is: somebody may have made it meanwhile
    return None


@answers_faults
def _remove_expired(engine: Engine) -> None:
    """Where nothing may be written it stays, and no link opens it."""
    with engine.connect() as connection:
        found = connection.execute(expiry.expired().limit(1)).first()
    if found is not None:
        with writing(engine) as connection:
            expiry.remove_expired(connection)


def _revision(connection: Connection) -> str | None:
    """The version of the database; None where it says none."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
