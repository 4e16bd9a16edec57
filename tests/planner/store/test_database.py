"""Bad days of any database: each is a sentence, and nothing is made, lost or half done."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, make_url

from planner.errors import Fault
from planner.store import database
from planner.store.database import open_store, stated_url
from planner.store.refusals import HALF, NEWER, NO_DATABASE, STATED_AS
from planner.store.saved_plans import Between, Opened, Written, keep, open_plan, save, versions
from planner.store.tables import METADATA, REVISION
from tests.planner.store.conftest import FIRST, forget, opened_anew

AT_ONCE = 4


def test_the_steps_lead_to_the_tables_of_this_version(store: Engine) -> None:
    with store.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    assert ScriptDirectory(str(database.MIGRATIONS)).get_heads() == [REVISION]


def test_it_lies_in_the_data_folder_or_where_it_is_stated() -> None:
    assert stated_url({}).startswith("sqlite:///")
    assert stated_url({}).endswith("saved-plans.sqlite")
    assert stated_url({STATED_AS: " postgresql:///x\n"}) == "postgresql:///x"


@pytest.mark.parametrize("stated", ["nonsense", "sqlite://", "sqlite:///:memory:", "nosuch://x/y", "mysql://x/y"])
def test_what_is_no_database_is_said(stated: str) -> None:
    assert open_store(stated, make=True) == NO_DATABASE


def test_a_newer_version_is_left_alone(store: Engine, url: str, token: str) -> None:
    with store.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '2'")
    forget()
    assert open_store(url) == open_store(url, make=True) == NEWER
    with store.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '1'")
    assert isinstance(open_plan(opened_anew(url), token), Opened)


@pytest.mark.parametrize("gone", ["links", "alembic_version"])
def test_one_that_is_not_whole_is_left_alone(store: Engine, url: str, token: str, gone: str) -> None:
    with store.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {gone}")
    if gone == "links":
        assert open_plan(store, token) == keep(store, FIRST) == HALF
    forget()
    assert open_store(url, make=True) == HALF
    with store.connect() as connection:
        assert gone not in inspect(connection).get_table_names()


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


def test_several_who_open_an_empty_one_at_once_make_it_once(url: str) -> None:
    engines = [database._engine(make_url(url), make=True) for _ in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as at_once:
        assert list(at_once.map(database._bring_up, engines)) == [None] * AT_ONCE
    for engine in engines:
        assert isinstance(engine, Engine)
        assert isinstance(keep(engine, FIRST), str)
        engine.dispose()


def test_of_several_who_save_at_once_one_does(store: Engine, token: str) -> None:
    with ThreadPoolExecutor(AT_ONCE) as at_once:
        found = list(at_once.map(lambda number: save(store, token, 1, Written(b"%d" % number, "")), range(AT_ONCE)))
    assert found.count(2) == 1
    [others] = {(each.newest.version.number, each.newest.file) for each in found if isinstance(each, Between)}
    assert others == (2, b"%d" % found.index(2))
    assert sum(isinstance(each, Between) for each in found) == AT_ONCE - 1


def test_several_who_go_on_saving_lose_nothing(store: Engine, token: str) -> None:
    def save_thrice(name: str) -> None:
        number, left = 1, 3
        while left:
            found = save(store, token, number, Written(b"", name))
            assert not isinstance(found, Fault), found
            number = found.newest.version.number if isinstance(found, Between) else found
            left -= isinstance(found, int)

    with ThreadPoolExecutor(AT_ONCE) as at_once:
        list(at_once.map(save_thrice, "ABCD"))
    found = versions(store, token)
    assert not isinstance(found, Fault)
    assert [each.number for each in found] == list(range(13, 0, -1))
    assert sorted(each.saved_by for each in found) == [*"AAA", "Anna", *"BBBCCCDDD"]
