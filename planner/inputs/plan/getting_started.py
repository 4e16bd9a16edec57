"""What it takes to begin, and what it costs to keep going: two lists of costs that the person adds to the company's."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record, Text
from planner.inputs.plan.entry import Money, Share, Turned, assumed, entry
from planner.language import mark
from planner.timeline import calendar_month, times_in


class CostItem(Record):
    """One thing bought to get started, paid once in `month`; month 0 is the launch."""

    name: Text = Field(min_length=1, max_length=80)
    amount: Money
    month: int = Field(0, ge=0, le=120)


class RunningCost(Record):
    """A cost paid in `first_month` and every `every_months` months from there; it covers the months until the next.

    every_weeks: paid every so many weeks instead, from the first day of first_month on, in each calendar month as many
    times as fall into it. last_month: the last in which it may be paid and the last that it covers, None to the end of
    the plan. for_recruiting: would not be paid by somebody who recruits nobody.
    """

    name: Text = Field(min_length=1, max_length=80)
    amount: Money
    first_month: int = Field(1, ge=1, le=120)
    every_months: int = Field(1, ge=1, le=120)
    every_weeks: int | None = Field(None, ge=1, le=52)
    last_month: int | None = Field(None, ge=1, le=120)
    for_recruiting: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> "RunningCost":
        if self.last_month is not None and self.last_month < self.first_month:
            raise PydanticCustomError("months_order", "ends before it begins", {"key": "last_month"})
        return self

    def payments(self, start_month: str, month: int) -> int:
        """How many times it is paid in a month of a plan that begins in start_month."""
        if month < self.first_month or (self.last_month is not None and month > self.last_month):
            return 0
        if self.every_weeks is None:
            return int((month - self.first_month) % self.every_months == 0)
        return times_in(start_month, month, calendar_month(start_month, self.first_month), self.every_weeks)


class GettingStarted(Record):
    """What it takes to begin, beside what the company itself charges."""

    items: Annotated[tuple[CostItem, ...], Field(max_length=30)] = entry(
        (CostItem(name=mark("Samples, printed matter, first meeting"), amount=100),),
        "money",
        mark("Start-up costs"),
        mark("What you buy to get going, beside the company's own kit: samples, equipment, training, a first event."),
        assumed(mark("A modest start. Replace it with your own list.")),
        turned=Turned(where_some=True),
    )
    contingency_share: Share = entry(
        0.10,
        "share",
        mark("Set aside for surprises"),
        mark("Added on top of your start-up costs, since something is always forgotten."),
        assumed(mark("Ten per cent is a common habit in small budgets.")),
    )
