"""A path: where something stands in a plan, in a company's file or in a set of tax rules; one type for all of them.

In code it is a tuple; in files, on the command line and in what is written for other programs it is dotted text.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, PlainSerializer

# ("customers", "attrition"), ("running_costs", 0, "amount"), ("exchange_rates", "EUR").
Path = tuple[str | int, ...]


def parse(text: str) -> Path:
    """The path that a file or a person writes as customers.attrition. Whether there is such a place is not asked."""
    return tuple(text.split("."))


def written(path: Path) -> str:
    """The path as files write it. parse reads it back where no row of a list is on the way: no file names one."""
    return ".".join(map(str, path))


def _parsed(value: Any) -> Any:
    return parse(value) if isinstance(value, str) else value


# As the key of a mapping that a file holds.
Written = Annotated[Path, BeforeValidator(_parsed), PlainSerializer(written, return_type=str)]


def at(found: Any, path: Path) -> Any:
    """What stands at a path of a record or of a file's data; None where there is nothing."""
    for part in path:
        if isinstance(found, Mapping):
            found = found.get(part)
        elif isinstance(found, BaseModel):
            found = getattr(found, str(part), None)
        else:
            found = found[part] if isinstance(found, list | tuple) and isinstance(part, int) else None
    return found


def put(data: dict[str, Any], path: Path, value: object) -> None:
    """States a value at a path of a file's data, in place. Groups of named values that are not there yet are made."""
    *front, last = path
    place: Any = data
    for part in front:
        place = place.setdefault(part, {}) if isinstance(place, dict) else place[part]
    place[last] = value


def take_away(data: dict[str, Any], path: Path) -> None:
    """Takes out what stands at a path of a file's data, in place, and the named values within a field left empty."""
    *front, last = path
    place = at(data, tuple(front))
    if isinstance(place, dict):
        place.pop(last, None)
        if not place and len(front) > 1:  # a field without any names is stated still
            take_away(data, tuple(front))
