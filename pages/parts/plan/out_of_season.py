"""Goods that go out of season or are discontinued, a row each: what share of the shelf, from which month, how often."""

import streamlit as st

from pages.parts.plan import rows
from pages.shared.answer.page import plain
from pages.shared.fields import places, typed
from pages.shared.session import state
from planner.inputs.path import Path
from planner.inputs.plan.out_of_season import HOW_OFTEN, MONTHS


def rows_out_of_season(path: Path) -> None:
    """The rows, and under one that falls into no month of the plan that it counts for nothing."""
    _, plan = state.speech().text, state.plan_file().plan
    share = places.with_unit(_("Of what is on the shelf"), "share", state.speech())
    for index, row in enumerate(plan.stock.out_of_season):
        place = (*path, index)
        with st.container(border=True):
            rows.name_field(path, index)
            rows.beside(path, index, [("share", share, "share")])
            rows.choice((*place, "month"), _("Gone from"), {each: _(title) for each, title in MONTHS.items()})
            rows.choice((*place, "every"), _("How often"), {each: _(title) for each, title in HOW_OFTEN.items()})
            if not row.ever_goes(plan.start_month, plan.horizon_months):
                words = _("Not counted: the plan ends after {months}, before this happens.")
                st.info(plain(words.format(months=state.speech().months(plan.horizon_months))))
    rows.add_button(path, _("Add goods that go"), {"name": _("Goods of a season"), "share": 0})
    typed.show_basis(path)
