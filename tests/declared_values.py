"""What an input may be, read from its declaration: a new one is tried everywhere without being named again."""

import math
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from planner.inputs.path import Path, parse, put, written
from planner.inputs.plan.entry import Input
from planner.inputs.plan.plan import INPUTS, Plan

# No amount, so that only a test of files states it.
OF_NO_AMOUNT = {parse("name"), parse("currency"), parse("company_answers")}


@dataclass(frozen=True, slots=True)
class Allowed:
    """The numbers that an input may be. open_low, open_high: whether the bound itself is none. empty: or nothing."""

    low: float
    high: float
    open_low: bool
    open_high: bool
    whole: bool
    empty: bool

    @classmethod
    def of(cls, declared: Input) -> "Allowed":
        """Of what is no single number, such as a list or a date, the values are stated by hand."""
        kinds, bounds = zip(*_kinds(declared.declared.annotation), strict=True)
        marks = [*declared.declared.metadata, *(mark for each in bounds for mark in each)]
        low = [mark for mark in marks if isinstance(mark, Ge | Gt)]
        high = [mark for mark in marks if isinstance(mark, Le | Lt)]
        numbers = {kind for kind in kinds if kind in {int, float}}
        assert set(kinds) <= numbers | {types.NoneType}, f"{written(declared.path)}: state its values by hand"
        assert (len(numbers), len(low), len(high)) == (1, 1, 1), f"{written(declared.path)} wants one bound at each end"
        least = low[0].ge if isinstance(low[0], Ge) else low[0].gt
        most = high[0].le if isinstance(high[0], Le) else high[0].lt
        return cls(
            float(str(least)),
            float(str(most)),
            isinstance(low[0], Gt),
            isinstance(high[0], Lt),
            numbers == {int},
            types.NoneType in kinds,
        )

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most that it may be."""
        low = math.nextafter(self.low, math.inf) if self.open_low else self.low
        return low, math.nextafter(self.high, -math.inf) if self.open_high else self.high


def _kinds(annotation: Any) -> Iterator[tuple[Any, list[Any]]]:
    """The types that a value may have, each with the bounds that stand within the annotation."""
    if get_origin(annotation) in {Union, types.UnionType}:
        for part in get_args(annotation):
            yield from _kinds(part)
    elif get_origin(annotation) is Annotated:
        kind, *marks = get_args(annotation)
        yield kind, [bound for mark in marks for bound in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
    else:
        yield annotation, []


Together = Mapping[tuple[Path, ...], st.SearchStrategy[tuple[Any, ...]]]


def plans_of(values: Mapping[Path, st.SearchStrategy[Any]], together: Together) -> st.SearchStrategy[Plan]:
    """Plans that state each of these inputs; together: those whose values hang on each other."""

    @st.composite
    def drawn(draw: st.DrawFn) -> Plan:
        data: dict[str, Any] = {}
        for path, value in values.items():
            put(data, path, draw(value))
        for paths, of_them in together.items():
            for path, value in zip(paths, draw(of_them), strict=True):
                put(data, path, value)
        return Plan.model_validate(data)

    return drawn()


def not_by_hand(by_hand: Mapping[Path, object], together: Together) -> Iterator[Input]:
    """The inputs whose values follow from their declaration."""
    stated = {*by_hand, *(path for paths in together for path in paths)}
    assert stated <= set(INPUTS), "an input that is no longer there"
    return (declared for path, declared in INPUTS.items() if path not in stated)
