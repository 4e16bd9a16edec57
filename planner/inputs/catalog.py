"""The companies that can be chosen: a folder of TOML files becomes companies, or every fault of them.

One bad file never stops the rest. The name of a file is the id of its company.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from planner.errors import Fault
from planner.inputs.company import Company
from planner.inputs.faults import checked, nested_too_deep, path_of, shown, too_deep
from planner.inputs.file_text import LARGEST_FILE, fault_at, text_of
from planner.language import mark

DEFAULT_COMPANIES = Path(__file__).parents[2] / "sample_data" / "companies"
# A key of a hundred thousand dots would keep tomllib busy for hours.
LONGEST_LINE = 10_000

Location = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Catalog:
    """The companies by id, in the order of their files' names, and what is wrong with the files that were left out."""

    companies: Mapping[str, Company]
    faults: tuple[Fault, ...]


def load_catalog(folder: Path = DEFAULT_COMPANIES) -> Catalog:
    """Every company of a folder. Never raises: a folder that cannot be read is a fault too."""
    if not folder.is_dir():
        message = mark("There is no such folder. Name a folder with company files.")
        return Catalog(MappingProxyType({}), (Fault("", message, "", str(folder)),))
    companies: dict[str, Company] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        company, faults_of_file = load_company(path)
        faults += faults_of_file
        if company is not None:
            companies[company.id] = company
    return Catalog(MappingProxyType(companies), tuple(faults))


def load_company(path: Path) -> tuple[Company | None, tuple[Fault, ...]]:
    """The company of a file, or None and everything that is wrong with it. Never raises."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        return None, (
            Fault("", mark("This file cannot be opened. Check its name and who may read it."), "", path.name),
        )
    return read_company(data, path.name)


def read_company(data: bytes, name: str) -> tuple[Company | None, tuple[Fault, ...]]:
    """The company that the bytes of a file state, or None and everything that is wrong with them. Never raises."""
    text = text_of(data, name)
    tables = text if isinstance(text, Fault) else _tables(text, name)
    if isinstance(tables, Fault):
        return None, (tables,)
    own_id = tables.pop("id", None)
    company, faults = checked(Company, {"id": Path(name).stem, **tables}, name)
    if own_id is not None:
        message = mark("The id of a company is the name of its file. Remove this key.")
        faults = (Fault("id", message, shown(own_id), name), *faults)
    faults = (*faults, *_faults_of_sources(tables, name))
    return (None if faults else company), faults


def _tables(text: str, name: str) -> dict[str, Any] | Fault:
    if any(len(line) > LONGEST_LINE for line in text.split("\n")):
        return Fault(
            "", mark("A line is longer than {most} characters. Break it up."), "", name, {"most": LONGEST_LINE}
        )
    try:
        tables = tomllib.loads(text)
    except RecursionError:
        return too_deep(name)
    except ValueError as error:  # besides tomllib's own, a number of more digits than Python reads
        return _fault_of_syntax(text, str(error), name)
    return too_deep(name) if nested_too_deep(tables) else tables


def _fault_of_syntax(text: str, reason: str, name: str) -> Fault:
    place = re.search(r"at line (\d+), column (\d+)", reason)
    if place:
        message = mark("Line {line}, column {column} is not TOML. Correct the file there.")
        return fault_at(text, int(place[1]), int(place[2]), message, name)
    if "end of document" in reason:
        return Fault("", mark("The file ends in the middle of a value. Complete it, or fetch it anew."), "", name)
    return Fault("", mark("This file is not TOML. Correct it, or choose another file."), "", name)


NO_SUCH_SOURCE = mark("No source of this name is listed under sources. List it there, or name one that is: {known}.")
UNUSED_SOURCE = mark("Nothing in this file rests on this source. Cite it where it belongs, or remove it.")
NO_ADDRESS = mark("A source must say where it was read. State its address; only a fictional company needs none.")
NOT_FICTIONAL = mark("Only a fictional company has invented figures. State a source of this figure, or leave it out.")
FICTIONAL = mark("Every figure of a fictional company is invented. State its kind as invented.")


def _faults_of_sources(tables: dict[str, Any], name: str) -> tuple[Fault, ...]:
    """Citations that lead nowhere, sources that nothing rests on, and figures that are not what they seem.

    Read from the tables as they stand, so that these faults come together with those of the schema.
    """
    sources = tables.get("sources")
    if not isinstance(sources, dict):
        return ()  # the schema has said so
    fictional = tables.get("status") == "fictional"
    known = ", ".join(sources)
    cited: set[str] = set()
    faults: list[Fault] = []
    for location, value in _values({key: value for key, value in tables.items() if key != "sources"}):
        if location[-1] == "source" and isinstance(value, str):
            cited.add(value)
            if value not in sources:
                faults.append(Fault(path_of(location), NO_SUCH_SOURCE, shown(value), name, {"known": known}))
        elif location[-1] == "kind" and (value == "invented") != fictional:
            faults.append(Fault(path_of(location), FICTIONAL if fictional else NOT_FICTIONAL, shown(value), name))
    for key, source in sources.items():
        if key not in cited:
            faults.append(Fault(path_of(("sources", key)), UNUSED_SOURCE, "", name))
        if not fictional and isinstance(source, dict) and "address" not in source:
            faults.append(Fault(path_of(("sources", key, "address")), NO_ADDRESS, "", name))
    return tuple(faults)


def _values(data: object, location: Location = ()) -> Iterator[tuple[Location, object]]:
    """Every single value of the data with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, (*location, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(value, (*location, index))
    else:
        yield location, data
