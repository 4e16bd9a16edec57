"""Goods that go out of season or are discontinued, a row each: what share of the shelf, from which month, how often."""

import streamlit as st

from pages.parts.plan import rows
from pages.shared.fields import places, remarks, typed
from pages.shared.session import state
from planner.inputs.path import Path
from planner.inputs.plan.out_of_season import HOW_OFTEN, MONTHS


def rows_out_of_season(path: Path) -> None:
    """The rows, and a button that adds one."""
    _ = state.speech().text
    share = places.with_unit(_("Of what is on the shelf"), "share", state.speech())
    for index in range(len(places.now_at(path))):
        place = (*path, index)
        with st.container(border=True):
            rows.name_field(path, index)
            rows.beside(path, index, [("share", share, "share")])
            rows.choice((*place, "month"), _("Gone from"), {each: _(title) for each, title in MONTHS.items()})
            rows.choice((*place, "every"), _("How often"), {each: _(title) for each, title in HOW_OFTEN.items()})
            remarks.tell_without_effect(place)
    rows.add_button(path, _("Add goods that go"), {"name": _("Goods of a season"), "share": 0})
    typed.show_basis(path)
