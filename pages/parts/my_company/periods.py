"""Terms of return that held at other times: a row for each stretch of months."""

from dataclasses import replace
from typing import Any

import streamlit as st

from pages.parts.my_company import changes, typed
from pages.shared.answer.page import plain
from pages.shared.session import own_companies, state
from pages.shared.words.own_company import PAYS_FREIGHT, cited
from planner.inputs.company.buy_back import BuyBackPeriod
from planner.inputs.company.company import Company
from planner.inputs.own_company.dated import new_period
from planner.inputs.own_company.places import PERIODS, Place

MOST_PERIODS = 12
NARROW, WIDE = 130, 760


def edit(company: Company, _place: Place) -> None:
    """Each period, and a button for one more. One without a date, or for some only, is met by no plan."""
    _, periods = state.speech().text, company.buy_back.other_periods
    with st.container(width=WIDE):
        for index, period in enumerate(periods):
            with st.container(border=True, key=f"own-period.{company.id}.{index}"):
                _row(company, index, period)
        st.button(
            _("Add a period"),
            key=f"own-add:{company.id}:{PERIODS}",
            type="tertiary",
            disabled=len(periods) >= MOST_PERIODS,
            on_click=changes.state_value,
            args=(company.id, PERIODS, (*periods, new_period(company, own_companies.this_year()))),
        )


def _row(company: Company, index: int, period: BuyBackPeriod) -> None:
    _, periods = state.speech().text, company.buy_back.other_periods
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _field(company, index, "starts", "day", _("From (day, month or year)"))
        _field(company, index, "ends", "day", _("To (day, month or year)"))
        _field(company, index, "value", "share", _("Share paid back (%)"))
        if not period.no_limit:
            _field(company, index, "window_months", "months", _("No older than (months)"))
        _freight(company, index, period)
    key, first = _seeded(company, index, "no_limit", period.no_limit)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.checkbox(_("No limit of time"), first, key=key, on_change=_chosen, args=(key, company.id, index, "no_limit"))
        st.button(
            _("Remove this period"),
            key=f"own-remove:{company.id}:{PERIODS}.{index}",
            type="tertiary",
            on_click=changes.state_value,
            args=(company.id, PERIODS, (*periods[:index], *periods[index + 1 :])),
        )
    st.caption(plain(cited(company, period, state.speech())))
    if period.for_some:
        st.markdown(plain(_("For some only, so that no plan is counted with it.")))
    elif not period.dated:
        st.markdown(plain(_("Without a date it counts in no plan.")))


def _field(company: Company, index: int, name: str, unit: str, label: str) -> None:
    target = typed.slot(company, PERIODS, (index, name), unit, label)
    typed.draw(replace(target, may_be_empty=name != "value"), NARROW)


def _seeded(company: Company, index: int, name: str, value: Any) -> tuple[str, Any]:
    return state.seeded(f"choice:own.{company.id}.{PERIODS}.{index}.{name}", value)


def _freight(company: Company, index: int, period: BuyBackPeriod) -> None:
    """Who pays for sending goods back then."""
    _, options = state.speech().text, list(PAYS_FREIGHT)
    key, first = _seeded(company, index, "company_pays_freight", period.company_pays_freight)
    with st.container(width=NARROW):
        st.selectbox(
            _("Who pays the freight"),
            options,
            index=options.index(first),
            format_func=lambda pays: _(PAYS_FREIGHT[pays]),
            key=key,
            on_change=_chosen,
            args=(key, company.id, index, "company_pays_freight"),
        )


def _chosen(key: str, company_id: str, index: int, name: str) -> None:
    """Takes what was chosen in a row; without a limit of time there is no number of months."""
    company = own_companies.own_company(company_id)
    if key not in st.session_state or company is None or index >= len(company.buy_back.other_periods):
        return
    rows, chosen = list(company.buy_back.other_periods), st.session_state[key]
    none = {"window_months": None} if name == "no_limit" and chosen else {}
    rows[index] = rows[index].model_copy(update={name: chosen, **none})
    changes.state_value(company_id, PERIODS, tuple(rows))
