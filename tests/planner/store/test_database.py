"""Bad days of the database: each is a sentence, and nothing is made, lost or half done."""

import errno
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from planner.errors import Fault
from planner.store import database
from planner.store.database import STATED_AS, open_store, stated_url
from planner.store.refusals import FULL, HALF, LOCKED, MISSING, NEWER, NO_DATABASE, READ_ONLY
from planner.store.saved_plans import Opened, Written, keep, open_plan, save
from planner.store.tables import METADATA, REVISION
from tests.planner.store.conftest import FIRST, path_of


@pytest.fixture
def afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """As another process finds it."""
    monkeypatch.setattr(database, "_opened", {})


def test_the_steps_lead_to_the_tables_of_this_version(store: Engine) -> None:
    with store.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    assert ScriptDirectory(str(database.MIGRATIONS)).get_heads() == [REVISION]


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


def test_it_lies_in_the_data_folder_or_where_it_is_stated() -> None:
    assert stated_url({}).startswith("sqlite:///")
    assert stated_url({}).endswith("saved-plans.sqlite")
    assert stated_url({STATED_AS: "sqlite:////tmp/x"}) == "sqlite:////tmp/x"


@pytest.mark.parametrize("stated", ["nonsense", "sqlite://", "sqlite:///:memory:", "nosuch://x/y"])
def test_what_is_no_database_is_said(stated: str) -> None:
    found = open_store(stated, make=True)
    assert isinstance(found, Fault)
    assert found.message == NO_DATABASE.message


def test_a_file_that_vanished_is_missed_and_not_made_anew(store: Engine, url: str, token: str) -> None:
    away = path_of(url).with_name("elsewhere")
    path_of(url).rename(away)
    assert open_plan(store, token) == save(store, token, 1, FIRST) == MISSING
    assert not path_of(url).exists()
    away.rename(path_of(url))
    assert isinstance(open_plan(store, token), Opened)


def test_whoever_holds_it_is_waited_for_and_then_told(
    store: Engine, url: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAITS", 0.05)
    other = sqlite3.connect(path_of(url), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert save(store, token, 1, FIRST) == open_plan(store, token) == LOCKED
    other.execute("ROLLBACK")
    assert save(store, token, 1, FIRST) == 2
    other.close()


def test_one_that_may_only_be_read_is_read(store: Engine, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PRAGMAS", (*database.PRAGMAS, "query_only = ON"))  # as root may write any file
    assert save(store, token, 1, FIRST) == READ_ONLY
    assert isinstance(open_plan(store, token), Opened)


def test_a_full_disk_keeps_what_was_there(store: Engine, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PRAGMAS", (*database.PRAGMAS, "max_page_count = 30"))
    assert save(store, token, 1, Written(b"x" * 200_000, "")) == FULL
    found = open_plan(store, token)
    assert isinstance(found, Opened)
    assert (found.version.number, found.file) == (1, FIRST.file)


@pytest.mark.usefixtures("afresh")
def test_a_newer_version_is_left_alone(store: Engine, url: str) -> None:
    with store.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '2'")
    database._opened.clear()
    before = path_of(url).read_bytes()
    assert open_store(url) == open_store(url, make=True) == NEWER
    assert path_of(url).read_bytes() == before


@pytest.mark.usefixtures("afresh")
@pytest.mark.parametrize("gone", ["links", "alembic_version"])
def test_one_that_is_not_whole_is_left_alone(store: Engine, url: str, token: str, gone: str) -> None:
    with store.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {gone}")
    if gone == "links":
        assert open_plan(store, token) == keep(store, FIRST) == HALF
    database._opened.clear()
    assert open_store(url, make=True) == HALF


@pytest.mark.usefixtures("afresh")
def test_what_is_no_database_at_all(url: str) -> None:
    path_of(url).parent.mkdir()
    path_of(url).write_bytes(b"a letter to a friend, and no database " * 100)
    assert open_store(url, make=True) == HALF


@pytest.mark.usefixtures("afresh")
def test_a_step_that_fails_midway_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was begun of it is not there, so that the next opening does all of it."""
    folder = tmp_path / "steps"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text((database.MIGRATIONS / "env.py").read_text())
    step = (database.MIGRATIONS / "versions" / "saved_plans.py").read_text()
    (folder / "versions" / "saved_plans.py").write_text(step + "    raise RuntimeError\n")
    with monkeypatch.context() as broken:
        broken.setattr(database, "MIGRATIONS", folder)
        with pytest.raises(RuntimeError):
            open_store(url, make=True)
    found = open_store(url)
    assert isinstance(found, Engine)
    assert isinstance(keep(found, FIRST), str)
