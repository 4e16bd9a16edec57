"""The same effort on two companies and on none, by hand; what differs, and what is not disclosed."""

from typing import Any

import pytest

from planner.analysis.beside.comparison import (
    COMPARED_MEASURES,
    Comparison,
    Difference,
    compare,
    not_joining,
    without_recruits,
)
from planner.analysis.company.contract import worded_terms
from planner.analysis.company.facts import BESIDE_GOODS, BY_A_TABLE, NOT_DISCLOSED
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.speech import Speech
from tests.properties.situations import INVENTED, bare_plan, figure, invented_company


def company(name: str, **terms: Any) -> Company:
    return Company.model_validate({**invented_company(**terms).model_dump(), "id": name})


def half_a_year(**groups: Any) -> Plan:
    """An order of 100 a month; 110 to get started; a telephone for 20; 13 hours a month; savings at 21 % a year."""
    return bare_plan(
        horizon_months=6,
        getting_started={"items": [{"name": "Samples", "amount": 100}], "contingency_share": 0.1},
        customers={"new_a_month": (1, 0)},
        running_costs=[{"name": "Telephone", "amount": 20}],
        money_and_time={"hours_a_week": 3, "reference_wage": 10, "annual_saving_rate": 0.21},
        **groups,
    )


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    cheap = company("cheap", kit=50, steps=((0, 0.6),), website=None)
    dear = company("dear", kit=100, steps=((0, 0.5),))
    return compare(half_a_year(), [cheap, dear])


def line(comparison: Comparison, key: str) -> Difference:
    (found,) = (difference for difference in comparison.differences if difference.key == key)
    return found


def test_each_company_has_the_same_effort(comparison: Comparison) -> None:
    # cheap: -50 - 110, then 100 - 60 - 20 = 20 a month for six months; dear: -100 - 110, then 100 - 50 - 20 = 30.
    cheap, dear = (case.projection.statement.cumulative_cash_flow[:, 0].tolist() for case in comparison.cases)
    assert cheap == pytest.approx([-160, -140, -120, -100, -80, -60, -40])
    assert dear == pytest.approx([-210, -180, -150, -120, -90, -60, -30])
    assert [case.measures.result for case in comparison.cases] == pytest.approx([-40, -30])
    assert [case.company.id for case in comparison.cases] == ["cheap", "dear"]


def test_not_joining_by_hand(comparison: Comparison) -> None:
    nobody = comparison.not_joining
    # 13 hours at 10 for six months; the deeper hole of the two, 210, at 1.21 ** (6/12) = 1.1 for half a year.
    assert nobody.savings == pytest.approx(210)
    assert nobody.wage == pytest.approx(780)
    assert nobody.interest == pytest.approx(21)
    assert nobody.total == pytest.approx(801)
    # Halfway: 390 of wage, and 210 * (1.1 ** 0.5 - 1) = 210 * 0.0488088 = 10.24985
    assert nobody.cumulative[3] == pytest.approx(400.24985, abs=1e-5)
    assert nobody.cumulative[[0, 6]].tolist() == pytest.approx([0, 801])
    assert nobody.net_cash_flow.sum() == pytest.approx(801)
    assert nobody.net_cash_flow[0] == 0


def test_no_hours_and_no_savings_bring_nothing() -> None:
    plan = bare_plan(horizon_months=3, money_and_time={"hours_a_week": 0})
    assert not_joining(plan, 0.0).cumulative.tolist() == [0, 0, 0, 0]


def test_a_fact_says_where_companies_differ(comparison: Comparison) -> None:
    kit = line(comparison, "starter_kit_fee")
    assert (kit.values, kit.differ, kit.unit) == ((50, 100), True, "money")
    assert line(comparison, "renewal_fee").values == (0, 0)
    assert not line(comparison, "renewal_fee").differ
    assert line(comparison, "wholesale_share").values == (0.6, 0.5)
    assert line(comparison, "points_per_100_retail").values == (100, 100)
    assert line(comparison, "payout_lag_months").values == (1, 1)


def test_an_unknown_cost_is_not_disclosed_and_never_zero(comparison: Comparison) -> None:
    website = line(comparison, "website_fee")
    assert website.values == (None, 0)
    assert website.differ
    assert website.facts[0].reason is NOT_DISCLOSED
    assert [case.projection.terms.unknown_costs for case in comparison.cases] == [("website_fee",), ()]
    # Neither discloses what it buys back: the same silence is no difference.
    assert line(comparison, "buy_back_share").values == (None, None)
    assert not line(comparison, "buy_back_share").differ


def test_a_measure_that_is_not_reached_has_its_reason(comparison: Comparison) -> None:
    payback = line(comparison, "payback")
    assert payback.values == (None, None)
    assert all(fact.reason is not None for fact in payback.facts)
    assert not payback.differ  # both never, with other amounts in the reason
    assert line(comparison, "peak_funding_need").values == pytest.approx((160, 210))
    assert line(comparison, "peak_funding_month").values == (0, 0)
    assert line(comparison, "result").differ
    # -40 and -30 in 6 * 13 hours
    assert line(comparison, "earnings_per_hour").values == pytest.approx((-40 / 78, -30 / 78))


def test_the_table_lists_terms_then_measures(comparison: Comparison) -> None:
    keys = [difference.key for difference in comparison.differences]
    assert keys == [
        "starter_kit_fee",
        "minimum_opening_stock",
        "renewal_fee",
        "website_fee",
        "wholesale_share",
        "points_per_100_retail",
        "commissionable_per_100_retail",
        "minimum_personal_volume",
        "standing_order",
        "payout_lag_months",
        "margin_lag_months",
        "own_lag_months",
        "buy_back_share",
        "buy_back_window_months",
        "figures_sourced",
        "figures_weak",
        "figures_not_disclosed",
        *COMPARED_MEASURES,
    ]


def test_everything_is_in_the_currency_of_the_plan() -> None:
    euros = company("euros", kit=100, currency="EUR", points=50)
    dollars = company("dollars", kit=100)
    plan = half_a_year(exchange_rates={"EUR": 1.25})
    comparison = compare(plan, [euros, dollars])
    assert line(comparison, "starter_kit_fee").values == (125, 100)
    # 50 points per 100 euros, which are 125 dollars: 40 per 100 dollars
    assert line(comparison, "points_per_100_retail").values == pytest.approx((40, 100))


def test_a_missing_rate_a_single_company_and_a_repeated_one_are_refused() -> None:
    one, other = company("one"), company("other", currency="EUR")
    with pytest.raises(ValueError, match="EUR"):
        compare(half_a_year(), [one, other])
    with pytest.raises(ValueError, match="2 to 6"):
        compare(half_a_year(), [one])
    with pytest.raises(ValueError, match="2 to 6"):
        compare(half_a_year(), [company(str(number)) for number in range(7)])
    with pytest.raises(ValueError, match="once"):
        compare(half_a_year(), [one, one])


def test_six_companies_can_be_compared() -> None:
    comparison = compare(half_a_year(), [company(str(number), kit=number) for number in range(6)])
    assert line(comparison, "starter_kit_fee").values == (0, 1, 2, 3, 4, 5)


@pytest.mark.parametrize("recruits", [1.5, {"first": 0, "last": 2, "months": 4}, (0, 3)])
def test_without_recruits_nobody_joins_and_all_else_stays(recruits: object) -> None:
    plan = half_a_year(team={"recruits_a_month": recruits, "duplication": 0.1, "member_monthly_purchases": 80})
    alone = without_recruits(plan)
    before, after = plan.model_dump(), alone.model_dump()
    before["team"].pop("recruits_a_month")
    assert after["team"].pop("recruits_a_month") == 0
    assert after == before
    pays = invented_company(rates=(0.1,))
    assert project(plan, pays).statement.lines["commission_earned"].sum() > 0
    assert project(alone, pays).statement.lines["commission_earned"].sum() == 0
    assert project(alone, pays).network.joined[:, 1:].sum() == 0


@pytest.mark.parametrize("recruiting", range(101))
def test_hours_may_be_split_in_any_whole_percent_and_recruiting_dropped(recruiting: int) -> None:
    """What is left of the hours keeps its proportions: 90, 10 and 0 become 0, 100 and 0 of a tenth of the hours."""
    left = 100 - recruiting
    for meetings in {0, left // 2, left}:
        time = {"hours_a_week": 10, "recruiting_hours_share": recruiting / 100, "meeting_hours_share": meetings / 100}
        plan = Plan.model_validate({"money_and_time": time | {"paperwork_hours_share": (left - meetings) / 100}})
        alone = without_recruits(plan).money_and_time
        assert alone.hours_a_week == pytest.approx(10 * left / 100)
        assert alone.meeting_hours_share == pytest.approx(meetings / left if left else 0)


def test_figures_in_two_units_differ() -> None:
    base = company("one").model_dump(mode="json", exclude_none=True)
    cited = {"kind": "invented", "source": "invented", "year": 2026, "grade": "weak"}
    ends = {"not_found": {"en": "a", "sv": "b"}}

    def ordering(name: str, unit: str) -> Company:
        activity = {"standing_order": cited | {"value": 50, "unit": unit}, "standing_order_ends": ends}
        return Company.model_validate(base | {"id": name, "activity": activity})

    money, points = ordering("money", "money_a_month"), ordering("points", "points_a_month")
    found = line(compare(half_a_year(), [money, points]), "standing_order")
    assert (found.values, found.differ) == ((50, 50), True)
    assert not line(compare(half_a_year(), [money, ordering("other", "money_a_month")]), "standing_order").differ


def test_each_currency_of_the_companies_has_the_rate_that_was_stated() -> None:
    plan = half_a_year(currency="SEK", exchange_rates={"EUR": 11.2, "USD": 9.5, "GBP": 13})
    kroner, euros, dollars = (company(code, kit=10, currency=code) for code in ("SEK", "EUR", "USD"))
    comparison = compare(plan, [dollars, kroner, euros])
    assert comparison.rates == {"EUR": 11.2, "USD": 9.5}
    assert line(comparison, "starter_kit_fee").values == pytest.approx((95, 10, 112))
    assert compare(plan, [kroner, company("other", currency="SEK")]).rates == {}


def test_terms_in_words_are_the_same_lines_of_every_company() -> None:
    cases = compare(half_a_year(), [company("one"), company("two", rates=(0.1,))]).cases
    one, two = (worded_terms(case.company, case.projection.terms) for case in cases)
    assert [term.key for term in one] == [term.key for term in two]
    assert [term.key for term in one] == ["plan_kind", "pay", "activity_rules", "standing_order_ends", "freight"]
    assert [len(term.clauses) for term in one] == [0, 1, 0, 0, 0]  # its pay is always said, the rest is not disclosed
    english = Speech.of("en", half_a_year())
    assert [terms[1].clauses[0].said(english) for terms in (one, two)] == ["not computed", "computed"]


@pytest.mark.parametrize(
    ("paid", "words", "said"),
    [
        (True, None, ["the company pays it"]),
        (False, None, ["you pay it"]),
        (None, None, []),
        (False, {"en": "Up to 200 SEK.", "sv": "Upp till 200 kronor."}, ["Up to 200 SEK."]),
    ],
)
def test_who_pays_freight_is_said_in_the_words_of_the_file_if_it_has_any(
    paid: bool | None, words: dict[str, str] | None, said: list[str]
) -> None:
    data = company("one").model_dump(mode="json", exclude_none=True)
    data["buy_back"] |= {"company_pays_freight": paid, "freight_paid_by": words}
    case = compare(half_a_year(), [Company.model_validate(data), company("two")]).cases[0]
    (freight,) = (term for term in worded_terms(case.company, case.projection.terms) if term.key == "freight")
    assert [clause.said(Speech.of("en", half_a_year())) for clause in freight.clauses] == said


def test_a_historic_company_is_compared_in_the_years_of_its_terms() -> None:
    """Half a year from January 2027; LuLaRoe's terms are of 2014 to 2017, so January to June 2017, the same months."""
    plan, known = half_a_year(), load_catalog().companies
    comparison = compare(plan, [known["scentsy-us"], known["lularoe-us-2017"]])
    assert [case.plan.start_month for case in comparison.cases] == [plan.start_month, "2017" + plan.start_month[4:]]
    assert comparison.plan == plan


def test_what_an_order_costs_beside_its_goods_is_compared_where_a_company_says_it() -> None:
    """8 % freight at one, by a table at the other, whose tax is 7 % of a kit of 100; none of it at two more."""
    table = {"steps": [{"from_cost": 0, "amount": 9}], **INVENTED}
    by_share = company("share", orders={"freight_share": figure(0.08, "share")})
    by_table = company("table", kit=100, kit_tax=0.07, orders={"freight_table": table})
    freight = line(compare(half_a_year(), [by_share, by_table]), "order_freight_share")
    assert (freight.values, freight.facts[1].reason) == ((0.08, None), BY_A_TABLE)
    assert line(compare(half_a_year(), [by_share, by_table]), "kit_tax").values == pytest.approx((None, 0.07))
    keys = {each.key for each in compare(half_a_year(), [company("one"), company("other")]).differences}
    assert not keys & set(BESIDE_GOODS)
