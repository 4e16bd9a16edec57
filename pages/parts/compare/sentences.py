"""The comparison in sentences: what each company leaves, what not joining leaves, and what their order says."""

from pages.shared.words.comparison_table import before, before_all, column_titles, names_of, without_figure
from planner.analysis.answer import bounds
from planner.analysis.beside.comparison import COMPARED_MEASURES, Comparison, NotJoining, facts_of
from planner.analysis.beside.ranking import has_team, is_ranked
from planner.analysis.case import Case
from planner.analysis.company.coverage import parts_computed, pay_standing
from planner.analysis.measures.measure import average_wage
from planner.analysis.measures.milestones import CENT
from planner.language import date_in_words, format_percent, mark
from planner.speech import Speech


def in_a_sentence(comparison: Comparison, speech: Speech) -> str:
    """What is left at the end under each company, if all goes as planned, and without joining."""
    _ = speech.text
    ends = (
        before(f"{title} {speech.money(case.measures.result)}", case, comparison, speech)
        for title, case in zip(column_titles(comparison, speech), comparison.cases, strict=True)
    )
    after = before_all(speech.months(comparison.plan.horizon_months), comparison, speech)
    said = _("The same plan, after {months}: {companies}.").format(months=after, companies="; ".join(ends))
    if comparison.not_joining is None:
        return said
    amount = bounds.taxed(speech.money(comparison.not_joining.total), comparison.plan, speech)
    return " ".join([said, _("Not joining: {amount}.").format(amount=amount)])


def of_the_chart(comparison: Comparison, speech: Speech) -> str:
    """What the picture of the running totals shows: how deep each line goes and where it ends."""
    _ = speech.text
    line = _("{company}: lowest {lowest}, result {end}")
    lines = (
        line.format(
            company=title,
            lowest=speech.money(-case.measures.peak_funding_need),
            end=before(speech.money(case.measures.result), case, comparison, speech),
        )
        for title, case in zip(column_titles(comparison, speech), comparison.cases, strict=True)
    )
    over = before_all(speech.months(comparison.plan.horizon_months), comparison, speech)
    said = _("Running totals over {months}. {companies}.").format(months=over, companies="; ".join(lines))
    if comparison.not_joining is None:
        return said
    amount = speech.money(comparison.not_joining.total)
    text = _("Not joining rises to {amount}.")
    if not comparison.shows_not_joining:
        text = _("Not joining rises to {amount}, far above this picture.")
    return " ".join([said, text.format(amount=amount)])


def means_of_runs(comparison: Comparison, speech: Speech) -> str:
    """Of which companies the pay in these figures is the mean of runs, and of how many; empty where of none."""
    pairs = zip(names_of(comparison, speech), comparison.cases, strict=True)
    runs = {title: case.projection.given.runs for title, case in pairs if case.projection.given is not None}
    if not runs:
        return ""
    words = speech.text(mark("Pay is the mean of runs, not the middle, and of so many: {companies}."))
    return words.format(companies="; ".join(f"{title} {speech.number(number)}" for title, number in runs.items()))


def disclosing_less(comparison: Comparison, speech: Speech) -> list[str]:
    """The companies of which some cost of joining or staying is unknown."""
    titles = names_of(comparison, speech)
    return [title for title, case in zip(titles, comparison.cases, strict=True) if case.projection.terms.unknown_costs]


def of_not_joining(comparison: Comparison, nobody: NotJoining, speech: Speech) -> str:
    """What not joining consists of, with its figures."""
    plan = comparison.plan
    least_known = next((case for case in comparison.cases if case.projection.terms.unknown_costs), comparison.cases[0])
    _ = speech.text
    return _(
        "Not joining: your {hours} hours paid at {wage} each come to {earned}. The money for the deepest hole of these "
        "companies, {savings}, stays in savings at {rate} a year and earns {interest}. Together {total} after {months}."
    ).format(
        hours=speech.number(comparison.cases[0].measures.hours),
        wage=bounds.taxed(speech.money(average_wage(plan) or 0.0, 2), plan, speech),
        earned=speech.money(nobody.wage),
        savings=bounds.at_least(speech.money(nobody.savings), least_known.projection, speech),
        rate=format_percent(plan.money_and_time.annual_saving_rate, speech.language, None),
        interest=speech.money(nobody.interest),
        total=speech.comes_to(nobody.total, (nobody.wage, nobody.interest)),
        months=speech.months(comparison.plan.horizon_months),
    )


def of_the_order(comparison: Comparison, speech: Speech) -> str:
    """What the order of the companies says, and who stands behind the others whatever the odds."""
    _ = speech.text
    ranked = [case for case in comparison.cases if is_ranked(case)]
    sentences = []
    if len(ranked) > 1:
        sentences.append(
            _(
                "The companies stand by how few people lose money, and where as many do, by what the worst third is "
                "left with. That is an order of risk under your plan, not of the best case and not of the companies."
            )
        )
    if len({case.company.status == "historic" for case in ranked}) > 1:
        sentences.append(_("Companies that nobody can join any more stand last."))
    return " ".join([*sentences, *of_pay_in_kind(comparison, speech)])


def left_open(comparison: Comparison, speech: Speech) -> list[str]:
    """What could change the order: pay that is not computed, costs not disclosed, other years, and what is assumed."""
    _ = speech.text
    names = names_of(comparison, speech)
    companies = tuple(zip(names, comparison.cases, strict=True))
    sentences = [*without_pay(comparison, speech)]
    for case in comparison.cases:
        if case.plan.start_month != comparison.plan.start_month:
            words = _("On {company} the plan begins in {start}, in the years of its terms.")
            start = date_in_words(case.plan.start_month, speech.language)
            sentences.append(words.format(company=case.company.name, start=start))
    silent = disclosing_less(comparison, speech)
    if silent:
        unknown = _(
            "A cost that is not disclosed is not a low one: it counts as nothing here, and with it more people may "
            "lose money. Some costs are unknown for {companies}."
        )
        sentences.append(unknown.format(companies=speech.listed(silent)))
    assumed = [name for name, case in companies if case.projection.terms.assumed]
    if assumed:
        words = _("Figures that no source gives are assumed for {companies}; other ones could change the order.")
        sentences.append(words.format(companies=speech.listed(assumed)))
    return sentences


def of_pay_in_kind(comparison: Comparison, speech: Speech) -> list[str]:
    """Which companies what the person gets in kind counts with."""
    _ = speech.text
    names = names_of(comparison, speech)
    of_all = [row.name for row in comparison.plan.pay_in_kind if row.company is None]
    sentences = []
    for name, case in zip(names, comparison.cases, strict=True):
        own = [row.name for row in comparison.plan.pay_in_kind if row.company and row.given_by(case.company)]
        if own:
            words = _("With {company} alone, what you say that it gives beside money counts: {what}.")
            sentences.append(words.format(company=name, what=speech.listed(own)))
    if of_all:
        words = _("You say of no company that it gives {what}, so that counts with each of them here.")
        sentences.append(words.format(what=speech.listed(of_all)))
    return sentences


def without_pay(comparison: Comparison, speech: Speech) -> list[str]:
    """Of whom the pay is not computed, or with rates that are not stated."""
    _ = speech.text
    companies = tuple(zip(names_of(comparison, speech), comparison.cases, strict=True))
    silent, partly = (
        speech.listed(
            [name for name, case in companies if pay_standing(case.company, case.projection.terms) in standings]
        )
        for standings in (("not_computed", "waiting"), ("partly",))
    )
    sentences = []
    if silent:
        words = _("Of {companies} the pay is not computed here: what you see is the margin alone.")
        sentences.append(words.format(companies=silent))
    if partly:
        words = _(
            "Of {companies} rates of pay that no source gives, and that you have not stated, count as nothing here."
        )
        sentences.append(words.format(companies=partly))
    if some := "" if brings_team(comparison) else pay_in_part(comparison, speech):
        sentences.append(some)
    return sentences


def brings_team(comparison: Comparison) -> bool:
    """Whether the plan has a team, on which pay that is not computed would be paid."""
    return any(map(has_team, comparison.cases))


def pay_in_part(comparison: Comparison, speech: Speech) -> str:
    """Of whom only some parts of the pay are computed, and how many; "" of nobody."""
    companies = zip(names_of(comparison, speech), comparison.cases, strict=True)
    some = [_of_some(name, case, speech) for name, case in companies if _computed_in_part(case)]
    words = speech.text(mark("Only in part is pay computed here of {companies}."))
    return words.format(companies=speech.listed(some)) if some else ""


def _computed_in_part(case: Case) -> bool:
    return pay_standing(case.company, case.projection.terms) in ("in_part", "asked_in_part")


def _of_some(name: str, case: Case, speech: Speech) -> str:
    known = parts_computed(case.company, case.projection.terms)
    words = speech.text(mark("{company} ({computed} of {parts} parts)"))
    return words.format(company=name, computed=known.computed, parts=known.parts)


def reasons(comparison: Comparison, speech: Speech) -> list[str]:
    """Why something is not reached, or was reached and lost, by company."""
    _ = speech.text
    line, found = _("{company}, {measure}: {reason}"), []
    for title, case in zip(column_titles(comparison, speech), comparison.cases, strict=True):
        for fact in facts_of(case):
            if fact.key not in COMPARED_MEASURES:
                continue
            missing = (
                fact.value is None and without_figure(fact, case, speech) and case.measures.peak_funding_need >= CENT
            )
            messages = (fact.reason if missing else None, fact.remark)
            found += [
                bounds.reserved(
                    line.format(company=title, measure=_(fact.title), reason=speech.say(message)),
                    case.projection,
                    speech,
                )
                for message in messages
                if message
            ]
    return found
