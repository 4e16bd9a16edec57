"""Companies by risk: who stands where, and who is not ranked, since the pay on a team is not computed."""

from dataclasses import dataclass, replace
from typing import Any

from planner.analysis.beside.comparison import compare
from planner.analysis.beside.ranking import apart, has_team, in_order, is_ranked, known_of_the_pay, order_by_risk
from planner.analysis.company.coverage import pay_standing
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from tests.levels_without_rates import levels_without_rates
from tests.planner.analysis.beside.test_comparison import company, half_a_year


@dataclass(frozen=True)
class LoseAndWorst:
    lose: float
    worst_third: float


def with_a_team() -> Plan:
    """One recruit a month."""
    return half_a_year(team={"recruits_from": "schedule", "recruits_a_month": 1})


def test_the_order_is_by_who_loses_money_then_by_the_worst_third_then_as_named() -> None:
    found: Any = [LoseAndWorst(0.5, -10), LoseAndWorst(0.2, -90), LoseAndWorst(0.5, -5), LoseAndWorst(0.2, -90)]
    assert order_by_risk(found) == (1, 3, 2, 0)


def test_with_a_team_no_company_is_ranked_whose_pay_on_it_is_not_computed() -> None:
    """Nor does one of the past stand before one of today, by whatever odds."""
    pays = {"rates": (0.1,)}
    chosen = [company("margin"), company("past", **pays), company("pays", **pays), company("silent")]
    comparison = compare(with_a_team(), chosen)
    cases = comparison.cases
    standings = [pay_standing(case.company, case.projection.terms) for case in cases]
    assert standings == ["not_computed", "computed", "computed", "not_computed"]
    assert all(map(has_team, cases))
    assert [is_ranked(case) for case in cases] == [False, True, True, False]
    assert [case.company.id for case in apart(comparison)] == ["margin", "silent"]
    past = replace(cases[1], company=cases[1].company.model_copy(update={"status": "historic"}))
    found: Any = [LoseAndWorst(0.1, -1), LoseAndWorst(0.0, 0), LoseAndWorst(0.9, -90), LoseAndWorst(0.0, 0)]
    assert order_by_risk(found) == (1, 3, 0, 2)
    # By their odds: but the first and the last are not ranked, and stand as they were named; the second is of the past.
    assert order_by_risk(found, (cases[0], past, *cases[2:])) == (2, 1, 0, 3)


def test_without_a_team_every_company_is_ranked() -> None:
    """Nobody is recruited, so that pay on a team would be nothing with any of them."""
    comparison = compare(half_a_year(), [company("margin"), company("pays", rates=(0.1,))])
    assert [has_team(case) for case in comparison.cases] == [False, False]
    assert apart(comparison) == ()
    found: Any = [LoseAndWorst(0.1, -1), LoseAndWorst(0.9, -90)]
    assert order_by_risk(found, comparison.cases) == (0, 1)


def test_where_some_rates_are_missing_a_company_is_ranked_by_the_others() -> None:
    """One of three rates of a royalty is known, the others are asked of whoever plans."""
    plan = Plan.model_validate(with_a_team().model_dump() | {"currency": "USD"})
    royalty = levels_without_rates(0.05)
    comparison = compare(plan, [royalty, load_catalog().companies["nu-skin-us"]])
    standings = [pay_standing(case.company, case.projection.terms) for case in comparison.cases]
    assert standings == ["partly", "not_computed"]
    assert [case.company.id for case in apart(comparison)] == ["nu-skin-us"]
    known = [name.en for name in known_of_the_pay(comparison.cases[1])]
    assert "Building bonus, until October 2024" in known


def test_another_order_changes_no_figure() -> None:
    first, second, third = (company(str(number), kit=number) for number in range(3))
    one = in_order(compare(half_a_year(), [first, second, third]), (2, 0, 1))
    other = compare(half_a_year(), [third, first, second])
    assert [case.company.id for case in one.cases] == ["2", "0", "1"]
    assert [case.measures for case in one.cases] == [case.measures for case in other.cases]
    assert one.not_joining.savings == other.not_joining.savings
    assert [line.values for line in one.differences] == [line.values for line in other.differences]
