"""How an input of the plan is declared, once: what it is called, its unit, bounds and default, and when it counts.

The file format, fields on pages, scenarios, presets, sensitivity and goal seek read it here, as an Input.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field
from pydantic.fields import FieldInfo

from planner.inputs.cited.source import Basis, Record
from planner.inputs.path import Path

if TYPE_CHECKING:
    from planner.inputs.plan.plan import Plan

MOST_MONEY = 1e9
Money = Annotated[float, Field(ge=0, le=MOST_MONEY)]
Share = Annotated[float, Field(ge=0, le=1)]

When = Callable[["Plan"], bool]


def always(_plan: "Plan") -> bool:
    """Of an input that counts in every plan."""
    return True


@dataclass(frozen=True, slots=True)
class Turned:
    """How goal seek turns an input alone.

    at_least: what "far up" is counted from where plan and default state less, money in dollars. where_some: only where
    the plan states some, since it costs and brings nothing. whole_with: another field of its group; the two are parts
    of one whole. per_hour_only: it changes no result, only what an hour comes to. when: only in such plans.
    """

    at_least: float = 0.0
    where_some: bool = False
    whole_with: str = ""
    per_hour_only: bool = False
    when: When = always


@dataclass(frozen=True, slots=True)
class Input:
    """One input of the plan as its field declares it, with entry(). record, declared: where it is declared."""

    path: Path
    record: type[Record]
    declared: FieldInfo
    unit: str
    basis: Basis
    counts: When
    idle_without: When = always
    choices: Mapping[str, str] = field(default_factory=dict)
    turned: Turned | None = None
    laid_with: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its name in the record."""
        return str(self.path[-1])

    @property
    def title(self) -> str:
        """The marked English title."""
        return self.declared.title or ""

    @property
    def help(self) -> str:
        """What it means, a marked English text."""
        return self.declared.description or ""


def entry(
    default: Any, unit: str, title: str, help_text: str, basis: Basis, *, counts: When = always, **declared: Any
) -> Any:
    """A field of the plan, with bounds of its own where its type (Money, Share) has none. basis: why this default.

    unit: money, share, people, orders, hours, months, number, text or choice. counts: false where something else counts
    in its place, or what it is about is not there; then it is neither shown nor moved.

    Beside bounds, `declared` may hold these. choices: of a field of the unit choice, the marked English title of every
    value that it may have. idle_without: where that is false it is shown, and changes nothing. turned: that goal seek
    turns it, and how. laid_with: what other fields of its group have to state for a figure that a preset lays here to
    have its effect.
    """
    extra: Any = {"unit": unit, "basis": basis, "counts": counts}
    for name in ("choices", "idle_without", "turned", "laid_with"):
        if name in declared:
            extra[name] = declared.pop(name)
    return Field(default, title=title, description=help_text, json_schema_extra=extra, **declared)


def inputs_in(record: type[Record], front: Path = ()) -> Iterator[Input]:
    """Every input that a record declares, those of its groups among them, in the order of its files."""
    for name, declared in record.model_fields.items():
        group, extra = declared.annotation, declared.json_schema_extra
        if isinstance(extra, dict):
            of_entry: Any = extra
            yield Input((*front, name), record, declared, **of_entry)
        elif isinstance(group, type) and issubclass(group, Record):
            yield from inputs_in(group, (*front, name))


def assumed(reason: str, *sources: str) -> Basis:
    """The basis of a default that is a judgement, with the sources that it leans on."""
    return Basis("assumed", reason, sources)


def published(reason: str, source: str) -> Basis:
    """The basis of a default that somebody measured."""
    return Basis("published", reason, (source,))
