"""A small team that is stated within another file, in the words of a team's file, and read as one."""

from collections.abc import Sequence
from typing import Annotated, Any

import numpy as np
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.cited.source import Name, Record
from planner.inputs.team_file import cells
from planner.inputs.team_file.cells import MOST_MONEY, NOTHING
from planner.inputs.team_file.columns import COLUMNS, ColumnName
from planner.inputs.team_file.notes import Faulty
from planner.inputs.team_file.read import TeamTable, table_of
from planner.inputs.team_file.rows import (
    AMOUNTS,
    LABELS,
    MONTH_MISSING,
    MONTHS,
    MOST_POINTS,
    NAMES,
    NOBODY,
    Names,
    Rows,
)

LONGEST = 20  # characters of a side or a month


def _month(text: str) -> str:
    if np.isnan(cells.month(text)):
        raise PydanticCustomError("start_month", "no month", {})
    return text


def _side(text: str) -> str:
    if np.isnan(cells.side(text)):
        raise PydanticCustomError("team_side", "no side", {})
    return text


MonthName = Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(_month)]
Side = Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(_side)]
Points = Annotated[float, Field(ge=0, le=MOST_POINTS)]


class TeamRow(Record):
    """A member in a month, or one of their orders; each field means what the column of that name means."""

    member: Name
    sponsor: Name | None = None
    joined: MonthName | None = None
    month: MonthName | None = None
    personal_volume: Points = 0.0
    customer_sales: Points | None = None
    joining_order: Points | None = None
    value: float | None = Field(None, ge=0, le=MOST_MONEY)
    customers: int | None = Field(None, ge=0, le=1_000_000)
    placed_under: Name | None = None
    side: Side | None = None
    rank: Name | None = None
    order: Name | None = None
    sold: Points | None = None
    used: Points | None = None
    country: Name | None = None


def table_stated(stated: Sequence[TeamRow], month: str) -> tuple[TeamTable | None, tuple[Fault, ...]]:
    """The team of the rows, or None and all that is wrong with it; lines are counted from 1, the first row.

    month: of a team that states none.
    """
    faulty = Faulty("")
    named = [each.name for each in COLUMNS if each.needed or any(getattr(row, each.name) is not None for row in stated)]
    names, labels = Names(), {name: Names() for name in LABELS}
    numbers = {}
    for name in named:
        texts = labels[name] if name in LABELS else names
        numbers[name] = np.array([_number(name, getattr(row, name), texts) for row in stated], dtype=np.float64)
    if "month" in numbers:
        for row in np.flatnonzero(numbers["month"] == NOTHING).tolist():
            faulty.add(row + 1, "month", MONTH_MISSING)
    listed: dict[ColumnName, tuple[str, ...]] = {name: tuple(each.numbers) for name, each in labels.items()}
    rows = Rows(tuple(names.numbers), listed, np.arange(1, len(stated) + 1), numbers, whole=True)
    return table_of(rows, {name: name for name in named}, faulty, "", month=month)


def _number(column: ColumnName, value: Any, names: Names) -> float:
    """What a cell of the column comes to among the rows of a team's file."""
    if column in (*NAMES, *LABELS):
        return NOBODY if value is None else names.number(value)
    if value is None:
        return NOTHING
    if column in AMOUNTS:
        return float(value)
    return cells.month(value) if column in MONTHS else cells.side(value)
