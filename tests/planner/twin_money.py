"""The twin's statement: every line of it by month, cash and profit, and what is owned and owed at the end of each."""

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import TaxTerms, resolve_tax
from tests.planner import twin_costs, twin_state
from tests.planner.projection.twin_downline import By_Month
from tests.planner.twin_in_kind import in_kind
from tests.planner.twin_price import charges, payout_lag, prices, rate_of_exchange, stated
from tests.planner.twin_stock import opening_money

Lines = dict[str, By_Month]

# (in cash, in profit); every line is a positive amount but where a month takes back more than it brings.
SIGNS = {
    "revenue": (1, 1),
    "refunds": (-1, -1),
    "margin_received": (1, 0),
    "margin_earned": (0, 1),
    "commission_received": (1, 0),
    "commission_earned": (0, 1),
    "credit_used": (1, 1),
    "starter_kit_fee": (-1, -1),
    "startup_costs": (-1, -1),
    "contingency": (-1, -1),
    "opening_stock": (-1, 0),
    "inventory_purchases": (-1, 0),
    "qualifying_purchases": (-1, 0),
    "freight": (-1, -1),
    "tax_on_goods": (-1, -1),
    "cost_of_goods_sold": (0, -1),
    "returned_goods": (0, 1),
    "spoilage": (0, -1),
    "own_use": (0, -1),
    "samples": (0, -1),
    "delivery_costs": (-1, -1),
    "charges": (1, 1),
    "charges_handed_on": (-1, -1),
    "sales_tax_collected": (1, 1),
    "sales_tax_handed_on": (-1, -1),
    "company_fees": (-1, -1),
    "operating_expenses": (-1, -1),
    "interest": (-1, -1),
    "vat_on_sales": (0, -1),
    "vat_on_costs": (0, 1),
    "vat_paid": (-1, 0),
    "vat_refunded": (1, 0),
    "tax_accrued": (0, -1),
    "tax_paid": (-1, 0),
    "own_use_anyway": (0, 0),
    "in_kind_received": (0, 0),
    "in_kind_anyway": (0, 0),
}
IN_VIEW = [{name: signs[view] for name, signs in SIGNS.items() if signs[view]} for view in (0, 1)]
OF_A_HOBBY = ("revenue", "refunds", "margin_earned", "commission_earned", "cost_of_goods_sold", "returned_goods")
OF_A_HOBBY += ("vat_on_sales", "charges", "charges_handed_on")
COSTS_WITH_VAT = ("freight", "delivery_costs", "starter_kit_fee", "startup_costs", "contingency", "company_fees")
COSTS_WITH_VAT += ("operating_expenses", "charges_handed_on")


def statement(plan: Plan, company: Company, month_by_month: Lines) -> Lines:
    """month_by_month: goods, orders, price and pay, as the other parts of the twin have found them."""
    terms = resolve_tax(plan)
    lines = trade(plan, company, month_by_month)
    charged = [sales + beside for sales, beside in zip(lines["revenue"], lines["charges"], strict=True)]
    registered = twin_state.registered_months(plan, terms, charged, lines["refunds"])
    lines |= pool(plan, terms, month_by_month, registered)
    lines |= sales_tax(plan, company, lines, month_by_month["sold"])
    bought = ("opening_stock", "inventory_purchases", "qualifying_purchases")
    lines |= in_kind(plan, company, [sum(of_month) for of_month in zip(*(lines[name] for name in bought), strict=True)])
    arisen = vat(plan, terms, lines, registered)
    lines |= {name: arisen[name] for name in ("vat_on_sales", "vat_on_costs")}
    lines |= twin_state.settle_vat(plan, terms, arisen["arisen"])
    ends = funding(plan, terms, lines)
    ends |= {
        "closing_stock_value": lines.pop("closing_stock_value"),
        "commission_receivable": still_open(lines["commission_earned"], lines["commission_received"]),
        "margin_receivable": still_open(lines["margin_earned"], lines["margin_received"]),
        "vat_owed": still_open(arisen["arisen"], lines["vat_paid"], [-back for back in lines["vat_refunded"]]),
        "tax_owed": still_open(lines["tax_accrued"], lines["tax_paid"]),
    }
    ends["result"] = [result(plan, terms, lines, ends, registered, now) for now in range(plan.horizon_months + 1)]
    del ends["taxable"]
    ends["result_today"] = in_todays_money(plan, ends["result"])
    spread = twin_costs.spread_costs(plan, company)
    for month in range(plan.horizon_months + 1):  # what is paid for an order is of its month
        fees = twin_costs.fees_in(plan, company, month)
        spread["spread_fees"][month] += lines["company_fees"][month] - fees
    return lines | ends | spread


def still_open(arisen: By_Month, *settled: By_Month) -> By_Month:
    """At the end of each month: all that has arisen, less all that was settled."""
    return [sum(arisen[: month + 1]) - sum(sum(part[: month + 1]) for part in settled) for month in range(len(arisen))]


def result(plan: Plan, terms: TaxTerms, lines: Lines, ends: Lines, registered: list[bool], now: int) -> float:
    """What all comes to once everything is settled and nothing more is sold: a month more, of nothing but refunds.

    Goods that come back are nothing here, but tax is on profit, where they stand for what they cost.
    """
    group = plan.customers
    money_back = group.refund_share * lines["revenue"][now]
    vat_back = twin_state.vat_part(twin_state.goods_rate(plan, terms, now)) * money_back if registered[now] else 0.0
    margin_back = group.refund_share * lines["margin_before_refunds"][now]
    goods_back = group.refund_share * group.returned_to_shelf * lines["cost_of_goods_sold"][now]
    # The state had the tax on these sales from the company, so that the seller alone gives it back.
    tax_back = group.refund_share * lines["tax_made_up"][now]
    refunds = money_back - vat_back + margin_back
    less = refunds + tax_back if terms.costs_deductible else refunds  # of a hobby, tax given back is no deduction
    tax_more, _paid = twin_state.tax_by_month(plan, terms, [*ends["taxable"][: now + 1], goods_back - less])
    to_come = ends["commission_receivable"][now] + ends["margin_receivable"][now] - refunds - tax_back
    owed = ends["tax_owed"][now] + tax_more + ends["vat_owed"][now]
    return ends["cumulative_cash_flow"][now] + to_come - owed


def late(plan: Plan, company: Company, earned: By_Month, of: str) -> By_Month:
    lag = payout_lag(company, of)
    return [earned[month - lag] if month >= lag else 0.0 for month in range(plan.horizon_months + 1)]


def in_todays_money(plan: Plan, results: By_Month) -> By_Month:
    """What each month adds to the result, in what could be bought for it today, added up."""
    found, so_far = [], 0.0
    for now, total in enumerate(results):
        so_far += (total - (results[now - 1] if now else 0.0)) / charges(plan, now)
        found.append(so_far)
    return found


def trade(plan: Plan, company: Company, month: Lines) -> Lines:
    """What is bought and sold, earned and paid, prices as they are, VAT in them."""
    group = plan.customers
    months = range(plan.horizon_months + 1)
    share = month["wholesale_share"]
    level = [prices(plan, now) for now in months]
    revenue = [month["sold"][now] * (1 - group.discount) * level[now] for now in months]
    margin = [month["direct"][now] * (1 - group.discount - share[now]) * level[now] for now in months]
    before_refunds = margin
    margin = [margin[now] - (group.refund_share * margin[now - 1] if now else 0.0) for now in months]
    earned = [month["on_own"][now] + month["on_team"][now] for now in months]
    own, team = late(plan, company, month["on_own"], "own"), late(plan, company, month["on_team"], "payout")
    bought = [month["purchased"][now] * share[now] * level[now] for now in months]
    to_qualify = [month["qualifying"][now] * share[now] * level[now] for now in months]
    beside = [
        twin_costs.order_costs(plan, company, month["purchased"][now] + month["qualifying"][now], share[now], now)
        for now in months
    ]
    beside[0] = twin_costs.with_the_kit(plan, company, beside[0])
    items = twin_costs.startup_costs(plan)
    delivered = orders_delivered(plan, month)
    kit = stated(plan, company, "joining", "starter_kit_fee") * rate_of_exchange(plan, company)
    return {
        "revenue": revenue,
        "refunds": [0.0] + [group.refund_share * amount for amount in revenue[:-1]],
        "margin_before_refunds": before_refunds,
        "margin_earned": margin,
        "margin_received": late(plan, company, margin, "margin"),
        "commission_earned": earned,
        "commission_received": [own[now] + team[now] for now in months],
        "starter_kit_fee": [kit] + [0.0] * plan.horizon_months,
        "startup_costs": items,
        "contingency": [amount * plan.getting_started.contingency_share for amount in items],
        "opening_stock": [opening_money(plan, company)] + [0.0] * plan.horizon_months,
        "inventory_purchases": [0.0, *bought[1:]],
        "qualifying_purchases": to_qualify,
        "freight": [order["freight"] for order in beside],
        "tax_on_goods": [order["tax"] for order in beside],
        "delivery_costs": [group.cost_per_order * delivered[now] * charges(plan, now) for now in months],
        "charges": [group.charged_per_order * delivered[now] * charges(plan, now) for now in months],
        "charges_handed_on": [
            group.charged_per_order * group.handed_on_share * delivered[now] * charges(plan, now) for now in months
        ],
        "company_fees": [twin_costs.fees_in(plan, company, now) + beside[now]["fee"] for now in months],
        "operating_expenses": twin_costs.running_costs(plan),
    }


def sales_tax(plan: Plan, company: Company, lines: Lines, sold: By_Month) -> Lines:
    """What customers pay on top of what they pay for goods, and who gets it.

    Of the tax on a month's sales, what the company took ahead on those goods makes up for that; the state gets the
    rest. A refund gives the customer the tax back and undoes both.
    """
    rate, again, orders = plan.tax.sales_tax_rate, plan.customers.refund_share, company.orders
    on_paid = orders.tax_on_paid.value if orders and orders.tax_on_paid else 0.0
    on_price = orders.tax_on_shop_price.value if orders and orders.tax_on_shop_price else 0.0
    found: Lines = {"sales_tax_collected": [], "sales_tax_handed_on": [], "tax_made_up": []}
    before, made_up_before = 0.0, 0.0
    for now, sales in enumerate(lines["revenue"]):
        tax = rate * sales
        made_up = min(tax, on_paid * lines["cost_of_goods_sold"][now] + on_price * sold[now] * prices(plan, now))
        to_the_state = (tax - made_up) - again * (before - made_up_before)
        to_customers = again * before
        found["sales_tax_collected"].append(tax)
        found["sales_tax_handed_on"].append(to_the_state + to_customers)
        found["tax_made_up"].append(made_up)
        before, made_up_before = tax, made_up
    return found


def orders_delivered(plan: Plan, month: Lines) -> By_Month:
    """How many orders are brought out: of those of the month and those that waited, the part that goods were there for.

    Of the others, those that are not lost wait.
    """
    found: By_Month = []
    waited = 0.0
    for now in range(plan.horizon_months + 1):
        number = month["orders"][now] * (1 - plan.stock.ship_direct_share) + waited
        to_serve = month["stocked"][now] + (month["waiting"][now - 1] if now else 0.0)
        found.append(number * month["sold"][now] / to_serve if to_serve > 0 else 0.0)
        waited = (number - found[-1]) * (1 - plan.stock.share_lost) if month["waiting"][now] > 0 else 0.0
    return found


def pool(plan: Plan, terms: TaxTerms, month: Lines, registered: list[bool]) -> Lines:
    """The goods at what was paid for them, one average for all that is there; once registered, VAT is no part of it."""
    lines: Lines = {name: [] for name in ("cost_of_goods_sold", "returned_goods", "spoilage", "own_use", "samples")}
    lines |= {"closing_stock_value": [], "own_use_anyway": []}
    goods, value, sold_before = 0.0, 0.0, 0.0
    back_on_shelf = plan.customers.refund_share * plan.customers.returned_to_shelf
    for now in range(plan.horizon_months + 1):
        net = 1 - twin_state.vat_part(twin_state.goods_rate(plan, terms, now)) if registered[now] else 1.0
        each = month["wholesale_share"][now] * prices(plan, now) * net
        spoilage = month["spoiled"][now] * (value / goods if goods > 0 else 0.0)
        returned = back_on_shelf * sold_before
        there = goods - month["spoiled"][now] + month["returned"][now] + month["purchased"][now]
        average = (value - spoilage + returned + month["purchased"][now] * each) / there if there > 0 else 0.0
        sold_before = month["sold"][now] * average
        to_qualify, used_up = month["qualifying"][now], month["used_up_to_qualify"][now]
        goods = month["closing"][now]
        value = (goods - (to_qualify - used_up)) * average + (to_qualify - used_up) * each
        own_use = month["own_use_goods"][now] * average + used_up * each
        lines["cost_of_goods_sold"].append(sold_before)
        lines["returned_goods"].append(returned)
        lines["spoilage"].append(spoilage)
        lines["own_use"].append(own_use)
        lines["samples"].append(month["samples_goods"][now] * average)
        lines["own_use_anyway"].append(min(own_use, plan.stock.own_use_anyway * prices(plan, now)))
        lines["closing_stock_value"].append(value)
    return lines


def vat(plan: Plan, terms: TaxTerms, lines: Lines, registered: list[bool]) -> Lines:
    """VAT in sales, in goods and in costs of the months in which the person is registered."""
    on_costs = twin_state.vat_part(terms.vat_rate_on_costs)
    found: Lines = {"vat_on_sales": [], "vat_on_costs": [], "arisen": []}
    for now, is_registered in enumerate(registered):
        on_goods = twin_state.vat_part(twin_state.goods_rate(plan, terms, now))
        in_sales = on_goods * (lines["revenue"][now] + lines["charges"][now])
        if now and registered[now - 1]:  # what was sold before registration held no VAT that could be taken back
            before = twin_state.vat_part(twin_state.goods_rate(plan, terms, now - 1))
            in_sales -= before * lines["refunds"][now]
        bought = sum(lines[name][now] for name in ("opening_stock", "inventory_purchases", "qualifying_purchases"))
        costs = sum(lines[name][now] for name in COSTS_WITH_VAT)
        factor = 1.0 if is_registered else 0.0
        found["vat_on_sales"].append(factor * in_sales)
        found["vat_on_costs"].append(factor * on_costs * costs)
        found["arisen"].append(factor * (in_sales - on_goods * bought - on_costs * costs))
    return found


def in_view(lines: Lines, month: int, view: int) -> float:
    """The lines of a month with their signs; those that are not there yet count as nothing. view: 0 cash, 1 profit."""
    return sum(sign * lines[name][month] for name, sign in IN_VIEW[view].items() if name in lines)


def funding(plan: Plan, terms: TaxTerms, lines: Lines) -> Lines:
    """Interest, tax, cash and profit, month after month; interest and tax are added to the lines."""
    names = ("net_cash_flow", "cumulative_cash_flow", "profit", "loan_balance", "card_balance", "cash_balance")
    ends: Lines = {name: [] for name in names}
    money = plan.money_and_time
    for name in ("interest", "tax_accrued", "tax_paid"):
        lines[name] = [0.0] * (plan.horizon_months + 1)
    balance, card, taxable = money.own_cash + money.loan, 0.0, []
    for month, (interest, principal, owed) in enumerate(twin_state.loan_by_month(plan)):
        lines["interest"][month] = interest + card * money.card_annual_rate / 12
        if terms.costs_deductible:
            taxable.append(in_view(lines, month, 1) + lines["own_use"][month] - lines["credit_used"][month])
        else:
            taxable.append(in_view({name: lines[name] for name in OF_A_HOBBY}, month, 1))
        taxable[-1] += lines["in_kind_received"][month]  # taxed as it comes, whatever it is worth to the person
        accrued, paid = twin_state.tax_by_month(plan, terms, taxable)
        lines["tax_accrued"][month], lines["tax_paid"][month] = accrued, paid
        cash = in_view(lines, month, 0)
        balance, card = twin_state.after_the_card(balance + cash - principal, card, money.card_limit)
        ends["net_cash_flow"].append(cash)
        ends["cumulative_cash_flow"].append(sum(ends["net_cash_flow"]))
        ends["profit"].append(in_view(lines, month, 1))
        ends["loan_balance"].append(owed)
        ends["card_balance"].append(card)
        ends["cash_balance"].append(balance)
    return ends | {"taxable": taxable}
