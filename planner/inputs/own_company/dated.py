"""Terms of return that held for a time, as a person states them: share, from when to when, how long, whose freight."""

from collections.abc import Mapping, Sequence
from typing import Any

from planner.inputs.cited.figure import YOURS, Figure, Words
from planner.inputs.company.buy_back import NO_LIMIT, BuyBackPeriod
from planner.inputs.company.company import Company
from planner.inputs.faults import checked
from planner.language import LANGUAGES, Language, date_in_words, format_percent, in_every_language, mark
from planner.speech import Speech

Row = dict[str, Any]
TERMS = ("value", "starts", "ends", "window_months", "no_limit", "company_pays_freight", "for_some")
AS_YOU_STATE = mark("As you state it.")


def new_period(company: Company, year: int) -> BuyBackPeriod:
    """A period without dates, which no plan meets, on the share that the company pays back; the rest is not known."""
    share = company.buy_back.share.value if isinstance(company.buy_back.share, Figure) else 0.0
    text = Words(**in_every_language(AS_YOU_STATE))
    return BuyBackPeriod(text=text, value=share, unit="share", kind=YOURS, source=YOURS, grade=YOURS, year=year)


def as_stated(periods: Sequence[BuyBackPeriod], before: Sequence[Row], cited: Mapping[str, Any]) -> list[Row]:
    """The periods as a file has them. before: those in it, of which one that is as it was keeps its source."""
    rows = [_row_of(each) for each in periods]
    return [row if row in before and row["kind"] != YOURS else _of_yours(row, cited) for row in rows]


def _row_of(period: BuyBackPeriod) -> Row:
    """A period as a file has it, its terms as they were typed: a record cannot write all that nobody checked."""
    terms = {name: getattr(period, name) for name in TERMS}
    cited = period.model_dump(mode="json", exclude_none=True, exclude=set(TERMS))
    return cited | {name: value for name, value in terms.items() if value is not None}


def _of_yours(row: Row, cited: Mapping[str, Any]) -> Row:
    """The terms of a row as the person's, with a sentence in each language; without one where they cannot be."""
    terms = {name: row[name] for name in TERMS if name in row}
    stated = {"text": in_every_language(AS_YOU_STATE), "unit": "share", **terms, **cited}
    period, _faults = checked(BuyBackPeriod, stated)
    if period is None:
        return stated
    return stated | {"text": {language: _in_words(period, language) for language in LANGUAGES}}


def _in_words(period: BuyBackPeriod, language: Language) -> str:
    speech = Speech(language, "", "")
    _ = speech.text
    said = [_(mark("As you state it: {share} back")).format(share=format_percent(period.value, language, None))]
    said += _dates(period, speech)
    if period.no_limit:
        said.append(_(NO_LIMIT))
    elif period.window_months is not None:
        said.append(_(mark("within {window}")).format(window=speech.months(period.window_months)))
    if period.company_pays_freight is not None:
        pays = _(mark("the company pays the freight")), _(mark("you pay the freight"))
        said.append(pays[0 if period.company_pays_freight else 1])
    return _(mark("{sentence}.")).format(sentence=", ".join(said))


def _dates(period: BuyBackPeriod, speech: Speech) -> list[str]:
    _ = speech.text
    first, last = (date and date_in_words(date, speech.language) for date in (period.starts, period.ends))
    if first and last:
        return [_(mark("from {start} to {end}")).format(start=first, end=last)]
    if first:
        return [_(mark("from {start}")).format(start=first)]
    return [_(mark("until {end}")).format(end=last)] if last else []
