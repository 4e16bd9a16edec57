"""One run told in full: the same run as among the others, and its story by hand where nothing is left to chance."""

from dataclasses import replace

import numpy as np
import pytest

from planner.analysis.chance.odds import odds
from planner.analysis.chance.story import Story, story_at, story_of
from planner.analysis.chance.story_sentences import pay, sentences
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.pages.opening import plan_with
from tests.properties.situations import bare_plan, invented_company

TEAM = {
    "customers": {"new_a_month": 4.0},
    "team": {"recruits_a_month": 1.0, "member_monthly_purchases": 100.0, "member_joining_order": 50},
}
PLANS = {
    "a team": plan_with(**TEAM),
    "quits as others do": plan_with(**TEAM, chance={"quits": "as_others"}),
    "a limit": plan_with(**TEAM, chance={"most_to_lose": 700}),
    "a review": plan_with(chance={"review_month": 6}),
    "one month": plan_with(horizon_months=1),
}


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("share", [0.1, 0.5])
def test_the_run_that_is_told_is_the_one_among_the_others(name: str, share: float) -> None:
    simulation = simulate(PLANS[name], load_catalog().companies["example-company"], 300)
    story, found = story_at(simulation, share), simulation.outcome
    index = story.number - 1
    assert abs(int((found.result < story.result).sum()) - share * 299) <= 1 + int((found.result == story.result).sum())
    assert story.result == pytest.approx(found.result[index])
    assert story.last.month == found.last_month[index]
    # On stopping, the money of that month is the running total, and the result is what follows from it.
    total = [month.total for month in story.months]
    assert total[:-1] == pytest.approx(found.cumulative[: len(total) - 1, index])
    assert np.cumsum([month.cash for month in story.months]) == pytest.approx(total)
    assert sum(month.pay for month in story.months) == pytest.approx(found.commission[index])
    assert sum(month.joined for month in story.months) == found.joined[index]
    assert story.last.team == found.team[index]
    assert max(month.place for month in story.months) == found.best_rank[index]
    assert all(month.pay_joining <= month.pay_team + 1e-9 for month in story.months)
    assert (story.stopped is not None) == (found.last_month[index] < simulation.plan.horizon_months)
    assert 5 <= len(sentences(story)) <= 9


def told(plan: Plan, **company: float) -> tuple[Story, list[str]]:
    story = story_of(simulate(plan, invented_company(**company), 25), 3, 0.5)
    speech = Speech.of("en", plan)
    return story, [speech.say(message).replace("\N{NO-BREAK SPACE}", " ") for message in sentences(story)]


def test_a_run_in_which_nothing_happens() -> None:
    _story, said = told(bare_plan(), kit=100)
    assert said == [
        "You never find a customer.",
        "Nobody ever joins below you.",
        "The company pays you nothing.",
        "At the deepest you are 100 USD down, in month 0 (Jan 2027).",
        "100 USD is missing at the end, and the running total stands still.",
        "In the end you have lost 100 USD.",
    ]


def test_pay_is_told_as_about_its_sum_where_its_parts_each_rounded_come_to_another() -> None:
    story, _said = told(bare_plan(), kit=100)
    for own, team, said in ((10.4, 10.4, "about 21 USD: 10 USD on"), (10.2, 10.2, "20 USD: 10 USD on")):
        month = replace(story.last, pay_own=own, pay_team=team)
        words = (
            Speech.of("en", bare_plan()).say(pay(replace(story, months=(month,)))).replace("\N{NO-BREAK SPACE}", " ")
        )
        assert f"The company pays you {said} your own purchases and 10 USD on what" in words


def test_a_run_that_begins_with_people_below_says_so_before_who_joins() -> None:
    """Nobody joins, nobody leaves: those of today are no newcomers, and are there."""
    plan = bare_plan(team={"today": [{"under": 0, "buys": 100, "months": 5, "alike": 3}], "annual_attrition": 0})
    story, said = told(plan, kit=100)
    assert (story.today, story.last.team, sum(month.joined for month in story.months)) == (3, 3, 0)
    assert said[1:3] == ["3 people are below you from the start.", "Nobody ever joins below you."]


def test_a_run_that_the_stop_rule_ends() -> None:
    # 100 at launch and 50 a month: 200 and no more are lost after month 2, 250 after month 3.
    story, said = told(bare_plan(chance={"most_to_lose": 220}), kit=100, website=50)
    assert story.stopped == "limit"
    assert [month.total for month in story.months] == [-100, -150, -200, -250]
    assert said[-2] == "At the end of month 3 (Apr 2027) you are further down than you are willing to go, and you stop."
    assert said[-1] == "In the end you have lost 250 USD."
    assert "running total" not in " ".join(said)  # which a run that is over has no more


def test_a_review_ends_a_run_too() -> None:
    story, said = told(bare_plan(chance={"review_month": 5}), kit=100, website=50)
    assert story.stopped == "review"
    assert story.last.month == 5
    assert "you look back" in said[-2]


def test_a_run_that_ends_for_want_of_money() -> None:
    # 100 at launch and 50 a month: of 180, 30 are left after month 1, and 20 are lacking after month 2.
    plan = bare_plan(money_and_time={"own_cash": 180})
    story, said = told(plan, kit=100, website=50)
    assert (story.stopped, story.last.month) == ("money", 2)
    assert said[-2] == "At the end of month 2 (Mar 2027) your money, loan and card are used up, and you stop."
    assert said[-1] == "In the end you have lost 200 USD."


def test_pay_by_what_it_rests_on() -> None:
    # Everyone below is on level 1, which pays a tenth: of 80 a month from each who acts, and 40 once from each who is
    # new in the month. With no spread all buy alike.
    chance = dict.fromkeys(("effort_spread", "purchase_spread", "staying_spread", "ability_spread"), 0.0)
    team = {"recruits_a_month": 1.0, "member_monthly_purchases": 80.0, "member_joining_order": 40.0}
    plan = bare_plan(team=team, chance=chance, horizon_months=6)
    story = story_of(simulate(plan, invented_company(rates=(0.1,)), 25), 3, 0.5)
    before = 0
    for month in story.months:
        assert month.pay_joining == pytest.approx(4 * before)
        assert month.pay_team == pytest.approx(8 * month.team + 4 * before)
        assert month.pay_own == 0
        before = month.joined
    assert sum(month.joined for month in story.months) > 1


@pytest.mark.parametrize("name", PLANS)
def test_every_run_is_paid_back_in_the_month_in_which_the_odds_count_it(name: str) -> None:
    simulation = simulate(PLANS[name], load_catalog().companies["example-company"], 60)
    told = [story_of(simulation, index, 0.5).back.month for index in range(60)]
    counted = odds(simulation).payback_by
    for within in range(1, simulation.plan.horizon_months + 1):
        share = sum(month is not None and month <= within for month in told) / 60
        assert counted[within] == pytest.approx(share), within
