"""One member: the receipt in words, the gates that were passed or not, and what would have been otherwise."""

import streamlit as st

from pages.parts.team.payer import rests
from pages.shared.answer.page import plain, with_list
from pages.shared.draw.receipt import amount, capital, show_part
from pages.shared.draw.tables import Row, Table, show_table
from planner.analysis.team.adjusted import adjustment_in_words, adjustments_of
from planner.analysis.team.gates import Gate, activity_gates, gate_in_words, next_rank
from planner.analysis.team.otherwise import active_in_words, had_been_active
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.receipt import receipt_of
from planner.analysis.team.rests_on import SOURCES, TITLES
from planner.analysis.team.whole import standing_in_words
from planner.language import mark
from planner.speech import Speech

MOST_IN_LIST = 5_000  # members that a list can be searched for; of larger teams a name is typed


def choose(paid: TeamPaid, speech: Speech) -> int:
    """The member whose receipt is shown; at first whoever is paid most."""
    _ = speech.text
    first = int(paid.month.pay.argmax())
    key = f"team-chosen-{hash(paid.members)}"
    if len(paid.members) <= MOST_IN_LIST:
        members = range(len(paid.members))
        return int(st.selectbox(_("Member"), members, index=first, format_func=paid.members.__getitem__, key=key))
    typed = st.text_input(_("Member, as the file names them"), paid.members[first], key=key, autocomplete="off")
    place = paid.place_of(typed.strip())
    if place is None:
        st.warning(
            plain(_("The file has no member of this name. Shown is {member}.").format(member=paid.members[first]))
        )
    return first if place is None else place


def show(paid: TeamPaid, member: int, speech: Speech) -> None:
    """All that is known of one member's pay of the month."""
    _ = speech.text
    st.markdown(plain(standing_in_words(paid, rests(paid), member, speech)))
    gates = activity_gates(paid, member)
    if gates:
        st.markdown("\n".join(f"- {plain(capital(gate_in_words(gate, speech)))}" for gate in gates))
    lines = receipt_of(paid, member)
    for place in range(len(paid.month.parts)):
        rows = [line for line in lines if line.part == place]
        if rows:
            show_part(paid, place, rows, speech)
    adjusted = [adjustment_in_words(each, paid, speech) for each in adjustments_of(paid, member)]
    if adjusted:
        st.markdown(with_list(_("What gates, caps and rounding did:"), adjusted))
    if not lines:
        st.markdown(plain(_("No row of the plan pays this member anything in the month.")))
    with st.expander(_("Had this member been active"), key="team-otherwise"):
        st.markdown(plain(_otherwise(paid, member, speech)))
    with st.expander(_("What the next rank would need"), key="team-next-rank"):
        _show_next_rank(paid, member, speech)
    with st.expander(_("What the pay rests on"), key="team-rests"):
        show_rests(_("What the pay of this member rests on"), rests(paid).of(member), speech)


def _otherwise(paid: TeamPaid, member: int, speech: Speech) -> str:
    _, found = speech.text, had_been_active(paid, member)
    if found is not None:
        return active_in_words(found, speech)
    if int(paid.team.team.joined[member]) > paid.at:
        return _("This member had not joined yet.")
    return _("This member was active, so nothing would have been otherwise.")


def _show_next_rank(paid: TeamPaid, member: int, speech: Speech) -> None:
    _, found = speech.text, next_rank(paid, member)
    if not paid.payer.plan.ranks:
        st.markdown(plain(_("This plan has no ranks.")))
    elif found is None:
        st.markdown(plain(_("This member has the highest rank of the plan.")))
    else:
        rank, gates = found
        st.markdown(plain(_next_rank_in_words(rank, gates, speech)))
        st.markdown("\n".join(f"- {plain(capital(gate_in_words(gate, speech)))}" for gate in gates))


def _next_rank_in_words(rank: str, gates: tuple[Gate, ...], speech: Speech) -> str:
    lacking = sum(not gate.met for gate in gates)
    said = speech.text(mark("The next rank is {rank}.")).format(rank=rank)
    lacks = speech.plural("{count} thing is lacking.", "{count} things are lacking.", lacking)
    return f"{said} {lacks}"


def show_rests(caption: str, found: dict[str, float], speech: Speech) -> None:
    """Amounts by what they rest on, with their shares; as far as the file says what customers bought."""
    _, total = speech.text, sum(found.values())
    rows = [
        Row(
            capital(_(TITLES[name])),
            (amount(found[name], speech), speech.percent(found[name] / total) if found[name] else ""),
        )
        for name in SOURCES
        if name != "other" or found[name]
    ]
    show_table(Table(caption, (_("Rests on"), _("Amount"), _("Share")), tuple(rows)))
