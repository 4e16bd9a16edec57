"""A number a month: one number for every month, a ramp, or a list by month whose last value continues."""

from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Discriminator, Field, Tag

from planner.inputs.cited.source import Record

Amount = Annotated[float, Field(ge=0, le=1000)]


class Ramp(Record):
    """A straight line from `first` in month 1 to `last` in month `months`, then `last`."""

    first: Amount
    last: Amount
    months: int = Field(ge=2, le=120)


def _form(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "form:list"
    return "form:ramp" if isinstance(value, (dict, Ramp)) else "form:number"


Schedule = Annotated[
    Annotated[Amount, Tag("form:number")]
    | Annotated[Ramp, Tag("form:ramp")]
    | Annotated[Annotated[tuple[Amount, ...], Field(min_length=1, max_length=120)], Tag("form:list")],
    Discriminator(_form),
]


def monthly_values(schedule: float | Ramp | tuple[float, ...], months: int) -> NDArray[np.float64]:
    """The schedule laid out by month, shape (months + 1,); month 0 is 0, since nothing trades at launch."""
    values = np.zeros(months + 1)
    if isinstance(schedule, Ramp):
        step = np.minimum(np.arange(months), schedule.months - 1) / (schedule.months - 1)
        values[1:] = schedule.first + (schedule.last - schedule.first) * step
    elif isinstance(schedule, tuple):
        values[1:] = [schedule[min(month, len(schedule) - 1)] for month in range(months)]
    else:
        values[1:] = schedule
    return values
