"""The page of cautions: how many there are, each with its months, figures and source, and what was not found."""

from typing import get_args

import pytest

from planner.analysis.case import Case
from planner.analysis.cautions.every import cautions
from planner.inputs.plan.plan import Plan
from planner.language import Language
from tests.pages.opening import EXAMPLE, case_of, opened, plan_with, sentence, shown

LANGUAGES = get_args(Language)

# The default plan earns less an hour than the wage, and its money does not last.
NOTHING = {
    "customers": {"new_a_month": 0.0},
    "running_costs": [],
    "money_and_time": {"hours_a_week": 0.0, "own_cash": 100_000.0},
}
RECRUITING = {
    "customers": {"new_a_month": 0.1},
    "team": {"recruits_a_month": 1.0, "member_joining_order": 300.0},
    "stock": {"buys_to_qualify": "always"},
}


def headings(plan: Plan, company: str = EXAMPLE) -> list[str]:
    return [each.value.replace("\\", "") for each in opened("cautions", plan, "en", company).header]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_caution_stands_on_the_page(language: Language) -> None:
    plan = plan_with(**RECRUITING)
    app = opened("cautions", plan, language)
    found = cautions(Case.of(plan, case_of(app).company))
    assert len(found) >= 4
    assert len(app.header) == len(found)
    assert str(len(found)) in sentence(app)
    sources = {caution.source for caution in found if caution.source}
    assert len(sources) >= 2
    for source in sources:
        assert f"](<{source}>)" in shown(app)


def test_a_caution_says_when_what_and_what_would_change_it() -> None:
    text = shown(opened("cautions", plan_with(), "en"))
    assert "2 things in this plan deserve a second look." in text
    assert "Months 22 to 24" in text
    assert "Your own money, loan and card are used up in month 22" in text
    assert "What would change it: 107 USD more of your own money" in text
    assert "The whole plan" in text


def test_one_caution_is_one_thing() -> None:
    plan = plan_with(money_and_time={"own_cash": 100_000.0})
    assert "1 thing in this plan deserves a second look." in shown(opened("cautions", plan, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_an_answer_too(language: Language) -> None:
    app = opened("cautions", plan_with(**NOTHING), language)
    assert not app.header
    assert sentence(app)
    if language == "en":
        assert sentence(app) == "Nothing that is looked for here is found in this plan."
        assert shown(app).count("\n- ") == 14  # all of them, under what was not found


def test_what_was_not_found_is_what_does_not_stand_above() -> None:
    app = opened("cautions", plan_with(), "en")
    [absent] = [each.value for each in app.expander[0].markdown]
    assert absent.count("\n- ") == 12
    assert "Your money runs out" not in absent


def test_a_published_outcome_stands_with_its_base_year_and_grade() -> None:
    plan = plan_with(team={"recruits_a_month": 3.0}, stock={"buys_to_qualify": "always"})
    text = shown(opened("cautions", plan, "en"))
    assert "Invented: of 100 members, 10 received 900 or more in the year, before expenses." in text
    assert "invented · 2026 · weak source" in text


def test_months_that_stand_alone_have_their_calendar_month() -> None:
    plan = plan_with(horizon_months=22)
    assert "Your money runs out" in headings(plan)
    assert "Month 22 (Nov 2028)" in shown(opened("cautions", plan, "en"))
