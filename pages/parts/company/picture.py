"""The one picture of a company's page, under its answer: what a hundred members were paid, as it was published.

Of a company of which nobody published that, what staying in costs a month; where that is not known either, how much of
the company is known at all.
"""

from collections.abc import Sequence

import streamlit as st

from pages.parts.company import chart, costs
from pages.shared.answer.page import plain
from pages.shared.draw import charts
from pages.shared.draw.coverage import coverage_chart
from planner.analysis.company.disclosed_in_words import base_in_words, share_columns_in_words
from planner.analysis.company.income_record import in_order
from planner.analysis.company.joining_cost import joining_cost
from planner.inputs.company.company import Company
from planner.inputs.company.disclosure import Distribution
from planner.inputs.terms import Terms
from planner.speech import Speech


def show_picture(company: Company, terms: Terms, speech: Speech) -> None:
    """The picture with what it is of over it; speech in the company's currency."""
    _, records, found = speech.text, in_order(company), joining_cost(company, terms)
    if records:
        _show_record(_record(company, records, speech), company, speech)
    elif found.charged_later:
        _over(_("What joining and staying in costs"))
        charts.show(costs.costs_chart(company, found, speech), f"costs:{company.id}")
    else:
        _over(_("How much of it is known"))
        charts.show(coverage_chart(company, speech), f"known:{company.id}")


def _record(company: Company, records: Sequence[Distribution], speech: Speech) -> Distribution:
    """The one record, its title over the picture, or the one that is chosen of several."""
    _ = speech.text
    if len(records) == 1:
        _over(_("How many of 100 counted: {record}").format(record=chart.named(records[0], speech)))
        return records[0]
    place: int = st.selectbox(
        _("How many of 100 counted, by this record"),
        range(len(records)),
        format_func=lambda number: chart.named(records[number], speech),
        key=f"company-record:{company.id}",
    )
    return records[place]


def _show_record(record: Distribution, company: Company, speech: Speech) -> None:
    st.markdown(plain(base_in_words(record, speech)))
    charts.show(chart.bands_chart(record, speech), f"bands:{company.id}")
    for each in (*share_columns_in_words(record, speech), speech.told(record.note)):
        if each:
            st.caption(plain(each))


def _over(title: str) -> None:
    st.markdown(f"**{plain(title)}**")
