"""What a plan of an older version comes to otherwise: each point only in a plan that it changes."""

from typing import Any

from planner.analysis.answer.older_file import counted_otherwise
from planner.analysis.case import Case
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan_file import PlanFile, dump_plan_file, version_of
from planner.speech import Speech
from tests.properties.situations import bare_plan, invented_company

ONE_CUSTOMER = {"new_a_month": (1, 0)}  # who orders for 100, 50 for you
LULAROE = "lularoe-us-2017"
DIRECT = {"ship_direct_share": 1}


def said(company: Company, **groups: Any) -> list[str]:
    speech = Speech("en", "USD", "2027-01")
    groups.setdefault("chance", {"when_money_runs_out": "puts_in_more"})
    case = Case.of(bare_plan(horizon_months=3, **groups), company)
    return [speech.say(message).replace("\N{NO-BREAK SPACE}", " ") for message in counted_otherwise(case)]


def test_in_a_plan_that_nothing_changes_nothing_is_said() -> None:
    assert said(invented_company()) == []
    assert said(invented_company(lag=0), customers=ONE_CUSTOMER, stock=DIRECT) == []


def test_what_is_still_to_come_is_said() -> None:
    """One customer a month is sent goods for 100; the margin of 50 of the last month arrives after it."""
    [to_come] = said(invented_company(), customers=ONE_CUSTOMER, stock=DIRECT)
    assert "50 USD on top of the cash at the end" in to_come


def test_what_a_standing_order_adds_is_said() -> None:
    """60 in each of three months; nothing where 60 were ordered anyway, or none is placed."""
    company = invented_company(ordering=(60, "money_a_month"))
    [order] = said(company)
    assert "goods for 180 USD more" in order
    assert said(company, stock={"standing_order": 60}) == []
    assert said(company, stock={"demanded_order": "refused"}) == []


def test_orders_that_wait_are_said_where_some_are_delivered_from_the_shelf() -> None:
    [waiting] = said(invented_company(), customers=ONE_CUSTOMER)
    assert "waits for the next goods" in waiting


def test_who_is_active_is_said_where_the_company_asks_for_points_and_somebody_joins() -> None:
    company = invented_company(rates=(0.05,), minimum=40)
    team = {"recruits_a_month": 1, "member_monthly_purchases": 30}
    [active] = said(company, team=team)
    assert "fewer than 40 points" in active
    assert said(company) == []
    assert said(invented_company(rates=(0.05,), lag=0), team=team) == []


def test_that_one_stops_without_money_is_said_where_anything_is_paid_after_the_start() -> None:
    stops = {"when_money_runs_out": "stops"}
    [said_of_money] = said(invented_company(website=5), chance=stops)
    assert "you stop when your own money, loan and card are used up" in said_of_money
    assert said(invented_company(kit=50), chance=stops) == []
    case = Case.of(bare_plan(chance=stops, customers=ONE_CUSTOMER), invented_company(website=5))
    assert [len(counted_otherwise(case, version)) for version in (4, 5, 6, 8)] == [2, 1, 0, 0]  # orders wait since 5


def test_what_the_swedish_rules_take_less_is_said() -> None:
    """At 0.001 dollars a krona, 1,000 a month are a year's 3,000 with a base above 40: 7.5 % of it are off, at most 15.

    Before, 3,000 x (0.2897 + 0.3241) / 1.2897 = 1,427.77. Now the base is 3,015 / 1.2897 = 2,337.75 and 0.6135 of it
    less 15 is 1,419.21: 8.56 less.
    """
    swedish = {"exchange_rates": {"SEK": 0.001}, "tax": {"rules": "sweden-sole-trader-2026"}}
    selling = {"customers": {"new_a_month": (1, 0), "retail_per_order": 2000}, "stock": DIRECT}
    *_others, less = said(invented_company(lag=0), **swedish, **selling)
    assert "9 USD less tax over the plan" in less
    assert said(invented_company(lag=0), **selling) == []  # nor is anything of it said under other rules
    case = Case.of(bare_plan(horizon_months=3, **swedish, **selling), invented_company(lag=0))
    assert [len(counted_otherwise(case, version)) for version in (7, 8)] == [1, 0]


def test_the_version_of_a_file() -> None:
    data = dump_plan_file(PlanFile(plan=bare_plan()))
    assert version_of(data, "a.json") == 9
    assert version_of(data.replace(b'"version": 9', b'"version": 4'), "a.json") == 4
    assert version_of(b"no file of ours", "a.json") == 9


def test_pay_that_ended_is_said_and_by_how_much() -> None:
    """A recruit buys for 100 from month 2 on, 10 % of it is paid until January 2027, month 0: 10 in months 2 and 3."""
    team = {"recruits_a_month": (1, 0), "member_monthly_purchases": 100, "people_within_reach": 1e10}
    found = said(invented_company(rates=(0.1,), lag=0, pay_until="2027-01"), team=team)
    assert [each for each in found if "20 USD less pay" in each]
    assert not any("less pay" in each for each in said(invented_company(rates=(0.1,), lag=0), team=team))


def test_that_goods_given_back_count_by_the_terms_of_the_month_is_said() -> None:
    stock = {"opening_stock": 1000.0, "cover_months": 0}
    case = Case.of(bare_plan(start_month="2017-06", horizon_months=6, stock=stock), load_catalog().companies[LULAROE])
    words = [message.template for message in counted_otherwise(case, 7)]
    assert [each for each in words if "terms of that month" in each]
    assert not [message for message in counted_otherwise(case, 8) if "terms of that month" in message.template]
