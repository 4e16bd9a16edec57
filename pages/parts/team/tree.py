"""The team as a tree: a picture that opens where it is tapped, its sentence, and the same as a table."""

from html import escape
from typing import Any

import numpy as np
import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.receipt import amount
from pages.shared.draw.tables import Row, Table, show_table
from planner.analysis.team.paid import TeamPaid
from planner.compensation.teams.team import ROOT
from planner.language import mark
from planner.line_items import CENT
from planner.speech import Speech

OPEN, FEW_OPEN, MOST = 60, 400, 5_000  # members: all open, two levels open, one; beyond no picture
ROW_HEIGHT, LEAST_HEIGHT, MOST_HEIGHT = 34, 260, 1_400  # pixels
MOST_ROWS = 400
PAID, UNPAID, HOLLOW = "#2679bf", "#8a929b", "rgba(0,0,0,0)"


def show(paid: TeamPaid, speech: Speech) -> None:
    """The picture and its table."""
    _, members = speech.text, len(paid.members)
    said = sentence(paid, speech)
    if members <= MOST:
        st.html(f'<p class="tree-wider">{escape(_("Wider than the screen: scroll sideways →"))}</p>')
        with st.container(key="team-tree-box"):  # wider than a phone, on which it is moved sideways
            # Drawn anew for another team or month: the picture would keep a name of the one before.
            key = f"team-tree-of-{hash((paid.members, paid.month.pay.tobytes()))}"
            st.echarts_chart(spec(paid, speech), height=height(paid), alt=said, key=key, renderer="svg")
        st.caption(plain(said))
        st.caption(plain(_("Blue: paid. Grey: not paid. Hollow: not active. A tap opens and closes what is below.")))
    else:
        st.markdown(plain(said))
        st.caption(plain(_("Of more than {most} members no picture is drawn.").format(most=speech.number(MOST))))
    with st.expander(_("The tree as a table"), key="team-tree-table"):
        show_table(table(paid, speech))


def sentence(paid: TeamPaid, speech: Speech) -> str:
    """Who stands at the top, how many personal recruits they have, and how many levels there are below."""
    team = paid.team.team
    first = int(np.count_nonzero(team.above == 0))
    words = speech.text(
        mark(
            "{top} stands at the top, with {first} personal recruits; {below} members stand below, on {levels} levels."
        )
    )
    return words.format(
        top=paid.members[0],
        first=speech.number(first),
        below=speech.number(len(team) - 1),
        levels=speech.number(len(team.generations) - 1),
    )


def levels_open(members: int) -> int:
    """How many levels the picture opens with; -1 for all."""
    return -1 if members <= OPEN else 2 if members <= FEW_OPEN else 1


def height(paid: TeamPaid) -> int:
    """Room for a line a member of the widest level that is open."""
    team, opened = paid.team.team, levels_open(len(paid.members))
    if opened < 0:
        leaves = len(team) - len(np.unique(team.above[team.above != ROOT]))
    else:
        leaves = sum(rows.stop - rows.start for rows in team.generations[1 : opened + 1])
    return int(np.clip(leaves * ROW_HEIGHT, LEAST_HEIGHT, MOST_HEIGHT))


def spec(paid: TeamPaid, speech: Speech) -> dict[str, Any]:
    """What the picture is drawn from: names as text, which nothing runs."""
    pay, active = paid.month.pay, paid.month.month.active
    nodes: list[dict[str, Any]] = [
        {
            "name": _label(paid, each, speech),
            "symbol": "circle",
            "itemStyle": {"color": colour if active[each] else HOLLOW, "borderColor": colour, "borderWidth": 1.5},
        }
        for each, colour in enumerate(np.where(pay >= CENT, PAID, UNPAID).tolist())
    ]
    for each, above in enumerate(paid.team.team.above.tolist()):
        if above != ROOT:
            nodes[above].setdefault("children", []).append(nodes[each])
    series = {
        "type": "tree",
        "data": [nodes[0]],
        "initialTreeDepth": levels_open(len(nodes)),
        "symbolSize": 9,
        "left": 60,
        "right": 120,
        "top": 16,
        "bottom": 8,
        "roam": False,
        "label": {"position": "top", "fontSize": 12, "distance": 3},
        "leaves": {"label": {"position": "right", "verticalAlign": "middle", "align": "left"}},
        "lineStyle": {"width": 1},
        "animationDuration": 0,
        "animationDurationUpdate": 150,
    }
    return {"series": [series]}


def _label(paid: TeamPaid, each: int, speech: Speech) -> str:
    name, pay = paid.members[each], float(paid.month.pay[each])
    short = name if len(name) <= 16 else f"{name[:15]}…"
    return f"{short} {speech.number(pay, 2)}" if pay >= CENT else short


def table(paid: TeamPaid, speech: Speech) -> Table:
    """Each member under their sponsor, deepest first, with level, sponsor, pay and how many stand below."""
    _, team, depth, below = speech.text, paid.team.team, paid.depth, paid.below
    children: dict[int, list[int]] = {}
    for each, above in enumerate(team.above.tolist()):
        children.setdefault(above, []).append(each)
    order: list[int] = []
    waiting = [0]
    while waiting and len(order) < MOST_ROWS:
        each = waiting.pop()
        order.append(each)
        waiting += reversed(children.get(each, []))
    rows = tuple(
        Row(
            paid.members[each],
            (
                speech.number(float(depth[each])),
                paid.sponsor(each) or "–",
                speech.number(float(below[each])),
                amount(float(paid.month.pay[each]), speech),
            ),
        )
        for each in order
    )
    caption = _("The team, each under their sponsor")
    if len(paid.members) > MOST_ROWS:
        caption = _("The first {count} of the team, each under their sponsor").format(count=speech.number(MOST_ROWS))
    columns = (_("Member"), _("Level"), _("Sponsor"), _("Members below"), _("Pay"))
    return Table(caption, columns, rows)
