"""The runs with shocks on: those that are chosen together, and each alone."""

from dataclasses import dataclass

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.runs import keeper
from pages.shared.runs.keeper import Question, Work
from pages.shared.session import state
from planner.analysis.beside.shocks import SHOCKS, Shock, simulate_with
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds, expected_seconds, odds
from planner.analysis.chance.tried import RUNS


def chosen_shocks() -> tuple[Shock, ...]:
    """A toggle for each shock, with what it does under it; those that are on."""
    speech = state.speech()
    _ = speech.text
    chosen = []
    for place, shock in enumerate(SHOCKS):
        if place % 2 == 0:
            columns = st.columns(2)  # by pairs, so that a phone keeps their order
        with columns[place % 2]:
            # Not escaped, since a screen reader would read the escapes; the titles are our own.
            if st.toggle(_(shock.switch.title), key=f"shock:{shock.switch.key}", persist_state="session"):
                chosen.append(shock)
            st.caption(plain(speech.say(shock.switch.explanation)))
    return tuple(chosen)


@dataclass(frozen=True, slots=True)
class Shocked:
    """The runs of a plan without any shock and with those that are on; None where none is."""

    case: Case
    shocks: tuple[Shock, ...]
    plan: Odds
    shocked: Odds | None


@dataclass(frozen=True, slots=True)
class Alone:
    """The runs of a plan without any shock, and with each alone, what costs most first."""

    case: Case
    plan: Odds
    each: tuple[tuple[Shock, Odds], ...]


def runs_with(case: Case, shocks: tuple[Shock, ...]) -> Question[Odds]:
    """Asks what the runs of the plan come to with these shocks together."""
    plan, company = case.plan, case.company

    def find(work: Work) -> Odds:
        return odds(simulate_with(case, shocks, RUNS, work.executor, work.part()))

    _ = state.speech().text
    title = " · ".join(_(shock.switch.title) for shock in shocks) or _("Nothing comes in between")
    keys = tuple(shock.switch.key for shock in shocks)
    doing = _("{name} is being tried many times").format(name=title)
    return Question("shocked_runs", (plan, company, keys), expected_seconds(plan, RUNS), doing, find)


def with_chosen(case: Case, shocks: tuple[Shock, ...]) -> Question[Shocked]:
    """Asks for the runs without shocks beside those with the chosen ones."""
    parts = [runs_with(case, ()), *([runs_with(case, shocks)] if shocks else [])]
    return keeper.together(
        "shocks", (), parts, lambda found: Shocked(case, shocks, found[0], found[1] if shocks else None)
    )


def each_alone(case: Case) -> Question[Alone]:
    """Asks for the runs with each shock alone."""

    def made(found: tuple[Odds, ...]) -> Alone:
        pairs = zip(SHOCKS, found[1:], strict=True)
        return Alone(case, found[0], tuple(sorted(pairs, key=lambda pair: pair[1].result.median)))

    return keeper.together(
        "each_shock", (), [runs_with(case, ()), *(runs_with(case, (each,)) for each in SHOCKS)], made
    )
