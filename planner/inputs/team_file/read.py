"""A team's file read: its members, who recruited whom, and what each bought in each month; or every fault of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from planner.errors import Fault
from planner.inputs.faults import first_faults
from planner.inputs.file_text import short
from planner.inputs.team_file import cells
from planner.inputs.team_file.cells import NOTHING, Sign, month_name
from planner.inputs.team_file.columns import COLUMNS, ColumnName, places_of
from planner.inputs.team_file.notes import Faulty
from planner.inputs.team_file.orders import Orders, orders_of
from planner.inputs.team_file.people import People, people_of
from planner.inputs.team_file.rows import EITHER_SIGN, NOBODY, PARTS, Array, Index, Rows, amounts_in, read_rows
from planner.inputs.team_file.text import NO_MEMBER, Encoding, Layout, layout_of
from planner.language import mark

Faults = tuple[Fault, ...]

MOST_PLACES = 6_000_000  # members times months: what they bought takes so much room
LONG_AGO = -1_200  # months: who was there before anybody remembers
NEARLY = 1e-6

READING = mark("Reading {rows} rows …")  # while it takes long
TWICE = mark("Line {line}: {member} has a line for {month} already, line {other}. Put the two into one.")
ORDER_TWICE = mark("Line {line}: {member} has this order of {month} in line {other} already. Remove one of the two.")
PART_OF_ORDER = mark(
    "Line {line}: of this order's {whole} points {part} stand here. An order is an outside customer's or not, and at "
    "joining or not: state all of its points, or 0."
)
BEFORE_JOINING = mark("Line {line}: {member} joined in {joined}, after this month. Correct one of the two.")
TOO_MANY_MONTHS = mark(
    "{members} members over {months} months are more than is computed at once. Bring fewer months, or a part of the "
    "team."
)


@dataclass(frozen=True, slots=True)
class TeamTable:
    """A team as its file has it, before any plan pays it.

    members: in the order of their first lines. above, placed_under: places, -1 for none; placed_under and side None
    where the file has no placement. joined: months from the first of the file, negative before it. months: every one
    from the first to the last, such as 2026-11. rank: with which each came in, country: where they are; "" for none,
    None without the column.
    encoding, columns: how it was read, columns by our names as the file calls them. unread: columns nobody reads.
    """

    members: tuple[str, ...]
    above: Index
    joined: Index
    months: tuple[str, ...]
    orders: tuple[Orders, ...]
    placed_under: Index | None
    side: Index | None
    rank: tuple[str, ...] | None
    country: tuple[str, ...] | None
    encoding: Encoding
    columns: dict[ColumnName, str]
    unread: tuple[str, ...]

    @property
    def unstated(self) -> tuple[str, ...]:
        """What the file does not say and is therefore counted as nothing, by the titles of the columns."""
        return tuple(column.title for column in COLUMNS[5:7] if column.name not in self.columns)


def read_team_file(
    data: bytes,
    name: str,
    mapping: Mapping[ColumnName, str] | None = None,
    *,
    encoding: Encoding | None = None,
    sign: Sign | None = None,
    month: str | None = None,
) -> tuple[TeamTable | None, Faults]:
    """The team that the bytes of the file `name` state, or None and everything wrong with it. Never raises.

    mapping: what columns are called in it, by our names, where they are not recognised. encoding, sign: in which
    letters and with which decimal sign it is written; recognised where they are not stated. month: of a file without
    months, in which nobody joined later; else the current one.
    """
    layout = layout_of(data, encoding, name)
    if isinstance(layout, Fault):
        return None, (layout,)
    places, wrong = places_of(layout.header, mapping or {})
    if wrong:
        return None, tuple(replace(fault, file=name) for fault in wrong)
    columns = {ours: layout.header[place] for ours, place in places.items()}
    faulty = Faulty(name)
    read_sign = sign or cells.sign_of(amounts_in(layout, places) if _may_differ(layout) else ())
    if read_sign not in (".", ","):
        if layout.separator == ",":
            read_sign = "."
        else:
            return None, (Fault(columns["personal_volume"], EITHER_SIGN, short(read_sign), name),)
    rows = read_rows(layout, places, "," if read_sign == "," else ".", faulty)
    if not len(rows.line) and not faulty:
        return None, (Fault("", NO_MEMBER, "", name),)
    unread = tuple(header for header in layout.header if header and header not in columns.values())
    return table_of(rows, columns, faulty, name, month=month, encoding=layout.encoding, unread=unread)


def table_of(
    rows: Rows,
    columns: dict[ColumnName, str],
    faulty: Faulty,
    name: str,
    *,
    month: str | None,
    encoding: Encoding = "utf-8-sig",
    unread: tuple[str, ...] = (),
) -> tuple[TeamTable | None, Faults]:
    """The team of some rows, or None and all that is wrong with it, with what is in `faulty` already.

    columns: what they are called where they stand. month, encoding, unread: as of read_team_file and TeamTable.
    """
    people = people_of(rows, columns, faulty)
    _say_parts(rows, columns, faulty)
    first, last, numbers = _months(rows, month)
    _say_months(rows, people, numbers, columns, faulty)
    if faulty:
        return None, faulty.first()
    count = last - first + 1
    if count * len(people.members) > MOST_PLACES:
        sizes = {"members": float(len(people.members)), "months": float(count)}
        return None, first_faults([Fault("", TOO_MANY_MONTHS, "", name, sizes)])
    return _table(rows, people, first, last, numbers, encoding, columns, unread), ()


def recognised_in(layout: Layout) -> tuple[dict[ColumnName, str], bool]:
    """The columns that are recognised, by our names, and whether it must still be said what some others are."""
    places, wrong = places_of(layout.header, {})
    return {ours: layout.header[place] for ours, place in places.items()}, bool(wrong)


def _may_differ(layout: Layout) -> bool:
    """Whether an amount could be written with a comma: one between commas stands in quotation marks."""
    wide = layout.encoding.startswith("utf-16")
    return wide or (b'"' in layout.data if layout.separator == "," else b"," in layout.data)


def _months(rows: Rows, month: str | None) -> tuple[int, int, Index]:
    """The first and the last month, and that of each row. Without a column all are in one: the last of joining."""
    if rows.has("month"):
        found = rows.people("month")
        stated = found[found != int(NOTHING)]
        first, last = (int(stated.min()), int(stated.max())) if len(stated) else (0, 0)
        return first, last, found
    joined = rows.people("joined")
    here = int(cells.month(month or f"{datetime.now(UTC):%Y-%m}"))
    if month is None and (joined != int(NOTHING)).any():
        here = int(joined.max())
    return here, here, np.full(len(rows.line), here)


def _say_parts(rows: Rows, columns: dict[ColumnName, str], faulty: Faulty) -> None:
    """Parts of the points that come to more than all of them."""
    whole = np.maximum(rows.of("personal_volume"), 0.0)
    parts = np.maximum(rows.of("customer_sales"), 0.0) + np.maximum(rows.of("joining_order"), 0.0)
    column = columns.get("customer_sales") or columns.get("joining_order") or ""
    for row in np.flatnonzero(parts > whole + NEARLY).tolist():
        line, sizes = int(rows.line[row]), {"parts": float(parts[row]), "whole": float(whole[row])}
        faulty.add(line, column, PARTS, "", **sizes)
    if rows.has("order"):
        for name in PARTS_OF_POINTS:
            part = np.maximum(rows.of(name), 0.0)
            for row in np.flatnonzero((part > 0) & (part < whole - NEARLY)).tolist():
                sizes = {"part": float(part[row]), "whole": float(whole[row])}
                faulty.add(int(rows.line[row]), columns[name], PART_OF_ORDER, "", **sizes)


PARTS_OF_POINTS: tuple[ColumnName, ...] = ("customer_sales", "joining_order")


def _say_months(rows: Rows, people: People, months: Index, columns: dict[ColumnName, str], faulty: Faulty) -> None:
    """A member twice in a month, and orders before somebody joined."""
    member = people.place[rows.people("member")]
    known = np.flatnonzero((member != NOBODY) & (months != int(NOTHING)))
    single = rows.of("order")
    order = known[np.lexsort((known, single[known], months[known], member[known]))]
    same = np.ones(max(len(order) - 1, 0), dtype=np.bool_)
    for each in (member, months, single):
        same &= each[order][1:] == each[order][:-1]
    for here in np.flatnonzero(same).tolist():
        row, other = int(order[here + 1]), int(order[here])
        name, named = people.members[int(member[row])], month_name(int(months[row]))
        parameters = {"member": name, "month": named, "other": str(rows.line[other])}
        message = TWICE if single[row] == NOBODY else ORDER_TWICE
        faulty.add(int(rows.line[row]), columns["member"], message, name, **parameters)
    bought = rows.of("personal_volume")[known] > 0
    for row in known[bought & (people.joined[member[known]] > months[known])].tolist():
        who = int(member[row])
        parameters = {"member": people.members[who], "joined": month_name(int(people.joined[who]))}
        column = columns.get("month") or columns["joined"]
        faulty.add(int(rows.line[row]), column, BEFORE_JOINING, month_name(int(months[row])), **parameters)


def _table(
    rows: Rows,
    people: People,
    first: int,
    last: int,
    months: Index,
    encoding: Encoding,
    columns: dict[ColumnName, str],
    unread: tuple[str, ...],
) -> TeamTable:
    """The file without faults, by member and month."""
    orders = orders_of(rows, people, months - first, last - first + 1)
    joining = np.array([each.joining for each in orders])

    def labels(column: ColumnName, numbers: Index) -> tuple[str, ...] | None:
        in_order = ["", *rows.labels[column]]
        return tuple(in_order[number + 1] for number in numbers.tolist()) if rows.has(column) else None

    return TeamTable(
        members=people.members,
        above=people.above,
        joined=_joined(people, joining, first),
        months=tuple(map(month_name, range(first, last + 1))),
        orders=orders,
        placed_under=people.placed_under if rows.has("placed_under") else None,
        side=np.where(people.side == int(NOTHING), NOBODY, people.side) if rows.has("side") else None,
        rank=labels("rank", people.rank),
        country=labels("country", people.country),
        encoding=encoding,
        columns=columns,
        unread=unread,
    )


def _joined(people: People, joining: Array, first: int) -> Index:
    """The month of joining as stated; else that of the first order at joining; else long ago."""
    ordered = joining > 0
    by_order = np.where(ordered.any(axis=0), ordered.argmax(axis=0), LONG_AGO)
    return np.where(people.joined == int(NOTHING), by_order, people.joined - first)
