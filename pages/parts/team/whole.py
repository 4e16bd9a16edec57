"""The whole team: every member's pay, what it rests on, what each part pays, and who lost a rank."""

from typing import Any

import numpy as np
import streamlit as st

from pages.parts.team.member import show_rests
from pages.parts.team.payer import rests
from pages.shared.answer.page import as_label, plain
from pages.shared.draw.receipt import amount
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.session.downloads import choose_style, hand_over
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.payout import breakage_in_words, payout_in_words, without_most_in_words
from planner.analysis.team.receipt import part_title, plain_number, source_in_words
from planner.analysis.team.since import Since
from planner.analysis.team.unstated import unstated_in_words
from planner.analysis.team.whole import lost_in_words, month_in_words
from planner.export.csv import to_csv
from planner.export.json import to_json
from planner.export.team import members_frame, not_computed, receipts_frame, team_record
from planner.export.team_since import since_frame, since_record
from planner.line_items import CENT
from planner.speech import Speech

FEW, MOST = 15, 1_000


def show_members(paid: TeamPaid, speech: Speech) -> None:
    """The members that are paid most; of a small team the others too, on request."""
    _, pay = speech.text, paid.month.pay
    order = np.argsort(-pay, kind="stable")
    everyone = st.toggle(_("Every member, not only those who are paid most"), key="team-everyone")
    shown = order[:MOST] if everyone else [each for each in order[:FEW] if pay[each] >= CENT]
    month = paid.month.month
    rows = tuple(
        Row(
            paid.members[each],
            (
                amount(float(pay[each]), speech),
                paid.rank_name(int(month.rank[each])) or "–",
                _("yes") if month.active[each] else _("no"),
                plain_number(float(month.all_bought.points[each]), speech),
                plain_number(float(month.stands.group[each]), speech),
                speech.number(float(paid.below[each])),
            ),
        )
        for each in map(int, shown)
    )
    caption = _("Pay in {month}, the most first").format(month=month_in_words(paid.month.name, speech))
    columns = (
        _("Member"),
        _("Pay"),
        _("Rank"),
        _("Active"),
        _("Own points"),
        _("Points of the group"),
        _("Members below"),
    )
    if rows:
        show_table(Table(caption, columns, rows))
        if bool(month.stands.broken.any()):
            st.caption(plain(_("Points of a group are without the groups below it that broke away.")))
    if everyone and len(order) > MOST:
        st.caption(plain(_("Shown are the first {count}; the files below hold all.").format(count=speech.number(MOST))))


def show_whole(paid: TeamPaid, speech: Speech) -> None:
    """What the team's pay rests on, which parts pay it, what share that is, who lost a rank, what is not computed."""
    _ = speech.text
    show_rests(_("What the pay of the whole team rests on"), rests(paid).total(), speech)
    if said := unstated_in_words(paid, speech):
        st.caption(plain(said))
    rows = [
        Row(
            part_title(each.part, speech),
            (speech.money(float(each.amount.sum()), 2), source_in_words(each.part, paid, speech)),
        )
        for each in paid.month.parts
    ]
    adjusted = float(paid.month.pay.sum()) - sum(float(each.amount.sum()) for each in paid.month.parts)
    if abs(adjusted) >= CENT:
        rows.append(Row(_("Gates, caps and rounding"), (speech.money(adjusted, 2), "")))
    rows.append(Row(_("Together"), (speech.money(float(paid.month.pay.sum()), 2), ""), total=True))
    columns = (_("Part"), _("Amount"), _("Rule"))
    parts = Table(_("What each part of the plan pays"), columns, tuple(rows), words=True, stacked=True)
    with st.expander(parts.caption, key="team-parts"):
        show_table(parts)
    out = [payout_in_words(paid, speech), *(breakage_in_words(each, paid, speech) for each in paid.month.parts)]
    out.append(without_most_in_words(paid, speech))
    st.markdown(plain(" ".join(filter(None, out))))
    _show_lost(paid, speech)
    missing = not_computed(paid, speech)
    if missing:
        with st.expander(plain(_("Not computed of this company's pay ({count})").format(count=len(missing)))):
            st.markdown("\n".join(f"- {plain(each['name'])}: {plain(each['why'])}" for each in missing))


def _show_lost(paid: TeamPaid, speech: Speech) -> None:
    _ = speech.text
    if not paid.payer.plan.ranks:
        return
    if paid.before is None:
        st.markdown(plain(_("Who lost a rank is known from the second month on: this is the first.")))
        return
    lost = list(lost_in_words(paid, speech))
    if not lost:
        st.markdown(plain(_("Nobody has a lower rank than in the month before.")))
        return
    count = speech.plural(
        "{count} member has a lower rank than in the month before",
        "{count} members have a lower rank than in the month before",
        len(lost),
    )
    with st.expander(as_label(count), key="team-lost"):
        st.markdown("\n".join(f"- {plain(each)}" for each in lost))


def take_away(paid: TeamPaid, beside: Since | None, speech: Speech) -> None:
    """The tables and the record; with names or numbers, as the page shows them. beside: what came and left, if told."""
    _ = speech.text
    style = choose_style(speech)
    with st.container(horizontal=True):
        members = _("A row a member (CSV)")
        hand_over(members, lambda: to_csv(members_frame(paid, speech), style), "team-pay.csv", "team-members-file")
        rows = _("The rows behind it (CSV)")
        hand_over(rows, lambda: to_csv(receipts_frame(paid, speech), style), "team-receipts.csv", "team-receipts-file")
        if beside is not None:
            changes = _("What came and left (CSV)")
            hand_over(changes, lambda: to_csv(since_frame(beside, speech), style), "team-since.csv", "team-since-file")
        both = _("Both with the plan (JSON)")
        hand_over(both, lambda: to_json(record_of(paid, beside, speech)), "team-pay.json", "team-record-file")


def record_of(paid: TeamPaid, beside: Since | None, speech: Speech) -> dict[str, Any]:
    """The record of the team's pay, with what came and left where that is told."""
    record = team_record(paid, speech)
    return record if beside is None else record | {"since": since_record(beside, speech)}
