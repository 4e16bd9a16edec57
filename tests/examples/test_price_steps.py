"""By pencil: a lower price that is reached within a month, from the next month on, for the whole order, or beyond it.

Goods of 100 at shop price bring 100 points. They cost 80 of 100, and 75 once 1,000 points are reached.
"""

import pytest

from planner.inputs.company.catalog import load_catalog
from planner.projection.engine import project
from tests.examples.by_month import by_month
from tests.properties.situations import bare_plan, invented_company

TWELVE_AND_EIGHT = {"new_a_month": (12, 8, 0), "attrition": 0.999999}  # who order once, for 100 at shop price
STEPS = ((0, 0.8), (1000, 0.75))
READINGS = [(None, 240), ("next_month", 240), ("whole_order", 300), ("beyond", 250)]


def near(amount: float) -> object:
    """A customer in a million orders once more, since nobody may be planned to leave for certain."""
    return pytest.approx(amount, rel=1e-5)


@pytest.mark.parametrize(("reached_step", "margin"), READINGS)
@pytest.mark.parametrize("on", ["sales", "purchases"])
def test_of_1_200_sent_direct_200_lie_beyond_the_step(reached_step: str | None, margin: float, on: str) -> None:
    """1,200 at 20 %: 240; all of it at 25 %: 300; the first 1,000 at 20 % and 200 at 25 %: 250. Then 800 at 25 %."""
    plan = bare_plan(horizon_months=2, customers=TWELVE_AND_EIGHT, stock={"ship_direct_share": 1})
    result = project(plan, invented_company(steps=STEPS, reached_step=reached_step, on=on))
    assert by_month(result.statement.lines["margin_earned"]) == [0, near(margin), near(200)]


@pytest.mark.parametrize(("reached_step", "margin"), READINGS)
def test_goods_that_are_bought_cost_as_much_less(reached_step: str | None, margin: float) -> None:
    plan = bare_plan(horizon_months=2, customers=TWELVE_AND_EIGHT)
    result = project(plan, invented_company(steps=STEPS, reached_step=reached_step))
    assert by_month(result.statement.lines["inventory_purchases"]) == [0, near(1200 - margin), near(600)]


@pytest.mark.parametrize(
    ("reached_step", "goods"), [(None, 1500), ("next_month", 1500), ("whole_order", 1600), ("beyond", 4600 / 3)]
)
def test_the_first_order_buys_for_what_it_costs(reached_step: str | None, goods: float) -> None:
    """1,200 of money: at 80 of 100 goods of 1,500; at 75 of 100 of 1,600; 800 for the first 1,000, and 400 at 75."""
    plan = bare_plan(horizon_months=1, stock={"opening_stock": 1200})
    result = project(plan, invented_company(steps=STEPS, reached_step=reached_step))
    assert by_month(result.inventory.purchased) == [pytest.approx(goods), 0]
    assert by_month(result.statement.lines["opening_stock"]) == [pytest.approx(1200), 0]


@pytest.mark.parametrize("direct", [0, 1])
def test_scentsy_gives_20_on_the_first_1_000_points_and_25_after_them(direct: float) -> None:
    """Cases w12 and w12c: 250 + 200, less the kit of 99 and a month of the website, three being free."""
    plan = bare_plan(horizon_months=4, customers=TWELVE_AND_EIGHT, stock={"ship_direct_share": direct})
    statement = project(plan, load_catalog().companies["scentsy-us"]).statement
    earned = (
        statement.lines["margin_earned"]
        if direct
        else statement.lines["revenue"] - statement.lines["cost_of_goods_sold"]
    )
    assert by_month(earned)[1:3] == [near(250), near(200)]
    assert float(statement.result[-1, 0]) == near(336)
