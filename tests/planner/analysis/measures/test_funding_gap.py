"""What it takes to begin beside where the money comes from, by hand."""

from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.measures.funding_gap import FundingGap, funding_gap
from tests.properties.situations import bare_plan, invented_company

COMPANY = invented_company(kit=50, demanded_stock=100)


def gap(company: Any = COMPANY, **money: float) -> FundingGap:
    # Kit 50; two things for 200 and 100 at launch, and a tenth on top: 300 and 30; goods for 400, freight on them 20.
    plan = bare_plan(
        getting_started={
            "items": [
                {"name": "camera", "amount": 200},
                {"name": "table", "amount": 100},
                {"name": "course", "amount": 60, "month": 3},
            ],
            "contingency_share": 0.1,
        },
        stock={"opening_stock": 400, "freight_share": 0.05},
        money_and_time=money,
    )
    return funding_gap(Case.of(plan, company))


def test_what_it_takes() -> None:
    found = gap(own_cash=1000)
    assert [(line.name, amount) for line, amount in found.uses] == [
        ("starter_kit_fee", 50),
        ("startup_costs", 300),
        ("contingency", pytest.approx(30)),
        ("opening_stock", 400),
        ("freight", pytest.approx(20)),
    ]
    assert found.total == pytest.approx(800)
    assert found.later == pytest.approx(66)  # 60 in month 3, and a tenth


@pytest.mark.parametrize(
    ("money", "sources"),
    [
        # own cash, loan, card, missing, left
        ({"own_cash": 1000}, (800, 0, 0, 0, 200)),
        ({"own_cash": 500, "loan": 1000}, (500, 300, 0, 0, 700)),
        ({"own_cash": 500, "loan": 100, "card_limit": 500}, (500, 100, 200, 0, 0)),
        ({"own_cash": 500, "loan": 100, "card_limit": 150}, (500, 100, 150, 50, 0)),
        ({"own_cash": 0}, (0, 0, 0, 800, 0)),
    ],
)
def test_where_it_comes_from(money: dict[str, float], sources: tuple[float, ...]) -> None:
    found = gap(**money)
    assert (found.own_cash, found.loan, found.card, found.missing, found.left) == pytest.approx(sources)
    assert found.other + found.own_cash + found.loan + found.card + found.missing == pytest.approx(found.total)


def test_nothing_taken_needs_nothing() -> None:
    plan = bare_plan(money_and_time={"own_cash": 10})
    found = funding_gap(Case.of(plan, invented_company()))
    assert (found.uses, found.total, found.missing, found.left) == ((), 0, 0, 10)
