"""Fields of the plan that are chosen from a list: the currency, the start month, and all of the unit choice."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import places, typed
from pages.shared.session import laid_on, state
from planner.export.statement import Period
from planner.inputs.currency import states_amounts
from planner.inputs.path import Path, written
from planner.inputs.plan.plan import CURRENCIES
from planner.language import format_month
from planner.timeline import calendar_month

Part = TypeVar("Part", bound=str)
MONTHS_EARLIER, MONTHS_LATER = 12, 36
SEEN_AT_ONCE = 6  # values beneath each other; more of them fold into a list


def choice_field(path: Path) -> None:
    """One of the values that the plan allows; where they are few, all of them to be seen at once."""
    titles = places.choices_of(path)
    if len(titles) > SEEN_AT_ONCE:
        _ = state.speech().text
        _list(path, {value: _(title) for value, title in titles.items()}, lambda value: typed.change(path, value))
        return
    radio(path, titles, lambda value: typed.change(path, value))
    typed.show_basis(path)


def radio(path: Path, titles: Mapping[str, str], choose: Callable[[str], object]) -> None:
    """A choice among values with their marked titles; choose: called with another value than the plan has."""
    _ = state.speech().text
    key, first = state.seeded(f"choice:{written(path)}", places.now_at(path))
    options = list(titles)
    st.radio(
        places.labelled(path),
        options=options,
        index=options.index(first) if first in options else 0,
        format_func=lambda value: plain(_(titles[value])),
        key=key,
        on_change=_chosen,
        args=(key, path, choose),
    )


def choice_in_line(path: Path) -> None:
    """The same in a line beside a figure that follows from it: its title, and its values beside each other."""
    _ = state.speech().text
    titles = places.choices_of(path)
    key, first = state.seeded(f"choice:in-line:{written(path)}", places.now_at(path))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"in-line-{written(path)}"):
        st.caption(plain(places.title_of(path)), width="content")
        st.segmented_control(
            places.title_of(path),
            list(titles),
            default=first,
            format_func=lambda value: plain(_(titles[value])),
            key=key,
            on_change=_chosen,
            args=(key, path, lambda value: typed.change(path, value)),
            required=True,
            label_visibility="collapsed",
            width="content",
        )


def _chosen(key: str, path: Path, choose: Callable[[str], object]) -> None:
    value = st.session_state.get(key)
    if value is not None and value != places.now_at(path):  # called back as a page is left, with nothing new
        choose(value)


def currency_field(path: Path) -> None:
    """The currency of every amount. Changing it converts nothing; default amounts become those of the new one.

    Where amounts were stated, that is said after the change, until the next one.
    """
    _ = state.speech().text
    _list(path, {code: code for code in CURRENCIES}, _change_currency)
    if st.session_state.get("unconverted") is state.plan_file():
        st.info(
            plain(
                _("Every amount has kept its number and counts in {currency} now. Nothing is converted.").format(
                    currency=state.plan_file().plan.currency
                )
            )
        )


def _change_currency(currency: str) -> None:
    file = state.plan_file()
    kept = currency != file.plan.currency and states_amounts(file)
    laid_on.choose_currency(currency)
    if kept:
        st.session_state["unconverted"] = state.plan_file()


def month_field(path: Path) -> None:
    """The month of joining, among those around the one that is chosen."""
    chosen = state.plan_file().plan.start_month
    dates = [calendar_month(chosen, month) for month in range(-MONTHS_EARLIER, MONTHS_LATER + 1)]
    months = {f"{date:%Y-%m}": format_month(date, state.language()) for date in dates if 1900 <= date.year < 2200}
    _list(path, months, lambda month: state.change(path, month))


def choose_part(label: str, titles: dict[str, str], kept: str) -> str:
    """The part that the person works on, from a short list. kept: the key that it lives on under.

    It shows no value of the plan, so it stays when the fields are drawn anew, and a click on it meanwhile counts.
    """
    chosen = st.pills(
        label,
        options=list(titles),
        default=st.session_state.get(kept, next(iter(titles))),
        format_func=titles.__getitem__,
        key=f"part:{kept}@{st.session_state.get(_turned(kept), 0)}{state.language()}",
        required=True,
        wrap=True,
        label_visibility="collapsed",
    )
    st.session_state[kept] = chosen
    return str(chosen)


def segments(label: str, titles: Mapping[Part, str], first: Part, key: str) -> Part:
    """One of a few ways to see what stands below, remembered while the session lasts."""
    chosen: Part = st.segmented_control(
        label,
        list(titles),
        default=first,
        format_func=titles.__getitem__,
        key=key,
        persist_state="session",
        required=True,
        label_visibility="collapsed",
    )
    return chosen


def choose_period(first: Period, key: str) -> Period:
    """How long a period of a table is."""
    _ = state.speech().text
    periods: dict[Period, str] = {"year": _("By year"), "quarter": _("By quarter"), "month": _("By month")}
    return segments(_("Length of a period"), periods, first, key)


def turn_to(part: str, kept: str) -> None:
    """Shows another part in a list of choose_part, which is drawn anew for it."""
    st.session_state[kept] = part
    st.session_state[_turned(kept)] = st.session_state.get(_turned(kept), 0) + 1


def _turned(kept: str) -> str:
    return f"{kept}_turned"


def _list(path: Path, words: dict[str, str], choose: Callable[[str], object]) -> None:
    key, first = state.seeded(f"choice:{written(path)}", places.now_at(path))
    st.selectbox(
        places.labelled(path),
        options=list(words),
        index=list(words).index(first),
        format_func=words.__getitem__,
        key=key,
        on_change=_chosen,
        args=(key, path, choose),
    )
    typed.show_basis(path)
