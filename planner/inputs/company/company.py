"""A company's published terms: prices, fees, pay rules, buy-back, outcomes; every figure with its citation.

A figure is published (somebody wrote it) or derived (its formula beside it). What was looked for and not found is
written as such. What a computation needs and no source gives is asked of the person, with an assumed value and the
reason for it. What a person stated from their own documents is "yours".
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import (
    MOST_VALUE,
    Cited,
    FewWords,
    Figure,
    Known,
    KnownRule,
    NotFound,
    Rule,
    Words,
    in_unit,
)
from planner.inputs.cited.source import Name, Record, Source
from planner.inputs.company.buy_back import BuyBack
from planner.inputs.company.disclosure import Distribution
from planner.inputs.company.orders import Orders
from planner.inputs.company.pay_rules import Pay, Ranks, Volume
from planner.inputs.company.prices import AnyPrices
from planner.inputs.company.record import MOST_ROWS, Background, Disclosure, Enforcement, Stated, ToLookUp
from planner.inputs.path import at, parse
from planner.inputs.pay.pay_file import refuse_sales_without_points
from planner.inputs.plan.plan import known_currency

# Markets by the codes of territories that the language data names: 150 is Europe, 001 the world.
Territory = Literal["001", "150", "US", "CA", "GB", "SE", "NO", "DK", "FI", "DE", "PL", "CH", "AU", "NZ"]
PlanKind = Literal[
    "stairstep", "unilevel", "generation", "binary", "party_plan", "single_level", "packages", "not_disclosed"
]
Topic = Literal["margins", "size", "income", "retention", "enforcement", "components", "rules", "other"]


OWN_PREFIX = "yours-"  # how the ids of companies begin that a person made or changed, so that none is taken


class Joining(Record):
    """What the company charges to join and to stay.

    renewal_fee: for a year, first due in month 13, when the first is over. website_fee: a month, from the month after
    website_free_months. kit_freight: for sending the starter kit; kit_tax: sales tax or VAT on it, a share of its fee.
    opening_stock_for: what the goods at the start are asked for, joining at all or the first bonus; a plan buys them
    either way.
    others: what some pay, or paid at another time; not computed.
    """

    starter_kit_fee: Annotated[Known, in_unit("money")]
    minimum_opening_stock: Annotated[Known, in_unit("money")]
    opening_stock_for: Literal["joining", "first_bonus"] = "joining"
    renewal_fee: Annotated[Known, in_unit("money_a_year")]
    website_fee: Annotated[Known, in_unit("money_a_month")]
    website_free_months: Annotated[Figure, in_unit("months")] | None = None
    kit_freight: Annotated[Figure, in_unit("money")] | None = None
    kit_tax: Annotated[Figure, in_unit("share")] | None = None
    others: tuple[Stated, ...] = Field((), max_length=MOST_ROWS)


class Margin(Stated):
    """A discount or a margin as it was published, a share of its base.

    base: retail, the shop price; cost, a markup on what you pay; order, of the shop price of an order by its size;
    earn_base, a value below the shop price that the company states for each product; commissionable, the value that
    pay is counted on. What the last two are of the shop price is not published.
    """

    base: Literal["retail", "cost", "order", "earn_base", "commissionable"]
    from_order: float | None = Field(
        None, ge=0, le=MOST_VALUE, description="shop price of an order from which the margin is given"
    )

    @model_validator(mode="after")
    def _share(self) -> "Margin":
        if self.unit != "share":
            raise PydanticCustomError("unit", "wrong unit", {"key": "unit", "wanted": "share"})
        return self

    @property
    def of_retail(self) -> float | None:
        """What the distributor keeps of the shop price; None where the base's own share of it is not known."""
        if self.base == "cost":
            return self.value / (1 + self.value)
        return self.value if self.base in ("retail", "order") else None


OrderedFor = Literal["staying", "pay", "part_of_pay", "discount"]  # what a standing order is a condition of


class Activity(Record):
    """What it takes to stay in, or to be paid. rules: in words, what the computation does not hold too.

    standing_order: of one's own goods, each month, in what they cost or in points. standing_order_from: the first month
    of it; where nothing says, the first after joining.
    standing_order_for: what is lost without it; where nothing says, all pay, which is never too generous. Where it is
    part of the pay, a plan that refuses the order counts none in a month with less.
    """

    standing_order: Annotated[Known, in_unit("money_a_month", "points_a_month")]
    standing_order_from: Annotated[Figure, in_unit("month")] | None = None
    standing_order_for: OrderedFor | None = None
    standing_order_ends: KnownRule
    rules: tuple[Rule, ...] = Field((), max_length=MOST_ROWS)


class Component(Cited):
    """A part of the company's pay, as it is published, and whether it is computed here.

    standing: computed; asked, computed with a figure that the person states; not_computed, and why. without_figures: of
    what is not computed, that no source gives any of its figures, so that it is known by its name alone.
    """

    name: Words
    text: Words
    standing: Literal["computed", "asked", "not_computed"]
    without_figures: bool = False
    why: Words | None = None

    @model_validator(mode="after")
    def _with_a_reason(self) -> "Component":
        if self.standing != "computed" and self.why is None:
            raise PydanticCustomError("why_missing", "not computed without a reason", {"key": "why"})
        return self


Effect = Literal["pay_too_low", "pay_too_high", "cost_too_low", "either"]


class Limit(Record):
    """Something the company has and the model does not compute, or computes with a reservation."""

    text: Words
    source: str | None = None
    effect: Effect


class Years(Record):
    """Of which years the figures of a company are that no longer works like this."""

    first: int = Field(ge=1900, le=2100)
    last: int = Field(ge=1900, le=2100)


class Company(Record):
    """One company on one market. The id is the file's name.

    yours: made or changed by a person; version_of: the company of the catalogue that it began as. years: of a historic
    one. searched: by topic, what was looked for and not found.
    """

    id: str
    name: Name
    market: FewWords
    currency: str
    territory: Territory | None = None
    status: Literal["active", "historic", "fictional"]
    years: Years | None = None
    yours: bool = False
    version_of: str | None = None
    plan_kind: PlanKind = "not_disclosed"
    about: Words
    background: Background | None = None
    joining: Joining
    prices: AnyPrices
    margins: tuple[Margin, ...] = Field((), max_length=MOST_ROWS)
    activity: Activity | None = None
    orders: Orders | None = None
    volume: Volume
    pay: Pay
    ranks: Ranks | None = None
    components: tuple[Component, ...] = Field((), max_length=MOST_ROWS)
    buy_back: BuyBack
    limits: tuple[Limit, ...] = Field((), max_length=MOST_ROWS)
    distributions: tuple[Distribution, ...] = Field((), max_length=MOST_ROWS)
    disclosures: tuple[Disclosure, ...] = Field((), max_length=MOST_ROWS)
    retention: tuple[Stated, ...] = Field((), max_length=MOST_ROWS)
    enforcement: tuple[Enforcement, ...] = Field((), max_length=MOST_ROWS)
    searched: dict[Topic, NotFound] = Field(default_factory=dict, max_length=MOST_ROWS)
    to_look_up: tuple[ToLookUp, ...] = Field((), max_length=MOST_ROWS)
    sources: dict[str, Source] = Field(max_length=200)

    _currency = field_validator("currency")(known_currency)

    @model_validator(mode="after")
    def _consistent(self) -> "Company":
        if self.pay.stairstep and (self.ranks is None or any(row.rate is None for row in self.ranks.rows)):
            raise PydanticCustomError("rates_missing", "stairstep without rates by rank", {"key": "ranks"})
        if self.pay.plan is not None and self.ranks is not None:
            raise PydanticCustomError("stated_twice", "two sets of ranks", {"key": "ranks", "wanted": "pay.plan"})
        if isinstance(self.volume.points_per_100_retail, NotFound) and self.needs_points:
            raise PydanticCustomError("points_missing", "points needed", {"key": "volume"})
        if self.pay.plan is not None and isinstance(self.volume.points_per_100_retail, NotFound):
            refuse_sales_without_points(self.pay.plan, "pay.plan.points_per_100_retail")
        return self

    @model_validator(mode="after")
    def _since_it_was_founded(self) -> "Company":
        founded = self.background.founded if self.background else None
        if isinstance(founded, Figure):
            for place, date in self._dates():
                if int(date[:4]) < founded.value:
                    known = {"known": f"{founded.value:.0f}"}
                    raise PydanticCustomError(
                        "before_founded", "earlier than founded", {"key": place, "found": date} | known
                    )
        return self

    def _dates(self) -> Iterator[tuple[str, str]]:
        """When its terms held, and of when it told: the place in the file and the date."""
        if self.years is not None:
            yield "years.first", str(self.years.first)
        if self.pay.until is not None:
            yield "pay.until", self.pay.until
        for number, period in enumerate(self.buy_back.other_periods, start=1):
            for name, date in (("starts", period.starts), ("ends", period.ends)):
                if date is not None:
                    yield f"buy_back.other_periods[{number}].{name}", date
        for number, told in enumerate(self.distributions, start=1):
            yield f"distributions[{number}].period", told.period

    @property
    def needs_points(self) -> bool:
        """Whether a rule that is computed counts points."""
        if self.pay.plan is not None:
            # A point stands for an amount of money there, so that either tells the other.
            return bool(self.pay.plan.parts) and isinstance(self.volume.commissionable_per_100_retail, NotFound)
        minimum = self.pay.minimum_personal_volume
        return self.ranks is not None or (isinstance(minimum, Figure) and minimum.value > 0)

    @property
    def points_of_ranks(self) -> float:
        """Own points of a month that every rank asks for before it pays, where ranks alone pay on a team and ask for
        more than keeps somebody active; else 0, and where that is asked for over more than a month.
        """
        steps_alone = self.pay.stairstep is not None and self.pay.unilevel is None
        window, active = self.pay.activity_window, self.pay.minimum_personal_volume
        if not steps_alone or self.ranks is None or (window is not None and window.value != "month"):
            return 0.0
        asked = min((row.personal_volume for row in self.ranks.rows if row.rate), default=0.0)
        return asked if asked > (active.value if isinstance(active, Figure) else 0) else 0.0

    @property
    def rank_names(self) -> tuple[str, ...]:
        """From the lowest: those of the pay plan where one is stated, else of the ranks."""
        if self.pay.plan is not None:
            return self.pay.plan.rank_names
        return tuple(row.name for row in self.ranks.rows) if self.ranks is not None else ()


def entry_at(company: Company, place: str) -> Any:
    """What stands at a place of the company's file, with all that it carries; None where there is nothing."""
    return at(company, parse(place))
