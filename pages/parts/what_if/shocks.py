"""What if something happens? Shocks laid on the runs of the plan, one by one and together."""

import streamlit as st

from pages.parts.what_if import shock_runs as runs
from pages.parts.what_if.shock_runs import Alone, Shocked
from pages.parts.what_if.switches import choose
from pages.shared.answer.head import part
from pages.shared.answer.page import plain
from pages.shared.draw import charts
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.runs import keeper
from pages.shared.session import state
from planner.analysis.answer import bounds, odds_in_words
from planner.analysis.beside.shocks import FROM_OUTSIDE, SHOCKS
from planner.analysis.beside.what_if import Switch
from planner.analysis.case import Case
from planner.analysis.chance.odds import FAN, Odds
from planner.speech import Speech

MIDDLE = FAN.index(0.5)


def show(case: Case, switched: tuple[Switch, ...], speech: Speech) -> None:
    """This part of the page, under its own heading. switched: what is switched on above, which counts too."""
    _ = speech.text
    said = part("shocks", _("What if something happens?"))
    explanation = _(
        "Your plan stays as it is. What you switch on here comes to it from outside, in every run, together with what "
        "is switched on above. The figures from here on are the middle of many runs; those above are what follows "
        "exactly as entered."
    )
    st.markdown(plain(explanation))
    on = {switch.key for switch in (*switched, *choose(shock.switch for shock in FROM_OUTSIDE))}
    asked = runs.with_chosen(case, tuple(shock for shock in SHOCKS if shock.switch.key in on))
    reply = keeper.answered(asked, said, lambda each: answer(each, state.speech(each.case.plan)))
    if reply.shown is not None and reply.shown.shocked is not None:
        its = state.speech(reply.shown.case.plan)
        charts.show(middles(reply.shown, reply.shown.shocked, its), "shocks_middles")
    st.subheader(plain(_("Each shock alone")), anchor=False)
    if reply.found is not None and (alone := keeper.answer(runs.each_alone(case))) is not None:
        show_table(alone_table(alone, speech))
        st.caption(plain(_("Together they may come to more or less than the sum.")))


def answer(found: Shocked, speech: Speech) -> str:
    """How many of 100 lose money with the plan, and with the shocks that are on."""
    _, plan, shocked = speech.text, found.plan, found.shocked
    lose = odds_in_words.count(plan.lose, speech, plan.runs)
    if shocked is None:
        text = _("Of 100 people with this plan, {lose} lose money if nothing unexpected happens, in {runs} runs.")
        said = text.format(lose=lose, runs=speech.number(plan.runs))
    else:
        said = _(
            "{shocks}: of 100 people, {shocked} lose money instead of {lose}, in {runs} runs. The middle one is left "
            "with {after} instead of {before} after {months}."
        ).format(
            shocks=" · ".join(_(shock.switch.title) for shock in found.shocks),
            runs=speech.number(plan.runs),
            shocked=odds_in_words.count(shocked.lose, speech, shocked.runs),
            lose=lose,
            after=speech.money(shocked.result.median),
            before=speech.money(plan.result.median),
            months=speech.months(found.case.plan.horizon_months),
        )
    return bounds.reserved(said, found.case.projection, speech)


def middles(found: Shocked, shocked: Odds, speech: Speech) -> charts.Chart:
    """The middle of the runs month by month, without and with the shocks."""
    _ = speech.text
    names = (_("Nothing unexpected"), _("With the shocks"))
    totals = dict(zip(names, (found.plan.fan[MIDDLE], shocked.fan[MIDDLE]), strict=True))
    ends = [speech.money(float(total[-1])) for total in totals.values()]
    said = _(
        "In the middle of the runs, the result stands at {before} after {months} if nothing unexpected happens, "
        "and at {after} with the shocks."
    ).format(before=ends[0], after=ends[1], months=speech.months(found.case.plan.horizon_months))
    said = bounds.reserved(said, found.case.projection, speech)
    return charts.lines_chart(totals, speech, said, _("Result after each month, {unit}"))


def alone_table(alone: Alone, speech: Speech) -> Table:
    """What each shock alone does, a row each, under the plan without any."""
    _ = speech.text
    months = speech.months(alone.case.plan.horizon_months)
    columns = (
        _("What happens"),
        _("Of 100, lose money"),
        _("Left after {months}, in the middle").format(months=months),
        _("The worst third, on average"),
    )

    def cells(found: Odds) -> tuple[str, ...]:
        return (
            odds_in_words.count(found.lose, speech, found.runs),
            speech.money(found.result.median),
            speech.money(found.worst_third),
        )

    rows = (
        Row(_("Nothing unexpected"), cells(alone.plan)),
        *(Row(_(shock.switch.title), cells(found)) for shock, found in alone.each),
    )
    caption = _("Each of them alone, {runs} runs each on the same draws").format(runs=speech.number(alone.plan.runs))
    return Table(bounds.before(caption, alone.case.projection, speech), columns, rows, words=True, whole=True)
