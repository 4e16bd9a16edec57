"""The answer of the company's page in a few sentences: joining, the margin, what members were paid, what is unknown."""

from collections.abc import Mapping

from pages.parts.company.staying import asked_to_be_paid
from pages.parts.company.unknown import unknown
from pages.shared.words.company_names import named
from pages.shared.words.comparison_terms import with_grade, with_source
from planner.analysis.company.age import computed_years, this_year, years_of
from planner.analysis.company.band_columns import PER_UNIT
from planner.analysis.company.facts import grade_of
from planner.analysis.company.in_words import COUNTED, figure_in_words, in_currency, period_in_words
from planner.analysis.company.income_record import of_own_market
from planner.analysis.company.joining_cost import FIRST_YEAR_MONTHS, JoiningCost, joining_cost
from planner.analysis.company.names import years_in_words
from planner.analysis.company.standing_order import asked_in_words
from planner.inputs.cited.figure import Asked, Figure
from planner.inputs.company.company import Company, OrderedFor, entry_at
from planner.inputs.company.disclosure import Band, Distribution
from planner.inputs.own_years import default_plan_on
from planner.inputs.standing_order import order_without_points
from planner.inputs.terms import Terms, resolve_terms
from planner.inputs.unsourced import WHOLESALE
from planner.language import format_number, mark
from planner.speech import Speech

Answers = Mapping[str, float]

CHARGED_AT_START = ("joining.starter_kit_fee", "joining.minimum_opening_stock")
STANDING_ORDER = ("activity.standing_order", "activity.standing_order_from")
CHARGED_IN_YEAR = (*CHARGED_AT_START, "joining.website_fee", "joining.website_free_months")
ORDERED: Mapping[OrderedFor, str] = {  # by what the company asks for the order
    "staying": mark("Of that, {orders} is the standing order of {order}."),
    "pay": mark("Of that, {orders} is the standing order of {order}, which pay asks for."),
    "part_of_pay": mark("Of that, {orders} is the standing order of {order}, which part of the pay asks for."),
    "discount": mark("Of that, {orders} is the standing order of {order}, which the discount asks for."),
}
MOST_TYPICAL = 2  # groups of which it is said what they received
DECIMALS = 2  # of an amount, and of a share of 100, as published ones have at most


def terms_of(company: Company, answers: Answers) -> Terms:
    """The company's terms in its own currency, with what the person answered."""
    own = default_plan_on(company).model_copy(update={"company_answers": {company.id: dict(answers)}})
    return resolve_terms(company, own)


def answer(company: Company, answers: Answers, speech: Speech) -> str:
    """Which company it is, and what joining it costs, or that this is not known; speech in the company's currency."""
    terms = terms_of(company, answers)
    return f"{named(company)}. {cost(company, terms, speech) or unknown(company, terms, speech)}"


def answers_beside(company: Company, answers: Answers, speech: Speech) -> tuple[str, ...]:
    """A sentence each for what you keep, what pay on a team asks for each month, what members were paid and, unless the
    answer says it, what is unknown.
    """
    terms = terms_of(company, answers)
    missing = unknown(company, terms, speech) if cost(company, terms, speech) else ""
    asked = asked_to_be_paid(company, terms, speech)
    sentences = (kept(company, terms, answers, speech), asked, paid(company, speech), missing)
    return tuple(filter(None, sentences))


def cost(company: Company, terms: Terms, speech: Speech) -> str:
    """What joining and the first year cost, at least where something is not known, and what of it is goods.

    Nothing where none of it is known, which is said with all that is not.
    """
    _, found = speech.text, joining_cost(company, terms)
    if not found.known:
        return ""
    start = _at_start(company, found, speech)
    said = years_of_start(company)
    amount = amount_of(found.first_year, company, charged_in_year(company), speech, said=said)
    if found.points_a_month and not found.orders:
        order = asked_in_words(terms.standing_order, speech)
        words = _("{start}, the first year at least {amount} without the standing order of {order}.")
        if found.first_year == found.at_start:
            words = _("{start}, and a standing order of {order} after it.")
        return words.format(start=start, amount=amount, order=order)
    orders = _orders(found, terms, speech)
    if found.year_whole:
        return " ".join((_("{start}, the first year {amount}.").format(start=start, amount=amount), *orders))
    if found.first_year == found.at_start:
        return _("{sentence}.").format(sentence=start)
    return " ".join((_("{start}, the first year at least {amount}.").format(start=start, amount=amount), *orders))


def _orders(found: JoiningCost, terms: Terms, speech: Speech) -> tuple[str, ...]:
    """What of the first year is the standing order, and that the points of goods are assumed where they are."""
    _ = speech.text
    order = asked_in_words(terms.standing_order, speech)
    if not found.orders:
        later = terms.standing_order.asked and not terms.standing_order.asked_in(FIRST_YEAR_MONTHS)
        return (_("After it a standing order is asked for, {order}.").format(order=order),) if later else ()
    orders = figure_in_words(round(found.orders, DECIMALS), "money", speech)
    said = _(ORDERED[terms.standing_order.condition]).format(orders=orders, order=order)
    if found.points_a_month and "points_per_100_retail" in terms.assumed:
        return said, _("How many points goods give is assumed.")
    return (said,)


def _at_start(company: Company, found: JoiningCost, speech: Speech) -> str:
    """What joining costs, or did in the years of what is known, without the full stop."""
    _, years = speech.text, years_of_start(company)
    if found.at_start == 0 and years:
        words = _("By the terms of {years} joining cost nothing")
        if not found.start_whole:
            words = _("By the terms of {years} signing up cost nothing by itself")
        return words.format(years=years_in_words(years, speech))
    if found.at_start == 0:
        words = _("Joining costs nothing") if found.start_whole else _("Signing up costs nothing by itself")
        return with_source(words, figures_at(company, CHARGED_AT_START), company, speech)
    start = _("Joining costs {amount}") if found.start_whole else _("Joining costs at least {amount}")
    if years:
        start = _("By the terms of {years} joining cost {amount}")
        if not found.start_whole:
            start = _("By the terms of {years} joining cost at least {amount}")
    amount = amount_of(found.at_start, company, CHARGED_AT_START, speech, said=years)
    start = start.format(amount=amount, years=years_in_words(years, speech) if years else "")
    if not found.goods:
        return start
    goods, for_bonus = figure_in_words(found.goods, "money", speech), company.joining.opening_stock_for == "first_bonus"
    if found.goods == found.at_start:
        words = _("{start}, all of it goods you must buy")
        if for_bonus:
            words = _("{start}, all of it goods you must buy before a bonus is paid")
        return words.format(start=start)
    words = _("{start}, of which {goods} are goods you must buy")
    if for_bonus:
        words = _("{start}, of which {goods} are goods you must buy before a bonus is paid")
    return words.format(start=start, goods=goods)


def charged_in_year(company: Company) -> tuple[str, ...]:
    """The places of what makes up the first year's sum; an order in points that goods do not give is not in it."""
    return CHARGED_IN_YEAR if order_without_points(company) else (*CHARGED_IN_YEAR, *STANDING_ORDER)


def figures_at(company: Company, places: tuple[str, ...]) -> tuple[Figure, ...]:
    """Those of these places of the file that are figures."""
    return tuple(part for part in (entry_at(company, name) for name in places) if isinstance(part, Figure))


def years_of_start(company: Company) -> tuple[int, ...]:
    """The years of what joining costs, where they are over: then it cost so, and nobody knows what it costs today."""
    figures = figures_at(company, CHARGED_AT_START)
    if company.yours or not figures:
        return ()
    years = computed_years(company) if company.status == "historic" else years_of(figures)
    return years if company.status != "fictional" and years and years[-1] < this_year() else ()


def amount_of(
    amount: float, company: Company, parts: tuple[str, ...], speech: Speech, said: tuple[int, ...] = ()
) -> str:
    """A sum of what the company charges, with the years and a weak source of its parts; said: years told already."""
    figures = figures_at(company, parts)
    figure = figure_in_words(round(amount, DECIMALS), "money", speech)
    told = bool(said) and (company.status == "historic" or set(years_of(figures)) <= set(said))
    if told or company.yours:
        return with_grade(figure, "weak" if any(grade_of(part) == "weak" for part in figures) else None, speech)
    return with_source(figure, figures, company, speech)


def kept(company: Company, terms: Terms, answers: Answers, speech: Speech) -> str:
    """What stays of the shop price at first, and whether that is published, assumed or the person's own."""
    _, share = speech.text, 1 - terms.price_steps[0][1]
    words = _("Of every 100 at shop price you keep {amount}")
    if len(terms.price_steps) > 1:
        words = _("Of every 100 at shop price you keep {amount} at first")
    return how_known(words.format(amount=of_100(share, speech)), company, answers, speech)


def how_known(said: str, company: Company, answers: Answers, speech: Speech) -> str:
    """What is said of the price as a sentence, with whether it is published, weakly, assumed or the person's own."""
    _ = speech.text
    if not isinstance(company.prices, Asked):
        return _("{sentence}.").format(sentence=with_source(said, (company.prices,), company, speech))
    if WHOLESALE in answers:
        return _("{sentence}, as you answered.").format(sentence=said)
    return _("{sentence}, which is assumed, since no source gives it.").format(sentence=said)


def paid(company: Company, speech: Speech) -> str:
    """What members were paid, by the record of the company's own market that speaks first; nothing without any."""
    _, own = speech.text, of_own_market(company)
    if own is not None and own.bands[0].share is not None:
        return " ".join((first_band(own, own.bands[0], speech), *typical(own, speech)))
    if company.distributions or company.disclosures:
        return _("How many members were paid how much is on record only in parts.")
    return ""


def typical(record: Distribution, speech: Speech) -> tuple[str, ...]:
    """What half of the first groups received at most, or what they did on average, where the first is not unpaid."""
    if record.bands[0].mean == 0:
        return ()
    _, spoken = speech.text, in_currency(record.currency, speech)
    said = []
    for band in record.bands[:MOST_TYPICAL]:
        value = band.mean if band.median is None else band.median
        if value is not None:
            words = _("In the group “{group}” the average was {amount}.")
            if band.median is not None:
                words = _("In the group “{group}” half received at most {amount}.")
            amount = figure_in_words(value, PER_UNIT[record.per], spoken)
            said.append(words.format(group=speech.told(band.title), amount=amount))
    return tuple(said)


def first_band(record: Distribution, band: Band, speech: Speech) -> str:
    """How many stand in the lowest group, of whom."""
    _ = speech.text
    if band.mean == 0:
        words = _("Of 100 counted ({whom}, {where}, {period}, {counted}), {share} were paid nothing by the company")
    else:
        words = _("Of 100 counted ({whom}, {where}, {period}, {counted}), {share} are in the group “{group}”")
    said = words.format(
        whom=speech.told(record.of_whom),
        where=speech.told(record.market),
        period=period_in_words(record.period, speech),
        share=of_100(band.share or 0.0, speech),
        group=speech.told(band.title),
        counted=_(COUNTED[record.counted]),
    )
    return _("{sentence}.").format(sentence=with_grade(said, grade_of(record), speech))


def of_100(share: float, speech: Speech) -> str:
    """A share as how many of a hundred, with the decimals that it has."""
    return format_number(round(share * 100, DECIMALS), speech.language, None)
