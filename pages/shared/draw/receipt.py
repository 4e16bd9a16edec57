"""A receipt of pay: each part with its sum, its source, the largest rows in words, and every row as a table."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.tables import Row, Table, show_table
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.receipt import (
    Line,
    line_in_words,
    part_title,
    plain_number,
    rate_in_words,
    source_in_words,
    step_in_words,
)
from planner.inputs.pay.part import Part
from planner.line_items import CENT
from planner.speech import Speech

MOST_IN_WORDS, MOST_ROWS = 12, 300


def show_part(paid: TeamPaid, place: int, rows: list[Line], speech: Speech, key: str = "team") -> None:
    """What a part pays a member: its title and sum, its source, the largest rows in words, and all of them folded.

    key: of the page, where it has several receipts.
    """
    _, part = speech.text, paid.month.parts[place].part
    total = speech.money(sum(row.amount for row in rows), 2)
    title = _("{part}: {amount}").format(part=part_title(part, speech), amount=total)
    source = _("Rule: {source}").format(source=source_in_words(part, paid, speech))
    st.markdown(f"**{plain(title)}**  \n{plain(source)}")
    largest = sorted(rows, key=lambda row: -abs(row.amount))[:MOST_IN_WORDS]
    said = [line_in_words(row, paid, speech) for row in largest]
    rest = sum(row.amount for row in rows) - sum(row.amount for row in largest)
    if len(rows) > len(largest):
        words = _("{count} smaller rows: {amount} together")
        said.append(words.format(count=speech.number(len(rows) - len(largest)), amount=speech.money(rest, 2)))
    st.markdown("\n".join(f"- {plain(each)}" for each in said))
    if len(rows) > 1:
        with st.expander(plain(_("Every row ({count})").format(count=len(rows))), key=f"{key}-rows-{place}"):
            show_table(receipt_table(part, paid, rows, speech))
            if len(rows) > MOST_ROWS:
                st.caption(plain(_("Shown are the first {count}; the files below hold all.").format(count=MOST_ROWS)))


def receipt_table(part: Part, paid: TeamPaid, rows: list[Line], speech: Speech) -> Table:
    """The first rows of a part: whose orders, step, points, the money paid on, rate and amount."""
    _ = speech.text
    found = tuple(
        Row(
            _("nobody's alone") if row.source is None else paid.members[row.source],
            (
                step_in_words(part, row.step, speech),
                plain_number(row.points, speech) if row.source is not None else "",
                speech.money(row.base, 2),
                rate_in_words(row, speech),
                speech.money(row.amount, 2),
            ),
        )
        for row in rows[:MOST_ROWS]
    )
    columns = (_("Whose orders"), _("Step"), _("Points"), _("Paid on"), _("Rate"), _("Amount"))
    return Table(_("Every row of {part}").format(part=part_title(part, speech)), columns, found)


def amount(value: float, speech: Speech) -> str:
    """Money as a cell; nothing where there is none."""
    return speech.money(value, 2) if abs(value) >= CENT else ""


def capital(text: str) -> str:
    """As it stands at the beginning of a row."""
    return text[:1].upper() + text[1:]
