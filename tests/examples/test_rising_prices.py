"""By pencil: prices that rise once a year, in months 13, 25, ...: of goods, of costs, of the wage; in today's money."""

import pytest

from pages.shared.words.comparison_table import measures_table
from planner.analysis.answer.answers import in_todays_money as in_todays_money_said
from planner.analysis.answer.as_entered import four_figures
from planner.analysis.answer.odds_in_words import of_100_people
from planner.analysis.beside.comparison import compare
from planner.analysis.case import Case
from planner.analysis.chance.odds import odds
from planner.analysis.measures.measure import average_wage, in_todays_money, time_cost
from planner.analysis.measures.order_margin import order_margin
from planner.inputs.company.company import Company
from planner.projection.engine import project
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, figure, invented_company

# One customer orders for 100 a month, of which the distributor pays 60.
ONE = {"new_a_month": (1, 0), "retail_per_order": 100}
COMPANY = invented_company(steps=((0, 0.6),))
DIRECT = {"ship_direct_share": 1, "cover_months": 0}


def rising(prices: float = 0, costs: float = 0, wage: float = 0, **more: object) -> dict[str, object]:
    return {"shop_price_rise": prices, "cost_rise": costs, "wage_rise": wage, **more}


def test_the_margin_of_what_the_company_sends_rises_with_the_shop_price() -> None:
    """40 in months 1 to 12; 105 less 63 is 42 in months 13 to 24; 44.10 in month 25: 480 + 504 + 44.10."""
    plan = bare_plan(horizon_months=25, customers=ONE, stock=DIRECT, money_and_time=rising(0.05))
    projection = project(plan, COMPANY)
    assert line(projection, "margin_earned") == nearly(0, *[40] * 12, *[42] * 12, 44.1)
    assert float(projection.statement.result[-1, 0]) == pytest.approx(1028.1)


def test_a_month_kept_in_stock_is_bought_at_the_price_of_its_own_month() -> None:
    """Month 1 buys two months for 120, each later one 100 of goods: for 60, from month 13 on for 63.

    In month 13 the shelf holds 100 that cost 60 and 100 that cost 63: what is sold for 105 cost 61.50.
    """
    plan = bare_plan(horizon_months=13, customers=ONE, stock={"cover_months": 1}, money_and_time=rising(0.05))
    projection = project(plan, COMPANY)
    assert line(projection, "inventory_purchases") == nearly(0, 120, *[60] * 11, 63)
    assert line(projection, "revenue") == nearly(0, *[100] * 12, 105)
    assert line(projection, "cost_of_goods_sold") == nearly(0, *[60] * 12, 61.5)
    assert by_month(projection.inventory.sold) == nearly(0, *[100] * 13)


def test_what_is_given_back_is_the_price_that_was_paid() -> None:
    """A tenth of the month before: of month 12's 100 in month 13, of month 13's 105 in month 14."""
    plan = bare_plan(horizon_months=14, customers=ONE | {"refund_share": 0.1}, money_and_time=rising(0.05))
    assert line(project(plan, COMPANY), "refunds")[12:] == nearly(10, 10, 10.5)


def test_amounts_of_goods_are_as_many_goods_as_before() -> None:
    """A standing order of 60 stays 100 of goods, and own use of 30 stays 50: they cost 63 and 31.50."""
    stock = {"standing_order": 60, "own_use": 30, "own_use_anyway": 20}
    projection = project(bare_plan(horizon_months=13, stock=stock, money_and_time=rising(0.05)), COMPANY)
    assert by_month(projection.inventory.purchased)[12:] == nearly(100, 100)
    assert line(projection, "inventory_purchases")[12:] == nearly(60, 63)
    assert by_month(projection.inventory.own_use)[12:] == nearly(50, 50)
    assert line(projection, "own_use_anyway")[12:] == nearly(20, 21)


def test_pay_on_the_team_rises_with_what_it_buys() -> None:
    """One recruit buys for 200 a month, at 5 % 10; in month 13 the same goods cost 240, which is 12. Points stay."""
    team = {"recruits_a_month": (1, 0), "member_monthly_purchases": 200, "people_within_reach": 1e10}
    company = invented_company(rates=(0.05,), minimum=0)
    projection = project(bare_plan(horizon_months=13, team=team, money_and_time=rising(0.2)), company)
    assert line(projection, "commission_earned")[2:] == nearly(*[10] * 11, 12)


def test_pay_on_own_goods_rises_and_points_and_rank_stay() -> None:
    """100 points a month reach the rank of 10 %: 10 of 100; from month 13 on 12 of 120, still at 100 points."""
    company = invented_company(
        breakaway=False, ranks=({"name": "One", "group_volume": 100, "rate": 0.1},), steps=((0, 0.6),)
    )
    projection = project(bare_plan(horizon_months=13, customers=ONE, money_and_time=rising(0.2)), company)
    assert line(projection, "commission_earned")[12:] == nearly(10, 12)
    assert by_month(projection.personal_volume)[12:] == nearly(100, 100)
    assert by_month(projection.personal_value)[12:] == nearly(100, 120)


def test_the_orders_that_cover_the_costs_are_counted_at_the_prices_of_one_month() -> None:
    """In month 25 goods cost 21 % more than at the start and all else 44 %: an order leaves 48.40.

    A phone of 30 a month is 43.20 by then; an insurance of 120 that covers months 7 to 25 is 14.40 a month, in 19 of 25
    months. Together 54.144, which one order does not cover. What was paid on average, 41.57, one order would.
    """
    costs = [
        {"name": "Phone", "amount": 30},
        {"name": "Insurance", "amount": 120, "first_month": 7, "every_months": 12},
    ]
    plan = bare_plan(
        horizon_months=25, customers=ONE, stock=DIRECT, running_costs=costs, money_and_time=rising(0.1, 0.2)
    )
    measures = Case.of(plan, COMPANY).measures
    assert measures.contribution_per_order == pytest.approx(48.4)
    assert measures.fixed_costs_a_month == pytest.approx(54.144)
    assert measures.break_even_orders == 2


def test_goods_bought_only_to_be_paid_are_counted_at_the_prices_of_one_month() -> None:
    """With nothing sold, 50 points are 50 of goods for 30; from month 13 on 33. In month 13 that is 33 of all months.

    Parties are costs that an order bears: at 10 each, 12 in month 13, they are none of these.
    """
    company = invented_company(steps=((0, 0.6),), minimum=50, rates=(0.1,))
    plan = bare_plan(
        horizon_months=13,
        stock={"buys_to_qualify": "always", "cover_months": 0},
        parties={"a_month": 1, "orders_each": 0, "cost_each": 10},
        money_and_time=rising(0.1, 0.2),
    )
    assert Case.of(plan, company).measures.fixed_costs_a_month == pytest.approx(33)


def test_costs_rise_in_the_same_steps() -> None:
    """At 10 %: 20 a month are 22 in month 13, the yearly fee of 30 that falls due then 33, delivery of 2 is 2.20.

    A start-up item of 50 in month 13 is 55, and a tenth is set aside on top of it.
    """
    plan = bare_plan(
        horizon_months=13,
        customers=ONE | {"cost_per_order": 2},
        getting_started={"items": [{"name": "x", "amount": 50, "month": 13}], "contingency_share": 0.1},
        running_costs=[{"name": "x", "amount": 20}],
        money_and_time=rising(costs=0.1),
    )
    projection = project(plan, invented_company(renewal=30))
    found = {name: line(projection, name)[12:] for name in ("operating_expenses", "company_fees", "delivery_costs")}
    assert found == {"operating_expenses": nearly(20, 22), "company_fees": nearly(0, 33), "delivery_costs": [2, 2.2]}
    assert line(projection, "startup_costs")[12:] == nearly(0, 55)
    assert line(projection, "contingency")[12:] == nearly(0, 5.5)
    assert line(projection, "revenue")[12:] == [100, 100]


def test_a_payment_for_months_to_come_is_spread_as_it_was_paid() -> None:
    """120 for six months, in months 7 and 13: 20 a month before, and 22 a month from month 13 on at 10 %."""
    costs = [{"name": "x", "amount": 120, "first_month": 7, "every_months": 6}]
    projection = project(bare_plan(horizon_months=14, running_costs=costs, money_and_time=rising(costs=0.1)), COMPANY)
    assert by_month(projection.statement.spread_expenses)[7:] == nearly(*[20] * 6, 22, 22)


def test_steps_of_a_table_of_freight_rise_with_goods_and_its_amounts_with_costs() -> None:
    """Goods of 60 are below the step of 61; in month 13 they cost 63, the step lies at 64.05: 5, and 5.50 at 10 %."""
    table = {
        "freight_table": {
            "steps": [{"from_cost": 0, "amount": 5}, {"from_cost": 61, "amount": 9}],
            "kind": "invented",
            "source": "invented",
            "year": 2026,
            "grade": "weak",
        },
        "fee": figure(4, "money"),
    }
    company = invented_company(steps=((0, 0.6),), orders=table)
    projection = project(bare_plan(horizon_months=13, customers=ONE, money_and_time=rising(0.05, 0.1)), company)
    assert line(projection, "freight")[12:] == nearly(5, 5.5)
    assert line(projection, "company_fees")[12:] == nearly(4, 4.4)


def test_an_order_of_the_last_month_is_at_its_prices() -> None:
    """105, of which goods take 63 and delivery 2.20: 39.80 is left."""
    plan = bare_plan(horizon_months=13, customers=ONE | {"cost_per_order": 2}, money_and_time=rising(0.05, 0.1))
    margin = order_margin(project(plan, COMPANY))
    assert (margin.price, margin.goods, margin.delivery) == nearly(105, 63, 2.2)
    assert margin.left == pytest.approx(39.8)


def test_the_wage_rises_by_itself() -> None:
    """Ten hours a month at parties: 12 months at 10 and 12 at 11 an hour are 1,200 and 1,320; on average 10.50."""
    money = rising(wage=0.1, hours_a_week=0, reference_wage=10)
    parties = {"a_month": 1, "orders_each": 0, "hours_each": 10}
    plan = bare_plan(horizon_months=24, parties=parties, money_and_time=money)
    worth = time_cost(plan)
    assert worth is not None
    assert worth.tolist() == nearly(0, *[100] * 12, *[110] * 12)
    assert average_wage(plan) == pytest.approx(10.5)


def test_the_result_in_todays_money_is_each_months_part_at_its_own_prices() -> None:
    """480, and 504 / 1.05 = 480: 960 of the 984 that are left, for the rate of costs stands for all prices.

    That costs alone rise makes it less: 480 and 480 / 1.05 are 937.14.
    """
    both = Case.of(
        bare_plan(horizon_months=24, customers=ONE, stock=DIRECT, money_and_time=rising(0.05, 0.05)), COMPANY
    )
    assert both.measures.result == pytest.approx(984)
    assert both.measures.result_today == pytest.approx(960)
    costs = Case.of(bare_plan(horizon_months=24, customers=ONE, stock=DIRECT, money_and_time=rising(0, 0.05)), COMPANY)
    assert costs.measures.result_today == pytest.approx(937.142857)


def test_the_runs_have_the_same_people_and_the_same_goods() -> None:
    """Every amount of a run rises as it does exactly as entered: in today's money nothing changes."""
    team = {"recruits_a_month": 0.4, "member_monthly_purchases": 60, "annual_attrition": 0.5}
    company = invented_company(steps=((0, 0.6),), rates=(0.1, 0.05), minimum=30, minimum_sales=20, renewal=25)
    common = {"own_cash": 1e6}
    plans = [
        bare_plan(
            horizon_months=26,
            customers={"new_a_month": 0.5, "attrition": 0.1, "refund_share": 0.05},
            stock={"cover_months": 1, "standing_order": 20},
            team=team,
            running_costs=[{"name": "x", "amount": 15}],
            money_and_time=rising(rate, rate, **common),
        )
        for rate in (0, 0.07)
    ]
    still, risen = (simulate(plan, company, 40).outcome for plan in plans)
    assert in_todays_money(plans[1], risen.results) == pytest.approx(still.results, abs=1e-6)
    assert (risen.joined == still.joined).all()
    assert (risen.best_rank == still.best_rank).all()


# --- where it is said ------------------------------------------------------------------------------------------------


def direct_sales(**money: object) -> Case:
    """The 984 of which 960 are in today's money, over 24 months."""
    given = {"own_cash": 1000, "hours_a_week": 0, **rising(0.05, 0.05), **money}
    plan = bare_plan(horizon_months=24, customers=ONE, stock=DIRECT, money_and_time=given)
    return Case.of(plan, COMPANY)


@pytest.mark.parametrize(
    ("language", "figure", "sentence"),
    [
        ("en", "; in today's money +960", "Costs rise by 5% a year: in today's money, 984"),
        ("sv", "; i dagens penningvärde +960", "Kostnaderna stiger med 5 % per år: 984"),
    ],
)
def test_it_stands_beside_the_result_where_costs_rise(language: str, figure: str, sentence: str) -> None:
    case, still = direct_sales(), direct_sales(cost_rise=0)
    speech = Speech.of(language, case.plan)
    [shown] = [cell for cell in four_figures(case, None, speech) if "984" in cell.figure]
    assert figure in shown.qualifier.replace("\N{NO-BREAK SPACE}", " ")
    assert sentence in in_todays_money_said(case, None, speech).replace("\N{NO-BREAK SPACE}", " ")
    assert not any("960" in cell.qualifier for cell in four_figures(still, None, speech))
    assert in_todays_money_said(still, None, speech) == ""


def test_a_gain_that_is_a_loss_in_todays_money_is_explained() -> None:
    """630 are paid at the start, and an order of 50 leaves 20 a month, 22 in the second year and 24.20 in the third.

    Months 1 to 12 leave 240, months 13 to 24 264 and months 25 to 30 145.20: 649.20 less 630. In today's money at
    15 % that is 240 + 229.57 + 109.79 - 630 = -50.64.
    """
    start = {"items": [{"name": "x", "amount": 630}], "contingency_share": 0}
    plan = bare_plan(
        horizon_months=30,
        customers=ONE | {"retail_per_order": 50},
        stock=DIRECT,
        getting_started=start,
        money_and_time=rising(0.1, 0.15, own_cash=1000),
    )
    case = Case.of(plan, COMPANY)
    assert (case.measures.result, case.measures.result_today) == pytest.approx((19.2, -50.64), abs=0.01)
    early = "What you pay early counts in full, and what comes in later for less."
    assert early in in_todays_money_said(case, None, Speech.of("en", plan))
    gain = direct_sales()
    assert early not in in_todays_money_said(gain, None, Speech.of("en", gain.plan))


def test_costs_that_fall_are_said_to_fall() -> None:
    """480, and 480 / 0.9 in the second year: 1,013.33 of 960."""
    case = direct_sales(shop_price_rise=0, cost_rise=-0.1)
    said = in_todays_money_said(case, None, Speech.of("en", case.plan)).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Costs fall by 10% a year: in today's money, 960 USD after 24 months are 1,013 USD."


def test_a_comparison_has_a_row_of_it_and_one_of_not_joining() -> None:
    """Ten hours a month at 10 for two years, without a rise of the wage: 1,200 and 1,200 / 1.05: 2,343 (no savings)."""
    parties = {"a_month": 1, "orders_each": 0, "hours_each": 10}
    money = rising(0.05, 0.05, hours_a_week=0, reference_wage=10)
    plan = bare_plan(horizon_months=24, customers=ONE, stock=DIRECT, parties=parties, money_and_time=money)
    second = Company.model_validate({**COMPANY.model_dump(), "id": "second"})
    for rise, rows in ((0.05, [["960 USD", "960 USD", "2,343 USD"]]), (0, [])):
        stated = plan.model_copy(update={"money_and_time": plan.money_and_time.model_copy(update={"cost_rise": rise})})
        table = measures_table(compare(stated, [COMPANY, second]), Speech.of("en", stated))
        found = [row.cells for row in table.rows if row.title.startswith("Result in today's money")]
        shown = [[cell.replace("\N{NO-BREAK SPACE}", " ") for cell in cells] for cells in found]
        assert shown == rows


def test_the_headline_tells_the_wage_on_average() -> None:
    """10 in the first year and 11 in the second."""
    case = direct_sales(reference_wage=10, wage_rise=0.1, hours_a_week=5)
    said = of_100_people(case, odds(simulate(case.plan, COMPANY, 50)), Speech.of("en", case.plan))
    assert "10.50 USD an hour on average before tax" in said.replace("\N{NO-BREAK SPACE}", " ")
