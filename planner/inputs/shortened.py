"""Data with no more in its lists and groups than their records hold, so that what is beyond costs no look at each.

Of a list of 350,000 groups in which everything is missing, a million findings would be made and three gigabytes taken.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MaxLen

from planner.inputs.cited.source import Record

Forms = frozenset[type[Record]]
Location = tuple[int | str, ...]
Cut = tuple[Location, Any, int]  # where, what was found there, and how many are read

MOST = 100_000  # of a list or a group that states no bound of its own: a file of ours has no room for as many lines


def shortened(record: type[Record], data: Any) -> tuple[Any, list[Cut]]:
    """The data cut to what is read of it, and everything that was cut. data: nested no deeper than is read."""
    cuts: list[Cut] = []
    return _within(frozenset({record}), data, (), MOST, cuts), cuts


def _within(forms: Forms, data: Any, place: Location, most: int, cuts: list[Cut]) -> Any:
    """forms: of which a group here, or in a list here, may be one. A key that no form has is one that the person chose,
    and what stands under it is of the same forms.
    """
    if not isinstance(data, (list, dict)):
        return data
    if len(data) > most:
        cuts.append((place, data, most))
        data = data[:most] if isinstance(data, list) else dict(islice(data.items(), most))
    if isinstance(data, list):
        return [_within(forms, each, (*place, number), MOST, cuts) for number, each in enumerate(data)]
    found = {}
    for key, value in data.items():
        inner, bound = _field(forms, key) if isinstance(value, (list, dict)) else (forms, MOST)
        found[key] = _within(inner, value, (*place, key), bound, cuts)
    return found


def _field(forms: Forms, key: str) -> tuple[Forms, int]:
    """The records within a field of that name, and the most that is read of it."""
    found = [_fields(form)[key] for form in forms if key in form.model_fields]
    if not found:
        return forms, MOST
    return frozenset().union(*(inner for inner, _most in found)), max(most for _inner, most in found)


@cache
def _fields(form: type[Record]) -> dict[str, tuple[Forms, int]]:
    """The same of each field of a record."""
    return {
        name: (frozenset(records_in(field.annotation)), max(_bounds(field.annotation, field.metadata), default=MOST))
        for name, field in form.model_fields.items()
    }


def _bounds(annotation: object, stated: Iterable[Any] = ()) -> Iterator[int]:
    """The most that each list or group holds which a field of this type may be. stated: what is said of the field."""
    kind, parts = get_origin(annotation), get_args(annotation)
    if kind in (tuple, list, dict):
        yield next((each.max_length for each in stated if isinstance(each, MaxLen)), MOST)
    elif kind is Annotated:
        yield from _bounds(parts[0], [each for more in parts[1:] for each in getattr(more, "metadata", (more,))])
    elif kind in (Union, UnionType):
        for part in parts:
            yield from _bounds(part, stated)


def records_in(annotation: object) -> Iterator[type[Record]]:
    """The records that a field of this type may hold, in lists and groups too."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records_in(part)
