"""Tables that everyone can read: real HTML tables, that scroll by themselves where a screen is too narrow for them.

A table brings its cells as words and figures already written in the page's language; everything is escaped here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from pages.shared.session import state
from planner.language import mark
from planner.speech import Speech

# The page's own colours: text and lines are those around the table, so that light and dark both hold.


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
    stacked: on a narrow screen its rows become lists, in which every cell names its column; names: how, where a title
    is too long to stand in every cell, so that the titles stand once above the lists. of: what tells it from another
    table of the page with the same caption, for whoever hears it.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    words: bool = False
    whole: bool = False
    stacked: bool = False
    names: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What is said under one heading: by whom, in one text or several."""

    title: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Words instead of figures, by heading. caption: what the whole shows."""

    caption: str
    sections: tuple[Section, ...]


def show_table(table: Table) -> None:
    """The table, in a region that scrolls sideways by itself and that the keyboard reaches."""
    st.html(table_as_html(table, state.speech().text(mark("Wider than the screen: scroll sideways →"))))


def show_listing(listing: Listing) -> None:
    """Words by their headings."""
    st.html(listing_as_html(listing))


def table_as_html(table: Table, wider: str = "") -> str:
    """The table as HTML, everything in it escaped. wider: what stands under its caption where it has to be scrolled."""
    named = escape(table.caption)
    region = escape(f"{table.caption}: {table.of}") if table.of else named
    caption = f'{named}<span class="wider" aria-hidden="true">{escape(wider)}</span>' if wider else named
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    kind = f"figures{' words' if table.words else ''}{' whole' if table.whole else ''}"
    if table.stacked:
        return _stacked(table, kind, named, region, heads)
    body = "".join(map(row_as_html, table.rows))
    return (
        f'<div class="{kind}" role="region" tabindex="0" aria-label="{region}">'
        f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _stacked(table: Table, kind: str, caption: str, region: str, heads: str) -> str:
    """The same with the name of its column in each cell, and its roles said, which a list would not have."""
    heads = heads.replace("<th ", '<th role="columnheader" ')
    kind = f"{kind} stacked{' named' if table.names else ''}"
    body, names = "", table.names or table.columns[1:]
    for row in table.rows:
        cells = "".join(
            f'<td role="cell"><span class="of" aria-hidden="true">{escape(column)}</span>'
            f'<span class="is">{escape(cell)}</span></td>'
            for column, cell in zip(names, row.cells, strict=True)
        )
        body += f'<tr role="row"><th scope="row" role="rowheader">{escape(row.title)}</th>{cells}</tr>'
    return (
        f'<div class="{kind}" role="region" tabindex="0" aria-label="{region}"><table role="table">'
        f'<caption>{caption}</caption><thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def listing_as_html(listing: Listing) -> str:
    """Words by their headings as HTML, everything in it escaped."""
    body = ""
    for section in listing.sections:
        lines = "".join(
            f'<tr><th scope="row">{escape(who)}</th><td>{"".join(f"<p>{escape(text)}</p>" for text in texts)}</td></tr>'
            for who, texts in section.lines
        )
        body += f'<tbody><tr><th scope="rowgroup" colspan="2">{escape(section.title)}</th></tr>{lines}</tbody>'
    return f'<table class="by-term"><caption>{escape(listing.caption)}</caption>{body}</table>'


def row_as_html(row: Row) -> str:
    """One line of the table."""
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
    return f'<tr{" class=total" if row.total else ""}><th scope="row">{escape(row.title)}</th>{cells}</tr>'


def amounts(values: Iterable[float], speech: Speech, decimals: int = 0) -> tuple[str, ...]:
    """Amounts as cells: the same decimals in all, nothing where there is nothing. The unit stands in the caption."""
    return tuple(speech.number(value, decimals) if round(value, decimals) else "" for value in values)
