"""Cautions: counted in a line, listed under it with months, figures and sources, and each beside its field."""

from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.fields.groups import GROUPS
from planner.analysis.case import Case
from planner.analysis.cautions.caution import PATHS, TITLES
from planner.analysis.cautions.every import cautions
from planner.language import Language
from tests.pages.conftest import group
from tests.pages.opening import SPACE, case_of, opened, plan_with, shown

LANGUAGES = get_args(Language)

# The default plan earns less an hour than the wage, and its money does not last.
NOTHING = {
    "customers": {"new_a_month": 0.0},
    "stock": {"opening_stock": 0.0, "own_use": 50.0},  # the goods that the company demands are used up
    "running_costs": [],
    "money_and_time": {"hours_a_week": 0.0, "own_cash": 100_000.0},
}
RECRUITING = {
    "customers": {"new_a_month": 0.1},
    "team": {"recruits_a_month": 1.0, "member_joining_order": 300.0},
    "stock": {"buys_to_qualify": "always"},
}


def folded(app: AppTest) -> Any:
    """The list under its count."""
    [found] = [each for each in app.expander if any("\n- " in text.value for text in each.markdown)]
    return found


def listed(app: AppTest) -> list[str]:
    """Each caution as it stands in the list, then what was not found."""
    return [each.value.replace("\\", "").replace(SPACE, " ") for each in folded(app).markdown]


@pytest.mark.parametrize("page", ["start", "plan"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_caution_stands_on_the_page(language: Language, page: str) -> None:
    plan = plan_with(**RECRUITING)
    app = opened(page, plan, language)
    found = cautions(Case.of(plan, case_of(app).company))
    assert len(found) >= 4
    assert len(listed(app)) == len(found) + 2  # and what was not found, under its title
    assert str(len(found)) in folded(app).label
    sources = {caution.source for caution in found if caution.source}
    assert len(sources) >= 2
    for source in sources:
        assert f"](<{source}>)" in shown(app)


def test_a_caution_says_when_what_and_what_would_change_it() -> None:
    app = opened("plan", plan_with(), "en")
    text = "\n".join(listed(app))
    assert folded(app).label == "2 things in this plan deserve a second look."
    assert "Months 22 to 24" in text
    assert "Your own money, loan and card are used up in month 22" in text
    # 107 while month 24 held a renewal for the third year too: 30 less.
    assert "What would change it: 77 USD more of your own money" in text
    assert "The whole plan" in text


def test_one_caution_is_one_thing() -> None:
    plan = plan_with(money_and_time={"own_cash": 100_000.0})
    assert folded(opened("plan", plan, "en")).label == "1 thing in this plan deserves a second look."


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_an_answer_too(language: Language) -> None:
    app = opened("plan", plan_with(**NOTHING), language)
    assert '<details class="basis caution">' not in shown(app)
    assert "\n".join(listed(app)).count("\n- ") == 17  # all but that with nobody recruited, which it is already
    if language == "en":
        assert folded(app).label == "Nothing that is looked for here is found in this plan."


def test_what_was_not_found_is_what_does_not_stand_above() -> None:
    app = opened("plan", plan_with(), "en")
    *found, title, absent = listed(app)
    assert len(found) == 2
    assert title == "**What was looked for and not found**"
    assert absent.count("\n- ") == 15  # of 18 two stand above, and one is not looked for where nobody is recruited
    assert "Your money runs out" not in absent


def test_a_plan_that_recruits_nobody_is_not_cleared_of_losing_without_recruits() -> None:
    """It is the plan without recruits, and loses: what is not looked for in it was not looked for and not found."""
    title = "With nobody recruited, the plan loses money"
    assert title not in listed(opened("plan", plan_with(), "en"))[-1]
    kept = {"customers": {"new_a_month": 3.0}, "team": {"recruits_a_month": 1.0}}
    assert title in listed(opened("plan", plan_with(**kept), "en"))[-1]


def test_a_published_outcome_stands_with_its_base_year_and_grade() -> None:
    plan = plan_with(team={"recruits_a_month": 3.0}, stock={"buys_to_qualify": "always"})
    text = "\n".join(listed(opened("plan", plan, "en")))
    assert "Invented: of 100 members, 10 received 900 or more in the year, before expenses." in text
    assert "invented · 2026 · weak source" in text


def test_months_that_stand_alone_have_their_calendar_month() -> None:
    plan = plan_with(horizon_months=22)
    assert any(
        text.startswith("**Your money runs out** · Month 22 (Nov 2028)") for text in listed(opened("plan", plan, "en"))
    )


def test_a_caution_stands_beside_the_field_that_it_speaks_of() -> None:
    app = opened("plan", plan_with(), "en")
    beside = "<summary>Your money runs out · Months 22 to 24</summary><p>Your own money, loan and card are used up"
    assert beside not in shown(app)
    assert beside in shown(group(app, "money_and_time"))


def test_a_caution_stands_once_in_a_group_though_it_speaks_of_two_of_its_fields() -> None:
    app = opened("plan", plan_with(), "en")
    hours = [path for path in PATHS["hour_below_wage"] if path[0] == "money_and_time"]
    assert len(hours) == 2
    assert shown(group(app, "money_and_time")).count(f"<summary>{TITLES['hour_below_wage']} · ") == 1


def test_every_caution_speaks_of_a_field_of_the_plan() -> None:
    fields = {
        path
        for each in GROUPS.values()
        for path in (*each.shown, *(path for fold in each.folds for path in fold.paths))
    }
    assert TITLES.keys() - PATHS.keys() == {"beyond_top_tenth"}  # names its own
    assert {path for paths in PATHS.values() for path in paths} <= fields
