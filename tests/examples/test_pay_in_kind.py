"""By pencil: what the company gives in place of money. It pays for goods, is told beside, or only costs tax."""

import pytest

from planner.analysis.case import Case
from planner.analysis.cautions.in_kind import in_kind
from planner.analysis.measures.income_sources import income_sources
from planner.analysis.together.steps import idle_month
from planner.inputs.company.company import Company
from planner.inputs.faults import checked
from planner.inputs.plan.plan import Plan
from planner.line_items import LINE_ITEMS, as_money_moves
from planner.projection.engine import project
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company

CREDIT = {"name": "Credit", "value": 50, "first_month": 3, "worth": "pays_for_goods"}
TRIP = {"name": "Trip", "value": 2000, "first_month": 2, "worth": "nothing"}
FLAT = {"rules": "flat", "income_share": 0.3}
PLACE = [each.name for each in LINE_ITEMS].index("in_kind_anyway")
COMPANY = invented_company()  # goods cost half of the shop price
# 60 at shop price in month 3 and 80 in month 4, sent from the shelf: goods for 30 and for 40.
SALES = {"new_a_month": (0, 0, 3, 1, 0), "retail_per_order": 20}


def test_credit_pays_for_goods_at_most_for_what_is_bought_and_the_rest_waits():
    """50 in month 3, and goods for 30 in month 3 and for 40 in month 4: 30 are used, then 20, and 20 are paid.

    month           3    4    5 (no new customer: 4 orders again, goods for 40)
    sales           60   80   80
    goods bought    30   40   40
    of it credit    30   20   -
    in less out     60   60   40
    profit          60   60   40   sales less what the goods cost, and the credit
    """
    result = project(bare_plan(horizon_months=5, customers=SALES, pay_in_kind=[CREDIT]), COMPANY)
    assert line(result, "inventory_purchases") == nearly(0, 0, 0, 30, 40, 40)
    assert line(result, "credit_used") == nearly(0, 0, 0, 30, 20, 0)
    assert line(result, "net_cash_flow") == nearly(0, 0, 0, 60, 60, 40)
    assert line(result, "profit") == nearly(0, 0, 0, 60, 60, 40)
    found = income_sources(result)
    assert (found.in_kind, found.pay, found.total) == pytest.approx((50, 0, 110 + 50))
    assert found.recruiting_strict == pytest.approx(0)  # of what came in in money, all is from customers


def test_a_trip_that_is_worth_nothing_costs_its_tax_and_is_no_income():
    """2,000 in month 2 at 30 %: 600 of tax, owed in money; nothing in cash, profit before tax or income."""
    plan = bare_plan(start_month="2027-01", horizon_months=17, tax=FLAT, pay_in_kind=[TRIP])
    result = project(plan, COMPANY)
    assert line(result, "in_kind_received") == nearly(0, 0, 2000, *[0] * 15)
    assert line(result, "tax_accrued") == nearly(0, 0, 600, *[0] * 15)
    assert line(result, "tax_paid") == nearly(*[0] * 16, 600, 0)
    assert line(result, "profit") == nearly(0, 0, -600, *[0] * 15)
    assert line(result, "credit_used") == nearly(*[0] * 18)
    assert float(result.statement.result[-1, 0]) == pytest.approx(-600)
    assert income_sources(result).total == 0


def test_what_would_have_been_bought_anyway_is_told_beside_and_taxed_alike():
    result = project(bare_plan(horizon_months=3, tax=FLAT, pay_in_kind=[TRIP | {"worth": "bought_anyway"}]), COMPANY)
    assert line(result, "in_kind_anyway") == nearly(0, 0, 2000, 0)
    assert line(result, "net_cash_flow") == nearly(0, 0, 0, 0)
    assert float(result.statement.result[-1, 0]) == pytest.approx(-600)


def test_credit_is_taxed_as_it_comes_and_once():
    """50 in month 3 are 15 of tax in month 3. Sales less goods: 30, 40 and 40 in months 3 to 5, 9, 12 and 12 of tax."""
    result = project(bare_plan(horizon_months=5, customers=SALES, tax=FLAT, pay_in_kind=[CREDIT]), COMPANY)
    assert line(result, "tax_accrued") == nearly(0, 0, 0, 9 + 15, 12, 12)


def test_a_hobby_is_taxed_on_it_too():
    """By the rules of the United States a hobby owes the stated share, here 20 %, of 2,000, and no contributions."""
    tax = {"rules": "united-states-self-employment-2026", "income_share": 0.2, "activity": "hobby"}
    result = project(bare_plan(horizon_months=2, tax=tax, pay_in_kind=[TRIP]), COMPANY)
    assert line(result, "tax_accrued") == nearly(0, 0, 400)


def test_swedish_contributions_are_owed_on_it():
    """50,000 of goods: the base is 50,000 / 1.2897 = 38,769, contributions 11,231; 32.38 % of 38,769: 12,553."""
    row = {"name": "Goods", "value": 50_000, "first_month": 2}
    tax = {"rules": "sweden-sole-trader-2026"}
    plan = bare_plan(currency="SEK", start_month="2026-01", horizon_months=2, tax=tax, pay_in_kind=[row])
    result = project(plan, invented_company(currency="SEK"))
    assert float(result.statement.lines["tax_accrued"][2, 0]) == pytest.approx(11_231 + 12_553, abs=1)


def test_what_comes_again_comes_every_so_many_months_until_its_last():
    """Of 10 in month 2 and every third month from there, until month 9: 2, 5 and 8."""
    row = {"name": "Goods", "value": 10, "first_month": 2, "every_months": 3, "last_month": 9}
    result = project(bare_plan(horizon_months=12, pay_in_kind=[row]), COMPANY)
    assert line(result, "in_kind_received") == nearly(0, 0, 10, 0, 0, 10, 0, 0, 10, 0, 0, 0, 0)


def test_it_counts_with_the_company_that_gives_it_and_with_ones_own_version_of_that():
    own = Company.model_validate(dict(COMPANY) | {"id": "yours-invented", "yours": True, "version_of": "invented"})
    for company, stated, counts in (
        (COMPANY, None, True),
        (COMPANY, "invented", True),
        (own, "invented", True),
        (COMPANY, "another", False),
        (COMPANY, "yours-invented", False),
    ):
        result = project(bare_plan(horizon_months=3, pay_in_kind=[TRIP | {"company": stated}]), company)
        assert by_month(result.statement.lines["in_kind_received"]) == [0, 0, 2000 * counts, 0], (company.id, stated)


def test_every_run_has_it_until_the_distributor_stops():
    """Own money of 100 is gone in month 2 of costs of 60: of 10 a month two come, and five where more is put in."""
    row = {"name": "Goods", "value": 10, "every_months": 1, "worth": "bought_anyway"}
    costs = [{"name": "x", "amount": 60}]
    money = {"own_cash": 100}
    plan = bare_plan(horizon_months=5, running_costs=costs, money_and_time=money, pay_in_kind=[row])
    for choice, months in (("stops", 2), ("puts_in_more", 5)):
        data = plan.model_dump() | {"chance": plan.chance.model_dump() | {"when_money_runs_out": choice}}
        received = simulate(Plan.model_validate(data), COMPANY, 20).outcome.lines[PLACE]
        assert received.tolist() == pytest.approx([10.0 * months] * 20)


def test_where_money_moves_credit_is_no_money_that_comes_in():
    """Of goods for 110, 50 are paid with credit: 60 go out for them, and what comes in is what customers pay."""
    result = project(bare_plan(horizon_months=5, customers=SALES, pay_in_kind=[CREDIT]), COMPANY)
    moved = as_money_moves({name: float(each[:, 0].sum()) for name, each in result.statement.lines.items()})
    assert "credit_used" not in moved
    assert (moved["revenue"], moved["inventory_purchases"]) == pytest.approx((220, 60))


def test_goods_bought_only_to_be_paid_are_paid_with_credit_too():
    """40 points are asked for and nothing is sold: goods for 20 a month, of which 50 of credit pay 20, 20 and 10."""
    plan = bare_plan(horizon_months=4, stock={"buys_to_qualify": "always"}, pay_in_kind=[CREDIT | {"first_month": 2}])
    result = project(plan, invented_company(minimum=40))
    assert line(result, "qualifying_purchases") == nearly(0, 20, 20, 20, 20)
    assert line(result, "credit_used") == nearly(0, 0, 20, 20, 10)


def test_what_is_to_be_known_is_said_beside_the_figures():
    """Of credit of 50, 40 pay for goods and 10 find none; a bag for 70 would have been bought; a trip of 2,000 not."""
    rows = [CREDIT | {"first_month": 5}, TRIP, TRIP | {"name": "Bag", "value": 70, "worth": "bought_anyway"}]
    plan = bare_plan(horizon_months=5, customers=SALES, tax=FLAT, pay_in_kind=rows)
    case, speech = Case.of(plan, COMPANY), Speech.of("en", plan)
    said = [speech.say(message).replace("\u00a0", " ") for message in in_kind(case)]
    assert [sentence.partition(".")[0] for sentence in said] == [
        "What you get in kind, 2,120 USD in all, is taken as certain, whatever you sell and whoever joins",
        "Tax is counted on all of the 2,120 USD in kind as it comes, and is owed in money, whatever it is worth to you",
        "If all goes as entered, 40 USD of 50 USD of product credit pay for goods, which is no cash",
        "Of what you get in kind, you would have bought 70 USD anyway",
        "Of what you get in kind, 2,000 USD is worth nothing to you, and is in no figure but the tax",
    ]
    assert "The other 10 USD find no goods" in said[2]
    assert list(in_kind(Case.of(bare_plan(), COMPANY))) == []


def test_what_another_company_gives_is_named_and_not_counted():
    """A company that the program does not know, as one whose id was mistyped, is another one too."""
    rows = [TRIP | {"company": "elsewhere"}, TRIP | {"company": "elsewhere"}, CREDIT | {"company": "invented"}]
    plan = bare_plan(horizon_months=12, customers=SALES, pay_in_kind=rows)
    first, *more = (Speech.of("en", plan).say(message) for message in in_kind(Case.of(plan, COMPANY)))
    assert first == f"In kind from another company, and so not counted here: {TRIP['name']}."
    assert more[0].replace("\u00a0", " ").startswith("What you get in kind, 50 USD in all")


def test_if_nobody_buys_and_nobody_joins_nothing_comes_either():
    """Every month a phone for 20; with the plan's own trip, nothing more, and no tax on it."""
    phone = [{"name": "Phone", "amount": 20}]
    plan = bare_plan(horizon_months=17, running_costs=phone, tax=FLAT, pay_in_kind=[TRIP])
    assert idle_month(Case.of(plan, COMPANY)) == pytest.approx(20)


@pytest.mark.parametrize(
    ("row", "path", "found", "wanted"),
    [
        ({"first_month": 5, "last_month": 4}, "[1].last_month", "4", "cannot end before it begins"),
        ({"worth": "money"}, "[1].worth", '"money"', "One of these is wanted here"),
        ({"value": -1}, "[1].value", "-1", "State 0.0 or more"),
        ({"every_months": 0}, "[1].every_months", "0", "State 1 or more"),
        ({"amount": 3}, "[1].amount", "3", "Nothing by this name is read"),
        ({"company": ""}, "[1].company", '""', "This text is empty"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_place(row: dict[str, object], path: str, found: str, wanted: str):
    plan, faults = checked(Plan, {"pay_in_kind": [TRIP | row]})
    assert plan is None
    [fault] = faults
    assert (fault.path, fault.found) == (f"pay_in_kind{path}", found)
    assert wanted in fault.message.format(**fault.parameters)
