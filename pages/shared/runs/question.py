"""What a page asks that is slow to answer: what it costs, how it is found, and what is told while it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from planner.simulation.engine import Progress
from planner.simulation.workers import Maps

T = TypeVar("T")
Tell = Callable[[float | None, str], None]
Key = tuple[str, tuple[object, ...]]
MOST_KEPT = 16  # answers of one name


def _never() -> bool:
    """Most questions are about figures of the person who asks."""
    return False


def _to_nobody(share: float | None, now: str) -> None:
    """Where an answer is quick, nothing is told."""


@dataclass(slots=True)
class Work:
    """What comes with finding an answer: where blocks of paths are computed, and whom to tell how far it is.

    executor: as in `engine.simulate`. tell: hears the share done, None where nobody knows, and what is done now, where
    there is more to say than `doing`.
    """

    executor: Maps | None = None
    tell: Tell = _to_nobody

    def part(self, start: float = 0.0, share: float = 1.0, now: str = "") -> Progress:
        """Tells the progress of a part of the work, which begins at a share of it and makes up another."""
        return lambda done: self.tell(start + share * done, now)


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """A slow answer that is asked for. name: of what sort it is; of: what it is the answer for, compared by ==.

    seconds: what finding it is expected to cost; doing: what is done then, in words. what: is tried, as the button says
    by which it is offered; empty of what is only asked for as a part of another. for_all: whether nobody's own figures
    are in it, so that whoever asks it next has the answer at once. keeps: how many answers of its name a session keeps.
    """

    name: str
    of: tuple[object, ...]
    seconds: float
    doing: str
    find: Callable[[Work], T]
    what: str = ""
    for_all: Callable[[], bool] = _never
    keeps: int = MOST_KEPT

    @property
    def key(self) -> Key:
        """What tells it from other questions."""
        return self.name, self.of


@dataclass(frozen=True, slots=True)
class Reply(Generic[T]):
    """The answer, None where it is not there yet; and what is drawn meanwhile: it, or the last that was finished."""

    found: T | None
    shown: T | None
