"""Bringing a team: a file or a sample, and what its columns are called where they are not recognised."""

from dataclasses import dataclass
from functools import cache

import streamlit as st

from pages.shared.answer.page import as_label, plain, with_list
from pages.shared.fields.upload import TEAM, upload
from pages.shared.session import once, state
from planner.errors import Fault
from planner.inputs.cited.file import SAMPLE_DATA
from planner.inputs.team_file.cells import Sign
from planner.inputs.team_file.columns import COLUMNS, ColumnName
from planner.inputs.team_file.read import READING, TeamTable, read_team_file, recognised_in
from planner.inputs.team_file.text import Encoding, Layout, layout_of
from planner.language import mark

FILE, UPLOAD = "team_file", "team-upload"
READ, STATED, BEFORE = "team_read", "team_stated", "team_before"
TYPES = ("csv", "txt", "tsv")
ENCODINGS: dict[Encoding | None, str] = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "latin-1": "ISO 8859-1",
}
NOWHERE = ""
SAMPLES = {
    "forty-members.csv": mark("An invented team of 40"),
    "three-hundred-members.csv": mark("An invented team of 300"),
}


@dataclass(frozen=True, slots=True)
class Stated:
    """How a file is said to be written: columns by our names, letters, decimal sign; recognised where it is not."""

    columns: tuple[tuple[ColumnName, str], ...] = ()
    encoding: Encoding | None = None
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was handed over. sample: one of ours."""

    name: str
    data: bytes
    sample: bool = False


def brought() -> Brought:
    """What is brought; until then the first sample. It stays in the session and is kept nowhere."""
    found: Brought | None = st.session_state.get(FILE)
    return found or sample("forty-members.csv")


@cache
def sample(name: str) -> Brought:
    """One of the teams that come with the program."""
    return Brought(name, (SAMPLE_DATA / "teams" / name).read_bytes(), sample=True)


def show() -> TeamTable | None:
    """The fields for a file, and the team of it; None where it cannot be read, which is said with every fault."""
    speech = state.speech()
    _ = speech.text
    upload(_("Bring a team's file (CSV)"), UPLOAD, TYPES, _take, TEAM)
    with st.container(horizontal=True):
        for name, title in SAMPLES.items():
            st.button(_(title), key=f"team-sample:{name}", on_click=_take_sample, args=(name,))
    st.caption(
        plain(_("The file stays in this tab: it is in no link and in no saved plan, and gone when the tab is closed."))
    )
    words = _("Up to {most} MB here, some 500,000 rows; the command “pay” in a shell reads a million.")
    st.caption(plain(words.format(most=speech.number(TEAM))))
    file, wrong = brought(), st.container()
    table, faults = read(file, once.told(STATED, _written(file)), READ)
    if faults:
        with wrong:
            say_unread(file, faults)
    if table is not None and not file.sample:
        _say_read(table)
    return table


def say_unread(file: Brought, faults: tuple[Fault, ...]) -> None:
    """That a file is no team, with every fault of it."""
    speech = state.speech()
    words = speech.text(mark("{name} was not read.")).format(name=file.name)
    st.error(with_list(words, map(speech.say_fault, faults)))


def read(file: Brought, stated: Stated, name: str) -> tuple[TeamTable | None, tuple[Fault, ...]]:
    """The team of a file, or every fault of it; read once, by the name of what is kept, and waited for in words."""
    speech = state.speech()

    def made() -> tuple[TeamTable | None, tuple[Fault, ...]]:
        with st.spinner(speech.text(READING).format(rows=speech.number(file.data.count(b"\n")))):
            known = layout_in(file, stated.encoding, name)
            header = () if isinstance(known, Fault) else known.header
            mapping = {ours: theirs for ours, theirs in stated.columns if theirs in header}
            return read_team_file(file.data, file.name, mapping, encoding=stated.encoding, sign=stated.sign)

    return once.made(name, (file, stated), made)


def layout_in(file: Brought, encoding: Encoding | None, name: str) -> Layout | Fault:
    """In which letters and with which signs a file is written, looked at once, by the name of what is kept of it."""
    letters = once.told(f"{name}_letters", (encoding,))
    return once.made(f"{name}_layout", (file, letters), lambda: layout_of(file.data, encoding, ""))


def columns_stated() -> Stated:
    """What the columns of the file here were said to be; of another file all else is recognised."""
    here: Stated = st.session_state.get(STATED, Stated())
    return Stated(here.columns)


def _say_read(table: TeamTable) -> None:
    """How many members and months were read of which columns, and which columns nobody reads."""
    speech = state.speech()
    _ = speech.text
    words = _("Read: {members} members, {months}, of the columns {columns}.")
    said = words.format(
        members=speech.number(len(table.members)),
        months=speech.months(len(table.months)),
        columns=", ".join(table.columns.values()),
    )
    unread = _("Not read: {columns}.").format(columns=", ".join(table.unread)) if table.unread else ""
    st.caption(plain(" ".join(filter(None, (said, unread)))))


def _take(data: bytes, name: str) -> tuple[Fault, ...]:
    _remember()
    st.session_state[FILE] = Brought(name, data)
    return ()  # what is wrong with it may hang on how it is said to be written: read() tells it


def _take_sample(name: str) -> None:
    _remember()
    st.session_state[FILE] = sample(name)


def _remember() -> None:
    """Keeps the team that was here, so that the next one can be laid beside it."""
    (file, _stated), (table, _faults) = st.session_state.get(READ, ((sample("forty-members.csv"), None), (None, ())))
    if table is not None and not file.sample:
        st.session_state[BEFORE] = (file.name, table)


def _written(file: Brought) -> Stated:
    """What columns are called, the letters and the decimal sign, as they are stated; recognised where they are not."""
    _ = state.speech().text
    if file.sample:
        return Stated()
    encoding: Encoding | None = st.session_state.get(_key("letters", file))
    layout = layout_in(file, encoding, READ)
    known, unknown = ({}, False) if isinstance(layout, Fault) else recognised_in(layout)
    with st.expander(_("How the file is written"), key="team-written", expanded=unknown):
        mapping = {} if isinstance(layout, Fault) else _columns(file, layout, known)
        names: dict[Encoding | None, str] = {None: _("recognised")} | ENCODINGS
        st.selectbox(_("Letters"), list(names), format_func=names.__getitem__, key=_key("letters", file))
        signs: dict[Sign | None, str] = {None: _("recognised"), ".": _("point"), ",": _("comma")}
        sign = st.selectbox(_("Decimal sign"), list(signs), format_func=signs.__getitem__, key=_key("sign", file))
    return Stated(tuple(mapping.items()), encoding, sign)


def _columns(file: Brought, layout: Layout, known: dict[ColumnName, str]) -> dict[ColumnName, str]:
    """A list for each of our columns, with those of the file; nothing where it is recognised."""
    _ = state.speech().text
    st.markdown(plain(_("Which column of the file says what? Choose one only where it is not recognised, or wrongly.")))
    header = list(dict.fromkeys(filter(None, layout.header)))
    found: dict[ColumnName, str] = {}
    with st.container(horizontal=True):
        for column in COLUMNS:
            taken = known.get(column.name)
            recognised = _("recognised: {column}").format(column=taken) if taken else _("not in the file")
            names = {NOWHERE: recognised} | {name: name for name in header}
            chosen = st.selectbox(
                as_label(_(column.title)),
                list(names),
                format_func=names.__getitem__,
                key=_key(f"column-{column.name}", file),
                width=260,
            )
            if chosen:
                found[column.name] = chosen
    return found


def _key(name: str, file: Brought) -> str:
    return f"team-{name}-{hash(file.data)}"
