"""Fields of the plan that are chosen from a list: the currency and the start month."""

from typing import Any

import streamlit as st

from pages.shared import fields, state
from pages.shared.state import Path
from planner.inputs.plan import CURRENCIES
from planner.language import format_month
from planner.timeline import calendar_month

MONTHS_EARLIER, MONTHS_LATER = 12, 36


def currency_field(path: Path) -> None:
    """The currency of every amount. Changing it converts nothing; default amounts become those of the new one."""
    _choice(path, list(CURRENCIES), {code: code for code in CURRENCIES}, state.choose_currency)


def month_field(path: Path) -> None:
    """The month of joining, among those around the one that is chosen."""
    chosen = state.plan_file().plan.start_month
    dates = [calendar_month(chosen, month) for month in range(-MONTHS_EARLIER, MONTHS_LATER + 1)]
    months = {f"{date:%Y-%m}": format_month(date, state.language()) for date in dates if 1900 <= date.year < 2200}
    _choice(path, list(months), months, lambda month: state.change(path, month))


def _choice(path: Path, options: list[str], words: dict[str, str], choose: Any) -> None:
    key, first = state.seeded(f"choice:{'.'.join(map(str, path))}", fields.value_at(state.plan_file().plan, path))
    st.selectbox(
        fields.labelled(path),
        options=options,
        index=options.index(first),
        format_func=words.__getitem__,
        key=key,
        on_change=lambda: choose(st.session_state[key]),
    )
    fields.show_basis(path)
