"""What came and left: the team beside an earlier month, an earlier file, or the one that was here before."""

from dataclasses import dataclass, replace

import streamlit as st

from pages.parts.team import bring
from pages.parts.team.payer import HIDDEN, paid_by
from pages.shared.answer.page import plain
from pages.shared.draw.receipt import amount, capital
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.fields.upload import TEAM, upload
from pages.shared.session import once
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.receipt import plain_number
from planner.analysis.team.since import (
    KINDS,
    Changed,
    Since,
    alike_in_words,
    named_alike,
    numbered_alike,
    rows_of,
    since,
    since_in_words,
    then_and_now,
)
from planner.analysis.team.whole import month_in_words
from planner.errors import Fault
from planner.inputs.team_file.read import TeamTable
from planner.speech import Speech

UPLOAD, EARLIER = "team-earlier", "team_earlier"
FEW, MOST = 12, 400


@dataclass(frozen=True, slots=True)
class Look:
    """A month that the team can be laid beside. file: of an earlier file, "" of the same; table: that file's team."""

    file: str
    table: TeamTable
    month: str


def show(paid: TeamPaid, table: TeamTable, speech: Speech) -> Since | None:
    """The earlier look that is chosen, the sentence and the table; None where there is no earlier one.

    table: the team by its names, whether they are shown or not.
    """
    _ = speech.text
    st.header(plain(_("What came and left")), anchor=False)
    with st.expander(_("An earlier file of this team"), key="team-earlier-fold"):
        upload(_("An earlier file of this team (CSV)"), UPLOAD, bring.TYPES, _take, TEAM)
        st.caption(plain(_("Its columns are called as in the team's file, or recognised. It stays in this tab too.")))
        earlier = _earlier()
    looks = _looks(paid, table, earlier)
    if not looks:
        st.markdown(plain(_("There is no earlier month. Bring an earlier file to see what came and left since.")))
        return None
    look = _chosen(looks, speech)
    then = _paid_then(look, paid, table, speech)
    if isinstance(then, Fault):
        st.warning(plain(speech.say_fault(then)))
        return None
    found = once.made("team_since", (then.month, paid.month), lambda: since(then, paid, look.file))
    st.markdown(plain(since_in_words(found, speech)))
    if look.file:
        if not st.session_state.get(HIDDEN) and (said := alike_in_words(named_alike(look.table, table), speech)):
            st.caption(plain(said))
        words = _("Each file is paid from its own first month on: what is carried over from before is not in it.")
        st.caption(plain(words))
    _show_table(found, speech)
    return found


def _take(data: bytes, name: str) -> tuple[Fault, ...]:
    st.session_state[EARLIER] = bring.Brought(name, data)
    return ()


def _earlier() -> tuple[str, TeamTable] | None:
    """The earlier file that was brought, read with the columns that were named for the present one as far as it has
    them; None where there is none, or it cannot be read, which is said.
    """
    file: bring.Brought | None = st.session_state.get(EARLIER)
    if file is None:
        return None
    table, faults = bring.read(file, once.told("team_earlier_stated", bring.columns_stated()), "team_earlier_read")
    if table is None:
        bring.say_unread(file, faults)
        return None
    return file.name, table


def _looks(paid: TeamPaid, table: TeamTable, earlier: tuple[str, TeamTable] | None) -> list[Look]:
    """What the team can be laid beside: an earlier file first, then the team that was here before, then the months."""
    before: tuple[str, TeamTable] | None = st.session_state.get(bring.BEFORE)
    found = []
    for kept in (earlier, None if bring.brought().sample else before):
        if kept is not None and kept[1] is not table:
            found += [Look(*kept, month) for month in reversed(kept[1].months) if month <= paid.month.name]
    return [*found, *(Look("", table, month) for month in reversed(table.months[: paid.at]))]


def _chosen(looks: list[Look], speech: Speech) -> Look:
    """Which of them; at first what was brought last, else the month before."""
    _ = speech.text
    names = {}
    for number, look in enumerate(looks):
        month = month_in_words(look.month, speech)
        names[number] = _("{month}, in {file}").format(month=month, file=look.file) if look.file else month
    key = f"team-beside-{hash(tuple((look.file, look.month) for look in looks))}"
    shown = st.selectbox(_("Beside which month"), list(names), format_func=names.__getitem__, key=key, width=420)
    return looks[shown]


def _paid_then(look: Look, paid: TeamPaid, table: TeamTable, speech: Speech) -> TeamPaid | Fault:
    """The earlier look, paid by the same plan, with the same numbers in place of names where these are hidden."""
    if look.table is table:
        return replace(paid, at=table.months.index(look.month))
    shown = look.table
    if st.session_state.get(HIDDEN):
        made_of = (shown, table, speech.language)
        shown = once.made("team_then_hidden", made_of, lambda: numbered_alike(look.table, table, speech))
    found = paid_by(shown, paid.payer, "team_then_paid")
    return replace(found, at=look.table.months.index(look.month)) if isinstance(found, TeamPaid) else found


def _show_table(found: Since, speech: Speech) -> None:
    _ = speech.text
    every = list(rows_of(found))
    if not every:
        return
    with st.expander(_("Who came, left and changed"), key="team-since"):
        _show_rows(every, speech)


def _show_rows(every: list[Changed], speech: Speech) -> None:
    _ = speech.text
    label = _("All {count}, not only the first").format(count=speech.number(len(every)))
    everyone = len(every) > FEW and st.toggle(label, key="team-since-everyone")
    rows = tuple(
        Row(
            each.member,
            (
                capital(", ".join(_(KINDS[name]) for name in each.what)),
                then_and_now(each.sponsors),
                then_and_now(each.ranks),
                *(_cell(value, speech, money=False) for value in each.points),
                *(_cell(value, speech, money=True) for value in each.pay),
            ),
        )
        for each in every[: MOST if everyone else FEW]
    )
    sides = (_("Points then"), _("Points now"), _("Pay then"), _("Pay now"))
    columns = (_("Member"), _("What"), _("Sponsor"), _("Rank"), *sides)
    caption = _("Who came, left and changed")
    show_table(Table(caption, columns, rows, words=True))
    if everyone and len(every) > MOST:
        st.caption(plain(_("Shown are the first {count}; the files below hold all.").format(count=speech.number(MOST))))


def _cell(value: float | None, speech: Speech, *, money: bool) -> str:
    if value is None:
        return "–"
    return amount(value, speech) if money else plain_number(value, speech)
