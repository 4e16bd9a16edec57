"""How a field of the plan is declared: its title, help, unit, bounds and default, and why the default is what it is."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from planner.inputs.cited.source import Basis

MOST_MONEY = 1e9
Money = Annotated[float, Field(ge=0, le=MOST_MONEY)]


def entry(
    default: Any,
    unit: str,
    title: str,
    help_text: str,
    basis: Basis,
    choices: Mapping[str, str] | None = None,
    **bounds: Any,
) -> Any:
    """A field of the plan. basis: why this default.

    unit: money, share, people, orders, hours, months, number, text or choice.
    choices: of a field of the unit choice, the marked English title of every value that it may have.
    """
    extra: Any = {"unit": unit, "basis": basis}
    if choices is not None:
        extra["choices"] = choices
    limits: Any = bounds
    return Field(default, title=title, description=help_text, json_schema_extra=extra, **limits)


def assumed(reason: str, *sources: str) -> Basis:
    """The basis of a default that is a judgement, with the sources that it leans on."""
    return Basis("assumed", reason, sources)


def published(reason: str, source: str) -> Basis:
    """The basis of a default that somebody measured."""
    return Basis("published", reason, (source,))
