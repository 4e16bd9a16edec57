"""What a company takes back on leaving, and the periods in which it did so on other terms."""

from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import Figure, Known, NotFound, Words, in_unit
from planner.inputs.cited.source import Record
from planner.inputs.company.record import MOST_ROWS, Day, Stated, ends_of
from planner.language import in_every_language, mark

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"
LONGEST_WINDOW = 1200  # months
NO_WINDOW = mark("No source says for how long in these months.")


class BuyBackPeriod(Stated):
    """Terms of return that held at another time or for some: the share paid back, and from when to when.

    window_months: how old goods may be; None where no source says. company_pays_freight: as in BuyBack. for_some: only
    some had these terms, so that no plan meets them; nor does one those of a period without a date.
    """

    starts: Day | None = None
    ends: Day | None = None
    window_months: int | None = Field(None, ge=0, le=LONGEST_WINDOW)
    company_pays_freight: bool | None = None
    for_some: bool = False

    @model_validator(mode="after")
    def _forwards(self) -> "BuyBackPeriod":
        if self.starts and self.ends and self.last_day < self.first_day:
            raise PydanticCustomError("period_order", "ends before it starts", {"key": "ends"})
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
    window_months: Annotated[Known, in_unit("months")]
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
        cited = period.model_dump(include=set(Figure.model_fields) - {"value", "unit"})
        window: Figure | NotFound = NotFound(not_found=Words(**in_every_language(NO_WINDOW)), source=period.source)
        if period.window_months is not None:
            window = Figure(**cited, value=period.window_months, unit="months")
        return BuyBack(
            share=Figure(**cited, value=period.value, unit=period.unit),
            window_months=window,
            clawback_share=self.clawback_share,
            company_pays_freight=period.company_pays_freight,
        )


def _written(period: BuyBackPeriod) -> str:
    return f"{period.starts or ''}/{period.ends or ''}"
