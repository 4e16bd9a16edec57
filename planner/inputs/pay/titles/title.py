"""A field's title, the unit in which it is typed, and its meaning where the title does not say it all."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "points",
    "money",
    "share",
    "count",
    "shares",  # a list of them, as all below
    "amounts",
    "counts",
    "choice",
    "rank",
    "text",
    "words",  # a text that is kept in every language
    "parts",  # of the plan, by their numbers
    "part",
    "member",  # of an example's team
    "rows",
    "group",  # of fields that are stated together, or not at all
]


@dataclass(frozen=True, slots=True)
class Title:
    """text, help: marked. money in the plan's currency; a share is typed in per cent."""

    text: str
    unit: Unit
    help: str = ""


Titles = dict[str, Title]
