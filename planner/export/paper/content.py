"""What stands on the one page: words and figures, the same in PDF and HTML; all of it told elsewhere in the program."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from planner.analysis.answer.bounds import tax_counted
from planner.analysis.answer.figure import figure_words
from planner.analysis.answer.how_counted import stopped_for_money
from planner.analysis.answer.odds_in_words import count, headline
from planner.analysis.answer.over_runs import four_figures
from planner.analysis.answer.rare import how_rare
from planner.analysis.cautions.in_kind import taken_as_certain
from planner.analysis.chance.sensitivity import Bar, Sensitivity
from planner.analysis.chance.tried import Tried
from planner.analysis.company.facts import TITLES
from planner.analysis.together.in_words import day_in_words, said_by, stake_in_words
from planner.analysis.together.stake import stake
from planner.analysis.together.who_said import rows
from planner.export.about import NO_PROMISE, PROGRAM, VERSION, company_and_terms
from planner.export.paper.pictures import fan, hundred_people
from planner.inputs.changes.one_figure import stated_figure
from planner.inputs.path import Path, at
from planner.inputs.plan.plan import INPUTS, Plan, default_plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.tax_terms import chosen_rules
from planner.inputs.together.ledger import Ledger
from planner.inputs.unsourced import unknown_figures
from planner.speech import Speech

MOST_INPUTS = 10
MOST_NOTES = 5
LONGEST_NOTE, LONGEST_LIST = 160, 60
TAX_RULES, SEASONS = ("tax", "rules"), ("customers", "seasons")
NAMED_ROWS = (("customers", "products"), ("stock", "out_of_season"), ("pay_in_kind",))  # lists that are no one figure


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four: what it is, how much, and what must be known of it."""

    label: str
    figure: str
    qualifier: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The page. Pictures are SVG. code: that of the link, empty where nobody else could open it.

    inputs: those on which much hangs, under columns: what it is, what the plan states, who says so, and how many lose
    at its low and at its high end.
    """

    language: str
    title: str
    whose: str
    headline: str
    rare: str
    people: str
    people_words: str
    figures: tuple[Figure, ...]
    fan: str
    fan_title: str
    inputs_title: str
    columns: tuple[str, ...]
    inputs: tuple[tuple[str, ...], ...]
    facts: tuple[tuple[str, str], ...]
    notes_title: str
    notes: tuple[str, ...]
    code: str
    code_words: str
    foot: str


def paper(
    name: str, file: PlanFile, tried: Tried, matters: Sensitivity | None, speech: Speech, day: date, code: str = ""
) -> Paper:
    """The page of a plan, name as the person reads it.

    matters: what it hangs on, None where trying that takes too long; day: of writing; code: of its link, as SVG.
    """
    _, case = speech.text, tried.case
    cells = four_figures(case, tried.odds, None, speech)
    over_runs = _("Result after each month, {unit}, over {runs} runs; dark: half of them, light: eight in ten")
    columns = (_("Input"), _("In the plan"), _("Said by"))
    return Paper(
        language=speech.language,
        title=name,
        whose=whose(tried, speech),
        headline=headline(tried, speech),
        rare=how_rare(case, speech),
        people=hundred_people(tried),
        people_words=_("100 people; filled: those who lose."),
        figures=tuple(Figure(cell.label, cell.figure, cell.by_itself(speech)) for cell in cells),
        fan=fan(tried, speech),
        fan_title=over_runs.format(unit=case.plan.currency, runs=speech.number(tried.simulation.paths)),
        inputs_title=_("What was stated, and who says so")
        if matters is None
        else _("What it hangs on, and who says so"),
        columns=(*columns, _("Lose of 100, at its low and high end")) if matters is not None else columns,
        inputs=input_rows(case.plan, file.ledger, matters, speech),
        facts=facts(file, tried, speech),
        notes_title=_("Notes that are open"),
        notes=open_notes(file, speech),
        code=code,
        code_words=_("The plan itself: point a phone's camera here.") if code else "",
        foot=" ".join([_(NO_PROMISE), f"{PROGRAM} {VERSION}, {day_in_words(day, speech)}"]),
    )


def whose(tried: Tried, speech: Speech) -> str:
    """Company, years of its terms, and whether tax is counted."""
    plan = tried.case.plan
    parts = (company_and_terms(tried.case.company, speech), tax_counted(plan, speech))
    return " · ".join([*parts, speech.months(plan.horizon_months), plan.currency])


def input_rows(plan: Plan, ledger: Ledger, matters: Sensitivity | None, speech: Speech) -> tuple[tuple[str, ...], ...]:
    """The ten on which most hangs; where that was not tried, those that somebody stated, in the order of the plan."""
    typical = default_plan(plan.currency)

    def row(path: Path, *effect: str) -> tuple[str, ...]:
        owner = said_by(ledger[path], speech) if path in ledger else ""
        nobody = _("assumed: typical") if at(plan, path) == at(typical, path) else _("nobody named")
        return _(INPUTS[path].title), in_the_plan(plan, path, speech), owner or nobody, *effect

    _ = speech.text
    if matters is not None:
        return tuple(row(bar.path, at_both_ends(bar, speech)) for bar in matters.bars[:MOST_INPUTS])
    stated = (each.path for each in rows(plan, ledger) if not each.assumed)
    return tuple(row(path) for path in islice(stated, MOST_INPUTS))


def in_the_plan(plan: Plan, path: Path, speech: Speech) -> str:
    """What the plan states in an input: what was chosen, one figure, or the rows of a list by their names.

    Empty where it is left empty.
    """
    declared, stated = INPUTS[path], at(plan, path)
    if path == TAX_RULES:
        rules = chosen_rules(plan)
        return tax_counted(plan, speech) if rules is None else speech.told(rules.name)
    if declared.choices:
        return speech.text(declared.choices[stated])
    if path == SEASONS:
        return " · ".join(figure_words(each, declared.unit, speech) for each in stated)
    if path in NAMED_ROWS:
        return shortened(speech.listed([row.name for row in stated]), LONGEST_LIST)
    figure = stated_figure(plan, path)
    return "" if figure is None else figure_words(figure, declared.unit, speech)


def at_both_ends(bar: Bar, speech: Speech) -> str:
    """How many of 100 lose at the low end of an input and at its high end."""
    unit = INPUTS[bar.path].unit
    ends = (
        f"{figure_words(end.figure, unit, speech)}: {count(end.lose, speech, end.runs)}" for end in (bar.low, bar.high)
    )
    return " · ".join(ends)


def facts(file: PlanFile, tried: Tried, speech: Speech) -> tuple[tuple[str, str], ...]:
    """What is not disclosed, pay in kind, the stop rule, the mentor's stake, and when the two meet again."""
    _, case, certain = speech.text, tried.case, taken_as_certain(tried.case)
    unknown = [_(TITLES[path]) for path in unknown_figures(case.company)]
    found = [
        (
            _("Not disclosed (costs count as nothing)"),
            "; ".join(unknown) if unknown else _("all that was looked for was found"),
        ),
        *([(_("Beside money"), speech.say(certain))] if certain else []),
        (_("When to stop"), " ".join([stop_rule(case.plan, speech), *stopped_for_money(case, tried.odds, speech)])),
        (_("Your mentor's stake"), stake_in_words(stake(case, file.talk.mentor), file.talk.mentor, case.plan, speech)),
    ]
    if file.talk.next_talk is not None or file.talk.until_then:
        meets = ": ".join(filter(None, [day_in_words(file.talk.next_talk, speech), file.talk.until_then]))
        found.append((_("Next talk"), meets))
    return tuple(found)


def stop_rule(plan: Plan, speech: Speech) -> str:
    """When the person has said that they would stop."""
    _, chance = speech.text, plan.chance
    said = []
    if chance.most_to_lose is not None:
        said.append(_("When more than {amount} is lost.").format(amount=speech.money(chance.most_to_lose)))
    if chance.review_month is not None:
        text = _("After {months}, if the last three of them cost money together.")
        said.append(text.format(months=speech.months(chance.review_month)))
    return " ".join(said) or _("No rule was set.")


def open_notes(file: PlanFile, speech: Speech) -> tuple[str, ...]:
    """What was written and is not done, the last of each thread; how many more there are."""
    _ = speech.text
    left = [note.thread[-1] for note in file.notes if not note.done]
    lines = [": ".join(filter(None, [remark.by, shortened(remark.text)])) for remark in left[:MOST_NOTES]]
    if len(left) > MOST_NOTES:
        lines.append(_("{count} more stand in the plan.").format(count=len(left) - MOST_NOTES))
    return tuple(lines)


def shortened(text: str, longest: int = LONGEST_NOTE) -> str:
    """A note on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
