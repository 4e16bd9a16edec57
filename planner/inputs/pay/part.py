"""What every part of a pay plan says, whatever its kind."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import FewWords, Year
from planner.inputs.cited.source import Name, Record


class Part(Record):
    """A part of a pay plan. name: as the company calls it. source, year: a key of the file's sources, and of when.

    from_rank: the lowest rank that is paid it; None where everybody who is active is.
    """

    on_orders: ClassVar[bool]
    """Of a kind: whether each row that it pays is a share of the orders of the member whom it names; every kind says
    it, since what pay rests on is told by it.
    """

    name: FewWords | None = None
    source: str | None = None
    year: Year | None = None
    from_rank: Name | None = None

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "rule" in cls.model_fields and not hasattr(cls, "on_orders"):
            raise TypeError(f"{cls.__name__} does not say whether its rows are shares of orders: on_orders")

    def rests_on_orders(self) -> bool:
        """Whether the rows of this part are each a share of somebody's orders."""
        return self.on_orders

    def ranks_named(self) -> tuple[str, ...]:
        """Every rank that the part speaks of; a plan has them all."""
        return (self.from_rank,) if self.from_rank else ()

    def parts_named(self) -> tuple[int, ...]:
        """Every part that this one speaks of, by its place in the plan, 1 for the first; all stand before it."""
        return ()

    def wants_orders(self) -> bool:
        """Whether each order by itself decides, so that sums of a month are not enough."""
        return False

    def wants_customers(self) -> bool:
        """Whether outside customers are counted, so that their points are not enough."""
        return False


def each_rank_once(key: str, names: Sequence[str]) -> None:
    """Raises where a list by rank names one twice, so that nobody knows which of the two holds. key: the list's."""
    for number, name in enumerate(names):
        if name in names[:number]:
            raise PydanticCustomError("rank_listed_twice", "a rank twice", {"key": key, "found": name})
