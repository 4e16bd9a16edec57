"""The sheets of money: every line of the statement, and how the months are paid for.

As planner.projection.accounts and funding have it.
"""

from typing import TYPE_CHECKING

from planner.export.workbook.costs import Costs
from planner.export.workbook.formula import Formula, least, most, payment, when
from planner.export.workbook.goods import Goods
from planner.export.workbook.goods_at_cost import Shelf
from planner.export.workbook.in_kind import InKind
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.order_costs import OrderCosts
from planner.export.workbook.pay import Pay
from planner.export.workbook.sheet import Compute, Heading, Row, Sheet, line
from planner.inputs.plan.pay_in_kind import WORTH
from planner.language import mark
from planner.line_items import LINE_ITEMS

if TYPE_CHECKING:
    from planner.export.workbook.tax import Tax, Vat


class Lines(Sheet):
    """Every line of the statement, as a positive amount."""

    title = mark("Lines")
    about = mark("Every line as a positive amount, whether money comes in or goes out.")
    vat: "Vat | None" = None
    tax: "Tax | None" = None
    funding: "Funding"

    def __init__(
        self, given: Inputs, goods: Goods, shelf: Shelf, pay: Pay, costs: Costs, in_kind: InKind | None
    ) -> None:
        """in_kind: None where the company gives nothing of the sort."""
        super().__init__(given)
        self.goods, self.shelf, self.pay, self.costs, self.in_kind = goods, shelf, pay, costs, in_kind
        self.by_name: dict[str, Row] = {}
        self.prices, self.orders = goods.prices, OrderCosts(given, goods.prices)
        computed = self.of_trade() | self.of_goods() | self.of_pay_in_kind() | self.of_costs() | self.of_the_state()
        for item in LINE_ITEMS:
            heading = Heading(item.title, "money", item.name, summed=True)
            self.by_name[item.name] = self.add(heading, computed[item.name])

    def __getitem__(self, name: str) -> Row:
        return self.by_name[name]

    @line(mark("Margin on orders sent direct, before refunds"))
    def margin(self, month: int) -> Formula | float:
        left = 1 - self.given.plan("customers.discount") - self.goods.prices.share[month]
        return self.goods.customers.direct[month] * left * self.prices.level[month]

    @line(mark("Of the sales tax collected, what was paid ahead"))
    def made_up(self, month: int) -> Formula | float:
        cost = self.shelf.sold[month] / self.prices.level[month]
        ahead = self.orders.tax(cost, self.goods.sold[month], month)
        return least(self["sales_tax_collected"][month], ahead)

    def of_trade(self) -> dict[str, Compute]:
        """Sales, margin and pay."""
        given, goods, pay, level = self.given, self.goods, self.pay, self.prices.level
        refunded = given.plan("customers.refund_share")
        charged, handed_on = given.plan("customers.charged_per_order"), given.plan("customers.handed_on_share")
        return {
            "charges": lambda month: charged * goods.delivered[month] * self.prices.charges[month],
            "charges_handed_on": lambda month: handed_on * self["charges"][month],
            "sales_tax_collected": lambda month: given.plan("tax.sales_tax_rate") * self["revenue"][month],
            "sales_tax_handed_on": lambda month: (
                self["sales_tax_collected"][month] - self.made_up[month] + refunded * self.made_up.before(month)
            ),
            "revenue": lambda month: goods.sold[month] * (1 - given.plan("customers.discount")) * level[month],
            "refunds": lambda month: refunded * self["revenue"].before(month),
            "margin_earned": lambda month: self.margin[month] - refunded * self.margin.before(month),
            "margin_received": lambda month: self._later(self["margin_earned"], month, "margin"),
            "commission_earned": lambda month: pay.own[month] + pay.on_team[month],
            "commission_received": lambda month: (
                self._later(pay.own, month, "own") + self._later(pay.on_team, month, "payout")
            ),
        }

    def of_goods(self) -> dict[str, Compute]:
        """Goods bought, and what became of them."""
        given, shelf, orders, terms = self.given, self.shelf, self.orders, self.orders.orders
        return {
            "opening_stock": lambda month: 0 if month else shelf.paid[0],
            "inventory_purchases": lambda month: shelf.paid[month] if month else 0,
            "qualifying_purchases": lambda month: shelf.paid_to_qualify[month],
            "cost_of_goods_sold": lambda month: shelf.sold[month],
            "returned_goods": lambda month: shelf.returned[month],
            "spoilage": lambda month: shelf.spoiled[month],
            "own_use": lambda month: shelf.used[month] + shelf.used_up(month),
            "own_use_anyway": lambda month: least(
                self["own_use"][month], given.plan("stock.own_use_anyway") * self.prices.level[month]
            ),
            "samples": lambda month: shelf.samples[month],
            "freight": lambda month: self._at_launch(
                orders.freight(self._ordered(month), month), month, "kit_freight", terms.kit_freight
            ),
            "tax_on_goods": lambda month: self._at_launch(
                orders.tax(self._ordered(month), self._goods_ordered(month), month),
                month,
                "kit_tax",
                terms.kit_tax,
            ),
        }

    def of_pay_in_kind(self) -> dict[str, Compute]:
        """What the company gives in place of money."""
        given = self.in_kind
        if given is None:
            return dict.fromkeys(("credit_used", "in_kind_received", "in_kind_anyway"), lambda _month: 0)
        return {
            "credit_used": lambda month: given.used[month],
            "in_kind_received": lambda month: given.together(tuple(WORTH), month),
            "in_kind_anyway": lambda month: given.together(("bought_anyway",), month),
        }

    def of_costs(self) -> dict[str, Compute]:
        """What it takes to begin and to keep going."""
        given, costs = self.given, self.costs
        set_aside, an_order = given.plan("getting_started.contingency_share"), given.plan("customers.cost_per_order")
        return {
            "starter_kit_fee": lambda month: costs.kit[month],
            "startup_costs": lambda month: costs.together(costs.startup, month),
            "contingency": lambda month: self["startup_costs"][month] * set_aside,
            "delivery_costs": lambda month: an_order * self.goods.delivered[month] * self.prices.charges[month],
            "company_fees": lambda month: costs.fees(month) + self.orders.fee(self._ordered(month), month),
            "operating_expenses": lambda month: costs.together(costs.running, month),
        }

    def of_the_state(self) -> dict[str, Compute]:
        """VAT, interest and tax."""
        return {
            "vat_on_sales": lambda month: self.vat.on_sales[month] if self.vat else 0,
            "vat_on_costs": lambda month: self.vat.on_costs[month] if self.vat else 0,
            "vat_paid": lambda month: most(self.vat.settled[month], 0) if self.vat else 0,
            "vat_refunded": lambda month: most(-self.vat.settled[month], 0) if self.vat else 0,
            "interest": lambda month: self.funding.interest[month],
            "tax_accrued": lambda month: self.tax.accrued[month] if self.tax else 0,
            "tax_paid": lambda month: self.tax.paid[month] if self.tax else 0,
        }

    def _ordered(self, month: int) -> Formula:
        """What the goods of the month's order cost at the prices of the first year."""
        return self._goods_ordered(month) * self.prices.share[month]

    def _goods_ordered(self, month: int) -> Formula:
        return self.goods.purchased[month] + self.goods.qualifying[month]

    def _at_launch(self, amount: Formula, month: int, name: str, stated: float) -> Formula:
        """With what the company charges beside the starter kit, where it does."""
        return amount if month or not stated else amount + self.given.company(name)

    def _later(self, earned: Row, month: int, of: str) -> Formula:
        """What was earned, as it arrives. of: which payout time."""
        lag = self.given.company(f"{of}_lag_months")
        return earned.up_to(month).at(self.month(month) - lag)

    def refunds_to_come(self, month: int, *, sales_tax: bool = True) -> Formula:
        """Refunds that are still to come on what was sold in the month, before tax.

        sales_tax: whether with what they give back of it that nobody else does.
        """
        sales = self["revenue"][month]
        if self.vat is not None:
            sales = sales * (1 - self.vat.goods_part[month])
        found = sales + self.margin[month]
        return self.given.plan("customers.refund_share") * (found + self.made_up[month] if sales_tax else found)


class Funding(Sheet):
    """Own money, loan and card."""

    title = mark("Loan and card")

    def __init__(self, given: Inputs, lines: Lines, cash: Row) -> None:
        """cash: of the month, before interest and tax."""
        super().__init__(given)
        self.lines, self.cash = lines, cash
        lines.funding = self

    @line(mark("Owed on the loan"), name="loan_balance")
    def loan(self, month: int) -> Formula | float:
        loan, months = self.given.plan("money_and_time.loan"), self.given.plan("money_and_time.loan_months")
        rate = self.given.plan("money_and_time.loan_annual_rate") / 12
        if not month:
            return loan
        left = self.loan[month - 1] * (1 + rate) - payment(rate, months, loan)
        return when(self.month(month) < months, most(left, 0), 0)

    @line(mark("Interest"))
    def interest(self, month: int) -> Formula | float:
        if not month:
            return 0
        on_loan = self.loan[month - 1] * self.given.plan("money_and_time.loan_annual_rate") / 12
        return on_loan + self.card[month - 1] * self.given.plan("money_and_time.card_annual_rate") / 12

    @line(mark("Money before the card is drawn or paid off"))
    def before_card(self, month: int) -> Formula | float:
        if month:
            there = self.balance[month - 1] + self.loan[month] - self.loan[month - 1]
        else:
            there = self.given.plan("money_and_time.own_cash") + self.given.plan("money_and_time.loan")
        return there + self.cash[month] - self.interest[month] - self.lines["tax_paid"][month]

    @line(mark("Owed on the card"), name="card_balance")
    def card(self, month: int) -> Formula | float:
        owed, limit = self.card.before(month), self.given.plan("money_and_time.card_limit")
        drawn = least(most(-self.before_card[month], -owed), most(limit - owed, 0))
        return owed + drawn

    @line(mark("Money in hand"), name="cash_balance")
    def balance(self, month: int) -> Formula | float:
        return self.before_card[month] + self.card[month] - self.card.before(month)
