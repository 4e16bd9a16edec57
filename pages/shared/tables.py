"""Tables that everyone can read: real HTML tables, that scroll by themselves where a screen is too narrow for them.

A table brings its cells as words and figures already written in the page's language; everything is escaped here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from planner.analysis.wording import Speech

# The page's own colours: text and lines are those around the table, so that light and dark both hold.
STYLE = """
.figures { overflow-x: auto; max-height: 42rem; overflow-y: auto; }
.figures table { border-collapse: separate; border-spacing: 0; min-width: min(100%, 26rem); }
.figures table { font-size: .9375rem; font-variant-numeric: tabular-nums; }
.figures caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
.figures th, .figures td { padding: .3rem .75rem .3rem 0; text-align: right; vertical-align: bottom; }
.figures td { white-space: nowrap; }
.figures.words, .figures.whole { max-height: none; }
.figures.words td { white-space: normal; min-width: 5.5rem; }
.figures thead th { font-weight: 600; min-width: 5.75rem; border-bottom: 2px solid currentColor; }
.figures th:first-child { text-align: left; font-weight: 400; }
.figures thead th:first-child { font-weight: 600; }
.figures tbody th { min-width: 7.5rem; max-width: 17rem; }
/* The names of rows and columns stay in sight while the rest scrolls under them, on the page's own background. */
.figures thead th, .figures th:first-child { position: sticky; background: Canvas; }
.figures thead th, .figures th:first-child { background: light-dark(#ffffff, #0f1318); }
.figures thead th { top: 0; z-index: 1; }
.figures th:first-child { left: 0; z-index: 1; }
.figures thead th:first-child { z-index: 2; }
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

    words: its cells hold words beside figures, so they may be broken. whole: it is never cut off in its height.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    words: bool = False
    whole: bool = False


def show_table(table: Table) -> None:
    """The table, in a region that scrolls sideways by itself and that the keyboard reaches."""
    st.html(table_as_html(table))


def table_as_html(table: Table) -> str:
    """The table as HTML, everything in it escaped."""
    caption = escape(table.caption)
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    body = "".join(map(row_as_html, table.rows))
    kind = f"figures{' words' if table.words else ''}{' whole' if table.whole else ''}"
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
