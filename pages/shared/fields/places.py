"""Places of the plan: what it declares there and what stands there, never repeated on a page."""

from collections.abc import Mapping
from dataclasses import replace
from types import NoneType
from typing import Any, get_args

from pydantic.fields import FieldInfo

from pages.shared.fields import field, reading
from pages.shared.session import state
from planner.inputs.cited.source import Basis, Record
from planner.inputs.evidence.wages import load_wages
from planner.inputs.path import Path, at
from planner.inputs.plan.plan import DEFAULT_NAMES, INPUTS, WAGE, Plan, default_plan
from planner.language import currency_unit
from planner.speech import Speech


# The names in the default plan are texts of the program, shown in the page's language until they are changed.
def declared(path: Path) -> FieldInfo | None:
    """The plan's own declaration of a field, or a row's; None for a place within a value, such as a rate."""
    record: type[Record] | None = Plan
    field: FieldInfo | None = None
    for part in path:
        if isinstance(part, int):
            continue
        field = record.model_fields.get(part) if record is not None else None
        if field is None:
            return None
        record = _record_in(field.annotation)
    return field


def _record_in(annotation: Any) -> type[Record] | None:
    """The kind of record that a field holds, alone or as rows of a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)


def may_be_empty(path: Path) -> bool:
    """Whether a field may be left empty, which is a value of its own there, or takes back an answer."""
    if path[0] == state.ANSWERS:
        return True
    field = declared(path)
    return field is not None and NoneType in get_args(field.annotation)


def now_at(path: Path) -> Any:
    """What the person's plan states at a place."""
    return at(state.plan_file().plan, path)


def default_at(path: Path) -> Any:
    """What the default plan states at a place, in the plan's currency."""
    return at(default_plan(state.plan_file().plan.currency), path)


def basis_at(path: Path) -> Basis:
    """Why the default of an input is what it is, in the page's language; of the wage, by the plan's currency."""
    wages, speech = load_wages(), state.speech()
    wage = wages.by_currency.get(speech.currency) if path == WAGE else None
    if wage is None:
        return replace(INPUTS[path].basis, reason=speech.text(INPUTS[path].basis.reason))
    said = " ".join(filter(None, (speech.told(wage.text), speech.told(wage.note))))
    return Basis("published", said, (wages.sources[wage.source].address or "",))


def as_data(value: Any) -> Any:
    """A value of the plan as its file states it."""
    if isinstance(value, Record):
        return value.model_dump(mode="json")
    return [as_data(row) for row in value] if isinstance(value, tuple) else value


def unit_of(path: Path) -> str:
    """The unit of an input, as declared; a text for what is none, such as a name in a row."""
    return INPUTS[path].unit if path in INPUTS else "text"


def choices_of(path: Path) -> Mapping[str, str]:
    """The marked titles of the values that an input may have, where it is chosen from few."""
    return INPUTS[path].choices if path in INPUTS else {}


def title_of(path: Path) -> str:
    """The title of an input in the page's language."""
    return state.speech().text(INPUTS[path].title) if path in INPUTS else ""


def matters(path: Path) -> bool:
    """Whether an input counts as the plan stands, or holds a text that awaits correction."""
    return INPUTS[path].counts(state.plan_file().plan) or bool(field.unread_within(path))


def labelled(path: Path) -> str:
    """The title of a field with its unit, where the title alone does not say it."""
    return with_unit(title_of(path), unit_of(path), state.speech())


def with_unit(title: str, unit: str, speech: Speech) -> str:
    """A title with its unit, where it is one that a title does not say."""
    match unit:
        case "money":
            return f"{title} ({currency_unit(speech.currency, speech.language)})"
        case "share":
            return f"{title} (%)"
        case _:
            return title


def in_unit(value: Any, unit: str) -> str:
    """A single value of the plan with its unit, for a sentence."""
    return reading.in_unit(value, unit, state.speech())


def name_shown(name: str) -> str:
    """A name of the plan, in the page's language while it is still the program's."""
    return state.speech().text(name) if name in DEFAULT_NAMES else name


def differs(path: Path) -> bool:
    """Whether the plan states something else than the default, or a text there awaits correction."""
    return bool(field.unread_within(path)) or bool(now_at(path) != default_at(path))
