"""What is made for a plan is made once; what the session holds is read once a run, and afresh in the next."""

from types import SimpleNamespace
from typing import Any

import pytest

from pages.shared.session import once


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    state: dict[str, Any] = {}
    monkeypatch.setattr(once, "st", SimpleNamespace(session_state=state))
    return state


def test_it_is_made_anew_where_it_rests_on_something_else_even_if_that_is_equal() -> None:
    made: list[object] = []

    def make() -> int:
        made.append(None)
        return len(made)

    plan, other, company = [1.0], [1.0], object()
    assert [once.made("it", of, make) for of in ((plan,), (plan,), (other,), (other, company), (plan,))] == [
        1,
        1,
        2,
        3,
        4,
    ]


def test_a_run_reads_once_and_sees_what_it_writes(session: dict[str, Any]) -> None:
    session["plan"] = "before"
    with once.a_run():
        assert once.read("plan") == "before"
        session["plan"] = "by another run, which has ended this one"
        assert once.read("plan") == "before"
        once.write("plan", "own")
        assert (once.read("plan"), session["plan"]) == ("own", "own")
    session["plan"] = "after"
    assert once.read("plan") == "after"
    with once.a_run():
        assert once.read("plan") == "after"
