"""A TOML file of cited figures: its bytes become tables, and every citation leads to a source that it lists."""

import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from planner.errors import Fault
from planner.inputs.cited.figure import YOURS
from planner.inputs.faults import AnyRecord, checked, first_faults, nested_too_deep, path_of, shown, too_deep
from planner.inputs.file_text import fault_at, text_of
from planner.language import mark

SAMPLE_DATA = Path(__file__).parents[3] / "sample_data"
LONGEST_LINE = 10_000
MOST_DOTS = 150  # in a line: for the dots of a key, tomllib takes a time that rises with their square
MOST_NAMED = 30  # sources, where those that are listed are named

Location = tuple[int | str, ...]


def read_tables(data: bytes, name: str) -> dict[str, Any] | Fault:
    """The tables that the bytes of a file hold, or what keeps them from being read. Never raises."""
    text = text_of(data, name)
    return text if isinstance(text, Fault) else _tables(text, name)


def read_cited(
    record: type[AnyRecord], data: bytes, name: str, **more: Any
) -> tuple[AnyRecord | None, tuple[Fault, ...]]:
    """The record that the bytes of a file state, None where it is none, and everything that is wrong. Never raises.

    more: what the record says beside its file, such as an id. A record may come with faults: of its sources.
    """
    tables = read_tables(data, name)
    if isinstance(tables, Fault):
        return None, (tables,)
    found, faults = checked(record, tables | more, name)
    return found, (*faults, *faults_of_sources(tables, name))


def _tables(text: str, name: str) -> dict[str, Any] | Fault:
    if any(len(line) > LONGEST_LINE for line in text.split("\n")):
        return Fault(
            "", mark("A line is longer than {most} characters. Break it up."), "", name, {"most": LONGEST_LINE}
        )
    if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        return Fault("", mark("A line holds more than {most} dots. Break it up."), "", name, {"most": MOST_DOTS})
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
HALF_YOURS = mark(
    "A figure of yours stands in a file that is not marked yours. State yours as true at the top, or cite a source."
)


def faults_of_sources(tables: dict[str, Any], name: str) -> tuple[Fault, ...]:
    """Citations that lead nowhere, sources that nothing rests on, and figures that are not what they seem.

    Read from the tables as they stand, so that these faults come together with those of the schema.
    """
    sources = tables.get("sources")
    if not isinstance(sources, dict):
        return ()  # the schema has said so
    fictional = tables.get("status") == "fictional"
    known = ", ".join([*islice(sources, MOST_NAMED), *(["…"] if len(sources) > MOST_NAMED else [])])
    cited: set[str] = set()
    faults: list[Fault] = []
    for location, value in _values({key: value for key, value in tables.items() if key != "sources"}):
        if location[-1] == "source" and isinstance(value, str):
            cited.add(value)
            if value not in sources:
                faults.append(Fault(path_of(location), NO_SUCH_SOURCE, shown(value), name, {"known": known}))
        elif location[-1] == "kind" and (message := _wrong_kind(value, tables)):
            faults.append(Fault(path_of(location), message, shown(value), name))
    for key, source in sources.items():
        if key not in cited:
            faults.append(Fault(path_of(("sources", key)), UNUSED_SOURCE, "", name))
        if not fictional and key != YOURS and isinstance(source, dict) and "address" not in source:
            faults.append(Fault(path_of(("sources", key, "address")), NO_ADDRESS, "", name))
    return first_faults(faults, name)


def _wrong_kind(kind: object, tables: dict[str, Any]) -> str:
    """Why a figure of this kind does not belong in the file; empty where it does."""
    if kind == YOURS:
        return "" if tables.get("yours") is True else HALF_YOURS
    fictional = tables.get("status") == "fictional"
    if (kind == "invented") == fictional:
        return ""
    return FICTIONAL if fictional else NOT_FICTIONAL


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
