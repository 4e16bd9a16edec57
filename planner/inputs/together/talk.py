"""The talk in which two people walk through a plan: its steps, the answers, what each step changed, who mentors."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import WITHOUT_UNSEEN, Record
from planner.inputs.faults import shown
from planner.inputs.path import Path, Written, written
from planner.inputs.plan.entry import Money, Share
from planner.inputs.plan.plan import INPUTS
from planner.inputs.together.ledger import PersonName
from planner.inputs.together.notes import PlaceName
from planner.language import mark

Step = Literal["hope", "start", "monthly", "customers", "team", "hours", "could", "wrong", "stop", "until_then"]
STEPS: dict[Step, str] = {
    "hope": mark("What do you hope for?"),
    "start": mark("What does it cost to start?"),
    "monthly": mark("What must you buy every month?"),
    "customers": mark("Who will buy, and how often?"),
    "team": mark("Who will join, and will they stay?"),
    "hours": mark("How many hours, and what is an hour worth?"),
    "could": mark("What could happen?"),
    "wrong": mark("What could go wrong?"),
    "stop": mark("When would you stop?"),
    "until_then": mark("What do we do until we meet again?"),
}
LONGEST_ANSWER = 1_000
MOST_MOMENTS = 100
MOST_CHANGES = 30
MOST_COMPANIES = 12
MOST_QUESTIONS = 60
MOST_FIGURE = 1e12

Answer = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_ANSWER), WITHOUT_UNSEEN]
FigureOf = Annotated[float, Field(ge=0, le=MOST_FIGURE)]


class InputChange(Record):
    """An input that a step changed. before, after: as one figure (changes.one_figure), None where it is none.

    chosen: of an input that is chosen from few, what was chosen.
    """

    path: Written
    before: FigureOf | None = None
    after: FigureOf | None = None
    chosen: str = Field("", max_length=80)

    @field_validator("path")
    @classmethod
    def _input(cls, value: Path) -> Path:
        if value not in INPUTS:
            raise PydanticCustomError("ledger_input", "no input", {"found": shown(written(value))})
        return value


class Moment(Record):
    """What one visit of a step changed, and how many lose before and after: shares of the runs."""

    step: Step
    day: date | None = None
    changes: tuple[InputChange, ...] = Field(min_length=1, max_length=MOST_CHANGES)
    lose_before: Share
    lose_after: Share


class Mentor(Record):
    """Who walks through the plan with the person. stands: above them in the same company, or outside of it.

    rank: as the company calls the mentor's; empty where it is not stated.
    """

    name: PersonName = ""
    stands: Literal["above", "outside"] = "above"
    rank: PersonName = ""


class Talk(Record):
    """Where the talk was left, and what was said in it; step: None before it began.

    hoped_a_month: money, in the plan's currency. questions: by company what was answered to what nobody discloses.
    dates: a random name, which tells the plan's entries in a calendar from those of every other plan; None until they
    are offered for the first time.
    """

    step: Step | None = None
    mentor: Mentor = Mentor()
    hope: Answer = ""
    hoped_a_month: Money | None = None
    until_then: Answer = ""
    next_talk: date | None = None
    dates: PlaceName | None = None
    questions: Annotated[
        dict[
            Annotated[str, Field(min_length=1, max_length=80)],
            Annotated[dict[PlaceName, Answer], Field(max_length=MOST_QUESTIONS)],
        ],
        Field(max_length=MOST_COMPANIES),
    ] = Field(default_factory=dict)
    log: Annotated[tuple[Moment, ...], Field(max_length=MOST_MOMENTS)] = ()
