"""The fields of a record of a pay plan as a form asks for them, told from the schema and its titles."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from planner.inputs.cited.source import Record
from planner.inputs.faults import KIND_KEYS
from planner.inputs.pay.titles.bonuses import OF_BONUSES
from planner.inputs.pay.titles.kinds import OF_KINDS
from planner.inputs.pay.titles.proofs import OF_PROOFS
from planner.inputs.pay.titles.title import Title
from planner.inputs.pay.titles.whole import OF_THE_WHOLE

TITLES = OF_THE_WHOLE | OF_KINDS | OF_BONUSES | OF_PROOFS
UNASKED = {*KIND_KEYS, "source", "year", "proofs"}  # which a form fills in by itself, or asks elsewhere


@dataclass(frozen=True, slots=True)
class Field:
    """title, default: of the schema; needed: whether it must be stated. values: of a choice.

    records: of rows, or of a group, what each may be.
    """

    name: str
    title: Title
    needed: bool
    default: Any
    values: tuple[Any, ...] = ()
    records: tuple[type[Record], ...] = ()


def title_of(record: type[Record], name: str) -> Title:
    """What a field is called: by the record itself, else by the nearest that it is a kind of."""
    return next(TITLES[each][name] for each in record.__mro__ if name in TITLES.get(each, {}))


def fields_of(record: type[Record]) -> tuple[Field, ...]:
    """Every field that is asked for, in the order of the schema."""
    return tuple(_field(record, name, info) for name, info in record.model_fields.items() if name not in UNASKED)


def _field(record: type[Record], name: str, info: FieldInfo) -> Field:
    default = None if info.is_required() else info.default
    title = title_of(record, name)
    return Field(name, title, info.is_required(), default, values_of(info.annotation), _records(title, info))


def values_of(annotation: Any) -> tuple[Any, ...]:
    """The values of a choice, false before true; none of any other field."""
    if annotation is bool:
        return (False, True)
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _records(title: Title, info: FieldInfo) -> tuple[type[Record], ...]:
    return tuple(dict.fromkeys(_records_in(info.annotation))) if title.unit in ("rows", "group") else ()


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, tuple) or hasattr(annotation, "__metadata__"):
        for each in get_args(annotation):
            yield from _records_in(each)
