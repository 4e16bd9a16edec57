"""What stands under the strip: what keeps its figures from what was typed or planned, and folded, all else to know."""

from html import escape

from pages.shared.fields import field
from planner.analysis.answer.bounds import is_reserved
from planner.analysis.case import Case
from planner.analysis.cautions.caveats import (
    assumed_figures,
    begins_with,
    reservations,
    rules_of_other_years,
    uncomputed,
    unknown_costs,
)
from planner.analysis.cautions.in_kind import in_kind
from planner.analysis.cautions.pay import computed_in_part, unpaid_months
from planner.analysis.company.coverage import limits_told
from planner.inputs.company.company import Company, Effect
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.speech import Speech

# What is left out, by what it would do to the result.
LIMITS: dict[Effect, str] = {
    "pay_too_low": mark("Could raise your pay:"),
    "pay_too_high": mark("Could lower your pay:"),
    "cost_too_low": mark("Could raise your costs:"),
    "either": mark("Could change the result either way:"),
}


def told_as_html(case: Case, speech: Speech, *, drawn: bool = False) -> str:
    """A line for fields that cannot be read, one for months without pay and one for a team of today, each only where
    there are such.

    drawn: beside figures of the runs, in which thresholds are decided on real people and not on averages.
    """
    lines = [("strip-note unread", _unread(speech)), ("strip-note", _unpaid(case, speech, drawn=drawn))]
    lines += [("strip-note", speech.say(message)) for message in begins_with(case.plan)]
    return "".join(f'<p class="{look}">{escape(line)}</p>' for look, line in lines if line)


def _unpaid(case: Case, speech: Speech, *, drawn: bool) -> str:
    """In how many months the company pays nothing since own points are too few; empty where it always pays."""
    _, unpaid = speech.text, unpaid_months(case.projection)
    if unpaid is None:
        return ""
    said = speech.say(unpaid)
    if not drawn or case.projection.given is not None:  # that is said of runs, whatever the figures are of
        return said
    return _("If everything goes exactly as entered: {sentence}").format(sentence=said)


def _unread(speech: Speech) -> str:
    """How many fields hold something else than the figures rest on, wherever in the plan; empty where none does."""
    ngettext, count = speech.plural, sum(place[0] in Plan.model_fields for place in field.unread())
    if not count:
        return ""
    return ngettext(
        "{count} field cannot be read; these figures use its last value.",
        "{count} fields cannot be read; these figures use their last values.",
        count,
    )


def folded_as_html(case: Case, speech: Speech, *, drawn: bool, limits: bool = True) -> str:
    """What to know beside the figures, under a line that counts it; empty where there is nothing.

    limits: whether what is left out of the company's rules is among it; not on a page that says it itself.
    """
    always = (unknown_costs(case.projection), assumed_figures(case.projection))
    beside = (rules_of_other_years(case.plan), *in_kind(case), *(computed_in_part(case) if limits else ()))
    messages = (*(always if drawn else reservations(case.projection)), *beside)
    said = [speech.say(message) for message in filter(None, messages)]
    count = len(said) + (_count_of_limits(case.company) if limits else 0)
    if not count:
        return ""
    ngettext = speech.plural
    title = ngettext("{count} thing to know about these figures", "{count} things to know about these figures", count)
    if is_reserved(case.projection):  # once for all four, and in the open
        title = speech.text(mark("Before costs not disclosed: {things}")).format(things=title)
    points = "".join(f"<li>{escape(sentence)}</li>" for sentence in said)
    points += _limits(case.company, speech) if limits else ""
    return f'<details class="strip-note"><summary>{escape(title)}</summary><ul>{points}</ul></details>'


def _count_of_limits(company: Company) -> int:
    """Of a company of one's own they are one thing to know: what is said of the published one."""
    count = len(limits_told(company))
    return min(count, 1) if company.yours else count


def _limits(company: Company, speech: Speech) -> str:
    """What the company has and the model leaves out, in the words of its file, a list for each effect."""
    points = _limits_by_effect(company, speech)
    if not company.yours or not points:
        return points
    said = " ".join(speech.say(message) for message in uncomputed(company))
    return f"<li>{escape(said)}<ul>{points}</ul></li>"


def _limits_by_effect(company: Company, speech: Speech) -> str:
    points = ""
    for effect, lead in LIMITS.items():
        texts = [speech.told(limit.text) for limit in limits_told(company) if limit.effect == effect]
        if texts:
            inner = "".join(f"<li>{escape(text)}</li>" for text in texts)
            points += f"<li>{escape(speech.text(lead))}<ul>{inner}</ul></li>"
    return points
