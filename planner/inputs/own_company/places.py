"""The places of a company that a person can state from their own documents, and what stands there now."""

from dataclasses import dataclass
from typing import Any, Literal

from planner.inputs.cited.figure import Asked, Cited, Figure, NotFound, Rule, Unit
from planner.inputs.company.company import Company, entry_at
from planner.inputs.company.prices import Prices
from planner.language import mark

Group = Literal["joining", "prices", "pay", "activity", "buy_back"]
Form = Literal[
    "figure", "window", "day", "choice", "freight", "freight_table", "prices", "levels", "ranks", "words", "periods"
]

PRICES, LEVELS, RANKS = "prices", "pay.unilevel", "ranks"
REACHED_STEP, REFUNDS = "prices.reached_step", "pay.refunds"
WINDOW = "pay.activity_window"
FREIGHT_TABLE, UNTIL, PERIODS = "orders.freight_table", "pay.until", "buy_back.other_periods"
FREIGHT = "buy_back.company_pays_freight"
FREIGHT_WORDS = {
    True: mark("The company, as you state it."),
    False: mark("You, as you state it."),
}
# Left out of a file where nothing is known.
OPTIONAL = (
    "joining.website_free_months",
    "joining.kit_freight",
    "joining.kit_tax",
    "orders.fee",
    "orders.freight_share",
    FREIGHT_TABLE,
    "orders.tax_on_paid",
    "orders.tax_on_shop_price",
    "activity.standing_order_from",
    "pay.margin_lag_months",
    "pay.own_lag_months",
    "pay.payout_day",
    UNTIL,
    REFUNDS,
    "buy_back.clawback_share",
    PERIODS,
    "pay.minimum_sales",
    WINDOW,
    REACHED_STEP,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a company. unit: of a figure that stands nowhere yet.

    form says how its value is told: "figure" a number or None; "window" the same, without end where there is no limit;
    "day" a day, a month or a year as files have it, or None; "choice" one of a few readings or None; "freight" whether
    the company pays it, or None; "freight_table" pairs of what goods cost and their freight; "prices" pairs of points
    and share; "levels" a rate for each level, None where it is paid and not known; "ranks" its rows; "words" a text in
    the person's own words, or None; "periods" the periods of returns.
    """

    path: str
    group: Group
    form: Form = "figure"
    unit: Unit = "money"

    def value_in(self, company: Company) -> Any:
        """What the company says here, in the place's form."""
        return value_at(company, self.path)

    def unit_in(self, company: Company) -> Unit:
        """The unit of the figure in this company."""
        entry = entry_at(company, self.path)
        return entry.unit if isinstance(entry, (Figure, Asked)) else self.unit


PLACES = (
    Place("joining.starter_kit_fee", "joining"),
    Place("joining.minimum_opening_stock", "joining"),
    Place("joining.renewal_fee", "joining", unit="money_a_year"),
    Place("joining.website_fee", "joining", unit="money_a_month"),
    Place("joining.website_free_months", "joining", unit="months"),
    Place("joining.kit_freight", "joining"),
    Place("joining.kit_tax", "joining", unit="share"),
    Place("orders.fee", "prices"),
    Place("orders.freight_share", "prices", unit="share"),
    Place(FREIGHT_TABLE, "prices", "freight_table"),
    Place("orders.tax_on_paid", "prices", unit="share"),
    Place("orders.tax_on_shop_price", "prices", unit="share"),
    Place(PRICES, "prices", "prices", "share"),
    Place(REACHED_STEP, "prices", "choice"),
    Place("volume.points_per_100_retail", "prices", unit="points"),
    Place("volume.commissionable_per_100_retail", "prices"),
    Place(LEVELS, "pay", "levels", "share"),
    Place(RANKS, "pay", "ranks", "points"),
    Place("pay.payout_lag_months", "pay", unit="months"),
    Place("pay.margin_lag_months", "pay", unit="months"),
    Place("pay.own_lag_months", "pay", unit="months"),
    Place("pay.payout_day", "pay", "words"),
    Place(UNTIL, "pay", "day"),
    Place(REFUNDS, "pay", "choice"),
    Place("pay.minimum_personal_volume", "activity", unit="points"),
    Place("pay.minimum_sales", "activity"),
    Place(WINDOW, "activity", "choice"),
    Place("activity.standing_order", "activity", unit="money_a_month"),
    Place("activity.standing_order_from", "activity", unit="month"),
    Place("activity.standing_order_ends", "activity", "words"),
    Place("buy_back.share", "buy_back", unit="share"),
    Place("buy_back.window_months", "buy_back", "window", "months"),
    Place("buy_back.clawback_share", "buy_back", unit="share"),
    Place(FREIGHT, "buy_back", "freight"),
    Place(PERIODS, "buy_back", "periods", "share"),
)
SAID_BY_A_PAY_PLAN = (LEVELS, "pay.minimum_personal_volume", "pay.minimum_sales", WINDOW)
BY_PATH = {place.path: place for place in PLACES}


def place_of(path: str) -> Place:
    """The place of a path. KeyError where nothing can be stated."""
    return BY_PATH[path]


def places_of(company: Company) -> tuple[Place, ...]:
    """The places that this company has: ranks only where it has some, or steps that could become ranks; when a step of
    the price counts only where there are several; and where a pay plan is stated nothing that it says.
    """
    has = {
        RANKS: company.ranks is not None or company.pay.steps_without_points is not None,
        REACHED_STEP: len(prices_in(company)) > 1,
        **dict.fromkeys(SAID_BY_A_PAY_PLAN, company.pay.plan is None),
    }
    return tuple(place for place in PLACES if has.get(place.path, True))


def parts_of(path: str) -> tuple[str, ...]:
    """The entries of a company's file that a place is made of."""
    return {
        FREIGHT: (FREIGHT, "buy_back.freight_paid_by"),
        RANKS: (RANKS, "pay.stairstep", "pay.steps_without_points"),
    }.get(path, (path,))


def is_yours(company: Company, path: str) -> bool:
    """Whether the person stated what stands at a place."""
    entry = entry_at(company, path)
    if path == FREIGHT:  # which carries no citation, but words that say so
        words = company.buy_back.freight_paid_by
        return entry is not None and words is not None and words.en == FREIGHT_WORDS[entry]
    if path == PERIODS:
        return any(period.kind == "yours" for period in entry)
    return isinstance(entry, Cited) and entry.kind == "yours"


def note_at(company: Company, path: str) -> str:
    """Where a figure of one's own stands, as it was noted; empty where it was not."""
    entry = entry_at(company, path)
    if path == PERIODS:
        entry = next((period for period in entry if period.kind == "yours"), None)
    return entry.note.en if isinstance(entry, Cited) and entry.note and entry.kind == "yours" else ""


def value_at(company: Company, path: str) -> Any:
    """What a company says at a place, in the form of the place."""
    entry = entry_at(company, path)
    match place_of(path).form:
        case "figure":
            return entry.value if isinstance(entry, Figure) else None
        case "window":
            return company.buy_back.longest
        case "choice":
            return None if entry is None else entry.value
        case "freight" | "day" | "periods":
            return entry
        case "freight_table":
            return () if entry is None else tuple((step.from_cost, step.amount) for step in entry.steps)
        case "prices":
            return prices_in(company)
        case "levels":
            return () if entry is None else (*entry.rates, *(None for _ in entry.missing))
        case "ranks":
            return () if entry is None else entry.rows
        case "words":
            return entry.text.en if isinstance(entry, Rule) else None


def prices_in(company: Company) -> tuple[tuple[float, float], ...]:
    """Pairs of points since joining and the share of the shop price; none where no source gives them."""
    prices = company.prices
    if not isinstance(prices, Prices):
        return ()
    return tuple((step.lifetime_points, step.wholesale_share) for step in prices.steps)


def is_known(company: Company, path: str) -> bool:
    """Whether anything is said at a place beside that it was not found, or is asked."""
    entry = entry_at(company, path)
    return entry not in (None, ()) and not isinstance(entry, (NotFound, Asked))
