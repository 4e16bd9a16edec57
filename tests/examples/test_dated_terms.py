"""Terms of return that held at one time only: whoever leaves meets those of the last day of the month, by hand.

Of 9,000 of goods, 80 % are fit to be given back and 5 % of 9,000 is what sending them costs: 0.9 * 7,200 - 450 = 6,030.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.case import Case
from planner.analysis.cautions.caveats import caveats
from planner.analysis.measures.measure import measure
from planner.analysis.measures.quitting import Quitting, quitting
from planner.analysis.origin.tree import origin
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.exchange_rates import exchange_rate
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.examples.by_month import EVERYBODY, line, nearly
from tests.planner.twin_leaving import twin_exit_values
from tests.properties.random_plans import plans
from tests.properties.situations import BOTH, INVENTED, bare_plan, companies, figure, invented_company
from tests.random_cases import tried

LULAROE = load_catalog().companies["lularoe-us-2017"]
NINE_THOUSAND = {"opening_stock": 9000, "marketable_share": 0.8, "return_freight_share": 0.05}


def joined_in(start_month: str, horizon_months: int = 14) -> Plan:
    return bare_plan(start_month=start_month, horizon_months=horizon_months, stock={"cover_months": 0, **NINE_THOUSAND})


def period(share: float = 0.9, **terms: Any) -> dict[str, Any]:
    return {"value": share, "unit": "share", "text": BOTH, **INVENTED, **terms}


def with_periods(*periods: dict[str, Any], share: float | None = 1, window: int | None = 12, **terms: Any) -> Company:
    """An invented company that takes back at 100 % within a year, but for the months of the periods."""
    buy_back = {"share": figure(share, "share"), "window_months": figure(window, "months"), **terms}
    buy_back["other_periods"] = list(periods)
    return Company.model_validate(invented_company().model_dump() | {"buy_back": buy_back})


def leaving(plan: Plan, company: Company) -> Quitting:
    return quitting(Case.of(plan, company))


def said(left: Quitting, start_month: str) -> str:
    return " ".join(map(Speech("en", "USD", start_month).say, left.notes))


def test_joined_in_june_2017_and_left_in_october():
    """June to August: 100 % without a limit of time, freight is the company's: 0.8 * 9,000 = 7,200.

    From 13 September: 90 % within 12 months, freight is the seller's. May 2018 is month 11, the last within them.
    """
    left = leaving(joined_in("2017-06"), LULAROE)
    assert left.exit_value == pytest.approx([7200] * 3 + [6030] * 9 + [0] * 3)
    assert left.on_leaving[4] == pytest.approx(6030 + left.result[4])
    assert left.window_closes == 12
    text = said(left, "2017-06")
    assert "month 0 (Jun 2017) on: the company pays back 100% of what unsold goods cost, however old they are" in text
    assert (
        "month 3 (Sep 2017) on: the company pays back 90% of what unsold goods cost that are no older than 12 m" in text
    )


@pytest.mark.parametrize("start", ["2017-01", "2016-02"])
def test_before_april_2017_it_was_90_percent_for_nobody_knows_how_long(start):
    left = leaving(joined_in(start, 1), LULAROE)
    assert left.exit_value == pytest.approx([0, 0])
    assert "the company pays back 90%" in said(left, start)
    assert "nothing is counted for them" in said(left, start)


def test_joined_in_october_2017_and_far_later():
    """The last terms go on, in 2027 too; those of 2021 are for some only."""
    for start in ("2017-10", "2021-03", "2027-01"):
        assert leaving(joined_in(start, 2), LULAROE).exit_value == pytest.approx([6030] * 3)


def test_a_run_that_ends_in_october_counts_what_is_brought_back_then():
    found = simulate(joined_in("2017-06", 4), LULAROE, 5)
    assert found.outcome.exit_value == pytest.approx([6030] * 5)
    assert simulate(joined_in("2017-06", 2), LULAROE, 5).outcome.exit_value == pytest.approx([7200] * 5)


def test_a_period_that_ends_in_the_middle_of_a_month_is_over_for_who_leaves_in_it():
    """50 % within 2 months until 15 March 2027: January and February. After it 100 % within a year, 7,200 - 450.

    Half of 7,200 less 450 is 3,150. In March and April goods of January are no older than a year.
    """
    company = with_periods(period(0.5, ends="2027-03-15", window_months=2))
    assert leaving(joined_in("2027-01", 3), company).exit_value == pytest.approx([3150, 3150, 6750, 6750])
    whole = with_periods(period(0.5, ends="2027-03", window_months=2))
    assert leaving(joined_in("2027-01", 3), whole).exit_value == pytest.approx([3150, 3150, 0, 6750])


def test_a_period_has_its_own_freight_and_the_window_counts_from_the_purchase():
    """Month 2: 90 % within 2 months, and goods are of month 0: too old. Where freight is paid, 0.9 * 7,200 = 6,480."""
    company = with_periods(period(starts="2027-02", window_months=2, company_pays_freight=True))
    assert leaving(joined_in("2027-01", 2), company).exit_value == pytest.approx([6750, 6480, 0])


def test_a_period_without_an_end_lasts_until_the_next_begins_and_one_that_is_over_leaves_the_terms_above():
    company = with_periods(
        period(0.5, starts="2027-02", window_months=12),
        period(0.6, starts="2027-03", ends="2027-03", window_months=12),
    )
    # 0.5 * 7,200 - 450 = 3,150; 0.6 * 7,200 - 450 = 3,870
    assert leaving(joined_in("2027-01", 3), company).exit_value == pytest.approx([6750, 3150, 3870, 6750])


def test_without_a_limit_of_time_the_oldest_goods_count_and_an_unknown_one_is_not_taken_for_it():
    """30 months of it: 0.9 * 7,200 - 450 = 6,030 in each. From month 2 to 3 a period without a limit: 3,150."""
    limitless = {"no_limit": True, **INVENTED}
    company = Company.model_validate(
        invented_company().model_dump() | {"buy_back": {"share": figure(0.9, "share"), "window_months": limitless}}
    )
    left = leaving(joined_in("2027-01", 30), company)
    assert left.exit_value == pytest.approx([6030] * 31)
    assert left.window_closes is None
    assert "No source says for how long" not in said(left, "2027-01")
    dated = with_periods(period(0.5, starts="2027-03", ends="2027-04", no_limit=True), window=1)
    assert leaving(joined_in("2027-01", 4), dated).exit_value == pytest.approx([6750, 0, 3150, 3150, 0])
    unknown = with_periods(period(0.5, starts="2027-03", ends="2027-04"), window=1)
    assert leaving(joined_in("2027-01", 4), unknown).exit_value == pytest.approx([6750, 0, 0, 0, 0])


def test_what_only_some_had_and_what_has_no_date_is_met_by_no_plan():
    company = with_periods(period(0.1, starts="2027-01", window_months=12, for_some=True), period(0.2))
    assert leaving(joined_in("2027-01", 1), company).exit_value == pytest.approx([6750] * 2)


@pytest.mark.parametrize(
    ("until", "earned"),
    [
        ("2027-03", [0, 0, 10, 0, 0]),
        ("2027-03-15", [0, 0, 0, 0, 0]),  # the terms of the last day of the month
        ("2027-03-31", [0, 0, 10, 0, 0]),
        ("2026", [0, 0, 0, 0, 0]),
        ("2027", [0, 0, 10, 10, 10]),
    ],
)
def test_pay_is_counted_as_long_as_its_rules_held(until, earned):
    """A recruit of January's plan buys for 100 from March on, of which 10 % is paid."""
    team = {"recruits_a_month": (1, 0), "member_monthly_purchases": 100, "people_within_reach": EVERYBODY}
    case = Case.of(bare_plan(horizon_months=4, team=team), invented_company(rates=(0.1,), pay_until=until))
    assert line(case.projection, "commission_earned") == nearly(*earned)
    told = origin(case, "commission_earned", 3)
    assert told.check == pytest.approx(earned[3])
    known = any("rules of pay held until" in each.template for each in caveats(case))
    assert known == (until != "2027")


def test_the_bonus_of_lularoe_ends_in_june_2017():
    """5 % of half of what a recruit buys at shop price: 1,000 a month is 25, from May 2017 until June."""
    team = {"recruits_a_month": (1, 0), "member_monthly_purchases": 1000, "people_within_reach": EVERYBODY}
    plan = bare_plan(start_month="2017-03", horizon_months=5, team=team, stock={"buys_to_qualify": "always"})
    assert line(project(plan, LULAROE), "commission_earned") == nearly(0, 0, 25, 25, 0, 0)


@st.composite
def buying_back(draw: st.DrawFn) -> Company:
    """Any company, with terms of return of its own and of three stretches of months, some of them unknown."""
    shares, windows = st.sampled_from((None, 0.0, 0.9, 1.0)), st.sampled_from((None, 0, 1, 3, 12))
    terms = {"share": figure(draw(shares), "share"), "window_months": figure(draw(windows), "months")}
    if draw(st.booleans()):
        terms["window_months"] = {"no_limit": True, **INVENTED}
    days = (
        sorted(draw(st.sets(st.dates(date(2025, 1, 1), date(2031, 12, 31)), min_size=4, max_size=4)))
        if draw(st.booleans())
        else []
    )
    days = days or ["2026-11-30", "2027-04-15", "2027-06", "2028"]
    ends = [str(day) for day in days]
    terms["other_periods"] = [
        period(draw(st.sampled_from((0.3, 0.8))), window_months=draw(windows), company_pays_freight=pays, **dates)
        for dates, pays in (({"ends": ends[0]}, None), ({"starts": ends[1], "ends": ends[1]}, True))
    ]
    terms["other_periods"].append(period(0.7, starts=ends[3], window_months=draw(windows), company_pays_freight=False))
    if draw(st.booleans()):
        terms["other_periods"][1] |= {"window_months": None, "no_limit": True}
    terms["clawback_share"] = draw(st.sampled_from((None, figure(0.1, "share"))))
    return Company.model_validate(draw(companies()).model_dump() | {"buy_back": terms})


@tried(18)
@given(plans(longest=30), buying_back())
def test_the_twin_gives_the_same_back(plan, company):
    if exchange_rate(company, plan) is None:
        return
    projection = project(plan, company)  # pay on averages: goods do not hang on it, and runs of random plans take GBs
    case = Case(plan, company, projection, measure(plan, projection))
    largest = case.projection.statement.closing_stock_value.max()
    expected = twin_exit_values(plan, company, case.projection.inventory, case.projection.statement)
    assert quitting(case).exit_value == pytest.approx(expected, rel=1e-9, abs=1e-9 * max(largest, 1))
