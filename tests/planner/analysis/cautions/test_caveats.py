"""Each reservation appears when there is reason for it, with its figure, and only then."""

import pytest

from planner.analysis.answer.as_entered import four_figures
from planner.analysis.answer.bounds import tax_counted
from planner.analysis.case import Case
from planner.analysis.cautions.caveats import caveats
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import draws_of
from planner.simulation.paths import draw_paths
from planner.speech import Speech
from tests.companies_by_months import COMPANIES as BY_MONTHS
from tests.levels_without_rates import levels_without_rates
from tests.plans import small_seller

COMPANIES = BY_MONTHS


def spoken(company_id: str, plan: Plan) -> str:
    return spoken_of(COMPANIES[company_id], plan)


def spoken_of(company: Company, plan: Plan) -> str:
    return " ".join(Speech.of("en", plan).say(message) for message in caveats(Case.of(plan, company)))


def with_team(currency: str = "USD") -> Plan:
    return small_seller(currency, team={"recruits_a_month": 1})


def test_a_company_that_discloses_everything_has_no_caveat_about_it() -> None:
    said = spoken("example-company", small_seller())
    assert "not disclosed" not in said
    assert "assumed, since" not in said


@pytest.mark.parametrize(("company_id", "unknown"), [("young-living-us", 3), ("scentsy-us", 2), ("lularoe-us-2017", 3)])
def test_unknown_costs_are_counted(company_id: str, unknown: int) -> None:
    # Young Living: only the kit is sourced. Scentsy: kit and website are. LuLaRoe: only the opening stock is.
    assert f"{unknown} of the company's 4 costs" in spoken(company_id, small_seller())


def test_months_without_enough_own_points_are_counted_only_where_there_is_a_team() -> None:
    # 2.5 customers at most, 50 each at 76 points per 100: 95 points at most, under the 100 asked for. The first recruit
    # joins in month 1 and buys from month 2, so 23 of 24 months have a team; the opening order of 200 / 0.76 covers the
    # first sales, so no later month buys more than the plan sells.
    said = spoken("young-living-us", with_team())
    assert "In 23 of the months with a team" in said
    assert "under the 100" in said
    assert "months with a team" not in spoken("young-living-us", small_seller())


def test_stairstep_pay_is_called_approximate_only_with_recruits() -> None:
    assert "approximate" in spoken("amway-eu", with_team("EUR"))
    assert "approximate" not in spoken("amway-eu", small_seller("EUR"))


def test_assumed_figures_and_uncomputed_pay_are_counted() -> None:
    said = spoken("amway-eu", small_seller("EUR"))
    assert "2 figures are assumed, since no source gives them" in said
    # The file's limits: the leadership bonus is left out; a demand for own sales is; fees that may exist are.
    for effect in ("raise your pay: 1", "lower your pay: 1", "raise your costs: 1"):
        assert effect in said
    assert "either way" not in said


def test_a_demand_for_own_points_makes_a_teams_pay_approximate() -> None:
    assert "average sales decide" in spoken("young-living-us", with_team())
    assert "average sales decide" not in spoken("young-living-us", small_seller())


@pytest.mark.parametrize("how", ["always", "while_it_pays"])
def test_goods_bought_for_the_points_are_too_few_in_expectation_as_the_note_and_the_figures_say(how: str) -> None:
    team = {"recruits_a_month": 1} if how == "while_it_pays" else {}
    plan = small_seller(stock={"buys_to_qualify": how}, customers={"new_a_month": 3}, team=team)
    company = COMPANIES["young-living-us"]
    expected = Case.of(plan, company)
    runs = draw_paths(draws_of(plan, company), 1, 0, 100).statement.lines["qualifying_purchases"].sum(axis=0).mean()
    assert runs > expected.projection.statement.lines["qualifying_purchases"].sum()
    assert "counted too low" in spoken("young-living-us", plan)
    hole, back, result, hour = four_figures(expected, None, Speech.of("en", plan))
    assert hole.qualifier.endswith("; likely deeper")
    assert expected.measures.payback.month is None or back.qualifier.endswith("; likely later")
    assert result.qualifier.endswith("; likely less")
    assert hour.qualifier.endswith("; likely less")
    never = small_seller(stock={"buys_to_qualify": "never"}, customers={"new_a_month": 3}, team=team)
    assert "counted too low" not in spoken("young-living-us", never)


def test_the_share_of_members_who_are_active_is_said_where_somebody_may_be_passed_over() -> None:
    # A member buys for 130 at shop price on average, 76 points per 100: 98.8 points, where 100 are asked for. With a
    # spread of 100 % the logarithm has the variance 0.6931: 1 - Phi(ln(100 / 98.8) / 0.8326 + 0.4163) = 1 - Phi(0.4308)
    # = 0.333.
    plan = small_seller(team={"recruits_a_month": 1, "member_monthly_purchases": 130})
    said = spoken("young-living-us", plan)
    assert "your members have what the company asks for (33" in said
    assert "and not who" in said
    assert "and not who" not in spoken("young-living-us", small_seller())  # nobody is there
    assert "and not who" not in spoken("lularoe-us-2017", plan)  # one level, paid on whoever buys
    assert "and not who" not in spoken("amway-eu", with_team("EUR"))  # nothing is asked for


def test_rates_that_nobody_published_are_counted_until_they_are_stated() -> None:
    # A royalty on three levels whose scale is in no source, so that all three are empty.
    royalty = levels_without_rates()
    assert "The company pays 3 rates that no source gives." in spoken_of(royalty, small_seller())
    answered = Plan.model_validate({"company_answers": {royalty.id: {"level_1": 0.03, "level_3": 0.01}}})
    assert "The company pays a rate that no source gives." in spoken_of(royalty, answered)
    assert "that no source gives. Until" not in spoken("scentsy-us", small_seller())


def test_a_company_whose_pay_is_not_computed_says_that_the_margin_is_all() -> None:
    margin_alone = "the margin on sales alone"
    assert margin_alone in spoken("zinzino-se", Plan(currency="SEK"))
    assert margin_alone not in spoken("scentsy-us", small_seller())
    assert margin_alone not in spoken_of(levels_without_rates(), small_seller())  # they can be stated, so that is said


def test_what_is_not_computed_is_said_of_the_published_company_beside_figures_of_ones_own() -> None:
    published = COMPANIES["oriflame-eu"]
    own, plan = own_copy(published, ()), Plan(currency=published.currency)
    said = " ".join(Speech.of("en", plan).say(message) for message in caveats(Case.of(plan, own)))
    assert f"as said of the company as published: {len(published.limits)} (see Method)" in said
    assert "could raise your pay" not in said
    bare = own.model_copy(update={"limits": ()})
    assert "as published" not in " ".join(
        Speech.of("en", plan).say(message) for message in caveats(Case.of(plan, bare))
    )


def test_rules_of_another_year_are_told_at_the_tax() -> None:
    def plan(start: str, months: int, rules: str = "united-states-self-employment-2026") -> Plan:
        return small_seller(start_month=start, horizon_months=months, tax={"rules": rules})

    def told(plan: Plan) -> tuple[str, str]:
        said = spoken("example-company", plan)
        return said[: said.find(":")] if "by the rules of" in said else "", tax_counted(plan, Speech.of("en", plan))

    assert told(plan("2026-01", 11)) == ("", "tax is counted")
    beyond = "Tax is counted by the rules of 2026, and the plan runs from 2026 to 2027"
    assert told(plan("2026-01", 12)) == (beyond, "tax by the rules of 2026")
    assert "the plan is of 2027, when others may hold" in spoken("example-company", plan("2027-01", 11))
    assert told(plan("2026-01", 24, "flat")) == ("", "tax is counted")
    assert told(plan("2026-01", 24, "none")) == ("", "before tax")
