"""A database of saved plans of its own for each test, on SQLite and on PostgreSQL, and a plan kept in it.

A module on one of the two has a `kind` of its own.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from planner.errors import Fault
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.store import database
from planner.store.database import open_store
from planner.store.saved_plans import Written, keep
from planner.store.sqlite import address_of
from tests.plans import small_seller
from tests.postgresql_server import Server, refuse_or_skip, running_server

FILE = PlanFile(company="example-company", plan=small_seller(name="Anna"))
FIRST = Written(dump_plan_file(FILE), "Anna")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    refuse_or_skip()
    with running_server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    if kind == "sqlite":
        return address_of(tmp_path / "with a space%20" / "plans.sqlite")
    server: Server = request.getfixturevalue("server")
    return server.url(server.new_database())


@pytest.fixture(autouse=True)
def afresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As another process finds it, and with no connection left open."""
    monkeypatch.setattr(database, "_opened", {})
    yield
    forget()


def forget() -> None:
    """What was opened is opened anew, as by another process."""
    for engine in database._opened.values():
        engine.dispose()
    database._opened.clear()


def path_of(url: str) -> Path:
    return Path(make_url(url).database or "")


@pytest.fixture
def store(url: str) -> Engine:
    return opened_anew(url)


def opened_anew(url: str) -> Engine:
    forget()
    found = open_store(url, make=True)
    assert not isinstance(found, Fault)
    return found


@pytest.fixture
def token(store: Engine) -> str:
    found = keep(store, FIRST)
    assert isinstance(found, str)
    return found
