"""Fields of the plan that are chosen from a list: the currency and the start month."""

from typing import Any

import streamlit as st

from pages.shared import fields, state
from pages.shared.page import plain
from pages.shared.state import Path
from planner.inputs.plan import CURRENCIES
from planner.inputs.plan_currency import amounts_are_defaults
from planner.language import format_month
from planner.timeline import calendar_month

MONTHS_EARLIER, MONTHS_LATER = 12, 36


def currency_field(path: Path) -> None:
    """The currency of every amount. Changing it converts nothing; default amounts become those of the new one.

    Where amounts were stated, that is said after the change, until the next one.
    """
    _ = state.speech().text
    _choice(path, list(CURRENCIES), {code: code for code in CURRENCIES}, _change_currency)
    if st.session_state.get("unconverted") is state.plan_file():
        st.info(
            plain(
                _("Every amount has kept its number and counts in {currency} now. Nothing is converted.").format(
                    currency=state.plan_file().plan.currency
                )
            )
        )


def _change_currency(currency: str) -> None:
    plan = state.plan_file().plan
    kept = currency != plan.currency and not amounts_are_defaults(plan)
    state.choose_currency(currency)
    if kept:
        st.session_state["unconverted"] = state.plan_file()


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
