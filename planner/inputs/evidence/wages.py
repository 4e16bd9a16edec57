"""Reference wages: what an hour of other work pays, before tax, one cited figure for each currency that has one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from planner.errors import Fault
from planner.inputs.cited.figure import Figure, Words
from planner.inputs.cited.file import SAMPLE_DATA, read_cited
from planner.inputs.cited.source import Record, Source

WAGES = SAMPLE_DATA / "reference_wages.toml"


class Wage(Figure):
    """What an hour pays, before tax, in the currency. text: where, when, and whether it is common or the least."""

    currency: str = Field(min_length=3, max_length=3)
    text: Words


class WageFile(Record):
    """One wage a currency."""

    wages: tuple[Wage, ...]
    sources: dict[str, Source]


@dataclass(frozen=True, slots=True)
class Wages:
    """The wages by currency, none where their file cannot be used, their sources, and what is wrong with the file."""

    by_currency: Mapping[str, Wage]
    sources: Mapping[str, Source]
    faults: tuple[Fault, ...] = ()

    def value(self, currency: str) -> float | None:
        """An hour's wage before tax; None where no source gives one for the currency."""
        wage = self.by_currency.get(currency)
        return None if wage is None else wage.value


@cache
def load_wages(path: Path = WAGES) -> Wages:
    """The wages that are shipped, read once."""
    file, faults = read_cited(WageFile, path.read_bytes(), path.name)
    if file is None or faults:
        return Wages({}, {}, faults)
    return Wages(MappingProxyType({wage.currency: wage for wage in file.wages}), file.sources)
