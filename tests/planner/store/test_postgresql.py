"""Bad days of a server."""

import psycopg
import pytest
from sqlalchemy import Engine, make_url

from planner.errors import Fault
from planner.store import postgresql
from planner.store.database import open_store
from planner.store.refusals import FULL, HALF, LOCKED, NO_ANSWER, READ_ONLY, REFUSED
from planner.store.saved_plans import Opened, Written, delete_plan, open_plan, save
from tests.planner.store.conftest import FIRST, forget, opened_anew
from tests.postgresql_server import STRANGER, Server


@pytest.fixture
def kind() -> str:
    return "postgresql"


def name_of(url: str) -> str:
    return make_url(url).database or ""


def on_each_version(server: Server, url: str, does: str) -> None:
    """What the server does whenever a version is written."""
    body = f"CREATE FUNCTION does() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {does}; RETURN NEW; END $$"
    server.ask(body, name_of(url))
    server.ask("CREATE TRIGGER does BEFORE INSERT ON versions FOR EACH ROW EXECUTE FUNCTION does()", name_of(url))


def is_as_it_was(store: Engine, token: str) -> bool:
    found = open_plan(store, token)
    assert isinstance(found, Opened)
    return (found.version.number, found.file) == (1, FIRST.file)


@pytest.mark.parametrize("host", ["/no/such/folder", "127.0.0.1:1"])
def test_a_server_that_is_not_there(host: str) -> None:
    assert open_store(f"postgresql:///plans?host={host}", make=True) == NO_ANSWER


def test_a_server_that_lets_nobody_in(server: Server, url: str) -> None:
    wrong = server.url(name_of(url), f"{STRANGER}:wrong")
    found = open_store(wrong, make=True)
    assert found == NO_ANSWER
    assert "wrong" not in repr(found)
    assert open_store(server.url("no_such_database"), make=True) == NO_ANSWER


def test_connections_that_died_meanwhile_are_replaced(server: Server, store: Engine, token: str) -> None:
    ours = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'joinwise'"
    assert (True,) in server.ask(ours)
    assert is_as_it_was(store, token)
    assert save(store, token, 1, FIRST) == 2


def test_one_that_dies_in_the_middle_of_a_save_leaves_what_was_there(
    server: Server, store: Engine, url: str, token: str
) -> None:
    on_each_version(server, url, "PERFORM pg_terminate_backend(pg_backend_pid())")
    assert save(store, token, 1, FIRST) == NO_ANSWER
    assert is_as_it_was(store, token)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("disk_full", FULL),
        ("out_of_memory", NO_ANSWER),
        ("deadlock_detected", LOCKED),
        ("lock_not_available", LOCKED),
        ("insufficient_privilege", READ_ONLY),
        ("undefined_column", HALF),
        ("data_corrupted", HALF),
        ("cannot_connect_now", NO_ANSWER),
        ("division_by_zero", REFUSED),
    ],
)
def test_what_the_server_refuses_in_the_middle_of_a_save(
    server: Server, store: Engine, url: str, token: str, condition: str, said: Fault
) -> None:
    on_each_version(server, url, f"RAISE EXCEPTION USING ERRCODE = '{condition}'")
    assert save(store, token, 1, FIRST) == said
    assert is_as_it_was(store, token)


def test_one_that_may_only_be_read_is_read(server: Server, url: str, token: str) -> None:
    server.ask(f"ALTER DATABASE {name_of(url)} SET default_transaction_read_only = on")
    store = opened_anew(url)
    assert save(store, token, 1, FIRST) == delete_plan(store, token) == READ_ONLY
    assert is_as_it_was(store, token)


def test_an_empty_one_that_may_only_be_read(server: Server, url: str) -> None:
    server.ask(f"ALTER DATABASE {name_of(url)} SET default_transaction_read_only = on")
    assert open_store(url, make=True) == READ_ONLY


def test_whoever_holds_a_plan_is_waited_for_and_then_told(
    server: Server, url: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "WAITS", 0.05)
    store = opened_anew(url)
    with psycopg.connect(host=str(server.folder), user="postgres", dbname=name_of(url)) as other:
        other.execute("SELECT * FROM saved_plans FOR UPDATE")
        assert save(store, token, 1, FIRST) == LOCKED
        assert is_as_it_was(store, token)  # which waits for nobody
    assert save(store, token, 1, FIRST) == 2


def test_the_link_is_in_no_table(server: Server, url: str, token: str) -> None:
    for table in ("saved_plans", "versions", "links"):
        assert token not in str(server.ask(f"SELECT * FROM {table}", name_of(url)))  # noqa: S608 (our own)
    forget()
    assert isinstance(open_plan(opened_anew(url), token), Opened)


def test_a_large_version_comes_back(store: Engine, token: str) -> None:
    file = bytes(range(256)) * 1_000
    assert save(store, token, 1, Written(file, "")) == 2
    found = open_plan(store, token)
    assert isinstance(found, Opened)
    assert found.file == file
