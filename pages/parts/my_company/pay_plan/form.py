"""What is drawn of one company's pay plan: its tables, its faults, and what its ranks and parts are called by now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.analysis.team.receipt import kind_title
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.faults import path_of
from planner.inputs.own_company.pay_draft import Tables
from planner.inputs.path import Path
from planner.speech import Speech


@dataclass
class Form:
    """What is drawn of one company's plan. faults: by their places, taken away as they are said.

    members: of the example that is drawn.
    """

    company: Company
    tables: Tables
    speech: Speech
    faults: dict[str, Fault]
    members: Sequence[str] = field(default_factory=tuple)

    def within(self, path: Path) -> list[Fault]:
        """Every fault at a place or within it that is not said yet; they count as said then."""
        front = path_of(path)
        found = [each for each in self.faults if each == front or each.startswith((f"{front}.", f"{front}["))]
        return [self.faults.pop(each) for each in found]

    @property
    def ranks(self) -> list[str]:
        """Those that have a name by now."""
        names = [each.get("name") for each in self.tables.get("ranks", [])]
        return [each for each in names if isinstance(each, str)]

    @property
    def parts(self) -> list[str]:
        """What each part is called, with its number."""
        return [
            f"{number}. {part_called(each, self.speech)}"
            for number, each in enumerate(self.tables.get("parts", []), start=1)
        ]


def part_called(part: Mapping[str, Any], speech: Speech) -> str:
    """By the company, else by its kind."""
    name = part.get("name")
    if isinstance(name, dict) and name.get(speech.language):
        return str(name[speech.language])
    return kind_title(str(part.get("rule", "")), speech)
