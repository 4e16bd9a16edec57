"""How rare a plan is: like for like, the company's own record first, and nobody's effort in the headline's own line."""

from typing import Any

import pytest

from planner.analysis.answer.rare import (
    beyond_what_is_known,
    how_bounds_are_found,
    how_rare,
    how_rare_then,
    rare_in_short,
)
from planner.analysis.case import Case
from planner.analysis.chance.rarity import rarity
from planner.analysis.measures.gross_pay import first_year_gross_pay
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.speech import Speech

COMPANIES = load_catalog().companies


def case(company: str = "scentsy-us", **groups: Any) -> Case:
    return Case.of(Plan.model_validate({"currency": COMPANIES[company].currency} | groups), COMPANIES[company])


def direct(new_a_month: float, **customers: Any) -> dict[str, Any]:
    return {"stock": {"ship_direct_share": 1}, "customers": {"new_a_month": new_a_month} | customers}


def said(of: Case) -> str:
    return how_rare(of, Speech.of("en", of.plan)).replace("\N{NO-BREAK SPACE}", " ")


def beyond(of: Case) -> str:
    return " ".join(beyond_what_is_known(of, Speech.of("en", of.plan))).replace("\N{NO-BREAK SPACE}", " ")


def test_gross_pay_of_a_year_by_hand() -> None:
    """One customer from month 1 who never stops, one order of 50 a month, 20 % for it: 12 orders are 120."""
    plan = direct(0, new_from="schedule") | {"horizon_months": 24}
    plan["customers"] = {"new_a_month": [1, 0], "attrition": 0, "orders_per_customer": 1, "retail_per_order": 50}
    of = case(**plan)
    assert first_year_gross_pay(of.projection) == pytest.approx(120)
    assert first_year_gross_pay(of.projection, "not_counted") == 0
    stocked = case(**(plan | {"stock": {"ship_direct_share": 0}}))
    assert first_year_gross_pay(stocked.projection) == 0  # the company pays it nothing
    assert first_year_gross_pay(stocked.projection, "counted") == pytest.approx(120)  # it keeps the same by itself


def test_the_companys_own_table_leads_with_bounds_whom_it_counts_and_when() -> None:
    # 459 at 20 % up to the month of the step; of its goods 168 lie beyond 1,000 points and keep 25 %: 8 more.
    found = rarity(case(**direct(1)))
    assert found is not None
    assert (found.own, round(found.amount)) == (True, 467)
    assert (round(found.bounds.least, 4), round(found.bounds.most, 4)) == (0.3629, 0.8629)
    assert said(case(**direct(1))).startswith(
        "Of 100 of this company's sellers, between 36 and 86 were paid less than this plan's first full year as "
        "entered, 467 USD (all consultants of the year, most for part of it, United States, 2020, "
    )


def test_how_the_bounds_are_found_is_told_where_there_are_some() -> None:
    """A median halves a group, and 10 on average leaves one in ten for 100: 10 / 100."""
    of, short = case(**direct(1)), case(**(direct(1) | {"horizon_months": 6}))
    [told] = how_bounds_are_found(of, Speech.of("en", of.plan))
    assert "exactly as entered" in told
    assert told.endswith("of a group that was paid 10 on average, at most one in ten was paid 100 or more.")
    assert how_bounds_are_found(short, Speech.of("en", short.plan)) == []


def test_where_the_company_publishes_nothing_another_ones_table_is_named() -> None:
    found = said(case("young-living-us", **direct(1)))
    assert found.startswith("Of 100 sellers of another company, at least 50 were paid ")
    assert "My Daily Choice" in found
    assert "2018" in found


def test_where_no_record_allows_it_that_is_said() -> None:
    assert rarity(case(horizon_months=11)) is None
    assert said(case(horizon_months=11)).startswith("How rare this plan is cannot be said: it is shorter than the year")


def test_without_a_rate_only_what_is_known_in_any_money_counts() -> None:
    plan = Plan.model_validate({"currency": "EUR", "exchange_rates": {}} | direct(1))
    found = rarity(Case.of(plan, COMPANIES["zinzino-se"])) if COMPANIES["zinzino-se"].currency == "EUR" else None
    assert found is None or found.bounds.least == 0.5  # half of those at My Daily Choice got nothing


def test_a_plan_that_was_changed_for_a_goal_is_told_by_the_same_figures() -> None:
    """One customer a month: 467 in the year, between 36 and 86 of 100 (above). Forty pay more than 2,901."""
    of = case(**direct(1))
    speech = Speech.of("en", of.plan)
    assert how_rare_then(of, "it", speech).replace("\N{NO-BREAK SPACE}", " ") == f"With it: {said(of)}"
    assert rare_in_short(of, speech) == "between 36 and 86"
    assert "above the highest that this company has published" in how_rare_then(case(**direct(40)), "it", speech)
    assert rare_in_short(case("young-living-us", **direct(1)), speech).startswith("at least 50 (")
    assert rare_in_short(case(horizon_months=11), speech) == "no record says"


def test_pay_beyond_all_that_is_published_stands_in_the_headline() -> None:
    """Forty new customers a month pay far more than 2,901, the highest that Scentsy gives for a group."""
    assert beyond(case(**direct(40))).startswith("Its first year is paid ")
    assert "above the highest that this company has published for any group, 2,901 USD." in beyond(case(**direct(40)))
    assert beyond(case(**direct(1))) == ""


def test_effort_that_nobody_has_stands_in_the_headline() -> None:
    assert "168 hours a week: nobody has them." in beyond(case(money_and_time={"hours_a_week": 168}))
    # 500 customers come in month 1, of whom 400 stay: 900 orders, and so on; 26 hours are 1,560 minutes a month.
    assert "minutes are left for each customer: nobody sells so fast." in beyond(case(**direct(500)))
    # 26 hours are 1,560 minutes a month: 9.75 for each of 160, and more than an hour for each of 25.
    recruits = {"duplication": 0, "annual_attrition": 0}
    assert "9.8 minutes are left for each person you recruit: nobody recruits so fast." in beyond(
        case(team=recruits | {"recruits_a_month": 160})
    )
    assert beyond(case(team=recruits | {"recruits_a_month": 25})) == ""
    team = {"recruits_a_month": 5, "duplication": 1.0, "annual_attrition": 0.1, "people_within_reach": 1e10}
    assert "more members than people live in" in beyond(case(team=team))


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("company", COMPANIES)
def test_every_company_has_a_sentence_in_both_languages(company: str, language: Any) -> None:
    of = case(company)
    assert "100" in how_rare(of, Speech.of(language, of.plan))


def test_the_cases_that_were_called_rosy_are_not() -> None:
    from planner.analysis.cautions.optimism import beyond_the_top_tenth

    # A published median of a full year, sent direct: at least 13.7 of 100 reached it.
    assert beyond_the_top_tenth(case(**direct(1.9, attrition=0.2))) is None
    # An order of 100 and hardly anybody who ever places one.
    few = {"new_a_month": [1, 0], "attrition": 0.9, "retail_per_order": 100}
    assert beyond_the_top_tenth(case("young-living-us", customers=few)) is None
    assert beyond_the_top_tenth(case(**direct(40))) is not None
