"""One run told: its story in sentences, and folded, its months with where the pay came from."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.tables import Row, Table, amounts, show_table
from pages.shared.session import once
from planner.analysis.chance.story import Story, StoryMonth, story_at
from planner.analysis.chance.story_sentences import sentences
from planner.analysis.chance.tried import Tried
from planner.language import currency_unit, mark
from planner.speech import Speech

STORIES = "odds_stories"
PLACES = (
    (0.1, mark("The edge of the worst tenth: one in ten does worse")),
    (0.5, mark("The middle: half do worse, half do better")),
)


def show_stories(found: Tried, speech: Speech) -> None:
    """The run at the edge of the worst tenth, and the one in the middle."""
    simulation = found.simulation
    stories = once.made(STORIES, (simulation,), lambda: [story_at(simulation, share) for share, _title in PLACES])
    for story, (_share, title) in zip(stories, PLACES, strict=True):
        show_story(story, title, speech)


def show_story(story: Story, title: str, speech: Speech) -> None:
    """The story under its title."""
    _ = speech.text
    st.subheader(plain(_(title)), anchor=False)
    told = (_("This is run {number}.").format(number=speech.number(story.number)), *map(speech.say, sentences(story)))
    st.markdown(plain(" ".join(told)))
    with st.expander(plain(_("Month by month")), key=f"odds-story-{round(story.share * 100)}"):
        show_table(months_table(story, speech))


def months_table(story: Story, speech: Speech) -> Table:
    """The months of the run, a row each; the rank where the company has some, first orders where they are paid on."""
    _ = speech.text
    joining = any(month.pay_joining for month in story.months)
    columns = (
        _("Month"),
        _("Customers"),
        _("Orders"),
        _("Who joined"),
        _("People below"),
        *((_("Rank"),) if story.ranked else ()),
        _("Pay on own purchases"),
        _("Pay on the people below"),
        *((_("of it on first orders"),) if joining else ()),
        _("In less out"),
        _("Running total"),
    )

    def row(month: StoryMonth) -> Row:
        when = _("{number} ({calendar})").format(number=month.month, calendar=speech.calendar(month.month))
        pays = [month.pay_own, month.pay_team, *([month.pay_joining] if joining else []), month.cash]
        cells = (
            *amounts((month.customers, month.orders, month.joined, month.team), speech),
            *((month.rank,) if story.ranked else ()),
            *amounts(pays, speech),
            speech.number(month.total),
        )
        return Row(when, cells)

    unit = currency_unit(speech.currency, speech.language)
    caption = _("Run {number} month by month; pay as it is earned, {unit}")
    return Table(caption.format(number=speech.number(story.number), unit=unit), columns, tuple(map(row, story.months)))
