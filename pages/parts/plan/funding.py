"""What it takes to begin, and where the money for it comes from."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.session import state
from planner.analysis.measures.funding_gap import FundingGap, funding_gap
from planner.analysis.measures.milestones import CENT
from planner.language import currency_unit
from planner.speech import Speech


def show_funding() -> None:
    """Both sides of the start, in two small tables; nothing where a rate is missing."""
    if state.rate_fault() is not None:
        return
    case, speech = state.case(), state.speech()
    _ = speech.text
    gap = funding_gap(case)
    show_table(uses_table(gap, speech))
    show_table(sources_table(gap, speech))
    said = []
    if gap.left >= CENT:
        had = speech.money(gap.own_cash + gap.loan + gap.left)
        said.append(
            _("Of your {had}, {amount} is left for what follows.").format(had=had, amount=speech.money(gap.left))
        )
    if gap.later >= CENT:
        said.append(_("Start-up costs of later months, {amount}, come on top.").format(amount=speech.money(gap.later)))
    if said:
        st.markdown(plain(" ".join(said)))


def uses_table(gap: FundingGap, speech: Speech) -> Table:
    """What is paid at the start."""
    _ = speech.text
    rows = tuple(Row(_(line.title), (speech.number(amount),)) for line, amount in gap.uses)
    return _table(_("What it takes"), rows, gap, speech)


def sources_table(gap: FundingGap, speech: Speech) -> Table:
    """What it is paid with; a source that gives nothing is left out."""
    _ = speech.text
    sources = (
        (_("Money you put in"), gap.own_cash),
        (_("Loan"), gap.loan),
        (_("Credit card"), gap.card),
        (_("Money that comes in at once"), gap.other),
        (_("Still missing"), gap.missing),
    )
    rows = tuple(Row(title, (speech.number(amount),)) for title, amount in sources if amount >= CENT)
    return _table(_("Where it comes from"), rows, gap, speech)


def _table(title: str, rows: tuple[Row, ...], gap: FundingGap, speech: Speech) -> Table:
    _ = speech.text
    unit = currency_unit(speech.currency, speech.language)
    whole = Row(_("In all"), (speech.number(gap.total),), total=True)
    return Table(title, (_("At the start, month 0"), unit), (*rows, whole))
