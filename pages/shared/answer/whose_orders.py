"""Whose orders the pay of a plan rests on: one tap opens it for a month, a second the receipt of one run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.draw import charts
from pages.shared.draw.charts import Chart
from pages.shared.draw.named_bars import named_bars
from pages.shared.draw.receipt import MOST_ROWS, capital, show_part
from pages.shared.draw.specs import MONEY_IN
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.runs import keeper, memory
from pages.shared.runs.question import Question, Work
from pages.shared.session import once, state
from pages.shared.session.downloads import USUAL_STYLE, hand_over
from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.tried import RUNS
from planner.analysis.team.adjusted import adjustment_in_words, adjustments_of
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.receipt import plain_number, receipt_of
from planner.analysis.team.whole import month_in_words
from planner.analysis.whose_orders.in_words import (
    answer,
    names_in_words,
    of_100,
    run_in_words,
    short_title_of,
    shown_sources,
    title_of,
)
from planner.analysis.whose_orders.one_run import YOU, Ordered, as_team, one_run, ordered_below
from planner.analysis.whose_orders.over_runs import WhoseOrders, whose_orders
from planner.export.csv import to_csv
from planner.export.team import receipt_frame
from planner.line_items import CENT
from planner.speech import Speech

# As long as the runs alone: every row is looked at, and of levels and steps a member at a time, which runs do not.
TIMES_BY_PAY_PLAN, TIMES_BY_MONTHS = 2, 4


def show(case: Case, key: str) -> None:
    """Folded, and nothing is computed before it is opened; nothing at all where the company pays the plan nothing.

    key: of the page.
    """
    projection, speech = case.projection, state.speech(case.plan)
    paid = float(projection.commission_on_own.sum() + projection.commission_on_team.sum())
    if not projection.terms.pays_team or paid < CENT:
        return
    _ = speech.text
    folded = st.expander(_("Whose orders does your pay rest on?"), key=f"{key}-whose", on_change="rerun")
    if not folded.open:
        return
    with folded:
        asked = _asked(case)
        found = keeper.answer(asked)
        shown = found or memory.last(asked)
        if shown is not None:
            _show_found(shown, case, speech, key)


def _asked(case: Case) -> Question[WhoseOrders | None]:
    plan, company = case.plan, case.company

    def find(work: Work) -> WhoseOrders | None:
        return whose_orders(plan, company, RUNS, work.executor, work.part())

    _ = state.speech().text
    times = TIMES_BY_MONTHS if case.projection.terms.pay_plan is None else TIMES_BY_PAY_PLAN
    doing, seconds = _("Each order behind your pay is being looked up"), expected_seconds(plan, RUNS, company=company)
    what = _("whose orders your pay rests on")
    return Question("whose_orders", (plan, company, RUNS), times * seconds, doing, find, what, keeps=2)


def _show_found(found: WhoseOrders, case: Case, speech: Speech, key: str) -> None:
    """The month, its picture, and the receipt of a run. found: of the case, or of what it was before the last edit."""
    _, speech = speech.text, state.speech(found.plan)
    month = _choose_month(found, speech, key)
    chart = chart_of(found, month, case, speech)
    if found.plan != case.plan or found.company != case.company:
        chart = replace(chart, sentence=keeper.before_the_change(chart.sentence))
    charts.show(chart, f"{key}-whose-chart")
    number = found.middle_run(month)
    if number is None:
        return
    folded = st.expander(_("One run: the receipt, order by order"), key=f"{key}-whose-run", on_change="rerun")
    if folded.open:
        with folded:
            _show_run(found, number, month, speech, key)


def _choose_month(found: WhoseOrders, speech: Speech, key: str) -> int:
    """The last month in which anything is paid, until another is chosen."""
    plan = found.plan
    months: Mapping[int, str] = {month: speech.month(month) for month in range(plan.horizon_months + 1)}
    # The browser keeps the words of what is chosen: in another language or calendar they would be those of before.
    name = f"{key}-whose-month-{speech.language}-{plan.start_month}-{plan.horizon_months}"
    first = found.last_paid_month()
    return int(
        st.selectbox(
            speech.text("Month"), list(months), index=first, format_func=months.__getitem__, key=name, width=260
        )
    )


def chart_of(found: WhoseOrders, month: int, case: Case, speech: Speech) -> Chart:
    """The month's pay by whose orders it rests on: a bar each of 100, the sentence, and the same as a table."""
    _ = speech.text
    parts, amounts = of_100(found.by_source(month)), shown_sources(found, month)
    label = _("{count} of 100, {amount}: {what}")
    said = {name: (capital(title_of(name, speech)), speech.money(amount, 2)) for name, amount in amounts.items()}
    drawn = [name for name in said if parts[name]]
    rows = [Row(what, (amount, speech.number(parts[name]))) for name, (what, amount) in said.items()]
    rows.append(Row(_("In all"), (speech.money(found.pay(month), 2), speech.number(100 if parts else 0)), total=True))
    caption = _("Whose orders the pay of {month} rests on, the mean of {runs} runs")
    return Chart(
        named_bars(speech.language, MONEY_IN),
        {
            "place": list(range(len(drawn))),
            "length": [parts[name] for name in drawn],
            "label": [
                label.format(count=speech.number(parts[name]), what=short_title_of(name, speech), amount=said[name][1])
                for name in drawn
            ],
        },
        answer(found, month, case, speech),
        Table(
            caption.format(month=speech.month(month), runs=speech.number(found.runs)),
            (_("Whose orders"), _("Amount"), _("Of 100 of the pay")),
            tuple(rows),
            words=True,
            whole=True,
        ),
    )


def _show_run(found: WhoseOrders, number: int, month: int, speech: Speech, key: str) -> None:
    """The run whose pay of the month is the middle one: which it is, and each part of its pay, order by order."""
    _, of = speech.text, once.told("whose_run_of", (found, number))
    run = once.made("whose_run", of, partial(one_run, found.plan, found.company, number))
    if run is None:
        return
    paid = as_team(run, month, speech)
    st.markdown(plain(run_in_words(run, found, month, paid, speech)))
    st.caption(plain(names_in_words(run, month, speech)))
    of_company = Speech(speech.language, paid.payer.currency, speech.start_month)
    lines = receipt_of(paid, YOU)
    for place in range(len(paid.month.parts)):
        rows = [line for line in lines if line.part == place]
        if rows:
            show_part(paid, place, rows, of_company, f"{key}-whose")
    if any(line.source is None for line in lines):
        show_table(_ordered_table(ordered_below(run, month), paid, speech))
    adjusted = [adjustment_in_words(each, paid, of_company) for each in adjustments_of(paid, YOU)]
    if adjusted:
        st.markdown(with_list(_("What gates, caps and rounding did:"), adjusted))
    style = USUAL_STYLE[speech.language]
    label = _("The rows behind it (CSV)")
    hand_over(label, lambda: to_csv(receipt_frame(paid, YOU, of_company), style), "receipt.csv", f"{key}-whose-file")


def _ordered_table(ordered: Sequence[Ordered], paid: TeamPaid, speech: Speech) -> Table:
    """Who ordered below in the month, where pay rests on nobody's orders alone; with the leg, of two."""
    _ = speech.text
    legs, two_legs = (_("left"), _("right")), any(each.leg is not None for each in ordered)
    rows = [
        Row(
            paid.members[each.member],
            (
                *([] if each.leg is None else [legs[each.leg]]),
                plain_number(each.points, speech),
                plain_number(each.by_customers, speech) if each.by_customers else "",
            ),
        )
        for each in ordered[:MOST_ROWS]
    ]
    columns = (
        _("Whose orders"),
        *([_("Leg")] if two_legs else []),
        _("Points"),
        _("Of it bought by outside customers"),
    )
    caption = _("Who ordered below you in {month}, the most first")
    if len(ordered) > MOST_ROWS:
        caption = _("Who ordered most below you in {month}")
    return Table(caption.format(month=month_in_words(paid.month.name, speech)), columns, tuple(rows))
