"""The sheets of people and their orders: whom the distributor asks, customers, and what they order."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.export.workbook.formula import Formula, added, least, of
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Heading, Kind, Row, Sheet, line
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
        self.held, self.campaigns = self._parties(), self._campaigns()
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
        if self.campaigns is None:
            each = self.given.plan("customers.orders_per_customer")
        else:
            each = self.given.plan("customers.orders_per_campaign") * self.campaigns[month]
        return self.closing[month] * each * self.season[month] + self.at_parties(month)

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

    def at_parties(self, month: int) -> Formula:
        """Orders that guests of parties place."""
        if self.held is None or not month:
            return of(0)
        return self.held[month] * self.given.plan("parties.orders_each")

    def host_goods(self, month: int) -> Formula:
        """Goods at shop price that hosts get."""
        if self.held is None or not month:
            return of(0)
        return self.at_parties(month) * self.price[month] * self.given.plan("parties.host_credit")

    def _parties(self) -> Row | None:
        """How many are held, where any are."""
        schedule = self.given.case.plan.parties.a_month
        values = monthly_values(schedule, self.months)
        if not values.any():
            return None
        kind: Kind = "given" if isinstance(schedule, tuple) else "follows"
        heading = Heading(mark("Parties held"), "number", kind=kind)
        return self.add(heading, lambda month: self._scheduled("parties.a_month", schedule, values, month))

    def _campaigns(self) -> Row | None:
        """How many fall into each month, where orders are counted by them; they stand here, to be changed."""
        plan = self.given.case.plan
        if plan.customers.orders_by == "month":
            return None
        for name in ("orders_by", "first_campaign"):
            self.given.plan(f"customers.{name}")
        heading = Heading(mark("Campaigns in the month"), "number", kind="given")
        return self.add(heading, lambda month: float(plan.customers.campaigns_in(plan.start_month, month)))

    def _new_in(self, month: int) -> Formula | float:
        if not month:
            return 0
        if self.book is not None:
            new: Formula | float = self.book.approached[month] * self.given.plan("address_book.become_customers")
        else:
            new = self._scheduled("customers.new_a_month", self._schedule, self._new, month)
        if self.held is None:
            return new
        return new + self.held[month] * self.given.plan("parties.become_customers")

    def _scheduled(self, name: str, schedule: Any, values: NDArray[np.float64], month: int) -> Formula | float:
        """A number a month, as it is stated: one number, a ramp, or a list that stands here to be changed."""
        if not month:
            return 0
        if not isinstance(schedule, Ramp):
            return float(values[month]) if isinstance(schedule, tuple) else self.given.plan(name)
        first, last, months = (self.given.plan(f"{name}.{part}") for part in ("first", "last", "months"))
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
