"""The sheets of people and their orders: whom the distributor asks, customers, and what they order."""

from planner.export.workbook.formula import Formula, added, least
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Heading, Kind, Sheet, line
from planner.inputs.plan.address_book import somebody_is_asked
from planner.inputs.plan.schedule import Ramp, monthly_values
from planner.language import mark
from planner.projection.plan_assumptions import seasons

MOST_COVER = 24  # months that goods are ordered ahead for, at most


class AddressBook(Sheet):
    """People who are asked."""

    title = mark("People asked")
    more_months = MOST_COVER

    @line(mark("Left on the list at the end of the month"), "people")
    def remaining(self, month: int) -> Formula | float:
        if not month:
            return self.given.plan("address_book.contacts")
        return self.remaining[month - 1] * (1 - self.given.plan("address_book.share_approached"))

    @line(mark("Asked in the month"), "people", "approached")
    def approached(self, month: int) -> Formula | float:
        if not month:
            return 0
        share = self.given.plan("address_book.share_approached")
        return share * self.remaining[month - 1] + self.given.plan("address_book.cold_a_month")


class Customers(Sheet):
    """Customers and their orders; past the plan's last month only to order goods in time."""

    title = mark("Customers")
    about = mark("Months after the plan's last one are there to order goods in time.")
    more_months = MOST_COVER

    def __init__(self, given: Inputs, book: AddressBook | None) -> None:
        """book: where new customers are found in it."""
        self.book, plan = book, given.case.plan
        self._schedule = plan.customers.new_a_month
        super().__init__(given)
        self._new = monthly_values(self._schedule, self.months)
        self._season = seasons(plan, self.months)[:, 0]
        typed = book is None and isinstance(self._schedule, tuple)
        kind: Kind = "given" if typed else "follows"
        self.new = self.add(Heading(mark("New customers"), "people", kind=kind), self._new_in)
        self.expected = self.add(Heading(mark("Goods expected to be needed"), "money"), self._expected)

    @line(mark("Season: 1 is an average month"), "number", kind="given")
    def season(self, month: int) -> Formula | float:
        self.given.plan("customers.seasons")  # what they come to stands here, to be changed
        return float(self._season[month])

    @line(mark("Customers at the end of the month"), "people", "customers")
    def closing(self, month: int) -> Formula | float:
        if not month:
            return 0
        return self.closing[month - 1] * (1 - self.given.plan("customers.attrition")) + self.new[month]

    @line(mark("Orders"), "orders", "orders")
    def orders(self, month: int) -> Formula | float:
        return self.closing[month] * self.given.plan("customers.orders_per_customer") * self.season[month]

    @line(mark("Shop price of an order"))
    def price(self, _month: int) -> Formula | float:
        if not self.given.case.plan.customers.products:
            return self.given.plan("customers.retail_per_order")
        return added(price * number for _name, price, number, *_rest in self.given.rows("products"))

    @line(mark("Orders at shop price"))
    def demand(self, month: int) -> Formula | float:
        return self.orders[month] * self.price[month]

    @line(mark("Of it, what the company sends"))
    def direct(self, month: int) -> Formula | float:
        return self.demand[month] * self.given.plan("stock.ship_direct_share")

    @line(mark("Of it, what you deliver"))
    def to_deliver(self, month: int) -> Formula | float:
        return self.demand[month] * (1 - self.given.plan("stock.ship_direct_share"))

    def _new_in(self, month: int) -> Formula | float:
        if not month:
            return 0
        if self.book is not None:
            return self.book.approached[month] * self.given.plan("address_book.become_customers")
        if not isinstance(self._schedule, Ramp):
            one_number = self.given.plan("customers.new_a_month")
            return float(self._new[month]) if isinstance(self._schedule, tuple) else one_number
        first, last, months = (self.given.plan(f"customers.new_a_month.{part}") for part in ("first", "last", "months"))
        step = least(self.month(month) - 1, months - 1) / (months - 1)
        return first + (last - first) * step

    def _expected(self, month: int) -> Formula | float:
        if not month or month > self.months - MOST_COVER:
            return 0
        here, cover = self.month(month), self.given.plan("stock.cover_months")
        return self.numbers().between(here, here + cover, self.to_deliver.from_to(0, self.months))


def address_book(given: Inputs) -> AddressBook | None:
    """The people asked, where somebody is."""
    return AddressBook(given) if somebody_is_asked(given.case.plan) else None
