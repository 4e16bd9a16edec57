"""A company's published terms: prices, fees, pay rules, buy-back, outcomes; every figure with its citation.

A figure is published (somebody wrote it) or derived (its formula beside it). What was looked for and not found is written
as such. What a computation needs and no source gives is asked of the person, with an assumed value and its reason.
"""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.plan import CURRENCIES
from planner.inputs.source import Record

Grade = Literal["primary", "secondary", "weak"]
Unit = Literal["money", "money_a_month", "money_a_year", "share", "points", "months", "levels", "people", "year"]


class Words(Record):
    """A visible text of a company file, in every language of the program."""

    en: str = Field(min_length=1)
    sv: str = Field(min_length=1)


class Cited(Record):
    """What every published or derived figure carries. source is a key of the file's [sources]."""

    kind: Literal["published", "derived"]
    source: str
    year: int | Literal["undated"] = Field(description="year of the figure; undated ones say when they were read")
    read: date | None = None
    grade: Grade
    formula: Words | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _complete(self) -> "Cited":
        if self.kind == "derived" and self.formula is None:
            raise PydanticCustomError("formula_missing", "derived without formula")
        if self.year == "undated" and self.read is None:
            raise PydanticCustomError("read_missing", "undated without the date it was read")
        return self


class Figure(Cited):
    value: float = Field(ge=0, le=1e9)
    unit: Unit


class NotFound(Record):
    """Looked for and not found: unknown, never zero in a reader's eyes."""

    not_found: Words


class Asked(Record):
    """A figure that no source gives and the computation needs: asked of the person, assumed until answered."""

    assumed: float = Field(ge=0, le=1e9)
    unit: Unit
    title: Words
    reason: Words


Known = Figure | NotFound


class Joining(Record):
    """What the company charges to join and to stay. renewal_fee: a year, first due in month 12. website_fee: a month."""

    starter_kit_fee: Known
    minimum_opening_stock: Known
    renewal_fee: Known
    website_fee: Known
    website_free_months: Figure | None = None


class PriceStep(Record):
    """From so many points bought since joining, you pay this share of the shop price."""

    lifetime_points: float = Field(ge=0)
    wholesale_share: float = Field(gt=0, le=1)


class Prices(Cited):
    """What the distributor pays the company for goods, as a share of the shop price."""

    steps: tuple[PriceStep, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ascending(self) -> "Prices":
        points = [step.lifetime_points for step in self.steps]
        if points[0] != 0 or any(low >= high for low, high in zip(points, points[1:], strict=False)):
            raise PydanticCustomError("steps_order", "steps overlap")
        return self


class Volume(Record):
    """How purchases become points and commissionable value, per 100 of the shop price in the company's currency."""

    arises_on: Literal["purchases", "sales"]
    points_per_100_retail: Figure | Asked
    commissionable_per_100_retail: Figure | Asked


class Rank(Record):
    """What a rank asks for in a month, in points; rate is the stairstep rate of the rank, a fraction."""

    name: str
    personal_volume: float = Field(0, ge=0)
    group_volume: float = Field(0, ge=0)
    leg_count: int = Field(0, ge=0)
    leg_volume: float = Field(0, ge=0)
    frontline: int = Field(0, ge=0)
    rate: float | None = Field(None, ge=0, le=1)


class Ranks(Cited):
    """The ranks in rising order; group_volume counts the personal volume and every leg."""

    rows: tuple[Rank, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ascending(self) -> "Ranks":
        volumes = [row.group_volume for row in self.rows]
        if any(low >= high for low, high in zip(volumes, volumes[1:], strict=False)):
            raise PydanticCustomError("steps_order", "steps overlap")
        return self


class Unilevel(Cited):
    """Share of commissionable value paid on each level, level 1 first. compression: those who left are passed over."""

    rates: tuple[float, ...] = Field(min_length=1, max_length=12)
    compression: bool

    @model_validator(mode="after")
    def _shares(self) -> "Unilevel":
        if any(rate < 0 for rate in self.rates) or sum(self.rates) > 1:
            raise PydanticCustomError("rates_sum", "rates outside 0 to 1 in sum")
        return self


class Stairstep(Cited):
    """Differential pay: the rate of your rank on the whole group, less what each leg's own rate takes.

    breakaway: the volume of a leg that has reached the top rate no longer counts in the group volume.
    """

    breakaway: bool


class Pay(Record):
    """The pay rules that are computed. minimum_personal_volume: points a month without which a team pays nothing."""

    payout_lag_months: Known
    minimum_personal_volume: Known
    unilevel: Unilevel | None = None
    stairstep: Stairstep | None = None


class BuyBack(Record):
    share: Known
    window_months: Known
    freight_paid_by: Words | None = None


class Limit(Record):
    """Something the company has and the model does not compute, or computes with a reservation."""

    text: Words
    effect: Literal["pay_too_low", "pay_too_high", "cost_too_low", "either"]


class Disclosure(Figure):
    """A published outcome: of whom, over what period, before or after costs. The text says it in words."""

    text: Words


class Source(Record):
    title: str = Field(min_length=1)
    address: str = Field(pattern=r"^https?://[^\s?#]+[^\s]*$")


class Company(Record):
    """One company on one market. The id is the file's name."""

    id: str
    name: str
    market: Words
    currency: str
    status: Literal["active", "historic", "fictional"]
    about: Words
    joining: Joining
    prices: Prices
    volume: Volume
    pay: Pay
    ranks: Ranks | None = None
    buy_back: BuyBack
    limits: tuple[Limit, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    sources: dict[str, Source]

    @model_validator(mode="after")
    def _consistent(self) -> "Company":
        if self.currency not in CURRENCIES:
            raise PydanticCustomError("currency", "unknown currency")
        if self.pay.stairstep and (self.ranks is None or any(row.rate is None for row in self.ranks.rows)):
            raise PydanticCustomError("rates_missing", "stairstep without rates by rank")
        return self
