"""Fields of the plan: label, unit, bounds and default are read off the plan's own declarations, never repeated here.

A field is seeded by its key; leaving it reads what was typed. What cannot be read stays in the field with the reason
beside it, and the plan stays as it was.
"""

from dataclasses import dataclass
from html import escape
from typing import Any, cast
from urllib.parse import urlsplit

import streamlit as st
from pydantic.fields import FieldInfo

from pages.shared import reading, state
from pages.shared.page import plain
from pages.shared.state import Path
from planner.analysis.wording import Speech
from planner.errors import Fault
from planner.inputs.plan import Plan, default_plan
from planner.inputs.source import Basis, Record
from planner.language import Language, currency_unit, format_percent

TENFOLD = 10
# The names in the default plan are texts of the program, shown in the page's language until they are changed.
DEFAULT_NAMES = {
    Plan().name,
    *(item.name for item in Plan().getting_started.items),
    *(cost.name for cost in Plan().running_costs),
}


@dataclass(frozen=True, slots=True)
class Unread:
    """What was typed into a field and could not be taken into the plan, and why."""

    text: str
    unit: str
    label: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Jump:
    """An amount that an edit made ten times as large or small."""

    path: Path
    before: float
    after: float


def declared(path: Path) -> FieldInfo:
    """The plan's own declaration of a field."""
    record: type[Record] = Plan
    for part in path[:-1]:
        record = cast(type[Record], record.model_fields[str(part)].annotation)
    return record.model_fields[str(path[-1])]


def value_at(plan: Plan, path: Path) -> Any:
    """The plan's value at a place; None where there is none."""
    value: Any = plan
    for part in path:
        match value:
            case dict():
                value = value.get(part)
            case tuple():
                value = value[int(part)]
            case _:
                value = getattr(value, str(part), None)
    return value


def unit_of(path: Path) -> str:
    extra = declared(path).json_schema_extra
    return str(extra["unit"]) if isinstance(extra, dict) else "text"


def basis_of(path: Path) -> Basis:
    extra: Any = declared(path).json_schema_extra
    basis: Basis = extra["basis"]
    return basis


def unread() -> dict[Path, Unread]:
    """Every text of this session that could not be taken into the plan."""
    texts: dict[Path, Unread] = st.session_state.setdefault("unread", {})
    return texts


def plan_field(path: Path) -> None:
    """A number or text of the plan with its title, unit and default, and where the default comes from."""
    text_field(path, labelled(path), unit_of(path))
    show_basis(path)


def labelled(path: Path) -> str:
    """The title of a field with its unit, where the title alone does not say it."""
    speech, unit = state.speech(), unit_of(path)
    _ = speech.text
    title = declared(path).title
    return with_unit(_(title) if title else "", unit, speech)


def with_unit(title: str, unit: str, speech: Speech) -> str:
    match unit:
        case "money":
            return f"{title} ({currency_unit(speech.currency, speech.language)})"
        case "share":
            return f"{title} (%)"
        case _:
            return title


def text_field(path: Path, label: str, unit: str, unstated: float | None = None) -> None:
    """A field for one value at any place of the plan, and what is to be said about what was typed there."""
    bare_field(path, label, unit, unstated)
    tell(path)


def bare_field(path: Path, label: str, unit: str, unstated: float | None = None) -> None:
    """A field for one value at any place of the plan. unit: as in the plan, or "by_month" for a list of numbers.

    unstated: what the field shows where the plan states nothing; None leaves it empty.
    """
    text = unread()[path].text if path in unread() else _shown(path, unit, unstated)
    key, first = state.seeded(f"{'text' if unit == 'text' else 'number'}:{'.'.join(map(str, path))}", text)
    st.text_input(label, first, key=key, on_change=_leave, args=(key, path, unit, label), autocomplete="off")


def tell(path: Path) -> None:
    """Under a field: why what was typed is not taken, or an amount in full where an edit changed it tenfold."""
    speech = state.speech()
    _ = speech.text
    if path in unread():
        st.error(plain(speech.say_fault(unread()[path].fault)))
    jump: Jump | None = st.session_state.get("jump")
    if jump is not None and jump.path == path:
        before, after = in_unit(jump.before, "money"), in_unit(jump.after, "money")
        st.info(plain(_("Read as {after}. Before it was {before}.").format(after=after, before=before)))


def _shown(path: Path, unit: str, unstated: float | None = None) -> str:
    value = value_at(state.plan_file().plan, path)
    stated = unstated if value is None else value
    if stated is None:
        return ""
    if unit == "text" and stated in DEFAULT_NAMES:
        return state.speech().text(str(stated))
    return reading.written(stated, unit, state.language())


def _leave(key: str, path: Path, unit: str, label: str) -> None:
    if key not in st.session_state:  # another field called back before this one had all fields drawn anew
        return
    take(path, str(st.session_state[key] or ""), unit, label)


def take(path: Path, text: str, unit: str, label: str) -> None:
    """Takes a typed text into the plan, or keeps it aside with what is wrong."""
    speech, before = state.speech(), value_at(state.plan_file().plan, path)
    value = reading.read(text, unit, speech)
    if not isinstance(value, Fault):
        faults = state.change(path, value)
        value = faults[0] if faults else value
    if isinstance(value, Fault):
        unread()[path] = Unread(text, unit, label, reading.as_typed(value, text, unit, label, speech))
        return
    unread().pop(path, None)
    if unit == "money" and before and value and not 1 / TENFOLD < value / before < TENFOLD:
        st.session_state["jump"] = Jump(path, before, value)


def speak(language: Language) -> None:
    """Draws the page in a language. A change of it writes all fields anew and reads again what could not be read."""
    before = st.session_state.get("language")
    st.session_state["language"] = language
    if before in (None, language):
        return
    state.reseed()
    for path, kept in list(unread().items()):
        take(path, kept.text, kept.unit, kept.label)


def in_unit(value: Any, unit: str) -> str:
    """A value with its unit, for a sentence."""
    speech = state.speech()
    text = reading.written(value, unit, speech.language)
    match unit:
        case "money":
            return f"{text}\N{NO-BREAK SPACE}{currency_unit(speech.currency, speech.language)}"
        case "share":
            return format_percent(value, speech.language, None)
        case "months":
            return speech.months(value)
        case _:
            return text


def show_basis(path: Path) -> None:
    """What the field means and where its default comes from, folded; with the way back where the value differs."""
    speech, info, basis = state.speech(), declared(path), basis_of(path)
    _ = speech.text
    default = value_at(default_plan(speech.currency), path)
    words = {"assumed": _("Default {value}, assumed"), "published": _("Default {value}, published")}
    simple = isinstance(default, (int, float))
    title = words[basis.kind].format(value=in_unit(default, unit_of(path))) if simple else _("About this field")
    lines = [escape(_(text)) for text in (info.description or "", basis.reason) if text]
    for source in basis.sources:
        host = urlsplit(source).hostname or source
        lines.append(f'<a href="{escape(source)}" target="_blank" rel="noopener noreferrer">{escape(host)}</a>')
    body = "".join(f"<p>{line}</p>" for line in lines)
    st.html(f'<details class="basis"><summary>{escape(title)}</summary>{body}</details>')
    if differs(path):
        label = _("Back to the default")
        shown = _("Back to {value}").format(value=in_unit(default, unit_of(path))) if simple else label
        st.button(
            shown, key=f"back:{'.'.join(map(str, path))}", type="tertiary", on_click=back_to_default, args=(path,)
        )


def differs(path: Path) -> bool:
    """Whether the plan's value at a place is another than the default, or something typed there awaits correction."""
    plan = state.plan_file().plan
    awaits = any(place[: len(path)] == path for place in unread())
    return awaits or bool(value_at(plan, path) != value_at(default_plan(plan.currency), path))


def back_to_default(path: Path) -> None:
    """Puts the default back in its place; what was typed there is gone, as asked for."""
    for place in [place for place in unread() if place[: len(path)] == path]:
        del unread()[place]
    default: Any = default_plan(state.plan_file().plan.currency).model_dump(mode="json")
    for part in path:
        default = default[part]
    state.change(path, default)
    state.reseed()
