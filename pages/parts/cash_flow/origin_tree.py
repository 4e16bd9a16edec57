"""Where an amount comes from, on the page: a line and a month are chosen, and the amount opens down to the inputs."""

from collections.abc import Mapping
from html import escape
from typing import TypeVar

import streamlit as st

from pages.parts.cash_flow.origin_places import place_as_html
from pages.shared.fields import places
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.origin.parts import TITLES, Origin
from planner.analysis.origin.tree import SUMS, origin
from planner.export.statement import every_line
from planner.language import format_number, format_percent
from planner.messages import Message, Quantity
from planner.speech import Speech

Choice = TypeVar("Choice", int, str)


def show_origin(case: Case) -> None:
    """The choice of a line and a month, and the amount that stands there, opened."""
    speech = state.speech()
    _ = speech.text
    names = [*(line.name for line in every_line(case.projection)), *SUMS]
    with st.container(horizontal=True, key="origin-choice"):
        name = choose(_("Line"), {each: _(TITLES[each]) for each in names}, names[0], "origin_line")
        months = {month: speech.month(month) for month in range(case.plan.horizon_months + 1)}
        month = choose(_("Month"), months, first_month_of(case, name), "origin_month")
    tree = origin(case, name, month)
    st.html(tree_as_html(tree, case, speech))


def choose(label: str, words: Mapping[Choice, str], first: Choice, name: str) -> Choice:
    """One of several by their words, remembered while it is there to choose; its own for each set of words."""
    # The browser keeps the words of what is chosen: in another language or calendar they would be those of before.
    key = f"{name}_{state.language()}_{state.plan_file().plan.start_month}"
    if st.session_state.get(key) not in words:
        st.session_state.pop(key, None)
    options = list(words)
    chosen: Choice = st.selectbox(
        label, options, index=options.index(first), format_func=words.__getitem__, key=key, persist_state="session"
    )
    return chosen


def first_month_of(case: Case, name: str) -> int:
    """The first month in which a line is something; the launch where it never is."""
    statement = case.projection.statement
    flow = getattr(statement, name) if name in SUMS else statement.lines[name]
    return int((flow[:, 0] != 0).argmax())


def tree_as_html(tree: Origin, case: Case, speech: Speech) -> str:
    """The amount as nested parts that open by mouse and keyboard, the first of them open; everything is escaped."""
    return f'<div class="origin">{_opened(tree, case, speech, first=True)}</div>'


def _opened(tree: Origin, case: Case, speech: Speech, *, first: bool = False, month: int | None = None) -> str:
    """month: of the amount that this one is a part of; the own one is said where it is another."""
    _ = speech.text
    head = said(tree.title, speech)
    if tree.month is not None and tree.month != month and tree.month >= 0:
        head = _("{title}, {month}").format(title=head, month=speech.month(tree.month))
    head = f'{escape(head)}: <span class="amount">{escape(written(tree.value, speech))}</span>'
    words = [_sentence(tree.formula, speech)] if tree.formula is not None else []
    if tree.input_path is not None:
        words.append(f'<p class="where">{place_as_html(tree.input_path, case, speech)}</p>')
    if not tree.parts:
        return f'<div class="given">{head}{"".join(words)}</div>'
    within = tree.month if tree.month is not None else month
    parts = "".join(_opened(part, case, speech, month=within) for part in tree.parts)
    return f"<details{' open' if first else ''}><summary>{head}</summary>{''.join(words)}{parts}</details>"


def _sentence(formula: Message, speech: Speech) -> str:
    return f"<p>{escape(said(formula, speech).removesuffix('.'))}.</p>"


def said(message: Message, speech: Speech) -> str:
    """A message in words, its figures written exactly enough to be followed."""
    filled = {
        name: places.name_shown(value) if isinstance(value, str) else written(value, speech)
        for name, value in message.parameters.items()
    }
    return speech.text(message.template).format(**filled)


def written(quantity: Quantity, speech: Speech) -> str:
    """A figure with its unit: money to the cent, shares to a hundredth of a per cent, counts to two decimals."""
    value = quantity.value
    match quantity.unit:
        case "money":
            return speech.money(value, 2)
        case "share":
            return format_percent(round(value, 4), speech.language, None)
        case "months":
            return speech.months(value)
        case "month":
            return speech.month(int(value))
        case _:
            return format_number(round(value, 2 if abs(value) >= 1 else 4), speech.language, None)
