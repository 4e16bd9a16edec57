"""When a plan would need more people than there are, in words, with where the numbers of people come from."""

import streamlit as st

from pages.shared.answer.page import plain
from planner.analysis.case import Case
from planner.analysis.cautions.of_people import needed_in
from planner.inputs.evidence.industry import Population, load_evidence
from planner.speech import Speech


def show_needed(case: Case, speech: Speech) -> None:
    """The sentences under a heading, and where the numbers of people are from; nothing where no place is outgrown."""
    _ = speech.text
    said = more_than_there_are(case, speech)
    if not said:
        return
    st.header(plain(_("If nobody ran out")), anchor=False)
    words = _("If people never ran out and everyone kept recruiting as the plan says:")
    st.markdown(plain(" ".join([words, *said])))
    rounded = _("Rounded from")
    st.caption(f"{plain(rounded)} {'; '.join(_counted(found.place, speech) for found in needed_in(case))}{plain('.')}")


def _counted(place: Population, speech: Speech) -> str:
    """How many people live in a place, with a link to who counted them."""
    evidence, _faults = load_evidence()
    assert evidence is not None  # noqa: S101  # which the place is from
    source = evidence.sources[place.source]
    said = f"{speech.number(place.value)}, {place.year}, {source.title}"
    return f"{plain(speech.told(place.place))}: [{plain(said)}]({source.address})"


def more_than_there_are(case: Case, speech: Speech) -> list[str]:
    """A sentence for each place that the plan outgrows, were nobody ever to run out; none where it outgrows none."""
    _ = speech.text
    text = _("By {month}, more people would have joined below you than live in {place}, about {people}.")
    return [
        text.format(
            month=speech.month(found.month),
            place=speech.told(found.place.place),
            people=rounded(found.place.rounded, speech),
        )
        for found in needed_in(case)
        if found.month is not None
    ]


def rounded(people: float, speech: Speech) -> str:
    """A number of people in millions or thousands of millions."""
    _ = speech.text
    if people >= 1e9:
        return _("{number} billion").format(number=speech.number(people / 1e9, 1))
    millions = people / 1e6
    return _("{number} million").format(number=speech.number(millions, 0 if millions.is_integer() else 1))
