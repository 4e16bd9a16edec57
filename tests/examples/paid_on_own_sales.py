"""How printed examples of pay on own sales are paid: a margin, a ladder, what is sold at a party."""

from typing import Any

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, receipts_add_up, team_of

Found = dict[str, Any]


def own_sales(rate: float, *orders: float, base: float = 1.0, **more: Any) -> float:
    """A share of what Ann sells, order by order."""
    part = {"rule": "own_sales", "brackets": [{"from_volume": 0, "rate": rate}], "volume": "all", "reached_by": "all"}
    month = {"Ann": {"orders": [{"points": each} for each in orders]}}
    (month_paid,) = pay_team(
        plan_of(part | {"by": "order", "base_per_value": base} | more), team_of({"Ann": None}, [month])
    )
    assert receipts_add_up(month_paid)
    return float(month_paid.pay[0])


def retail(given: Any) -> Found:
    """A share of what is sold, which stands for the margin; where the cost is given, what is left of the price."""
    sold = given.get("retail", given.get("volume"))
    rate = given["rate"] if "rate" in given else 1 - given["cost"] / sold
    profit = own_sales(rate, sold)
    cost = sold - profit
    return {"profit": profit, "cost": cost, "markup_on_cost": profit / cost}


def retail_base(given: Any) -> Found:
    """A share of the base on which one earns, which is less than the price."""
    profit = own_sales(given["discount"], given["retail"], base=given["earn_base"] / given["retail"])
    return {"profit": profit, "cost": given["retail"] - profit}


def retail_plus_tier(given: Any) -> Found:
    """The margin of four cases, and a bonus on their shop price without tax."""
    cases = given["case_credits"]
    sold, cost = cases * given["retail_inc_vat"], cases * given["wholesale_inc_vat"]
    margin = own_sales(1 - cost / sold, sold)
    bonus = own_sales(given["rate"], sold, base=1 / (1 + given["vat"]))
    return {"retail": sold, "cost": cost, "margin": margin, "bonus": bonus, "total": margin + bonus}


def order_ladder(given: Any) -> Found:
    """A rate from the very order on, and 20 % below it; what is not earned is owed."""
    brackets = [{"from_volume": 0, "rate": 0.2}, {"from_volume": given["order"], "rate": given["rate"]}]
    earned = own_sales(0, given["order"], brackets=brackets, pays="whole", threshold="reached")
    return {"earn": earned, "owe": given["order"] - earned}
