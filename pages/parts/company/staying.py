"""What has to be ordered or sold each month to be paid on a team, in the answer of the company's page."""

from pages.shared.words.comparison_terms import with_source
from planner.analysis.company.facts import points_stated_at
from planner.analysis.company.in_words import figure_in_words
from planner.inputs.cited.figure import Cited
from planner.inputs.company.company import Company, entry_at
from planner.inputs.terms import Terms
from planner.speech import Speech

DECIMALS = 2  # of an amount, as published ones have at most


def asked_to_be_paid(company: Company, terms: Terms, speech: Speech) -> str:
    """How many own points the company asks for before it pays on a team, and what goods for them come to at first.

    Nothing where it asks for a standing order, which the first year's cost tells of, where it asks for no points, or
    where they are asked for over another time than a month, or one with the two after it.
    """
    _, entry, points = speech.text, entry_at(company, points_stated_at(company)), terms.own_points_asked
    if terms.standing_order.asked or not isinstance(entry, Cited) or points <= 0 or terms.minimum_sales:
        return ""
    ranks = terms.pay_plan.ranks if terms.pay_plan else ()
    more_for_some = any(rank.personal_volume > points for rank in ranks)
    if terms.activity_window == "month" and more_for_some:
        words = _("To be paid on a team you need at least {points} of your own each month")
    elif terms.activity_window == "month":
        words = _("To be paid on a team you need {points} of your own each month")
    elif terms.activity_window == "month_and_two_after":
        words = _("To be paid on a team you need {points} of your own in a month, which count for the two after it too")
    else:
        return ""
    said = words.format(points=figure_in_words(points, "points", speech))
    if terms.points_per_retail > 0:
        said = _worth(said, points / terms.points_per_retail, terms, speech)
    sentences = [_("{sentence}.").format(sentence=with_source(said, (entry,), company, speech))]
    if more_for_some:
        sentences.append(_("Some of the pay asks for more."))
    if "points_per_100_retail" in terms.assumed:
        sentences.append(_("How many points goods give is assumed."))
    return " ".join(sentences)


def _worth(said: str, goods: float, terms: Terms, speech: Speech) -> str:
    """The same with what the goods cost a seller, or what they are sold for where points arise on sales."""
    _ = speech.text
    share = 1.0 if terms.volume_on_sales else terms.price_steps[0][1]
    amount = figure_in_words(round(goods * share, DECIMALS), "money", speech)
    words = _("{said}, goods for {amount} at first")
    if terms.volume_on_sales:
        words = _("{said}, sales of {amount} at shop price")
    return words.format(said=said, amount=amount)
