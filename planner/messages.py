"""What the planner says without words: a marked English template and the quantities that fill it, in any language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["money", "about_money", "count", "people", "months", "month", "hours", "orders", "points", "share"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, written only when the language is known; "month" is a plan month, "months" a duration.

    about_money: a sum of amounts that stand beside it and do not add up as they are written, each rounded.
    """

    value: float
    unit: Unit

    @classmethod
    def of_sum(cls, whole: float, parts: Iterable[float]) -> "Quantity":
        """Money told beside all its parts, signed: "about" where these, each written rounded, come to another."""
        return cls(whole, "money" if sum(map(round, parts)) == round(whole) else "about_money")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be: template is a marked English text whose {placeholders} are filled from parameters."""

    template: str
    parameters: Mapping[str, Quantity | str] = field(default_factory=dict)
