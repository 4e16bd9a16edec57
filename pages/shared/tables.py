"""Tables that everyone can read: real HTML tables, that scroll by themselves where a screen is too narrow for them.

A table brings its cells as words and figures already written in the page's language; everything is escaped here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from pages.shared.state import Current
from planner.analysis.frames import Period, statement_frame, title_of_period
from planner.analysis.wording import Speech
from planner.language import currency_unit
from planner.line_items import CASH_LINES

# The page's own colours: text and lines are those around the table, so that light and dark both hold.
STYLE = """
.figures { overflow-x: auto; max-height: 42rem; overflow-y: auto; }
.figures table { border-collapse: collapse; min-width: min(100%, 26rem); }
.figures table { font-size: .9375rem; font-variant-numeric: tabular-nums; }
.figures caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
.figures th, .figures td { padding: .3rem .75rem .3rem 0; text-align: right; vertical-align: bottom; }
.figures td { white-space: nowrap; }
.figures.words { max-height: none; }
.figures.words td { white-space: normal; min-width: 5.5rem; }
.figures thead th { font-weight: 600; min-width: 5.75rem; border-bottom: 2px solid currentColor; }
.figures th:first-child { text-align: left; font-weight: 400; }
.figures thead th:first-child { font-weight: 600; }
.figures tbody th { min-width: 7.5rem; }
.figures.words th { min-width: 4.5rem; }
.figures tbody tr + tr > * { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.figures tbody tr.total > * { font-weight: 600; border-top: 2px solid currentColor; }
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its title, and a cell for each column after the first. total: a sum, set apart by a line above it."""

    title: str
    cells: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """caption: what the table shows, and the unit of its figures. columns: a title for the rows, then for each cell.

    words: its cells hold words beside figures, so they may be broken.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    words: bool = False


def show_table(table: Table) -> None:
    """The table, in a region that scrolls sideways by itself and that the keyboard reaches."""
    st.html(table_as_html(table))


def table_as_html(table: Table) -> str:
    """The table as HTML, everything in it escaped."""
    caption = escape(table.caption)
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    body = "".join(map(row_as_html, table.rows))
    kind = "figures words" if table.words else "figures"
    return (
        f'<div class="{kind}" role="region" tabindex="0" aria-label="{caption}">'
        f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def row_as_html(row: Row) -> str:
    """One line of the table."""
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
    return f'<tr{" class=total" if row.total else ""}><th scope="row">{escape(row.title)}</th>{cells}</tr>'


def amounts(values: Iterable[float], speech: Speech, decimals: int = 0) -> tuple[str, ...]:
    """Amounts as cells: the same decimals in all, nothing where there is nothing. The unit stands in the caption."""
    return tuple(speech.number(value, decimals) if round(value, decimals) else "" for value in values)


def statement_table(current: Current, speech: Speech, period: Period) -> Table:
    """The cash statement, a row a period and their sum below: what is left first, then what it comes from.

    Money out has a minus. What is nothing in every period has no column.
    """
    _ = speech.text
    frame = statement_frame(current.projection, period)
    columns = dict(zip(frame.columns, frame.to_numpy().T.tolist(), strict=True))  # pandas is slow column by column
    lines = [line for line in CASH_LINES if any(columns[line.name])]
    signed = [[line.cash * amount for amount in columns[line.name]] for line in lines]
    net, total = columns["net_cash_flow"], columns["cumulative_cash_flow"]
    rows = tuple(
        Row(
            speech.say(title_of_period(first, last)),
            (
                speech.number(net[place]),
                speech.number(total[place]),
                *amounts((line[place] for line in signed), speech),
            ),
        )
        for place, (first, last) in enumerate(frame.index)
    )
    whole = Row(_("In all"), (speech.number(sum(net)), "", *amounts(map(sum, signed), speech)), total=True)
    return Table(
        _("Money in and out, {unit}").format(unit=currency_unit(speech.currency, speech.language)),
        (_("Period"), _("In less out"), _("Running total"), *(_(line.title) for line in lines)),
        (*rows, whole),
    )
