"""Turns: one at a time, in the order in which they are asked for, those who lent theirs before all."""

from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread

import pytest

from pages.shared.session import turns


@pytest.fixture(autouse=True)
def own_turn(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(turns, "_turn", turns.Turn())
    monkeypatch.setattr(turns, "look_up", lambda: None)
    yield
    turns.give_back()


def waits(number: int) -> None:
    """Until so many wait for the turn."""
    while len(turns._turn._new) + len(turns._turn._lent) < number:
        Event().wait(0.001)


def test_those_who_lent_theirs_have_it_back_before_any_who_come_new() -> None:
    order: list[str] = []
    lending, computed = Event(), Event()

    def page(name: str) -> None:
        with turns.one():
            order.append(name)

    def lends() -> None:
        with turns.one():
            with turns.lent():
                lending.set()
                computed.wait(10)
            order.append("back")

    threads = [Thread(target=lends)]
    threads[0].start()
    assert lending.wait(10)
    turns.take()
    for number, name in enumerate(("first", "second"), start=1):
        threads.append(Thread(target=page, args=(name,)))
        threads[-1].start()
        waits(number)
    computed.set()
    waits(3)
    order.append("now")
    turns.give_back()
    for thread in threads:
        thread.join(10)
    assert order == ["now", "back", "first", "second"]


def test_whoever_is_called_away_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def called_away() -> None:
        raise KeyboardInterrupt

    def leaves() -> None:
        with suppress(KeyboardInterrupt):
            turns.take()

    turns.take()
    monkeypatch.setattr(turns, "look_up", called_away)
    thread = Thread(target=leaves)
    thread.start()
    thread.join(10)
    assert not turns._turn._new
    turns.give_back()
    after = Thread(target=turns.take)
    after.start()
    after.join(10)
    assert not after.is_alive()


def test_a_turn_that_came_as_they_were_called_away_is_passed_on() -> None:
    turns.take()
    mine, next_one = turns._turn.ask(lent=False), turns._turn.ask(lent=False)
    turns.give_back()
    assert mine.is_set()
    turns._turn.forgo(mine)
    assert next_one.is_set()
    turns._turn.give_back()
