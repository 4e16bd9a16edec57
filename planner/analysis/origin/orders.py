"""What customers order, at shop price: the orders that the distributor delivers, and those that the company sends."""

from typing import cast

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, assumption_of, at, money, named, share, stated
from planner.analysis.origin.people import customers
from planner.inputs.plan.plan import INPUTS
from planner.inputs.plan.schedule import monthly_values
from planner.language import mark
from planner.messages import Message, Quantity, Unit

COUNTED_ALIKE = Message(mark("Counted in the same way, from the customers of that month."))


def orders(case: Case, month: int) -> Origin:
    """How many orders customers place, and guests of parties."""
    of_all = at(case.projection.sales.orders, month)
    guests = at(case.projection.assumptions.party_orders, month)
    if not guests:
        return of_customers(case, month, mark("Orders of the month"), of_all)
    amount = Amount(mark("Orders of the month"), month, Quantity(of_all, "orders"))
    return amount.sum_of(
        (of_customers(case, month, mark("Orders of customers"), of_all - guests), of_guests(case, month))
    )


def of_guests(case: Case, month: int) -> Origin:
    """Orders that guests of parties place."""
    value = Quantity(at(case.projection.assumptions.party_orders, month), "orders")
    return Amount(mark("Orders at parties"), month, value).opened(
        mark("{held} parties, {each} guests who buy at each"),
        lambda held, each: held * each,
        held=parties(case, month),
        each=of_a_party(case, "orders_each"),
    )


def parties(case: Case, month: int) -> Origin:
    """How many are held in a month."""
    held = monthly_values(case.plan.parties.a_month, month)[-1] if month else 0.0
    path = ("parties", "a_month")
    return Amount(INPUTS[path].title, month, Quantity(float(held), "count")).given(*path)


def of_a_party(case: Case, name: str) -> Origin:
    """An input of the parties, the same for each."""
    declared = INPUTS["parties", name]
    value = Quantity(getattr(case.plan.parties, name), cast(Unit, declared.unit))
    return Amount(declared.title, None, value).given("parties", name)


def host_goods(case: Case, month: int) -> Origin:
    """Goods that the hosts of parties get."""
    value = money(at(case.projection.sales.host_goods, month))
    return Amount(mark("Goods for hosts, at shop price"), month, value).opened(
        mark("{part} of what guests buy: {orders} orders of {price}"),
        lambda part, orders, price: part * orders * price,
        part=of_a_party(case, "host_credit"),
        orders=of_guests(case, month),
        price=order_price(case),
    )


def of_customers(case: Case, month: int, title: str, number: float) -> Origin:
    """Orders of those who come back."""
    value = Quantity(number, "orders")
    season = share(at(case.projection.assumptions.season, month))
    of_season = Amount(INPUTS["customers", "seasons"].title, month, season).given("customers", "seasons")
    if case.plan.customers.orders_by == "month":
        return Amount(title, month, value).opened(
            mark("{customers} customers, {each} orders each, in a month of {season} of an average one"),
            lambda customers, each, season: customers * each * season,
            customers=customers(case, month),
            each=_each_orders(case, "orders_per_customer"),
            season=of_season,
        )
    held = Quantity(float(case.plan.customers.campaigns_in(case.plan.start_month, month)), "count")
    return Amount(title, month, value).opened(
        mark(
            "{customers} customers, {each} orders each in each of {campaigns} campaigns, in a month of {season} of an "
            "average one"
        ),
        lambda customers, each, campaigns, season: customers * each * campaigns * season,
        customers=customers(case, month),
        each=_each_orders(case, "orders_per_campaign"),
        campaigns=Amount(mark("Campaigns in the month"), month, held).given("customers", "first_campaign"),
        season=of_season,
    )


def _each_orders(case: Case, name: str) -> Origin:
    """How often a customer orders, in a month or in a campaign."""
    value = Quantity(getattr(case.plan.customers, name), "orders")
    return Amount(INPUTS["customers", name].title, None, value).given("customers", name)


def order_price(case: Case) -> Origin:
    """Shop price of an average order, as stated or averaged from its products."""
    price, products = money(assumption_of(case, "retail_per_order")), case.plan.customers.products
    if not products:
        path = ("customers", "retail_per_order")
        return Amount(INPUTS[path].title, None, price).given(*path)
    held = tuple(
        Amount(named(product.name), None, money(product.retail_price * product.per_order)).given(
            "customers", "products", place
        )
        for place, product in enumerate(products)
    )
    return Amount(mark("What the products of an order cost in the shop list"), None, price).sum_of(held)


def demand(case: Case, month: int) -> Origin:
    """Everything that customers order in a month."""
    value = money(at(case.projection.sales.demand, month))
    return Amount(mark("What customers order, at shop price"), month, value).opened(
        mark("{orders} orders of {price}"),
        lambda orders, price: orders * price,
        orders=orders(case, month),
        price=order_price(case),
    )


def direct_demand(case: Case, month: int) -> Origin:
    """What the company sends to customers itself."""
    value = money(at(case.projection.sales.direct, month))
    return Amount(mark("Orders that the company sends, at shop price"), month, value).opened(
        mark("{share} of the {ordered} that customers order"),
        lambda share, ordered: share * ordered,
        share=stated(case, "stock", "ship_direct_share"),
        ordered=demand(case, month),
    )


def stocked_demand(case: Case, month: int, *, opened: bool = True) -> Origin:
    """What customers order of the distributor; opened: whether it is shown how it comes about."""
    value = money(at(case.projection.sales.forecast, month))
    amount = Amount(mark("Orders that you deliver, at shop price"), month, value)
    if not opened:
        return amount.known(COUNTED_ALIKE)
    return amount.opened(
        mark("{ordered} that customers order, less {share} that the company sends"),
        lambda ordered, share: ordered * (1 - share),
        ordered=demand(case, month),
        share=stated(case, "stock", "ship_direct_share"),
    )
