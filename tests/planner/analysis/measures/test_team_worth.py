"""A month's longer stay beside one more recruit, by hand."""

from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.measures.team_worth import mean_stay, month_longer, team_worth
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from tests.properties.situations import bare_plan, invented_company

HALF_A_MONTH = 1 - 0.5**12  # gone within a year where half leave each month


def company() -> Company:
    """Pays 10 % of what the frontline buys, a month later."""
    return invented_company(rates=(0.1,))


def four_months(**team: Any) -> Plan:
    """Reach without end, so that nobody takes another's place."""
    return bare_plan(
        horizon_months=4,
        team={"member_monthly_purchases": 100, "annual_attrition": HALF_A_MONTH, "people_within_reach": 1e10} | team,
    )


def test_by_hand() -> None:
    found = team_worth(Case.of(four_months(recruits_a_month=(1, 0)), company()))
    # 1, 1/2 and 1/4 of a member buy in months 2 to 4: 10, 5 and 2.50 earned; the last arrives later and counts too.
    # Staying a month longer, a third leaves: 10, 6.67 and 4.44.
    assert found.mean_stay == pytest.approx(2)
    assert found.longer_mean_stay == pytest.approx(3)
    assert found.longer_stay is not None
    assert found.longer_stay.result == pytest.approx(5 / 3 + 35 / 18)
    assert found.longer_stay.pay == pytest.approx(10 * (4 / 9 - 1 / 4))
    assert found.one_more_recruit.result == pytest.approx(17.5)
    assert found.one_more_recruit.pay == pytest.approx(2.5)
    assert found.has_team


def test_where_nobody_is_recruited_a_longer_stay_is_worth_nothing() -> None:
    found = team_worth(Case.of(four_months(), company()))
    assert found.longer_stay is not None
    assert (found.longer_stay.result, found.longer_stay.pay) == (0, 0)
    assert found.one_more_recruit.result == pytest.approx(17.5)
    assert not found.has_team


def test_where_nobody_leaves_nobody_can_stay_longer() -> None:
    found = team_worth(Case.of(four_months(recruits_a_month=1, annual_attrition=0), company()))
    assert (found.mean_stay, found.longer_mean_stay, found.longer_stay) == (None, None, None)
    assert found.one_more_recruit.result == pytest.approx(30)  # 10 earned in each of months 2 to 4


def test_recruits_of_the_address_book_keep_coming_beside_one_more() -> None:
    book = {"contacts": 100, "share_approached": 0.1, "become_recruits": 0.1, "become_customers": 0}
    by_book = Plan.model_validate(four_months(recruits_from="address_book").model_dump() | {"address_book": book})
    # 10, 9, 8.1 and 7.29 people are asked, and a tenth of them join: the same as a schedule.
    stated = four_months(recruits_a_month=(1, 0.9, 0.81, 0.729))
    found, same = team_worth(Case.of(by_book, company())), team_worth(Case.of(stated, company()))
    assert found.longer_stay is not None
    assert same.longer_stay is not None
    assert found.longer_stay.result == pytest.approx(same.longer_stay.result)
    assert found.one_more_recruit.result == pytest.approx(17.5)


def test_the_plan_itself_is_the_first_of_the_three() -> None:
    plan = four_months(recruits_a_month=(1, 0))
    alone = project(four_months(recruits_a_month=(2, 0)), company()).statement.result[-1, 0]
    planned = project(plan, company()).statement.result[-1, 0]
    assert team_worth(Case.of(plan, company())).one_more_recruit.result == pytest.approx(float(alone - planned))


def test_a_mean_stay_is_a_month_longer() -> None:
    assert month_longer(0.5) == pytest.approx(1 / 3)
    assert mean_stay(0.2, 0.2) == pytest.approx(5)
    # A fifth leaves in each of the first three months, then half: 1 + 0.8 + 0.64, and 0.512 stay two months more.
    assert mean_stay(0.2, 0.5) == pytest.approx(2.44 + 0.512 * 2)
    assert mean_stay(0.2, 0.0) is None
