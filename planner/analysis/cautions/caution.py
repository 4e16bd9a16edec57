"""A caution: something in a plan that is possible and deserves a second look."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.inputs.company.record import Disclosure
from planner.language import mark
from planner.messages import Message

# By key, in order of weight: money that is not there, then what the income rests on, people, goods and time.
TITLES = {
    "money_runs_out": mark("Your money runs out"),
    "loses_without_recruits": mark("With nobody recruited, the plan loses money"),
    "income_from_recruiting": mark("More than half of the income rests on recruiting"),
    "above_published_top": mark("More pay than nine in ten members received"),
    "beyond_top_tenth": mark("Rosier than about the best tenth of sellers"),
    "outgrown_places": mark("The team would outgrow a town"),
    "nearly_everybody_joined": mark("The people within reach are nearly used up"),
    "order_refused": mark("You will not place the order that the company asks for"),
    "bought_only_to_be_paid": mark("You buy goods only to be paid"),
    "front_loading": mark("You buy goods long before they are sold"),
    "stock_pays": mark("Goods at the start pay without being sold"),
    "purchases_outrun_sales": mark("You buy more than leaves your shelf"),
    "goods_too_old": mark("Goods grow too old to be sold"),
    "card_is_used": mark("The card is used"),
    "address_book_used_up": mark("Your list of people is used up"),
    "hour_below_wage": mark("An hour earns less than the reference wage"),
    "vat_threshold_passed": mark("Your sales pass the VAT threshold"),
    "state_tax_begins": mark("State tax may begin, which the plan does not count"),
}

# The inputs that each speaks of, where it does not name its own.
PATHS: dict[str, tuple[tuple[str, ...], ...]] = {
    "money_runs_out": (("money_and_time", "own_cash"),),
    "loses_without_recruits": (("customers", "new_a_month"), ("team", "recruits_a_month")),
    "income_from_recruiting": (("team", "recruits_a_month"),),
    "above_published_top": (("team", "recruits_a_month"), ("team", "duplication")),
    "outgrown_places": (("team", "duplication"),),
    "nearly_everybody_joined": (("team", "people_within_reach"),),
    "order_refused": (("stock", "demanded_order"),),
    "bought_only_to_be_paid": (("stock", "buys_to_qualify"),),
    "front_loading": (("stock", "opening_stock"),),
    "stock_pays": (("stock", "opening_stock"),),
    "purchases_outrun_sales": (("stock", "standing_order"), ("stock", "minimum_order")),
    "goods_too_old": (("stock", "shelf_life_months"), ("stock", "opening_stock")),
    "card_is_used": (("money_and_time", "card_limit"),),
    "address_book_used_up": (("address_book", "contacts"),),
    "hour_below_wage": (("money_and_time", "hours_a_week"), ("money_and_time", "reference_wage")),
    "vat_threshold_passed": (("tax", "vat_registered"), ("tax", "vat_threshold")),
    "state_tax_begins": (("tax", "income_share"),),
}


@dataclass(frozen=True, slots=True)
class Caution:
    """One of them. It is shown, never raised, and judges nobody.

    key: its name in data, and of its title. months: those in which it holds, rising, past the horizon where the message
    says so; empty where it concerns the whole plan. source: an address that the rule or the threshold rests on, ""
    where it rests on the plan alone. published: the company's outcome that the plan is set beside, if any; its text is
    in the languages of the company's file. of: the inputs that it speaks of, where not always the same.
    """

    key: str
    months: tuple[int, ...]
    message: Message
    what_would_change_it: Message
    source: str = ""
    published: Disclosure | None = None
    of: tuple[tuple[str | int, ...], ...] = ()

    @property
    def title(self) -> str:
        """What it is about, a marked text."""
        return TITLES[self.key]

    @property
    def paths(self) -> tuple[tuple[str | int, ...], ...]:
        """The inputs of the plan that it speaks of, where each stands in it."""
        return self.of or PATHS[self.key]


def months_where(holds: NDArray[np.bool_]) -> tuple[int, ...]:
    """The months in which something holds; holds: (horizon + 1,)."""
    return tuple(int(month) for month in np.flatnonzero(holds))


def runs(months: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Rising months as unbroken runs, each its first and last: 1, 2, 3, 7 are 1-3 and 7-7."""
    found: list[tuple[int, int]] = []
    for month in months:
        if found and found[-1][1] == month - 1:
            found[-1] = (found[-1][0], month)
        else:
            found.append((month, month))
    return tuple(found)
