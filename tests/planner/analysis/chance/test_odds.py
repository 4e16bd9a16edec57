"""The runs in figures: counted again run by run, and the number that the headline gives."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_people
from planner.analysis.chance.odds import downline_sizes, odds, of_100
from planner.analysis.chance.tried import Tried
from planner.simulation.engine import Simulation, simulate
from tests.pages.opening import plan_with
from tests.properties.situations import bare_plan, invented_company

COMPANY = invented_company(kit=100, website=20, rates=(0.1, 0.05))
PLAN = plan_with(customers={"new_a_month": 2.0}, team={"recruits_a_month": 0.3}, horizon_months=12)

STAYING = {"customers": {"new_a_month": 3.0}, "team": {"recruits_a_month": 0.3}, "horizon_months": 18}


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return simulate(PLAN, COMPANY, 400)


@pytest.mark.parametrize(
    ("share", "runs", "said"),
    [
        (0.638, 1000, (64, 64)),
        (0.0, 1000, (0, 0)),
        (1.0, 400, (100, 100)),
        # None of 25: the upper end is 1.96^2 / (25 + 1.96^2) = 3.8416 / 28.8416 = 0.133.
        (0.0, 25, (0, 13)),
        (1.0, 25, (87, 100)),
        # 70 of 100: (0.7 + 3.8416 / 200 -+ 1.96 * sqrt(0.21 / 100 + 3.8416 / 40000)) / 1.038416 = 0.604 and 0.781.
        (0.7, 100, (60, 78)),
    ],
)
def test_a_share_is_one_number_of_people_but_of_few_runs(share: float, runs: int, said: tuple[int, int]) -> None:
    assert of_100(share, runs) == said


def test_sizes_of_the_downline_by_hand() -> None:
    found = downline_sizes(np.array([0.0, 0.0, 1.0, 2.0, 5.0, 12.0, 0.0, 3.0]))
    sizes = [(each.fewest, each.most, each.share) for each in found]
    assert sizes == [(0, 0, 3 / 8), (1, 2, 2 / 8), (3, 5, 2 / 8), (6, 10, 0), (11, 20, 1 / 8)]


def test_one_hundred_runs_are_the_hundred_people() -> None:
    simulation = simulate(PLAN, COMPANY, 100)
    assert odds(simulation).people == pytest.approx(np.sort(simulation.outcome.result))


def test_the_money_is_back_in_as_many_runs_as_counted_one_by_one(simulation: Simulation) -> None:
    found = odds(simulation)
    by_month = np.zeros(13)
    for total in simulation.outcome.cumulative.T:
        below = [month for month in range(13) if total[month] <= -0.005]
        first = below[-1] + 1 if below else 0
        for month in range(first, 13):
            by_month[month] += 1
    assert found.payback_by == pytest.approx(by_month / 400)
    half = [month for month in range(13) if by_month[month] >= 200]
    assert found.median_payback == (half[0] if half else None)


def test_the_deepest_month_is_the_middle_one_of_those_who_have_a_hole(simulation: Simulation) -> None:
    runs = simulation.outcome.cumulative.T.tolist()
    months = [total.index(min(total)) for total in runs if min(total) <= -0.005]
    assert odds(simulation).deepest_month == sorted(months)[(len(months) - 1) // 2]


def test_what_is_tried_tells_its_progress_and_hangs_on_no_executor(simulation: Simulation) -> None:
    told: list[float] = []
    case = Case.of(PLAN, COMPANY)
    alone = Tried.of(case, 400, progress=told.append)
    assert alone.odds.lose == odds(simulation).lose
    assert told == sorted(told)
    assert told[-1] == 1
    assert not alone.whole
    with ThreadPoolExecutor(2) as executor:
        together = Tried.of(case, 400, executor)
    assert together.odds.lose == alone.odds.lose
    assert together.odds.earn_wage == alone.odds.earn_wage


@pytest.mark.parametrize("rule", [{}, {"most_to_lose": 200}, {"review_month": 6}])
def test_the_other_answer_of_staying_is_that_of_the_plan_with_it(rule: dict[str, float]) -> None:
    found = {
        quits: odds(simulate(plan_with(**STAYING, chance={"quits": quits, **rule}), COMPANY, 400))
        for quits in ("never", "as_others")
    }
    stays, leaves = found["never"], found["as_others"]
    assert (stays.lose_otherwise, leaves.lose_otherwise) == (leaves.lose, stays.lose)
    assert stays.lose != leaves.lose


def test_work_is_months_of_members_by_hand() -> None:
    # One joins in each of months 1 to 3 and nobody leaves: 0, 1 and 2 act in them. 3 months of members in a path.
    plan = bare_plan(team={"recruits_a_month": 1, "people_within_reach": 1e10}, horizon_months=3)
    assert expected_people(plan) == pytest.approx(3)
    assert expected_people(bare_plan()) == 0
