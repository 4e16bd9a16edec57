"""What a company takes back on leaving, and the periods in which it did so on other terms."""

from itertools import pairwise
from math import inf
from typing import Annotated

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import Cited, Figure, Known, NotFound, Words, in_unit
from planner.inputs.cited.source import Record
from planner.inputs.company.record import MOST_ROWS, Day, Stated, ends_of
from planner.language import in_every_language, mark

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"
LONGEST_WINDOW = 1200  # months
NO_LIMIT = mark("no limit of time")
NO_WINDOW = mark("No source says for how long in these months.")


def _only_true(value: bool) -> bool:  # noqa: FBT001 (the value of the field)
    if not value:
        raise PydanticCustomError("no_limit", "not true")
    return value


class NoLimit(Cited):
    """That the company sets no limit of time to returns, which is more than that none is known."""

    no_limit: Annotated[bool, AfterValidator(_only_true)]


def _window_form(value: object) -> str:
    """Which of the two a table is meant to be, by the key that only one has."""
    limitless = isinstance(value, NoLimit) or (isinstance(value, dict) and "no_limit" in value)
    return "form:no_limit" if limitless else "form:known"


Window = Annotated[
    Annotated[NoLimit, Tag("form:no_limit")] | Annotated[Annotated[Known, in_unit("months")], Tag("form:known")],
    Discriminator(_window_form),
]


class BuyBackPeriod(Stated):
    """Terms of return that held at another time or for some: the share paid back, and from when to when.

    window_months: how old goods may be; None where no source says, or where there is no_limit. company_pays_freight: as
    in BuyBack. for_some: only some had these terms, so that no plan meets them; nor does one those of a period without
    a date.
    """

    starts: Day | None = None
    ends: Day | None = None
    window_months: int | None = Field(None, ge=0, le=LONGEST_WINDOW)
    no_limit: bool = False
    company_pays_freight: bool | None = None
    for_some: bool = False

    @model_validator(mode="after")
    def _fits(self) -> "BuyBackPeriod":
        if self.starts and self.ends and self.last_day < self.first_day:
            raise PydanticCustomError("period_order", "ends before it starts", {"key": "ends"})
        if self.no_limit and self.window_months is not None:
            raise PydanticCustomError(
                "stated_twice", "a window and none", {"key": "window_months", "wanted": "no_limit"}
            )
        return self

    @property
    def first_day(self) -> str:
        """The first day of it, "2017-04-01"; before all others where it is not known."""
        return ends_of(self.starts)[0] if self.starts else FIRST_DAY

    @property
    def last_day(self) -> str:
        """The last day of it; after all others where it is not known."""
        return ends_of(self.ends)[1] if self.ends else LAST_DAY

    @property
    def dated(self) -> bool:
        """Whether a plan meets its terms in the months in which they held."""
        return not self.for_some and self.unit == "share" and (self.starts or self.ends) is not None


class BuyBack(Record):
    """What the company takes back, as a share of what was paid for it, and for how long after the purchase.

    clawback_share: of what the goods given back cost, the pay on them that is taken back; None where nothing is known.
    company_pays_freight: of what is sent back; None where it is not known. These are the terms of every month for which
    other_periods hold no others.
    """

    share: Annotated[Known, in_unit("share")]
    window_months: Window
    clawback_share: Annotated[Figure, in_unit("share")] | None = None
    company_pays_freight: bool | None = None
    freight_paid_by: Words | None = None
    other_periods: tuple[BuyBackPeriod, ...] = Field((), max_length=MOST_ROWS)

    @model_validator(mode="after")
    def _apart(self) -> "BuyBack":
        """A period without an end lasts until the next one begins."""
        for one, other in pairwise(self.dated_periods):
            begun = one.first_day == other.first_day
            if begun or (one.ends is not None and one.last_day >= other.first_day):
                found = f"{_written(one)}; {_written(other)}"
                raise PydanticCustomError(
                    "periods_overlap", "periods overlap", {"key": "other_periods", "found": found}
                )
        return self

    @property
    def longest(self) -> float | None:
        """How many months old goods may be, without end where the company sets no limit; None where nothing says."""
        if isinstance(self.window_months, NoLimit):
            return inf
        return self.window_months.value if isinstance(self.window_months, Figure) else None

    @property
    def dated_periods(self) -> tuple[BuyBackPeriod, ...]:
        """The periods whose terms a plan meets, the earliest first."""
        return tuple(sorted((each for each in self.other_periods if each.dated), key=lambda each: each.first_day))

    def period_on(self, day: str) -> BuyBackPeriod | None:
        """The period that holds on a day, "2017-10-31"; None where the terms above do."""
        begun = [each for each in self.dated_periods if each.first_day <= day]
        return begun[-1] if begun and day <= begun[-1].last_day else None

    def on(self, day: str) -> "BuyBack":
        """The terms of a day, with no other periods. What a period does not say of freight or window is not known."""
        period = self.period_on(day)
        if period is None:
            return self.model_copy(update={"other_periods": ()})
        cited = period.model_dump(include=set(Cited.model_fields))
        window: Figure | NoLimit | NotFound
        window = NotFound(not_found=Words(**in_every_language(NO_WINDOW)), source=period.source)
        if period.no_limit:
            window = NoLimit(**cited, no_limit=True)
        elif period.window_months is not None:
            window = Figure(**cited, value=period.window_months, unit="months")
        return BuyBack(
            share=Figure(**cited, value=period.value, unit=period.unit),
            window_months=window,
            clawback_share=self.clawback_share,
            company_pays_freight=period.company_pays_freight,
        )


def _written(period: BuyBackPeriod) -> str:
    return f"{period.starts or ''}/{period.ends or ''}"
