"""The search: to the end of what is possible, by the slow twin that tries every candidate; and what is left out."""

import pytest

from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.goal_seek import paths_within, seek
from planner.analysis.chance.goals import Goal, Tried, in_runs
from planner.analysis.chance.turnable import Turnable, turnable
from planner.analysis.chance.ways import thinned, usable_between, way
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from tests.planner.analysis.chance.test_goal_seek import NEW, SHOP, customers, searched

COMPANY = load_catalog().companies["example-company"]
RUNS = 120  # more than are glanced at, so that both are tried
CANDIDATES = (
    0,
    0.1,
    0.5,
    1,
    1.5,
    2,
    3,
    4,
    5,
    6,
    8,
    10,
    15,
    20,
    30,
    40,
    60,
    90,
    130,
    200,
    300,
    420,
    500,
    600,
    800,
    1000,
)


def starting_from(new: float, hours: float = 110) -> Plan:
    """A year with 1,000 of one's own: many customers empty the purse, since their goods are paid for first."""
    money = {"own_cash": 1000, "hours_a_week": hours}
    return Plan.model_validate({"horizon_months": 12, "customers": {"new_a_month": new}, "money_and_time": money})


@pytest.mark.parametrize(
    ("new", "goal"),
    [
        (1, Goal("income", 450)),  # from 10 to 40 the purse is emptied, and twice as many bring it no nearer
        (40, Goal("loss", 1 / 3)),  # reached by far fewer
        (1, Goal("loss", 0.3)),
        (1, Goal("income", 3000)),  # by nothing
    ],
)
def test_against_a_slow_twin_that_tries_every_candidate(new: float, goal: Goal) -> None:
    plan = starting_from(new)
    found = seek(Case.of(plan, COMPANY), goal, NEW, RUNS).sampled

    def reached(value: float) -> bool:
        return in_runs(goal, simulate(starting_from(value), COMPANY, RUNS)).reached

    reaching = [value for value in CANDIDATES if reached(value)]
    assert (found.status == "reached") is bool(reaching)
    assert (found.low, found.high) == (0, 1000) or found.status == "reached"
    if reaching:
        assert reached(found.value)
        assert abs(found.value - new) <= min(abs(value - new) for value in reaching)
        one_less = usable_between(new, found.value, turnable(plan, NEW))[-1]
        assert not reached(one_less)


def test_what_nobody_has_the_effort_for_is_told() -> None:
    """In six hours a week several hundred new customers a month have less than six minutes each; in 110 they do not."""
    for hours, beyond in ((6, True), (110, False)):
        found = seek(Case.of(starting_from(10, hours), COMPANY), Goal("income", 450), NEW, RUNS)
        assert found.sampled.status == "reached"
        assert found.sampled.value > 6 * 60 * 52 / 12 / 6 > 110  # minutes in a month, by six
        assert found.beyond is beyond


def test_where_only_a_little_between_two_values_reaches_it_the_search_looks_around_the_summit() -> None:
    """From 1 on it looks at 5.5 and 10; between them only 6.9 to 7.4 does it, nearest at 7.15."""

    def trial(value: float) -> Tried:
        return Tried(6.9 <= value <= 7.4, value, -abs(value - 7.15))

    turned = Turnable(("x",), "X", "people", 1, 0, 1000, 10)
    found = searched(turned, trial(1), trial)
    assert (found.status, found.value) == ("reached", 6.9)
    assert found.high == 1000


def test_what_few_runs_say_too_well_or_too_ill_is_asked_of_all() -> None:
    """Few runs see it reached from 20 on, or nowhere; all of them from 30 on, where it is best."""

    def trial(value: float) -> Tried:
        return Tried(value >= 30, value, min(value, 64) - 30)

    turned = Turnable(("x",), "X", "people", 1, 0, 64, 10)
    for glimpse in (lambda value: Tried(value >= 20, value, value - 20), lambda value: Tried(False, value, value - 70)):
        found = searched(turned, trial(1), trial, glimpse)
        assert (found.status, found.value) == ("reached", 30)


def test_the_way_goes_to_the_end_in_few_steps() -> None:
    """Ten times what is planned by GRID, then twice as much each time, or in eight equal factors where that is more."""
    assert way(Turnable(("x",), "X", "people", 1, 0, 1000, 10), 1000)[-8:] == (10, 20, 40, 80, 160, 320, 640, 1000)
    far = way(Turnable(("x",), "X", "money", 0, 0, 1e9, 2000), 1e9)
    assert far[0] == 0
    assert far[-1] == 1e9
    assert len(far) == 1 + 6 + 8
    assert far[7] == pytest.approx(2000 * 500_000 ** (1 / 8), rel=0.05)


def test_a_schedule_is_turned_as_far_as_its_highest_month_can_be_stated() -> None:
    """30 in the first month can be 1,000 at most: 33.33 times, and a file that states 1,000 no more than it does."""
    for new, most in (((30, 0), 33.33), ((300, 0), 3.33), ((1000, 0), 1)):
        plan = Plan.model_validate({"customers": {"new_a_month": new}})
        turned = turnable(plan, NEW)
        assert turned.high == most
        assert turned.laid(plan, turned.high) is not None


# --- what takes too long ---------------------------------------------------------------------------------------------


def test_of_what_takes_too_long_every_second_or_fourth_is_kept_and_the_end() -> None:
    """Half of the seconds for the near ones in full; of the rest as many as the others are enough for."""
    values, costs = (1, 2, 3, 4, 5, 6), dict.fromkeys((1, 2, 3, 4, 5, 6), 1.0)
    assert thinned(values, costs, 6) == values
    assert thinned(values, costs, 4) == (1, 2, 4, 6)
    assert thinned(values, costs, 1) == (6,)
    assert thinned(values, costs | {6: 9.0}, 2) == (1, 5)
    assert thinned(values, costs, 0.5) == ()


def test_where_runs_take_too_long_fewer_are_made_but_a_hundred() -> None:
    plan = Plan()
    eight = 8 * expected_seconds(plan, 1000)
    assert paths_within(plan, 1000, 2.01 * eight) == 1000
    assert paths_within(plan, 1000, 1.01 * eight) == 500
    assert paths_within(plan, 1000, 1e-9) == 125
    assert paths_within(plan, 60, 1e-9) == 60


def test_a_search_without_time_says_that_nothing_is_known() -> None:
    case = Case.of(customers(0.5), SHOP)
    found = seek(case, Goal("income", 100), NEW, 60, budget=1e-9).sampled
    assert (found.status, found.left_out, found.value) == ("not_known", True, 0.5)
    assert (found.low, found.high) == (0.5, 0.5)
    already = seek(case, Goal("income", 0), NEW, 60, budget=1e-9).sampled
    assert (already.status, already.left_out, already.down, already.up) == ("already", True, None, None)


def test_a_search_ends_where_its_time_does_with_what_it_knows() -> None:
    """Seconds for the plan and ten trials or so: it is reached, and not by the nearest value."""
    case, seconds = Case.of(customers(0.5), SHOP), expected_seconds(customers(0.5), 60)
    whole = seek(case, Goal("income", 100), NEW, 60).sampled
    cut = seek(case, Goal("income", 100), NEW, 60, budget=10.5 * seconds).sampled
    assert (whole.status, whole.left_out) == ("reached", False)
    assert (cut.status, cut.left_out) == ("reached", True)
    assert cut.at.reached
    assert cut.value >= whole.value
