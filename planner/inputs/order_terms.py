"""What orders of goods and the starter kit cost beside them, as one plan meets it: in the plan's currency."""

from dataclasses import dataclass

from planner.inputs.cited.figure import Figure, NotFound
from planner.inputs.company.company import Company
from planner.inputs.company.orders import Orders


@dataclass(frozen=True, slots=True)
class OrderTerms:
    """What an order of goods, and the starter kit, cost beside the goods and the kit. Money in the plan's currency.

    freight_share: of what goods cost, None where the company states none and the plan's own counts; freight_steps:
    (what goods cost from, freight of the order), in its place; freight_on_top: a share that comes on top of either.
    """

    fee: float = 0.0
    freight_share: float | None = None
    freight_steps: tuple[tuple[float, float], ...] = ()
    freight_on_top: float = 0.0
    tax_on_paid: float = 0.0
    tax_on_shop_price: float = 0.0
    kit_freight: float = 0.0
    kit_tax: float = 0.0

    @property
    def states_freight(self) -> bool:
        """Whether the company says what freight comes to, so that what the plan states does not count."""
        return self.freight_share is not None or bool(self.freight_steps)


def order_terms(company: Company, rate: float) -> OrderTerms:
    """What comes on top of the starter kit and of each order."""
    joining, orders = company.joining, company.orders or Orders()
    share, table = orders.freight_share, orders.freight_table
    return OrderTerms(
        fee=_value(orders.fee) * rate,
        freight_share=None if share is None else share.value,
        freight_steps=tuple((step.from_cost * rate, step.amount * rate) for step in table.steps) if table else (),
        tax_on_paid=_value(orders.tax_on_paid),
        tax_on_shop_price=_value(orders.tax_on_shop_price),
        kit_freight=_value(joining.kit_freight) * rate,
        kit_tax=_value(joining.kit_tax) * _value(joining.starter_kit_fee) * rate,
    )


def _value(figure: Figure | NotFound | None) -> float:
    return figure.value if isinstance(figure, Figure) else 0.0
