"""What is on record about a company beside its terms: what members were paid, who stayed, what authorities found."""

from calendar import monthrange
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE, Cited, Figure, Known, Words, in_unit
from planner.inputs.cited.source import LEAST_AMOUNT, Record
from planner.inputs.plan.plan import known_currency

# A day, a month or a year.
DATE = r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
MOST_ROWS = 60  # of each list of what is published
MOST_COUNTED = 10**10  # people


def ends_of(date: str) -> tuple[str, str]:
    """The first and the last day of a day, a month or a year."""
    year, month, day = (*date.split("-"), "", "")[:3]
    first, last = month or "01", month or "12"
    return f"{year}-{first}-{day or '01'}", f"{year}-{last}-{day or monthrange(int(year), int(last))[1]}"


def _in_the_calendar(value: str) -> str:
    _, last = ends_of(value)
    if int(last[8:]) > monthrange(int(last[:4]), int(last[5:7]))[1]:
        raise PydanticCustomError("day", "not in the calendar")
    return value


Day = Annotated[str, Field(pattern=DATE), AfterValidator(_in_the_calendar)]


def currency_if_any(value: str | None) -> str | None:
    """The code of a currency, or None where it is the company's own."""
    return None if value is None else known_currency(value)


class Stated(Figure):
    """A figure with the sentence that says of whom, where and when: one that no computation needs.

    currency: of an amount from a market with another currency than the company's.
    """

    text: Words
    currency: str | None = None

    _currency = field_validator("currency")(currency_if_any)


class Disclosure(Stated):
    """A published outcome: of whom, over what period, before or after costs. The text says it in words.

    share_above: of those counted, at most this share received the amount or more, as the text says or as follows from
    it; None where it does not.
    """

    share_above: float | None = Field(None, ge=LEAST_AMOUNT, le=1)

    @model_validator(mode="after")
    def _of_what_was_received(self) -> "Disclosure":
        if self.share_above is not None and self.unit not in ("money_a_month", "money_a_year"):
            raise PydanticCustomError("unit", "wrong unit", {"key": "unit", "wanted": "money_a_year"})
        return self


class ToLookUp(Record):
    """What is public, or said to be, and was not read yet: what one look at an address would tell."""

    text: Words
    where: str = Field(max_length=2000, pattern=r"^https?://[^\s?#]+[^\s]*$")


class Enforcement(Cited):
    """What an authority or a court did. The outcome is kept apart from the accusation.

    court_finding: a court or a deciding authority found something. settlement: settled without a finding or an
    admission. consent_order: agreed orders for the future. other_offence: about something else than how the company
    sells and pays, such as bribery. warning: a letter or a notice that decides nothing. self_regulation: a review by a
    body of the trade itself, which is no authority. accusation: a suit or an inquiry without an end yet, or whose end
    stands as an entry of its own. aftermath: what followed, such as refunds. amount: money named in it, in currency.
    """

    date: Day
    body: Words
    outcome: Literal[
        "court_finding",
        "settlement",
        "consent_order",
        "other_offence",
        "warning",
        "self_regulation",
        "accusation",
        "aftermath",
    ]
    amount: float | None = Field(None, ge=0, le=MOST_VALUE)
    currency: str | None = None
    text: Words

    _currency = field_validator("currency")(currency_if_any)


class Background(Record):
    """The company's age and size. size: sales, people, each with its sentence."""

    founded: Annotated[Known, in_unit("year")]
    countries: Annotated[Known, in_unit("countries")]
    size: tuple[Stated, ...] = Field((), max_length=MOST_ROWS)
