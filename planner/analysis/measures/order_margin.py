"""What an average order leaves once its goods are paid: the parts of its price, for break-even and the price steps."""

from dataclasses import dataclass, fields

import numpy as np

from planner.projection.engine import Projection
from planner.projection.order_costs import order_costs
from planner.projection.vat import goods_rates, part


@dataclass(frozen=True, slots=True)
class OrderMargin:
    """One order at the last month's prices, in the plan's currency; an average of delivered and direct orders.

    price: in the shop list; charges: what is kept of what a customer is charged beside it. Taken from them: discount;
    vat, what is owed in them less what is got back on freight, delivery and what is handed on, nothing where none is
    charged; goods, what they cost after VAT is got back; goods_tax, paid ahead on those that do not come back, less
    what sales tax that customers pay makes up for; freight on them, of a table what the last month's came to; delivery;
    refunds, what is given back less the goods that can be sold again; parties, what goods for hosts and other costs of
    parties come to on an order of that month, those of other customers among them. left: what remains.
    """

    price: float
    charges: float
    discount: float
    vat: float
    goods: float
    goods_tax: float
    freight: float
    delivery: float
    refunds: float
    parties: float

    @property
    def left(self) -> float:
        """The price and what is kept beside it, less everything taken from them."""
        taken = (getattr(self, field.name) for field in fields(self) if field.name not in ("price", "charges"))
        return self.price + self.charges - float(sum(taken))


def order_margin(projection: Projection) -> OrderMargin:
    """The parts of an order of the last month, with VAT if it is charged in that month."""
    given = projection.assumptions

    def one(value: np.ndarray) -> float:
        return float(np.broadcast_to(value, given.scenarios)[0])

    level, charges = one(given.price_level[-1]), one(given.cost_level[-1])
    price, discount, refunded = one(given.retail_per_order) * level, one(given.discount), one(given.refund_share)
    share, direct = one(projection.wholesale_share[-1]), one(given.ship_direct_share)
    charged = projection.statement.vat_charged[-1:, 0]
    rate = float(goods_rates(given.tax, given.start_month, given.horizon + 1)[-1, 0])
    in_goods, in_costs = (float(part(charged, each)[0]) for each in (rate, given.tax.vat_rate_on_costs))
    delivered, paid = 1 - direct, price * (1 - discount)
    goods, delivery = price * share, one(given.cost_per_order) * charges
    freight, ahead = (one(given.retail_per_order) * each for each in on_goods_of_one(projection))
    kept_goods = goods * (1 - in_goods)
    beside, handed_on = one(given.charged_per_order) * charges, one(given.handed_on_share)
    made_up = tax_made_up(projection, one(given.sales_tax_rate) * paid, price, kept_goods)
    back = kept_goods * one(given.returned_to_shelf)
    return OrderMargin(
        price=price,
        charges=delivered * beside * (1 - handed_on),
        discount=price * discount,
        vat=delivered * (in_goods * (paid + beside) - in_costs * (freight + delivery + beside * handed_on)),
        goods=delivered * kept_goods + direct * goods,
        goods_tax=delivered * (ahead * (1 - refunded * one(given.returned_to_shelf)) - made_up * (1 - refunded)),
        freight=delivered * freight,
        delivery=delivered * delivery,
        refunds=refunded * (delivered * (paid * (1 - in_goods) - back) + direct * (paid - goods)),
        parties=of_parties(projection, share * level * (1 - in_goods), 1 - in_costs),
    )


def tax_made_up(projection: Projection, collected: float, price: float, cost: float) -> float:
    """Of the sales tax that a delivered order brings, what was paid ahead on its goods and is kept.

    price: of the goods in the shop list; cost: what they cost.
    """
    orders = projection.terms.orders
    return min(collected, orders.tax_on_paid * cost + orders.tax_on_shop_price * price)


def of_parties(projection: Projection, goods_cost: float, kept: float) -> float:
    """What parties cost on an average order of the last month; nothing where none is placed.

    goods_cost: of goods of 1 at the shop price of the launch; kept: of other costs, what is left once VAT is got back.
    """
    sales, costs = projection.sales, projection.assumptions.party_costs
    orders = float(sales.orders[-1, 0])
    together = float(sales.host_goods[-1, 0]) * goods_cost + float(costs[-1, 0]) * kept
    return together / orders if orders > 0 else 0.0


def on_goods_of_one(projection: Projection) -> tuple[float, float]:
    """Freight and tax on goods of 1 at the shop price of the launch, at the rates of all that was bought in the last
    month, if any, and as they have risen.
    """
    given = projection.assumptions
    goods = projection.inventory.purchased[-1] + projection.inventory.qualifying[-1]
    goods = np.where(goods > 0, goods, given.retail_per_order)
    cost, levels = goods * projection.wholesale_share[-1], (given.price_level[-1], given.cost_level[-1])
    found = order_costs(projection.terms.orders, given, cost, goods, *levels)
    return float((found.freight / goods)[0]), float((found.tax / goods)[0])
