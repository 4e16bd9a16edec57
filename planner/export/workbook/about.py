"""The first sheet: what the workbook is of, what follows in it and what does not, and what it is not."""

from dataclasses import dataclass

from planner.analysis.answer.bounds import tax_counted
from planner.analysis.cautions.pay import mean_of_runs
from planner.analysis.chance.tried import Tried
from planner.analysis.company.facts import TITLES
from planner.export.about import NO_PROMISE, PROGRAM, VERSION, company_and_terms
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.lists import name_shown
from planner.inputs.tax_terms import chosen_rules
from planner.inputs.unsourced import unknown_figures
from planner.language import mark

FOLLOWS, DOES_NOT_FOLLOW, YOURS = mark("follows"), mark("does not follow"), mark("yours to change")


@dataclass(frozen=True, slots=True)
class TextSheet:
    """Lines of a title and a text; a line without a text is a heading."""

    title: str
    lines: tuple[tuple[str, str], ...]


def sheet(given: Inputs, tried: Tried | None, scenario: str) -> TextSheet:
    """What must be known of the whole."""
    _, plan, company = given.speech.text, given.case.plan, given.case.company
    unknown = "; ".join(_(TITLES[path]) for path in unknown_figures(company))
    rules = chosen_rules(plan)
    sources = [*company.sources.values(), *(rules.sources.values() if rules else ())]
    lines = [
        (name_shown(plan.name, given.speech), ""),
        *([(_(mark("The scenario that is computed")), scenario)] if scenario else []),
        (_("The company"), company_and_terms(company, given.speech)),
        (_("Tax"), tax_counted(plan, given.speech)),
        (_("Currency"), plan.currency),
        (_(mark("Written by")), f"{PROGRAM} {VERSION}"),
        (_(mark("What it is")), _(NO_PROMISE)),
        (_("Not disclosed (costs count as nothing)"), unknown or _("all that was looked for was found")),
        (_(mark("What follows")), ""),
        *((_(mark(title)), _(text)) for title, text in WHAT_FOLLOWS),
        *_where_pay_comes_from(given),
        *_odds_missing(given, tried),
        (_("Sources"), ""),
        *((source.title, source.address or "") for source in sources),
    ]
    return TextSheet(_(mark("About")), tuple(lines))


WHAT_FOLLOWS = (
    (
        mark("Yours to change"),
        mark(
            "Cells with a blue figure: the inputs marked “follows”, the lists below them, and figures by month such as "
            "seasons. All amounts, the statement and the four figures follow at once."
        ),
    ),
    (
        mark("Does not follow"),
        mark(
            "Figures in grey italics: the team, what it buys and pay on it, and the odds. They stand as the program "
            "computed them. Of pay on the team only the rank follows, and whether own points are enough to be paid."
        ),
    ),
    (
        mark("Fixed"),
        mark(
            "The number of months, the calendar, and what is chosen from a list, such as the tax rules, are those of "
            "the plan. To change them, change the plan and write the workbook anew."
        ),
    ),
)


def _where_pay_comes_from(given: Inputs) -> tuple[tuple[str, str], ...]:
    _, mean = given.speech.text, mean_of_runs(given.case.projection)
    if mean is not None:
        return ((_(mark("Pay from the company")), given.speech.say(mean)),)
    words = mark("Expected volumes are pushed through a table of ranks, so pay is approximate there; the odds are not.")
    return ((_(mark("Where ranks decide")), _(words)),)


def _odds_missing(given: Inputs, tried: Tried | None) -> tuple[tuple[str, str], ...]:
    _ = given.speech.text
    if tried is not None:
        return ()
    return ((_(mark("Odds")), _(mark("Not among the sheets: the plan had not been tried many times."))),)
