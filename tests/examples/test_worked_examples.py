"""Worked examples as companies and their explainers print them: the projection pays what the source says.

Those that the months of a plan can state; test_worked_examples_on_teams.py pays them all, on teams. Where the source
gives rates without the points that open them, the steps are put at the very volumes of the example.
"""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from planner.compensation.kinds.unilevel import pay_unilevel
from planner.projection.engine import Projection, project
from tests.properties.situations import bare_plan, invented_company

EXAMPLES = tomllib.loads(Path(__file__).with_name("worked_examples.toml").read_text(encoding="utf-8"))


def second_month(own: float, legs: list[float], steps: dict[float, float], wholesale_share: float = 0.5) -> Projection:
    """Equal legs join in month 1; in month 2 you sell and they buy so much. steps: rate by the points that open it."""
    assert len(set(legs)) == 1, "one plan states one amount for every member"
    plan = bare_plan(
        horizon_months=2,
        customers={"new_a_month": 1, "attrition": 0, "retail_per_order": own / 2},  # the second month has two customers
        team={"recruits_a_month": (len(legs), 0), "member_monthly_purchases": legs[0], "people_within_reach": 1e10},
    )
    ranks = tuple({"name": f"{rate:.0%}", "group_volume": low, "rate": rate} for low, rate in sorted(steps.items()))
    return project(plan, invented_company(steps=((0, wholesale_share),), breakaway=False, ranks=ranks))


def earned(projection: Projection) -> float:
    return projection.statement.lines["commission_earned"][2, 0]


def test_w03_four_legs_on_a_lower_rate():
    """(18,000 + 4 * 18,000) * 9 % = 8,100, less 4 * 18,000 * 6 % = 4,320: 3,780; 20 % margin of 18,000 is 3,600."""
    given, expected = EXAMPLES["W03"]["inputs"], EXAMPLES["W03"]["expected"]
    legs, own = [leg["bv"] for leg in given["legs"]], given["own_bv"]
    steps = {legs[0]: given["legs"][0]["rate"], own + sum(legs): given["rate"]}
    result = second_month(own, legs, steps, wholesale_share=1 - given["retail_rate"])
    lines = result.statement.lines
    margin = lines["revenue"][2, 0] - lines["cost_of_goods_sold"][2, 0]
    assert earned(result) == pytest.approx(expected["net"], rel=1e-6)  # 10,000 million within reach, not all of them
    assert margin == pytest.approx(expected["retail"])
    assert earned(result) + margin == pytest.approx(expected["total"], rel=1e-6)


def test_w05_one_leg_on_a_lower_rate():
    """(300 + 600) * 6 % = 54, less 600 * 3 % = 18: 36."""
    given, expected = EXAMPLES["W05"]["inputs"], EXAMPLES["W05"]["expected"]
    (leg,) = given["legs"]
    steps = {leg["bv"]: leg["rate"], given["own_bv"] + leg["bv"]: given["rate"]}
    assert earned(second_month(given["own_bv"], [leg["bv"]], steps)) == pytest.approx(expected["net"], rel=1e-6)


@pytest.mark.parametrize("name", ["W12a", "W12b"])
def test_w12_five_full_levels(name):
    """5, 25, 125, 625, 3,125 people, 3,905 in all, each buying 500, at 1 % or 1.25 % a level."""
    given, expected = EXAMPLES[name]["inputs"], EXAMPLES[name]["expected"]
    people = np.cumprod(given["widths"])
    by_level = pay_unilevel((people * float(given["volume"]))[:, None], given["rates"])[:, 0]
    assert by_level.sum() == pytest.approx(expected["total"])
    if name == "W12a":
        assert by_level.tolist() == pytest.approx(expected["levels"])
        assert people.sum() == expected["people"]


def test_w24_each_step_pays_the_difference():
    """Steps of 5 %; on the third 15 % of one's own sales, and 10, 5 and 0 % of legs on the first, second and third.

    A leg of 100 is on the first step, one of 200 on the second, one of 300 on the third, and 300 of one's own.
    """
    given, expected = EXAMPLES["W24"]["inputs"], EXAMPLES["W24"]["expected"]
    steps = {100.0 * number: given["step"] * number for number in range(1, given["own_rank"] + 1)}
    for rank in (1, 2, 3):
        volume = 100.0 * rank
        result = second_month(300, [volume], steps)
        assert result.paid_as_rank[2, 0] == given["own_rank"]
        assert result.commission_on_own[2, 0] / 300 == pytest.approx(expected["own_sales"])
        assert result.commission_on_team[2, 0] / volume == pytest.approx(expected[f"rank{rank}"], abs=1e-9)
