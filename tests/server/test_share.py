"""make share: who can open the planner then, and how it listens."""

import pytest

from planner.address import STATED_AS
from server import share
from server.callers import is_ours
from server.share import options
from tests.server.test_callers import call

SHARED = "https://plans.example.org"


@pytest.mark.parametrize(("address", "port"), [(SHARED, 8501), ("http://10.0.0.7:9000", 9000), ("http://10.0.0.7", 80)])
def test_it_listens_for_others_and_knows_its_name(address: str, port: int) -> None:
    """Behind a proxy that speaks TLS for it, it listens where it always does."""
    asked = options(address)
    assert {"--server.address=0.0.0.0", f"--server.port={port}"} < set(asked)
    host = address.partition("://")[2].partition(":")[0]
    assert [each for each in asked if "allowedHosts" in each] == [
        f"--server.allowedHosts={each}" for each in ("localhost", "127.0.0.1", host)
    ]


def test_the_pages_of_that_name_may_call_and_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STATED_AS, SHARED)
    assert is_ours(call("plans.example.org", SHARED))  # by way of the proxy, which speaks without TLS to us
    assert is_ours(call("Plans.Example.org"))
    assert not is_ours(call("plans.example.org", "https://evil.example"))
    assert not is_ours(call("plans.example.org", "http://plans.example.org"))
    monkeypatch.delenv(STATED_AS)
    assert not is_ours(call("plans.example.org", SHARED))


def test_it_says_who_can_open_it_before_it_listens(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    began: list[list[str]] = []
    monkeypatch.setenv(STATED_AS, "http://10.0.0.7:9000/")
    monkeypatch.setattr(share.os, "execv", lambda _program, command: began.append(command))
    monkeypatch.setattr(share.sys, "argv", ["share", "--logger.level=error"])
    share.main()
    assert "Whoever reaches http://10.0.0.7:9000 can open this planner" in capsys.readouterr().out
    [command] = began
    assert command[1:5] == ["-m", "streamlit", "run", "app.py"]
    assert command[-1] == "--logger.level=error"


def test_without_a_network_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> str:
        raise OSError(101, "Network is unreachable")

    monkeypatch.delenv(STATED_AS, raising=False)
    monkeypatch.setattr(share, "own_address", nowhere)
    with pytest.raises(SystemExit, match=f"in no network.*{STATED_AS}"):
        share.main()


def test_an_address_that_is_none_ends_with_what_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STATED_AS, "plans.example.org")
    with pytest.raises(SystemExit, match="such as https://"):
        share.main()
