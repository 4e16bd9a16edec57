"""Everything that a cited file holds, however deep, each with its place."""

from collections.abc import Iterator

from pydantic import BaseModel


def records_of(value: object, place: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Every record inside a value and the value itself, in the order of the file, with its place: "ranks.rows[1]"."""
    if isinstance(value, BaseModel):
        yield place, value
        inside = [(f"{place}.{name}".lstrip("."), getattr(value, name)) for name in type(value).model_fields]
    elif isinstance(value, dict):
        inside = [(f"{place}.{name}".lstrip("."), inner) for name, inner in value.items()]
    elif isinstance(value, (list, tuple)):
        inside = [(f"{place}[{number}]", inner) for number, inner in enumerate(value, start=1)]
    else:
        return
    for where, inner in inside:
        yield from records_of(inner, where)
