"""What a person states at a place of a company of their own, put into its file: each form of a place in its own way."""

from collections.abc import Callable, Mapping, Sequence
from math import inf
from typing import Any

from planner.inputs.cited.figure import YOURS
from planner.inputs.company.buy_back import BuyBackPeriod
from planner.inputs.own_company.assumed import NOT_STATED, not_stated
from planner.inputs.own_company.dated import as_stated
from planner.inputs.own_company.places import (
    FREIGHT,
    FREIGHT_TABLE,
    FREIGHT_WORDS,
    LEVELS,
    OPTIONAL,
    PRICES,
    RANKS,
    Form,
    Place,
    parts_of,
)
from planner.inputs.path import at, parse, put, take_away
from planner.language import LANGUAGES, in_every_language, mark

Tables = dict[str, Any]


def state_in(tables: Tables, place: Place, value: Any, cited: Tables) -> None:
    """Puts a value, in the place's form, into the tables of a company's file. cited: that it is the person's."""
    STATING[place.form](tables, place, value, cited)


def _state_figure(tables: Tables, place: Place, value: Any, cited: Tables) -> None:
    """A number, that there is no limit, or one of a few readings."""
    _make_room(tables, place)
    if value is None and place.path in OPTIONAL:
        take_away(tables, parse(place.path))
    elif value is None:
        put(tables, parse(place.path), not_stated())
    elif place.form == "window" and value == inf:
        put(tables, parse(place.path), {"no_limit": True, **cited})
    else:
        before = at(tables, parse(place.path)) or {}
        unit = {"unit": before.get("unit", place.unit)} if place.form != "choice" else {}
        put(tables, parse(place.path), {"value": value, **unit, **cited})


def _state_words(tables: Tables, place: Place, value: str | None, cited: Tables) -> None:
    """A rule in the person's own words, which are the same in every language."""
    _make_room(tables, place)
    text = (value or "").strip()
    if not text and place.path in OPTIONAL:
        take_away(tables, parse(place.path))
    else:
        put(tables, parse(place.path), {"text": dict.fromkeys(LANGUAGES, text), **cited} if text else not_stated())


def _make_room(tables: Tables, place: Place) -> None:
    if place.path.startswith("activity.") and "activity" not in tables:
        tables["activity"] = {"standing_order": not_stated(), "standing_order_ends": not_stated()}


def _state_freight(tables: Tables, _place: Place, value: Any, _cited: Tables) -> None:
    """Whether the company pays it; None where it is not known."""
    paid, words = parts_of(FREIGHT)
    if value is None:
        take_away(tables, parse(paid))
        take_away(tables, parse(words))
    else:
        put(tables, parse(paid), value)
        put(tables, parse(words), in_every_language(FREIGHT_WORDS[value]))


def _state_prices(tables: Tables, _place: Place, value: Sequence[tuple[float, float]], cited: Tables) -> None:
    """Steps of the price. From when a step holds stays, where there are several."""
    steps = [{"lifetime_points": points, "wholesale_share": share} for points, share in value]
    reached = {key: each for key, each in tables["prices"].items() if key == "reached_step" and len(steps) > 1}
    put(tables, parse(PRICES), {"steps": steps, **reached, **cited})


def _state_freight_table(tables: Tables, _place: Place, value: Sequence[tuple[float, float]], cited: Tables) -> None:
    """What the freight of an order is, from what its goods cost; a table without rows is none."""
    if value:
        steps = [{"from_cost": cost, "amount": amount} for cost, amount in value]
        put(tables, parse(FREIGHT_TABLE), {"steps": steps, **cited})
    else:
        take_away(tables, parse(FREIGHT_TABLE))


def _state_day(tables: Tables, place: Place, value: str | None, _cited: Tables) -> None:
    """A date, which carries no citation."""
    if value:
        put(tables, parse(place.path), value)
    else:
        take_away(tables, parse(place.path))


def _state_periods(tables: Tables, place: Place, value: Sequence[BuyBackPeriod], cited: Tables) -> None:
    """Terms of other times; those that were published and are as they were stay so."""
    put(tables, parse(place.path), as_stated(value or (), at(tables, parse(place.path)) or (), cited))


def _state_levels(tables: Tables, _place: Place, value: Sequence[float | None], cited: Tables) -> None:
    """Rates, and None for levels that are paid at a rate nobody stated. Levels beyond those stated are taken away."""
    before = at(tables, parse(LEVELS)) or {}
    missing = {each["level"]: each for each in before.get("missing", ())}
    unstated = [level for level, rate in enumerate(value, 1) if rate is None]
    entry = {
        "rates": [rate for rate in value if rate is not None],
        "missing": [missing.get(level, _missing(level)) for level in unstated],
        "compression": before.get("compression", False),
        "pays_on_inactive": before.get("pays_on_inactive", True),
        **cited,
    }
    if value:
        put(tables, parse(LEVELS), entry)
    else:
        take_away(tables, parse(LEVELS))


def _missing(level: int) -> Tables:
    return {
        "level": level,
        "title": in_every_language(mark("Pay on level {level}"), level=str(level)),
        "reason": in_every_language(NOT_STATED),
    }


def _state_ranks(tables: Tables, _place: Place, value: Sequence[Mapping[str, Any]], cited: Tables) -> None:
    """The rows of the ranks. Steps whose points were missing become a stairstep that is computed.

    Who states only the points is not the source of the rates: theirs is named beside, and breakaway keeps it.
    """
    rows, before = [dict(row) for row in value], at(tables, parse(RANKS)) or {}
    rates = [row.get("rate") for row in rows]
    steps = tables["pay"].pop("steps_without_points", None)
    formula = before.get("formula") if before.get("kind") == YOURS else None
    if steps is not None:
        source = {key: each for key, each in steps.items() if key not in ("rates", "breakaway", "note")}
        tables["pay"]["stairstep"] = {"breakaway": steps["breakaway"], **source}
        title = tables["sources"][steps["source"]]["title"]
        formula = in_every_language(mark("rates as published: {title}; points as you state them"), title=title)
    if rates != (steps["rates"] if steps else [row.get("rate") for row in before.get("rows", ())]):
        formula = None
    put(tables, parse(RANKS), {"rows": rows, **cited, **({"formula": formula} if formula else {})})


STATING: Mapping[Form, Callable[[Tables, Place, Any, Tables], None]] = {
    "figure": _state_figure,
    "window": _state_figure,
    "choice": _state_figure,
    "freight": _state_freight,
    "prices": _state_prices,
    "levels": _state_levels,
    "ranks": _state_ranks,
    "words": _state_words,
    "day": _state_day,
    "freight_table": _state_freight_table,
    "periods": _state_periods,
}
