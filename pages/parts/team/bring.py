"""Bringing a team: a file or a sample, and what its columns are called where they are not recognised."""

from dataclasses import dataclass
from functools import cache

import streamlit as st

from pages.shared.answer.page import as_label, plain, with_list
from pages.shared.session import state
from planner.errors import Fault
from planner.inputs.cited.file import SAMPLE_DATA
from planner.inputs.team_file.cells import Sign
from planner.inputs.team_file.columns import COLUMNS, ColumnName
from planner.inputs.team_file.read import TeamTable, read_team_file, recognised_in
from planner.inputs.team_file.text import Encoding, Layout, layout_of
from planner.language import mark

FILE, UPLOAD, UPLOADED = "team_file", "team-upload", "team_file_id"
READ = "team_read"  # what was read last, by all that it was read with
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
    st.file_uploader(_("Bring a team's file (CSV)"), type=["csv", "txt", "tsv"], key=UPLOAD, on_change=_take)
    with st.container(horizontal=True):
        for name, title in SAMPLES.items():
            st.button(_(title), key=f"team-sample:{name}", on_click=_take_sample, args=(name,))
    st.caption(
        plain(_("The file stays in this tab: it is in no link and in no saved plan, and gone when the tab is closed."))
    )
    st.caption(plain(_("Up to 5 MB here, some 100,000 rows; the command “pay” in a shell reads a million.")))
    file, wrong = brought(), st.container()
    mapping, encoding, sign = _written(file)
    key = (file.data, tuple(mapping.items()), encoding, sign)
    kept = st.session_state.get(READ)
    if kept is None or kept[0] != key:
        table, faults = read_team_file(file.data, file.name, mapping, encoding=encoding, sign=sign)
        kept = st.session_state[READ] = (key, table, faults)
    table, faults = kept[1], kept[2]
    if faults:
        wrong.error(with_list(_("The team was not read."), map(speech.say_fault, faults)))
    if table is not None and not file.sample:
        _say_read(table)
    return table


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


def _take() -> None:
    uploaded = st.session_state.get(UPLOAD)
    file_id = uploaded and uploaded.file_id
    if file_id == st.session_state.get(UPLOADED):  # called back though the file is the same, as a page is left
        return
    st.session_state[UPLOADED] = file_id
    if uploaded is not None:
        st.session_state[FILE] = Brought(uploaded.name, uploaded.getvalue())


def _take_sample(name: str) -> None:
    st.session_state[FILE] = sample(name)


def _written(file: Brought) -> tuple[dict[ColumnName, str], Encoding | None, Sign | None]:
    """What columns are called, the letters and the decimal sign, as they are stated; recognised where they are not."""
    _ = state.speech().text
    if file.sample:
        return {}, None, None
    encoding: Encoding | None = st.session_state.get(_key("letters", file))
    layout = layout_of(file.data, encoding, "")
    known, unknown = ({}, False) if isinstance(layout, Fault) else recognised_in(layout)
    with st.expander(_("How the file is written"), key="team-written", expanded=unknown):
        mapping = {} if isinstance(layout, Fault) else _columns(file, layout, known)
        names: dict[Encoding | None, str] = {None: _("recognised")} | ENCODINGS
        st.selectbox(_("Letters"), list(names), format_func=names.__getitem__, key=_key("letters", file))
        signs: dict[Sign | None, str] = {None: _("recognised"), ".": _("point"), ",": _("comma")}
        sign = st.selectbox(_("Decimal sign"), list(signs), format_func=signs.__getitem__, key=_key("sign", file))
    return mapping, encoding, sign


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
