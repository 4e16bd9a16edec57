"""Bad days of a file."""

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine

from planner.errors import Fault
from planner.store import sqlite
from planner.store.database import open_store
from planner.store.refusals import FULL, HALF, LOCKED, MISSING, NO_LINK, READ_ONLY
from planner.store.saved_plans import Opened, Written, keep, open_plan, save
from tests.planner.store.conftest import FIRST, path_of


@pytest.fixture
def kind() -> str:
    return "sqlite"


def test_nothing_is_made_until_somebody_saves(url: str) -> None:
    assert open_store(url) == MISSING
    assert not path_of(url).parent.exists()
    assert isinstance(open_store(url, make=True), Engine)
    assert path_of(url).stat().st_mode & 0o077 == 0  # for nobody else


@pytest.mark.parametrize(
    ("number", "said"), [(errno.EACCES, READ_ONLY), (errno.EROFS, READ_ONLY), (errno.ENOSPC, FULL)]
)
def test_where_no_file_can_be_made(url: str, number: int, said: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(number, "refused")  # as root may write anywhere

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert open_store(url, make=True) == said


def test_a_file_that_vanished_is_missed_and_not_made_anew(store: Engine, url: str, token: str) -> None:
    away = path_of(url).with_name("elsewhere")
    path_of(url).rename(away)
    assert open_plan(store, token) == save(store, token, 1, FIRST) == MISSING
    assert not path_of(url).exists()
    away.rename(path_of(url))
    assert isinstance(open_plan(store, token), Opened)


def test_where_a_file_vanished_a_plan_can_be_kept_anew(store: Engine, url: str, token: str) -> None:
    path_of(url).unlink()
    assert open_store(url) is store
    assert open_plan(store, token) == MISSING
    anew = open_store(url, make=True)
    assert isinstance(anew, Engine)
    assert isinstance(keep(anew, FIRST), str)
    assert open_plan(anew, token) == NO_LINK


def test_whoever_holds_it_is_waited_for_and_then_told(
    store: Engine, url: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAITS", 0.05)
    other = sqlite3.connect(path_of(url), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert save(store, token, 1, FIRST) == open_plan(store, token) == LOCKED
    other.execute("ROLLBACK")
    assert save(store, token, 1, FIRST) == 2
    other.close()


def test_one_that_may_only_be_read_is_read(store: Engine, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "query_only = ON"))  # as root may write any file
    assert save(store, token, 1, FIRST) == READ_ONLY
    assert isinstance(open_plan(store, token), Opened)


def test_a_full_disk_keeps_what_was_there(store: Engine, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "max_page_count = 30"))
    assert save(store, token, 1, Written(b"x" * 200_000, "")) == FULL
    found = open_plan(store, token)
    assert isinstance(found, Opened)
    assert (found.version.number, found.file) == (1, FIRST.file)


def test_what_is_no_database_at_all(url: str) -> None:
    path_of(url).parent.mkdir()
    path_of(url).write_bytes(b"a letter to a friend, and no database " * 100)
    assert open_store(url, make=True) == HALF


def test_the_link_is_not_in_the_file(store: Engine, url: str, token: str) -> None:
    assert token.encode() not in path_of(url).read_bytes()
    assert isinstance(open_plan(store, token), Opened)
