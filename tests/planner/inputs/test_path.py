"""A path finds its place in a plan and in a file's data, and is written as it is read."""

from typing import Any

from planner.inputs.path import at, parse, put, take_away, written
from planner.inputs.plan.plan import INPUTS, Plan


def test_a_path_is_read_as_it_is_written() -> None:
    for path in INPUTS:
        assert parse(written(path)) == path
        assert at(Plan().model_dump(), path) is not None or at(Plan(), path) is None


def test_a_place_that_is_not_there_holds_nothing_and_can_be_made_and_taken_away() -> None:
    data: dict[str, Any] = {"rates": {}, "answers": {}}
    assert at(data, ("answers", "one", "share")) is None
    put(data, ("answers", "one", "share"), 0.5)
    assert at(data, ("answers", "one", "share")) == 0.5
    take_away(data, ("answers", "one", "share"))
    take_away(data, ("rates", "EUR"))
    assert data == {"rates": {}, "answers": {}}
