"""A team that is paid, as tables and as a record: a row a member, and the rows behind their pay."""

from typing import Any

import numpy as np
import pandas as pd

from planner.analysis.team.adjusted import adjustment_title, rows_of
from planner.analysis.team.at_risk import IDLE, KEPT, LEG, NEXT, at_risk, nearest
from planner.analysis.team.gates import asked_in_words
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.payout import breakage
from planner.analysis.team.receipt import kind_title, part_title, points_for, rule_of, source_in_words
from planner.analysis.team.rests_on import SOURCES, rests_on
from planner.compensation.teams.flow import CUT
from planner.compensation.teams.team import ROOT
from planner.export.about import NO_PROMISE, PROGRAM, VERSION
from planner.export.frames import Frame
from planner.export.json import records, rounded
from planner.language import mark
from planner.speech import Speech

TEAM_FORMAT = "joinwise-team-pay"
LOST_BY = {NEXT: "next_month", IDLE: "nothing_bought", LEG: "leg", KEPT: ""}


def members_frame(paid: TeamPaid, speech: Speech) -> Frame:
    """A row a member, by generation from the top: money in the plan's currency, points of the month.

    level: how many stand above. group_points: own points and those of everyone below that count for a rank.
    from_...: what the pay rests on; together it is the pay.
    """
    month, rests = paid.month.month, rests_on(paid.month)
    return pd.DataFrame(
        {
            "member": list(paid.members),
            "sponsor": [paid.sponsor(place) for place in range(len(paid.members))],
            "level": paid.depth,
            "month": paid.month.name,
            "currency": paid.payer.currency,
            "pay": paid.month.pay,
            "rank": [paid.rank_name(number) for number in month.rank.tolist()],
            "active": month.active,
            "points": month.all_bought.points,
            "group_points": month.stands.group,
            **{f"from_{name}": getattr(rests, name) for name in SOURCES},
            "plan": paid.payer.name,
            "program": f"{PROGRAM} {VERSION}",
            "note": speech.text(NO_PROMISE),
        }
    )


def receipts_frame(paid: TeamPaid, speech: Speech) -> Frame:
    """A row for each amount that pay is the sum of: who is paid, on whose orders, by which part of the plan.

    part: from 1, as the plan lists them; kind: its rule. source: "" where it rests on nobody's orders alone. points: of
    the source, as far as the part looks at them. cut: money that a cap of the part took before the amount. rule_source:
    who published the rule. What gates, caps and rounding of the plan took or added is a row too, of part 0: had and
    asked say of what.
    """
    members = np.array([*paid.members, ""], dtype=object)
    found: list[Frame] = []
    for place, part in enumerate(paid.month.parts, start=1):
        points = points_for(part.part, paid.month.month)
        for rows in part.flows():
            known = rows.source != ROOT
            columns = {
                "member": members[rows.earner],
                "month": paid.month.name,
                "currency": paid.payer.currency,
                "part": place,
                "kind": rule_of(part.part),
                "name": part_title(part.part, speech),
                "step": rows.step,
                "source": members[rows.source],  # the last, which is empty, for nobody
                "points": np.where(known, points[rows.source], np.nan),
                "base": rows.base,
                "rate": rows.rate,
                "amount": rows.amount,
                "cut": rows.detail.get(CUT, np.zeros(len(rows.earner))),
                "had": np.nan,
                "asked": np.nan,
                "rule_source": source_in_words(part.part, paid, speech),
            }
            found.append(pd.DataFrame(columns))
    found += adjusted_frames(paid, speech)
    names = ["member", "month", "currency", "part", "kind", "name", "step", "source", "points", "base", "rate"]
    names += ["amount", "cut", "had", "asked", "rule_source"]
    every = pd.concat(found, ignore_index=True) if found else pd.DataFrame({name: [] for name in names})
    order = {name: place for place, name in enumerate(paid.members)}
    every = every.sort_values("member", key=lambda column: column.map(order), kind="stable", ignore_index=True)
    return every.assign(plan=paid.payer.name, program=f"{PROGRAM} {VERSION}", note=speech.text(NO_PROMISE))


def receipt_frame(paid: TeamPaid, member: int, speech: Speech) -> Frame:
    """The rows of one member's pay alone, as of `receipts_frame`."""
    every = receipts_frame(paid, speech)
    return every[every["member"] == paid.members[member]].reset_index(drop=True)


def adjusted_frames(paid: TeamPaid, speech: Speech) -> list[Frame]:
    """The rows of what gates, caps and rounding took or added, in their order; step: which of the plan's list."""
    members, found = np.array(paid.members, dtype=object), []
    for each in paid.month.adjustments:
        rows = rows_of(each)
        columns = {
            "member": members[rows],
            "month": paid.month.name,
            "currency": paid.payer.currency,
            "part": 0,
            "kind": each.kind,
            "name": adjustment_title(each, paid, speech),
            "step": each.number,
            "source": "",
            "points": np.nan,
            "base": np.nan,
            "rate": np.nan,
            "amount": each.amount[rows],
            "cut": 0.0,
            "had": each.had[rows],
            "asked": each.asked[rows],
            "rule_source": "",
        }
        if len(rows):
            found.append(pd.DataFrame(columns))
    return found


def team_record(paid: TeamPaid, speech: Speech) -> dict[str, Any]:
    """Both tables, the plan by which they are paid, who published it, and what of the company's pay is not computed.

    in_words, reasons: in the language of the speech.
    """
    company = paid.payer.company
    beside = ("month", "currency", "plan", "program", "note")
    lines = receipts_frame(paid, speech).drop(columns=list(beside))
    return {
        "format": TEAM_FORMAT,
        "program": PROGRAM,
        "version": VERSION,
        "note": speech.text(NO_PROMISE),
        "company": None if company is None else company.id,
        "name": paid.payer.name,
        "currency": paid.payer.currency,
        "month": paid.month.name,
        "months": list(paid.table.months),
        "total": rounded(float(paid.month.pay.sum())),
        "commissionable": rounded(float(paid.month.month.all_bought.value.sum())),
        "rests_on": {name: rounded(amount) for name, amount in rests_on(paid.month).total().items()},
        "at_risk": at_risk_records(paid, speech),
        "members": records(members_frame(paid, speech).drop(columns=list(beside))),
        "receipts": records(lines),
        "parts": [
            {
                "part": place,
                "kind": rule_of(part.part),
                "name": part_title(part.part, speech),
                "kind_in_words": kind_title(rule_of(part.part), speech),
                "amount": rounded(float(paid.month.left[place - 1].sum())),
                "breakage": None if (left := breakage(part, paid.month.month)) is None else rounded(left),
                "source": source_in_words(part.part, paid, speech),
            }
            for place, part in enumerate(paid.month.parts, start=1)
        ],
        "plan": paid.payer.plan.model_dump(mode="json", exclude_none=True),
        "not_computed": not_computed(paid, speech),
        "file_does_not_say": [speech.text(title) for title in paid.table.unstated],
    }


def at_risk_records(paid: TeamPaid, speech: Speech) -> list[dict[str, Any]]:
    """Whoever has a rank, or is active where that is asked for, with what would take it; whoever is nearest first.

    next_rank: in the next month, if it is like this one. nearest: the condition with the least to spare, its words in
    the language of the speech; None where nothing is asked for.
    """
    found, rows = at_risk(paid), []
    for place, member in enumerate(found.members.tolist()):
        gate, leg = nearest(paid, member), int(found.leg[place])
        rows.append(
            {
                "member": paid.members[member],
                "rank": paid.rank_name(int(found.rank[place])),
                "lost_by": LOST_BY[int(found.takes[place])],
                "leg": "" if leg == ROOT else paid.members[leg],
                "next_active": bool(found.next_month.active[member]),
                "next_rank": paid.rank_name(int(found.next_month.rank[member])),
                "nearest": None if gate is None else asked_in_words(gate, speech),
                "had": None if gate is None else rounded(gate.had),
                "asked": None if gate is None else rounded(gate.asked),
            }
        )
    return rows


def not_computed(paid: TeamPaid, speech: Speech) -> list[dict[str, str]]:
    """The parts of the company's pay that are not in the plan, each with its reason; none of a plan of one's own."""
    company = paid.payer.company
    if company is None:
        return []
    found = [
        {"name": speech.told(each.name), "why": speech.told(each.why)}
        for each in company.components
        if each.standing == "not_computed"
    ]
    if company.pay.plan is None and company.pay.unilevel is not None:
        levels = ", ".join(str(each.level) for each in company.pay.unilevel.missing)
        if levels:
            name = speech.text(mark("Rates of the levels {levels}")).format(levels=levels)
            found.append(
                {"name": name, "why": speech.text(mark("Nobody published them. Not stated, they pay nothing."))}
            )
    return found
