"""A figure of a company's file: published, derived, looked for and not found, or asked of the person."""

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record

Grade = Literal["primary", "secondary", "weak", "yours"]
Unit = Literal[
    "money",
    "money_a_month",
    "money_a_year",
    "share",
    "points",
    "points_a_month",
    "months",
    "month",
    "days",
    "levels",
    "people",
    "countries",
    "year",
]
COUNTED_WHOLE = ("months", "month", "days", "levels", "people", "countries", "year")
MOST_VALUE = 1e12
YOURS = "yours"  # the kind, grade and source of what a person stated from their own documents


class Words(Record):
    """A visible text of a company file, in every language of the program."""

    en: str = Field(min_length=1, max_length=2000)
    sv: str = Field(min_length=1, max_length=2000)


class FewWords(Words):
    """The same where a heading or the cell of a table is to hold it."""

    en: str = Field(min_length=1, max_length=200)
    sv: str = Field(min_length=1, max_length=200)


def _year_form(value: object) -> str:
    return "form:word" if isinstance(value, str) else "form:number"


def _undated(value: object) -> object:
    if value != "undated":
        raise PydanticCustomError("year", "neither a year nor undated")
    return value


Year = Annotated[
    Annotated[int, Field(ge=1900, le=2100), Tag("form:number")]
    | Annotated[Literal["undated"], BeforeValidator(_undated), Tag("form:word")],
    Discriminator(_year_form),
]


class Cited(Record):
    """What every published or derived figure carries. source is a key of the file's [sources].

    kind "invented" is for fictional companies only, so that no invented figure looks published; kind "yours" is what a
    person stated from their own documents, of the year in which they stated it.
    """

    kind: Literal["published", "derived", "invented", "yours"]
    source: str
    year: Year = Field(description="year of the figure; undated ones say when they were read")
    read: date | None = None
    grade: Grade
    formula: Words | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _complete(self) -> "Cited":
        if self.kind == "derived" and self.formula is None:
            raise PydanticCustomError("formula_missing", "derived without formula", {"key": "formula"})
        if self.year == "undated" and self.read is None:
            raise PydanticCustomError("read_missing", "undated without the date it was read", {"key": "read"})
        if len({self.kind == YOURS, self.grade == YOURS, self.source == YOURS}) > 1:
            raise PydanticCustomError("yours", "half of it yours", {"key": "kind"})
        return self


class Figure(Cited):
    """A number that somebody published, or that follows from one."""

    value: float = Field(ge=0, le=MOST_VALUE)
    unit: Unit

    @model_validator(mode="after")
    def _fits_its_unit(self) -> "Figure":
        if self.unit == "share" and self.value > 1:
            raise PydanticCustomError("share_above_one", "share above 1", {"key": "value"})
        if self.unit in COUNTED_WHOLE and self.value != int(self.value):
            raise PydanticCustomError("not_whole", "not a whole number", {"key": "value"})
        return self


class Rule(Cited):
    """A rule that has no single figure, in words."""

    text: Words


class NotFound(Record):
    """Looked for and not found: unknown, never zero in a reader's eyes. source: of what the words say instead."""

    not_found: Words
    source: str | None = None


class Asked(Record):
    """A figure that no source gives and the computation needs: asked of the person, assumed until answered."""

    assumed: float = Field(ge=0, le=1e9)
    unit: Unit
    title: Words
    reason: Words
    source: str | None = None


def _figure_form(value: object) -> str:
    """Which of the three a table is meant to be, by the key that only this one has."""
    if isinstance(value, NotFound) or (isinstance(value, dict) and "not_found" in value):
        return "form:not_found"
    if isinstance(value, Asked) or (isinstance(value, dict) and "assumed" in value):
        return "form:asked"
    return "form:figure"


Known = Annotated[
    Annotated[Figure, Tag("form:figure")] | Annotated[NotFound, Tag("form:not_found")], Discriminator(_figure_form)
]
AnyKnown = Annotated[
    Annotated[Figure, Tag("form:figure")]
    | Annotated[Asked, Tag("form:asked")]
    | Annotated[NotFound, Tag("form:not_found")],
    Discriminator(_figure_form),
]
KnownRule = Annotated[
    Annotated[Rule, Tag("form:figure")] | Annotated[NotFound, Tag("form:not_found")], Discriminator(_figure_form)
]
AnyFigure = TypeVar("AnyFigure", Figure, NotFound, Asked)


def in_unit(*units: Unit) -> AfterValidator:
    """The figure of a field is in one of these units, since the projection reads it so."""

    def check(figure: AnyFigure) -> AnyFigure:
        if not isinstance(figure, NotFound) and figure.unit not in units:
            raise PydanticCustomError("unit", "wrong unit", {"key": "unit", "wanted": ", ".join(units)})
        return figure

    return AfterValidator(check)
