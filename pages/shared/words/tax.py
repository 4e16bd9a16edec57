"""A set of tax rules as a reader checks it: every figure with its source, year and grade, or why it is assumed."""

from collections.abc import Iterator
from dataclasses import replace

from pages.shared.fields.seasons import CALENDAR
from pages.shared.words.cited_facts import CitedFact, cited_fact
from planner.analysis.company.in_words import figure_in_words
from planner.inputs.cited.figure import Figure, Words
from planner.inputs.evidence.tax_rules import ContributionRule, NewTraderLosses, ReductionRule, TaxRules, VatRule
from planner.language import date_in_words
from planner.speech import Speech


def figures_of(rules: TaxRules, speech: Speech) -> tuple[CitedFact, ...]:
    """Every figure of a set, in the order in which it is computed."""
    return tuple(_figures(rules, replace(speech, currency=rules.currency)))


def _figures(rules: TaxRules, speech: Speech) -> Iterator[CitedFact]:
    _ = speech.text
    yield _cited(_("Part of the profit that contributions are counted on"), rules.base_share, rules, speech)
    for contribution in rules.contributions:
        yield from _contribution(contribution, rules, speech)
    if rules.reduction is not None:
        yield from _reduction(rules.reduction, rules, speech)
    yield _cited(_("Part of the contributions that lowers income tax"), rules.deductible_share, rules, speech)
    yield from _income_tax(rules, speech)
    if rules.carries_losses is not None:
        said = _("yes") if rules.carries_losses.assumed else _("no")
        yield _assumed(_("A year's loss lowers the next year's tax"), said, rules.carries_losses.reason, speech)
    if rules.losses_against_other_income is not None:
        yield from _losses(rules.losses_against_other_income, rules, speech)
    for title, rule in (
        (_("Pay in kind"), rules.in_kind),
        (_("A hobby"), rules.hobby),
        (_("Sales tax"), rules.sales_tax),
    ):
        if rule is not None:
            yield cited_fact(title, (speech.told(rule.text),), rule, rules.sources, speech)
    paid = _("{month} of the next year").format(month=_(CALENDAR[rules.paid_in.assumed - 1]))
    yield _assumed(_("When a year's tax is paid"), paid, rules.paid_in.reason, speech)
    if rules.vat is not None:
        yield from _vat(rules.vat, rules, speech)


def _income_tax(rules: TaxRules, speech: Speech) -> Iterator[CitedFact]:
    _ = speech.text
    for deduction in rules.income_deductions:
        yield _cited(speech.told(deduction.name), deduction.amount, rules, speech)
    if rules.income_share is not None:
        yield _cited(_("Income tax"), rules.income_share, rules, speech)
    if rules.state_tax is not None:
        yield _cited(_("State tax begins at an income in the year of"), rules.state_tax.above, rules, speech)
        yield _cited(_("State tax on what is above it"), rules.state_tax.rate, rules, speech)


def _contribution(rule: ContributionRule, rules: TaxRules, speech: Speech) -> Iterator[CitedFact]:
    _, name = speech.text, speech.told(rule.name)
    yield _cited(name, rule.rate, rules, speech)
    if rule.floor is not None:
        yield _cited(_("{name}: owed from").format(name=name), rule.floor, rules, speech)
    if rule.cap is not None:
        yield _cited(_("{name}: on at most").format(name=name), rule.cap, rules, speech)


def _reduction(rule: ReductionRule, rules: TaxRules, speech: Speech) -> Iterator[CitedFact]:
    _, name = speech.text, speech.told(rule.name)
    yield _cited(_("{name}: of the whole base").format(name=name), rule.share, rules, speech)
    yield _cited(_("{name}: once the base is above").format(name=name), rule.floor, rules, speech)
    yield _cited(_("{name}: at most").format(name=name), rule.most, rules, speech)
    yield _cited(
        _("{name}: part of the profit that is the base then").format(name=name), rule.base_share, rules, speech
    )
    said = (speech.told(rule.condition.text),)
    yield cited_fact(_("{name}: who has it").format(name=name), said, rule.condition, rules.sources, speech)


def _losses(rule: NewTraderLosses, rules: TaxRules, speech: Speech) -> Iterator[CitedFact]:
    _ = speech.text
    yield _cited(_("Losses that lower other income, if you choose so: at most a year"), rule.most, rules, speech)
    yield _cited(_("In how many years, the first among them"), rule.years, rules, speech)
    said = (speech.told(rule.condition.text),)
    yield cited_fact(_("Who may set losses against other income"), said, rule.condition, rules.sources, speech)


def _vat(rule: VatRule, rules: TaxRules, speech: Speech) -> Iterator[CitedFact]:
    _ = speech.text
    yield _cited(_("VAT"), rule.rate, rules, speech)
    for each in rule.food:
        month = date_in_words(each.first_month, speech.language)
        yield _cited(_("VAT on food, from {month}").format(month=month), each.rate, rules, speech)
    yield _cited(_("Sales up to which nobody need charge VAT"), rule.threshold, rules, speech)
    every, after = rule.every_months, rule.paid_after_months
    yield _assumed(_("VAT is settled for"), speech.months(every.assumed), every.reason, speech)
    yield _assumed(_("VAT is paid after"), speech.months(after.assumed), after.reason, speech)


def _cited(title: str, figure: Figure, rules: TaxRules, speech: Speech) -> CitedFact:
    said = figure_in_words(round(figure.value, 4), figure.unit, speech)
    return cited_fact(title, (said,), figure, rules.sources, speech)


def _assumed(title: str, said: str, reason: Words, speech: Speech) -> CitedFact:
    _ = speech.text
    return CitedFact(title, (said,), "asked", (_("assumed"),), (speech.told(reason),))
