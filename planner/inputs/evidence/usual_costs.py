"""Running costs that are easily forgotten: an amount where a source gives one, else the reason why there is none."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.cited.figure import Figure, Known, Words, in_unit
from planner.inputs.cited.file import SAMPLE_DATA, read_cited
from planner.inputs.cited.source import Record, Source
from planner.inputs.plan.plan import known_currency

RUNNING_COSTS = SAMPLE_DATA / "running_costs.toml"


class SuggestedCost(Record):
    """A kind of running cost. name: short enough for a plan; hint: what belongs to it.

    amount: one payment, due again after every_months, in currency. Where no source gives one, every_months is no more
    than a starting point, and the person looks at their own bills.
    """

    name: Words
    hint: Words
    amount: Annotated[Known, in_unit("money")]
    currency: str | None = None
    every_months: int = Field(1, ge=1, le=120)

    _currency = field_validator("currency")(lambda value: None if value is None else known_currency(value))

    @model_validator(mode="after")
    def _amount_in_a_currency(self) -> "SuggestedCost":
        if isinstance(self.amount, Figure) != (self.currency is not None):
            raise PydanticCustomError("amount_currency", "an amount without its currency", {"key": "currency"})
        return self


class AllTogether(Record):
    """What sellers report to spend in a year, all in all; no row of a plan, since it holds the others."""

    text: Words
    amount: Annotated[Figure, in_unit("money_a_year")]
    currency: str

    _currency = field_validator("currency")(known_currency)


class SuggestedCosts(Record):
    """The kinds in the order in which they are offered, and what they come to together where somebody has asked."""

    costs: tuple[SuggestedCost, ...]
    all_together: AllTogether
    sources: dict[str, Source]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The suggestions, None where their file cannot be used, and what is wrong with it."""

    found: SuggestedCosts | None
    faults: tuple[Fault, ...]


@cache
def load_suggested_costs(path: Path = RUNNING_COSTS) -> Suggestions:
    """The suggestions that are shipped, read once."""
    found, faults = read_cited(SuggestedCosts, path.read_bytes(), path.name)
    return Suggestions(None if faults else found, faults)
