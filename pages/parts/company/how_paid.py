"""How a company pays a team, told from its pay plan, where its pay is computed on teams."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from pages.parts.company.answer import Answers
from pages.shared.answer.page import plain
from pages.shared.draw.pay_plan import show_example, show_words
from pages.shared.draw.proofs import show_proofs
from pages.shared.session import once
from pages.shared.words.comparison_terms import with_grade
from planner.analysis.company.coverage import states_team_pay
from planner.analysis.company.facts import grade_of
from planner.analysis.team.explained.example import Example, example_of
from planner.analysis.team.explained.plan import Told
from planner.analysis.team.explained.unpublished import unpublished
from planner.analysis.team.paid import Payer, payer_of
from planner.analysis.team.proven.readings import Reading, bring_together
from planner.analysis.team.proven.run import ProofRun, run_proofs
from planner.analysis.team.proven.words import payer_by_plan
from planner.analysis.team.receipt import published_in_words
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.pay.rates import Rated
from planner.speech import Speech

NO_ANSWERS: dict[str, float] = {}  # the very same each time, so that nothing is made anew


@dataclass(frozen=True, slots=True)
class HowPaid:
    """The company with its plan, and the small team paid by it; None where the plan needs what that team has not.

    proofs: the examples that its brochure prints, paid; readings: of each by its place with which it would be so.
    """

    payer: Payer
    example: Example | None
    proofs: tuple[ProofRun | Fault, ...] = ()
    readings: tuple[tuple[Reading, ...], ...] = ()


def how_paid(company: Company, answers: Answers) -> HowPaid | None:
    """None where no pay on a team is computed, or nothing but rates that nobody published yet."""
    known = answers or NO_ANSWERS
    return once.made("company_how_paid", (company, known), lambda: _made(company, known))


def _made(company: Company, answers: Answers) -> HowPaid | None:
    payer = payer_of(company, dict(answers))
    if isinstance(payer, Fault):
        return None
    rated = [part for part in payer.plan.parts if isinstance(part, Rated) and part.rates is not None]
    nothing = [part for part in rated if not part.by_rank and not any(part.rates or ())]
    if len(nothing) == len(payer.plan.parts):
        return None
    stated = payer_by_plan(company)
    if stated is None:
        return HowPaid(payer, example_of(payer))
    readings = tuple(bring_together(stated, proof) for proof in stated.plan.proofs)
    return HowPaid(payer, example_of(payer), run_proofs(stated), readings)


def show_how_paid(found: HowPaid, answers: Answers, speech: Speech) -> None:
    """The words, the tables and the small team; what is not in them."""
    company = found.payer.company
    if company is None:
        return
    _, parts = speech.text, left_out(company, speech)
    show_proofs(found.proofs, speech, found.readings)
    show_words(found.payer.plan, speech, partial(_beside, company, speech), unpublished(company, answers, speech))
    if parts:
        text = _("Not computed here, and so in none of this: {parts}. Why, stands under “{section}”.")
        st.markdown(plain(text.format(parts=speech.listed(parts), section=_("How the pay works"))))
    if found.example is not None:
        show_example(found.example, speech, more=bool(parts))
    st.page_link("pages/team.py", label=plain(_("Bring a team that exists and see who is paid what")))


def left_out(company: Company, speech: Speech) -> list[str]:
    """The parts of the pay that are not computed; none of a company whose pay on a team a person stated."""
    if states_team_pay(company):
        return []
    return [speech.told(each.name) for each in company.components if each.standing == "not_computed"]


def _beside(company: Company, speech: Speech, told: Told) -> str:
    """The source of a part as the plan names it, or that it is a weak one, or yours."""
    if told.part is None:
        return ""
    if company.pay.plan is not None:
        return f"({published_in_words(told.part, company, speech)})"
    rule = company.pay.unilevel if isinstance(told.part, Rated) else company.pay.stairstep
    return with_grade("", None if rule is None else grade_of(rule), speech).strip()
