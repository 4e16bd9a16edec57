"""What it takes to reach a goal as tables: each input alone, or one input on several companies."""

from pages.parts.goal import words as goal_words
from pages.parts.goal.words import input_title, measured, valued
from pages.shared.draw.tables import Row, Table
from pages.shared.words.company_names import named
from planner.analysis.answer.odds_in_words import count
from planner.analysis.answer.rare import rare_in_short
from planner.analysis.chance.goal_seek import Answer
from planner.analysis.chance.goals import GoalKind, Tried
from planner.analysis.chance.search import Found
from planner.language import mark
from planner.speech import Speech

HEADS: dict[GoalKind, str] = {
    "payback": mark("Money back by then, of 100"),
    "hole": mark("Half of them are down at most"),
    "income": mark("Half of them get, a month"),
    "wage": mark("Half of them get, an hour"),
}
PAID_LESS = mark("Of 100 sellers, paid less")
ORDER = ("reached", "already", "out_of_reach", "not_known", "without_effect")


def table_of_each(each: tuple[Answer, ...], speech: Speech) -> Table:
    """Each input alone, a row each; those that reach the goal first."""
    _ = speech.text
    rows = sorted(each, key=lambda found: (found.beyond, ORDER.index(found.sampled.status)))
    if each[0].sampled.now.reached:
        return _how_far(each, speech)
    return Table(
        caption=_("What each input alone would have to be"),
        columns=(_("Input"), _("In your plan"), *_columns(each[0], _losing_now(each[0], speech), speech)),
        rows=tuple(
            Row(
                input_title(found.turned, speech),
                (
                    valued(found.turned, found.turned.now, speech),
                    *_cells(found, _loses(found.sampled.at, speech), speech),
                ),
            )
            for found in rows
        ),
        words=True,
        whole=True,
    )


def table_of_companies(found: tuple[Answer, ...], speech: Speech) -> Table:
    """One input on several companies, a row each, in the order of the comparison."""
    _ = speech.text
    caption = _('What "{input}" would have to be with each company; in your plan {now}').format(
        input=input_title(found[0].turned, speech), now=valued(found[0].turned, found[0].turned.now, speech)
    )
    if any(each.case.projection.terms.unknown_costs for each in found):
        left_out = _("Costs not disclosed are left out.")
        caption = f"{caption}. {left_out}"
    columns = (_("Company"), *_columns(found[0], _("Lose money, of 100"), speech))
    rows = tuple(Row(named(each.case.company), _cells(each, _losing(each.sampled, speech), speech)) for each in found)
    return Table(caption, columns, rows, words=True, whole=True)


def _how_far(each: tuple[Answer, ...], speech: Speech) -> Table:
    """Of a plan that reaches the goal: how far each input alone could go until it no longer does."""
    _ = speech.text
    columns = (_("Input"), _("In your plan"), _("Holds down to"), _("Holds up to"))
    rows = tuple(
        Row(
            input_title(found.turned, speech),
            (
                valued(found.turned, found.turned.now, speech),
                _end(found, found.sampled.down, found.sampled.low, speech),
                _end(found, found.sampled.up, found.sampled.high, speech),
            ),
        )
        for found in each
    )
    return Table(_("How far each input alone could go, and the plan would still reach it"), columns, rows, words=True)


def _end(found: Answer, last: float | None, bound: float, speech: Speech) -> str:
    _ = speech.text
    if last is not None:
        return valued(found.turned, last, speech)
    return _("{value}, no further tried").format(value=valued(found.turned, bound, speech))


def _columns(found: Answer, losing: str, speech: Speech) -> tuple[str, ...]:
    _ = speech.text
    kind = found.goal.kind
    measure = () if kind == "loss" else (_(HEADS[kind]),)
    return _("Would have to be"), *measure, losing, _(PAID_LESS), _("If all goes as entered")


def _cells(found: Answer, losing: str, speech: Speech) -> tuple[str, ...]:
    measure = () if found.goal.kind == "loss" else (_measured(found, found.sampled.at, speech),)
    return (
        _needed(found, found.sampled, speech, beyond=found.beyond),
        *measure,
        losing,
        "" if found.then is None else rare_in_short(found.then, speech),
        _needed(found, found.expected, speech, nearest=False),
    )


def _needed(found: Answer, result: Found, speech: Speech, *, nearest: bool = True, beyond: bool = False) -> str:
    """The value that is needed, or in words that there is none. beyond: whether nobody has the effort."""
    _ = speech.text
    match result.status:
        case "reached":
            value = valued(found.turned, result.value, speech)
            return _("{value}: more than anybody can do").format(value=value) if beyond else value
        case "already":
            return _("reached already")
        case "without_effect":
            return _("makes no difference")
        case "not_known":
            return _("not known: teams too large to try")
    if not nearest or result.value == found.turned.now:
        return _("not reachable by this alone")
    words = _("not reachable by this alone; nearest with {value}")
    return words.format(value=valued(found.turned, result.value, speech))


def _measured(found: Answer, tried: Tried, speech: Speech) -> str:
    if tried.figure is None:
        return speech.text(goal_words.NO_FIGURE[found.goal.kind])
    payback = found.goal.kind == "payback"
    return count(tried.figure, speech) if payback else measured(found.goal, tried.figure, speech)


def _losing_now(found: Answer, speech: Speech) -> str:
    """The head of the column of those who lose money, with how many do so now."""
    words = speech.text(mark("Lose money, of 100; now {now}"))
    return words.format(now=_loses(found.sampled.now, speech))


def _losing(result: Found, speech: Speech) -> str:
    """How many lose money then, beside how many do now."""
    _ = speech.text
    now, then = _loses(result.now, speech), _loses(result.at, speech)
    return now if now == then else _("{then} instead of {now}").format(then=then, now=now)


def _loses(tried: Tried, speech: Speech) -> str:
    return count(tried.lose or 0.0, speech)
