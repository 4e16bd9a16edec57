"""A company's rules of points, ranks and pay, as far as they are computed; the rates that nobody published."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_serializer, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE, AnyKnown, Cited, Figure, Known, Rule, Words, in_unit
from planner.inputs.cited.source import LEAST_AMOUNT, Name, Record
from planner.inputs.company.record import Day
from planner.inputs.pay.pay_file import with_rising_rates
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.window import Window

MOST_LEVELS = 12
MOST_PEOPLE = 10_000


def listed(figures: Sequence[float]) -> str:
    """Figures as a file would list them."""
    return ", ".join(f"{figure:.15g}" for figure in figures)


class Choice(Cited):
    """One of a few readings of a rule, as the source has it."""

    value: str


class Volume(Record):
    """How purchases become points and commissionable value, per 100 of the shop price in the company's currency.

    Not found: no rule that counts points is computed, so that none are needed.
    """

    arises_on: Literal["purchases", "sales"]
    points_per_100_retail: Annotated[AnyKnown, in_unit("points")]
    commissionable_per_100_retail: Annotated[AnyKnown, in_unit("money")]


class Rank(Record):
    """What a rank asks for in a month, in points; rate is the stairstep rate of the rank, a fraction."""

    name: Name
    personal_volume: float = Field(0, ge=0, le=MOST_VALUE)
    group_volume: float = Field(0, ge=0, le=MOST_VALUE)
    leg_count: int = Field(0, ge=0, le=MOST_PEOPLE)
    leg_volume: float = Field(0, ge=0, le=MOST_VALUE)
    frontline: int = Field(0, ge=0, le=MOST_PEOPLE)
    rate: float | None = Field(None, ge=0, le=1)


class Ranks(Cited):
    """The ranks in rising order; group_volume counts the personal volume and every leg."""

    rows: tuple[Rank, ...] = Field(min_length=1, max_length=40)

    @model_validator(mode="after")
    def _ascending(self) -> "Ranks":
        volumes = [row.group_volume for row in self.rows]
        if any(low >= high for low, high in pairwise(volumes)):
            raise PydanticCustomError("ranks_order", "ranks do not rise", {"key": "rows", "found": listed(volumes)})
        return self


class MissingLevel(Record):
    """A level that the company pays and whose rate no source gives: an empty field, counted as nothing until filled in.

    title: what to ask for. reason: why there is no figure.
    """

    level: int = Field(ge=1, le=MOST_LEVELS)
    title: Words
    reason: Words


class Unilevel(Cited):
    """Share of commissionable value paid on each level, level 1 first.

    compression: who left, or is not active in the month, is no level to those below. pays_on_inactive: whether what
    somebody buys who is not active is paid on all the same, at the level where they stand; else nothing is paid on it.
    missing: the levels after those of the rates, each of which the person may fill in.
    """

    rates: tuple[float, ...] = Field((), max_length=MOST_LEVELS)
    missing: tuple[MissingLevel, ...] = Field((), max_length=MOST_LEVELS)
    compression: bool
    pays_on_inactive: bool = True

    @model_validator(mode="after")
    def _shares(self) -> "Unilevel":
        if any(rate < 0 for rate in self.rates) or sum(self.rates) > 1:
            raise PydanticCustomError("rates_sum", "rates outside 0 to 1 in sum", {"key": "rates"})
        following = range(len(self.rates) + 1, len(self.rates) + len(self.missing) + 1)
        levels = [each.level for each in self.missing]
        if levels != list(following) or not (self.rates or self.missing):
            raise PydanticCustomError("levels_order", "levels with gaps", {"key": "missing", "found": listed(levels)})
        return self


class Stairstep(Cited):
    """Differential pay: the rate of your rank on the whole group, less what each leg's own rate takes.

    breakaway: the volume of a leg that has reached the top rate no longer counts in the group volume.
    """

    breakaway: bool


class StepsWithoutPoints(Cited):
    """Rates of a stairstep whose points no source gives, lowest first: not computed until the person states them."""

    rates: tuple[Annotated[float, Field(ge=LEAST_AMOUNT, le=1)], ...] = Field(min_length=1, max_length=40)
    breakaway: bool

    @model_validator(mode="after")
    def _ascending(self) -> "StepsWithoutPoints":
        if any(low >= high for low, high in pairwise(self.rates)):
            raise PydanticCustomError("rates_order", "rates do not rise", {"key": "rates"})
        return self


class ActivityWindow(Choice):
    """Over which months what keeps somebody active is asked for.

    month: in each month. quarter: together in a calendar quarter; the quarter of joining is waived, and who met the one
    before has time until the last month. one_of_three: in one of the last three months. month_and_two_after: once met,
    in that month and the two after it. twelve_months: together in the last twelve. Who is new has time until three
    months, or twelve, are over, but for "month_and_two_after".
    """

    value: Window


class RefundedPay(Choice):
    """Whether points and pay are taken back on what customers are refunded, the distributor's and the members'."""

    value: Literal["taken_back", "kept"]


class Pay(Record):
    """The pay rules that are computed.

    payout_lag_months: from earning pay to receiving it, 0 within its own month. margin_lag_months, own_lag_months: the
    same of the margin on orders that the company sends, and of pay on one's own goods; None where the company pays all
    of it at once. payout_day: when in the month it comes, in words. until: the last day, month or year in which these
    rules held, where others came that no source gives; None while they hold. refunds: None where nothing is known, and
    nothing is taken back.
    minimum_personal_volume: points of one's own without which a team pays nothing, the distributor's and everyone's:
    who has fewer is not active, holds no rank, and is no active recruit of whoever recruited them. minimum_sales: sales
    to customers, at shop price, that are asked for beside it. activity_window: over which months both are asked for;
    where nothing says, in each month. plan: all that is known of how a team is paid, a team that exists and the people
    of a plan alike: where it is stated, it pays everything. So neither unilevel, stairstep nor the company's ranks may
    stand beside it, and what keeps somebody active is what it says, which these fields repeat with their sources; where
    it is not stated, these rules are what pays.
    """

    payout_lag_months: Annotated[Known, in_unit("months")]
    margin_lag_months: Annotated[Figure, in_unit("months")] | None = None
    own_lag_months: Annotated[Figure, in_unit("months")] | None = None
    payout_day: Rule | None = None
    until: Day | None = None
    refunds: RefundedPay | None = None
    minimum_personal_volume: Annotated[Known, in_unit("points")]
    minimum_sales: Annotated[Figure, in_unit("money")] | None = None
    activity_window: ActivityWindow | None = None
    unilevel: Unilevel | None = None
    stairstep: Stairstep | None = None
    steps_without_points: StepsWithoutPoints | None = None
    plan: Annotated[PayPlan, AfterValidator(with_rising_rates)] | None = None

    @field_serializer("plan", when_used="json")
    def _as_stated(self, plan: PayPlan | None) -> dict[str, Any] | None:
        """Without what is as it is where it is left out: forty ranks with all that they do not ask for fill a file."""
        return None if plan is None else plan.model_dump(mode="json", exclude_none=True, exclude_defaults=True)

    @model_validator(mode="after")
    def _one_set_of_rules(self) -> "Pay":
        if self.plan is None:
            return self
        for name in ("unilevel", "stairstep", "steps_without_points"):
            if getattr(self, name) is not None:
                raise PydanticCustomError("stated_twice", "two sets of rules", {"key": name, "wanted": "pay.plan"})
        window = None if self.activity_window is None else self.activity_window.value
        figures = {name: getattr(self, name) for name in ("minimum_personal_volume", "minimum_sales")}
        stated = {name: each.value for name, each in figures.items() if isinstance(each, Figure)}
        for name, value in (*stated.items(), ("activity_window", window)):
            known = getattr(self.plan, name)
            if value not in (None, known):
                told = {"key": name, "found": value, "wanted": f"pay.plan.{name}", "known": str(known)}
                raise PydanticCustomError("unlike_the_plan", "not as the plan", told)
        return self
