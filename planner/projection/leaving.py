"""What goods bring that are given back on leaving, by month: the company's buy-back, inside its window."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.inputs.cited.figure import Figure
from planner.inputs.company.buy_back import BuyBack
from planner.inputs.plan.plan import Plan
from planner.projection.assumptions import Array
from planner.projection.inventory import Inventory
from planner.timeline import last_day

Months = NDArray[np.int_]


def known(figure: object) -> float | None:
    """A figure's value; None where it is not disclosed."""
    return figure.value if isinstance(figure, Figure) else None


def terms_by_month(plan: Plan, buy_back: BuyBack) -> tuple[BuyBack, ...]:
    """The terms that somebody meets who leaves at the end of each month, month 0 first: those of its last day.

    So a period that ends in the middle of a month is over for who leaves in that month. Months of the same terms have
    the same object.
    """
    days = [last_day(plan.start_month, month) for month in range(plan.horizon_months + 1)]
    periods = [buy_back.period_on(day) for day in days]
    terms = {period: buy_back.on(day) for period, day in dict(zip(periods, days, strict=True)).items()}
    return tuple(terms[period] for period in periods)


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


def exit_values(plan: Plan, terms: Sequence[BuyBack], returnable: Array, months: Months) -> Array:
    """The same of whoever leaves in these months, one of each, under the terms of each."""
    value = np.zeros_like(returnable)
    for held in {id(each): each for each in terms}.values():
        leaves = np.array([each is held for each in terms])[months]
        value[leaves] = exit_value(plan, held, returnable[leaves])
    return value


def share_within_window(goods: Inventory, terms: Sequence[BuyBack]) -> Array:
    """Of the goods on the shelf, those bought in the last months of the window, the current one among them.

    (horizon + 1, scenarios); all where there is no limit of time, none where the window is not known, since it may be
    over. The oldest goods leave first, so the goods inside are the smaller of the stock and what was bought since.
    Refunded goods that came back are older. terms: of each month.
    """
    windows = [each.longest for each in terms]
    unknown = [window is None for window in windows]
    bought = np.cumsum(goods.purchased + goods.qualifying - goods.used_up, axis=0)
    before = np.array([month - int(min(window or 0, month + 1)) for month, window in enumerate(windows)])
    since = bought - np.where(before[:, None] >= 0, bought[np.maximum(before, 0)], 0.0)
    closing = goods.closing
    within = np.where(closing > since, since / np.where(closing > since, closing, 1.0), 1.0)
    within[unknown] = 0.0
    return np.asarray(within)
