"""The sheet of goods: what is ordered, sold, used up and left on the shelf, at shop price.

As planner.projection.inventory and trading have it, month by month.
"""

from dataclasses import replace

from planner.compensation.activity import LONGEST
from planner.compensation.ranks import NEARLY
from planner.export.workbook.activity import Asked
from planner.export.workbook.customers import Customers
from planner.export.workbook.formula import Formula, added, empty, least, most, share_of, when
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.order_costs import OrderCosts
from planner.export.workbook.prices import Prices
from planner.export.workbook.sheet import Row, Sheet, line
from planner.language import mark


class Goods(Sheet):
    """Goods at shop price."""

    title = mark("Goods")
    about = mark("At the shop price of the first year, but for points and what pay counts on.")

    def __init__(self, given: Inputs, customers: Customers, prices: Prices) -> None:
        super().__init__(given)
        self.customers, self.prices = customers, prices
        self.terms = given.case.projection.terms
        self.would_be_paid: Row | None = None
        self.asked_for = Asked(given, self.volume, self.to_customers)
        prices.goods = self
        if given.case.projection.given is not None:
            self.qualifying.heading = replace(self.qualifying.heading, kind="fixed")

    @line(mark("Left on the shelf the month before"))
    def opening(self, month: int) -> Formula | float:
        return self.closing[month - 1] if month else 0

    @line(mark("Too old to be sold"))
    def expired(self, month: int) -> Formula | float:
        if not month:
            return 0
        life = self.given.plan("stock.shelf_life_months")
        came_by_then = self.came.up_to(month - 1).at(self.month(month) - life - 1)
        too_old = most(came_by_then - self.went[month - 1], 0)
        return when(empty(life), 0, least(too_old, self.opening[month]))

    @line(mark("Out of season or discontinued"))
    def out_of_season(self, month: int) -> Formula | float:
        plan = self.given.case.plan
        stated = plan.stock.out_of_season
        rows = zip(stated, self.given.rows("out_of_season") if stated else [], strict=True)
        shares = [cells[1] for row, cells in rows if row.goes_in(plan.start_month, month)]
        return least(added(shares), 1) * (self.opening[month] - self.expired[month]) if shares else 0

    @line(mark("Goods spoiled, out of season or lost"))
    def spoiled(self, month: int) -> Formula | float:
        gone = self.expired[month] + self.out_of_season[month]
        lost = self.given.plan("stock.spoilage_share") * (self.opening[month] - gone)
        return gone + lost if month else 0

    @line(mark("Refunded goods back on the shelf"))
    def returned(self, month: int) -> Formula | float:
        return self.back_of_sold() * self.sold[month - 1] if month else 0

    def back_of_sold(self) -> Formula:
        """Of the goods sold in a month, the share that is back on the shelf the next."""
        return self.given.plan("customers.refund_share") * self.given.plan("customers.returned_to_shelf")

    @line(mark("Wanted: expected, waiting, own use and samples"))
    def wanted(self, month: int) -> Formula | float:
        if not month:
            return 0
        own_use, samples = self.given.plan("stock.own_use"), self.given.plan("stock.samples")
        hosts = self.customers.host_goods(month)
        waiting, expected = self.waiting[month - 1], self.customers.expected[month]
        return expected + waiting + (own_use + samples) / self.prices.at_start[month] + hosts

    @line(mark("Needed, raised to the smallest order"))
    def needed(self, month: int) -> Formula | float:
        if not month:
            return 0
        lacks = most(self.wanted[month] - self._there(month), 0)
        smallest = self.given.plan("stock.minimum_order") / self.prices.at_start[month]
        wants = lacks > NEARLY * (self.wanted[month] + self.came[month - 1])
        return when(wants, most(lacks, smallest), lacks)

    def _there(self, month: int) -> Formula:
        return self.opening[month] - self.spoiled[month] + self.returned[month]

    @line(mark("Asked for by the company"))
    def asked(self, month: int) -> Formula | float:
        order = self.terms.standing_order
        if not month or not order.asked:
            return 0
        amount, points = self.given.company("standing_order"), self.prices.points[month]
        goods = amount / self.prices.at_start[month] if order.money else when(points > 0, amount / points, 0)
        return when(self.month(month) >= self.given.company("standing_order_from"), goods, 0)

    @line(mark("Goods bought"))
    def purchased(self, month: int) -> Formula | float:
        if not month:
            least_of_all = self.given.company("minimum_opening_stock")
            return self.prices.first_goods(most(self.given.plan("stock.opening_stock"), least_of_all))
        begun = self.month(month) >= self.given.plan("stock.standing_order_from")
        standing = when(begun, self.given.plan("stock.standing_order") / self.prices.at_start[month], 0)
        demanded = () if self.terms.standing_order.refused else (self.asked[month],)
        return most(self.needed[month], standing, *demanded)

    @line(mark("To serve: ordered now and waiting"))
    def to_serve(self, month: int) -> Formula | float:
        return self.customers.to_deliver[month] + self.waiting[month - 1] if month else 0

    @line(mark("Sold"))
    def sold(self, month: int) -> Formula | float:
        return least(self.to_serve[month], self._for_others(month)) if month else 0

    def _hosts(self, month: int) -> Formula:
        """What hosts of parties get, before anybody else."""
        return least(self.customers.host_goods(month), self._available(month))

    def _for_others(self, month: int) -> Formula:
        return self._available(month) - self._hosts(month)

    def _available(self, month: int) -> Formula:
        return self._there(month) + self.purchased[month]

    @line(mark("Goods you use yourself"))
    def own_use(self, month: int) -> Formula | float:
        if not month:
            return 0
        all_direct = self.given.plan("stock.ship_direct_share") >= 1
        used = self.given.plan("stock.own_use") / self.prices.at_start[month]
        used = used + when(all_direct, self.purchased[month] - self.needed[month], 0)
        return least(used, self._for_others(month) - self.sold[month])

    @line(mark("Samples and gifts"))
    def samples(self, month: int) -> Formula | float:
        if not month:
            return 0
        given_away = self.given.plan("stock.samples") / self.prices.at_start[month]
        left = self._for_others(month) - self.sold[month] - self.own_use[month]
        return self._hosts(month) + least(given_away, left)

    @line(mark("Orders short of goods"))
    def short(self, month: int) -> Formula | float:
        if not month:
            return 0
        short = self.to_serve[month] - self.sold[month]
        came = self.came[month - 1] + self.returned[month] + self.purchased[month]
        return when(short > NEARLY * (self.to_serve[month] + came), short, 0)

    @line(mark("Of it, what waits"))
    def waiting(self, month: int) -> Formula | float:
        return self.short[month] * (1 - self.given.plan("stock.share_lost")) if month else 0

    @line(mark("Bought by customers"))
    def to_customers(self, month: int) -> Formula | float:
        return self.sold[month] + self.customers.direct[month]

    @line(mark("Goods that give you points"))
    def moved(self, month: int) -> Formula | float:
        own = self.sold[month] + self.own_use[month] if self.terms.volume_on_sales else self.purchased[month]
        whole = own + self.customers.direct[month]
        if not month or not self.terms.refunds_taken_back:
            return whole
        before = self.customers.direct[month - 1]
        before = before + self.sold[month - 1] if self.terms.volume_on_sales else before
        return most(whole - self.given.plan("customers.refund_share") * before, 0)

    @line(mark("Goods that you lack to be paid"))
    def lacking(self, month: int) -> Formula | float:
        points = self.prices.points[month]
        lacking = self.asked_for.missing(self.moved[month] * points, self.to_customers[month], month)
        return when(points > 0, lacking / points, 0)

    def active(self, month: int) -> Formula:
        """Whether all that the company asks for before it pays is there."""
        return self.asked_for.there(self.volume[month], self.to_customers[month], month)

    @line(mark("Goods bought only to be paid"))
    def qualifying(self, month: int) -> Formula | float:
        buys, pay = self.given.case.plan.stock.buys_to_qualify, self.given.case.projection.given
        if pay is not None:
            return float(pay.bought[month, 0])
        if not month or buys == "never":
            return 0
        if buys == "always" or self.would_be_paid is None:
            return self.lacking[month]
        share, orders = self.prices.at_start[month], OrderCosts(self.given, self.prices)
        before, after = self.purchased[month], self.purchased[month] + self.lacking[month]
        more = orders.together(after, share, month) - orders.together(before, share, month)
        cost = self.lacking[month] * share + more / self.prices.level[month]
        paid = self.would_be_paid[month - 1] * LONGEST[self.terms.activity_window]
        return when(paid > cost, self.lacking[month], 0)

    @line(mark("Of it, used up at once"))
    def used_up(self, month: int) -> Formula | float:
        if self.terms.volume_on_sales:
            return self.qualifying[month]
        return when(self.given.plan("stock.ship_direct_share") >= 1, self.qualifying[month], 0)

    @line(mark("Left on the shelf"))
    def closing(self, month: int) -> Formula | float:
        if not month:
            return self.purchased[month]
        gone = self.sold[month] + self.own_use[month] + self.samples[month]
        return most(self._available(month) - gone, 0) + self.qualifying[month] - self.used_up[month]

    @line(mark("All goods that ever came in"))
    def came(self, month: int) -> Formula | float:
        new = self.purchased[month] + self.returned[month] + self.qualifying[month] - self.used_up[month]
        return self.came[month - 1] + new if month else self.purchased[0]

    @line(mark("All goods that ever went out"))
    def went(self, month: int) -> Formula | float:
        if not month:
            return 0
        gone = self.spoiled[month] + self.sold[month] + self.own_use[month] + self.samples[month]
        return self.went[month - 1] + gone

    @line(mark("Own points"), "points", "personal_volume")
    def volume(self, month: int) -> Formula | float:
        return (self.moved[month] + self.qualifying[month]) * self.prices.points[month]

    @line(mark("What pay on own goods counts on"))
    def value(self, month: int) -> Formula | float:
        return (self.moved[month] + self.qualifying[month]) * self.given.company("commissionable_share")

    @line(mark("Orders brought out"), "orders")
    def delivered(self, month: int) -> Formula | float:
        if not month:
            return 0
        worth = self.customers.to_deliver[month] + self.waiting[month - 1]
        return self._number(month) * share_of(self.sold[month], worth)

    @line(mark("Orders that wait"), "orders")
    def orders_waiting(self, month: int) -> Formula | float:
        if not month:
            return 0
        left = (self._number(month) - self.delivered[month]) * (1 - self.given.plan("stock.share_lost"))
        return when(self.waiting[month] > 0, left, 0)

    def _number(self, month: int) -> Formula:
        ordered = self.customers.orders[month] * (1 - self.given.plan("stock.ship_direct_share"))
        return ordered + self.orders_waiting[month - 1]
