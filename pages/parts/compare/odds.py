"""Companies by their odds: how many lose money, how the worst third ends, and what the same luck gives elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.shared.draw import specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.named_bars import PEOPLE, named_bars
from pages.shared.draw.side_by_side import signed
from pages.shared.draw.tables import Row, Table
from pages.shared.runs import keeper
from pages.shared.runs.many_runs import Runs, runs_of
from pages.shared.runs.question import Question
from pages.shared.session import state
from pages.shared.words.comparison_table import before, before_all, column_titles
from planner.analysis.answer import bounds, odds_in_words
from planner.analysis.beside.comparison import Comparison
from planner.analysis.beside.ranking import in_order, is_ranked, order_by_risk
from planner.analysis.chance.paired import Paired, paired
from planner.speech import Speech


@dataclass(frozen=True, slots=True)
class Ranked:
    """A comparison with the runs of each company, by risk; last those that are not ranked."""

    comparison: Comparison
    runs: tuple[Runs, ...]

    @property
    def by_risk(self) -> "Ranked":
        """Those that are ranked, alone: none, one or more."""
        count = sum(is_ranked(case) for case in self.comparison.cases)
        return Ranked(in_order(self.comparison, range(count)), self.runs[:count])


def ranked(comparison: Comparison) -> Question[Ranked]:
    """Asks for the plan's runs on each of the companies."""

    def made(runs: tuple[Runs, ...]) -> Ranked:
        order = order_by_risk([each.odds for each in runs], comparison.cases)
        return Ranked(in_order(comparison, order), tuple(runs[place] for place in order))

    _ = state.speech().text
    parts = [runs_of(case, case.company.name) for case in comparison.cases]
    return keeper.together("compare", (), parts, made, _("the plan on each company"))


def answer(comparison: Comparison, runs: Sequence[Runs], speech: Speech) -> str:
    """How many of 100 lose money with each company, in the order of the comparison; "" where there is none."""
    _ = speech.text
    if not runs:
        return ""
    counts = (
        before(f"{title} {odds_in_words.count(each.odds.lose, speech, each.odds.runs)}", case, comparison, speech)
        for title, case, each in zip(column_titles(comparison, speech), comparison.cases, runs, strict=True)
    )
    words = _("Of 100 people with this plan, so many lose money within {months}: {companies}.")
    within = before_all(speech.months(comparison.plan.horizon_months), comparison, speech)
    return words.format(months=within, companies="; ".join(counts))


def lose_chart(comparison: Comparison, runs: Sequence[Runs], speech: Speech) -> Chart:
    """A bar for each company: how many of 100 people lose money with it, in the order of the comparison."""
    _ = speech.text
    titles = column_titles(comparison, speech)
    counts = [odds_in_words.count(each.odds.lose, speech, each.odds.runs) for each in runs]
    label = _("{count} of 100: {name}")
    pairs = list(zip(titles, counts, strict=True))
    said = "; ".join(f"{title} {count}" for title, count in pairs)
    return Chart(
        named_bars(speech.language, specs.MONEY_OUT),
        {
            "place": list(range(len(runs))),
            "length": [PEOPLE * each.odds.lose for each in runs],
            "label": [label.format(name=title, count=count) for title, count in pairs],
        },
        _("Who loses money, of 100 people with each company: {companies}.").format(companies=said),
        Table(
            _("Of 100 people with this plan, those who lose money"),
            (_("Company"), _("Of 100")),
            tuple(Row(title, (count,)) for title, count in pairs),
        ),
    )


def odds_table(comparison: Comparison, runs: Sequence[Runs], speech: Speech) -> Table:
    """Risk first, then the middle with its range, then the difference to the first company, run by run."""
    _ = speech.text
    titles = column_titles(comparison, speech)
    pairs = zip(titles, comparison.cases, strict=True)
    heads = tuple(before(title, case, comparison, speech) for title, case in pairs)
    found = [each.odds for each in runs]
    rows = [
        Row(_("Of 100, lose money"), tuple(odds_in_words.count(each.lose, speech, each.runs) for each in found)),
        Row(_("The worst third, on average"), tuple(speech.money(each.worst_third) for each in found)),
        Row(_("In the middle"), tuple(speech.money(each.result.median) for each in found)),
        Row(_("One in ten is left with at most"), tuple(speech.money(each.result.low) for each in found)),
        Row(_("One in ten is left with at least"), tuple(speech.money(each.result.high) for each in found)),
    ]
    if len(runs) > 1:
        rows += beside_first(titles[0], runs, speech)
    caption = _("What is left after {months}, over {runs} runs of each").format(
        months=speech.months(comparison.plan.horizon_months), runs=speech.number(found[0].runs)
    )
    return Table(
        before_all(caption, comparison, speech),
        (_("Figure"), *heads),
        tuple(rows),
        words=True,
        whole=True,
        stacked=True,
        names=() if heads == titles else titles,
    )


def beside_first(title: str, runs: Sequence[Runs], speech: Speech) -> list[Row]:
    """Every company beside the first, whose title it is, run by run."""
    _ = speech.text
    beside = [None, *(paired(each.result, runs[0].result) for each in runs[1:])]
    return [
        Row(
            _("In so many of 100 runs more is left than with {company}").format(company=title),
            tuple("" if pair is None else odds_in_words.count(pair.above, speech, pair.runs) for pair in beside),
        ),
        Row(
            _("On average, beside {company}").format(company=title),
            tuple("" if pair is None else difference(pair, speech) for pair in beside),
        ),
    ]


def difference(pair: Paired, speech: Speech) -> str:
    """The average difference with its uncertainty, or that there is none in any run."""
    _ = speech.text
    if pair.above + pair.below == 0:
        return _("the same in every run")
    mean = round(pair.mean)
    words = _("{amount} ± {uncertainty}")
    return words.format(amount=signed(speech.money(mean), mean), uncertainty=speech.number(margin(pair)))


def margin(pair: Paired) -> float:
    """The uncertainty as it is shown, never none where there is some."""
    return max(round(pair.uncertainty), 1) if pair.uncertainty > 0 else 0


def of_the_pairs(comparison: Comparison, runs: Sequence[Runs], speech: Speech) -> list[str]:
    """Each company after the first beside it, under the same luck; that the runs do not tell them apart where so."""
    first, *others = zip(column_titles(comparison, speech), comparison.cases, runs, strict=True)
    title, case, known = first
    said = []
    for name, other, each in others:
        silent = case if case.projection.terms.unknown_costs else other
        sentence = of_a_pair(name, title, paired(each.result, known.result), speech)
        said.append(bounds.reserved(sentence, silent.projection, speech))
    return said


def of_a_pair(one: str, other: str, pair: Paired, speech: Speech) -> str:
    """One company beside the other in a sentence."""
    _ = speech.text
    if pair.above + pair.below == 0:
        text = _("{one} and {other}: the same is left in every run.")
    elif not pair.told_apart:
        text = _(
            "{one} and {other}: the average difference, {amount}, is within its uncertainty of {uncertainty}, so the "
            "runs do not tell the two apart. In {count} of 100 runs more is left with {one}."
        )
    elif pair.mean > 0:
        text = _(
            "{one}: in {count} of 100 runs more is left than with {other}, on average {amount} more, give or take "
            "{uncertainty}."
        )
    else:
        text = _(
            "{one}: in {count} of 100 runs more is left than with {other}, on average {amount} less, give or take "
            "{uncertainty}."
        )
    return text.format(
        one=one,
        other=other,
        count=odds_in_words.count(pair.above, speech, pair.runs),
        amount=speech.money(abs(pair.mean)),
        uncertainty=speech.money(margin(pair)),
    )
