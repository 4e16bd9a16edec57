"""The range of the headline: by hand where nothing is drawn, and against every input moved one by one."""

from dataclasses import replace

import pytest

from planner.analysis.case import Case
from planner.analysis.chance.range_of_loss import RangeOfLoss, in_one_go, range_of_loss
from planner.analysis.chance.sensitivity import trial
from planner.inputs.changes.one_figure import with_figure
from planner.inputs.company.catalog import load_catalog
from planner.inputs.evidence.ranges import Ranges, ends, load_ranges
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan
from planner.simulation.engine import simulate
from tests.plans import small_seller

EXAMPLE = load_catalog().companies["example-company"]
RANGES = load_ranges()
CUSTOMERS, COSTS, STOCK = ("customers", "new_a_month"), ("running_costs",), ("stock", "opening_stock")


def found_for(plan: Plan, ranges: Ranges = RANGES, paths: int = 200, known: tuple[Path, ...] = ()) -> RangeOfLoss:
    return range_of_loss(Case.of(plan, EXAMPLE), simulate(plan, EXAMPLE, paths), ranges, known)


def shares_of(plan: Plan, paths: int) -> dict[Path, list[float]]:
    """By input the shares that lose at both its ends, where it counts and goes with the rest of the plan."""
    found = {}
    for path, stated in RANGES.ranges.items():
        span = ends(plan, path, stated)
        if span is None or not INPUTS[path].idle_without(plan):
            continue
        moved = [with_figure(plan, path, end) for end in span]
        results = [simulate(each, EXAMPLE, paths).outcome.result for each in moved if each is not None]
        found[path] = [sum(value <= -0.005 for value in result) / paths for result in results]
    return found


def test_where_everybody_loses_whatever_the_costs_no_input_moves_it() -> None:
    # Nobody buys: kit, goods and costs are lost in every run, at either end of costs and of goods.
    only = replace(RANGES, ranges={path: RANGES.ranges[path] for path in (COSTS, STOCK)})
    found = found_for(small_seller(customers={"new_a_month": 0}), only)
    assert (found.low, found.high, found.widest, found.moving) == (1, 1, None, ())


def test_the_range_is_that_of_all_inputs_moved_one_by_one() -> None:
    plan = small_seller(customers={"new_a_month": 1.2}, team={"recruits_a_month": 0.2})
    shares, found = shares_of(plan, 200), found_for(plan)
    stated = sum(value <= -0.005 for value in simulate(plan, EXAMPLE, 200).outcome.result) / 200
    every = [stated, *(share for both in shares.values() for share in both)]
    assert (found.low, found.high) == (min(every), max(every))
    assert found.low < stated < found.high
    swings = {path: max(stated, *both) - min(stated, *both) for path, both in shares.items()}
    assert found.widest is not None
    assert swings[found.widest.path] == max(swings.values())
    assert found.moving[0] == found.widest.path
    assert set(found.moving) == {path for path, swing in swings.items() if swing > 0}


def test_as_one_call_for_another_process_it_is_the_same() -> None:
    plan, known = small_seller(customers={"new_a_month": 1.2}), (STOCK,)
    stated = trial(simulate(plan, EXAMPLE, 50))
    assert in_one_go(plan, EXAMPLE, stated, 50, known) == found_for(plan, paths=50, known=known)


def test_what_the_person_knows_does_not_move() -> None:
    plan = small_seller(customers={"new_a_month": 1.2})
    free, shares = found_for(plan), shares_of(plan, 200)
    assert free.widest is not None
    widest = free.widest.path
    found = found_for(plan, known=(widest,))
    assert found.known == (widest,)
    assert widest not in found.moving
    assert found.low >= free.low
    assert found.high <= free.high
    stated = sum(value <= -0.005 for value in simulate(plan, EXAMPLE, 200).outcome.result) / 200
    left = [stated, *(share for path, both in shares.items() if path != widest for share in both)]
    assert (found.low, found.high) == (min(left), max(left))
    assert (found.low, found.high) != (free.low, free.high)


def test_where_all_inputs_are_known_it_is_the_number_itself() -> None:
    plan = small_seller(customers={"new_a_month": 1.2})
    found = found_for(plan, known=tuple(RANGES.ranges))
    stated = sum(value <= -0.005 for value in simulate(plan, EXAMPLE, 200).outcome.result) / 200
    assert (found.low, found.high, found.widest) == (stated, stated, None)


def test_its_ends_have_as_many_runs_as_the_headline_and_so_the_same_number_stands_for_the_plan() -> None:
    plan = small_seller(customers={"new_a_month": 1.2})
    found = found_for(plan, paths=600)
    bar = found.widest
    assert bar is not None
    assert {end.runs for end in (bar.low, bar.stated, bar.high)} == {600}
    results = simulate(plan, EXAMPLE, 600).outcome.result
    assert bar.stated.lose == pytest.approx(sum(value <= -0.005 for value in results) / 600)
    moved = with_figure(plan, bar.path, bar.high.figure)
    assert moved is not None
    again = simulate(moved, EXAMPLE, 600).outcome.result
    assert bar.high.lose == pytest.approx(sum(value <= -0.005 for value in again) / 600)


def test_progress_rises_to_less_than_all() -> None:
    told: list[float] = []
    plan = small_seller(customers={"new_a_month": 1.2})
    range_of_loss(Case.of(plan, EXAMPLE), simulate(plan, EXAMPLE, 100), RANGES, (), told.append)
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] < 1
