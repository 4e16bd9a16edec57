"""Who is about to lose a rank: a sentence, what is meant by it, and everyone who has one in an order that is chosen."""

from collections.abc import Callable

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.receipt import capital
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.session import once
from planner.analysis.team.at_risk import (
    AtRisk,
    at_risk,
    at_risk_in_words,
    has_in_words,
    nearest,
    spare_in_words,
    takes_in_words,
)
from planner.analysis.team.gates import asked_in_words
from planner.analysis.team.paid import TeamPaid
from planner.language import mark
from planner.speech import Speech

FEW, MOST = 8, 400
ORDERS: dict[str, str] = {
    "worst": mark("Nearest to losing it first"),
    "rank": mark("Highest rank first"),
    "name": mark("By name"),
}


def show(paid: TeamPaid, speech: Speech) -> None:
    """The sentence, the definition and the table; that nobody has anything to lose where nobody has."""
    _ = speech.text
    st.header(plain(_("Who may lose a rank")), anchor=False)
    found = once.made("team_at_risk", (paid,), lambda: at_risk(paid))
    if not len(found.members):
        st.markdown(plain(_("Nobody has a rank, or has done what the plan asks for to be active.")))
        return
    st.markdown(plain(at_risk_in_words(found, paid, speech)))
    meant = _(
        "The next month is like this one if everybody buys the same again and nobody joins: orders at joining do not "
        "come twice, and months that count together move on by one. A leg that is gone takes everyone in it along."
    )
    st.caption(plain(meant))
    with st.expander(_("Who may lose what they have"), key="team-risk"):
        _show_table(found, paid, speech)


def _show_table(found: AtRisk, paid: TeamPaid, speech: Speech) -> None:
    _ = speech.text
    order = st.selectbox(
        _("Order of the list"), list(ORDERS), format_func=lambda name: _(ORDERS[name]), key="team-risk-order", width=320
    )
    by: dict[str, Callable[[int], tuple[object, ...]]] = {
        "worst": lambda place: (place,),
        "rank": lambda place: (-int(found.rank[place]), place),
        "name": lambda place: (paid.members[int(found.members[place])].casefold(),),
    }
    places = sorted(range(len(found.members)), key=by[order])
    label = _("All {count}, not only the first").format(count=speech.number(len(places)))
    everyone = len(places) > FEW and st.toggle(label, key="team-risk-everyone")
    show_table(_table(found, places[: MOST if everyone else FEW], paid, speech))
    if everyone and len(places) > MOST:
        st.caption(plain(_("Shown are the first {count}; the files below hold all.").format(count=speech.number(MOST))))


def _table(found: AtRisk, places: list[int], paid: TeamPaid, speech: Speech) -> Table:
    _ = speech.text
    rows = []
    for place in places:
        gate = nearest(paid, int(found.members[place]))
        rows.append(
            Row(
                paid.members[int(found.members[place])],
                (
                    capital(has_in_words(found, place, paid, speech)),
                    capital(takes_in_words(found, place, paid, speech)) or "–",
                    "–" if gate is None else capital(asked_in_words(gate, speech)),
                    "" if gate is None else spare_in_words(gate, speech),
                ),
            )
        )
    columns = (_("Member"), _("Has"), _("What takes it"), _("What is nearest"), _("To spare"))
    return Table(_("Who may lose what they have"), columns, tuple(rows), words=True, stacked=True)
