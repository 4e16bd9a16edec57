"""What is wrong in a team's file, gathered while it is read: so many of each kind, the others counted."""

from planner.errors import Fault
from planner.inputs.faults import MORE, MOST_FAULTS, first_faults
from planner.inputs.file_text import short


class Faulty:
    """Faults by the line on which they are; of each kind as many as are shown, so that a million cost nothing."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._kept: list[tuple[int, Fault]] = []
        self._counts: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._kept)

    def has(self, message: str) -> bool:
        """Whether there is one of this kind."""
        return message in self._counts

    def full(self, message: str) -> bool:
        """Whether no more of this kind are shown."""
        return self._counts.get(message, 0) >= MOST_FAULTS

    def add(self, line: int, column: str, message: str, found: str = "", **parameters: str | float) -> None:
        """One of a kind. message: names its {line}; column: as the file calls it."""
        count = self._counts[message] = self._counts.get(message, 0) + 1
        if count <= MOST_FAULTS:
            fault = Fault(column, message, short(found), self._file, {"line": str(line)} | parameters)
            self._kept.append((line, fault))

    def more(self, message: str, count: int) -> None:
        """So many more of a kind of which enough are kept."""
        self._counts[message] = self._counts.get(message, 0) + count

    def first(self) -> tuple[Fault, ...]:
        """As many as a person can read in the order of their lines, and how many more there are."""
        rest = sum(max(count - MOST_FAULTS, 0) for count in self._counts.values())
        ordered = [fault for _, fault in sorted(self._kept, key=lambda each: each[0])]
        return first_faults(
            [*ordered, *([Fault("", MORE, "", self._file, {"more": rest})] if rest else [])], self._file
        )
