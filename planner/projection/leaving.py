"""What goods bring that are given back on leaving, by month: the company's buy-back, inside its window."""

import numpy as np

from planner.inputs.cited.figure import Figure
from planner.inputs.company.company import BuyBack
from planner.inputs.plan.plan import Plan
from planner.projection.assumptions import Array
from planner.projection.inventory import Inventory


def known(figure: object) -> float | None:
    """A figure's value; None where it is not disclosed."""
    return figure.value if isinstance(figure, Figure) else None


def exit_value(plan: Plan, terms: BuyBack, returnable: Array) -> Array:
    """What giving goods back brings; returnable: what the goods inside the window cost.

    The buy-back and the pay taken back are shares of what the goods fit to be given back cost, the freight of all that
    are sent. Nothing where its share or its window is not disclosed.
    """
    share = known(terms.share)
    if share is None:
        return np.zeros_like(returnable)
    fit = plan.stock.marketable_share * returnable
    freight = 0.0 if terms.company_pays_freight else plan.stock.return_freight_share
    return np.maximum((share - (known(terms.clawback_share) or 0.0)) * fit - freight * returnable, 0.0)


def share_within_window(goods: Inventory, window: float | None) -> Array:
    """Of the goods on the shelf, those bought in the last `window` months, the current one among them.

    (horizon + 1, scenarios); none where the window is not known, since it may be over. The oldest goods leave first, so
    the goods inside are the smaller of the stock and what was bought since. Refunded goods that came back are older.
    """
    if window is None:
        return np.zeros_like(goods.closing)
    bought = np.cumsum(goods.purchased + goods.qualifying - goods.used_up, axis=0)
    since = bought.copy()
    months = int(window)
    since[months:] -= bought[: max(len(bought) - months, 0)]
    closing = goods.closing
    return np.asarray(np.where(closing > since, since / np.where(closing > since, closing, 1.0), 1.0))
