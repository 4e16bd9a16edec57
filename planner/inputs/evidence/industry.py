"""What has been measured of the industry, or of companies beside the catalogue: each figure with who says it.

Nothing here is computed with, but for how many people there are. It stands beside a plan, so that a reader sees what
others have found, from every side.
"""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.cited.figure import Figure, NotFound, Rule, Words
from planner.inputs.cited.file import SAMPLE_DATA, read_cited
from planner.inputs.cited.source import LEAST_AMOUNT, Record, Source
from planner.inputs.company.disclosure import Distribution
from planner.inputs.company.record import Stated

EVIDENCE = SAMPLE_DATA / "evidence.toml"

Topic = Literal["income", "loss", "retention", "sales", "time", "people", "rules", "survey"]
# Whose figure it is. Where it was read is the source, which may be another.
ToldBy = Literal["regulator", "court", "company", "academic", "industry_body", "critic", "press"]


class Objection(Record):
    """What somebody else says against a figure."""

    text: Words
    source: str


class Measured(Stated):
    """A figure of the industry, with the sentence that says of whom, where and when.

    up_to: the high end where a span was published, whose low end is the value. Money has its currency, and nothing else
    has.
    """

    topic: Topic
    told_by: ToldBy
    up_to: float | None = Field(None, ge=0)
    objection: Objection | None = None

    @model_validator(mode="after")
    def _money_has_a_currency(self) -> "Measured":
        if self.unit.startswith("money") and self.currency is None:
            raise PydanticCustomError("missing", "money without its currency", {"key": "currency"})
        if not self.unit.startswith("money") and self.currency is not None:
            raise PydanticCustomError("unit", "a currency of what is no money", {"key": "unit", "wanted": "money"})
        return self

    @model_validator(mode="after")
    def _span(self) -> "Measured":
        if self.up_to is not None and self.up_to <= self.value:
            raise PydanticCustomError("range_order", "the span ends before it begins", {"key": "up_to"})
        if self.up_to is not None and self.unit == "share" and self.up_to > 1:
            raise PydanticCustomError("share_above_one", "share above 1", {"key": "up_to"})
        return self


class Finding(Rule):
    """What was found, where the source puts it in words and not in a figure."""

    topic: Topic
    told_by: ToldBy
    objection: Objection | None = None


class Outcomes(Distribution):
    """An income disclosure of a company beside the catalogue, so that its currency must be said."""

    told_by: ToldBy
    currency: str


class Population(Figure):
    """How many people live in a place. rounded: what is counted with."""

    place: Words
    rounded: float = Field(ge=LEAST_AMOUNT)


class Evidence(Record):
    """Everything in the order of the file. searched: by topic, what was looked for and not found.

    populations: of ever larger places.
    """

    figures: tuple[Measured, ...] = Field(min_length=1)
    findings: tuple[Finding, ...] = ()
    distributions: tuple[Outcomes, ...] = ()
    populations: tuple[Population, ...] = ()
    searched: dict[Topic, NotFound] = Field(default_factory=dict)
    sources: dict[str, Source]

    @property
    def told(self) -> tuple[Measured | Finding, ...]:
        """The figures and what is found in words."""
        return (*self.figures, *self.findings)


@cache
def load_evidence(path: Path = EVIDENCE) -> tuple[Evidence | None, tuple[Fault, ...]]:
    """The evidence that is shipped, read once."""
    return read_evidence(path.read_bytes(), path.name)


def read_evidence(data: bytes, name: str) -> tuple[Evidence | None, tuple[Fault, ...]]:
    """The evidence that the bytes of a file state, or None and everything that is wrong with them. Never raises."""
    evidence, faults = read_cited(Evidence, data, name)
    return (None if faults else evidence), faults
