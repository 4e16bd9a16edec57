"""Examples that a brochure prints beside what a pay plan pays of them: printed against ours, with the receipt."""

from collections.abc import Sequence

import streamlit as st

from pages.shared.answer.page import as_label, plain, with_list
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.session import state
from planner.analysis.team.explained.choices import readings_in_words
from planner.analysis.team.proven.readings import Reading
from planner.analysis.team.proven.run import Held, ProofRun
from planner.analysis.team.proven.words import (
    figures_in_words,
    meant_in_words,
    receipt_in_words,
    run_in_words,
    source_of,
    summary_in_words,
)
from planner.analysis.team.receipt import plain_number
from planner.errors import Fault
from planner.inputs.team_file.columns import COLUMNS, ColumnName
from planner.inputs.team_file.stated import TeamRow
from planner.speech import Speech

MOST_RECEIPTS, MOST_LINES = 3, 15


def show_proofs(runs: Sequence[ProofRun | Fault], speech: Speech, readings: Sequence[Sequence[Reading]] = ()) -> None:
    """How many are paid as printed, and each with its figures, in a fold; nothing of a plan without any.

    readings: of each, with which it would be paid as printed.
    """
    if not runs:
        return
    _, said = speech.text, summary_in_words(runs, speech)
    st.markdown(f"**{plain(said[:1].upper() + said[1:])}**")
    for number, run in enumerate(runs):
        if isinstance(run, Fault):
            st.warning(plain(state.speech().say_fault(run)))
            continue
        with st.expander(as_label(run_in_words(run, speech)), key=f"proof-{number}"):
            show_run(run, speech)
            if number < len(readings) and readings[number]:
                others = [readings_in_words(each, run.paid.payer.plan, speech) for each in readings[number]]
                st.markdown(with_list(_("It would be paid as printed if the plan were read otherwise:"), others))


def show_run(run: ProofRun, speech: Speech, *, team: bool = True) -> None:
    """Printed against ours, the rows behind it, the team, unless it stands beside, and who printed it."""
    _ = speech.text
    rows = tuple(_figure(run, each, speech) for each in run.figures)
    columns = (_("Whose figure"), _("Printed"), _("By these rules"), _("Alike"))
    show_table(
        Table(_("Printed, and as these rules pay it"), columns, rows, words=True, stacked=True, of=_named(run, speech))
    )
    for held in run.figures[:MOST_RECEIPTS]:
        if lines := receipt_in_words(run, held, speech):
            what = meant_in_words(held.printed, run.paid, speech)
            more = len(lines) - MOST_LINES
            rest = (_("and {count} more").format(count=speech.number(more)),) if more > 0 else ()
            st.markdown(with_list(_("{what}, row by row:").format(what=what), (*lines[:MOST_LINES], *rest)))
    if team:
        show_team(run, speech)
    if source := source_of(run, speech):
        st.caption(plain(_("Printed in: {source}").format(source=source)))


def _figure(run: ProofRun, held: Held, speech: Speech) -> Row:
    printed, ours = figures_in_words(held, speech)
    alike = speech.text("yes") if held.agrees else speech.text("no")
    return Row(meant_in_words(held.printed, run.paid, speech), (printed, ours, alike))


def show_team(run: ProofRun, speech: Speech) -> None:
    """The team of the example as it is stated, only what some row states."""
    _, team = speech.text, run.proof.team
    stated = [each for each in COLUMNS[1:] if any(getattr(row, each.name) not in (None, 0.0) for row in team)]
    rows = tuple(Row(row.member, tuple(_cell(row, each.name, speech) for each in stated)) for row in team)
    columns = (_("Member"), *(_(each.title) for each in stated))
    caption, of = _("The team of the example"), _named(run, speech)
    show_table(Table(caption, columns, rows, words=True, stacked=len(columns) > 3, of=of))


def _named(run: ProofRun, speech: Speech) -> str:
    return speech.told(run.proof.title)


def _cell(row: TeamRow, name: ColumnName, speech: Speech) -> str:
    value = getattr(row, name)
    if value is None:
        return ""
    return plain_number(value, speech) if isinstance(value, int | float) else str(value)
