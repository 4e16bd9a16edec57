"""How a company pays, part by part, with what is computed of it here; its levels and ranks."""

from pages.parts.company.answer import Answers
from pages.shared.draw.pay_plan import ranks_table
from pages.shared.draw.tables import Table
from pages.shared.words.cited_facts import CitedFact, FactGroup
from pages.shared.words.comparison_terms import with_grade
from pages.shared.words.record_facts import RecordFacts
from planner.analysis.company.coverage import pay_standing, states_team_pay
from planner.analysis.company.facts import grade_of
from planner.analysis.company.in_words import rule_in_words
from planner.analysis.team.explained.plan import plan_in_words
from planner.inputs.company.company import Company, Component
from planner.inputs.company.pay_rules import Ranks
from planner.inputs.own_years import default_plan_on
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.terms import resolve_terms
from planner.inputs.unsourced import missing_levels
from planner.language import date_in_words, format_percent, mark
from planner.speech import Speech

STANDINGS = {
    "computed": mark("Computed here"),
    "asked": mark("Computed here with a figure of yours"),
    "not_computed": mark("Not computed here"),
}
AS_PUBLISHED = mark("As the company published it; what is computed is what you stated")
ONCE_STATED = mark("Computed here once you state what nobody published")


def in_sentences(company: Company, speech: Speech) -> tuple[str, ...]:
    """What the company does, and when pay comes where the file says; of which kind its plan is, the fold says."""
    _ = speech.text
    about, day = speech.told(company.about), company.pay.payout_day
    comes = () if day is None else (with_grade(speech.told(day.text), grade_of(day), speech),)
    if company.pay.until is not None:
        words = _("Its rules of pay held until {date}. In a plan nothing is counted as pay after it.")
        comes = (*comes, words.format(date=date_in_words(company.pay.until, speech.language)))
    if company.pay.refunds is not None:
        comes = (
            *comes,
            with_grade(rule_in_words(company.pay.refunds, speech)[0], grade_of(company.pay.refunds), speech),
        )
    return (about, *comes)


def components(company: Company, answers: Answers, speech: Speech) -> tuple[FactGroup, ...]:
    """Every part of the pay, by whether it is computed here: what it is, and why it is not.

    As the plan has it: what was asked and is answered is computed; what a person states replaces the published rates.
    """
    _ = speech.text
    parts = {standing: [each for each in company.components if each.standing == standing] for standing in STANDINGS}
    own = default_plan_on(company).model_copy(update={"company_answers": {company.id: dict(answers)}})
    waits = pay_standing(company, resolve_terms(company, own)) == "waiting"
    answered = bool(missing_levels(company)) and all(key in answers for key in missing_levels(company))
    titles = STANDINGS | ({"asked": ONCE_STATED} if waits else {})
    if states_team_pay(company):
        titles |= {"asked": AS_PUBLISHED, "not_computed": AS_PUBLISHED}
    record = RecordFacts(company, speech)
    return tuple(
        FactGroup(
            at,
            _(title),
            tuple(_component(each, record, reasons=_told(each, company, answered=answered)) for each in parts[at]),
        )
        for at, title in titles.items()
        if parts[at]
    )


def title_of_components(company: Company, speech: Speech) -> str:
    """What stands over the parts, which are not told anew by figures that a person states."""
    _ = speech.text
    title = _("Parts of the pay")
    return _("{title} (about the company as published)").format(title=title) if company.yours else title


def _told(each: Component, company: Company, *, answered: bool) -> bool:
    """Whether it is still to be said why a part is not computed, or what is asked for it."""
    return not states_team_pay(company) and not (answered and each.standing == "asked")


def _component(each: Component, record: RecordFacts, *, reasons: bool) -> CitedFact:
    """A part in the company's words with its source; whether it is computed, the heading says."""
    speech = record.speech
    why = (speech.told(each.why),) if each.why and reasons else ()
    return record.cited(speech.told(each.name), (speech.told(each.text),), each, why)


def levels(company: Company, answers: Answers, speech: Speech) -> str:
    """The rate of each level on one line, as the person answered where nobody published it; then those without."""
    _, unilevel = speech.text, company.pay.unilevel
    if unilevel is None:
        return ""
    rates: list[str] = [format_percent(rate, speech.language, None) for rate in unilevel.rates]
    for key in missing_levels(company):
        share = format_percent(answers[key], speech.language, None) if key in answers else ""
        rates.append(_("{figure} (your answer)").format(figure=share) if share else "")
    line = _("level {level}: {share}")
    known = [line.format(level=level, share=rate) for level, rate in enumerate(rates, start=1) if rate]
    unknown = [_("level {level}").format(level=level) for level, rate in enumerate(rates, start=1) if not rate]
    if unknown:
        known.append(_("not disclosed: {levels}").format(levels=speech.listed(unknown)))
    said = " · ".join(known)
    return with_grade(_("Pay by level: {levels}").format(levels=said), grade_of(unilevel), speech)


def of_the_plan(company: Company, answers: Answers, speech: Speech) -> tuple[str, ...]:
    """What the parts of a pay plan say that the company's file states."""
    plan = pay_plan_of(company, answers) if company.pay.plan is not None else None
    return () if plan is None else tuple(said for told in plan_in_words(plan, speech) for said in told.sentences)


def ranks(ranks: Ranks, speech: Speech) -> Table:
    """The ranks of a company whose pay on a team is not computed, with what each asks for in a month."""
    caption = with_grade(speech.text(mark("What each rank asks for in a month")), grade_of(ranks), speech)
    return ranks_table(ranks.rows, speech, caption)
