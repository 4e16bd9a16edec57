"""A company's published terms: prices, fees, pay rules, buy-back, outcomes; every figure with its citation.

A figure is published (somebody wrote it) or derived (its formula beside it). What was looked for and not found is
written as such. What a computation needs and no source gives is asked of the person, with an assumed value and the
reason for it.
"""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.figure import Answerable, Cited, Figure, Known, Words, in_unit
from planner.inputs.plan import known_currency
from planner.inputs.source import Record, Source


class Joining(Record):
    """What the company charges to join and to stay.

    renewal_fee: a year, first due in month 12. website_fee: a month, from the month after website_free_months.
    """

    starter_kit_fee: Annotated[Known, in_unit("money")]
    minimum_opening_stock: Annotated[Known, in_unit("money")]
    renewal_fee: Annotated[Known, in_unit("money_a_year")]
    website_fee: Annotated[Known, in_unit("money_a_month")]
    website_free_months: Annotated[Figure, in_unit("months")] | None = None


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
        if points[0] != 0 or any(low >= high for low, high in pairwise(points)):
            raise PydanticCustomError("steps_order", "steps overlap", {"key": "steps"})
        return self


class Volume(Record):
    """How purchases become points and commissionable value, per 100 of the shop price in the company's currency."""

    arises_on: Literal["purchases", "sales"]
    points_per_100_retail: Annotated[Answerable, in_unit("points")]
    commissionable_per_100_retail: Annotated[Answerable, in_unit("money")]


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
        if any(low >= high for low, high in pairwise(volumes)):
            raise PydanticCustomError("ranks_order", "ranks do not rise", {"key": "rows"})
        return self


class Unilevel(Cited):
    """Share of commissionable value paid on each level, level 1 first. compression: those who left are passed over."""

    rates: tuple[float, ...] = Field(min_length=1, max_length=12)
    compression: bool

    @model_validator(mode="after")
    def _shares(self) -> "Unilevel":
        if any(rate < 0 for rate in self.rates) or sum(self.rates) > 1:
            raise PydanticCustomError("rates_sum", "rates outside 0 to 1 in sum", {"key": "rates"})
        return self


class Stairstep(Cited):
    """Differential pay: the rate of your rank on the whole group, less what each leg's own rate takes.

    breakaway: the volume of a leg that has reached the top rate no longer counts in the group volume.
    """

    breakaway: bool


class Pay(Record):
    """The pay rules that are computed. minimum_personal_volume: points a month without which a team pays nothing."""

    payout_lag_months: Annotated[Known, in_unit("months")]
    minimum_personal_volume: Annotated[Known, in_unit("points")]
    unilevel: Unilevel | None = None
    stairstep: Stairstep | None = None


class BuyBack(Record):
    """What the company takes back, as a share of what was paid for it, and for how long after the purchase.

    clawback_share: of what the goods given back cost, the pay on them that is taken back; None where nothing is known.
    company_pays_freight: of what is sent back; None where it is not known.
    """

    share: Annotated[Known, in_unit("share")]
    window_months: Annotated[Known, in_unit("months")]
    clawback_share: Annotated[Figure, in_unit("share")] | None = None
    company_pays_freight: bool | None = None
    freight_paid_by: Words | None = None


Effect = Literal["pay_too_low", "pay_too_high", "cost_too_low", "either"]


class Limit(Record):
    """Something the company has and the model does not compute, or computes with a reservation."""

    text: Words
    source: str | None = None
    effect: Effect


class Disclosure(Figure):
    """A published outcome: of whom, over what period, before or after costs. The text says it in words.

    currency: of an amount from a market with another currency than the company's. share_above: of those counted, at
    most this share received the amount or more, as the text says or as follows from it; None where it does not.
    """

    text: Words
    currency: str | None = None
    share_above: float | None = Field(None, gt=0, le=1)

    _currency = field_validator("currency")(lambda value: None if value is None else known_currency(value))

    @model_validator(mode="after")
    def _of_what_was_received(self) -> "Disclosure":
        if self.share_above is not None and self.unit not in ("money_a_month", "money_a_year"):
            raise PydanticCustomError("unit", "wrong unit", {"key": "unit", "wanted": "money_a_year"})
        return self


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

    _currency = field_validator("currency")(known_currency)

    @model_validator(mode="after")
    def _consistent(self) -> "Company":
        if self.pay.stairstep and (self.ranks is None or any(row.rate is None for row in self.ranks.rows)):
            raise PydanticCustomError("rates_missing", "stairstep without rates by rank", {"key": "ranks"})
        return self
