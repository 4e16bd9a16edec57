"""What a search asks to be tried, and what is known from it: by all runs, and by a glance at few of them."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from planner.analysis.chance.goals import Tried
from planner.analysis.chance.turnable import Turnable
from planner.simulation.engine import FEWEST_PATHS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """Values of an input that are to be tried: the first, and of those after it as many as are tried with little ado.

    closely: by all runs, and not at a glance.
    """

    values: tuple[float, ...]
    closely: bool


# Hands out what it asks, is given what the values come to from the first on, None where the first takes too long.
Search = Generator[Asked, Sequence[Tried | None], T]


@dataclass(slots=True)
class Trials:
    """What is known of one input; None of what takes too long to try.

    now: what the plan comes to by all runs. glances: whether there are fewer runs than all by which to look first.
    left_out: whether values were.
    """

    turned: Turnable
    now: Tried
    glances: bool = True
    left_out: bool = False
    known: dict[float, Tried | None] = field(default_factory=dict)
    seen: dict[float, Tried | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known[self.turned.now] = self.now
        if not self.glances:
            self.seen = self.known

    def glance(self, values: Iterable[float]) -> Search[Tried | None]:
        """The first by few runs; the others are looked at with it, if that is little ado."""
        new = tuple(dict.fromkeys(value for value in values if value not in self.seen))
        first = next(iter(values))
        if first not in self.seen:
            self._note(self.seen, new, (yield Asked(new, closely=not self.glances)))
        return self.seen[first]

    def of(self, value: float) -> Search[Tried | None]:
        """By all runs; where these take too long by few, if they are no fewer than are drawn of any team."""
        if value not in self.known:
            self._note(self.known, (value,), (yield Asked((value,), closely=True)))
            seen = self.seen.get(value)
            if self.known[value] is None and seen is not None and (seen.runs or 0) >= FEWEST_PATHS:
                self.known[value] = seen
        return self.known[value]

    def _note(self, where: dict[float, Tried | None], values: Sequence[float], found: Sequence[Tried | None]) -> None:
        for value, tried in zip(values, found, strict=False):
            where[value] = tried
            self.left_out |= tried is None

    def closeness(self, value: float) -> float:
        """How near to the goal it is at a glance."""
        seen = self.seen.get(value)
        return float("-inf") if seen is None else seen.close

    @property
    def seen_reached(self) -> bool:
        """Whether a glance saw the goal reached anywhere."""
        return any(seen is not None and seen.reached for seen in self.seen.values())

    @property
    def best_seen(self) -> float:
        """What came nearest to the goal at a glance."""
        return max(self.seen, key=self.closeness, default=self.turned.now)

    @property
    def tried(self) -> list[float]:
        """Every value that was tried at all, and the plan's."""
        both = (*self.known.items(), *self.seen.items())
        return sorted({self.turned.now, *(value for value, tried in both if tried is not None)})
