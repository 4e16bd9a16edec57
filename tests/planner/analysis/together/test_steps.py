"""The figure of each step of the talk, worked out by hand for a plan in which little happens."""

from datetime import date

import pytest

from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.analysis.together import steps
from planner.analysis.together.steps import Shown, shown
from planner.inputs.together.talk import STEPS, Talk
from planner.speech import Speech
from tests.plans import small_seller
from tests.properties.situations import bare_plan, invented_company

RUNS = 400  # the fewest of which a share is one number
TELEPHONE = [{"name": "Telephone", "amount": 20}]
NO_TALK = Talk()


def figure(step: str, case: Case, talk: Talk = NO_TALK, tried: Tried | None = None) -> str:
    found = shown(step, case, tried, talk, Speech.of("en", case.plan))
    assert isinstance(found, Shown)
    return found.figure.replace("\N{NO-BREAK SPACE}", " ")


def test_the_start_is_the_kit_and_the_goods():
    """Kit 50 and goods for 60: 110."""
    case = Case.of(bare_plan(stock={"opening_stock": 60}), invented_company(kit=50))
    assert figure("start", case) == "110 USD"
    assert figure("start", Case.of(case.plan, invented_company(kit=None))) == "at least 60 USD"


def test_a_month_in_which_nobody_buys_and_nobody_joins():
    """The telephone 20, the website 5, and a standing order of 30: 55, whatever is planned to be sold."""
    company = invented_company(kit=50, website=5, ordering=(30, "money_a_month"))
    for customers in (0, 7):
        plan = bare_plan(running_costs=TELEPHONE, customers={"new_a_month": customers}, team={"recruits_a_month": 1})
        assert steps.idle_month(Case.of(plan, company)) == pytest.approx(55)


def test_customers_and_team_after_a_year():
    """Two new customers a month, half of whom stop: 2 * (1 + 1/2 + ... + 1/2 ** 11) = 3.999. One recruit who stays."""
    plan = bare_plan(
        horizon_months=24, customers={"new_a_month": 2, "attrition": 0.5}, team={"recruits_a_month": [1, 0]}
    )
    case = Case.of(plan, invented_company())
    assert figure("customers", case) == "4"
    assert figure("team", case) == "1"


def test_what_is_hoped_for_and_what_an_hour_leaves_where_only_the_telephone_is_paid():
    """20 go every month and nothing comes: everybody loses, nobody has 100 a month, the middle one has -20.

    Five hours a week are 5 * 52 / 12 = 21.67 a month: 20 / 21.67 = 0.92 lost for each.
    """
    plan = bare_plan(running_costs=TELEPHONE, money_and_time={"hours_a_week": 5})
    case = Case.of(plan, invented_company())
    tried = Tried.of(case, RUNS)
    assert figure("hope", case, tried=tried) == "−20 USD"
    assert figure("hope", case, Talk(hoped_a_month=100), tried) == "fewer than 1 of 100"
    assert figure("hours", case, tried=tried) == "−0.92 USD"
    assert figure("could", case, tried=tried) == "more than 99 of 100"
    assert figure("stop", case, tried=tried) == "no limit"


def test_a_limit_stops_everybody_who_comes_to_it():
    """20 a month is 60 after three months, of all 100."""
    plan = bare_plan(running_costs=TELEPHONE, chance={"most_to_lose": 60})
    case = Case.of(plan, invented_company())
    found = shown("stop", case, Tried.of(case, RUNS), NO_TALK, Speech.of("en", plan))
    assert found is not None
    assert found.figure == "60\N{NO-BREAK SPACE}USD"
    assert "That happens to more than 99 of 100" in found.words


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "no day"),
        (date(2026, 12, 31), "Jan 2027"),
        (date(2027, 4, 10), "−60 USD"),
        (date(2027, 1, 31), "0 USD"),
        (date(2099, 1, 1), "−240 USD"),
    ],
)
def test_where_the_plan_stands_by_the_next_talk(day: date | None, said: str):
    """It starts in January 2027, and 20 go in each month after it: 60 by April, and 240 at its end after 12 months."""
    case = Case.of(bare_plan(start_month="2027-01", running_costs=TELEPHONE), invented_company())
    assert figure("until_then", case, Talk(next_talk=day)) == said


def test_every_step_says_something_in_both_languages_or_waits_for_the_runs():
    case = Case.of(small_seller(horizon_months=6), invented_company(kit=None, rates=(0.1,)))
    tried = Tried.of(case, 50)
    for language in ("en", "sv"):
        speech = Speech.of(language, case.plan)
        for step in STEPS:
            found = shown(step, case, tried, NO_TALK, speech)
            assert found is not None, step
            assert found.figure, step
            assert found.words, step
    assert shown("could", case, None, NO_TALK, Speech.of("en", case.plan)) is None
