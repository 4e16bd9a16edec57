"""Who said what: of an input its owner, the day, a note, a wish to check it; of a company's figure what else is said.

What is kept here changes no result. What was said of a company counts once it is stated in a version of one's own.
"""

from datetime import date
from math import inf
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import WITHOUT_UNSEEN, Record
from planner.inputs.faults import shown
from planner.inputs.own_company.places import PLACES
from planner.inputs.path import Path, Written, written
from planner.inputs.plan.plan import INPUTS
from planner.language import mark

Owner = Literal["me", "mentor", "recruiter", "company", "published", "guess"]
OWNERS: dict[Owner, str] = {
    "me": mark("me"),
    "mentor": mark("my mentor"),
    "recruiter": mark("the recruiter"),
    "company": mark("the company's paper"),
    "published": mark("a published source"),
    "guess": mark("a guess"),
}
LONGEST_NAME = 80
LONGEST_SAID = 300
MOST_TOLD = 60
# The figures of a company of which somebody may say another one: single numbers.
TELLABLE = tuple(place.path for place in PLACES if place.form in ("figure", "window"))
# Those of which somebody may say that there is no limit.
LIMITS = tuple(place.path for place in PLACES if place.form == "window")

PersonName = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_NAME), WITHOUT_UNSEEN]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_SAID), WITHOUT_UNSEEN]


class Said(Record):
    """Who an input is from. owner: None where nobody was named. day: of the saying. check: that it is to be checked."""

    owner: Owner | None = None
    day: date | None = None
    note: ShortText = ""
    check: bool = False


class Told(Record):
    """What somebody said of a figure of a company, kept whether it counts or not.

    company: the id of the published company. value: in the unit that the figure has there, a share as a fraction; None
    where it was said that there is no_limit.
    """

    company: str = Field(min_length=1, max_length=80)
    place: str = Field(max_length=80)
    value: float | None = Field(None, ge=0, le=MOST_VALUE)
    no_limit: bool = False
    owner: Owner
    day: date | None = None
    note: ShortText = ""

    @model_validator(mode="after")
    def _one_of_both(self) -> "Told":
        if self.no_limit == (self.value is not None) or (self.no_limit and self.place not in LIMITS):
            raise PydanticCustomError("told_value", "no value", {"key": "no_limit" if self.no_limit else "value"})
        return self

    @property
    def said(self) -> float:
        """What was said, without end where there is no limit."""
        return inf if self.value is None else self.value


def _of_inputs(value: dict[Path, Said]) -> dict[Path, Said]:
    """In the order of the plan, without rows that say nothing, so that equal ledgers are equal files."""
    for path in value:
        if path not in INPUTS:
            key = written(path)
            raise PydanticCustomError("ledger_input", "no input", {"key": key, "found": shown(key)})
    return {path: value[path] for path in INPUTS if path in value and value[path] != Said()}


def _each_figure_once(value: tuple[Told, ...]) -> tuple[Told, ...]:
    known: set[tuple[str, str]] = set()
    for index, told in enumerate(value):
        if told.place not in TELLABLE or (told.company, told.place) in known:
            raise PydanticCustomError("told_figure", "no figure", {"key": index, "found": shown(told.place)})
        known.add((told.company, told.place))
    return value


Ledger = Annotated[dict[Written, Said], Field(max_length=len(INPUTS)), AfterValidator(_of_inputs)]
AllTold = Annotated[tuple[Told, ...], Field(max_length=MOST_TOLD), AfterValidator(_each_figure_once)]
