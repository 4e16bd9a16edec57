"""A company's published terms: prices, fees, pay rules, buy-back, outcomes; every figure with its citation.

A figure is published (somebody wrote it) or derived (its formula beside it). What was looked for and not found is written
as such. What a computation needs and no source gives is asked of the person, with an assumed value and its reason.
"""

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Discriminator, Field, Tag, field_validator, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.plan import known_currency
from planner.inputs.source import Record

Grade = Literal["primary", "secondary", "weak"]
Unit = Literal["money", "money_a_month", "money_a_year", "share", "points", "months", "levels", "people", "year"]
COUNTED_WHOLE = ("months", "levels", "people", "year")


class Words(Record):
    """A visible text of a company file, in every language of the program."""

    en: str = Field(min_length=1)
    sv: str = Field(min_length=1)


def _year_form(value: Any) -> str:
    return "form:word" if isinstance(value, str) else "form:number"


Year = Annotated[
    Annotated[int, Field(ge=1900, le=2100), Tag("form:number")] | Annotated[Literal["undated"], Tag("form:word")],
    Discriminator(_year_form),
]


class Cited(Record):
    """What every published or derived figure carries. source is a key of the file's [sources].

    kind "invented" is for fictional companies only, so that no invented figure looks published.
    """

    kind: Literal["published", "derived", "invented"]
    source: str
    year: Year = Field(description="year of the figure; undated ones say when they were read")
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

    @model_validator(mode="after")
    def _fits_its_unit(self) -> "Figure":
        if self.unit == "share" and self.value > 1:
            raise PydanticCustomError("share_above_one", "share above 1")
        if self.unit in COUNTED_WHOLE and self.value != int(self.value):
            raise PydanticCustomError("not_whole", "not a whole number")
        return self


class NotFound(Record):
    """Looked for and not found: unknown, never zero in a reader's eyes. source: of what the words say instead, if any."""

    not_found: Words
    source: str | None = None


class Asked(Record):
    """A figure that no source gives and the computation needs: asked of the person, assumed until answered."""

    assumed: float = Field(ge=0, le=1e9)
    unit: Unit
    title: Words
    reason: Words
    source: str | None = None


def _figure_form(value: Any) -> str:
    """Which of the three a table is meant to be, by the key that only this one has."""
    if isinstance(value, NotFound) or (isinstance(value, dict) and "not_found" in value):
        return "form:not_found"
    if isinstance(value, Asked) or (isinstance(value, dict) and "assumed" in value):
        return "form:asked"
    return "form:figure"


Known = Annotated[
    Annotated[Figure, Tag("form:figure")] | Annotated[NotFound, Tag("form:not_found")], Discriminator(_figure_form)
]
Answerable = Annotated[
    Annotated[Figure, Tag("form:figure")] | Annotated[Asked, Tag("form:asked")], Discriminator(_figure_form)
]
AnyFigure = TypeVar("AnyFigure", Figure, NotFound, Asked)


def in_unit(unit: Unit) -> AfterValidator:
    """The figure of a field is in this unit, since the projection reads it so."""

    def check(figure: AnyFigure) -> AnyFigure:
        if not isinstance(figure, NotFound) and figure.unit != unit:
            raise PydanticCustomError("unit", "wrong unit", {"wanted": unit})
        return figure

    return AfterValidator(check)


class Joining(Record):
    """What the company charges to join and to stay. renewal_fee: a year, first due in month 12. website_fee: a month."""

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
        if points[0] != 0 or any(low >= high for low, high in zip(points, points[1:], strict=False)):
            raise PydanticCustomError("steps_order", "steps overlap")
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

    payout_lag_months: Annotated[Known, in_unit("months")]
    minimum_personal_volume: Annotated[Known, in_unit("points")]
    unilevel: Unilevel | None = None
    stairstep: Stairstep | None = None


class BuyBack(Record):
    """What the company takes back, as a share of what was paid for it, and for how long after the purchase."""

    share: Annotated[Known, in_unit("share")]
    window_months: Annotated[Known, in_unit("months")]
    freight_paid_by: Words | None = None


class Limit(Record):
    """Something the company has and the model does not compute, or computes with a reservation."""

    text: Words
    source: str | None = None
    effect: Literal["pay_too_low", "pay_too_high", "cost_too_low", "either"]


class Disclosure(Figure):
    """A published outcome: of whom, over what period, before or after costs. The text says it in words.

    currency: of an amount from a market with another currency than the company's.
    """

    text: Words
    currency: str | None = None

    _currency = field_validator("currency")(lambda value: None if value is None else known_currency(value))


class Source(Record):
    """Who says it, and where it was read. Only what was invented for a fictional company has no address."""

    title: str = Field(min_length=1)
    address: str | None = Field(None, pattern=r"^https?://[^\s?#]+[^\s]*$")


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
            raise PydanticCustomError("rates_missing", "stairstep without rates by rank")
        return self
